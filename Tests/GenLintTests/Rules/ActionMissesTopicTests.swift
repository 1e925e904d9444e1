import Diagnostics
import Testing

@Suite struct ActionMissesTopicTests {
  private static let other = "arn:aws:sns:eu-west-1:111122223333:other"

  /// Every alarm of the fixture tells another topic than the one that it makes.
  @Test(arguments: [Fixture.template, .configuration, .script])
  func aTopicThatNoAlarmTellsIsSeen(_ fixture: Fixture) throws {
    let actions: [Fixture: [(String, String)]] = [
      .template: [
        ("AlarmActions: [!Ref Topic]", "AlarmActions: [\(Self.other)]"),
        ("- !If [InVirginia, !Ref Topic, !Ref \"AWS::NoValue\"]", "- \(Self.other)"),
      ],
      .configuration: [
        ("\"alarm_actions\": [\"${aws_sns_topic.alerts.arn}\"]", "\"alarm_actions\": [\"\(Self.other)\"]")
      ],
      .script: [("--alarm-actions \"$TOPIC_ARN\"", "--alarm-actions \(Self.other)")],
    ]
    var text = fixture.text
    for (old, new) in actions[fixture] ?? [] { text = text.replacingOccurrences(of: old, with: new) }
    let found = Fixture.lint(text, as: fixture.rawValue).filter { $0.code == .actionMissesTopic }
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.first?.message.hasPrefix("no alarm tells the topic that this file makes for alarms") ?? false)
    #expect(found.first?.hint != nil && found.first?.range != nil)
  }

  /// Of two alarms one tells another topic.
  @Test func anAlarmAsideIsNoted() throws {
    let found = try #require(
      Fixture.template.findings(replacing: "AlarmActions: [!Ref Topic]", by: "AlarmActions: [\(Self.other)]"))
    #expect(found.filter { $0.code == .actionMissesTopic }.map(\.severity) == [.note])
  }

  /// Two topics for alarms, or an alarm that tells both: whoever wrote it has chosen.
  @Test func aChoiceIsLeftAlone() throws {
    let both = try #require(
      Fixture.template.findings(
        replacing: "AlarmActions: [!Ref Topic]", by: "AlarmActions: [!Ref Topic, \(Self.other)]"))
    #expect(!both.contains { $0.code == .actionMissesTopic })
    let unknown = try #require(
      Fixture.script.findings(
        replacing: "--alarm-actions \"$TOPIC_ARN\"", by: "--alarm-actions \"$OTHER_TOPIC\""))
    #expect(!unknown.contains { $0.code == .actionMissesTopic })
  }
}
