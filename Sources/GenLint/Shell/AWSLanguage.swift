internal import Documents

/// How the aws command reads values. JSON keeps its types; an option's own text is converted, which its style `literal` says here.
struct AWSLanguage: ValueLanguage {
  func reading(of node: Node) -> ValueReading {
    if let scalar = node.scalar, !ShellText.isKnown(scalar.text) { return .unknown }
    return .plain
  }

  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool {
    let isText = scalar.style != .plain
    let isLoose = scalar.style == .literal
    switch type {
    case "string": return isText
    case "integer": return (!isText || isLoose) && Int(scalar.text) != nil
    case "number": return (!isText || isLoose) && Double(scalar.text) != nil
    case "boolean":
      return (!isText || isLoose)
        && ["true", "false"].contains(isLoose ? scalar.text.lowercased() : scalar.text)
    default: return false
    }
  }

  func mismatch(of node: Node, with format: String) -> String? { nil }

  func isOpen(_ key: String) -> Bool { !ShellText.isKnown(key) }
}
