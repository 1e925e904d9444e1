import Foundation
import JSONScanner
import Testing

/// What the fuzzer found worth keeping: at least one input for every branch.
@Suite struct KeptInputTests {
  private static func inputs() throws -> [[UInt8]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fuzz/corpus/scanner.base64")
    return try Data(contentsOf: file).split(separator: 0x0A)
      .map { Array(try #require(Data(base64Encoded: Data($0)))) }
  }

  @Test func everyKeptInputIsAnsweredAsByJansson() throws {
    for bytes in try Self.inputs() {
      let document = try? JSONDocument(bytes)
      let isAcceptedThere = Jansson.accepts(bytes)
      if let document, isAcceptedThere {
        #expect(Jansson.agrees(with: document.root, on: bytes), "\(bytes)")
      } else if document == nil, isAcceptedThere {
        #expect(bytes.contains(0), "\(bytes)")
      } else if document != nil {
        // Only a number can be too wide for jansson, and such a number is long.
        #expect(bytes.count { (0x30...0x39).contains($0) } >= 3, "\(bytes)")
      }
    }
  }
}
