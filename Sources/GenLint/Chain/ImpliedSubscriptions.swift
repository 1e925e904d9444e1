internal import Documents

/// Subscriptions to topics that a template makes without a resource of their own.
enum ImpliedSubscriptions {
  /// The properties of each subscription that a resource brings.
  static func of(_ resource: Template.Resource) -> [[Node.Entry]] {
    switch resource.type {
    case "AWS::SNS::Topic": list(of: resource)
    case "AWS::Serverless::Function": events(of: resource)
    case "AWS::Chatbot::SlackChannelConfiguration", "AWS::Chatbot::MicrosoftTeamsChannelConfiguration":
      channels(of: resource)
    default: []
    }
  }

  /// A topic's own list.
  private static func list(of resource: Template.Resource) -> [[Node.Entry]] {
    let key = resource.item.key
    let id = Node(.scalar(.init(text: resource.id, style: .plain)), tag: "!Ref", range: key)
    return (resource.properties?["Subscription"]?.elements ?? []).compactMap { element in
      guard Intrinsic(element) == nil, let entries = element.entries else { return nil }
      return [entry("TopicArn", id)] + entries
    }
  }

  /// A function's event of type SNS, which the serverless transform makes a subscription of.
  ///
  /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html
  private static func events(of resource: Template.Resource) -> [[Node.Entry]] {
    (resource.properties?["Events"]?.entries ?? []).compactMap { event in
      guard event.value["Type"]?.text == "SNS", let properties = event.value["Properties"],
        let topic = properties["Topic"]
      else { return nil }
      let filters = properties.entries?.filter {
        ["FilterPolicy", "FilterPolicyScope"].contains($0.key.text)
      }
      return [entry("TopicArn", topic)] + (filters ?? [])
    }
  }

  /// The topics that a chat channel is told of: the service subscribes itself.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-chatbot-slackchannelconfiguration.html
  private static func channels(of resource: Template.Resource) -> [[Node.Entry]] {
    guard let topics = resource.properties?["SnsTopicArns"] else { return [] }
    return (topics.elements ?? [topics]).map { [entry("TopicArn", $0)] }
  }

  private static func entry(_ name: String, _ value: Node) -> Node.Entry {
    Node.Entry(key: Node(.scalar(.init(text: name, style: .plain)), range: value.range), value: value)
  }
}
