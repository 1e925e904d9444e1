/// A path into a JSON object, such as `$.users[0].name`: one segment at least, one wildcard at most.
public struct Selector: Hashable, Sendable {
  /// One step of the path.
  public enum Segment: Hashable, Sendable {
    /// A member of an object: `.name`, `.['a name']`. Compared as bytes, case-sensitive.
    case key(String)
    /// An element of an array, 0-based: `[0]`.
    case index(Int)
    /// Every element of an array or every member's value of an object, one level: `[*]` and `.*` are the same.
    case wildcard

    /// Compares keys as bytes: canonically equal spellings are different keys.
    public static func == (left: Segment, right: Segment) -> Bool {
      switch (left, right) {
      case (.key(let a), .key(let b)): a.utf8.elementsEqual(b.utf8)
      case (.index(let a), .index(let b)): a == b
      case (.wildcard, .wildcard): true
      case (.key, _), (.index, _), (.wildcard, _): false
      }
    }

    /// Hashes the bytes of a key, the number of an index.
    public func hash(into hasher: inout Hasher) {
      switch self {
      case .key(var key):
        hasher.combine(0)
        key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      case .index(let index):
        hasher.combine(1)
        hasher.combine(index)
      case .wildcard: hasher.combine(2)
      }
    }
  }

  /// The steps from the root object.
  public let segments: [Segment]
  /// For each segment its key as UTF-8, empty for one that is no key.
  let keys: [[UInt8]]
  /// Where it stands, from `$` on.
  public let span: SourceSpan

  /// Makes a selector.
  public init(_ segments: [Segment], span: SourceSpan = .none) {
    self.segments = segments
    keys = segments.map { if case .key(let key) = $0 { Array(key.utf8) } else { [] } }
    self.span = span
  }

  /// The position of the wildcard in `segments`, if there is one.
  public var wildcard: Int? { segments.firstIndex(of: .wildcard) }
}
