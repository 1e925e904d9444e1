/// The `trail` block as parameters and resources.
struct TrailLowering {
  let parameters: [Parameter]
  let resources: [Resource]
  let source: ResourceGraph.LogSource

  private static let role = Identifier("Trail")

  init(spec: Spec, organization: OrganizationParameter?) {
    switch spec.trail {
    case nil: (parameters, resources, source) = ([], [], .nothing)
    case .existing(let group):
      let name = Identifier("LogGroupName")
      let kind: Parameter.Kind
      let found: Value
      switch group {
      case .named(let text): (kind, found) = (.text(.logGroupName, default: text.value), .parameter(name))
      case .prefixed(let text):
        let lookup = Value.Lookup.logGroup(prefix: text.value)
        (kind, found) = (.lookup(.logGroupName, lookup), .found(lookup, parameter: name))
      case .filled(let text):
        let lookup = Value.Lookup.logGroupOfTrail(text.value)
        (kind, found) = (.lookup(.logGroupName, lookup), .found(lookup, parameter: name))
      }
      parameters = [
        Parameter(
          name: name,
          description: Self.description(of: spec),
          group: .trail, kind: kind)
      ]
      resources = []
      let isCentralized = spec.perAccount?.source?.value == .systemFields
      source = isCentralized ? .centralized(logGroup: found) : .existing(logGroup: found)
    case .create(let trail):
      let name = Identifier("LogGroupName")
      let organization = trail.isOrganizationTrail ? organization : nil
      let key = KeyLowering(
        trail.encryption?.value ?? .none, role: Self.role, purpose: "the trail's log group and files",
        alias: "\(NotificationLowering.undotted(spec.name.value))-trail", isKept: true, group: .trail,
        users: [.logGroupUsesKey(named: .parameter(name))]
          + Policy.Statement.trailUsesKey(Self.arn(of: trail)))
      parameters =
        [
          Parameter(
            name: name, description: "CloudWatch Logs log group to make for the trail", group: .trail,
            kind: .text(.logGroupName, default: trail.logGroup?.value ?? "cloudtrail/\(trail.name.value)"))
        ] + key.parameters + (organization.map { [$0.parameter] } ?? [])
      resources =
        key.resources
        + Self.newTrail(trail, logGroupName: .parameter(name), key: key.arn, organization: organization?.id)
      source = .made(Reference(Self.role))
    }
  }

  private static func description(of spec: Spec) -> String {
    switch spec.perAccount?.source?.value {
    case .systemFields: "CloudWatch Logs log group to which the events of the other accounts are copied"
    case .event, nil: "CloudWatch Logs log group that the trail delivers to, in the trail's home Region"
    }
  }

  /// Everything a trail needs, each after what it refers to. Files and log streams of an organization's accounts are named after it.
  ///
  /// Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html,
  /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html and
  /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
  private static func newTrail(
    _ trail: TrailSettings.NewTrail, logGroupName: Value, key: Value?, organization: Value?
  ) -> [Resource] {
    let logGroup = LogGroup(
      role: role, name: logGroupName, retentionDays: trail.retentionDays?.value ?? 365, key: key)
    let bucket = Bucket(role: role, name: bucketName(trail))
    let bucketPolicy = BucketPolicy(
      role: role, bucket: bucket.reference,
      policy: deliveryToBucket(bucket.reference, trail: arn(of: trail), organization: organization))
    let deliveryRole = Role(
      role: role, name: "\(.literal(String(trail.name.value.prefix(34))))-to-logs-\(.region)",
      description: "Lets CloudTrail deliver events to CloudWatch Logs", trust: trustsCloudTrail)
    let deliveryPolicy = RolePolicy(
      role: role, attachedTo: deliveryRole.reference, name: "deliver-to-cloudwatch-logs",
      policy: deliveryToLogs(logGroup.reference, organization: organization))
    let made = Trail(
      role: role, name: trail.name.value, isOrganizationTrail: trail.isOrganizationTrail, key: key,
      bucket: bucket.reference,
      bucketPolicy: bucketPolicy.reference, logGroup: logGroup.reference,
      deliveryRole: deliveryRole.reference,
      deliveryPolicy: deliveryPolicy.reference)
    return [
      .logGroup(logGroup), .bucket(bucket), .bucketPolicy(bucketPolicy), .role(deliveryRole),
      .rolePolicy(deliveryPolicy), .trail(made),
    ]
  }

  /// A bucket's name is global and takes 63 lower-case characters: the trail's part is cut so that account and Region fit.
  private static func bucketName(_ trail: TrailSettings.NewTrail) -> Bucket.Name {
    if let name = trail.bucket { return .fixed(name.value) }
    let fitting = trail.name.value.lowercased().utf8.map { byte in
      CharacterSets.isLetterOrDigit(byte) ? byte : UInt8(ascii: "-")
    }
    let part = String(decoding: fitting.prefix(35), as: UTF8.self)
    return .unlessGenerated("\(.literal(part))-\(.account)-\(.region)")
  }

  /// Built from the name, since policies name the trail before it exists.
  private static func arn(of trail: TrailSettings.NewTrail) -> Value {
    "arn:\(.partition):cloudtrail:\(.region):\(.account):trail/\(.literal(trail.name.value))"
  }

  private static func deliveryToBucket(
    _ bucket: Reference<Bucket>, trail: Value, organization: Value?
  ) -> Policy {
    let cloudTrail = Policy.Principal.service("cloudtrail.amazonaws.com")
    let onlyThisTrail = Policy.Condition(
      test: "StringEquals", key: "aws:SourceArn", values: [trail])
    return Policy(statements: [
      .init(
        sid: "CloudTrailReadsAcl", effect: .allow, principal: cloudTrail, actions: ["s3:GetBucketAcl"],
        resources: [bucket.arn], conditions: [onlyThisTrail]),
      .init(
        sid: "CloudTrailWrites", effect: .allow, principal: cloudTrail, actions: ["s3:PutObject"],
        resources: ["\(bucket.arn)/AWSLogs/\(.account)/*"]
          + (organization.map { ["\(bucket.arn)/AWSLogs/\($0)/*"] } ?? []),
        conditions: [
          .init(test: "StringEquals", key: "s3:x-amz-acl", values: ["bucket-owner-full-control"]),
          onlyThisTrail,
        ]),
      .init(
        sid: "OnlyOverTLS", effect: .deny, principal: .anyone, actions: ["s3:*"],
        resources: [bucket.arn, "\(bucket.arn)/*"],
        conditions: [.init(test: "Bool", key: "aws:SecureTransport", values: ["false"])]),
    ])
  }

  private static let trustsCloudTrail = Policy(statements: [
    .init(
      sid: "CloudTrailAssumes", effect: .allow, principal: .service("cloudtrail.amazonaws.com"),
      actions: ["sts:AssumeRole"], resources: [], conditions: [])
  ])

  private static func deliveryToLogs(_ group: Reference<LogGroup>, organization: Value?) -> Policy {
    Policy(statements: [
      .init(
        sid: "DeliverEvents", effect: .allow, principal: nil,
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: ["\(group.arn):log-stream:\(.account)_CloudTrail_\(.region)*"]
          + (organization.map { ["\(group.arn):log-stream:\($0)_*"] } ?? []), conditions: [])
    ])
  }
}
