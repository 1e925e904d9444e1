import Diagnostics
import Foundation
import Testing

@Suite struct RuleListTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let page = root.appendingPathComponent("Sources/gen/Documentation.docc/Rules.md")

  private static var codes: [DiagnosticCode] {
    DiagnosticCode.all.filter { (4000...4999).contains($0.number) }
  }

  /// The page as the catalogue gives it.
  private static var text: String {
    var lines = [
      "# The rules of gen lint", "",
      "Written from the code catalogue by `GEN_RECORD=1 swift test --disable-xctest --filter RuleListTests`. "
        + "`gen explain CODE` prints the same for one code. Codes 5xxx, on filter patterns, are raised by `gen lint` too.",
      "",
    ]
    for code in codes {
      lines += ["## \(code.name): \(code.title)", "", code.explanation, ""]
      if let source = code.source { lines += ["<\(source)>", ""] }
    }
    return lines.joined(separator: "\n")
  }

  @Test func theListOfRulesIsUpToDate() throws {
    if ProcessInfo.processInfo.environment["GEN_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.page.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Self.text.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("recorded; review with git diff")
    }
    let committed = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(
      committed == Self.text,
      "record it with: GEN_RECORD=1 swift test --disable-xctest --filter RuleListTests")
  }

  /// A code that nothing raises explains what never happens.
  @Test func everyCodeIsRaisedSomewhere() throws {
    let folder = Self.root.appendingPathComponent("Sources/GenLint")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let sources = try names.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    let catalogue = try String(
      contentsOf: Self.root.appendingPathComponent("Sources/Diagnostics/Codes/LintCodes.swift"),
      encoding: .utf8)
    for code in Self.codes {
      let before = try #require(
        catalogue.range(of: " = DiagnosticCode(\n    \(code.number),"), "GEN\(code.number)")
      let name = catalogue[..<before.lowerBound].split(separator: " ").last ?? ""
      #expect(sources.contains(".\(name)"), "\(code.name) is \(name)")
    }
  }
}
