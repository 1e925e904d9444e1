import Diagnostics
import Documents
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String, bytes: Int = 100_000) -> (node: Node?, diagnostics: [Diagnostic]) {
    YAMLReader(limits: .init(bytes: bytes)).read(SourceText(file: "s", text: text))
  }

  private func says(_ text: String) -> [String] {
    read(text).diagnostics.map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.name) \($0.message)"
    }
  }

  @Test func keepsPositionsStylesAndTags() throws {
    let node = try #require(read("a: 'x'\nb:\n  - !Ref y\n").node)
    let tagged = try #require(node["b"]?.elements?.first)
    #expect(tagged.tag == "!Ref")
    #expect(tagged.text == "y")
    #expect(tagged.range.start == SourcePosition(line: 3, column: 5))
    #expect(node["a"]?.scalar?.style == .singleQuoted)
    #expect(node["a"]?.range.start == SourcePosition(line: 1, column: 4))
    #expect(node["a"]?.range.end == SourcePosition(line: 1, column: 7))
  }

  @Test func reportsEachDuplicateKeyAtTheSecond() {
    #expect(
      says("a: 1\nb: 2\na: 3\nb: 4\n") == ["3:1 GEN1007 duplicate key 'a'", "4:1 GEN1007 duplicate key 'b'"])
  }

  @Test func reportsADuplicateAmongManyKeys() {
    var keys = (0..<40).map { "k\($0)" }
    keys += ["k3", "{}", "k39", "last", "e\u{301}", "\u{e9}", "last"]
    #expect(
      says(keys.map { "\($0): 1\n" }.joined()) == [
        "41:1 GEN1007 duplicate key 'k3'", "42:1 GEN1008 a key must be text, not a list or a mapping",
        "43:1 GEN1007 duplicate key 'k39'", "47:1 GEN1007 duplicate key 'last'",
      ])
  }

  @Test(arguments: [
    ("a: %err%\n", "1:4 GEN1001 found character that cannot start any token"),
    ("a: b: c\n", "1:5 GEN1001 mapping values are not allowed in this context"),
    ("a: 'b\nc: d\n", "1:4 GEN1001 while scanning a quoted scalar: found unexpected end of stream"),
    ("a: &x 1\n", "1:4 GEN1005 anchors and aliases are not supported"),
    ("a: 1\n---\nb: 2\n", "2:1 GEN1004 a second document begins here"),
    ("a: \u{7}\n", "1:4 GEN1009 control character U+0007"),
    ("{a: 1}: b\n", "1:1 GEN1008 a key must be text, not a list or a mapping"),
    ("# nothing\n", "1:1 GEN1003 the file holds no document"),
    ("a: \u{85}b\n", "1:4 GEN1009 control character U+0085"),
  ])
  func saysWhereAndWhat(text: String, expected: String) {
    #expect(says(text) == [expected])
  }

  private func expanded(_ text: String, most: Int = 50) -> (node: Node?, problems: [String]) {
    let reader = YAMLReader(limits: .init(bytes: 10_000, depth: 5, aliased: most))
    let read = reader.read(SourceText(file: "s", text: text))
    return (
      read.node,
      read.diagnostics.map { found in
        let start = found.range?.start ?? SourcePosition(line: 0, column: 0)
        return "\(start.line):\(start.column) \(found.severity) \(found.message)"
      }
    )
  }

  @Test func writesAliasesOutWhereTheyAreLetBe() throws {
    let (node, problems) = expanded("a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n")
    #expect(problems == ["2:4 warning not every tool takes an alias"])
    let list = try #require(node?["b"])
    #expect(list.elements?.map(\.text) == ["1", "2"])
    #expect(list.range.start == SourcePosition(line: 2, column: 4))
    #expect(list.elements?.first?.range.start == SourcePosition(line: 1, column: 8))
    #expect(node?["d"]?.text == "3")
    #expect(expanded("a: &x 1\n").problems == [])
  }

  @Test func mergesWhatALessSpecificMappingHas() {
    let (node, _) = expanded(
      "a: &a {k: 1, l: 2}\nb: &b {k: 3, m: 4}\nc:\n  k: 5\n  <<: [*a, *b]\nd: {<<: *a}\n")
    #expect(
      node?["c"]?.entries?.map { "\($0.key.text ?? "")=\($0.value.text ?? "")" } == ["k=5", "l=2", "m=4"])
    #expect(node?["d"]?.entries?.map(\.key.text) == ["k", "l"])
  }

  @Test(arguments: [
    ("a: *x\n", "1:4 error there is no anchor 'x' before this alias"),
    ("a: &x [*x]\n", "1:8 error there is no anchor 'x' before this alias"),
    ("a: &x 1\nb: {<<: *x}\n", "2:9 error '<<' takes a mapping, or a list of mappings"),
    ("a: &x [[[1]]]\nb: [*x]\nc: [[*x]]\n", "3:6 error more than 5 levels of nesting"),
    (
      "a: &a [1, 1, 1, 1]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n",
      "3:12 error the aliases stand for more than 50 nodes"
    ),
  ])
  func refusesAliasesThatStandForNothingOrTooMuch(text: String, expected: String) {
    #expect(expanded(text).problems == [expected])
  }

  @Test func hostileDocumentsAreRefusedQuickly() {
    #expect(says(String(repeating: "[", count: 50_000)).first?.contains("GEN1006") == true)
    #expect(read(String(repeating: "a", count: 101), bytes: 100).diagnostics.first?.code == .sourceTooLarge)
    let invalid = SourceText(file: "s", bytes: Array("a: ".utf8) + [0xC3, 0x28])
    #expect(YAMLReader(limits: .init(bytes: 100)).read(invalid).diagnostics.first?.code == .invalidUTF8)
  }
}
