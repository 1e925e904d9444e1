public import Diagnostics

/// Reads one YAML document into a `Node` tree through libyaml.
///
/// Reads bytes; produces a tree and diagnostics; never resolves types. A second document, duplicate keys, keys that are not scalars,
/// control characters and nesting over `Limits.depth` are errors; so are anchors and aliases, unless `Limits.aliased` lets them be.
public struct YAMLReader: Sendable {
  /// Bounds that keep a hostile document from using time or memory.
  public struct Limits: Sendable {
    /// The largest source, in bytes.
    public var bytes: Int
    /// The deepest nesting of collections.
    public var depth: Int
    /// The most nodes that aliases may stand for in all; none refuses anchors and aliases.
    public var aliased: Int

    /// Makes limits.
    public init(bytes: Int, depth: Int = 100, aliased: Int = 0) {
      self.bytes = bytes
      self.depth = depth
      self.aliased = aliased
    }
  }

  private let limits: Limits

  /// Makes a reader.
  public init(limits: Limits) { self.limits = limits }

  /// The tree, if the source is well formed, and every problem found.
  public func read(_ source: SourceText) -> (node: Node?, diagnostics: [Diagnostic]) {
    if source.bytes.count > limits.bytes {
      let end = source.range(from: 0, to: 0)
      return (nil, [.tooLarge(limit: limits.bytes, at: end)])
    }
    if let problem = SourceCharacters.firstProblem(in: source) { return (nil, [problem]) }
    do {
      var composer = try YAMLComposer(source: source, limits: limits)
      let node = try composer.document()
      return (composer.diagnostics.hasErrors ? nil : node, composer.diagnostics)
    } catch {
      return (nil, [error.diagnostic])
    }
  }
}

/// A diagnostic that ends the reading.
struct ReadFailure: Error {
  let diagnostic: Diagnostic
}

/// Pulls libyaml's events and builds the tree, with its own stack so that nesting cannot overflow ours.
private struct YAMLComposer: ~Copyable {
  private let source: SourceText
  private let limits: YAMLReader.Limits
  private var aliases: YAMLAliases
  private var events: YAMLEvents
  private(set) var diagnostics: [Diagnostic] = []

  /// A collection that is still open.
  private struct Frame {
    let tag: String?
    let start: SourcePosition
    let isMapping: Bool
    let anchor: String?
    var children: [Node] = []
    /// The keys' places by their bytes, once there are many; a few are looked through faster.
    private var places: [[UInt8]: SourceRange] = [:]

    init(tag: String?, start: SourcePosition, isMapping: Bool, anchor: String?) {
      self.tag = tag
      self.start = start
      self.isMapping = isMapping
      self.anchor = anchor
    }

    /// Where a key that comes now, at `range`, stands already.
    mutating func place(of key: String, at range: SourceRange) -> SourceRange? {
      let keys = stride(from: 0, to: children.count, by: 2)
      guard children.count > 32 else {
        return keys.first { children[$0].text?.isSpelled(key) ?? false }.map { children[$0].range }
      }
      if places.isEmpty {
        for index in keys { note(children[index].text, at: children[index].range) }
      }
      if let first = places[Array(key.utf8)] { return first }
      note(key, at: range)
      return nil
    }

    private mutating func note(_ key: String?, at range: SourceRange) {
      guard let bytes = key.map({ Array($0.utf8) }), places[bytes] == nil else { return }
      places[bytes] = range
    }
  }

  init(source: SourceText, limits: YAMLReader.Limits) throws(ReadFailure) {
    self.source = source
    self.limits = limits
    aliases = YAMLAliases(limits)
    events = try YAMLEvents(source: source)
  }

