/// What stands in braces beyond the value of a variable: elements of arrays, and values without what a pattern takes off.
extension ShellEvaluator {
  /// The places of an array's elements: `${!NAME[@]}`.
  func keys(of spelling: String) -> [ShellText]? {
    guard spelling.utf8.dropFirst(2).first == UInt8(ascii: "!"), spelling.hasPrefix("${!"),
      spelling.hasSuffix("[@]}") || spelling.hasSuffix("[*]}")
    else {
      return nil
    }
    return arrays.keys(of: String(spelling.dropFirst(3).dropLast(4)))
  }

  /// The value of `${NAME[KEY]}`, `${#NAME[@]}`, `${NAME%%:*}` and the like; nil when only a run knows it.
  func subscripted(_ spelling: String) -> ShellText? {
    guard spelling.utf8.dropFirst().first == UInt8(ascii: "{"), spelling.utf8.last == UInt8(ascii: "}") else {
      return nil
    }
    if let count = arrays.count(spelling) {
      var text = ShellText(range: 0..<0)
      text.append(String(count), source: 0, isExact: false)
      return text
    }
    let inside = spelling.dropFirst(2).dropLast()
    let name = String(inside.prefix { $0 != "[" && $0 != "%" && $0 != "#" })
    guard ShellLexer.isName(name) else { return nil }
    let rest = String(inside.dropFirst(name.count))
    if rest.hasPrefix("["), rest.hasSuffix("]") {
      return key(String(rest.dropFirst().dropLast()), name).flatMap { arrays.element($0, of: name) }
    }
    return value(of: name).flatMap { Self.trimmed($0, rest) }
  }

  /// What the text between the brackets stands for.
  private func key(_ spelling: String, _ array: String) -> String? {
    var text = spelling[...]
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      text = text.dropFirst().dropLast()
    }
    if text.hasPrefix("$") {
      text = text.dropFirst()
      if text.hasPrefix("{"), text.hasSuffix("}") { text = text.dropFirst().dropLast() }
      guard ShellLexer.isName(text) || Int(text) != nil else { return nil }
    } else {
      let isPlain = text.utf8.allSatisfy { !"$`\\\"'*@+".utf8.contains($0) }
      guard isPlain else { return nil }
      // The places of a list are arithmetic.
      if Int(text) != nil || !arrays.isList(array) { return String(text) }
    }
    return value(of: String(text)).flatMap { $0.isKnown ? $0.text : nil }
  }

  /// The most bytes that are compared to find a pattern in a value.
  private static let mostComparisons = 1 << 20

  /// A value without its beginning or end: `#`, `##`, `%`, `%%` before a text with one `*` at an end, or with none.
  private static func trimmed(_ value: ShellText, _ operation: String) -> ShellText? {
    let sign = operation.prefix { $0 == "%" || $0 == "#" }
    guard value.isKnown, ["%", "%%", "#", "##"].contains(String(sign)) else { return nil }
    let isEnd = sign.hasPrefix("%")
    var pattern = operation.dropFirst(sign.count)
    let isOpen = isEnd ? pattern.hasSuffix("*") : pattern.hasPrefix("*")
    if isOpen { pattern = isEnd ? pattern.dropLast() : pattern.dropFirst() }
    for quote in ["\"", "'"] where pattern.count > 2 && pattern.hasPrefix(quote) && pattern.hasSuffix(quote) {
      pattern = pattern.dropFirst().dropLast()
    }
    if pattern.count == 2, pattern.hasPrefix("\\") { pattern = pattern.dropFirst() }
    let wanted = Array(pattern.utf8)
    guard !wanted.isEmpty, wanted.allSatisfy({ !"*?[]\\$`\"'".utf8.contains($0) }) else { return nil }
    let bytes = Array(value.text.utf8)
    guard bytes.count >= wanted.count else { return value }
    guard bytes.count * wanted.count <= mostComparisons else { return nil }
    let places = 0...(bytes.count - wanted.count)
    let isThere = { (place: Int) in bytes[place..<place + wanted.count].elementsEqual(wanted) }
    let place: Int? =
      switch (isEnd, isOpen, sign.count) {
      case (true, true, 1), (false, true, 2): places.last(where: isThere)
      case (true, true, _), (false, true, _): places.first(where: isThere)
      case (true, false, _): isThere(places.upperBound) ? places.upperBound : nil
      case (false, false, _): isThere(0) ? 0 : nil
      }
    guard let place else { return value }
    return value.part(isEnd ? 0..<place : place + wanted.count..<bytes.count)
  }
}
