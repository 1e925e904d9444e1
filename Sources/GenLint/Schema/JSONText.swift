internal import Diagnostics
internal import Documents
internal import JSONScanner

/// JSON as a tree of nodes with places.
enum JSONText {
  /// The deepest nesting that is read: no artefact comes near it, and the walks of the linter recurse.
  static let maximumDepth = 100

  /// What is wrong with a text that should be JSON.
  static func problem(in text: String) -> String? {
    do throws(JSONError) {
      _ = try JSONDocument(text)
      return nil
    } catch {
      return error.message
    }
  }

  /// The tree of a source text, or the diagnostic that says why there is none. Repeated names are findings beside the tree.
  static func read(_ source: SourceText) -> (node: Node?, diagnostics: [Diagnostic]) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(source.bytes)
    } catch {
      let end = min(error.offset + 1, source.bytes.count)
      let range = source.range(from: min(error.offset, source.bytes.count), to: end)
      return (nil, [.unreadable("not JSON: \(error.message)", at: range, hint: error.hint)])
    }
    var converter = Converter { source.range(from: $0.lowerBound, to: $0.upperBound) }
    let node = converter.node(document.root, depth: 0)
    return (converter.isTooDeep ? nil : node, converter.diagnostics)
  }

  /// The tree of a JSON text inside an artefact; every node stands at the given place.
  static func read(_ text: String, at range: SourceRange) -> Node? { read(text) { _ in range }.node }

  /// The tree of a JSON text inside an artefact; `place` tells where the text's byte offsets stand.
  static func read(_ text: String, place: @escaping (Range<Int>) -> SourceRange) -> (
    node: Node?, diagnostics: [Diagnostic]
  ) {
    do throws(JSONError) {
      var converter = Converter(place)
      let node = converter.node(try JSONDocument(text).root, depth: 0)
      return (converter.isTooDeep ? nil : node, converter.diagnostics)
    } catch {
      let count = text.utf8.count
      let range = place(min(error.offset, count)..<min(error.offset + 1, count))
      return (nil, [.unreadable(error.message, at: range, hint: error.hint)])
    }
  }

  private struct Converter {
    let place: (Range<Int>) -> SourceRange
    var diagnostics: [Diagnostic] = []
    var isTooDeep = false

    init(_ place: @escaping (Range<Int>) -> SourceRange) { self.place = place }

    mutating func node(_ value: JSONValue, depth: Int) -> Node {
      let range = place(value.range)
      if depth > JSONText.maximumDepth {
        if !isTooDeep {
          diagnostics.append(.unreadable("more than \(JSONText.maximumDepth) levels of nesting", at: range))
        }
        isTooDeep = true
        return Node(.sequence([]), range: range)
      }
      switch value.kind {
      case .string: return Node(.scalar(.init(text: value.string ?? "", style: .doubleQuoted)), range: range)
      case .null, .bool, .number:
        return Node(
          .scalar(.init(text: String(decoding: value.spelling, as: UTF8.self), style: .plain)), range: range)
      case .array: return Node(.sequence(value.elements.map { node($0, depth: depth + 1) }), range: range)
      case .object: return Node(.mapping(entries(of: value, depth: depth)), range: range)
      }
    }

    private mutating func entries(of value: JSONValue, depth: Int) -> [Node.Entry] {
      var names = Names()
      var entries: [Node.Entry] = []
      for member in value.members {
        let key = node(member.name, depth: depth)
        let name = key.text ?? ""
        if let first = names.take(name, at: key.range), name != "//" {
          diagnostics.append(.duplicate(name, at: key.range, first: first))
        }
        entries.append(Node.Entry(key: key, value: node(member.value, depth: depth + 1)))
      }
      return entries
    }
  }

  /// The names of an object's members so far, with their places. Most objects have a few, which are compared sooner than hashed.
  private struct Names {
    private var few: [(name: String, place: SourceRange)] = []
    private var many: [[UInt8]: SourceRange] = [:]

    /// Adds a name; answers where it stood last.
    mutating func take(_ name: String, at place: SourceRange) -> SourceRange? {
      guard few.count == 8 else {
        let index = few.lastIndex { $0.name.utf8.elementsEqual(name.utf8) }
        few.append((name, place))
        return index.map { few[$0].place }
      }
      if many.isEmpty { for entry in few { many[Array(entry.name.utf8)] = entry.place } }
      return many.updateValue(place, forKey: Array(name.utf8))
    }
  }
}

extension Diagnostic {
  /// The artefact or a part of it cannot be read.
  static func unreadable(_ problem: String, at range: SourceRange, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, .unreadableArtefact, problem, at: range, hint: hint)
  }
  fileprivate static func duplicate(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .duplicateKey, "duplicate key '\(key)'", at: range, hint: "remove one of the two",
      notes: [Note("first defined here", at: first)])
  }
}
