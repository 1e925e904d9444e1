import Diagnostics
import Testing

@Suite struct FilterOnLogClassTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "RetentionInDays: !Ref Retention",
      "RetentionInDays: !Ref Retention\n      LogGroupClass: INFREQUENT_ACCESS", .filterOnLogClass),
    .init(
      .configuration, "\"retention_in_days\": 365 }",
      "\"retention_in_days\": 365, \"log_group_class\": \"INFREQUENT_ACCESS\" }", .filterOnLogClass),
    .init(
      .script, "create-log-group --log-group-name \"$LOG_GROUP\"",
      "create-log-group --log-group-name \"$LOG_GROUP\" --log-group-class INFREQUENT_ACCESS",
      .filterOnLogClass),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "RetentionInDays: !Ref Retention",
      "RetentionInDays: !Ref Retention\n      LogGroupClass: STANDARD", .filterOnLogClass)
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws {
    try mutation.expect(.error, "a log group of the class 'INFREQUENT_ACCESS' takes no metric filter")
  }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
