import Foundation
import Testing

/// The files of events and messages that `gen pattern test` takes.
@Suite struct EventFileTests {
  private static let pattern = "{ $.eventName = CreateUser }"
  private static let match = #"{"eventName":"CreateUser"}"#
  private static let other = #"{"eventName":"GetUser"}"#

  private func tested(_ text: String, option: String = "--events") throws -> GenRunner.Outcome {
    try GenRunner.withFile(text) {
      try GenRunner.run(["pattern", "test", Self.pattern, option, $0, "--format", "json"])
    }
  }

  private func matching(_ outcome: GenRunner.Outcome) throws -> [Int] {
    struct Answer: Decodable {
      struct Match: Decodable { let eventNumber: Int }
      let matches: [Match]
    }
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).matches.map(\.eventNumber)
  }

  @Test(arguments: [
    (match, [1]), (other, []), ("[\(other), \(match)]", [2]), (#"{"Records": [\#(match), \#(other)]}"#, [1]),
    ("\(other)\n\n\(match)\r\n", [2]), (#"{"Records": 1, "eventName": "CreateUser"}"#, [1]),
  ])
  func eventsAreADocumentAListRecordsOrLines(text: String, numbers: [Int]) throws {
    let outcome = try tested(text)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try matching(outcome) == numbers)
  }

  @Test func aLineThatIsNoObjectIsAMessageWithAWarning() throws {
    let outcome = try tested("\(Self.match)\n[1]\nnot json\n")
    #expect(outcome.status == 0 && outcome.errors.contains("warning[GEN"))
    #expect(outcome.errors.contains("this line is JSON but no object"))
    #expect(try matching(outcome) == [1])
  }

  @Test func messagesAreAListOfStrings() throws {
    let outcome = try tested(#"["x", "{\"eventName\": \"CreateUser\"}"]"#, option: "--messages")
    #expect(outcome.status == 0)
    #expect(try matching(outcome) == [2])
  }

  @Test(arguments: [
    (match, "--messages", "expected an array of strings"), ("[\"a\", 1]", "--messages", "expected a string"),
    ("[\"a\"", "--messages", "error[GEN1"), ("[]", "--messages", "the file holds no message to test"),
    ("[]", "--events", "the file holds no message to test"),
    ("\n \n", "--events", "the file holds no message to test"),
    (#"{"Records": []}"#, "--events", "the file holds no message to test"),
  ])
  func whatHoldsNoMessageIsRefused(text: String, option: String, reason: String) throws {
    let outcome = try tested(text, option: option)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test func aCompressedFileIsNamedWithTheMend() throws {
    try GenRunner.withFile(Data([0x1F, 0x8B, 0x08, 0x00])) { path in
      let outcome = try GenRunner.run(["pattern", "test", Self.pattern, "--events", path])
      #expect(outcome.status == 1 && outcome.errors.contains("the file is compressed with gzip"))
      #expect(outcome.errors.contains("gunzip -c FILE |"))
    }
  }

  @Test func aFileThatIsNotThereIsAFailureOfInput() throws {
    let outcome = try GenRunner.run(["pattern", "test", Self.pattern, "--events", "/nowhere/at/all"])
    #expect(outcome.status == 74 && outcome.errors.contains("'/nowhere/at/all'"))
  }
}
