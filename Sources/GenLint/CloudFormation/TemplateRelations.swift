internal import Diagnostics
internal import Documents

/// What the properties of one resource ask of another's.
///
/// A value that only a deployment knows asks nothing.
struct TemplateRelations {
  let template: Template

  /// The properties that leave their values to the service, with what it takes then.
  private static let standard = ["VisibilityTimeout": 30, "Timeout": 3]
  /// The most messages that a function is given at once from a queue that keeps their order.
  private static let largestOrderedBatch = 10
  /// The subscription filters that a log group may have.
  private static let maximumSubscriptions = 2

  /// Where two resources do not fit together.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var subscriptions: [String: Int] = [:]
    for resource in template.resources {
      switch resource.type {
      case "AWS::SQS::Queue": checkDeadLetters(of: resource, &found)
      case "AWS::Lambda::EventSourceMapping": checkMapping(resource, &found)
      case "AWS::Logs::SubscriptionFilter": count(resource, &subscriptions, &found)
      default: break
      }
    }
    return found
  }

  /// A queue and the one that takes its dead letters are both FIFO queues, or neither is.
  ///
  /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
  private func checkDeadLetters(of queue: Template.Resource, _ found: inout [Diagnostic]) {
    guard let properties = queue.item.node.entries?.first(where: { $0.key.text == "Properties" }),
      let reference = properties.value["RedrivePolicy"]?["deadLetterTargetArn"],
      let other = target(of: reference, "AWS::SQS::Queue"), let isOrdered = isOrdered(queue),
      let isOtherOrdered = self.isOrdered(other), isOrdered != isOtherOrdered
    else { return }
    let kind = properties.value.entries?.first { $0.key.text == "FifoQueue" }
    let start = kind?.key ?? properties.key
    let range = SourceRange(
      file: start.range.file, start: start.range.start, end: max(start.range.end, reference.range.end))
    found.append(.otherKind(queue, other, isOrdered: isOrdered, at: range))
  }

  /// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  private func checkMapping(_ mapping: Template.Resource, _ found: inout [Diagnostic]) {
    guard let source = mapping.properties?["EventSourceArn"],
      let queue = target(of: source, "AWS::SQS::Queue")
    else { return }
    if isOrdered(queue) == true, let size = mapping.properties?["BatchSize"], let number = number(size),
      number > Self.largestOrderedBatch
    {
      found.append(.batch(queue, number, most: Self.largestOrderedBatch, at: size.range))
    }
    guard let name = mapping.properties?["FunctionName"],
      let function = target(of: name, "AWS::Lambda::Function"),
      let visibility = number("VisibilityTimeout", of: queue), let timeout = number("Timeout", of: function),
      visibility.value < timeout.value
    else { return }
    found.append(.visibleTooSoon(queue, visibility.value, function, timeout.value, at: visibility.range))
  }

  /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
  private func count(
    _ filter: Template.Resource, _ subscriptions: inout [String: Int], _ found: inout [Diagnostic]
  ) {
    guard filter.item.node["Condition"] == nil, let group = filter.properties?["LogGroupName"]?.settledText
    else { return }
    subscriptions[group, default: 0] += 1
    if subscriptions[group] == Self.maximumSubscriptions + 1 {
      found.append(.subscriptions(filter, most: Self.maximumSubscriptions))
    }
  }

  /// The resource of a type that a value refers to, always and as a whole.
  private func target(of node: Node, _ type: String) -> Template.Resource? {
    guard let call = Intrinsic(node) else { return nil }
    let id = call.name == "Ref" ? call.argument.text : call.getAtt?.resource
    guard let resource = id.flatMap({ template.resource($0) }), resource.type == type else { return nil }
    return resource
  }

  /// Whether a queue is a FIFO queue; nil when that is settled elsewhere.
  private func isOrdered(_ queue: Template.Resource) -> Bool? {
    guard let properties = queue.properties else { return false }
    guard !Self.isWrittenElsewhere(properties) else { return nil }
    guard let node = properties["FifoQueue"] else { return false }
    guard node.tag == nil, let text = node.text?.lowercased() else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }

  /// Whether a function or a transform gives properties.
  private static func isWrittenElsewhere(_ properties: Node) -> Bool {
    Intrinsic(properties) != nil
      || properties.entries?.contains { $0.key.text.map(TemplateLanguage.isTransform) ?? false } ?? false
  }

  private func number(_ node: Node) -> Int? { node.tag == nil ? node.text.flatMap { Int($0) } : nil }

  /// A property's number and where it stands; the service's own, at the properties, when it is left out.
  private func number(_ name: String, of resource: Template.Resource) -> (value: Int, range: SourceRange)? {
    if let properties = resource.properties, Self.isWrittenElsewhere(properties) { return nil }
    guard let node = resource.properties?[name] else {
      let properties = resource.item.node.entries?.first { $0.key.text == "Properties" }
      return Self.standard[name].map { ($0, properties?.key.range ?? resource.item.key) }
    }
    return number(node).map { ($0, node.range) }
  }
}

extension Diagnostic {
  fileprivate static func otherKind(
    _ queue: Template.Resource, _ other: Template.Resource, isOrdered: Bool, at range: SourceRange
  ) -> Diagnostic {
    let (own, others) = isOrdered ? ("a FIFO", "a standard") : ("a standard", "a FIFO")
    return Diagnostic(
      .error, .mismatchedReference,
      "'\(queue.id)' is \(own) queue, and '\(other.id)', which takes its dead letters, \(others) one",
      at: range, hint: "set 'FifoQueue' alike in both", notes: [Note("the other queue", at: other.item.key)])
  }
  fileprivate static func batch(_ queue: Template.Resource, _ number: Int, most: Int, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .numberOutOfRange, "'BatchSize' is \(number); it must be at most \(most)", at: range,
      hint: "'\(queue.id)' is a FIFO queue")
  }
  fileprivate static func visibleTooSoon(
    _ queue: Template.Resource, _ visibility: Int, _ function: Template.Resource, _ timeout: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .numberOutOfRange,
      "messages of '\(queue.id)' are seen again after \(visibility) seconds, and '\(function.id)' may take \(timeout)",
      at: range,
      hint: "set 'VisibilityTimeout' to six times the function's 'Timeout', or \(timeout) at least",
      notes: [Note("the function", at: function.item.key)])
  }
  fileprivate static func subscriptions(_ filter: Template.Resource, most: Int) -> Diagnostic {
    Diagnostic(
      .error, .countOutOfRange,
      "'\(filter.id)' is one subscription filter too many: a log group takes \(most)",
      at: filter.item.key)
  }
}
