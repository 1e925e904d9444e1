import Diagnostics
import Testing

/// Policies, event patterns and dashboards, which the aws command sends as texts and the service reads.
@Suite struct AWSDocumentsTests {
  private static func findings(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }
  }

  @Test(arguments: [
    (
      #"aws iam create-role --role-name r --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Alow","Principal":{"Service":"x"},"Action":"sts:AssumeRole"}]}'"#,
      "'Alow' is not a value of 'Effect'", 2
    ),
    (
      #"aws iam put-role-policy --role-name r --policy-name p --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]'"#,
      "the value of '--policy-document' is not JSON", 2
    ),
    (
      "aws s3api put-bucket-policy --bucket bbb --policy '{\"Version\":\"2012-10-17\",\n\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\",}]}'",
      "the value of '--policy' is not JSON", 3
    ),
    (
      #"aws kms put-key-policy --key-id k --policy-name default --policy '{"Version":"2012-10-17" "Statement":[]}'"#,
      "the value of '--policy' is not JSON", 2
    ),
    (
      #"aws sns set-topic-attributes --topic-arn arn:aws:sns:us-east-1:123456789012:t --attribute-name Policy --attribute-value '{"Statement":[{"Efect":"Allow","Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}]}'"#,
      "'Statement' has no property 'Efect'", 2
    ),
    (
      #"aws events put-rule --name r --event-pattern '{"source":["aws.signin"]'"#,
      "the value of '--event-pattern' is not JSON", 2
    ),
    (
      #"aws organizations create-policy --type SERVICE_CONTROL_POLICY --name n --description d --content '{"Version":"2012-10-17",'"#,
      "the value of '--content' is not JSON", 2
    ),
    (
      #"aws cloudwatch put-dashboard --dashboard-name d --dashboard-body '{"widgets":['"#,
      "the value of '--dashboard-body' is not JSON", 2
    ),
    (
      "cat > p.json <<'EOF'\n{\"Version\": \"2012-10-17\",\n \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\"}}\nEOF\naws iam create-policy --policy-name p --policy-document file://p.json",
      "'Statement' needs 'Resource' or 'NotResource'", 4
    ),
  ])
  func aBrokenDocumentIsSeen(_ lines: String, _ message: String, _ line: Int) {
    let found = Self.findings(lines)
    #expect(found.count == 1, "\(found.map(\.message))")
    #expect(found.first?.message.hasPrefix(message) ?? false, "\(found.map(\.message))")
    #expect(found.first?.range?.start.line == line)
  }

  @Test(arguments: [
    // A number, a truth value, an empty Sid, what a variable gives.
    #"aws iam create-policy --policy-name p --policy-document '{"Version":"2012-10-17","Statement":{"Sid":"","Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":3600},"Bool":{"aws:SecureTransport":true}}}}'"#,
    "aws iam create-policy --policy-name p --policy-document \"$DOCUMENT\"",
    "aws iam create-policy --policy-name p --policy-document file://policy.json",
    "aws iam create-policy --policy-name p --policy-document https://example.com/p.json",
    "aws s3api put-bucket-policy --bucket b-1 --policy \"{\\\"Statement\\\": [$STATEMENTS]}\"",
    #"aws iam create-role --role-name r --assume-role-policy-document '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::'"$ID"':root"},"Action":"sts:AssumeRole"}]}'"#,
    #"aws sns set-topic-attributes --topic-arn t --attribute-name DisplayName --attribute-value 'a { b'"#,
    #"aws events put-rule --name r --event-pattern '{"source":["aws.cloudtrail"]}'"#,
  ])
  func aCorrectDocumentIsLeftAlone(_ lines: String) { #expect(Self.findings(lines).map(\.message) == []) }
}
