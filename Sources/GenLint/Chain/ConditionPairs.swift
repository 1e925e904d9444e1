/// Which conditions of a file may hold together, each pair looked at once.
final class ConditionPairs {
  private var known: [String: Bool] = [:]
  private var logic: ConditionLogic??

  /// Whether both conditions may hold; `find` gives the conditions of the file.
  func mayHold(_ one: String, _ other: String, _ find: () -> ConditionLogic?) -> Bool {
    let key = one < other ? "\(one)\n\(other)" : "\(other)\n\(one)"
    if let answer = known[key] { return answer }
    let logic = self.logic ?? find()
    self.logic = .some(logic)
    let both = [one, other].map { ConditionLogic.Assumption(condition: $0, holds: true) }
    let answer = logic?.mayHold(both) ?? true
    known[key] = answer
    return answer
  }
}
