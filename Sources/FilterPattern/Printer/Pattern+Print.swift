extension Pattern {
  /// The pattern written down. Reading the text again gives an equal pattern.
  ///
  /// - Throws: `PatternIssue` 5001 when the text is longer than the service takes (`Pattern.maximumLength`), as may
  ///   happen to a pattern that was written more briefly than the style asks.
  public func printed(_ style: PatternStyle) throws(PatternIssue) -> String {
    let text = PatternPrinter(style: style).print(self)
    let units = text.utf16.count
    if units <= Pattern.maximumLength { return text }
    throw PatternProblem.tooLong(units: units).issue(0..<0)
  }
}
