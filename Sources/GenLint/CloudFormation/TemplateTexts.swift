internal import Diagnostics
internal import Documents

/// The scalars of a template as the deployment reads them: dynamic references, variables that nothing replaces, and nulls.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
struct TemplateTexts {
  private let template: Template
  private var found: [Diagnostic] = []
  /// The sections and names that lead to the walk's place.
  private var path: [String] = []
  private var isInSub = false
  private var isInFunction = false
  private var isCompared = false

  /// Makes a walk over a template.
  init(_ template: Template) { self.template = template }

  /// What is wrong with the texts.
  mutating func findings() -> [Diagnostic] {
    guard !template.isRewritten else { return [] }
    for entry in template.root.entries ?? [] where entry.key.text != "Transform" {
      enter(entry.key.text ?? "", entry.value)
    }
    return found
  }

  private mutating func enter(_ name: String, _ node: Node) {
    path.append(name)
    walk(node)
    path.removeLast()
  }

  private mutating func walk(_ node: Node) {
    let outer = (isInSub, isInFunction, isCompared)
    defer { (isInSub, isInFunction, isCompared) = outer }
    if let call = Intrinsic(node) {
      isCompared = call.name == "Equals"
      isInSub = isInSub || call.name == "Sub"
      isInFunction = isInFunction || call.name != "If" && !IntrinsicGrammar.conditions.contains(call.name)
      // A short function around a long one is two calls in one node.
      if node.tag != nil {
        // What stands behind a tag is a text, also when it is empty: '!GetAZs' alone means this Region.
        if let scalar = call.argument.scalar { check(scalar, node.range) } else { walk(call.argument) }
        return
      }
    }
    switch node.content {
    case .scalar(let scalar):
      if scalar.style == .plain, node.tag == nil, scalar.text.utf8.count <= 4,
        Self.nulls.contains(scalar.text), takesNoNull
      {
        found.append(.null(at: node.range))
      }
      check(scalar, node.range)
      if scalar.style == .plain, node.tag == nil, Self.isGluedCall(scalar.text) {
        found.append(.gluedCall(scalar.text, at: node.range))
      }
    case .sequence(let elements):
      checkTag(of: node, Self.lists, "a list")
      for element in elements { walk(element) }
    case .mapping(let entries):
      checkTag(of: node, Self.mappings, "a mapping")
      for entry in entries {
        if let key = entry.key.scalar, key.style == .plain, Self.nulls.contains(key.text) {
          found.append(.nullKey(at: entry.key.range))
        }
        guard let name = entry.key.text, !Self.foreign.contains(name) else { continue }
        enter(name, entry.value)
      }
    }
  }

  /// YAML's own tags say what a value is, and no reader makes a number or a text of a list.
  private mutating func checkTag(of node: Node, _ own: Set<String>, _ kind: String) {
    guard let tag = node.tag, tag.hasPrefix(Self.coreTag) else { return }
    let name = String(tag.dropFirst(Self.coreTag.count))
    if !own.contains(name) { found.append(.otherTag(name, kind, at: node.range)) }
  }

  private static let lists: Set<String> = ["seq", "omap", "pairs"]
  private static let mappings: Set<String> = ["map", "set"]
  private static let coreTag = "tag:yaml.org,2002:"

  /// Whether a null is refused at the walk's place. Where the kind of value decides already, that has been said.
  private var takesNoNull: Bool {
    let isInResource =
      path.first == "Resources" && ["Metadata", "Properties"].contains(path.dropFirst(2).first)
    // The serverless transform leaves out what is set to nothing.
    let isServerless =
      isInResource && template.resource(path[1])?.type.hasPrefix(TemplateGlobals.prefix) ?? false
    return template.keepsFunctions && !isServerless
      && (isInResource || path.first == "Metadata" || path.first == "Outputs"
        || isCompared && ["Conditions", "Rules"].contains(path.first))
  }

  private mutating func check(_ scalar: Node.Scalar, _ range: SourceRange) {
    if scalar.text.contains(ascii: "{{resolve:"), !isInFunction { reference(in: scalar.text, range) }
    if scalar.text.contains(ascii: "${"), !isInSub { variables(in: scalar.text, range) }
  }

