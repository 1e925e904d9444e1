/// An alternative of a regular expression: what must follow each other. There are no groups, so that nothing nests.
typealias RegexSequence = [RegexItem]

/// One thing in a sequence and how often it stands there.
struct RegexItem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case symbols(RegexSymbolSet)
    /// `^`: the beginning of the value.
    case begin
    /// `$`: the end of the value.
    case end
  }

  let kind: Kind
  var minimum = 1
  /// Nil for no limit.
  var maximum: Int? = 1
  /// Where it begins in the text, in bytes.
  let offset: Int
}
