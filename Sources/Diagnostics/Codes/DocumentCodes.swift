extension DiagnosticCode {
  /// 1xxx: what the YAML and JSON readers say.
  static let documentCodes: [DiagnosticCode] = []
}
