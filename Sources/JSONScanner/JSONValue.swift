/// One value of a document, with the place where it stands. Cheap to copy.
public struct JSONValue: Sendable {
  let storage: JSONStorage
  let index: Int

  /// The seven things a value can be.
  public enum Kind: Sendable, Equatable {
    case null
    case bool(Bool)
    case number
    case string
    case array
    case object
  }

  var node: JSONNode { storage.nodes[index] }

  /// What the value is.
  public var kind: Kind {
    switch node.kind {
    case .null: .null
    case .false: .bool(false)
    case .true: .bool(true)
    case .number: .number
    case .plainString, .escapedString: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Where the value stands: 0-based byte offsets into the document, a string's quotes and a container's brackets included.
  public var range: Range<Int> {
    let node = node
    return Int(node.start)..<Int(node.end)
  }

  /// The value as it is spelled in the document. For a number, its own spelling.
  public var spelling: ArraySlice<UInt8> { storage.bytes[range] }

  /// The number's own spelling, such as `1e309`; nil when the value is not a number.
  public var number: String? {
    node.kind == .number ? String(decoding: spelling, as: UTF8.self) : nil
  }

  /// The string's characters, escapes resolved, in UTF-8; nil when the value is not a string.
  public var stringBytes: [UInt8]? {
    switch node.kind {
    case .plainString: Array(spelling.dropFirst().dropLast())
    case .escapedString: JSONEscapes.resolve(spelling.dropFirst().dropLast())
    default: nil
    }
  }

  /// The string, escapes resolved; nil when the value is not a string.
  public var string: String? {
    if case .plainString = node.kind {
      return String(decoding: spelling.dropFirst().dropLast(), as: UTF8.self)
    }
    return stringBytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this is a string of exactly these UTF-8 bytes.
  public func isString(_ other: [UInt8]) -> Bool { other.withUnsafeBufferPointer { isString($0) } }

  /// Whether this is a string of exactly these characters.
  public func isString(_ other: String) -> Bool {
    other.utf8.withContiguousStorageIfAvailable { isString($0) } ?? isString(Array(other.utf8))
  }

  private func isString(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let node = node
    switch node.kind {
    case .plainString:
      let count = Int(node.end) - Int(node.start) - 2
      guard count == other.count else { return false }
      return storage.bytes.withUnsafeBufferPointer { own in
        for offset in 0..<count where own[Int(node.start) + 1 + offset] != other[offset] { return false }
        return true
      }
    case .escapedString: return stringBytes?.elementsEqual(other) ?? false
    default: return false
    }
  }

  /// The members in the order of the text, repeated names included; empty unless the value is an object.
  public var members: JSONMembers { JSONMembers(self) }

  /// The elements in order; empty unless the value is an array.
  public var elements: JSONElements { JSONElements(self) }

  /// The value of the last member of this name, nil when there is none or the value is not an object.
  ///
  /// - Parameter name: the name's UTF-8, compared byte by byte.
  public func member(_ name: [UInt8]) -> JSONValue? { name.withUnsafeBufferPointer { member($0) } }

  /// The value of the last member of this name, nil when there is none or the value is not an object.
  public func member(_ name: StaticString) -> JSONValue? {
    member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private func member(_ name: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard node.kind == .object else { return nil }
    let found = storage.nodes.withUnsafeBufferPointer { nodes in
      storage.bytes.withUnsafeBufferPointer { bytes in
        var found = 0
        let end = Int(nodes[index].next)
        var at = index + 1
        while at < end {
          let own = nodes[at]
          if own.kind == .plainString {
            let count = Int(own.end) - Int(own.start) - 2
            if count == name.count {
              let first = Int(own.start) + 1
              var length = 0
              while length < count, bytes[first + length] == name[length] { length += 1 }
              if length == count { found = at + 1 }
            }
          } else if JSONValue(storage: storage, index: at).isString(name) {
            found = at + 1
          }
          at = Int(nodes[at + 1].next)
        }
        return found
      }
    }
    return found == 0 ? nil : JSONValue(storage: storage, index: found)
  }

  /// The value of the last member of this name, nil when there is none or the value is not an object.
  public func member(_ name: String) -> JSONValue? {
    name.utf8.withContiguousStorageIfAvailable { member($0) } ?? member(Array(name.utf8))
  }

  /// The element at a 0-based position, nil when there is none or the value is not an array.
  public func element(_ position: Int) -> JSONValue? {
    guard node.kind == .array, position >= 0 else { return nil }
    let end = Int(node.next)
    var at = index + 1
    var left = position
    while at < end {
      if left == 0 { return JSONValue(storage: storage, index: at) }
      left -= 1
      at = Int(storage.nodes[at].next)
    }
    return nil
  }
}
