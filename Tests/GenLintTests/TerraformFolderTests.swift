import Diagnostics
import GenLint
import Testing

/// What the other files of a folder change about a configuration: Terraform reads them as one module.
@Suite struct TerraformFolderTests {
  private static let main = """
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
     "resource": {"aws_sns_topic": {"u": {"name": "${aws_sns_topic.zz.name}-${local.q}-${var.v}"}}}}
    """
  private static let other = """
    {"resource": {"aws_sns_topic": {"zz": {"name": "x"}}}, "locals": {"q": "1"}, "variable": {"v": {}}}
    """
  private static let bare = """
    {"terraform": {"required_version": ">= 1.3"}, "module": {"m": {"source": "./m", "name": "${local.nope}-${var.nope}"}},
     "output": {"o": {"value": "${module.nope.arn}"}}}
    """

  private static func lint(_ text: String, beside others: [(String, String)], unread: [String] = [])
    -> [String]
  {
    let folder = TerraformFolder(
      others.map { SourceText(file: $0.0, text: $0.1) }, unread: unread)
    return Linter().lint(SourceText(file: "main.tf.json", text: text), in: folder).map(\.message)
  }

  @Test func whatAnotherFileDeclaresIsThere() {
    let both = [("main.tf.json", Self.main), ("other.tf.json", Self.other)]
    #expect(Self.lint(Self.main, beside: both) == [])
    let lost = [("other.tf.json", Self.other.replacing("\"q\"", with: "\"r\""))]
    #expect(Self.lint(Self.main, beside: lost) == ["there is no local value 'q'"])
  }

  @Test func aVariableMayBeUsedInAnotherFile() {
    let text = Self.other.replacing("zz", with: "ww")
    let user = Self.main.replacing("aws_sns_topic.zz", with: "aws_sns_topic.ww")
    #expect(Self.lint(text, beside: [("user.tf.json", user)]) == [])
  }

  @Test func anOverrideMayUseAVariableAndAddAnArgument() {
    let text =
      #"{"variable": {"env": {"type": "string"}}, "resource": {"aws_kms_alias": {"t": {"name": "alias/t"}}}}"#
    let override = #"{"resource": {"aws_kms_alias": {"t": {"target_key_id": "${var.env}"}}}}"#
    #expect(Self.lint(text, beside: [("override.tf.json", override)]) == [])
    #expect(Self.lint(text, beside: [("main_override.tf.json", override)]) == [])
    #expect(Self.lint(text, beside: [("other.tf.json", "{}")]).count == 1)
  }

  @Test func aFileAloneIsAWholeModule() {
    let missing = [
      "there is no local value 'nope'", "there is no variable 'nope'", "there is no module 'nope'",
    ]
    #expect(Self.lint(Self.bare, beside: []) == missing)
    // One that was taken out of its module is not: nothing of what it refers to is there.
    let taken = Self.bare.replacing("required_version", with: "experiments").replacing(
      "\">= 1.3\"", with: "[]")
    #expect(Self.lint(taken, beside: []) == [])
    let broken = """
      {"module": {"m": {"source": "./m"}, "n": {"source": "./n", "x": "${module.m.x}", "y": "${module.mm.y}"}}}
      """
    #expect(Self.lint(broken, beside: []) == ["there is no module 'mm'"])
    #expect(Self.lint(Self.bare, beside: [("main.tf.json", Self.bare)]) == missing)
  }

