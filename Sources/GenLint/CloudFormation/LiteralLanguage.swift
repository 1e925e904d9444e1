internal import Documents

/// How values are spelled where a template allows no functions: in parameters, mappings and what the console reads.
struct LiteralLanguage: ValueLanguage {
  private let values: TemplateLanguage

  /// Makes a language for the literal sections of a template.
  init(_ template: Template) { values = TemplateLanguage(template: template) }

  func reading(of node: Node) -> ValueReading { .plain }
  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool { values.accepts(scalar, as: type) }
  func mismatch(of node: Node, with format: String) -> String? { nil }
  func isOpen(_ key: String) -> Bool { values.isOpen(key) }
}
