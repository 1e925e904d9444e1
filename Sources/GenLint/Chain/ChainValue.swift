internal import Diagnostics
internal import Documents

/// A value of an artefact as far as the file alone tells it, in a spelling that all three forms share.
///
/// What only a deployment knows stands in the text between `ShellText.open` and `ShellText.close`, by a name: equal names in
/// equal places are equal values.
struct ChainValue {
  /// A resource of the same file and the attribute that is read of it.
  struct Reference: Hashable {
    /// How the file calls the resource.
    let id: String
    /// The attribute; empty for what the resource stands for by itself.
    let attribute: String
  }

  /// The text.
  var text: String
  /// The resource, when the whole value is a reference.
  var reference: Reference?
  /// What it may be instead, when a condition decides.
  var alternatives: [ChainValue] = []
  /// Where it stands.
  var range: SourceRange
  /// The node that it was read from.
  var node: Node?

  /// Makes a known text.
  init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }

  /// Makes an unknown value with a name.
  init(unknown name: String, at range: SourceRange) {
    self.init("\(ShellText.open)\(name)\(ShellText.close)", at: range)
  }

  /// Makes a reference.
  init(reference id: String, _ attribute: String, at range: SourceRange) {
    self.init(unknown: "\(id).\(attribute)", at: range)
    reference = Reference(id: id, attribute: attribute)
  }

  /// The text, when all of it is known.
  var known: String? { alternatives.isEmpty && ShellText.isKnown(text) ? text : nil }
  /// The number, when it is known.
  var number: Double? { known.flatMap { Double($0) } }
  /// True or false, when it is known.
  var boolean: Bool? {
    switch known?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
  /// The value itself and what it may be instead.
  var all: [ChainValue] { alternatives.isEmpty ? [self] : alternatives }
  /// The references among them.
  var references: [Reference] { all.compactMap(\.reference) }

  /// Whether two values are the same.
  enum Agreement {
    case same, different, unknown
  }

  /// Compares two values. Different is said only of what is known for certain.
  func agreement(with other: ChainValue) -> Agreement {
    var allDiffer = true
    for left in all {
      for right in other.all {
        if left.text.utf8.elementsEqual(right.text.utf8) { return .same }
        let areKnown = ShellText.isKnown(left.text) && ShellText.isKnown(right.text)
        if !areKnown, !PartlyKnownText.differ(left.text, right.text) { allDiffer = false }
      }
    }
    return allDiffer ? .different : .unknown
  }

  /// The text with `*` for its unknown parts.
  var asPattern: String { Self.pattern(of: text) }

  /// A text with `*` for its unknown parts.
  static func pattern(of text: String) -> String {
    var pattern = String.UnicodeScalarView()
    var level = 0
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open {
        level += 1
        pattern.append("*")
      } else if scalar == ShellText.close {
        level -= 1
      } else if level == 0 {
        pattern.append(scalar)
      }
    }
    return String(pattern)
  }

  /// Whether the text itself has a `*`, which an unknown part may have in its name.
  var hasAsterisk: Bool {
    var level = 0
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open { level += 1 }
      if scalar == ShellText.close { level -= 1 }
      if level == 0, scalar == "*" { return true }
    }
    return false
  }

  /// How a message calls the value: a resource by its own name, an attribute of it with a dot.
  var shown: String {
    if let reference {
      return reference.attribute.isEmpty ? reference.id : "\(reference.id).\(reference.attribute)"
    }
    var shown = String.UnicodeScalarView()
    // Which unknown parts have a spelling of their own, such as `$(date)` in a script.
    var areSpelled: [Bool] = []
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == ShellText.open {
        let isVariable = rest.first == "$"
        let mark = rest.dropFirst().first
        areSpelled.append(isVariable && (mark == "(" || mark == "{"))
        if areSpelled.last == false { shown.append(contentsOf: "${".unicodeScalars) }
        if isVariable, areSpelled.last == false { rest.removeFirst() }
      } else if scalar == ShellText.close {
        if areSpelled.popLast() ?? false {
          let number = shown.reversed().prefix { ("0"..."9").contains($0) }
          if !number.isEmpty, shown.dropLast(number.count).last == "#" { shown.removeLast(number.count + 1) }
          continue
        }
        // What a resource stands for by itself has no attribute.
        if shown.last == "." { shown.removeLast() }
        shown.append("}")
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}
