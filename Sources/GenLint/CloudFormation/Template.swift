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

  private let resourceIndex: [String: Int]
  private let parameterIndex: [String: Int]

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
    let transform = root["Transform"]
    transforms =
      transform.map { ($0.elements ?? [$0]).map { $0.text ?? $0["Name"]?.text ?? "" } } ?? []
    isIncomplete =
      isFragment || !transforms.isEmpty
      || resources.contains {
        TemplateLanguage.isTransform($0.id) || $0.type.hasSuffix("::MODULE") || $0.isForeign
      }
  }

  /// The resource of a logical ID.
  func resource(_ id: String) -> Resource? { resourceIndex[id].map { resources[$0] } }

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
