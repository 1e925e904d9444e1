internal import Diagnostics
internal import Documents

/// A policy: who may do what, as far as the file tells.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
struct PolicyDocument {
  /// A condition of a statement: operator, key and values.
  struct Condition {
    let test: String
    let key: String
    let values: [ChainValue]

    /// Whether it wants the value of its key to be like one of its own, letter case included.
    var comparesTexts: Bool {
      let test = test.lowercased()
      return (test.hasPrefix("arn") || test.hasPrefix("string")) && !values.isEmpty
        && !test.contains(ascii: "not") && !test.contains(ascii: "ignorecase")
    }
  }

  /// A statement.
  struct Statement {
    var isAllow = true
    /// Principals by kind: `Service`, `AWS`, `Federated`, or `*`.
    var principals: [(kind: String, values: [ChainValue])] = []
    var actions: [ChainValue] = []
    var resources: [ChainValue] = []
    var conditions: [Condition] = []
    /// Whether it uses what is not followed: NotAction, NotPrincipal, or values that only a deployment knows.
    var isOpen = false
    /// Where it stands.
    var range: SourceRange
  }

  /// Whether an answer is certain.
  enum Answer {
    case yes, no, unknown
  }

  var statements: [Statement] = []
  /// Whether some statements are not known.
  var isOpen = false
  /// Where it stands.
  var range: SourceRange

  /// Reads a policy. `source` tells what nodes are.
  init(_ node: Node, _ source: some ChainSource) {
    range = node.range
    guard let document = source.structure(of: node), document.entries != nil else {
      isOpen = true
      return
    }
    guard let list = document["Statement"] ?? document["statement"] else {
      isOpen = true
      return
    }
    for element in list.elements ?? [list] {
      guard let statement = source.structure(of: element), let entries = statement.entries else {
        isOpen = true
        continue
      }
      statements.append(Self.statement(entries, element.range, source))
    }
  }

  private static func statement(
    _ entries: [Node.Entry], _ range: SourceRange, _ source: some ChainSource
  ) -> Statement {
    var statement = Statement(range: range)
    for entry in entries {
      switch entry.key.text {
      case "Effect": statement.isAllow = source.value(of: entry.value)?.known != "Deny"
      case "Action": statement.actions = values(entry.value, source)
      case "Resource": statement.resources = values(entry.value, source)
      case "NotAction", "NotResource", "NotPrincipal": statement.isOpen = true
      case "Principal": statement.principals = principals(entry.value, source, &statement)
      case "Condition":
        // What a condition of the file chooses is not followed.
        guard let tests = source.structure(of: entry.value)?.entries else {
          statement.isOpen = true
          continue
        }
        for test in tests {
          guard let keys = source.structure(of: test.value)?.entries else {
            statement.isOpen = true
            continue
          }
          for key in keys {
            statement.conditions.append(
              Condition(test: test.key.text ?? "", key: key.key.text ?? "", values: values(key.value, source))
            )
          }
        }
      default: break
      }
    }
    return statement
  }

  private static func values(_ node: Node, _ source: some ChainSource) -> [ChainValue] {
    if let elements = source.structure(of: node)?.elements {
      return elements.flatMap { source.value(of: $0)?.all ?? [] }
    }
    return source.value(of: node)?.all ?? []
  }

  private static func principals(
    _ node: Node, _ source: some ChainSource, _ statement: inout Statement
  ) -> [(kind: String, values: [ChainValue])] {
    if let entries = source.structure(of: node)?.entries {
      return entries.map { ($0.key.text ?? "", values($0.value, source)) }
    }
    guard let value = source.value(of: node), value.known != nil else {
      statement.isOpen = true
      return []
    }
    return [("*", [value])]
  }

  /// The services that it allows something, by name.
  var services: Set<String> {
    let principals = statements.filter(\.isAllow).flatMap(\.principals).filter { $0.kind == "Service" }
    return Set(principals.flatMap(\.values).compactMap(\.known))
  }

