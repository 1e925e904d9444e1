extension DiagnosticCode {
  /// 2xxx: what the spec reader says.
  static let specCodes: [DiagnosticCode] = []
}
