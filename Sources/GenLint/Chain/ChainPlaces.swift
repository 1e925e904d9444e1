/// Where the resources of a chain stand in its lists, by what means them and by what they belong to.
final class ChainPlaces {
  let filters: [String: Int]
  let topics: ResourceNames
  let logGroups: ResourceNames
  let roles: ResourceNames
  let buckets: ResourceNames
  let keys: ResourceNames
  let topicPolicies: Belongings
  let subscriptions: Belongings
  let bucketPolicies: Belongings
  /// The type of each resource; of several with one ID, of the first.
  let types: [String: String]
  /// The resources that are handed to another stack or to code, which may add to them.
  let handedOn: Set<String>

  /// Looks at the lists of a chain.
  init(_ chain: MonitoringChain) {
    filters = Dictionary(
      chain.filters.enumerated().map { ($0.element.resource.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    topics = ResourceNames(chain.topics.map { ($0.resource, $0.name) })
    logGroups = ResourceNames(chain.logGroups.map { ($0.resource, $0.name) })
    roles = ResourceNames(chain.roles.map { ($0.resource, $0.name) })
    buckets = ResourceNames(chain.buckets.map { ($0.resource, $0.name) })
    var keys = ResourceNames(chain.keys.map { ($0.resource, nil) })
    for (place, key) in chain.keys.enumerated() {
      for alias in key.aliases { keys.add(alias, place) }
    }
    self.keys = keys
    topicPolicies = Belongings(chain.topicPolicies.map(\.topics), of: topics)
    subscriptions = Belongings(chain.subscriptions.map { [$0.topic] }, of: topics)
    bucketPolicies = Belongings(chain.bucketPolicies.map { [$0.bucket] }, of: buckets)
    types = Dictionary(chain.resources.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    handedOn = Set(chain.resources.filter(Self.takes).flatMap(\.dependencies))
  }

  /// Whether a resource hands what it refers to on.
  private static func takes(_ resource: ChainResource) -> Bool {
    resource.type.hasPrefix("Custom::") || resource.type.hasPrefix("AWS::CloudFormation::")
      || ["AWS::SSM::Parameter", "AWS::SSMIncidents::ResponsePlan"].contains(resource.type)
  }
}
