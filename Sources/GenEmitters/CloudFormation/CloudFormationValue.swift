import Documents
import GenCore

/// Writes values as `!Ref`, `!GetAtt` and `!Sub`. A pattern never comes here: it is fixed text outside any `!Sub`.
struct CloudFormationValue {
  let graph: ResourceGraph

  /// The tree of a value.
  func tree(_ value: Value) -> Tree {
    switch value {
    case .literal(let text): return .text(text)
    case .parameter(let name), .found(_, let name): return ref(name.pascalCase)
    case .partition: return ref("AWS::Partition")
    case .region: return ref("AWS::Region")
    case .account: return ref("AWS::AccountId")
    case .domain: return ref("AWS::URLSuffix")
    case .joined: return .tagged("!Sub", .text(template(value)))
    case .attribute(let attribute, let id):
      switch reference(attribute, id) {
      case .ref(let name): return ref(name)
      case .getAtt(let name, let attribute): return .tagged("!GetAtt", .text("\(name).\(attribute)"))
      case .value(let value): return tree(value)
      case .unlessKept(let name, let kept): return unlessKept(ref(name), tree(kept))
      }
    }
  }

  /// The ARN of a log group as CloudTrail wants it, ending in `:*`; so does `!GetAtt` give it.
  func deliveryARN(_ logGroup: Reference<LogGroup>) -> Tree {
    let made = Tree.tagged("!GetAtt", .text("\(CloudFormationNames.logicalID(logGroup.id)).Arn"))
    return unlessKept(made, tree("\(logGroup.arn):*"))
  }

  /// The name of a bucket in a resource that is made with it.
  func madeBucket(_ bucket: Reference<Bucket>) -> Tree { ref(CloudFormationNames.logicalID(bucket.id)) }

  /// The name of a bucket once its policy is there, which CloudTrail looks at. A bucket that may be kept from an earlier stack is asked of the
  /// policy, whose `Ref` is the bucket's name: `DependsOn` cannot depend on a condition. In a `!Sub`, since linters know no `Ref` of a policy
  /// for a bucket.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html
  func bucketWithPolicy(_ bucket: Reference<Bucket>, _ policy: Reference<BucketPolicy>) -> Tree {
    guard case .unlessKept(_, let kept) = reference(.name, bucket.id) else { return tree(bucket.name) }
    return unlessKept(
      .tagged("!Sub", .text("${\(CloudFormationNames.logicalID(policy.id))}")), tree(kept))
  }

  /// One tree when the stack makes its storage, another when an earlier stack left it.
  private func unlessKept(_ made: Tree, _ kept: Tree) -> Tree {
    .tagged("!If", .list([.text(CloudFormationNames.makesStorage), made, kept]))
  }

  private func ref(_ name: String) -> Tree { .tagged("!Ref", .text(name)) }

  /// The text inside `!Sub`. A literal `${` is written `${!`.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
  private func template(_ value: Value) -> String {
    switch value {
    case .literal(let text): return Self.escaped(text)
    case .parameter(let name), .found(_, let name): return "${\(name.pascalCase)}"
    case .partition: return "${AWS::Partition}"
    case .region: return "${AWS::Region}"
    case .account: return "${AWS::AccountId}"
    case .domain: return "${AWS::URLSuffix}"
    case .joined(let parts): return parts.map(template).joined()
    case .attribute(let attribute, let id):
      switch reference(attribute, id) {
      case .ref(let name): return "${\(name)}"
      case .getAtt(let name, let attribute): return "${\(name).\(attribute)}"
      case .value(let value), .unlessKept(_, let value): return template(value)
      }
    }
  }

  private enum Lookup {
    case ref(String)
    case getAtt(String, String)
    /// Built from what is known.
    case value(Value)
    /// A resource that this stack makes, or what an earlier stack left under the same name.
    case unlessKept(String, Value)
  }

  private func reference(_ attribute: Value.Attribute, _ id: ResourceID) -> Lookup {
    let name = CloudFormationNames.logicalID(id)
    switch (graph.resource(id), attribute) {
    case (.logGroup(let group), .name): return .unlessKept(name, group.name)
    case (.logGroup(let group), .arn):
      return .value("arn:\(.partition):logs:\(.region):\(.account):log-group:\(group.name)")
    case (.bucket(let bucket), _):
      guard case .fixed(let fixed) = bucket.name else {
        return attribute == .name ? .ref(name) : .getAtt(name, "Arn")
      }
      return attribute == .name
        ? .unlessKept(name, .literal(fixed)) : .value("arn:\(.partition):s3:::\(.literal(fixed))")
    case (.topic, .arn): return .ref(name)
    case (.topic, .name): return .getAtt(name, "TopicName")
    case (_, .arn): return .getAtt(name, "Arn")
    case (_, .name): return .ref(name)
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if previous == "$", scalar == "{" { result.unicodeScalars.append("!") }
      previous = scalar
    }
    return result
  }
}
