import Diagnostics
import Documents
import FilterPattern

/// Reads single values of the spec. Each answers nil after it has reported what is wrong.
struct SpecScalars {
  let source: SourceText
  var problems: [Diagnostic] = []

  init(_ source: SourceText) { self.source = source }

  /// Text that shows as it is, within bounds counted in UTF-16 units.
  mutating func text(
    _ node: Node?, _ key: String, lengths: ClosedRange<Int> = 1...1024
  ) -> Located<String>? {
    guard let found = pattern(node, key, lengths: lengths) else { return nil }
    let scalars = Array(found.value.unicodeScalars)
    guard let index = scalars.firstIndex(where: InvisibleCharacter.isOne) else { return found }
    let place = ScalarPlace(of: found, in: source)?.range(of: index..<index + 1)
    problems.append(.invisible(key, scalars[index], at: place ?? found.range))
    return nil
  }

  /// Text without control characters or white space around it, within bounds counted in UTF-16 units.
  mutating func pattern(
    _ node: Node?, _ key: String, lengths: ClosedRange<Int> = 1...1024
  ) -> Located<String>? {
    guard let node else { return nil }
    guard let scalar = node.scalar, node.tag == nil else {
      problems.append(.wrongType(key, wanted: "text", found: node))
      return nil
    }
    if scalar.style == .literal || scalar.style == .folded, scalar.text.hasSuffix("\n") {
      problems.append(.endsInNewline(key, at: node.range))
      return nil
    }
    if let control = scalar.text.unicodeScalars.first(where: Self.isControl) {
      problems.append(.controlInValue(key, control, at: node.range))
      return nil
    }
    let trimmed = scalar.text.unicodeScalars
    if let first = trimmed.first, let last = trimmed.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    {
      problems.append(.whiteSpaceAround(key, scalar.text, at: node.range))
      return nil
    }
    let length = scalar.text.utf16.count
    if length == 0, lengths.lowerBound > 0 {
      problems.append(.emptyText(key, at: node.range))
      return nil
    }
    guard lengths.contains(length) else {
      problems.append(.wrongLength(key, length, allowed: lengths, at: node.range))
      return nil
    }
    return Located(scalar.text, at: node.range)
  }

  /// Text that a rule accepts; the rule says what it wants.
  mutating func text(
    _ node: Node?, _ key: String, lengths: ClosedRange<Int> = 1...1024, rule: TextRequirement
  ) -> Located<String>? {
    guard let found = text(node, key, lengths: lengths) else { return nil }
    guard rule.accepts(found.value) else {
      problems.append(.refused(key, found, rule))
      return nil
    }
    return found
  }

  /// One of an enumeration's words.
  mutating func word<Choice: CaseIterable & RawRepresentable<String>>(
    _ node: Node?, _ key: String, _: Choice.Type = Choice.self
  ) -> Located<Choice>? {
    guard let found = text(node, key) else { return nil }
    guard let choice = Choice(rawValue: found.value) else {
      problems.append(.notAmong(found.value, key, known: Choice.allCases.map(\.rawValue), at: found.range))
      return nil
    }
    return Located(choice, at: found.range)
  }

  /// A whole number within bounds.
  mutating func integer(_ node: Node?, _ key: String, in bounds: ClosedRange<Int>) -> Located<Int>? {
    guard let node else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain, node.tag == nil,
      let value = Self.decimalInteger(scalar.text)
    else {
      problems.append(.wrongType(key, wanted: "a whole number", found: node, hint: Self.quotes(node)))
      return nil
    }
    guard bounds.contains(value) else {
      problems.append(.outOfRange(key, scalar.text, bounds, at: node.range))
      return nil
    }
    return Located(value, at: node.range)
  }

  /// A finite number of at most 15 significant digits, which every target keeps exactly.
  mutating func number(_ node: Node?, _ key: String) -> Located<Double>? {
    guard let node else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain, node.tag == nil,
      Self.isDecimal(scalar.text), let value = Double(scalar.text), value.isFinite
    else {
      problems.append(.wrongType(key, wanted: "a number", found: node, hint: Self.quotes(node)))
      return nil
    }
    let digits = scalar.text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .drop { $0 == UInt8(ascii: "0") }
    guard digits.count <= 15, abs(value) < 1e15, value == 0 || abs(value) >= 1e-9 else {
      problems.append(.tooPrecise(key, scalar.text, at: node.range))
      return nil
    }
    return Located(value, at: node.range)
  }