  /// The statements that name a service, or everybody, as who may act.
  func allowing(_ service: String) -> [Statement] {
    statements.filter { statement in
      statement.isAllow
        && statement.principals.contains { kind, values in
          values.contains {
            $0.known == "*" || kind == "Service" && ($0.known.map { Self.matches($0, service) } ?? false)
          }
        }
    }
  }

  /// The statements that deny a service, or everybody, an action.
  func denying(_ service: String, _ action: String) -> [Statement] {
    statements.filter { statement in
      !statement.isAllow && !statement.isOpen && Self.covers(statement.actions, action)
        && statement.principals.contains { kind, values in
          values.contains { value in
            (kind == "*" || kind == "AWS") && value.known == "*"
              || kind == "Service" && (value.known.map { Self.matches($0, service) } ?? false)
          }
        }
    }
  }

  /// Whether a service may take an action.
  func allows(_ service: String, _ action: String) -> Answer {
    if isOpen { return .unknown }
    if allowing(service).contains(where: { Self.covers($0.actions, action) }) { return .yes }
    let isDoubtful = statements.contains { statement in
      statement.isOpen
        || statement.isAllow && Self.mayCover(statement.actions, action)
          && statement.principals.contains { kind, values in
            kind != "AWS" && values.contains { Self.mayMatch($0, service) }
          }
    }
    return isDoubtful ? .unknown : .no
  }

  /// Whether whoever has this policy may take an action: for policies of a role.
  func grants(_ action: String) -> Answer {
    if isOpen { return .unknown }
    if statements.contains(where: { $0.isAllow && Self.covers($0.actions, action) }) { return .yes }
    return statements.contains { $0.isOpen || $0.actions.contains { $0.known == nil } } ? .unknown : .no
  }

  /// Whether it is known of every statement whom it allows what.
  var isCertain: Bool {
    !isOpen
      && statements.allSatisfy { statement in
        !statement.isOpen
          && (!statement.isAllow
            || (statement.actions + statement.principals.flatMap(\.values)).allSatisfy { $0.known != nil })
      }
  }

  /// The statements that allow an action, whoever acts; nil when others may besides.
  func allowing(action: String) -> [Statement]? {
    guard !isOpen, !statements.contains(where: \.isOpen) else { return nil }
    return statements.filter { $0.isAllow && Self.mayCover($0.actions, action) }
  }

  /// Whether an action stands in a list, which may have `*` in it. Actions have no letter case. An action that itself ends in `*`
  /// is covered by any of its kind.
  static func covers(_ listed: [ChainValue], _ action: String) -> Bool {
    let wanted = action.lowercased()
    let stem = wanted.hasSuffix("*") ? String(wanted.dropLast()) : nil
    return listed.contains { value in
      guard let pattern = value.known?.lowercased() else { return false }
      if let stem, pattern.hasPrefix(stem) { return true }
      return wildcard(pattern, stem ?? wanted)
    }
  }

  /// Whether an action may stand in a list, whatever its unknown parts turn out to be.
  private static func mayCover(_ listed: [ChainValue], _ action: String) -> Bool {
    covers(listed, action)
      || listed.contains { $0.known == nil && wildcard($0.asPattern.lowercased(), action.lowercased()) }
  }

  /// Whether a principal may be a service, whatever its unknown parts turn out to be.
  private static func mayMatch(_ principal: ChainValue, _ service: String) -> Bool {
    wildcard(principal.asPattern, service) || service.hasPrefix("logs.") && principal.text.hasPrefix("logs.")
  }

  /// A service principal, which in China ends in `.cn`.
  private static func matches(_ principal: String, _ service: String) -> Bool {
    principal == service || principal == "\(service).cn"
      || service.hasPrefix("logs.") && principal.hasPrefix("logs.")
        && principal.contains(ascii: "amazonaws.com")
  }

  /// Whether a text matches a pattern in which `*` stands for any text and `?` for one character.
  static func wildcard(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.unicodeScalars)
    let text = Array(text.unicodeScalars)
    var (p, t, star, mark) = (0, 0, -1, 0)
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = p
        mark = t
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if star >= 0 {
        p = star + 1
        mark += 1
        t = mark
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == "*" { p += 1 }
    return p == pattern.count
  }
}
