import Diagnostics
import FilterPattern

/// What alarms for single accounts ask of a control, and of the spec.
struct PerAccountRules {
  let settings: PerAccountSettings
  let entry: ControlEntry

  /// What is wrong with a control.
  func problems(
    filters: [ResolvedControl.Filter], alarmName: String, defaultValue: Located<Double?>?
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if let defaultValue, defaultValue.value != nil {
      problems.append(.defaultForEach(at: defaultValue.range))
    }
    if settings.source?.value ?? .event == .event,
      let filter = filters.first(where: { !$0.pattern.isJSONPattern })
    {
      problems.append(.noFields(filter.pattern, at: entry.range))
    }
    let longest = AlarmTarget.each(of: settings).map { alarmName + $0.nameEnding }.max {
      $0.utf16.count < $1.utf16.count
    }
    // A name that is too long by itself has been reported.
    if let longest, longest.utf16.count > 255, alarmName.utf16.count <= 255 {
      problems.append(.longForEach(longest, at: entry.range, settings.range))
    }
    return problems
  }

  /// What is wrong with the block where it is deployed.
  static func problems(of spec: Spec, scope: DeploymentScope) -> [Diagnostic] {
    guard let settings = spec.perAccount else { return [] }
    var problems: [Diagnostic] = []
    if scope == .stackset { problems.append(.perAccountInStackSet(at: settings.range)) }
    if case .create(let trail) = spec.trail {
      if let source = settings.source, source.value == .systemFields {
        problems.append(.notCentralized(source, trail.name))
      } else if !trail.isOrganizationTrail {
        problems.append(.oneAccountOnly(trail.name, settings.range))
      }
    }
    if settings.source?.value == .systemFields {
      let length = settings.criteria.utf16.count
      if length > PerAccountSettings.longestCriteria {
        problems.append(.criteriaTooLong(length, at: settings.range))
      }
    }
    return problems
  }

  /// What the user should know of a control that is wrong in most accounts.
  static func notes(of spec: Spec, controls: [ResolvedControl]) -> [Diagnostic] {
    guard let settings = spec.perAccount else { return [] }
    let divided = controls.filter { $0.division != nil }
    var notes = divided.filter(\.isManagementAccountOnly).map(Diagnostic.seenInOne)
    if let first = settings.regions.first,
      settings.regions.allSatisfy({ Partition.name(ofRegion: $0.value) == "aws" && $0.value != globalRegion })
    {
      let silent = divided.filter { isRecordedInOneRegion($0.id) }.map(\.id)
      if !silent.isEmpty { notes.append(.globalEventsUnseen(silent, at: first.range)) }
    }
    return notes
  }

  /// Where CloudTrail records the events of global services in the commercial partition.
  ///
  /// Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
  private static let globalRegion = "us-east-1"

  /// Whether a catalog control watches a service whose events are recorded in one Region.
  private static func isRecordedInOneRegion(_ id: String) -> Bool {
    id == "root-usage"
      || ["iam.amazonaws.com", "organizations.amazonaws.com", "signin.amazonaws.com"]
        .contains(Catalog.find(id)?.eventSource)
  }
}

extension String {
  /// Whether it is a pattern for JSON events, whose fields can be dimensions. What is no pattern has been reported.
  fileprivate var isJSONPattern: Bool {
    switch Pattern.parse(self).pattern?.syntax {
    case .json, nil: true
    case .delimited, .terms, .regex, .everything: false
    }
  }
}

extension Diagnostic {
  fileprivate static func defaultForEach(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .defaultForEachAccount, "a metric that is divided by account takes no default value", at: range,
      hint: "remove 'defaultValue'; 'treatMissingData: notBreaching', the default, keeps a silent alarm quiet"
    )
  }
  fileprivate static func noFields(_ pattern: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .noFieldsForAccounts,
      "only a pattern for JSON events tells the account by a field: '\(pattern)' has none",
      at: range,
      hint:
        "write '{ $.field = … }', or 'perAccount: false' in the control's entry for one alarm over all accounts"
    )
  }
  fileprivate static func longForEach(_ name: String, at range: SourceRange, _ block: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .wrongLength,
      "the alarm name '\(name)' has \(name.utf16.count) characters; 255 are allowed", at: range,
      hint: "shorten the alarm's name or the account's", notes: [Note("the accounts", at: block)])
  }
  fileprivate static func perAccountInStackSet(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .perAccountInStackSet,
      "a StackSet gives each account its own alarms; 'perAccount' is for one log group with the events of many",
      at: range,
      hint: "remove 'perAccount', or deploy once, where the log group is, without 'scope: stackset'")
  }
  fileprivate static func notCentralized(_ source: Located<AccountSource>, _ trail: Located<String>)
    -> Diagnostic
  {
    Diagnostic(
      .error, .groupOfOneAccount,
      "the log group of the trail '\(trail.value)' has no events that CloudWatch Logs copied from other accounts",
      at: source.range, hint: "write 'source: event' and make the trail the organization's")
  }
  fileprivate static func oneAccountOnly(_ trail: Located<String>, _ block: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .groupOfOneAccount, "the trail '\(trail.value)' records one account only", at: trail.range,
      hint: "write 'organization: true' to record every account of the organization",
      notes: [Note("alarms for several accounts", at: block)])
  }
  fileprivate static func criteriaTooLong(_ length: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .criteriaTooLong,
      "the accounts and Regions make selection criteria of \(length) characters; a metric filter takes \(PerAccountSettings.longestCriteria)",
      at: range, hint: "divide the accounts between two specs whose controls have names of their own")
  }
  fileprivate static func seenInOne(_ control: ResolvedControl) -> Diagnostic {
    Diagnostic(
      .note, .seenInOneAccount,
      "'\(control.id)' gets an alarm for each account, and almost all its events are of the management account",
      at: control.range, hint: "'{ control: \(control.id), perAccount: false }' makes one alarm")
  }
  fileprivate static func globalEventsUnseen(_ controls: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .globalEventsUnseen,
      "'regions' leaves out us-east-1, where the events of \(controls.joined(separator: ", ")) are recorded: their alarms stay silent",
      at: range, hint: "add us-east-1, or 'perAccount: false' in the entries of these controls")
  }
}
