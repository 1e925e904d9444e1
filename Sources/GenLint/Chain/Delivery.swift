internal import Diagnostics
internal import Documents

/// Something that a resource sends to another: an event, a message, the state of an alarm.
struct Delivery {
  let sender: Sender
  /// What names the target, where the sender or a resource between them does.
  let target: ChainValue
  /// Whether it is what could not be sent to another target.
  var isDeadLetter = false

  /// What comes of it when the target takes nothing.
  var loss: String { isDeadLetter ? "what cannot be delivered is lost" : "nothing arrives" }
}

extension MonitoringChain {
  /// What the resources of the file send to queues, functions and topics, besides what alarms tell topics.
  func findDeliveries(_ resources: [ChainResource], _ source: some ChainSource) -> [Delivery] {
    var found: [Delivery] = []
    for target in neighbours.ruleTargets {
      guard let rule = target.rule.flatMap(neighbours.rule) else { continue }
      let sender = Sender(kind: .rule, resource: rule.resource, name: rule.name)
      if !target.hasRole, !rule.hasRole, let arn = target.arn {
        found.append(Delivery(sender: sender, target: arn))
      }
      if let letters = target.deadLetters {
        found.append(Delivery(sender: sender, target: letters, isDeadLetter: true))
      }
    }
    for subscription in subscriptions {
      guard let value = subscription.topic else { continue }
      let own = topic(value)
      let sender = Sender(
        kind: .topic, resource: own?.resource ?? subscription.resource, name: own?.name, isOwn: own != nil)
      if ["lambda", "sqs"].contains(subscription.transport?.known), let endpoint = subscription.endpoint {
        found.append(Delivery(sender: sender, target: endpoint))
      }
      if let letters = subscription.deadLetters {
        found.append(Delivery(sender: sender, target: letters, isDeadLetter: true))
      }
    }
    for alarm in alarms + composites where !neighbours.functions.isEmpty {
      let sender = Sender(kind: .alarm, resource: alarm.resource, name: alarm.name)
      for action in alarm.actions.flatMap(\.values) where neighbours.function(action) != nil {
        found.append(Delivery(sender: sender, target: action))
      }
    }
    for resource in resources {
      for delivery in Self.ownDeliveries(of: resource, source) {
        found.append(resource.type == "AWS::S3::BucketNotification" ? ofBucket(delivery, source) : delivery)
      }
    }
    return found
  }

  /// What a bucket sends by a resource of its own for that.
  private func ofBucket(_ delivery: Delivery, _ source: some ChainSource) -> Delivery {
    let bucket = delivery.sender.resource["Bucket"].flatMap { source.value(of: $0) }
    let own = bucket.flatMap { places.buckets.places(of: $0).first }.map { buckets[$0] }
    let sender = Sender(
      kind: .bucket, resource: own?.resource ?? delivery.sender.resource, name: own?.name, isOwn: own != nil)
    return Delivery(sender: sender, target: delivery.target)
  }

  /// What a resource says itself that it sends where.
  private static func ownDeliveries(of resource: ChainResource, _ source: some ChainSource) -> [Delivery] {
    func value(_ node: Node?) -> ChainValue? { node.flatMap { source.value(of: $0) } }
    func sent(_ kind: Sender.Kind, _ name: String, _ target: ChainValue) -> Delivery {
      Delivery(sender: Sender(kind: kind, resource: resource, name: value(resource[name])), target: target)
    }
    switch resource.type {
    case "AWS::CloudTrail::Trail":
      return value(resource["SnsTopicName"]).map { [sent(.trail, "TrailName", $0)] } ?? []
    case "AWS::Budgets::Budget":
      let told = ChainNeighbours.elements(resource["NotificationsWithSubscribers"], source)
      let subscribers = told.flatMap { ChainNeighbours.elements($0["Subscribers"], source) }
      // Terraform lists the topics of each notification.
      let topics = ChainNeighbours.elements(resource["Notification"], source).flatMap {
        $0["SubscriberSnsTopicArns"].flatMap { source.structure(of: $0)?.elements } ?? []
      }
      let addresses = subscribers.filter { value($0["SubscriptionType"])?.known == "SNS" }.map {
        $0["Address"]
      }
      return (addresses + topics).compactMap { value($0).map { sent(.budget, "BudgetName", $0) } }
    case "AWS::S3::Bucket", "AWS::S3::BucketNotification":
      let own = resource.type == "AWS::S3::Bucket" ? resource["NotificationConfiguration"] : nil
      let settings =
        resource.type == "AWS::S3::Bucket"
        ? own.flatMap { source.structure(of: $0) } : Node(.mapping(resource.properties), range: resource.key)
      guard let settings else { return [] }
      let lists = [
        ("TopicConfigurations", "Topic"), ("QueueConfigurations", "Queue"),
        ("LambdaConfigurations", "Function"),
      ]
      return lists.flatMap { list, target in
        ChainNeighbours.elements(settings[list], source).compactMap {
          value($0[target]).map { sent(.bucket, "BucketName", $0) }
        }
      }
    default: return []
    }
  }

  /// The topics that rules, budgets and buckets publish to, each once for a service.
  ///
  /// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
  var topicsOfOthers: [(topic: Topic, sender: Sender)] {
    var seen: Set<String> = []
    return deliveries.compactMap { delivery in
      guard [.rule, .budget, .bucket].contains(delivery.sender.kind), !delivery.isDeadLetter,
        let topic = topic(delivery.target), mayStandTogether(delivery.sender.resource, topic.resource),
        seen.insert(topic.resource.id + "\n" + delivery.sender.service).inserted
      else { return nil }
      return (topic, delivery.sender)
    }
  }

  /// Whether a resource of the file is one that has an ARN, and no value that may be any.
  func hasARN(_ id: String) -> Bool {
    let type = places.types[id] ?? ""
    let values = ["AWS::CloudFormation::", "AWS::SSM::", "AWS::SecretsManager::"]
    return type.hasPrefix("AWS::") && !values.contains(where: type.hasPrefix)
  }
}
