internal import GenCore

/// `apply.sh`: makes everything in the order of the published procedure, and leaves alone what is as it should be.
struct ApplyScript {
  let values: ShellValues

  private var graph: ResourceGraph { values.graph }

  /// The script.
  var script: ShellScript {
    let look = ScriptStep(
      title: "Look at what is there",
      outline: "Look at what is there, and stop before any change if something is in the way",
      statements: sourceCheck + topicCheck + recognition)
    let steps = [look] + graph.resources.filter { $0.id.kind != .keyAlias }.map(step)
    return ScriptFrame(values: values, action: .apply).script(
      steps: steps, functions: functions,
      preparations: policies, ending: [.code("say \"$script: done\"")] + unheard)
  }

  private var functions: [String] {
    let kinds = graph.resources.map(\.id.kind)
    var names = ["stop", "aws", "ask", "known", "row", "holds"]
    if case .existing = graph.source { names.append("source_faults") }
    if graph.existingTopic != nil { names.append("topic_faults") }
    if kinds.contains(.trail) { names += ["patiently", "selector_faults"] }
    if kinds.contains(.key) { names += ["make_key", "first_text"] }
    if !unheard.isEmpty { names.append("say_unheard") }
    if kinds.contains(.topicPolicy) { names.append("policy_attribute") }
    return names
  }

  private var policies: [ShellStatement] {
    let statements = graph.resources.flatMap { values.policyTexts(of: $0) }
    return statements.isEmpty ? [] : [.comment(["Policies, from checked values only."])] + statements
  }

  private func step(_ resource: Resource) -> ScriptStep {
    let statements: [ShellStatement] =
      switch resource {
      case .key(let key): values.apply(key)
      case .keyAlias: []
      case .logGroup(let group): values.apply(group)
      case .bucket(let bucket): values.apply(bucket)
      case .bucketPolicy(let policy): values.apply(policy)
      case .role(let role): values.apply(role)
      case .rolePolicy(let policy): values.apply(policy)
      case .trail(let trail): values.apply(trail)
      case .metricFilter(let filter): values.apply(filter)
      case .topic(let topic): values.apply(topic)
      case .topicPolicy(let policy): values.apply(policy)
      case .subscription(let subscription): values.apply(subscription)
      case .alarm(let alarm): values.apply(alarm)
      }
    let title = values.title(of: resource)
    return ScriptStep(
      title: title, outline: title.outline, comment: values.comment(on: resource), statements: statements)
  }

  /// The last word where the spec leaves an example address to be overridden.
  private var unheard: [ShellStatement] {
    graph.parameters.compactMap { parameter in
      guard case .text(.endpoint(let delivery), let address) = parameter.kind,
        delivery == .email || delivery == .emailJSON, EndpointRule.isReserved(address)
      else { return nil }
      let name = parameter.name.upperCase
      return .run("say_unheard", .text(name), .variable(name))
    }
  }

  /// An existing log group is of use only when a trail fills it with everything.
  private var sourceCheck: [ShellStatement] {
    guard case .existing(let logGroup) = graph.source else { return [] }
    return [
      .conditional(
        ["[", ShellWord([.variable("check_trail"), ",", .variable("dry_run")]), "=", "yes,no", "]"],
        then: [
          .capture("faults", ["source_faults", values.word(logGroup)]),
          .conditional(
            ["[", "-n", .variable("faults"), "]"],
            then: [
              .run("say", .variable("faults")),
              .run(
                "stop",
                "the filters would miss events, as said above, so nothing was changed. Mend it and run this script again."
              ),
            ], else: []),
        ], else: [])
    ]
  }

  /// An existing topic is of use only when CloudWatch may publish to it.
  private var topicCheck: [ShellStatement] {
    guard let topic = graph.existingTopic else { return [] }
    return [
      .conditional(
        ["[", .variable("dry_run"), "=", "no", "]"],
        then: [
          .capture("faults", ["topic_faults", values.word(topic)]),
          .conditional(
            ["[", "-n", .variable("faults"), "]"],
            then: [
              .run("say", .variable("faults")),
              .run(
                "stop",
                "no alarm would reach the topic, as said above, so nothing was changed. Mend it and run this script again."
              ),
            ], else: []),
        ], else: [])
    ]
  }

  /// Put calls replace what has the same name: what this script did not make must not be replaced.
  private var recognition: [ShellStatement] { Recognition(values: values).statements }
}

extension ShellWord {
  /// The word for a reader: a variable's value is not known, its name says what it is.
  var outline: String {
    pieces.flatMap { $0 }.map { atom in
      switch atom {
      case .text(let text): text
      case .variable(let name): "$\(name)"
      }
    }.joined()
  }
}
