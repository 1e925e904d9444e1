import Diagnostics

/// One warning for many places: the first is shown, the others are counted.
enum Repeated {
  static func warning(_ code: DiagnosticCode, _ message: String, at ranges: [SourceRange]) -> Diagnostic {
    let others = ranges.count - 1
    let notes =
      others > 0 ? [Diagnostic.Note("so is it at \(others) more place\(others == 1 ? "" : "s")")] : []
    return Diagnostic(.warning, code, message, at: ranges.first, notes: notes)
  }
}
