import Diagnostics
import GenCore
import Testing

/// What a spec becomes: names, defaults, order.
@Suite struct LoweringTests {
  private func graph(_ text: String) throws -> ResourceGraph {
    let source = SourceText(file: "s", text: text)
    let result = Compiler.compile(source)
    let words = result.diagnostics.map { TextFormatter(sources: [source]).format($0) }.joined()
    return try #require(result.graph, "\(words)")
  }

  @Test func theStandardTemplateIsThePublishedProcedureWithItsOneCorrection() throws {
    let template = try #require(Template.find(Template.standardName))
    let graph = try #require(Compiler.compile(template.source).graph)
    #expect(graph.resources.map(\.id.kind) == [.metricFilter, .topic, .topicPolicy, .subscription, .alarm])
    for resource in graph.resources {
      switch resource {
      case .metricFilter(let filter):
        #expect(filter.name == "OrgsChanges")
        #expect(filter.metricName == "OrgsChanges")
        #expect(filter.metricValue == "1")
        #expect(filter.defaultValue == nil)
        #expect(filter.pattern.utf8.count == 758)
      case .topic(let topic): #expect(topic.name == "OrgChanges")
      case .alarm(let alarm):
        #expect(alarm.name == "OrgChanges")
        #expect(alarm.metricName == "OrgsChanges", "the alarm must watch what the filter publishes")
        #expect(alarm.statistic == .sum)
        #expect(alarm.comparison == .greaterThanOrEqualTo)
        #expect(alarm.evaluationPeriods == 1)
        #expect(alarm.treatMissingData == .notBreaching)
      default: break
      }
    }
    #expect(
      graph.parameters.map(\.name.pascalCase) == [
        "LogGroupName", "Endpoint1", "MetricNamespace", "OrgsChangesThreshold", "OrgsChangesPeriod",
      ])
    #expect(graph.parameters.map(\.name.snakeCase).last == "orgs_changes_period")
    #expect(graph.parameters.map(\.name.upperCase).first == "LOG_GROUP_NAME")
  }

  @Test func everyResourceStandsAfterWhatItRefersTo() throws {
    let template = try #require(Template.find("organizations-changes-new-trail"))
    let graph = try #require(Compiler.compile(template.source).graph)
    let kinds = graph.resources.map(\.id.kind)
    #expect(
      kinds == [
        .logGroup, .bucket, .bucketPolicy, .role, .rolePolicy, .trail, .metricFilter, .topic, .topicPolicy,
        .subscription, .alarm,
      ])
  }

  @Test func withoutControlsAllOfTheEditionAreTaken() throws {
    let graph = try graph("version: 1\nname: all\ntrail: { existing: { logGroup: g } }\n")
    #expect(graph.controls.count == 15)
    #expect(graph.controls.first?.id == "unauthorized-api-calls")
    #expect(graph.controls.last?.reference == "CIS AWS Foundations Benchmark v1.4.0, 4.15")
  }

  @Test func theSettingsOfOneControlWinOverTheSpecs() throws {
    let graph = try graph(
      """
      version: 1
      name: mixed
      controls:
        - { control: root-usage, alarm: { period: 60, notifyOn: [ok, alarm] }, metric: { defaultValue: null } }
        - vpc-changes
      trail: { existing: { logGroup: g } }
      alarm: { period: 120, threshold: 2.5, namePrefix: 'Sec-' }
      metric: { defaultValue: 0 }
      """)
    let alarms = graph.resources.compactMap { if case .alarm(let alarm) = $0 { alarm } else { nil } }
    let filters = graph.resources.compactMap {
      if case .metricFilter(let filter) = $0 { filter } else { nil }
    }
    #expect(alarms.map(\.name) == ["Sec-RootUsage", "Sec-VPCChanges"])
    #expect(alarms.map(\.notifyOn) == [[.alarm, .ok], [.alarm]])
    #expect(filters.map(\.defaultValue) == [nil, 0])
    let periods = graph.parameters.compactMap {
      if case .period(let value, _) = $0.kind { value } else { nil }
    }
    #expect(periods == [60, 120])
    #expect(graph.parameters.contains { $0.kind == .number(default: 2.5) })
  }

  @Test func eventsBecomeAPatternInQuotes() throws {
    let graph = try graph(
      """
      version: 1
      name: events
      controls: [{ id: delegation-a, title: t, events: { source: organizations.amazonaws.com, names: [A, B] } }]
      trail: { existing: { logGroup: g } }
      """)
    let filters = graph.resources.compactMap {
      if case .metricFilter(let filter) = $0 { filter } else { nil }
    }
    #expect(
      filters.map(\.pattern) == [
        #"{ ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "A") || ($.eventName = "B")) }"#
      ])
    #expect(filters.map(\.name) == ["DelegationA"])
  }

  @Test func namesThatReadAlikeBecomeDifferentIdentifiers() throws {
    let graph = try graph(
      """
      version: 1
      name: alike
      controls:
        - { id: a, title: t, pattern: ERROR, metric: { name: 'Log in' } }
        - { id: b, title: t, pattern: ERROR, metric: { name: 'Log-in' } }
        - { id: c, title: t, pattern: ERROR, metric: { name: '!!' } }
      trail: { existing: { logGroup: g } }
      """)
    let roles = graph.controls.map { $0.alarms.map(\.id.role.pascalCase).joined() }
    #expect(roles == ["LogIn", "LogIn2", "C"])
  }

  @Test(arguments: [
    ("LogGroupName", "log_group_name"), ("KMSKeyDisableOrDelete", "kms_key_disable_or_delete"),
    ("S3Bucket", "s3_bucket"),
    ("CloudTrailConfigChanges", "cloud_trail_config_changes"), ("a b-c", "a_b_c"),
    ("NACLChanges", "nacl_changes"),
    ("1x", "x"), ("héllo", "h_llo"),
  ])
  func identifiersSplitWhereAReaderWould(text: String, snake: String) {
    #expect(Identifier(text).snakeCase == snake)
  }
}