  /// `true` or `false`, without quotes.
  mutating func boolean(_ node: Node?, _ key: String) -> Located<Bool>? {
    guard let node else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain, node.tag == nil,
      scalar.text == "true" || scalar.text == "false"
    else {
      problems.append(.wrongType(key, wanted: "true or false", found: node, hint: Self.quotes(node)))
      return nil
    }
    return Located(scalar.text == "true", at: node.range)
  }

  /// A list's elements.
  mutating func list(_ node: Node?, _ key: String, wanted: String = "a list") -> [Node]? {
    guard let node else { return nil }
    guard let elements = node.elements, node.tag == nil else {
      let hint = node.scalar.flatMap { $0.text.isEmpty ? nil : "write \(key): [\($0.text)]" }
      problems.append(.wrongType(key, wanted: wanted, found: node, hint: hint))
      return nil
    }
    return elements
  }

  /// What to say of a text in quotes where a number or a word of YAML is wanted.
  private static func quotes(_ node: Node) -> String? {
    guard let scalar = node.scalar, scalar.style != .plain, node.tag == nil,
      isDecimal(scalar.text) || ["true", "false"].contains(scalar.text)
    else { return nil }
    return "write it without quotes"
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func decimalInteger(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    return Int(text)
  }

  /// `-1`, `0.5`, `1e3`: no sign but minus, no hexadecimal, no infinity.
  private static func isDecimal(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "+") else { return false }
    let allowed = Set("0123456789.eE+-".utf8)
    return text.utf8.allSatisfy(allowed.contains)
  }
}

extension Diagnostic {
  fileprivate static func endsInNewline(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .endsInNewline, "'\(key)' ends in a line break", at: range,
      hint: "a block after '|' or '>' keeps its last line break; write the text on one line in single quotes")
  }
  fileprivate static func controlInValue(
    _ key: String, _ scalar: Unicode.Scalar, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .controlCharacter, "'\(key)' holds the control character \(InvisibleCharacter.name(scalar))",
      at: range, hint: "remove it")
  }
  fileprivate static func invisible(_ key: String, _ scalar: Unicode.Scalar, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .controlCharacter, "'\(key)' holds the invisible character \(InvisibleCharacter.name(scalar))",
      at: range, hint: "remove it; it hides or turns round what a reader sees")
  }
  fileprivate static func whiteSpaceAround(_ key: String, _ text: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .whiteSpaceAround, "'\(key)' has white space at its beginning or end", at: range,
      hint: "remove it; Terraform would trim it and the other targets would not")
  }
  fileprivate static func emptyText(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongLength, "'\(key)' is empty", at: range)
  }
  fileprivate static func wrongLength(
    _ key: String, _ length: Int, allowed: ClosedRange<Int>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongLength,
      "'\(key)' has \(length) characters; \(allowed.lowerBound) to \(allowed.upperBound) are allowed",
      at: range)
  }
  fileprivate static func refused(_ key: String, _ found: Located<String>, _ rule: TextRequirement)
    -> Diagnostic
  {
    Diagnostic(
      .error, rule.code, "'\(found.value)' is no \(rule.name) for '\(key)'", at: found.range,
      hint: rule.wanted)
  }
  static func notAmong(_ word: String, _ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    let hint =
      Suggestion.hint(for: word, among: known)
      ?? "one of: \(known.joined(separator: ", "))"
    return Diagnostic(.error, .notAmong, "'\(word)' is no value of '\(key)'", at: range, hint: hint)
  }
  fileprivate static func outOfRange(
    _ key: String, _ text: String, _ bounds: ClosedRange<Int>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange, "'\(key)' is \(text); \(bounds.lowerBound) to \(bounds.upperBound) are allowed",
      at: range)
  }
  fileprivate static func tooPrecise(_ key: String, _ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange, "'\(key)' is \(text), which not every target keeps exactly", at: range,
      hint: "at most 15 digits, below 1e15, and no closer to 0 than 1e-9")
  }
}
