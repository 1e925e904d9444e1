/// Write operations that belong to a control and that no edition lists.
public enum ForgottenOperations: Hashable, Sendable {
  /// Events by name, as CloudTrail spells them, which is not always the API's spelling.
  case events(source: String, names: [String])
  /// Events that a name alone does not select. Must not match what the published text matches.
  /// With it a record that it matches, as one line of JSON.
  case pattern(String, match: String)
}
