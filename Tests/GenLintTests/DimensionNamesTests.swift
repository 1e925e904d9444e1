import Diagnostics
import GenLint
import Testing

/// An alarm on a divided metric watches it by exactly the dimensions that the filter publishes, in each form.
@Suite struct DimensionNamesTests {
  private func codes(_ text: String, _ file: String) -> [Int] {
    Linter().lint(SourceText(file: file, text: text)).map { Int($0.code.number) }.filter { $0 == 4209 }
  }

  private func template(filter: String, alarm: String) -> String {
    """
    Resources:
      Filter:
        Type: AWS::Logs::MetricFilter
        Properties:
          LogGroupName: logs
          FilterPattern: '{ $.x = 1 }'
          MetricTransformations:
          - { MetricName: m, MetricNamespace: n, MetricValue: '1'\(filter.hasPrefix("Dim") ? ", \(filter)" : "") }
    \(filter.hasPrefix("Dim") ? "" : "      \(filter)")
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          ComparisonOperator: GreaterThanOrEqualToThreshold
          EvaluationPeriods: 1
          MetricName: m
          Namespace: n
          Statistic: Sum
          Period: 300
          Threshold: 1
          \(alarm)
    """
  }

  @Test(arguments: [
    ("Dimensions: [{ Key: A, Value: $.a }]", "Dimensions: [{ Name: A, Value: '1' }]", 0),
    ("Dimensions: [{ Key: A, Value: $.a }]", "Dimensions: [{ Name: B, Value: '1' }]", 1),
    (
      "Dimensions: [{ Key: A, Value: $.a }, { Key: B, Value: $.b }]", "Dimensions: [{ Name: A, Value: '1' }]",
      1
    ),
    ("EmitSystemFieldDimensions: ['@aws.account']", "Dimensions: [{ Name: '@aws.account', Value: '1' }]", 0),
    ("EmitSystemFieldDimensions: ['@aws.account']", "Dimensions: [{ Name: AccountId, Value: '1' }]", 1),
    ("EmitSystemFieldDimensions: ['@aws.account']", "TreatMissingData: notBreaching", 1),
    ("Dimensions: [{ Key: !Ref AWS::Region, Value: $.a }]", "Dimensions: [{ Name: B, Value: '1' }]", 0),
  ])
  func `a template's alarm names the filter's dimensions`(filter: String, alarm: String, findings: Int) {
    #expect(codes(template(filter: filter, alarm: alarm), "t.yaml").count == findings)
  }

  @Test(arguments: [("A", 0), ("B", 1)])
  func `so does a configuration's`(name: String, findings: Int) {
    let text = """
      {"resource": {
        "aws_cloudwatch_log_metric_filter": {"f": {"name": "f", "pattern": "{ $.x = 1 }", "log_group_name": "g",
          "metric_transformation": [{"name": "m", "namespace": "n", "value": "1", "dimensions": {"A": "$.a"}}]}},
        "aws_cloudwatch_metric_alarm": {"a": {"alarm_name": "a", "comparison_operator": "GreaterThanOrEqualToThreshold",
          "evaluation_periods": 1, "metric_name": "m", "namespace": "n", "statistic": "Sum", "period": 300,
          "threshold": 1, "dimensions": {"\(name)": "1"}}}}}
      """
    #expect(codes(text, "main.tf.json").count == findings)
  }

  @Test(arguments: [("A", 0), ("B", 1)])
  func `so does a script's`(name: String, findings: Int) {
    let text = """
      #!/bin/sh
      aws logs put-metric-filter --log-group-name=g --filter-name=f --filter-pattern='{ $.x = 1 }' \\
        --metric-transformations='[{"metricName":"m","metricNamespace":"n","metricValue":"1","dimensions":{"A":"$.a"}}]'
      aws cloudwatch put-metric-alarm --alarm-name=a --metric-name=m --namespace=n --statistic=Sum --period=300 \\
        --evaluation-periods=1 --threshold=1 --comparison-operator=GreaterThanOrEqualToThreshold \\
        --dimensions='[{"Name":"\(name)","Value":"1"}]'
      """
    #expect(codes(text, "apply.sh").count == findings)
  }
}
