extension DiagnosticCode {
  /// 9xxx: limits of a target.
  static let limitCodes: [DiagnosticCode] = []
}
