import JSONScanner
import Testing

@Suite struct LimitTests {
  static func nested(_ depth: Int, around inner: String = "") -> [UInt8] {
    Array((String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)).utf8)
  }

  @Test(arguments: [1, 2, 2046, 2047, 2048, 2049, 5000], ["", "1", "{}"])
  func hasTheDepthLimitOfJansson(depth: Int, inner: String) {
    let bytes = Self.nested(depth, around: inner)
    #expect(CorpusTests.accepts(bytes) == Jansson.accepts(bytes))
  }

  @Test(arguments: [2047, 2048, 2049])
  func countsObjectsLikeArrays(depth: Int) {
    let text = String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(CorpusTests.accepts(Array(text.utf8)) == Jansson.accepts(Array(text.utf8)))
  }

  @Test func saysWhereADocumentGetsTooDeep() {
    let failure = #expect(throws: JSONError.self) { try JSONDocument(Self.nested(3000)) }
    #expect(failure?.reason == .tooDeep)
    #expect(failure?.offset == 2048)
  }

  @Test(arguments: ["[", #"{"a":"#, "]", "\"", "[\"", "-", "1", "\\", " "])
  func answersTenMegabytesOfOneText(text: String) {
    let bytes = Array(String(repeating: text, count: 10_000_000 / text.utf8.count).utf8)
    #expect(CorpusTests.accepts(bytes) == (text == "1"))
  }

  @Test func readsALongStringAndAWideArray() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000_000)
    #expect(try JSONDocument([0x22] + long + [0x22]).root.stringBytes == long)
    let wide = Array(("[" + String(repeating: "0,", count: 1_000_000) + "1]").utf8)
    #expect(try JSONDocument(wide).root.element(1_000_000)?.number == "1")
  }
}
