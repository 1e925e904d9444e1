internal import Diagnostics

/// An alarm on a service's metric whose dimension is the ARN or the URL of a resource, where the metric has its name: a metric of that
/// dimension never exists.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
struct DimensionOfOtherForm: ChainRule {
  /// A type of resource, what a reference to it gives that is not the dimension, and what to write.
  private typealias Form = (type: String, other: Set<String>, own: String)

  private static let forms: [String: [Form]] = [
    "QueueName": [
      ("AWS::SQS::Queue", ["", "Arn", "QueueUrl"], "QueueName"),
      ("aws_sqs_queue", ["arn", "id", "url"], "name"),
    ],
    "TopicName": [
      ("AWS::SNS::Topic", ["", "TopicArn"], "TopicName"), ("aws_sns_topic", ["arn", "id"], "name"),
    ],
    "FunctionName": [
      ("AWS::Lambda::Function", ["Arn"], ""), ("AWS::Serverless::Function", ["Arn"], ""),
      ("aws_lambda_function", ["arn", "invoke_arn", "qualified_arn"], "function_name"),
    ],
    "LogGroupName": [
      ("AWS::Logs::LogGroup", ["Arn"], ""), ("aws_cloudwatch_log_group", ["arn"], "name"),
    ],
    "LoadBalancer": [
      (
        "AWS::ElasticLoadBalancingV2::LoadBalancer", ["", "LoadBalancerArn", "LoadBalancerName", "DNSName"],
        "LoadBalancerFullName"
      ), ("aws_lb", ["arn", "id", "name", "dns_name"], "arn_suffix"),
      ("aws_alb", ["arn", "id", "name", "dns_name"], "arn_suffix"),
    ],
    "TargetGroup": [
      (
        "AWS::ElasticLoadBalancingV2::TargetGroup", ["", "TargetGroupArn", "TargetGroupName"],
        "TargetGroupFullName"
      ), ("aws_lb_target_group", ["arn", "id", "name"], "arn_suffix"),
      ("aws_alb_target_group", ["arn", "id", "name"], "arn_suffix"),
    ],
    "RuleName": [
      ("AWS::Events::Rule", ["Arn"], ""), ("aws_cloudwatch_event_rule", ["arn"], "name"),
    ],
    "TableName": [
      ("AWS::DynamoDB::Table", ["Arn", "StreamArn"], ""),
      ("aws_dynamodb_table", ["arn", "stream_arn"], "name"),
    ],
    "StreamName": [("AWS::Kinesis::Stream", ["Arn"], ""), ("aws_kinesis_stream", ["arn", "id"], "name")],
    "ClusterName": [("AWS::ECS::Cluster", ["Arn"], ""), ("aws_ecs_cluster", ["arn", "id"], "name")],
    "ServiceName": [("AWS::ECS::Service", ["", "ServiceArn"], "Name"), ("aws_ecs_service", ["id"], "name")],
    "BucketName": [("AWS::S3::Bucket", ["Arn"], ""), ("aws_s3_bucket", ["arn"], "id")],
  ]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    (chain.alarms + chain.alarmParts).flatMap { alarm in
      alarm.serviceDimensions.compactMap { name, value in
        guard let forms = Self.forms[name] else { return nil }
        guard let reference = value.reference else {
          let text = value.known ?? ""
          return text.hasPrefix("arn:") || text.hasPrefix("https://") ? .otherForm(name, value, nil) : nil
        }
        let type = chain.type(of: reference.id)
        let form = forms.first { $0.type == type && $0.other.contains(reference.attribute) }
        return form.map {
          .otherForm(name, value, $0.own.isEmpty ? reference.id : "\(reference.id).\($0.own)")
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func otherForm(_ name: String, _ value: ChainValue, _ own: String?) -> Diagnostic {
    Diagnostic(
      .error, .dimensionOfOtherForm,
      "the metric has no dimension '\(name)' of this form, so '\(value.shown)' finds no data",
      at: value.range,
      hint: own.map { "use '\($0)'" } ?? "give the name")
  }
}
