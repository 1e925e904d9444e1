import Testing

@testable import GenEmitters

@Suite struct CentralTopicTests {
  private static func topic(_ settings: String) -> EmittedSpec {
    EmittedSpec("notify: { topic: { create: { \(settings) } } }", controls: "[]")
  }

  static let organization = topic("encryption: create, shareWith: { organization: o-exampleorgid }")
  static let found = topic("encryption: create, shareWith: organization")
  static let accounts = topic("encryption: create, shareWith: { accounts: [111122223333, '012345678901'] }")

  @Test
  func `CloudWatch publishes for the whole organization, from alarms of any account in the topic's Region`() {
    let policy = Self.organization.resource("AlarmTopicPolicy")
    #expect(policy.contains("aws:SourceOrgID: !Ref OrganizationId"))
    #expect(
      policy.contains(
        "aws:SourceArn: !Sub 'arn:${AWS::Partition}:cloudwatch:${AWS::Region}:*:alarm:*'"))
    #expect(!policy.contains("aws:SourceAccount"))
    #expect(Self.organization.terraform.contains(#""variable": "aws:SourceOrgID""#))
    #expect(
      Self.organization.terraform.contains(
        #""arn:${data.aws_partition.current.partition}:cloudwatch:${data.aws_region.current.id}:*:alarm:*""#))
    #expect(Self.organization.script.contains(#""aws:SourceOrgID": "'"$ORGANIZATION_ID"'""#))
    #expect(Self.organization.script.contains(#""arn:'"$partition"':cloudwatch:'"$region"':*:alarm:*""#))
  }

