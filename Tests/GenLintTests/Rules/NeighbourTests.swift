import Diagnostics
import Foundation
import Testing

/// What stands beside the chain and sends: rules, topics, alarms and budgets to topics, queues and functions.
@Suite struct NeighbourTests {
  private static let target =
    "  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: q}}\n"
    + "  F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: i.h, Role: 'arn:aws:iam::111122223333:role/r', Code: {ZipFile: x}}}\n"
    + "  T: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@example.com}]}}\n"
  private static let other = "  Other: {Type: AWS::SNS::Topic}\n  OtherQ: {Type: AWS::SQS::Queue}\n"

  private static func rule(_ target: String, _ more: String = "") -> String {
    "  R: {Type: AWS::Events::Rule, Properties: {Name: r, EventPattern: {source: [aws.guardduty]}, Targets: [{Id: a, Arn: \(target)\(more)}]}}\n"
  }
  private static func subscription(_ kind: String, _ endpoint: String) -> String {
    "  S: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref T, Protocol: \(kind), Endpoint: \(endpoint)}}\n"
  }
  private static func policy(
    _ type: String, _ owner: String, _ service: String, _ action: String, _ resource: String = "'*'",
    _ condition: String = ""
  ) -> String {
    "  P: {Type: \(type), Properties: {\(owner), PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: \(service)}, Action: '\(action)', Resource: \(resource)\(condition)}]}}}\n"
  }
  private static func topicPolicy(_ service: String, _ condition: String = "") -> String {
    policy("AWS::SNS::TopicPolicy", "Topics: [!Ref T]", service, "sns:Publish", "!Ref T", condition)
  }
  private static func queuePolicy(
    _ service: String, _ action: String = "sqs:SendMessage", _ resource: String = "!GetAtt Q.Arn",
    _ condition: String = ""
  ) -> String {
    policy("AWS::SQS::QueuePolicy", "Queues: [!Ref Q]", service, action, resource, condition)
  }
  private static func permission(_ service: String, _ source: String = "") -> String {
    "  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Action: 'lambda:InvokeFunction', Principal: \(service)\(source)}}\n"
  }
  private static func from(_ source: String, _ test: String = "ArnEquals") -> String {
    ", Condition: {\(test): {'aws:SourceArn': \(source)}}"
  }
  private static let alarm =
    "  A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/EC2, MetricName: CPUUtilization, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: LessThanThreshold, AlarmActions: [!GetAtt F.Arn]}}\n"

  private static func found(_ parts: String...) -> [String] {
    Fixture.lint("Resources:\n" + target + parts.joined()).filter {
      ![.noSubscription, .unusedParameter].contains($0.code)
    }
    .map { "\($0.severity) \($0.code.name)" }
  }

  @Test(arguments: [
    ("", "warning GEN4258"), (topicPolicy("cloudwatch.amazonaws.com"), "error GEN4258"),
    (topicPolicy("events.amazonaws.com", from("!Sub 'arn:aws:events:*:*:rule/x'")), "error GEN4258"),
    (
      topicPolicy("events.amazonaws.com", from("'arn:aws:events:*:*:rule/*'", "StringEquals")),
      "error GEN4258"
    ),
    (
      topicPolicy(
        "events.amazonaws.com", ", Condition: {StringEquals: {'aws:PrincipalOrgID': o-a1b2c3d4e5}}"),
      "error GEN4258"
    ),
  ])
  func aTopicThatShutsARuleOutIsSeen(policy: String, expected: String) {
    #expect(Self.found(Self.rule("!Ref T"), policy) == [expected])
  }

  @Test(arguments: [
    topicPolicy("events.amazonaws.com"), topicPolicy("'*'"),
    topicPolicy("events.amazonaws.com", from("!GetAtt R.Arn")),
    topicPolicy("events.amazonaws.com", from("!Sub 'arn:aws:events:*:${AWS::AccountId}:rule/r'")),
    topicPolicy("events.amazonaws.com", from("!Sub 'arn:aws:events:*:${AWS::AccountId}:rule/default/r'")),
    topicPolicy(
      "events.amazonaws.com", ", Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}"),
    "  P: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!ImportValue t], PolicyDocument: {Version: '2012-10-17', Statement: []}}}\n",
    "  C: {Type: Custom::Policy, Properties: {ServiceToken: 'arn:aws:lambda:us-east-1:111122223333:function:p', Topic: !Ref T}}\n",
  ])
  func aTopicThatLetsARuleInIsLeftAlone(policy: String) {
    #expect(Self.found(Self.rule("!Ref T"), policy) == [])
  }

