import Documents
import GenCore

/// `stackset.yaml`: the StackSet as a resource of a stack in the administrator's account.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
struct StackSetTemplate {
  let values: StackSetValues
  /// What every stack is made from.
  let template: String

  /// The template's name; further parts of a spec that one template cannot hold have templates of their own.
  static func fileName(of graph: ResourceGraph) -> String {
    TemplateFile.name("stackset.yaml", part: graph.part?.number ?? 1)
  }

  private var graph: ResourceGraph { values.graph }
  private var set: StackSet { values.set }

  /// The template.
  var text: String {
    YAMLPrinter(
      heading: Notices.heading(of: graph), spacedSections: ["Parameters", "Resources", "Outputs"]
    ).print(tree)
  }

  private var tree: Tree {
    .members([
      "AWSTemplateFormatVersion": .quotedText("2010-09-09"),
      "Description": .text("\(graph.summary). \(place), as a StackSet that brings it to many accounts."),
      "Parameters": .map(parameters),
      "Resources": .members(["StackSet": resource]),
      "Outputs": .members([
        "StackSetId": .members(["Description": .text("Id of the StackSet"), "Value": ref("StackSet")])
      ]),
    ])
  }

  private var place: String {
    switch set.permissions {
    case .serviceManaged: "For the organization's management account or a delegated administrator"
    case .selfManaged: "For the account that manages the StackSet"
    }
  }

  private var resource: Tree {
    .members([
      "Type": .text("AWS::CloudFormation::StackSet"),
      "Properties": .members([
        "StackSetName": ref("StackSetName"),
        "Description": .text(StackSetValues.description(of: graph, by: Self.fileName(of: graph))),
        "PermissionModel": .text(values.permissionModel), "CallAs": callAs,
        "AutoDeployment": autoDeployment, "AdministrationRoleARN": role(\.administrationRole),
        "ExecutionRoleName": role(\.executionRole),
        "Capabilities": graph.makesRoles ? .list([.text("CAPABILITY_IAM")]) : nil,
        "ManagedExecution": .members(["Active": .boolean(true)]),
        "OperationPreferences": .map(
          set.preferences.members.map { Tree.Member($0.name, Self.tree($0.value)) }),
        "Parameters": .list(templateParameters),
        "StackInstancesGroup": .list(targets),
        "Tags": set.tags.isEmpty
          ? nil : .list(set.tags.map { .members(["Key": .text($0.key), "Value": .quotedText($0.value)]) }),
        "TemplateBody": .block(template),
      ]),
    ])
  }

  private var callAs: Tree? {
    if case .serviceManaged = set.permissions { ref("CallAs") } else { nil }
  }

  private var autoDeployment: Tree? {
    guard case .serviceManaged(let managed) = set.permissions else { return nil }
    switch managed.autoDeployment {
    case .disabled: return .members(["Enabled": .boolean(false)])
    case .enabled(let retains):
      return .members(["Enabled": .boolean(true), "RetainStacksOnAccountRemoval": .boolean(retains)])
    }
  }

  private func role(_ path: KeyPath<StackSet.SelfManaged, String?>) -> Tree? {
    guard case .selfManaged(let managed) = set.permissions else { return nil }
    return managed[keyPath: path].map { .text($0) }
  }

  private var templateParameters: [Tree] {
    values.parameterKeys.map { .members(["ParameterKey": .text($0), "ParameterValue": ref($0)]) }
  }

  // MARK: targets

  /// One group for each list that fits an operation and a parameter.
  private var targets: [Tree] {
    func group(_ members: KeyValuePairs<String, Tree?>) -> Tree {
      .members(["DeploymentTargets": .members(members), "Regions": ref("Regions")])
    }
    switch set.permissions {
    case .serviceManaged(let managed):
      return unitLists(managed).map { list in
        group([
          "OrganizationalUnitIds": ref(list.name),
          "Accounts": managed.filter.map { _ in ref("Accounts") },
          "AccountFilterType": managed.filter.map { .text($0.word) },
        ])
      }
    case .selfManaged(let managed): return accountLists(managed).map { group(["Accounts": ref($0.name)]) }
    }
  }

