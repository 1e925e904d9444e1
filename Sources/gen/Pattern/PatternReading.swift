import ArgumentParser
import Diagnostics
import FilterPattern

/// A pattern as the user gave it, and what there is to say about it.
struct PatternReading {
  let source: SourceText
  /// Nil exactly when `diagnostics` holds an error.
  let pattern: Pattern?
  let diagnostics: [Diagnostic]

  init(_ source: SourceText) {
    self.source = source
    let result = Pattern.parse(utf8: source.bytes)
    pattern = result.pattern
    diagnostics = (result.issues + (result.pattern?.lints() ?? [])).map { Self.diagnostic($0, in: source) }
  }

  /// Reads the argument and says what there is to say.
  ///
  /// - Throws: `ExitStatus.inputHasErrors` when the service would refuse the pattern.
  static func valid(_ argument: String) throws(ExitCode) -> Pattern {
    let reading = PatternReading(try PatternArgument.read(argument))
    Terminal.say(reading.diagnostics.filter { $0.severity != .note }, sources: [reading.source])
    guard let pattern = reading.pattern else { throw ExitStatus.inputHasErrors }
    return pattern
  }

  /// An issue at its place in the text.
  static func diagnostic(_ issue: PatternIssue, in source: SourceText) -> Diagnostic {
    guard let code = DiagnosticCode.find(issue.code.rawValue) else {
      preconditionFailure("every pattern code stands in the catalogue")
    }
    let severity: Diagnostic.Severity =
      switch issue.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return Diagnostic(severity, code, issue.message, at: range(issue.range, in: source), hint: issue.hint)
  }

  /// The place of 0-based scalar offsets.
  private static func range(_ scalars: Range<Int>, in source: SourceText) -> SourceRange {
    var start = source.bytes.count
    var end = start
    var count = 0
    // Bytes that continue a scalar do not count, as in `SourceText.position`.
    for (offset, byte) in source.bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count == scalars.lowerBound { start = offset }
      if count == scalars.upperBound {
        end = offset
        break
      }
      count += 1
    }
    return source.range(from: start, to: max(start, end))
  }
}
