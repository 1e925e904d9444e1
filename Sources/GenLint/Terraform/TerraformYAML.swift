internal import Diagnostics
internal import Documents

/// What `yamldecode` makes of a text that is written down.
///
/// https://developer.hashicorp.com/terraform/language/functions/yamldecode
enum TerraformYAML {
  /// The largest text that is read, in bytes.
  private static let largest = 65_536
  /// Words that versions of YAML read as something else than a text.
  private static let words: Set<String> = [
    "yes", "no", "on", "off", "y", "n", "true", "false", "null", "nan", "inf",
  ]

  /// The value of a document; nil where it cannot be read here.
  static func value(_ text: String) -> TerraformValue? {
    YAMLReader(limits: .init(bytes: largest)).read(SourceText(file: "", text: text)).node.map(value)
  }

  private static func value(_ node: Node) -> TerraformValue {
    if node.tag != nil { return .unknown(.any) }
    switch node.content {
    case .mapping(let entries):
      // A merge brings keys that do not stand here.
      guard entries.allSatisfy({ $0.key.tag == nil && $0.key.text != nil && $0.key.text != "<<" }) else {
        return .unknown(.any)
      }
      return .mapping(entries.map { (key: $0.key.text ?? "", value: value($0.value)) }, isMap: false)
    case .sequence(let elements): return .sequence(elements.map(value), .tuple)
    case .scalar(let scalar) where scalar.style != .plain: return .text(scalar.text)
    case .scalar(let scalar): return plain(scalar.text)
    }
  }

  private static func plain(_ text: String) -> TerraformValue {
    switch text {
    case "true", "false": return .truth(text == "true")
    case "null", "~", "": return .null
    default: break
    }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits == "0" || !digits.hasPrefix("0")
    {
      return TerraformValue(numeral: text)
    }
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !words.contains(text.lowercased())
    else { return .unknown(.any) }
    return .text(text)
  }
}
