extension Pattern {
  /// Matches one log message; nil when it does not match. For many messages make one `PatternMatcher`.
  public func match(_ message: String) -> MatchResult? {
    PatternMatcher(self).match(Array(message.utf8)).result
  }

  /// Matches one log message given as bytes, valid UTF-8 or not; nil when it does not match.
  public func match(utf8 message: [UInt8]) -> MatchResult? { PatternMatcher(self).match(message).result }
}
