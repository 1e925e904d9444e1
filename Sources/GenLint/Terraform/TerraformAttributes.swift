/// What can be read of a resource, by its published schema.
extension Schema {
  /// The first step into a value that leads nowhere; nil when all may.
  func fault(_ path: ArraySlice<TerraformExpression.Step>) -> (name: String, known: [String])? {
    guard let step = path.first else { return nil }
    let isList =
      types.contains("array") || (self["block"]?.string).map { $0 == "list" || $0 == "set" } ?? false
    switch step {
    case .attribute(let name):
      if let property = property(name) { return property.fault(path.dropFirst(), isInside: true) }
      if let other = schema("additionalProperties") { return other.fault(path.dropFirst(), isInside: true) }
      if types.isEmpty || isList && types.contains("array") {
        return nil
      }
      return types.contains("object") ? (name, propertyNames) : nil
    // The structure of a block is reached by names.
    case .index where step.isStatic && self["block"] != nil: return ("[.]", [])
    case .index: return schema("additionalProperties")?.fault(path.dropFirst(), isInside: true)
    case .splat: return nil
    }
  }

  private func fault(_ path: ArraySlice<TerraformExpression.Step>, isInside: Bool) -> (
    name: String, known: [String]
  )? {
    guard let step = path.first else { return nil }
    let kind = self["block"]?.string
    if kind == "list" || kind == "set" || types.contains("array") {
      switch step {
      case .attribute(let name): return (name, [])
      case .index where kind == "set" || flag("set"): return ("[…]", [])
      default:
        guard kind == nil else { return fault(path.dropFirst()) }
        return schema("items")?.fault(path.dropFirst(), isInside: true)
      }
    }
    if types.contains("object") { return fault(path) }
    guard !types.isEmpty else { return nil }
    switch step {
    case .attribute(let name): return (name, [])
    case .index: return ("[…]", [])
    // One value counts as a list of one.
    case .splat: return fault(path.dropFirst(), isInside: true)
    }
  }
}
