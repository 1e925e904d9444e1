import GenCore

/// What identifies a resource that exists: the primary identifier of its type in CloudFormation's registry.
///
/// Source: the `primaryIdentifier` of each type, as `aws cloudformation get-template-summary` lists it;
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html
struct ImportIdentifiers {
  let graph: ResourceGraph
  let place: ImportPlace

  /// What is wanted to name a resource and is not known.
  enum Unknown: Error {
    case place
    case logGroup
    case key
  }

  /// The identifier's properties and values in the order of the registry; nil for a kind that is not imported.
  func identifier(of resource: Resource) throws(Unknown) -> [(property: String, value: String)]? {
    func one(_ property: String, _ value: () throws(Unknown) -> String) throws(Unknown) -> [(
      property: String, value: String
    )] {
      if let given = place.identifiers[CloudFormationNames.logicalID(resource.id)] {
        return [(property: property, value: given)]
      }
      return [(property: property, value: try value())]
    }
    switch resource {
    case .key: return try one("KeyId") { () throws(Unknown) in throw .key }
    case .keyAlias(let body): return [(property: "AliasName", value: body.name)]
    case .logGroup(let body): return [(property: "LogGroupName", value: try text(body.name))]
    case .bucket: return try one("BucketName") { () throws(Unknown) in try name(of: resource) }
    case .bucketPolicy(let body):
      return [(property: "Bucket", value: try text(body.bucket.name))]
    case .role: return try one("RoleName") { () throws(Unknown) in try name(of: resource) }
    case .rolePolicy(let body):
      return [
        (property: "PolicyName", value: body.name),
        (property: "RoleName", value: try text(body.attachedTo.name)),
      ]
    case .trail(let body): return [(property: "TrailName", value: body.name)]
    case .metricFilter(let body):
      return [
        (property: "LogGroupName", value: try text(body.logGroup)),
        (property: "FilterName", value: body.name),
      ]
    case .topic(let body):
      return [
        (
          property: "TopicArn",
          value: try text("arn:\(.partition):sns:\(.region):\(.account):\(.literal(body.name))")
        )
      ]
    case .alarm(let body): return [(property: "AlarmName", value: body.name)]
    case .topicPolicy, .subscription: return nil
    }
  }

  /// The name of a resource that the scripts and Terraform name and CloudFormation does not.
  private func name(of resource: Resource) throws(Unknown) -> String {
    if let given = place.identifiers[CloudFormationNames.logicalID(resource.id)] { return given }
    switch resource {
    case .bucket(let bucket):
      switch bucket.name {
      case .fixed(let name): return name
      case .unlessGenerated(let value): return try text(value)
      }
    case .role(let role): return try text(role.name)
    case .logGroup(let group): return try text(group.name)
    case .key, .keyAlias, .bucketPolicy, .rolePolicy, .trail, .metricFilter, .topic, .topicPolicy,
      .subscription, .alarm:
      preconditionFailure("nothing is named after a \(resource.id.kind)")
    }
  }

  /// A value as it reads in the place.
  private func text(_ value: Value) throws(Unknown) -> String {
    func known(_ text: String?) throws(Unknown) -> String {
      guard let text else { throw .place }
      return text
    }
    switch value {
    case .literal(let text): return text
    case .partition: return try known(place.partition)
    case .region: return try known(place.region)
    case .account: return try known(place.account)
    case .joined(let parts):
      var joined = ""
      for part in parts { joined += try text(part) }
      return joined
    case .parameter(let name), .found(_, let name):
      if let logGroup = place.logGroup { return logGroup }
      guard let parameter = graph.parameters.first(where: { $0.name == name }),
        case .text(_, let text) = parameter.kind
      else { throw .logGroup }
      return text
    case .attribute(_, let id):
      guard let resource = graph.resource(id) else { preconditionFailure("a reference to nothing") }
      return try name(of: resource)
    case .domain: preconditionFailure("no name has the domain of a service in it")
    }
  }
}
