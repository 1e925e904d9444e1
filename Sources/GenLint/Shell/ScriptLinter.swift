internal import Diagnostics
internal import Documents

/// Checks the aws commands of a shell script.
struct ScriptLinter {
  /// The commands with their inputs, in the order in which they run.
  private(set) var calls: [(command: AWSCommand, parameters: AWSParameters)] = []
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// Reads and checks a script.
  init(_ source: SourceText) {
    var parser = ShellParser(TemplatePlaceholders(source.bytes).bytes)
    var script: [ShellCommand] = []
    if let first = source.bytes.firstIndex(of: 10), first > 0, source.bytes[first - 1] == 13 {
      findings.append(.carriageReturn(at: source.range(from: first - 1, to: first)))
    }
    do throws(ShellParser.Unclosed) {
      script = try parser.parse()
    } catch {
      findings.append(Self.unclosed(error, parser, source))
      script = parser.commands
    }
    if findings.isEmpty, let fault = parser.grammar.fault, !Self.isOtherShell(source) {
      findings.append(
        .structure(fault, at: source.range(from: fault.offset, to: fault.offset + fault.length)))
    }
    if findings.isEmpty {
      findings += Self.slips(in: script, parser.lexer, source)
    }
    var seen = Set(findings)
    let schemas = SchemaCache(.awsCLI)
    let linter = AWSCommandLinter(source: source, schemas: schemas)
    let evaluator = ShellEvaluator(
      script, expandsBraces: Self.expandsBraces(source.bytes), splitsWords: !Self.isZsh(source))
    for invocation in evaluator.commands {
      let command = AWSCommand(invocation, in: source, schemas)
      let (found, parameters) = linter.check(command)
      // A function that is called twice says the same thing twice.
      findings += found.filter { seen.insert($0).inserted }
      calls.append((command, parameters))
    }
    findings += WrittenFiles(calls.map(\.command), in: source).findings
    findings += UnmadeNames(calls).findings + ReplacedResources(calls).findings
  }

  /// What is said of a script that ends too early: what stands first and may be why.
  private static func unclosed(_ error: ShellParser.Unclosed, _ parser: ShellParser, _ source: SourceText)
    -> Diagnostic
  {
    let place = source.range(from: error.offset, to: error.offset + 1)
    if error.isTooDeep { return .tooDeep(error.what, at: place) }
    let faults = isOtherShell(source) ? [] : [error.fault, parser.grammar.fault, parser.lexer.fault]
    let fault = ShellGrammar.Fault.first(of: faults)
    if error.what == "quote", let quote = parser.lexer.quotes.doubtful,
      quote.lowerBound < fault?.offset ?? .max
    {
      let line = source.range(from: quote.upperBound - 1, to: quote.upperBound).start.line
      return .doubtfulQuote(line, at: source.range(from: quote.lowerBound, to: quote.lowerBound + 1))
    }
    if fault == nil, error.what.hasPrefix("here-document"), isBash(source) {
      return .unendedDocument(error.what, at: place)
    }
    return fault.map { .structure($0, at: source.range(from: $0.offset, to: $0.offset + $0.length)) }
      ?? .unclosed(error.what, at: place)
  }

  /// What no command of aws is wrong with: words in the place of commands, tests, names of functions and variables.
  private static func slips(in script: [ShellCommand], _ lexer: ShellLexer, _ source: SourceText)
    -> [Diagnostic]
  {
    var options = MisplacedOptions(source)
    var tests = UnclosedTests(source)
    var functions = FunctionNames(script)
    var settings = VariableSettings(script)
    // Inside `[[ … ]]` an operator of the shell's commands parts conditions.
    var isCondition = false
    let hasIndirection = lexer.hasIndirection
    ShellCommand.visit(script) { command in
      if command.words.first?.bare == "[[" { isCondition = true }
      options.take(command, isCondition: isCondition)
      tests.take(command, isCondition: isCondition)
      if isCondition, command.words.last?.bare == "]]" { isCondition = false }
      functions.take(command)
      if !hasIndirection { settings.take(command) }
    }
    return options.findings + tests.findings + functions.findings(in: source)
      + ScriptVariables(settings, lexer, in: source).findings
  }

  /// Whether the shell that runs the script expands braces: every one but a plain `sh`.
  private static func expandsBraces(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix { $0 != 10 }
    guard line.starts(with: "#!".utf8) else { return true }
    return ["bash", "zsh", "ksh"].contains { String(decoding: line, as: UTF8.self).contains(ascii: $0) }
  }

  /// Whether the first line names the Z shell, or the file's name does where no line says which shell it is.
  private static func isZsh(_ source: SourceText) -> Bool {
    let line = source.bytes.prefix { $0 != 10 }
    guard line.starts(with: "#!".utf8) else {
      return [".zsh", ".zshrc", ".zshenv", ".zprofile"].contains { source.file.hasSuffix($0) }
    }
    return String(decoding: line, as: UTF8.self).contains(ascii: "zsh")
  }

  /// Whether the first line names bash, or the file's name does.
  private static func isBash(_ source: SourceText) -> Bool {
    let line = source.bytes.prefix { $0 != 10 }
    return line.starts(with: "#!".utf8)
      ? String(decoding: line, as: UTF8.self).contains(ascii: "bash") : source.file.hasSuffix(".bash")
  }

  /// Whether the shell is one whose compound commands are spelled differently.
  private static func isOtherShell(_ source: SourceText) -> Bool {
    let line = String(decoding: source.bytes.prefix { $0 != 10 }, as: UTF8.self)
    return isZsh(source)
      || line.hasPrefix("#!") && ["fish", "csh", "rc"].contains { line.contains(ascii: $0) }
  }
}

extension Diagnostic {
  fileprivate static func carriageReturn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shellSyntax, "the lines end in CR LF, and a shell takes the CR for a part of the last word",
      at: range,
      hint: "save the script with LF line ends")
  }
  fileprivate static func structure(_ fault: ShellGrammar.Fault, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .shellSyntax, fault.message, at: range)
  }
  fileprivate static func unendedDocument(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .shellSyntax, "this \(what) is never closed, and bash ends it where the file ends", at: range,
      hint: "end it in a line of that word alone: other shells refuse the script")
  }
  fileprivate static func tooDeep(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shellSyntax, "this \(what) lies deeper than the 50 levels that gen lint reads", at: range,
      hint: "give what is inside to a variable first")
  }
  fileprivate static func doubtfulQuote(_ line: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shellSyntax,
      "this quote seems to lack its end: the next one, in line \(line), stands before a word", at: range,
      hint: "each quote behind it is taken for its opposite, and the last one is never closed")
  }
  fileprivate static func unclosed(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .shellSyntax, "this \(what) is never closed", at: range)
  }
}
