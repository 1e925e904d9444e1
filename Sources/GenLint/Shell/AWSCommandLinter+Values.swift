internal import Diagnostics
internal import Documents

/// Values that the aws command itself judges, before it calls a service.
extension AWSCommandLinter {
  /// That the address of a service, which a beginning of the option's name gives too, says how it is reached.
  func checkEndpoint(_ option: AWSCommand.Option, _ names: [String], _ found: inout [Diagnostic]) {
    guard "endpoint-url".hasPrefix(option.name), let value = option.values.first, value.isKnown,
      !value.text.isEmpty, !value.text.contains(ascii: "://"), !AWSLanguage.isPlaceholder(value.text)
    else { return }
    let place = source.range(from: value.range.lowerBound, to: value.range.upperBound)
    found.append(.noAddress(value.text, names.first { $0.hasSuffix("-\(option.name)") }, at: place))
  }

  /// That an option which reads the bytes of a file is given the name of one, and an option of the aws command's own what it takes.
  func checkFiles(_ command: AWSCommand, _ found: inout [Diagnostic]) {
    for option in command.options where ["zip-file", "body", "unit"].contains(option.name) {
      guard let value = option.values.first, value.isKnown, !AWSLanguage.isPlaceholder(value.text) else {
        continue
      }
      let place = source.range(from: value.range.lowerBound, to: value.range.upperBound)
      if option.name == "unit", command.service == "cloudwatch", command.member(option.name) == nil,
        let units = command.input?.property("MetricData")?.schema("items")?.property("Unit")?.scalars("enum"),
        !units.contains(value.text)
      {
        found.append(.noUnit(value.text, units, at: place))
      }
      if command.service == "lambda", option.name == "zip-file", !value.text.hasPrefix("fileb://") {
        found.append(.noZip(value.text, at: place))
      } else if command.service == "s3api", option.name == "body", command.member(option.name) != nil,
        ["/dev/null", "/dev/stdin", "-"].contains(value.text)
      {
        found.append(.noFile(option, value.text, at: place))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noZip(_ text: String, at range: SourceRange) -> Diagnostic {
    let name = text.hasPrefix("file://") ? String(text.dropFirst(7)) : text
    return Diagnostic(
      .error, .brokenOptionValue, "'--zip-file' takes the bytes of a file: 'fileb://' stands before its name",
      at: range, hint: "write 'fileb://\(name.prefix(80))'")
  }
  fileprivate static func noAddress(_ text: String, _ meant: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .brokenOptionValue,
      "'\(text.prefix(80))' is not an address for '--endpoint-url': it has no 'https://'",
      at: range, hint: meant.map { "did you mean '--\($0)'?" })
  }
  fileprivate static func noFile(_ option: AWSCommand.Option, _ text: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .brokenOptionValue, "'--\(option.name)' takes the name of a file, and '\(text)' is none",
      at: range,
      hint: text == "/dev/null" ? "for an empty object leave '--\(option.name)' out" : nil)
  }
  fileprivate static func noUnit(_ text: String, _ units: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "'\(text.prefix(80))' is not a value of '--unit'", at: range,
      hint: Suggestion.hint(for: text, among: units))
  }
  static func version(_ option: AWSCommand.Option, _ command: AWSCommand) -> Diagnostic {
    let names = command.entry?["options"]?.members.compactMap(\.name.string) ?? []
    let meant = names.filter { $0.hasSuffix("-version") || $0.hasSuffix("version-id") || $0 == "qualifier" }
      .sorted()
    return Diagnostic(
      .error, .unknownOption, "with '--version' the aws command prints its own version and does nothing else",
      at: option.key, hint: meant.first.map { "did you mean '--\($0)'?" })
  }
}
