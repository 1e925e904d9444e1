internal import Diagnostics
internal import Documents

extension SchemaValidator {
  /// The keywords over texts and numbers.
  mutating func validateScalar(_ subject: Subject, _ scalar: Node.Scalar, _ schema: Schema) {
    let text = scalar.text
    if text.isEmpty, schema.flag("mayBeEmpty") { return }
    let before = findings.count
    for keyword: StaticString in ["enum", "const"] {
      guard let allowed = schema.scalars(keyword) else { continue }
      let caseless = schema.flag("caseless")
      let types = schema.types
      let isNumber = types.contains { $0 == "integer" || $0 == "number" } && !types.contains("string")
      let found = allowed.contains { candidate in
        candidate.utf8.elementsEqual(text.utf8) || caseless && candidate.lowercased() == text.lowercased()
          || isNumber && Double(candidate) != nil && Double(candidate) == Double(text)
          || types.contains("boolean") && candidate == text.lowercased()
      }
      if !found { report(.notAllowed(subject, text, allowed)) }
    }
    if let successor = schema["retired"]?.member(text)?.string { report(.retired(subject, text, successor)) }
    if let date = schema["retiring"]?.member(text)?.string { report(.retiring(subject, text, date)) }
    if schema["pattern"] != nil || schema["minLength"] != nil || schema["maxLength"] != nil {
      validateText(subject, text, schema)
    }
    if let number = Double(text), number.isFinite { validateNumber(subject, number, text, schema) }
    // A text of another form is no more a text of that format.
    guard !hasError(since: before) else { return }
    switch schema["format"]?.string {
    case "arn": if !ARNText.isWellFormed(text) { report(.notARN(subject, text)) }
    case "network": if !CIDRText.isNetwork(text) { report(.notNetwork(subject, text)) }
    case "json": if let problem = JSONText.problem(in: text) { report(.notJSON(subject, problem)) }
    case let format?:
      if let pattern = SchemaFormat.pattern(of: format), !schema.matches(text, pattern) {
        report(
          format.hasSuffix(".Arn") ? .notARN(subject, text, of: format) : .notFormat(subject, text, format))
      }
    default: break
    }
  }

  /// Whether one of the findings from a position on is an error.
  func hasError(since count: Int) -> Bool { findings[count...].contains { $0.severity == .error } }

  private mutating func validateText(_ subject: Subject, _ text: String, _ schema: Schema) {
    let length = language.length(of: text)
    if let least = schema.integer("minLength"), length < least {
      report(.length(subject, Self.counted(length, text), least: least))
    } else if let most = schema.integer("maxLength"), length > most {
      report(.length(subject, Self.counted(length, text), most: most))
    } else if let pattern = schema["pattern"]?.string, !schema.matches(text, pattern) {
      report(.patternMismatch(subject, text, pattern))
    }
  }

  /// Where a limit counts bytes and the text has wider characters, the bytes are named.
  private static func counted(_ length: Int, _ text: String) -> String {
    "\(length) \(length == text.utf16.count ? "character" : "byte")\(length == 1 ? "" : "s")"
  }

  private mutating func validateNumber(_ subject: Subject, _ number: Double, _ text: String, _ schema: Schema)
  {
    if let least = schema.number("minimum"), number < least {
      report(.number(subject, text, "at least \(spelled(least))"))
    }
    if let most = schema.number("maximum"), number > most {
      report(.number(subject, text, "at most \(spelled(most))"))
    }
    if let least = schema.number("exclusiveMinimum"), number <= least {
      report(.number(subject, text, "more than \(spelled(least))"))
    }
    if let step = schema.number("multipleOf"), step > 0, number.truncatingRemainder(dividingBy: step) != 0 {
      report(.number(subject, text, "a multiple of \(spelled(step))"))
    }
  }

  private func spelled(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
}

extension Diagnostic {
  fileprivate typealias Subject = SchemaValidator.Subject

