internal import GenCore

/// `verify.sh`: reads everything and names each field that differs.
struct VerifyScript {
  let values: ShellValues

  /// The script.
  var script: ShellScript {
    let checks = ResourceChecks(values: values, order: values.graph.resources)
    let steps =
      sourceSteps + topicSteps
      + values.graph.resources.filter { $0.id.kind != .keyAlias }.map { resource in
        let title = values.title(of: resource)
        let check = checks.check(resource)
        return ScriptStep(title: title, outline: title.outline, statements: check.look + check.compare)
      }
    return ScriptFrame(values: values, action: .verify).script(
      steps: steps, functions: functions, preparations: policies + [.code("differences=0")],
      ending: [.code(Self.ending)])
  }

  private var functions: [String] {
    CheckFunctions.needed(for: values.graph.resources, of: values.graph)
      + (values.graph.hasExistingSource ? ["source_faults", "report"] : [])
      + (values.graph.existingTopic == nil ? [] : ["topic_faults", "report"])
  }

  private var policies: [ShellStatement] { values.graph.resources.flatMap { values.policyTexts(of: $0) } }

  private var sourceSteps: [ScriptStep] {
    guard case .existing(let logGroup) = values.graph.source else { return [] }
    return [
      ScriptStep(
        title: "trail that fills the log group", outline: "trail that fills the log group",
        statements: [
          .conditional(
            ["[", .variable("check_trail"), "=", "yes", "]"],
            then: [
              .capture("faults", ["source_faults", values.word(logGroup)]),
              .run("report", "trail that fills the log group", .variable("faults")),
            ], else: [.run("say", "   not checked")])
        ])
    ]
  }

  /// A topic that the graph does not make is looked at as far as it can be read from here.
  private var topicSteps: [ScriptStep] {
    guard let topic = values.graph.existingTopic else { return [] }
    let title = ShellWord([.text("topic ")] + values.atoms(topic))
    return [
      ScriptStep(
        title: title, outline: title.outline,
        statements: [
          .capture("faults", ["topic_faults", values.word(topic)]),
          .run("report", title, .variable("faults")),
        ])
    ]
  }

  private static let ending: StaticString =
    #"""
    current=
    if [ "$differences" -gt 0 ]; then
      say "$script: differences: $differences, listed above. apply.sh sets its own settings back; what was added is yours to remove."
      exit 1
    fi
    say "$script: everything is as the spec describes it"
    """#
}

/// Which functions the checks of resources call.
enum CheckFunctions {
  /// Their names.
  static func needed(for resources: [Resource], of graph: ResourceGraph) -> [String] {
    var names = ["ask"]
    for resource in resources {
      switch resource {
      case .metricFilter, .alarm: names += ["row", "expect"]
      case .subscription: names += ["row", "expect_subscription"]
      case .topic, .bucket, .logGroup: names += ["expect"]
      case .key: names += ["expect", "expect_policy", "unquoted", "first_text"]
      case .keyAlias: break
      case .role: names += ["expect", "expect_policy"]
      case .rolePolicy: names += ["expect_policy"]
      case .topicPolicy, .bucketPolicy: names += ["unquoted", "expect_policy"]
      case .trail: names += ["expect", "trail_faults", "report"]
      }
    }
    return names + (graph.tags.isEmpty ? [] : ["expect_row"])
  }
}
