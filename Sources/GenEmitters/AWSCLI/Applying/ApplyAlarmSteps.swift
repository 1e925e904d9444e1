internal import GenCore

/// The steps of `apply.sh` from the metric filter to the alarm.
extension ShellValues {
  /// Puts a metric filter; one of the same name is replaced.
  func apply(_ filter: MetricFilter) -> [ShellStatement] {
    var (fields, criteria, systemFields): (ShellJSON?, ShellJSON?, ShellJSON?)
    switch filter.division {
    case nil: break
    case .fields(let named): fields = .map(named.map { ($0.name, .text($0.selector)) })
    case .systemFields(let names, let selection):
      criteria = .text(selection)
      systemFields = .list(names.map { .text($0) })
    }
    let transformation = ShellJSON.members([
      "metricName": .text(filter.metricName),
      "metricNamespace": json(filter.metricNamespace),
      "metricValue": .text(filter.metricValue),
      "defaultValue": filter.defaultValue.map(ShellJSON.decimal), "dimensions": fields,
    ])
    return [
      .command([
        "aws", "logs", "put-metric-filter", .option("log-group-name", word(filter.logGroup)),
        .option("metric-transformations", ShellJSON.list([transformation]).compact),
        "--cli-input-json",
        ShellJSON.members([
          "filterName": .text(filter.name),
          "filterPattern": .text(filter.pattern), "fieldSelectionCriteria": criteria,
          "emitSystemFieldDimensions": systemFields,
        ]).indented(),
      ])
    ]
  }

  /// Makes a topic together with its policy, so that it can always be told from somebody else's.
  func apply(_ topic: Topic) -> [ShellStatement] {
    let arn = variable(.arn, of: topic.id)
    let policy = graph.resources.first { resource in
      if case .topicPolicy(let policy) = resource { policy.topic.id == topic.id } else { false }
    }
    var words: [ShellWord] = ["aws", "sns", "create-topic", .option("name", .text(topic.name))]
    var make: [ShellStatement] = []
    if let policy {
      make.append(.capture("attributes", ["policy_attribute", .variable(policyVariable(policy.id))]))
      words.append(.option("attributes", .variable("attributes")))
    }
    make.append(.command(words))
    return [
      .conditional(["[", "-z", .variable(found(topic.id)), "]"], then: make, else: [])
    ]
      + (topic.key.map {
        [
          .run(
            "aws", "sns", "set-topic-attributes", .option("topic-arn", .variable(arn)),
            "--attribute-name=KmsMasterKeyId", .option("attribute-value", word($0)))
        ]
      } ?? []) + tagging("sns", "tag-resource", .option("resource-arn", .variable(arn)), list: "Tags")
  }

  /// Sets a topic's policy again, in case somebody changed it.
  func apply(_ policy: TopicPolicy) -> [ShellStatement] {
    [
      .command([
        "aws", "sns", "set-topic-attributes", .option("topic-arn", word(policy.topic.arn)),
        "--attribute-name=Policy",
        .option("attribute-value", .variable(policyVariable(policy.id))),
      ])
    ]
  }

  /// Subscribes whoever is not subscribed yet.
  func apply(_ subscription: Subscription) -> [ShellStatement] {
    let isFirst = graph.resources.first { $0.id.kind == .subscription }?.id == subscription.id
    return (isFirst ? [.capture("subscriptions", readSubscriptions(of: subscription.topic))] : []) + [
      .capture("found", ["row", subscriptionKey(subscription), "2", .variable("subscriptions")]),
      .conditional(
        ["[", "-z", .variable("found"), "]"],
        then: [
          .command([
            "aws", "sns", "subscribe", .option("topic-arn", word(subscription.topic)),
            .option("protocol", .text(subscription.protocol.rawValue)),
            .option("notification-endpoint", word(subscription.endpoint)),
          ])
        ],
        else: [.run("say", "   there already")]),
    ] + confirmation(subscription)
  }

  /// Who must confirm.
  private func confirmation(_ subscription: Subscription) -> [ShellStatement] {
    switch subscription.protocol {
    case .email, .emailJSON, .http, .https:
      [
        .conditional(
          ["!", "holds", .variable("found"), ":"],
          then: [
            .command([
              "say",
              ShellWord(
                ["   "] + atoms(subscription.endpoint) + [
                  " hears nothing until it follows the link in the message that SNS sends"
                ]),
            ])
          ], else: [])
      ]
    case .sms, .sqs, .lambda: []
    }
  }

  /// Puts an alarm; one of the same name is replaced.
  func apply(_ alarm: Alarm) -> [ShellStatement] {
    let told: [(AlarmState, String)] = [
      (.alarm, "alarm-actions"), (.ok, "ok-actions"), (.insufficientData, "insufficient-data-actions"),
    ]
    let actions = told.filter { alarm.notifyOn.contains($0.0) }.map {
      ShellWord.option($0.1, word(alarm.topic))
    }
    return [
      .command(
        [
          "aws", "cloudwatch", "put-metric-alarm", .option("namespace", word(alarm.metricNamespace)),
          .option("period", word(alarm.period)), .option("threshold", word(alarm.threshold)),
        ] + actions + [
          "--cli-input-json",
          ShellJSON.members([
            "AlarmName": .text(alarm.name),
            "AlarmDescription": .text(alarm.description),
            "MetricName": .text(alarm.metricName),
            "Dimensions": alarm.dimensions.isEmpty
              ? nil
              : .list(alarm.dimensions.map { .members(["Name": .text($0.name), "Value": .text($0.value)]) }),
            "Statistic": .text(alarm.statistic.rawValue),
            "EvaluationPeriods": .integer(alarm.evaluationPeriods),
            "DatapointsToAlarm": .integer(alarm.datapointsToAlarm),
            "ComparisonOperator": .text(alarm.comparison.rawValue),
            "TreatMissingData": .text(alarm.treatMissingData.rawValue),
            "ActionsEnabled": .boolean(alarm.actionsEnabled),
          ]).indented(),
        ])
    ] + tagging("cloudwatch", "tag-resource", .option("resource-arn", alarmARN(alarm)), list: "Tags")
  }

  /// The key of a subscription in what `readSubscriptions` reads.
  func subscriptionKey(_ subscription: Subscription) -> ShellWord {
    ShellWord([.text("\"\(subscription.protocol.rawValue) ")] + atoms(subscription.endpoint) + ["\""])
  }

  /// Asks for the subscriptions of a topic: key and ARN by turns. A pending one has no ARN.
  func readSubscriptions(of topic: Value) -> [ShellWord] {
    [
      "ask", "NotFound", "sns", "list-subscriptions-by-topic", .option("topic-arn", word(topic)),
      "--query=Subscriptions[].[join(' ', [Protocol, Endpoint]), SubscriptionArn][]",
    ]
  }

  /// Sets the graph's tags by a call of its own: a create call that finds the thing ignores them.
  func tagging(_ service: String, _ operation: String, _ target: ShellWord, list: String) -> [ShellStatement]
  {
    guard !graph.tags.isEmpty else { return [] }
    return [
      .command([
        "aws", .text(service), .text(operation), target,
        "--cli-input-json", ShellJSON.map([(list, tagList)]).compact,
      ])
    ]
  }

  /// The graph's tags as most services take them.
  var tagList: ShellJSON {
    .list(graph.tags.map { .members(["Key": .text($0.key), "Value": .text($0.value)]) })
  }
}
