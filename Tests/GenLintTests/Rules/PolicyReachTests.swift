import Diagnostics
import Testing

/// Policies that name the service and the action, and not what the trail writes to.
@Suite struct PolicyReachTests {
  /// A trail with its bucket, log group and role; what is asked is put in their places.
  private func findings(
    prefix: String = "!Ref AWS::NoValue", acl: String = "!GetAtt Bucket.Arn",
    objects: String = "!Sub '${Bucket.Arn}/AWSLogs/${AWS::AccountId}/*'", condition: String = "{}",
    streams: String = "!GetAtt Group.Arn"
  ) -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        Bucket:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties: {BucketName: logs-of-trails}
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Bucket
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: s3:GetBucketAcl, Resource: \(acl)}
                - {Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: s3:PutObject, Resource: \(objects), Condition: \(condition)}
        Group:
          Type: AWS::Logs::LogGroup
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties: {LogGroupName: /cis/trail, RetentionInDays: 365}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: sts:AssumeRole}]}
            Policies: [{PolicyName: p, PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: \(streams)}]}}]
        Trail:
          Type: AWS::CloudTrail::Trail
          DependsOn: Policy
          Properties:
            TrailName: main
            IsLogging: true
            IsMultiRegionTrail: true
            S3BucketName: !Ref Bucket
            S3KeyPrefix: \(prefix)
            CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
            CloudWatchLogsRoleArn: !GetAtt Role.Arn
      """)
  }

  @Test(arguments: [
    "!Sub '${Bucket.Arn}/AWSLogs/${AWS::AccountId}/*'",
    "!Sub 'arn:${AWS::Partition}:s3:::${Bucket}/AWSLogs/*'",
    "arn:aws:s3:::logs-of-trails/*", "!Join ['', [!GetAtt Bucket.Arn, '/*']]", "arn:aws:s3:::logs-*",
    "[!GetAtt Bucket.Arn, !Sub '${Bucket.Arn}/*']", "!Sub '${Bucket.Arn}/AWSLogs/o-a1b2c3d4e5/*'",
    "!Sub '${Bucket.Arn}/AWSLogs/111122223333/CloudTrail/*'",
    "!Sub '${Bucket.Arn}/AWSLogs/o-a1b2c3d4e5/111122223333/*'",
    "!Sub '${Bucket.Arn}/AWSLogs/${AWS::AccountId}/CloudTrail*'", "!Sub '${Bucket.Arn}/*Logs/*'",
  ])
  func aResourceOfTheLogsIsLeftAlone(_ resource: String) {
    #expect(findings(objects: resource) == [])
  }

  @Test(arguments: [
    "!Sub '${Bucket.Arn}/CloudTrail/*'", "!Sub '${Bucket.Arn}/AWSlogs/*'", "!GetAtt Bucket.Arn",
    "!Sub '${Bucket}/AWSLogs/*'", "arn:aws:s3:::other/AWSLogs/*", "!Sub '${Bucket.Arn}/org/AWSLogs/*'",
    "!Sub '${Bucket.Arn}/AWSLogs/${AWS::AccountId}'",
    "!Sub '${Bucket.Arn}/AWSLogs/${AWS::AccountId}/Config/*'",
    "!Sub '${Bucket.Arn}/AWSLogs/111122223333'", "!Sub '${Bucket.Arn}/*Log/*'",
  ])
  func oneElsewhereIsAnError(_ resource: String) {
    let found = findings(objects: resource)
    #expect(found.map(\.code) == [.bucketPolicyLacksCloudTrail])
    #expect(found.first?.message.hasPrefix("CloudTrail writes below 'AWSLogs/' in its bucket") ?? false)
    #expect(found.first?.hint == "allow s3:PutObject on arn:PARTITION:s3:::BUCKET/AWSLogs/ACCOUNT/*")
  }

  @Test func thePrefixOfTheTrailStandsInThePolicy() {
    #expect(findings(prefix: "org", objects: "!Sub '${Bucket.Arn}/org/AWSLogs/*'") == [])
    #expect(findings(prefix: "org", objects: "!Sub '${Bucket.Arn}/*'") == [])
    for resource in ["*AWSLogs/*", "o*AWSLogs/*", "*/AWSLogs/*", "*/AWSLogs/o-a1b2c3d4e5/*"] {
      #expect(findings(prefix: "org", objects: "!Sub '${Bucket.Arn}/\(resource)'") == [], "\(resource)")
    }
    let found = findings(prefix: "org")
    #expect(found.map(\.code) == [.bucketPolicyLacksCloudTrail])
    #expect(found.first?.hint == "allow s3:PutObject on arn:PARTITION:s3:::BUCKET/org/AWSLogs/ACCOUNT/*")
  }

  @Test(arguments: ["!Sub '${Bucket.Arn}/*'", "!Ref Bucket", "arn:aws:s3:::other"])
  func theACLIsOfTheBucketItself(_ resource: String) {
    let found = findings(acl: resource).first { $0.code == .bucketPolicyLacksCloudTrail }
    #expect(found?.message.hasPrefix("s3:GetBucketAcl is allowed on") ?? false)
  }

  @Test func conditionsOnTheTrailAreCompared() {
    let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail"
    for condition in [
      "{StringEquals: {'aws:SourceArn': '\(arn)/main'}}", "{ArnLike: {'AWS:SourceArn': '\(arn)/*'}}",
      "{StringEquals: {'s3:x-amz-acl': bucket-owner-full-control}}",
      "{StringNotEquals: {'aws:SourceArn': '\(arn)/other'}}",
      "{StringEqualsIgnoreCase: {'aws:SourceArn': '\(arn)/MAIN'}}",
    ] {
      #expect(findings(condition: condition) == [], "\(condition)")
    }
    for condition in [
      "{StringEquals: {'aws:SourceArn': '\(arn)/mian'}}", "{StringEquals: {'aws:SourceArn': '\(arn)/*'}}",
      "{StringEquals: {'s3:x-amz-acl': bucket-owner-read}}",
      "{ArnLike: {'aws:SourceArn': 'arn:aws:config:*:*:*'}}",
    ] {
      let found = findings(condition: condition)
      #expect(found.map(\.code) == [.bucketPolicyLacksCloudTrail], "\(condition)")
      #expect(
        found.first?.message.hasSuffix("does not hold for this trail, so CloudTrail may not write") ?? false)
    }
  }

  @Test(arguments: [
    "!GetAtt Group.Arn", "'*'", "arn:aws:logs:*:*:log-group:/cis/*", "arn:aws:logs:*:*:*",
    "!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/cis/trail:log-stream:*'",
    "!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:*'",
  ])
  func theStreamsOfTheGroupAreLeftAlone(_ resource: String) {
    #expect(findings(streams: resource) == [])
  }

  @Test(arguments: [
    "arn:aws:logs:*:*:log-group:/cis/trial:*", "arn:aws:logs:*:*:log-group:/aws/*", "arn:aws:s3:::logs",
    "arn:aws:logs:*:*:log-group:/cis/trail",
    "!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/cis/trails:log-stream:*'",
  ])
  func thoseOfAnotherGroupAreAnError(_ resource: String) {
    let found = findings(streams: resource)
    #expect(found.map(\.code) == [.roleLacksPermissions])
    #expect(found.first?.message.hasSuffix("which holds no stream of the trail's log group") ?? false)
  }

  /// The context of the encryption is the log group's ARN.
  @Test func theConditionOfAKeyIsComparedWithTheGroup() {
    func findings(_ condition: String) -> [Diagnostic] {
      Fixture.lint(
        """
        Resources:
          Key:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              KeyPolicy:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}, Action: "kms:*", Resource: "*"}
                  - {Effect: Allow, Principal: {Service: logs.eu-west-1.amazonaws.com}, Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*", Condition: {ArnLike: {\(condition)}}}
          Group:
            Type: AWS::Logs::LogGroup
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties: {LogGroupName: /cis/trail, RetentionInDays: 365, KmsKeyId: !GetAtt Key.Arn}
        """)
    }
    let arn = "arn:aws:logs:eu-west-1:111122223333"
    for group in ["\(arn):log-group:/cis/trail", "\(arn):log-group:/cis/*", "\(arn):*"] {
      #expect(findings("'kms:EncryptionContext:aws:logs:arn': '\(group)'") == [], "\(group)")
    }
    for condition in [
      "'kms:EncryptionContext:aws:logs:arn': '\(arn):log-group:/other'",
      "'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:*:trail/*'",
    ] {
      let found = findings(condition)
      #expect(found.map(\.code) == [.logGroupKeyLacksLogs], "\(condition)")
      #expect(found.first?.hint?.hasPrefix("compare kms:EncryptionContext:aws:logs:arn") ?? false)
    }
  }

  private static func key(_ condition: String, _ trail: String = "cis") -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: '2012-10-17'
              Statement:
                - {Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
                - Effect: Allow
                  Principal: {Service: cloudtrail.amazonaws.com}
                  Action: ['kms:GenerateDataKey*', 'kms:DescribeKey']
                  Resource: '*'
                  Condition: \(condition)
        Trail: {Type: AWS::CloudTrail::Trail, Properties: {TrailName: \(trail), IsLogging: true, IsMultiRegionTrail: true, S3BucketName: of-another, KMSKeyId: !GetAtt Key.Arn}}
      """
    ).filter { $0.code == .trailKeyLacksCloudTrail }
  }

  @Test func theKeysConditionsAreComparedWithTheTrail() {
    let arn = "!Sub 'arn:aws:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/"
    for condition in [
      "{StringEquals: {'kms:EncryptionContext:aws:cloudtrail:arn': \(arn)*'}}",
      "{StringEquals: {'aws:SourceArn': \(arn)other'}}",
      "{StringLike: {'kms:EncryptionContext:aws:logs:arn': \(arn)*'}}",
    ] {
      let found = Self.key(condition)
      #expect(found.map(\.severity) == [.error], "\(condition)")
      #expect(found.first?.range?.start.line == 13)
    }
    for condition in [
      "{StringLike: {'kms:EncryptionContext:aws:cloudtrail:arn': \(arn)*'}}",
      "{StringEquals: {'aws:SourceArn': \(arn)cis'}}",
      "{StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}",
      "{StringEquals: {'aws:SourceArn': \(arn)${AWS::StackName}'}}",
    ] {
      #expect(Self.key(condition) == [], "\(condition)")
    }
  }

  private static func role(_ resource: String) -> [DiagnosticCode] {
    Fixture.lint(
      """
      Resources:
        Bucket: {Type: AWS::S3::Bucket}
        Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /cis/trail}}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: 'sts:AssumeRole'}]}
            Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: \(resource)}]}}]
        Trail: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: true, IsMultiRegionTrail: true, S3BucketName: of-another, CloudWatchLogsLogGroupArn: !GetAtt Group.Arn, CloudWatchLogsRoleArn: !GetAtt Role.Arn}}
      """
    ).map(\.code).filter { $0 == .roleLacksPermissions }
  }

  @Test func aRoleForAnotherKindOfResourceIsSeen() {
    for resource in ["!GetAtt Bucket.Arn", "!Ref Group", "!Sub '${Bucket.Arn}/*'"] {
      #expect(Self.role(resource) == [.roleLacksPermissions], "\(resource)")
    }
    for resource in [
      "!GetAtt Group.Arn", "'*'", "!ImportValue arn", "[!GetAtt Bucket.Arn, !GetAtt Group.Arn]",
    ] {
      #expect(Self.role(resource) == [], "\(resource)")
    }
  }

  /// A policy with an ARN in it is JSON that Sub fills in.
  @Test func aPolicyThatSubFillsInIsRead() {
    func found(_ service: String) -> [DiagnosticCode] {
      Fixture.lint(
        """
        Resources:
          Topic: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@b.example}]}}
          Policy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: !Sub '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"\(service)"},"Action":"sns:Publish","Resource":"${Topic}"}]}'}}
          Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/EC2, MetricName: CPUUtilization, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: LessThanThreshold, AlarmActions: [!Ref Topic]}}
        """
      ).map(\.code)
    }
    #expect(found("events.amazonaws.com") == [.topicPolicyLacksCloudWatch])
    #expect(found("cloudwatch.amazonaws.com") == [])
    #expect(found("${Service}").contains(.topicPolicyLacksCloudWatch) == false)
  }

  /// The form that the guide had before CloudTrail had a service principal.
  @Test func theAccountsOfCloudTrailAreAWarning() {
    func found(_ account: String) -> [Diagnostic] {
      Fixture.lint(
        """
        Resources:
          B: {Type: AWS::S3::Bucket, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
          P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref B, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: 'arn:aws:iam::\(account):root'}, Action: ['s3:GetBucketAcl', 's3:PutObject'], Resource: [!GetAtt B.Arn, !Sub '${B.Arn}/AWSLogs/*']}]}}}
          T: {Type: AWS::CloudTrail::Trail, DependsOn: P, Properties: {IsLogging: true, IsMultiRegionTrail: true, S3BucketName: !Ref B}}
        """
      ).filter { $0.code == .bucketPolicyLacksCloudTrail }
    }
    #expect(found("086441151436").map(\.severity) == [.warning])
    #expect(found("111122223333").map(\.severity) == [.error])
  }
}
