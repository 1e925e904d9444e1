import Diagnostics
import Testing

/// How blocks may be spread over a document; `terraform validate` was asked about each.
@Suite struct TerraformDocumentTests {
  @Test(arguments: [
    // A section twice, a type twice, a provider twice.
    #"{"resource": {"terraform_data": {"t": {"input": "x"}}}, "resource": {"terraform_data": {"u": {"input": "y"}}}}"#,
    #"{"resource": {"terraform_data": {"t": {}}, "terraform_data": {"u": {}}}}"#,
    #"{"provider": {"aws": {"region": "a"}, "aws": {"alias": "b", "region": "c"}}, "locals": {"a": 1}, "locals": {"b": 2}}"#,
    #"{"variable": {"a": {}}, "variable": {"b": {}}, "output": {"o": {"value": "${var.a}${var.b}"}}}"#,
    // A list of objects.
    #"[{"resource": {"terraform_data": {"t": {"input": "x"}}}}, {"output": {"a": {"value": "${terraform_data.t.output}"}}}]"#,
    "{}", "[]",
  ])
  func whatTerraformTakesIsTaken(_ text: String) {
    #expect(Fixture.lint(text, as: "./main.tf.json").filter { $0.severity == .error } == [])
  }

  @Test(arguments: [
    (
      #"{"resource": {"terraform_data": {"t": {}, "t": {}}}}"#,
      "'resource.terraform_data.t' is declared twice", 1
    ),
    (
      #"{"variable": {"t": {}, "t": {}}, "output": {"o": {"value": "${var.t}"}}}"#,
      "'variable.t' is declared twice", 1
    ),
    (
      "{\"resource\": {\"terraform_data\": {\"t\": {}}},\n \"resource\": {\"terraform_data\": {\"t\": {}}}}",
      "'resource.terraform_data.t' is declared twice", 2
    ),
    (#"{"resource": {"terraform_data": {"t": {"input": 1, "input": 2}}}}"#, "duplicate key 'input'", 1),
    ("[{\"locals\": {\"a\": 1}},\n 5]", "a configuration is an object, or a list of objects", 2),
    (
      "{\"resource\": {\"terraform_data\": {\"t\": {}}},\n \"outputs\": {\"a\": {\"value\": 1}}}",
      "Terraform has no block 'outputs'", 2
    ),
    // Of two arguments that exclude each other the second is told, once.
    (
      "{\"resource\": {\"aws_sns_topic\": {\"t\": {\"name\": \"x\",\n\"name_prefix\": \"y\"}}}}",
      "only one of 'name', 'name_prefix' may be set in 'aws_sns_topic'", 1
    ),
    (
      #"{"resource": {"aws_cloudtrail": {"t": {"name": "trail", "s3_bucket_name": "b", "event_selector": {}, "advanced_event_selector": {"field_selector": {"field": "eventCategory", "equals": ["Management"]}}}}}}"#,
      "only one of 'event_selector', 'advanced_event_selector' may be set in 'aws_cloudtrail'", 1
    ),
  ])
  func whatTerraformRefusesIsRefused(_ text: String, _ message: String, _ line: Int) {
    let found = Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
    #expect(found.map(\.message) == [message])
    #expect(found.first?.range?.start.line == line)
  }
}
