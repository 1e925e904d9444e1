import Testing

/// Scripts whose words would grow without end when they are followed.
@Suite struct ShellGrowthTests {
  @Test(arguments: [
    // Two functions that call each other with an argument twice as long.
    #"f() { g "$@"; g "$1$1"; }; g() { f "$1" "$1$1"; f "$1$1"; aws sns publish --message "$1"; }; f word"#,
    // Twice as many arguments, some of them empty.
    #"f() { f "$@" "$@"; f "$@" "$@"; aws sns publish --message "$@"; }; f "" word"#,
    // A command whose words hold the answers of the same function.
    #"f() { g "$(g "$1$1")" "$(g "$1")"; }; g() { f "$(f "$1$1")"; }; f word"#,
    // A variable that is doubled on every line.
    "x=word\n" + String(repeating: "x=$x$x\n", count: 400),
  ])
  func aScriptThatGrowsIsAnsweredQuickly(script: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = Fixture.lint("#!/bin/sh\n" + script) }
    #expect(time < .seconds(20))
  }
}
