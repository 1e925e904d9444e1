internal import Diagnostics
internal import Documents

/// Judges a tree by a schema.
///
/// Reads nodes through a `ValueLanguage`; produces diagnostics. What the language calls unknown raises none, and a keyword
/// that depends on it is skipped.
struct SchemaValidator {
  /// How this form spells values.
  private(set) var language: any ValueLanguage
  /// What was found so far.
  private(set) var findings: [Diagnostic] = []
  /// How often something unknown was met: a condition over it decides nothing.
  private(set) var unknowns = 0

  /// Whether another schema hangs on what is found.
  private(set) var isTentative = false

  /// Makes a validator for one form.
  init(_ language: any ValueLanguage) { self.language = language }

  /// A value with the name by which messages call it and the place that stands for it as a whole.
  struct Subject {
    /// The value.
    var node: Node
    /// The property's name, or the type's.
    var name: String
    /// The key, for a property; findings on a collection as a whole point there.
    var key: SourceRange

    /// From the key to the end of the value.
    var whole: SourceRange {
      SourceRange(file: key.file, start: key.start, end: max(key.end, node.range.end))
    }
    /// A scalar's own place, or a collection's key.
    var place: SourceRange { node.scalar == nil ? key : node.range }

    /// Where the name of a member stands.
    func key(of name: String) -> SourceRange? { node.entries?.first { $0.key.text == name }?.key.range }
  }

  /// Judges a value. What stands there is read, unless that is `known`.
  mutating func validate(_ subject: Subject, _ schema: Schema, known: ValueReading? = nil) {
    switch known ?? language.reading(of: subject.node) {
    case .absent: return
    case .unknown:
      unknowns += 1
      let types = schema.types
      if schema["block"] != nil, subject.node.scalar != nil {
        // A block's own structure stands there, never a text that yields one.
        report(.wrongType(subject, wanted: types))
        return
      }
      if !types.isEmpty, let found = language.misfit(of: subject.node, with: types) {
        report(.misfit(subject, wanted: types, found: found))
        return
      }
      if let format = schema["format"]?.string,
        let mismatch = language.mismatch(of: subject.node, with: format)
      {
        report(.mismatched(subject, wanted: format, mismatch))
      }
    case .branches(let nodes):
      unknowns += 1
      let outer = language
      defer { language = outer }
      for (index, node) in nodes.enumerated() {
        language = outer.inside(subject.node, branch: index)
        var branch = subject
        branch.node = node
        branch.key = node.range
        validate(branch, schema)
      }
    case .text(let text):
      var other = subject
      other.node = Node(.scalar(.init(text: text, style: .doubleQuoted)), range: subject.node.range)
      validatePlain(other, schema)
    case .plain: validatePlain(subject, schema)
    }
  }

  mutating func noteUnknown() { unknowns += 1 }

  mutating func report(_ diagnostic: Diagnostic) { findings.append(diagnostic) }

  private mutating func validatePlain(_ subject: Subject, _ schema: Schema) {
    guard checkType(subject, schema) else { return }
    switch subject.node.content {
    case .scalar(let scalar):
      let before = findings.count
      validateScalar(subject, scalar, schema)
      // What its form may be besides is the same fault.
      guard !hasError(since: before) else { return }
    case .sequence(let elements):
      if schema["block"] != nil {
        validateBlocks(subject, elements, schema)
      } else {
        validateList(subject, elements, schema)
      }
    case .mapping(let entries): validateObject(subject, entries, schema)
    }
    validateCombinations(subject, schema)
  }

  /// Whether the value is of a type that the schema allows.
  private mutating func checkType(_ subject: Subject, _ schema: Schema) -> Bool {
    guard schema["type"] != nil else { return true }
    let fits =
      switch subject.node.content {
      case .mapping: schema.holds("object", in: "type")
      case .sequence: schema.holds("array", in: "type") || schema["block"] != nil
      case .scalar(let scalar):
        schema.types.contains { $0 != "object" && $0 != "array" && language.accepts(scalar, as: $0) }
      }
    if !fits { report(.wrongType(subject, wanted: schema.types)) }
    return fits
  }

  /// What a copy of this validator finds: for schemas inside schemas.
  private func probe(_ subject: Subject, _ schema: Schema) -> SchemaValidator {
    var copy = SchemaValidator(language)
    copy.isTentative = true
    copy.validatePlain(subject, schema)
    return copy
  }

  /// Whether two of the forms that a structure has are there at once.
  private func areExclusive(_ forms: [Schema], _ subject: Subject) -> Bool {
    forms.enumerated().contains { index, form in
      forms[..<index].contains { other in
        form.texts("required").contains { one in
          other.texts("required").contains { areTogether(one, $0, in: subject) }
        }
      }
    }
  }

  private mutating func validateCombinations(_ subject: Subject, _ schema: Schema) {
    for inner in schema.schemas("allOf") { validatePlain(subject, inner) }
    let either: [(keyword: StaticString, isOne: Bool)] = [("anyOf", false), ("oneOf", true)]
    for (keyword, isOne) in either where schema[keyword] != nil {
      let alternatives = schema.schemas(keyword)
      let results = alternatives.map { probe(subject, $0) }
      // Of what a condition sets by turns no form has all.
      let isByTurns = subject.node.entries?.contains { language.isOptional($0.value) } ?? false
      if !results.isEmpty, !isByTurns, results.allSatisfy({ !$0.findings.isEmpty }) {
        let required = alternatives.map { $0.texts("required") }
        report(
          .noAlternative(
            subject, required: required, nearest: results.min { $0.findings.count < $1.findings.count }))
      }
      if isOne,
        alternatives.allSatisfy({ !$0.texts("required").isEmpty && $0["properties"] == nil }),
        areExclusive(zip(alternatives, results).filter { $0.1.findings.isEmpty }.map(\.0), subject)
      {
        report(.exclusive(subject, alternatives.flatMap { $0.texts("required") }))
      }
    }
    if let inner = schema.schema("not") {
      let result = probe(subject, inner)
      unknowns += result.unknowns
      if result.findings.isEmpty, result.unknowns == 0 { report(.forbiddenValue(subject)) }
    }
    if let condition = schema.schema("if") {
      let result = probe(subject, condition)
      if result.unknowns == 0, let branch = schema.schema(result.findings.isEmpty ? "then" : "else") {
        validatePlain(subject, branch)
      }
    }
  }
}
