extension Pattern {
  /// What may do other than it seems to say, in the order of the text.
  public func lints() -> [PatternIssue] {
    []
  }
}
