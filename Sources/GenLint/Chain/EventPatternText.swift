internal import Diagnostics
internal import Documents

/// An event pattern of EventBridge, by its grammar: fields, and lists of values or of comparisons with one key each.
///
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
struct EventPatternText {
  /// What is wrong at a place.
  struct Problem {
    var severity = Diagnostic.Severity.error
    let message: String
    var hint: String?
    let range: SourceRange
  }

  private(set) var problems: [Problem] = []

  private static let comparisons: Set<String> = [
    "prefix", "suffix", "anything-but", "numeric", "exists", "cidr", "equals-ignore-case", "wildcard",
  ]
  private static let signs: Set<String> = ["=", "<", "<=", ">", ">="]
  /// The fields that every event has, and no others at its top.
  private static let fields: [String] = [
    "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail",
  ]

  /// Reads a pattern; what is not known passes.
  init(_ node: Node, _ source: some ChainSource) {
    guard let whole = source.structure(of: node), let entries = whole.entries else { return }
    for entry in entries {
      guard let name = entry.key.text, !Self.fields.contains(name) else { continue }
      let meant = Self.fields.first { Self.letters($0) == Self.letters(name) }
      if let meant {
        problems.append(
          Problem(
            severity: .warning, message: "no event has the field '\(name)', so the rule never matches",
            hint: "did you mean '\(meant)'?", range: entry.key.range))
      }
    }
    fields(entries, source)
  }

  private static func letters(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { (97...122).contains($0) }
  }

  private mutating func fields(_ entries: [Node.Entry], _ source: some ChainSource) {
    for entry in entries {
      guard let name = entry.key.text else { continue }
      if let inner = source.structure(of: entry.value) {
        if let elements = inner.elements {
          if name == "$or" {
            for element in elements {
              if let either = source.structure(of: element)?.entries { fields(either, source) }
            }
          } else if elements.isEmpty {
            report("the list of '\(name)' is empty", nil, entry.value)
          } else {
            for element in elements { value(element, of: name, source) }
          }
        } else if let entries = inner.entries {
          if entries.isEmpty {
            report("'\(name)' has no fields", nil, entry.value)
          } else {
            fields(entries, source)
          }
        }
      } else if let text = source.value(of: entry.value)?.known {
        report(
          "'\(name)' takes a list of values, not '\(text.prefix(60))'", "write [\"\(text.prefix(60))\"]",
          entry.value)
      }
    }
  }

  private mutating func value(_ element: Node, of name: String, _ source: some ChainSource) {
    guard let inner = source.structure(of: element) else { return }
    guard let entries = inner.entries else {
      if element.elements != nil { report("a list stands in the list of '\(name)'", nil, element) }
      return
    }
    guard entries.count == 1, let key = entries[0].key.text else {
      report("a comparison in the list of '\(name)' has one key", nil, element)
      return
    }
    guard Self.comparisons.contains(key) else {
      problems.append(
        Problem(
          message: "there is no comparison '\(key)' in event patterns",
          hint: Suggestion.hint(for: key, among: Self.comparisons.sorted()),
          range: entries[0].key.range))
      return
    }
    if key == "numeric", let parts = source.structure(of: entries[0].value)?.elements {
      for part in parts.enumerated() where part.offset % 2 == 0 {
        guard let sign = source.value(of: part.element)?.known, !Self.signs.contains(sign) else { continue }
        report("'\(sign)' compares no numbers", "one of: <, <=, =, >, >=", part.element)
      }
    }
    if key == "exists", let text = source.value(of: entries[0].value)?.known,
      !["true", "false"].contains(text)
    {
      report("'exists' is true or false, not '\(text.prefix(40))'", nil, entries[0].value)
    }
  }

  private mutating func report(_ message: String, _ hint: String?, _ node: Node) {
    problems.append(Problem(message: message, hint: hint, range: node.range))
  }
}
