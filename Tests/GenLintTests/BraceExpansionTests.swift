import Diagnostics
import Testing

/// Words with braces, which bash opens into several.
@Suite struct BraceExpansionTests {
  private static func errors(_ line: String, shell: String = "#!/bin/bash") -> [Diagnostic] {
    Fixture.lint(shell + "\n" + line + "\n", as: "a.sh").filter { $0.severity == .error }
  }

  @Test(arguments: [
    "aws cloudformation create-stack --stack-name s --template-url https://x --capabilities CAPABILITY_{IAM,NAMED_IAM}",
    "aws cloudwatch get-metric-statistics --namespace a --metric-name b --start-time 1 --end-time 2 --period 60 --statistics {Sum,Average}",
    "aws sqs get-queue-attributes --queue-url q --attribute-names {QueueArn,Policy}",
    "aws cloudformation create-stack-instances --stack-set-name b --accounts 11111111111{1..3} --regions us-{east,west}-{1,2}",
    "aws cloudformation create-stack-instances --stack-set-name b --accounts 1111111111{08..11} --regions us-east-{2..1}",
    "aws kms tag-resource --key-id k --tags TagKey={a,b},TagValue=x",
    "aws iam tag-user --user-name u --tags Key={a..c},Value=\"$x\"",
    "aws lambda update-function-configuration --function-name f --environment 'Variables={A=1,B=2}'",
    "aws lambda update-function-configuration --function-name f --environment Variables={A=1}",
    "aws lambda update-function-configuration --function-name f --environment \"Variables={A=$x,B=${y}}\"",
  ])
  func whatBashOpensIsLeftAlone(_ line: String) { #expect(Self.errors(line).map(\.message) == []) }

  /// A missing quote, which is seen in bash and where no shell is named.
  @Test(arguments: ["#!/bin/bash", "# no shell"])
  func aStructureWithoutQuotesIsSeveralWords(_ shell: String) {
    let line =
      "aws sqs send-message --queue-url q --message-body x --message-attributes k={A=\"$b\",StringValue=1}"
    let found = Self.errors(line, shell: shell).first { $0.code == .unknownOption }
    #expect(found?.message == "'aws sqs send-message' takes no word 'k=StringValue=1'")
    #expect(found?.hint == "bash makes several words of braces with commas: put the value in single quotes")
  }

  @Test func aPlainShellOpensNoBraces() {
    let line = "aws lambda update-function-configuration --function-name f --environment Variables={A=1,B=2}"
    #expect(Self.errors(line, shell: "#!/bin/sh").isEmpty)
  }

  /// No row of a million words is made.
  @Test func manyWordsStayOne() {
    let braces = String(repeating: "{a,b}", count: 40)
    #expect(
      Self.errors("aws sns list-topics --next-token \(braces)\naws sns list-topics --next-token {1..9999999}")
        .isEmpty)
  }
}
