import ArgumentParser
import Diagnostics

/// A code as a user types it on the command line: `GEN4201`, `gen4201` or `4201`.
enum CodeArgument {
  /// The codes of a list with commas, such as `GEN4201,GEN4225`.
  ///
  /// - Throws: `ValidationError` for the first that is no code.
  static func codes(_ list: String) throws(ValidationError) -> [DiagnosticCode] {
    let names = list.split { $0 == "," || $0 == " " }.map(String.init)
    guard !names.isEmpty else { throw ValidationError("a list of codes is empty; codes look like GEN4201") }
    var codes: [DiagnosticCode] = []
    for name in names { codes.append(try code(name)) }
    return codes
  }

  /// The code of a name.
  ///
  /// - Throws: `ValidationError`, which names the nearest code.
  static func code(_ name: String) throws(ValidationError) -> DiagnosticCode {
    if let code = DiagnosticCode.find(named: name) { return code }
    let mend =
      DiagnosticCode.nearest(to: name).map { "did you mean \($0.name)?" } ?? "'gen explain' lists them"
    throw ValidationError("there is no code '\(TerminalText.visible(name))'; \(mend)")
  }
}