  fileprivate static func notAllowed(_ subject: Subject, _ text: String, _ allowed: [String]) -> Diagnostic {
    let hint =
      (nearestNumber(to: text, among: allowed) ?? Suggestion.nearest(to: text, among: allowed)).map {
        "did you mean '\($0)'?"
      }
      ?? (allowed.count <= 12 ? "one of: \(allowed.joined(separator: ", "))" : nil)
    return Diagnostic(
      .error, .notAllowed, "'\(text)' is not a value of '\(subject.name)'", at: subject.place, hint: hint)
  }
  /// Among numbers the nearest by value, of two the greater.
  private static func nearestNumber(to text: String, among allowed: [String]) -> String? {
    let numbers = allowed.compactMap { Int($0) }
    guard let wanted = Int(text), numbers.count == allowed.count else { return nil }
    return numbers.min { one, other in
      let distances = [one, other].map { $0.subtractingReportingOverflow(wanted).partialValue.magnitude }
      return distances[0] == distances[1] ? one > other : distances[0] < distances[1]
    }
    .map(String.init)
  }
  fileprivate static func retired(_ subject: Subject, _ text: String, _ successor: String) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "'\(text)' is retired: nothing new can be made with this '\(subject.name)'",
      at: subject.place, hint: "use '\(successor)'")
  }
  fileprivate static func retiring(_ subject: Subject, _ text: String, _ date: String) -> Diagnostic {
    Diagnostic(
      .warning, .notAllowed,
      "'\(text)' is being retired: AWS has announced that from \(date) on nothing new can be made with it",
      at: subject.place, hint: "use a newer one")
  }
  fileprivate static func length(_ subject: Subject, _ length: String, least: Int) -> Diagnostic {
    Diagnostic(
      .error, .lengthOutOfRange,
      "'\(subject.name)' has \(length); it needs at least \(least)",
      at: subject.place)
  }
  fileprivate static func length(_ subject: Subject, _ length: String, most: Int) -> Diagnostic {
    Diagnostic(
      .error, .lengthOutOfRange,
      "'\(subject.name)' has \(length); it takes at most \(most)",
      at: subject.place)
  }
  fileprivate static func patternMismatch(_ subject: Subject, _ text: String, _ pattern: String) -> Diagnostic
  {
    Diagnostic(
      .error, .patternMismatch, "'\(text.prefix(80))' does not have the form that '\(subject.name)' takes",
      at: subject.place, hint: "it must match \(pattern)")
  }
  fileprivate static func number(_ subject: Subject, _ text: String, _ wanted: String) -> Diagnostic {
    Diagnostic(
      .error, .numberOutOfRange, "'\(subject.name)' is \(text); it must be \(wanted)", at: subject.place)
  }
  fileprivate static func notARN(_ subject: Subject, _ text: String, of format: String? = nil) -> Diagnostic {
    let kind = format.map { " of \($0.dropLast(".Arn".count))" } ?? ""
    return Diagnostic(
      .error, .patternMismatch, "'\(text.prefix(80))' is not an ARN\(kind), which '\(subject.name)' takes",
      at: subject.place)
  }
  fileprivate static func notNetwork(_ subject: Subject, _ text: String) -> Diagnostic {
    let bits = CIDRText.prefixLength(text)
    return Diagnostic(
      .error, .patternMismatch,
      bits == nil
        ? "'\(text.prefix(80))' is not a network, which '\(subject.name)' takes"
        : "'\(text.prefix(80))' is not a network: bits are set after the first \(bits ?? 0)",
      at: subject.place,
      hint: bits == nil ? "a network reads '10.0.0.0/16'" : nil)
  }
  fileprivate static func notFormat(_ subject: Subject, _ text: String, _ format: String) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch,
      "'\(text.prefix(80))' does not have the form of \(format), which '\(subject.name)' takes",
      at: subject.place)
  }
  fileprivate static func notJSON(_ subject: Subject, _ problem: String) -> Diagnostic {
    Diagnostic(.error, .invalidPolicy, "'\(subject.name)' is not JSON: \(problem)", at: subject.place)
  }
}
