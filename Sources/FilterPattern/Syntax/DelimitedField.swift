/// A field of a pattern for lines divided by blanks.
public enum DelimitedField: Hashable, Sendable {
  /// Nothing between two commas: a field without a name or condition.
  case unnamed
  /// `...`: any number of fields, none included. At most one in a pattern.
  case ellipsis
  /// A name, with the conditions on it. Every condition in the expression carries the same name, and no other field
  /// of the pattern has it.
  case named(String, Expression<FieldCondition>)
}
