import Diagnostics
import Testing

/// An alarm whose metric no filter publishes: certain beside a filter that nobody watches, doubtful when all are watched.
@Suite struct MetricNameDiffersTests {
  private static func findings(filters: [String], alarms: [String]) -> [Diagnostic] {
    let parts =
      filters.map {
        """
          F\($0):
            Type: AWS::Logs::MetricFilter
            Properties:
              LogGroupName: trail
              FilterPattern: '{ $.eventName = "StopLogging" }'
              MetricTransformations: [{MetricNamespace: CIS, MetricName: \($0), MetricValue: '1'}]

        """
      }
      + alarms.map {
        """
          A\($0):
            Type: AWS::CloudWatch::Alarm
            Properties: {Namespace: CIS, MetricName: \($0), Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1,
              ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}

        """
      }
    return Fixture.lint("Resources:\n" + parts.joined(), as: "a.yaml").filter {
      $0.code == .metricNameDiffers
    }
  }

  @Test func anotherNameBesideAFilterThatNobodyWatchesIsAnError() {
    let found = Self.findings(filters: ["RootUsage", "NACLChanges"], alarms: ["Elephant", "NACLChanges"])
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.message) == ["no filter publishes the metric 'Elephant' that this alarm watches"])
    #expect(found.first?.hint == "did you mean 'RootUsage'?")
  }

  @Test func aMetricMoreThanTheFiltersPublishIsAWarning() {
    let found = Self.findings(filters: ["RootUsage"], alarms: ["Elephant", "RootUsage"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.hint == "make sure that something else does")
  }

  @Test(arguments: [
    "!If [Is, [{MetricNamespace: CIS, MetricName: Stop, MetricValue: '1'}], [{MetricNamespace: CIS, MetricName: Stop, MetricValue: '2'}]]",
    "[{MetricNamespace: '{{resolve:ssm:/a}}', MetricName: Stop, MetricValue: '1'}]",
    "[{MetricNamespace: CIS, MetricName: !ImportValue a, MetricValue: '1'}]",
  ])
  func aFilterWhoseMetricIsNotKnownMayPublishIt(metric: String) {
    let text = """
      Conditions: {Is: !Equals [!Ref AWS::Region, us-east-1]}
      Resources:
        F: {Type: AWS::Logs::MetricFilter, Properties: {LogGroupName: trail, FilterPattern: '{ $.eventName = StopLogging }', MetricTransformations: \(metric)}}
        G: {Type: AWS::Logs::MetricFilter, Properties: {LogGroupName: trail, FilterPattern: '{ $.eventName = DeleteTrail }', MetricTransformations: [{MetricNamespace: CIS, MetricName: Delete, MetricValue: '1'}]}}
        A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: CIS, MetricName: Stop, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}}

      """
    #expect(Fixture.lint(text).filter { [.metricNameDiffers, .namespaceDiffers].contains($0.code) } == [])
  }

  @Test(arguments: [
    ("CIS-3.1", "CIS-3.5", Diagnostic.Severity.warning), ("NACLChanges", "VPCChanges", .warning),
    ("StopLogging", "StopLoging", .error), ("RootUsage", "rootUsage", .error),
  ])
  func aNameBesideAWatchedOneIsAnErrorOnlyForASlip(
    published: String, watched: String, severity: Diagnostic.Severity
  ) {
    let found = Self.findings(filters: [published], alarms: [published, watched])
    #expect(found.map(\.severity) == [severity])
  }

  @Test func aPairThatAgreesIsClean() {
    #expect(Self.findings(filters: ["RootUsage"], alarms: ["RootUsage"]) == [])
  }
}
