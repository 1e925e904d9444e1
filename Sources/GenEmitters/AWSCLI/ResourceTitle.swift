internal import GenCore

extension ShellValues {
  /// What the scripts call a resource when they speak of it: its kind, and its name where it has one.
  func title(of resource: Resource) -> ShellWord {
    func named(_ noun: String) -> ShellWord {
      ShellWord([.text("\(noun) "), .variable(variable(.name, of: resource.id))])
    }
    switch resource {
    case .key(let key): return .text("key \(graph.aliasName(of: key))")
    case .keyAlias(let alias): return .text("name \(alias.name) of a key")
    case .logGroup: return named("log group")
    case .bucket: return named("bucket")
    case .bucketPolicy(let policy):
      return ShellWord(["policy of the bucket ", .variable(variable(.name, of: policy.bucket.id))])
    case .role: return named("role")
    case .rolePolicy(let policy): return .text("role policy \(policy.name)")
    case .trail: return named("trail")
    case .metricFilter(let filter): return .text("metric filter \(filter.name)")
    case .topic(let topic): return .text("topic \(topic.name)")
    case .topicPolicy(let policy): return .text("policy of the topic \(topicName(policy.topic))")
    case .subscription(let subscription):
      return ShellWord(
        [.text("\(subscription.protocol.rawValue) subscription of ")] + atoms(subscription.endpoint))
    case .alarm(let alarm): return .text("alarm \(alarm.name)")
    }
  }

  private func topicName(_ topic: Reference<Topic>) -> String {
    guard case .topic(let body)? = graph.resource(topic.id) else { return "" }
    return body.name
  }
}
