import Foundation
import Testing

@testable import GenEmitters

@Suite struct ShellWordTests {
  static let hostile = [
    "", " ", "'", "''", "\"", "\\", "\\'", "'\\''", "a'b", "it's", "$", "$HOME", "${HOME}", "$(id)", "`id`",
    "`", "a\\", "\\\\",
    "-x", "--help", "!", "!!", "a\nb", "\n", "#", "~", "*", "?", "[", "]", "{a,b}", ";", "&", "|", "<", ">",
    "(", ")", "=a",
    "file:///etc/passwd", "https://example.com", "%{x}", "${", "$${", "$'", "'$'", "`'`", "é", "e\u{301}",
    "🙈", "\u{FEFF}",
    "\u{2028}", "{ ($.a = \"it's\") && ($.b[0] = %^x$%) }", String(repeating: "x'", count: 512),
  ]

  private func read(_ words: [ShellWord], shell: String, setting: String = "") throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/\(shell)")
    let script = "\(setting)\nprintf '%s\\0' \(words.map(\.spelling).joined(separator: " "))"
    process.arguments = ["-c", script]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(arguments: ["sh", "bash"])
  func everyTextReachesTheCommandByteForByte(shell: String) throws {
    let found = try read(Self.hostile.map(ShellWord.text), shell: shell)
    #expect(found.map { Array($0.utf8) } == Self.hostile.map { Array($0.utf8) })
  }

  @Test(arguments: ["sh", "bash"])
  func everyTextAroundAVariableReachesTheCommandByteForByte(shell: String) throws {
    let words = Self.hostile.map { ShellWord([.text($0), .variable("v"), .text($0)]) }
    let found = try read(words, shell: shell, setting: "v='$x `y` \"'")
    #expect(found.map { Array($0.utf8) } == Self.hostile.map { Array("\($0)$x `y` \"\($0)".utf8) })
  }

  @Test func anOptionStaysReadableInFrontOfItsValue() {
    #expect(ShellWord.option("name", .text("a b")).spelling == "--name='a b'")
    #expect(ShellWord.option("name", .variable("NAME")).spelling == "--name=\"$NAME\"")
    #expect(ShellWord.option("name", .text("plain")).spelling == "--name=plain")
    #expect(("--query=a[0]" as ShellWord).spelling == "--query='a[0]'")
  }

  @Test func aVariableBeforeALetterStandsInBraces() {
    #expect(
      ShellWord(["arn:", .variable("partition"), ":x", .variable("y"), "z"]).spelling
        == "\"arn:$partition:x${y}z\"")
  }

  /// A zero width joiner after the quote, a variation selector, a mark; and a sign that takes what follows it, before the quote.
  @Test(arguments: ["\u{200D}-x", "\u{FE0F}x", "\u{301}x", "x\u{600}", "\u{600}"])
  func aTextThatJoinsItsQuotesStaysWhole(text: String) throws {
    let wanted = "{\"a\":\"\(text)\"}"
    let found = try read([ShellJSON.members(["a": .text(text)]).compact], shell: "sh")
    #expect(found.map { Array($0.utf8) } == [Array(wanted.utf8)])
  }

  @Test func jsonWithHolesReadsAsJSON() {
    let json = ShellJSON.members([
      "a": .string([.text("x\""), .variable("v")]), "b": .list([.integer(1), .boolean(true)]), "c": nil,
    ])
    #expect(json.compact.spelling == #"'{"a":"x\"'"$v"'","b":[1,true]}'"#)
    #expect(
      json.indented(by: 0).spelling
        == "'{\n  \"a\": \"x\\\"'\"$v\"'\",\n  \"b\": [\n    1,\n    true\n  ]\n}'")
  }
}
