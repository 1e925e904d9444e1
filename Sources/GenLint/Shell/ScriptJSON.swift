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
    problem = isCertain ? problems.first : nil
  }

  /// Whether a fault of JSON stands before the first unknown part that is not inside a text of the JSON: what only a run knows
  /// can be any value there.
  private static func isCertain(_ text: String) -> Bool {
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
