internal import GenCore

/// `remove.sh`: removes in reverse order what is exactly as `apply.sh` makes it, and names what it leaves.
///
/// There is no mark on what `apply.sh` made, since the three forms set the same tags: a thing is ours when every field is as
/// `apply.sh` writes it, and `apply.sh` refuses to take over what it did not make.
struct RemoveScript {
  let values: ShellValues

  private var graph: ResourceGraph { values.graph }
  private var found: ShellWord { .variable("found") }

  /// The script.
  var script: ShellScript {
    let order = graph.resources.reversed().filter(\.isRemovedAlone)
    let checks = ResourceChecks(values: values, order: order)
    let steps = order.map { resource in
      let title = values.title(of: resource)
      return ScriptStep(title: title, outline: title.outline, statements: remove(resource, checks))
    }
    let functions =
      CheckFunctions.needed(for: graph.resources, of: graph) + [
        "aws", "confirm", "absent", "ours", "expect_nobody_else", "expect_no_alarm", "holds", "unsubscribe",
      ]
    return ScriptFrame(values: values, action: .remove).script(
      steps: steps, functions: functions, preparations: policies + [.code("left=")] + question(order) + keys,
      ending: ending)
  }

  /// Without the policy of the bucket, which is kept.
  private var policies: [ShellStatement] {
    graph.resources.filter { $0.id.kind != .bucketPolicy }.flatMap { values.policyTexts(of: $0) }
  }

  /// What a key encrypts names its ARN, and the keys come last.
  private var keys: [ShellStatement] {
    graph.resources.flatMap { resource -> [ShellStatement] in
      guard case .key(let key) = resource else { return [] }
      return [
        .capture(
          "found",
          [
            "ask", "NotFoundException", "kms", "describe-key",
            .option("key-id", .text(graph.aliasName(of: key))),
            "--query=[KeyMetadata.Arn]",
          ]), .capture(values.variable(.arn, of: key.id), ["first_text", found]),
      ]
    }
  }

  private func question(_ order: [Resource]) -> [ShellStatement] {
    order.map { .command(["say", ShellWord(["  "] + values.title(of: $0).pieces.flatMap { $0 })]) }
      + [
        .command([
          "confirm",
          ShellWord([
            "Remove these from account ", .variable("account"), ", Region ", .variable("region"), "?",
          ]),
        ])
      ]
  }

  private func remove(_ resource: Resource, _ checks: ResourceChecks) -> [ShellStatement] {
    let title = values.title(of: resource)
    var check = checks.check(resource)
    var prior: [ShellStatement] = []
    let deletion: [ShellStatement]
    switch resource {
    case .alarm(let alarm):
      let names = ShellJSON.map([("AlarmNames", .list([.text(alarm.name)]))])
      deletion = [.run("aws", "cloudwatch", "delete-alarms", "--cli-input-json", names.compact)]
    case .metricFilter(let filter):
      let name = ShellJSON.map([("filterName", .text(filter.name))])
      deletion = [
        .run(
          "aws", "logs", "delete-metric-filter", .option("log-group-name", values.word(filter.logGroup)),
          "--cli-input-json",
          name.compact)
      ]
    case .subscription: return removeSubscription(check, title)
    case .topic(let topic):
      check.compare += policyCheck(of: topic.id, checks) + nobodyElse(topic, title)
      deletion = [.run("aws", "sns", "delete-topic", .option("topic-arn", values.word(topic.reference.arn)))]
    case .trail(let trail):
      deletion = [.run("aws", "cloudtrail", "delete-trail", .option("name", .text(trail.name)))]
    case .role(let role):
      let name = ShellWord.option("role-name", values.word(role.reference.name))
      (prior, deletion) = removal(of: role, name, title, checks)
      check.compare += prior
    case .key(let key):
      check.compare.append(
        .conditional(
          ["[", "-n", .variable("left"), "]"], then: [.run("differs", title, "use", "none", "what is left")],
          else: []))
      deletion = removal(of: key)
    case .keyAlias, .logGroup, .bucket, .bucketPolicy, .rolePolicy, .topicPolicy: return []
    }
    return check.look + [
      .conditional(
        ["!", "absent", title, found],
        then: [.code("differences=0")] + check.compare + [
          .conditional(["ours", title], then: deletion, else: [])
        ], else: [])
    ]
  }

  /// A pending subscription has no ARN and cannot be removed; it ends with the topic, or after three days.
  private func removeSubscription(_ check: ResourceCheck, _ title: ShellWord) -> [ShellStatement] {
    check.look + [
      .conditional(
        ["!", "absent", title, found], then: [.run("unsubscribe", title, found)], else: [])
    ]
  }

