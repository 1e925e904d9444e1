import Diagnostics
import GenCore
import Testing

/// What does not show is refused in every text that a person reads, and warned of in a pattern.
@Suite struct InvisibleCharacterTests {
  private static func diagnostics(_ control: String, _ lines: String = "") -> [Diagnostic] {
    let text = """
      version: 1
      name: ok
      trail: { existing: { logGroup: g } }
      controls:
        - \(control)
      \(lines)
      """
    return Compiler.compile(SourceText(file: "s", text: text)).diagnostics
  }

  private func said(_ control: String, _ lines: String = "") -> [String] {
    Self.diagnostics(control, lines).filter { $0.severity != .note }.map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.name) \($0.message)"
    }
  }

  @Test(arguments: [
    (
      "{ id: a, title: 'x\u{202E}y', pattern: x }",
      "5:23 GEN1009 'title' holds the invisible character U+202E"
    ),
    (
      "{ id: a, title: it''s \u{200B}, pattern: x }",
      "5:27 GEN1009 'title' holds the invisible character U+200B"
    ),
    (
      "{ id: a, title: 'it''s \u{2066}b', pattern: x }",
      "5:28 GEN1009 'title' holds the invisible character U+2066"
    ),
    (
      "{ id: a, title: \"b\\u00ADc\", pattern: x }",
      "5:21 GEN1009 'title' holds the invisible character U+00AD"
    ),
    (
      "{ control: root-usage, filterName: a\u{2060}b }",
      "5:41 GEN1009 'filterName' holds the invisible character U+2060"
    ),
    (
      "{ control: root-usage, alarm: { name: a\u{200E} } }",
      "5:44 GEN1009 'name' holds the invisible character U+200E"
    ),
    (
      "{ control: root-usage, samples: { match: [a\u{061C}b] } }",
      "5:48 GEN1009 'match' holds the invisible character U+061C"
    ),
  ])
  func aTextThatHidesACharacterIsRefusedAtIt(control: String, expected: String) {
    #expect(said(control) == [expected])
  }

  @Test(arguments: [
    ("alarm: { namePrefix: a\u{3164} }", "6:23 GEN1009 'namePrefix' holds the invisible character U+3164"),
    ("tags: { Owner: a\u{E0041} }", "6:17 GEN1009 'tags' holds the invisible character U+E0041"),
    ("tags: { a\u{202A}: b }", "6:10 GEN1009 'tags' holds the invisible character U+202A"),
  ])
  func soIsASettingOfTheSpec(lines: String, expected: String) {
    #expect(said("root-usage", lines) == [expected])
  }

  @Test(arguments: ["👩\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "می\u{200C}خواهم", "Prüfung", "検査"])
  func whatScriptsAndEmojiNeedIsTaken(title: String) {
    #expect(said("{ id: a, title: \(title), pattern: '{ $.a = 1 }' }") == [])
  }

  @Test func aPatternIsTheUsersAndGetsAWarning() {
    let found = Self.diagnostics("{ id: a, title: b, pattern: '{ $.a = \"x\u{200B}y\" }' }").filter {
      $0.severity != .note
    }
    #expect(found.map(\.code) == [.lintInvisibleCharacter])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.range?.start == SourcePosition(line: 5, column: 44))
  }
}
