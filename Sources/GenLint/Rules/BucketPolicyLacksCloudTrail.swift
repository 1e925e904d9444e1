internal import Diagnostics

/// A trail's bucket whose policy does not let CloudTrail write.
struct BucketPolicyLacksCloudTrail: ChainRule {
  private static let service = "cloudtrail.amazonaws.com"
  /// The accounts by which CloudTrail wrote in its first Regions, before it had a service principal.
  ///
  /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  private static let accounts: Set<String> = [
    "035351147821", "086441151436", "113285607260", "216624486486", "282025262664", "284668455005",
    "388731089494", "475085895292", "492519147666", "814480443879", "819402241893", "859597730677",
    "903692715234", "977081816279",
  ]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { trail in
      guard let bucket = chain.bucket(of: trail) else { return nil }
      let policies = chain.policies(of: bucket)
      if policies.isEmpty {
        return chain.mayHavePolicy(bucket) || chain.isHandedOn(bucket.resource) ? nil : .noPolicy(bucket)
      }
      let missing = ["s3:GetBucketAcl", "s3:PutObject"].filter { action in
        policies.allSatisfy { $0.policy.allows(Self.service, action) == .no }
      }
      if !missing.isEmpty {
        return policies.contains { Self.namesAccounts($0.policy) }
          ? .accounts(policies[0]) : .lacking(policies[0], missing)
      }
      return misplaced(trail, bucket, policies.map(\.policy), chain)
    }
  }

  private static func namesAccounts(_ policy: PolicyDocument) -> Bool {
    policy.statements.contains { statement in
      statement.isAllow
        && statement.principals.contains { kind, values in
          kind == "AWS" && values.contains { value in accounts.contains { value.text.contains(ascii: $0) } }
        }
    }
  }

  /// What keeps a policy that names CloudTrail and the action from letting this trail write.
  private func misplaced(
    _ trail: MonitoringChain.Trail, _ bucket: MonitoringChain.Bucket, _ policies: [PolicyDocument],
    _ chain: MonitoringChain
  ) -> Diagnostic? {
    guard policies.allSatisfy(\.isCertain) else { return nil }
    let prefix =
      trail.prefix.map { value in value.known.map { $0.fields(by: "/").filter { !$0.isEmpty } } } ?? []
    func statements(_ action: String) -> [PolicyDocument.Statement] {
      policies.flatMap { $0.allowing(Self.service) }.filter { PolicyDocument.covers($0.actions, action) }
    }
    let asking = statements("s3:GetBucketAcl")
    if let other = asking.flatMap(\.resources).first,
      !asking.contains(where: { $0.resources.contains { chain.covers($0, bucket: bucket) } })
    {
      return .notBucket(other, bucket)
    }
    let putting = statements("s3:PutObject")
    let reaching = putting.filter { statement in
      statement.resources.contains { chain.covers($0, logsIn: bucket, below: prefix) }
    }
    guard !reaching.isEmpty else {
      return putting.flatMap(\.resources).first.map { .elsewhere($0, prefix ?? [], trail) }
    }
    let shut = (reaching + asking).compactMap { statement in
      statement.conditions.first { TrailRequest.isShutOut(trail, by: $0) }
    }
    // One statement for each action that lets the trail through is enough.
    let isOpen = [reaching, asking].allSatisfy { statements in
      statements.isEmpty
        || statements.contains { statement in
          !statement.conditions.contains { TrailRequest.isShutOut(trail, by: $0) }
        }
    }
    return isOpen
      ? nil
      : shut.first.flatMap { condition in
        condition.values.first.map { .shutOut(condition, $0, trail) }
      }
  }
}

extension Diagnostic {
  fileprivate static func noPolicy(_ bucket: MonitoringChain.Bucket) -> Diagnostic {
    Diagnostic(
      .warning, .bucketPolicyLacksCloudTrail, "the trail's bucket has no policy that lets CloudTrail write",
      at: bucket.resource.key)
  }
  fileprivate static func lacking(_ policy: MonitoringChain.BucketPolicy, _ actions: [String]) -> Diagnostic {
    Diagnostic(
      .error, .bucketPolicyLacksCloudTrail,
      "the bucket's policy lacks \(actions.joined(separator: " and ")) for CloudTrail",
      at: policy.policy.statements.first?.range ?? policy.resource.key)
  }
  fileprivate static func accounts(_ policy: MonitoringChain.BucketPolicy) -> Diagnostic {
    Diagnostic(
      .warning, .bucketPolicyLacksCloudTrail,
      "the bucket's policy names accounts of CloudTrail, and so takes no events of Regions that came later",
      at: policy.policy.statements.first?.range ?? policy.resource.key,
      hint: "name the service: cloudtrail.amazonaws.com")
  }
  fileprivate static func notBucket(_ resource: ChainValue, _ bucket: MonitoringChain.Bucket) -> Diagnostic {
    Diagnostic(
      .error, .bucketPolicyLacksCloudTrail,
      "s3:GetBucketAcl is allowed on '\(resource.shown)', which is not the trail's bucket",
      at: resource.range,
      hint: "name the bucket's own ARN, without a path: arn:PARTITION:s3:::BUCKET",
      notes: [Note("the trail's bucket", at: bucket.resource.key)])
  }
  fileprivate static func elsewhere(
    _ resource: ChainValue, _ prefix: [String], _ trail: MonitoringChain.Trail
  )
    -> Diagnostic
  {
    let path = (prefix + ["AWSLogs", "ACCOUNT", "*"]).joined(separator: "/")
    return Diagnostic(
      .error, .bucketPolicyLacksCloudTrail,
      "CloudTrail writes below '\((prefix + ["AWSLogs"]).joined(separator: "/"))/' in its bucket, and the policy lets it write to '\(resource.shown)'",
      at: resource.range, hint: "allow s3:PutObject on arn:PARTITION:s3:::BUCKET/\(path)",
      notes: trail.prefix.map { [Note("the trail's prefix", at: $0.range)] } ?? [])
  }
  fileprivate static func shutOut(
    _ condition: PolicyDocument.Condition, _ value: ChainValue, _ trail: MonitoringChain.Trail
  ) -> Diagnostic {
    Diagnostic(
      .error, .bucketPolicyLacksCloudTrail,
      "the condition on '\(condition.key)' does not hold for this trail, so CloudTrail may not write",
      at: value.range,
      hint: condition.key.lowercased() == "s3:x-amz-acl"
        ? "write 'bucket-owner-full-control'"
        : "compare with arn:PARTITION:cloudtrail:REGION:ACCOUNT:trail/NAME",
      notes: [Note("the trail", at: trail.resource.key)])
  }
}