  /// Whether a text is a function without the blank behind its colon.
  private static func isGluedCall(_ text: String) -> Bool {
    guard text.hasPrefix("Ref:") || text.hasPrefix("Fn::") else { return false }
    let call = text.hasPrefix("Fn::") ? text.dropFirst(4) : text[...]
    guard let colon = call.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = call[call.utf8.index(after: colon)...]
    return Intrinsic.known.contains(String(call[..<colon])) && !rest.isEmpty
      && rest.utf8.first != UInt8(ascii: ":")
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

  /// What holds a language of its own, in which a dollar and braces mean something else.
  private static let foreign: Set<String> = ["TemplateBody", "DefinitionString", "Definition"]

  /// Where shells and programs stand, which have variables of their own with the same spelling.
  private static let programs: Set<String> = [
    "BuildSpec", "ZipFile", "UserData", "Code", "runCommand", "commands", "files", "InlineCode",
    "RequestMappingTemplate", "ResponseMappingTemplate", "FunctionCode", "Command", "EntryPoint",
  ]

  private mutating func variables(in text: String, _ range: SourceRange) {
    let isProgram = path.contains(where: Self.programs.contains)
    for case .name(let name) in Intrinsic.pieces(of: text) {
      let isPlain = name.utf8.allSatisfy {
        (48...58).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 || $0 == 46
      }
      guard isPlain, isKnown(name) else { continue }
      if isProgram, !name.utf8.contains(UInt8(ascii: ":")), !name.utf8.contains(UInt8(ascii: ".")) {
        continue
      }
      // What only people read deploys as it is written.
      let isMetadata =
        path.first == "Metadata" || path.dropFirst(2).first == "Metadata"
      let isComment =
        isMetadata && !path.contains("AWS::CloudFormation::Init")
        || ["Description", "ConstraintDescription"].contains(path.last ?? "")
      let isShown = path.first == "Parameters" && isComment
      found.append(.variable(name, isShown ? .note : isComment ? .warning : .error, at: range))
      return
    }
  }

  private func isKnown(_ name: String) -> Bool {
    if TemplateReferences.pseudo.contains(name) || template.parameter(name) != nil
      || template.resource(name) != nil
    {
      return true
    }
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")),
      let resource = template.resource(String(name[..<dot])), let schema = resource.schema
    else { return false }
    return schema["attributes"]?.member(String(name[name.utf8.index(after: dot)...])) != nil
  }

  private mutating func reference(in text: String, _ range: SourceRange) {
    guard let start = text.range(ofASCII: "{{resolve:"),
      let end = text[start.upperBound...].range(ofASCII: "}}")
    else { return }
    let parts = text[start.upperBound..<end.lowerBound].fields(by: ":")
    let problem: String? =
      switch parts[0] {
      case "ssm", "ssm-secure": parameter(parts)
      case "secretsmanager": secret(parts)
      default: "'\(parts[0].prefix(40))' is none of 'ssm', 'ssm-secure', 'secretsmanager'"
      }
    if let problem = problem ?? place(of: parts[0]) {
      // What a mapping holds is resolved where it is looked up.
      let isElsewhere = path.first == "Mappings" && parts[0] == "secretsmanager"
      found.append(.reference(problem, isElsewhere ? .warning : .error, at: range))
    }
  }

  private func parameter(_ parts: [String]) -> String? {
    guard (2...3).contains(parts.count), !parts[1].isEmpty else {
      return "it has the form '{{resolve:\(parts[0]):NAME:VERSION}}', and the version may be left out"
    }
    guard parts.count == 3, Int(parts[2]) == nil else { return nil }
    return "the version '\(parts[2].prefix(40))' is not a number"
  }

  private func secret(_ parts: [String]) -> String? {
    let isARN = parts.count > 1 && parts[1] == "arn"
    guard parts.count > (isARN ? 7 : 1), parts.count <= (isARN ? 12 : 6), !isARN || parts[6] == "secret"
    else {
      return "it has the form '{{resolve:secretsmanager:SECRET:SecretString:KEY:STAGE:VERSION}}'"
    }
    let field = isARN ? 8 : 2
    guard parts.count > field, !["SecretString", ""].contains(parts[field]) else { return nil }
    return "after the secret comes 'SecretString', not '\(parts[field].prefix(40))'"
  }

  /// Why a reference to a service may not stand here; nil when it may.
  private func place(of service: String) -> String? {
    let section = path.first ?? ""
    let attribute = path.count > 2 ? path[2] : ""
    let isProperty = section == "Resources" && attribute == "Properties"
    switch service {
    case "secretsmanager":
      if isProperty || section == "Parameters" && attribute == "Default" { return nil }
      return "a secret can be read in the properties of resources only"
    case "ssm-secure":
      let type = path.count > 1 ? template.resource(path[1])?.type ?? "" : ""
      let rest = path.dropFirst(3).joined(separator: ".")
      if isProperty, Self.secureProperties.contains("\(type).\(rest)") { return nil }
      return "a secure parameter can be read by a few passwords only, and not here"
    default:
      let allowed = [
        "Parameters": ["Default", "AllowedValues"], "Resources": ["Properties", "Metadata"],
        "Outputs": ["Value"],
      ]
      // What a mapping holds is resolved where it is looked up.
      if section == "Mappings" || allowed[section]?.contains(attribute) ?? false { return nil }
      return "a parameter can be read in properties, metadata and outputs only"
    }
  }

  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html
  private static let secureProperties: Set<String> = [
    "AWS::DirectoryService::MicrosoftAD.Password", "AWS::DirectoryService::SimpleAD.Password",
    "AWS::ElastiCache::ReplicationGroup.AuthToken", "AWS::IAM::User.LoginProfile.Password",
    "AWS::KinesisFirehose::DeliveryStream.RedshiftDestinationConfiguration.Password",
    "AWS::OpsWorks::App.AppSource.Password", "AWS::OpsWorks::Stack.RdsDbInstances.DbPassword",
    "AWS::OpsWorks::Stack.CustomCookbooksSource.Password", "AWS::RDS::DBCluster.MasterUserPassword",
    "AWS::RDS::DBInstance.MasterUserPassword", "AWS::Redshift::Cluster.MasterUserPassword",
  ]
}

extension Diagnostic {
  fileprivate static func gluedCall(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .unreplacedVariable, "'\(text.prefix(60))' is a text here and no call of a function",
      at: range,
      hint: "write a blank behind the colon, on a line of its own, or the short form with '!'")
  }
  fileprivate static func otherTag(_ name: String, _ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "'!!\(name)' stands before \(kind), which is none", at: range,
      hint: "remove the tag: no template needs one")
  }
  fileprivate static func nullKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "a key is a text, not null", at: range, hint: "write a name, or quote this one"
    )
  }
  fileprivate static func null(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "a template takes no null", at: range,
      hint: "write a value, or leave the key out")
  }
  fileprivate static func reference(_ problem: String, _ severity: Severity, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      severity, .invalidDynamicReference, "this dynamic reference cannot be resolved: \(problem)", at: range)
  }
  fileprivate static func variable(_ name: String, _ severity: Severity, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      severity, .unreplacedVariable, "nothing replaces '${\(name)}' here", at: range,
      hint: "put the text in 'Sub', or write '$' another way if it is meant literally")
  }
}
