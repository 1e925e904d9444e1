/// A JSON document that was read whole: its bytes and a flat table of its nodes.
///
/// Grammar: RFC 8259. Strings must be UTF-8. Any value may stand at the root. Names may repeat in an object; every member is kept, in order.
/// Reading takes time linear in the input and does not recurse; strings and numbers are decoded when they are asked for.
public struct JSONDocument: Sendable {
  let storage: JSONStorage

  /// What a reader may accept beyond the default.
  public struct Options: OptionSet, Sendable {
    /// The set's bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Accepts `\u0000` in string values (never in names), as jansson's `JSON_ALLOW_NUL` does.
    public static let allowNUL = Options(rawValue: 1)
  }

  /// The number of values that may lie inside each other, the root and the innermost scalar included: jansson's limit.
  public static let maximumDepth = 2048

  /// The size a document may have, in bytes.
  public static let maximumByteCount = 1 << 31 - 1

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: the whole text, and nothing after it but blanks.
  ///   - options: what to accept beyond the default.
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  public init(_ bytes: [UInt8], options: Options = []) throws(JSONError) {
    var reader = JSONReader(options: options, byteCount: bytes.count)
    let failure = bytes.withUnsafeBufferPointer { reader.read($0) }
    if let failure { throw failure }
    storage = JSONStorage(bytes: bytes, nodes: reader.nodes)
  }

  /// Reads a document from a string's UTF-8.
  ///
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  public init(_ text: String, options: Options = []) throws(JSONError) {
    try self.init(Array(text.utf8), options: options)
  }

  /// The outermost value.
  public var root: JSONValue { JSONValue(storage: storage, index: 0) }

  /// The text that was read.
  public var bytes: [UInt8] { storage.bytes }
}

/// What the values of one document share.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  let nodes: ContiguousArray<JSONNode>

  init(bytes: [UInt8], nodes: ContiguousArray<JSONNode>) {
    self.bytes = bytes
    self.nodes = nodes
  }
}
