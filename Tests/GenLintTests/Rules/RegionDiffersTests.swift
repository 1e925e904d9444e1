import Diagnostics
import Testing

@Suite struct RegionDiffersTests {
  static let broken: [ChainMutation] = [
    .init(
      .script, "--alarm-actions \"$TOPIC_ARN\"",
      "--region us-east-1 --alarm-actions arn:aws:sns:eu-west-1:111122223333:alerts", .regionDiffers),
    .init(
      .script,
      "aws logs put-metric-filter --log-group-name \"$LOG_GROUP\" --filter-name \"$1\" --filter-pattern \"$2\" \\\n    --metric-transformations metricName=\"$1\",metricNamespace=Security,metricValue=1,defaultValue=0\n  aws cloudwatch put-metric-alarm ",
      "aws logs put-metric-filter --region eu-west-1 --log-group-name \"$LOG_GROUP\" --filter-name \"$1\" --filter-pattern \"$2\" \\\n    --metric-transformations metricName=\"$1\",metricNamespace=Security,metricValue=1,defaultValue=0\n  aws cloudwatch put-metric-alarm --region us-east-1 ",
      .regionDiffers),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .script, "--alarm-actions \"$TOPIC_ARN\"",
      "--region eu-west-1 --alarm-actions arn:aws:sns:eu-west-1:111122223333:alerts", .regionDiffers),
    .init(
      .script, "--alarm-actions \"$TOPIC_ARN\"",
      "--region \"$HERE\" --alarm-actions arn:aws:sns:eu-west-1:111122223333:alerts", .regionDiffers),
    .init(
      .script, "--alarm-actions \"$TOPIC_ARN\"",
      "--region us-east-1 --alarm-actions \"arn:aws:sns:$HERE:111122223333:alerts\"", .regionDiffers),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws { try mutation.expect(.error, "'eu-west-1'") }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
