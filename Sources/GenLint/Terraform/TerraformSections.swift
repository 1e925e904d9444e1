internal import Diagnostics
internal import Documents

/// The sections of a configuration: that each has its labels, that the labels are names, and that no block stands twice.
struct TerraformSections {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// The sections and how many labels their blocks have.
  static let labels: [String: Int] = [
    "terraform": 0, "locals": 0, "moved": 0, "import": 0, "removed": 0, "provider": 1, "variable": 1,
    "module": 1,
    "output": 1, "check": 1, "resource": 2, "data": 2, "ephemeral": 2, "action": 2,
  ]

  private var seen: [String: SourceRange] = [:]

  /// Reads the sections of a configuration.
  init(_ configuration: TerraformConfiguration) {
    for entry in configuration.root.entries ?? [] {
      guard let section = entry.key.text, let count = Self.labels[section] else { continue }
      let subject = SchemaValidator.Subject(node: entry.value, name: section, key: entry.key.range)
      descend(subject, section, labels: [], count)
    }
    for entry in configuration.locals {
      guard let name = entry.key.text else { continue }
      checkName(name, "local value", at: entry.key.range)
      once("local.\(name)", at: entry.key.range)
    }
  }

  private mutating func descend(
    _ subject: SchemaValidator.Subject, _ section: String, labels: [String], _ count: Int
  ) {
    if case .scalar(let scalar) = subject.node.content, scalar.style == .plain, scalar.text == "null" {
      if labels.count < count { findings.append(.noLabel(subject, count - labels.count)) }
      return
    }
    if labels.count < count, subject.node.elements?.isEmpty ?? false {
      findings.append(.noLabel(subject, count - labels.count))
    }
    for part in subject.node.elements ?? [subject.node] {
      if labels.count == count, subject.node.elements != nil, section != "locals" {
        element(part, of: subject, section, labels)
        continue
      }
      guard let entries = part.entries else {
        let place = subject.node.elements == nil || part.scalar != nil ? subject.key : part.range
        var wrong = Diagnostic.wrongType(
          .init(node: part, name: subject.name, key: place), wanted: ["object"])
        // Where nothing in a list is a block, the list is no better than what stands in it.
        if labels.count < count, subject.node.elements?.allSatisfy({ $0.entries == nil }) ?? false {
          wrong.range = SourceRange(file: subject.key.file, start: subject.key.start, end: part.range.end)
        }
        findings.append(wrong)
        continue
      }
      guard labels.count < count else {
        declare(section, labels, part, from: subject.key, at: subject.key)
        continue
      }
      let named = entries.filter { $0.key.text != "//" }
      if named.isEmpty { findings.append(.noLabel(subject, count - labels.count)) }
      for entry in entries where entry.key.text == "//" {
        findings.append(.remarkAmongLabels(at: entry.key.range))
      }
      for entry in named {
        guard let label = entry.key.text else { continue }
        let isType = labels.count + 1 < count
        checkName(label, isType ? "\(section) type" : section, at: entry.key.range)
        descend(
          .init(node: entry.value, name: label, key: entry.key.range), section, labels: labels + [label],
          count)
      }
    }
  }

  /// One of the bodies that are spelled as a list: an object, a list of objects that are one body together, or null, which says nothing.
  private mutating func element(
    _ part: Node, of subject: SchemaValidator.Subject, _ section: String, _ labels: [String]
  ) {
    if let inner = part.elements {
      for wrong in inner where wrong.entries == nil {
        findings.append(
          .wrongType(.init(node: wrong, name: subject.name, key: wrong.range), wanted: ["object"]))
      }
      checkRepeated(inner)
    } else if let scalar = part.scalar, scalar.style != .plain || scalar.text != "null" {
      findings.append(.wrongType(.init(node: part, name: subject.name, key: part.range), wanted: ["object"]))
    }
    // Of several in a list each stands at its own place.
    let place = subject.node.elements?.count ?? 1 > 1 ? part.range : subject.key
    declare(section, labels, TerraformConfiguration.body(part), from: subject.key, at: place)
  }

