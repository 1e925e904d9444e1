/// Finds which of many resources of a kind a value means, without comparing it with each. The answer is that of
/// `MonitoringChain.refers`.
struct ResourceNames {
  private var byID: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  /// The places of those that have no name here or one that only a deployment knows.
  private(set) var unsettled: [Int] = []
  /// The length of the longest name, in bytes.
  private var longest = 0
  private var count = 0

  /// Makes an index of resources, each at its place.
  init(_ resources: some Sequence<(resource: ChainResource, name: ChainValue?)>) {
    for (resource, name) in resources { append(resource, name) }
  }

  /// Adds a resource behind the others.
  mutating func append(_ resource: ChainResource, _ name: ChainValue?) {
    byID[resource.id, default: []].append(count)
    let names = name?.all ?? []
    if names.isEmpty || names.contains(where: { $0.known == nil }) { unsettled.append(count) }
    for name in names { add(name.text, count) }
    count += 1
  }

  /// Adds something else that means a resource: a name, or a resource that stands for it.
  mutating func add(_ alias: ChainValue, _ place: Int) {
    if let reference = alias.reference {
      byID[reference.id, default: []].append(place)
    } else {
      add(alias.text, place)
    }
  }

  private mutating func add(_ name: String, _ place: Int) {
    longest = max(longest, name.utf8.count)
    if byName[name]?.last != place { byName[name, default: []].append(place) }
  }

  /// Where the resource stands that the file calls by a name of its own.
  func place(of id: String) -> Int? { byID[id]?.first }

  /// The places of the resources that a value, an ARN, a name or a reference, means for certain, in their order.
  func places(of value: ChainValue) -> [Int] {
    var found: [Int] = []
    for candidate in value.all {
      if let reference = candidate.reference {
        found += byID[reference.id] ?? []
      } else {
        found += places(named: candidate.text)
      }
    }
    return found.count < 2 ? found : Set(found).sorted()
  }

  /// The places of the resources whose name a text is or ends in.
  func places(named text: String) -> [Int] {
    guard !byName.isEmpty else { return [] }
    var found = byName[text] ?? []
    for tail in Self.tails(of: text, most: longest) { found += byName[tail] ?? [] }
    return found
  }

  /// What stands behind each colon and slash of a text, as far as it has no more bytes than asked for. A `:*` at the end is no part
  /// of a name.
  static func tails(of text: String, most: Int) -> [String] {
    let stem = text.hasSuffix(":*") ? Substring(text.utf8.dropLast(2)) : text[...]
    return stem.utf8.indices.suffix(most + 1).compactMap { index in
      let byte = stem.utf8[index]
      guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") else { return nil }
      let tail = stem[stem.utf8.index(after: index)...]
      return tail.isEmpty ? nil : String(tail)
    }
  }
}
