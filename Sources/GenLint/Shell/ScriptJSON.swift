internal import Diagnostics
internal import Documents
internal import JSONScanner

/// JSON in a word of a script, with what only a run knows inside it.
struct ScriptJSON {
  /// The tree; nil when it cannot be read.
  let node: Node?
  /// Why not, when that is certain whatever the unknown parts are.
  let problem: Diagnostic?

  /// Reads a text of a script.
  init(_ value: ShellText, in source: SourceText) {
    let place = { (range: Range<Int>) in
      let part = value.source(of: range)
      return source.range(from: part.lowerBound, to: part.upperBound)
    }
    let (node, problems) = JSONText.read(value.text, place: place)
    self.node = node
    let isCertain = node == nil && (value.isKnown || Self.isCertain(value.text))
    guard isCertain, var problem = problems.first else {
      self.problem = nil
      return
    }
    let end = value.text.utf8.count
    if problem.range?.start == place(end..<end).start, let open = Self.unclosed(in: value.text) {
      problem.range = place(open..<open + 1)
      problem.message = "nothing closes this bracket"
    }
    self.problem = problem
  }

  /// In a text that ends inside a container, the bracket whose end is another's: one that begins a line further left or right.
  private static func unclosed(in text: String) -> Int? {
    var open: [(offset: Int, indentation: Int)] = []
    var indentation = 0
    var isLead = true
    var isText = false
    var isEscaped = false
    for (offset, byte) in text.utf8.enumerated() {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case 10:
        indentation = 0
        isLead = true
      case 32, 9: if isLead { indentation += 1 }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append((offset, indentation))
        isLead = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let last = open.popLast(), isLead, last.indentation != indentation { return last.offset }
        isLead = false
      case UInt8(ascii: "\""):
        isText = true
        isLead = false
      default: isLead = false
      }
    }
    return nil
  }

  /// Whether a fault of JSON stands before the first unknown part that is not inside a text of the JSON: what only a run knows
  /// can be any value there.
  static func isCertain(_ text: String) -> Bool {
    var isText = false
    var isEscaped = false
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open, !isText { break }
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = isText
      } else if scalar == "\"" {
        isText.toggle()
      }
      offset += UTF8.width(scalar)
    }
    do throws(JSONError) {
      _ = try JSONDocument(text)
      return false
    } catch {
      // A text that never ends may have its end in an unknown part.
      return error.offset < offset || offset == text.utf8.count && !isText
    }
  }
}
