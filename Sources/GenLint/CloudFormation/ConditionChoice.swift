internal import Documents

extension Node {
  /// Whether a condition chooses some value in it: an `If` names the condition.
  func isChosen(by condition: String) -> Bool {
    if let call = Intrinsic(self) {
      let isOne = call.name == "If" && call.argument.elements?.first?.text == condition
      return isOne || call.argument.text == nil && call.argument.isChosen(by: condition)
    }
    switch content {
    case .scalar: return false
    case .sequence(let elements): return elements.contains { $0.isChosen(by: condition) }
    case .mapping(let entries): return entries.contains { $0.value.isChosen(by: condition) }
    }
  }
}
