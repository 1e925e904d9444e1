/// How the events of one pattern lie to those of another.
public enum PatternRelation: String, Hashable, Sendable, CaseIterable {
  /// Both match the same events.
  case equivalent
  /// What the left matches the right matches too, and the right matches more.
  case implies
  /// What the right matches the left matches too, and the left matches more.
  case impliedBy = "implied-by"
  /// Some events are matched by both, some by the left alone, some by the right alone.
  case overlapping
  /// No event is matched by both, though each matches some.
  case disjoint
  /// Not known; never a guess.
  case undecided
}
