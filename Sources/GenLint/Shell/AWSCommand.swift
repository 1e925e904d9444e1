internal import Diagnostics
internal import Documents
internal import JSONScanner

/// An aws command of a script, read as the aws command itself reads it: service, operation, options.
struct AWSCommand {
  /// An option and its values.
  struct Option {
    /// The name without `--`.
    let name: String
    /// Where the name stands.
    let key: SourceRange
    /// The values that follow it.
    let values: [ShellText]
    /// Whether the value stands behind `=`.
    let isJoined: Bool
    /// Whether it stands before the last word of the command's name.
    var isEarly = false
  }

  /// The service and operation; empty when they are not literal.
  let service: String
  let operation: String
  /// The options of the operation.
  let options: [Option]
  /// From `aws` to the last word.
  let range: SourceRange
  /// The places of the service's and operation's words.
  let serviceRange: SourceRange
  let operationRange: SourceRange
  /// Words that are neither the command's name nor an option's value, up to the first that only a run knows: it may be an option.
  let strays: [ShellText]
  /// Whether words that only a run knows may bring more options.
  let isOpen: Bool
  /// The invocation that it was read from.
  let invocation: ShellInvocation
  /// What is published of the operation.
  let entry: Schema?
  /// What is published of the options that every command has.
  private let global: Schema?

