import Testing

@testable import Diagnostics

/// Searches over bytes against the plain loop that each stands for, at every place in a word of eight.
@Suite struct ByteSearchTests {
  private static let bytes: [UInt8] = [
    0, 1, 9, 10, 0x1F, 0x20, 0x21, 0x41, 0x7E, 0x7F, 0x80, 0x81, 0xA0, 0xFE, 0xFF,
  ]

  @Test(arguments: 0..<20) func aByteIsFoundWhereverItStands(place: Int) {
    for byte in Self.bytes {
      for other in Self.bytes where other != byte {
        var text = [UInt8](repeating: other, count: 20)
        text[place] = byte
        text.withUnsafeBufferPointer { text in
          #expect(text.place(of: byte) == place)
          #expect(text.place(of: byte, from: place) == place)
          #expect(text.place(of: byte, from: place + 1) == nil)
        }
      }
    }
  }

  @Test func whatIsNotPrintableIsTheFirstOutsideOfASCIIsCharacters() {
    for first in Self.bytes {
      for second in Self.bytes {
        for place in 0..<17 {
          var text = [UInt8](repeating: 0x61, count: 20)
          text[place] = first
          text[place + 3] = second
          let wanted = text.firstIndex { !(0x20...0x7E).contains($0) }
          #expect(text.withUnsafeBufferPointer { $0.placeOfUnprintable() } == wanted)
          #expect(text.withUnsafeBufferPointer(\.isASCII) == text.allSatisfy { $0 < 0x80 })
        }
      }
    }
  }

  @Test func nothingIsInNothing() {
    let none: [UInt8] = []
    none.withUnsafeBufferPointer { none in
      #expect(none.place(of: 0) == nil && none.placeOfUnprintable() == nil && none.isASCII)
    }
  }

  @Test func columnsCountCharactersInLongLines() {
    let text = String(repeating: "é1", count: 300) + "\nab"
    let source = SourceText(file: "f", text: text)
    let end = text.utf8.count
    #expect(source.position(ofByte: 3 * 299) == SourcePosition(line: 1, column: 599))
    #expect(source.position(ofByte: end) == SourcePosition(line: 2, column: 3))
    #expect(SourceText(file: "f", text: "a\n\nbc").position(ofByte: 4) == SourcePosition(line: 3, column: 2))
  }
}
