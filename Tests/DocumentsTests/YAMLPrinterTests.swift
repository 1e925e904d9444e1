import Diagnostics
import Documents
import Testing

@Suite struct YAMLPrinterTests {
  @Test func printsSectionsTagsAndQuotes() {
    let tree = Tree.members([
      "AWSTemplateFormatVersion": .text("2010-09-09"),
      "Resources": .members([
        "Topic": .members([
          "Type": .text("AWS::SNS::Topic"),
          "Properties": .members(["TopicName": .tagged("!Ref", .text("TopicName")), "Empty": .list([])]),
        ]),
        "Filter": .members([
          "Condition": .tagged("!Equals", .list([.tagged("!Ref", .text("A")), .text("false")])),
          "Pattern": .quotedText("{ $.x = \"it's ${a}\" }"),
          "Values": .list([.integer(1), .decimal(0.1), .boolean(true), .text("1")]),
        ]),
      ]),
    ])
    #expect(
      YAMLPrinter(heading: ["Made by gen"], spacedSections: ["Resources"]).print(tree) == """
        # Made by gen

        AWSTemplateFormatVersion: '2010-09-09'

        Resources:
          Topic:
            Type: AWS::SNS::Topic
            Properties:
              TopicName: !Ref TopicName
              Empty: []

          Filter:
            Condition: !Equals [!Ref A, 'false']
            Pattern: '{ $.x = "it''s ${a}" }'
            Values:
            - 1
            - 0.1
            - true
            - '1'

        """)
  }

  @Test(arguments: [
    "", " ", "yes", "No", "null", "~", "1", "1.0", "1_000", "12:30:45", "2010-09-09", "0x1F", ".inf", "a: b",
    "a #b", "a:", "a ",
    "{a}", "[a]", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "'", "\"", "\\", "a\nb", "\t", "\u{7}",
    "\u{85}", "\u{2028}",
    "\u{FEFF}", "😀", "e\u{301}", "é", "-", "- a", "?", "? a", "=", "<<", "${a}", "%{a}", "#", "a,b",
    "\u{10FFFF}", "y", "e1",
  ])
  func everyTextReadsBackTheSame(text: String) throws {
    let printed = YAMLPrinter().print(
      .members(["key": .text(text), "list": .tagged("!If", .list([.text(text)]))]))
    let (node, diagnostics) = YAMLReader(limits: .init(bytes: 10_000)).read(
      SourceText(file: "t", text: printed))
    #expect(diagnostics.isEmpty, "\(printed)")
    #expect(node?["key"]?.text?.utf8.elementsEqual(text.utf8) == true, "\(printed)")
    #expect(node?["list"]?.elements?.first?.text?.utf8.elementsEqual(text.utf8) == true, "\(printed)")
    #expect(printed.split(separator: "\n").count == 2)
  }

  @Test func jsonKeepsOrderAndText() {
    let tree = Tree.members([
      "b": .text("a/\u{7}\"é"), "a": .list([.integer(-1), .decimal(0.1), .decimal(3), .boolean(false)]),
      "e": .map([]),
    ])
    #expect(
      JSONPrinter().print(tree) == """
        {
          "b": "a/\\u0007\\"é",
          "a": [
            -1,
            0.1,
            3,
            false
          ],
          "e": {}
        }

        """)
    #expect(JSONPrinter(.compact).print(.list([.text("x\u{0}y")])) == "[\"x\\u0000y\"]")
  }
}
