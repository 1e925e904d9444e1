import Diagnostics
import Documents

extension SpecBlocks {
  /// The `stackSet` block of `deploy`.
  mutating func stackSet(_ node: Node, homeRegion: Located<String>?) -> StackSetSettings? {
    let known = [
      "name", "permissionModel", "organizationalUnits", "accounts", "accountFilter", "regions", "callAs",
      "autoDeployment", "administrationRole", "executionRole", "operationPreferences",
    ]
    guard let fields = fields(node, of: "stackSet", known: known) else { return nil }
    var settings = StackSetSettings()
    settings.name = scalars.text(
      fields["name"], "name", lengths: 1...StackSetLimits.nameCharacters, rule: .stackSetName)
    settings.permissionModel = scalars.word(fields["permissionModel"], "permissionModel")
    settings.organizationalUnits = items(fields, "organizationalUnits", .organizationalUnit)
    settings.accounts = items(fields, "accounts", .account)
    settings.accountFilter = scalars.word(fields["accountFilter"], "accountFilter")
    settings.regions = items(fields, "regions", .region)
    settings.callAs = scalars.word(fields["callAs"], "callAs")
    settings.autoDeployment = fields["autoDeployment"].flatMap { autoDeployment($0) }
    settings.administrationRole = scalars.text(
      fields["administrationRole"], "administrationRole", lengths: 20...2048, rule: .roleARN)
    settings.executionRole = scalars.text(
      fields["executionRole"], "executionRole", lengths: 1...64, rule: .roleName)
    settings.preferences = fields["operationPreferences"].flatMap { preferences($0) }
    if let model = fields["permissionModel"], settings.permissionModel == nil, model.scalar != nil {
      return settings
    }
    checkModel(settings, fields)
    checkRegions(settings, homeRegion: homeRegion?.value ?? Spec.defaultHomeRegion)
    return settings
  }

  /// A list of texts, each once.
  private mutating func items(_ fields: SpecFields, _ key: String, _ rule: TextRequirement)
    -> [Located<String>]
  {
    guard let nodes = scalars.list(fields[key], key) else { return [] }
    if nodes.isEmpty { scalars.problems.append(.emptyList(key, at: fields.place(of: key))) }
    var found: [Located<String>] = []
    var places: [String: SourceRange] = [:]
    for node in nodes {
      guard let text = scalars.text(node, key, rule: rule) else { continue }
      if let first = places[text.value] {
        scalars.problems.append(.listedTwice(text, key, first: first))
      } else {
        places[text.value] = text.range
        found.append(text)
      }
    }
    return found
  }

  private mutating func autoDeployment(_ node: Node) -> StackSet.AutoDeployment? {
    let known = ["enabled", "retainStacksOnAccountRemoval"]
    guard let fields = fields(node, of: "autoDeployment", known: known) else { return nil }
    let enabled = scalars.boolean(
      required("enabled", fields, of: "autoDeployment", hint: "true or false"), "enabled")
    let retains = scalars.boolean(fields["retainStacksOnAccountRemoval"], "retainStacksOnAccountRemoval")
    guard let enabled else { return nil }
    if !enabled.value, let retains {
      scalars.problems.append(.retainsNothing(at: retains.range))
    }
    return enabled.value ? .enabled(retainsStacks: retains?.value ?? false) : .disabled
  }

  private mutating func preferences(_ node: Node) -> StackSet.Preferences? {
    let known = [
      "failureToleranceCount", "failureTolerancePercentage", "maxConcurrentCount", "maxConcurrentPercentage",
      "regionConcurrency", "concurrencyMode",
    ]
    guard let fields = fields(node, of: "operationPreferences", known: known) else { return nil }
    let tolerance = share(fields, "failureTolerance", from: 0)
    let concurrent = share(fields, "maxConcurrent", from: 1)
    let regions = scalars.word(
      fields["regionConcurrency"], "regionConcurrency", StackSet.Preferences.RegionConcurrency.self)
    let mode = scalars.word(
      fields["concurrencyMode"], "concurrencyMode", StackSet.Preferences.ConcurrencyMode.self)
    let standard = StackSet.Preferences.standard
    let made = StackSet.Preferences(
      failureTolerance: tolerance ?? standard.failureTolerance,
      maxConcurrent: concurrent ?? standard.maxConcurrent,
      regionConcurrency: regions?.value ?? standard.regionConcurrency,
      concurrencyMode: mode?.value ?? standard.concurrencyMode)
    if made.concurrencyMode == .strict, case .count(let most) = made.maxConcurrent,
      case .count(let borne) = made.failureTolerance, most > borne + 1
    {
      scalars.problems.append(.slowedDown(most, borne, at: fields.place(of: "maxConcurrentCount")))
    }
    return made
  }

  /// A number of accounts, as a count or as a percentage.
  private mutating func share(_ fields: SpecFields, _ key: String, from least: Int)
    -> StackSet.Preferences.Share?
  {
    let (count, percentage) = ("\(key)Count", "\(key)Percentage")
    if fields[count] != nil, fields[percentage] != nil {
      let later = [count, percentage].map { fields.place(of: $0) }.max { $0.start < $1.start }
      scalars.problems.append(.countAndPercentage(count, percentage, at: later ?? fields.range))
      return nil
    }
    if let number = scalars.integer(fields[count], count, in: least...StackSetLimits.instances) {
      return .count(number.value)
    }
    return scalars.integer(fields[percentage], percentage, in: least...100).map { .percentage($0.value) }
  }
}