  @Test(arguments: [
    ("", "warning GEN4259"), (queuePolicy("events.amazonaws.com"), "error GEN4259"),
    (queuePolicy("sns.amazonaws.com", "sqs:ReceiveMessage"), "error GEN4259"),
    (queuePolicy("sns.amazonaws.com", "sqs:SendMessage", "!GetAtt OtherQ.Arn"), "error GEN4259"),
    (
      queuePolicy("sns.amazonaws.com", "sqs:SendMessage", "'arn:aws:sqs:us-east-1:111122223333:x'"),
      "error GEN4259"
    ),
    (queuePolicy("sns.amazonaws.com", "sqs:SendMessage", "'*'", from("!Ref Other")), "error GEN4259"),
    (queuePolicy("sns.amazonaws.com", "sqs:SendMessage", "'*'", from("'arn:aws:s3:::b'")), "error GEN4259"),
  ])
  func aQueueThatShutsATopicOutIsSeen(policy: String, expected: String) {
    #expect(Self.found(Self.other, Self.subscription("sqs", "!GetAtt Q.Arn"), policy) == [expected])
  }

  @Test(arguments: [
    queuePolicy("sns.amazonaws.com"), queuePolicy("'*'", "sqs:*", "'*'"),
    queuePolicy("sns.amazonaws.com", "SQS:SendMessage", "!Sub 'arn:aws:sqs:*:*:q'", from("!Ref T")),
    queuePolicy(
      "sns.amazonaws.com", "sqs:Send*", "'*'", from("!Sub 'arn:aws:sns:*:${AWS::AccountId}:*'", "ArnLike")),
    queuePolicy("!ImportValue service"),
    "  C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: T}, Destination: {Id: Q}, Permissions: [Write]}}\nTransform: AWS::Serverless-2016-10-31\n",
  ])
  func aQueueThatLetsATopicInIsLeftAlone(policy: String) {
    #expect(Self.found(Self.subscription("sqs", "!GetAtt Q.Arn"), policy) == [])
  }

  @Test(arguments: [
    ("!Ref Topic", queuePolicy("events.amazonaws.com"), ["error GEN4259"]),
    ("!ImportValue t", "", ["warning GEN4259"]),
    ("!Ref Topic", queuePolicy("sns.amazonaws.com", "sqs:SendMessage", "'*'", from("!Ref Topic")), []),
    (
      "!Ref Topic", queuePolicy("sns.amazonaws.com", "sqs:SendMessage", "'*'", from("!GetAtt R.Arn")),
      ["error GEN4259"]
    ),
  ])
  func aTopicOfAnotherStackIsLetInByItsService(topic: String, policy: String, expected: [String]) {
    let subscription =
      "  S: {Type: AWS::SNS::Subscription, Properties: {TopicArn: \(topic), Protocol: sqs, Endpoint: !GetAtt Q.Arn}}\n"
    let rule = Self.rule("'arn:aws:sns:us-east-1:111122223333:x'")
    #expect(Self.found(subscription, rule, policy, "Parameters: {Topic: {Type: String}}\n") == expected)
  }

  @Test(arguments: [
    from("!Ref R"), from("!Sub 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:rules/*'", "ArnLike"),
    from("!Sub 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/other'"),
    ", Condition: {StringEquals: {'aws:SourceAccount': '!Ref AWS::AccountId'}}",
    ", Condition: {Bool: {'aws:SecureTransport': 'false'}}",
  ])
  func aConditionThatNoRequestMeetsIsSeen(condition: String) {
    let rule = Self.rule("!GetAtt Q.Arn").replacingOccurrences(of: "Name: r, ", with: "")
    let policy = Self.queuePolicy("events.amazonaws.com", "sqs:SendMessage", "'*'", condition)
    #expect(Self.found(rule, policy) == ["error GEN4259"])
  }

