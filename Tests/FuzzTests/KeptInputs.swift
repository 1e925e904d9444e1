import Foundation
import Testing

/// What the fuzzer starts from and what it found worth keeping.
enum KeptInputs {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fuzz/corpus")

  /// The fuzzer's targets, as `Tests/Fuzz/run.sh` names them.
  static let targets = ["comparison", "lint", "matcher", "parser", "scanner", "shell", "spec", "yaml"]

  /// The inputs that were written by hand for a target.
  static func seeds(of target: String) throws -> [[UInt8]] {
    let folder = corpus.appendingPathComponent(target)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { Array(try Data(contentsOf: folder.appendingPathComponent($0))) }
  }

  /// The inputs that the fuzzer found for a target, one on a line.
  static func found(for target: String) throws -> [[UInt8]] {
    let file = corpus.appendingPathComponent("\(target).base64")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try Data(contentsOf: file).split(separator: 0x0A)
      .map { Array(try #require(Data(base64Encoded: Data($0)))) }
  }

  /// All inputs of a target.
  static func all(of target: String) throws -> [[UInt8]] { try seeds(of: target) + found(for: target) }
}
