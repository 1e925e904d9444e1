import Diagnostics
import Foundation
import Testing

/// Alarms that name their metric in `Metrics`, as consoles and CDK write them.
@Suite struct AlarmMetricsTests {
  /// A filter that publishes Security/Stops, with an alarm whose `Metrics` are given, in three forms.
  private static func template(_ metrics: String) -> String {
    Fixture.filter("Stops", in: "Security") + """
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            EvaluationPeriods: 1
            Threshold: 1
            ComparisonOperator: GreaterThanOrEqualToThreshold
            AlarmActions: ["arn:aws:sns:eu-west-1:111122223333:x"]
            Metrics: [\(metrics)]
      """
  }

  private static func configuration(_ queries: String) -> String {
    """
    {"resource": {
      "aws_cloudwatch_log_metric_filter": {"f": {
        "name": "f", "log_group_name": "trail", "pattern": "{ $.eventName = \\"StopLogging\\" }",
        "metric_transformation": {"namespace": "Security", "name": "Stops", "value": "1"}}},
      "aws_cloudwatch_metric_alarm": {"a": {
        "alarm_name": "a", "evaluation_periods": 1, "threshold": 1,
        "comparison_operator": "GreaterThanOrEqualToThreshold",
        "alarm_actions": ["arn:aws:sns:eu-west-1:111122223333:x"],
        "metric_query": [\(queries)]}}}}
    """
  }

  private static func script(_ metrics: String) -> String {
    """
    aws logs put-metric-filter --log-group-name trail --filter-name f --filter-pattern '{ $.eventName = "StopLogging" }' \\
      --metric-transformations metricNamespace=Security,metricName=Stops,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name a --evaluation-periods 1 --threshold 1 \\
      --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions arn:aws:sns:eu-west-1:111122223333:x \\
      --metrics '[\(metrics)]'
    """
  }

  /// One metric with its namespace, name, statistic and period, as each form spells it.
  private static func alone(_ namespace: String, _ name: String, _ statistic: String, _ period: Int)
    -> [(form: String, text: String)]
  {
    let json =
      #"{"Id": "m", "ReturnData": true, "MetricStat": {"Metric": {"Namespace": "\#(namespace)", "MetricName": "\#(name)"}, "Period": \#(period), "Stat": "\#(statistic)"}}"#
    let query =
      #"{"id": "m", "return_data": true, "metric": [{"namespace": "\#(namespace)", "metric_name": "\#(name)", "period": \#(period), "stat": "\#(statistic)"}]}"#
    return [
      ("template", template(json)), ("configuration.tf.json", configuration(query)), ("script", script(json)),
    ]
  }

  private static func codes(_ text: String, _ form: String) -> [DiagnosticCode] {
    Fixture.lint(text, as: form).filter { $0.severity == .error }.map(\.code)
  }

  @Test func oneMetricIsAnAlarmOnIt() {
    for (form, text) in Self.alone("Security", "Stops", "Sum", 300) {
      #expect(Fixture.lint(text, as: form).isEmpty, "\(form)")
    }
    for (form, text) in Self.alone("Security", "Stop", "Sum", 300) {
      #expect(Self.codes(text, form) == [.metricNameDiffers], "\(form)")
    }
    for (form, text) in Self.alone("Securety", "Stops", "Sum", 300) {
      #expect(Self.codes(text, form) == [.namespaceDiffers], "\(form)")
    }
    for (form, text) in Self.alone("Security", "Stops", "Sum", 301) {
      #expect(Self.codes(text, form).contains(.uniformPeriod), "\(form)")
    }
  }

  /// Each metric of an expression is looked for among the filters.
  @Test func theMetricsOfAnExpressionAreLookedFor() {
    func metrics(_ name: String) -> String {
      #"{"Id": "m", "ReturnData": false, "MetricStat": {"Metric": {"Namespace": "Security", "MetricName": "\#(name)"}, "Period": 300, "Stat": "Sum"}}, {"Id": "e", "Expression": "m * 2", "ReturnData": true}"#
    }
    #expect(Fixture.lint(Self.template(metrics("Stops"))).isEmpty)
    #expect(Self.codes(Self.template(metrics("Stop")), "template") == [.metricNameDiffers])
    #expect(Fixture.lint(Self.script(metrics("Stops"))).isEmpty)
    #expect(Self.codes(Self.script(metrics("Stop")), "script") == [.metricNameDiffers])
  }

  /// Of a ratio a filter may publish one metric and something else the other.
  @Test func oneMetricBesideAPublishedOneIsLeftAlone() {
    let part = { (id: String, name: String) in
      #"{"Id": "\#(id)", "ReturnData": false, "MetricStat": {"Metric": {"Namespace": "Security", "MetricName": "\#(name)"}, "Period": 300, "Stat": "Sum"}}"#
    }
    let ratio = #", {"Id": "e", "Expression": "m / n", "ReturnData": true}"#
    #expect(Fixture.lint(Self.template(part("m", "Stops") + ", " + part("n", "Stop") + ratio)) == [])
  }

  /// A metric of another account is published there.
  @Test func aMetricOfAnotherAccountIsLeftAlone() {
    let other =
      #"{"Id": "m", "AccountId": "111122223333", "MetricStat": {"Metric": {"Namespace": "Security", "MetricName": "Stop"}, "Period": 300, "Stat": "Sum"}}"#
    #expect(Fixture.lint(Self.template(other)).isEmpty)
  }

  /// An empty list of dimensions beside the metric is none of its.
  @Test func theDimensionsAreThoseOfTheMetric() {
    let text = Self.template(
      #"{Id: m, MetricStat: {Metric: {Namespace: Security, MetricName: Stops, Dimensions: [{Name: a, Value: b}]}, Period: 60, Stat: Sum}}"#
    ).replacingOccurrences(
      of: "MetricValue: '1'}", with: "MetricValue: '1', Dimensions: [{Key: a, Value: $.a}]}")
    #expect(Fixture.lint(text) == [])
    let beside = text.replacingOccurrences(of: "Threshold: 1", with: "Threshold: 1\n      Dimensions: []")
    #expect(!Fixture.lint(beside).contains { $0.code == .dimensionsDiffer })
  }
}
