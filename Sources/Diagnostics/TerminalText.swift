/// Makes hostile text safe to show on a terminal.
public enum TerminalText {
  /// The text with every control character, bidirectional override and line break spelled `\u{1B}`, so that a
  /// spec cannot move the cursor, change colours or reorder what the user reads.
  public static func visible(_ text: String, keepingTabs: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar), !(keepingTabs && scalar == "\t") {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    default:
      scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
        && !scalar.properties.isJoinControl
    }
  }
}
