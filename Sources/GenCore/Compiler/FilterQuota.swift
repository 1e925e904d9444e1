import Diagnostics
import FilterPattern

/// How many filters a log group takes; every control of a spec has its filters on one group.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html and
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
enum FilterQuota {
  private static let filters = 100
  private static let filtersWithRegexes = 5

  /// An error at the first control that is too much.
  static func problems(of controls: [ResolvedControl]) -> [Diagnostic] {
    [
      excess(in: controls, of: filters) { _ in true }.map {
        .tooManyFilters($0.control, $0.found, .tooManyFilters, "\(filters) metric filters")
      },
      excess(in: controls, of: filtersWithRegexes, where: hasRegex).map {
        .tooManyFilters(
          $0.control, $0.found, .tooManyRegexFilters,
          "\(filtersWithRegexes) filters with regular expressions")
      },
    ].compactMap { $0 }
  }

  /// The control whose filters go over a limit, and how many filters there are in all.
  private static func excess(
    in controls: [ResolvedControl], of limit: Int, where isCounted: (ResolvedControl.Filter) -> Bool
  ) -> (control: ResolvedControl, found: Int)? {
    var found = 0
    var first: ResolvedControl?
    for control in controls {
      found += control.filters.count(where: isCounted)
      if found > limit, first == nil { first = control }
    }
    return first.map { ($0, found) }
  }

  private static func hasRegex(_ filter: ResolvedControl.Filter) -> Bool {
    let lints = Pattern.parse(filter.pattern).pattern?.lints() ?? []
    return lints.contains { $0.code == .regexQuota }
  }
}

extension Diagnostic {
  fileprivate static func tooManyFilters(
    _ control: ResolvedControl, _ found: Int, _ code: DiagnosticCode, _ what: String
  ) -> Diagnostic {
    Diagnostic(
      .error, code,
      "a log group takes \(what), and this spec has \(found); '\(control.id)' is the first too many",
      at: control.range, hint: "watch fewer things, or several in one pattern")
  }
}
