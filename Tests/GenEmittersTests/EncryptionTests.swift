import Testing

@Suite struct EncryptionTests {
  static let topicKey = EmittedSpec(
    """
    trail: { existing: { logGroup: logs } }
    notify: { topic: { create: { name: Told, encryption: create } } }
    """)
  static let trailKey = EmittedSpec("trail: { create: { name: the-trail, encryption: create } }")

  @Test func `a key for the topic lets CloudWatch publish for this account alone`() {
    let key = Self.topicKey.resource("TopicKey")
    #expect(key.contains("EnableKeyRotation: true"))
    #expect(key.contains("Service: cloudwatch.amazonaws.com"))
    #expect(key.contains("aws:SourceAccount: !Ref AWS::AccountId"))
    #expect(key.contains("- kms:Decrypt\n          - 'kms:GenerateDataKey*'"))
    #expect(!key.contains("cloudtrail") && !key.contains("logs."))
    #expect(Self.topicKey.resource("AlarmTopic").contains("KmsMasterKeyId: !GetAtt TopicKey.Arn"))
    #expect(Self.topicKey.resource("TopicKeyAlias").contains("AliasName: alias/tried-topic"))
  }

  @Test func `a key for messages goes with the deployment, a key for audit logs stays`() {
    #expect(Self.topicKey.resource("TopicKey").contains("DeletionPolicy: Delete"))
    #expect(Self.trailKey.resource("TrailKey").contains("DeletionPolicy: Retain"))
    #expect(!Self.topicKey.terraform.contains("prevent_destroy"))
    #expect(Self.trailKey.terraform.contains("terraform state rm aws_kms_key.trail"))
    #expect(Self.trailKey.cloudFormation.contains("without the key the logs are unreadable"))
    #expect(!Self.trailKey.resource("TrailKeyAlias").contains("Retain"))
  }

  @Test func `a key for the trail serves its log group and its files and no others`() {
    let key = Self.trailKey.resource("TrailKey")
    #expect(key.contains("Service: !Sub 'logs.${AWS::Region}.${AWS::URLSuffix}'"))
    #expect(
      key.contains(
        "kms:EncryptionContext:aws:logs:arn: !Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${LogGroupName}'"
      ))
    #expect(
      key.contains(
        "aws:SourceArn: !Sub 'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/the-trail'"
      ))
    #expect(!key.contains("cloudwatch.amazonaws.com"))
    #expect(Self.trailKey.resource("TrailLogGroup").contains("KmsKeyId: !GetAtt TrailKey.Arn"))
    #expect(Self.trailKey.resource("Trail").contains("KMSKeyId: !GetAtt TrailKey.Arn"))
  }

  @Test func `Terraform names the log group in the key's policy without waiting for it`() {
    let text = Self.trailKey.terraform
    #expect(text.contains("logs.${data.aws_region.current.id}.${data.aws_partition.current.dns_suffix}"))
    #expect(text.contains(":log-group:${var.log_group_name}\""))
    #expect(text.contains(#""kms_key_id": "${aws_kms_key.trail.arn}""#))
    #expect(Self.topicKey.terraform.contains(#""kms_master_key_id": "${aws_kms_key.topic.arn}""#))
    #expect(text.contains(#""target_key_id": "${aws_kms_key.trail.key_id}""#))
  }

  @Test func `a key that exists becomes a parameter with its ARN as default`() {
    let arn = "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
    let made = EmittedSpec(
      """
      trail: { create: { name: the-trail, encryption: '\(arn)' } }
      notify: { topic: { create: { encryption: '\(arn)' } } }
      """)
    #expect(made.errors.isEmpty)
    #expect(made.resource("TrailKeyArn").contains("Default: '\(arn)'"))
    #expect(made.resource("AlarmTopic").contains("KmsMasterKeyId: !Ref TopicKeyArn"))
    #expect(made.resource("Trail").contains("KMSKeyId: !Ref TrailKeyArn"))
    #expect(made.terraform.contains(#""kms_key_id": "${var.trail_key_arn}""#))
    #expect(!made.cloudFormation.contains("AWS::KMS"))
    #expect(made.diagnostics.filter { $0.code.number == 3020 }.count == 2)
  }

  @Test func `without encryption nothing of a key is emitted`() {
    for lines in [
      "trail: { create: { name: the-trail } }", "trail: { create: { name: the-trail, encryption: none } }",
    ] {
      let made = EmittedSpec(lines)
      #expect(made.errors.isEmpty)
      #expect(!made.cloudFormation.lowercased().contains("kms"))
      #expect(!made.terraform.contains("kms"))
    }
  }

  @Test(arguments: [
    ("alias/aws/sns", 2025), ("arn:aws:kms:us-east-1:111122223333:alias/aws/sns", 2025), ("alias/mine", 2013),
    ("arn:aws:kms:us-east-1:111122223333:alias/mine", 2013), ("Create", 2013), ("", 2011),
    ("arn:aws:kms:us-east-1:111122223333:key/", 2013), ("arn:aws:sns:us-east-1:111122223333:key/a", 2013),
    ("arn:aws:kms:us-east-1:111122223333:key/a*b", 2013), ("1234abcd-12ab-34cd-56ef-1234567890ab", 2013),
  ])
  func `an encryption that is no key ARN is refused with the reason`(text: String, code: Int) {
    let topic = EmittedSpec(
      """
      trail: { existing: { logGroup: logs } }
      notify: { topic: { create: { encryption: '\(text)' } } }
      """)
    #expect(topic.errors == [code])
    #expect(EmittedSpec("trail: { create: { name: the-trail, encryption: '\(text)' } }").errors == [code])
  }
}
