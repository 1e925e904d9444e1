import Documents
import GenCore

/// The `Resources` of a template: one function for each kind.
struct CloudFormationResources {
  let graph: ResourceGraph
  /// Whether the resources exist and are imported: CloudFormation then wants each to say what becomes of it.
  let isImport: Bool
  private let values: CloudFormationValue

  init(graph: ResourceGraph, isImport: Bool = false) {
    self.graph = graph
    self.isImport = isImport
    values = CloudFormationValue(graph: graph)
  }

  /// The `Resources` section.
  var section: Tree {
    .map(graph.resources.map { Tree.Member(CloudFormationNames.logicalID($0.id), tree($0)) })
  }

  private func tree(_ resource: Resource) -> Tree {
    switch resource {
    case .key(let body): key(body)
    case .keyAlias(let body): keyAlias(body)
    case .logGroup(let body): logGroup(body)
    case .bucket(let body): bucket(body)
    case .bucketPolicy(let body): bucketPolicy(body)
    case .role(let body): role(body)
    case .rolePolicy(let body): rolePolicy(body)
    case .trail(let body): trail(body)
    case .metricFilter(let body): metricFilter(body)
    case .topic(let body): topic(body)
    case .topicPolicy(let body): topicPolicy(body)
    case .subscription(let body): subscription(body)
    case .alarm(let body): alarm(body)
    }
  }

  private func resource(
    _ kind: Resource.Kind, condition: String? = nil, atRemoval: Removal? = nil, dependsOn: [ResourceID] = [],
    _ properties: Tree
  ) -> Tree {
    let condition = condition ?? (graph.scope == .stackset ? CloudFormationNames.isHomeRegion : nil)
    let atRemoval = isImport ? .keep : atRemoval
    let names = dependsOn.map { Tree.text(CloudFormationNames.logicalID($0)) }
    return .members([
      "Type": .text(CloudFormationNames.type(kind)), "Condition": condition.map { .text($0) },
      "DependsOn": names.isEmpty ? nil : names.count == 1 ? names[0] : .list(names),
      "DeletionPolicy": atRemoval.map { .text($0.rawValue) },
      "UpdateReplacePolicy": atRemoval.map { .text($0.rawValue) },
      "Properties": properties,
    ])
  }

  /// What becomes of a resource that holds data when the stack is deleted. It is said of no other.
  private enum Removal: String {
    case keep = "Retain"
    case delete = "Delete"
  }

  private var tags: Tree? {
    graph.tags.isEmpty
      ? nil : .list(graph.tags.map { .members(["Key": .text($0.key), "Value": .text($0.value)]) })
  }

  private func key(_ body: Key) -> Tree {
    resource(
      .key, atRemoval: body.isKept ? .keep : .delete,
      .members([
        "Description": .text(body.description), "EnableKeyRotation": .boolean(true),
        "KeyPolicy": values.tree(body.policy), "Tags": tags,
      ]))
  }

  private func keyAlias(_ body: KeyAlias) -> Tree {
    resource(
      .keyAlias,
      .members(["AliasName": .text(body.name), "TargetKeyId": values.tree(body.key.name)]))
  }

  private func logGroup(_ body: LogGroup) -> Tree {
    resource(
      .logGroup, condition: CloudFormationNames.makesStorage, atRemoval: .keep,
      .members([
        "LogGroupName": values.tree(body.name), "RetentionInDays": .integer(body.retentionDays),
        "KmsKeyId": body.key.map(values.tree), "Tags": tags,
      ]))
  }

  private func bucket(_ body: Bucket) -> Tree {
    let fixedName = body.fixedName
    return resource(
      .bucket, condition: fixedName == nil ? nil : CloudFormationNames.makesStorage,
      atRemoval: .keep,
      .members([
        "BucketName": fixedName.map { .text($0) },
        "BucketEncryption": .members([
          "ServerSideEncryptionConfiguration": .list([
            .members(["ServerSideEncryptionByDefault": .members(["SSEAlgorithm": .text("AES256")])])
          ])
        ]),
        "OwnershipControls": .members([
          "Rules": .list([.members(["ObjectOwnership": .text("BucketOwnerEnforced")])])
        ]),
        "PublicAccessBlockConfiguration": .members([
          "BlockPublicAcls": .boolean(true), "BlockPublicPolicy": .boolean(true),
          "IgnorePublicAcls": .boolean(true),
          "RestrictPublicBuckets": .boolean(true),
        ]),
        "VersioningConfiguration": .members(["Status": .text("Enabled")]), "Tags": tags,
      ]))
  }

  /// The policy stays with the bucket, which it keeps closed; the service refuses to make a second one.
  private func bucketPolicy(_ body: BucketPolicy) -> Tree {
    resource(
      .bucketPolicy, condition: hasFixedName(body.bucket) ? CloudFormationNames.makesStorage : nil,
      atRemoval: .keep,
      .members(["Bucket": values.madeBucket(body.bucket), "PolicyDocument": values.tree(body.policy)]))
  }

