internal import JSONScanner

/// A JSON Schema inside one of the embedded documents. Nothing is compiled: keywords are read where they are needed.
struct Schema {
  /// What it is made of, references followed.
  let value: JSONValue
  /// Most keywords that are asked for are not there.
  private let names: JSONNames
  private let root: JSONValue
  private let patterns: SchemaPatterns

  /// A document's own schema.
  init(_ root: JSONValue) { self.init(root: root, SchemaPatterns()) }

  private init(root: JSONValue, _ patterns: SchemaPatterns) {
    value = root
    names = JSONNames(root)
    self.root = root
    self.patterns = patterns
  }

  private init(_ value: JSONValue, in outer: Schema) {
    root = outer.root
    patterns = outer.patterns
    var value = value
    var names = JSONNames(value)
    // A chain of references is short; the bound keeps a circle of them from hanging the linter.
    for _ in 0..<8 {
      guard names.mayHold("$ref"), let path = value.member("$ref")?.string else { break }
      var target: JSONValue? = root
      for step in path.fields(by: "/").dropFirst() {
        target = target?.member(step) ?? target?.element(Int(step) ?? -1)
      }
      guard let target else { break }
      value = target
      names = JSONNames(value)
    }
    self.value = value
    self.names = names
  }

  /// A keyword's value as it stands.
  subscript(keyword: StaticString) -> JSONValue? { names.mayHold(keyword) ? value.member(keyword) : nil }

  /// A keyword that is a schema.
  func schema(_ keyword: StaticString) -> Schema? {
    guard let found = self[keyword], found.kind == .object else { return nil }
    return Schema(found, in: self)
  }

  /// A keyword that is a document of its own, in which its references are looked up.
  func document(_ keyword: StaticString) -> Schema? { self[keyword].map { Schema(root: $0, patterns) } }

  /// A keyword that is a list of schemas.
  func schemas(_ keyword: StaticString) -> [Schema] {
    self[keyword]?.elements.map { Schema($0, in: self) } ?? []
  }

  /// The schema of a property.
  func property(_ name: String) -> Schema? {
    guard let found = self["properties"]?.member(name) else { return nil }
    return Schema(found, in: self)
  }

  /// Whether it is the schema `false`, which forbids any value.
  var forbidsAll: Bool { value.kind == .bool(false) }

  /// The names of the properties, in byte order.
  var propertyNames: [String] { self["properties"]?.members.compactMap { $0.name.string } ?? [] }

  /// Whether a text has the form that a regular expression says.
  func matches(_ text: String, _ pattern: String) -> Bool { patterns.read(pattern)?.matches(text) ?? true }

  /// The schema of the first regular expression that matches a property's name.
  func patternProperty(_ name: String) -> Schema? {
    guard names.mayHold("patternProperties") else { return nil }
    return patternProperties.first { matches(name, $0.pattern) }?.schema
  }

  /// The schemas of properties whose names match a regular expression.
  var patternProperties: [(pattern: String, schema: Schema)] {
    self["patternProperties"]?.members.compactMap { member in
      member.name.string.map { ($0, Schema(member.value, in: self)) }
    } ?? []
  }

  /// A keyword that is a list of texts, or one text.
  func texts(_ keyword: StaticString) -> [String] {
    guard let found = self[keyword] else { return [] }
    return found.string.map { [$0] } ?? found.elements.compactMap(\.string)
  }

  /// Whether a keyword is a text, or a list that holds it.
  func holds(_ text: String, in keyword: StaticString) -> Bool {
    guard let found = self[keyword] else { return false }
    return found.isString(text) || found.elements.contains { $0.isString(text) }
  }

  /// The types that a value may have; empty when any.
  var types: [String] { texts("type") }

  /// A keyword that is a whole number.
  func integer(_ keyword: StaticString) -> Int? { self[keyword]?.number.flatMap { Int($0) } }

  /// A keyword that is a number.
  func number(_ keyword: StaticString) -> Double? { self[keyword]?.number.flatMap { Double($0) } }

  /// A keyword that maps a property to others.
  func lists(_ keyword: StaticString) -> [(name: String, others: [String])] {
    self[keyword]?.members.compactMap { member in
      member.name.string.map { ($0, member.value.elements.compactMap(\.string)) }
    } ?? []
  }

  /// The scalars of `enum` or `const` as they are compared: a text's characters, anything else's spelling.
  func scalars(_ keyword: StaticString) -> [String]? {
    guard let found = self[keyword] else { return nil }
    let listed = found.kind == .array ? Array(found.elements) : [found]
    return listed.map { $0.string ?? String(decoding: $0.spelling, as: UTF8.self) }
  }

  /// Whether a keyword is the value `true`.
  func flag(_ keyword: StaticString) -> Bool { self[keyword]?.kind == .bool(true) }

  /// Whether a keyword is the value `false`.
  func denies(_ keyword: StaticString) -> Bool { self[keyword]?.kind == .bool(false) }
}
