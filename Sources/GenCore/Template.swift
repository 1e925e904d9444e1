internal import CTemplates
public import Diagnostics

/// A spec that is built into the program: a file under `templates/`.
public struct Template: Sendable {
  /// The file's name without its ending, which is also the spec's name.
  public let name: String
  /// The spec.
  public let source: SourceText

  /// The template that is used when no spec is named.
  public static let standardName = "organizations-changes"

  /// Every template, in the order of their names.
  public static let all: [Template] = UnsafeBufferPointer(
    start: gen_templates(), count: gen_template_count()
  ).map { template in
    let name = String(cString: template.name)
    let bytes = Array(UnsafeBufferPointer(start: template.bytes, count: template.count))
    return Template(name: name, source: SourceText(file: "templates/\(name).yaml", bytes: bytes))
  }

  /// Finds a template by name.
  public static func find(_ name: String) -> Template? { all.first { $0.name.utf8.elementsEqual(name.utf8) } }

  /// The first line of the spec's leading comment: what the template is for.
  public var summary: String {
    let line = source.line(1) ?? ""
    return String(line.drop { $0 == "#" || $0 == " " })
  }
}
