import Diagnostics
import Testing

@Suite struct NameOfLogicalIDTests {
  private static func findings(_ name: String, _ group: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        TrailLogs: {Type: AWS::Logs::LogGroup, Properties: \(group)}
        Filter:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: \(name)
            FilterPattern: '{ $.eventName = StopLogging }'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: Stop, MetricValue: '1'}]
      """
    ).filter { $0.code == .nameOfLogicalID }
  }

  @Test func aForgottenReferenceIsSeen() {
    for group in ["{RetentionInDays: 365}", "{LogGroupName: trail}"] {
      let found = Self.findings("TrailLogs", group)
      #expect(found.map(\.severity) == [.error])
      #expect(found.first?.range?.start.line == 6)
      #expect(found.first?.hint == "refer to it: !Ref TrailLogs")
    }
  }

  @Test func aNameIsNone() {
    #expect(Self.findings("!Ref TrailLogs", "{RetentionInDays: 365}") == [])
    #expect(Self.findings("TrailLogs", "{LogGroupName: TrailLogs}") == [])
    #expect(Self.findings("TrailLogs", "{LogGroupName: !ImportValue name}") == [])
    #expect(Self.findings("trail", "{RetentionInDays: 365}") == [])
  }
}
