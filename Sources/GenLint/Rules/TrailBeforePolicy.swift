internal import Diagnostics

/// A trail that does not wait for the policies that it needs.
struct TrailBeforePolicy: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.flatMap { trail -> [Diagnostic] in
      var needed: [ChainResource] = []
      if let bucket = chain.bucket(of: trail) {
        let policies = chain.policies(of: bucket).map(\.resource)
        if !policies.contains(where: { chain.isMade(trail.resource.id, after: $0.id) }) {
          needed += policies.prefix(1)
        }
      }
      // Terraform and a script try again while IAM spreads; CloudFormation does not.
      if let role = trail.role.flatMap({ chain.role($0) }), trail.resource.isOfTemplate {
        needed += role.policyResources.filter { !chain.isMade(trail.resource.id, after: $0.id) }
      }
      return needed.map { .before(trail, $0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func before(_ trail: MonitoringChain.Trail, _ policy: ChainResource) -> Diagnostic {
    Diagnostic(
      .warning, .trailBeforePolicy, "the trail may be made before the policy that it needs",
      at: trail.resource.key,
      hint: "make it depend on the policy", notes: [Note("the policy", at: policy.key)])
  }
}
