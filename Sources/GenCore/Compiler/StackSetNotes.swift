import Diagnostics

/// What a spec leaves to whoever deploys its StackSet.
enum StackSetNotes {
  static func notes(of spec: Spec, scope: DeploymentScope) -> [Diagnostic] {
    guard scope == .stackset else { return [] }
    var notes: [Diagnostic] = []
    let settings = spec.deploy?.stackSet
    switch settings?.permissionModel?.value ?? .serviceManaged {
    case .serviceManaged where settings?.organizationalUnits.isEmpty ?? true:
      notes.append(.noTargets("unit", "ORGANIZATIONAL_UNITS", "organizationalUnits", at: spec.place))
    case .selfManaged where settings?.accounts.isEmpty ?? true:
      notes.append(.noTargets("account", "ACCOUNTS", "accounts", at: spec.place))
    case .serviceManaged, .selfManaged: break
    }
    switch spec.trail {
    case .existing(.prefixed(let text)), .existing(.filled(let text)):
      notes.append(.oneNameForAll(text))
    case .existing(.named), .create, nil: break
    }
    return notes + spec.tags.filter { !StackSetLowering.isCarried($0.value) }.map(Diagnostic.notOnStackSet)
  }
}

extension Spec {
  /// Where the scope stands, else the name.
  fileprivate var place: SourceRange { deploy?.scope?.range ?? name.range }
}

extension Diagnostic {
  fileprivate static func noTargets(_ what: String, _ variable: String, _ key: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .note, .noTargets, "no \(what) is named: stackset.sh wants '\(variable)' when it is run", at: range,
      hint: "or name them: 'deploy: { scope: stackset, stackSet: { \(key): […] } }'")
  }
  fileprivate static func oneNameForAll(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, .oneNameForAll,
      "a StackSet gives every account one log group name, and nothing looks up the one that '\(text.value)' stands for",
      at: text.range,
      hint:
        "give 'logGroup' if it is the same in each account; else deploy by itself each account whose log group has another name"
    )
  }
  fileprivate static func notOnStackSet(_ tag: Located<ResourceGraph.Tag>) -> Diagnostic {
    Diagnostic(
      .note, .notOnStackSet, "the StackSet itself cannot carry the tag '\(tag.value.key)'", at: tag.range,
      hint:
        "the resources do; a StackSet's tags have a value, and keys of ASCII letters, digits and : _ . / = + -"
    )
  }
}
