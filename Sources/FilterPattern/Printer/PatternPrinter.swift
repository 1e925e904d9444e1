/// Writes patterns in one style. Keeps no limit on length.
struct PatternPrinter {
  let style: PatternStyle

  func print(_ pattern: Pattern) -> String {
    switch pattern.syntax {
    case .everything: return ""
    case .json(let expression):
      let blank = style == .tight ? "" : " "
      return "{" + blank + text(expression, text) + blank + "}"
    case .delimited(let fields):
      return "[" + fields.map(text).joined(separator: style == .tight ? "," : ", ") + "]"
    case .terms(let terms): return terms.map(text).joined(separator: " ")
    case .regex(let regex): return "%\(regex.text)%"
    }
  }

  /// The conditions of a JSON pattern, without the braces.
  func print(_ expression: Expression<JSONCondition>) -> String { text(expression, text) }

  /// An expression; in the benchmark's style every condition of several stands in parentheses.
  private func text<Condition>(_ expression: Expression<Condition>, _ condition: (Condition) -> String)
    -> String
  {
    let blank = style == .tight ? "" : " "
    switch expression {
    case .condition(let one, _): return condition(one)
    case .all(let children, _):
      return children.map { operand($0, isInAll: true, condition) }.joined(separator: blank + "&&" + blank)
    case .any(let children, _):
      return children.map { operand($0, isInAll: false, condition) }.joined(separator: blank + "||" + blank)
    }
  }

  private func operand<Condition>(
    _ child: Expression<Condition>, isInAll: Bool, _ condition: (Condition) -> String
  ) -> String {
    let inner = text(child, condition)
    switch child {
    case .condition: return style == .cis && Condition.self == JSONCondition.self ? "(\(inner))" : inner
    case .all: return style == .cis ? "(\(inner))" : inner
    case .any: return isInAll || style == .cis ? "(\(inner))" : inner
    }
  }

  private func text(_ condition: JSONCondition) -> String {
    let selector = text(condition.selector)
    switch condition.test {
    case .compare(let comparison, let literal): return selector + text(comparison) + text(literal)
    case .isNull: return selector + " IS NULL"
    case .isTrue: return selector + " IS TRUE"
    case .isFalse: return selector + " IS FALSE"
    case .notExists: return selector + " NOT EXISTS"
    }
  }

  private func text(_ comparison: ComparisonOperator) -> String {
    style == .tight ? comparison.rawValue : " \(comparison.rawValue) "
  }

  /// A selector, the same in every style.
  func text(_ selector: Selector) -> String {
    var text = "$"
    for (position, segment) in selector.segments.enumerated() {
      switch segment {
      case .key(let key):
        let isName = !key.isEmpty && key.unicodeScalars.allSatisfy { $0.isSelectorName }
        text += isName ? ".\(key)" : ".['\(key)']"
      case .index(let index): text += position == 0 ? ".[\(index)]" : "[\(index)]"
      case .wildcard: text += position == 0 ? ".*" : "[*]"
      }
    }
    return text
  }

  private func text(_ field: DelimitedField) -> String {
    switch field {
    case .unnamed: ""
    case .ellipsis: "..."
    case .named(_, let expression): text(expression, text)
    }
  }

  private func text(_ condition: FieldCondition) -> String {
    guard let comparison = condition.comparison else { return condition.name }
    return condition.name + text(comparison.comparisonOperator) + text(comparison.literal)
  }

  private func text(_ literal: Literal) -> String {
    switch literal.value {
    case .number(let number): number.spelling
    case .regex(let regex): "%\(regex.text)%"
    case .text(let literal): needsQuotes(literal.text) ? Self.quoted(literal.text) : literal.text
    }
  }

  private func needsQuotes(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let isPlain = scalars.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" || $0 == "." || $0 == "*"
    }
    let isReserved = ["NULL", "IS", "NOT", "EXISTS"].contains(text.uppercased())
    let isBare = isPlain && !text.isEmpty && !isReserved && !Self.looksLikeNumber(text)
    switch style {
    case .canonical: return true
    case .tight: return !isBare
    case .cis:
      let isDotted =
        scalars.contains(".") && !scalars.contains("*") && (scalars.first?.isASCIILetter ?? false)
      return !(isBare && isDotted)
    }
  }

  /// Whether the parser would take a bare word for a number, in range or not.
  private static func looksLikeNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    guard ExactDecimal(mantissa) != nil else { return false }
    let power = bytes.dropFirst(mantissa.count)
    return power.isEmpty || (power.count > 1 && power.dropFirst().allSatisfy { (0x30...0x39).contains($0) })
  }

  private func text(_ term: Term) -> String {
    let sign =
      switch term.role {
      case .include: ""
      case .exclude: "-"
      case .optional: "?"
      }
    let isWord = term.text.unicodeScalars.allSatisfy { $0.isPatternWord }
    return sign + (isWord && style != .canonical ? term.text : Self.quoted(term.text))
  }

  private static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
