internal import Diagnostics
internal import Documents
internal import JSONScanner

/// Checks one aws command by the published argument tables and service models.
struct AWSCommandLinter {
  let source: SourceText
  let schemas: SchemaCache
  private let documents: ScriptDocuments
  private let queries: AWSQuery

  /// Makes a linter of a script's commands.
  init(source: SourceText, schemas: SchemaCache) {
    self.source = source
    self.schemas = schemas
    documents = ScriptDocuments(source)
    queries = AWSQuery(source: source, schemas: schemas)
  }

  /// What is wrong with a command, and its input.
  func check(_ command: AWSCommand) -> (findings: [Diagnostic], parameters: AWSParameters) {
    let parameters = AWSParameters(command, in: source)
    var found = parameters.findings
    guard checkNames(command, &found) else { return (found, parameters) }
    found += queries.findings(of: command)
    guard command.entry != nil else {
      if command.operation == "wait" { checkBeforeWaiter(command, &found) }
      return (found, parameters)
    }
    // `aws ec2 describe-regions help` shows a page, whatever options the operation needs.
    guard command.strays.first?.text != "help" else { return ([], parameters) }
    if let option = command.option("version"), command.entry?["options"]?.member("version") == nil {
      found.append(.version(option, command))
      return (found, parameters)
    }
    checkOptions(command, &found)
    checkWords(command, &found)
    checkRequired(command, parameters, &found)
    found += documents.findings(of: command)
    if let input = command.input {
      let name = "\(command.service) \(command.operation)"
      for entry in parameters.entries {
        guard let member = entry.key.text, ShellText.isKnown(member) else { continue }
        if let schema = input.property(member) {
          let node = Self.listed(entry.value, schema)
          let isDoubtful = isDoubtful(member, command)
          if isDoubtful, node.scalar != nil { continue }
          var inner = SchemaValidator(AWSLanguage())
          inner.validate(.init(node: node, name: member, key: entry.key.range), schema)
          // What a variable gives inside a structure may be what the condition is on; the structure itself is not, nor what is
          // spelled in it. The parts that a variable gives stand elsewhere, or where their word begins.
          let certain: [DiagnosticCode] = [.wrongValueType, .unknownProperty, .missingProperty]
          guard !inner.findings.isEmpty else { continue }
          let words = command.options.flatMap(\.values).map {
            source.range(from: $0.range.lowerBound, to: $0.range.upperBound)
          }
          let told = inner.findings.filter { finding in
            !isDoubtful || certain.contains(finding.code)
              || finding.range.map { place in
                words.contains { $0.start < place.start && place.start < $0.end }
              }
                ?? false
          }
          found += told.map { explained($0, command) }
        } else if input.denies("additionalProperties"), member != "CliInputJson" {
          found.append(.unknownMember(member, name, at: entry.key.range, known: input.propertyNames))
        }
      }
    }
    return (found, parameters)
  }

  /// A finding with its reason, where the shell made several words of a structure.
  private func explained(_ finding: Diagnostic, _ command: AWSCommand) -> Diagnostic {
    guard finding.code == .wrongValueType, finding.hint == nil else { return finding }
    let isOfBraces = command.options.flatMap(\.values).contains { value in
      source.range(from: value.range.lowerBound, to: value.range.upperBound) == finding.range
        && source.bytes[value.range].contains(123) && !value.text.utf8.contains(123)
    }
    guard isOfBraces else { return finding }
    return Diagnostic(
      finding.severity, finding.code, finding.message, at: finding.range,
      hint: "bash makes several words of braces with commas: put the value in quotes")
  }

  /// Whether a condition decides if the command runs and a variable gives the option's value: the condition may be on that value.
  private func isDoubtful(_ member: String, _ command: AWSCommand) -> Bool {
    command.invocation.isConditional
      && command.options.contains { option in
        command.member(option.name) == member && option.values.contains(where: \.hasExpansion)
      }
  }

