import ArgumentParser
import Documents
import GenCore

/// `gen catalog`
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "List the controls of the benchmark, or say everything about one.")

  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "A control's id, such as organizations-changes.")
  var control: String?

  @Option(help: "text or json.")
  var format = Format.text

  func validate() throws {
    guard let control, Catalog.find(control) == nil else { return }
    let near = Catalog.suggestion(for: control).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("unknown control '\(control)'\(near) ('gen catalog' lists them)")
  }

  func run() throws {
    let found = control.flatMap(Catalog.find)
    switch format {
    case .text: try Terminal.output(found.map { ControlText($0).text() } ?? CatalogTable.text())
    case .json:
      try Terminal.output(JSONPrinter().print(found?.tree ?? .list(Catalog.controls.map(\.tree))))
    }
  }
}
