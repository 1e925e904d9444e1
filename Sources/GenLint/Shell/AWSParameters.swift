internal import Diagnostics
internal import Documents

/// The input of an operation: what `--cli-input-json` and the options set, by the members' names.
struct AWSParameters {
  /// The members. A member that an option sets stands with the option's name as its key's place.
  private(set) var entries: [Node.Entry] = []
  /// What cannot be read.
  private(set) var findings: [Diagnostic] = []
  /// Whether some members are not known.
  private(set) var isOpen: Bool
  private let source: SourceText
  private let files: ScriptFiles

  /// Gathers the members of a command.
  init(_ command: AWSCommand, in source: SourceText) {
    self.source = source
    files = command.invocation.files
    isOpen = command.isOpen
    guard let input = command.input else { return }
    // The last one counts.
    let inputs = command.options.filter { $0.name == "cli-input-json" || $0.name == "cli-input-yaml" }
    for option in inputs.suffix(1) {
      if option.name == "cli-input-json", let node = option.values.first.flatMap({ json($0, option) }) {
        entries += node.entries ?? []
        if node.entries == nil {
          findings.append(.broken(option.name, "JSON", "an object must stand here", at: node.range))
        }
      } else {
        isOpen = true
      }
    }
    for option in command.options {
      guard let member = command.member(option.name), let schema = input.property(member) else { continue }
      guard let value = value(of: option, schema, command) else { continue }
      let key = Node(.scalar(.init(text: member, style: .plain)), range: option.key)
      entries.removeAll { $0.key.text == member }
      entries.append(Node.Entry(key: key, value: value))
    }
  }

  private mutating func value(of option: AWSCommand.Option, _ schema: Schema, _ command: AWSCommand) -> Node?
  {
    if command.entry?["options"]?.member(option.name)?.member("flag")?.kind == .bool(true) {
      let text =
        option.name.hasPrefix("no-") && command.member(option.name) != nil && schema.types == ["boolean"]
        ? "false" : "true"
      return Node(.scalar(.init(text: text, style: .plain)), range: option.key)
    }
    guard let first = option.values.first else { return nil }
    let types = schema.types
    guard types.contains("array") || types.contains("object") else { return scalar(first) }
    if option.values.count == 1 {
      let start = first.text.trimmingBlanks().utf8.first
      let isList = types.contains("array") && !types.contains("object")
      if start == UInt8(ascii: "[") || !isList && start == UInt8(ascii: "{") { return json(first, option) }
      if let file = fetched(first) { return file.flatMap { json($0, option) } }
    }
    return list(option, schema)
  }

  private mutating func list(_ option: AWSCommand.Option, _ schema: Schema) -> Node? {
    let items = schema.types.contains("array") ? schema.schema("items") : schema
    let isStructure = items.map { $0.types.contains("object") } ?? false
    var nodes: [Node] = []
    // The first value tells how all of them are read.
    let start = option.values.first?.text.trimmingBlanks().utf8.first
    let isShorthand = start != UInt8(ascii: "{") && start != UInt8(ascii: "[")
    let isKnown = option.values.first?.text.unicodeScalars.first != ShellText.open
    for value in option.values {
      if !isStructure {
        nodes.append(scalar(value))
        continue
      }
      let start = value.text.trimmingBlanks().utf8.first
      if start == UInt8(ascii: "{") || start == UInt8(ascii: "["), !isShorthand || !isKnown {
        guard let node = json(value, option) else { return nil }
        nodes.append(node)
        continue
      }
      guard let node = shorthand(value, option) else { return nil }
      nodes.append(node)
    }
    if isShorthand, isStructure, let items, let whole = Self.joined(nodes, items) {
      findings.append(
        .broken(
          option.name, "shorthand", "a blank stands between the members of one element", at: whole.range,
          hint: "part them by commas without a blank: 'a=1,b=2'"))
      nodes = [whole]
    }
    guard let first = nodes.first else { return nil }
    if schema.types.contains("object"), !schema.types.contains("array") { return first }
    let range = SourceRange(
      file: first.range.file, start: first.range.start,
      end: max(first.range.end, nodes[nodes.count - 1].range.end))
    return Node(.sequence(nodes), range: range)
  }

