import Diagnostics
import GenEmitters
import Testing

@Suite struct CloudFormationEmitterTests {
  @Test(arguments: [
    ("'{ $.x = \"it''s\" }'", "FilterPattern: '{ $.x = \"it''s\" }'"),
    ("'{ $.x = \"${a}\" }'", "FilterPattern: '{ $.x = \"${a}\" }'"),
    ("'{ $.x = \"\\\\\" }'", "FilterPattern: '{ $.x = \"\\\\\" }'"),
    ("'{ $.x = \"😀\" }'", "FilterPattern: \"{ $.x = \\\"\\U0001F600\\\" }\""),
    ("ERROR", "FilterPattern: 'ERROR'"),
    ("'[ip, user]'", "FilterPattern: '[ip, user]'"),
  ])
  func aPatternIsAOneLineQuotedScalarOutsideOfSub(pattern: String, expected: String) throws {
    let text = try Specs.cloudFormation(try Specs.graph(pattern: pattern))
    #expect(text.contains("      \(expected)\n"))
  }

  @Test func stateActionsStandUnderTheirOwnKeys() throws {
    let text = try Specs.cloudFormation(
      try Specs.graph("alarm: { notifyOn: [alarm, ok, insufficientData], actionsEnabled: false }"))
    #expect(
      text.contains(
        """
              ActionsEnabled: false
              AlarmActions:
              - !Ref AlarmTopic
              OKActions:
              - !Ref AlarmTopic
              InsufficientDataActions:
              - !Ref AlarmTopic

        """))
  }

  @Test func anExistingTopicIsAParameterWithoutAPolicy() throws {
    let text = try Specs.cloudFormation(
      try Specs.graph("notify: { topic: { existing: 'arn:aws:sns:us-east-1:111122223333:security' } }"))
    #expect(text.contains("      AlarmActions:\n      - !Ref TopicArn\n"))
    #expect(text.contains("    Default: 'arn:aws:sns:us-east-1:111122223333:security'\n"))
    #expect(!text.contains("AWS::SNS::"))
  }

  @Test func aDefaultValueIsANumberAndTagsAreAList() throws {
    let text = try Specs.cloudFormation(
      try Specs.graph("metric: { defaultValue: 0.5 }\ntags: { Owner: 'a b' }"))
    #expect(text.contains("        MetricValue: '1'\n        DefaultValue: 0.5\n"))
    #expect(text.contains("      Tags:\n      - Key: Owner\n        Value: a b\n"))
  }

  @Test func aFixedBucketIsTakenOverByConditionAndAnUnnamedOneIsAlwaysMade() throws {
    let fixed = try Specs.cloudFormation(
      try Specs.graph(trail: "{ create: { name: audit, bucket: audit-logs } }"))
    #expect(fixed.contains("  TrailBucket:\n    Type: AWS::S3::Bucket\n    Condition: MakesStorage\n"))
    #expect(fixed.contains("S3BucketName: !If [MakesStorage, !Sub '${TrailBucketPolicy}', audit-logs]"))
    #expect(!fixed.contains("- TrailBucketPolicy\n"), "no DependsOn on what a condition may leave out")
    let generated = try Specs.cloudFormation(try Specs.graph(trail: "{ create: { name: audit } }"))
    #expect(generated.contains("  TrailBucket:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n"))
    #expect(!generated.contains("      BucketName:"))
  }

  @Test func nothingNamesAPartitionAnAccountOrARegion() throws {
    let text = try Specs.cloudFormation(try Specs.graph(trail: "{ create: { name: audit } }"))
    #expect(!text.contains("arn:aws:"))
    #expect(text.contains("!Sub 'arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*'"))
  }

  @Test func aPeriodOfTheSpecsOwnIsAmongTheAllowedValues() throws {
    let text = try Specs.cloudFormation(try Specs.graph("alarm: { period: 420, evaluationPeriods: 2 }"))
    #expect(text.contains("    - 300\n    - 420\n    - 600\n"))
    #expect(!text.contains("- 86400\n"), "two periods of a day are more than the service takes")
  }

  @Test(arguments: [
    "alarm: { namePrefix: '{{resolve:ssm:/x}}' }", "metric: { value: '$.{{resolve:ssm:/x}}' }",
  ])
  func whatCloudFormationWouldExpandIsRefused(line: String) throws {
    let emission = CloudFormationEmitter().emit(try Specs.graph(line))
    #expect(emission.artefact == nil)
    #expect(emission.diagnostics.map(\.code) == [.dynamicReference])
    #expect(emission.diagnostics.first?.range?.start.line == 8)
  }
}
