/// The regular expressions of a document's schemas, each read once: a template has the same kind of resource many times.
final class SchemaPatterns {
  private var patterns: [String: SchemaPattern?] = [:]

  /// The regular expression that a text spells; nil when it uses what is not covered.
  func read(_ text: String) -> SchemaPattern? {
    if let known = patterns[text] { return known }
    let pattern = SchemaPattern(text)
    patterns[text] = .some(pattern)
    return pattern
  }
}
