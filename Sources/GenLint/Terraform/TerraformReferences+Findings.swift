internal import Diagnostics
internal import Documents
internal import JSONScanner

extension Diagnostic {
  static func brokenTemplate(_ message: String, at range: SourceRange) -> Diagnostic {
    // Whoever means the characters mostly goes on with what is no expression at all.
    let isMeant = ["never ends", "holds no expression", "is no template directive"].contains {
      message.hasSuffix($0)
    }
    let sign = message.hasPrefix("'%") ? "%%{" : "$${"
    let meant = "write '\(sign)' for the characters themselves"
    return Diagnostic(
      .error, .unescapedTemplate, message, at: range,
      hint: !isMeant ? nil : message.hasSuffix("never ends") ? "end it with '}', or \(meant)" : meant)
  }
  static func unknownAttribute(
    _ address: String, _ name: String, at range: SourceRange, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute,
      name == "[…]"
        ? "an attribute of '\(address)' is one value or a set, which has no index"
        : name == "[.]"
          ? "a block of '\(address)' has attributes behind a dot, and no index"
          : "'\(address)' has no attribute '\(name)'",
      at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
  static func invalidReference(_ fault: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .undefinedReference, fault, at: range)
  }
  static func ephemeral(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "'var.\(name)' is ephemeral, and this argument is kept in the state",
      at: range,
      hint: "use an argument that is only written, one of those whose names end in '_wo'")
  }
  static func incomplete(_ steps: [String], at range: SourceRange) -> Diagnostic {
    let name = steps.joined(separator: ".")
    let message =
      ["var", "local", "module"].contains(name)
      ? "'\(name)' alone is no value" : "'\(name)' is neither a value nor a resource's type and name"
    return Diagnostic(
      .error, .undefinedReference, message, at: range,
      hint:
        "a reference reads 'var.NAME', 'local.NAME', 'TYPE.NAME' or 'data.TYPE.NAME'; a text inside an expression has quotes"
    )
  }
  static func noDependency(_ text: String, at range: SourceRange, bare: String? = nil)
    -> Diagnostic
  {
    Diagnostic(
      .error, .undefinedReference, "'\(text.prefix(80))' is no address of a resource", at: range,
      hint: bare.map { "write '\($0)', without '${' and '}'" }
        ?? "an address reads 'TYPE.NAME', 'data.TYPE.NAME' or 'module.NAME'")
  }
  static func notEphemeral(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "the output '\(name)' is declared ephemeral, and its value is not", at: range,
      hint: "remove 'ephemeral'")
  }
  static func notOfSelf(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference,
      "a provisioner that runs at the end of a resource speaks of 'self' alone, not of '\(name)'", at: range)
  }
  static func noTrigger(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference,
      "'replace_triggered_by' takes resources and their attributes, not '\(text.prefix(80))'", at: range)
  }
  static func dependsOnAttribute(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference,
      "'depends_on' takes whole resources, and '\(text.prefix(80))' is an attribute",
      at: range, hint: "name the resource alone")
  }
  static func noProvider(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "'\(text.prefix(80))' is no provider's name", at: range,
      hint: "write 'NAME' or 'NAME.ALIAS', as in 'aws.audit'")
  }
  static func needsIndex(_ address: String, _ isCounted: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'\(address)' has 'count' or 'for_each', so it is reached by an index",
      at: range,
      hint:
        isCounted
        ? "write '\(address)[count.index]' or '\(address)[*]' with the attribute after it"
        : "write '\(address)[each.key]' or 'values(\(address))[*]' with the attribute after it"
    )
  }
  static func needsNoIndex(_ address: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'\(address)' has neither 'count' nor 'for_each', so it has no index",
      at: range,
      hint: "remove the index")
  }
}
