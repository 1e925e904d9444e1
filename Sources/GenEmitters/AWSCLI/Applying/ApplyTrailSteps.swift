internal import GenCore

/// The steps of `apply.sh` that make a trail and what it needs.
extension ShellValues {
  /// Makes a log group and sets how long it keeps events.
  func apply(_ group: LogGroup) -> [ShellStatement] {
    let name = ShellWord.option("log-group-name", word(group.reference.name))
    let tags = ShellJSON.map([("tags", .map(graph.tags.map { ($0.key, .text($0.value)) }))])
    return [
      .conditional(
        ["[", "-z", .variable(found(group.id)), "]"],
        then: [
          .command(
            ["aws", "logs", "create-log-group", name]
              + (group.key.map { [.option("kms-key-id", word($0))] } ?? []))
        ],
        else: group.key.map {
          [
            .conditional(
              ["!", "holds", .variable(found(group.id)), word($0)],
              then: [.run("aws", "logs", "associate-kms-key", name, .option("kms-key-id", word($0)))],
              else: [])
          ]
        }
          ?? []),
      .run(
        "aws", "logs", "put-retention-policy", name,
        .option("retention-in-days", .text(String(group.retentionDays)))),
    ]
      + (graph.tags.isEmpty
        ? []
        : [
          .run(
            "aws", "logs", "tag-resource", .option("resource-arn", word(group.reference.arn)),
            "--cli-input-json", tags.compact)
        ])
  }

  /// Makes a bucket and closes it.
  func apply(_ bucket: Bucket) -> [ShellStatement] {
    let name = ShellWord.option("bucket", word(bucket.reference.name))
    func put(_ operation: String, _ name: ShellWord, _ settings: ShellJSON) -> ShellStatement {
      .run("aws", "s3api", .text(operation), name, "--cli-input-json", settings.compact)
    }
    let create: [ShellWord] = ["aws", "s3api", "create-bucket", name]
    let settings: [ShellStatement] = [
      put(
        "put-public-access-block", name,
        .members([
          "PublicAccessBlockConfiguration": .members([
            "BlockPublicAcls": .boolean(true), "IgnorePublicAcls": .boolean(true),
            "BlockPublicPolicy": .boolean(true), "RestrictPublicBuckets": .boolean(true),
          ])
        ])),
      put(
        "put-bucket-ownership-controls", name,
        .members([
          "OwnershipControls": .members([
            "Rules": .list([.members(["ObjectOwnership": .text("BucketOwnerEnforced")])])
          ])
        ])),
      put(
        "put-bucket-encryption", name,
        .members([
          "ServerSideEncryptionConfiguration": .members([
            "Rules": .list([
              .members([
                "ApplyServerSideEncryptionByDefault": .members(["SSEAlgorithm": .text("AES256")])
              ])
            ])
          ])
        ])),
      put(
        "put-bucket-versioning", name,
        .members(["VersioningConfiguration": .members(["Status": .text("Enabled")])])),
    ]
    return [
      .conditional(
        ["[", "-z", .variable(found(bucket.id)), "]"],
        then: [
          .comment(["us-east-1 is the one Region that does not take its own name here."]),
          .conditional(
            ["[", .variable("region"), "=", "us-east-1", "]"], then: [.command(create)],
            else: [
              .command(
                create + [
                  .option(
                    "create-bucket-configuration", ShellWord(["LocationConstraint=", .variable("region")]))
                ])
            ]),
        ], else: [])
    ] + settings
      + (graph.tags.isEmpty
        ? [] : [put("put-bucket-tagging", name, .members(["Tagging": .members(["TagSet": tagList])]))])
  }

  /// Sets a bucket's policy.
  func apply(_ policy: BucketPolicy) -> [ShellStatement] {
    [
      .run(
        "aws", "s3api", "put-bucket-policy", .option("bucket", word(policy.bucket.name)),
        .option("policy", .variable(policyVariable(policy.id))))
    ]
  }

