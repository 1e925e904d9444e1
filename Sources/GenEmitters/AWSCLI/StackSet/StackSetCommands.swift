internal import GenCore

/// The functions of `stackset.sh` that do something: each of its three tasks, and the calls they share.
struct StackSetCommands {
  let values: StackSetValues

  private var set: StackSet { values.set }
  private var name: ShellWord { .option("stack-set-name", .variable("STACK_SET_NAME")) }
  private var caller: ShellWord { .option("call-as", .variable("CALL_AS")) }
  private var title: ShellWord { ShellWord(["StackSet ", .variable("STACK_SET_NAME")]) }
  private var preferences: ShellWord { .option("operation-preferences", .variable("operation_preferences")) }
  private var operation: ShellWord { .option("operation-id", .variable("operation")) }

  /// Each with a comment, in the order in which they call each other.
  var functions: [[ShellStatement]] {
    [
      described("create_stack_set: makes the StackSet, without any stack yet.", "create_stack_set", [create]),
      described(
        "update_stack_set: brings the StackSet and all its stacks to what this script says.",
        "update_stack_set",
        [.code("new_operation"), update, .code(#"finish_operation "$operation""#)]),
      described("compare_stack_set: names what differs from this script.", "compare_stack_set", compare),
      described("check_caller: whether this account may do it at all.", "check_caller", [callerCheck]),
    ] + targetFunctions + [
      [.code(Self.deploy)], [.code(Self.apply)], [.code(Self.show)], [.code(kept)], [.code(Self.remove)],
    ]
  }

  private func described(_ comment: String, _ name: String, _ body: [ShellStatement]) -> [ShellStatement] {
    [.comment(ScriptHeader.wrapped(comment)), .function(name, body)]
  }

  // MARK: the StackSet

  private var create: ShellStatement {
    .command(["aws", "cloudformation", "create-stack-set", name, caller] + content(isNew: true))
  }

  private var update: ShellStatement {
    .command(
      ["aws", "cloudformation", "update-stack-set", name, caller, operation, preferences]
        + content(isNew: false))
  }

  /// What create and update have in common.
  private func content(isNew: Bool) -> [ShellWord] {
    var words: [ShellWord] = [
      .option("description", .variable("mark")), .option("template-body", .variable("template_body")),
      .option("parameters", .variable("parameters")),
    ]
    if !set.tags.isEmpty || !isNew { words.append(.option("tags", tags.compact)) }
    if values.graph.makesRoles { words.append("--capabilities=CAPABILITY_IAM") }
    words += [
      .option("permission-model", .variable("permission_model")), .text("--managed-execution=Active=true"),
    ]
    switch set.permissions {
    case .serviceManaged(let managed):
      words.append(.option("auto-deployment", Self.autoDeployment(managed.autoDeployment).compact))
    case .selfManaged(let managed):
      if let role = managed.administrationRole {
        words.append(.option("administration-role-arn", .text(role)))
      }
      if let role = managed.executionRole { words.append(.option("execution-role-name", .text(role))) }
    }
    return words
  }

  private var tags: ShellJSON {
    .list(set.tags.map { .map([("Key", .text($0.key)), ("Value", .text($0.value))]) })
  }

  private static func autoDeployment(_ deployment: StackSet.AutoDeployment) -> ShellJSON {
    switch deployment {
    case .disabled: .map([("Enabled", .boolean(false))])
    case .enabled(let retains):
      .map([("Enabled", .boolean(true)), ("RetainStacksOnAccountRemoval", .boolean(retains))])
    }
  }

  /// Fields of DescribeStackSet and what they must be, as JSON.
  private var fields: [(name: String, wanted: ShellWord)] {
    var fields: [(String, ShellWord)] = [
      ("Description", ShellWord(["\"", .variable("mark"), "\""])), ("ManagedExecution.Active", "true"),
    ]
    if values.graph.makesRoles {
      fields.append(("Capabilities[0]", .text(ShellJSON.spelled("CAPABILITY_IAM"))))
    }
    switch set.permissions {
    case .serviceManaged(let managed):
      switch managed.autoDeployment {
      case .disabled: fields.append(("AutoDeployment.Enabled", "false"))
      case .enabled(let retains):
        fields.append(("AutoDeployment.Enabled", "true"))
        fields.append(("AutoDeployment.RetainStacksOnAccountRemoval", retains ? "true" : "false"))
      }
    case .selfManaged(let managed):
      if let role = managed.administrationRole {
        fields.append(("AdministrationRoleARN", .text(ShellJSON.spelled(role))))
      }
      if let role = managed.executionRole {
        fields.append(("ExecutionRoleName", .text(ShellJSON.spelled(role))))
      }
    }
    return fields
  }

  private var compare: [ShellStatement] {
    func described(_ query: String) -> [ShellWord] {
      ["ask", "none", "cloudformation", "describe-stack-set", name, caller, .option("query", .text(query))]
    }
    func row(_ what: String, _ key: String, _ wanted: ShellWord, _ found: String) -> ShellStatement {
      .command([
        "expect_row", title, .text("\(what) \(key)"), wanted, .text(ShellJSON.spelled(key)), .variable(found),
      ])
    }
    return [
      .capture("fields", described("StackSet.[\(fields.map(\.name).joined(separator: ", "))]")),
      .command(["expect", title, .variable("fields")] + fields.flatMap { [.text($0.name), $0.wanted] }),
      .capture("pairs", described("StackSet.Parameters[].[ParameterKey, ParameterValue][]")),
    ]
      + values.parameterPairs.map { row("parameter", $0.key, ShellJSON.string([$0.value]).compact, "pairs") }
      + [.capture("pairs", described("StackSet.Tags[].[Key, Value][]"))]
      + set.tags.map { row("tag", $0.key, .text(ShellJSON.spelled($0.value)), "pairs") }
      + [
        .capture("count", ["line_count", .variable("pairs")]),
        .conditional(
          ["[", .variable("count"), "!=", .text(String(set.tags.count * 2)), "]"],
          then: [
            .command(["differs", title, "Tags", .text("\(set.tags.count)"), ShellWord(["other ones"])])
          ], else: []),
        .code("expect_template"),
      ]
  }

  private var callerCheck: ShellStatement {
    switch set.permissions {
    case .serviceManaged: .code("check_organization_caller")
    case .selfManaged(let managed):
      .run(
        "check_administration_role",
        .text(
          managed.administrationRole.map {
            String($0[($0.lastIndex(of: "/").map($0.index(after:)) ?? $0.startIndex)...])
          }
            ?? "AWSCloudFormationStackSetAdministrationRole"))
    }
  }
}
