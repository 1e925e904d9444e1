internal import Diagnostics
internal import Documents

/// What an artefact itself asks to leave out: comments `gen-lint: ignore GEN4201`, and `gen: {ignore: [GEN4201]}` in a template's Metadata.
///
/// A comment counts for its own line, or, alone on a line, for the next one and what belongs to it: the lines that go on from it
/// and those that are indented deeper.
struct Suppressions {
  /// Some lines and a code that is left out in them.
  private struct Region {
    let lines: ClosedRange<Int>
    let code: DiagnosticCode
    /// Where it is asked for.
    let place: SourceRange
    var isUsed = false
  }

  private var regions: [Region] = []
  /// The regions of a few lines by each of those, and the others.
  private var byLine: [Int: [Int]] = [:]
  private var long: [Int] = []
  private static let few = 64
  /// What was found of the lines below a comment and around a member, for the next ones there.
  private var heads: (comments: Range<Int>, head: Int)?
  private var blocks: [Int: ClosedRange<Int>] = [:]
  private var objects: [Int: ClosedRange<Int>] = [:]
  /// Names that are no codes.
  private(set) var findings: [Diagnostic] = []
  private let source: SourceText
  /// What another linter is asked to leave out.
  private var others = IgnoredChecks()

  /// Reads the comments of a source.
  init(_ source: SourceText) {
    self.source = source
    guard SuppressionComment.isNamed(in: source.bytes) else { return }
    var number = 1
    while let line = source.line(number) {
      if let comment = SuppressionComment(line) { add(comment, number, line) }
      number += 1
    }
  }

  private mutating func add(_ comment: SuppressionComment, _ number: Int, _ line: String) {
    func place(_ word: SuppressionComment.Word) -> SourceRange {
      SourceRange(
        file: source.file, start: SourcePosition(line: number, column: word.columns.lowerBound),
        end: SourcePosition(line: number, column: word.columns.upperBound))
    }
    guard !comment.isMisspelled else {
      findings.append(.misspelled(comment, at: place(comment.request)))
      return
    }
    if comment.names.isEmpty { findings.append(.namesNoCode(at: place(comment.request))) }
    let lines =
      if line.trimmingBlanks().utf8.first == UInt8(ascii: "#") {
        region(after: number)
      } else if line.contains(ascii: "\"//\"") {
        object(around: number)
      } else {
        number...number
      }
    for name in comment.names { add(name.text, lines, at: place(name)) }
  }

  private mutating func add(_ name: String, _ lines: ClosedRange<Int>, at place: SourceRange) {
    // A sentence may go on behind the code.
    let name = name.utf8.last.map { ".:;".utf8.contains($0) } ?? false ? String(name.dropLast()) : name
    if let code = DiagnosticCode.find(named: name) {
      if lines.count <= Self.few {
        for line in lines { byLine[line, default: []].append(regions.count) }
      } else {
        long.append(regions.count)
      }
      regions.append(Region(lines: lines, code: code, place: place))
    } else {
      findings.append(.unknownCode(name, at: place))
    }
  }

  /// The next line that is no comment, and what belongs to it.
  private mutating func region(after line: Int) -> ClosedRange<Int> {
    var first = line + 1
    if let heads, heads.comments.contains(first) {
      first = heads.head
    } else {
      while let text = source.line(first)?.trimmingBlanks(),
        text.isEmpty || text.utf8.first == UInt8(ascii: "#")
      { first += 1 }
      heads = (line + 1..<first, first)
    }
    if let known = blocks[first] { return known }
    guard let head = source.line(first) else { return line...line }
    var last = first
    var goesOn = head.utf8.last == UInt8(ascii: "\\")
    while let next = source.line(last + 1) {
      let isDeeper = !next.trimmingBlanks().isEmpty && indent(of: next) > indent(of: head)
      guard goesOn || isDeeper else { break }
      goesOn = next.utf8.last == UInt8(ascii: "\\")
      last += 1
    }
    blocks[first] = first...last
    return first...last
  }

  /// The lines of the JSON object that a `//` member stands in: those around it that are not indented less.
  private mutating func object(around line: Int) -> ClosedRange<Int> {
    guard let text = source.line(line) else { return line...line }
    let depth = indent(of: text)
    if let known = objects[depth], known.contains(line) { return known }
    var first = line
    while first > 1, let before = source.line(first - 1), indent(of: before) >= depth { first -= 1 }
    var last = line
    while let next = source.line(last + 1), indent(of: next) >= depth { last += 1 }
    let lines = max(1, first - 1)...(last + 1)
    objects[depth] = lines
    return lines
  }

