import Diagnostics
import Testing

/// Names that a script gives and asks for along its commands.
@Suite struct ScriptNamesTests {
  private static func errors(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter {
      $0.code == .undefinedReference || $0.code == .duplicateName
    }
  }

  private static let trail =
    "aws cloudtrail create-trail --name main --s3-bucket-name bbb --is-multi-region-trail\n"

  @Test(
    arguments: [
      (trail + "aws cloudtrail start-logging --name mian", 3, "did you mean 'main'?"),
      (
        "rule=root\naws events put-rule --name \"$rule\" --schedule-expression 'rate(5 minutes)'\n"
          + "aws events put-targets --rule roots --targets Id=1,Arn=arn:aws:sns:us-east-1:123456789012:t", 4,
        "did you mean 'root'?"
      ),
      (
        "aws logs create-log-group --log-group-name CloudTrail/Logs\n"
          + "aws logs put-retention-policy --log-group-name CloudTrail/Log --retention-in-days 7", 3,
        "did you mean 'CloudTrail/Logs'?"
      ),
      (
        "aws iam create-role --role-name flow-logs --assume-role-policy-document file://t.json\n"
          + "aws iam attach-role-policy --role-name FlowLogs --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess",
        3, "did you mean 'flow-logs'?"
      ),
      (
        "aws s3api create-bucket --bucket audit-logs\naws cloudtrail create-trail --name abc --s3-bucket-name audit-log",
        3, "did you mean 'audit-logs'?"
      ),
    ] as [(String, Int, String)])
  func aNameThatIsNotMadeIsTold(_ lines: String, _ line: Int, _ hint: String) {
    let found = Self.errors(lines)
    #expect(found.map { $0.range?.start.line } == [line])
    #expect(found.first?.hint == hint)
  }

  @Test(arguments: [
    trail + "aws cloudtrail start-logging --name main", trail + "aws cloudtrail start-logging --name other",
    trail + "aws cloudtrail start-logging --name main2", trail + "aws cloudtrail delete-trail --name mains",
    trail + "aws cloudtrail start-logging --name arn:aws:cloudtrail:us-east-1:123456789012:trail/main",
    "for t in $NAMES mains; do\n\(trail)aws cloudtrail start-logging --name \"$t\"\ndone",
    "aws cloudtrail create-trail --name \"$name\" --s3-bucket-name bbb\n\(trail)aws cloudtrail start-logging --name mian",
  ])
  func otherNamesAreLeftAlone(_ lines: String) { #expect(Self.errors(lines) == []) }

  private static func filter(_ name: String, _ pattern: String, _ metric: String) -> String {
    "aws logs put-metric-filter --log-group-name \"$g\" --filter-name \(name) --filter-pattern '{ $.a = \(pattern) }' "
      + "--metric-transformations metricName=\(metric),metricNamespace=N,metricValue=1\n"
  }

  private static func alarm(_ name: String, _ metric: String) -> String {
    "aws cloudwatch put-metric-alarm --alarm-name \(name) --namespace N --metric-name \(metric) --statistic Sum --period 300 "
      + "--evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold "
      + "--alarm-actions arn:aws:sns:us-east-1:123456789012:t\n"
  }

  @Test func aSecondOneOfTheNameReplacesTheFirst() {
    let two = Self.errors(Self.filter("f", "1", "A") + Self.filter("f", "2", "A"))
    #expect(two.map(\.message) == ["this replaces the filter 'f', which has another filterPattern"])
    #expect(two.first?.range?.start.line == 3)
    let called = Self.errors("f() {\n\(Self.alarm("\"$1\"", "\"$2\""))}\nf a A\nf a B\nf b C")
    #expect(called.map(\.message) == ["this replaces the alarm 'a', which has another MetricName"])
    #expect(called.first?.range?.start.line == 6)
  }

  @Test(arguments: [
    filter("f", "1", "A") + filter("f", "1", "A"), filter("f", "1", "A") + filter("g", "1", "B"),
    "if a; then\n" + filter("f", "1", "A") + "else\n" + filter("f", "2", "A") + "fi",
    filter("f", "1", "A") + "aws logs delete-metric-filter --log-group-name g --filter-name f\n"
      + filter("f", "2", "A"),
    "for r in a b; do\n" + alarm("a --region $r", "A") + "done\n",
    alarm("a --region b", "A") + alarm("a --region c", "B"),
  ])
  func oneOfTheNameIsLeftAlone(_ lines: String) { #expect(Self.errors(lines) == []) }
}
