internal import Diagnostics
internal import Documents

/// A Terraform configuration in JSON: its blocks, with places.
///
/// https://developer.hashicorp.com/terraform/language/syntax/json
struct TerraformConfiguration {
  /// A block with its labels.
  struct Block {
    /// The labels, such as the type and the name of a resource.
    let labels: [String]
    /// Where the last label stands.
    let key: SourceRange
    /// Where the first label stands.
    let firstKey: SourceRange
    /// The body.
    let body: Node

    /// The last label.
    var name: String { labels.last ?? "" }
    /// The first label: the type of a resource.
    var type: String { labels.first ?? "" }
    /// How expressions call a resource.
    var address: String { labels.joined(separator: ".") }
    /// From the last label to the end of the body.
    var whole: SourceRange {
      SourceRange(file: key.file, start: key.start, end: max(key.end, body.range.end))
    }
    /// Whether it stands for several, each with a key of its own.
    var isRepeated: Bool { body["count"] != nil || body["for_each"] != nil }
  }

  /// How much of its module a file is.
  enum Extent { case whole, part, unknown }

  let root: Node
  let resources: [Block]
  let dataSources: [Block]
  let variables: [Block]
  let modules: [Block]
  let outputs: [Block]
  /// Configurations of providers, by the provider's local name.
  let providers: [Block]
  /// The names of the local values.
  let locals: [Node.Entry]
  /// The local values that are texts without expressions, by name.
  let constants: [String: String]
  /// Whether all that the module declares is here, as it says itself.
  let isWhole: Bool
  /// Whether no other file of the module lies beside it. It may have been taken out of one all the same.
  let isAlone: Bool
  /// Whether it certainly is the root, not a module that another configuration calls.
  var isRoot: Bool {
    Self.bodies(root["terraform"]).contains { $0["backend"] != nil || $0["cloud"] != nil }
  }
  /// Whether it mostly is: modules had providers of their own before version 0.13.
  var isLikelyRoot: Bool { isRoot || !providers.isEmpty }
  /// Whether files lie beside it that make the module with it and are read here.
  let hasSiblings: Bool
  /// Whether files that are not read here declare things too.
  let isPart: Bool
  /// What those files declare, where that is known.
  let elsewhere: TerraformNames?
  private let interfaces: [String: TerraformModuleInterface]
  /// Whether only version 6 or later of hashicorp/aws is wanted, which is newer than the embedded schemas.
  let isNewerThanSchemas: Bool
  /// Whether only versions before 5 are wanted, which had types and arguments that are gone.
  let isOlderThanSchemas: Bool
  /// Whether such a version may be taken.
  let mayBeNewerThanSchemas: Bool

  private let resourceIndex: [String: Int]
  private let dataIndex: [String: Int]
  private let moduleIndex: [String: Int]

