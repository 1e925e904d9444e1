import Documents
import GenCore

/// One block of a configuration: a resource or data source.
struct TerraformBlock {
  let type: String
  let name: String
  let body: Tree
}

/// The `resource` and `data` blocks: one function for each kind.
struct TerraformResources {
  let graph: ResourceGraph
  private let values = TerraformValue()

  init(graph: ResourceGraph) { self.graph = graph }

  /// The resources, in the order of the graph.
  var resources: [TerraformBlock] { graph.resources.flatMap(blocks) }

  /// The policy documents.
  var documents: [TerraformBlock] {
    let policies = TerraformPolicy()
    return graph.resources.compactMap { resource in
      let policy: Policy
      switch resource {
      case .bucketPolicy(let body): policy = body.policy
      case .role(let body): policy = body.trust
      case .rolePolicy(let body): policy = body.policy
      case .topicPolicy(let body): policy = body.policy
      case .key(let body): policy = body.policy
      case .keyAlias, .logGroup, .bucket, .trail, .metricFilter, .topic, .subscription, .alarm: return nil
      }
      return TerraformBlock(
        type: "aws_iam_policy_document", name: TerraformNames.document(resource.id),
        body: policies.tree(policy))
    }
  }

  private func blocks(_ resource: Resource) -> [TerraformBlock] {
    switch resource {
    case .key(let body): [block(body.id, key(body))]
    case .keyAlias(let body):
      [block(body.id, .members(["name": text(body.name), "target_key_id": values.tree(body.key.name)]))]
    case .logGroup(let body): [block(body.id, logGroup(body))]
    case .bucket(let body): bucket(body)
    case .bucketPolicy(let body): [block(body.id, bucketPolicy(body))]
    case .role(let body): [block(body.id, role(body))]
    case .rolePolicy(let body): [block(body.id, rolePolicy(body))]
    case .trail(let body): [block(body.id, trail(body))]
    case .metricFilter(let body): [block(body.id, metricFilter(body))]
    case .topic(let body):
      [
        block(
          body.id,
          .members(["name": text(body.name), "kms_master_key_id": body.key.map(values.tree), "tags": tags]))
      ]
    case .topicPolicy(let body): [block(body.id, topicPolicy(body))]
    case .subscription(let body): [block(body.id, subscription(body))]
    case .alarm(let body): [block(body.id, alarm(body))]
    }
  }

  private func block(_ id: ResourceID, _ body: Tree) -> TerraformBlock {
    TerraformBlock(type: TerraformNames.type(id.kind), name: id.role.snakeCase, body: body)
  }

  private func text(_ literal: String) -> Tree { TerraformTemplate(literal).tree }

  private var tags: Tree? {
    graph.tags.isEmpty
      ? nil : .map(graph.tags.map { Tree.Member(TerraformTemplate($0.key).text, text($0.value)) })
  }

  private func dependsOn(_ addresses: [String]) -> Tree { .list(addresses.map { .text($0) }) }

  private func key(_ body: Key) -> Tree {
    let note =
      "Encrypts audit logs: take it out of the state (terraform state rm \(TerraformNames.address(body.id))) before a destroy"
    return .members([
      "//": body.isKept ? .text(note) : nil, "description": text(body.description),
      "enable_key_rotation": .boolean(true), "policy": TerraformPolicy.json(body.id), "tags": tags,
      "lifecycle": body.isKept ? .members(["prevent_destroy": .boolean(true)]) : nil,
    ])
  }

  private func logGroup(_ body: LogGroup) -> Tree {
    .members([
      "//": .text("Holds audit logs: kept when the configuration is destroyed"),
      "name": values.tree(body.name),
      "retention_in_days": .integer(body.retentionDays), "skip_destroy": .boolean(true),
      "kms_key_id": body.key.map(values.tree), "tags": tags,
    ])
  }

  /// The provider has a resource of its own for each setting of a bucket.
  private func bucket(_ body: Bucket) -> [TerraformBlock] {
    let name =
      switch body.name {
      case .fixed(let name): text(name)
      case .unlessGenerated(let value): values.tree(value)
      }
    let id = values.tree(body.reference.name)
    func part(_ suffix: String, _ tree: Tree) -> TerraformBlock {
      TerraformBlock(type: "aws_s3_bucket_\(suffix)", name: body.role.snakeCase, body: tree)
    }
    return [
      block(
        body.id,
        .members([
          "//": .text(
            "Holds audit logs and is kept: before a destroy, terraform state list | grep aws_s3_bucket | xargs terraform state rm"
          ),
          "bucket": name, "tags": tags, "lifecycle": .members(["prevent_destroy": .boolean(true)]),
        ])),
      part(
        "ownership_controls",
        .members([
          "bucket": id, "rule": .list([.members(["object_ownership": .text("BucketOwnerEnforced")])]),
        ])),
      part(
        "public_access_block",
        .members([
          "bucket": id, "block_public_acls": .boolean(true), "block_public_policy": .boolean(true),
          "ignore_public_acls": .boolean(true), "restrict_public_buckets": .boolean(true),
        ])),
      part(
        "server_side_encryption_configuration",
        .members([
          "bucket": id,
          "rule": .list([
            .members([
              "apply_server_side_encryption_by_default": .list([.members(["sse_algorithm": .text("AES256")])])
            ])
          ]),
        ])),
      part(
        "versioning",
        .members(["bucket": id, "versioning_configuration": .list([.members(["status": .text("Enabled")])])])),
    ]
  }

