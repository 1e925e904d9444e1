/// A condition, or several joined by `&&` or `||`.
///
/// Both joins are kept flat: a child of `.all` is never itself an `.all`, a child of `.any` never an `.any`, and both
/// have two children at least. Parentheses are not kept. `&&` binds tighter than `||`.
public indirect enum Expression<Condition: Hashable & Sendable>: Hashable, Sendable {
  /// One condition.
  case condition(Condition, SourceSpan)
  /// Joined by `&&`: true when each child is.
  case all([Expression], SourceSpan)
  /// Joined by `||`: true when some child is.
  case any([Expression], SourceSpan)

  /// Where it stands, without parentheses around it.
  public var span: SourceSpan {
    switch self {
    case .condition(_, let span), .all(_, let span), .any(_, let span): span
    }
  }

  /// The conditions, from left to right.
  public var conditions: [Condition] {
    var found: [Condition] = []
    addConditions(to: &found)
    return found
  }

  private func addConditions(to found: inout [Condition]) {
    switch self {
    case .condition(let condition, _): found.append(condition)
    case .all(let children, _), .any(let children, _):
      for child in children { child.addConditions(to: &found) }
    }
  }

  /// Joins by `&&`, taking apart children that are already joined so. One child is returned as it is.
  public static func all(of children: [Expression]) -> Expression {
    join(children, span: around(children)) {
      if case .all(let inner, _) = $0 { inner } else { nil }
    } as: {
      .all($0, $1)
    }
  }

  /// Joins by `||`, taking apart children that are already joined so. One child is returned as it is.
  public static func any(of children: [Expression]) -> Expression {
    join(children, span: around(children)) {
      if case .any(let inner, _) = $0 { inner } else { nil }
    } as: {
      .any($0, $1)
    }
  }

  private static func around(_ children: [Expression]) -> SourceSpan {
    precondition(!children.isEmpty, "a join has children")
    let first = children[0].span.offsets.lowerBound
    return SourceSpan(first..<max(first, children[children.count - 1].span.offsets.upperBound))
  }

  private static func join(
    _ children: [Expression], span: SourceSpan, inner: (Expression) -> [Expression]?,
    as make: ([Expression], SourceSpan) -> Expression
  ) -> Expression {
    if children.count == 1 { return children[0] }
    return make(children.flatMap { inner($0) ?? [$0] }, span)
  }
}
