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
    // Conditions inside each other, each of which decides about what follows.
    String(repeating: "if true; then ", count: 60_000) + "aws sns list-topics; "
      + String(repeating: "fi; ", count: 60_000),
  ])
  func aScriptThatGrowsIsAnsweredQuickly(script: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = Fixture.lint("#!/bin/sh\n" + script) }
    #expect(time < .seconds(20))
  }

  @Test(arguments: [
    "for ((i = 0; i <= 9223372036854775807; i++)); do aws sns list-topics; done",
    "for ((i = -9223372036854775807; i < 9223372036854775807; i++)); do aws sns list-topics; done",
  ])
  func aLoopThatCountsVeryFarIsNotFollowed(script: String) {
    #expect(Fixture.lint("#!/bin/bash\n" + script + "\n", as: "a.bash").isEmpty)
  }

  @Test func fourTimesTheElementsOfAnArrayTakeLittleMoreThanFourTimesTheTime() {
    let time = { (count: Int) in
      let elements = (0..<count).map { "[key\($0)]=value" }.joined(separator: " ")
      let script = "#!/bin/bash\ndeclare -A MAP=(\(elements))\naws sns create-topic --name \"${MAP[key1]}\"\n"
      return (0..<3).map { _ in ContinuousClock().measure { _ = Fixture.lint(script) } }.min() ?? .zero
    }
    let small = time(5000)
    let large = time(20_000)
    #expect(large / small < 7, "\(large) beside \(small)")
  }

  @Test func aPatternAsLongAsItsValueIsNotSoughtForLong() {
    let value = String(repeating: "a", count: 100_000)
    let script =
      "#!/bin/bash\nV='\(value)'\naws sns create-topic --name \"${V%%\(value.prefix(50_000))b*}\"\n"
    #expect(ContinuousClock().measure { _ = Fixture.lint(script) } < .seconds(5))
  }

  @Test func fourTimesTheRowsOfAHereDocumentTakeLittleMoreThanFourTimesTheTime() {
    let time = { (count: Int) in
      let rows = (0..<count).map { "row\($0) $.eventName = E\n" }.joined()
      let script = "#!/bin/sh\ncat <<X\n\(rows)\nX\naws sns list-topics\n"
      return (0..<3).map { _ in ContinuousClock().measure { _ = Fixture.lint(script) } }.min() ?? .zero
    }
    let small = time(5000)
    let large = time(20_000)
    #expect(large / small < 7, "\(large) beside \(small)")
  }

  /// Names of which each is asked for under almost the same name; all of one length and one beginning, as in a long list.
  private static func names(_ count: Int) -> String {
    let letters = Array("abcdefghijklmnop")
    let endings = (0..<count).map { number in
      String((0..<4).map { letters[(number * 7919) >> ($0 * 4) & 15] })
    }
    return "#!/bin/sh\nset -u\n" + endings.map { "variable_\($0)q=a\n" }.joined()
      + endings.map { "echo $VARIABLE_\($0)z ${other_\($0)%x}\n" }.joined()
  }

  @Test func fourTimesTheNamesTakeLittleMoreThanFourTimesTheTime() {
    let time = { (count: Int) in
      (0..<3).map { _ in ContinuousClock().measure { _ = Fixture.lint(Self.names(count)) } }.min() ?? .zero
    }
    let small = time(400)
    let large = time(1600)
    #expect(large / small < 7, "\(large) beside \(small)")
  }

  /// Every command knows the files that were written before it.
  @Test func fourTimesTheFilesTakeLittleMoreThanFourTimesTheTime() {
    let script = { (count: Int) in
      "#!/bin/sh\n"
        + (0..<count).map {
          "cat > f\($0).json <<EOF\n{\"Name\": \"t\"}\nEOF\naws sns create-topic --cli-input-json file://f\($0).json\n"
        }.joined()
    }
    let time = { (count: Int) in
      (0..<3).map { _ in ContinuousClock().measure { _ = Fixture.lint(script(count)) } }.min() ?? .zero
    }
    let small = time(250)
    let large = time(1000)
    #expect(large / small < 7, "\(large) beside \(small)")
  }

  /// Every condition is remembered with the commands that it decides about.
  @Test func fourTimesTheConditionsTakeLittleMoreThanFourTimesTheTime() {
    let script = { (count: Int) in
      "#!/bin/sh\n" + String(repeating: "if [ \"$1\" = a ]; then echo a; fi\n", count: count)
    }
    let time = { (count: Int) in
      (0..<3).map { _ in ContinuousClock().measure { _ = Fixture.lint(script(count)) } }.min() ?? .zero
    }
    let small = time(500)
    let large = time(2000)
    #expect(large / small < 7, "\(large) beside \(small)")
  }
}
