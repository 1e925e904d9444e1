import Diagnostics
@testable import GenEmitters
import Testing

@Suite struct TerraformEmitterTests {
  @Test(arguments: [
    ("'{ $.x = \"${a}\" }'", #""pattern": "{ $.x = \"$${a}\" }""#),
    ("'{ $.x = \"%{a}\" }'", #""pattern": "{ $.x = \"%%{a}\" }""#),
    ("'{ $.x = \"$${a}\" }'", #""pattern": "{ $.x = \"$$${a}\" }""#),
    ("'{ $.x = \"%%%{a}\" }'", #""pattern": "{ $.x = \"%%%%{a}\" }""#),
    ("'{ $.x = \"$%{a}\" }'", #""pattern": "{ $.x = \"$%%{a}\" }""#),
    ("'{ $.x = \"$ { %\" }'", #""pattern": "{ $.x = \"$ { %\" }""#),
    ("'{ $.x = \"a\\\\b\" }'", #""pattern": "{ $.x = \"a\\\\b\" }""#),
  ])
  func whatATemplateWouldExpandIsEscaped(pattern: String, expected: String) throws {
    let text = try Specs.terraform(try Specs.graph(pattern: pattern))
    #expect(text.contains(expected))
  }

  @Test func aByteOrderMarkAtTheBeginningIsAnExpression() {
    #expect(TerraformTemplate("\u{FEFF}a").text == #"${"\ufeff"}a"#)
    #expect(TerraformTemplate("a\u{FEFF}").text == "a\u{FEFF}")
  }

  @Test func aTextThatTerraformWouldComposeIsRefusedForTerraformAlone() throws {
    let graph = try Specs.graph(pattern: "\"{ $.x = \\\"e\\u0301\\\" }\"")
    let emission = TerraformEmitter().emit(graph)
    #expect(emission.artefact == nil)
    #expect(emission.diagnostics.map(\.code) == [.notComposed])
    #expect(emission.diagnostics.first?.range?.start.line == 6)
    #expect(CloudFormationEmitter().emit(graph).artefact != nil)
    let composed = try Specs.graph(pattern: "\"{ $.x = \\\"\\u00E9x\\u0327\\\" }\"")
    #expect(TerraformEmitter().emit(composed).artefact != nil)
  }

  @Test func defaultsAndDescriptionsAreNoTemplates() throws {
    let text = try Specs.terraform(
      try Specs.graph("alarm: { namePrefix: '${x}' }"))
    #expect(text.contains(#""description": "What alarm '${x}Login' compares the metric with""#))
    #expect(text.contains(#""alarm_name": "$${x}Login""#))
  }

  @Test func validationsStateTheServicesLimits() throws {
    let text = try Specs.terraform(try Specs.graph("alarm: { evaluationPeriods: 7 }"))
    #expect(
      text.contains(
        #""condition": "${var.login_period >= 60 && var.login_period <= 12300 && var.login_period % 60 == 0}""#
      ))
  }

  @Test func thereIsNoProviderBlockAndNoDeprecatedAttribute() throws {
    let text = try Specs.terraform(try Specs.graph(trail: "{ create: { name: audit } }"))
    #expect(!text.contains("\"provider\":"))
    #expect(!text.contains("aws_region.current.name"))
    #expect(!text.contains("arn:aws:"))
  }

  @Test func whatHoldsAuditLogsIsKept() throws {
    let text = try Specs.terraform(try Specs.graph(trail: "{ create: { name: audit, bucket: audit-logs } }"))
    #expect(text.contains(#""skip_destroy": true"#))
    #expect(text.contains(#""prevent_destroy": true"#))
    #expect(text.contains(#""bucket": "audit-logs""#))
  }

  @Test func everyProtocolHasAValidation() throws {
    let endpoints = [
      "email, endpoint: a@b.example", "email-json, endpoint: a@b.example", "sms, endpoint: '+15555550100'",
      "sqs, endpoint: 'arn:aws:sqs:us-east-1:111122223333:q'",
      "lambda, endpoint: 'arn:aws:lambda:us-east-1:111122223333:function:f'",
      "http, endpoint: 'http://a.example/x'",
      "https, endpoint: 'https://a.example/x'",
    ]
    let list = endpoints.map { "{ protocol: \($0) }" }.joined(separator: ", ")
    let graph = try Specs.graph("notify: { subscriptions: [\(list)] }")
    let text = try Specs.terraform(graph)
    for number in 1...endpoints.count { #expect(text.contains("var.endpoint_\(number)))")) }
    let template = try Specs.cloudFormation(graph)
    #expect(template.components("AllowedPattern").count == endpoints.count + 3)
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
