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
}