  @Test func ofTerraformsOwnLanguageTheNamesAreRead() {
    let source = SourceText(file: "main.tf.json", text: Self.main)
    let native = SourceText(file: "more.tf", text: "variable \"x\" {}\n")
    let folder = TerraformFolder([], unread: ["more.tf"], native: [native])
    let notes = Linter().lint(source, in: folder).filter { $0.code == .unreadNeighbour }
    #expect(
      notes.map(\.message) == [
        "of 'more.tf' in the same folder only the names are read: what its blocks set is not known here"
      ])
  }

  @Test func whatCannotBeReadMayDeclareAnything() {
    let topic = Self.lint(Self.main, beside: [], unread: ["main.tf"])
    #expect(topic == ["'main.tf' in the same folder is not read: what it declares is not known here"])
    let broken = Self.lint(Self.main, beside: [("c.tf.json", "{")], unread: ["a.tf", "b.tf"])
    #expect(
      broken == [
        "'c.tf.json' and 2 more files in the same folder are not read: what they declare is not known here"
      ])
    // Nothing here watches or tells anything.
    #expect(Self.lint(Self.bare, beside: [("other.tf.json", "{")]) == [])
  }

  /// What stands in the files that are read is judged.
  @Test(arguments: [[], ["main.tf"]])
  func anAlarmIsHeldAgainstTheFilterOfAnotherFile(unread: [String]) throws {
    let text = Fixture.configuration.text
    let alarm =
      #"{"resource": {"aws_cloudwatch_metric_alarm": {"a": {"alarm_name": "a", "metric_name": "RootUs", "namespace": "Security", "#
      + #""statistic": "Sum", "period": 300, "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "#
      + #""alarm_actions": ["arn:aws:sns:us-east-1:111122223333:x"]}}}}"#
    let found = Self.lint(alarm, beside: [("other.tf.json", text), ("broken.tf.json", "{")], unread: unread)
    #expect(found.contains { $0.contains("no filter publishes the metric 'RootUs'") }, "\(found)")
    #expect(
      found.count == 2 && found.contains { $0.contains("in the same folder") },
      "\(found)")
  }

  @Test func filesThatDeclareTheSameMakeNoModule() {
    let copy = Self.main.replacing("${aws_sns_topic.zz.name}", with: "${aws_sns_topic.u.id}")
    let found = Self.lint(Self.main, beside: [("copy.tf.json", copy), ("other.tf.json", Self.other)])
    #expect(found == [])
    let lost = Self.lint(Self.main, beside: [("copy.tf.json", copy)])
    #expect(lost.contains("there is no resource 'aws_sns_topic.zz'"))
  }

  @Test func anOverrideNeedNotSayAll() {
    let text = #"{"resource": {"aws_sns_topic_subscription": {"u": {"endpoint": "${local.elsewhere}"}}}}"#
    let folder = TerraformFolder([], unread: [])
    for name in ["override.tf.json", "a/b_override.tf.json"] {
      #expect(Linter().lint(SourceText(file: name, text: text), in: folder) == [])
    }
    let found = Linter().lint(SourceText(file: "a/overriden.tf.json", text: text), in: folder)
    #expect(found.contains { $0.message.contains("lacks the required 'protocol'") })
  }

  @Test func aBlockOfAnotherFileIsToldOfThatFile() {
    let wrong = Self.other.replacing("\"name\"", with: "\"nam\"")
    #expect(
      Self.lint(Self.main, beside: [("other.tf.json", wrong)]).filter { $0.contains("nam'") }.isEmpty)
  }

  @Test func namesTellTheSyntax() {
    let names = ["a.tf.json", "a.tofu.json", "a.tf", "a.tofu", ".a.tf", "a.json", "tf.json"]
    #expect(
      names.map { TerraformFolder.syntax(ofFile: $0) } == [.json, .json, .native, .native, nil, nil, nil])
  }

  // MARK: - Terraform's own language beside it

  private static let native = """
    # locals { no = 1 }
    locals {
      namespace = "CIS"
      list = [for x in ["a }"] : {
        y = "${x}}"
      }]
    }
    variable "region" { default = "eu-west-1" }
    resource "aws_sqs_queue" "queue" {
      name = <<-EOT
        "} resource "a" "b" {
      EOT
    }
    module "topics" {
      source = "./topics"
    }
    """

  private static func lint(_ value: String, besideNative native: String) -> [String] {
    let text = #"{"resource": {"aws_sns_topic": {"t": {"name": "\#(value)"}}}}"#
    let folder = TerraformFolder(
      [], unread: ["a.tf"], native: [SourceText(file: "a.tf", text: native)])
    return Linter().lint(SourceText(file: "main.tf.json", text: text), in: folder).filter {
      $0.severity == .error
    }.map(\.message)
  }

  @Test(arguments: [
    (
      "${local.namespace}-${local.list[0].y}-${var.region}-${aws_sqs_queue.queue.name}-${module.topics.name}",
      []
    ),
    ("${local.no}", ["there is no local value 'no'"]),
    ("${var.regio}", ["there is no variable 'regio'"]),
    ("${aws_sqs_queue.a.name}", ["there is no resource 'aws_sqs_queue.a'"]),
    ("${module.topic.name}", ["there is no module 'topic'"]),
  ]) func namesInTerraformsOwnLanguageAreKnown(value: String, messages: [String]) {
    #expect(Self.lint(value, besideNative: Self.native) == messages)
  }

  @Test(arguments: [
    "locals {", "locals { a = }}", "locals { a = \"${\" }", "locals { a = <<EOT\nx\n}", "x",
    "locals { a = (1]) }",
    "/* locals", "resource \"${a}\" \"b\" {}", "locals { a == 1 }", "\u{0}",
  ]) func nothingIsConcludedFromWhatIsNotSurelyRead(native: String) {
    #expect(Self.lint("${var.nope}", besideNative: "variable \"a\" {}\n" + native) == [])
  }

  /// They use what nobody declares, declare the same thing, or have none of many names.
  @Test(arguments: [
    ["locals { a = var.other }"], ["locals { a = 1 }", "locals { a = 2 }"], [#"variable "a" {}"#],
  ]) func filesThatOnlyLieBesideItTellNothing(native: [String]) {
    let names =
      native.count == 1 && native[0].hasPrefix("variable") ? "${var.b}${var.c}${var.d}" : "${local.b}"
    let text = #"{"resource": {"aws_sns_topic": {"t": {"name": "\#(names)"}}}}"#
    let files = native.enumerated().map { SourceText(file: "\($0).tf", text: $1) }
    let folder = TerraformFolder([], unread: files.map(\.file), native: files)
    let found = Linter().lint(SourceText(file: "main.tf.json", text: text), in: folder)
    #expect(found.filter { $0.severity == .error }.map(\.message) == [])
  }

  // MARK: - Modules in folders

  private static let inner = """
    {"variable": {"topic_arn": {"type": "string"}, "period": {"type": "number", "default": 60},
                  "tags": {"type": "map(string)", "default": {}}},
     "output": {"arn": {"value": "${var.topic_arn}-${var.period}-${var.tags.a}"}}}
    """
  private static let innerNative = """
    variable "topic_arn" {}
    variable "period" { default = 60 }
    variable "tags" {
      default = {}
    }
    output "arn" { value = var.topic_arn }
    """

  private static func call(_ arguments: String, _ output: String, isNative: Bool) -> [String] {
    let text = """
      {"module": {"alarms": {"source": "./m", \(arguments)}}, "output": {"o": {"value": "${module.alarms\(output)}"}}}
      """
    let json = isNative ? [] : [SourceText(file: "m/main.tf.json", text: inner)]
    let native = isNative ? [SourceText(file: "m/main.tf", text: innerNative)] : []
    let interface = TerraformModuleInterface(json, native: native)
    let folder = TerraformFolder([], unread: [], modules: interface.map { ["./m": $0] } ?? [:])
    return Linter().lint(SourceText(file: "main.tf.json", text: text), in: folder).map(\.message)
  }

  static let calls: [(arguments: String, output: String, message: String?)] = [
    (#""topic_arn": "x""#, ".arn", nil),
    (#""topic_arn": null, "count": 2, "providers": {}, "depends_on": []"#, "[0].arn", nil),
    (#""topic_arn": "x""#, "[\"arn\"]", nil),
    (#""topic_arn": "x""#, "", nil),
    (#""topic_arn": "x""#, ".arns", "'module.alarms' has no attribute 'arns'"),
    (#""topic_arn": "x", "count": 2"#, "[*].arns", "'module.alarms' has no attribute 'arns'"),
    (#""topic": "x""#, ".arn", "'alarms' lacks the required 'topic_arn'"),
    (
      #""topic_arn": "x", "topics": "y""#, ".arn", "the module that 'alarms' calls has no variable 'topics'"
    ),
  ]

  @Test(arguments: calls, [true, false])
  func aCallIsHeldAgainstTheModule(
    _ row: (arguments: String, output: String, message: String?), isNative: Bool
  ) {
    let output = row.output.replacing("\"", with: "\\\"")
    #expect(Self.call(row.arguments, output, isNative: isNative).first == row.message)
  }

  @Test(arguments: [
    (#""tags": ["a"]"#, "'tags' is not of the type of the module's variable: it wants a map"),
    (#""tags": {"a": ["b"]}"#, "'tags' is not of the type of the module's variable: it wants a text"),
    (#""period": "many""#, "'period' is not of the type of the module's variable: it wants a number"),
    (#""period": "${[60]}""#, "'period' is not of the type of the module's variable: it wants a number"),
    (#""period": "60", "tags": {"a": 1}"#, nil),
    (#""period": "${1 + 59}", "tags": "${{ a = 1 }}""#, nil),
  ]) func valuesAreOfTheTypesOfTheModulesVariables(arguments: String, message: String?) {
    #expect(Self.call(#""topic_arn": "x", "# + arguments, ".arn", isNative: false).first == message)
  }

  @Test func aModuleThatUsesWhatItDoesNotDeclareIsNotAllThere() {
    let part = SourceText(file: "m/o.tf", text: "output \"arn\" { value = var.topic_arn }")
    #expect(TerraformModuleInterface([], native: [part]) == nil)
  }

  @Test func theFoldersOfModulesAreNamed() {
    let text = """
      {"module": {"a": {"source": "./m"}, "b": {"source": "../n/"}, "c": {"source": "./m"}, "d": {"source": "hashicorp/x/aws"},
                  "e": {"source": "./${path.module}"}}}
      """
    #expect(
      TerraformFolder.moduleFolders(in: [SourceText(file: "a.tf.json", text: text)]) == ["../n/", "./m"])
  }

  // MARK: - Overrides

  @Test(arguments: [
    (#""resource": {"aws_sns_topic": {"zz": {"display_name": "${var.v}"}}}"#, nil),
    (
      #""resource": {"aws_sns_topic": {"zz": {"display_name": "${var.w}"}}}"#,
      "there is no variable 'w'"
    ),
    (
      #""resource": {"aws_sns_topic": {"zy": {"display_name": "x"}}}"#,
      "there is no resource 'aws_sns_topic.zy' to override"
    ),
    (#""locals": {"r": 1}"#, "there is no local value 'r' to override"),
    (#""variable": {"u": {"default": 1}}"#, "there is no variable 'u' to override"),
  ]) func anOverrideChangesWhatIsThere(block: String, message: String?) {
    let text = "{\(block)}"
    let folder = TerraformFolder(
      [
        SourceText(file: "other.tf.json", text: Self.other), SourceText(file: "override.tf.json", text: text),
      ],
      unread: [])
    let found = Linter().lint(SourceText(file: "override.tf.json", text: text), in: folder)
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
  }
}
