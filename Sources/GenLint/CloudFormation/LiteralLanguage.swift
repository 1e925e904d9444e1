internal import Diagnostics
internal import Documents

/// How values are spelled where a template allows no functions: in parameters, mappings and what the console reads.
struct LiteralLanguage: ValueLanguage {
  private let values: TemplateLanguage
  /// Whether a number or a truth value is no text: nobody turns one into the other.
  private let isStrict: Bool

  /// Makes a language for the literal sections of a template.
  init(_ template: Template, isStrict: Bool = false) {
    values = TemplateLanguage(template: template)
    self.isStrict = isStrict
  }

  func reading(of node: Node) -> ValueReading { .plain }
  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool {
    if isStrict, type == "string", scalar.isNumberOrWord { return false }
    return values.accepts(scalar, as: type)
  }
  func mismatch(of node: Node, with format: String) -> Mismatch? { nil }
  func isOpen(_ key: String) -> Bool { values.isOpen(key) }

  /// Functions in short form, where a literal value is wanted. Long ones look like structures, which a schema refuses.
  static func calls(in node: Node) -> [Diagnostic] {
    if let call = Intrinsic(node), node.tag != nil, call.name != "Transform" {
      return [.functionInLiteral(call)]
    }
    return (node.elements ?? node.entries?.map(\.value) ?? []).flatMap { calls(in: $0) }
  }
}

extension Diagnostic {
  fileprivate static func functionInLiteral(_ call: Intrinsic) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "'\(call.name)' cannot stand here", at: call.node.range,
      hint: "write the value itself: no function is allowed here")
  }
}
