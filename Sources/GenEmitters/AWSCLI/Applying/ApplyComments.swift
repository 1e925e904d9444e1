internal import GenCore

extension ShellValues {
  /// Why a step is there, for somebody who reads or pastes it.
  func comment(on resource: Resource) -> [String] {
    switch resource {
    case .key(let key): ["\(key.description), and lets only the services use it that must."]
    case .keyAlias: []
    case .logGroup: ["The trail delivers its events here, and the metric filters read them."]
    case .bucket: ["The trail keeps its log files here: private, encrypted, with versions."]
    case .bucketPolicy: ["CloudTrail refuses a bucket that it may not write to."]
    case .role: ["CloudTrail assumes this role to write to the log group."]
    case .rolePolicy: ["It may write to its own log streams and do nothing else."]
    case .trail: ["All Regions, management events of both kinds, validated log files."]
    case .metricFilter(let filter):
      ["Each event that matches the pattern adds \(filter.metricValue) to the metric \(filter.metricName)."]
    case .topic: ["Whoever is to hear the alarms subscribes to it."]
    case .topicPolicy:
      ["Nobody edits it when an alarm is made; without it CloudWatch may not publish, and no alarm is heard."]
    case .subscription: ["Somebody has to hear the alarms."]
    case .alarm(let alarm):
      [
        "It watches the metric \(alarm.metricName) that the filter publishes"
          + (alarm.dimensions.isEmpty
            ? "." : " for \(alarm.dimensions.map(\.value).joined(separator: ", ")).")
      ]
    }
  }
}
