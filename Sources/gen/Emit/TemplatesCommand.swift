import ArgumentParser
import GenCore

/// `gen templates`
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "List the built-in templates, or print one as a spec to start from.")

  @Argument(help: "A template to print.")
  var template: String?

  func validate() throws {
    if let template { try SpecOptions.check(template) }
  }

  func run() throws {
    if let template, let found = Template.find(template) {
      return try Terminal.output(String(decoding: found.source.bytes, as: UTF8.self))
    }
    let width = Template.all.map(\.name.utf8.count).max() ?? 0
    let lines = Template.all.map { template in
      template.name + String(repeating: " ", count: width + 2 - template.name.utf8.count) + template.summary
        + "\n"
    }
    try Terminal.output(lines.joined())
  }
}
