internal import GenCore

/// `test.sh`: sends sample events through the patterns, and raises the alarms when asked to.
struct TestScript {
  let values: ShellValues

  private var graph: ResourceGraph { values.graph }

  /// The script.
  var script: ShellScript {
    let filterSteps = graph.controls.map { control in
      ScriptStep(
        title: .text("sample events of \(control.title)"), outline: "sample events of \(control.title)",
        statements: test(control))
    }
    let raise =
      graph.alarms.isEmpty
      ? ScriptStep(
        title: "send a message", outline: "send a message to the topic, when --raise-alarm is given",
        comment: ["The alarms that tell the topic are other accounts'."], statements: sending)
      : ScriptStep(
        title: "raise the alarms", outline: "raise the alarms, when --raise-alarm is given",
        comment: ["To OK first, since only a change of state tells anybody."], statements: raising)
    return ScriptFrame(values: values, action: .test).script(
      steps: filterSteps + [raise], functions: ["ask", "aws", "confirm", "expect_matches"],
      preparations: [.code("differences=0")], ending: [.code(Self.ending)])
  }

  /// Asks each filter of a control; an event matches the control when one of its filters does.
  private func test(_ control: MonitoredControl) -> [ShellStatement] {
    let patterns = control.filters.compactMap { reference -> String? in
      guard case .metricFilter(let filter)? = graph.resource(reference.id) else { return nil }
      return filter.pattern
    }
    let title = ShellWord.text(control.title)
    let batches = SampleBatch.batches(of: control.samples)
    if batches.isEmpty { return [.run("say", "   there are no sample events")] }
    return batches.flatMap { batch -> [ShellStatement] in
      let calls = patterns.enumerated().flatMap { index, pattern -> [ShellStatement] in
        let request = ShellJSON.members([
          "filterPattern": .text(pattern),
          "logEventMessages": .list(batch.messages.map(ShellJSON.text)),
        ])
        let ask = ShellStatement.capture(
          index == 0 ? "matched" : "more",
          [
            "ask", "none", "logs", "test-metric-filter", "--query=matches[].eventNumber", "--cli-input-json",
            request.indented(),
          ])
        let join = ShellStatement.assignment(
          "matched", ShellWord([.variable("matched"), .variable("newline"), .variable("more")]))
        return index == 0 ? [ask] : [ask, join]
      }
      return calls + [
        .run(
          "expect_matches", title, .variable("matched"), .text(String(batch.first)),
          .text(String(batch.matching)),
          .text(String(batch.messages.count)))
      ]
    }
  }

  private var raising: [ShellStatement] {
    let alarms = graph.alarms
    let question = ShellWord([
      "Put these alarms of account ", .variable("account"),
      " into ALARM and back, so that whoever subscribed is told?",
    ])
    return [
      .conditional(
        ["[", .variable("raise_alarm"), "=", "yes", "]"],
        then: alarms.map { .run("say", .text("  alarm \($0.name)")) } + [.command(["confirm", question])]
          + alarms.flatMap(raise)
          + [
            .run(
              "say",
              """
              Each subscriber should now have a message for each alarm. When none arrives within five minutes, \
              'aws cloudwatch describe-alarm-history --history-item-type=Action' says what became of it.
              """)
          ], else: [.run("say", "   not asked for")])
    ]
  }

  private var sending: [ShellStatement] {
    let question = ShellWord([
      "Send a message to the topic of account ", .variable("account"),
      ", so that whoever subscribed is told?",
    ])
    let message = ShellJSON.members([
      "Subject": .text("A test of the alarms' topic"),
      "Message": .text("test.sh tests whether this topic is heard. Nothing has happened."),
    ])
    return [
      .conditional(
        ["[", .variable("raise_alarm"), "=", "yes", "]"],
        then: [
          .command(["confirm", question]),
          .run(
            "aws", "sns", "publish", .option("topic-arn", values.word(graph.topic)), "--cli-input-json",
            message.compact),
          .run("say", "Each subscriber should now have a message."),
        ], else: [.run("say", "   not asked for")])
    ]
  }

  private func raise(_ alarm: Alarm) -> [ShellStatement] {
    func set(_ state: String, _ reason: String) -> ShellStatement {
      let request = ShellJSON.members([
        "AlarmName": .text(alarm.name), "StateValue": .text(state), "StateReason": .text(reason),
      ])
      return .run("aws", "cloudwatch", "set-alarm-state", "--cli-input-json", request.compact)
    }
    let warning: [ShellStatement] =
      alarm.actionsEnabled
      ? []
      : [
        .run("say", .text("   the actions of alarm \(alarm.name) are disabled in the spec: it tells nobody"))
      ]
    return warning + [
      set("OK", "test.sh prepares a test"), set("ALARM", "test.sh tests whether this alarm is heard"),
      set("OK", "test.sh has ended its test"),
    ]
  }

  private static let ending: StaticString =
    #"""
    current=
    if [ "$differences" -gt 0 ]; then
      say "$script: unexpected answers: $differences, listed above. The service reads the pattern otherwise than the spec means it."
      exit 1
    fi
    say "$script: all as expected"
    """#
}

/// Sample events that one call takes.
struct SampleBatch {
  /// The number of the first event among the control's.
  let first: Int
  /// The texts, those that must match first.
  let messages: [String]
  /// How many of them must match.
  let matching: Int

  /// What the service takes in a call, and what an argument of a command may hold, with room for the pattern and for quotes.
  private static let (mostMessages, mostBytes) = (50, 60_000)

  /// The events of a control in as few calls as they fit in. An event that no call can hold is left out.
  static func batches(of samples: SampleRecords) -> [SampleBatch] {
    let all = samples.match.map { ($0, true) } + samples.noMatch.map { ($0, false) }
    var batches: [SampleBatch] = []
    var messages: [String] = []
    var (matching, bytes, first) = (0, 0, 1)
    func close() {
      if !messages.isEmpty {
        batches.append(SampleBatch(first: first, messages: messages, matching: matching))
      }
      first += messages.count
      (messages, matching, bytes) = ([], 0, 0)
    }
    for (message, matches) in all where !message.isEmpty {
      let size = ShellJSON.spelled(message).utf8.count
      if size > mostBytes { continue }
      if messages.count == mostMessages || bytes + size > mostBytes { close() }
      messages.append(message)
      matching += matches ? 1 : 0
      bytes += size
    }
    close()
    return batches
  }
}
