/// An `encryption` value as a key, its alias and its parameter.
struct KeyLowering {
  let parameters: [Parameter]
  /// The key and its alias, when one is made.
  let resources: [Resource]
  /// The key's ARN; nil without encryption.
  let arn: Value?

  /// - Parameter users: what the services that use the key may do with it.
  init(
    _ encryption: Encryption, role: Identifier, purpose: String, alias: String, isKept: Bool,
    group: Parameter.Group, users: [Policy.Statement]
  ) {
    switch encryption {
    case .none: (parameters, resources, arn) = ([], [], nil)
    case .create:
      let key = Key(
        role: role, description: "Encrypts \(purpose)",
        policy: Policy(statements: [Self.administration] + users),
        isKept: isKept)
      let name = KeyAlias(role: role, name: "alias/\(alias)", key: key.reference)
      (parameters, resources, arn) = ([], [.key(key), .keyAlias(name)], key.reference.arn)
    case .key(let text):
      let name = role.appending("KeyArn")
      parameters = [
        Parameter(
          name: name,
          description: "KMS key that encrypts \(purpose); its policy must let the services use it",
          group: group, kind: .text(.keyARN, default: text))
      ]
      (resources, arn) = ([], .parameter(name))
    }
  }

  /// Without it nobody could change the key again; who in the account may is left to the account's IAM policies.
  ///
  /// Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
  private static let administration = Policy.Statement(
    sid: "AccountAdministers", effect: .allow, principal: .account, actions: ["kms:*"], resources: ["*"],
    conditions: [])
}

extension Policy.Statement {
  /// What CloudWatch Logs needs to keep one log group. The group is spelled out, since it cannot exist before its key.
  ///
  /// The service's name has the Region and the domain of the partition in it, where CloudTrail and CloudWatch are called alike everywhere.
  ///
  /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html and, for the partitions, AWS's own list in
  /// https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/region-info/lib/default.ts
  static func logGroupUsesKey(named name: Value) -> Policy.Statement {
    Policy.Statement(
      sid: "CloudWatchLogsUses", effect: .allow, principal: .service("logs.\(.region).\(.domain)"),
      actions: ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      resources: ["*"],
      conditions: [
        .init(
          test: "ArnEquals", key: "kms:EncryptionContext:aws:logs:arn",
          values: ["arn:\(.partition):logs:\(.region):\(.account):log-group:\(name)"])
      ])
  }

  /// What CloudTrail needs to encrypt one trail's files.
  ///
  /// Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
  static func trailUsesKey(_ trailARN: Value) -> [Policy.Statement] {
    let onlyThisTrail = Policy.Condition(test: "StringEquals", key: "aws:SourceArn", values: [trailARN])
    return [
      Policy.Statement(
        sid: "CloudTrailEncrypts", effect: .allow, principal: .service("cloudtrail.amazonaws.com"),
        actions: ["kms:GenerateDataKey*"], resources: ["*"],
        conditions: [
          onlyThisTrail,
          .init(
            test: "StringLike", key: "kms:EncryptionContext:aws:cloudtrail:arn",
            values: ["arn:\(.partition):cloudtrail:*:\(.account):trail/*"]),
        ]),
      Policy.Statement(
        sid: "CloudTrailDescribes", effect: .allow, principal: .service("cloudtrail.amazonaws.com"),
        actions: ["kms:DescribeKey"], resources: ["*"], conditions: [onlyThisTrail]),
    ]
  }
}
