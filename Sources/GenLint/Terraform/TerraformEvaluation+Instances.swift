internal import Diagnostics
internal import Documents

/// Instances of what has `count` or `for_each`.
extension TerraformEvaluation {
  /// Looks at the indexes of a reference, and at whether what stands for several has the instance that is named.
  mutating func checkInstance(_ name: String, _ path: [TerraformExpression.Step]) {
    var keys: [TerraformValue] = []
    for case .index(let inner) in path { keys.append(value(of: inner)) }
    guard let (address, body, rest) = typing.repeated(name, path) else { return }
    switch rest.first {
    case .splat? where body["for_each"] != nil:
      guard case .attribute(let word)? = rest.dropFirst().first,
        typing.keys(of: body["for_each"])?.contains(word) != true
      else { return }
      nowhere(
        "'\(address)' has 'for_each', so it is a map, and '[*]' makes a list of one map",
        hint: "write 'values(\(address))[*]' with the attribute after it")
    case .index? where body["count"] != nil:
      guard let key = keys.first?.text else { return }
      guard let index = TerraformValue.number(key) else {
        nowhere(
          "'\(address)' has no instance '\(key.prefix(40))'", hint: "'count' numbers its instances from 0 on")
        return
      }
      // What stands for none is mostly switched off.
      if let node = body["count"], let count = typing.value(of: node).number, count > 0, index >= count {
        nowhere("'\(address)' has no instance \(key)", hint: "'count' numbers its instances from 0 on")
      }
    case .index?:
      guard let key = keys.first?.text, let known = typing.keys(of: body["for_each"]), !known.isEmpty,
        !known.contains(key)
      else { return }
      let shown = known.sorted().prefix(5).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
      nowhere(
        "'\(address)' has no instance '\(key.prefix(40))'",
        hint: Suggestion.hint(for: key, among: known.sorted()) ?? "its keys are \(shown)")
    default: break
    }
  }

  private mutating func nowhere(_ message: String, hint: String) {
    if isGuarded { return }
    problems.append(Problem(code: .unknownAttribute, message: message, hint: hint))
  }
}
