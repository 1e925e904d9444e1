import JSONScanner
import Testing

@Suite struct ValueTests {
  @Test func knowsWhereNamesAndValuesStand() throws {
    let document = try JSONDocument(#"{ "a": [1.50, "x"] }"#)
    #expect(document.root.range == 0..<20)
    let member = try #require(Array(document.root.members).first)
    #expect(member.name.range == 2..<5)
    #expect(member.value.range == 7..<18)
    #expect(member.value.elements.map(\.range) == [8..<12, 14..<17])
  }

  @Test(arguments: ["1", "1.0", "1e0", "-0", "1E+2", "1e309", "12345678901234567890", "0.10"])
  func keepsANumbersOwnSpelling(spelling: String) throws {
    #expect(try JSONDocument(spelling).root.number == spelling)
    #expect(try JSONDocument("[\(spelling)]").root.element(0)?.number == spelling)
  }

  @Test func keepsRepeatedNamesInOrderAndFindsTheLast() throws {
    let root = try JSONDocument(#"{"a":1,"b":2,"\u0061":3}"#).root
    #expect(root.members.map { $0.name.string } == ["a", "b", "a"])
    #expect(root.member("a")?.number == "3")
    #expect(root.member("c") == nil)
  }

  @Test func comparesStringsByBytes() throws {
    let root = try JSONDocument("{\"\u{e9}\":1,\"e\u{301}\":2}").root
    #expect(root.member("\u{e9}")?.number == "1")
    #expect(root.member("e\u{301}")?.number == "2")
    #expect(root.member([0xC3]) == nil)
  }

  @Test func resolvesEscapes() throws {
    let root = try JSONDocument(#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00é""#).root
    #expect(root.stringBytes == Array("\"\\/\u{8}\u{c}\n\r\tAé😀é".utf8))
    #expect(root.isString(Array("\"\\/\u{8}\u{c}\n\r\tAé😀é".utf8)))
  }

  @Test func answersNilWhenAskedForAnotherKind() throws {
    let root = try JSONDocument("[true]").root
    #expect(root.kind == .array)
    #expect(root.element(0)?.kind == .bool(true))
    #expect(root.number == nil && root.string == nil && root.member("a") == nil)
    #expect(root.element(1) == nil && root.element(-1) == nil)
    #expect(Array(root.members).isEmpty)
    #expect(root.element(0).map { Array($0.elements).isEmpty } == true)
  }
}
