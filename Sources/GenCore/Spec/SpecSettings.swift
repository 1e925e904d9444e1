import Diagnostics
import Documents

extension SpecBlocks {
  /// The `trail` block.
  mutating func trail(_ node: Node) -> TrailSettings? {
    guard let fields = fields(node, of: "trail", known: ["existing", "create"]) else { return nil }
    switch exactlyOne(of: ["existing", "create"], fields, in: "trail") {
    case "existing":
      return fields["existing"].flatMap { existingLogGroup($0) }.map { .existing($0) }
    case "create": return fields["create"].flatMap { newTrail($0) }
    default: return nil
    }
  }

  private mutating func existingLogGroup(_ node: Node) -> TrailSettings.ExistingLogGroup? {
    let ways = ["logGroup", "logGroupPrefix", "trail"]
    guard let fields = fields(node, of: "existing", known: ways) else { return nil }
    switch exactlyOne(of: ways, fields, in: "existing") {
    case "logGroup":
      return scalars.text(fields["logGroup"], "logGroup", lengths: 1...512, rule: .logGroupName).map {
        .named($0)
      }
    case "logGroupPrefix":
      return scalars.text(fields["logGroupPrefix"], "logGroupPrefix", lengths: 1...512, rule: .logGroupName)
        .map {
          .prefixed($0)
        }
    case "trail":
      return scalars.text(fields["trail"], "trail", lengths: 3...128, rule: .trailName).map {
        .filled(by: $0)
      }
    default: return nil
    }
  }

  private mutating func newTrail(_ node: Node) -> TrailSettings? {
    let known = [
      "name", "logGroup", "bucket", "logRetentionDays", "organization", "organizationId", "encryption",
    ]
    guard let fields = fields(node, of: "create", known: known) else { return nil }
    let name = scalars.text(
      required("name", fields, of: "create"), "name", lengths: 3...128, rule: .trailName)
    let logGroup = scalars.text(fields["logGroup"], "logGroup", lengths: 1...512, rule: .logGroupName)
    let bucket = scalars.text(fields["bucket"], "bucket", lengths: 3...63, rule: .bucketName)
    let days = retention(fields["logRetentionDays"])
    let isOrganizationTrail = scalars.boolean(fields["organization"], "organization")?.value ?? false
    let organization = scalars.text(
      fields["organizationId"], "organizationId", lengths: 12...34, rule: .organizationID)
    if let organization, !isOrganizationTrail { scalars.problems.append(.organizationNotHere(organization)) }
    let encryption = encryption(fields["encryption"])
    return name.map {
      .create(
        TrailSettings.NewTrail(
          name: $0, logGroup: logGroup, bucket: bucket, retentionDays: days,
          isOrganizationTrail: isOrganizationTrail, organizationID: organization, encryption: encryption))
    }
  }

