internal import Documents

/// Who is told of alarms beside their actions: rules on the states of alarms, and resources that watch one.
struct AlarmListeners {
  /// The types of resources that act on an alarm's state by themselves.
  private static let listening: Set<String> = [
    "AWS::CodeDeploy::DeploymentGroup", "AWS::ECS::Service", "AWS::Serverless::Function",
    "AWS::AppConfig::Environment", "AWS::FIS::ExperimentTemplate", "AWS::Route53::HealthCheck",
  ]

  /// Whether a rule passes on the states of all alarms.
  private var hasRule = false
  /// The resources that others watch.
  private var watched: Set<String> = []
  /// The texts in those that watch: a name, or an ARN that ends in one.
  private var texts: Set<String> = []
  private var tails: Set<String> = []

  /// Gathers what listens among the resources of an artefact.
  init(_ resources: [ChainResource]) {
    for resource in resources {
      if resource.type == "AWS::Events::Rule" {
        hasRule =
          hasRule
          || resource["EventPattern"].map { $0.mentions { $0.contains(ascii: "aws.cloudwatch") } } ?? false
      }
      guard Self.listening.contains(resource.type) else { continue }
      watched.formUnion(resource.dependencies)
      for property in resource.properties { gather(property.value) }
    }
  }

  private mutating func gather(_ node: Node) {
    switch node.content {
    case .scalar(let scalar):
      guard scalar.text.utf8.count <= Self.longest else { return }
      texts.insert(scalar.text)
      tails.formUnion(ResourceNames.tails(of: scalar.text, most: Self.longest))
    case .sequence(let elements): for element in elements { gather(element) }
    case .mapping(let entries): for entry in entries { gather(entry.value) }
    }
  }

  /// The longest text that may name an alarm, in bytes: an alarm's name has 255 characters.
  private static let longest = 1_200

  /// Whether somebody else is told of an alarm.
  func hear(_ alarm: MonitoringChain.Alarm) -> Bool {
    if hasRule || watched.contains(alarm.resource.id) { return true }
    guard let name = alarm.name?.known else { return false }
    return texts.contains(name) || tails.contains(name)
  }
}
