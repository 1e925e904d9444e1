internal import Diagnostics

/// Somebody who judges an account by the text of its filter patterns; what a spec's `satisfy` names.
public enum Checker: String, Hashable, Sendable, CaseIterable {
  /// An auditor who compares with the benchmark's own text.
  case cis
  /// AWS Security Hub, controls CloudWatch.1 to CloudWatch.14.
  case securityHub = "security-hub"
  /// Prowler's `cloudwatch_log_metric_filter_*` and `cloudwatch_changes_to_*` checks.
  case prowler
  /// Powerpipe (formerly Steampipe) with the AWS compliance mod.
  case powerpipe

  /// Finds a checker by the word that a spec uses.
  public init?(id: String) { self.init(rawValue: id) }

  /// The word that a spec uses.
  public var id: String { rawValue }

  /// The name that a person reads.
  public var title: String {
    switch self {
    case .cis: "CIS"
    case .securityHub: "Security Hub"
    case .prowler: "Prowler"
    case .powerpipe: "Powerpipe"
    }
  }

  /// Whether the checker also looks for somebody who is subscribed to the alarm's topic. An auditor reads the
  /// text; the scanners look at the account, and Security Hub and Powerpipe want a subscription in it.
  public var wantsSubscriber: Bool { self != .cis }

  /// The word that was probably meant by a mistyped one. `steampipe` is Powerpipe's former name.
  public static func suggestion(for text: String) -> String? {
    if text.lowercased() == "steampipe" { return Checker.powerpipe.id }
    return Suggestion.nearest(to: text, among: allCases.map(\.id))
  }
}
