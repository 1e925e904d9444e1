import FilterPattern
import Testing

@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let code: PatternIssueCode
    /// 0-based.
    let offset: Int
    let service: String?

    init(_ text: String, _ code: PatternIssueCode, _ offset: Int, _ service: String? = nil) {
      self.text = text
      self.code = code
      self.offset = offset
      self.service = service
    }

    var testDescription: String { text }
  }

  private static let structure = "Invalid metric filter pattern"
  private static func term(_ lexeme: String) -> String { "Invalid character(s) in term '\(lexeme)'" }

  static let cases: [Case] = [
    // Selectors.
    Case("{ $.x.[\"k\"] = 1 }", .invalidCharacter, 7, term(".[\"")),
    Case("{ $.[\"k.l\"] = 1 }", .invalidCharacter, 5, term("$.[\"")),
    Case("{ $.\"k\" = 1 }", .invalidCharacter, 4, term("$.\"")),
    Case("{ $ IS NULL }", .invalidCharacter, 3, term("$ ")),
    Case("{ $[*] = 1 }", .invalidCharacter, 3, term("$[")),
    Case("{ $.k[-2] = 1 }", .invalidCharacter, 6, term("[-")),
    Case("{ $.k[1 = 1 }", .invalidCharacter, 7, term("[1 ")),
    Case("{ $.['k = 1 }", .invalidCharacter, 13, term("$.['k = 1 }")),
    Case("{ $.k[99999999999] = 1 }", .numberOutOfRange, 6),
    Case("{ eventName = x }", .invalidStructure, 2, structure),
    Case("{ $.k.*[*] = 1 }", .wildcardsInSelector, 7),
    Case("{ $.a.*=1||$.b.*=1||$.c.*=1||$.d.*=1 }", .wildcardsInPattern, 29),
    // Operators and joins.
    Case("{ $.k == x }", .invalidStructure, 7, structure),
    Case("{ $.k => 1 }", .invalidStructure, 7, structure),
    Case("{ $.k <> 1 }", .invalidStructure, 7, structure),
    Case("{ $.k ! 1 }", .invalidCharacter, 7, term("! ")),
    Case("{ $.k = 1 OR $.l = 1 }", .invalidStructure, 10, structure),
    Case("{ $.k = 1, $.l = 1 }", .invalidCharacter, 9, term(",")),
    Case("{ $.k = 1 | $.l = 1 }", .invalidCharacter, 11, term("| ")),
    Case("{ !($.k = 1) }", .invalidCharacter, 3, term("!(")),
    Case("{ ($.k = 1 }", .invalidStructure, 11, structure),
    Case("{ $.k = 1) }", .invalidStructure, 9, structure),
    Case("{ $.k = 1 && }", .invalidStructure, 13, structure),
    Case("{ }", .invalidStructure, 2, structure),
    Case("{ () }", .invalidStructure, 3, structure),
    // Keywords.
    Case("{ $.k IS NOT TRUE }", .invalidCharacter, 9, term("NOT")),
    Case("{ $.k NOT NULL }", .invalidCharacter, 6, term("NOT")),
    Case("{ $.k IS 1 }", .invalidStructure, 9, structure),
    Case("{ $.k EXISTS }", .invalidStructure, 6, structure),
    Case("{ $.k != NULL }", .reservedWord, 9, structure),
    // Values.
    Case("{ $.k = a:b }", .invalidCharacter, 9, term(":")),
    Case("{ $.k = 'x' }", .invalidCharacter, 8, term("'")),
    Case("{ $.k = “x” }", .invalidCharacter, 8, term("“")),
    Case("{ $.k = two words }", .invalidStructure, 12, structure),
    Case("{ $.k = \"x }", .invalidCharacter, 12, term("\"x }")),
    Case("{ $.k = }", .invalidStructure, 8, structure),
    Case("{ $.k >= \"7\" }", .orderingWithoutNumber, 9, term("\"7\"")),
    Case("{ $.k < 7* }", .orderingWithoutNumber, 8, term("7*")),
    Case("{ $.k = 1e-2147483648 }", .numberOutOfRange, 8, structure),
    // Regular expressions.
    Case("{ $.k = %a b(c)% }", .invalidCharacter, 12, term("%a b(")),
    Case("%é%", .invalidCharacter, 1, term("%é")),
    Case("%a\\)%", .invalidCharacter, 3, term("%a\\)")),
    Case("%%", .invalidCharacter, 1, term("%%")),
    Case("%a% %b%", .invalidCharacter, 3, term(" ")),
    Case("%a**%", .invalidRegex, 3, "Failed to compile regular expression."),
    Case("[a=%x%, b=%y%, c=%z%]", .tooManyRegexes, 17),
    // What a pattern must end with.
    Case("{ $.k = 1 } and", .unclosedPattern, 12, "If a filter pattern starts with '{' it must end with '}'"),
    Case("{ $.k = 1", .unclosedPattern, 9, "If a filter pattern starts with '{' it must end with '}'"),
    Case("%abc", .unclosedPattern, 4, "If a filter pattern starts with '%' it must end with '%'"),
    Case("[a, b", .unclosedPattern, 5),
    // Space-delimited.
    Case("[a, b, a]", .duplicateField, 7, "Duplicate field 'a'"),
    Case("[..., a, ...]", .duplicateField, 9, "Duplicate field '...'"),
    Case(
      "[a > 1 && b < 2]", .severalNames, 10, "Multiple variables used in a single filter. Var1 : a, Var2 : b"),
    Case("[2nd]", .invalidCharacter, 1, term("2nd")),
    Case("[a > \"1\"]", .orderingWithoutNumber, 5, structure),
    Case("[a b]", .invalidStructure, 3, structure),
    // Terms.
    Case("\"A\"B", .invalidStructure, 3, structure),
    Case("A*", .invalidCharacter, 1, term("*")),
    Case("a=b", .invalidCharacter, 1, term("=")),
    Case("a \"\"", .invalidCharacter, 3, term("\"\"")),
    Case("\"a", .invalidCharacter, 2, term("\"a")),
    Case("ERROR %WARN%", .invalidCharacter, 6, term("%")),
    Case("-", .invalidStructure, 1, structure),
    Case("a --b", .invalidStructure, 3, structure),
  ]

  @Test(arguments: cases)
  func pointsAtTheFirstWrongCharacterInTheServicesWords(refused: Case) throws {
    let result = Pattern.parse(refused.text)
    #expect(result.pattern == nil)
    let issue = try #require(result.issues.first)
    #expect(result.issues.count == 1)
    #expect(issue.severity == .error)
    #expect(issue.code == refused.code)
    #expect(issue.range.lowerBound == refused.offset)
    if let service = refused.service {
      #expect(issue.serviceMessage == service)
      #expect(issue.message.hasSuffix("the service says: \(service)"))
    }
  }

  @Test func lengthIsCountedInUTF16Units() throws {
    #expect(Pattern.parse(String(repeating: "x", count: 1024)).pattern != nil)
    let issue = try #require(Pattern.parse(String(repeating: "x", count: 1025)).issues.first)
    #expect(issue.code == .tooLong)
    #expect(issue.range.lowerBound == 1024)
    #expect(Pattern.parse("\"" + String(repeating: "😀", count: 511) + "\"").pattern != nil)
    #expect(Pattern.parse("\"" + String(repeating: "😀", count: 512) + "\"").issues.first?.code == .tooLong)
  }

  @Test func bytesThatAreNoTextAreRefusedWhereTheyStand() {
    #expect(Pattern.parse(utf8: [0x61, 0x62, 0xFF]).issues.first?.code == .notUTF8)
    #expect(Pattern.parse(utf8: [0x61, 0xC3]).issues.first?.range == 1..<2)
    #expect(Pattern.parse("a\u{0}b").issues.first?.code == .nulCharacter)
    #expect(Pattern.parse("{ $.a = \"\u{0}\" }").issues.first?.range == 9..<10)
  }

  @Test func hugeAndDeepTextIsRefusedWithoutHarm() {
    #expect(Pattern.parse(String(repeating: "x", count: 10_000_000)).issues.first?.code == .tooLong)
    let deep = String(repeating: "(", count: 10_000) + "$.a = 1" + String(repeating: ")", count: 10_000)
    #expect(Pattern.parse("{ \(deep) }").issues.first?.code == .tooLong)
    let allowed = String(repeating: "(", count: 500) + "$.a=1" + String(repeating: ")", count: 500)
    #expect(Pattern.parse("{\(allowed)}").pattern == Pattern.parse("{$.a=1}").pattern)
    #expect(Pattern.parse(String(repeating: "{", count: 1024)).pattern == nil)
  }
}
