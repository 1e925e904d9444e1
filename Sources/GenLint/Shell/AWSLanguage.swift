internal import Documents

/// How the aws command reads values. JSON keeps its types; an option's own text is converted, which its style `literal` says here.
struct AWSLanguage: ValueLanguage {
  func reading(of node: Node) -> ValueReading {
    if let scalar = node.scalar, !ShellText.isKnown(scalar.text) || Self.isPlaceholder(scalar.text) {
      return .unknown
    }
    return .plain
  }

  /// Whether a text has a place in angle brackets that the reader of a runbook fills in, such as `<account-id>`; or that of an
  /// identifier whose digits are left to him: `i-xxx`.
  static func isPlaceholder(_ text: String) -> Bool {
    if ARNText.isToFillIn(text) || text.contains(ascii: "-xxx") { return true }
    guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
    var rest = Substring(text).utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { byte in
        byte == 32 || byte == 45 || byte == 95 || (48...57).contains(byte) || (65...90).contains(byte)
          || (97...122).contains(byte)
      }
      if let first = name.first, first > 57, rest[name.endIndex...].first == UInt8(ascii: ">") { return true }
    }
    return false
  }

  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool {
    let isText = scalar.style != .plain
    let isLoose = scalar.style == .literal
    switch type {
    case "string": return isText
    case "integer": return (!isText || isLoose) && Int(scalar.text) != nil
    case "number":
      // The aws command reads decimal numbers; Swift reads hexadecimal ones too.
      return (!isText || isLoose) && Double(scalar.text) != nil
        && !scalar.text.utf8.contains { $0 | 32 == UInt8(ascii: "x") }
    case "boolean":
      return (!isText || isLoose)
        && ["true", "false"].contains(isLoose ? scalar.text.lowercased() : scalar.text)
    default: return false
    }
  }

  func mismatch(of node: Node, with format: String) -> Mismatch? { nil }

  func isOpen(_ key: String) -> Bool { !ShellText.isKnown(key) }
}
