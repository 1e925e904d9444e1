import Foundation

/// The folders of the repository that tests read.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let templates = root.appending(path: "templates")
  static let output = root.appending(path: "output")

  /// The names in a folder that do not begin with a dot, sorted.
  static func names(in folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  /// Whether goldens are to be rewritten. Recording still fails the run, so that it never passes CI.
  static let isRecording = ProcessInfo.processInfo.environment["GEN_RECORD"] == "1"
}
