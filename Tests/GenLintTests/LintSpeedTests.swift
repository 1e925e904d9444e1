import Diagnostics
import Documents
import Foundation
import GenLint
import Testing

/// Linting a whole benchmark beside reading its template: a ratio of two times is the same on a slow machine and a busy one.
@Suite(.serialized) struct LintSpeedTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("output/cis-1.4.0")

  private static func source(_ name: String) throws -> SourceText {
    SourceText(file: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
  }

  /// The least time of several runs: what else the machine does only adds to it.
  private static func time(_ work: () -> Void) -> Duration {
    let clock = ContinuousClock()
    return (0..<5).map { _ in clock.measure(work) }.min() ?? .zero
  }

  @Test(arguments: ["cloudformation.yaml", "main.tf.json", "apply.sh"])
  func lintingTakesLittleMoreThanReading(_ name: String) throws {
    let template = try Self.source("cloudformation.yaml")
    let artefact = try Self.source(name)
    let reading = Self.time { _ = YAMLReader(limits: .init(bytes: 1 << 20)).read(template) }
    let linting = Self.time { _ = Linter().lint(artefact) }
    #expect(linting / reading < 60, "\(linting) beside \(reading)")
  }
}
