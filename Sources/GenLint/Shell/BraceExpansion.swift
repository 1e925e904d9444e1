/// What bash makes of braces in a word: `CAPABILITY_{IAM,NAMED_IAM}` is two words, `us-east-{1..2}` too.
///
/// https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html
struct BraceExpansion {
  private typealias Part = ShellCommand.Part

  /// A character of a word, or a part of it that is no text.
  private enum Atom {
    case scalar(Unicode.Scalar, source: Int, isExact: Bool, isPlain: Bool)
    case part(Part)

    /// The character, where no quote takes its meaning.
    var plain: Unicode.Scalar? {
      if case .scalar(let scalar, _, _, true) = self { return scalar }
      return nil
    }
  }

  /// Of more words than this nothing is known.
  private static let most = 256
  /// Nor of a word with more braces, each of which is a level of recursion, or with more characters.
  private static let mostBraces = 64
  private static let longest = 2_048

  /// The words that a word becomes; itself when it has no braces that expand.
  static func words(of word: ShellCommand.Word) -> [ShellCommand.Word] {
    guard !word.bracedRuns.isEmpty else { return [word] }
    var atoms: [Atom] = []
    for part in word.parts {
      guard case .literal(let text, let source, let isExact) = part else {
        atoms.append(.part(part))
        continue
      }
      var offset = source
      for scalar in text.unicodeScalars {
        let isPlain = isExact && word.bracedRuns.contains { $0.contains(offset) }
        atoms.append(.scalar(scalar, source: offset, isExact: isExact, isPlain: isPlain))
        offset += UTF8.width(scalar)
      }
    }
    let braces = atoms.count { $0.plain == "{" }
    guard braces <= mostBraces, atoms.count <= longest, let expanded = expand(atoms[...]) else {
      var unknown = word
      unknown.parts = [.opaque("{")]
      return [unknown]
    }
    guard expanded.count > 1 else { return [word] }
    return expanded.map { atoms in
      var copy = word
      copy.parts = parts(of: atoms)
      copy.bracedRuns = []
      return copy
    }
  }

  private static func parts(of atoms: [Atom]) -> [Part] {
    var parts: [Part] = []
    for atom in atoms {
      switch atom {
      case .part(let part): parts.append(part)
      case .scalar(let scalar, let source, let isExact, _):
        if case .literal(let text, let start, isExact)? = parts.last, start + text.utf8.count == source {
          parts[parts.count - 1] = .literal(text + String(scalar), source: start, isExact: isExact)
        } else {
          parts.append(.literal(String(scalar), source: source, isExact: isExact))
        }
      }
    }
    return parts
  }

  /// The words that some characters become; nil when they are too many.
  private static func expand(_ atoms: ArraySlice<Atom>) -> [[Atom]]? {
    var start = atoms.startIndex
    while let open = atoms[start...].firstIndex(where: { $0.plain == "{" }) {
      if let (choices, end) = choices(atoms, after: open) {
        guard let choices, let tails = expand(atoms[end...]), choices.count * tails.count <= most else {
          return nil
        }
        let heads = choices.map { Array(atoms[..<open]) + $0 }
        return heads.flatMap { head in tails.map { head + $0 } }
      }
      start = open + 1
    }
    return [Array(atoms)]
  }

  /// What stands in braces, with the place behind them: texts with commas between them, or the members of a row; nil for those
  /// when they are too many, nil for both when the braces do not expand.
  private static func choices(_ atoms: ArraySlice<Atom>, after open: Int) -> ([[Atom]]?, Int)? {
    // The `{` of a parameter's expansion never comes here: that is a part of its own.
    var level = 1
    var pieces: [ArraySlice<Atom>] = []
    var start = open + 1
    for index in (open + 1)..<atoms.endIndex {
      switch atoms[index].plain {
      case "{": level += 1
      case "}":
        level -= 1
        guard level == 0 else { continue }
        pieces.append(atoms[start..<index])
        if pieces.count == 1 { return row(pieces[0]).map { ($0.isEmpty ? nil : $0, index + 1) } }
        var words: [[Atom]] = []
        for piece in pieces {
          guard let expanded = expand(piece), words.count + expanded.count <= most else {
            return (nil, index + 1)
          }
          words += expanded
        }
        return (words, index + 1)
      case "," where level == 1:
        pieces.append(atoms[start..<index])
        start = index + 1
      default: break
      }
    }
    return nil
  }

  /// The members of `1..3` or `a..c`; none when they are too many.
  private static func row(_ atoms: ArraySlice<Atom>) -> [[Atom]]? {
    var text = ""
    for atom in atoms {
      guard let scalar = atom.plain else { return nil }
      text.unicodeScalars.append(scalar)
    }
    guard case .scalar(_, let source, _, _)? = atoms.first else { return nil }
    let ends = text.fields(by: ".")
    guard ends.count == 3, ends[1].isEmpty else { return nil }
    func spelled(_ text: String) -> [Atom] {
      text.unicodeScalars.map { .scalar($0, source: source, isExact: false, isPlain: false) }
    }
    if let first = Int32(ends[0]).map({ Int($0) }), let last = Int32(ends[2]).map({ Int($0) }) {
      guard (first - last).magnitude < most else { return [] }
      let width =
        [ends[0], ends[2]].contains { $0.count > 1 && $0.hasPrefix("0") }
        ? max(ends[0].utf8.count, ends[2].utf8.count) : 0
      let row = first <= last ? Array(first...last) : (last...first).reversed()
      return row.map { number in
        let digits = String(number)
        return spelled(String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits)
      }
    }
    guard let first = ends[0].unicodeScalars.first, let last = ends[2].unicodeScalars.first,
      ends[0].utf8.count == 1, ends[2].utf8.count == 1, first.properties.isAlphabetic,
      last.properties.isAlphabetic
    else { return nil }
    let row = first <= last ? Array(first.value...last.value) : (last.value...first.value).reversed()
    return row.compactMap { Unicode.Scalar($0).map { spelled(String($0)) } }
  }
}