  /// Reads the words of an invocation.
  init(_ invocation: ShellInvocation, in source: SourceText, _ schemas: SchemaCache) {
    self.invocation = invocation
    let place = { (range: Range<Int>) in source.range(from: range.lowerBound, to: range.upperBound) }
    let words = invocation.words
    let global = schemas.schema("")
    var positionals: [ShellText] = []
    var found: [Option] = []
    var isOpen = false
    var strays: [ShellText] = []
    var entry: Schema?
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      guard Self.isLongOption(word.text), word.text.utf8.count > 2 else {
        if positionals.count < 2 {
          positionals.append(word)
          // A waiter takes the options of the operation that it calls again and again.
          if positionals.count == 2, positionals[1].text != "wait" {
            entry = schemas.schema("\(positionals[0].text) \(positionals[1].text)")
          }
        } else if positionals.count == 2, positionals[1].text == "wait" {
          positionals.append(word)
          entry = schemas.schema("\(positionals[0].text) wait \(word.text)")
        } else if word.text.unicodeScalars.first == ShellText.open || Self.standsForMore(word.text) {
          isOpen = true
        } else if !word.text.isEmpty, !isOpen {
          strays.append(word)
        }
        continue
      }
      var name = String(word.text.dropFirst(2))
      var values: [ShellText] = []
      var key = word.range
      var isJoined = false
      if let equals = name.utf8.firstIndex(of: UInt8(ascii: "=")) {
        let count = name.utf8.distance(from: name.startIndex, to: equals)
        values = [word.dropping(count + 3)]
        isJoined = true
        key = word.range.lowerBound..<min(word.range.upperBound, word.range.lowerBound + count + 2)
        name = String(name[..<equals])
      } else if !Self.isFlag(name, entry, global),
        !Self.isBeforeName(rest.first, positionals, name, schemas, global)
      {
        let isList = entry.map { Self.isList(name, $0, global) } ?? false
        while let next = rest.first, !Self.isOption(next.text), isList || values.isEmpty {
          values.append(next)
          isOpen = isOpen || isList && next.standsForWords
          rest.removeFirst()
        }
      }
      let isNamed = positionals.count > (positionals.count > 1 && positionals[1].text == "wait" ? 2 : 1)
      found.append(
        Option(name: name, key: place(key), values: values, isJoined: isJoined, isEarly: !isNamed))
      // The aws command says its version and does nothing else, whatever follows.
      if name == "version", positionals.isEmpty { break }
    }
    self.strays = strays
    service = positionals.first.map { $0.isKnown ? $0.text : "" } ?? ""
    let isNamed = positionals.count > 1 && positionals.dropFirst().allSatisfy(\.isKnown)
    operation = isNamed ? positionals.dropFirst().map(\.text).joined(separator: " ") : ""
    serviceRange = place(positionals.first?.range ?? words[0].range)
    operationRange = place(positionals.count > 1 ? positionals[positionals.count - 1].range : words[0].range)
    options = found
    self.isOpen = isOpen
    self.entry = entry
    self.global = global
    // A wrapper's own 'aws' stands elsewhere than the words that it was given: the command is where they are.
    let own = words[0].range.lowerBound
    let isOfArray = words.count > 1 && words[1].text.hasPrefix("--") && words[1].range.lowerBound < own
    let first = isOfArray ? words.first { $0.range.lowerBound > own } : words.dropFirst().first
    let given = first?.range.lowerBound ?? own
    let start = own <= given && given - own <= 200 ? own : given
    let end =
      words.map(\.range.upperBound).filter { $0 >= start && $0 - start < 100_000 }.max()
      ?? words[0].range.upperBound
    range = place(start..<max(start, end))
  }

  /// The option of a name.
  func option(_ name: String) -> Option? { options.last { $0.name == name } }

  /// The member of the operation's input that an option sets.
  func member(_ option: String) -> String? {
    entry.flatMap { Self.published(option, $0, global)?.member("member")?.string }
  }

  /// The schema of the operation's input.
  var input: Schema? { entry?.document("input") }

  /// Whether the next part of the command's name follows an option that the aws command itself does not know: it hands such options
  /// on, and takes no value for them.
  private static func isBeforeName(
    _ next: ShellText?, _ positionals: [ShellText], _ name: String, _ schemas: SchemaCache, _ global: Schema?
  ) -> Bool {
    guard positionals.count < 2, let next = next?.text, global.flatMap({ globalOption(name, $0) }) == nil
    else { return false }
    guard let service = positionals.first?.text else { return SchemaLibrary.awsCLI.knows(next) }
    return schemas.schema("\(service) \(next)") != nil
  }

  /// Whether a word begins with two hyphens and is no text with blanks, such as `--- alarm ---`.
  private static func isLongOption(_ text: String) -> Bool {
    guard text.hasPrefix("--") else { return false }
    guard let blank = text.utf8.firstIndex(of: 32), !text[..<blank].utf8.contains(UInt8(ascii: "=")) else {
      return true
    }
    return !ShellText.isKnown(String(text[..<blank]))
  }

  /// Whether a word begins an option and cannot be a value: the aws command reads a negative number, and a text with blanks, as a value.
  private static func isOption(_ text: String) -> Bool {
    if isLongOption(text) { return true }
    guard text.utf8.count > 1, text.utf8.first == UInt8(ascii: "-"), ShellText.isKnown(text) else {
      return false
    }
    return Double(text) == nil && !text.utf8.contains(32)
  }

  /// Whether a word of a runbook stands for options that its reader adds: dots, or a place in angle brackets. A brace ends a group
  /// of zsh.
  private static func standsForMore(_ text: String) -> Bool {
    ["...", "[...]", "…", "[…]", "}"].contains(text) || text.hasPrefix("<") && AWSLanguage.isPlaceholder(text)
  }

  /// Whether the aws command takes the option without a value; nil when it does not know the option.
  func isFlag(_ name: String, _ schemas: SchemaCache) -> Bool? {
    let global = schemas.schema("")
    guard entry?["options"]?.member(name) != nil || global?["options"]?.member("--" + name) != nil else {
      return nil
    }
    return Self.isFlag(name, entry, global)
  }

  /// What is published of an option that every command has, by a beginning of its name that is that one's alone.
  static func globalOption(_ name: String, _ global: Schema) -> JSONValue? {
    guard let options = global["options"], !name.isEmpty else { return nil }
    if let exact = options.member("--" + name) { return exact }
    let meant = options.members.filter { $0.name.string?.hasPrefix("--" + name) ?? false }
    return meant.count == 1 ? meant[0].value : nil
  }

  /// What is published of an option, which the aws command takes by a beginning of its name that no other one has too.
  /// Options that every command has come first, by a beginning of theirs too.
  private static func published(_ name: String, _ entry: Schema, _ global: Schema?) -> JSONValue? {
    guard let options = entry["options"] else { return nil }
    if let exact = options.member(name) { return exact }
    if let global, globalOption(name, global) != nil { return nil }
    var found: JSONValue?
    for option in options.members where option.name.string?.hasPrefix(name) ?? false {
      if found != nil || name.isEmpty { return nil }
      found = option.value
    }
    return found
  }

  /// Whether the option takes any number of values.
  func isList(_ name: String) -> Bool { entry.map { Self.isList(name, $0, global) } ?? false }

  private static func isFlag(_ name: String, _ entry: Schema?, _ global: Schema?) -> Bool {
    let own = entry.flatMap { published(name, $0, global) }
    if own == nil, let global, let option = globalOption(name, global) { return option.kind == .bool(true) }
    return own?.member("flag")?.kind == .bool(true)
  }

  private static func isList(_ name: String, _ entry: Schema, _ global: Schema?) -> Bool {
    guard let member = published(name, entry, global)?.member("member")?.string else { return false }
    return entry.document("input")?.property(member)?.types.contains("array") ?? false
  }
}
