internal import Diagnostics

/// Whether a resource with a condition is there where something refers to it. CloudFormation refuses a reference to what is not made:
/// "Unresolved resource dependencies".
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
struct ConditionalAbsences {
  /// The conditions of the template.
  let logic: ConditionLogic
  /// What was concluded already: the same references come again and again.
  private var known: [String: Diagnostic.Severity?] = [:]

  /// Makes one for the conditions of a template.
  init(logic: ConditionLogic) { self.logic = logic }

  /// How bad a reference to a resource of a condition is under others: an error when the resource is never there then, a warning when
  /// it may be missing; nil when it is there, or that cannot be told.
  mutating func severity(of condition: String, under given: [ConditionLogic.Assumption?])
    -> Diagnostic.Severity?
  {
    let isTold = given.contains { $0 == nil || $0?.condition == condition && $0?.holds == true }
    guard !isTold else { return nil }
    let given = given.compactMap(\.self)
    let question = given.map { "\($0.condition)\t\($0.holds)\n" }.joined() + condition
    if let known = known[question] { return known }
    let severity: Diagnostic.Severity? =
      if logic.mayHold(given + [.init(condition: condition, holds: false)]) != true {
        nil
      } else if logic.mayHold(given + [.init(condition: condition, holds: true)]) == false {
        .error
      } else {
        .warning
      }
    known[question] = .some(severity)
    return severity
  }
}
