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
      if schema("additionalProperties") != nil || types.isEmpty || isList && types.contains("array") {
        return nil
      }
      return types.contains("object") ? (name, propertyNames) : nil
    default: return nil
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
      default:
        guard kind == nil else { return fault(path.dropFirst()) }
        return schema("items")?.fault(path.dropFirst(), isInside: true)
      }
    }
    if types.contains("object") { return fault(path) }
    guard !types.isEmpty, case .attribute(let name) = step else { return nil }
    return (name, [])
  }
}
