/// Writes a diagnostic for a person: place, severity, code, message, source line, caret, hint, notes.
///
/// Reads a diagnostic and the source texts. Produces text ending in a newline. Never prints.
public struct TextFormatter: Sendable {
  /// Whether to colour with ANSI escapes.
  public var colour: Bool
  private let sources: [String: SourceText]

  /// Makes a formatter that can quote the given sources.
  public init(sources: [SourceText] = [], colour: Bool = false) {
    self.sources = Dictionary(sources.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    self.colour = colour
  }

  /// The text of one diagnostic, ending in a newline.
  public func format(_ diagnostic: Diagnostic) -> String {
    var text = ""
    if let range = diagnostic.range { text += paint(place(range) + ": ", .bold) }
    text += paint("\(diagnostic.severity.rawValue)[\(diagnostic.code.name)]", style(of: diagnostic.severity))
    text += ": \(TerminalText.visible(diagnostic.message))\n"
    if let range = diagnostic.range, diagnostic.quotesLine { text += snippet(range) }
    if let excerpt = diagnostic.excerpt {
      text += Self.quote(excerpt.text, column: excerpt.column, length: excerpt.length)
    }
    if let hint = diagnostic.hint { text += paint("hint", .bold) + ": \(TerminalText.visible(hint))\n" }
    for note in diagnostic.notes {
      let where_ = note.range.map { place($0) + ": " } ?? ""
      text += "\(where_)note: \(TerminalText.visible(note.message))\n"
    }
    return text
  }

  private func place(_ range: SourceRange) -> String {
    "\(TerminalText.visible(range.file)):\(range.start.line):\(range.start.column)"
  }

  private func snippet(_ range: SourceRange) -> String {
    guard
      let (line, column) = sources[range.file]?.excerpt(
        ofLine: range.start.line, around: range.start.column)
    else { return "" }
    let length =
      range.end.line == range.start.line
      ? range.end.column - range.start.column
      : line.unicodeScalars.count - column + 1
    return Self.quote(line, column: column, length: length)
  }

  /// The line, indented by two, and under it a caret with tildes. A long line is cut to a window around the caret.
  static func quote(_ line: String, column: Int, length: Int) -> String {
    let scalars = Array(line.unicodeScalars)
    let first = min(max(column - 1, 0), scalars.count)
    let last = min(first + max(length, 1), max(scalars.count, first + 1))
    let from = scalars.count <= window ? 0 : min(max(first - window / 3, 0), scalars.count)
    let to = min(from + window, scalars.count)
    var shown = from > 0 ? "…" : ""
    var under = from > 0 ? " " : ""
    for index in from..<to {
      let cell = TerminalText.visible(String(Character(scalars[index])), keepingTabs: true)
      shown += cell
      guard index < last else { continue }
      let mark = index < first ? " " : index == first ? "^" : "~"
      let width = cell.unicodeScalars.count
      under += cell == "\t" ? "\t" : mark + String(repeating: mark == "^" ? "~" : mark, count: width - 1)
    }
    if to < scalars.count { shown += "…" }
    if first >= to { under += "^" }
    return "  \(shown)\n  \(under)\n"
  }

  private static let window = 120

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
  }

  private func style(of severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
