internal import Diagnostics
internal import Documents

/// What files of a module declare, by name alone.
struct TerraformNames: Sendable {
  /// The variables, and whether a caller must set each.
  var variables: [String: Bool] = [:]
  var locals: Set<String> = []
  var outputs: Set<String> = []
  var modules: Set<String> = []
  /// The addresses of resources.
  var resources: Set<String> = []
  /// The addresses of data sources, without `data`.
  var dataSources: Set<String> = []
  /// The addresses of ephemeral resources, without `ephemeral`.
  var ephemeral: Set<String> = []
  /// The variables that are used, of a file in Terraform's own language.
  var used: Set<String> = []
  /// Whether a block `terraform` says which providers, backend or version it wants.
  var saysItself = false

  /// Nothing.
  init() {}

  /// What a configuration in JSON declares.
  init(_ root: Node) {
    for block in TerraformConfiguration.blocks(root["variable"], labels: 1) {
      variables[block.name] = block.body["default"] == nil
    }
    for entry in TerraformConfiguration.bodies(root["locals"]).flatMap({ $0.entries ?? [] }) {
      if let name = entry.key.text { locals.insert(name) }
    }
    outputs = Set(TerraformConfiguration.blocks(root["output"], labels: 1).map(\.name))
    modules = Set(TerraformConfiguration.blocks(root["module"], labels: 1).map(\.name))
    resources = Set(TerraformConfiguration.blocks(root["resource"], labels: 2).map(\.address))
    dataSources = Set(TerraformConfiguration.blocks(root["data"], labels: 2).map(\.address))
    ephemeral = Set(TerraformConfiguration.blocks(root["ephemeral"], labels: 2).map(\.address))
    saysItself = TerraformConfiguration.bodies(root["terraform"]).contains { body in
      Self.words.contains { body[$0] != nil }
    }
  }

  /// What a block `terraform` says of its module.
  static let words = ["required_providers", "backend", "cloud", "required_version"]

  /// Adds what another file declares.
  mutating func add(_ other: TerraformNames) {
    variables.merge(other.variables) { one, _ in one }
    locals.formUnion(other.locals)
    outputs.formUnion(other.outputs)
    modules.formUnion(other.modules)
    resources.formUnion(other.resources)
    dataSources.formUnion(other.dataSources)
    ephemeral.formUnion(other.ephemeral)
    used.formUnion(other.used)
    saysItself = saysItself || other.saysItself
  }

  /// Whether both declare a thing, which files of one module do not.
  func overlaps(_ other: TerraformNames) -> Bool {
    variables.keys.contains { other.variables[$0] != nil } || !locals.isDisjoint(with: other.locals)
      || !outputs.isDisjoint(with: other.outputs) || !modules.isDisjoint(with: other.modules)
      || !resources.isDisjoint(with: other.resources) || !dataSources.isDisjoint(with: other.dataSources)
  }

  /// How many names there are.
  var count: Int {
    variables.count + locals.count + outputs.count + modules.count + resources.count + dataSources.count
  }

  /// The names after `var.` in a text of either syntax.
  static func usedVariables(in source: SourceText) -> Set<String> {
    var found: Set<String> = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at + 4 < bytes.count {
        guard bytes[at] == UInt8(ascii: "v"), bytes[at + 1] == UInt8(ascii: "a"),
          bytes[at + 2] == UInt8(ascii: "r"),
          bytes[at + 3] == UInt8(ascii: "."),
          at == 0 || !TerraformNativeText.isNamePart(bytes[at - 1]) && bytes[at - 1] != UInt8(ascii: ".")
        else {
          at += 1
          continue
        }
        let begin = at + 4
        at = begin
        while at < bytes.count, TerraformNativeText.isNamePart(bytes[at]) { at += 1 }
        if at > begin {
          found.insert(String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<at]), as: UTF8.self))
        }
      }
    }
    return found
  }
}
