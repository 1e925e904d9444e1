/// The arrays of a script, as far as it alone tells their words: `args=(--name a)`, `args+=(--tags b)`, `declare -A MAP=([key]=value)`.
///
/// https://www.gnu.org/software/bash/manual/html_node/Arrays.html
struct ShellArrays {
  private var words: [String: [ShellText]] = [:]
  /// The elements of those whose places are named.
  private var elements: [String: Elements] = [:]

  private struct Elements {
    /// In the order of the text.
    private(set) var all: [(key: ShellText, value: ShellText)] = []
    private var indexes: [String: Int] = [:]

    subscript(_ key: String) -> ShellText? { indexes[key].map { all[$0].value } }

    mutating func put(_ element: (key: ShellText, value: ShellText)) {
      if let index = indexes[element.key.text] {
        all[index] = element
      } else {
        indexes[element.key.text] = all.count
        all.append(element)
      }
    }
  }

  /// The words of an array; nil when only a run knows them, or their order.
  subscript(_ name: Substring) -> [ShellText]? {
    words[String(name)] ?? (elements.isEmpty ? nil : elements[String(name)].flatMap { Self.sorted($0.all) })
  }

  /// The values of elements whose places are numbers, in that order.
  private static func sorted(_ elements: [(key: ShellText, value: ShellText)]) -> [ShellText]? {
    var numbered: [(place: Int, value: ShellText)] = []
    for element in elements {
      guard let place = Int(element.key.text) else { return nil }
      numbered.append((place, element.value))
    }
    return numbered.sorted { $0.place < $1.place }.map(\.value)
  }

  /// The places of an array's elements.
  func keys(of name: String) -> [ShellText]? {
    elements[name]?.all.map(\.key)
      ?? words[name]?.enumerated().map { Self.key(String($0.offset), $0.element.range) }
  }

  /// The element at a place. One that is a number is counted from 0.
  func element(_ key: String, of name: String) -> ShellText? {
    if let element = elements[name]?[key] { return element }
    guard let list = words[name], let index = Int(key), list.indices.contains(index) else { return nil }
    var element = list[index]
    if element.row == nil { element.row = element.range }
    return element
  }

  /// Whether the places of an array are numbers.
  func isList(_ name: String) -> Bool { words[name] != nil }

  /// How many elements `${#NAME[@]}` says that an array has.
  func count(_ spelling: String) -> Int? {
    guard spelling.hasPrefix("${#"), spelling.hasSuffix("[@]}") || spelling.hasSuffix("[*]}") else {
      return nil
    }
    let name = String(spelling.dropFirst(3).dropLast(4))
    return words[name]?.count ?? elements[name]?.all.count
  }

  /// An array is set, or gets more words. Those that a condition adds only a run knows.
  mutating func assign(_ assignment: ShellCommand.Assignment, _ list: [ShellText], _ isConditional: Bool) {
    let name = assignment.name
    guard case .list? = assignment.value.parts.last else {
      if !words.isEmpty || !elements.isEmpty { forget(name) }
      return
    }
    let places = list.map(Self.place)
    if places.contains(where: { $0 != nil }) {
      // Words with a place of their own are no longer in their order.
      guard !isConditional, !places.contains(where: { $0 == nil }) else { return forget(name) }
      let known = assignment.appends ? elements[name] : Elements()
      forget(name)
      guard known != nil else { return }
      elements[name] = known
      for place in places { if let place { put(place, in: name) } }
      return
    }
    if assignment.appends {
      guard let known = words[name] else { return forget(name) }
      words[name] = known + (isConditional ? [Self.more(name, assignment.value.range)] : list)
    } else {
      forget(name)
      words[name] = isConditional ? nil : list
    }
  }

  /// An array has words of its own.
  mutating func set(_ name: String, _ list: [ShellText]) {
    forget(name)
    words[name] = list
  }

  /// An element is set: `[key]=value`.
  mutating func set(_ name: String, element: ShellText) {
    guard elements[name] != nil || words[name]?.isEmpty ?? false, let place = Self.place(element) else {
      return forget(name)
    }
    words[name] = nil
    put(place, in: name)
  }

  /// An array is made that has no element yet.
  mutating func declare(_ name: String, isConditional: Bool) {
    forget(name)
    if !isConditional { words[name] = [] }
  }

  /// What an array holds from here on only a run knows.
  mutating func forget(_ name: String) {
    words[name] = nil
    if !elements.isEmpty { elements[name] = nil }
  }

  private mutating func put(_ element: (key: ShellText, value: ShellText), in name: String) {
    elements[name, default: Elements()].put(element)
  }

  /// The place that an element names and its value; nil when it has none, or one that only a run knows.
  private static func place(_ element: ShellText) -> (key: ShellText, value: ShellText)? {
    let bytes = element.text.utf8
    guard bytes.first == UInt8(ascii: "["), let end = bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let next = bytes.index(after: end)
    guard next < bytes.endIndex, bytes[next] == UInt8(ascii: "=") else { return nil }
    let count = bytes.distance(from: bytes.startIndex, to: end)
    let key = element.part(1..<count)
    guard !key.text.isEmpty, key.isKnown else { return nil }
    var value = element.dropping(count + 2)
    value.row = value.text.isEmpty ? element.range : value.range
    return (key, value)
  }

  private static func key(_ key: String, _ range: Range<Int>) -> ShellText {
    var text = ShellText(range: range)
    text.append(key, source: range.lowerBound, isExact: false)
    text.row = range
    return text
  }

  /// A word for more of them, or none.
  private static func more(_ name: String, _ range: Range<Int>) -> ShellText {
    var text = ShellText(range: range)
    text.append(unknown: "$\(name)[@]", source: range.lowerBound)
    return text
  }
}
