/// One thing in an AWS account. A new kind is one case here and one function in each emitter; the compiler finds the places.
public enum Resource: Hashable, Sendable {
  case key(Key)
  case keyAlias(KeyAlias)
  case logGroup(LogGroup)
  case bucket(Bucket)
  case bucketPolicy(BucketPolicy)
  case role(Role)
  case rolePolicy(RolePolicy)
  case trail(Trail)
  case metricFilter(MetricFilter)
  case topic(Topic)
  case topicPolicy(TopicPolicy)
  case subscription(Subscription)
  case alarm(Alarm)

  /// The kinds, one for each case.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case key, keyAlias, logGroup, bucket, bucketPolicy, role, rolePolicy, trail, metricFilter, topic,
      topicPolicy, subscription, alarm
  }

  /// What it holds.
  public var body: any ResourceBody {
    switch self {
    case .key(let body): body
    case .keyAlias(let body): body
    case .logGroup(let body): body
    case .bucket(let body): body
    case .bucketPolicy(let body): body
    case .role(let body): body
    case .rolePolicy(let body): body
    case .trail(let body): body
    case .metricFilter(let body): body
    case .topic(let body): body
    case .topicPolicy(let body): body
    case .subscription(let body): body
    case .alarm(let body): body
    }
  }

  /// Its identity in the graph.
  public var id: ResourceID { body.id }
}
