import Diagnostics
import Testing

/// Scripts that the engine of a template reads before a shell does.
@Suite struct TemplatePlaceholdersTests {
  private static func errors(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/sh\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }
  }

  private static let keep = "aws logs put-retention-policy --log-group-name g --retention-in-days "

  @Test(arguments: [
    "\(keep)\"{{days}}\"", "\(keep){{ days }}", "\(keep)'{{ log.days | default(7) }}'", "\(keep)<%= days %>",
    "\(keep)\"<%= node['days'] %>\"", "\(keep)@@DAYS@@", "\(keep)\"__DAYS__\"", "\(keep)__RETENTION_DAYS__",
    "aws logs put-retention-policy --cli-input-json '{\"logGroupName\": \"g\", \"retentionInDays\": {{ days }}}'",
    "aws logs create-log-group --log-group-name {{ group }}",
  ])
  func whatATemplateFillsInIsNotKnown(_ lines: String) { #expect(Self.errors(lines) == []) }

  /// Braces of the shell, names of variables, and what stands beside a place.
  @Test(arguments: [
    "\(keep){{7,14}}", "__DAYS__=8\n\(keep)\"$__DAYS__\"", "\(keep)DAYS", "\(keep)a__DAYS__",
    "\(keep)__days__", "\(keep)7 --log-grp \"{{ group }}\"", "\(keep)\"@@ x\"", "\(keep)'{{ .days }}'",
  ])
  func whatNoTemplateFillsInIsJudged(_ lines: String) { #expect(Self.errors(lines) != []) }

  @Test func allElseKeepsItsPlace() {
    let found = Self.errors("aws sns create-topic --name {{ name }} --tagz x")
    #expect(found.first?.range?.start.column == 40)
  }
}
