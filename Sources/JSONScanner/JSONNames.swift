/// Which names an object may have: a filter of 64 bits, to ask for many names of which most are not there.
public struct JSONNames: Sendable {
  @usableFromInline
  var bits: UInt64 = 0

  /// The names of a value's members; none unless it is an object.
  public init(_ value: JSONValue) {
    guard value.node.kind == .object else { return }
    value.storage.nodes.withUnsafeBufferPointer { nodes in
      value.storage.bytes.withUnsafeBufferPointer { bytes in
        let end = Int(nodes[value.index].next)
        var at = value.index + 1
        while at < end {
          let name = nodes[at]
          if name.kind == .plainString, name.end &- name.start > 2 {
            let count = Int(name.end &- name.start) - 2
            bits |= Self.bit(count, bytes[Int(name.start) + 1], bytes[Int(name.end) - 2])
          } else {
            // A name with escapes may be any; so may an empty one.
            bits = .max
          }
          at = Int(nodes[at + 1].next)
        }
      }
    }
  }

  /// Whether a name may be one of them; when not, it is none.
  @inlinable
  public func mayHold(_ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    guard count > 0 else { return bits != 0 }
    return bits & Self.bit(count, name.utf8Start[0], name.utf8Start[count - 1]) != 0
  }

  @inlinable
  static func bit(_ count: Int, _ first: UInt8, _ last: UInt8) -> UInt64 {
    1 << ((UInt64(truncatingIfNeeded: count) &* 11 ^ UInt64(first) &* 3 ^ UInt64(last) &* 5) & 63)
  }
}
