import Diagnostics
import Documents

/// The findings of a run over several files.
struct LintReport {
  /// A file and what was found in it, in reading order.
  struct Entry {
    let file: String
    let findings: [Diagnostic]
  }

  /// A file that could not be read, and why.
  struct Unread {
    let file: String
    let reason: String
  }

  /// The files that were read, in the order of the command line.
  private(set) var entries: [Entry] = []
  /// Those that were not.
  private(set) var unread: [Unread] = []

  /// Adds the findings of a file.
  mutating func add(_ findings: [Diagnostic], of source: SourceText) {
    entries.append(Entry(file: source.file, findings: findings.sortedByPosition()))
  }

  /// Adds a file that could not be read.
  mutating func add(_ failure: SystemFailure) {
    unread.append(Unread(file: failure.path, reason: failure.message))
  }

  private var findings: [Diagnostic] { entries.flatMap(\.findings) }

  /// Whether the run fails.
  func fails(strict: Bool) -> Bool {
    findings.contains { $0.severity == .error || strict && $0.severity == .warning }
  }

  /// How much was found and not read, nil when nothing.
  var summary: String? {
    guard !findings.isEmpty || !unread.isEmpty && !entries.isEmpty else { return nil }
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    return "gen: \(found) in \(Self.files(entries.count))"
      + (!unread.isEmpty ? "; \(Self.files(unread.count)) could not be read" : "")
  }

  private static func files(_ count: Int) -> String { "\(count) file\(count == 1 ? "" : "s")" }

  /// `{"version": 1, "files": […], "unread": [{"file": …, "reason": …}], "findings": [{"file": …, "line": 1, "column": 1, …}]}`;
  /// lines and columns are 1-based.
  func json() -> String {
    JSONPrinter().print(
      .members([
        "version": .integer(1),
        "files": .list(entries.map { .text($0.file) }),
        "unread": .list(
          unread.map { .members(["file": .text($0.file), "reason": .text($0.reason)]) }),
        "findings": .list(findings.map(tree)),
      ]))
  }

  private func tree(_ finding: Diagnostic) -> Tree {
    .members([
      "code": .text(finding.code.name),
      "severity": .text(finding.severity.rawValue),
      "message": .text(finding.message),
      "file": finding.range.map { .text($0.file) },
      "line": finding.range.map { .integer($0.start.line) },
      "column": finding.range.map { .integer($0.start.column) },
      "endLine": finding.range.map { .integer($0.end.line) },
      "endColumn": finding.range.map { .integer($0.end.column) },
      "hint": finding.hint.map { .text($0) },
      "source": finding.code.source.map { .text($0) },
      "notes": finding.notes.isEmpty
        ? nil
        : .list(
          finding.notes.map { note in
            .members([
              "message": .text(note.message),
              "line": note.range.map { .integer($0.start.line) },
              "column": note.range.map { .integer($0.start.column) },
            ])
          }),
    ])
  }
}
