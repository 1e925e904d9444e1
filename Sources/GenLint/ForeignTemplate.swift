internal import Diagnostics

/// A text that another tool fills in before it is an artefact: a template of Jinja, Helm, Go or ERB.
enum ForeignTemplate {
  /// The error for a text whose reader stumbled where such a tool's tag stands; nil when none stands there.
  static func finding(_ problems: [Diagnostic], in source: SourceText) -> Diagnostic? {
    let broken = problems.filter { $0.severity == .error && $0.code != .duplicateKey }
    guard let line = broken.first?.range?.start.line else { return nil }
    for number in [line, line - 1] {
      guard let text = source.line(number), let tag = tag(in: text) else { continue }
      let column = tag.column
      let start = SourcePosition(line: number, column: column)
      let end = SourcePosition(line: number, column: column + 2)
      return .filledIn(tag.text, at: SourceRange(file: source.file, start: start, end: end))
    }
    return nil
  }

  private static func tag(in line: String) -> (text: String, column: Int)? {
    let scalars = Array(line.unicodeScalars)
    for index in scalars.indices.dropLast() {
      switch (scalars[index], scalars[index + 1]) {
      case ("{", "{"):
        // CloudFormation's own are resolved by the deployment.
        let name = String(String.UnicodeScalarView(scalars[(index + 2)...].drop { $0 == " " }.prefix(8)))
        if name != "resolve:" { return ("{{", index + 1) }
      case ("{", "%"): return ("{%", index + 1)
      case ("<", "%"): return ("<%", index + 1)
      default: continue
      }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func filledIn(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownArtefact, "'\(tag)' is for another tool, which makes an artefact of this text",
      at: range,
      hint: "check what that tool writes")
  }
}