  private mutating func declare(
    _ section: String, _ labels: [String], _ body: Node, from key: SourceRange, at place: SourceRange
  ) {
    if section == "provider" {
      provider(labels[0], body["alias"], from: key, at: place)
    } else if !labels.isEmpty {
      once(([section] + labels).joined(separator: "."), from: key, at: place)
    }
  }

  /// The objects of one body say each argument once.
  private mutating func checkRepeated(_ objects: [Node]) {
    var seen: [String: SourceRange] = [:]
    for entry in objects.flatMap({ $0.entries ?? [] }) {
      guard let name = entry.key.text, name != "//", entry.value.scalar != nil else { continue }
      if let first = seen[name] {
        findings.append(.twice(name, at: entry.key.range, first: first))
      } else {
        seen[name] = entry.key.range
      }
    }
  }

  /// A provider has one configuration without an alias, and one for each alias.
  private mutating func provider(
    _ name: String, _ alias: Node?, from key: SourceRange, at range: SourceRange
  ) {
    if Self.isName(name), name != name.lowercased() {
      findings.append(.capitalProvider(name, at: range))
      return
    }
    guard let alias else {
      once("provider.\(name)", from: key, at: range)
      return
    }
    guard let text = alias.text, Self.isName(text) else {
      findings.append(.notAName(alias.text ?? "this", "provider's configuration", at: alias.range))
      return
    }
    once("provider.\(name).\(text)", from: key, at: range)
  }

  private mutating func checkName(_ name: String, _ what: String, at range: SourceRange) {
    let reserved = [
      "count", "depends_on", "for_each", "lifecycle", "locals", "providers", "source", "version",
    ]
    if !Self.isName(name) {
      findings.append(.notAName(name, what, at: range, TerraformTypeNames.meant(name)))
    } else if what == "variable", reserved.contains(name) {
      findings.append(.reservedName(name, at: range))
    }
  }

  /// Whether a text is a name of the language: a letter or underscore, then also digits and hyphens.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else {
      return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar == "_" || scalar == "-" || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic
    }
  }

  /// Of a list, from its key to the end of the one too many.
  private mutating func once(_ address: String, from key: SourceRange? = nil, at range: SourceRange) {
    if let first = seen[address] {
      let whole = SourceRange(file: range.file, start: key?.start ?? range.start, end: range.end)
      findings.append(.twice(address, at: whole, first: first, again: whole == range ? nil : range))
    } else {
      seen[address] = range
    }
  }
}

extension Diagnostic {
  fileprivate static func noLabel(_ subject: SchemaValidator.Subject, _ count: Int) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType,
      "'\(subject.name)' is empty where the \(count == 2 ? "type" : "name") of a block is expected",
      at: subject.key,
      hint: "remove it")
  }
  fileprivate static func remarkAmongLabels(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "a remark '//' stands inside the body of a block, not where its labels are",
      at: range, hint: "put it one level deeper, or at the top")
  }
  fileprivate static func notAName(
    _ name: String, _ what: String, at range: SourceRange, _ meant: String? = nil
  ) -> Diagnostic {
    let article = what.first.map { "aeio".contains($0) } ?? false ? "an" : "a"
    return Diagnostic(
      .error, .patternMismatch, "'\(name.prefix(80))' is no name of \(article) \(what)", at: range,
      hint: meant.map { "did you mean '\($0)'?" }
        ?? "a letter or underscore, then letters, digits, underscores and hyphens")
  }
  fileprivate static func reservedName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "a variable may not be called '\(name)', which a module block has for itself",
      at: range)
  }
  fileprivate static func twice(
    _ address: String, at range: SourceRange, first: SourceRange, again: SourceRange? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateName, "'\(address)' is declared twice", at: range, hint: "remove one of the two",
      notes: [Note("first declared here", at: first)]
        + (again.map { [Note("declared again here", at: $0)] } ?? []))
  }
}
