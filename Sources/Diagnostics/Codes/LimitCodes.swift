extension DiagnosticCode {
  /// 9xxx: limits of a target.
  static let limitCodes: [DiagnosticCode] = [
    .dynamicReference, .templateTooLarge, .longForTerraform, .notComposed, .templateDivided, .importNeedsName,
    .importSteps, .passedByBucket, .systemFieldsNotInTerraform,
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
    """
    A template passed as text has at most 51,200 bytes, 200 parameters, 200 outputs and 500 resources. Controls beyond that go to further \
    templates (GEN9005); what a spec has only once, such as its subscriptions, must fit the first one.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html")

  /// A template over the limit of text but not of files.
  public static let passedByBucket = DiagnosticCode(
    9010, "the template is too large to pass as text",
    """
    A template passed as text has at most 51,200 bytes, one in a bucket 1 MB. The template that holds a StackSet holds the StackSet's own \
    template as well. 'aws cloudformation deploy --s3-bucket' puts it into a bucket first. stackset.sh sends the StackSet's template by itself.
    """, source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html")

  /// A text that the service takes and the AWS provider for Terraform does not.
  public static let longForTerraform = DiagnosticCode(
    9003, "the text is too long for Terraform",
    """
    The AWS provider for Terraform counts a text's bytes where the service counts its characters, so a text with non-ASCII characters \
    can be within the service's limit and still be refused by `terraform plan`. The other targets take it.
    """, source: "https://github.com/hashicorp/terraform-provider-aws/issues/47274")

  /// Arguments that the provider lacks.
  public static let systemFieldsNotInTerraform = DiagnosticCode(
    9015, "a filter by system fields, in Terraform",
    """
    The resource aws_cloudwatch_log_metric_filter of the AWS provider 5.100 has no arguments for a metric filter's fieldSelectionCriteria and \
    emitSystemFieldDimensions. CloudFormation and the AWS CLI set them, and 'gen all' writes those forms and leaves main.tf.json out. An \
    organization trail's log group does not need them: with 'source: event' the dimension is the record's own recipientAccountId.
    """,
    source:
      "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_metric_filter"
  )

  /// A text that Terraform would compose.
  public static let notComposed = DiagnosticCode(
    9004, "Terraform would change the text",
    """
    Terraform writes every string in Unicode's composed form (NFC): a letter followed by a combining mark becomes one character. The other \
    forms keep the two, so the pattern or name would differ, and a filter would match other events. There is no escape for it.
    """, source: "https://developer.hashicorp.com/terraform/language/expressions/types#string")

  /// Controls that are spread over several templates.
  public static let templateDivided = DiagnosticCode(
    9005, "the controls are divided between several templates",
    """
    A template passed as text has at most 51,200 bytes, 200 parameters, 200 outputs and 500 resources. When a spec needs more, its controls \
    are divided, in their order, between cloudformation.yaml, cloudformation-2.yaml and so on. The first makes the trail, the topic and \
    everything else that is there once; the others name the log group and the topic as the first does and can be deployed in any order after \
    it. A parameter that you change, such as LogGroupName, must have the same value in all of them. When a change of the spec lets a control \
    move to an earlier template, update the later stack first: a filter and an alarm can belong to one stack only, and an update that finds \
    one in another stack is rolled back. Remove the stacks in the opposite order.
    """, source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html")

  /// A resource to import whose identifier is not known.
  public static let importNeedsName = DiagnosticCode(
    9006, "what is to be imported cannot be named",
    """
    CloudFormation imports a resource by its identifier: a name, an ARN or an id. The list of resources to import is fixed text, so what a name \
    takes from the account must be known when gen writes it: give '--account' and '--region', '--log-group' when the spec finds the group by a \
    prefix or from the trail, and '--identifier LOGICALID=ID' for a key, whose id only AWS knows, or for a bucket or role that is named otherwise.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html")

  /// How an import goes on.
  public static let importSteps = DiagnosticCode(
    9007, "how to import what exists into a stack",
    """
    An import takes existing resources into a stack and changes nothing of them. Its template may hold only what is imported, each resource with a \
    DeletionPolicy, and no outputs. The policy of a topic cannot be imported, and the id of a subscription only AWS knows; deploying the ordinary \
    template afterwards sets both again, adds the outputs, and mends what differs. Every resource of the list must exist; take out of both files \
    what does not. A resource that belongs to another stack is refused.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html")
}
