import Diagnostics
import Testing

@Suite struct ReservedNamespaceTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "MetricName: RootUse\n          MetricNamespace: Security",
      "MetricName: RootUse\n          MetricNamespace: AWS/Security", .reservedNamespace),
    .init(.script, "metricNamespace=Security", "metricNamespace=AWS/Security", .reservedNamespace),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "MetricName: RootUse\n          MetricNamespace: Security",
      "MetricName: RootUse\n          MetricNamespace: AWS-Security", .reservedNamespace)
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws { try mutation.expect(.warning, "begins with 'AWS/'") }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
