/// The members of an object, in the order of the text.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  let storage: JSONStorage
  let end: Int
  var at: Int

  init(_ value: JSONValue) {
    let node = value.node
    storage = value.storage
    at = value.index + 1
    end = node.kind == .object ? Int(node.next) : at
  }

  /// The next member: its name, which is a string value with its own place, and its value.
  public mutating func next() -> (name: JSONValue, value: JSONValue)? {
    guard at < end else { return nil }
    let member = (
      name: JSONValue(storage: storage, index: at), value: JSONValue(storage: storage, index: at + 1)
    )
    at = Int(storage.nodes[at + 1].next)
    return member
  }
}

/// The elements of an array, in order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  let storage: JSONStorage
  let end: Int
  var at: Int

  init(_ value: JSONValue) {
    let node = value.node
    storage = value.storage
    at = value.index + 1
    end = node.kind == .array ? Int(node.next) : at
  }

  /// The next element.
  public mutating func next() -> JSONValue? {
    guard at < end else { return nil }
    let element = JSONValue(storage: storage, index: at)
    at = Int(storage.nodes[at].next)
    return element
  }
}
