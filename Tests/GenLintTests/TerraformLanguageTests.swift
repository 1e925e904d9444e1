import Diagnostics
import Testing

/// Configurations broken in one place, and where and how that is told. Each is what `terraform validate` refuses.
@Suite struct TerraformLanguageTests {
  /// A root configuration with one more block.
  private static func root(_ block: String) -> String {
    """
    {
      "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "~> 5.0"}}},
      "variable": {"mail": {"type": "string"}, "names": {"type": "set(string)"}},
      "resource": {
        "aws_sns_topic": {
          "one": {"name": "${var.mail}"},
          "many": {"for_each": "${var.names}", "name": "${each.key}"}
        }
      },
    \(block)
    }
    """
  }

  private static func errors(_ block: String) -> [Diagnostic] {
    Fixture.lint(root(block), as: "main.tf.json").filter { $0.severity == .error }
  }

  /// An output's value, and what is said of it; nil when nothing is.
  static let values: [(value: String, message: String?)] = [
    ("${aws_sns_topic.one.arn}", nil),
    ("${aws_sns_topic.many[\\\"a\\\"].arn}", nil),
    ("${values(aws_sns_topic.many)[*].arn}", nil),
    ("${{ for k, t in aws_sns_topic.many : k => t.arn if k != \\\"x\\\" }}", nil),
    ("%{ for n in var.names ~}${upper(n)}%{ if n == \\\"a\\\" }!%{ else }?%{ endif }%{ endfor }", nil),
    ("$${not.one} %%{ if }", nil),
    ("${try(nothing_like_this(1), \\\"a\\\")}", nil),
    ("${provider::aws::arn_parse(aws_sns_topic.one.arn).region}", nil),
    ("${path.module}/a", nil),
    ("${var.mail == \\\"a\\\" ? [for i in range(3) : i * 2] : []}", nil),
    ("${aws_sns_topic.one.arm}", "'aws_sns_topic.one' has no attribute 'arm'"),
    (
      "${aws_sns_topic.many.arn}",
      "'aws_sns_topic.many' has 'count' or 'for_each', so it is reached by an index"
    ),
    (
      "${aws_sns_topic.one[0].arn}",
      "'aws_sns_topic.one' has neither 'count' nor 'for_each', so it has no index"
    ),
    ("${each.key}", "'each' stands outside of a block with 'for_each'"),
    ("${count.index}", "'count' stands outside of a block with 'count'"),
    ("${path.nowhere}", "'path' has 'module', 'root' and 'cwd' alone"),
    ("${var}", "'var' alone is no value"),
    ("${mail}", "'mail' is neither a value nor a resource's type and name"),
    ("${var.mail.size}", "'var.mail' goes nowhere: a text has no attribute 'size'"),
    ("${uper(var.mail)}", "there is no function 'uper'"),
    ("${upper()}", "'upper' takes 1 argument, not 0"),
    ("${format()}", "'format' takes at least 1 argument, not 0"),
    ("${join(\\\",\\\", \\\"a\\\")}", "'join' takes a list, not 'a'"),
    ("${\\\"a\\\" + 1}", "'+' takes a number, not 'a'"),
    ("${jsondecode(\\\"{\\\")}", "'jsondecode' is given no JSON: the text ends inside an object"),
    ("${var.mail", "'${' begins a template that never ends"),
    ("${var.mail b}", "'${var.mail ' goes on with 'b}', which is no part of the expression"),
    ("${}", "'${}' holds no expression"),
    ("%{ if true }a", "'%{ if }' lacks its '%{ endif }'"),
    ("%{ else }", "'%{ else }' stands outside of '%{ if }'"),
    ("${[for x in]}", "']' stands where a value is expected"),
    ("${true ? 1}", "a condition with '?' lacks its ':'"),
  ]

