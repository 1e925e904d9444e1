import Testing

/// Files with many resources that send to one, each of which might be held against every policy.
@Suite struct NeighbourGrowthTests {
  private static func permissions(_ count: Int) -> String {
    let rules = (0..<count).map {
      "  R\($0): {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [x]}, Targets: [{Id: a, Arn: !GetAtt F.Arn}]}}\n"
        + "  P\($0): {Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref F, Principal: events.amazonaws.com, SourceArn: !GetAtt R\($0).Arn}}\n"
    }
    return
      "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Code: {ZipFile: x}, Role: 'arn:aws:iam::111122223333:role/x'}}\n"
      + rules.joined()
  }

  private static func policies(_ count: Int) -> String {
    let subscriptions = (0..<count).map {
      "  S\($0): {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref T, Protocol: sqs, Endpoint: !GetAtt Q.Arn}}\n"
        + "  P\($0): {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Q], PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*'}]}}}\n"
    }
    return "Resources:\n  Q: {Type: AWS::SQS::Queue}\n  T: {Type: AWS::SNS::Topic}\n" + subscriptions.joined()
  }

  /// Alarms and filters of one metric, no two of which stand under one condition.
  private static func conditions(_ count: Int) -> String {
    let conditions = (0..<count).map {
      "  C\($0): !Equals [!Ref P, a]\n  D\($0): !Equals [!Ref P, b]\n"
    }
    let resources = (0..<count).map {
      "  A\($0): {Type: AWS::CloudWatch::Alarm, Condition: C\($0), Properties: {MetricName: m, Namespace: n, ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Statistic: Sum, Period: 300, Threshold: 0}}\n"
        + "  F\($0): {Type: AWS::Logs::MetricFilter, Condition: D\($0), Properties: {LogGroupName: g, FilterPattern: x, MetricTransformations: [{MetricName: m, MetricNamespace: n, MetricValue: '1'}]}}\n"
    }
    return
      "Parameters: {P: {Type: String}}\nConditions:\n\(conditions.joined())Resources:\n\(resources.joined())"
  }

  enum Kind: CaseIterable {
    case permissions, policies, conditions

    func template(_ count: Int) -> String {
      switch self {
      case .permissions: NeighbourGrowthTests.permissions(count)
      case .policies: NeighbourGrowthTests.policies(count)
      case .conditions: NeighbourGrowthTests.conditions(count)
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func fourTimesTheResourcesTakeLittleMoreThanFourTimesTheTime(kind: Kind) {
    let time = { (count: Int) in
      let text = kind.template(count)
      return (0..<3).map { _ in ContinuousClock().measure { _ = Fixture.lint(text) } }.min() ?? .zero
    }
    let small = time(250)
    let large = time(1000)
    #expect(large / small < 7, "\(large) beside \(small)")
  }
}
