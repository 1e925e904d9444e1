import ArgumentParser
import Diagnostics
import JSONScanner

/// A log message and where it stands.
struct LogMessage {
  let bytes: [UInt8]
  let range: SourceRange
}

/// The messages of one file.
struct LogMessages {
  let source: SourceText
  let messages: [LogMessage]

  /// The most that is read of one file, in bytes.
  private static let fileLimit = 1 << 30

  /// Reads a JSON array of strings.
  static func strings(_ path: String) throws(ExitCode) -> LogMessages {
    let source = try read(path, option: "--messages")
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONDocument(source.bytes, options: .allowNUL).root
    } catch {
      throw refuse(error, in: source)
    }
    guard case .array = root.kind else { throw refuse(root, in: source) }
    var messages: [LogMessage] = []
    for element in root.elements {
      guard let bytes = element.stringBytes else { throw refuse(element, in: source) }
      messages.append(LogMessage(bytes: bytes, range: place(element, in: source)))
    }
    return try LogMessages(source: source, messages: messages).notEmpty()
  }

  /// Reads events: a JSON document that is one event, an array of events or has `Records`; else one on each line.
  static func events(_ path: String) throws(ExitCode) -> LogMessages {
    let source = try read(path, option: "--events")
    guard let root = try? JSONDocument(source.bytes, options: .allowNUL).root else {
      return try lines(of: source)
    }
    let list: [JSONValue]
    if case .array = root.kind {
      list = Array(root.elements)
    } else if let records = root.member("Records"), case .array = records.kind {
      list = Array(records.elements)
    } else {
      list = [root]
    }
    let messages = list.map { LogMessage(bytes: Array($0.spelling), range: place($0, in: source)) }
    return try LogMessages(source: source, messages: messages).notEmpty()
  }

  /// Every line that is not blank. One that is no JSON object is a message too, but gets a warning.
  private static func lines(of source: SourceText) throws(ExitCode) -> LogMessages {
    var messages: [LogMessage] = []
    var failures: [(reason: String, range: SourceRange)] = []
    var number = 0
    for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let text = line.last == 0x0D ? line.dropLast() : line
      guard text.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      let start = SourcePosition(line: number, column: 1)
      let message = LogMessage(bytes: Array(text), range: SourceRange(file: source.file, start: start))
      messages.append(message)
      if let failure = notAnObject(message.bytes) {
        failures.append((failure, message.range))
      }
    }
    if let first = failures.first {
      Terminal.say(
        [Repeated.warning(.eventLineNotJSON, first.reason, at: failures.map(\.range))], sources: [source])
    }
    return try LogMessages(source: source, messages: messages).notEmpty()
  }

  private static func notAnObject(_ line: [UInt8]) -> String? {
    do throws(JSONError) {
      let root = try JSONDocument(line, options: .allowNUL).root
      if case .object = root.kind { return nil }
      return "this line is JSON but no object"
    } catch {
      return "this line is no JSON object: \(error.message)"
    }
  }

  private func notEmpty() throws(ExitCode) -> LogMessages {
    guard messages.isEmpty else { return self }
    let start = SourcePosition(line: 1, column: 1)
    let range = SourceRange(file: source.file, start: start)
    Terminal.say([Diagnostic(.error, .noEvents, "the file holds no message to test", at: range)], sources: [])
    throw ExitStatus.inputHasErrors
  }

  private static func read(_ path: String, option: String) throws(ExitCode) -> SourceText {
    let source: SourceText
    do throws(SystemFailure) {
      source = try Files.read(path, limit: fileLimit)
    } catch {
      throw Terminal.fail(error)
    }
    // The first bytes of a gzip file; no text begins so.
    if source.bytes.starts(with: [0x1F, 0x8B]) {
      Terminal.say([.compressed(source, path, option)], sources: [])
      throw ExitStatus.inputHasErrors
    }
    guard source.bytes.count > fileLimit else { return source }
    Terminal.say("gen: '\(TerminalText.visible(path))' is longer than \(fileLimit) bytes; split it")
    throw ExitStatus.inputHasErrors
  }

  private static func place(_ value: JSONValue, in source: SourceText) -> SourceRange {
    source.range(from: value.range.lowerBound, to: value.range.upperBound)
  }

  private static func refuse(_ error: JSONError, in source: SourceText) -> ExitCode {
    if let code = DiagnosticCode.find(error.number) {
      let range = source.range(from: error.offset, to: error.offset)
      Terminal.say([Diagnostic(.error, code, error.message, at: range, hint: error.hint)], sources: [source])
    }
    return ExitStatus.inputHasErrors
  }

  private static func refuse(_ value: JSONValue, in source: SourceText) -> ExitCode {
    let diagnostic = Diagnostic(
      .error, .messagesNotStrings,
      "expected \(value.range.lowerBound == 0 ? "an array of strings" : "a string")",
      at: place(value, in: source), hint: "for events as they are use --events")
    Terminal.say([diagnostic], sources: [source])
    return ExitStatus.inputHasErrors
  }
}

extension Diagnostic {
  fileprivate static func compressed(_ source: SourceText, _ path: String, _ option: String) -> Diagnostic {
    let start = SourcePosition(line: 1, column: 1)
    let unpack = path == "-" ? "gunzip |" : "gunzip -c FILE |"
    return Diagnostic(
      .error, .compressedEvents, "the file is compressed with gzip",
      at: SourceRange(file: source.file, start: start),
      hint: "\(unpack) gen pattern test PATTERN \(option) -")
  }
}
