import Diagnostics
import Testing

/// Functions that are called by almost their names.
@Suite struct FunctionNamesTests {
  private static func findings(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.code == .unknownFunction }
  }

  @Test(arguments: [
    "put_control() { a; }\nput_contrl b", "put_control() { a; }\nputcontrol b",
    "put_control() { a; }\nput_controls b",
    "put_control() { a; }\nx=$(put_comtrol b)", "function put_control { a; }\nif ! put_controll; then b; fi",
    "put_control() { a; }\ntrap put_contorl EXIT",
  ])
  func aSlipIsSeen(_ lines: String) {
    let found = Self.findings(lines)
    #expect(found.map(\.hint) == ["did you mean 'put_control'?"])
    #expect(found.first?.range?.start.line == 3)
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    "put_control() { a; }\nput_control b\nput-contrl c\n./put_contrl", "greps() { a; }\ngrep b",
    "steps() { a; }\nstep b", "source lib\nput_control() { a; }\nput_contrl b",
    "put_control() { a; }\nif command -v put_contrl; then put_contrl; fi",
    "put_control() { a; }\nalias put_contrl=b\nput_contrl",
    "put_control() { a; }\necho put_contrl \"$put_contrl\"",
    "log() { a; }\nlogg b",
    "_pyenv() { a; }\npyenv b", "http() { a; }\nhttpd -t", "node_js() { a; }\nnodejs b",
    "NtpD() { a; }\nntpq b", "dnsx() { a; }\ndnsxd b",
    "put_control() { a; }\nput_control b\nput_controls c", "put_control1() { a; }\nput_control2 b",
    "cleanup() { a; }\ntrap 'cleanup x' EXIT\ntrap - INT",
  ])
  func whatAnotherProgramMayBeIsLeftAlone(_ lines: String) {
    #expect(Self.findings(lines).map(\.message) == [])
  }
}
