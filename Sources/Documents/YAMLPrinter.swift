internal import CLibYAML

/// Prints a tree as YAML through libyaml.
///
/// Every scalar stands on one line; lists with a tag are in flow style. Text is quoted by `YAMLScalarStyle`, the one place
/// that decides. Produces LF line ends and a final line break.
public struct YAMLPrinter: Sendable {
  /// Comment lines that stand before the document, without the `# `.
  public var heading: [String]
  /// Top-level keys between whose children a blank line stands.
  public var spacedSections: Set<String>

  /// Makes a printer.
  public init(heading: [String] = [], spacedSections: Set<String> = []) {
    self.heading = heading
    self.spacedSections = spacedSections
  }

  /// The text of a document.
  public func print(_ tree: Tree) -> String {
    let emitter = YAMLEmitter()
    emitter.emitDocument(tree)
    return heading.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined() + spaced(emitter.text)
  }

  /// Puts blank lines between top-level members and between the children of the spaced sections. It can go by lines because no
  /// scalar spans two but a literal block, whose lines are empty or indented deeper than its key.
  private func spaced(_ text: String) -> String {
    var result = ""
    var section: Substring = ""
    var isFirstChild = false
    var blockIndent: Int?
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      let indent = line.prefix { $0 == " " }.count
      if let outer = blockIndent {
        if line.isEmpty || indent > outer {
          result += line + "\n"
          continue
        }
        blockIndent = nil
      }
      if Self.opensBlock(line) { blockIndent = indent }
      if indent == 0, !line.hasPrefix("-") {
        if !result.isEmpty || !heading.isEmpty { result += "\n" }
        section = line.prefix { $0 != ":" }
        isFirstChild = true
      } else if indent == 2, line.dropFirst(2).first != "-", spacedSections.contains(String(section)) {
        if !isFirstChild { result += "\n" }
        isFirstChild = false
      }
      result += line + "\n"
    }
    return result
  }
}

extension YAMLPrinter {
  /// Whether a line ends in the mark of a literal block; no other style ends so.
  fileprivate static func opensBlock(_ line: Substring) -> Bool {
    guard let mark = line.lastIndex(of: "|") else { return false }
    let rest = line[line.index(after: mark)...]
    return line[..<mark].hasSuffix(": ") && rest.allSatisfy { $0 == "-" || $0 == "+" || $0.isNumber }
  }
}

/// Owns a libyaml emitter and the text that it has written.
private final class YAMLEmitter {
  private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  init() {
    emitter.initialize(to: yaml_emitter_t())
    precondition(yaml_emitter_initialize(emitter) == 1, "out of memory")
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_indent(emitter, 2)
    yaml_emitter_set_break(emitter, YAML_LN_BREAK)
    yaml_emitter_set_output(
      emitter,
      { target, start, count in
        guard let target, let start else { return 0 }
        let owner = Unmanaged<YAMLEmitter>.fromOpaque(target).takeUnretainedValue()
        owner.bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        return 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  func emitDocument(_ tree: Tree) {
    emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
    emit(tree, tag: nil, inFlow: false)
    emit { yaml_document_end_event_initialize($0, 1) }
    emit { yaml_stream_end_event_initialize($0) }
  }

  private func emit(_ tree: Tree, tag: String?, inFlow: Bool) {
    switch tree {
    case .text(let text): scalar(text, YAMLScalarStyle.of(text, inFlow: inFlow), tag: tag)
    case .quotedText(let text):
      let style = YAMLScalarStyle.of(text)
      scalar(text, style == .plain ? .singleQuoted : style, tag: tag)
    case .block(let text): scalar(text, inFlow ? .doubleQuoted : .literal, tag: tag)
    case .integer(let value): scalar(String(value), .plain, tag: tag)
    case .decimal(let value): scalar(NumberText.of(value), .plain, tag: tag)
    case .boolean(let value): scalar(value ? "true" : "false", .plain, tag: tag)
    case .tagged(let tag, let inner): emit(inner, tag: tag, inFlow: inFlow)
    case .list(let elements):
      let isFlow = inFlow || tag != nil || elements.isEmpty
      withTag(tag) { tag in
        emit {
          yaml_sequence_start_event_initialize(
            $0, nil, tag, tag == nil ? 1 : 0, isFlow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE)
        }
      }
      for element in elements { emit(element, tag: nil, inFlow: isFlow) }
      emit { yaml_sequence_end_event_initialize($0) }
    case .map(let members):
      let isFlow = inFlow || members.isEmpty
      withTag(tag) { tag in
        emit {
          yaml_mapping_start_event_initialize(
            $0, nil, tag, tag == nil ? 1 : 0, isFlow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE)
        }
      }
      for member in members {
        scalar(member.key, YAMLScalarStyle.of(member.key, inFlow: isFlow), tag: nil)
        emit(member.value, tag: nil, inFlow: isFlow)
      }
      emit { yaml_mapping_end_event_initialize($0) }
    }
  }

  private func scalar(_ text: String, _ style: YAMLScalarStyle, tag: String?) {
    let cStyle =
      switch style {
      case .plain: YAML_PLAIN_SCALAR_STYLE
      case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
      case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
      case .literal: YAML_LITERAL_SCALAR_STYLE
      }
    var value = Array(text.utf8)
    let count = Int32(value.count)
    value.append(0)
    withTag(tag) { tag in
      value.withUnsafeBufferPointer { buffer in
        emit {
          yaml_scalar_event_initialize(
            $0, nil, tag, buffer.baseAddress, count, tag == nil ? 1 : 0, tag == nil ? 1 : 0, cStyle)
        }
      }
    }
  }

  private func withTag(_ tag: String?, _ body: (UnsafePointer<yaml_char_t>?) -> Void) {
    guard let tag else { return body(nil) }
    (Array(tag.utf8) + [0]).withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// Makes an event and hands it over; the emitter owns it from then on, even when it fails.
  private func emit(_ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = yaml_event_t()
    precondition(initialize(&event) == 1, "out of memory")
    precondition(yaml_emitter_emit(emitter, &event) == 1, "the tree is not a document that YAML can hold")
  }
}
