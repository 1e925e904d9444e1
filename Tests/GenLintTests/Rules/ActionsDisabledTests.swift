import Diagnostics
import Testing

/// Alarms whose actions are off because a composite alarm speaks for them.
@Suite struct ActionsDisabledTests {
  private static let child =
    Fixture.filter("Stop", in: "CIS") + """
        Child:
          Type: AWS::CloudWatch::Alarm
          Properties:
            ActionsEnabled: false
            Namespace: CIS
            MetricName: Stop
            Statistic: Sum
            Period: 60
            EvaluationPeriods: 1
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold
            AlarmActions: ['arn:aws:sns:us-east-1:111122223333:ops']

      """
  private static let composite = """
      Both:
        Type: AWS::CloudWatch::CompositeAlarm
        Properties:
          AlarmRule: !Sub 'ALARM("${Child}")'
          AlarmActions: ['arn:aws:sns:us-east-1:111122223333:ops']

    """

  @Test func anAlarmByItselfIsSeen() { #expect(Fixture.lint(Self.child).map(\.code) == [.actionsDisabled]) }

  @Test func aChildOfACompositeAlarmIsLeftAlone() {
    #expect(Fixture.lint(Self.child + Self.composite).map(\.message) == [])
  }
}
