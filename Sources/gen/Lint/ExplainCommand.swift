import ArgumentParser
import Diagnostics

/// `gen explain CODE`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell the long story of a code, with the page that it rests on.")

  @Argument(help: ArgumentHelp("A code, such as GEN4201 or 4201.", valueName: "code"))
  var code: String

  func validate() throws {
    guard DiagnosticCode.find(named: code) == nil else { return }
    let near = Suggestion.nearest(to: code.uppercased(), among: DiagnosticCode.all.map(\.name)).map {
      "; did you mean \($0)?"
    }
    throw ValidationError("there is no code '\(code)'\(near ?? "")")
  }

  func run() throws {
    guard let found = DiagnosticCode.find(named: code) else { throw ExitStatus.fault }
    var text = "\(found.name): \(found.title)\n\n\(found.explanation)\n"
    if let source = found.source { text += "\nSee \(source)\n" }
    try Terminal.output(text)
  }
}
