import Diagnostics
import Testing

/// Hints of the chain's rules that fit the metric that an alarm watches.
@Suite struct HintTests {
  private static func findings(_ alarm: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        F:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: trail
            FilterPattern: '{ $.eventName = "StopLogging" }'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: Stop, MetricValue: '1'}]
        A:
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: CIS, MetricName: Stop, EvaluationPeriods: 1, Threshold: 1, \(alarm),
            AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}
      """, as: "a.yaml"
    ).filter { $0.severity == .error }
  }

  @Test func aPeriodOfAFiltersMetricIsAMultipleOfAMinute() {
    let found = Self.findings("Statistic: Sum, Period: 90, ComparisonOperator: GreaterThanOrEqualToThreshold")
    #expect(found.map(\.code) == [.uniformPeriod])
    #expect(found.first?.hint == "use 60 or a multiple of it")
  }

  @Test func aThresholdThatIsNeverCrossedTellsWhatTheStatisticReaches() {
    let found = Self.findings("Statistic: Maximum, Period: 60, ComparisonOperator: GreaterThanThreshold")
    #expect(found.map(\.code) == [.unreachableThreshold])
    #expect(found.first?.hint == "count the events: Sum, 1, GreaterThanOrEqualToThreshold")
    #expect(found.first?.notes.map(\.message) == ["Maximum of what the filters publish is at most 1"])
  }
}