  @Test func whatAnotherFileMayHaveIsNotedOrLeftAlone() {
    let rule = Self.rule("!GetAtt Q.Arn")
    #expect(Self.found(rule, "Outputs: {U: {Value: !Ref Q, Export: {Name: q}}}\n") == ["note GEN4259"])
    let stack =
      "  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://x.s3.amazonaws.com/a', Parameters: {Q: !Ref Q}}}\n"
    #expect(Self.found(rule, stack) == [])
  }

  @Test func aTargetInABranchIsATargetToo() {
    let branch = "!If [C, {Id: b, Arn: !GetAtt Q.Arn}, !Ref 'AWS::NoValue']"
    let rule =
      "  R: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [x]}, Targets: [{Id: a, Arn: 'arn:aws:sns:us-east-1:111122223333:x'}, \(branch)]}}\n"
    let conditions = "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, x]}\n"
    #expect(Self.found(rule, conditions) == ["warning GEN4259"])
  }

  @Test func aQueueForDeadLettersNeedsAPolicyToo() {
    let rule =
      Self.rule("!Ref T", ", DeadLetterConfig: {Arn: !GetAtt Q.Arn}")
      + Self.topicPolicy("events.amazonaws.com")
    #expect(Self.found(rule) == ["warning GEN4259"])
    let topic = Self.subscription(
      "email", "b@example.com, RedrivePolicy: {deadLetterTargetArn: !GetAtt Q.Arn}")
    #expect(Self.found(topic) == ["warning GEN4259"])
    #expect(Self.found(topic, Self.queuePolicy("sns.amazonaws.com")) == [])
  }

  @Test(arguments: [
    (subscription("lambda", "!GetAtt F.Arn"), "", ["warning GEN4261"]),
    (subscription("lambda", "!GetAtt F.Arn"), permission("events.amazonaws.com"), ["warning GEN4261"]),
    (
      subscription("lambda", "!GetAtt F.Arn"), permission("sns.amazonaws.com", ", SourceArn: !Ref Other"),
      ["warning GEN4261"]
    ),
    (subscription("lambda", "!GetAtt F.Arn"), permission("sns.amazonaws.com", ", SourceArn: !Ref T"), []),
    (subscription("lambda", "!Sub '${F.Arn}:live'"), permission("sns.amazonaws.com"), []),
    (subscription("lambda", "!GetAtt F.Arn"), permission("!ImportValue service"), []),
    (rule("!GetAtt F.Arn"), permission("events.amazonaws.com", ", SourceArn: !GetAtt R.Arn"), []),
    (rule("!GetAtt F.Arn"), permission("sns.amazonaws.com"), ["warning GEN4261"]),
    (rule("!GetAtt F.Arn", ", RoleArn: 'arn:aws:iam::111122223333:role/r'"), "", []),
    (alarm, permission("cloudwatch.amazonaws.com"), ["warning GEN4261"]),
    (alarm, permission("lambda.alarms.cloudwatch.amazonaws.com", ", SourceAccount: '111122223333'"), []),
  ])
  func aFunctionNeedsAPermissionForWhoInvokesIt(sender: String, permission: String, expected: [String]) {
    #expect(Self.found(Self.other, sender, permission) == expected)
  }

  @Test(arguments: [
    ("SNS", "Topic: !Ref T", []), ("S3", "Bucket: !Ref B, Events: 's3:ObjectCreated:*'", ["warning GEN4261"]),
  ])
  func theTransformPermitsWhatEventsName(type: String, properties: String, expected: [String]) {
    let function =
      "  B: {Type: AWS::S3::Bucket}\n  G: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: a.b, CodeUri: s/, Events: {E: {Type: \(type), Properties: {\(properties)}}}}}\n"
    let subscription = Self.subscription("lambda", "!GetAtt G.Arn")
    #expect(Self.found(function, subscription, "Transform: AWS::Serverless-2016-10-31\n") == expected)
  }

  private static func key(_ service: String) -> String {
    "  K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: \(service)}, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*'}]}}}\n"
  }