  /// The root, or nil for an empty document.
  mutating func document() throws(ReadFailure) -> Node? {
    var frames: [Frame] = []
    var root: Node?
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd:
        if root == nil, diagnostics.isEmpty { diagnostics.append(.empty(at: source.range(from: 0, to: 0))) }
        if let first = aliases.first { diagnostics.append(.written(at: first)) }
        return root
      case .documentStart:
        if root != nil { throw ReadFailure(diagnostic: .secondDocument(at: event.range)) }
      case .alias(let name):
        add(try aliases.node(name, at: event.range, depth: frames.count), to: &frames, root: &root)
      case .scalar(let scalar, let tag):
        let node = Node(.scalar(scalar), tag: tag, range: event.range)
        if let anchor = event.anchor { aliases.define(anchor, node) }
        add(node, to: &frames, root: &root)
      case .collectionStart(let isMapping, let tag):
        if frames.count >= limits.depth {
          throw ReadFailure(diagnostic: .tooDeep(limits.depth, at: event.range))
        }
        frames.append(
          Frame(tag: tag, start: event.range.start, isMapping: isMapping, anchor: event.anchor))
      case .collectionEnd:
        guard let frame = frames.popLast() else { continue }
        let node = try close(frame, end: event.range.end)
        if let anchor = frame.anchor { aliases.define(anchor, node) }
        add(node, to: &frames, root: &root)
      }
      if event.anchor != nil, limits.aliased == 0 { throw ReadFailure(diagnostic: .alias(at: event.range)) }
    }
  }

  private mutating func close(_ frame: Frame, end: SourcePosition) throws(ReadFailure) -> Node {
    // libyaml ends a block collection where the next token starts; its last child says where it really ends.
    let last = frame.children.last?.range.end
    let isBlockEnd = last.map { $0.line < end.line && end.column == 1 || $0.line < end.line } ?? false
    let range = SourceRange(file: source.file, start: frame.start, end: isBlockEnd ? last ?? end : end)
    guard frame.isMapping else { return Node(.sequence(frame.children), tag: frame.tag, range: range) }
    var entries = stride(from: 0, to: frame.children.count - 1, by: 2).map {
      Node.Entry(key: frame.children[$0], value: frame.children[$0 + 1])
    }
    if limits.aliased > 0 { entries = try aliases.merged(entries) }
    return Node(.mapping(entries), tag: frame.tag, range: range)
  }

  private mutating func add(_ node: Node, to frames: inout [Frame], root: inout Node?) {
    guard !frames.isEmpty else {
      root = node
      return
    }
    let top = frames.count - 1
    if frames[top].isMapping, frames[top].children.count.isMultiple(of: 2) {
      if let key = node.text {
        if let first = frames[top].place(of: key, at: node.range) {
          diagnostics.append(.duplicateKey(key, at: node.range, first: first))
        }
      } else {
        diagnostics.append(.keyIsNoText(at: node.range))
      }
    }
    frames[top].children.append(node)
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .sourceTooLarge, "the file has more than \(limit) bytes", at: range)
  }
  fileprivate static func empty(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .emptyDocument, "the file holds no document", at: range)
  }
  fileprivate static func secondDocument(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .secondDocument, "a second document begins here", at: range,
      hint: "put each document in a file of its own")
  }
  static func alias(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .yamlAlias, "anchors and aliases are not supported", at: range,
      hint: "write the value out in full")
  }
  fileprivate static func written(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .yamlAlias, "not every tool takes an alias", at: range,
      hint:
        "CloudFormation itself takes none: write the value out in full, or deploy with 'aws cloudformation package' or 'sam', which do"
    )
  }
  static func tooDeep(_ depth: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .nestingTooDeep, "more than \(depth) levels of nesting", at: range)
  }
  fileprivate static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .duplicateKey, "duplicate key '\(key)'", at: range, hint: "remove one of the two",
      notes: [Note("first defined here", at: first)])
  }
  fileprivate static func keyIsNoText(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyIsNoText, "a key must be text, not a list or a mapping", at: range,
      hint: "a value that begins with '{' or '[' must be in single quotes")
  }
}
