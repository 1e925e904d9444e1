import Diagnostics
import Testing

@Suite struct TextFormatterTests {
  private let code = DiagnosticCode(2999, "test", "test")

  @Test func pointsAtTheTokenWithACaret() {
    let source = SourceText(file: "spec.yaml", text: "version: 1\nnmae: x\n")
    let diagnostic = Diagnostic(
      .error, code, "unknown key 'nmae'", at: source.range(from: 11, to: 15), hint: "did you mean 'name'?")
    #expect(
      TextFormatter(sources: [source]).format(diagnostic) == """
        spec.yaml:2:1: error[GEN2999]: unknown key 'nmae'
          nmae: x
          ^~~~
        hint: did you mean 'name'?

        """)
  }

  @Test func controlCharactersCannotReachTheTerminal() {
    let source = SourceText(file: "s", text: "a: \u{1B}[31mred")
    let text = TextFormatter(sources: [source]).format(
      Diagnostic(.error, code, "bad '\u{1B}'", at: source.range(from: 3, to: 4)))
    #expect(!text.contains("\u{1B}"))
    #expect(
      text == "s:1:4: error[GEN2999]: bad '\\u{1B}'\n  a: \\u{1B}[31mred\n     ^~~~~~\n")
  }

  @Test func aLongLineIsCutAroundTheCaret() {
    let source = SourceText(file: "s", text: String(repeating: "a", count: 5000))
    let text = TextFormatter(sources: [source]).format(
      Diagnostic(.error, code, "m", at: source.range(from: 2500, to: 2501)))
    let lines = text.split(separator: "\n")
    #expect(lines[1].count < 140)
    #expect(lines[2].hasSuffix("^"))
  }

  @Test(arguments: [0, 1, 39, 41, 900, 1100, 2500, 4000, 30_000], ["a", "é", "\u{1F511}"])
  func inALongLineTheCaretStandsUnderTheToken(_ before: Int, _ letter: String) {
    let start = "first\n" + String(repeating: letter, count: before)
    let source = SourceText(
      file: "s", text: start + "TOKEN" + String(repeating: letter, count: 8000) + "\nlast\n")
    let from = start.utf8.count
    let text = TextFormatter(sources: [source]).format(
      Diagnostic(.error, code, "m", at: source.range(from: from, to: from + 5)))
    let lines = text.split(separator: "\n").map { Array($0.unicodeScalars) }
    #expect(text.hasPrefix("s:2:\(before + 1): "))
    let column = lines[2].firstIndex(of: "^") ?? 0
    #expect(String(String.UnicodeScalarView(lines[1][column..<min(column + 5, lines[1].count)])) == "TOKEN")
    #expect(lines[2].count == column + 5 && lines[1].count <= 124 && lines[1].last == "…")
    #expect((lines[1][2] == "…") == (before > 40))
  }

  /// A file without line breaks may hold any number of findings.
  @Test func aFindingOnALongLineCostsNoMoreThanOneOnAShortLine() {
    let time = { (count: Int) in
      let source = SourceText(file: "s", text: String(repeating: "é", count: count))
      let range = source.range(from: count, to: count + 2)
      let formatter = TextFormatter(sources: [source])
      let clock = ContinuousClock()
      return (0..<3).map { _ in
        clock.measure { for _ in 0..<50 { _ = formatter.format(Diagnostic(.error, code, "m", at: range)) } }
      }.min() ?? .zero
    }
    let small = time(10_000)
    let large = time(400_000)
    #expect(large / small < 4, "\(large) beside \(small)")
  }
}
