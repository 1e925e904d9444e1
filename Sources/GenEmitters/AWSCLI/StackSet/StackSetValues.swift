internal import GenCore

/// What of a StackSet comes from the environment, and what follows from it.
struct StackSetValues {
  let graph: ResourceGraph
  let set: StackSet

  /// Minutes that `stackset.sh` waits for one operation unless told otherwise: more than twice what 5,000 accounts take with the
  /// standard preferences.
  static let waitMinutes = 240

  /// The template's parameters that are given for the whole StackSet. Thresholds and periods are the spec's.
  var parameters: [Parameter] { graph.stackSetParameters }

  /// The environment's variables and what is used without them, for the header and the settings.
  var variables: [(name: String, meaning: String, value: ShellWord)] {
    [
      ("STACK_SET_NAME", "Name of the StackSet", .text(set.name)),
      (
        "HOME_REGION", "Region in which everything is made, and in which the StackSet itself is",
        .text(graph.homeRegion)
      ),
      (
        "REGIONS", "Regions that get a stack, with blanks or commas between; outside HOME_REGION it is empty",
        set.regions == [graph.homeRegion]
          ? .variable("HOME_REGION") : .text(set.regions.joined(separator: " "))
      ),
    ] + targets + [
      ("WAIT_MINUTES", "Minutes to wait for one operation", .text(String(Self.waitMinutes)))
    ]
      + parameters.map { ($0.name.upperCase, $0.description, .text($0.defaultText)) }
      + (graph.isSourceMade
        ? [
          (
            "STORAGE_EXISTS", "true when the accounts have the log group already, kept from an earlier stack",
            "false"
          )
        ] : [])
  }

  private var targets: [(name: String, meaning: String, value: ShellWord)] {
    switch set.permissions {
    case .serviceManaged(let managed):
      [
        (
          "ORGANIZATIONAL_UNITS",
          "Units, or the root, whose accounts get a stack, with blanks or commas between",
          .text(managed.organizationalUnits.joined(separator: " "))
        ),
        (
          "ACCOUNT_FILTER",
          "NONE: all accounts of the units; INTERSECTION: of them only ACCOUNTS; DIFFERENCE: all but ACCOUNTS",
          .text(managed.filter?.word ?? "NONE")
        ), ("ACCOUNTS", "Account ids for ACCOUNT_FILTER", .text(managed.accounts.joined(separator: " "))),
        (
          "CALL_AS", "SELF in the management account, DELEGATED_ADMIN in a delegated administrator",
          .text(managed.callAs.word)
        ),
      ]
    case .selfManaged(let managed):
      [
        (
          "ACCOUNTS", "Accounts that get a stack, with blanks or commas between",
          .text(managed.accounts.joined(separator: " "))
        )
      ]
    }
  }

  /// The variables with the spec's values.
  var settings: [ShellStatement] {
    [
      .comment([
        "What differs from organization to organization: the spec's values, unless the environment says otherwise."
      ])
    ] + variables.map { .overridable($0.name, $0.value) }
  }

  /// The functions that the checks call.
  var checkFunctions: [String] {
    ["check_stack_set_name", "check_region", "check_items", "check_minutes", "check_choice"]
      + parameters.map(\.checkFunction)
  }

  /// Nothing reaches a command that did not pass.
  var checks: [ShellStatement] {
    let region = ShellWord.text("codes of Regions, such as us-east-1")
    return [
      .comment(["Nothing is called before every value has proved harmless."]),
      .run("check_stack_set_name", "STACK_SET_NAME", .variable("STACK_SET_NAME")),
      .run("check_region", "HOME_REGION", .variable("HOME_REGION")),
      .run("check_items", "REGIONS", .variable("REGIONS"), .text("^[a-z]+(-[a-z0-9]+)+-[0-9]+$"), region),
      .capture("regions", ["items", .variable("REGIONS")]),
      .conditional(
        ["!", "has_line", .variable("HOME_REGION"), .variable("regions")],
        then: [
          .run(
            "refuse", "REGIONS",
            "Regions with HOME_REGION among them, since the stack of every other Region is empty")
        ], else: []),
    ] + targetChecks + [.run("check_minutes", "WAIT_MINUTES", .variable("WAIT_MINUTES"))]
      + parameters.flatMap { parameter -> [ShellStatement] in
        let name = parameter.name.upperCase
        let needed = ShellStatement.run(
          "needed", .text(name), .variable(name), .text("what every account has"))
        return parameter.defaultText.isEmpty ? [needed, parameter.check] : [parameter.check]
      }
      + (graph.isSourceMade
        ? [.run("check_choice", "STORAGE_EXISTS", .variable("STORAGE_EXISTS"), "false", "true")] : [])
  }

