/// One field that is read from the account and compared.
struct FieldColumn {
  /// The field's name in the API, as differences name it.
  let name: String
  /// The JMESPath expression that gives one JSON value, never null: a table's rows would lose it.
  let query: String
  /// The JSON value it must have, as the AWS CLI prints it; `number N` for a number in any spelling.
  let wanted: ShellWord

  /// A field whose expression is its name.
  init(_ name: String, query: String? = nil, _ wanted: ShellWord) {
    self.name = name
    self.query = query ?? name
    self.wanted = wanted
  }

  /// A field that holds fixed text.
  init(_ name: String, query: String? = nil, text: String) {
    self.init(name, query: query, .text(ShellJSON.spelled(text)))
  }

  /// A field that should not be set.
  init(unset name: String, path: String? = nil) {
    self.init(name, query: "not_null(\(path ?? name), 'none')", text: "none")
  }

  /// The query of a row of fields, one a line: JMESPath does not mind.
  static func row(_ columns: [FieldColumn]) -> String {
    "[\n    \(columns.map(\.query).joined(separator: ",\n    "))\n  ]"
  }

  /// The field's name and the wanted value, as `expect` takes them by turns.
  var arguments: [ShellWord] { [.text(name), wanted] }
}