  /// The aws command makes a list of one where the model wants a list and shorthand gives one value.
  private static func listed(_ node: Node, _ schema: Schema) -> Node {
    var node = node
    if schema.types.contains("array") {
      if node.elements == nil,
        node.scalar?.style == .literal || node.entries?.first?.key.scalar?.style == .literal
      {
        node = Node(.sequence([node]), range: node.range)
      }
      if let items = schema.schema("items"), let elements = node.elements {
        node.content = .sequence(elements.map { listed($0, items) })
      }
    } else if let entries = node.entries, entries.first?.key.scalar?.style == .literal {
      node.content = .mapping(
        entries.map { entry in
          var entry = entry
          let inner = entry.key.text.flatMap { schema.property($0) } ?? schema.schema("additionalProperties")
          if let inner { entry.value = listed(entry.value, inner) }
          return entry
        })
    }
    return node
  }

  /// Before the name of what is waited for stand options of the aws command itself; another one takes that name for its value.
  private func checkBeforeWaiter(_ command: AWSCommand, _ found: inout [Diagnostic]) {
    let global = schemas.schema("")?["options"]
    let option = command.options.first {
      ShellText.isKnown($0.name) && $0.name != "help" && global?.member("--" + $0.name) == nil
    }
    if let option { found.append(.unknownOption(option, command, nil)) }
  }

  private func checkOptions(_ command: AWSCommand, _ found: inout [Diagnostic]) {
    guard let known = command.entry?["options"] else { return }
    let global = schemas.schema("")
    for option in command.options where ShellText.isKnown(option.name) {
      if global?["options"]?.member("--" + option.name) != nil {
        if option.name == "endpoint-url" { checkEndpoint(option, [], &found) }
        continue
      }
      if known.member(option.name) != nil {
        let takesName = option.isEarly && !option.isJoined && !option.values.isEmpty
        if takesName, !(command.entry?.flag("custom") ?? true) { found.append(.early(option, command)) }
        continue
      }
      let version2 = [
        "cli-input-yaml", "no-cli-pager", "page-size", "max-items", "starting-token", "generate-cli-skeleton",
      ]
      if version2.contains(option.name) { continue }
      let names = known.members.compactMap(\.name.string)
      // The aws command takes an abbreviation that only one option begins with.
      let meant = names.filter { $0.hasPrefix(option.name) }
      if global.flatMap({ AWSCommand.globalOption(option.name, $0) }) != nil {
        checkEndpoint(option, known.members.compactMap(\.name.string), &found)
        continue
      }
      if meant.count == 1, !option.name.isEmpty {
        found.append(.abbreviated(option, meant[0]))
        continue
      }
      if meant.count > 1, !option.name.isEmpty {
        found.append(.ambiguous(option, meant, command))
        continue
      }
      found.append(.unknownOption(option, command, Suggestion.nearest(to: option.name, among: names)))
    }
    if let option = command.option("region"), known.member("region") == nil, let value = option.values.first,
      command.option("endpoint-url") == nil, value.isKnown, !AWSLanguage.isPlaceholder(value.text),
      !RegionName.isPlausible(value.text), let near = RegionName.nearest(to: value.text)
    {
      found.append(
        .noRegion(
          value.text, near, at: source.range(from: value.range.lowerBound, to: value.range.upperBound)))
    }
    checkFiles(command, &found)
    for option in command.options {
      guard let value = option.values.first, option.name.hasPrefix("filter-pattern"),
        value.text.hasPrefix("file://")
      else { continue }
      found.append(.fetched(option))
    }
  }

  /// The options of the aws command itself that take a whole number.
  private static let counts: Set<String> = [
    "cli-connect-timeout", "cli-read-timeout", "max-items", "page-size",
  ]

  /// What the options that every command has take. Version 2 knows more than version 1.
  private static let choices: [String: [String]] = [
    "output": ["json", "text", "table", "yaml", "yaml-stream", "off"], "color": ["on", "off", "auto"],
    "generate-cli-skeleton": ["input", "output", "yaml-input"],
    "cli-binary-format": ["base64", "raw-in-base64-out"],
  ]

