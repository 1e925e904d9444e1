import Diagnostics
import Testing

/// Queries that the answer of their operation cannot satisfy.
@Suite struct AWSQueryTests {
  private static func errors(_ command: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\naws \(command)\n", as: "a.sh").filter { $0.severity == .error }
  }

  /// What follows `aws`, the name that the answer does not have, and the hint.
  static let faults: [(command: String, name: String, hint: String?)] = [
    ("sns list-topics --query 'Topic[].TopicArn'", "Topic", "did you mean 'Topics'?"),
    ("sns list-topics --query null", "null", "one of: NextToken, Topics"),
    (
      "sns list-topics --query 'Topics.TopicArn'", "TopicArn",
      "write 'Topics[].TopicArn' or 'Topics[0].TopicArn'"
    ),
    (
      "cloudwatch describe-alarms --query 'MetricAlarms[*].[AlarmName,StateValu]'", "StateValu",
      "did you mean 'StateValue'?"
    ),
    (
      "cloudwatch describe-alarms --query 'MetricAlarms[].{A:join(`,`, AlarmActions), B: AlarmNam}'",
      "AlarmNam",
      "did you mean 'AlarmName'?"
    ),
    (
      "cloudwatch describe-alarms --query 'MetricAlarms[?StateValue==`ALARM`].Dimensions[0].Nam'", "Nam",
      "did you mean 'Name'?"
    ),
    (
      "cloudwatch describe-alarms --query 'MetricAlarms[?StateValu==`OK`].AlarmName'", "StateValu",
      "did you mean 'StateValue'?"
    ),
    ("sns list-topics --query '[\"a\"]'", "a", "one of: NextToken, Topics"),
    ("sns list-topics --query \"Topics[?TopicArn=='$x'].[TopicArn,Nothing]\"", "Nothing", "one of: TopicArn"),
    ("sns list-topics --query \"Nothing[].[TopicArn, $x]\"", "Nothing", "one of: NextToken, Topics"),
    ("sts get-caller-identity --query User.Arn --output text", "User", "one of: Account, Arn, UserId"),
    // What stands beside an alternative is none.
    (
      "cloudwatch describe-alarms --query 'MetricAlarm[].[AlarmName, not_null(MetricName, ``)]'",
      "MetricAlarm", "did you mean 'MetricAlarms'?"
    ),
    (
      "cloudwatch describe-alarms --query 'MetricAlarms[].[AlarmNam, A || MetricName]'", "AlarmNam",
      "did you mean 'AlarmName'?"
    ),
    (
      "cloudwatch describe-alarms --query 'MetricAlarms[?AlarmNam==`a` && StateValue==`OK`]'", "AlarmNam",
      "did you mean 'AlarmName'?"
    ),
    // Behind a function, a sign, a pipe, and beside a comparison.
    (
      "organizations list-accounts --query 'Accounts[?Status==ACTIVE].Id'", "ACTIVE",
      "a text stands in backquotes or single quotes: `ACTIVE`"
    ),
    (
      "organizations list-accounts --query 'Accounts[?Status==\"ACTIVE\"].Id'", "ACTIVE",
      "a text stands in backquotes or single quotes: `ACTIVE`"
    ),
    (
      "iam list-mfa-devices --user-name x --query 'length(MFADevice)'", "MFADevice",
      "did you mean 'MFADevices'?"
    ),
    ("organizations list-accounts --query 'sort_by(Accounts, &Nam)[].Id'", "Nam", "did you mean 'Name'?"),
    (
      "organizations list-accounts --query 'max_by(Accounts[?Status==`A`], &JoinedTimestam).Id'",
      "JoinedTimestam",
      "did you mean 'JoinedTimestamp'?"
    ),
    ("organizations list-accounts --query 'sort_by(Accounts, &Name)[-1].Idd'", "Idd", "did you mean 'Id'?"),
    ("organizations list-accounts --query 'join(`,`, Accounts[].Idd)'", "Idd", "did you mean 'Id'?"),
    ("organizations list-accounts --query 'Accounts[?Status==`A`] | [0].AccountI'", "AccountI", nil),
    (
      "logs describe-log-groups --query 'LogGroups[?!not_null(retentionInDays)].logGroupName'", "LogGroups",
      "did you mean 'logGroups'?"
    ),
    (
      "logs describe-log-groups --query 'logGroups[?!not_null(retentionInDay)].logGroupName'",
      "retentionInDay", "did you mean 'retentionInDays'?"
    ),
    (
      "cloudwatch describe-alarms --query 'sort_by(MetricAlarm, &AlarmName)[].AlarmName'", "MetricAlarm",
      "did you mean 'MetricAlarms'?"
    ),
    (
      "sns list-topics --query 'length(Topics[?starts_with(TopicARN, `a`)])'", "TopicARN",
      "did you mean 'TopicArn'?"
    ),
    (
      "ec2 describe-instances --query 'Reservations[].Instances[].InstanceID'", "InstanceID",
      "did you mean 'InstanceId'?"
    ),
  ]

