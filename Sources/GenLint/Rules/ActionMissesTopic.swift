internal import Diagnostics

/// Alarms that tell another topic than the one which the artefact makes for them and which somebody is subscribed to.
struct ActionMissesTopic: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    // With several topics for alarms it is a choice which alarm tells which.
    let topics = chain.topics.filter { chain.isMeantForAlarms($0) && chain.isHeard($0) }
    guard topics.count == 1, let topic = topics.first else { return [] }
    // An alarm on a metric of AWS's own may have its own people.
    let alarms = chain.alarms.filter { chain.isPublished($0) }
    let actions = alarms.compactMap { Self.action(of: $0, beside: topic) }
    let missing = actions.compactMap(\.other)
    let destinations = Set(missing.map(\.text))
    if !missing.isEmpty, missing.count == actions.count {
      return [.missed(missing[0], topic, isOne: false)]
    }
    // One alarm beside others: more of them that tell another topic are a choice.
    guard destinations.count == 1, missing.count == 1 else { return [] }
    return [.missed(missing[0], topic, isOne: true)]
  }

  /// The action of an alarm that is no topic of the file; nothing when the alarm has none or it is not known what it tells, and a
  /// nil action when it tells the topic.
  private static func action(of alarm: MonitoringChain.Alarm, beside topic: MonitoringChain.Topic) -> (
    other: ChainValue?, Void
  )? {
    let values = alarm.actions.filter { $0.state == "AlarmActions" }.flatMap(\.values)
    guard !values.isEmpty, !alarm.hasUnknownActions else { return nil }
    // A topic without a name gets one that nobody can have written into the same file.
    let answers = values.map { value in
      topic.name == nil && value.known != nil
        ? .different : MonitoringChain.refers(value, to: topic.resource, topic.name)
    }
    if answers.contains(.same) { return (nil, ()) }
    guard answers.allSatisfy({ $0 == .different }), let other = values.first,
      let known = other.known, ARNText.fields(of: known).count == 6, known.contains(ascii: ":sns:")
    else { return nil }
    return (other, ())
  }
}

extension Diagnostic {
  fileprivate static func missed(_ action: ChainValue, _ topic: MonitoringChain.Topic, isOne: Bool)
    -> Diagnostic
  {
    Diagnostic(
      isOne ? .note : .warning, .actionMissesTopic,
      isOne
        ? "this alarm tells another topic than the others do, so the subscribers of this file's topic do not hear it"
        : "no alarm tells the topic that this file makes for alarms, so its subscribers hear nothing",
      at: action.range, hint: "name the topic of this file, or leave it out",
      notes: [Note("this topic is made for alarms", at: topic.resource.key)])
  }
}
