import Diagnostics
import Foundation
import Testing

/// Expressions, one a line of a table, and what is said of each. The proof with the real tool reads the same table.
@Suite struct TerraformExpressionTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private static func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
  }

  private static let configuration = text("expressions.tf.json")

  /// The table's rows; an expression without a message is one of which nothing is said.
  static let rows: [(verdict: String, expression: String, message: String?)] =
    text("expressions.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return (fields[0], fields.count > 1 ? fields[1] : "", fields.count > 2 ? fields[2] : nil)
    }

  @Test func theTableIsThere() {
    #expect(Self.rows.count > 400)
    #expect(Self.rows.allSatisfy { ($0.message == nil) == ["holds", "older"].contains($0.verdict) })
  }

  @Test func eachExpressionIsJudged() throws {
    var lines: [String] = []
    for (index, row) in Self.rows.enumerated() {
      let expression = row.expression.replacing("⏎", with: "\n")
      let value = try String(decoding: JSONEncoder().encode("${\(expression)}"), as: UTF8.self)
      lines.append("  \"o\(index)\": {\"sensitive\": true, \"value\": \(value)}")
    }
    let opening = String(Self.configuration.dropLast("\n}\n".count)) + ",\n \"output\": {\n"
    let text = opening + lines.joined(separator: ",\n") + "\n }\n}\n"
    let first = opening.filter { $0 == "\n" }.count + 1
    var found: [Int: [String]] = [:]
    for finding in Fixture.lint(text, as: "main.tf.json") where finding.severity == .error {
      found[(finding.range?.start.line ?? 0) - first, default: []].append(finding.message)
    }
    for (index, row) in Self.rows.enumerated() {
      #expect(found[index]?.first == row.message, "\(row.expression): \(found[index] ?? [])")
    }
    #expect(found.keys.allSatisfy(Self.rows.indices.contains))
  }
}
