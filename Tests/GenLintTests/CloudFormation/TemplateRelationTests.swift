import Diagnostics
import GenLint
import Testing

/// What the properties of one resource ask of another's.
@Suite struct TemplateRelationTests {
  /// A queue, a second one that takes its dead letters, and a function that reads the first.
  private static func template(
    queue: String = "", other: String = "", function: String = "", mapping: String = "",
    reference: String = "!GetAtt Other.Arn"
  ) -> String {
    """
    Resources:
      Other:
        Type: AWS::SQS::Queue
        Properties: {DelaySeconds: 1\(other)}
      Queue:
        Type: AWS::SQS::Queue
        Properties: {RedrivePolicy: {deadLetterTargetArn: \(reference), maxReceiveCount: 5}\(queue)}
      Role:
        Type: AWS::IAM::Role
        Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}}
      Function:
        Type: AWS::Lambda::Function
        Properties: {Runtime: python3.13, Handler: a.b, Role: !GetAtt Role.Arn, Code: {ZipFile: a}\(function)}
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Function\(mapping)}
    """
  }

  private static func errors(_ text: String) -> [String] {
    Fixture.lint(text).filter { $0.severity == .error }.map {
      "\($0.range?.start.line ?? 0) \($0.code.name) \($0.message)"
    }
  }

  @Test(arguments: [
    (
      ", FifoQueue: true", "",
      "7 GEN4129 'Queue' is a FIFO queue, and 'Other', which takes its dead letters, a standard one"
    ),
    (
      "", ", FifoQueue: 'true'",
      "7 GEN4129 'Queue' is a standard queue, and 'Other', which takes its dead letters, a FIFO one"
    ),
  ])
  func aQueueOfTheOtherKindTakesNoDeadLetters(_ queue: String, _ other: String, _ found: String) {
    #expect(Self.errors(Self.template(queue: queue, other: other)) == [found])
  }

  @Test(arguments: [
    ("", "", "!GetAtt Other.Arn"), (", FifoQueue: true", ", FifoQueue: 'true'", "!GetAtt Other.Arn"),
    (", FifoQueue: true", "", "arn:aws:sqs:us-east-1:111122223333:a.fifo"),
    ("", ", FifoQueue: false", "!GetAtt Other.Arn"),
    (", FifoQueue: !If [Gone, true, false]", "", "!GetAtt Other.Arn"),
  ])
  func queuesOfOneKindOrOfAnUnknownOneRaiseNone(_ queue: String, _ other: String, _ reference: String) {
    let found = Self.errors(Self.template(queue: queue, other: other, reference: reference))
    #expect(found.filter { $0.contains("GEN4129") } == [])
  }

  @Test func aFunctionSlowerThanItsQueueIsAnErrorAtTheQueue() {
    let message = { (seconds: Int, timeout: Int) in
      "7 GEN4109 messages of 'Queue' are seen again after \(seconds) seconds, and 'Function' may take \(timeout)"
    }
    #expect(Self.errors(Self.template(function: ", Timeout: 60")) == [message(30, 60)])
    #expect(
      Self.errors(Self.template(queue: ", VisibilityTimeout: 2", function: ", Timeout: 5")) == [message(2, 5)]
    )
    #expect(Self.errors(Self.template(queue: ", VisibilityTimeout: 2")) == [message(2, 3)])
    #expect(Self.errors(Self.template(queue: ", VisibilityTimeout: 60", function: ", Timeout: '60'")) == [])
  }

  @Test func aFIFOQueueGivesTenMessagesAtMost() {
    let fifo = ", FifoQueue: true"
    #expect(
      Self.errors(Self.template(queue: fifo, other: fifo, mapping: ", BatchSize: 11"))
        == ["16 GEN4109 'BatchSize' is 11; it must be at most 10"])
    #expect(Self.errors(Self.template(queue: fifo, other: fifo, mapping: ", BatchSize: 10")) == [])
    #expect(Self.errors(Self.template(mapping: ", BatchSize: 11, MaximumBatchingWindowInSeconds: 1")) == [])
  }

  @Test func aLogGroupTakesTwoSubscriptionFilters() {
    let filter = { (number: Int, group: String) in
      "  S\(number):\n    Type: AWS::Logs::SubscriptionFilter\n    Properties: {LogGroupName: \(group), FilterPattern: '',"
        + " DestinationArn: 'arn:aws:lambda:us-east-1:111122223333:function:f\(number)'}\n"
    }
    let two = "Resources:\n" + filter(1, "a") + filter(2, "a")
    #expect(Self.errors(two + filter(3, "b")) == [])
    #expect(
      Self.errors(two + filter(3, "a"))
        == ["8 GEN4110 'S3' is one subscription filter too many: a log group takes 2"])
  }
}
