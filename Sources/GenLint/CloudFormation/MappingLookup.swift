internal import Diagnostics
internal import Documents

/// What a call of `FindInMap` finds in a mapping of the template.
///
/// Of a parameter the default is looked up, of a pseudo parameter the kind of names that it yields.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-findinmap.html
final class MappingLookup {
  private let template: Template
  /// The mapping.
  private let mapping: Template.Item
  private let rows: [Node.Entry]?
  private let rowIndex: [String: Int]
  /// The keys in any of the rows, and what pseudo parameters yield a row, once some call asks.
  private lazy var keys = Set((rows ?? []).flatMap { $0.value.entries?.compactMap(\.key.text) ?? [] })
  private var yielded: [String: Bool] = [:]

  /// Makes one for all calls that name a mapping.
  init(template: Template, mapping: Template.Item) {
    self.template = template
    self.mapping = mapping
    let entries = mapping.node.entries
    rows = entries?.allSatisfy { $0.value.entries != nil } ?? false ? entries : nil
    rowIndex = Dictionary(
      (rows ?? []).enumerated().compactMap { row in row.element.key.text.map { ($0, row.offset) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What of the keys behind the mapping's name is not there.
  ///
  /// Where a condition decides whether it is looked up, the condition may keep a parameter's default out.
  func findings(_ first: Node, _ second: Node, isChosen: Bool) -> [Diagnostic] {
    guard let rows else { return [] }
    func isOpen(_ key: Node) -> Bool { isChosen && Intrinsic(key) != nil }
    guard !isOpen(first), let name = settled(first) else {
      if let pseudo = pseudoParameter(first), !mayYield(pseudo) {
        return [.noRow(of: pseudo, mapping, at: first.range)]
      }
      // Whichever row it is, the second key is in none.
      if let key = second.text, Intrinsic(second) == nil, !rows.isEmpty, !keys.contains(key) {
        let known = rows.flatMap { $0.value.entries?.compactMap(\.key.text) ?? [] }
        return [.noKey(key, in: "no row of the mapping '\(mapping.name)' has a key", known, at: second.range)]
      }
      return []
    }
    guard let row = rowIndex[name].map({ rows[$0].value }) else {
      // An empty default asks whoever deploys for a value.
      if name.isEmpty, let parameter = Intrinsic(first)?.argument.text {
        return [.emptyDefault(of: parameter, mapping, at: first.range)]
      }
      let known = rows.compactMap(\.key.text)
      return [.noKey(name, in: "the mapping '\(mapping.name)' has no key", known, at: first.range)]
    }
    guard !isOpen(second), let key = settled(second), row[key] == nil else { return [] }
    let known = row.entries?.compactMap(\.key.text) ?? []
    return [
      .noKey(key, in: "'\(name)' of the mapping '\(mapping.name)' has no key", known, at: second.range)
    ]
  }

  /// What is wrong with a call whose mapping a parameter names: its default, or without one each of the values that it may have.
  static func findings(chosenBy parts: [Node], _ template: Template) -> [Diagnostic] {
    guard let call = Intrinsic(parts[0]), call.name == "Ref",
      let parameter = call.argument.text.flatMap({ template.parameter($0) }),
      !template.isStored(parameter.name)
    else { return [] }
    let initial = parameter.node["Default"]?.text
    if initial?.isEmpty ?? false { return [] }
    let allowed = parameter.node["AllowedValues"]?.elements?.compactMap(\.text) ?? []
    let names = initial.map { [$0] } ?? allowed
    let mappings = names.compactMap { name in template.mappings.first { $0.name == name } }
    let missing = names.first { name in !mappings.contains { $0.name == name } }
    // A key that one of them has may be meant for that one.
    let problems = mappings.map {
      MappingLookup(template: template, mapping: $0).findings(parts[1], parts[2], isChosen: false)
    }
    let found = problems.contains(where: \.isEmpty) ? [] : problems.first ?? []
    return found
      + (missing.map {
        [.undefined($0, at: parts[0].range, known: template.mappings.map(\.name), what: "mapping")]
      } ?? [])
  }

  /// A text that stands there, or the default of the parameter that is referred to.
  private func settled(_ node: Node) -> String? {
    guard let call = Intrinsic(node) else { return node.text }
    guard call.name == "Ref", let name = call.argument.text, !template.isList(name), !template.isStored(name)
    else { return nil }
    return template.parameter(name)?.node["Default"]?.scalar?.deployed
  }

  private func pseudoParameter(_ node: Node) -> String? {
    guard let call = Intrinsic(node), call.name == "Ref", let name = call.argument.text,
      ["AWS::Region", "AWS::AccountId"].contains(name)
    else { return nil }
    return name
  }

  /// Whether a pseudo parameter may yield the key of some row.
  private func mayYield(_ pseudo: String) -> Bool {
    if let known = yielded[pseudo] { return known }
    let answer = rows?.contains { Self.may(pseudo, yield: $0.key.text) } ?? true
    yielded[pseudo] = answer
    return answer
  }

  private static func may(_ pseudo: String, yield name: String?) -> Bool {
    guard let name else { return true }
    let parts = name.fields(by: "-")
    guard pseudo == "AWS::Region" else { return name.utf8.allSatisfy { (48...57).contains($0) } }
    return parts.count >= 3 && (parts.last?.utf8.allSatisfy { (48...57).contains($0) } ?? false)
  }
}

extension Diagnostic {
  fileprivate static func noKey(_ key: String, in holder: String, _ known: [String], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .undefinedReference, "\(holder) '\(key)'", at: range,
      hint: Suggestion.hint(for: key, among: known))
  }
  fileprivate static func emptyDefault(of parameter: String, _ mapping: Template.Item, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .warning, .undefinedReference,
      "the empty default of '\(parameter)' is no key of the mapping '\(mapping.name)'", at: range,
      hint: "leave the default out, so that a value must be given")
  }
  fileprivate static func noRow(of pseudo: String, _ mapping: Template.Item, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .undefinedReference, "no key of the mapping '\(mapping.name)' is what '\(pseudo)' yields",
      at: range, notes: [Note("the mapping", at: mapping.key)])
  }
}
