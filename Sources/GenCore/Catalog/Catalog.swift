internal import Diagnostics

/// The built-in controls: the monitoring section of the CIS AWS Foundations Benchmark.
public enum Catalog {
  /// Every control, in the benchmark's order: fifteen filters, then one that a filter cannot serve.
  public static let controls: [Control] = [
    .unauthorizedAPICalls, .consoleSigninWithoutMFA, .rootUsage, .iamPolicyChanges, .cloudTrailConfigChanges,
    .consoleAuthFailures, .kmsKeyDisableOrDelete, .s3BucketPolicyChanges, .awsConfigChanges,
    .securityGroupChanges, .naclChanges, .networkGatewayChanges, .routeTableChanges, .vpcChanges,
    .organizationsChanges, .securityHubEnabled,
  ]

  /// The controls that a metric filter serves.
  public static let filterControls: [Control] = controls.filter { $0.kind == .metricFilter }

  /// The filter controls of an edition, in its order.
  public static func filterControls(of benchmark: Benchmark) -> [Control] {
    filterControls.filter { $0.isPart(of: benchmark) }
  }

  /// Finds a control by its id.
  public static func find(_ id: String) -> Control? {
    controls.first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  /// The id that was probably meant by a mistyped one. A metric name, a Security Hub id and a number of the
  /// default edition lead to their control too.
  public static func suggestion(for text: String) -> String? {
    let alias = controls.first { control in
      control.metricName == text || control.securityHub?.id.lowercased() == text.lowercased()
        || control.number(in: .standard) == text
    }
    if let alias { return alias.id }
    // A short form such as 'orgs-changes' is nearer to other ids by edits than to the one it begins like.
    let opening = String(text.lowercased().unicodeScalars.prefix(3))
    let alike = controls.filter { opening.utf8.count == 3 && $0.id.hasPrefix(opening) }
    return alike.count == 1 ? alike[0].id : Suggestion.nearest(to: text, among: controls.map(\.id))
  }
}