  /// Waits for the public access block: S3 refuses two changes of a bucket's access at once.
  private func bucketPolicy(_ body: BucketPolicy) -> Tree {
    .members([
      "bucket": values.tree(body.bucket.name), "policy": TerraformPolicy.json(body.id),
      "depends_on": dependsOn(["aws_s3_bucket_public_access_block.\(body.bucket.id.role.snakeCase)"]),
    ])
  }

  private func role(_ body: Role) -> Tree {
    .members([
      "name": values.tree(body.name), "description": text(body.description),
      "assume_role_policy": TerraformPolicy.json(body.id), "tags": tags,
    ])
  }

  private func rolePolicy(_ body: RolePolicy) -> Tree {
    .members([
      "name": text(body.name), "role": values.tree(body.attachedTo.name),
      "policy": TerraformPolicy.json(body.id),
    ])
  }

  /// The ARN of the log group ends in `:*` here, as CloudTrail wants it; the provider's attribute does not. A new trail records all
  /// management events; saying so in an `event_selector` would make every later plan want to add it, since the provider reads the
  /// default back as nothing.
  private func trail(_ body: Trail) -> Tree {
    .members([
      "name": text(body.name), "s3_bucket_name": values.tree(body.bucket.name),
      "cloud_watch_logs_group_arn": values.tree("\(body.logGroup.arn):*"),
      "cloud_watch_logs_role_arn": values.tree(body.deliveryRole.arn),
      "enable_log_file_validation": .boolean(true), "kms_key_id": body.key.map(values.tree),
      "enable_logging": .boolean(true),
      "include_global_service_events": .boolean(true), "is_multi_region_trail": .boolean(true),
      "is_organization_trail": body.isOrganizationTrail ? .boolean(true) : nil, "tags": tags,
      "depends_on": dependsOn([
        TerraformNames.address(body.bucketPolicy.id), TerraformNames.address(body.deliveryPolicy.id),
      ]),
    ])
  }

  private func metricFilter(_ body: MetricFilter) -> Tree {
    .members([
      "name": text(body.name),
      "log_group_name": body.madeLogGroup.map { values.tree($0.name) } ?? values.tree(body.logGroup),
      "pattern": text(body.pattern),
      "metric_transformation": .list([
        .members([
          "name": text(body.metricName), "namespace": values.tree(body.metricNamespace),
          "value": text(body.metricValue),
          "default_value": body.defaultValue.map { .decimal($0) }, "dimensions": dimensions(body.division),
        ])
      ]),
    ])
  }

  /// By the names of the dimensions. System fields never come here: `TerraformLimits` refuses them.
  private func dimensions(_ division: MetricDivision?) -> Tree? {
    guard case .fields(let fields)? = division else { return nil }
    return .map(fields.map { Tree.Member(TerraformTemplate($0.name).text, text($0.selector)) })
  }

  private func topicPolicy(_ body: TopicPolicy) -> Tree {
    .members(["arn": values.tree(body.topic.arn), "policy": TerraformPolicy.json(body.id)])
  }

  private func subscription(_ body: Subscription) -> Tree {
    .members([
      "topic_arn": values.tree(body.topic), "protocol": .text(body.protocol.rawValue),
      "endpoint": values.tree(body.endpoint),
    ])
  }

  private func alarm(_ body: Alarm) -> Tree {
    func actions(_ state: AlarmState) -> Tree? {
      body.notifyOn.contains(state) ? .list([values.tree(body.topic)]) : nil
    }
    return .members([
      "alarm_name": text(body.name), "alarm_description": text(body.description),
      "namespace": values.tree(body.metricNamespace), "metric_name": text(body.metricName),
      "dimensions": body.dimensions.isEmpty
        ? nil : .map(body.dimensions.map { Tree.Member(TerraformTemplate($0.name).text, text($0.value)) }),
      "statistic": .text(body.statistic.rawValue), "period": values.tree(body.period),
      "evaluation_periods": .integer(body.evaluationPeriods),
      "datapoints_to_alarm": .integer(body.datapointsToAlarm),
      "comparison_operator": .text(body.comparison.rawValue), "threshold": values.tree(body.threshold),
      "treat_missing_data": .text(body.treatMissingData.rawValue),
      "actions_enabled": .boolean(body.actionsEnabled),
      "alarm_actions": actions(.alarm), "ok_actions": actions(.ok),
      "insufficient_data_actions": actions(.insufficientData), "tags": tags,
    ])
  }
}
