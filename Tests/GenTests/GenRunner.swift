import Foundation

/// Runs the built `gen` as a user does.
struct GenRunner {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary that lies beside the tests.
  static let binary = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("gen")

  /// Runs `gen` with arguments and, when given, standard input.
  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: nothing can fill up and hang.
    let paths = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: paths[0])
    for path in paths[1...] { try Data().write(to: path) }
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: paths[0])
    process.standardOutput = try FileHandle(forWritingTo: paths[1])
    process.standardError = try FileHandle(forWritingTo: paths[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: paths[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self))
  }

  /// Runs `body` with the path of a file that holds `text`.
  static func withFile<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
    try withFile(Data(text.utf8), body)
  }

  /// Runs `body` with the path of a file that holds `data`.
  static func withFile<Value>(_ data: Data, _ body: (String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("gen-\(UUID().uuidString)").path
    try data.write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }
}
