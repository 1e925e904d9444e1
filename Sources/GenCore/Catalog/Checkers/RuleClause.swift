/// A stretch of text that a checker looks for, in the terms of the regular expression it publishes.
///
/// A clause is a fixed sequence of pieces without alternatives that begins with a literal, so looking for it needs
/// no regular expressions.
public struct RuleClause: Hashable, Sendable {
  /// One element of the checker's expression.
  enum Piece: Hashable, Sendable {
    /// These characters.
    case literal(String)
    /// `\s*`
    case spaces
    /// `\s+`
    case someSpaces
    /// `.`
    case anyCharacter
    /// `.?`
    case maybeCharacter
    /// `"?`
    case maybeQuote
    /// `\b` after a word character.
    case wordEnd
  }

  /// How the clause treats quotation marks around a value.
  enum Quotes: Hashable, Sendable {
    /// No quotation mark may stand before the value.
    case forbidden
    /// The value stands in quotation marks.
    case required
    /// Quotation marks may stand around the value.
    case optional
    /// One character of any kind may stand before the value; what follows it is not looked at.
    case anyCharacterBefore
  }

  let pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces }

  /// A comparison such as `$.eventName = CreateVpc`. A checker that does not escape the dots of a value accepts
  /// any character there (`looseDots`).
  init(
    _ selector: String, _ comparison: String, _ value: String, quotes: Quotes, looseDots: Bool = false,
    wholeWord: Bool = false
  ) {
    var pieces: [Piece] = [.literal("$.\(selector)"), .spaces, .literal(comparison), .spaces]
    let parts =
      looseDots ? value.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [value]
    var valuePieces: [Piece] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { valuePieces.append(.anyCharacter) }
      valuePieces.append(.literal(part))
    }
    switch quotes {
    case .forbidden: pieces += valuePieces
    case .required: pieces += [.literal("\"")] + valuePieces + [.literal("\"")]
    case .optional: pieces += [.maybeQuote] + valuePieces + [.maybeQuote]
    case .anyCharacterBefore: pieces += [.maybeCharacter] + valuePieces
    }
    if wholeWord { pieces.append(.wordEnd) }
    self.pieces = pieces
  }

  /// A test for an absent field, which checkers want with single spaces.
  static func notExists(_ selector: String) -> RuleClause {
    RuleClause([.literal("$.\(selector) NOT EXISTS")])
  }
}

extension RuleClause {
  /// The smallest end of an occurrence that starts at or after `start`, or nil. Indices count Unicode scalars.
  func end(in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard start <= text.count, case .literal(let opening) = pieces.first,
      let first = opening.unicodeScalars.first
    else { return nil }
    // A clause begins with a literal, so an occurrence that starts later also ends later.
    for index in start..<text.count where text[index] == first {
      if let end = Self.end(of: pieces[...], in: text, at: index) { return end }
    }
    return nil
  }

  private static func end(of pieces: ArraySlice<Piece>, in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard let piece = pieces.first else { return start }
    let rest = pieces.dropFirst()
    func next(_ index: Int) -> Int? { end(of: rest, in: text, at: index) }
    switch piece {
    case .literal(let literal):
      var index = start
      for scalar in literal.unicodeScalars {
        guard index < text.count, text[index] == scalar else { return nil }
        index += 1
      }
      return next(index)
    case .spaces, .someSpaces:
      let after = text[start...].firstIndex { !$0.properties.isWhitespace } ?? text.count
      return piece == .someSpaces && after == start ? nil : next(after)
    case .anyCharacter:
      return start < text.count ? next(start + 1) : nil
    case .maybeCharacter:
      return next(start) ?? (start < text.count ? next(start + 1) : nil)
    case .maybeQuote:
      return next(start) ?? (start < text.count && text[start] == "\"" ? next(start + 1) : nil)
    case .wordEnd:
      return start < text.count && isWordCharacter(text[start]) ? nil : next(start)
    }
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default:
      return false
    }
  }
}
