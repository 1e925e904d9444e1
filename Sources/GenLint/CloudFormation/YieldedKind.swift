internal import Documents

/// The kinds of value that matter to whoever takes what a function yields.
enum YieldedKind {
  /// A text, a number or a truth value: CloudFormation turns one into the other.
  case scalar
  case list
  case structure
}

extension Template {
  /// The kinds of value that a call may yield; nil when the template does not tell.
  func kinds(yieldedBy call: Intrinsic) -> Set<YieldedKind>? {
    switch call.name {
    case "Base64", "Join", "Sub", "ToJsonString", "Length", "ImportValue": [.scalar]
    case "Split", "GetAZs", "Cidr": [.list]
    case "FindInMap": [.scalar, .list]
    case "Ref": call.argument.text.flatMap { kinds(ofParameter: $0) }
    case "GetAtt": kinds(ofAttribute: call)
    default: nil
    }
  }

  private func kinds(ofParameter name: String) -> Set<YieldedKind>? {
    // A reference to a resource gives its name, its ARN or another text.
    if parameter(name) == nil, resource(name) != nil { return [.scalar] }
    guard parameter(name)?.node["Type"]?.text != nil else { return nil }
    return [isList(name) ? .list : .scalar]
  }

  /// Whether a parameter is one of a list.
  func isList(_ name: String) -> Bool {
    guard let type = parameter(name)?.node["Type"]?.text else { return false }
    return type == "CommaDelimitedList" || type.contains(ascii: "List<")
      || type.contains(ascii: "<CommaDelimitedList>")
  }

  /// Whether a parameter's default is the name of what the Parameter Store keeps, which a reference yields.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
  func isStored(_ name: String) -> Bool {
    parameter(name)?.node["Type"]?.text?.hasPrefix("AWS::SSM::Parameter::Value<") ?? false
  }

  private func kinds(ofAttribute call: Intrinsic) -> Set<YieldedKind>? {
    let open = ["AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack"]
    guard let target = call.getAtt, let attribute = target.attribute,
      let resource = resource(target.resource),
      !open.contains(resource.type), let found = resource.schema?["attributes"]?.member(attribute),
      let type = found.member("type")
    else { return nil }
    let types = type.string.map { [$0] } ?? type.elements.compactMap(\.string)
    return Set(types.map { $0 == "array" ? .list : $0 == "object" ? .structure : .scalar })
  }
}
