import Diagnostics
import Testing

/// Files that a script writes for its commands, and changes before they read them.
@Suite struct ScriptFilesTests {
  private static func errors(_ lines: String) -> [DiagnosticCode] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }.map(\.code)
  }

  private static let alarm = "aws cloudwatch put-metric-alarm --cli-input-json file://"

  /// A template with places to fill in is no JSON, and what fills them is a program's matter.
  @Test(arguments: [
    "cat >a.json <<'E'\n{\"AlarmName\": __NAME__}\nE\nsed -i 's/__NAME__/\"a\"/' a.json\n\(alarm)a.json",
    "cat >a.json <<'E'\n{\"AlarmName\": NAME}\nE\nsed 's/NAME/\"a\"/' a.json >b.json\n\(alarm)b.json",
    "cat >a.json <<'E'\n{\"AlarmName\": ${NAME}}\nE\nenvsubst <a.json >b.json\nmv b.json a.json\n\(alarm)a.json",
    "cat <<'E' | tr N 1 >a.json\n{\"AlarmName\": N}\nE\n\(alarm)a.json",
    "echo '{' >a.json\n{\n  echo '\"AlarmName\": \"a\"'\n  echo '}'\n} >>a.json\n\(alarm)a.json",
    "echo '{' >a.json\necho '}' >>a.json\n\(alarm)a.json",
    "echo '{}' >a.json\njq . >a2.json\n\(alarm)a2.json",
    "\(alarm)/dev/stdin <<E\n{\"AlarmName\": \"a\", \"Threshold\": 1}\nE", "echo '{' | \(alarm)/dev/stdin",
    "f=$(mktemp)\ncat >$f <<'E'\n{\"AlarmName\": NAME}\nE\nsed -i 's/NAME/\"a\"/' $f\n\(alarm)$f",
    "f=$(mktemp)\ng=$(mktemp)\necho '{' >$f\njq . x >$g\n\(alarm)$g",
    "f=$(mktemp)\necho '{' >$f\nf=$(mktemp)\n\(alarm)$f",
    "head='{'\ncat - tail.json >a.json <<'E'\n{\nE\n\(alarm)a.json",
  ])
  func whatAProgramChangesIsNotJudged(_ lines: String) { #expect(Self.errors(lines) == []) }

  @Test(arguments: [
    "cat >a.json <<'E'\n{\"AlarmName\": NAME}\nE\n\(alarm)a.json",
    "f=$(mktemp)\ncat > \"$f\" <<'E'\n{\"AlarmName\": NAME}\nE\n\(alarm)$f",
    "d=\"$(mktemp -d)\"\ncat > \"$d/a.json\" <<'E'\n{\"AlarmName\": NAME}\nE\n\(alarm)\"$d/a.json\"",
    "tee a.json >/dev/null <<'E'\n{\"AlarmName\": NAME}\nE\n\(alarm)a.json",
    "\(alarm)/dev/stdin <<E\n{\"AlarmName\": NAME}\nE",
    "cat >a.json <<'E' 2>/dev/null\n{\"AlarmName\": NAME}\nE\ncat a.json\nchmod 600 a.json\n\(alarm)a.json",
    "cat >a.json <<'E'\n{\"AlarmName\": NAME}\nE\nmv a.json b.json\n\(alarm)b.json",
    "cat >a.json <<'E'\n{\"AlarmName\": NAME}\nE\ncp a.json b.json\n\(alarm)a.json",
  ])
  func whatStaysIsJudged(_ lines: String) { #expect(Self.errors(lines) == [.brokenOptionValue]) }
}
