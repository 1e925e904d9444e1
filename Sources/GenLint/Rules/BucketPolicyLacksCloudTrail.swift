internal import Diagnostics

/// A trail's bucket whose policy does not let CloudTrail write.
struct BucketPolicyLacksCloudTrail: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { trail in
      guard let bucket = chain.bucket(of: trail) else { return nil }
      let policies = chain.policies(of: bucket)
      if policies.isEmpty {
        return chain.mayHavePolicy(bucket) || chain.isHandedOn(bucket.resource) ? nil : .noPolicy(bucket)
      }
      let missing = ["s3:GetBucketAcl", "s3:PutObject"].filter { action in
        policies.allSatisfy { $0.policy.allows("cloudtrail.amazonaws.com", action) == .no }
      }
      return missing.isEmpty ? nil : .lacking(policies[0], missing)
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
}
