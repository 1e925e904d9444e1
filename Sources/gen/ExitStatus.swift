import ArgumentParser

/// The exit statuses of `gen`, after sysexits.h.
enum ExitStatus {
  /// The input has errors, or a comparison found a difference.
  static let inputHasErrors = ExitCode(1)
  /// Wrong usage.
  static let usage = ExitCode(64)
  /// A fault of `gen` itself.
  static let fault = ExitCode(70)
  /// Reading or writing failed.
  static let inputOutput = ExitCode(74)
}
