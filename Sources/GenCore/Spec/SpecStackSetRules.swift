import Diagnostics

extension SpecBlocks {
  /// What belongs to one permission model only.
  mutating func checkModel(_ settings: StackSetSettings, _ fields: SpecFields) {
    func refuse(_ keys: [String], _ why: Diagnostic.OfOtherModel) {
      for key in keys where fields[key] != nil {
        scalars.problems.append(.ofOtherModel(key, why, at: fields.place(of: key)))
      }
    }
    switch settings.permissionModel?.value ?? .serviceManaged {
    case .selfManaged:
      refuse(["organizationalUnits", "accountFilter"], .accountsAreTargets)
      refuse(["callAs"], .noDelegation)
      refuse(["autoDeployment"], .nobodyJoins)
    case .serviceManaged:
      refuse(["administrationRole", "executionRole"], .rolesAreMade)
      if let first = settings.accounts.first, fields["accountFilter"] == nil {
        scalars.problems.append(.accountsWithoutFilter(at: first.range))
      }
      if let filter = settings.accountFilter, fields["accounts"] == nil {
        scalars.problems.append(.filterWithoutAccounts(filter))
      }
      if settings.accounts.count > StackSetLimits.accountsPerParameter {
        scalars.problems.append(.longFilter(settings.accounts.count, at: fields.place(of: "accounts")))
      }
    }
  }

  /// Everything is made in the home Region; and a StackSet has so many stack instances.
  mutating func checkRegions(_ settings: StackSetSettings, homeRegion: String) {
    if let first = settings.regions.first, !settings.regions.contains(where: { $0.value == homeRegion }) {
      scalars.problems.append(.homeRegionNotAmong(homeRegion, at: first.range))
    }
    let instances = settings.accounts.count * max(1, settings.regions.count)
    if settings.permissionModel?.value == .selfManaged, instances > StackSetLimits.instances,
      let first = settings.accounts.first
    {
      scalars.problems.append(.tooManyInstances(instances, at: first.range))
    }
  }
}

extension Diagnostic {
  /// Why a key means nothing with a permission model.
  enum OfOtherModel {
    case accountsAreTargets, noDelegation, nobodyJoins, rolesAreMade
  }

  static func emptyList(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'\(key)' is empty", at: range,
      hint: "name at least one, or leave '\(key)' out")
  }
  static func listedTwice(_ text: Located<String>, _ key: String, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .listedTwice, "'\(text.value)' stands twice in '\(key)'", at: text.range,
      hint: "remove one of the two", notes: [Note("first named here", at: first)])
  }
  static func retainsNothing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'retainStacksOnAccountRemoval' has no meaning without automatic deployment",
      at: range,
      hint: "remove it, or write 'enabled: true'")
  }
  static func countAndPercentage(_ count: String, _ percentage: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .exactlyOneOf, "'operationPreferences' has both '\(count)' and '\(percentage)'", at: range,
      hint: "StackSets takes one of the two; a percentage fits any number of accounts")
  }
  static func slowedDown(_ most: Int, _ borne: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange,
      "'maxConcurrentCount' is \(most), but with a failure tolerance of \(borne) StackSets works on at most \(borne + 1) accounts at a time",
      at: range,
      hint: "raise 'failureToleranceCount' to \(most - 1), or write 'concurrencyMode: soft-failure-tolerance'"
    )
  }
  fileprivate static func ofOtherModel(_ key: String, _ why: OfOtherModel, at range: SourceRange)
    -> Diagnostic
  {
    let hint =
      switch why {
      case .accountsAreTargets: "such a StackSet reaches accounts by id; name them under 'accounts'"
      case .noDelegation: "it belongs to the account that makes it; remove it"
      case .nobodyJoins: "only a StackSet of an organization learns of new accounts; remove it"
      case .rolesAreMade:
        "the organization gives the permissions; remove it, or write 'permissionModel: self-managed'"
      }
    let model = why == .rolesAreMade ? "service-managed" : "self-managed"
    return Diagnostic(
      .error, .keyNotHere, "'\(key)' has no meaning with \(model) permissions", at: range, hint: hint)
  }
  fileprivate static func accountsWithoutFilter(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'stackSet' has 'accounts' and no 'accountFilter'", at: range,
      hint:
        "write 'accountFilter: intersection' for only these of the units, or 'difference' for all but these; without units, 'permissionModel: self-managed'"
    )
  }
  fileprivate static func filterWithoutAccounts(_ filter: Located<StackSet.AccountFilter>) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'accountFilter: \(filter.value.rawValue)' speaks of no 'accounts'",
      at: filter.range,
      hint: "list them under 'accounts', or remove the filter")
  }
  fileprivate static func longFilter(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange,
      "'accounts' lists \(count) accounts; \(StackSetLimits.accountsPerParameter) fit a filter", at: range,
      hint: "put them under a unit of their own and name that")
  }
  fileprivate static func homeRegionNotAmong(_ home: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .homeRegionNotAmong,
      "'regions' leaves out the home Region '\(home)', so every stack would be empty", at: range,
      hint: "add '\(home)', or set 'homeRegion' to the trail's home Region")
  }
  fileprivate static func tooManyInstances(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange,
      "accounts times Regions are \(count) stack instances; a StackSet has at most \(StackSetLimits.instances)",
      at: range,
      hint: "leave 'regions' out: the stacks outside the home Region are empty")
  }
}
