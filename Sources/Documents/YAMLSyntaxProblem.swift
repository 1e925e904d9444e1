import Diagnostics

/// What libyaml says of a broken document: a problem where it noticed, and a context where it began.
struct YAMLSyntaxProblem {
  let problem: String
  let problemPosition: SourcePosition
  let context: String?
  let contextPosition: SourcePosition
  /// Whether nothing but blanks stands before the problem on its line.
  let isFirstOnLine: Bool

  /// The diagnostic at the place where the mistake is, which is the context's mark for constructs left open and
  /// the problem's mark otherwise.
  func diagnostic(file: String) -> Diagnostic {
    let atContext = context.map { context in Self.leftOpen.contains { context.contains($0) } } ?? false
    let place = SourceRange(file: file, start: atContext ? contextPosition : problemPosition)
    let other = SourceRange(file: file, start: atContext ? problemPosition : contextPosition)
    var notes: [Diagnostic.Note] = []
    if let context, other.start != place.start {
      notes.append(.init(atContext ? "noticed here" : context, at: other))
    }
    let message = atContext ? "\(context ?? ""): \(problem)" : problem
    return Diagnostic(.error, .yamlSyntax, message, at: place, hint: hint, notes: notes)
  }

  /// Contexts whose beginning is the true place of the mistake.
  private static let leftOpen = ["simple key", "quoted scalar", "flow sequence", "flow mapping"]

  private var hint: String? {
    if problem.contains("cannot start any token") {
      return "a value that begins with '%', '@', '`' or a tab must be in single quotes; indent with spaces"
    }
    if problem.contains("mapping values are not allowed") {
      return "a text that contains ': ' must be in single quotes"
    }
    if context?.contains("quoted scalar") == true { return "close the quote" }
    if context?.contains("flow ") == true {
      return "a text that begins with '{' or '[', such as a filter pattern, must be in single quotes"
    }
    if problem.contains("did not find expected key"), !isFirstOnLine {
      return
        "a value ends before this; a text with quotes or braces in it must be in single quotes as a whole"
    }
    if problem.contains("did not find expected key") || problem.contains("did not find expected '-'") {
      return "check the indentation of this line and the one above"
    }
    if problem.contains("could not find expected ':'") { return "write 'key: value'" }
    return nil
  }
}
