import Diagnostics
import Testing

/// Composite alarms.
@Suite struct CompositeRuleRefusedTests {
  private static func findings(_ rule: String) -> [Diagnostic] {
    Fixture.lint(
      Fixture.filter("Stops", in: "CIS") + """
          Alarm:
            Type: AWS::CloudWatch::Alarm
            Properties: {AlarmName: trail-stopped, Namespace: CIS, MetricName: Stops, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, TreatMissingData: notBreaching}
          Composite:
            Type: AWS::CloudWatch::CompositeAlarm
            Properties: {AlarmActions: ["arn:aws:sns:eu-west-1:111122223333:x"], AlarmRule: \(rule)}
        """
    ).filter { $0.code == .compositeRuleRefused }
  }

  private static func configuration(_ rule: String) -> String {
    """
    {"resource": {"aws_cloudwatch_composite_alarm": {"c": {
      "alarm_name": "c", "alarm_actions": ["arn:aws:sns:eu-west-1:111122223333:x"], "alarm_rule": "\(rule)"}}}}
    """
  }

  @Test(arguments: [
    ("'ALARM(a) || ALARM(b)'", "'||' is one part too many"), ("'ALARM(a'", "a parenthesis is not closed"),
    ("'ALARMS(a)'", "'ALARMS' is no condition on an alarm"),
    ("'ALARM(a) AND'", "a condition is missing at the end"),
    ("'ALARM(my alarm)'", "a name with blanks stands without quotation marks"),
    ("'NOT ALARM freeze-off'", "'ALARM' lacks the alarm's name in parentheses"),
    ("'ALARM()'", "'ALARM' lacks the alarm's name in parentheses"),
    ("'ALARM(a) ALARM(b)'", "'ALARM' is one part too many"),
    ("'ALARM(\"a)'", "a quotation mark is not closed"),
    ("!Sub 'ALARM(${Alarm}) && OK(b)'", "'&&' is one part too many"),
    ("'!ALARM(a)'", "'!ALARM' is no condition on an alarm"),
  ])
  func aRuleThatCannotBeReadIsSeen(_ rule: String, _ problem: String) {
    let found = Self.findings(rule)
    #expect(found.map(\.message) == ["the rule of this composite alarm is refused: \(problem)"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func whatIsNoAlarmIsSeen() {
    #expect(
      Self.findings("!Sub 'ALARM(\"${Filter}\")'").map(\.message) == [
        "the rule of this composite alarm names 'Filter', which is no alarm"
      ])
    #expect(Self.findings("'ALARM(trail-stoped)'").map(\.hint) == ["did you mean 'trail-stopped'?"])
  }

  @Test(arguments: [
    "!Sub 'ALARM(${Alarm})'",
    "!Sub 'ALARM(\"${Alarm.Arn}\") OR (OK(b) AND NOT INSUFFICIENT_DATA(\"my alarm (2)\"))'", "'TRUE'",
    "!Sub '${Rest} AND ALARM(a)'", "'NOT (ALARM(a) OR ALARM(b)) AND FALSE'",
    "!Join [' OR ', !Split [',', a]]",
    "'AT_LEAST(2, ALARM, (a, b, c))'", "'ALARM(other)'",
    "'ALARM(arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a)'",
    "'ALARM(trail-stopped) AND ALARM(trail-stopped2)'", "\"ALARM('trail-stopped') OR OK('a b')\"",
  ])
  func whatMayBeInOrderIsLeftAlone(_ rule: String) { #expect(Self.findings(rule) == []) }

  @Test(arguments: ["(", "NOT ", "NOT ("])
  func aRuleWithoutEndEnds(_ opening: String) {
    let depth = 100_000
    let closing = String(repeating: ")", count: opening.contains("(") ? depth : 0)
    #expect(Self.findings("'\(String(repeating: opening, count: depth))TRUE\(closing)'") == [])
    #expect(Self.findings("'\(String(repeating: "(", count: 99))ALARM()'").count == 1)
  }

  @Test func allFormsAreRead() {
    func codes(_ text: String, _ form: String) -> [DiagnosticCode] {
      Fixture.lint(text, as: form).map(\.code)
    }
    #expect(codes(Self.configuration("ALARM(a) || ALARM(b)"), "main.tf.json").contains(.compositeRuleRefused))
    #expect(
      !codes(Self.configuration("ALARM(a) OR ALARM(b)"), "main.tf.json").contains(.compositeRuleRefused))
    let script =
      "aws cloudwatch put-composite-alarm --alarm-name c --alarm-actions my-topic --alarm-rule 'ALARM(a) || OK(b)'\n"
    #expect(Set(codes(script, "script")).isSuperset(of: [.compositeRuleRefused, .actionNotARN]))
  }
}
