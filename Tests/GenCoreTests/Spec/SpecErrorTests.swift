import Diagnostics
import GenCore
import Testing

/// Every wrong input of a spec: where it is reported, with which code and words.
@Suite struct SpecErrorTests {
  /// A spec that compiles, with `controls` and further lines put in.
  private static func spec(_ lines: String, controls: String = "controls: [root-usage]", name: String = "ok")
    -> String
  {
    "version: 1\nname: \(name)\ntrail: { existing: { logGroup: g } }\n\(controls)\n\(lines)\n"
  }

  private static func own(_ pattern: String) -> String {
    spec("", controls: "controls:\n  - id: a\n    title: t\n    pattern: \(pattern)")
  }

  private func errors(_ text: String) -> [String] {
    Compiler.compile(SourceText(file: "s", text: text)).diagnostics.filter { $0.severity == .error }.map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.name) \($0.message)"
    }
  }

  @Test func theBaseOfTheseTestsCompiles() {
    #expect(errors(Self.spec("")) == [])
    #expect(errors(Self.own("'{ $.x = 1 }'")) == [])
  }

  @Test(arguments: [
    ("{ $.x = 1 }", "7:14 GEN2008 YAML reads this pattern as a mapping because it is not quoted"),
    (
      "{ ($.a = 1) && ($.b = 2) }",
      "7:14 GEN2008 YAML reads this pattern as a mapping because it is not quoted"
    ),
    ("[ip, user]", "7:14 GEN2008 YAML reads this pattern as a list because it is not quoted"),
    ("|\n      { $.x = 1 }", "7:14 GEN2009 'pattern' ends in a line break"),
    (">\n      { $.x = 1 }", "7:14 GEN2009 'pattern' ends in a line break"),
    ("' { $.x = 1 }'", "7:14 GEN2010 'pattern' has white space at its beginning or end"),
    ("\"{ $.x = 1 }\\u00A0\"", "7:14 GEN2010 'pattern' has white space at its beginning or end"),
    ("\"{ $.x = \\\"\\u0007\\\" }\"", "7:14 GEN1009 'pattern' holds the control character U+0007"),
    ("\"{ $.x = \\\"\\u0085\\\" }\"", "7:14 GEN1009 'pattern' holds the control character U+0085"),
    ("''", "7:14 GEN2011 'pattern' is empty"),
    ("!Sub x", "7:14 GEN2003 'pattern' must be text, found the tag '!Sub'"),
    (
      "'{ $.x = ''1'' }'",
      "7:23 GEN5005 a value cannot be in single quotes; the service says: Invalid character(s) in term '''"
    ),
  ])
  func aPatternThatIsNoneIsReportedAtItsPlace(pattern: String, expected: String) {
    let found = errors(Self.own(pattern))
    #expect(found.count == 1)
    #expect(
      found.first?.split(separator: " ").prefix(2) == expected.split(separator: " ").prefix(2), "\(found)")
    if !expected.contains("GEN5") { #expect(found == [expected]) }
  }

  @Test func aPatternOfMoreThan1024CharactersIsTooLong() {
    let text = "{ $.x = \"" + String(repeating: "a", count: 1014) + "\" }"
    #expect(
      errors(Self.own("'\(text)'")) == ["7:14 GEN2011 'pattern' has 1026 characters; 1 to 1024 are allowed"])
    let emoji = "{ $.x = \"" + String(repeating: "😀", count: 507) + "\" }"
    #expect(
      errors(Self.own("'\(emoji)'")) == ["7:14 GEN2011 'pattern' has 1026 characters; 1 to 1024 are allowed"])
  }

  @Test(arguments: [
    ("alarm: { period: '300' }", "write it without quotes"),
    ("alarm: { actionsEnabled: \"true\" }", "write it without quotes"),
    ("alarm: { period: many }", nil), ("alarm: { period: 'many' }", nil),
    ("exclude: root-usage", "write exclude: [root-usage]"), ("exclude: { a: b }", nil),
  ])
  func aValueOfTheWrongTypeIsMended(line: String, hint: String?) {
    let found = Compiler.compile(SourceText(file: "s", text: Self.spec(line))).diagnostics
      .filter { $0.code == .wrongType }
    #expect(found.map(\.hint) == [hint])
  }

  @Test(arguments: [
    ("nmae: x", "5:1 GEN2001 unknown key 'nmae' in 'spec'"),
    ("alarm: { period: 90 }", "5:18 GEN2017 'period' is 90 seconds, no multiple of 60"),
    ("alarm: { period: 0 }", "5:18 GEN2005 'period' is 0; 1 to 86400 are allowed"),
    ("alarm: { period: '300' }", "5:18 GEN2003 'period' must be a whole number, found '300'"),
    ("alarm: { period: 0300 }", "5:18 GEN2003 'period' must be a whole number, found '0300'"),
    ("alarm: { threshold: .inf }", "5:21 GEN2003 'threshold' must be a number, found '.inf'"),
    ("alarm: { threshold: 0x10 }", "5:21 GEN2003 'threshold' must be a number, found '0x10'"),
    (
      "alarm: { threshold: 1.0000000000000001 }",
      "5:21 GEN2005 'threshold' is 1.0000000000000001, which not every target keeps exactly"
    ),
    ("alarm: { actionsEnabled: yes }", "5:26 GEN2003 'actionsEnabled' must be true or false, found 'yes'"),
    ("alarm: { statistic: sum }", "5:21 GEN2006 'sum' is no value of 'statistic'"),
    ("alarm: { evaluationPeriods: 289 }", "5:29 GEN2018 289 periods of 300 seconds are more than a day"),
    (
      "alarm: { datapointsToAlarm: 2 }",
      "5:29 GEN2019 'datapointsToAlarm' is 2, but only 1 periods are looked at"
    ),
    (
      "alarm: { comparison: LessThanThreshold }",
      "5:22 GEN3011 alarm 'RootUsage' can never fire: no Sum of the metric is LessThanThreshold 1"
    ),
    (
      "alarm: { statistic: Average, threshold: 2 }",
      "5:41 GEN3011 alarm 'RootUsage' can never fire: no Average of the metric is GreaterThanOrEqualToThreshold 2"
    ),
    (
      "metric: { defaultValue: 0 }\nalarm: { statistic: Average }",
      "6:21 GEN3011 alarm 'RootUsage' does not fire: every other event publishes 0, and the Average stays near it"
    ),
    ("alarm: { name: x }", "5:10 GEN2024 'name' has no meaning here"),
    ("alarm: [1]", "5:8 GEN2003 'alarm' must be a mapping, found a list"),
    ("metric: { namespace: a b }", "5:22 GEN2012 'a b' is no namespace for 'namespace'"),
    ("metric: { namespace: AWS/Logs }", "5:22 GEN2012 'AWS/Logs' is no namespace for 'namespace'"),
    ("metric: { value: 1.5 }", "5:18 GEN2012 '1.5' is no metric value for 'value'"),
    ("metric: { value: '$.a[*]' }", "5:18 GEN2012 '$.a[*]' is no metric value for 'value'"),
    (
      "notify: { topic: { existing: arn:aws:sns:x } }",
      "5:30 GEN2013 'arn:aws:sns:x' is no topic ARN for 'existing'"
    ),
    ("notify: { topic: { create: { name: a.fifo } } }", "5:36 GEN2012 'a.fifo' is no topic name for 'name'"),
    (
      "notify: { topic: { existing: x, create: { name: y } } }",
      "5:33 GEN2007 'topic' has more than one of 'create', 'existing'"
    ),
    (
      "notify: { subscriptions: [{ protocol: email, endpoint: nobody }] }",
      "5:56 GEN2015 'nobody' is no endpoint of the protocol email for 'endpoint'"
    ),
    (
      "notify: { subscriptions: [{ protocol: https, endpoint: 'http://x.example' }] }",
      "5:56 GEN2015 'http://x.example' is no endpoint of the protocol https for 'endpoint'"
    ),
    (
      "notify: { subscriptions: [{ protocol: sms, endpoint: 'file:///etc/passwd' }] }",
      "5:54 GEN2015 'file:///etc/passwd' is no endpoint of the protocol sms for 'endpoint'"
    ),
    ("tags: { 'aws:x': y }", "5:9 GEN2014 'aws:x' is no tag key for 'tags'"),
    ("tags: { k: '' }", "5:12 GEN2011 'tags' is empty"),
    ("tags: { k: '$(id)' }", "5:12 GEN2014 '$(id)' is no tag value for 'tags'"),
    ("exclude: [vpc-changes]", "5:11 GEN2020 'exclude' names 'vpc-changes', which the spec does not have"),
    ("exclude: [root-usage]", "2:7 GEN3001 no control is left to monitor"),
    ("benchmark: cis-9", "5:12 GEN2021 unknown benchmark 'cis-9'"),
  ])
  func aWrongValueIsReportedAtItsPlace(line: String, expected: String) {
    #expect(errors(Self.spec(line)) == [expected])
  }

  @Test(arguments: [
    ("controls: [root-usag]", "4:12 GEN2020 unknown control 'root-usag'"),
    (
      "controls: [security-hub-enabled]",
      "4:12 GEN2022 no metric filter can serve the control 'security-hub-enabled'"
    ),
    ("controls: [root-usage, root-usage]", "4:24 GEN2023 control 'root-usage' stands twice"),
    ("controls: []", "4:1 GEN2004 'controls' is empty, and the spec makes neither a topic nor a trail"),
    (
      "controls: [{ control: root-usage, perAccount: no }]",
      "4:47 GEN2003 'perAccount' must be true or false, found 'no'"
    ),
    (
      "controls: [{ control: root-usage, perAccount: true }]",
      "4:47 GEN2024 'perAccount' of a control has no meaning when the spec has none"
    ),
    ("controls: root-usage", "4:11 GEN2003 'controls' must be a list, found 'root-usage'"),
    (
      "controls: [{ id: a, title: t, events: { source: x, names: [A] } }]",
      "4:49 GEN2012 'x' is no event source for 'source'"
    ),
    ("controls: [{ id: a, title: t }]", "4:12 GEN2007 'controls' has none of 'pattern', 'events'"),
    (
      "controls: [{ control: root-usage, title: t }]", "4:35 GEN2024 'title' belongs to a control of your own"
    ),
    (
      "controls: [root-usage, { control: vpc-changes, metric: { name: RootUsage } }]",
      "4:24 GEN3002 the metric name 'RootUsage' is taken by the control 'root-usage'"
    ),
    (
      "controls: [root-usage, { control: vpc-changes, alarm: { name: RootUsage } }]",
      "4:24 GEN3002 the alarm name 'RootUsage' is taken by the control 'root-usage'"
    ),
    (
      "controls: [{ control: root-usage, filterName: 'a:b' }]",
      "4:47 GEN2012 'a:b' is no filter name for 'filterName'"
    ),
  ])
  func aWrongControlIsReportedAtItsPlace(controls: String, expected: String) {
    #expect(errors(Self.spec("", controls: controls)) == [expected])
  }

  @Test(arguments: [
    (
      "trail: { existing: { logGroup: g }, create: { name: abc } }",
      "3:37 GEN2007 'trail' has more than one of 'existing', 'create'"
    ),
    ("trail: {}", "3:8 GEN2007 'trail' has none of 'existing', 'create'"),
    ("trail: { existing: { logGroup: 'a b' } }", "3:32 GEN2012 'a b' is no log group name for 'logGroup'"),
    ("trail: { create: { name: a } }", "3:26 GEN2011 'name' has 1 characters; 3 to 128 are allowed"),
    ("trail: { create: { name: a--b } }", "3:26 GEN2012 'a--b' is no trail name for 'name'"),
    (
      "trail: { create: { name: abc, logRetentionDays: 100 } }",
      "3:49 GEN2005 CloudWatch Logs keeps no events for exactly 100 days"
    ),
    ("trail: { create: { name: abc, bucket: Abc } }", "3:39 GEN2012 'Abc' is no bucket name for 'bucket'"),
  ])
  func aWrongTrailIsReportedAtItsPlace(trail: String, expected: String) {
    #expect(errors("version: 1\nname: ok\n\(trail)\ncontrols: [root-usage]\n") == [expected])
  }

  @Test func allErrorsOfASpecAreReportedInOneRun() {
    let text = """
      version: 2
      name: 1x
      controls:
        - root-usag
        - id: a
          title: t
          pattern: '{ $.x == 1 }'
      trail: {}
      """
    #expect(
      errors(text).map { String($0.split(separator: " ")[1]) } == [
        "GEN2016", "GEN2012", "GEN2020", "GEN5006", "GEN2007",
      ])
  }

  @Test func requiredKeysAreNamed() {
    #expect(
      errors("controls: [root-usage]\n") == [
        "1:1 GEN2004 'spec' has no 'version'", "1:1 GEN2004 'spec' has no 'name'",
        "1:1 GEN2004 'spec' has no 'trail'",
      ])
  }

  @Test func aListIsNoSpec() {
    #expect(errors("- a\n") == ["1:1 GEN2003 'spec' must be a mapping, found a list"])
  }

  @Test(arguments: [
    (
      "notify: { topic: { create: { shareWith: org } } }", "5:41 GEN2006 'org' is no value of 'shareWith'"
    ),
    (
      "notify: { topic: { create: { shareWith: { accounts: ['1'] } } } }",
      "5:54 GEN2012 '1' is no account id for 'accounts'"
    ),
    (
      "notify: { topic: { create: { shareWith: { accounts: [111122223333, 111122223333] } } } }",
      "5:68 GEN2023 account '111122223333' stands twice"
    ),
    (
      "notify: { topic: { create: { shareWith: organization } } }\ndeploy: { scope: stackset }",
      "5:41 GEN3040 a StackSet makes the topic in every account, so none of them is the central one"
    ),
    ("perAccount: { accounts: [] }", "5:15 GEN2004 'accounts' is empty"),
    (
      "perAccount: { accounts: [{ id: 111122223333, name: a }, { id: 444455556666, name: a }] }",
      "5:83 GEN2023 account name 'a' stands twice"
    ),
    (
      "perAccount: { source: system, accounts: [111122223333] }",
      "5:23 GEN2006 'system' is no value of 'source'"
    ),
    (
      "perAccount: { accounts: [111122223333] }\nmetric: { defaultValue: 0 }",
      "6:25 GEN3044 a metric that is divided by account takes no default value"
    ),
    (
      "perAccount: { accounts: [111122223333] }\ndeploy: { scope: stackset }",
      "5:13 GEN3043 a StackSet gives each account its own alarms; 'perAccount' is for one log group with the events of many"
    ),
  ])
  func `sharing and accounts are refused at their place`(lines: String, error: String) {
    #expect(errors(Self.spec(lines)) == [error])
  }
}