  /// The one element of which several values are parts: none of them has what an element needs, and together they do.
  private static func joined(_ nodes: [Node], _ items: Schema) -> Node? {
    let required = Set(items.texts("required"))
    let parts = nodes.compactMap { $0.entries.map { Set($0.compactMap(\.key.text)) } }
    guard nodes.count > 1, parts.count == nodes.count, required.count > 1, let first = nodes.first?.range,
      let last = nodes.last?.range
    else { return nil }
    let all = parts.reduce(into: Set<String>()) { $0.formUnion($1) }
    guard all.count == parts.reduce(0, { $0 + $1.count }), required.isSubset(of: all),
      parts.allSatisfy({ !required.isSubset(of: $0) })
    else { return nil }
    let range = SourceRange(file: first.file, start: first.start, end: max(first.end, last.end))
    return Node(.mapping(nodes.flatMap { $0.entries ?? [] }), range: range)
  }

  private mutating func shorthand(_ value: ShellText, _ option: AWSCommand.Option) -> Node? {
    do throws(Shorthand.Failure) {
      return try Shorthand.read(value.text, at: place(value))
    } catch {
      if value.isKnown || Shorthand.isBroken(value.text) {
        findings.append(.broken(option.name, "shorthand", error.message, at: place(value)))
      } else {
        isOpen = true
      }
      return nil
    }
  }

  private func scalar(_ value: ShellText) -> Node {
    if let file = fetched(value) {
      guard let file else { return unknown(value) }
      return Node(.scalar(.init(text: file.text, style: .literal)), range: place(file))
    }
    return Node(.scalar(.init(text: value.text, style: .literal)), range: place(value))
  }

  private func unknown(_ value: ShellText) -> Node {
    Node(
      .scalar(.init(text: "\(ShellText.open)\(value.text)\(ShellText.close)", style: .literal)),
      range: place(value))
  }

  /// The text of the file that a value names with `file://`: nil when it names none, a nil text when it is not known.
  private func fetched(_ value: ShellText) -> ShellText?? {
    guard value.text.hasPrefix("file://") else {
      return value.text.hasPrefix("fileb://") ? .some(nil) : nil
    }
    return .some(files.text(of: String(value.text.dropFirst(7))))
  }

  private mutating func json(_ value: ShellText, _ option: AWSCommand.Option) -> Node? {
    var value = value
    if let file = fetched(value) {
      guard let file else {
        isOpen = true
        return nil
      }
      value = file
    }
    if !value.isKnown, value.text.unicodeScalars.first == ShellText.open,
      value.text.unicodeScalars.last == ShellText.close
    {
      isOpen = true
      return nil
    }
    let json = ScriptJSON(value, in: source)
    if let node = json.node { return node }
    if let problem = json.problem {
      let isBare = source.bytes[value.range].prefix(2).elementsEqual("{\"".utf8)
      findings.append(
        .broken(
          option.name, "JSON", problem.message, at: problem.range ?? self.place(value),
          hint: isBare ? "the shell takes the double quotes off: write the JSON in single quotes" : nil))
    } else {
      isOpen = true
    }
    return nil
  }

  private func place(_ value: ShellText) -> SourceRange {
    let place = value.origin ?? value.range
    return source.range(from: place.lowerBound, to: place.upperBound)
  }
}

extension Diagnostic {
  fileprivate static func broken(
    _ option: String, _ syntax: String, _ problem: String, at range: SourceRange, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, .brokenOptionValue, "the value of '--\(option)' cannot be read as \(syntax): \(problem)",
      at: range,
      hint: hint ?? (syntax == "JSON" ? nil : "write the value as JSON in single quotes"))
  }
}
