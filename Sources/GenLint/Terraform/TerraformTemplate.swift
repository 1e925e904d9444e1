/// A text of a Terraform JSON configuration that is read as a template.
///
/// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
enum TerraformTemplate {
  /// A part of a template.
  enum Piece {
    case literal(String)
    /// The expression between `${` and `}`, and how it is spelled.
    case interpolation(TerraformExpression, String)
    /// What stands between `%{` and `}`.
    case directive(Directive)
  }

  /// What a template does between `%{` and `}`.
  enum Directive {
    case condition(TerraformExpression)
    case otherwise
    case endCondition
    case loop([String], TerraformExpression)
    case endLoop
  }

  /// Why a text is not a template, or not an expression.
  struct Failure: Error {
    /// Lower case, without a full stop.
    let message: String

    init(_ message: String) { self.message = message }
  }

  /// The parts of a text.
  static func pieces(of text: String) throws(Failure) -> [Piece] {
    guard mayHold(text) else { return text.isEmpty ? [] : [.literal(text)] }
    var parser = TerraformExpressionParser(text)
    return try parser.template(isQuoted: false)
  }

  /// The expression that a text is, as `type` and `depends_on` have it without `${`.
  static func expression(_ text: String) throws(Failure) -> TerraformExpression {
    var parser = TerraformExpressionParser(text)
    let found = try parser.expression()
    parser.skipBlanks()
    guard parser.at == parser.bytes.count else { throw Failure("there is something behind the expression") }
    return found
  }

  /// Whether a text has a sign that begins an expression, escaped or not.
  static func mayHold(_ text: String) -> Bool { text.contains(ascii: "${") || text.contains(ascii: "%{") }

  /// The literal text, when nothing in it is an expression but local values that are constant.
  static func literal(_ text: String, constants: [String: String] = [:]) -> String? {
    (try? pieces(of: text)).flatMap { joined($0, constants) }
  }

  /// The text of pieces that are all constant.
  static func constant(_ pieces: [Piece]) -> String? { joined(pieces, [:]) }

  /// The same over local values that are constant.
  private static func joined(_ pieces: [Piece], _ constants: [String: String]) -> String? {
    var whole = ""
    for piece in pieces {
      switch piece {
      case .literal(let part): whole += part
      case .interpolation(let inner, _):
        guard let part = constant(inner, constants) else { return nil }
        whole += part
      case .directive: return nil
      }
    }
    return whole
  }

  /// What an expression yields when it is a constant of a simple type.
  private static func constant(_ expression: TerraformExpression, _ constants: [String: String]) -> String? {
    switch expression {
    case .literal(let text): return text == "null" ? nil : text
    case .relative(let inner, let path): return path.isEmpty ? constant(inner, constants) : nil
    case .traversal("local", let path):
      guard path.count == 1, case .attribute(let name) = path[0] else { return nil }
      return constants[name]
    case .template(let pieces): return joined(pieces, constants)
    case .operation("-", let operands):
      guard operands.count == 1, case .literal(let text) = operands[0], Double(text) != nil else {
        return nil
      }
      return "-" + text
    case .conditional(let condition, let first, let second):
      switch constant(condition, constants) {
      case "true": return constant(first, constants)
      case "false": return constant(second, constants)
      default: return nil
      }
    default: return nil
    }
  }
}
