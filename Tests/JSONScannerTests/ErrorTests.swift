import JSONScanner
import Testing

@Suite struct ErrorTests {
  @Test(
    arguments: [
      ("", .noValue, 0), ("[1,]", .valueExpected, 3), ("[tru]", .unknownWord, 1), ("{a:1}", .nameExpected, 1),
      (#"{"a" 1}"#, .colonExpected, 5), ("[1 2]", .commaExpected, 3), (#"{"a":1"#, .unclosedObject, 6),
      ("[[1]", .unclosedArray, 4), (#"["a"#, .unclosedString, 3), ("\"a\nb\"", .controlCharacter, 2),
      (#""\x""#, .unknownEscape, 1), (#""a\u0000""#, .nulEscape, 2), (#""\ud800""#, .loneSurrogate, 1),
      ("[01]", .leadingZero, 1), ("1.", .digitExpected, 2), ("\u{feff}1", .byteOrderMark, 0),
      ("1 2", .textAfterEnd, 2),
    ] as [(String, JSONError.Reason, Int)])
  func pointsAtTheFirstWrongByte(text: String, reason: JSONError.Reason, offset: Int) {
    let failure = #expect(throws: JSONError.self) { try JSONDocument(text) }
    #expect(failure?.reason == reason)
    #expect(failure?.offset == offset)
  }

  @Test func pointsAtABrokenByteSequence() {
    let failure = #expect(throws: JSONError.self) { try JSONDocument([0x22, 0x61, 0xC3, 0x22]) }
    #expect(failure?.reason == .notUTF8)
    #expect(failure?.offset == 2)
  }

  @Test func namesTheOpeningThatWasNeverClosed() {
    let failure = #expect(throws: JSONError.self) { try JSONDocument(#"{"a":[1,{"b":2"#) }
    #expect(failure?.reason == .unclosedObject)
    #expect(failure?.opened == 8)
  }

  @Test(arguments: JSONError.Reason.allCases)
  func everyReasonHasACodeOfItsOwn(reason: JSONError.Reason) {
    #expect((1200..<1300).contains(reason.rawValue))
  }
}
