import Diagnostics
import Testing

/// A configuration over several Regions or accounts: each resource stands where its provider does.
@Suite struct TerraformRegionTests {
  private static func findings(_ resources: String, east: String = "us-east-1") -> [Diagnostic] {
    Fixture.lint(
      #"""
      {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
       "provider": {"aws": [{"region": "\#(east)"}, {"alias": "eu", "region": "eu-west-1"}]},
       "resource": {\#(resources)}}
      """#, as: "main.tf.json"
    ).filter { $0.severity == .error }
  }

  private static let filter =
    #""aws_cloudwatch_log_metric_filter": {"a": {"name": "f", "log_group_name": "g", "pattern": "{ $.eventName = \"StopLogging\" }", "metric_transformation": {"name": "m", "namespace": "n", "value": "1"}}}"#

  private static func alarm(_ more: String) -> String {
    #""aws_cloudwatch_metric_alarm": {"b": {"alarm_name": "a", "metric_name": "m", "namespace": "n", "statistic": "Sum", "period": 60, "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", \#(more)}}"#
  }

  @Test func aNameStandsOnceInEachRegion() {
    for more in [#""provider": "aws.eu""#, #""region": "eu-west-1""#] {
      let topics =
        #""aws_sns_topic": {"us": {"name": "alarms"}, "eu": {\#(more), "name": "alarms"}}, "aws_cloudwatch_log_group": {"us": {"name": "g"}, "eu": {\#(more), "name": "g"}}"#
      #expect(Self.findings(topics) == [])
    }
    let twice = #""aws_sns_topic": {"one": {"name": "alarms"}, "two": {"name": "alarms"}}"#
    #expect(Self.findings(twice).map(\.code) == [.duplicateName])
  }

  @Test func anAlarmStandsWhereItsMetricAndItsTopicAre() {
    let topic = #""aws_sns_topic": {"t": {"name": "t"}}"#
    let away = Self.alarm(#""provider": "aws.eu", "alarm_actions": ["${aws_sns_topic.t.arn}"]"#)
    let found = Self.findings([Self.filter, away, topic].joined(separator: ", "))
    #expect(
      Set(found.map(\.message)) == [
        "the alarm is in 'eu-west-1', and the filter publishes its metric in 'us-east-1'",
        "an alarm in 'eu-west-1' cannot publish to a topic in 'us-east-1'",
      ])
    let here = Self.alarm(#""alarm_actions": ["${aws_sns_topic.t.arn}"]"#)
    #expect(Self.findings([Self.filter, here, topic].joined(separator: ", ")) == [])
    let other = Self.alarm(#""alarm_actions": ["arn:aws:sns:eu-west-1:111122223333:x"]"#)
    #expect(Self.findings([Self.filter, other].joined(separator: ", ")).map(\.code) == [.regionDiffers])
    // What the operator chooses is not known.
    #expect(
      Self.findings([Self.filter, other].joined(separator: ", "), east: "${terraform.workspace}").isEmpty)
  }
}