  /// Reads the blocks of a tree, and those of the files that make a module with it.
  init(
    _ own: Node, beside others: [Node] = [], extent: Extent = .unknown, elsewhere: TerraformNames? = nil,
    interfaces: [String: TerraformModuleInterface] = [:]
  ) {
    let root = others.isEmpty ? own : Self.merged(own, others)
    self.root = root
    resources = Self.blocks(root["resource"], labels: 2)
    // A check may have a data source of its own, which its conditions alone read.
    dataSources =
      Self.blocks(root["data"], labels: 2)
      + Self.blocks(root["check"], labels: 1).flatMap { Self.blocks($0.body["data"], labels: 2) }
    variables = Self.blocks(root["variable"], labels: 1)
    modules = Self.blocks(root["module"], labels: 1)
    outputs = Self.blocks(root["output"], labels: 1)
    providers = Self.blocks(root["provider"], labels: 1)
    locals = Self.bodies(root["locals"]).flatMap { $0.entries ?? [] }.filter { $0.key.text != "//" }
    var constants: [String: String] = [:]
    for entry in locals {
      guard let name = entry.key.text, let scalar = entry.value.scalar, scalar.style != .plain else {
        continue
      }
      constants[name] = TerraformTemplate.literal(scalar.text)
    }
    self.constants = constants
    resourceIndex = Dictionary(
      resources.enumerated().map { ($0.element.address, $0.offset) }, uniquingKeysWith: { first, _ in first })
    dataIndex = Dictionary(
      dataSources.enumerated().map { ($0.element.address, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    moduleIndex = Dictionary(
      modules.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let terraform = ([root] + others).flatMap { Self.bodies($0["terraform"]) }
    // A file that says which providers it wants and uses them mostly stands on its own.
    let uses = !resources.isEmpty || extent == .whole && !(dataSources.isEmpty && modules.isEmpty)
    let saysItself =
      elsewhere?.saysItself ?? false
      || terraform.contains {
        $0["required_providers"] != nil || $0["backend"] != nil
          || extent == .whole && $0["required_version"] != nil
      }
    isWhole = (extent != .part || elsewhere != nil) && uses && saysItself
    self.elsewhere = elsewhere
    self.interfaces = interfaces
    isAlone = extent == .whole
    hasSiblings = !others.isEmpty
    isPart = extent == .part
    let wanted = terraform.compactMap { $0["required_providers"] }.flatMap { Self.bodies($0) }.compactMap {
      $0["aws"]
    }
    let versions = wanted.compactMap { $0.text ?? $0["version"]?.text }
    mayBeNewerThanSchemas = versions.allSatisfy { $0.fields(by: ",").allSatisfy(Self.letsInVersion6) }
    isOlderThanSchemas = versions.contains { text in
      text.fields(by: ",").contains(where: Self.isBeforeVersion5)
    }
    isNewerThanSchemas = versions.contains { text in
      text.fields(by: ",").contains { part in
        let digits = part.trimmingBlanks().drop { !("0"..."9").contains($0) }
        let major = Int(digits.prefix { ("0"..."9").contains($0) }) ?? 0
        return major >= 6 && !part.contains(ascii: "<") && !part.contains(ascii: "!")
      }
    }
  }

  /// The blocks of several files in one tree. Each keeps its places; what only a file itself is asked about stays in its own tree.
  private static func merged(_ own: Node, _ others: [Node]) -> Node {
    var entries = own.entries ?? []
    let sections = [
      "resource", "data", "ephemeral", "variable", "locals", "module", "output", "provider", "check",
    ]
    for section in sections {
      for entry in others.flatMap({ $0.entries ?? [] })
      where entry.key.text == section && (entry.value.scalar == nil) && !entry.value.isEmpty {
        guard let index = entries.firstIndex(where: { $0.key.text == section }) else {
          entries.append(entry)
          continue
        }
        let before = entries[index].value
        let parts = [before, entry.value].flatMap { $0.elements ?? [$0] }
        entries[index].value = Node(.sequence(parts), range: before.range)
      }
    }
    return Node(.mapping(entries), range: own.range)
  }

  /// Whether a part of a version constraint lets nothing in from version 5 on.
  private static func isBeforeVersion5(_ part: String) -> Bool {
    let part = part.trimmingBlanks()
    let sign = String(part.prefix { "=!<>~".contains($0) })
    let numbers = part.dropFirst(sign.count).fields(by: ".").map { Int($0.trimmingBlanks()) }
    guard let first = numbers.first, let major = first else { return false }
    switch sign {
    case "", "=", "<=": return major < 5
    case "<": return major < 5 || major == 5 && numbers.dropFirst().allSatisfy { $0 == 0 }
    case "~>": return numbers.count > 1 && major < 5
    default: return false
    }
  }

  /// Whether a part of a version constraint lets a version 6 in. https://developer.hashicorp.com/terraform/language/expressions/version-constraints
  private static func letsInVersion6(_ part: String) -> Bool {
    let part = part.trimmingBlanks()
    let sign = String(part.prefix { "=!<>~".contains($0) })
    let numbers = part.dropFirst(sign.count).fields(by: ".").map { Int($0.trimmingBlanks()) ?? 0 }
    guard let major = numbers.first else { return true }
    switch sign {
    case "", "=", "<=": return major >= 6
    case "<": return major > 6 || major == 6 && numbers.dropFirst().contains { $0 > 0 }
    case "~>": return numbers.count == 1 || major >= 6
    default: return true
    }
  }

  /// What the module takes and yields that a block calls; nil when that is not known.
  func interface(of module: Block) -> TerraformModuleInterface? {
    interfaces.isEmpty ? nil : module.body["source"]?.text.flatMap { interfaces[$0] }
  }

  /// The resource of a type and name.
  func resource(_ address: String) -> Block? { resourceIndex[address].map { resources[$0] } }

  /// The data source of a type and name.
  func dataSource(_ address: String) -> Block? { dataIndex[address].map { dataSources[$0] } }

  /// The module of a name.
  func module(_ name: String) -> Block? { moduleIndex[name].map { modules[$0] } }

  /// The bodies that an object or a list of objects gives. A list inside the list is one body, of all the objects in it, and null there
  /// is a body that says nothing.
  static func bodies(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    if let elements = node.elements { return elements.map(body) }
    return node.entries == nil ? [] : [node]
  }

  /// The body that an element of a list of bodies is.
  static func body(_ element: Node) -> Node {
    if let parts = element.elements {
      return Node(.mapping(parts.flatMap { $0.entries ?? [] }), range: element.range)
    }
    let isNull = element.scalar?.style == .plain && element.text == "null"
    return isNull ? Node(.mapping([]), range: element.range) : element
  }

  /// The blocks of a section whose bodies stand below so many labels.
  static func blocks(_ node: Node?, labels count: Int) -> [Block] {
    var found: [Block] = []
    func descend(_ node: Node, _ labels: [String], _ keys: [SourceRange]) {
      guard labels.count < count else {
        for body in bodies(node) where !keys.isEmpty {
          found.append(Block(labels: labels, key: keys[keys.count - 1], firstKey: keys[0], body: body))
        }
        return
      }
      for body in bodies(node) {
        for entry in body.entries ?? [] {
          guard let label = entry.key.text, label != "//" else { continue }
          descend(entry.value, labels + [label], keys + [entry.key.range])
        }
      }
    }
    if let node { descend(node, [], []) }
    return found
  }
}

extension Node {
  fileprivate var isEmpty: Bool { elements?.isEmpty ?? entries?.isEmpty ?? false }
}
