/// Writes the patterns that select events of one service by name.
public enum EventListPattern {
  /// The longest pattern that the service accepts, counted in UTF-16 units.
  public static let limit = 1024

  /// How much white space and how many parentheses a pattern spends on the reader.
  public enum Style: Hashable, Sendable, CaseIterable {
    /// `{($.eventSource=s) && (($.eventName=A) || ($.eventName=B))}`, as Security Hub writes.
    case readable
    /// `{$.eventSource=s&&($.eventName=A||$.eventName=B)}`
    case tight
  }

  /// One pattern, whatever its length.
  ///
  /// Source and names are letters, digits, dots and hyphens, so nothing needs quoting.
  public static func text(source: String, names: [String], style: Style = .readable) -> String {
    switch style {
    case .readable:
      let clauses = names.map { "($.eventName=\($0))" }.joined(separator: " || ")
      return "{($.eventSource=\(source)) && (\(clauses))}"
    case .tight:
      let clauses = names.map { "$.eventName=\($0)" }.joined(separator: "||")
      return "{$.eventSource=\(source)&&(\(clauses))}"
    }
  }

  /// As few patterns as hold all names in their order, none longer than the limit, with the names that each holds;
  /// readable ones when that costs no further filter.
  public static func parts(source: String, names: [String]) -> [(text: String, names: [String])] {
    let readable = groups(source: source, names: names, style: .readable)
    let tight = groups(source: source, names: names, style: .tight)
    let style = tight.count < readable.count ? Style.tight : .readable
    return (style == .tight ? tight : readable).map {
      (text(source: source, names: $0, style: style), $0)
    }
  }

  private static func groups(source: String, names: [String], style: Style) -> [[String]] {
    var groups: [[String]] = []
    for name in names {
      if let last = groups.last,
        text(source: source, names: last + [name], style: style).utf16.count <= limit
      {
        groups[groups.count - 1].append(name)
      } else {
        groups.append([name])
      }
    }
    return groups
  }
}
