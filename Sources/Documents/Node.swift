public import Diagnostics

/// A node of a document that was read, with its place in the source.
///
/// YAML and JSON both read into it. Nothing is resolved: a scalar keeps the text that the user wrote, and whoever knows
/// which type is wanted decides what `yes`, `1.0` or `2010-09-09` is.
public struct Node: Sendable {
  /// What the node holds.
  public enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A scalar's text and how it was written.
  public struct Scalar: Sendable {
    /// How a scalar was written. `plain` is the only style whose type is open.
    public enum Style: Sendable {
      case plain, singleQuoted, doubleQuoted, literal, folded
    }

    /// The text after unquoting, unescaping and folding.
    public var text: String
    /// How it was written.
    public var style: Style

    /// Makes a scalar.
    public init(text: String, style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// A key and its value, in the order of the source.
  public struct Entry: Sendable {
    /// The key, a scalar in every document that `YAMLReader` accepts.
    public var key: Node
    /// The value.
    public var value: Node

    /// Makes an entry.
    public init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }
  }

  /// What the node holds.
  public var content: Content
  /// An explicit local tag such as `!GetAtt`, or nil.
  public var tag: String?
  /// Where it stands; for a collection from its first to its last child.
  public var range: SourceRange

  /// Makes a node.
  public init(_ content: Content, tag: String? = nil, range: SourceRange) {
    self.content = content
    self.tag = tag
    self.range = range
  }

  /// The scalar, when it is one.
  public var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }

  /// The scalar's text, when it is one.
  public var text: String? { scalar?.text }

  /// The elements, when it is a sequence.
  public var elements: [Node]? { if case .sequence(let elements) = content { elements } else { nil } }

  /// The entries, when it is a mapping.
  public var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

  /// The value under a key, when it is a mapping that has it. Keys compare as bytes.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key.text?.isSpelled(key) ?? false }?.value
  }
}

extension String {
  /// Whether two texts are the same bytes: a composed and a decomposed spelling, equal to Swift, are two.
  func isSpelled(_ other: String) -> Bool {
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }
}
