/// What one alarm of a control watches: all that the filter sees, or one account, or one Region of an account.
struct AlarmTarget {
  /// Comes after the control's alarm name.
  let nameEnding: String
  /// Comes after the control's title.
  let phrase: String
  /// Comes after the control's identifier.
  let words: [String]
  let dimensions: [Alarm.Dimension]

  /// Everything.
  static let whole = AlarmTarget(nameEnding: "", phrase: "", words: [], dimensions: [])

  /// One for each account of the block, and each of its Regions when it names some.
  static func each(of settings: PerAccountSettings) -> [AlarmTarget] {
    let names = settings.dimensionNames
    let regions: [String?] = settings.regions.isEmpty ? [nil] : settings.regions.map(\.value)
    return settings.accounts.flatMap { account in
      regions.map { region in
        let id = account.id.value
        let name = account.name?.value
        return AlarmTarget(
          nameEnding: "-\(name ?? id)" + (region.map { "-\($0)" } ?? ""),
          phrase: " in account \(name.map { "\($0) (\(id))" } ?? id)" + (region.map { ", \($0)" } ?? ""),
          words: [id] + (region.map { [$0] } ?? []),
          dimensions: zip(names, [id] + (region.map { [$0] } ?? [])).map { .init(name: $0, value: $1) })
      }
    }
  }
}

extension PerAccountSettings {
  /// The service's longest selection criteria, in characters.
  ///
  /// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
  static let longestCriteria = 2000

  /// The field of a CloudTrail record, the dimension's name, and the system field, for the account and the Region.
  ///
  /// Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  private static let fields = [
    (selector: "$.recipientAccountId", name: "AccountId", system: "@aws.account"),
    (selector: "$.awsRegion", name: "Region", system: "@aws.region"),
  ]

  private var used: ArraySlice<(selector: String, name: String, system: String)> {
    Self.fields.prefix(regions.isEmpty ? 1 : 2)
  }

  /// The names of the dimensions. Those of system fields are called as the fields are.
  var dimensionNames: [String] {
    switch source?.value ?? .event {
    case .event: used.map(\.name)
    case .systemFields: used.map(\.system)
    }
  }

  /// What divides the metric of a filter.
  var division: MetricDivision {
    switch source?.value ?? .event {
    case .event: .fields(used.map { .init(name: $0.name, selector: $0.selector) })
    case .systemFields: .systemFields(used.map(\.system), criteria: criteria)
    }
  }

  /// Selects the events of the accounts and Regions that have alarms, so that no other makes a metric that costs and nobody watches.
  var criteria: String {
    let lists = [accounts.map(\.id.value), regions.map(\.value)]
    return zip(used, lists).map { field, values in
      "\(field.system) IN [\(values.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }.joined(separator: " AND ")
  }
}
