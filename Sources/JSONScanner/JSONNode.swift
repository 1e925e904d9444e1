/// A value, or a member's name, in the flat table. A container's contents follow it, depth first; in an object names and values alternate.
struct JSONNode: Sendable {
  enum Kind: UInt8, Sendable {
    case null, `false`, `true`, number, plainString, escapedString, array, object
  }

  let kind: Kind
  /// Offset of the first byte; a string's is its opening quote.
  let start: UInt32
  /// Offset after the last byte.
  var end: UInt32
  /// Index of the node after this one and all it contains.
  var next: UInt32
}