  @Test(arguments: [
    ("alias/aws/sqs", "", ["error GEN4260"]), ("!Ref K", key("events.amazonaws.com"), ["error GEN4260"]),
    ("!Ref K", key("sns.amazonaws.com"), []), ("!ImportValue key", "", []),
    (
      "!Ref K",
      key("sns.amazonaws.com").replacingOccurrences(
        of: "Resource: '*'",
        with:
          "Resource: '*', Condition: {ArnEquals: {'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:x'}}"),
      ["error GEN4260"]
    ),
  ])
  func aQueuesKeyMustServeTheTopic(name: String, key: String, expected: [String]) {
    let queue = "  Q2: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: \(name)}}\n"
    let policy = Self.policy(
      "AWS::SQS::QueuePolicy", "Queues: [!Ref Q2]", "sns.amazonaws.com", "sqs:SendMessage")
    #expect(Self.found(queue, policy, key, Self.subscription("sqs", "!GetAtt Q2.Arn")) == expected)
  }

  @Test func aTopicsKeyMustServeTheRule() {
    func topic(_ key: String) -> String {
      "  T2: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: \(key)}}\n"
    }
    let policy = Self.policy(
      "AWS::SNS::TopicPolicy", "Topics: [!Ref T2]", "events.amazonaws.com", "sns:Publish")
    let rule = Self.rule("!Ref T2") + policy
    #expect(Self.found(topic("alias/aws/sns"), rule) == ["error GEN4223"])
    #expect(Self.found(topic("!Ref K"), rule, Self.key("s3.amazonaws.com")) == ["error GEN4224"])
    #expect(Self.found(topic("!Ref K"), rule, Self.key("events.amazonaws.com")) == [])
  }

  @Test func otherSendersNeedToBeNamedToo() {
    let trail =
      "  Trail: {Type: AWS::CloudTrail::Trail, Properties: {TrailName: main, IsLogging: true, IsMultiRegionTrail: true, S3BucketName: bucket-x, SnsTopicName: !Ref T}}\n"
    let budget =
      "  Budget: {Type: AWS::Budgets::Budget, Properties: {Budget: {BudgetType: COST, TimeUnit: MONTHLY}, NotificationsWithSubscribers: [{Notification: {NotificationType: ACTUAL, ComparisonOperator: GREATER_THAN, Threshold: 80}, Subscribers: [{SubscriptionType: SNS, Address: !Ref T}]}]}}\n"
    let bucket =
      "  B: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Q.Arn}]}}}\n"
    #expect(Self.found(trail, Self.topicPolicy("events.amazonaws.com")) == ["error GEN4258"])
    #expect(Self.found(trail, Self.topicPolicy("cloudtrail.amazonaws.com")) == [])
    #expect(Self.found(budget) == ["warning GEN4258"])
    #expect(Self.found(budget, Self.topicPolicy("budgets.amazonaws.com")) == [])
    #expect(Self.found(bucket, Self.queuePolicy("sns.amazonaws.com")) == ["error GEN4259"])
    #expect(Self.found(bucket, Self.queuePolicy("s3.amazonaws.com")) == [])
  }

  @Test(arguments: [
    ("EventPattern: {source: [aws.guardduty]}", "warning GEN4262"),
    (
      "State: DISABLED, EventPattern: {source: [aws.guardduty]}, Targets: [{Id: a, Arn: 'arn:aws:sns:us-east-1:111122223333:x'}]",
      "note GEN4262"
    ),
    (
      "State: DISABLED, ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: 'arn:aws:sns:us-east-1:111122223333:x'}]",
      ""
    ),
    ("ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: 'arn:aws:sns:us-east-1:111122223333:x'}]", ""),
  ])
  func aRuleThatTellsNobodyIsSeen(properties: String, code: String) {
    let found = Self.found("  R: {Type: AWS::Events::Rule, Properties: {\(properties)}}\n")
    #expect(found == (code.isEmpty ? [] : [code]))
  }

  @Test(arguments: [(", Events: {E: {Type: SNS, Properties: {Topic: !Ref Given}}}", 0), ("", 1)])
  func theServerlessTransformPermitsEvents(events: String, count: Int) {
    let found = Fixture.lint(
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters: {Given: {Type: String}}
      Resources:
        F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: i.h, InlineCode: x\(events)}}
        S: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Given, Protocol: lambda, Endpoint: !GetAtt F.Arn}}
      """)
    #expect(found.count { $0.code == .functionLacksSender } == count)
  }
}
