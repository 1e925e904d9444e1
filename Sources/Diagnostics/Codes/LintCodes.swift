extension DiagnosticCode {
  /// 4xxx: what gen lint says of artefacts.
  static let lintCodes: [DiagnosticCode] = []
}
