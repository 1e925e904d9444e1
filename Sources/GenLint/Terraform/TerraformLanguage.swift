internal import Documents

/// How a Terraform JSON configuration spells values: texts are templates, and simple types are converted.
struct TerraformLanguage: ValueLanguage {
  /// Whether the texts are taken as they stand, as those of a `terraform` block are.
  var isLiteral = false
  /// The local values that are texts without expressions, by name.
  var constants: [String: String] = [:]
  /// The types of what expressions refer to, where they are judged.
  var typing: TerraformTyping?

  /// An expression may yield null, which counts as not set.
  var mayYieldNothing: Bool { true }

  func reading(of node: Node) -> ValueReading {
    guard let scalar = node.scalar else { return .plain }
    if scalar.style == .plain { return scalar.text == "null" ? .absent : .plain }
    guard !isLiteral, TerraformTemplate.mayHold(scalar.text) else { return .plain }
    if let text = TerraformTemplate.literal(scalar.text, constants: constants) { return .text(text) }
    guard let typing, let pieces = try? TerraformTemplate.pieces(of: scalar.text) else { return .unknown }
    let value = typing.value(of: pieces)
    return value.isNull ? .absent : value.text.map { .text($0) } ?? .unknown
  }

  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool {
    switch type {
    case "string": return true
    case "integer":
      return TerraformValue.number(scalar.text).map { $0 == $0.rounded() && $0.isFinite } ?? false
    case "number": return TerraformValue.number(scalar.text) != nil
    case "boolean":
      return ["true", "false"].contains(scalar.text)
        || scalar.style != .plain && ["0", "1"].contains(scalar.text)
    default: return false
    }
  }

  func names(givenBy entry: Node.Entry) -> [String]? {
    guard entry.key.text == "dynamic" else { return entry.key.text == "//" ? [] : nil }
    return TerraformConfiguration.bodies(entry.value).flatMap { $0.entries ?? [] }.compactMap(\.key.text)
  }

  func isOpen(_ key: String) -> Bool { key == "dynamic" || key == "//" }

  /// The provider names each of the two.
  var tellsPairsWhole: Bool { true }

  /// The provider counts bytes.
  func length(of text: String) -> Int { text.utf8.count }

  func mismatch(of node: Node, with format: String) -> Mismatch? {
    guard format == "arn", let written = typing?.written(node) ?? node.text,
      let given = TerraformYield(written), given.kind != .arn
    else { return nil }
    return Mismatch(
      found: "\(given.kind.rawValue) of '\(given.resource)'", hint: "use '${\(given.resource).arn}'")
  }

  func misfit(of node: Node, with types: [String]) -> String? {
    guard let typing, let text = node.text, let pieces = try? TerraformTemplate.pieces(of: text) else {
      return nil
    }
    if let part = Self.literal(in: pieces, thatIsNo: types) {
      return "a text with '\(part.prefix(40))' in it"
    }
    let type = typing.type(of: pieces)
    let words = ["integer": "number", "boolean": "bool", "array": "list", "object": "map"]
    let found = types.map { type.misfit(words[$0] ?? $0) }
    return found.contains { $0 == nil } ? nil : found.first ?? nil
  }

  /// What is written in a template beside its expressions and makes it no number or truth value, whatever they yield.
  static func literal(in pieces: [TerraformTemplate.Piece], thatIsNo types: [String]) -> String? {
    let allowed: String
    switch types {
    case ["boolean"]: allowed = "truefals01"
    case ["number"], ["integer"]: allowed = "0123456789+-.eEpPInif"
    default: return nil
    }
    for piece in pieces {
      switch piece {
      case .literal(let text):
        // Blanks beside a '~' are dropped.
        let part = text.trimmingBlanks()
        if !part.utf8.allSatisfy(allowed.utf8.contains) { return part }
      case .interpolation: break
      case .directive: return nil
      }
    }
    return nil
  }
}
