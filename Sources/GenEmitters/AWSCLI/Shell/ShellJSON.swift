internal import Documents

/// A JSON document inside a shell word, with holes that variables fill.
///
/// Only a variable whose characters were checked and hold no quote, backslash or control character may fill a hole: anything
/// else could add members.
indirect enum ShellJSON: Hashable {
  /// A string.
  case string([ShellWord.Atom])
  /// A whole number.
  case integer(Int)
  /// A number.
  case decimal(Double)
  /// true or false.
  case boolean(Bool)
  /// A list.
  case list([ShellJSON])
  /// Members in their order.
  case map([(key: String, value: ShellJSON)])

  /// A fixed string.
  static func text(_ text: String) -> ShellJSON { .string([.text(text)]) }

  /// Members in their order, without those that are nil.
  static func members(_ pairs: KeyValuePairs<String, ShellJSON?>) -> ShellJSON {
    .map(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  /// On one line.
  var compact: ShellWord { ShellWord(Self.merged(atoms(indent: nil))) }

  /// Over several lines, the first at the place where the word begins.
  func indented(by spaces: Int = 2) -> ShellWord { ShellWord(Self.merged(atoms(indent: spaces))) }

  private func atoms(indent: Int?) -> [ShellWord.Atom] {
    switch self {
    case .string(let parts):
      return [.text("\"")] + parts.map(Self.insideString) + [.text("\"")]
    case .integer(let value): return [.text(String(value))]
    case .decimal(let value): return [.text(JSONPrinter(.compact).print(.decimal(value)))]
    case .boolean(let value): return [.text(value ? "true" : "false")]
    case .list(let elements):
      return Self.enclosed("[", elements.map { element in { element.atoms(indent: $0) } }, "]", indent)
    case .map(let members):
      let texts = members.map { member in
        { (indent: Int?) in
          [.text(Self.spelled(member.key) + (indent == nil ? ":" : ": "))]
            + member.value.atoms(indent: indent)
        }
      }
      return Self.enclosed("{", texts, "}", indent)
    }
  }

  private static func enclosed(
    _ opening: String, _ elements: [(Int?) -> [ShellWord.Atom]], _ closing: String, _ indent: Int?
  ) -> [ShellWord.Atom] {
    guard !elements.isEmpty else { return [.text(opening + closing)] }
    func lineBreak(_ spaces: Int?) -> String {
      spaces.map { "\n" + String(repeating: " ", count: $0) } ?? ""
    }
    let inner = indent.map { $0 + 2 }
    var atoms: [ShellWord.Atom] = [.text(opening)]
    for (index, element) in elements.enumerated() {
      atoms.append(.text((index == 0 ? "" : ",") + lineBreak(inner)))
      atoms += element(inner)
    }
    return atoms + [.text(lineBreak(indent) + closing)]
  }

  private static func insideString(_ atom: ShellWord.Atom) -> ShellWord.Atom {
    guard case .text(let text) = atom else { return atom }
    // Bytes: a text may begin or end with a scalar that joins the quote in one character.
    return .text(String(decoding: spelled(text).utf8.dropFirst().dropLast(), as: UTF8.self))
  }

  /// A string as JSON spells it, with its quotes.
  static func spelled(_ text: String) -> String { JSONPrinter(.compact).print(.text(text)) }

  private static func merged(_ atoms: [ShellWord.Atom]) -> [ShellWord.Atom] {
    var merged: [ShellWord.Atom] = []
    for atom in atoms {
      if case .text(let text) = atom, case .text(let before)? = merged.last {
        merged[merged.count - 1] = .text(before + text)
      } else {
        merged.append(atom)
      }
    }
    return merged
  }
}

extension ShellJSON {
  static func == (left: ShellJSON, right: ShellJSON) -> Bool { left.compact == right.compact }
  func hash(into hasher: inout Hasher) { compact.hash(into: &hasher) }
}
