internal import GenCore

/// The comment at the top of a script, which `--help` shows.
struct ScriptHeader {
  let graph: ResourceGraph
  let action: AWSCLIEmitter.Action
  let steps: [String]

  private static let width = 110

  /// Its lines, without the `# `.
  var lines: [String] {
    wrapped("\(action.fileName): \(purpose)") + [""] + Notices.heading(of: graph).flatMap { wrapped($0) }
      + wrapped("\(graph.summary).") + controls + [""] + ["Steps"]
      + steps.enumerated().flatMap { wrapped("\($0.element)", lead: "  \($0.offset + 1). ") } + [""] + [
        "Before you run it"
      ]
      + prerequisites.flatMap { wrapped($0, lead: "  - ") } + [""] + ["Usage: ./\(action.fileName) \(usage)"]
      + options.flatMap { wrapped($0.meaning, lead: "  " + padded($0.name, to: 20)) } + [""] + variables + [
        ""
      ]
      + wrapped(exits)
  }

  private var purpose: String {
    switch action {
    case .apply: "sets up what the spec \"\(graph.name)\" describes, with the AWS CLI."
    case .verify: "compares the account with what the spec \"\(graph.name)\" describes. It changes nothing."
    case .test where graph.alarms.isEmpty:
      "shows that whoever subscribed to the topic of the spec \"\(graph.name)\" is told."
    case .test:
      "shows that the filters of the spec \"\(graph.name)\" match what they should, and that an alarm is heard."
    case .remove: "removes what apply.sh made for the spec \"\(graph.name)\", in reverse order."
    }
  }

  private var controls: [String] {
    guard graph.controls.count > 1 else { return [] }
    return graph.controls.flatMap { control in
      wrapped(control.reference.map { "\(control.title) (\($0))" } ?? control.title, lead: "  - ")
    }
  }

  private var prerequisites: [String] {
    let account = graph.controls.isEmpty ? "account that owns the topic" : "account to watch"
    var texts = ["The AWS CLI, version 1 or 2, signed in to the \(account)."]
    switch graph.source {
    case .existing, .centralized: break
    case .made: texts.append("AWS_REGION is where the trail, its log group and the alarms live.")
    case .nothing: texts.append("AWS_REGION is where the topic and the alarms that tell it live.")
    }
    texts += Notices.notices(of: graph).map { "\($0)." }
    if graph.isTopicShared, action == .remove {
      texts.append(
        "Alarms of other accounts that tell the topic are not seen from here, and are heard by nobody without it."
      )
    }
    if graph.existingTopic != nil, action == .apply {
      texts.append(
        "The policy of the topic must let cloudwatch.amazonaws.com publish for this account; this script leaves it alone."
      )
      if graph.resources.contains(where: { $0.id.kind == .subscription }) {
        texts.append("A topic of another account must also let this one do sns:Subscribe.")
      }
    }
    return texts
  }

  private var usage: String {
    switch action {
    case .apply: "[--dry-run] [--skip-trail-check] [--help]"
    case .verify: "[--skip-trail-check] [--help]"
    case .test: "[--raise-alarm [--yes]] [--dry-run] [--help]"
    case .remove: "[--yes] [--dry-run] [--help]"
    }
  }

  private var options: [(name: String, meaning: String)] {
    let dryRun = ("--dry-run", "print the commands that would change something; call nothing but 'aws sts'")
    let skip = ("--skip-trail-check", "for a log group that the trail of another account fills")
    let help = ("--help", "show this text")
    return switch action {
    case .apply: [dryRun, skip, help]
    case .verify: [skip, help]
    case .test:
      [
        (
          "--raise-alarm",
          graph.alarms.isEmpty
            ? "send a message to the topic, as an alarm would"
            : "also put each alarm into ALARM and back, so that a message arrives"
        ),
        ("--yes", "do not ask before that"), dryRun, help,
      ]
    case .remove: [("--yes", "do not ask before removing"), dryRun, help]
    }
  }

  private var variables: [String] {
    let texts = graph.parameters.map {
      ($0.name.upperCase, "\($0.description) [\($0.defaultText.isEmpty ? "looked up" : $0.defaultText)]")
    }
    let all = [("AWS_REGION", "Region, else that of the AWS CLI's configuration")] + texts
    let longest = all.map { $0.0.utf8.count }.max() ?? 0
    return ["Environment variables, and in brackets what is used without them"]
      + all.flatMap { wrapped($0.1, lead: "  " + padded($0.0, to: min(longest, 40) + 2)) }
  }

  private var exits: String {
    switch action {
    case .apply:
      "Exit status: 0 done; 1 the account is not as it must be, and the message says how to mend it; 64 wrong usage; 74 an AWS "
        + "call failed. Running it again finishes what an unfinished run began, and changes nothing when all is done."
    case .verify:
      "Exit status: 0 all as described; 1 something differs, as listed; 64 wrong usage; 74 it could not be read."
    case .test:
      "Exit status: 0 all as expected; 1 a filter answers otherwise; 64 wrong usage; 74 an AWS call failed."
    case .remove:
      "Exit status: 0 done, also when something was left alone because it differs from what apply.sh makes; 1 not confirmed; "
        + "64 wrong usage; 74 an AWS call failed. Running it again finishes what an unfinished run began."
    }
  }

  private func padded(_ text: String, to width: Int) -> String { Self.padded(text, to: width) }

  private func wrapped(_ text: String, lead: String = "") -> [String] { Self.wrapped(text, lead: lead) }

  /// A name with blanks after it.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
  }

  /// Breaks a text between words; further lines begin under the first one's text.
  static func wrapped(_ text: String, lead: String = "") -> [String] {
    let indent = String(repeating: " ", count: lead.unicodeScalars.count)
    var rows: [String] = []
    var row = lead
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, row.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        rows.append(row)
        row = indent
        isEmpty = true
      }
      row += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return rows + [row]
  }
}
