import Diagnostics
import Testing

/// Alarms on expressions over several metrics.
@Suite struct MetricMathRefusedTests {
  private static let metric =
    #"{Id: m1, ReturnData: false, MetricStat: {Metric: {Namespace: CIS, MetricName: Stop}, Period: 300, Stat: Sum}}"#

  private static func findings(_ metrics: String, _ more: String = "Threshold: 1") -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            EvaluationPeriods: 1
            ComparisonOperator: GreaterThanThreshold
            AlarmActions: ["arn:aws:sns:eu-west-1:111122223333:x"]
            \(more)
            Metrics: [\(metrics)]
      """
    ).filter { $0.code == .metricMathRefused }
  }

  @Test(arguments: [
    (
      "{Id: e, Expression: 'm2 * 2', ReturnData: true}",
      "no metric or expression of this alarm has the Id 'm2'"
    ),
    ("{Id: e, Expression: 'SUM(m1', ReturnData: true}", "the expression cannot be read: ')' is missing"),
    ("{Id: e, Expression: 'SUM m1)', ReturnData: true}", "the expression cannot be read: nothing opens ')'"),
    ("{Id: e, Expression: '[m1)', ReturnData: true}", "the expression cannot be read: nothing opens ')'"),
    (
      "{Id: e, Expression: 'm1 * 2', ReturnData: false}",
      "the alarm watches none of its metrics: 'ReturnData' is false in each"
    ),
    (
      "{Id: e, Expression: m1 * 2}, {Id: f, Expression: e + 1}",
      "the alarm watches one of its metrics, and 'ReturnData' is true in 2"
    ),
  ])
  func whatTheServiceRefusesIsSeen(_ expression: String, _ message: String) {
    let found = Self.findings("\(Self.metric), \(expression)")
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.severity) == [.error])
  }

  @Test(arguments: [
    "{Id: e, Expression: m1 * 2}", "{Id: e, Expression: 'IF(m1 > 1e3 && HOUR(m1) < 12, m1, 0)'}",
    "{Id: e, Expression: 'FILL(METRICS(\"m\"), REPEAT) / PERIOD(m1)'}",
    "{Id: e, Expression: !Sub 'm1 * ${AWS::Region}'}",
    "{Id: e, Expression: 'SELECT AVG(x) FROM SCHEMA(\"AWS/EC2\", InstanceId)', Period: 60}",
    "{Id: e, Expression: '[m1, m1][0]'}",
  ])
  func whatIsInOrderIsLeftAlone(_ expression: String) {
    #expect(Self.findings("\(Self.metric), \(expression)") == [])
  }

  @Test func aBandIsOneOfTheExpressions() {
    let metric = Self.metric.replacing("ReturnData: false", with: "ReturnData: true")
    let band = "{Id: band, Expression: 'ANOMALY_DETECTION_BAND(m1, 2)', ReturnData: true}"
    #expect(
      Self.findings("\(metric), \(band)", "ThresholdMetricId: band").map(\.message) == [
        "'GreaterThanThreshold' does not compare with a band"
      ])
    #expect(
      Self.findings("\(metric), \(band)", "ThresholdMetricId: bend").map(\.hint) == ["did you mean 'band'?"])
  }
}
