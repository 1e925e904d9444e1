/// Characters that show on no screen, or change the order in which others are shown.
///
/// Two texts that differ in one look alike, and bidirectional controls make a text read otherwise than it is. Joiners
/// and variation selectors are not among them: scripts and emoji need them.
///
/// Source: https://www.unicode.org/reports/tr36/ and Default_Ignorable_Code_Point in https://www.unicode.org/reports/tr44/
public enum InvisibleCharacter {
  /// Whether a character is one.
  public static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    // The soft hyphen is the first of them.
    guard scalar.value >= 0xAD else { return false }
    let properties = scalar.properties
    return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
      && !properties.isJoinControl
  }

  /// The name as Unicode writes it, such as `U+202E`.
  public static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// An invisible character is a character like any other to the service.
struct InvisibleCharacterLint {
  let issue: PatternIssue?

  init(_ scalars: [Unicode.Scalar]) {
    issue = scalars.firstIndex(where: InvisibleCharacter.isOne).map { index in
      PatternProblem.invisibleCharacter(InvisibleCharacter.name(scalars[index])).issue(index..<index + 1)
    }
  }
}