  private var targetChecks: [ShellStatement] {
    let account = ShellWord.text("^[0-9]{12}$")
    let ids = ShellWord.text("account ids of twelve digits, with blanks or commas between")
    let list = ShellStatement.capture("accounts", ["items", .variable("ACCOUNTS")])
    switch set.permissions {
    case .serviceManaged:
      return [
        .run(
          "needed", "ORGANIZATIONAL_UNITS", .variable("ORGANIZATIONAL_UNITS"),
          "the units whose accounts get a stack, such as ou-ab12-cd34ef56, or to the root, such as r-ab12"),
        .run(
          "check_items", "ORGANIZATIONAL_UNITS", .variable("ORGANIZATIONAL_UNITS"),
          .text("^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$"),
          "ids of units, such as ou-ab12-cd34ef56, or of the root, such as r-ab12"),
        .capture("units", ["items", .variable("ORGANIZATIONAL_UNITS")]),
        .run(
          "check_choice", "ACCOUNT_FILTER", .variable("ACCOUNT_FILTER"), "NONE", "INTERSECTION", "DIFFERENCE"),
        .conditional(
          ["[", .variable("ACCOUNT_FILTER"), "!=", "NONE", "]"],
          then: [
            .run("needed", "ACCOUNTS", .variable("ACCOUNTS"), "the accounts that ACCOUNT_FILTER speaks of"),
            .run("check_items", "ACCOUNTS", .variable("ACCOUNTS"), account, ids),
          ],
          else: [
            .conditional(
              ["[", "-n", .variable("ACCOUNTS"), "]"],
              then: [
                .run(
                  "refuse", "ACCOUNTS",
                  "nothing, or ACCOUNT_FILTER=INTERSECTION or ACCOUNT_FILTER=DIFFERENCE with it")
              ],
              else: [])
          ]), list, .run("check_choice", "CALL_AS", .variable("CALL_AS"), "SELF", "DELEGATED_ADMIN"),
      ]
    case .selfManaged:
      return [
        .run("needed", "ACCOUNTS", .variable("ACCOUNTS"), "the accounts that get a stack"),
        .run("check_items", "ACCOUNTS", .variable("ACCOUNTS"), account, ids), list,
        .comment(["A StackSet with roles of its own belongs to the account that made it."]),
        .assignment("CALL_AS", "SELF"),
      ]
    }
  }

  /// What the commands below share.
  var derived: [ShellStatement] {
    [
      .comment(["By its description this script knows the StackSet that it made."]),
      .assignment("mark", .text(Self.description(of: graph, by: StackSetScript.fileName(of: graph)))),
      .assignment("permission_model", .text(permissionModel)),
      .assignment("operation_preferences", ShellJSON.preferences(set.preferences).compact),
      .comment(["From checked values only."]),
      .assignment("parameters", ShellJSON.list(parameterPairs.map(Self.member)).indented()),
    ]
  }

  /// The service's word for the permission model.
  var permissionModel: String {
    switch set.permissions {
    case .serviceManaged: "SERVICE_MANAGED"
    case .selfManaged: "SELF_MANAGED"
    }
  }

  /// The template's parameters and their values.
  var parameterPairs: [(key: String, value: ShellWord.Atom)] {
    parameters.map { ($0.name.pascalCase, .variable($0.name.upperCase)) }
      + [(CloudFormationNames.homeRegion, .variable("HOME_REGION"))]
      + (graph.isSourceMade ? [(CloudFormationNames.storageExists, .variable("STORAGE_EXISTS"))] : [])
  }

  /// The template's parameters that are given.
  var parameterKeys: [String] { parameterPairs.map(\.key) }

  private static func member(_ pair: (key: String, value: ShellWord.Atom)) -> ShellJSON {
    .map([("ParameterKey", .text(pair.key)), ("ParameterValue", .string([pair.value]))])
  }

  /// How a StackSet says whose it is. The two forms say it differently: what CloudFormation made, the script leaves alone.
  static func description(of graph: ResourceGraph, by fileName: String) -> String {
    "Written by gen from the spec '\(graph.name)', deployed by \(fileName)"
  }
}

extension ResourceGraph {
  /// The parameters that a StackSet gives to all its stacks; those of the alarms are the spec's.
  var stackSetParameters: [Parameter] { parameters.filter { $0.group != .alarms } }

  /// Whether CloudFormation must be told that the template makes roles.
  var makesRoles: Bool { resources.contains { $0.id.kind == .role } }
}

extension StackSet.AccountFilter {
  /// The service's word.
  var word: String {
    switch self {
    case .intersection: "INTERSECTION"
    case .difference: "DIFFERENCE"
    }
  }
}

extension StackSet.Caller {
  /// The service's word.
  var word: String {
    switch self {
    case .`self`: "SELF"
    case .delegatedAdmin: "DELEGATED_ADMIN"
    }
  }
}
