internal import Diagnostics

/// A template that stands in another artefact as a text: the body of a StackSet or of a stack.
struct EmbeddedTemplate {
  /// The template by itself.
  let source: SourceText
  /// Whether it is written in JSON.
  let isJSON: Bool
  private let value: ChainValue
  private let place: Place?
  /// The lines into which `Sub` puts what only a deployment knows.
  private let filled: Set<Int>

  /// Where the artefact has the template as it is, line by line.
  private struct Place {
    /// The 1-based line of the artefact that ends in the template's first line.
    let line: Int
    /// How many characters stand before the first line, and before each of the others.
    let first: Int
    let indentation: Int
  }

  /// Reads a value of an artefact; nil when it is no template, or what is not known of it may be more than a part of some texts.
  /// `lines` are the artefact's.
  init?(_ value: ChainValue, in artefact: SourceText, _ lines: [ArraySlice<UInt8>]) {
    guard let text = value.known ?? Self.filledIn(value) else { return nil }
    filled = ShellText.isKnown(text) ? [] : Self.filledLines(of: text)
    source = SourceText(file: artefact.file, text: text)
    let kind = ArtefactKind(source)
    guard kind == .cloudFormationYAML || kind == .cloudFormationJSON else { return nil }
    isJSON = kind == .cloudFormationJSON
    self.value = value
    // What is filled in stands in the artefact by its name.
    let written = filled.isEmpty ? text : value.node?.text ?? text
    place = Self.place(of: written, in: lines, from: value.range.start.line)
  }

  /// The text of a `Sub` whose unknown parts stand inside its lines. One that begins a line may be several.
  private static func filledIn(_ value: ChainValue) -> String? {
    guard value.alternatives.isEmpty, value.reference == nil, let written = value.node?.text,
      written != value.text
    else { return nil }
    let lines = value.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == written.split(separator: "\n", omittingEmptySubsequences: false).count else {
      return nil
    }
    let mayBeMore = lines.contains { $0.unicodeScalars.first { $0 != " " && $0 != "-" } == ShellText.open }
    return mayBeMore ? nil : value.text
  }

  private static func filledLines(of text: String) -> Set<Int> {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Set(lines.indices.filter { !ShellText.isKnown(String(lines[$0])) }.map { $0 + 1 })
  }

  /// Whether a finding is certain, whatever is filled in.
  func isCertain(_ diagnostic: Diagnostic) -> Bool {
    guard !filled.isEmpty else { return true }
    // What is filled in may use a name.
    if [.unusedParameter, .unusedCondition].contains(diagnostic.code) { return false }
    let ranges = [diagnostic.range] + diagnostic.notes.map(\.range)
    let isTouched = ranges.compactMap(\.self).contains { range in
      (range.start.line...max(range.start.line, range.end.line)).contains(where: filled.contains)
    }
    return !isTouched && ShellText.isKnown(diagnostic.message)
  }

  /// The lines of a text, without their ends.
  static func lines(of source: SourceText) -> [ArraySlice<UInt8>] {
    source.bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      $0.last == 13 ? $0.dropLast() : $0
    }
  }

  /// A finding in the template, where it stands in the artefact. A text in another spelling, such as a JSON string, has one place:
  /// then the message tells the template's line, and the line is shown.
  func moved(_ diagnostic: Diagnostic) -> Diagnostic {
    var moved = diagnostic
    moved.range = diagnostic.range.map(place(of:))
    for index in moved.notes.indices { moved.notes[index].range = moved.notes[index].range.map(place(of:)) }
    guard place == nil, let range = diagnostic.range else { return moved }
    moved.message = "in line \(range.start.line) of the template: \(diagnostic.message)"
    if let line = source.line(range.start.line), moved.excerpt == nil {
      let length = range.end.line == range.start.line ? range.end.column - range.start.column : 1
      moved.excerpt = .init(text: line, column: range.start.column, length: max(1, length))
    }
    return moved
  }

  private func place(of range: SourceRange) -> SourceRange {
    guard let place else { return value.range }
    func position(_ inner: SourcePosition) -> SourcePosition {
      SourcePosition(
        line: inner.line + place.line - 1,
        column: inner.column + (inner.line == 1 ? place.first : place.indentation))
    }
    return SourceRange(file: range.file, start: position(range.start), end: position(range.end))
  }

  /// Looks for the template's lines in the artefact: first from where the value stands, then everywhere, since a here-document may
  /// stand far from the command that takes it.
  private static func place(of text: String, in lines: [ArraySlice<UInt8>], from start: Int) -> Place? {
    var wanted = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
    while wanted.count > 1, wanted.last?.isEmpty == true { wanted.removeLast() }
    let near = max(0, start - 1)
    let order = Array(min(near, lines.count)..<lines.count) + Array(0..<min(near, lines.count))
    // Lines that are all alike would be compared over and over.
    var comparisons = lines.count + 1_000_000
    for index in order where comparisons > 0 {
      if let found = place(of: wanted, in: lines, at: index, &comparisons) { return found }
    }
    return nil
  }

  private static func place(
    of wanted: [ArraySlice<UInt8>], in lines: [ArraySlice<UInt8>], at index: Int, _ comparisons: inout Int
  )
    -> Place?
  {
    comparisons -= 1
    guard index + wanted.count <= lines.count, ends(lines[index], in: wanted[0]) else { return nil }
    let first = scalars(lines[index].dropLast(wanted[0].count))
    var indentation: Int?
    for (offset, line) in wanted.enumerated().dropFirst() where !line.isEmpty {
      comparisons -= 1
      let whole = lines[index + offset]
      let blanks = indentation ?? whole.prefix { $0 == 32 }.count - line.prefix { $0 == 32 }.count
      guard blanks >= 0, whole.prefix(blanks).allSatisfy({ $0 == 32 }) else { return nil }
      let rest = whole.dropFirst(blanks)
      // A quote may follow the last line.
      let isLast = offset == wanted.count - 1
      guard isLast ? rest.starts(with: line) : rest.elementsEqual(line) else { return nil }
      indentation = blanks
    }
    return Place(line: index + 1, first: first, indentation: indentation ?? 0)
  }

  private static func ends(_ line: ArraySlice<UInt8>, in wanted: ArraySlice<UInt8>) -> Bool {
    line.count >= wanted.count && line.suffix(wanted.count).elementsEqual(wanted)
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
