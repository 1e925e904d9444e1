/// One word of a shell command. The only place that quotes for the shell.
///
/// A word is a row of pieces; each piece is quoted for itself, so that `--option="$VALUE"` and `--option='text'` keep their
/// option readable.
struct ShellWord: Hashable {
  /// The smallest part: fixed text, or the value of a variable.
  enum Atom: Hashable {
    /// Text that reaches the command exactly as it is.
    case text(String)
    /// The value of a variable, by its name.
    case variable(String)
  }

  /// What is quoted together.
  private(set) var pieces: [[Atom]]

  /// A word of atoms that are quoted together.
  init(_ atoms: [Atom]) { pieces = [atoms] }

  /// Fixed text.
  static func text(_ text: String) -> ShellWord { ShellWord([.text(text)]) }

  /// The value of a variable.
  static func variable(_ name: String) -> ShellWord { ShellWord([.variable(name)]) }

  /// `--name=value`, which reaches the command whole even when the value begins with a hyphen.
  static func option(_ name: String, _ value: ShellWord) -> ShellWord {
    var word = ShellWord.text("--\(name)=")
    word.pieces += value.pieces
    return word
  }

  /// Whether it is an option such as `--name` or `--name=value`.
  var isOption: Bool {
    guard case .text(let text)? = pieces.first?.first else { return false }
    return text.utf8.starts(with: "--".utf8)
  }

  /// As the script spells it.
  var spelling: String {
    let text = pieces.map(Self.spell).joined()
    return text.isEmpty ? "''" : text
  }

  /// As the script spells it after `NAME=`, where shellcheck takes a bare `a-b` for a forgotten calculation.
  var spellingInAssignment: String {
    let isBare =
      pieces.count == 1 && spelling.unicodeScalars.contains("-") && !spelling.unicodeScalars.contains("'")
    guard isBare, case .text(let text)? = pieces.first?.first, pieces.first?.count == 1, spelling == text
    else {
      return spelling
    }
    return Self.singleQuoted(text)
  }

  private static func spell(_ atoms: [Atom]) -> String {
    guard atoms.contains(where: { if case .variable = $0 { true } else { false } }) else {
      let text = atoms.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      if text.isEmpty { return atoms.isEmpty ? "" : "''" }
      if isPlain(text) { return text }
      let isReadable = text.unicodeScalars.contains("'") && isReadableInDoubleQuotes(atoms)
      return isReadable ? doubleQuoted(atoms) : singleQuoted(text)
    }
    return isReadableInDoubleQuotes(atoms) ? doubleQuoted(atoms) : atoms.map(spellAlone).joined()
  }

  private static func spellAlone(_ atom: Atom) -> String {
    switch atom {
    case .text(let text): singleQuoted(text)
    case .variable(let name): "\"$\(name)\""
    }
  }

  /// Text that the shell takes as it is, and the words of a test.
  private static func isPlain(_ text: String) -> Bool {
    if ["[", "]", "!", "=", "!="].contains(text) { return true }
    return text.unicodeScalars.allSatisfy { isNameScalar($0) || "-./:=@%+,".unicodeScalars.contains($0) }
      && text.unicodeScalars.first != "="
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || scalar == "_"
  }

  /// Everything is literal between single quotes except the single quote itself, which stands outside them: `'\''`.
  ///
  /// Outside stand as well a `$` or a backtick that a reader, or shellcheck, would take for an expansion that somebody forgot to
  /// quote the other way, and a backslash before a closing quote.
  private static func singleQuoted(_ text: String) -> String {
    var spelling = ""
    var isInside = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let standsOutside = isOutside(scalar, before: next)
      if standsOutside == isInside { spelling += "'" }
      isInside = !standsOutside
      if standsOutside { spelling += "\\" }
      spelling.unicodeScalars.append(scalar)
    }
    return spelling + (isInside ? "'" : "")
  }

  private static func isOutside(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "'", "`": true
    case "$": next.map { isNameScalar($0) || $0 == "{" || $0 == "(" } ?? false
    case "\\": next.map { $0 == "'" || $0 == "`" || $0 == "$" || $0 == "\\" } ?? true
    default: false
    }
  }

  /// Double quotes read well around names and few quotes; JSON reads better in single quotes.
  private static func isReadableInDoubleQuotes(_ atoms: [Atom]) -> Bool {
    var quotes = 0
    for case .text(let text) in atoms {
      for scalar in text.unicodeScalars {
        if scalar == "\"" { quotes += 1 }
        if "\\$`!".unicodeScalars.contains(scalar) { return false }
      }
    }
    return quotes <= 2
  }

  private static func doubleQuoted(_ atoms: [Atom]) -> String {
    var spelling = "\""
    for (index, atom) in atoms.enumerated() {
      switch atom {
      case .text(let text):
        for scalar in text.unicodeScalars {
          if scalar == "\"" { spelling += "\\" }
          spelling.unicodeScalars.append(scalar)
        }
      case .variable(let name):
        spelling += needsBraces(after: atoms.dropFirst(index + 1).first) ? "${\(name)}" : "$\(name)"
      }
    }
    return spelling + "\""
  }

  private static func needsBraces(after next: Atom?) -> Bool {
    guard case .text(let text)? = next, let first = text.unicodeScalars.first else { return false }
    return isNameScalar(first)
  }
}
