import Diagnostics

/// Whether the ARNs of a spec can be used together: in one partition, and in one Region where a service reaches no other.
///
/// An alarm tells a topic of its own Region, and a log group and a topic take keys of theirs. SNS delivers to queues and functions of other Regions.
/// Accounts may differ.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html,
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html and
/// https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html
struct PlaceAgreement {
  let spec: Spec
  let scope: DeploymentScope

  /// An ARN of the spec and its parts.
  private struct Named {
    let text: Located<String>
    let arn: ARN
    let isRegional: Bool

    init?(_ text: Located<String>, isRegional: Bool) {
      guard let arn = ARN(text.value) else { return nil }
      (self.text, self.arn, self.isRegional) = (text, arn, isRegional)
    }
  }

  /// What contradicts itself or what stands before it.
  var problems: [Diagnostic] {
    let named = arns
    var problems: [Diagnostic] = []
    for (index, one) in named.enumerated() {
      let home = Partition.name(ofRegion: one.arn.region)
      if home != one.arn.partition {
        problems.append(.partitionOfRegion(one.text, one.arn.region, home: home, said: one.arn.partition))
      } else if let first = named.first, index > 0, first.arn.partition != one.arn.partition {
        problems.append(.partitionsDiffer(one.text, first: first.text))
      } else if one.isRegional, let problem = region(of: one, among: named[..<index]) {
        problems.append(problem)
      }
    }
    return problems
  }

  private func region(of one: Named, among before: ArraySlice<Named>) -> Diagnostic? {
    if scope == .stackset {
      let home = spec.deploy?.homeRegion?.value ?? "us-east-1"
      return one.arn.region == home ? nil : .notAtHome(one.text, one.arn.region, home: home)
    }
    guard let first = before.first(where: \.isRegional), first.arn.region != one.arn.region else {
      return nil
    }
    return .regionsDiffer(one.text, one.arn.region, first: first.text)
  }

  private var arns: [Named] {
    var named: [Named?] = []
    func add(_ encryption: Located<Encryption>?) {
      guard let encryption, case .key(let arn) = encryption.value else { return }
      named.append(Named(Located(arn, at: encryption.range), isRegional: true))
    }
    if case .create(let trail) = spec.trail { add(trail.encryption) }
    switch spec.notify?.topic {
    case .existing(let arn): named.append(Named(arn, isRegional: true))
    case .create(let topic): add(topic.encryption)
    case nil: break
    }
    for subscription in spec.notify?.subscriptions ?? []
    where [.sqs, .lambda].contains(subscription.protocol) {
      named.append(Named(subscription.endpoint, isRegional: false))
    }
    return named.compactMap { $0 }
  }
}

extension Diagnostic {
  fileprivate static func partitionOfRegion(
    _ arn: Located<String>, _ region: String, home: String, said: String
  ) -> Diagnostic {
    Diagnostic(
      .error, .partitionsDiffer, "'\(arn.value)' says '\(said)', and \(region) is in '\(home)'",
      at: arn.range,
      hint: "write 'arn:\(home):…', or another Region")
  }
  fileprivate static func partitionsDiffer(_ arn: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .partitionsDiffer, "'\(arn.value)' is in another partition than '\(first.value)'",
      at: arn.range,
      hint: "nothing reaches from one partition to another; write a spec for each",
      notes: [Note("the other ARN", at: first.range)])
  }
  fileprivate static func regionsDiffer(_ arn: Located<String>, _ region: String, first: Located<String>)
    -> Diagnostic
  {
    Diagnostic(
      .error, .regionsDiffer, "'\(arn.value)' is in \(region), and '\(first.value)' is not", at: arn.range,
      hint: "alarms, their topic and the keys are all in the trail's home Region",
      notes: [Note("the other ARN", at: first.range)])
  }
  fileprivate static func notAtHome(_ arn: Located<String>, _ region: String, home: String) -> Diagnostic {
    Diagnostic(
      .error, .regionsDiffer, "'\(arn.value)' is in \(region), and the StackSet makes everything in \(home)",
      at: arn.range, hint: "write 'deploy: { scope: stackset, homeRegion: \(region) }', or another ARN")
  }
}
