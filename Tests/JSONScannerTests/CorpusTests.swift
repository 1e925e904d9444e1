import JSONScanner
import Testing

@Suite struct CorpusTests {
  static func accepts(_ bytes: [UInt8]) -> Bool { (try? JSONDocument(bytes)) != nil }

  @Test(arguments: Corpus.valid.map { Array($0.utf8) } + Corpus.validBytes)
  func readsAValidDocumentAsJanssonDoes(bytes: [UInt8]) throws {
    let document = try JSONDocument(bytes)
    #expect(Jansson.agrees(with: document.root, on: bytes))
  }

  @Test(arguments: Corpus.broken.map { Array($0.utf8) } + Corpus.brokenBytes)
  func refusesABrokenDocumentAsJanssonDoes(bytes: [UInt8]) {
    #expect(!Jansson.accepts(bytes))
    let failure = #expect(throws: JSONError.self) { try JSONDocument(bytes) }
    #expect(failure.map { (0...bytes.count).contains($0.offset) } == true)
  }

  @Test(arguments: Corpus.wider)
  func readsNumbersOfAnySizeWhereJanssonDoesNot(text: String) throws {
    #expect(!Jansson.accepts(Array(text.utf8)))
    #expect(Self.accepts(Array(text.utf8)))
  }

  @Test(arguments: Corpus.stricter)
  func refusesANULByteWhereverItStands(text: String) {
    #expect(Jansson.accepts(Array(text.utf8)))
    #expect(!Self.accepts(Array(text.utf8)))
  }

  @Test(arguments: Corpus.valid)
  func agreesWithJanssonOnEveryBeginningOfADocument(text: String) {
    let bytes = Array(text.utf8)
    for end in 0..<bytes.count {
      let beginning = Array(bytes[..<end])
      #expect(Self.accepts(beginning) == Jansson.accepts(beginning), "\(beginning)")
    }
  }

  @Test func agreesWithJanssonWhenAnyByteIsReplaced() {
    let seeds = [
      #"{"a":[1,-2.5e+3,"\u00e9\ud83d\ude00"],"b":{"c":true,"d":null}}"#, #" [ "é😀" , false , 0 ] "#,
    ]
    for seed in seeds.map({ Array($0.utf8) }) {
      for at in seed.indices {
        for byte in UInt8(1)...UInt8.max {
          var bytes = seed
          bytes[at] = byte
          if Self.accepts(bytes) != Jansson.accepts(bytes) { Issue.record("\(bytes)") }
        }
      }
    }
  }

  @Test(arguments: [
    "\"\\u0000\"", "[\"a\\u0000\"]", "{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "\"\\u0001\"", "\"\u{0}\"",
  ])
  func readsNULEscapesOnRequestAsJanssonDoes(text: String) {
    let bytes = Array(text.utf8)
    #expect(((try? JSONDocument(bytes, options: .allowNUL)) != nil) == Jansson.accepts(bytes, allowNUL: true))
  }
}
