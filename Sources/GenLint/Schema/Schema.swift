internal import JSONScanner

/// A JSON Schema inside one of the embedded documents. Nothing is compiled: keywords are read where they are needed.
struct Schema {
  /// What it is made of, references followed.
  let value: JSONValue
  private let root: JSONValue
  private let patterns: SchemaPatterns

  /// A document's own schema.
  init(_ root: JSONValue) { self.init(root: root, SchemaPatterns()) }

  private init(root: JSONValue, _ patterns: SchemaPatterns) {
    value = root
    self.root = root
    self.patterns = patterns
  }

  private init(_ value: JSONValue, in outer: Schema) {
    root = outer.root
    patterns = outer.patterns
    var value = value
    // A chain of references is short; the bound keeps a circle of them from hanging the linter.
    for _ in 0..<8 {
      guard let path = value.member("$ref")?.string else { break }
      var target: JSONValue? = root
      for step in path.split(separator: "/").dropFirst() {
        target = target?.member(String(step)) ?? target?.element(Int(step) ?? -1)
      }
      guard let target else { break }
      value = target
    }
    self.value = value
  }

  /// A keyword's value as it stands.
  subscript(keyword: String) -> JSONValue? { value.member(keyword) }

  /// A keyword that is a schema.
  func schema(_ keyword: String) -> Schema? {
    guard let found = value.member(keyword), found.kind == .object else { return nil }
    return Schema(found, in: self)
  }

  /// A keyword that is a document of its own, in which its references are looked up.
  func document(_ keyword: String) -> Schema? { value.member(keyword).map { Schema(root: $0, patterns) } }

  /// A keyword that is a list of schemas.
  func schemas(_ keyword: String) -> [Schema] {
    value.member(keyword)?.elements.map { Schema($0, in: self) } ?? []
  }

  /// The schema of a property.
  func property(_ name: String) -> Schema? {
    guard let found = value.member("properties")?.member(name) else { return nil }
    return Schema(found, in: self)
  }

  /// Whether a keyword forbids a property by the schema `false`.
  func forbidsProperty(_ name: String) -> Bool {
    value.member("properties")?.member(name)?.kind == .bool(false)
  }

  /// The names of the properties, in byte order.
  var propertyNames: [String] { value.member("properties")?.members.compactMap { $0.name.string } ?? [] }

  /// Whether a text has the form that a regular expression says.
  func matches(_ text: String, _ pattern: String) -> Bool { patterns.read(pattern)?.matches(text) ?? true }

  /// The schema of the first regular expression that matches a property's name.
  func patternProperty(_ name: String) -> Schema? {
    patternProperties.first { matches(name, $0.pattern) }?.schema
  }

  /// The schemas of properties whose names match a regular expression.
  var patternProperties: [(pattern: String, schema: Schema)] {
    value.member("patternProperties")?.members.compactMap { member in
      member.name.string.map { ($0, Schema(member.value, in: self)) }
    } ?? []
  }

  /// A keyword that is a list of texts, or one text.
  func texts(_ keyword: String) -> [String] {
    guard let found = value.member(keyword) else { return [] }
    return found.string.map { [$0] } ?? found.elements.compactMap(\.string)
  }

  /// The types that a value may have; empty when any.
  var types: [String] { texts("type") }

  /// A keyword that is a whole number.
  func integer(_ keyword: String) -> Int? { value.member(keyword)?.number.flatMap { Int($0) } }

  /// A keyword that is a number.
  func number(_ keyword: String) -> Double? { value.member(keyword)?.number.flatMap { Double($0) } }

  /// A keyword that maps a property to others.
  func lists(_ keyword: String) -> [(name: String, others: [String])] {
    value.member(keyword)?.members.compactMap { member in
      member.name.string.map { ($0, member.value.elements.compactMap(\.string)) }
    } ?? []
  }

  /// The scalars of `enum` or `const` as they are compared: a text's characters, anything else's spelling.
  func scalars(_ keyword: String) -> [String]? {
    guard let found = value.member(keyword) else { return nil }
    let listed = keyword == "const" ? [found] : Array(found.elements)
    return listed.map { $0.string ?? String(decoding: $0.spelling, as: UTF8.self) }
  }

  /// Whether a keyword is the value `true`.
  func flag(_ keyword: String) -> Bool { value.member(keyword)?.kind == .bool(true) }

  /// Whether a keyword is the value `false`.
  func denies(_ keyword: String) -> Bool { value.member(keyword)?.kind == .bool(false) }
}
