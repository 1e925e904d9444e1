/// A statement about the places of an event. Negation stands at the leaves alone.
indirect enum GroundFormula: Hashable, Sendable {
  case statement(GroundStatement)
  case all([GroundFormula])
  case any([GroundFormula])

  static let always = GroundFormula.all([])

  /// The alternatives of a disjunction, those of disjunctions in it included; of anything else, itself.
  var alternatives: [GroundFormula] {
    if case .any(let parts) = self { parts.flatMap(\.alternatives) } else { [self] }
  }

  /// What is true exactly when this is false.
  var negated: GroundFormula {
    switch self {
    case .statement(let statement): .statement(statement.negated)
    case .all(let parts): .any(parts.map(\.negated))
    case .any(let parts): .all(parts.map(\.negated))
    }
  }
}

/// One statement about one place.
enum GroundStatement: Hashable, Sendable {
  /// The place has one of these kinds.
  case kinds(Int, ValueKinds)
  /// A string or number stands there of which the predicate (by its number) holds.
  case holds(Int, Int)
  /// Not so: nothing stands there, or another kind, or the predicate does not hold.
  case fails(Int, Int)

  var place: Int {
    switch self {
    case .kinds(let place, _), .holds(let place, _), .fails(let place, _): place
    }
  }

  var negated: GroundStatement {
    switch self {
    case .kinds(let place, let kinds): .kinds(place, kinds.negated)
    case .holds(let place, let predicate): .fails(place, predicate)
    case .fails(let place, let predicate): .holds(place, predicate)
    }
  }
}
