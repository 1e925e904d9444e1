import Diagnostics
import Documents

/// Findings as SARIF 2.1.0, which code hosts show beside the lines.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFReport {
  private let report: LintReport

  /// Makes the report of a run.
  init(_ report: LintReport) { self.report = report }

  /// The log file.
  func json() -> String {
    let findings = report.entries.flatMap(\.findings)
    let codes = DiagnosticCode.all.filter { code in findings.contains { $0.code == code } }
    let driver = Tree.members([
      "name": .text("gen"),
      "version": .text(Gen.configuration.version),
      "informationUri": .text(
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html"),
      "rules": .list(codes.map(rule)),
    ])
    let run = Tree.members([
      "tool": .members(["driver": driver]),
      "invocations": .list([invocation]),
      "columnKind": .text("unicodeCodePoints"),
      "artifacts": .list(report.entries.map { .members(["location": location($0.file)]) }),
      "results": .list(
        report.entries.flatMap { entry in entry.findings.map { result($0, in: entry.file, codes) } }),
    ])
    return JSONPrinter().print(
      .members([
        "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"), "version": .text("2.1.0"),
        "runs": .list([run]),
      ]))
  }

  /// How the run went: a file that could not be read is no result, and the run is not whole.
  private var invocation: Tree {
    .members([
      "executionSuccessful": .boolean(report.unread.isEmpty),
      "toolExecutionNotifications": report.unread.isEmpty
        ? nil
        : .list(
          report.unread.map { unread in
            .members([
              "level": .text("error"), "message": .members(["text": .text(unread.reason)]),
              "locations": .list([place(nil, in: unread.file)]),
            ])
          }),
    ])
  }

  private func rule(_ code: DiagnosticCode) -> Tree {
    .members([
      "id": .text(code.name),
      "shortDescription": .members(["text": .text(code.title)]),
      "fullDescription": .members(["text": .text(code.explanation)]),
      "helpUri": code.source.map { .text($0) },
    ])
  }

  private func result(_ finding: Diagnostic, in file: String, _ codes: [DiagnosticCode]) -> Tree {
    let message = finding.hint.map { "\(finding.message) (\($0))" } ?? finding.message
    return .members([
      "ruleId": .text(finding.code.name),
      "ruleIndex": codes.firstIndex(of: finding.code).map { .integer($0) },
      "level": .text(finding.severity.rawValue),
      "message": .members(["text": .text(message)]),
      "locations": .list([place(finding.range, in: file)]),
      "relatedLocations": finding.notes.isEmpty
        ? nil
        : .list(
          finding.notes.map { note in
            guard case .map(let members) = place(note.range, in: file) else {
              return place(note.range, in: file)
            }
            return .map(members + [Tree.Member("message", .members(["text": .text(note.message)]))])
          }),
    ])
  }

  private func place(_ range: SourceRange?, in file: String) -> Tree {
    let region = range.map { range in
      // A region that ends where it begins would have no length; SARIF's end column is exclusive, like ours.
      Tree.members([
        "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
        "endLine": .integer(range.end.line),
        "endColumn": .integer(range.end > range.start ? range.end.column : range.start.column + 1),
      ])
    }
    return .members([
      "physicalLocation": .members(["artifactLocation": location(range?.file ?? file), "region": region])
    ])
  }

  /// A file as a URI reference: what a URI may not hold is percent-encoded.
  private func location(_ file: String) -> Tree {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in file.utf8 {
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return .members(["uri": .text(String(decoding: bytes, as: UTF8.self))])
  }
}
