internal import Diagnostics
internal import JSONScanner

/// The `--query` of a command: whether the aws command can read it, and whether the answer has what it asks for.
///
/// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html
struct AWSQuery {
  let source: SourceText
  let schemas: SchemaCache

  /// What is wrong with the query of a command.
  func findings(of command: AWSCommand) -> [Diagnostic] {
    guard let value = command.option("query")?.values.first, command.member("query") == nil else { return [] }
    let place = source.range(from: value.range.lowerBound, to: value.range.upperBound)
    if let literal = ranLiteral(value) { return [.ranLiteral(literal, at: place)] }
    let filled = JMESPath.filled(value.text)
    // Up to a part that may be anything the names are certain, but for one that it touches.
    let known = value.text.unicodeScalars.prefix { $0 != ShellText.open }
    let query = filled ?? String(known) + "("
    if filled != nil, let problem = JMESPath.problem(in: query) { return [.noQuery(problem, at: place)] }
    guard let answer = schemas.schema("\(command.service) \(command.operation) answer")
    else { return [] }
    // What is not known may be followed by an alternative.
    if filled == nil, value.text.contains(ascii: "||") { return [] }
    var path = AnswerPath(query)
    guard let fault = path.fault(in: answer.value) else { return [] }
    let part = value.source(of: fault.range)
    let isExact = value.isKnown && value.isExact(fault.range)
    let exact = source.range(from: part.lowerBound, to: part.upperBound)
    return [.noField(fault, command, at: isExact ? exact : place)]
  }

  /// A literal of JMESPath in a word in double quotes, which the shell takes for a command between backquotes.
  private func ranLiteral(_ value: ShellText) -> String? {
    let word = source.bytes[value.range]
    guard word.first == UInt8(ascii: "\""), let open = word.firstIndex(of: UInt8(ascii: "`")),
      word[open - 1] != UInt8(ascii: "\\"),
      let close = word[(open + 1)...].firstIndex(of: UInt8(ascii: "`"))
    else { return nil }
    let text = String(decoding: word[(open + 1)..<close], as: UTF8.self)
    // A command's name is in lower case; a word with a capital, or one that JSON knows, is meant for the query.
    let isLiteral =
      ["true", "false", "null"].contains(text) || Double(text) != nil
      || text.utf8.contains { (65...90).contains($0) }
        && text.utf8.allSatisfy { $0 > 32 && $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "/") }
    return isLiteral ? text : nil
  }
}

extension Diagnostic {
  fileprivate static func ranLiteral(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .brokenOptionValue,
      "the shell runs '\(text.prefix(60))' as a command: in double quotes it takes backquotes for itself",
      at: range, hint: "put the query in single quotes, or a backslash before each backquote")
  }
  fileprivate static func noQuery(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .brokenOptionValue, "the value of '--query' cannot be read as JMESPath: \(problem)", at: range)
  }
  fileprivate static func noField(_ fault: AnswerPath.Fault, _ command: AWSCommand, at range: SourceRange)
    -> Diagnostic
  {
    let name = "aws \(command.service) \(command.operation)"
    if let list = fault.list {
      return Diagnostic(
        .error, .unknownProperty,
        "'\(list)' is a list in the answer of '\(name)', which has no '\(fault.name)'",
        at: range, hint: "write '\(list)[].\(fault.name)' or '\(list)[0].\(fault.name)'")
    }
    if fault.isCompared {
      return Diagnostic(
        .error, .unknownProperty,
        "the answer of '\(name)' has no '\(fault.name)' here, and nothing is ever equal to it", at: range,
        hint: Suggestion.hint(for: fault.name, among: fault.known)
          ?? "a text stands in backquotes or single quotes: `\(fault.name)`")
    }
    return Diagnostic(
      .error, .unknownProperty,
      "the answer of '\(name)' has no '\(fault.name)' here: the query gives nothing",
      at: range,
      hint: Suggestion.hint(for: fault.name, among: fault.known)
        ?? (fault.known.count <= 12 ? "one of: \(fault.known.joined(separator: ", "))" : nil))
  }
}
