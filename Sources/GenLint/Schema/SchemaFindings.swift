internal import Diagnostics
internal import Documents

/// What `SchemaValidator` says of structures and lists, and of values that are of another kind.
extension Diagnostic {
  /// An argument that a block says again.
  static func repeated(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .duplicateName, "'\(name)' is declared twice", at: range, hint: "remove one of the two",
      notes: [Note("first declared here", at: first)])
  }

  static func wrongType(_ subject: SchemaValidator.Subject, wanted: [String]) -> Diagnostic {
    if wanted == ["string"], subject.name == "FilterPattern", let read = readPattern(subject.node) {
      return read
    }
    let found: String =
      switch subject.node.content {
      case .mapping: "a structure"
      case .sequence: "a list"
      case .scalar(let scalar): scalar.isNull ? "null" : "'\(scalar.text.prefix(80))'"
      }
    return misfit(subject, wanted: wanted, found: found)
  }
  /// A filter pattern without quotes, which YAML reads as a collection; nil for one that is meant as such.
  private static func readPattern(_ node: Node) -> Diagnostic? {
    let first = node.entries?.first?.key ?? node.elements?.first
    guard let first, first.scalar?.style == .plain else { return nil }
    let (kind, form) = node.entries == nil ? ("list", "[ … ]") : ("mapping", "{ … }")
    return Diagnostic(
      .error, .wrongValueType, "YAML reads this pattern as a \(kind) because it is not quoted",
      at: node.range,
      hint: "put the pattern in single quotes: FilterPattern: '\(form)'")
  }
  static func misfit(_ subject: SchemaValidator.Subject, wanted: [String], found: String) -> Diagnostic {
    let words = ["array": "a list", "object": "a structure", "string": "a text", "boolean": "true or false"]
    let spelled = wanted.map { words[$0] ?? ($0 == "integer" ? "a whole number" : "a number") }
    // What takes a list and a structure and a text takes anything but null.
    let isAny = ["array", "object", "string"].allSatisfy(wanted.contains)
    return Diagnostic(
      .error, .wrongValueType,
      "'\(subject.name)' takes \(isAny ? "a value" : spelled.joined(separator: " or ")), not \(found)",
      at: subject.node.tag == nil ? subject.place : subject.node.range)
  }
  static func mismatched(_ subject: SchemaValidator.Subject, wanted: String, _ mismatch: Mismatch)
    -> Diagnostic
  {
    let wanted = wanted == "arn" ? "an ARN" : wanted
    return Diagnostic(
      .error, .mismatchedReference,
      "'\(subject.name)' takes \(wanted), and this refers to \(mismatch.found)", at: subject.place,
      hint: mismatch.hint)
  }
  static func noAlternative(
    _ subject: SchemaValidator.Subject, required: [[String]], nearest: SchemaValidator?
  ) -> Diagnostic {
    let names = required.filter { !$0.isEmpty }.map { $0.map { "'\($0)'" }.joined(separator: " and ") }
    if subject.node.scalar == nil, names.count == required.count {
      return Diagnostic(
        .error, .exclusiveProperties, "'\(subject.name)' needs \(names.joined(separator: ", or "))",
        at: subject.whole)
    }
    let hint = nearest?.findings.first.map(\.message)
    return Diagnostic(
      .error, subject.node.scalar == nil ? .exclusiveProperties : .notAllowed,
      "'\(subject.name)' has none of the forms that are allowed", at: subject.place, hint: hint)
  }
  static func exclusive(_ subject: SchemaValidator.Subject, _ names: [String], at place: SourceRange? = nil)
    -> Diagnostic
  {
    let listed = names.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, .exclusiveProperties, "only one of \(listed) may be set in '\(subject.name)'",
      at: place ?? subject.whole)
  }
  /// From the one to the other: either may be the one too many.
  static func exclusive(
    _ subject: SchemaValidator.Subject, _ name: String, _ other: String, _ first: SourceRange,
    _ second: SourceRange
  ) -> Diagnostic {
    let range = SourceRange(
      file: first.file, start: min(first.start, second.start), end: max(first.end, second.end))
    var found = exclusive(subject, [name, other], at: range)
    found.notes = [Note("'\(name)' stands here", at: first), Note("'\(other)' stands here", at: second)]
    return found
  }
  static func forbiddenValue(_ subject: SchemaValidator.Subject) -> Diagnostic {
    Diagnostic(.error, .notAllowed, "this value of '\(subject.name)' is not allowed here", at: subject.place)
  }
  static func needsOne(_ subject: SchemaValidator.Subject, _ names: [String]) -> Diagnostic {
    let listed = names.map { "'\($0)'" }.joined(separator: " or ")
    return Diagnostic(
      .error, .exclusiveProperties, "'\(subject.name)' needs \(listed)", at: subject.whole)
  }
  static func needs(_ name: String, _ other: String, in subject: SchemaValidator.Subject) -> Diagnostic {
    Diagnostic(
      .error, .exclusiveProperties, "'\(name)' in '\(subject.name)' needs '\(other)' beside it",
      at: subject.whole)
  }
  static func missing(_ name: String, in subject: SchemaValidator.Subject) -> Diagnostic {
    Diagnostic(
      .error, .missingProperty, "'\(subject.name)' lacks the required '\(name)'", at: subject.whole)
  }
  static func sometimesMissing(_ name: String, in subject: SchemaValidator.Subject, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .missingProperty, "'\(subject.name)' needs '\(name)', and one branch here leaves it out",
      at: range)
  }
  /// What must stand there, if only with null.
  static func incomplete(_ names: [String], in subject: SchemaValidator.Subject) -> Diagnostic {
    let listed = names.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, .missingProperty, "'\(subject.name)' lacks the required \(listed)", at: subject.whole,
      hint: subject.node.entries?.isEmpty ?? true ? nil : "set to null what is not wanted")
  }
  static func unknown(_ inner: SchemaValidator.Subject, in subject: SchemaValidator.Subject, _ schema: Schema)
    -> Diagnostic
  {
    let known = schema.propertyNames
    if known.isEmpty, let pattern = schema.patternProperties.first?.pattern {
      return Diagnostic(
        .error, .patternMismatch, "'\(inner.name.prefix(80))' is not a name that '\(subject.name)' takes",
        at: inner.key, hint: "it must match \(pattern)")
    }
    return Diagnostic(
      .error, .unknownProperty, "'\(subject.name)' has no property '\(inner.name)'", at: inner.key,
      hint: Suggestion.hint(for: inner.name, among: known))
  }
  static func forbidden(_ inner: SchemaValidator.Subject, in subject: SchemaValidator.Subject) -> Diagnostic {
    Diagnostic(
      .error, .exclusiveProperties, "'\(inner.name)' may not be set in '\(subject.name)' beside the others",
      at: inner.key)
  }
  static func readOnly(_ inner: SchemaValidator.Subject) -> Diagnostic {
    Diagnostic(
      .error, .readOnlyProperty, "'\(inner.name)' is read-only", at: inner.key, hint: "remove it")
  }
  static func deprecated(_ inner: SchemaValidator.Subject) -> Diagnostic {
    Diagnostic(.warning, .deprecatedArgument, "'\(inner.name)' is deprecated by the provider", at: inner.key)
  }
  /// At the list, to the end of the second of the two: either may be the one too many.
  static func duplicate(
    _ subject: SchemaValidator.Subject, _ again: Node, key: String? = nil, first: SourceRange
  ) -> Diagnostic {
    let element = again.text.map { "'\($0)'" } ?? "an element"
    let place = key.map { "as '\($0)' in" } ?? "in"
    let range = SourceRange(file: subject.key.file, start: subject.key.start, end: again.range.end)
    return Diagnostic(
      .error, .duplicateElement, "\(element) stands twice \(place) '\(subject.name)'", at: range,
      hint: "remove one of the two",
      notes: [Note("first given here", at: first), Note("given again here", at: again.range)])
  }
  /// Of a list whose elements conditions leave out.
  static func count(_ subject: SchemaValidator.Subject, _ count: Int, least: Int) -> Diagnostic {
    Diagnostic(
      .error, .countOutOfRange,
      "'\(subject.name)' needs at least \(least) element\(least == 1 ? "" : "s"), and branches here leave \(count)",
      at: subject.place)
  }
  static func count(_ subject: SchemaValidator.Subject, _ count: Int, _ wanted: String) -> Diagnostic {
    Diagnostic(
      .error, .countOutOfRange,
      "'\(subject.name)' has \(count) element\(count == 1 ? "" : "s"); it must have \(wanted)",
      at: subject.place)
  }
}