  /// The numbers that CloudWatch Logs takes as a retention.
  ///
  /// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
  private static let retentions = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
  ]

  private mutating func retention(_ node: Node?) -> Located<Int>? {
    guard let days = scalars.integer(node, "logRetentionDays", in: 1...3653) else { return nil }
    guard Self.retentions.contains(days.value) else {
      scalars.problems.append(.retentionNotOffered(days, Self.retentions))
      return nil
    }
    return days
  }

  /// `none`, `create` or the ARN of a key.
  private mutating func encryption(_ node: Node?) -> Located<Encryption>? {
    guard let text = scalars.text(node, "encryption") else { return nil }
    switch text.value {
    case "none": return Located(.none, at: text.range)
    case "create": return Located(.create, at: text.range)
    default: break
    }
    guard !KeyName.isManagedByAWS(text.value) else {
      scalars.problems.append(.keyManagedByAWS(text))
      return nil
    }
    guard KeyName.isKeyARN(text.value) else {
      scalars.problems.append(.noKeyARN(text))
      return nil
    }
    return Located(.key(text.value), at: text.range)
  }

  /// The `notify` block.
  mutating func notify(_ node: Node) -> NotifySettings? {
    guard let fields = fields(node, of: "notify", known: ["topic", "subscriptions"]) else { return nil }
    let topic = fields["topic"].map { self.topic($0) } ?? .create(.init())
    let nodes = scalars.list(fields["subscriptions"], "subscriptions") ?? []
    let subscriptions = nodes.compactMap { subscription($0) }
    return topic.map { NotifySettings(topic: $0, subscriptions: subscriptions) }
  }

  private mutating func topic(_ node: Node) -> NotifySettings.TopicSettings? {
    guard let fields = fields(node, of: "topic", known: ["create", "existing"]) else { return nil }
    switch exactlyOne(of: ["create", "existing"], fields, in: "topic") {
    case "existing":
      return scalars.text(fields["existing"], "existing", rule: .topicARN).map { .existing($0) }
    case "create":
      guard let node = fields["create"],
        let inner = self.fields(node, of: "create", known: ["name", "encryption", "shareWith"])
      else { return nil }
      let encryption = encryption(inner["encryption"])
      let sharing = inner["shareWith"].flatMap { self.sharing($0) }
      return .create(
        .init(
          name: scalars.text(inner["name"], "name", lengths: 1...256, rule: .topicName),
          encryption: encryption, sharing: sharing))
    default: return nil
    }
  }

  private mutating func subscription(_ node: Node) -> NotifySettings.SubscriptionSettings? {
    guard let fields = fields(node, of: "subscriptions", known: ["protocol", "endpoint"]) else { return nil }
    let word = scalars.word(
      required("protocol", fields, of: "subscriptions"), "protocol", SubscriptionProtocol.self)
    let endpointNode = required("endpoint", fields, of: "subscriptions")
    guard let word else { return nil }
    let endpoint = scalars.text(
      endpointNode, "endpoint", lengths: 1...2048, rule: EndpointRule.requirement(word.value))
    return endpoint.map { NotifySettings.SubscriptionSettings(protocol: word.value, endpoint: $0) }
  }

  /// The `metric` block of the spec or of one control.
  mutating func metric(_ node: Node, isForOneControl: Bool) -> MetricSettings? {
    let known = ["name", "namespace", "value", "defaultValue"]
    guard let fields = fields(node, of: "metric", known: known) else { return nil }
    refuse(isForOneControl ? "namespace" : "name", in: fields, isForOneControl: isForOneControl)
    var settings = MetricSettings()
    settings.name = scalars.text(fields["name"], "name", lengths: 1...255, rule: .metricName)
    settings.namespace = scalars.text(fields["namespace"], "namespace", lengths: 1...255, rule: .namespace)
    settings.value = scalars.text(fields["value"], "value", lengths: 1...100, rule: .metricValue)
    if let node = fields["defaultValue"] {
      let isNull = node.scalar.map { $0.style == .plain && ["null", "~", ""].contains($0.text) } ?? false
      if isNull {
        settings.defaultValue = Located(nil, at: node.range)
      } else if let number = scalars.number(node, "defaultValue") {
        settings.defaultValue = Located(number.value, at: number.range)
      }
    }
    return settings
  }

  /// The `alarm` block of the spec or of one control.
  mutating func alarm(_ node: Node, isForOneControl: Bool) -> AlarmSettings? {
    let known = [
      "name", "statistic", "period", "evaluationPeriods", "datapointsToAlarm", "threshold", "comparison",
      "treatMissingData", "actionsEnabled", "notifyOn", "namePrefix",
    ]
    guard let fields = fields(node, of: "alarm", known: known) else { return nil }
    if !isForOneControl { refuse("name", in: fields, isForOneControl: false) }
    var settings = AlarmSettings()
    settings.name = scalars.text(fields["name"], "name", lengths: 1...255)
    settings.statistic = scalars.word(fields["statistic"], "statistic")
    settings.period = period(fields["period"])
    settings.evaluationPeriods = scalars.integer(
      fields["evaluationPeriods"], "evaluationPeriods", in: 1...1440)
    settings.datapointsToAlarm = scalars.integer(
      fields["datapointsToAlarm"], "datapointsToAlarm", in: 1...1440)
    settings.threshold = scalars.number(fields["threshold"], "threshold")
    settings.comparison = scalars.word(fields["comparison"], "comparison")
    settings.treatMissingData = scalars.word(fields["treatMissingData"], "treatMissingData")
    settings.actionsEnabled = scalars.boolean(fields["actionsEnabled"], "actionsEnabled")
    settings.namePrefix = scalars.text(fields["namePrefix"], "namePrefix", lengths: 0...254)
    if let nodes = scalars.list(fields["notifyOn"], "notifyOn") {
      let states = nodes.compactMap { scalars.word($0, "notifyOn", AlarmState.self)?.value }
      settings.notifyOn = Located(
        AlarmState.allCases.filter(states.contains), at: fields["notifyOn"]?.range ?? fields.range)
    }
    return settings
  }

  private mutating func period(_ node: Node?) -> Located<Int>? {
    guard let period = scalars.integer(node, "period", in: 1...86_400) else { return nil }
    guard period.value.isMultiple(of: 60) else {
      scalars.problems.append(.periodNotWholeMinutes(period))
      return nil
    }
    return period
  }

  private mutating func refuse(_ key: String, in fields: SpecFields, isForOneControl: Bool) {
    if fields[key] != nil {
      scalars.problems.append(.elsewhere(key, isForOneControl: isForOneControl, at: fields.place(of: key)))
    }
  }
}

extension Diagnostic {
  fileprivate static func retentionNotOffered(_ days: Located<Int>, _ offered: [Int]) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange, "CloudWatch Logs keeps no events for exactly \(days.value) days", at: days.range,
      hint: "one of: \(offered.map(String.init).joined(separator: ", "))")
  }
  fileprivate static func organizationNotHere(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'organizationId' has no meaning without 'organization: true'", at: id.range,
      hint: "remove it, or make the trail the organization's")
  }
  fileprivate static func keyManagedByAWS(_ key: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .keyManagedByAWS,
      "'\(key.value)' is a key that AWS manages; nobody can let another service use it",
      at: key.range, hint: "write 'create' for a key of your own, or the ARN of one, or 'none'")
  }
  fileprivate static func noKeyARN(_ key: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .malformedARN, "'\(key.value)' is none of 'none', 'create' and the ARN of a KMS key",
      at: key.range,
      hint: KeyName.isAlias(key.value)
        ? "an alias can be pointed elsewhere, and CloudWatch Logs takes none; write the ARN of the key itself"
        : "as in arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")
  }
  fileprivate static func periodNotWholeMinutes(_ period: Located<Int>) -> Diagnostic {
    let lower = max(60, period.value / 60 * 60)
    return Diagnostic(
      .error, .periodNotWholeMinutes, "'period' is \(period.value) seconds, no multiple of 60",
      at: period.range,
      hint: "\(lower) or \(lower + 60)")
  }
  fileprivate static func elsewhere(_ key: String, isForOneControl: Bool, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .keyNotHere, "'\(key)' has no meaning here", at: range,
      hint: isForOneControl
        ? "set it in the spec's own 'metric' block; all controls share it"
        : "set it in the entry of one control")
  }
}
