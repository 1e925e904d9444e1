import Diagnostics
import Documents
import FilterPattern

/// The answer to a comparison, for a person or as JSON.
struct ComparisonReport {
  let comparison: PatternComparison

  /// The relation, then a line for each event and for what else there is to say.
  func text() -> String {
    let events = [
      ("only the first matches", comparison.leftOnly), ("only the second matches", comparison.rightOnly),
      ("both match", comparison.both),
    ]
    let lines = events.compactMap { title, event in event.map { "  \(title): \(TerminalText.visible($0))" } }
    return ([comparison.relation.rawValue] + remarks.map { "  \($0)" } + lines).joined(separator: "\n") + "\n"
  }

  /// `{"relation": …, "reason": …, "events": {"leftOnly": …, "rightOnly": …, "both": …}}`; what there is not is left out.
  func json() -> String {
    let events = [
      ("leftOnly", comparison.leftOnly), ("rightOnly", comparison.rightOnly), ("both", comparison.both),
    ]
    var members = [Tree.Member("relation", .text(comparison.relation.rawValue))]
    if let reason = comparison.undecidedReason {
      members.append(Tree.Member("reason", .text(reason.message)))
    }
    members.append(
      Tree.Member(
        "events", .map(events.compactMap { name, event in event.map { Tree.Member(name, .text($0)) } })))
    return JSONPrinter().print(.map(members))
  }

  private var remarks: [String] {
    [
      comparison.undecidedReason?.message,
      comparison.isLeftContradiction ? "the first matches no event" : nil,
      comparison.isRightContradiction ? "the second matches no event" : nil,
    ].compactMap { $0 }
  }
}
