import GenCore

extension ResourceGraph {
  /// What tells the accounts of the log group apart, when there are alarms for each.
  fileprivate var accountField: String? {
    for case .metricFilter(let filter) in resources {
      switch filter.division {
      case nil: continue
      case .fields(let fields): return fields.first?.selector
      case .systemFields(let fields, _): return fields.first
      }
    }
    return nil
  }
}

/// What every form says of a deployment, in the same words.
enum Notices {
  /// The lines at the top of a file.
  static func heading(of graph: ResourceGraph) -> [String] { heading(ofSpec: graph.name) }

  /// The lines at the top of a file that is written from a spec of this name.
  static func heading(ofSpec name: String) -> [String] {
    ["Written by gen from the spec '\(name)'. Change the spec, not this file."]
  }

  /// Sentences without a full stop.
  static func notices(of graph: ResourceGraph) -> [String] {
    var notices: [String] = []
    if let part = graph.part {
      notices.append(
        part.isFirst
          ? "Part 1 of \(part.count): deploy it before the others, which need what it makes"
          : "Part \(part.number) of \(part.count): deploy it after part 1, with the same values")
    }
    if graph.scope == .stackset {
      notices.append(
        "For a StackSet over accounts and Regions: everything is made in the trail's home Region, and the stack is empty in every other"
      )
    } else if graph.controls.contains(where: \.isManagementAccountOnly) {
      notices.append(
        """
        Organizations events are recorded in the organization's management account: deploy there, in the trail's home Region. \
        Service-managed StackSets never reach that account
        """)
    } else if case .existing = graph.source {
      notices.append("Deploy in the trail's home Region, where its log group is")
    }
    if case .centralized = graph.source {
      notices.append("Deploy in the account and Region of the central log group")
    }
    if let field = graph.accountField {
      notices.append(
        "The log group holds the events of several accounts: each account has alarms of its own, by \(field)")
    }
    if case .made = graph.source {
      let hasKey = graph.resources.contains { if case .key(let key) = $0 { key.isKept } else { false } }
      notices.append(
        hasKey
          ? "The trail's bucket, log group and key hold audit logs and are kept when the rest is removed; without the key the logs are unreadable"
          : "The trail's bucket and log group hold audit logs and are kept when the rest is removed")
    }
    if graph.isTopicShared {
      notices.append(
        "The topic takes the alarms of other accounts in its own Region: CloudWatch tells no topic of another Region"
      )
    }
    return notices
  }
}
