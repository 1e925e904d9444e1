import FilterPattern
import Testing

@Suite struct PatternComparisonTests {
  static func compare(_ left: String, _ right: String) throws -> PatternComparison {
    PatternComparison(
      try #require(Pattern.parse(left).pattern, "\(left)"),
      try #require(Pattern.parse(right).pattern, "\(right)"))
  }

  @Test(
    arguments: [
      // Texts.
      ("{ $.a = x }", "{ $.a = \"x\" }", .equivalent), ("{ $.a = x }", "{ $.a = y }", .disjoint),
      ("{ $.a = x }", "{ $.a = x* }", .implies), ("{ $.a = *x }", "{ $.a = ax }", .impliedBy),
      ("{ $.a = x* }", "{ $.a = *y }", .overlapping), ("{ $.a = ab* }", "{ $.a = ac* }", .disjoint),
      ("{ $.a = \"*a*\" }", "{ $.a = \"*b*\" }", .overlapping),
      ("{ $.a = \"*aba*\" }", "{ $.a = \"*b*\" }", .implies),
      ("{ $.a = x || $.a = y }", "{ $.a = y || $.a = x }", .equivalent),
      ("{ $.a = x || $.a = x* }", "{ $.a = x* }", .equivalent), ("{ $.a = x }", "{ $.b = x }", .overlapping),
      ("{ $.a = * }", "{ $.a = x || $.a != x }", .equivalent),
      ("{ $.a = x && $.a = y }", "{ $.a = z }", .implies),
      ("{ $.a != x }", "{ $.a = y }", .impliedBy), ("{ $.a != x && $.a != y }", "{ $.a != y }", .implies),
      // A pattern is not closed under negation.
      ("{ $.a != x }", "{ $.a = x || $.a NOT EXISTS }", .disjoint),
      ("{ $.a NOT EXISTS }", "{ $.a = * }", .disjoint), ("{ $.a IS NULL }", "{ $.a NOT EXISTS }", .disjoint),
      ("{ $.a IS TRUE }", "{ $.a = true }", .disjoint), ("{ $.a IS NULL }", "{ $.a = * }", .disjoint),
      // Numbers by value, strings by spelling.
      ("{ $.a = 1 }", "{ $.a = 1.0 }", .overlapping), ("{ $.a = 1 }", "{ $.a = \"1\" }", .impliedBy),
      ("{ $.a = 1 }", "{ $.a = 1* }", .implies), ("{ $.a > 1 }", "{ $.a > 2 }", .impliedBy),
      ("{ $.a > 1 }", "{ $.a >= 2 }", .impliedBy), ("{ $.a > 1 && $.a < 2 }", "{ $.a = 1.5 }", .overlapping),
      ("{ $.a < 1 }", "{ $.a > 1 }", .disjoint), ("{ $.a <= 1 }", "{ $.a < 1 }", .impliedBy),
      ("{ $.a >= 1 && $.a <= 1 }", "{ $.a = 1 }", .implies),
      ("{ $.a > 0 && $.a < 1e-999 }", "{ $.b = 1 }", .implies),
      ("{ $.a != 1 }", "{ $.a = \"1\" }", .disjoint),
      ("{ $.a > 5 && $.a = \"a*\" }", "{ $.b = c }", .implies),
      ("{ $.a > 1 || $.a < 1 || $.a = 1 }", "{ $.a != 1 || $.a = 1 }", .implies),
      // Places.
      ("{ $.a.b = 1 }", "{ $.a = 1 }", .disjoint), ("{ $.a.b = 1 }", "{ $.a NOT EXISTS }", .disjoint),
      ("{ $.a[0] = 1 }", "{ $.a.b = 1 }", .disjoint), ("{ $.a[1] = 1 }", "{ $.a[0] NOT EXISTS }", .disjoint),
      ("{ $.['a'] = 1 }", "{ $.a = 1 }", .equivalent),
      ("{ $.a = 1 && $.b = 1 }", "{ $.b = 1 && $.a = 1 }", .equivalent),
      ("{ $.a.b NOT EXISTS }", "{ $.a NOT EXISTS }", .impliedBy),
      // Wildcards and nulls in arrays.
      ("{ $.a[*] = 1 }", "{ $.a.* = 1 }", .equivalent), ("{ $.a[0] = 1 }", "{ $.a[*] = 1 }", .implies),
      ("{ $.a[*] = 1 }", "{ $.a[*] = 1 || $.a[0] = 1 }", .equivalent),
      ("{ $.a.b = 1 }", "{ $.a[*] = 1 }", .implies),
      ("{ $.a[*] != 1 }", "{ $.a[0] = 1 }", .disjoint), ("{ $.a[*] != 1 }", "{ $.a NOT EXISTS }", .disjoint),
      ("{ $.a[*] NOT EXISTS }", "{ $.a[0] = 1 }", .disjoint),
      ("{ $.a[*] = 1 }", "{ $.a[*] = 2 }", .overlapping),
      ("{ $.a[*] = 1 && $.a[1] NOT EXISTS && $.a[0] = * }", "{ $.a[0] = 1 }", .implies),
      ("{ $.a[*].b = 1 }", "{ $.a[*].b != 1 }", .disjoint), ("{ $.* = 1 }", "{ $.a = 1 }", .impliedBy),
      ("{ $.a[0] IS NULL }", "{ $.a IS NULL }", .overlapping),
      ("{ $.a IS NULL }", "{ $.a[*] IS NULL }", .overlapping),
      ("{ $.a[*] IS NULL && $.a[0] = 1 }", "{ $.a IS NULL }", .implies),
      // Regular expressions.
      ("{ $.a = %^ab% }", "{ $.a = ab* }", .equivalent), ("{ $.a = %b% }", "{ $.a = \"*b*\" }", .equivalent),
      ("{ $.a = %^a+$% }", "{ $.a = aa }", .impliedBy),
      ("{ $.a = %^[ab]$% }", "{ $.a = a || $.a = b }", .equivalent),
      ("{ $.a = %^\\d+$% }", "{ $.a = %^[a-z]+$% }", .disjoint),
      ("{ $.a = %^a.c$% }", "{ $.a = abc }", .impliedBy),
      ("{ $.a != %a% }", "{ $.a = %a% }", .disjoint),
      // Whole patterns.
      ("", "{ $.a = 1 }", .impliedBy), ("{ $.a = 1 }", "", .implies), ("a b", "a b", .equivalent),
      ("a b", "b a", .undecided), ("[a, b]", "[a, b=1]", .undecided), ("a", "{ $.a = 1 }", .undecided),
      ("a", "", .implies),
    ] as [(String, String, PatternRelation)])
  func tellsHowTwoPatternsLie(left: String, right: String, relation: PatternRelation) throws {
    let comparison = try Self.compare(left, right)
    #expect(comparison.relation == relation, "\(comparison)")
    #expect((comparison.undecidedReason != nil) == (relation == .undecided))
    let mirrored: PatternRelation =
      switch relation {
      case .implies: .impliedBy
      case .impliedBy: .implies
      default: relation
      }
    #expect(try Self.compare(right, left).relation == mirrored)
  }
}
