internal import GenCore

/// How the values of a graph are spelled in a script: which variable holds what.
struct ShellValues {
  let graph: ResourceGraph

  /// A value as atoms of a word.
  func atoms(_ value: Value) -> [ShellWord.Atom] {
    switch value {
    case .literal(let text): [.text(text)]
    case .parameter(let name), .found(_, let name): [.variable(name.upperCase)]
    case .partition: [.variable("partition")]
    case .domain: [.variable("domain")]
    case .region: [.variable("region")]
    case .account: [.variable("account")]
    case .joined(let parts): parts.flatMap(atoms)
    case .attribute(let attribute, of: let id): [.variable(variable(attribute, of: id))]
    }
  }

  /// A value as a word.
  func word(_ value: Value) -> ShellWord { ShellWord(atoms(value)) }

  /// A value as a JSON string.
  func json(_ value: Value) -> ShellJSON { .string(atoms(value)) }

  /// A value as the AWS CLI prints it in JSON.
  func spelled(_ value: Value) -> ShellWord { json(value).compact }

  /// The ARN of a key as the AWS CLI prints it in JSON, or what `not_null` puts in its place.
  func spelledKey(_ key: Value?) -> ShellWord { key.map(spelled) ?? .text(ShellJSON.spelled("none")) }

  /// The variable that holds an attribute of a resource of the graph.
  func variable(_ attribute: Value.Attribute, of id: ResourceID) -> String {
    suffixed(noun(id.kind) + (attribute == .arn ? "_arn" : "_name"), id)
  }

  private func noun(_ kind: Resource.Kind) -> String {
    switch kind {
    case .key: "key"
    case .keyAlias: "key_alias"
    case .logGroup: "log_group"
    case .bucket: "bucket"
    case .bucketPolicy: "bucket_policy"
    case .role: "role"
    case .rolePolicy: "role_policy"
    case .trail: "trail"
    case .metricFilter: "filter"
    case .topic: "topic"
    case .topicPolicy: "topic_policy"
    case .subscription: "subscription"
    case .alarm: "alarm"
    }
  }

  /// The variable that holds the text of a policy; a role's is its trust policy.
  func policyVariable(_ id: ResourceID) -> String {
    switch id.kind {
    case .role: suffixed("trust_policy", id)
    case .key: suffixed("key_policy", id)
    case .keyAlias, .logGroup, .bucket, .bucketPolicy, .rolePolicy, .trail, .metricFilter, .topic,
      .topicPolicy,
      .subscription, .alarm:
      suffixed(noun(id.kind), id)
    }
  }

  /// The variable that holds what was found under a resource's name, empty when there is nothing.
  func found(_ id: ResourceID) -> String { suffixed(noun(id.kind) + "_found", id) }

  /// The variables that follow from account and Region, with their values.
  func derived() -> [ShellStatement] {
    graph.resources.flatMap { resource -> [ShellStatement] in
      let id = resource.id
      func set(_ attribute: Value.Attribute, _ atoms: [ShellWord.Atom]) -> ShellStatement {
        .assignment(variable(attribute, of: id), ShellWord(atoms))
      }
      let name = ShellWord.Atom.variable(variable(.name, of: id))
      switch resource {
      case .logGroup(let group):
        return [set(.name, atoms(group.name)), set(.arn, regional("logs") + ["log-group:", name])]
      case .bucket(let bucket):
        let text: Value =
          switch bucket.name {
          case .fixed(let fixed): .literal(fixed)
          case .unlessGenerated(let value): value
          }
        return [set(.name, atoms(text)), set(.arn, ["arn:", .variable("partition"), ":s3:::", name])]
      case .role(let role):
        let prefix: [ShellWord.Atom] = [
          "arn:", .variable("partition"), ":iam::", .variable("account"), ":role/",
        ]
        return [set(.name, atoms(role.name)), set(.arn, prefix + [name])]
      case .trail(let trail):
        return [set(.name, [.text(trail.name)]), set(.arn, regional("cloudtrail") + ["trail/", name])]
      case .topic(let topic): return [set(.arn, regional("sns") + [.text(topic.name)])]
      case .key, .keyAlias, .bucketPolicy, .rolePolicy, .metricFilter, .topicPolicy, .subscription, .alarm:
        return []
      }
    }
  }

  /// The beginning of an ARN in this account and Region.
  func regional(_ service: String) -> [ShellWord.Atom] {
    [
      "arn:", .variable("partition"), .text(":\(service):"), .variable("region"), ":", .variable("account"),
      ":",
    ]
  }

  /// The ARN of an alarm.
  func alarmARN(_ alarm: Alarm) -> ShellWord {
    ShellWord(regional("cloudwatch") + [.text("alarm:\(alarm.name)")])
  }

  /// A resource of a kind of which there are several has its role in its variables' names.
  private func suffixed(_ noun: String, _ id: ResourceID) -> String {
    let isOnlyOne = graph.resources.count { $0.id.kind == id.kind } <= 1
    return isOnlyOne ? noun : "\(noun)_\(id.role.snakeCase)"
  }
}