  private func indent(of line: String) -> Int { line.utf8.prefix { $0 == 32 || $0 == 9 }.count }

  /// Adds what the Metadata of a template and of its resources ask for.
  mutating func add(_ template: Template) {
    if let metadata = template.root["Metadata"] { add(metadata, 1...Int.max) }
    for resource in template.resources {
      guard let metadata = resource.item.node["Metadata"] else { continue }
      let lines =
        resource.item.key.start.line...max(resource.item.key.start.line, resource.item.node.range.end.line)
      add(metadata, lines)
    }
  }

  private mutating func add(_ metadata: Node, _ lines: ClosedRange<Int>) {
    others.add(metadata, lines)
    for entry in metadata.entries ?? [] {
      guard entry.key.text == "gen" else {
        // What other tools have here names no code of ours.
        if let value = entry.value["ignore"], namesCode(value) {
          findings.append(.misspelled(entry.key.text ?? "", as: "gen", at: entry.key.range))
        }
        continue
      }
      if entry.value.entries == nil, namesCode(entry.value) {
        findings.append(.misspelled("gen", as: "gen: {ignore: …}", at: entry.key.range))
      }
      for own in entry.value.entries ?? [] {
        let key = own.key.text ?? ""
        if key == "ignore" {
          addList(own.value, lines)
        } else if SuppressionComment.isAlmostIgnore(key) || namesCode(own.value) {
          findings.append(.misspelled(key, as: "ignore", at: own.key.range))
        }
      }
    }
  }

  private mutating func addList(_ list: Node, _ lines: ClosedRange<Int>) {
    for node in list.elements ?? [list] {
      let names = node.text?.split { $0 == "," || $0 == " " }.map(String.init) ?? []
      if names.isEmpty { findings.append(.namesNoCode(at: node.range)) }
      for name in names { add(name, lines, at: node.range) }
    }
  }

  private func namesCode(_ node: Node) -> Bool {
    (node.elements ?? [node]).contains { node in
      node.text.map { SuppressionComment.Word(text: $0, columns: 1..<1).isCode } ?? false
    }
  }

  /// Whether a finding is to be left out.
  mutating func hides(_ finding: Diagnostic) -> Bool {
    var isHidden = others.hides(finding)
    guard !regions.isEmpty, let line = finding.range?.start.line else { return isHidden }
    for index in (byLine[line] ?? []) + long
    where regions[index].lines.contains(line) && regions[index].code == finding.code {
      regions[index].isUsed = true
      isHidden = true
    }
    return isHidden
  }

  /// The suppressions that hid nothing; asked for when every finding has been offered to `hides`.
  var unused: [Diagnostic] { regions.filter { !$0.isUsed }.map { .unusedIgnore($0.code, at: $0.place) } }
}

extension Diagnostic {
  fileprivate static func unknownCode(_ name: String, at range: SourceRange) -> Diagnostic {
    let near = DiagnosticCode.nearest(to: name).map { "did you mean \($0.name)?" }
    return Diagnostic(
      .warning, .unknownIgnore, "'\(name)' is no code, so it silences nothing", at: range,
      hint: near ?? "codes look like GEN4201; 'gen explain' lists them")
  }
  fileprivate static func namesNoCode(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .unknownIgnore, "no code is named here, so nothing is silenced", at: range,
      hint: "name the codes of the findings, such as GEN4201")
  }
  fileprivate static func misspelled(_ comment: SuppressionComment, at range: SourceRange) -> Diagnostic {
    let names =
      comment.names.isEmpty ? "CODE" : comment.names.map { $0.text.uppercased() }.joined(separator: ", ")
    return Diagnostic(
      .warning, .misspelledIgnore, "'\(comment.request.text)' silences nothing", at: range,
      hint: "write 'gen-lint: ignore \(names)'")
  }
  fileprivate static func misspelled(_ key: String, as meant: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .misspelledIgnore, "'\(key)' in Metadata silences nothing", at: range,
      hint: "write '\(meant)': Metadata silences findings with 'gen: {ignore: [GEN4201]}'")
  }
  fileprivate static func unusedIgnore(_ code: DiagnosticCode, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .unusedIgnore, "\(code.name) is not found here, so there is nothing to silence", at: range,
      hint: "remove it")
  }
}
