internal import GenCore

extension StackSet.Preferences {
  /// The members of `OperationPreferences` as the service names them, in the service's order.
  var members: [(name: String, value: Member)] {
    var members: [(String, Member)] = [
      ("RegionConcurrencyType", .word(regionConcurrency == .sequential ? "SEQUENTIAL" : "PARALLEL"))
    ]
    switch failureTolerance {
    case .count(let count): members.append(("FailureToleranceCount", .number(count)))
    case .percentage(let share): members.append(("FailureTolerancePercentage", .number(share)))
    }
    switch maxConcurrent {
    case .count(let count): members.append(("MaxConcurrentCount", .number(count)))
    case .percentage(let share): members.append(("MaxConcurrentPercentage", .number(share)))
    }
    let mode = concurrencyMode == .strict ? "STRICT_FAILURE_TOLERANCE" : "SOFT_FAILURE_TOLERANCE"
    return members + [("ConcurrencyMode", .word(mode))]
  }

  /// The value of a member.
  enum Member: Hashable {
    case word(String)
    case number(Int)
  }
}

extension ShellJSON {
  /// The value of `--operation-preferences`.
  static func preferences(_ preferences: StackSet.Preferences) -> ShellJSON {
    .map(
      preferences.members.map { name, value in
        switch value {
        case .word(let word): (name, .text(word))
        case .number(let number): (name, .integer(number))
        }
      })
  }
}
