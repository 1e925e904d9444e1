/// The shortest spelling of a number that reads back the same, as every target accepts it.
public enum NumberText {
  /// A whole number without a fraction; others as Swift's shortest round-trip text.
  public static func of(_ value: Double) -> String {
    precondition(value.isFinite, "only finite numbers are printed")
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }
}