  @Test(arguments: values.indices)
  func anExpressionIsJudged(_ index: Int) {
    let (value, message) = Self.values[index]
    let found = Self.errors("  \"output\": {\"o\": {\"value\": \"\(value)\"}}")
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    if message != nil { #expect(found.first?.range?.start.line == 10) }
  }

  /// A block of line 10, and what is said of it.
  static let blocks: [(block: String, message: String)] = [
    (#"  "outputs": {}"#, "Terraform has no block 'outputs'"),
    (#"  "output": {"o": {}}"#, "'o' lacks the required 'value'"),
    (#"  "output": {}"#, "'output' is empty where the name of a block is expected"),
    (#"  "output": {"9o": {"value": 1}}"#, "'9o' is no name of an output"),
    (
      #"  "output": {"o": {"value": 1, "sensitive": "perhaps"}}"#,
      "'sensitive' takes true or false, not 'perhaps'"
    ),
    (#"  "locals": {"a": "${local.a}"}"#, "resources depend on each other: local.a -> local.a"),
    (#"  "moved": {"from": "aws_sns_topic.a"}"#, "'moved' lacks the required 'to'"),
    (#"  "moved": {"from": "a", "to": "aws_sns_topic.one"}"#, "'a' is no address of a resource or module"),
    (
      #"  "removed": {"from": "aws_sns_topic.a", "lifecycle": {"destroy": false, "destory": 1}}"#,
      "'lifecycle' has no property 'destory'"
    ),
    (#"  "provider": {"aws": [{"region": "a"}, {"region": "b"}]}"#, "'provider.aws' is declared twice"),
    (
      #"  "provider": {"aws": [{"alias": "a"}, {"alias": "b"}, {"alias": "a"}]}"#,
      "'provider.aws.a' is declared twice"
    ),
    (#"  "data": {"terraform_state": {"a": {}}}"#, "Terraform has no 'terraform_state'"),
    (
      #"  "locals": {"p": "a b"}, "data": {"aws_sns_topic": {"a": {"name": "x", "id": "y", "tags": {"n": "${local.p}"}}}}"#,
      "'id' is read-only"
    ),
    (
      #"  "locals": {"p": "{-"}, "data": {"aws_kms_alias": {"a": {"name": "alias/${local.p}"}}}"#,
      "'alias/{-' does not have the form that 'name' takes"
    ),
    (#"  "check": {"c": {}}"#, "'c' lacks the required 'assert'"),
    (
      #"  "check": {"c": {"assert": {"condition": true, "error_message": "x"}}}"#,
      "the condition of a assert refers to nothing, so it is always the same"
    ),
    (#"  "module": {"m": {"version": "1"}}"#, "'m' lacks the required 'source'"),
    (#"  "provider": {"aws": {"regin": "us-east-1"}}"#, "'provider aws' has no property 'regin'"),
    (#"  "data": {"aws_region": {"a": {"count": -1}}}"#, "'count' is -1; it takes a whole number from 0 on"),
    (#"  "data": {"aws_region": {"a": {"for_each": ["a"]}}}"#, "'for_each' takes a map or a set of texts"),
    (
      #"  "data": {"aws_region": {"a": {"depends_on": ["nothing"]}}}"#,
      "'nothing' is neither a value nor a resource's type and name"
    ),
    (
      #"  "data": {"aws_region": {"a": {"depends_on": ["aws_sns_topic.one.arn"]}}}"#,
      "'depends_on' takes whole resources, and 'aws_sns_topic.one.arn' is an attribute"
    ),
    (
      #"  "data": {"aws_region": {"a": {"provider": "aws.audit"}}}"#,
      "there is no provider configuration 'aws.audit'"
    ),
    (
      #"  "data": {"aws_region": {"a": {"lifecycle": {"prevent_destroy": true}}}}"#,
      "'lifecycle' has no property 'prevent_destroy'"
    ),
    (#"  "data": {"aws_region": [[{"a": {}}]]}"#, "'aws_region' takes a structure, not a list"),
    (
      #"  "data": {"aws_iam_policy_document": {"d": {"dynamic": {"statment": {"for_each": [], "content": {}}}}}}"#,
      "'aws_iam_policy_document' has no block 'statment' to make"
    ),
  ]

  @Test(arguments: blocks.indices)
  func aBlockIsJudged(_ index: Int) {
    let found = Self.errors(Self.blocks[index].block)
    #expect(found.map(\.message) == [Self.blocks[index].message])
    #expect(found.first?.range?.start.line == 10)
  }

  /// A variable's body, and what is said of it; nil when nothing is.
  static let variables: [(body: String, message: String?)] = [
    (#""type": "object({ a = string, b = optional(list(number), []) })", "default": {"a": "x"}"#, nil),
    (#""type": "list", "default": []"#, nil),
    (#""type": "number", "default": "5""#, nil),
    (#""type": "sting""#, "the type of variable 'v' cannot be read: 'sting' is no type"),
    (
      #""type": "list(string, number)""#, "the type of variable 'v' cannot be read: 'list' takes one argument"
    ),
    (
      #""type": "object({ a = string })", "default": {"b": 1}"#,
      "the default of variable 'v' is not of its type: its attribute 'a' is missing"
    ),
    (
      #""type": "map(number)", "default": {"a": "x"}"#,
      "the default of variable 'v' is not of its type: it wants a number"
    ),
    (#""nullable": false, "default": null"#, "the default of variable 'v' is null, and 'nullable' is false"),
    (
      #""validation": {"condition": "${1 == 1}", "error_message": "x"}"#,
      "the condition of this validation does not speak of 'var.v'"
    ),
  ]

  @Test(arguments: variables.indices)
  func aVariableIsJudged(_ index: Int) {
    let (body, message) = Self.variables[index]
    let found = Self.errors("  \"output\": {\"o\": {\"value\": \"${var.v}\"}}").filter {
      $0.message.contains("'v'")
    }
    #expect(found.count == 1)
    let text = Self.root("  \"locals\": {\"x\": \"${var.v}\"}").replacing(
      "\"variable\": {", with: "\"variable\": {\"v\": {\(body)}, ")
    let errors = Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
    #expect(errors.map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test func wholeNumbersAndProvidersNamesAreHeld() {
    let text = """
      {
        "terraform": {"required_providers": {"AWS": {"source": "hashicorp/aws"}}},
        "resource": {"aws_cloudwatch_log_group": {"a": {"name": "a", "retention_in_days": 1.5}}},
        "output": {"a": {"value": "${aws_cloudwatch_log_group.a.arn}"}}
      }
      """
    let found = Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
    #expect(
      found.map { "\($0.range?.start.line ?? 0): \($0.message)" }.sorted() == [
        "2: 'AWS' is no local name of a provider: it has capitals",
        "3: 'retention_in_days' takes a whole number, not '1.5'",
      ])
    for (block, line) in [
      (#""provider": {"AWS": {"region": "us-east-1"}}"#, 2),
      (#""resource": {"aws_sns_topic": {"t": {"name": "a", "provider": "AWS"}}}"#, 2),
    ] {
      let errors = Fixture.lint(
        "{\"terraform\": {\"required_providers\": {\"aws\": {\"source\": \"hashicorp/aws\"}}},\n\(block)}",
        as: "main.tf.json"
      ).filter { $0.severity == .error }
      #expect(errors.map(\.message) == ["'AWS' is no local name of a provider: it has capitals"])
      #expect(errors.first?.range?.start.line == line)
    }
    let alarm = Fixture.configuration.findings(replacing: "\"threshold\": 1,", by: "\"threshold\": 1.5,")
    #expect(alarm?.contains { $0.code == .wrongValueType } == false)
  }

  /// What is removed is destroyed or left by a truth value, which no expression gives.
  @Test(arguments: [("\"${false}\"", 1), ("null", 1), ("\"perhaps\"", 1), ("false", 0), ("\"true\"", 0)])
  func whatIsRemovedIsDestroyedOrNot(_ value: String, _ count: Int) {
    let text = "{\"removed\": {\"from\": \"aws_sns_topic.old\", \"lifecycle\": {\"destroy\": \(value)}}}"
    let found = Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
    #expect(found.count == count, "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.message.hasPrefix("'destroy' takes true or false") })
  }

  /// A resource of one type, and what is said of it: what the provider refuses and its schema does not tell.
  static let resources: [(type: String, body: String, message: String?)] = [
    (
      "aws_s3_bucket_lifecycle_configuration",
      #""bucket": "b", "rule": {"id": "a", "status": "Enabled", "filter": [{"prefix": "a"}, {"prefix": "b"}]}"#,
      "'filter' has 2 elements; it must have at most 1"
    ),
    (
      "aws_s3_bucket_lifecycle_configuration",
      #""bucket": "b", "rule": {"id": "a", "status": "Enabled", "filter": {}, "expiration": {"days": 1.5}}"#,
      "'days' takes a whole number, not '1.5'"
    ),
    (
      "aws_kinesis_firehose_delivery_stream",
      #""name": "a", "destination": "extended_s3", "extended_s3_configuration": {"role_arn": "arn:aws:iam::111122223333:role/a", "bucket_arn": "arn:aws:s3:::a", "buffering_interval": 1.5}"#,
      "'buffering_interval' takes a whole number, not '1.5'"
    ),
    (
      "aws_cloudwatch_metric_alarm",
      #""alarm_name": "a", "comparison_operator": "GreaterThanThreshold", "evaluation_periods": 1, "threshold": 1.5, "metric_query": [{"id": "m", "return_data": true, "metric": {"metric_name": "a", "namespace": "b", "period": 60, "stat": "p101"}}]"#,
      "'p101' does not have the form that 'stat' takes"
    ),
    ("aws_instance", #""instance_type": "t3.micro""#, "'aws_instance' needs 'ami' or 'launch_template'"),
    (
      "aws_security_group",
      #""ingress": [{"from_port": 1, "to_port": 2, "protocol": "tcp", "cidr_blocks": [], "description": null, "ipv6_cidr_blocks": [], "prefix_list_ids": [], "self": null}]"#,
      "'ingress' lacks the required 'security_groups'"
    ),
    ("aws_security_group", #""ingress": {"from_port": 1}"#, "'ingress' takes a list, not a structure"),
    ("aws_security_group", #""ingress": []"#, nil),
    (
      "aws_security_group",
      #""dynamic": {"ingress": {"for_each": ["80"], "content": {"from_port": 80, "to_port": 80, "protocol": "tcp"}}}"#,
      nil
    ),
    (
      "aws_sns_topic",
      #""for_each": "${true ? toset([\"a\"]) : []}", "name": "${each.value}""#, nil
    ),
    ("aws_vpc", #""cidr_blok": "10.0.0.0/16""#, "'aws_vpc' has no property 'cidr_blok'"),
    ("aws_vpc", #""cidr_block": "UPPER""#, "'UPPER' does not have the form that 'cidr_block' takes"),
    (
      "aws_vpc", #""cidr_block": "10.0.0.1/16""#,
      "'10.0.0.1/16' is not a network: bits are set after the first 16"
    ),
    ("aws_vpc", #""cidr_block": "10.0.0.0/16""#, nil),
    ("aws_subnet", #""vpc_id": "v", "cidr_block": "10.0.0.0/8""#, nil),
    (
      "aws_security_group",
      #""egress": [{"from_port": 1, "to_port": 1.5, "protocol": "tcp", "cidr_blocks": [], "description": null, "ipv6_cidr_blocks": [], "prefix_list_ids": [], "security_groups": [], "self": null}]"#,
      "'to_port' takes a whole number, not '1.5'"
    ),
    (
      "aws_kms_alias", #""name": "alias/aws/x", "target_key_id": "k""#,
      "'alias/aws/x' does not have the form that 'name' takes"
    ),
    ("aws_kms_alias", #""name": "alias/awsx", "target_key_id": "k""#, nil),
    (
      "aws_lambda_permission",
      #""action": "lambda:InvokeFunction", "principal": "s3.amazonaws.com", "function_name": "aws_lambda_function.f.arn""#,
      "'aws_lambda_function.f.arn' does not have the form that 'function_name' takes"
    ),
  ]

  @Test(arguments: resources.indices)
  func aResourceIsJudged(_ index: Int) {
    let (type, body, message) = Self.resources[index]
    let text = "{\"resource\": {\"\(type)\": {\"r\": {\(body)}}}}"
    let found = Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test func depthIsBounded() {
    for value in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
      String(repeating: "1 + ", count: 50_000) + "1", String(repeating: "a.", count: 50_000) + "b",
    ] {
      _ = Self.errors("  \"output\": {\"o\": {\"value\": \"${\(value)}\"}}")
    }
  }

  /// Terraform says so when it knows the values, which a module's defaults are.
  @Test(arguments: [
    (
      #""variable": {"n": {"default": 60, "validation": {"condition": "${var.n > 1}}", "error_message": "No."}}}"#,
      "'condition' takes true or false, not a text with '}' in it"
    ),
    (
      #""data": {"aws_region": {"r": {"count": "${length(var.names)}x"}}}"#,
      "'count' takes a whole number, not a text with 'x' in it"
    ),
    (
      #""data": {"aws_sns_topic": {"t": {"name": "a", "provider": "aws"}}}, "output": {"o": {"value": 1, "sensitive": false}}"#,
      nil
    ),
  ]) func whatIsWrittenBesideAnExpressionMayMakeItNoNumber(block: String, message: String?) {
    #expect(Self.errors(block).first?.message == message)
  }
}
