internal import GenCore

/// The checks of a trail and of what it needs.
extension ResourceChecks {
  func check(_ group: LogGroup, _ title: ShellWord) -> ResourceCheck {
    let name = values.atoms(group.reference.name)
    let columns = [
      FieldColumn(
        "retentionInDays", query: "not_null(retentionInDays, 'never')", .text(String(group.retentionDays))),
      FieldColumn("kmsKeyId", query: "not_null(kmsKeyId, 'none')", values.spelledKey(group.key)),
      FieldColumn("logGroupClass", query: "not_null(logGroupClass, 'STANDARD')", text: "STANDARD"),
    ]
    let tagColumns = values.graph.tags.map {
      FieldColumn(
        "tag \($0.key)", query: "not_null(tags.\(ShellJSON.spelled($0.key)), 'none')", text: $0.value)
    }
    return ResourceCheck(
      look: [
        .capture(
          "found",
          [
            "ask", "none", "logs", "describe-log-groups", .option("log-group-name-prefix", ShellWord(name)),
            .option(
              "query",
              ShellWord(["logGroups[?logGroupName=='"] + name + [.text("'].\(FieldColumn.row(columns))[]")])),
          ])
      ],
      compare: [expect(title, columns)]
        + whenThere(
          tagColumns.isEmpty
            ? []
            : [
              .capture(
                "tags",
                [
                  "ask", "ResourceNotFoundException", "logs", "list-tags-for-resource",
                  .option("resource-arn", values.word(group.reference.arn)),
                  .option("query", .text(FieldColumn.row(tagColumns))),
                ]), expect(title, tagColumns, found: "tags"),
            ]))
  }

