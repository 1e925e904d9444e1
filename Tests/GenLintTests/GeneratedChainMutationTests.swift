import Diagnostics
import Foundation
import GenLint
import Testing

/// The chain of what gen writes, broken in every place where a form spells a link: all three forms must be told the same.
@Suite(.serialized) struct GeneratedChainMutationTests {
  /// A way to break a link: regular expressions and replacements for each form, and the code that must speak of it. Further changes
  /// are made everywhere before the place is broken.
  struct Break: Sendable, CustomTestStringConvertible {
    let link: String
    let code: DiagnosticCode
    let template: (String, String)
    let configuration: (String, String)
    let script: (String, String)
    /// Whether the finding stands at the place that is broken; else it stands at the link that it leaves hanging.
    var isThere = true
    var before: [(String, String)] = []
    /// In how many arms a script says it, one for what is new and one for what is there: each is broken by itself.
    var arms = 1
    /// How many copies of the text are put there, each with its number behind an N for INDEX.
    var copies = 1
    /// Whether a script is broken in every place at once.
    var isEverywhere = false

    var testDescription: String { link }
  }

  static let breaks: [Break] = [
    Break(
      link: "the metric that the alarm watches", code: .metricNameDiffers,
      template: (#"(\n      MetricName: \w+)"#, "$1Other"),
      configuration: (#"("metric_name": "\w+)"#, "$1Other"),
      script: (#"("MetricName": "\w+)"#, "$1Other")),
    Break(
      link: "the metric that the filter publishes", code: .metricNameDiffers,
      template: (#"(- MetricName: \w+)"#, "$1Other"),
      configuration: (#"("metric_transformation": \[\s*\{\s*"name": "\w+)"#, "$1Other"),
      script: (#"("metricName":"\w+)"#, "$1Other"), isThere: false),
    Break(
      link: "the alarm's namespace", code: .namespaceDiffers,
      template: (#"(\n      Namespace: ).*"#, "$1Other"),
      configuration: (#"("namespace": ").*(",\s*"metric_name")"#, "$1Other$2"),
      script: (#"--namespace="\$METRIC_NAMESPACE""#, "--namespace=Other")),
    Break(
      link: "the filter's namespace", code: .namespaceDiffers,
      template: (#"(MetricNamespace: )!Ref.*"#, "$1Other"),
      configuration: (#"("namespace": ").*(",\s*"value")"#, "$1Other$2"),
      script: (#""metricNamespace":"'"\$METRIC_NAMESPACE"'""#, #""metricNamespace":"Other""#), isThere: false),
    Break(
      link: "the mean of counts with zeros", code: .averagedCount,
      template: ("(Statistic: )Sum", "$1Average"), configuration: (#"("statistic": ")Sum"#, "$1Average"),
      script: (#"("Statistic": ")Sum"#, "$1Average"),
      before: [
        (#"(\n +)(MetricValue: '1')"#, "$1$2$1DefaultValue: 0"),
        (#"("value": "1")(\n +\})"#, #"$1, "default_value": "0"$2"#),
        (#""metricValue":"1""#, #""metricValue":"1","defaultValue":0"#),
      ]),
    Break(
      link: "a filter that counts nothing", code: .unreachableThreshold,
      template: ("(MetricValue: )'1'", "$1'0'"), configuration: (#"("value": )"1"(\n +\})"#, #"$1"0"$2"#),
      script: (#""metricValue":"1""#, #""metricValue":"0""#), isThere: false),
    Break(
      link: "a period that is not aligned", code: .uniformPeriod,
      template: (#"(\n      Period: ).*"#, "${1}90"), configuration: (#"("period": )"[^"]*""#, "${1}90"),
      script: (#"--period="\$\w+""#, "--period=90")),
    Break(
      link: "missing data that raises the alarm", code: .missingDataBreaches,
      template: ("(TreatMissingData: )notBreaching", "$1breaching"),
      configuration: (#"("treat_missing_data": ")notBreaching"#, "$1breaching"),
      script: (#"("TreatMissingData": ")notBreaching"#, "$1breaching")),
    Break(
      link: "more datapoints than periods", code: .tooManyDatapoints,
      template: ("(DatapointsToAlarm: )1", "${1}2"), configuration: (#"("datapoints_to_alarm": )1"#, "${1}2"),
      script: (#"("DatapointsToAlarm": )1"#, "${1}2")),
    Break(
      link: "more than a day", code: .evaluationTooLong,
      template: ("(EvaluationPeriods: )1", "${1}2000"),
      configuration: (#"("evaluation_periods": )1"#, "${1}2000"),
      script: (#"("EvaluationPeriods": )1"#, "${1}2000")),
    Break(
      link: "dimensions that the filter does not publish", code: .dimensionsDiffer,
      template: (#"(\n      )(Statistic: Sum)"#, "$1Dimensions: [{ Name: a, Value: b }]$1$2"),
      configuration: (#"("statistic": "Sum",)"#, #""dimensions": { "a": "b" }, $1"#),
      script: (#"("Statistic": "Sum",)"#, #""Dimensions": [{ "Name": "a", "Value": "b" }], $1"#)),
    Break(
      link: "actions that are off", code: .actionsDisabled,
      template: ("(ActionsEnabled: )true", "$1false"),
      configuration: (#"("actions_enabled": )true"#, "$1false"),
      script: (#"("ActionsEnabled": )true"#, "$1false")),
    Break(
      link: "an action that is a name", code: .actionNotARN,
      template: (#"(AlarmActions:\n      - ).*"#, "$1alarms"),
      configuration: (#"("alarm_actions": \[\s*)".*""#, #"$1"alarms""#),
      script: (#"--alarm-actions="\$\w+""#, "--alarm-actions=alarms")),
    Break(
      link: "no action", code: .noAction, template: (#"\n      AlarmActions:\n      - .*"#, ""),
      configuration: (#",\s*"alarm_actions": \[[^\]]*\]"#, ""),
      script: (#"  --alarm-actions="\$\w+" \\\n"#, ""), isThere: false),
    Break(
      link: "a topic policy for another service", code: .topicPolicyLacksCloudWatch,
      template: (
        #"(Principal:\n            Service: )cloudwatch\.amazonaws\.com(\n          Action: sns:Publish)"#,
        "$1events.amazonaws.com$2"
      ),
      configuration: (
        #""cloudwatch\.amazonaws\.com"(\s*\]\s*\}\s*\],\s*"actions": \[\s*"sns:Publish")"#,
        #""events.amazonaws.com"$1"#
      ),
      script: (#"cloudwatch\.amazonaws\.com("\s*\},\s*"Action": "sns:Publish)"#, "events.amazonaws.com$1"),
      isThere: false),
    Break(
      link: "a key policy for another service", code: .topicKeyLacksCloudWatch,
      template: (
        #"(Service: )cloudwatch\.amazonaws\.com(\n          Action:\n          - kms:)"#,
        "$1events.amazonaws.com$2"
      ),
      configuration: (
        #""cloudwatch\.amazonaws\.com"(\s*\]\s*\}\s*\],\s*"actions": \[\s*"kms:)"#,
        #""events.amazonaws.com"$1"#
      ),
      script: (#"cloudwatch\.amazonaws\.com("\s*\},\s*"Action": \[\s*"kms:)"#, "events.amazonaws.com$1"),
      isThere: false),
    Break(
      link: "a condition that keeps alarms out", code: .topicPolicyConditionExcludes,
      template: (":cloudwatch:(.*:alarm:)", ":events:$1"),
      configuration: (":cloudwatch:(.*:alarm:)", ":events:$1"),
      script: (#":cloudwatch:('"\$region"'.*:alarm:\*")"#, ":events:$1"), isThere: false),
    Break(
      link: "nobody who hears", code: .noSubscription,
      template: (#"(TopicArn: )!Ref \w+(\n      Protocol)"#, "$1arn:aws:sns:eu-west-1:111122223333:other$2"),
      configuration: (
        #"("topic_arn": ").*(",\s*"protocol")"#, "$1arn:aws:sns:eu-west-1:111122223333:other$2"
      ),
      script: (#"( sns subscribe --topic-arn=)"\$\w+""#, "$1arn:aws:sns:eu-west-1:111122223333:other"),
      isThere: false),
    Break(
      link: "a trail of one Region", code: .trailOfOneRegion,
      template: ("(IsMultiRegionTrail: )true", "$1false"),
      configuration: (#"("is_multi_region_trail": )true"#, "$1false"),
      script: (#" --is-multi-region-trail"#, " --no-is-multi-region-trail"), arms: 2),
    Break(
      link: "a trail that does not log", code: .trailNotLogging, template: ("(IsLogging: )true", "$1false"),
      configuration: (#"("enable_logging": )true"#, "$1false"),
      script: (#"aws cloudtrail start-logging .*\n"#, ""),
      isThere: false, isEverywhere: true),
    Break(
      link: "a trail without global events", code: .trailWithoutGlobalEvents,
      template: ("(IncludeGlobalServiceEvents: )true", "$1false"),
      configuration: (#"("include_global_service_events": )true"#, "$1false"),
      script: (" --include-global-service-events", " --no-include-global-service-events"), arms: 2),
    Break(
      link: "a trail that only reads", code: .trailWithoutManagementEvents,
      template: (
        #"(\n      )(IsLogging: true)"#,
        "$1EventSelectors: [{ ReadWriteType: ReadOnly, IncludeManagementEvents: true }]$1$2"
      ),
      configuration: (
        #"("enable_logging": true,)"#, #""event_selector": [{ "read_write_type": "ReadOnly" }], $1"#
      ),
      script: (#""ReadWriteType":"All""#, #""ReadWriteType":"ReadOnly""#)),
    Break(
      link: "a trail without management events", code: .trailWithoutManagementEvents,
      template: (
        #"(\n      )(IsLogging: true)"#,
        "$1EventSelectors: [{ ReadWriteType: All, IncludeManagementEvents: false }]$1$2"
      ),
      configuration: (
        #"("enable_logging": true,)"#, #""event_selector": [{ "include_management_events": false }], $1"#
      ),
      script: (#""IncludeManagementEvents":true"#, #""IncludeManagementEvents":false"#)),
    Break(
      link: "a trail without a log group", code: .trailWithoutLogGroup,
      template: (#"\n      CloudWatchLogsLogGroupArn: .*\n      CloudWatchLogsRoleArn: .*"#, ""),
      configuration: (#"\n *"cloud_watch_logs_group_arn": .*\n *"cloud_watch_logs_role_arn": .*"#, ""),
      script: (#" *--cloud-watch-logs-log-group-arn=.*\n *--cloud-watch-logs-role-arn=.*\n"#, ""),
      isThere: false),
    Break(
      link: "a role that may not make streams", code: .roleLacksPermissions,
      template: (#"logs:CreateLogStream"#, "logs:DescribeLogStreams"),
      configuration: (#"logs:CreateLogStream"#, "logs:DescribeLogStreams"),
      script: (#"logs:CreateLogStream"#, "logs:DescribeLogStreams"), isThere: false),
    Break(
      link: "a role for the streams of another log group", code: .roleLacksPermissions,
      template: (#"log-group:\$\{LogGroupName\}:log-stream"#, "log-group:other:log-stream"),
      configuration: (
        #"\$\{aws_cloudwatch_log_group\.trail\.arn\}:log-stream"#,
        "arn:aws:logs:*:*:log-group:other:log-stream"
      ),
      script: (#"'"\$log_group_arn"':log-stream"#, "arn:aws:logs:*:*:log-group:other:log-stream")),
    Break(
      link: "a bucket's policy for another folder", code: .bucketPolicyLacksCloudTrail,
      template: ("/AWSLogs/", "/CloudTrail/"), configuration: ("/AWSLogs/", "/CloudTrail/"),
      script: ("/AWSLogs/", "/CloudTrail/")),
    Break(
      link: "a bucket's policy for another trail", code: .bucketPolicyLacksCloudTrail,
      template: (#":trail/[^']+'"#, ":trail/other'"), configuration: (#":trail/[^"]+""#, #":trail/other""#),
      script: (#":trail/account-trail""#, #":trail/other""#)),
    Break(
      link: "a condition on ARNs that no alarm has", code: .topicPolicyConditionExcludes,
      template: (#":alarm:\*"#, ":alarm/*"), configuration: (#":alarm:\*"#, ":alarm/*"),
      script: (#":alarm:\*"#, ":alarm/*")),
    Break(
      link: "a condition on the ARN of another alarm", code: .topicPolicyConditionExcludes,
      // A topic for the alarms of other accounts knows none of their names.
      template: (#"(AccountId\}):alarm:\*"#, "$1:alarm:other-*"),
      configuration: (#"(account_id\}):alarm:\*"#, "$1:alarm:other-*"),
      script: (#"("\$account"'):alarm:\*"#, "$1:alarm:other-*")),
    Break(
      link: "a role that CloudTrail may not assume", code: .roleNotTrusting,
      template: (
        #"(Service: )cloudtrail\.amazonaws\.com(\n +Action: sts:AssumeRole)"#, "$1events.amazonaws.com$2"
      ),
      configuration: (
        #""cloudtrail\.amazonaws\.com"(\s*\]\s*\}\s*\],\s*"actions": \[\s*"sts:AssumeRole")"#,
        #""events.amazonaws.com"$1"#
      ),
      script: (
        #"cloudtrail\.amazonaws\.com("\s*\},\s*"Action": "sts:AssumeRole")"#, "events.amazonaws.com$1"
      ), isThere: false),
    Break(
      link: "an alarm that tells another topic than the one with the subscription", code: .actionMissesTopic,
      template: (#"(AlarmActions:\n      - ).*"#, "$1arn:aws:sns:eu-west-1:111122223333:other"),
      configuration: (
        #"("alarm_actions": \[\s*)".*""#, #"$1"arn:aws:sns:eu-west-1:111122223333:other""#
      ),
      script: (#"--alarm-actions="\$\w+""#, "--alarm-actions=arn:aws:sns:eu-west-1:111122223333:other")),
    Break(
      link: "more than 100 filters on a group", code: .tooManyFilters,
      template: (
        #"\n  (\w+)(Filter:\n    Type: AWS::Logs::MetricFilter\n    Properties:\n      FilterName: )(.*)(\n(?:      .*\n)+)"#,
        "$0COPY\n  $1INDEX$2$3INDEX$4"
      ),
      configuration: (
        #""aws_cloudwatch_log_metric_filter": \{(\n      "\w+)(": \{\n        "name": "\w+)(",\n(?:        .*\n)+      \})"#,
        "$0COPY,$1INDEX$2INDEX$3"
      ),
      script: (
        #"(aws logs put-metric-filter \\\n(?:  .*\n)*?    "filterName": "\w+)(".*\n.*\n  \}'\n)"#,
        "$0COPY$1INDEX$2"
      ), isThere: false, copies: 101),
    Break(
      link: "a pattern that matches nothing", code: .lintNeverTrue,
      template: (#"(FilterPattern: '\{ )\("#, #"$1(\$.a = 1) && (\$.a = 2) && ("#),
      configuration: (#"("pattern": "\{ )\("#, #"$1(\$.a = 1) && (\$.a = 2) && ("#),
      script: (#"("filterPattern": "\{ )\("#, #"$1(\$.a = 1) && (\$.a = 2) && ("#)),
    Break(
      link: "a pattern that is too long", code: .patternTooLong,
      template: (#"(FilterPattern: '\{ )\("#, #"$1(\$.LONG = 1) || ("#),
      configuration: (#"("pattern": "\{ )\("#, #"$1(\$.LONG = 1) || ("#),
      script: (#"("filterPattern": "\{ )\("#, #"$1(\$.LONG = 1) || ("#)),
  ]

  private static let output = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("output")
  private static let templates = [
    "cis-1.4.0", "organizations-changes-new-trail", "central-topic", "own-pattern",
  ]

  /// The text with one such place broken, counted from 0, and the lines of that place from 1.
  private func mutant(
    _ text: String, _ change: (String, String), of broken: Break, at place: Int = 0
  ) throws -> (
    text: String, lines: ClosedRange<Int>
  )? {
    let expression = try NSRegularExpression(pattern: change.0)
    // A digit that follows a group is escaped, and a name that is too long is written short above.
    let replacement = change.1.components(separatedBy: "COPY")
    let copies = (1...broken.copies).map {
      replacement.count > 1 ? replacement[1].replacingOccurrences(of: "INDEX", with: "N\($0)") : ""
    }
    let new = (replacement[0] + copies.joined()).replacingOccurrences(of: "${1}", with: "$1\\")
      .replacingOccurrences(
        of: "LONG", with: String(repeating: "a", count: 1100))
    let whole = NSRange(text.startIndex..., in: text)
    let matches = expression.matches(in: text, range: whole)
    guard place < matches.count, let range = Range(matches[place].range, in: text) else { return nil }
    let part = expression.replacementString(for: matches[place], in: text, offset: 0, template: new)
    let first = text[..<range.lowerBound].utf8.count { $0 == 10 } + 1
    return (text.replacingCharacters(in: range, with: part), first...(first + part.utf8.count { $0 == 10 }))
  }

  private func everywhere(_ text: String, _ change: (String, String)) -> String {
    text.replacingOccurrences(of: change.0, with: change.1, options: .regularExpression)
  }

  @Test(arguments: breaks)
  func allFormsAreToldOfABrokenLink(_ broken: Break) throws {
    var count = 0
    for name in Self.templates {
      let texts = try [
        ("cloudformation.yaml", broken.template), ("main.tf.json", broken.configuration),
        ("apply.sh", broken.script),
      ]
      .map { form, change in
        let file = Self.output.appendingPathComponent(name).appendingPathComponent(form)
        var text = try String(contentsOf: file, encoding: .utf8)
        for change in broken.before { text = everywhere(text, change) }
        return (form: form, change: change, text: text)
      }
      // A template without the link has nothing to break, though its script may speak of it.
      guard try mutant(texts[0].text, texts[0].change, of: broken) != nil else { continue }
      for (form, change, text) in texts {
        if !broken.before.isEmpty {
          #expect(
            !Fixture.lint(text, as: form).contains { $0.code == broken.code }, "\(name)/\(form) unbroken")
        }
        for arm in 0..<(form == "apply.sh" ? broken.arms : 1) {
          let mutant = try #require(
            try mutant(text, change, of: broken, at: arm), "\(name)/\(form) lacks the link")
          let isEverywhere = broken.isEverywhere && form == "apply.sh"
          let found = Fixture.lint(isEverywhere ? everywhere(text, change) : mutant.text, as: form).filter {
            $0.code == broken.code
          }
          count += 1
          #expect(!found.isEmpty, "\(name)/\(form):\(mutant.lines)")
          #expect(found.allSatisfy { $0.range != nil })
          guard broken.isThere, !isEverywhere else { continue }
          #expect(
            found.contains { finding in
              finding.range.map { mutant.lines.overlaps($0.start.line...$0.end.line) } ?? false
            }, "\(name)/\(form):\(mutant.lines): \(found.map { $0.range?.start.line ?? 0 })")
        }
      }
    }
    #expect(count >= 3)
  }
}
