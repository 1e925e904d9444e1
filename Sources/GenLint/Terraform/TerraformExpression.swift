/// An expression of the Terraform language, as far as the linter needs it.
///
/// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
indirect enum TerraformExpression {
  /// A number, `true`, `false` or `null`, as spelled.
  case literal(String)
  /// A quoted text or a template.
  case template([TerraformTemplate.Piece])
  /// A name with what follows it.
  case traversal(String, [Step])
  /// Something else with attributes or indexes behind it.
  case relative(TerraformExpression, [Step])
  /// A function call; `isExpanded` when the last argument ends in `...`.
  case call(String, [TerraformExpression], isExpanded: Bool)
  case list([TerraformExpression])
  case object([(key: TerraformExpression, value: TerraformExpression)])
  /// `for`: the names it binds, what it walks over, and the expressions in which the names hold.
  /// In braces the first of those is the key.
  case loop([String], TerraformExpression, [TerraformExpression], Loop)
  /// An operator that wants numbers or truth values, and its operands.
  case operation(String, [TerraformExpression])
  case conditional(TerraformExpression, TerraformExpression, TerraformExpression)

  /// What a `for` makes.
  enum Loop {
    case list, object
    /// An object of lists: `...` behind the value.
    case groups
  }

  /// What follows a name or value.
  enum Step {
    case attribute(String)
    case index(TerraformExpression)
    case splat

    /// Whether it is a name, or an index that is written out as addresses have it.
    var isStatic: Bool {
      switch self {
      case .attribute: true
      case .index(.literal(let text)): Int(text) != nil
      case .index(.template(let pieces)): pieces.allSatisfy { if case .literal = $0 { true } else { false } }
      case .index, .splat: false
      }
    }
  }
}

extension TerraformExpression {
  /// A traversal of the configuration, such as `aws_sns_topic.alarms[0].arn`.
  struct Reference {
    /// The names between the dots; indexes and splats are left out.
    let steps: [String]
    /// The same with its indexes.
    let path: [Step]
  }

  /// The names that the expression refers to; those that it binds itself are left out.
  func references() -> [Reference] {
    var found: [Reference] = []
    collect(into: &found, bound: [])
    return found
  }

  private func collect(into found: inout [Reference], bound: Set<String>) {
    func steps(_ path: [Step]) {
      for case .index(let inner) in path { inner.collect(into: &found, bound: bound) }
    }
    switch self {
    case .literal: break
    case .template(let pieces): Self.collect(pieces, into: &found, bound: bound)
    case .traversal(let root, let path):
      steps(path)
      guard !bound.contains(root) else { return }
      let names = path.compactMap { step -> String? in
        if case .attribute(let name) = step { return name }
        return nil
      }
      found.append(Reference(steps: [root] + names, path: path))
    case .relative(let base, let path):
      base.collect(into: &found, bound: bound)
      steps(path)
    case .call(_, let arguments, _): for inner in arguments { inner.collect(into: &found, bound: bound) }
    case .list(let elements): for inner in elements { inner.collect(into: &found, bound: bound) }
    case .object(let entries):
      for entry in entries {
        // A bare name before '=' is the key itself.
        if case .traversal(_, let path) = entry.key, path.isEmpty {
        } else {
          entry.key.collect(into: &found, bound: bound)
        }
        entry.value.collect(into: &found, bound: bound)
      }
    case .loop(let names, let collection, let bodies, _):
      collection.collect(into: &found, bound: bound)
      for inner in bodies { inner.collect(into: &found, bound: bound.union(names)) }
    case .operation(_, let operands): for inner in operands { inner.collect(into: &found, bound: bound) }
    case .conditional(let condition, let first, let second):
      for inner in [condition, first, second] { inner.collect(into: &found, bound: bound) }
    }
  }

  /// The references of a template; a `for` directive binds its names up to its end.
  static func references(of pieces: [TerraformTemplate.Piece]) -> [Reference] {
    var found: [Reference] = []
    collect(pieces, into: &found, bound: [])
    return found
  }

  private static func collect(
    _ pieces: [TerraformTemplate.Piece], into found: inout [Reference], bound: Set<String>
  ) {
    var scopes: [Set<String>] = [bound]
    for piece in pieces {
      let bound = scopes[scopes.count - 1]
      switch piece {
      case .literal: break
      case .interpolation(let inner, _): inner.collect(into: &found, bound: bound)
      case .directive(.condition(let inner)): inner.collect(into: &found, bound: bound)
      case .directive(.loop(let names, let collection)):
        collection.collect(into: &found, bound: bound)
        scopes.append(bound.union(names))
      case .directive(.endLoop): if scopes.count > 1 { scopes.removeLast() }
      case .directive: break
      }
    }
  }
}
