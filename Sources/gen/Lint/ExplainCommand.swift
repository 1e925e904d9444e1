import ArgumentParser
import Diagnostics

/// `gen explain [CODE]`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell the long story of a code, with the page that it rests on; without one, list them all.")

  @Argument(help: ArgumentHelp("A code, such as GEN4201 or 4201.", valueName: "code"))
  var code: String?

  func validate() throws {
    if let code { _ = try CodeArgument.code(code) }
  }

  func run() throws {
    guard let code else { return try Terminal.output(Self.list) }
    let found = try CodeArgument.code(code)
    var text = "\(found.name): \(found.title)\n\n\(found.explanation)\n"
    if let source = found.source { text += "\nSee \(source)\n" }
    try Terminal.output(text)
  }

  private static var list: String {
    CodeRoom.all.map { room in
      "\(room.thousand)xxx: \(room.title)\n\n"
        + room.codes.map { "\($0.name)  \($0.title)\n" }.joined()
    }.joined(separator: "\n")
  }
}
