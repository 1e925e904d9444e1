import Diagnostics
import Testing

/// Queries that the answer of their operation cannot satisfy.
@Suite struct AWSQueryTests {
  private static func errors(_ command: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\naws \(command)\n", as: "a.sh").filter { $0.severity == .error }
  }

  /// What follows `aws`, the name that the answer does not have, and the hint.
  static let faults: [(command: String, name: String, hint: String)] = [
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
    #expect(found.first?.hint == hint)
  }

  @Test func theNameIsPointedAt() {
    let range = Self.errors("sns list-topics --query 'Topic[].TopicArn'").first?.range
    #expect(range?.start.line == 2 && range?.start.column == 30 && range?.end.column == 35)
  }

  @Test(arguments: [
    "sns list-topics --max-items 1 --query NextToken", "sns list-topics --query 'Foo || Topics'",
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
