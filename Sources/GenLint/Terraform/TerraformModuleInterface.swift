public import Diagnostics
internal import Documents

/// What a module in a folder takes and yields, for those that call it.
///
/// https://developer.hashicorp.com/terraform/language/modules/syntax
public struct TerraformModuleInterface: Sendable {
  /// A variable of the module.
  struct Input: Sendable {
    /// Whether a call must set it.
    let isRequired: Bool
    /// Its type, where that is read.
    let type: TerraformType
  }

  let inputs: [String: Input]
  let outputs: Set<String>
  /// The configurations of providers that a call hands over, such as `aws.global`.
  let aliases: Set<String>

  /// Reads the files of a folder: those in JSON, and those in Terraform's own language. Nil when they cannot surely be read, or use a
  /// variable that none of them declares: then a file is not there.
  public init?(_ sources: [SourceText], native: [SourceText]) {
    var inputs: [String: Input] = [:]
    var outputs: Set<String> = []
    var aliases: Set<String> = []
    // What an override adds counts, whichever file is read first.
    func add(_ name: String, _ isRequired: Bool, _ type: TerraformType) {
      let other = inputs[name]
      inputs[name] = Input(
        isRequired: isRequired && other?.isRequired ?? true, type: other == nil ? type : .any)
    }
    for source in sources {
      guard let root = TerraformDocument.read(source).node, root.entries != nil else { return nil }
      for block in TerraformConfiguration.blocks(root["variable"], labels: 1) {
        let type = block.body["type"]?.text.flatMap { try? TerraformType($0) } ?? .any
        add(block.name, block.body["default"] == nil, type)
      }
      outputs.formUnion(TerraformConfiguration.blocks(root["output"], labels: 1).map(\.name))
      let required = TerraformConfiguration.bodies(root["terraform"])
        .flatMap { TerraformConfiguration.bodies($0["required_providers"]) }.flatMap { $0.entries ?? [] }
      aliases.formUnion(
        required.flatMap { $0.value["configuration_aliases"]?.elements ?? [] }.compactMap(\.text))
    }
    for source in native {
      guard let names = TerraformNativeText.names(in: source) else { return nil }
      for (name, isRequired) in names.variables { add(name, isRequired, .any) }
      outputs.formUnion(names.outputs)
    }
    let used = (sources + native).map(TerraformNames.usedVariables)
    guard used.allSatisfy({ $0.allSatisfy { inputs[$0] != nil } }), !inputs.isEmpty || !outputs.isEmpty else {
      return nil
    }
    self.inputs = inputs
    self.outputs = outputs
    self.aliases = aliases
  }
}
