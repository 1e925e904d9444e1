extension Control {
  /// 16: Security Hub is on. A state of the account, which no log filter can show.
  static let securityHubEnabled = Control(
    id: "security-hub-enabled", number: 16, kind: .serviceState,
    title: "Security Hub is turned on",
    description: """
      Asks that Security Hub is on in every Region in use. This is a state and not an event: ask \
      securityhub:DescribeHub in each Region; no metric filter can serve it.
      """,
    severity: .medium, metricName: "", since: .cis150,
    levels: [(.cis150, 2)],
    assessments: [(.cis150, .automated)],
    eventSource: "securityhub.amazonaws.com",
    sources: [
      "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html"
    ] + Control.benchmarkSources)
}