  func check(_ bucket: Bucket, _ title: ShellWord) -> ResourceCheck {
    let name = ShellWord.option("bucket", values.word(bucket.reference.name))
    func settings(
      _ what: String, _ operation: String, absent: String, _ path: String, _ columns: [FieldColumn]
    ) -> [ShellStatement] {
      [
        .capture(
          "settings",
          [
            "ask", .text("\(absent) NoSuchBucket"), "s3api", .text(operation), name,
            .option("query", .text(path + FieldColumn.row(columns))),
          ]),
        expect(ShellWord([.text("\(what) of ")] + title.pieces.flatMap { $0 }), columns, found: "settings"),
      ]
    }
    let closed = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]
    let read: [ShellWord] = ["ask", "NoSuchTagSet NoSuchBucket", "s3api", "get-bucket-tagging", name]
    return ResourceCheck(
      look: [
        .capture(
          "found",
          [
            "ask", "NoSuchBucket", "s3api", "get-bucket-location", name,
            .option("expected-bucket-owner", .variable("account")),
            "--query=[not_null(LocationConstraint, 'us-east-1')]",
          ])
      ],
      compare: [
        .run(
          "expect", title, .variable("found"), "LocationConstraint",
          ShellWord(["\"", .variable("region"), "\""]))
      ]
        + whenThere(
          settings(
            "public access block", "get-public-access-block", absent: "NoSuchPublicAccessBlockConfiguration",
            "PublicAccessBlockConfiguration.",
            closed.map { FieldColumn($0, "true") })
            + settings(
              "object ownership", "get-bucket-ownership-controls", absent: "OwnershipControlsNotFoundError",
              "OwnershipControls.Rules[0].",
              [FieldColumn("ObjectOwnership", text: "BucketOwnerEnforced")])
            + settings(
              "encryption", "get-bucket-encryption", absent: "ServerSideEncryptionConfigurationNotFoundError",
              "ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.",
              [FieldColumn("SSEAlgorithm", text: "AES256")])
            + settings(
              "versioning", "get-bucket-versioning", absent: "none", "",
              [FieldColumn("Status", query: "not_null(Status, 'none')", text: "Enabled")]))
        + tags(title, read + ["--query=TagSet[].[Key, Value][]"]))
  }

  func check(_ role: Role, _ title: ShellWord) -> ResourceCheck {
    let name = ShellWord.option("role-name", values.word(role.reference.name))
    let own = values.graph.resources.compactMap { resource -> String? in
      if case .rolePolicy(let policy) = resource, policy.attachedTo.id == role.id { policy.name } else { nil }
    }
    let columns = [
      FieldColumn("Description", query: "not_null(Role.Description, '')", text: role.description),
      FieldColumn("Path", query: "Role.Path", text: "/"),
      FieldColumn("MaxSessionDuration", query: "not_null(Role.MaxSessionDuration, 'none')", "3600"),
      FieldColumn(unset: "PermissionsBoundary", path: "Role.PermissionsBoundary.PermissionsBoundaryArn"),
    ]
    let others = own.map { " && @!='\($0)'" }.joined()
    func extra(_ operation: String, _ field: String, _ query: String) -> [ShellStatement] {
      [
        .capture(
          "names",
          [
            "ask", "NoSuchEntity", "iam", .text(operation), name,
            .option("query", .text("[join(' ', \(query))]")),
          ]),
        .run("expect", title, .variable("names"), .text(field), .text(ShellJSON.spelled(""))),
      ]
    }
    return ResourceCheck(
      look: [
        .capture(
          "found",
          ["ask", "NoSuchEntity", "iam", "get-role", name, .option("query", .text(FieldColumn.row(columns)))])
      ],
      compare: [expect(title, columns)]
        + whenThere(
          [
            .capture(
              "trust",
              ["ask", "NoSuchEntity", "iam", "get-role", name, "--query=[Role.AssumeRolePolicyDocument]"]),
            .run("expect_policy", title, .variable(values.policyVariable(role.id)), .variable("trust")),
          ] + extra("list-attached-role-policies", "attached policies", "sort(AttachedPolicies[].PolicyName)")
            + extra("list-role-policies", "other policies", "sort(PolicyNames[?@!=''\(others)])"))
        + tags(
          title, ["ask", "NoSuchEntity", "iam", "list-role-tags", name, "--query=Tags[].[Key, Value][]"]))
  }

  func check(_ trail: Trail, _ title: ShellWord) -> ResourceCheck {
    let arn = values.word(trail.reference.arn)
    let columns = [
      FieldColumn("S3BucketName", values.spelled(trail.bucket.name)),
      FieldColumn(unset: "S3KeyPrefix"), FieldColumn(unset: "SnsTopicARN"),
      FieldColumn("KmsKeyId", query: "not_null(KmsKeyId, 'none')", values.spelledKey(trail.key)),
      FieldColumn("IncludeGlobalServiceEvents", "true"), FieldColumn("IsMultiRegionTrail", "true"),
      FieldColumn("HomeRegion", ShellWord(["\"", .variable("region"), "\""])),
      FieldColumn("LogFileValidationEnabled", "true"),
      FieldColumn(
        "CloudWatchLogsLogGroupArn", query: "not_null(CloudWatchLogsLogGroupArn, 'none')",
        ShellWord(["\""] + values.atoms(trail.logGroup.arn) + [":*\""])),
      FieldColumn(
        "CloudWatchLogsRoleArn", query: "not_null(CloudWatchLogsRoleArn, 'none')",
        values.spelled(trail.deliveryRole.arn)),
      FieldColumn(
        "IsOrganizationTrail", query: "to_string(not_null(IsOrganizationTrail, 'false'))",
        text: trail.isOrganizationTrail ? "true" : "false"),
    ]
    return ResourceCheck(
      look: [
        .capture(
          "found",
          [
            "ask", "none", "cloudtrail", "describe-trails", .option("trail-name-list", .text(trail.name)),
            "--no-include-shadow-trails",
            .option("query", .text("trailList[].\(FieldColumn.row(columns))[]")),
          ])
      ],
      compare: [
        expect(title, columns)
      ]
        + whenThere([
          .capture("faults", ["trail_faults", arn, "True"]), .run("report", title, .variable("faults")),
        ])
        + tags(
          title,
          [
            "ask", "ResourceNotFoundException TrailNotFoundException", "cloudtrail", "list-tags",
            .option("resource-id-list", arn),
            "--query=ResourceTagList[].TagsList[].[Key, Value][]",
          ]))
  }
}
