extension DiagnosticCode {
  /// 9xxx: limits of a target.
  static let limitCodes: [DiagnosticCode] = [
    .dynamicReference, .templateTooLarge, .longForTerraform, .notComposed,
  ]

  /// A text that CloudFormation would expand.
  public static let dynamicReference = DiagnosticCode(
    9001, "CloudFormation would expand the text",
    """
    CloudFormation replaces {{resolve:ssm:…}}, {{resolve:ssm-secure:…}} and {{resolve:secretsmanager:…}} in every string of a template \
    and has no escape for it, so the text that is deployed would not be the spec's.
    """, source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html")

  /// A template over a limit.
  public static let templateTooLarge = DiagnosticCode(
    9002, "the template is too large",
    "A template passed as text has at most 51,200 bytes, 200 parameters and 500 resources. Divide the controls between two specs and deploy both.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html")

  /// A text that the service takes and the AWS provider for Terraform does not.
  public static let longForTerraform = DiagnosticCode(
    9003, "the text is too long for Terraform",
    """
    The AWS provider for Terraform counts a text's bytes where the service counts its characters, so a text with non-ASCII characters \
    can be within the service's limit and still be refused by `terraform plan`. The other targets take it.
    """, source: "https://github.com/hashicorp/terraform-provider-aws/issues/47274")

  /// A text that Terraform would compose.
  public static let notComposed = DiagnosticCode(
    9004, "Terraform would change the text",
    """
    Terraform writes every string in Unicode's composed form (NFC): a letter followed by a combining mark becomes one character. The other \
    forms keep the two, so the pattern or name would differ, and a filter would match other events. There is no escape for it.
    """, source: "https://developer.hashicorp.com/terraform/language/expressions/types#string")
}
