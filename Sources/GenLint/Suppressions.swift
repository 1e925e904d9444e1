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
  /// Names that are no codes.
  private(set) var findings: [Diagnostic] = []
  private let source: SourceText

  private static let mark = "gen-lint: ignore "

  /// Reads the comments of a source.
  init(_ source: SourceText) {
    self.source = source
    let mark = Array(Self.mark.utf8)
    let isMarked = source.bytes.withUnsafeBufferPointer { bytes in
      mark.withUnsafeBufferPointer { bytes.offset(of: $0) != nil }
    }
    guard isMarked else { return }
    var number = 1
    while let line = source.line(number) {
      if let found = line.range(ofASCII: Self.mark) {
        let isComment =
          line[..<found.lowerBound].contains(ascii: "#") || line[..<found.lowerBound].contains(ascii: "//")
        if isComment {
          add(
            line[found.upperBound...], number, isAlone: line.trimmingBlanks().utf8.first == UInt8(ascii: "#"))
        }
      }
      number += 1
    }
  }

  private mutating func add(_ text: Substring, _ line: Int, isAlone: Bool) {
    var codes: [DiagnosticCode] = []
    let place = SourceRange(file: source.file, start: SourcePosition(line: line, column: 1))
    for word in text.replacingCommas().fields(by: " ") where !word.isEmpty {
      guard word.uppercased().hasPrefix("GEN") else { break }
      // In JSON the text of a "//" member ends in a quote.
      let name = String(word.prefix { $0.isLetter || $0.isNumber })
      if let code = DiagnosticCode.find(named: name) {
        codes.append(code)
      } else {
        findings.append(.unknownCode(name, at: place))
      }
    }
    let lines =
      if isAlone {
        region(after: line)
      } else if source.line(line)?.contains(ascii: "\"//\"") == true {
        object(around: line)
      } else {
        line...line
      }
    regions += codes.map { Region(lines: lines, code: $0, place: place) }
  }

  /// The next line that is no comment, and what belongs to it.
  private func region(after line: Int) -> ClosedRange<Int> {
    var first = line + 1
    while let text = source.line(first)?.trimmingBlanks(),
      text.isEmpty || text.utf8.first == UInt8(ascii: "#")
    { first += 1 }
    guard let head = source.line(first) else { return line...line }
    var last = first
    var goesOn = head.utf8.last == UInt8(ascii: "\\")
    while let next = source.line(last + 1) {
      let isDeeper = !next.trimmingBlanks().isEmpty && indent(of: next) > indent(of: head)
      guard goesOn || isDeeper else { break }
      goesOn = next.utf8.last == UInt8(ascii: "\\")
      last += 1
    }
    return first...last
  }

  /// The lines of the JSON object that a `//` member stands in: those around it that are not indented less.
  private func object(around line: Int) -> ClosedRange<Int> {
    guard let text = source.line(line) else { return line...line }
    let depth = indent(of: text)
    var first = line
    while first > 1, let before = source.line(first - 1), indent(of: before) >= depth { first -= 1 }
    var last = line
    while let next = source.line(last + 1), indent(of: next) >= depth { last += 1 }
    return max(1, first - 1)...(last + 1)
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
    guard let list = metadata["gen"]?["ignore"] else { return }
    for node in list.elements ?? [list] {
      guard let name = node.text else { continue }
      if let code = DiagnosticCode.find(named: name) {
        regions.append(Region(lines: lines, code: code, place: node.range))
      } else {
        findings.append(.unknownCode(name, at: node.range))
      }
    }
  }

  /// Whether a finding is to be left out.
  mutating func hides(_ finding: Diagnostic) -> Bool {
    guard !regions.isEmpty, let line = finding.range?.start.line else { return false }
    var isHidden = false
    for index in regions.indices
    where regions[index].lines.contains(line) && regions[index].code == finding.code {
      regions[index].isUsed = true
      isHidden = true
    }
    return isHidden
  }

  /// The suppressions that hid nothing; asked for when every finding has been offered to `hides`.
  var unused: [Diagnostic] { regions.filter { !$0.isUsed }.map { .unusedIgnore($0.code, at: $0.place) } }
}

extension Substring {
  fileprivate func replacingCommas() -> String {
    String(decoding: utf8.map { $0 == UInt8(ascii: ",") ? 32 : $0 }, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func unknownCode(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.warning, .unknownIgnore, "'\(name)' is no code, so nothing is ignored", at: range)
  }
  fileprivate static func unusedIgnore(_ code: DiagnosticCode, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .unusedIgnore, "\(code.name) is not found here, so there is nothing to ignore", at: range,
      hint: "remove it")
  }
}