  /// A key whose data is kept is kept as well. The deletion comes before the name goes, or an unfinished run would lose the key.
  private func removal(of key: Key) -> [ShellStatement] {
    let id = ShellWord.option("key-id", .variable(values.variable(.arn, of: key.id)))
    let unname = ShellStatement.run(
      "aws", "kms", "delete-alias", .option("alias-name", .text(graph.aliasName(of: key))))
    if key.isKept { return [unname] }
    return [.run("aws", "kms", "schedule-key-deletion", id, "--pending-window-in-days=30"), unname]
  }

  private func policyCheck(of id: ResourceID, _ checks: ResourceChecks) -> [ShellStatement] {
    graph.resources.flatMap { resource -> [ShellStatement] in
      guard case .topicPolicy(let policy) = resource, policy.topic.id == id else { return [] }
      let check = checks.check(resource)
      return check.look + check.compare
    }
  }

  private func nobodyElse(_ topic: Topic, _ title: ShellWord) -> [ShellStatement] {
    let arn = values.atoms(topic.reference.arn)
    let keys = graph.resources.flatMap { resource -> [ShellWord.Atom] in
      guard case .subscription(let subscription) = resource else { return [] }
      return values.subscriptionKey(subscription).pieces.flatMap { $0 } + [.variable("newline")]
    }
    return [
      .capture(
        "subscribers",
        [
          "ask", "NotFound", "sns", "list-subscriptions-by-topic",
          .option("topic-arn", values.word(topic.reference.arn)),
          "--query=Subscriptions[?SubscriptionArn!='Deleted'].[join(' ', [Protocol, Endpoint])][]",
        ]), .run("expect_nobody_else", title, .variable("subscribers"), ShellWord(keys)),
      .comment([
        "The alarms of this script are gone by now, or left alone. The service's own filter takes whatever begins like the ARN."
      ]),
      .capture(
        "tellers",
        [
          "ask", "none", "cloudwatch", "describe-alarms", "--alarm-types", "CompositeAlarm", "MetricAlarm",
          .option(
            "query",
            ShellWord(
              [
                "[MetricAlarms, CompositeAlarms][]",
                " | [?contains([AlarmActions, OKActions, InsufficientDataActions][], '",
              ] + arn + ["')].AlarmName"])),
        ]), .run("expect_no_alarm", title, .variable("tellers")),
    ]
  }

  private func removal(
    of role: Role, _ name: ShellWord, _ title: ShellWord, _ checks: ResourceChecks
  ) -> (check: [ShellStatement], deletion: [ShellStatement]) {
    var check: [ShellStatement] = []
    var deletion: [ShellStatement] = []
    for resource in graph.resources {
      switch resource {
      case .trail(let trail) where trail.deliveryRole.id == role.id:
        check.append(
          .conditional(
            ["holds", .variable("left"), values.title(of: resource)],
            then: [.run("differs", title, "use", "none", "the trail that is left")], else: []))
      case .rolePolicy(let policy) where policy.attachedTo.id == role.id:
        let policyCheck = checks.check(resource)
        check +=
          policyCheck.look + [
            .code("role_policy_found=$found"),
            .conditional(["[", "-n", found, "]"], then: policyCheck.compare, else: []),
          ]
        deletion.append(
          .conditional(
            ["!", "absent", values.title(of: resource), .variable("role_policy_found")],
            then: [
              .run("aws", "iam", "delete-role-policy", name, .option("policy-name", .text(policy.name)))
            ], else: []))
      case .key, .keyAlias, .logGroup, .bucket, .bucketPolicy, .role, .rolePolicy, .trail, .metricFilter,
        .topic, .topicPolicy,
        .subscription,
        .alarm:
        break
      }
    }
    return (check, deletion + [.run("aws", "iam", "delete-role", name)])
  }

  private var ending: [ShellStatement] {
    let kept = graph.resources.filter { resource in
      if case .key(let key) = resource { return key.isKept }
      return resource.id.kind == .bucket || resource.id.kind == .logGroup
    }
    return [.code("current=")]
      + kept.map { resource in
        .command([
          "say",
          ShellWord(
            [.text("\(AWSCLIEmitter.Action.remove.fileName): kept, for the audit logs: ")]
              + values.title(of: resource).pieces.flatMap { $0 }),
        ])
      } + [
        .code(
          #"""
          if [ -n "$left" ]; then
            say "$script: left alone, since it differs from what apply.sh makes:$left"
            say "$script: delete it by hand, or set it back with apply.sh and run this script again."
          fi
          say "$script: done"
          """#)
      ]
  }
}

extension Resource {
  /// Whether removing it is a step of its own: a policy goes with what it belongs to, and audit logs are kept.
  fileprivate var isRemovedAlone: Bool {
    switch self {
    case .alarm, .subscription, .topic, .metricFilter, .trail, .role, .key: true
    case .keyAlias, .logGroup, .bucket, .bucketPolicy, .rolePolicy, .topicPolicy: false
    }
  }
}
