extension Selection {
  /// The filters for what the benchmark forgot, without the events that the given patterns already name, so that no
  /// event counts twice.
  func extendedFilters(for control: Control, beside patterns: [String]) -> [CatalogFilter] {
    let texts = control.forgotten.flatMap { group -> [String] in
      switch group {
      case .events(let source, let names):
        return EventListPattern.texts(source: source, names: names.filter { !Self.isNamed($0, in: patterns) })
      case .pattern(let text):
        return [text]
      }
    }
    return texts.enumerated().map { index, text in
      CatalogFilter(
        name: control.metricName + "Extended" + (index == 0 ? "" : "\(index + 1)"), pattern: text,
        origin: .extended)
    }
  }

  private static func isNamed(_ name: String, in patterns: [String]) -> Bool {
    let clause = RuleClause("eventName", "=", name, quotes: .anyCharacterBefore, wholeWord: true)
    return patterns.contains { clause.end(in: Array($0.unicodeScalars), from: 0) != nil }
  }
}
