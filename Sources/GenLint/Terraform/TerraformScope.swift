/// What expressions at a place may speak of beside what the configuration declares.
struct TerraformScope {
  /// Inside a block with `count`.
  var hasCount = false
  /// Inside a block with `for_each`.
  var hasForEach = false
  /// Inside a provisioner, a connection or a postcondition.
  var hasSelf = false
  /// The iterators of dynamic blocks around it.
  var iterators: Set<String> = []

  /// Why a name that the language gives itself is not one here; nil when it is none of those, or all is well.
  func fault(_ steps: [String]) -> String? {
    let second = steps.count > 1 ? steps[1] : ""
    switch steps[0] {
    case "each":
      guard hasForEach else { return "'each' stands outside of a block with 'for_each'" }
      return ["key", "value"].contains(second) ? nil : "'each' has 'key' and 'value' alone"
    case "count":
      guard hasCount else { return "'count' stands outside of a block with 'count'" }
      return second == "index" ? nil : "'count' has 'index' alone"
    case "self": return hasSelf ? nil : "'self' stands outside of a provisioner, connection or postcondition"
    case "path":
      return ["module", "root", "cwd"].contains(second) ? nil : "'path' has 'module', 'root' and 'cwd' alone"
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
