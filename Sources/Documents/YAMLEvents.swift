internal import CLibYAML
import Diagnostics

/// One event of libyaml's parser, copied out of C.
struct YAMLEvent {
  enum Kind {
    case streamEnd
    case documentStart
    case alias(String)
    case scalar(Node.Scalar, tag: String?)
    case collectionStart(isMapping: Bool, tag: String?)
    case collectionEnd
  }

  let kind: Kind
  let range: SourceRange
  /// The name that aliases call the node by.
  let anchor: String?
}

/// Owns a libyaml parser and the bytes it reads.
///
/// The parser stands on the heap because it keeps pointers into itself, and the bytes are copied because libyaml reads
/// them long after the call that hands them over. libyaml's marks are 0-based; ours are 1-based.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let source: SourceText
  private var file: String { source.file }

  init(source: SourceText) throws(ReadFailure) {
    self.source = source
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: max(source.bytes.count, 1))
    _ = input.update(fromContentsOf: source.bytes)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      input.deallocate()
      parser.deallocate()
      throw ReadFailure(diagnostic: .outOfMemory(source.range(from: 0, to: 0)))
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, source.bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event that matters to a reader.
  mutating func next() throws(ReadFailure) -> YAMLEvent {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
      defer { yaml_event_delete(&event) }
      let range = SourceRange(
        file: file, start: position(event.start_mark), end: position(event.end_mark))
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return YAMLEvent(kind: .streamEnd, range: range, anchor: nil)
      case YAML_DOCUMENT_START_EVENT:
        return YAMLEvent(kind: .documentStart, range: range, anchor: nil)
      case YAML_ALIAS_EVENT:
        return YAMLEvent(kind: .alias(name(event.data.alias.anchor) ?? ""), range: range, anchor: nil)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        return YAMLEvent(
          kind: .scalar(
            Node.Scalar(text: text(scalar.value, scalar.length), style: style(scalar.style)),
            tag: name(scalar.tag)),
          range: range, anchor: name(scalar.anchor))
      case YAML_SEQUENCE_START_EVENT:
        let start = event.data.sequence_start
        return YAMLEvent(
          kind: .collectionStart(isMapping: false, tag: name(start.tag)), range: range,
          anchor: name(start.anchor))
      case YAML_MAPPING_START_EVENT:
        let start = event.data.mapping_start
        return YAMLEvent(
          kind: .collectionStart(isMapping: true, tag: name(start.tag)), range: range,
          anchor: name(start.anchor))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        return YAMLEvent(kind: .collectionEnd, range: range, anchor: nil)
      default:
        continue  // stream start and document end say nothing to us
      }
    }
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }

  private func text(_ start: UnsafeMutablePointer<yaml_char_t>?, _ length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  /// A tag's or an anchor's.
  private func name(_ start: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let start else { return nil }
    return String(cString: start)
  }

  private func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func failure() -> ReadFailure {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not well-formed YAML"
    let context = parser.pointee.context.map { String(cString: $0) }
    let place = position(parser.pointee.problem_mark)
    let before = (source.line(place.line) ?? "").unicodeScalars.prefix(max(place.column - 1, 0))
    return ReadFailure(
      diagnostic: YAMLSyntaxProblem(
        problem: problem, problemPosition: place, context: context,
        contextPosition: position(parser.pointee.context_mark),
        isFirstOnLine: before.allSatisfy { $0 == " " || $0 == "\t" }
      ).diagnostic(file: file))
  }
}

extension Diagnostic {
  fileprivate static func outOfMemory(_ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .yamlSyntax, "out of memory while reading", at: range)
  }
}