  private func unitLists(_ managed: StackSet.ServiceManaged) -> [TargetList] {
    TargetList.lists("OrganizationalUnitIds", managed.organizationalUnits, most: StackSetLimits.unitsPerCall)
  }

  private func accountLists(_ managed: StackSet.SelfManaged) -> [TargetList] {
    TargetList.lists("Accounts", managed.accounts, most: StackSetLimits.accountsPerParameter)
  }

  // MARK: parameters

  private var parameters: [Tree.Member] {
    let name = Tree.members([
      "Type": .text("String"), "Description": .text("Name of the StackSet"), "Default": .quotedText(set.name),
      "MaxLength": .integer(128), "AllowedPattern": .quotedText("^[a-zA-Z][a-zA-Z0-9-]*$"),
      "ConstraintDescription": .text("a letter, then letters, digits and hyphens, 128 at most"),
    ])
    let regions = Tree.members([
      "Type": .text("CommaDelimitedList"),
      "Description": .text(
        "Regions that get a stack, the home Region among them; outside it a stack is empty"),
      "Default": .quotedText(set.regions.joined(separator: ",")),
      "AllowedPattern": .quotedText("^[a-z]+(-[a-z0-9]+)+-[0-9]+$"),
      "ConstraintDescription": .text("codes of Regions, such as us-east-1"),
    ])
    return [Tree.Member("StackSetName", name)] + targetParameters + [Tree.Member("Regions", regions)]
      + CloudFormationParameters(graph: graph).members(of: values.parameters)
  }

  private var targetParameters: [Tree.Member] {
    switch set.permissions {
    case .serviceManaged(let managed):
      let caller = Tree.members([
        "Type": .text("String"),
        "Description": .text("SELF in the management account, DELEGATED_ADMIN in a delegated administrator"),
        "Default": .quotedText(managed.callAs.word),
        "AllowedValues": .list([.quotedText("SELF"), .quotedText("DELEGATED_ADMIN")]),
      ])
      let units = unitLists(managed).map {
        $0.parameter(
          "Units, or the root, whose accounts get a stack",
          "^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$",
          "ids of units, such as ou-ab12-cd34ef56, or of the root, such as r-ab12")
      }
      let filter: [Tree.Member]
      switch managed.filter {
      case nil: filter = []
      case .intersection:
        filter = [
          TargetList(name: "Accounts", items: managed.accounts).accounts(
            "Accounts of the units that get a stack")
        ]
      case .difference:
        filter = [
          TargetList(name: "Accounts", items: managed.accounts).accounts(
            "Accounts of the units that get no stack")
        ]
      }
      return units + filter + [Tree.Member("CallAs", caller)]
    case .selfManaged(let managed):
      return accountLists(managed).map { $0.accounts("Accounts that get a stack") }
    }
  }

  private func ref(_ name: String) -> Tree { .tagged("!Ref", .text(name)) }

  private static func tree(_ value: StackSet.Preferences.Member) -> Tree {
    switch value {
    case .word(let word): .text(word)
    case .number(let number): .integer(number)
    }
  }
}

/// Ids that stand in one parameter.
private struct TargetList {
  let name: String
  let items: [String]

  /// Several parameters when there are more than one can hold; one without a default when there are none.
  static func lists(_ name: String, _ items: [String], most: Int) -> [TargetList] {
    guard items.count > most else { return [TargetList(name: name, items: items)] }
    return stride(from: 0, to: items.count, by: most).enumerated().map { index, start in
      TargetList(
        name: index == 0 ? name : "\(name)\(index + 1)",
        items: Array(items[start..<min(start + most, items.count)]))
    }
  }

  func accounts(_ description: String) -> Tree.Member {
    parameter(description, "^[0-9]{12}$", "account ids of twelve digits")
  }

  func parameter(_ description: String, _ pattern: String, _ wanted: String) -> Tree.Member {
    Tree.Member(
      name,
      .members([
        "Type": .text("CommaDelimitedList"), "Description": .text(description),
        "Default": items.isEmpty ? nil : .quotedText(items.joined(separator: ",")),
        "AllowedPattern": .quotedText(pattern), "ConstraintDescription": .text(wanted),
      ]))
  }
}
