import Diagnostics
import Testing

/// Commands that another program runs with words of its own, and those of version 2 alone.
@Suite struct WrappedCommandTests {
  private static func errors(_ lines: String) -> [String] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }.map(\.message)
  }

  @Test(arguments: [
    "a | xargs -r -n 1 aws lambda delete-function --function-name \"$F\" --qualifier",
    "a | xargs aws iam delete-user --user-name", "a | parallel aws s3api delete-bucket --bucket",
    "a | xargs -n1 -t -I% aws logs delete-log-group --log-group-name %",
    "a | xargs -I @@ aws sqs create-queue --queue-name @@ --attributes VisibilityTimeout=@@",
    "a | xargs -rI{} aws iam delete-role-policy --role-name r --policy-name {}",
    "find . -exec aws cloudwatch delete-alarms --alarm-names {} +",
    "a | xargs -i aws kms disable-key --key-id {}",
    "a | /usr/bin/xargs --replace=N aws logs put-retention-policy --log-group-name g --retention-in-days N",
    "a | parallel aws logs put-retention-policy --log-group-name {1} --retention-in-days {2}",
    "find . -name '*.json' -exec aws ssm put-parameter --cli-input-json file://{} \\;",
    "aws --version | head -n1", "f() { $2; }\nf \"aws\" \"aws --version | head -n1\"",
    "aws iam wizard new-role",
    "aws cloudtrail verify-query-results --s3-bucket b",
    "aws logs start-live-tail --log-group-identifiers a --mode print-only",
    "aws logs tail g --follow --since 1h",
  ])
  func aCorrectCommandIsLeftAlone(_ lines: String) { #expect(Self.errors(lines) == []) }

  @Test(arguments: [
    ("a | xargs aws iam delete-user --user-name a --pth", "'aws iam delete-user' has no option '--pth'"),
    ("a | xargs -I% aws iam delete-user --user-name", "'--user-name' lacks its value"),
    (
      "find . -exec aws logs put-retention-policy --log-group-name g --retention-in-days x \\;",
      "'retentionInDays' takes a whole number, not 'x'"
    ),
    ("aws iam wizzard new-role", "'aws iam' has no command 'wizzard'"),
  ])
  func aBrokenCommandIsSeen(_ lines: String, _ message: String) { #expect(Self.errors(lines) == [message]) }
}
