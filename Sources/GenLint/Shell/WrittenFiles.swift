internal import Diagnostics

/// The files that a script writes for its commands, and names beside them that are misspelled.
struct WrittenFiles {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// Looks for `file://NAME` where the script writes a file of almost that name and speaks of that one nowhere else. A file that the
  /// script does not write may lie beside it.
  init(_ commands: [AWSCommand], in source: SourceText) {
    var asked = 0
    for command in commands {
      let files = command.invocation.files
      for value in command.options.flatMap(\.values) where value.isKnown && value.text.hasPrefix("file://") {
        let name = String(value.text.dropFirst("file://".utf8.count))
        guard !files.isWritten(name), asked < Suggestion.mostAsked else { continue }
        asked += 1
        guard let near = Suggestion.nearest(to: name, among: files.known),
          Self.count(near, in: source.bytes) == (name.contains(ascii: near) ? 2 : 1)
        else { continue }
        let place = source.range(from: value.range.lowerBound, to: value.range.upperBound)
        let finding = Diagnostic.unwritten(name, near, at: place)
        if !findings.contains(finding) { findings.append(finding) }
      }
    }
  }

  /// How often a name stands in a script.
  private static func count(_ name: String, in bytes: [UInt8]) -> Int {
    let wanted = Array(name.utf8)
    return wanted.withUnsafeBufferPointer { wanted in
      bytes.withUnsafeBufferPointer { bytes in
        var found = 0
        var start = 0
        while let offset = UnsafeBufferPointer(rebasing: bytes[start...]).offset(of: wanted) {
          found += 1
          start += offset + wanted.count
        }
        return found
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unwritten(_ name: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .brokenOptionValue,
      "the script writes no file '\(name.prefix(80))', and nothing reads the '\(near.prefix(80))' that it writes",
      at: range, hint: "did you mean 'file://\(near)'?")
  }
}