  /// That every option has its value, and every word its place.
  private func checkWords(_ command: AWSCommand, _ found: inout [Diagnostic]) {
    guard !(command.entry?.flag("custom") ?? true), let first = command.invocation.words.first?.text,
      first == "aws" || first.hasSuffix("/aws")
    else { return }
    for option in command.options where ShellText.isKnown(option.name) {
      guard let isFlag = command.isFlag(option.name, schemas) else { continue }
      if isFlag {
        if option.isJoined { found.append(.takesNoValue(option)) }
        continue
      }
      guard let value = option.values.first else {
        let least = command.member(option.name).flatMap { command.input?.property($0)?.integer("minItems") }
        let takesNone =
          command.isList(option.name) && least ?? 0 == 0 || option.name == "generate-cli-skeleton"
        if !takesNone, !command.isOpen { found.append(.lacksValue(option)) }
        continue
      }
      guard value.isKnown else { continue }
      let place = source.range(from: value.range.lowerBound, to: value.range.upperBound)
      if let allowed = Self.choices[option.name], command.member(option.name) == nil,
        !allowed.contains(value.text)
      {
        found.append(.noChoice(option, value.text, allowed, at: place))
      }
      if Self.counts.contains(option.name), command.member(option.name) == nil, Int(value.text) == nil {
        found.append(.noChoice(option, value.text, ["a whole number"], at: place))
      }
    }
    // Some operations write their answer to the file that their only word names.
    guard command.entry?["options"]?.member("outfile") == nil else {
      let takesNone = ["generate-cli-skeleton", "help", "outfile"].contains { command.option($0) != nil }
      if command.strays.isEmpty, !command.isOpen, !takesNone { found.append(.lacksFile(command)) }
      return
    }
    var split: Range<Int>?
    for word in command.strays {
      // The words of one variable are one slip.
      if split == word.range { continue }
      if source.bytes[word.range].first == UInt8(ascii: "$") {
        let parts = command.invocation.words.filter { $0.range == word.range }
        // A variable with options is meant to become several words.
        if parts.count > 1, !parts.contains(where: { $0.text.hasPrefix("--") || $0.text.hasPrefix("<") }) {
          split = word.range
          found.append(.split(parts.count, at: word.range, in: source))
          continue
        }
      }
      let place = source.range(from: word.range.lowerBound, to: word.range.upperBound)
      let isOfBraces = source.bytes[word.range].contains(UInt8(ascii: "{")) && !word.text.utf8.contains(123)
      found.append(.stray(word.text, command, isOfBraces: isOfBraces, at: place))
    }
  }

  private func checkRequired(_ command: AWSCommand, _ parameters: AWSParameters, _ found: inout [Diagnostic])
  {
    guard !parameters.isOpen, let known = command.entry?["options"] else { return }
    if command.options.contains(where: {
      $0.name == "generate-cli-skeleton" || $0.name == "help" || !ShellText.isKnown($0.name)
    }) {
      return
    }
    // An unknown option may be a misspelling of the one that seems to be missing.
    if command.options.contains(where: { known.member($0.name) == nil && isAbbreviation($0.name, known) }) {
      return
    }
    let set = Set(parameters.entries.compactMap(\.key.text))
    for option in known.members where option.value.member("required")?.kind == .bool(true) {
      guard let name = option.name.string, command.option(name) == nil else { continue }
      if let member = option.value.member("member")?.string, set.contains(member) { continue }
      found.append(.missingOption(name, command))
    }
  }

  private func isAbbreviation(_ name: String, _ known: JSONValue) -> Bool {
    known.members.contains { $0.name.string?.hasPrefix(name) ?? false }
  }
}

