import Diagnostics
import Documents

/// The values of one mapping of the spec, by key. Unknown keys have been reported when it is made.
struct SpecFields {
  let range: SourceRange
  private let values: [String: Node]
  private let keys: [String: SourceRange]

  subscript(key: String) -> Node? { values[key] }

  /// Where a key stands, or the mapping when it does not.
  func place(of key: String) -> SourceRange { keys[key] ?? range }

  /// Reads a mapping.
  init?(_ node: Node, of block: String, known: [String], problems: inout [Diagnostic]) {
    guard let entries = node.entries, node.tag == nil else {
      problems.append(.wrongType(block, wanted: "a mapping", found: node))
      return nil
    }
    range = node.range
    var values: [String: Node] = [:]
    var keys: [String: SourceRange] = [:]
    for entry in entries {
      guard let key = entry.key.text else { continue }
      if known.contains(key) {
        values[key] = entry.value
        keys[key] = entry.key.range
      } else {
        problems.append(.unknownKey(key, of: block, known: known, at: entry.key.range))
      }
    }
    self.values = values
    self.keys = keys
  }
}

extension Diagnostic {
  static func wrongType(_ what: String, wanted: String, found node: Node, hint: String? = nil) -> Diagnostic {
    let found =
      if let tag = node.tag {
        "the tag '\(tag)'"
      } else {
        switch node.content {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar(let scalar):
          scalar.text.isEmpty && scalar.style == .plain ? "nothing" : "'\(scalar.text)'"
        }
      }
    return Diagnostic(
      .error, .wrongType, "'\(what)' must be \(wanted), found \(found)", at: node.range, hint: hint)
  }

  static func unknownKey(_ key: String, of block: String, known: [String], at range: SourceRange)
    -> Diagnostic
  {
    let hint =
      Suggestion.hint(for: key, among: known)
      ?? "known keys of '\(block)': \(known.joined(separator: ", "))"
    return Diagnostic(.error, .unknownKey, "unknown key '\(key)' in '\(block)'", at: range, hint: hint)
  }

  static func missingKey(_ key: String, of block: String, at range: SourceRange, hint: String? = nil)
    -> Diagnostic
  {
    Diagnostic(.error, .missingKey, "'\(block)' has no '\(key)'", at: range, hint: hint)
  }
}
