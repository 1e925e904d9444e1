/// The pattern for a list of event names of one source.
enum EventPattern {
  /// In the benchmark's own form, with every text in quotes; nil when it would have more than 1,024 characters. The names hold
  /// letters, digits and underscores only, so nothing needs an escape.
  static func pattern(source: String, names: [String]) -> String? {
    let clauses = names.map { "($.eventName = \"\($0)\")" }.joined(separator: " || ")
    let names = names.count > 1 ? "(\(clauses))" : clauses
    let text = "{ ($.eventSource = \"\(source)\") && \(names) }"
    return text.utf16.count <= 1024 ? text : nil
  }
}
