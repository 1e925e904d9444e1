import Diagnostics
import Foundation
import GenLint
import Testing

/// Configurations of which `terraform validate` says "Success! The configuration is valid.", each for a rule that might refuse it.
@Suite struct TerraformAcceptedTests {
  static let configurations: [String] = [
    // Each variable and output of a module is a node of its own.
    #"""
    {"data": {"aws_iam_policy_document": {"p": {"statement": {"actions": ["s3:GetBucketAcl"], "resources": ["${module.b.arn}"], "principals": {"type": "Service", "identifiers": ["cloudtrail.amazonaws.com"]}}}}},
     "module": {"b": {"source": "./buck", "bucket": "logs", "policy": "${data.aws_iam_policy_document.p.json}"}}}
    """#,
    #"{"module": {"base": {"source": "./base", "vpc": "${module.base.subnet}"}}}"#,
    // A provisioner runs when its resource is there.
    #"{"resource": {"terraform_data": {"demo": {"input": "x", "provisioner": [{"local-exec": {"command": "echo ${terraform_data.demo.id}"}}]}}}}"#,
    // Words of the language are names of providers.
    #"""
    {"terraform": {"required_providers": {"null": {"source": "hashicorp/aws"}}},
     "provider": {"null": [{"region": "us-east-1"}, {"alias": "second", "region": "eu-west-1"}]},
     "resource": {"aws_sns_topic": {"t": {"name": "x", "provider": "null.second"}, "u": {"name": "y", "provider": "null"}}}}
    """#,
    #"""
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "configuration_aliases": ["aws", "aws.x"]}}},
     "resource": {"aws_sns_topic": {"t": {"name": "x", "provider": "aws.x"}}}}
    """#,
    // A reference may begin with the word 'resource'.
    #"""
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
     "resource": {"aws_sqs_queue": {"q": {"name": "q"}, "r": {"name": "${resource.aws_sqs_queue.q.name}-x", "depends_on": ["resource.aws_sqs_queue.q"], "lifecycle": {"replace_triggered_by": ["resource.aws_sqs_queue.q.name"]}}}},
     "output": {"o": {"value": "${resource.aws_sqs_queue.q.arn}"}}}
    """#,
    // An index behind '.*' is one into the result.
    #"""
    {"resource": {"aws_sqs_queue": {"c": {"count": 2, "name": "c${count.index}"}, "d": {"count": 2, "name": "${aws_sqs_queue.c.*.name[count.index]}-x"}, "e": {"name": "${aws_sqs_queue.c.*.arn[0]}-x"}}}}
    """#,
    // Version 6 of the provider gives a resource a region, and this constraint lets it in.
    #"""
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": ">= 5.0"}}},
     "resource": {"aws_sns_topic": {"t": {"name": "x", "region": "us-east-1"}}}}
    """#,
    // Version 4 has no 'state' in place of what version 5 deprecates, and arguments that are gone since.
    #"""
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "~> 4.67"}}},
     "resource": {"aws_cloudwatch_event_rule": {"r": {"schedule_expression": "rate(1 day)", "is_enabled": true}},
      "aws_cloudwatch_event_target": {"t": {"rule": "${aws_cloudwatch_event_rule.r.name}", "arn": "arn:aws:sns:eu-west-1:111122223333:t"}},
      "aws_autoscaling_group": {"g": {"max_size": 1, "min_size": 1, "launch_configuration": "l", "tags": [{"key": "a", "value": "b", "propagate_at_launch": true}]}}}}
    """#,
    // Version 6 knows runtimes that version 5 does not.
    #"""
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "~> 6.20"}}},
     "resource": {"aws_lambda_function": {"l": {"function_name": "x", "role": "arn:aws:iam::123456789012:role/x", "filename": "x.zip", "handler": "a.b", "runtime": "python3.14"}}}}
    """#,
    // Nor does it require all that version 5 did, and it has blocks of its own.
    #"""
    {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": ">= 6.12"}}}, "variable": {"x": {"type": "list(string)", "default": []}},
     "resource": {"aws_config_aggregate_authorization": {"a": {"account_id": "123456789012", "authorized_aws_region": "eu-west-1"}},
      "aws_accessanalyzer_analyzer": {"b": {"analyzer_name": "b", "type": "ACCOUNT", "configuration": {"dynamic": {"internal_access": {"for_each": "${var.x}", "content": {}}}}}}}}
    """#,
    #"""
    {"resource": {"aws_s3_bucket": {"b": {"bucket": "trail-logs-1", "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"s3:GetBucketAcl\",\"Resource\":\"arn:aws:s3:::trail-logs-1\"},{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::trail-logs-1/*\"}]}"}},
     "aws_cloudtrail": {"t": {"name": "trail", "s3_bucket_name": "${aws_s3_bucket.b.id}", "is_multi_region_trail": true}}}}
    """#,
  ]

  /// Small configurations of a table, each alone in its folder, and what is said of it.
  static let rows: [(configuration: String, message: String?)] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent("configurations.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return (fields[1], fields.count > 2 ? fields[2] : nil)
    }
  }()

  @Test func theTableIsHeld() {
    #expect(Self.rows.count > 40)
    for row in Self.rows {
      let source = SourceText(file: "main.tf.json", text: row.configuration)
      let found = Linter().lint(source, in: TerraformFolder([], unread: []))
      let errors = found.filter { $0.severity == .error }
      #expect(errors.first?.message == row.message, "\(row.configuration)")
    }
  }

  @Test(arguments: configurations.indices)
  func whatTerraformTakesIsTaken(_ index: Int) {
    let found = Fixture.lint(Self.configurations[index], as: "main.tf.json")
    #expect(found.filter { $0.severity == .error || $0.code == .bucketPolicyLacksCloudTrail } == [])
  }

  @Test func theRestIsStillRefused() {
    let circle = #"""
      {"module": {"a": {"source": "./a", "depends_on": ["module.b"]}, "b": {"source": "./b", "count": "${module.a.n}"}}}
      """#
    #expect(Fixture.lint(circle, as: "main.tf.json").map(\.code) == [.circularDependency])
    for version in ["5.100.0", "~> 5.0", ">= 5.1, < 6.0"] {
      let region = #"""
        {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "\#(version)"}}},
         "resource": {"aws_sns_topic": {"t": {"name": "x", "region": "us-east-1"}}}}
        """#
      let found = Fixture.lint(region, as: "main.tf.json").filter { $0.severity == .error }
      #expect(found.map(\.message) == ["'aws_sns_topic' has no property 'region'"])
      #expect(found.first?.hint == "version 6 of the provider has it, and the version wanted here is older")
    }
    let twice = #"""
      {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
       "resource": {"aws_sns_topic": {"t": {"name": "${local.x}-${local.x}"}}}}
      """#
    #expect(Fixture.lint(twice, as: "main.tf.json").map(\.message) == ["there is no local value 'x'"])
    let map = #"{"data": {"aws_region": {"r": {}}}, "output": {"o": {"value": "a-${data.aws_region.r}"}}}"#
    let found = Fixture.lint(map, as: "main.tf.json").filter { $0.severity == .error }
    #expect(
      found.map(\.message) == ["'${…}' inside a text takes a text, a number or true/false, not a map"])
    #expect(found.first?.hint == "name an attribute of it")
  }
}
