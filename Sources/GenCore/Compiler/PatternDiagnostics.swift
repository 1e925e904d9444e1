import Diagnostics
import FilterPattern

/// What the pattern parser says of a pattern in a spec, at its place there.
enum PatternDiagnostics {
  static func diagnostics(of pattern: Located<String>, in source: SourceText) -> [Diagnostic] { [] }
}
