internal import GenCore

/// How a script sees whether a resource is as `apply.sh` makes it.
struct ResourceCheck {
  /// Statements that leave what was found in `found`, which is empty when there is nothing.
  var look: [ShellStatement]
  /// Statements that compare what was found, field by field.
  var compare: [ShellStatement]
}

/// Makes the checks of a script that goes through resources in an order: what several need is read before the first of them.
struct ResourceChecks {
  let values: ShellValues
  /// The resources in the order in which the script takes them.
  let order: [Resource]

  private var found: ShellWord { .variable("found") }

  /// The check of a resource.
  func check(_ resource: Resource) -> ResourceCheck {
    let title = values.title(of: resource)
    switch resource {
    case .metricFilter(let filter):
      let columns = values.columns(filter)
      return ResourceCheck(
        look: (isFirst(resource) ? [values.readFilters(columns, of: filter.logGroup)] : [])
          + [row(columns, "filters")],
        compare: [expect(title, columns)])
    case .alarm(let alarm):
      let columns = values.columns(alarm)
      let names = values.graph.alarms.map(\.name)
      return ResourceCheck(
        look: (isFirst(resource) ? values.readAlarms(columns, names: names) : []) + [row(columns, "alarms")],
        compare: [expect(title, columns)]
          + tags(
            title,
            [
              "ask", "ResourceNotFoundException ResourceNotFound", "cloudwatch", "list-tags-for-resource",
              .option("resource-arn", values.alarmARN(alarm)), "--query=Tags[].[Key, Value][]",
            ]))
    case .key(let key): return check(key, title)
    case .keyAlias: return ResourceCheck(look: [], compare: [])
    case .topic(let topic): return check(topic, title)
    case .topicPolicy(let policy):
      return ResourceCheck(
        look: [
          .capture(
            "found",
            [
              "ask", "NotFound", "sns", "get-topic-attributes", topicARN(policy.topic),
              "--query=[Attributes.Policy]",
            ]),
          .capture("found", ["unquoted", found]),
        ],
        compare: [expectPolicy(title, policy.id)])
    case .subscription(let subscription):
      return ResourceCheck(
        look: (isFirst(resource)
          ? [.capture("subscriptions", values.readSubscriptions(of: subscription.topic))] : [])
          + [
            .capture("found", ["row", values.subscriptionKey(subscription), "2", .variable("subscriptions")])
          ],
        compare: [.run("expect_subscription", title, found)])
    case .logGroup(let group): return check(group, title)
    case .bucket(let bucket): return check(bucket, title)
    case .bucketPolicy(let policy):
      return ResourceCheck(
        look: [
          .capture(
            "found",
            [
              "ask", "NoSuchBucketPolicy NoSuchBucket", "s3api", "get-bucket-policy",
              .option("bucket", values.word(policy.bucket.name)), "--query=[Policy]",
            ]),
          .capture("found", ["unquoted", found]),
        ],
        compare: [expectPolicy(title, policy.id)])
    case .role(let role): return check(role, title)
    case .rolePolicy(let policy):
      return ResourceCheck(
        look: [
          .capture(
            "found",
            [
              "ask", "NoSuchEntity", "iam", "get-role-policy",
              .option("role-name", values.word(policy.attachedTo.name)),
              .option("policy-name", .text(policy.name)),
              "--query=[PolicyDocument]",
            ])
        ],
        compare: [expectPolicy(title, policy.id)])
    case .trail(let trail): return check(trail, title)
    }
  }

  private func check(_ topic: Topic, _ title: ShellWord) -> ResourceCheck {
    let columns = [
      FieldColumn("DisplayName", query: "not_null(Attributes.DisplayName, '')", text: ""),
      FieldColumn(
        "KmsMasterKeyId", query: "not_null(Attributes.KmsMasterKeyId, 'none')", values.spelledKey(topic.key)),
      FieldColumn("FifoTopic", query: "not_null(Attributes.FifoTopic, 'false')", text: "false"),
    ]
    return ResourceCheck(
      look: [
        .capture(
          "found",
          [
            "ask", "NotFound", "sns", "get-topic-attributes", topicARN(topic.reference),
            .option("query", .text(FieldColumn.row(columns))),
          ])
      ],
      compare: [expect(title, columns)]
        + tags(
          title,
          [
            "ask", "NotFound ResourceNotFound", "sns", "list-tags-for-resource",
            .option("resource-arn", values.word(topic.reference.arn)), "--query=Tags[].[Key, Value][]",
          ]))
  }

  private func isFirst(_ resource: Resource) -> Bool {
    order.first { $0.id.kind == resource.id.kind }?.id == resource.id
  }

  private func topicARN(_ topic: Reference<Topic>) -> ShellWord {
    .option("topic-arn", values.word(topic.arn))
  }

  private func row(_ columns: [FieldColumn], _ table: String) -> ShellStatement {
    .capture("found", ["row", columns[0].wanted, .text(String(columns.count)), .variable(table)])
  }

  /// Compares what stands in `found` with the wanted values.
  func expect(_ title: ShellWord, _ columns: [FieldColumn], found: String = "found") -> ShellStatement {
    .rows(["expect", title, .variable(found)], columns.map(\.arguments))
  }

  private func expectPolicy(_ title: ShellWord, _ id: ResourceID) -> ShellStatement {
    .run("expect_policy", title, .variable(values.policyVariable(id)), found)
  }

  /// Reads the tags as keys and values by turns, and looks for the graph's.
  func tags(_ title: ShellWord, _ read: [ShellWord]) -> [ShellStatement] {
    guard !values.graph.tags.isEmpty else { return [] }
    return whenThere(
      [.capture("tags", read)]
        + values.graph.tags.map { tag in
          .command([
            "expect_row", title, .text("tag \(tag.key)"), .text(ShellJSON.spelled(tag.value)),
            .text(ShellJSON.spelled(tag.key)), .variable("tags"),
          ])
        })
  }

  /// What is compared only where there is something: one line says that a thing is missing.
  func whenThere(_ statements: [ShellStatement]) -> [ShellStatement] {
    statements.isEmpty ? [] : [.conditional(["[", "-n", found, "]"], then: statements, else: [])]
  }
}
