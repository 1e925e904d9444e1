import Diagnostics
import Foundation
import GenLint
import Testing

@Suite struct CleanArtefactTests {
  @Test(arguments: Fixture.allCases)
  func nothingIsFoundInACleanArtefact(_ fixture: Fixture) {
    #expect(!fixture.text.isEmpty)
    #expect(Fixture.lint(fixture.text, as: fixture.rawValue) == [])
  }

  private static let output = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("output")

  private static let goldens: [String] = {
    let found = FileManager.default.enumerator(atPath: output.path)?.compactMap { $0 as? String } ?? []
    return found.filter { name in ["yaml", "json", "sh"].contains { name.hasSuffix(".\($0)") } }.sorted()
  }()

  /// The benchmark's own texts have faults that the pattern lints see; everything else must be silent.
  @Test(arguments: goldens)
  func everyArtefactThatGenWritesPassesItsLinter(_ name: String) throws {
    let bytes = try Data(contentsOf: Self.output.appendingPathComponent(name))
    let source = SourceText(file: name, bytes: Array(bytes))
    guard ArtefactKind(source) != .unknown else { return }
    let found = Linter().lint(source).filter {
      !($0.severity == .warning && (5200...5299).contains($0.code.number))
    }
    #expect(found.filter { $0.severity != .note }.map { "\($0.range?.start.line ?? 0): \($0.message)" } == [])
  }

  @Test func thereAreGoldensOfEveryForm() {
    for suffix in ["cloudformation.yaml", "main.tf.json", "apply.sh"] {
      #expect(Self.goldens.contains { $0.hasSuffix(suffix) })
    }
  }
}
