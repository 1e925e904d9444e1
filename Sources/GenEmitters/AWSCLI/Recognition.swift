internal import GenCore

/// Stops `apply.sh` before it takes over something of the same name that it did not make.
///
/// A thing counts as ours when one telling field is as this script writes it, so that what has drifted since is mended and what
/// belongs to somebody else is left alone.
struct Recognition {
  let values: ShellValues

  private var graph: ResourceGraph { values.graph }

  /// Reads what has the names of the graph, and asks for each whether it is ours; the trail first, since what it uses is ours too.
  var statements: [ShellStatement] {
    let trails = graph.resources.filter { $0.id.kind == .trail }
    return reads + trails.flatMap(recognize)
      + graph.resources.filter { $0.id.kind != .trail }.flatMap(recognize)
  }

  private var reads: [ShellStatement] {
    let filters = graph.metricFilters
    let alarms = graph.alarms
    var statements: [ShellStatement] = []
    if let first = filters.first {
      statements.append(values.readFilters(Array(values.columns(first).prefix(3)), of: first.logGroup))
    }
    if let first = alarms.first {
      statements += values.readAlarms(Array(values.columns(first).prefix(4)), names: alarms.map(\.name))
    }
    return statements
  }

  private func recognize(_ resource: Resource) -> [ShellStatement] {
    let title = values.title(of: resource)
    func known(_ found: ShellWord, _ marks: [ShellWord]) -> ShellStatement {
      .command(["known", title, found] + marks)
    }
    switch resource {
    case .metricFilter(let filter):
      return [
        .capture("found", ["row", values.columns(filter)[0].wanted, "3", .variable("filters")]),
        known(.variable("found"), [mark(values.columns(filter)[1])]),
      ]
    case .alarm(let alarm):
      return [
        .capture("found", ["row", values.columns(alarm)[0].wanted, "4", .variable("alarms")]),
        known(.variable("found"), [mark(values.columns(alarm)[1])]),
      ]
    case .topic(let topic):
      let arn = ShellWord.variable(values.variable(.arn, of: topic.id))
      let isOurs = known(
        .variable(values.found(topic.id)), graph.policySids(of: topic.id).map { .text($0) })
      return [
        .capture(
          values.found(topic.id),
          [
            "ask", "NotFound", "sns", "get-topic-attributes", .option("topic-arn", arn),
            "--query=[Attributes.Policy]",
          ])
      ]
        + (graph.alarms.isEmpty
          ? [isOurs]
          : [
            .comment(["An alarm of ours that tells the topic shows as well that it is ours."]),
            .conditional(["!", "holds", .variable("alarms"), arn], then: [isOurs], else: []),
          ])
    case .key(let key):
      return [
        .capture(
          values.found(key.id),
          [
            "ask", "NotFoundException", "kms", "describe-key",
            .option("key-id", .text(graph.aliasName(of: key))),
            "--query=[KeyMetadata.Arn, KeyMetadata.Description]",
          ]),
        known(.variable(values.found(key.id)), [.text(ShellJSON.spelled(key.description))]),
      ]
    case .trail(let trail):
      return [
        .capture(
          values.found(trail.id),
          [
            "ask", "none", "cloudtrail", "describe-trails", .option("trail-name-list", .text(trail.name)),
            "--no-include-shadow-trails",
            "--query=trailList[].[S3BucketName, not_null(CloudWatchLogsLogGroupArn, 'none'), not_null(CloudWatchLogsRoleArn, 'none')][]",
          ]),
        known(
          .variable(values.found(trail.id)),
          [
            values.spelled(trail.bucket.name),
            ShellWord([.variable(values.variable(.arn, of: trail.logGroup.id)), ":*"]),
          ]),
      ]
    case .role(let role):
      return [
        .capture(
          values.found(role.id),
          [
            "ask", "NoSuchEntity", "iam", "get-role", .option("role-name", values.word(role.reference.name)),
            "--query=[Role.Description]",
          ])
      ]
        + unlessTrailUses(
          values.spelled(role.reference.arn),
          [known(.variable(values.found(role.id)), [.text(ShellJSON.spelled(role.description))])])
    case .bucket(let bucket): return recognizeBucket(bucket, title)
    case .logGroup(let group):
      let name = values.atoms(group.reference.name)
      return [
        .capture(
          values.found(group.id),
          [
            "ask", "none", "logs", "describe-log-groups", .option("log-group-name-prefix", ShellWord(name)),
            .option(
              "query",
              ShellWord(
                ["logGroups[?logGroupName=='"] + name
                  + [
                    "'].[to_string(not_null(retentionInDays, 'never')), to_string(storedBytes), not_null(kmsKeyId, 'none')][]"
                  ])),
          ]),
        .comment(["A log group of another retention with events in it is somebody else's."]),
      ]
        + unlessTrailUses(
          values.spelled("\(group.reference.arn):*"),
          [
            known(
              .variable(values.found(group.id)),
              [
                ShellWord([.text("\"\(group.retentionDays)\""), .variable("newline")]),
                ShellWord(["\"never\"", .variable("newline"), "\"0\""]),
              ])
          ])
    case .keyAlias, .bucketPolicy, .rolePolicy, .topicPolicy, .subscription: return []
    }
  }

