/// What expressions at a place may speak of beside what the configuration declares.
struct TerraformScope {
  /// Inside a block with `count`.
  var hasCount = false
  /// Inside a block with `for_each`.
  var hasForEach = false
  /// Inside a provisioner, a connection or a postcondition.
  var hasSelf = false
  /// Inside an argument that the state keeps.
  var isKept = false
  /// The iterators of dynamic blocks around it.
  var iterators: Set<String> = []

  /// Why a name that the language gives itself is not one here; nil when it is none of those, or all is well.
  func fault(_ reference: TerraformExpression.Reference) -> String? {
    let steps = reference.steps
    let rest = reference.path.dropFirst()
    let second = steps.count > 1 ? steps[1] : ""
    switch steps[0] {
    case "each":
      guard hasForEach else { return "'each' stands outside of a block with 'for_each'" }
      guard ["key", "value"].contains(second) else { return "'each' has 'key' and 'value' alone" }
      return second == "key" ? TerraformType.string.fault(rest) : nil
    case "count":
      guard hasCount else { return "'count' stands outside of a block with 'count'" }
      return second == "index" ? TerraformType.number.fault(rest) : "'count' has 'index' alone"
    case "self": return hasSelf ? nil : "'self' stands outside of a provisioner, connection or postcondition"
    case "path":
      return ["module", "root", "cwd"].contains(second)
        ? TerraformType.string.fault(rest) : "'path' has 'module', 'root' and 'cwd' alone"
    case "terraform":
      return ["workspace", "applying"].contains(second) ? nil : "'terraform' has 'workspace' alone"
    default: return nil
    }
  }

  /// Whether the language or a block around gives the name.
  func gives(_ name: String) -> Bool {
    ["each", "count", "self", "path", "terraform"].contains(name) || iterators.contains(name)
  }
}
