import Diagnostics
import Testing

/// The services that people call beside the chain's own, and the aws command's own commands.
@Suite struct AWSOperationsTests {
  private static func findings(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh")
  }

  @Test(arguments: [
    ("aws iam list-access-keys --user-nam x --zz", "'aws iam list-access-keys' has no option '--zz'"),
    (
      "aws configservice delete-config-rule --config-rule-name a --rule-nme x",
      "'aws configservice delete-config-rule' has no option '--rule-nme'"
    ),
    (
      "aws ssm get-parameters-by-path --path / --pathh /x",
      "'aws ssm get-parameters-by-path' has no option '--pathh'"
    ),
    ("aws lambda publish-version", "'aws lambda publish-version' needs '--function-name'"),
    ("aws s3api delete-objects --bucket b", "'aws s3api delete-objects' needs '--delete'"),
    ("aws guardduty create-detectr --enable", "'aws guardduty' has no command 'create-detectr'"),
    (
      "aws guardduty create-detector --enable --finding-publishing-frequency DAILY",
      "'DAILY' is not a value of 'FindingPublishingFrequency'"
    ),
    (
      "aws accessanalyzer create-analyzer --analyzer-name a --type ACCOUNTS",
      "'ACCOUNTS' is not a value of 'type'"
    ),
    (
      "aws securityhub batch-enable-standards",
      "'aws securityhub batch-enable-standards' needs '--standards-subscription-requests'"
    ),
    (
      "aws ec2 create-flow-logs --resource-ids vpc-1 --resource-type VPCS --log-group-name g",
      "'VPCS' is not a value of 'ResourceType'"
    ),
    ("aws sns list-topics --max-items fifty", "'fifty' is not a value of '--max-items'"),
    (
      "aws lambda update-function-code --function-name n --zip-file f.zip",
      "'--zip-file' takes the bytes of a file: 'fileb://' stands before its name"
    ),
    (
      "aws cloudwatch put-metric-alarm --alarm-name a --namespace N --metric-name M --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanThreshold --treat-missing-data notbreaching --alarm-actions arn:aws:sns:us-east-1:123456789012:t",
      "'notbreaching' is not a value of 'TreatMissingData'"
    ),
    (
      "aws logs put-metric-filter --log-group-name g --filter-name f --filter-pattern x --metric-transformations metricName=A metricNamespace=B metricValue=1 defaultValue=0",
      "the value of '--metric-transformations' cannot be read as shorthand: a blank stands between the members of one element"
    ),
    (
      "aws sns create-topic --name a --tags Key=a Value=b",
      "the value of '--tags' cannot be read as shorthand: a blank stands between the members of one element"
    ),
    (
      "aws iam get-policy-version --policy-arn arn:aws:iam::111122223333:policy/x --version v1",
      "with '--version' the aws command prints its own version and does nothing else"
    ),
    (
      "aws eks update-cluster-version --name c --version 1.31",
      "with '--version' the aws command prints its own version and does nothing else"
    ),
    (
      "aws lambda update-function-configuration --function-name f --environment Variables=\"{\\\"BUCKET\\\":\\\"$B\\\"}\"",
      "the value of '--environment' cannot be read as shorthand: found '\"' where a key is expected"
    ),
    (
      "aws events put-targets --rule r --targets \"Id\"=\"1\",\"Arn\"=\"arn:aws:lambda:us-east-1:$ACC:function:f\",\"Input\"=\"{\\\"bucket\\\":\\\"$B\\\"}\"",
      "the value of '--targets' cannot be read as shorthand: found '\"' where a key is expected"
    ),
    (
      "aws s3api put-object --bucket bbb --key logs/ --body /dev/null",
      "'--body' takes the name of a file, and '/dev/null' is none"
    ),
    (
      "aws cloudwatch put-metric-data --namespace N --metric-name H --value 1 --unit Counts",
      "'Counts' is not a value of '--unit'"
    ),
    (
      "aws logs filter-log-events --log-group-name g --filter-pattern '{ $.eventName == ConsoleLogin }'",
      "expected a value, found '='; the service says: Invalid metric filter pattern"
    ),
    ("aws s3 lss", "'aws s3' has no command 'lss'"),
    ("aws s3 cp a s3://b/ --zz", "'aws s3 cp' has no option '--zz'"),
    ("aws configure lisst", "'aws configure' has no command 'lisst'"),
    ("aws eks update-kubeconfig --zz --name n", "'aws eks update-kubeconfig' has no option '--zz'"),
    ("aws rds describe-db-instancs", "'aws rds' has no command 'describe-db-instancs'"),
    ("aws macie2 foo", "'aws macie2' has no command 'foo'"),
  ])
  func aBrokenCommandIsSeen(_ lines: String, _ message: String) {
    #expect(Self.findings(lines).filter { $0.severity == .error }.map(\.message) == [message])
  }

  @Test(arguments: [
    "aws s3 sync . s3://b/ --delete --exact-timestamps --size-only --exclude '*' --no-overwrite",
    "aws s3 ls --human-readable",
    "aws sns publish --topic-arn arn:aws:sns:eu-west-1:111122223333:t --subject '--- ALERT ---' --message '-- bold'",
    "aws --version",
    "aws lambda update-function-configuration --function-name f --environment \"Variables={A=$B,C='$D'}\"",
    "aws lambda update-function-configuration --function-name f --environment Variables=\"{$(a)}\"",
    "aws sns create-topic --name a --tags Key=a,Value=b Key=c,Value=d",
    "aws lambda update-function-code --function-name n --zip-file fileb://f.zip",
    "aws lambda update-function-code --function-name n --zip-file \"$ZIP\" --max-items 5", "aws s3 mb s3://b",
    "aws configure", "aws configure --profile p",
    "aws configure set region eu-west-1 --profile p", "aws configure list-profiles",
    "aws sso login --sso-session s", "aws eks update-kubeconfig --name n --alias a",
    "aws rds describe-something-of-next-year", "aws ec2 describe-instances help", "aws ec2 help",
    "aws logs put-metric-filter help", "aws ecr get-login-password | docker login -u AWS --password-stdin x",
  ])
  func aCorrectCommandIsLeftAlone(_ lines: String) { #expect(Self.findings(lines).map(\.message) == []) }

  /// Of numbers the nearest by value is meant.
  @Test(arguments: [("8", "7"), ("360", "365"), ("31", "30"), ("99999", "3653"), ("22", "30")])
  func theNearestNumberIsMeant(_ days: String, _ hint: String) {
    let found = Self.findings("aws logs put-retention-policy --log-group-name g --retention-in-days \(days)")
    #expect(found.map(\.hint) == ["did you mean '\(hint)'?"])
  }

  @Test func anAbbreviationIsNoted() {
    let found = Self.findings("aws ec2 describe-instances --filter Name=instance-state-name,Values=running")
    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.message) == ["'--filter' is short for '--filters'"])
    #expect(found.first?.hint == "write it out: a later version may have another option that begins so")
  }

  /// A member that the model calls a document holds any JSON value.
  @Test func aDocumentHoldsAnything() {
    let found = Fixture.lint(
      #"""
      #!/bin/sh
      aws controltower create-landing-zone --landing-zone-version 3.3 --manifest '{"governedRegions": ["us-east-1"]}'
      aws controltower update-enabled-control --enabled-control-identifier "$CONTROL" \
        --parameters '[{"key": "AllowedRegions", "value": ["us-east-1", "us-west-1"]}]'

      """#, as: "a.sh")
    #expect(found == [])
  }
}
