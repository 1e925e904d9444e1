internal import Diagnostics
internal import Documents

/// Backends: where a configuration keeps its state, and where it reads another one's.
///
/// https://developer.hashicorp.com/terraform/language/backend, https://developer.hashicorp.com/terraform/language/state/remote-state-data
struct TerraformBackends {
  let schemas: SchemaCache
  let language: TerraformLanguage

  private static let types: Set<String> = [
    "azurerm", "cloud", "consul", "cos", "gcs", "http", "inmem", "kubernetes", "local", "oci", "oss", "pg",
    "remote", "s3",
    // Those that versions before 1.3 had.
    "artifactory", "etcd", "etcdv3", "manta", "swift",
  ]

  /// What is wrong with the state that a data source reads.
  func findings(ofRemoteState block: TerraformConfiguration.Block) -> [Diagnostic] {
    guard let node = block.body["backend"], let backend = node.text, node.scalar?.style != .plain,
      !TerraformTemplate.mayHold(backend)
    else { return [] }
    guard Self.types.contains(backend) else {
      return [.noBackend(backend, at: node.range, among: Self.types)]
    }
    let entry = block.body.entries?.first { $0.key.text == "config" }
    let isNull = entry.map { $0.value.scalar?.style == .plain && $0.value.text == "null" } ?? true
    if let entry, !isNull, entry.value.entries == nil {
      guard !(entry.value.text.map(TerraformTemplate.mayHold) ?? false) else { return [] }
      return [.wrongType(.init(node: entry.value, name: "config", key: entry.key.range), wanted: ["object"])]
    }
    guard let schema = schemas.schema("block.backend.\(backend)") else { return [] }
    let body = isNull ? Node(.mapping([]), range: node.range) : entry?.value ?? node
    var validator = SchemaValidator(language)
    validator.validate(
      .init(
        node: body, name: isNull ? "terraform_remote_state" : "config", key: entry?.key.range ?? block.key),
      schema)
    return validator.findings
  }

  /// What is misspelled in a backend of the configuration itself. The rest of it may be given when it is initialised.
  func findings(ofOwn backend: Node.Entry) -> [Diagnostic] {
    let faults = TerraformInnerBlocks.labelFaults(backend)
    let parts = (backend.value.elements ?? [backend.value]).filter { $0.entries != nil }
    return faults
      + parts.flatMap { $0.entries ?? [] }.flatMap { entry -> [Diagnostic] in
        guard let name = entry.key.text, name != "//" else { return [] }
        guard Self.types.contains(name) else {
          return [.noBackend(name, at: entry.key.range, among: Self.types)]
        }
        guard let schema = schemas.schema("block.backend.\(name)") else { return [] }
        return TerraformConfiguration.bodies(entry.value).flatMap { body in
          var validator = SchemaValidator(TerraformLanguage(isLiteral: true))
          validator.validate(.init(node: body, name: name, key: entry.key.range), schema)
          return validator.findings.filter {
            switch $0.code {
            case .unknownProperty: $0.hint?.hasPrefix("did you mean") ?? false
            case .wrongValueType, .patternMismatch: true
            default: false
            }
          }
        }
      }
  }
}

extension Diagnostic {
  fileprivate static func noBackend(_ name: String, at range: SourceRange, among known: Set<String>)
    -> Diagnostic
  {
    Diagnostic(
      .error, .notAllowed, "Terraform has no backend '\(name.prefix(80))'", at: range,
      hint: Suggestion.hint(for: name, among: known.sorted()))
  }
}