  private func hasFixedName(_ reference: Reference<Bucket>) -> Bool {
    guard case .bucket(let bucket) = graph.resource(reference.id) else { return false }
    return bucket.fixedName != nil
  }

  private func role(_ body: Role) -> Tree {
    resource(
      .role,
      .members([
        "Description": .text(body.description), "AssumeRolePolicyDocument": values.tree(body.trust),
        "Tags": tags,
      ]))
  }

  private func rolePolicy(_ body: RolePolicy) -> Tree {
    resource(
      .rolePolicy,
      .members([
        "RoleName": values.tree(body.attachedTo.name), "PolicyName": .text(body.name),
        "PolicyDocument": values.tree(body.policy),
      ]))
  }

  /// Without selectors a new trail records all management events. The three forms leave them out alike.
  private func trail(_ body: Trail) -> Tree {
    resource(
      .trail, dependsOn: (hasFixedName(body.bucket) ? [] : [body.bucketPolicy.id]) + [body.deliveryPolicy.id],
      .members([
        "TrailName": .text(body.name),
        "S3BucketName": values.bucketWithPolicy(body.bucket, body.bucketPolicy),
        "CloudWatchLogsLogGroupArn": values.deliveryARN(body.logGroup),
        "CloudWatchLogsRoleArn": values.tree(body.deliveryRole.arn),
        "EnableLogFileValidation": .boolean(true), "KMSKeyId": body.key.map(values.tree),
        "IncludeGlobalServiceEvents": .boolean(true), "IsLogging": .boolean(true),
        "IsMultiRegionTrail": .boolean(true),
        "IsOrganizationTrail": body.isOrganizationTrail ? .boolean(true) : nil, "Tags": tags,
      ]))
  }

  private func metricFilter(_ body: MetricFilter) -> Tree {
    var (fields, criteria, systemFields): (Tree?, Tree?, Tree?)
    switch body.division {
    case nil: break
    case .fields(let named):
      fields = .list(named.map { .members(["Key": .text($0.name), "Value": .text($0.selector)]) })
    case .systemFields(let names, let selection):
      criteria = .quotedText(selection)
      systemFields = .list(names.map { .quotedText($0) })
    }
    return resource(
      .metricFilter,
      .members([
        "FilterName": .text(body.name), "LogGroupName": values.tree(body.logGroup),
        "FilterPattern": .quotedText(body.pattern),
        "MetricTransformations": .list([
          .members([
            "MetricName": .text(body.metricName), "MetricNamespace": values.tree(body.metricNamespace),
            "MetricValue": .quotedText(body.metricValue),
            "DefaultValue": body.defaultValue.map { .decimal($0) }, "Dimensions": fields,
          ])
        ]), "FieldSelectionCriteria": criteria, "EmitSystemFieldDimensions": systemFields,
      ]))
  }

  private func topic(_ body: Topic) -> Tree {
    resource(
      .topic,
      .members([
        "TopicName": .text(body.name), "KmsMasterKeyId": body.key.map(values.tree), "Tags": tags,
      ]))
  }

  private func topicPolicy(_ body: TopicPolicy) -> Tree {
    resource(
      .topicPolicy,
      .members(["Topics": .list([values.tree(body.topic.arn)]), "PolicyDocument": values.tree(body.policy)]))
  }

  private func subscription(_ body: Subscription) -> Tree {
    resource(
      .subscription,
      .members([
        "TopicArn": values.tree(body.topic), "Protocol": .text(body.protocol.rawValue),
        "Endpoint": values.tree(body.endpoint),
      ]))
  }

  private func alarm(_ body: Alarm) -> Tree {
    func actions(_ state: AlarmState) -> Tree? {
      body.notifyOn.contains(state) ? .list([values.tree(body.topic)]) : nil
    }
    return resource(
      .alarm,
      .members([
        "AlarmName": .text(body.name), "AlarmDescription": .text(body.description),
        "Namespace": values.tree(body.metricNamespace), "MetricName": .text(body.metricName),
        "Dimensions": dimensions(body),
        "Statistic": .text(body.statistic.rawValue), "Period": values.tree(body.period),
        "EvaluationPeriods": .integer(body.evaluationPeriods),
        "DatapointsToAlarm": .integer(body.datapointsToAlarm),
        "ComparisonOperator": .text(body.comparison.rawValue), "Threshold": values.tree(body.threshold),
        "TreatMissingData": .text(body.treatMissingData.rawValue),
        "ActionsEnabled": .boolean(body.actionsEnabled),
        "AlarmActions": actions(.alarm), "OKActions": actions(.ok),
        "InsufficientDataActions": actions(.insufficientData), "Tags": tags,
      ]))
  }

  /// The metric of a divided filter that an alarm watches.
  private func dimensions(_ body: Alarm) -> Tree? {
    body.dimensions.isEmpty
      ? nil
      : .list(
        body.dimensions.map { .members(["Name": .quotedText($0.name), "Value": .quotedText($0.value)]) })
  }
}

extension Bucket {
  /// The name that the spec gives it.
  fileprivate var fixedName: String? {
    if case .fixed(let name) = name { name } else { nil }
  }
}
