/// A document to print: structure without text. Order is kept; a mapping's keys are unique.
public indirect enum Tree: Hashable, Sendable {
  /// Text; the YAML printer quotes it only where a reader would take it for something else.
  case text(String)
  /// Text that YAML always quotes, such as a filter pattern or an account id.
  case quotedText(String)
  /// Whole lines, which YAML writes as a literal block where it can; JSON as any text.
  case block(String)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction; at most 15 significant digits survive every target.
  case decimal(Double)
  /// true or false.
  case boolean(Bool)
  /// A list.
  case list([Tree])
  /// Keys and values in the order they are printed.
  case map([Member])
  /// A YAML local tag such as `!Ref` on a scalar or list; JSON has none.
  case tagged(String, Tree)

  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: Tree

    /// Makes a member.
    public init(_ key: String, _ value: Tree) {
      self.key = key
      self.value = value
    }
  }

  /// A mapping from pairs, in their order, leaving out those whose value is nil.
  public static func members(_ pairs: KeyValuePairs<String, Tree?>) -> Tree {
    .map(pairs.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// Whether it is an empty list or mapping.
  public var isEmptyCollection: Bool {
    switch self {
    case .list(let elements): elements.isEmpty
    case .map(let members): members.isEmpty
    case .text, .quotedText, .block, .integer, .decimal, .boolean, .tagged: false
    }
  }
}
