import Testing

@testable import JSONScanner

/// The filter of an object's names never hides one that is there.
@Suite struct NamesTests {
  @Test func everyNameThatIsThereMayBeThere() throws {
    let names = try JSONNames(JSONDocument(#"{"type":1,"$ref":2,"x":3}"#).root)
    #expect(names.mayHold("type") && names.mayHold("$ref") && names.mayHold("x"))
    #expect(!names.mayHold("required") && !names.mayHold("enum"))
  }

  @Test func aNameWithEscapesMayBeAny() throws {
    let names = try JSONNames(JSONDocument(#"{"\u0074ype":1}"#).root)
    #expect(names.mayHold("type") && names.mayHold("required"))
    #expect(try JSONDocument(#"{"\u0074ype":1}"#).root.member("type" as StaticString)?.number == "1")
  }

  @Test func whatIsNoObjectHasNone() throws {
    for text in ["{}", "[1]", "1", #""type""#] {
      #expect(try !JSONNames(JSONDocument(text).root).mayHold("type"))
    }
  }
}
