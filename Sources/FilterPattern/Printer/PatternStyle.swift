/// How a pattern is written down.
public enum PatternStyle: String, Hashable, Sendable, CaseIterable {
  /// Every text in double quotes, one blank around operators, parentheses only where they are needed.
  case canonical
  /// As the CIS AWS Foundations Benchmark prints control 4.15: every condition in parentheses, a dotted name such as
  /// `organizations.amazonaws.com` without quotes, every other text with.
  case cis
  /// As short as it gets without changing the conditions: no quotes, blanks or parentheses that can be left out.
  /// Blanks between terms stay, since `a-b` looks like one word and is none.
  case tight
}
