import Documents
import GenCore

/// The `variable` blocks. Nothing in them is a template but a validation's condition and message.
struct TerraformVariables {
  let graph: ResourceGraph

  /// The `variable` section, unless it is empty.
  var section: Tree? {
    let members = graph.parameters.filter { !$0.isFoundByData }.map {
      Tree.Member($0.name.snakeCase, tree($0))
    }
    return members.isEmpty ? nil : .map(members)
  }

  private func tree(_ parameter: Parameter) -> Tree {
    let name = "var.\(parameter.name.snakeCase)"
    switch parameter.kind {
    case .lookup(let rule, _): return variable(parameter, type: "string", nil, Self.check(rule, name))
    case .text(let rule, let value):
      let check = Self.check(rule, name)
      return variable(parameter, type: "string", .text(value), check)
    case .period(let value, let maximum):
      let condition = "\(name) >= 60 && \(name) <= \(maximum) && \(name) % 60 == 0"
      return variable(
        parameter, type: "number", .integer(value), (condition, "a multiple of 60 from 60 to \(maximum)"))
    case .number(let value): return variable(parameter, type: "number", .decimal(value), nil)
    }
  }

  private func variable(
    _ parameter: Parameter, type: String, _ value: Tree?, _ check: (condition: String, wanted: String)?
  ) -> Tree {
    .members([
      "type": .text(type), "description": .text(parameter.description), "default": value,
      "nullable": .boolean(false),
      "validation": check.map { check in
        .members([
          "condition": TerraformTemplate.expression(check.condition).tree,
          "error_message": TerraformTemplate("The value must be \(check.wanted).").tree,
        ])
      },
    ])
  }

  /// The condition and what is wanted. The expressions are RE2 without a backslash, which an HCL string would take.
  private static func check(_ rule: ParameterRule, _ name: String) -> (condition: String, wanted: String) {
    func matches(_ expression: String) -> String { "can(regex(\"\(expression)\", \(name)))" }
    switch rule {
    case .logGroupName:
      return (matches("^[-._/#A-Za-z0-9]{1,512}$"), "1 to 512 letters, digits and . - _ / #")
    case .metricNamespace:
      return (
        matches("^[-._/#A-Za-z0-9]{1,255}$") + " && !startswith(\(name), \"AWS/\")",
        "1 to 255 letters, digits and . - _ / #, not beginning with AWS/"
      )
    case .topicARN:
      return (
        matches("^arn:aws[-a-z]*:sns:[-a-z0-9]+:[0-9]{12}:[-_A-Za-z0-9]{1,256}$"), "the ARN of an SNS topic"
      )
    case .organizationID:
      return (matches("^o-[a-z0-9]{10,32}$"), "the id of an organization, such as o-exampleorgid")
    case .keyARN:
      return (
        matches("^arn:aws[-a-z]*:kms:[-a-z0-9]+:[0-9]{12}:key/[-A-Za-z0-9]{1,128}$"),
        "the ARN of a KMS key of your own; no alias, and no key that AWS manages (alias/aws/sns), which lets no other service use it"
      )
    case .endpoint(let kind):
      switch kind {
      case .email, .emailJSON:
        return (
          matches("^[A-Za-z0-9._+%=][-A-Za-z0-9._+%=]{0,63}@[-A-Za-z0-9]+([.][-A-Za-z0-9]+)+$"),
          "an e-mail address"
        )
      case .sms: return (matches("^[+][0-9]{7,15}$"), "a telephone number such as +15555550100")
      case .sqs:
        return (
          matches("^arn:aws[-a-z]*:sqs:[-a-z0-9]+:[0-9]{12}:[-_.A-Za-z0-9]{1,80}$"), "the ARN of an SQS queue"
        )
      case .lambda:
        return (
          matches("^arn:aws[-a-z]*:lambda:[-a-z0-9]+:[0-9]{12}:function:[-_:$A-Za-z0-9]+$"),
          "the ARN of a Lambda function"
        )
      case .http:
        return (
          matches("^http://[-.A-Za-z0-9]+[-A-Za-z0-9._~:/?&=%+,;@]*$"), "a URL that begins with http://"
        )
      case .https:
        return (
          matches("^https://[-.A-Za-z0-9]+[-A-Za-z0-9._~:/?&=%+,;@]*$"), "a URL that begins with https://"
        )
      }
    }
  }
}