  @Test func `principals of the organization list the subscribers and do nothing else`() {
    let policy = Self.organization.resource("AlarmTopicPolicy")
    #expect(policy.contains("aws:PrincipalOrgID: !Ref OrganizationId"))
    #expect(
      policy.matches(of: /sns:[A-Za-z]+/).map { String($0.output) } == [
        "sns:Publish", "sns:ListSubscriptionsByTopic",
      ])
    #expect(Self.organization.terraform.contains(#""variable": "aws:PrincipalOrgID""#))
    #expect(Self.organization.script.contains(#""aws:PrincipalOrgID": "'"$ORGANIZATION_ID"'""#))
  }

  @Test func `the key is CloudWatch's for the same accounts and nobody else's`() {
    let key = Self.organization.resource("TopicKey")
    #expect(key.contains("aws:SourceOrgID: !Ref OrganizationId"))
    #expect(!key.contains("PrincipalOrgID"))
    #expect(key.matches(of: /Sid:/).count == 2)
    let shared = Self.accounts.resource("TopicKey")
    #expect(
      shared.contains(
        "aws:SourceAccount:\n              - !Ref AWS::AccountId\n              - '111122223333'"))
  }

  @Test func `single accounts are named beside the owner`() {
    let policy = Self.accounts.resource("AlarmTopicPolicy")
    #expect(
      policy.contains(
        """
                      aws:SourceAccount:
                      - !Ref AWS::AccountId
                      - '111122223333'
                      - '012345678901'
        """))
    #expect(
      policy.contains(
        """
                      aws:PrincipalAccount:
                      - '111122223333'
                      - '012345678901'
        """))
    #expect(!Self.accounts.cloudFormation.contains("OrganizationId"))
    #expect(Self.accounts.terraform.contains(#""${data.aws_caller_identity.current.account_id}","#))
    #expect(Self.accounts.errors.isEmpty)
  }

  @Test func `an organization that is not named is looked up, and CloudFormation is given it`() {
    #expect(Self.found.terraform.contains("${data.aws_organizations_organization.current.id}"))
    #expect(!Self.found.terraform.contains(#""organization_id""#))
    #expect(Self.found.script.contains("ORGANIZATION_ID=$(organization)"))
    #expect(!Self.found.resource("OrganizationId").contains("Default"))
    #expect(Self.found.diagnostics.contains { $0.code.number == 3025 })
  }

  @Test func `a topic alone has no trail, filter or alarm, and no empty section`() {
    let alone = Self.topic("name: Told")
    #expect(alone.errors.isEmpty)
    for section in ["Parameters", "Metadata", "AWS::Logs", "AWS::CloudWatch", "LogGroup"] {
      #expect(!alone.cloudFormation.contains(section))
    }
    #expect(!alone.terraform.contains(#""variable""#) || alone.terraform.contains(#""variable": "aws:"#))
    #expect(!alone.terraform.contains("log_group"))
    #expect(!alone.script.contains("$alarms"))
  }

  @Test func `a trail and a shared topic take one organization's id`() {
    let made = EmittedSpec(
      """
      trail: { create: { name: the-trail, organization: true, organizationId: o-exampleorgid } }
      notify: { topic: { create: { shareWith: organization } } }
      deploy: { scope: management-account }
      """)
    #expect(made.errors.isEmpty)
    #expect(made.cloudFormation.matches(of: /\n  OrganizationId:\n/).count == 1)
    #expect(made.resource("OrganizationId").contains("Default: 'o-exampleorgid'"))
    #expect(
      made.resource("OrganizationId").contains(
        "whose accounts the trail records and whose alarms the topic takes"))
  }

  @Test func `the alarms of an existing topic of another account ask for what its owner must allow`() throws {
    let made = EmittedSpec(
      """
      trail: { existing: { logGroup: logs } }
      notify:
        topic: { existing: 'arn:aws:sns:us-east-1:111122223333:security' }
        subscriptions: [{ protocol: email, endpoint: a@corp.example }]
      """)
    let hint = try #require(made.diagnostics.first { $0.code.number == 3005 }?.hint)
    for part in ["sns:Publish", "kms:Decrypt", "kms:GenerateDataKey*", "111122223333", "central-topic"] {
      #expect(hint.contains(part))
    }
    let note = try #require(made.diagnostics.first { $0.code.number == 3041 })
    #expect(note.severity == .note && note.message.contains("sns:Subscribe"))
    #expect(made.script.contains("faults=$(topic_faults \"$TOPIC_ARN\")"))
  }

  @Test func `in a StackSet a subscription beside an existing topic is a warning`() {
    let made = EmittedSpec(
      """
      trail: { existing: { logGroup: logs } }
      notify:
        topic: { existing: 'arn:aws:sns:us-east-1:111122223333:security' }
        subscriptions: [{ protocol: email, endpoint: a@corp.example }]
      deploy: { scope: stackset }
      """)
    #expect(made.diagnostics.contains { $0.code.number == 3041 && $0.severity == .warning })
  }

  @Test func `a key of the user's own must serve the same accounts`() throws {
    let key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    let made = Self.topic("encryption: '\(key)', shareWith: organization")
    let hint = try #require(made.diagnostics.first { $0.code.number == 3020 }?.hint)
    #expect(hint.contains("aws:SourceOrgID"))
  }

  @Test(arguments: [
    ("shareWith: everybody", 2006), ("shareWith: {}", 2007),
    ("shareWith: { organization: o-exampleorgid, accounts: [111122223333] }", 2007),
    ("shareWith: { organization: exampleorgid }", 2012), ("shareWith: { accounts: [] }", 2004),
    ("shareWith: { accounts: [11112222333] }", 2012), ("shareWith: { accounts: 111122223333 }", 2003),
    ("shareWith: { accounts: [111122223333, '111122223333'] }", 2023), ("shareWith: { ous: [ou-1] }", 2001),
    ("shareWith: [111122223333]", 2003), ("share: organization", 2001),
  ])
  func `a sharing that means nothing is refused`(settings: String, code: Int) {
    #expect(Self.topic(settings).errors.contains(code))
  }

  @Test func `more accounts than a policy holds go by their organization`() {
    let ids = (0...500).map { String(100_000_000_000 + $0) }.joined(separator: ", ")
    #expect(Self.topic("shareWith: { accounts: [\(ids)] }").errors == [2005])
  }

  @Test(arguments: [
    ("notify: { topic: { create: {} } }\nalarm: { period: 60 }", 2024),
    ("notify: { topic: { create: {} } }\nsatisfy: [cis]", 2024),
    ("notify: { topic: { create: {} } }\ntrail: { existing: { logGroup: g } }", 2024),
    ("notify: { topic: { existing: 'arn:aws:sns:us-east-1:111122223333:a' } }", 2004),
    ("notify: { subscriptions: [] }\ntags: {}", 0), ("tags: {}", 2004),
    ("notify: { topic: { create: { shareWith: organization } } }\ndeploy: { scope: stackset }", 3040),
  ])
  func `a spec without controls says what has no meaning`(lines: String, code: Int) {
    #expect(EmittedSpec(lines, controls: "[]").errors == (code == 0 ? [] : [code]))
  }

  @Test func `two organizations in one spec are refused`() {
    let made = EmittedSpec(
      """
      trail: { create: { name: the-trail, organization: true, organizationId: o-exampleorgid } }
      notify: { topic: { create: { shareWith: { organization: o-otherorgid00 } } } }
      """)
    #expect(made.errors == [2024])
  }
}
