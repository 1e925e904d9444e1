/// Looks for an event of which a formula is true: splits disjunctions, with what follows at once taken first.
struct EventSearch {
  enum Outcome {
    case event(WitnessEvent)
    case none
    case unknown(UndecidedReason)
  }

  private var state: EventState
  /// The disjunctions that are still to be met.
  private var open: [[GroundFormula]] = []
  private let maximumSteps: Int

  private struct Choice {
    let mark: Int
    let open: [[GroundFormula]]
    var untried: ArraySlice<GroundFormula>
    /// Alternatives that were tried and led to nothing: from now on they are false.
    var refuted: [GroundFormula]
  }

  /// - Parameter maximumSteps: how many statements to try before giving up.
  static func find(_ formula: GroundFormula, _ grounding: Grounding, maximumSteps: Int) -> Outcome {
    if grounding.shape.isTooLarge { return .unknown(.places) }
    var search = EventSearch(state: EventState(grounding), maximumSteps: maximumSteps)
    return search.find([grounding.axioms, formula])
  }

  private init(state: EventState, maximumSteps: Int) {
    self.state = state
    self.maximumSteps = maximumSteps
  }

  private mutating func find(_ goals: [GroundFormula]) -> Outcome {
    var choices: [Choice] = []
    var unknown: UndecidedReason?
    var isConsistent = add(goals) && simplify()
    while true {
      if state.steps > maximumSteps { return .unknown(.steps) }
      if isConsistent {
        guard let split = takeSmallest() else {
          switch WitnessEvent.make(&state) {
          case .success(let event): return .event(event)
          case .failure(let reason): unknown = reason
          }
          isConsistent = false
          continue
        }
        choices.append(Choice(mark: state.mark, open: open, untried: split[...], refuted: []))
      }
      guard var choice = choices.popLast() else { break }
      state.undo(to: choice.mark)
      open = choice.open
      guard let next = choice.untried.popFirst() else {
        isConsistent = false
        continue
      }
      let refuted = choice.refuted.map(\.negated)
      choice.refuted.append(next)
      choices.append(choice)
      isConsistent = add(refuted + [next]) && simplify()
    }
    return unknown.map { .unknown($0) } ?? .none
  }

  /// Adds formulas; what is a disjunction waits in `open`.
  private mutating func add(_ formulas: [GroundFormula]) -> Bool {
    var waiting = formulas
    while let next = waiting.popLast() {
      switch next {
      case .statement(let statement): if !state.add(statement) { return false }
      case .all(let parts): waiting += parts
      case .any(let parts): open.append(parts.flatMap(\.alternatives))
      }
    }
    return true
  }

  /// Drops disjunctions that are met and alternatives that are not possible, until nothing changes.
  private mutating func simplify() -> Bool {
    var changed = true
    while changed {
      changed = false
      let disjunctions = open
      open = []
      for alternatives in disjunctions {
        if state.steps > maximumSteps { return true }
        switch reduce(alternatives) {
        case .follows: break
        case .left(let rest):
          switch rest.count {
          case 0: return false
          case 1:
            if !add(rest) { return false }
            changed = true
          default: open.append(rest)
          }
        }
      }
    }
    return true
  }

  private enum Reduced {
    case follows
    case left([GroundFormula])
  }

  private mutating func reduce(_ alternatives: [GroundFormula]) -> Reduced {
    var left: [GroundFormula] = []
    for alternative in alternatives {
      switch standing(of: alternative) {
      case .follows: return .follows
      case .contradicts: continue
      case .open: left.append(alternative)
      }
    }
    return .left(left)
  }

  /// How a formula stands to what is known, as far as its own statements tell; what lies deeper is left open.
  private mutating func standing(of formula: GroundFormula) -> EventState.Standing {
    switch formula {
    case .statement(let statement): return state.standing(of: statement)
    case .any(let parts): return parts.isEmpty ? .contradicts : .open
    case .all(let parts):
      var follows = true
      for part in parts {
        guard case .statement(let statement) = part else {
          follows = false
          continue
        }
        switch state.standing(of: statement) {
        case .contradicts: return .contradicts
        case .open: follows = false
        case .follows: continue
        }
      }
      return follows ? .follows : .open
    }
  }

  private mutating func takeSmallest() -> [GroundFormula]? {
    guard let index = open.indices.min(by: { open[$0].count < open[$1].count }) else { return nil }
    return open.remove(at: index)
  }
}
