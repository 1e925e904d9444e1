/// One message to the user, with a stable code and the place it speaks of.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is. Only an error stops the run; `--strict` raises warnings.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning, note
  }

  /// A second place that explains the first, such as "first defined here".
  public struct Note: Hashable, Sendable {
    /// The text, lower case, without a full stop.
    public var message: String
    /// Where it points.
    public var range: SourceRange?

    /// Makes a note.
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// A text that stands inside the source in another spelling (escaped, folded), shown with its own caret.
  public struct Excerpt: Hashable, Sendable {
    /// The text as the target reads it.
    public var text: String
    /// The 1-based column of the first character meant, in Unicode scalars.
    public var column: Int
    /// How many scalars are meant; at least 1 is shown.
    public var length: Int

    /// Makes an excerpt.
    public init(text: String, column: Int, length: Int) {
      self.text = text
      self.column = column
      self.length = length
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// The entry of the code catalogue.
  public var code: DiagnosticCode
  /// Lower case, quotes the user's own token, says what is wrong.
  public var message: String
  /// Where; nil when the message is about no place, such as a whole run.
  public var range: SourceRange?
  /// What to do, when we know it.
  public var hint: String?
  /// Further places.
  public var notes: [Note]
  /// The text with its own caret, when `range` can only point at the scalar that holds it.
  public var excerpt: Excerpt?
  /// Whether the line at `range` helps to understand the message; not when it is about the file as a whole.
  public var quotesLine: Bool

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at range: SourceRange? = nil,
    hint: String? = nil, notes: [Note] = [], excerpt: Excerpt? = nil, quotesLine: Bool = true
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
    self.notes = notes
    self.excerpt = excerpt
    self.quotesLine = quotesLine
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether one of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In reading order: by file, then position, those without a place last; ties keep their order.
  public func sortedByPosition() -> [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.range, right.element.range) {
      case (let a?, let b?):
        if a.file != b.file { return a.file < b.file }
        if a.start != b.start { return a.start < b.start }
        return left.offset < right.offset
      case (nil, nil): return left.offset < right.offset
      case (_?, nil): return true
      case (nil, _?): return false
      }
    }.map(\.element)
  }
}
