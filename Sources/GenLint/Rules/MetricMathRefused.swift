internal import Diagnostics

/// An alarm on an expression that the service refuses.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
struct MetricMathRefused: ChainRule {
  /// The comparisons with a band.
  private static let ofBands: Set<String> = [
    "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
  ]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.metricMath.flatMap { math in
      math.queries.compactMap(\.expression).flatMap { Self.findings(in: $0, of: math) } + Self.band(of: math)
        + Self.watched(in: math)
    }
  }

  private static func findings(in expression: ChainValue, of math: MetricMath) -> [Diagnostic] {
    guard let text = expression.known else { return [] }
    if let problem = MetricMath.imbalance(in: text) { return [.refused(problem, at: expression)] }
    let ids = math.queries.map { $0.id?.known }
    guard !ids.contains(nil), let names = MetricMath.names(in: expression) else { return [] }
    let known = ids.compactMap(\.self)
    return names.first { !known.contains($0) }.map { [.undefined($0, known, at: expression)] } ?? []
  }

  private static func band(of math: MetricMath) -> [Diagnostic] {
    let ids = math.queries.map { $0.id?.known }
    if let band = math.band, let name = band.known, !ids.contains(nil), !ids.contains(name) {
      return [.undefined(name, ids.compactMap(\.self), at: band)]
    }
    if let comparison = math.comparison, let text = comparison.known, math.band != nil,
      !ofBands.contains(text)
    {
      return [.comparison(comparison)]
    }
    return []
  }

  private static func watched(in math: MetricMath) -> [Diagnostic] {
    let states = math.queries.map(\.returnsData)
    guard !states.isEmpty, !states.contains(nil) else { return [] }
    let count = states.count { $0 == true }
    guard count == 0 || count > 1 && math.band == nil else { return [] }
    return [.watched(count, math)]
  }
}

extension Diagnostic {
  fileprivate static func refused(_ problem: String, at expression: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .metricMathRefused, "the expression cannot be read: \(problem)", at: expression.range)
  }
  fileprivate static func undefined(_ name: String, _ known: [String], at value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .metricMathRefused, "no metric or expression of this alarm has the Id '\(name)'",
      at: value.range,
      hint: Suggestion.hint(for: name, among: known))
  }
  fileprivate static func comparison(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .metricMathRefused, "'\(value.shown)' does not compare with a band", at: value.range,
      hint:
        "use LessThanLowerOrGreaterThanUpperThreshold, LessThanLowerThreshold or GreaterThanUpperThreshold")
  }
  fileprivate static func watched(_ count: Int, _ math: MetricMath) -> Diagnostic {
    Diagnostic(
      .error, .metricMathRefused,
      count == 0
        ? "the alarm watches none of its metrics: 'ReturnData' is false in each"
        : "the alarm watches one of its metrics, and 'ReturnData' is true in \(count)",
      at: math.range, hint: "set 'ReturnData' to true in the one to watch, and to false in the others")
  }
}
