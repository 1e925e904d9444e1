import Foundation
import Testing

@Suite struct PatternCommandTests {
  @Test func checkSaysNothingWrongOfAValidPattern() throws {
    let run = try GenRunner.run(["pattern", "check", "{ $.eventName = \"DeleteTrail\" }"])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "the pattern is valid\n")
  }

  @Test func checkPutsACaretUnderTheFirstWrongCharacter() throws {
    let run = try GenRunner.run(["pattern", "check", "{ $.a == 1 }"])
    #expect(run.status == 1)
    #expect(
      run.errors == """
        <pattern>:1:8: error[GEN5006]: expected a value, found '='; the service says: Invalid metric filter pattern
          { $.a == 1 }
                 ^
        hint: write one '='

        """)
  }

  @Test func checkReadsAFileAndStandardInputAndDropsOneLineBreak() throws {
    try GenRunner.withFile("ERROR*\n") { path in
      let run = try GenRunner.run(["pattern", "check", "@\(path)"])
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("\(path):1:6: error[GEN5005]"))
    }
    #expect(try GenRunner.run(["pattern", "format", "-"], input: "ERROR\r\n").output == "\"ERROR\"\n")
    #expect(try GenRunner.run(["pattern", "check", "-"], input: "ERROR\n\n").status == 0)
    #expect(try GenRunner.run(["pattern", "check", "@/no/such/file"]).status == 74)
  }

  @Test func aPatternThatBeginsWithAHyphenGoesAfterTwoHyphens() throws {
    let taken = try GenRunner.run(["pattern", "format", "-timeout"])
    #expect(taken.status == 64)
    #expect(taken.errors.contains("a pattern that begins with a hyphen goes after '--'"))
    #expect(try GenRunner.run(["pattern", "format", "--", "-timeout"]).output == "-\"timeout\"\n")
    #expect(
      try GenRunner.run(["pattern", "format", "--style", "tight", "--", "-timeout"]).output == "-timeout\n")
    #expect(try GenRunner.run(["pattern", "check", "--", "--"]).status == 1)
    #expect(try GenRunner.run(["pattern", "check"]).status == 64)
    #expect(try GenRunner.run(["pattern", "check", "a", "b"]).status == 64)
  }

  @Test func warningsFailOnlyAStrictRun() throws {
    #expect(try GenRunner.run(["pattern", "check", "{ $.a = x-y }"]).status == 0)
    #expect(try GenRunner.run(["pattern", "check", "--strict", "{ $.a = x-y }"]).status == 1)
  }

  @Test func badBytesAndHugeTextAreErrors() throws {
    try GenRunner.withFile(Data([0x61, 0xFF])) { path in
      let run = try GenRunner.run(["pattern", "check", "@\(path)"])
      #expect(run.status == 1)
      #expect(run.errors.contains("error[GEN5002]"))
    }
    try GenRunner.withFile(Data(count: 3)) { path in
      let run = try GenRunner.run(["pattern", "check", "@\(path)"])
      #expect(run.errors.contains("error[GEN5003]"))
    }
    try GenRunner.withFile(Data(repeating: 0x28, count: 1_000_000)) { path in
      let run = try GenRunner.run(["pattern", "check", "@\(path)"])
      #expect(run.status == 1)
      #expect(run.errors.contains("error[GEN5001]"))
    }
  }

  @Test func formatWritesEachStyle() throws {
    let written = "{$.eventSource=iam.amazonaws.com && ($.eventName=\"A\"||$.eventName=B)}"
    #expect(
      try GenRunner.run(["pattern", "format", written]).output
        == "{ $.eventSource = \"iam.amazonaws.com\" && ($.eventName = \"A\" || $.eventName = \"B\") }\n")
    #expect(
      try GenRunner.run(["pattern", "format", written, "--style", "cis"]).output
        == "{ ($.eventSource = iam.amazonaws.com) && (($.eventName = \"A\") || ($.eventName = \"B\")) }\n")
    #expect(
      try GenRunner.run(["pattern", "format", written, "--style=tight"]).output
        == "{$.eventSource=iam.amazonaws.com&&($.eventName=A||$.eventName=B)}\n")
    #expect(try GenRunner.run(["pattern", "format", "{ $.a }"]).status == 1)
  }

  @Test func testAnswersInTheShapeOfTheServicesOwnTest() throws {
    try GenRunner.withFile(#"["a \"b c\"", "x", "d e "]"#) { path in
      let run = try GenRunner.run(["pattern", "test", "[f, ]", "--messages", path, "--format", "json"])
      #expect(run.status == 0)
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary)
      let expected: NSDictionary = [
        "matches": [
          ["eventNumber": 1, "eventMessage": "a \"b c\"", "extractedValues": ["$f": "a", "$2": "b c"]]
            as NSDictionary,
          ["eventNumber": 3, "eventMessage": "d e ", "extractedValues": ["$f": "d", "$2": "e"]],
        ]
      ]
      #expect(answer == expected)
    }
  }

  @Test func testReadsEventsOnLinesInAnArrayAndInRecords() throws {
    let pattern = "{ $.n > 1 }"
    for text in [
      "{\"n\":1}\r\n\n{\"n\":2}\n", "[{\"n\":1}, {\"n\":2}]", "{\"Records\": [{\"n\":1},\n  {\"n\": 2}]}",
    ] {
      try GenRunner.withFile(text) { path in
        let run = try GenRunner.run(["pattern", "test", pattern, "--events", path])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasSuffix("1 of 2 messages match\n"))
      }
    }
    let run = try GenRunner.run(
      ["pattern", "test", pattern, "--events", "-"], input: "{\"n\":2}\nnot JSON\n")
    #expect(run.status == 0)
    #expect(
      run.output == "1 (<standard input>:1): match\n2 (<standard input>:2): no match\n1 of 2 messages match\n"
    )
    #expect(run.errors.contains("<standard input>:2:1: warning[GEN5402]"))
  }

  @Test func testRefusesMessagesThatAreNoArrayOfStrings() throws {
    for (text, place, code) in [
      ("[1]", "1:2", "GEN5401"), ("{}", "1:1", "GEN5401"), ("[\"a\"", "1:5", "GEN1208"),
      ("[]", "1:1", "GEN5403"),
    ] {
      try GenRunner.withFile(text) { path in
        let run = try GenRunner.run(["pattern", "test", "x", "--messages", path])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("\(path):\(place): error[\(code)]"))
      }
    }
    #expect(try GenRunner.run(["pattern", "test", "x"]).status == 64)
    #expect(try GenRunner.run(["pattern", "test", "x", "--events", "a", "--messages", "b"]).status == 64)
    #expect(try GenRunner.run(["pattern", "test", "-", "--events", "-"]).status == 64)
  }

  @Test func testRefusesACompressedFileAndSaysHowToUnpackIt() throws {
    let gzip = Data([0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x03, 0x00])
    for option in ["--events", "--messages"] {
      try GenRunner.withFile(gzip) { path in
        let run = try GenRunner.run(["pattern", "test", "{ $.n = 1 }", option, path])
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(
          run.errors == """
            \(path):1:1: error[GEN5404]: the file is compressed with gzip
            hint: gunzip -c FILE | gen pattern test PATTERN \(option) -

            """)
      }
    }
  }

  @Test func testCountsWhatIsWrongWithManyLines() throws {
    let run = try GenRunner.run(["pattern", "test", "x", "--events", "-"], input: "x\ny\n{}\nz\n")
    #expect(run.errors.contains("<standard input>:1:1: warning[GEN5402]"))
    #expect(run.errors.contains("note: so is it at 2 more places"))
    #expect(!run.errors.contains("<standard input>:2"))
  }

  @Test func testSaysWhatAnAnswerRestsOn() throws {
    let run = try GenRunner.run(
      ["pattern", "test", "{ $.n = 2 }", "--events", "-"], input: "{\"n\":1,\"n\":2}\n")
    #expect(run.output.hasSuffix("1 of 1 message matches\n"))
    #expect(run.errors.contains("<standard input>:1:1: warning[GEN5118]"))
  }
}