  /// Makes a role, or sets who may assume it.
  func apply(_ role: Role) -> [ShellStatement] {
    let name = ShellWord.option("role-name", word(role.reference.name))
    let trust = ShellWord.variable(policyVariable(role.id))
    let description: [ShellWord] = [
      "--cli-input-json", ShellJSON.map([("Description", .text(role.description))]).compact,
    ]
    return [
      .conditional(
        ["[", "-z", .variable(found(role.id)), "]"],
        then: [
          .command(
            ["aws", "iam", "create-role", name, .option("assume-role-policy-document", trust)] + description)
        ],
        else: [
          .run("aws", "iam", "update-assume-role-policy", name, .option("policy-document", trust)),
          .command(["aws", "iam", "update-role", name] + description),
        ])
    ] + tagging("iam", "tag-role", name, list: "Tags")
  }

  /// Sets a role's own policy.
  func apply(_ policy: RolePolicy) -> [ShellStatement] {
    [
      .run(
        "aws", "iam", "put-role-policy", .option("role-name", word(policy.attachedTo.name)),
        .option("policy-name", .text(policy.name)),
        .option("policy-document", .variable(policyVariable(policy.id))))
    ]
  }

  /// Makes a trail or sets its fields again, and starts it.
  func apply(_ trail: Trail) -> [ShellStatement] {
    let name = ShellWord.option("name", .text(trail.name))
    let settings: [ShellWord] =
      [
        .option("s3-bucket-name", word(trail.bucket.name)),
        .option("cloud-watch-logs-log-group-arn", ShellWord(atoms(trail.logGroup.arn) + [":*"])),
        .option("cloud-watch-logs-role-arn", word(trail.deliveryRole.arn)), "--is-multi-region-trail",
        "--include-global-service-events", "--enable-log-file-validation",
        trail.isOrganizationTrail ? "--is-organization-trail" : "--no-is-organization-trail",
      ] + (trail.key.map { [.option("kms-key-id", word($0))] } ?? [])
    let selector = ShellJSON.list([
      .members([
        "ReadWriteType": .text("All"), "IncludeManagementEvents": .boolean(true), "DataResources": .list([]),
        "ExcludeManagementEventSources": .list([]),
      ])
    ])
    let arn = word(trail.reference.arn)
    return [
      .conditional(
        ["[", "-z", .variable(found(trail.id)), "]"],
        then: [.command(["patiently", "aws", "cloudtrail", "create-trail", name] + settings)],
        else: [
          .command(["patiently", "aws", "cloudtrail", "update-trail", name] + settings),
          .comment(["A new trail records all management events; one that does not any more is set back."]),
          .capture("faults", ["selector_faults", arn]),
          .conditional(
            ["[", "-n", .variable("faults"), "]"],
            then: [
              .run(
                "aws", "cloudtrail", "put-event-selectors", .option("trail-name", .text(trail.name)),
                .option("event-selectors", selector.compact))
            ], else: []),
        ])
    ] + tagging("cloudtrail", "add-tags", .option("resource-id", arn), list: "TagsList")
      + [.run("aws", "cloudtrail", "start-logging", name)]
  }

  /// The text of a resource's policy as an assignment, when it has one.
  func policyTexts(of resource: Resource) -> [ShellStatement] {
    func text(_ policy: Policy) -> [ShellStatement] {
      [.assignment(policyVariable(resource.id), json(policy).indented(by: 0))]
    }
    return switch resource {
    case .bucketPolicy(let body): text(body.policy)
    case .role(let body): text(body.trust)
    case .rolePolicy(let body): text(body.policy)
    case .topicPolicy(let body): text(body.policy)
    case .key(let body): text(body.policy)
    case .keyAlias, .logGroup, .bucket, .trail, .metricFilter, .topic, .subscription, .alarm: []
    }
  }
}
