import FilterPattern

/// Two patterns on a line each, then an event on each line: a comparison without a trap, the mirrored one when the patterns change
/// places, and no event that gives it the lie.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzComparison(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let lines = bytes.split(separator: 0x0A, maxSplits: 20, omittingEmptySubsequences: false)
  guard lines.count > 1, let left = Pattern.parse(utf8: lines[0]).pattern,
    let right = Pattern.parse(utf8: lines[1]).pattern, left.isShort, right.isShort
  else { return 0 }
  let comparison = PatternComparison(left, right, maximumSteps: 2000)
  let mirrored = PatternComparison(right, left, maximumSteps: 2000)
  precondition(comparison.undecidedReason != .unconfirmed, "an event that is found behaves as worked out")
  if comparison.relation != .undecided, mirrored.relation != .undecided {
    let expected: PatternRelation =
      switch comparison.relation {
      case .implies: .impliedBy
      case .impliedBy: .implies
      case .equivalent, .overlapping, .disjoint, .undecided: comparison.relation
      }
    precondition(mirrored.relation == expected, "a comparison can be mirrored")
  }
  guard comparison.relation != .undecided, case .json = left.syntax, case .json = right.syntax else {
    return 0
  }
  for line in lines.dropFirst(2) {
    let answers = (left.match(utf8: Array(line)), right.match(utf8: Array(line)))
    switch (answers.0 != nil, answers.1 != nil) {
    case (true, true): precondition(comparison.both != nil, "an event for both was not found")
    case (true, false): precondition(comparison.leftOnly != nil, "an event for the left was not found")
    case (false, true): precondition(comparison.rightOnly != nil, "an event for the right was not found")
    case (false, false): continue
    }
  }
  return 0
}

extension Pattern {
  /// Few conditions show all there is to trap on, and take less time.
  fileprivate var isShort: Bool {
    if case .json(let expression) = syntax { expression.conditions.count <= 12 } else { true }
  }
}
