internal import FilterPattern

/// The filter patterns of an artefact, each read once for all rules that ask.
final class PatternReadings {
  private var results: [String: Pattern.ParseResult] = [:]

  /// What a pattern's text reads as.
  func reading(of text: String) -> Pattern.ParseResult {
    if let known = results[text] { return known }
    let result = Pattern.parse(text)
    results[text] = result
    return result
  }
}
