internal import Diagnostics
internal import Documents

extension Diagnostic {
  static func sensitiveOutput(_ name: String, _ severity: Severity, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      severity, .notAllowed,
      severity == .error
        ? "the output '\(name)' would show a sensitive value"
        : "the output '\(name)' would show a sensitive value, if this is the root module", at: range,
      hint: "set \"sensitive\": true beside it, or write 'nonsensitive(…)' around what is no secret")
  }
  static func nullInList(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "'\(name)' takes no null among its elements", at: range, hint: "remove it")
  }
  static func ephemeralOutput(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .notAllowed, "an output of the root is kept, so it is never ephemeral", at: range)
  }
  static func reservedBlock(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .unknownProperty, "a module has no block '\(name)'", at: range)
  }
  static func versionOfLocal(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .exclusiveProperties, "a module in a folder has no 'version', which is for registries",
      at: range,
      hint: "remove it")
  }
  static func noModuleSource(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch, "'\(text.prefix(80))' is no source of a module", at: range,
      hint: TerraformTemplate.mayHold(text)
        ? "a source stands written out"
        : "write './\(text)' for a folder; a registry's module has three names")
  }
  static func movedAcross(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "'from' and 'to' are both resources or both modules", at: range)
  }
  static func emptyImport(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .lengthOutOfRange, "the 'id' of an import is empty", at: range)
  }
  static func noInstances(_ address: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'\(address)' has neither 'count' nor 'for_each', so it has no index",
      at: range, hint: "remove the index")
  }
  static func youngRegion(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      finding.severity, finding.code, finding.message, at: finding.range,
      hint: "version 6 of the provider has it, and the version wanted here is older")
  }
  static func unknownBlock(_ name: String, at range: SourceRange, among known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownSection, "Terraform has no block '\(name)'", at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
  static func secondProviders(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .countOutOfRange, "'required_providers' stands twice", at: range, hint: "put the two into one")
  }
  static func secondBackend(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .countOutOfRange, "a configuration has one 'backend'", at: range, hint: "remove one of them")
  }
  static func unknownType(
    _ block: TerraformConfiguration.Block, _ near: String?, _ severity: Severity = .error,
    mayBeYoung: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      severity, .unknownType,
      "\(block.type.hasPrefix("aws_") ? "hashicorp/aws" : "Terraform") has no '\(block.type)'",
      at: block.firstKey,
      hint: near.map { "did you mean '\($0)'?" }
        ?? (mayBeYoung
          ? "version 5.100 of the provider is known here; where a younger one is wanted, say so in 'required_providers'"
          : nil))
  }
  static func noTruth(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "'destroy' takes true or false as they are, not '\(text.prefix(80))'",
      at: range)
  }
  static func capitalProvider(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch, "'\(name.prefix(80))' is no local name of a provider: it has capitals",
      at: range, hint: "write '\(name.lowercased())'")
  }
  static func noLocalName(_ name: String, _ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch, "'\(name.prefix(80))' is no local name of a provider", at: range, hint: reason
    )
  }
  static func noProviderSource(_ message: String, _ hint: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .patternMismatch, message, at: range, hint: hint)
  }
  static func noVersionConstraint(_ message: String, _ hint: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .patternMismatch, message, at: range, hint: hint)
  }
  static func foreignAlias(_ text: String, _ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch, "'\(text.prefix(80))' is no configuration of the provider '\(name)'",
      at: range,
      hint: "write '\(name).ALIAS'")
  }
  static func noAddress(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "'\(text.prefix(80))' is no address of a resource or module", at: range,
      hint: "an address reads 'TYPE.NAME' or 'module.NAME'")
  }
  static func noStaticIndex(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "'\(text.prefix(80))' has an index that is not written out", at: range,
      hint: "an index of an address here is a whole number or a text in quotes")
  }
  static func brokenType(
    _ block: TerraformConfiguration.Block, _ problem: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .invalidParameter, "the type of variable '\(block.name)' cannot be read: \(problem)", at: range)
  }
  static func nullDefault(_ block: TerraformConfiguration.Block, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .invalidParameter, "the default of variable '\(block.name)' is null, and 'nullable' is false",
      at: range)
  }
  static func brokenDefault(
    _ block: TerraformConfiguration.Block, _ reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .invalidParameter, "the default of variable '\(block.name)' is not of its type: \(reason)",
      at: range)
  }
}
