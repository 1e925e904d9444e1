/// Prints a script. Knows the shell's layout and nothing of AWS.
struct ShellPrinter {
  private static let width = 116

  /// The text, ending in a line break.
  func print(_ script: ShellScript) -> String {
    let header = ["#!/bin/sh"] + script.header.map(comment)
    let parts = script.parts.filter { !$0.isEmpty }.map { $0.flatMap { lines($0) } }
    return ([header] + parts).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func comment(_ line: String) -> String { line.isEmpty ? "#" : "# \(line)" }

  private func lines(_ statement: ShellStatement) -> [String] {
    switch statement {
    case .comment(let texts): texts.map(comment)
    case .blank: [""]
    case .command(let words): command(words)
    case .rows(let words, let rows): command(words, rows)
    case .assignment(let name, let value): ["\(name)=\(value.spellingInAssignment)"]
    case .capture(let name, let words): command(words, opening: "\(name)=$(", closing: ")")
    case .overridable(let name, let value): ["\(name)=${\(name)-\(value.spelling)}"]
    case .conditional(let condition, let then, let otherwise):
      ["if \(condition.map(\.spelling).joined(separator: " ")); then"] + indented(then)
        + (otherwise.isEmpty ? [] : ["else"] + indented(otherwise)) + ["fi"]
    case .function(let name, let body): ["\(name)() {"] + indented(body) + ["}"]
    case .printing(let function, let document):
      ["\(function)() {"] + ["  " + document.lines[0]] + document.lines.dropFirst() + ["}"]
    case .code(let text): ["\(text)"]
    }
  }

  /// Indents what is no continuation of a quoted word: the inside of quotes is the word's own.
  private func indented(_ statements: [ShellStatement]) -> [String] {
    statements.flatMap { lines($0) }.map { $0.isEmpty ? "" : "  \($0)" }
  }

  private func command(_ words: [ShellWord], opening: String = "", closing: String = "") -> [String] {
    let spellings = words.map(\.spelling)
    let oneLine = opening + spellings.joined(separator: " ") + closing
    if oneLine.unicodeScalars.count <= Self.width, !oneLine.unicodeScalars.contains("\n") { return [oneLine] }
    var rows: [String] = []
    for (word, spelling) in zip(words, spellings) {
      if let last = rows.last, !word.isOption {
        rows[rows.count - 1] = last + " " + spelling
      } else {
        rows.append(rows.isEmpty ? spelling : "  " + spelling)
      }
    }
    rows = continued(rows)
    rows[0] = opening + rows[0]
    rows[rows.count - 1] += closing
    return rows
  }

  /// One line where it is short enough, else a line for each row.
  private func command(_ words: [ShellWord], _ rows: [[ShellWord]]) -> [String] {
    let first = words.map(\.spelling).joined(separator: " ")
    let rest = rows.map { $0.map(\.spelling).joined(separator: " ") }
    let oneLine = ([first] + rest).joined(separator: " ")
    if oneLine.unicodeScalars.count <= Self.width, !oneLine.unicodeScalars.contains("\n") { return [oneLine] }
    return continued([first] + rest.map { "  " + $0 })
  }

  private func continued(_ rows: [String]) -> [String] {
    rows.enumerated().map { $0.offset == rows.count - 1 ? $0.element : $0.element + " \\" }
  }
}