  @Test(arguments: faults.indices)
  func aNameThatTheAnswerLacksIsTold(_ index: Int) {
    let (command, name, hint) = Self.faults[index]
    let found = Self.errors(command)
    #expect(found.map(\.code) == [.unknownProperty])
    #expect(found.first?.message.contains("'\(name)'") ?? false)
    if let hint { #expect(found.first?.hint == hint) }
  }

  @Test func theNameIsPointedAt() {
    let range = Self.errors("sns list-topics --query 'Topic[].TopicArn'").first?.range
    #expect(range?.start.line == 2 && range?.start.column == 30 && range?.end.column == 35)
  }

  @Test(arguments: [
    "sns list-topics --max-items 1 --query NextToken", "sns list-topics --query 'Foo || Topics'",
    "sns list-topics --query 'Topics[].[Foo || TopicArn, not_null(Foo, TopicArn), type(Foo)]'",
    "sns list-topics --query '(Foo || Topics)[0]'",
    "sns list-topics --query 'Topics[].TopicArn | [0] | [Foo]'",
    "sns list-topics --query 'map(&TopicArn, Topics)'",
    "sns list-topics --query 'Topics | [0].{a: TopicArn} | a'",
    "ec2 describe-instances --query 'Reservations[*].Instances[*].Tags[*].[Key] | [0][0]'",
    "ec2 describe-instances --query 'Reservations[*].Instances[*] | [].InstanceId'",
    "ec2 describe-instances --query 'Reservations[*].Instances[*] | [0][0].InstanceId'",
    "ec2 describe-instances --query 'Reservations[0].Instances[0].Tags[?Key==`a`]|[0].Value'",
    "ec2 describe-images --query 'reverse(sort_by(Images, &CreationDate))[:1].ImageId'",
    "ec2 describe-images --query 'Images[?Name!=null && !(Public)] | sort_by(@, &CreationDate)[-1].[ImageId,Name]'",
    "sns list-topics --query 'not_null(Foo[0].Bar, Topics)'",
    "cloudwatch describe-alarms --query 'max_by(MetricAlarms, &Period).AlarmName'",
    "cloudwatch describe-alarms --query 'MetricAlarms[].[join(`,`, sort([AlarmActions][])), contains(keys(@), `Foo`)]'",
    "sns get-topic-attributes --topic-arn a --query Attributes.Foo",
    "iam get-role --role-name a --query 'Role.AssumeRolePolicyDocument.Statement[0].Effect'",
    "ec2 describe-instances --query 'Reservations[*].Instances[*].[InstanceId,State.Name,Tags[?Key==`Name`].Value|[0]]'",
    "ec2 describe-instances --query 'Reservations[].Instances[].InstanceId | [0]'",
    "s3api list-object-versions --bucket b --query '{Objects: Versions[].{Key:Key,VersionId:VersionId}, Quiet: true}'",
    "cloudwatch describe-alarms --query 'length(MetricAlarms[?StateValue==`ALARM`])'",
    "cloudwatch describe-alarms --query 'sort_by(MetricAlarms, &AlarmName)[].AlarmName'",
    "logs describe-log-groups --query 'logGroups[?logGroupName==`a`] | [0].arn'",
    "sns list-topics --query \"Topics[].\\\"$FIELD\\\"\"",
    "sns list-topics --query \"Topic$x\"", "sns list-topics --query \"Topics[].Topic${x}Arn\"",
    "autoscaling describe-auto-scaling-groups --query 'AutoScalingGroups[].join(`,` sort(AvailabilityZones))'",
    "sns list-topics --quer 'Topics[].TopicArn'", "cloudtrail lookup-events --query \"Events[].$FIELD\"",
  ])
  func whatTheAnswerMayGiveIsLeftAlone(_ command: String) {
    #expect(Self.errors(command).map(\.message) == [])
  }

  /// The aws command takes its own options first, where an operation has one that begins with their names too.
  @Test(arguments: [
    "ssm create-association --name AWS-UpdateSSMAgent --output text",
    "cloudtrail list-queries --event-data-store e-12 --query 'Queries[0].QueryId' --out text",
    "cloudtrail describe-query --query QueryStatus --output text",
    "logs describe-queries --query 'queries[].queryId'",
    "dynamodb get-item --table-name abc --key '{\"a\": {\"S\": \"b\"}}' --query Item.a.S --output text",
  ])
  func optionsOfEveryCommandComeFirst(_ command: String) {
    #expect(Self.errors(command).map(\.message) == [])
  }

  @Test(
    arguments: [
      ("--endpoint a@example.com", "did you mean '--notification-endpoint'?"),
      ("--endpoint-url localhost:4566", nil),
    ] as [(String, String?)])
  func anEndpointHasAScheme(_ option: String, _ hint: String?) {
    let found = Self.errors(
      "sns subscribe --topic-arn arn:aws:sns:us-east-1:123456789012:t --protocol email \(option)")
    #expect(found.map(\.code) == [.brokenOptionValue])
    #expect(found.first?.hint == hint)
  }

  /// Between backquotes the shell takes the backslashes off first.
  @Test func aQueryBetweenBackquotesIsReadAsTheShellGivesIt() {
    let lines = { (query: String) in
      Fixture.lint("#!/bin/bash\nx=`aws \\\n  sns list-topics --query \(query)`\n", as: "a.sh")
    }
    #expect(lines(#"'Topics[?TopicArn==\`a\`].TopicArn'"#) == [])
    #expect(lines(#"'Topics[?TopicArn==\`a\`]' --topic \`aws sns list-topicz\`"#).count == 2)
    let found = lines(#"'Topicz[?TopicArn==\`a\`]'"#)
    #expect(found.map(\.hint) == ["did you mean 'Topics'?"])
    #expect(found.first?.range?.start.line == 3)
  }
}
