internal import Diagnostics

/// Which of the references that lead to nothing here are faults.
extension TerraformReferences {
  /// The names of what is defined, sorted, for suggestions.
  private func names(of what: String) -> [String] {
    let elsewhere = configuration.elsewhere
    let names: [String] =
      switch what {
      case "variable": Array(variables) + Array(elsewhere?.variables.keys ?? [:].keys)
      case "local value": Array(locals) + (elsewhere?.locals ?? [])
      case "module": Array(modules.keys) + (elsewhere?.modules ?? [])
      case "ephemeral resource": Array(ephemeralResources.keys)
      case "data source": configuration.dataSources.map(\.address) + (elsewhere?.dataSources ?? [])
      case "resource": configuration.resources.map(\.address) + (elsewhere?.resources ?? [])
      default: Array(providers)
      }
    return names.sorted()
  }

  /// How much of a kind the configuration declares.
  private func declared(_ kind: Kind) -> Int {
    switch kind {
    case .variable: variables.count
    case .local: locals.count
    case .module: modules.count
    case .resource:
      configuration.resources.count + configuration.dataSources.count + ephemeralResources.count
    case .provider: providers.count
    }
  }

  /// A configuration may be one of several files. What is missing is a fault when the file stands on its own, or defines most of what
  /// it refers to.
  mutating func judge() {
    let elsewhere = configuration.elsewhere
    let total = resolved.values.reduce(0, +)
    if configuration.isPart {
      // Files that only lie beside it use what it does not declare, or declare nothing of what it uses.
      guard let elsewhere, missing.count <= max(total, 2),
        elsewhere.used.allSatisfy({ variables.contains($0) || elsewhere.variables[$0] != nil })
      else { return }
    }
    // Files that lie together make the whole module, and so does one that says how its providers are configured.
    let isFolder =
      configuration.isAlone && total > 0 && (configuration.hasSiblings || !configuration.providers.isEmpty)
    let isMostlyThere = elsewhere != nil || isFolder || configuration.isAlone && total >= missing.count
    let lost = Dictionary(missing.map { ($0.kind, 1) }, uniquingKeysWith: +)
    var known: [String: [String]] = [:]
    var asked = 0
    for reference in missing {
      // Which providers another file configures is not read.
      if configuration.isPart, reference.kind == .provider { continue }
      let defined = max(
        resolved[reference.kind] ?? 0, isFolder ? declared(reference.kind) : 0,
        elsewhere?.count(of: reference.kind) ?? 0)
      guard configuration.isWhole || defined >= (isMostlyThere ? 1 : 3) * (lost[reference.kind] ?? 0) else {
        continue
      }
      let names = asked < Suggestion.mostAsked ? known[reference.what] ?? names(of: reference.what) : []
      if asked < Suggestion.mostAsked { known[reference.what] = names }
      asked += 1
      found.append(.undefined(reference.name, at: reference.range, known: names, what: reference.what))
    }
    // What no other file uses is not known either.
    if configuration.isPart { return }
    let anyUsed = configuration.variables.contains { used.contains("variable \($0.name)") }
    guard anyUsed || configuration.isWhole else { return }
    for block in configuration.variables where !used.contains("variable \(block.name)") {
      found.append(.unused("variable", block.name, .unusedParameter, at: block.key))
    }
  }
}

extension TerraformNames {
  /// How much of a kind is declared.
  fileprivate func count(of kind: TerraformReferences.Kind) -> Int {
    switch kind {
    case .variable: variables.count
    case .local: locals.count
    case .module: modules.count
    case .resource: resources.count + dataSources.count + ephemeral.count
    case .provider: 0
    }
  }
}
