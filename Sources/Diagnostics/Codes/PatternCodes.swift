extension DiagnosticCode {
  /// 5xxx: what the filter-pattern parser and its lints say.
  static let patternCodes: [DiagnosticCode] =
    patternErrorCodes + patternUndecidedCodes + patternLintCodes + patternTestCodes
}
