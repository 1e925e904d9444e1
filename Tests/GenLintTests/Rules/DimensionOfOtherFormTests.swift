import Diagnostics
import Testing

/// Alarms on a service's metrics whose dimension is a URL or an ARN.
@Suite struct DimensionOfOtherFormTests {
  private static func findings(_ text: String, _ form: String) -> [Diagnostic] {
    Fixture.lint(text, as: form).filter { $0.code == .dimensionOfOtherForm }
  }

  private static func template(_ dimension: String, _ value: String) -> String {
    """
    Resources:
      Queue: {Type: AWS::SQS::Queue}
      Topic: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@b.example}]}}
      Group: {Type: AWS::Logs::LogGroup}
      Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          Namespace: AWS/SQS
          MetricName: Any
          Dimensions: [{Name: \(dimension), Value: \(value)}]
          Statistic: Sum
          Period: 60
          EvaluationPeriods: 1
          Threshold: 1
          ComparisonOperator: GreaterThanOrEqualToThreshold
          AlarmActions: [!Ref Topic]
    """
  }

  @Test(arguments: [
    ("QueueName", "!Ref Queue", "use 'Queue.QueueName'"),
    ("QueueName", "!GetAtt Queue.Arn", "use 'Queue.QueueName'"),
    ("TopicName", "!Ref Topic", "use 'Topic.TopicName'"),
    ("TopicName", "!Sub '${Topic}'", "use 'Topic.TopicName'"),
    ("LogGroupName", "!GetAtt Group.Arn", "use 'Group'"),
    ("LoadBalancer", "!Ref Balancer", "use 'Balancer.LoadBalancerFullName'"),
    ("QueueName", "'arn:aws:sqs:eu-west-1:111122223333:q'", "give the name"),
  ])
  func whatIsNoNameIsSeen(_ dimension: String, _ value: String, _ hint: String) {
    let found = Self.findings(Self.template(dimension, value), "template")
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.range?.start.line == 11)
    #expect(found.first?.hint == hint)
  }

  @Test(arguments: [
    ("QueueName", "!GetAtt Queue.QueueName"), ("QueueName", "jobs"),
    ("QueueName", "!Sub '${AWS::StackName}-jobs'"),
    ("TopicName", "!GetAtt Topic.TopicName"), ("LogGroupName", "!Ref Group"),
    ("StateMachineArn", "!Ref Queue"),
    ("LoadBalancer", "!GetAtt Balancer.LoadBalancerFullName"), ("QueueName", "!ImportValue queue"),
  ])
  func namesAndWhatIsNotKnownAreLeftAlone(_ dimension: String, _ value: String) {
    #expect(Self.findings(Self.template(dimension, value), "template") == [])
  }

  private static func configuration(_ value: String) -> String {
    """
    {"resource": {
      "aws_sqs_queue": {"q": {"name": "q"}},
      "aws_cloudwatch_metric_alarm": {"a": {
        "alarm_name": "a", "namespace": "AWS/SQS", "metric_name": "m", "statistic": "Sum", "period": 60,
        "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold",
        "alarm_actions": ["arn:aws:sns:eu-west-1:111122223333:x"], "dimensions": {"QueueName": "\(value)"}}}}}
    """
  }

  @Test func terraformSpellsThemOtherwise() {
    for value in ["${aws_sqs_queue.q.arn}", "${aws_sqs_queue.q.url}", "${aws_sqs_queue.q.id}"] {
      let found = Self.findings(Self.configuration(value), "main.tf.json")
      #expect(found.map(\.hint) == ["use 'aws_sqs_queue.q.name'"], "\(value)")
    }
    #expect(Self.findings(Self.configuration("${aws_sqs_queue.q.name}"), "main.tf.json") == [])
  }
}