  private func recognizeBucket(_ bucket: Bucket, _ title: ShellWord) -> [ShellStatement] {
    let name = ShellWord.option("bucket", values.word(bucket.reference.name))
    return [
      .capture(
        values.found(bucket.id),
        [
          "ask", "NoSuchBucket", "s3api", "get-bucket-location", name,
          .option("expected-bucket-owner", .variable("account")),
          "--query=[not_null(LocationConstraint, 'us-east-1')]",
        ]),
      .conditional(
        ["[", "-n", .variable(values.found(bucket.id)), "]"],
        then: [
          .capture(
            "found", ["ask", "NoSuchBucketPolicy", "s3api", "get-bucket-policy", name, "--query=[Policy]"]),
          .conditional(
            ["[", "-z", .variable("found"), "]"],
            then: [
              .capture(
                "found",
                [
                  "ask", "none", "s3api", "list-object-versions", name, "--max-items=1",
                  "--query=[not_null(Versions[0].Key, 'nothing in it')]",
                ])
            ], else: []),
          .comment([
            "Ours has our policy; or no policy and nothing in it, when an earlier run stopped just after making it."
          ]),
        ]
          + unlessTrailUses(
            values.spelled(bucket.reference.name),
            [
              .command(
                ["known", title, .variable("found"), "nothing in it"]
                  + graph.policySids(of: bucket.id).map { .text($0) })
            ]), else: []),
    ]
  }

  /// What a trail of ours uses is ours, however it has changed.
  private func unlessTrailUses(_ name: ShellWord, _ statements: [ShellStatement]) -> [ShellStatement] {
    guard let trail = graph.resources.first(where: { $0.id.kind == .trail }) else { return statements }
    return [
      .conditional(["!", "holds", .variable(values.found(trail.id)), name], then: statements, else: [])
    ]
  }

  /// A whole line, so that it is not found inside another.
  private func mark(_ column: FieldColumn) -> ShellWord {
    ShellWord([.variable("newline")] + column.wanted.pieces.flatMap { $0 })
  }
}

extension ResourceGraph {
  /// The metric filters, in order.
  var metricFilters: [MetricFilter] {
    resources.compactMap { if case .metricFilter(let filter) = $0 { filter } else { nil } }
  }

  /// The names of the dimensions that filters take from fields, each once.
  var dimensionNames: [String] {
    metricFilters.reduce(into: []) { names, filter in
      guard case .fields(let fields)? = filter.division else { return }
      for field in fields where !names.contains(field.name) { names.append(field.name) }
    }
  }

  /// The alarms, in order.
  var alarms: [Alarm] {
    resources.compactMap { if case .alarm(let alarm) = $0 { alarm } else { nil } }
  }

  /// The alias of a key; the graph names every key.
  func aliasName(of key: Key) -> String {
    for case .keyAlias(let alias) in resources where alias.key.id == key.id { return alias.name }
    preconditionFailure("a key without an alias")
  }

  /// The ids of the statements that the graph puts into the policy of a topic or bucket.
  func policySids(of id: ResourceID) -> [String] {
    resources.flatMap { resource -> [String] in
      if case .topicPolicy(let policy) = resource, policy.topic.id == id {
        return policy.policy.statements.map(\.sid)
      }
      if case .bucketPolicy(let policy) = resource, policy.bucket.id == id {
        return policy.policy.statements.map(\.sid)
      }
      return []
    }
  }
}
