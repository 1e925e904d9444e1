internal import CJansson

/// Prints a tree as JSON (RFC 8259) through jansson. A tag is a fault of the caller: JSON has none.
public struct JSONPrinter: Sendable {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// Two spaces an indent, a final line break.
    case indented
    /// On one line, without a line break.
    case compact
    /// On one line with a blank after `:` and `,`, without a line break.
    case oneLine
  }

  private let layout: Layout

  /// Makes a printer.
  public init(_ layout: Layout = .indented) { self.layout = layout }

  /// The text of a document.
  public func print(_ tree: Tree) -> String {
    let value = make(tree)
    defer { json_decref(value) }
    let flags =
      switch layout {
      case .indented: gen_json_indent(2)
      case .compact: Int(JSON_COMPACT)
      case .oneLine: 0
      }
    guard let text = json_dumps(value, flags | gen_json_real_precision(15) | Int(JSON_ENCODE_ANY)) else {
      preconditionFailure("the tree is deeper than jansson prints, or memory ran out")
    }
    defer { free(text) }
    return String(cString: text) + (layout == .indented ? "\n" : "")
  }

  /// A new reference. jansson's `_new` setters steal it, so only the root is released.
  private func make(_ tree: Tree) -> UnsafeMutablePointer<json_t>? {
    switch tree {
    case .text(let text), .quotedText(let text), .block(let text): return json_stringn(text, text.utf8.count)
    case .integer(let value): return json_integer(json_int_t(value))
    case .decimal(let value):
      precondition(value.isFinite, "only finite numbers are printed")
      let isWhole = value == value.rounded() && abs(value) < 1e15
      return isWhole ? json_integer(json_int_t(value)) : json_real(value)
    case .boolean(let value): return value ? json_true() : json_false()
    case .list(let elements):
      let array = json_array()
      for element in elements { json_array_append_new(array, make(element)) }
      return array
    case .map(let members):
      let object = json_object()
      for member in members {
        precondition(json_object_get(object, member.key) == nil, "a mapping's keys are unique")
        json_object_set_new(object, member.key, make(member.value))
      }
      return object
    case .tagged(let tag, _): preconditionFailure("JSON has no tag, found \(tag)")
    }
  }
}
