internal import Documents

/// What stands beside the chain and feeds it or listens to it.
extension MonitoringChain {
  /// How code, policies and settings spell that they publish metrics of their own.
  private static let publishing = [
    "PutMetricData", "put_metric_data", "putMetricData", "POWERTOOLS_METRICS_NAMESPACE", "cloudwatch:*",
    "put-metric-data", "CloudWatchAgent",
  ]

  /// Whether something else than a filter publishes metrics, as the file shows.
  var hasOtherPublisher: Bool {
    publishesUnseen
      || resources.contains { resource in
        resource.properties.contains { entry in
          mentions(entry.value) { text in Self.publishing.contains { text.contains(ascii: $0) } }
            || mentions(entry.value, keysToo: true) { $0 == "POWERTOOLS_METRICS_NAMESPACE" }
        }
      }
  }

  /// The types of resources that act on an alarm's state by themselves.
  private static let listening: Set<String> = [
    "AWS::CodeDeploy::DeploymentGroup", "AWS::ECS::Service", "AWS::Serverless::Function",
    "AWS::AppConfig::Environment", "AWS::FIS::ExperimentTemplate", "AWS::Route53::HealthCheck",
  ]

  /// Whether somebody else is told of an alarm: a rule on the states of alarms, a resource that watches this one, or whoever imports it.
  func isListenedTo(_ alarm: Alarm) -> Bool {
    exported.contains(alarm.resource.id)
      || resources.contains { resource in
        if resource.type == "AWS::Events::Rule" {
          return resource["EventPattern"].map { mentions($0) { $0.contains(ascii: "aws.cloudwatch") } }
            ?? false
        }
        guard Self.listening.contains(resource.type) else { return false }
        if resource.dependencies.contains(alarm.resource.id) { return true }
        guard let name = alarm.name?.known else { return false }
        return resource.properties.contains { mentions($0.value) { $0 == name || $0.hasSuffix(":\(name)") } }
      }
  }

  /// Whether a resource is handed to another stack or to code, which may add to it.
  func isHandedOn(_ resource: ChainResource) -> Bool {
    resources.contains { other in
      let takes =
        other.type.hasPrefix("Custom::") || other.type.hasPrefix("AWS::CloudFormation::")
        || ["AWS::SSM::Parameter", "AWS::SSMIncidents::ResponsePlan"].contains(other.type)
      return takes && other.dependencies.contains(resource.id)
    }
  }

  /// Whether some text in a value, or some key too, is as asked.
  private func mentions(_ node: Node, keysToo: Bool = false, _ isWanted: (String) -> Bool) -> Bool {
    switch node.content {
    case .scalar(let scalar): isWanted(scalar.text)
    case .sequence(let elements): elements.contains { mentions($0, keysToo: keysToo, isWanted) }
    case .mapping(let entries):
      entries.contains {
        keysToo && $0.key.text.map(isWanted) ?? false || mentions($0.value, keysToo: keysToo, isWanted)
      }
    }
  }
}
