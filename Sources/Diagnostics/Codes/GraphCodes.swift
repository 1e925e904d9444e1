extension DiagnosticCode {
  /// 3xxx: what lowering a spec to the resource graph says.
  static let graphCodes: [DiagnosticCode] = []
}
