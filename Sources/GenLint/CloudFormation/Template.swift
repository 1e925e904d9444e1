internal import Diagnostics
internal import Documents

/// A CloudFormation template as it stands: its sections, with places.
struct Template {
  /// A named member of a section.
  struct Item {
    /// The logical name.
    let name: String
    /// Where the name stands.
    let key: SourceRange
    /// What it is.
    let node: Node
  }

  /// A resource.
  struct Resource {
    /// The logical ID and the declaration.
    let item: Item
    /// The type, empty when it is missing.
    let type: String
    /// The value of `Properties`.
    let properties: Node?
    /// The schema, when its type is one of those kept.
    let schema: Schema?

    /// The logical ID.
    var id: String { item.name }
    /// Whether its type is a call of another tool, such as `!Rain::Module`, which replaces the resource before deployment.
    var isForeign: Bool { item.node["Type"].flatMap { Intrinsic($0) }?.isForeign ?? false }
    /// The logical IDs of `DependsOn`.
    var dependencies: [Node] {
      guard let found = item.node["DependsOn"] else { return [] }
      return found.elements ?? [found]
    }
  }

  /// The whole template.
  let root: Node
  /// The sections' members in the order of the text.
  let parameters: [Item]
  let mappings: [Item]
  let conditions: [Item]
  let resources: [Resource]
  let outputs: [Item]
  /// The macros and transforms, whose work this linter cannot see.
  let transforms: [String]
  /// The schemas of what stands in it.
  let schemas: SchemaCache

  /// Whether something outside this file writes part of the template, so that what is missing here may exist.
  let isIncomplete: Bool

  /// How the names begin that transforms make: a transform that may write anything has an empty one.
  private let madeNames: [MadeNames]

  private let resourceIndex: [String: Int]
  private let parameterIndex: [String: Int]
  private let conditionIndex: [String: Int]

  /// Reads the sections of a tree.
  ///
  /// - Parameter isFragment: whether another tool fills in parts of the text, perhaps from other files.
  init(_ root: Node, isFragment: Bool = false) {
    self.root = root
    parameters = Self.items(root["Parameters"])
    mappings = Self.items(root["Mappings"])
    conditions = Self.items(root["Conditions"])
    outputs = Self.items(root["Outputs"])
    let schemas = SchemaCache(.cloudFormation)
    self.schemas = schemas
    resources = Self.items(root["Resources"]).map { item in
      let type = item.node["Type"]?.text ?? ""
      return Resource(
        item: item, type: type, properties: item.node["Properties"], schema: schemas.schema(type))
    }
    resourceIndex = Dictionary(
      resources.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    parameterIndex = Dictionary(
      parameters.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    conditionIndex = Dictionary(
      conditions.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let transform = root["Transform"]
    transforms =
      transform.map { ($0.elements ?? [$0]).map { $0.text ?? $0["Name"]?.text ?? "" } } ?? []
    isIncomplete =
      isFragment || !transforms.isEmpty
      || resources.contains {
        TemplateLanguage.isTransform($0.id) || $0.type.hasSuffix("::MODULE") || $0.isForeign
      }
    let isOpen =
      isFragment || !transforms.allSatisfy(Self.followed.contains)
      || isIncomplete && (transforms.isEmpty || Self.callsTransform(root))
    hasInnerMacro = isIncomplete && !isOpen && Self.callsMacro(root)
    madeNames =
      isOpen
      ? [.any]
      : MadeNames.ofTemplates
        + resources.filter { $0.type.hasPrefix("AWS::Serverless::") || $0.item.node["Connectors"] != nil }
        .map { MadeNames($0, globals: root["Globals"]) }
  }

  /// The transforms of which it is known how the names begin that they make.
  ///
  /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
  private static let followed: Set<String> = ["AWS::Serverless-2016-10-31", "AWS::LanguageExtensions"]

  /// Whether a macro or a loop writes members of a section, or another tool something anywhere. A macro inside a resource writes what
  /// stands beside it there.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-transform.html
  private static func callsTransform(_ root: Node) -> Bool {
    func isTransform(_ key: Node) -> Bool { key.text.map(TemplateLanguage.isTransform) ?? false }
    func isCalled(_ node: Node) -> Bool { Intrinsic(node)?.name == "Transform" }
    return (root.entries ?? []).contains { section in
      isTransform(section.key) || isCalled(section.value)
        || (section.value.entries ?? []).contains { isTransform($0.key) || isCalled($0.value) }
    } || callsForeign(root)
  }

  private static func callsMacro(_ node: Node) -> Bool {
    if let call = Intrinsic(node), call.name == "Transform" { return true }
    switch node.content {
    case .scalar: return false
    case .sequence(let elements): return elements.contains { callsMacro($0) }
    case .mapping(let entries):
      return entries.contains {
        $0.key.text.map(TemplateLanguage.isTransform) ?? false || callsMacro($0.value)
      }
    }
  }

  private static func callsForeign(_ node: Node) -> Bool {
    if let call = Intrinsic(node), call.isForeign { return true }
    switch node.content {
    case .scalar: return false
    case .sequence(let elements): return elements.contains { callsForeign($0) }
    case .mapping(let entries):
      return entries.contains {
        $0.key.text?.contains(ascii: "Rain::") ?? false || callsForeign($0.value)
      }
    }
  }

  /// Whether something outside this file may make what a name means.
  func mayMake(_ name: String) -> Bool { isIncomplete && madeNames.contains { $0.mayHold(name) } }

  /// Whether a transform may write any of the template anew, and not only more of it.
  var isOpen: Bool { isIncomplete && madeNames.contains(where: \.isAny) }

  /// Whether a macro is called inside a resource, beside a transform of the whole template.
  let hasInnerMacro: Bool

  /// Whether functions are the service's own and nothing else: the serverless transform leaves them alone, and nothing more is at work.
  var keepsFunctions: Bool {
    !isIncomplete || !isOpen && !hasInnerMacro && !transforms.contains("AWS::LanguageExtensions")
  }

  /// The resource of a logical ID.
  func resource(_ id: String) -> Resource? { resourceIndex[id].map { resources[$0] } }

  /// The condition of a name.
  func condition(_ name: String) -> Item? { conditionIndex[name].map { conditions[$0] } }

  /// The parameter of a name.
  func parameter(_ name: String) -> Item? { parameterIndex[name].map { parameters[$0] } }

  /// Whether a macro of somebody's own rewrites the template, so that no property here need be one that is deployed.
  var isRewritten: Bool { transforms.contains { !$0.hasPrefix("AWS::") } }

  private static func items(_ section: Node?) -> [Item] {
    section?.entries?.compactMap { entry in
      entry.key.text.map { Item(name: $0, key: entry.key.range, node: entry.value) }
    } ?? []
  }
}
