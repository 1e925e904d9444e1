internal import Documents

extension Node.Scalar {
  /// The text that a deployment makes of a scalar: a number that is written in groups, such as `1_000`, loses its underscores, and what
  /// YAML 1.1 calls a truth value becomes `true` or `false`.
  ///
  /// https://yaml.org/type/bool.html
  var deployed: String {
    if let number = groupedNumber { return number }
    guard style == .plain else { return text }
    switch text {
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return "true"
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return "false"
    default: return text
    }
  }
}
