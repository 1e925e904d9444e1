import Documents
import GenCore

/// The `Parameters` of a template and how the console groups them.
struct CloudFormationParameters {
  let graph: ResourceGraph

  /// The parameters of CloudFormation's own that belong to the trail.
  private var ownNames: [String] {
    (graph.scope == .stackset ? [CloudFormationNames.homeRegion] : [])
      + (hasStorage ? [CloudFormationNames.storageExists] : [])
  }

  /// Whether an earlier deployment's storage may be taken over.
  private var hasStorage: Bool { if case .made = graph.source { true } else { false } }

  /// The `Parameters` section, unless it is empty.
  var section: Tree? {
    let members = members(of: graph.parameters)
    return members.isEmpty ? nil : .map(members)
  }

  /// Some of the graph's parameters, then CloudFormation's own.
  func members(of parameters: [Parameter]) -> [Tree.Member] {
    var members = parameters.map { Tree.Member($0.name.pascalCase, tree($0)) }
    if graph.scope == .stackset { members.append(Tree.Member(CloudFormationNames.homeRegion, homeRegion)) }
    if hasStorage { members.append(Tree.Member(CloudFormationNames.storageExists, Self.storageExists)) }
    return members
  }

  /// The `AWS::CloudFormation::Interface` entry of `Metadata`, unless there is no parameter.
  var interface: Tree? {
    let groups = Parameter.Group.allCases.compactMap { group -> Tree? in
      var names = graph.parameters.filter { $0.group == group }.map(\.name.pascalCase)
      if group == .trail { names += ownNames }
      guard !names.isEmpty else { return nil }
      return .members([
        "Label": .members(["default": .text(group.rawValue)]), "Parameters": .list(names.map { .text($0) }),
      ])
    }
    return groups.isEmpty ? nil : .members(["ParameterGroups": .list(groups)])
  }

  private var homeRegion: Tree {
    .members([
      "Type": .text("String"),
      "Description": .text(
        "The trail's home Region, in which everything is made; the stack is empty in every other"),
      "Default": .quotedText(graph.homeRegion), "MaxLength": .integer(32),
      "AllowedPattern": .quotedText("^[a-z]+(-[a-z0-9]+)+-[0-9]+$"),
      "ConstraintDescription": .text("a Region's code, such as us-east-1"),
    ])
  }

  private static let storageExists = Tree.members([
    "Type": .text("String"),
    "Description": .text(
      "true when the log group (and the bucket, if the spec names it) is there already, kept from an earlier stack"
    ),
    "Default": .quotedText("false"),
    "AllowedValues": .list([.quotedText("false"), .quotedText("true")]),
  ])

  private func tree(_ parameter: Parameter) -> Tree {
    switch parameter.kind {
    case .text(let rule, let value): return text(parameter, rule, default: value)
    case .lookup(let rule, _): return text(parameter, rule, default: nil)
    case .period(let value, let maximum):
      return .members([
        "Type": .text("Number"), "Description": .text(parameter.description), "Default": .integer(value),
        "AllowedValues": .list(Self.periods(with: value, upTo: maximum).map { .integer($0) }),
        "ConstraintDescription": .text("whole minutes, in seconds"),
      ])
    case .number(let value):
      return .members([
        "Type": .text("Number"), "Description": .text(parameter.description), "Default": .decimal(value),
      ])
    }
  }

  private func text(_ parameter: Parameter, _ rule: ParameterRule, default value: String?) -> Tree {
    let limits = Self.limits(rule)
    return .members([
      "Type": .text("String"), "Description": .text(parameter.description),
      "Default": value.map { .quotedText($0) },
      "MaxLength": .integer(limits.length), "AllowedPattern": .quotedText(limits.pattern),
      "ConstraintDescription": .text(limits.wanted),
    ])
  }

  /// CloudFormation cannot ask for a multiple of 60, so the usual ones are listed, and the spec's own.
  private static func periods(with value: Int, upTo maximum: Int) -> [Int] {
    let usual =
      [60, 120, 180, 240, 300, 600, 900, 1200, 1800, 3600, 7200, 10800, 21600, 43200, 86_400]
    return Array(Set(usual.filter { $0 <= maximum } + [value])).sorted()
  }

  private static func limits(_ rule: ParameterRule) -> (length: Int, pattern: String, wanted: String) {
    switch rule {
    case .logGroupName: (512, #"^[.\-_/#A-Za-z0-9]+$"#, "1 to 512 letters, digits and . - _ / #")
    case .metricNamespace:
      (
        255, #"^(?!AWS/)[.\-_/#A-Za-z0-9]+$"#,
        "1 to 255 letters, digits and . - _ / #, not beginning with AWS/"
      )
    case .topicARN:
      (
        1011, #"^arn:aws[a-z\-]*:sns:[a-z0-9\-]+:[0-9]{12}:[A-Za-z0-9_\-]{1,256}$"#,
        "the ARN of an SNS topic, such as arn:aws:sns:us-east-1:111122223333:security"
      )
    case .organizationID:
      (34, "^o-[a-z0-9]{10,32}$", "the id of an organization, such as o-exampleorgid")
    case .keyARN:
      (
        256, #"^arn:aws[a-z\-]*:kms:[a-z0-9\-]+:[0-9]{12}:key/[A-Za-z0-9\-]{1,128}$"#,
        "the ARN of a KMS key of your own, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; no alias, and no key that AWS manages (alias/aws/sns), which lets no other service use it"
      )
    case .endpoint(let kind): (kind == .http || kind == .https ? 2048 : 254, pattern(kind), wanted(kind))
    }
  }

  private static func pattern(_ kind: SubscriptionProtocol) -> String {
    switch kind {
    case .email, .emailJSON: #"^[A-Za-z0-9._+%=][A-Za-z0-9._+%=\-]*@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+$"#
    case .sms: #"^\+[0-9]{7,15}$"#
    case .sqs: #"^arn:aws[a-z\-]*:sqs:[a-z0-9\-]+:[0-9]{12}:[A-Za-z0-9_.\-]{1,80}$"#
    case .lambda: #"^arn:aws[a-z\-]*:lambda:[a-z0-9\-]+:[0-9]{12}:function:[A-Za-z0-9_:$\-]+$"#
    case .http: #"^http://[A-Za-z0-9.\-]+[A-Za-z0-9._~:/?&=%+,;@\-]*$"#
    case .https: #"^https://[A-Za-z0-9.\-]+[A-Za-z0-9._~:/?&=%+,;@\-]*$"#
    }
  }

  private static func wanted(_ kind: SubscriptionProtocol) -> String {
    switch kind {
    case .email, .emailJSON: "an e-mail address"
    case .sms: "a telephone number such as +15555550100"
    case .sqs: "the ARN of an SQS queue"
    case .lambda: "the ARN of a Lambda function"
    case .http: "a URL that begins with http://"
    case .https: "a URL that begins with https://"
    }
  }
}
