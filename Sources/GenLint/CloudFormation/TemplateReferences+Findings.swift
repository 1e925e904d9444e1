internal import Diagnostics
internal import Documents

extension Diagnostic {
  /// A name that is defined nowhere.
  static func undefined(
    _ name: String, at range: SourceRange, known: some Sequence<String>, what: String
  ) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "there is no \(what) '\(name)'", at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
  /// A name that nothing uses.
  static func unused(_ what: String, _ name: String, _ code: DiagnosticCode, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(.warning, code, "nothing uses the \(what) '\(name)'", at: range, hint: "use it or remove it")
  }
  static func dependencyIsNoText(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "'DependsOn' takes the logical IDs of resources", at: range)
  }
  static func conditionalDependency(
    _ severity: Severity, on target: Template.Resource, _ condition: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      severity, .conditionalDependency, "'\(target.id)' is not there when condition '\(condition)' is false",
      at: range, hint: "give both resources the same condition, or one that implies it",
      notes: [Note("the resource", at: target.item.key)])
  }
  static func missingReference(
    _ severity: Severity, to target: Template.Resource, _ condition: String, at range: SourceRange
  ) -> Diagnostic {
    let problem =
      severity == .error
      ? "'\(target.id)' is never there where this refers to it: it needs condition '\(condition)'"
      : "'\(target.id)' is not there when condition '\(condition)' is false, and then this refers to nothing"
    return Diagnostic(
      severity, .conditionalDependency, problem, at: range,
      hint: "refer to it inside 'If' with that condition, or give this the same condition",
      notes: [Note("the resource", at: target.item.key)])
  }
  static func ruleFunction(_ call: Intrinsic) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "'\(call.name)' stands in rules only", at: call.node.range,
      hint: "a condition is made of 'And', 'Or', 'Not' and 'Equals'")
  }
  static func conditionIsNoName(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "'Condition' takes the name of a condition here", at: range)
  }
  static func conditionFunction(_ call: Intrinsic) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "'\(call.name)' stands in conditions and rules only", at: call.node.range,
      hint: "define a condition under 'Conditions' and choose the value with 'If'")
  }
  static func unknownFunction(_ call: Intrinsic) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "there is no intrinsic function '\(call.name)'", at: call.node.range,
      hint: Suggestion.hint(for: call.name, among: Intrinsic.known.sorted())
    )
  }
  static func listInText(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "'\(name)' is a list, and 'Sub' puts texts in", at: range,
      hint: "join it first: !Sub ['${Joined}', {Joined: !Join [',', …]}]")
  }
  static func notAnOutput(_ attribute: String, of resource: Template.Resource, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownAttribute, "'\(resource.id)' (\(resource.type)) has no attribute '\(attribute)'",
      at: range,
      hint: "a nested stack has its outputs: 'Outputs.NAME'")
  }
  static func unknownAttribute(
    _ name: String, of resource: Template.Resource, at range: SourceRange, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'\(resource.id)' (\(resource.type)) has no attribute '\(name)'", at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
}