extension Diagnostic {
  fileprivate static func unknownOption(_ option: AWSCommand.Option, _ command: AWSCommand, _ near: String?)
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownOption,
      "'aws \(command.service) \(command.operation)' has no option '--\(option.name)'", at: option.key,
      hint: near.map { "did you mean '--\($0)'?" })
  }
  fileprivate static func early(_ option: AWSCommand.Option, _ command: AWSCommand) -> Diagnostic {
    Diagnostic(
      .error, .unknownOption, "'--\(option.name)' stands before the command that it belongs to",
      at: option.key,
      hint: "write it behind '\(command.operation)'")
  }
  fileprivate static func abbreviated(_ option: AWSCommand.Option, _ meant: String) -> Diagnostic {
    Diagnostic(
      .note, .unknownOption, "'--\(option.name)' is short for '--\(meant)'", at: option.key,
      hint: "write it out: a later version may have another option that begins so")
  }
  fileprivate static func noRegion(_ text: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownRegion, "'\(text.prefix(80))' is not the name of a Region", at: range,
      hint: "did you mean '\(near)'?")
  }
  fileprivate static func lacksValue(_ option: AWSCommand.Option) -> Diagnostic {
    Diagnostic(.error, .brokenOptionValue, "'--\(option.name)' lacks its value", at: option.key)
  }
  fileprivate static func takesNoValue(_ option: AWSCommand.Option) -> Diagnostic {
    Diagnostic(
      .error, .brokenOptionValue, "'--\(option.name)' takes no value", at: option.key,
      hint: "write it alone, or '--no-\(option.name)' for the opposite")
  }
  fileprivate static func noChoice(
    _ option: AWSCommand.Option, _ text: String, _ allowed: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "'\(text.prefix(80))' is not a value of '--\(option.name)'", at: range,
      hint: "one of: \(allowed.joined(separator: ", "))")
  }
  fileprivate static func ambiguous(_ option: AWSCommand.Option, _ meant: [String], _ command: AWSCommand)
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownOption,
      "'aws \(command.service) \(command.operation)' has no option '--\(option.name)'", at: option.key,
      hint: "did you mean \(meant.prefix(4).map { "'--\($0)'" }.joined(separator: " or "))?")
  }
  fileprivate static func lacksFile(_ command: AWSCommand) -> Diagnostic {
    Diagnostic(
      .error, .missingOption,
      "'aws \(command.service) \(command.operation)' needs the name of a file for its answer",
      at: command.range, hint: "write the name behind the options, such as 'answer.json'")
  }
  fileprivate static func split(_ count: Int, at place: Range<Int>, in source: SourceText) -> Diagnostic {
    let spelling = String(decoding: source.bytes[place], as: UTF8.self)
    return Diagnostic(
      .error, .unknownOption, "the shell makes \(count) words of '\(spelling)', which has no quotes",
      at: source.range(from: place.lowerBound, to: place.upperBound),
      hint: "to hand over one word write '\"\(spelling)\"'")
  }
  fileprivate static func stray(
    _ word: String, _ command: AWSCommand, isOfBraces: Bool, at range: SourceRange
  ) -> Diagnostic {
    let isBlank = word.trimmingBlanks().isEmpty
    // What only a run knows has no spelling of its own.
    let known = word.unicodeScalars.prefix { $0 != ShellText.open }
    let spelling = String(known).prefix(80) + (known.endIndex == word.endIndex ? "" : "…")
    return Diagnostic(
      .error, .unknownOption,
      isBlank
        ? "a blank after a backslash is a word of its own, and the command ends at the line's end"
        : "'aws \(command.service) \(command.operation)' takes no word '\(spelling)'", at: range,
      hint: isBlank
        ? "remove the blank"
        : isOfBraces
          ? "bash makes several words of braces with commas: put the value in single quotes"
          : "an option begins with '--', takes one value unless it is a list, and a value with blanks has quotes"
    )
  }
  fileprivate static func missingOption(_ name: String, _ command: AWSCommand) -> Diagnostic {
    Diagnostic(
      .error, .missingOption, "'aws \(command.service) \(command.operation)' needs '--\(name)'",
      at: command.range)
  }
  fileprivate static func unknownMember(
    _ member: String, _ name: String, at range: SourceRange, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownProperty, "'\(name)' has no parameter '\(member)'", at: range,
      hint: Suggestion.hint(for: member, among: known))
  }
  fileprivate static func fetched(_ option: AWSCommand.Option) -> Diagnostic {
    Diagnostic(
      .warning, .fetchedValue,
      "the pattern is read from a file, and the file's last line break becomes part of it",
      at: option.key,
      hint: "put the pattern in single quotes, or write the file without a line break at its end")
  }
}
