extension DiagnosticCode {
  /// 4xxx: what gen lint says of artefacts.
  static let lintCodes: [DiagnosticCode] = [
    .unknownArtefact, .unreadableArtefact, .shellSyntax, .unknownIgnore, .unusedIgnore, .misspelledIgnore,
    .unreadNeighbour, .unknownSection,
    .unknownType,
    .unknownProperty, .missingProperty, .wrongValueType, .notAllowed, .patternMismatch, .lengthOutOfRange,
    .numberOutOfRange, .countOutOfRange, .duplicateElement, .readOnlyProperty, .exclusiveProperties,
    .invalidPolicy, .undefinedReference, .unknownAttribute, .unusedParameter, .unusedCondition,
    .invalidParameter, .duplicateName, .circularDependency, .invalidIntrinsic, .invalidOutput,
    .mismatchedReference, .templateLimit, .deprecatedArgument, .unescapedTemplate, .invalidDynamicReference,
    .unreplacedVariable, .conditionalDependency, .invalidExpression,
    .unknownCommand,
    .unknownOption, .missingOption, .brokenOptionValue, .fetchedValue,
    .misplacedOption, .unsetVariable, .unknownRegion, .unknownFunction, .metricNameDiffers,
    .namespaceDiffers, .filterWithoutAlarm, .averagedCount, .unreachableThreshold, .missingDataBreaches,
    .tooManyDatapoints, .evaluationTooLong, .dimensionsDiffer, .defaultWithDimensions, .noAction,
    .actionsDisabled, .uniformPeriod, .statisticCount, .filterOnOtherGroup, .metricValueInvalid,
    .actionNotARN, .topicPolicyLacksCloudWatch, .topicPolicyConditionExcludes, .managedTopicKey,
    .topicKeyLacksCloudWatch, .noSubscription, .endpointDoesNotFit, .topicPolicyOfOther, .trailOfOneRegion,
    .trailNotLogging, .trailWithoutManagementEvents, .trailWithoutLogGroup, .logGroupARNForm,
    .trailWithoutGlobalEvents, .roleLacksPermissions, .roleNotTrusting, .trailBeforePolicy,
    .bucketPolicyLacksCloudTrail, .logGroupKeyLacksLogs, .trailKeyLacksCloudTrail, .tooManyFilters,
    .tooManyRegexFilters, .managementControlInStackSet, .unitDiffers, .reservedNamespace, .periodTooFine,
    .alarmStaysOn, .comparisonInverted, .regionDiffers, .topicPolicyDenies, .subscriptionDropsAlarms,
    .trailExcludesSource, .eventsInManyPeriods, .filterOnLogClass, .actionMissesTopic, .trailFieldSpelling,
    .dimensionOfOtherForm, .metricMathRefused, .compositeRuleRefused, .eventPatternRefused, .nameOfLogicalID,
    .topicLacksSender, .queueLacksSender, .queueKeyLacksSender, .functionLacksSender, .ruleTellsNobody,
    .alarmIncomplete, .dataResourceRefused,
  ]

  // MARK: - Reading

  /// Not an artefact that gen lint knows.
  public static let unknownArtefact = DiagnosticCode(
    4001, "not an artefact that gen lint knows",
    """
    gen lint tells a file's kind from its content: a CloudFormation template in YAML or JSON has a \
    Resources section, a Terraform configuration in JSON has blocks such as resource or terraform, a \
    shell script begins with #! or has aws commands, and a spec has the key version. This file is none \
    of these. Terraform's own language (.tf) is not read: hcl2json (https://github.com/tmccombs/hcl2json) \
    makes almost the same configuration in JSON of it, and 'terraform validate' checks it as it is.
    """)

  /// The artefact cannot be read.
  public static let unreadableArtefact = DiagnosticCode(
    4002, "the artefact cannot be read",
    """
    The file is broken, is not text, or goes beyond the bounds within which gen lint reads: 16 MiB, and \
    100 levels of nesting. The other files are still checked.
    """)

  /// The shell script has an unclosed quote, expansion or here-document.
  public static let shellSyntax = DiagnosticCode(
    4003, "the shell script has an unclosed quote, expansion or here-document, or foreign line ends",
    """
    Everything after the opening quote is read as text, so the commands there cannot be checked, and a \
    shell would refuse the script. A script with the line ends of Windows does not even find its shell.
    """,
    source: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html")

  /// A suppression names no known code.
  public static let unknownIgnore = DiagnosticCode(
    4004, "a suppression names no known code",
    """
    A comment or Metadata entry that is meant to silence a finding names a code that does not exist, so \
    it silences nothing.
    """)

  /// A suppression hides nothing.
  public static let unusedIgnore = DiagnosticCode(
    4005, "a suppression hides nothing",
    """
    The finding that a comment or Metadata entry silences is not there: it was mended, or the comment stands \
    elsewhere. A comment counts for its own line, or, alone on a line, for the next one and what belongs to it.
    """)

  /// What is almost a suppression.
  public static let misspelledIgnore = DiagnosticCode(
    4006, "a comment or Metadata entry that is almost a suppression",
    """
    It looks as if it should silence a finding, and silences none, for it is spelled in another way. A comment is \
    '# gen-lint: ignore GEN4201', with several codes after commas or blanks; in a CloudFormation template the Metadata of \
    the template or of a resource can also have 'gen: {ignore: [GEN4201]}'.
    """)

  /// A file beside a configuration that is part of its module and is not read.
  public static let unreadNeighbour = DiagnosticCode(
    4007, "a file of the same Terraform module is not read",
    """
    Terraform reads the files of a folder as one module. Of those in its own language gen lint reads \
    the names alone, and those that are broken or over 256 KiB together not at all: then a reference to what no other file declares \
    is taken to be right. A filter, an alarm or a policy there is not seen. What the files in JSON say is still checked.
    """, source: "https://developer.hashicorp.com/terraform/language/files")

  // MARK: - Schema rules, the same over the three forms

  /// Unknown section or attribute of a template.
  public static let unknownSection = DiagnosticCode(
    4101, "unknown section or attribute of a template",
    """
    CloudFormation refuses a template with a top-level section, or a resource with an attribute, that it \
    does not know.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html")

  /// Unknown resource type.
  public static let unknownType = DiagnosticCode(
    4102, "unknown resource type",
    "No published schema has a resource type of this name.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// Unknown property.
  public static let unknownProperty = DiagnosticCode(
    4103, "unknown property",
    """
    The resource type, or the structure inside it, has no property of this name. CloudFormation and \
    Terraform refuse it; the aws command refuses it before it calls the service.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A required property is missing.
  public static let missingProperty = DiagnosticCode(
    4104, "a required property is missing",
    "The published schema requires this property; without it the resource cannot be made.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A value of the wrong type.
  public static let wrongValueType = DiagnosticCode(
    4105, "a value of the wrong type",
    """
    The published schema wants another type here: a text, a number, true or false, a list or a \
    structure.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A value that is not one of those allowed.
  public static let notAllowed = DiagnosticCode(
    4106, "a value that is not one of those allowed",
    "The property takes one of a fixed set of values, spelled exactly as documented.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A text that its published pattern does not match.
  public static let patternMismatch = DiagnosticCode(
    4107, "a text that its published pattern does not match",
    "The service accepts only texts of a certain form here, published as a regular expression.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A text that is too short or too long.
  public static let lengthOutOfRange = DiagnosticCode(
    4108, "a text that is too short or too long",
    "The service limits the length of this text.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A number out of its range.
  public static let numberOutOfRange = DiagnosticCode(
    4109, "a number out of its range",
    "The service limits this number.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// Too few or too many elements.
  public static let countOutOfRange = DiagnosticCode(
    4110, "too few or too many elements",
    "The service limits how many elements this list or structure may have.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// An element stands twice in a list of unique elements.
  public static let duplicateElement = DiagnosticCode(
    4111, "an element stands twice in a list of unique elements",
    "The published schema wants every element of this list to be different.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A read-only property is set.
  public static let readOnlyProperty = DiagnosticCode(
    4112, "a read-only property is set",
    "The service sets this property itself; a template or configuration can read it but not set it.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// Properties that exclude or need each other.
  public static let exclusiveProperties = DiagnosticCode(
    4113, "properties that exclude or need each other",
    """
    Of these properties only one may be set, or one needs another, or none of the documented \
    combinations is met.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")

  /// A policy document that is not well formed.
  public static let invalidPolicy = DiagnosticCode(
    4114, "a policy document that is not well formed",
    """
    IAM, SNS, S3 and KMS refuse a policy whose JSON is broken or whose statements lack Effect, Action or \
    the like, or spell them wrongly.
    """,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html")

  // MARK: - References, parameters and names

  /// A reference to what does not exist.
  public static let undefinedReference = DiagnosticCode(
    4120, "a reference to what does not exist",
    """
    The name that is referred to is defined nowhere in the file: no parameter, resource, variable, local \
    or condition has it.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html")

  /// An attribute that the resource does not have.
  public static let unknownAttribute = DiagnosticCode(
    4121, "an attribute that the resource does not have",
    "The resource exists, but has no attribute of this name to read.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html"
  )

  /// A parameter or variable that nothing uses.
  public static let unusedParameter = DiagnosticCode(
    4122, "a parameter or variable that nothing uses",
    "Whoever sets it believes that it changes something. It does not.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html"
  )

  /// A condition or mapping that nothing uses.
  public static let unusedCondition = DiagnosticCode(
    4123, "a condition or mapping that nothing uses",
    "It is worked out and then ignored; most likely a use of it was lost.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html"
  )

  /// A parameter or variable declaration that is not valid.
  public static let invalidParameter = DiagnosticCode(
    4124, "a parameter or variable declaration that is not valid",
    "The declaration has an unknown attribute or type, or its default breaks its own constraints.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html"
  )

  /// Two resources with the same name in the service.
  public static let duplicateName = DiagnosticCode(
    4125, "two resources with the same name in the service",
    """
    The second one overwrites the first or cannot be made: names of this kind are unique in an account \
    and Region, or in a log group.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html")

  /// Resources that depend on each other in a circle.
  public static let circularDependency = DiagnosticCode(
    4126, "resources that depend on each other in a circle",
    "No order exists in which they can be made.",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html")

  /// An intrinsic function that is not well formed.
  public static let invalidIntrinsic = DiagnosticCode(
    4127, "an intrinsic function that is not well formed",
    "The function does not exist, or its arguments are not of the documented form.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html"
  )

  /// An output that is not valid.
  public static let invalidOutput = DiagnosticCode(
    4128, "an output that is not valid",
    "An output needs a value, and an exported name.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html")

  /// A reference that yields another kind of value.
  public static let mismatchedReference = DiagnosticCode(
    4129, "a reference that yields another kind of value",
    """
    The attribute that is referred to is of another kind than the property wants, such as a name where \
    an ARN is wanted.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html")

  /// A template over a limit of CloudFormation.
  public static let templateLimit = DiagnosticCode(
    4130, "a template over a limit of CloudFormation",
    """
    A template body given directly may have 51,200 bytes, one from S3 1,000,000; a template may have 500 \
    resources, 200 parameters, 200 outputs and 200 mappings.
    """,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html")

  /// An argument that the provider deprecates.
  public static let deprecatedArgument = DiagnosticCode(
    4131, "an argument that the provider deprecates",
    "It works today and will be refused by a later version of the provider.",
    source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs")

  /// A text that Terraform reads as a template.
  public static let unescapedTemplate = DiagnosticCode(
    4132, "a text that Terraform reads as a template",
    """
    In a JSON configuration every text that stands where an expression may stand is a template: '${' \
    begins an interpolation and '%{' a directive. Doubling the sign ('$${', '%%{') takes it literally.
    """,
    source: "https://developer.hashicorp.com/terraform/language/syntax/json")

  /// A dynamic reference that cannot be resolved.
  public static let invalidDynamicReference = DiagnosticCode(
    4133, "a dynamic reference that cannot be resolved",
    """
    A dynamic reference names the service (ssm, ssm-secure or secretsmanager) and what to read there, in a \
    fixed form. Secrets are read in the properties of resources only, and secure parameters only by a few \
    passwords among them.
    """, source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html")

  /// A variable that nothing replaces.
  public static let unreplacedVariable = DiagnosticCode(
    4134, "a variable that nothing replaces",
    """
    '${Name}' is replaced by a value in the texts of the function Sub only. Elsewhere the dollar, the braces \
    and the name are deployed as they stand, although a parameter or resource has the name.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html")

  /// A dependency on what a condition may leave out.
  public static let conditionalDependency = DiagnosticCode(
    4135, "a dependency on a resource that a condition may leave out",
    """
    DependsOn names, or a value refers to, a resource that is not made under some values of the parameters under \
    which this one is. With DependsOn nothing makes this one wait then; a reference stops the deployment with \
    'Unresolved resource dependencies'. It is an error where the conditions of the two exclude each other.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html")

  /// An expression that fails whatever its values are.
  public static let invalidExpression = DiagnosticCode(
    4136, "an expression that fails whatever its values are",
    """
    Terraform knows no function of this name, or the function takes another number of arguments, or an argument or \
    operand that stands there cannot be converted to the type that is wanted.
    """,
    source: "https://developer.hashicorp.com/terraform/language/functions")

  // MARK: - Commands

  /// An aws command that does not exist.
  public static let unknownCommand = DiagnosticCode(
    4140, "an aws command that does not exist",
    "The service or the operation is unknown to the aws command.",
    source: "https://docs.aws.amazon.com/cli/latest/reference/")

  /// An option that the command does not have.
  public static let unknownOption = DiagnosticCode(
    4141, "an option that the command does not have",
    "The aws command stops with 'Unknown options' before it calls the service.",
    source: "https://docs.aws.amazon.com/cli/latest/reference/")

  /// A required option is missing.
  public static let missingOption = DiagnosticCode(
    4142, "a required option is missing",
    "The aws command stops before it calls the service.",
    source: "https://docs.aws.amazon.com/cli/latest/reference/")

  /// An option value that cannot be read.
  public static let brokenOptionValue = DiagnosticCode(
    4143, "an option value that cannot be read",
    """
    The value is neither valid JSON nor valid shorthand. A comma, a blank or a quote inside a shorthand \
    value splits it; the JSON form is safe.
    """,
    source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html")

  /// An option value that the aws command replaces.
  public static let fetchedValue = DiagnosticCode(
    4144, "an option value that the aws command replaces",
    """
    A value that begins with file:// is replaced by the file's text, its last line break included; \
    version 1 also fetches http:// and https://. A filter pattern with a line break at its end is \
    another pattern for checkers that compare texts.
    """,
    source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html")

  /// An option in the place of a command.
  public static let misplacedOption = DiagnosticCode(
    4145, "an option in the place of a command",
    """
    A command goes on over a line's end only where that line ends in a backslash with nothing behind it. Without it \
    the shell runs the command without the options below, and then looks for a program of the option's name.
    """,
    source: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_01")

  /// A variable that nothing sets, with almost the name of one that the script sets.
  public static let unsetVariable = DiagnosticCode(
    4146, "a variable that nothing sets",
    """
    The script never sets the variable, and sets one of almost the same name. With 'set -u' the shell stops at it; \
    without, an empty text takes its place, and the aws command refuses it or does something else than is meant.
    """,
    source: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02")

  /// A Region whose name no Region can have.
  public static let unknownRegion = DiagnosticCode(
    4147, "a name that no Region has",
    """
    A Region's name is an area, a direction and a number, such as us-east-1. The aws command makes an address of \
    whatever it is given and then cannot reach it. An availability zone, us-east-1a, is no Region.
    """,
    source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html")

  /// A command with almost the name of a function of the script.
  public static let unknownFunction = DiagnosticCode(
    4148, "a command with almost the name of a function",
    """
    The script has a function of almost this name, and neither it nor the services' names have a word that is spelled \
    so. The shell looks for a program of the name, finds none and goes on or stops with status 127.
    """,
    source: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_01_04")

  // MARK: - The chain: filter, metric, alarm

  /// An alarm watches a metric that no filter publishes.
  public static let metricNameDiffers = DiagnosticCode(
    4201, "an alarm watches a metric that no filter publishes",
    """
    The alarm and a filter name the same namespace but different metrics. CloudWatch accepts an alarm on \
    a metric that does not exist; it waits for data for ever. The CIS procedure for AWS Organizations \
    changes is printed with this very fault.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html")

  /// An alarm watches a filter's metric in another namespace.
  public static let namespaceDiffers = DiagnosticCode(
    4202, "an alarm watches a filter's metric in another namespace",
    """
    The alarm and a filter name the same metric in different namespaces, which makes them two metrics. \
    The alarm never gets data.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html")

  /// A filter whose metric no alarm watches.
  public static let filterWithoutAlarm = DiagnosticCode(
    4203, "a filter whose metric no alarm watches",
    "The filter counts events, and nobody is told. Other filters of the file do have alarms.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html")

  /// A statistic that dilutes a count.
  public static let averagedCount = DiagnosticCode(
    4204, "a statistic that dilutes a count",
    """
    Each matching event publishes 1. With a default value of 0 for the events that do not match, Average \
    and Minimum are near 0 however many events match, so the threshold is not reached. Sum counts the \
    events.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html")

  /// A threshold that can never be crossed, or always is.
  public static let unreachableThreshold = DiagnosticCode(
    4205, "a threshold that can never be crossed, or always is",
    """
    With this statistic over these values the comparison has the same answer whatever happens: the alarm \
    never fires, or never stops.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// Missing data counts as breaching.
  public static let missingDataBreaches = DiagnosticCode(
    4206, "missing data counts as breaching",
    """
    A filter publishes nothing when no event matches. If missing data is breaching, the alarm is in \
    ALARM whenever all is well, and tells nobody when something happens: an alarm notifies only when its \
    state changes.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html")

  /// More datapoints to alarm than evaluation periods.
  public static let tooManyDatapoints = DiagnosticCode(
    4207, "more datapoints to alarm than evaluation periods",
    "DatapointsToAlarm can be at most EvaluationPeriods; the service refuses the alarm.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// The evaluation interval is too long.
  public static let evaluationTooLong = DiagnosticCode(
    4208, "the evaluation interval is too long",
    """
    Period times evaluation periods can be at most 86,400 seconds, or 604,800 for periods of an hour or \
    more.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// Filter and alarm differ in dimensions.
  public static let dimensionsDiffer = DiagnosticCode(
    4209, "filter and alarm differ in dimensions",
    """
    A metric with dimensions and one without are two metrics. An alarm without dimensions does not see a \
    filter's metric that has them, and the other way round.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html")

  /// A default value together with dimensions.
  public static let defaultWithDimensions = DiagnosticCode(
    4210, "a default value together with dimensions",
    "A filter that assigns dimensions cannot have a default value; the service refuses it.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html")

  /// An alarm that tells nobody.
  public static let noAction = DiagnosticCode(
    4211, "an alarm that tells nobody",
    "The alarm has no action for the state ALARM. It changes colour in the console, and nobody is told.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html")

  /// An alarm whose actions are switched off.
  public static let actionsDisabled = DiagnosticCode(
    4212, "an alarm whose actions are switched off",
    "ActionsEnabled is false: the alarm changes state and does nothing.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// A period the service does not accept.
  public static let uniformPeriod = DiagnosticCode(
    4213, "a period the service does not accept",
    "A period is 10, 20, 30 or any multiple of 60 seconds.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// An alarm with no statistic, or with two.
  public static let statisticCount = DiagnosticCode(
    4214, "an alarm with no statistic, or with two",
    "An alarm on one metric needs either Statistic or ExtendedStatistic.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// The filter watches another log group than the trail fills.
  public static let filterOnOtherGroup = DiagnosticCode(
    4215, "the filter watches another log group than the trail fills",
    "The only trail of the file sends its events to another log group, so the filter never sees them.",
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"
  )

  /// A metric value that is not a number or a field.
  public static let metricValueInvalid = DiagnosticCode(
    4216, "a metric value that is not a number or a field",
    """
    The value that a filter publishes is a number, or a field of the event such as $.size; a selector \
    with a wildcard is refused.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html")

  // MARK: - The chain: action, topic, key, subscription

  /// An alarm action that is not an ARN.
  public static let actionNotARN = DiagnosticCode(
    4220, "an alarm action that is not an ARN",
    "Alarm actions are ARNs, of an SNS topic for example. A topic's name is not one.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// The topic's policy does not let CloudWatch publish.
  public static let topicPolicyLacksCloudWatch = DiagnosticCode(
    4221, "the topic's policy does not let CloudWatch publish",
    """
    An alarm publishes as the service principal cloudwatch.amazonaws.com. Nothing adds it to a topic's \
    policy when an alarm is made, and a policy of your own replaces the default one. SNS refuses the \
    message silently: the alarm's history shows it, nobody is told.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html")

  /// A condition in the topic's policy shuts the alarm out.
  public static let topicPolicyConditionExcludes = DiagnosticCode(
    4222, "a condition in the topic's policy shuts the alarm out",
    """
    The statement names cloudwatch.amazonaws.com, and its condition admits only sources of another kind \
    than this account's alarms, or alarms of other names. An alarm's ARN ends in alarm:NAME.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html")

  /// The topic is encrypted with the key that AWS manages.
  public static let managedTopicKey = DiagnosticCode(
    4223, "the topic is encrypted with the key that AWS manages",
    """
    The policy of alias/aws/sns cannot be changed and does not let CloudWatch use the key, so no alarm \
    can publish to the topic, nor can a rule of EventBridge, a budget or a bucket. A customer managed key with a \
    grant for cloudwatch.amazonaws.com, or for the service of the other sender, can.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html")

  /// The topic's key does not let CloudWatch use it.
  public static let topicKeyLacksCloudWatch = DiagnosticCode(
    4224, "the topic's key does not let CloudWatch use it",
    """
    To publish to an encrypted topic CloudWatch needs kms:Decrypt and kms:GenerateDataKey* in the key's \
    policy, for the principal cloudwatch.amazonaws.com. EventBridge, a budget and a bucket need them for theirs.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html")

  /// A topic without a subscription.
  public static let noSubscription = DiagnosticCode(
    4225, "a topic without a subscription",
    """
    The file makes the topic that the alarms publish to and subscribes nobody to it. If nobody is \
    subscribed elsewhere, nobody hears the alarm. In a script for an \
    emulator (localhost, LocalStack, the account 000000000000) nothing is said.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html")

  /// An endpoint that does not fit its protocol.
  public static let endpointDoesNotFit = DiagnosticCode(
    4226, "an endpoint that does not fit its protocol",
    """
    Each protocol has its form of endpoint: an address with an @ for email, a URL of the same scheme for \
    http and https, an ARN for lambda, sqs and firehose, a phone number for sms.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html")

  /// A topic policy that is for another topic.
  public static let topicPolicyOfOther = DiagnosticCode(
    4227, "a topic policy that is for another topic",
    """
    The policy's Resource names another topic than the one it is attached to; SNS refuses it or it \
    grants nothing.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html")

  // MARK: - The chain: trail, log group, role, bucket

  /// The trail records one Region only.
  public static let trailOfOneRegion = DiagnosticCode(
    4230, "the trail records one Region only",
    """
    Events of other Regions, and those of global services when the trail is not in us-east-1, never \
    reach the filters. Every filter control of the benchmark asks for a multi-Region trail.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html"
  )

  /// The trail does not record.
  public static let trailNotLogging = DiagnosticCode(
    4231, "the trail does not record",
    "The trail is made with logging switched off, or nothing starts it: create-trail alone does not.",
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html")

  /// The trail does not record management events of both kinds.
  public static let trailWithoutManagementEvents = DiagnosticCode(
    4232, "the trail does not record management events of both kinds",
    """
    The filters read management events, most of them write events and some of them read events. The \
    trail's selectors leave some of them out.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html"
  )

  /// The trail sends its events to no log group.
  public static let trailWithoutLogGroup = DiagnosticCode(
    4233, "the trail sends its events to no log group",
    """
    The filters read a log group. A trail without CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn \
    writes to its bucket only.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"
  )

  /// The trail's log group ARN has the wrong ending.
  public static let logGroupARNForm = DiagnosticCode(
    4234, "the trail's log group ARN has the wrong ending",
    """
    CloudTrail wants the ARN with ':*' at its end. CloudFormation's Arn attribute of a log group has it \
    already; Terraform's arn does not.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"
  )

  /// The trail leaves out global service events.
  public static let trailWithoutGlobalEvents = DiagnosticCode(
    4235, "the trail leaves out global service events",
    """
    IAM, STS and CloudFront record their events as global service events. Without them the controls on \
    IAM, root and sign-in see nothing.
    """,
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html")

  /// The trail's role may not write to the log group.
  public static let roleLacksPermissions = DiagnosticCode(
    4236, "the trail's role may not write to the log group",
    """
    CloudTrail needs logs:CreateLogStream and logs:PutLogEvents on the log group's streams: \
    arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME:log-stream:*. A role for another log group is refused.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html"
  )

  /// The trail's role does not trust CloudTrail.
  public static let roleNotTrusting = DiagnosticCode(
    4237, "the trail's role does not trust CloudTrail",
    "The role's trust policy must let cloudtrail.amazonaws.com assume it.",
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html"
  )

  /// The trail does not wait for a policy that it needs.
  public static let trailBeforePolicy = DiagnosticCode(
    4238, "the trail does not wait for a policy that it needs",
    """
    CloudTrail checks the bucket's policy and the role when the trail is made. Nothing in the file makes \
    the trail wait for the policy, so it fails now and then with InsufficientS3BucketPolicyException or \
    an access error.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html"
  )

  /// The bucket's policy does not let CloudTrail write.
  public static let bucketPolicyLacksCloudTrail = DiagnosticCode(
    4239, "the bucket's policy does not let CloudTrail write",
    """
    CloudTrail needs s3:GetBucketAcl on the bucket and s3:PutObject on BUCKET/[PREFIX/]AWSLogs/ACCOUNT/*, for \
    the principal cloudtrail.amazonaws.com. Conditions must hold for the trail: its ARN, and the ACL \
    bucket-owner-full-control.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html"
  )

  /// The log group's key does not let CloudWatch Logs use it.
  public static let logGroupKeyLacksLogs = DiagnosticCode(
    4240, "the log group's key does not let CloudWatch Logs use it",
    """
    CloudWatch Logs encrypts and decrypts as the principal logs.REGION.amazonaws.com; the key's policy \
    must let it. A condition on kms:EncryptionContext:aws:logs:arn must hold for the log group's ARN.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html")

  /// The trail's key does not let CloudTrail use it.
  public static let trailKeyLacksCloudTrail = DiagnosticCode(
    4241, "the trail's key does not let CloudTrail use it",
    """
    CloudTrail needs kms:GenerateDataKey* and kms:DescribeKey for the principal \
    cloudtrail.amazonaws.com.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html")

  // MARK: - The chain: limits, topology

  /// More than 100 metric filters on one log group.
  public static let tooManyFilters = DiagnosticCode(
    4250, "more than 100 metric filters on one log group",
    "A log group takes 100 metric filters; the limit cannot be raised.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html")

  /// More than 5 filters with regular expressions on one log group.
  public static let tooManyRegexFilters = DiagnosticCode(
    4251, "more than 5 filters with regular expressions on one log group",
    """
    A log group takes 5 filters whose patterns have regular expressions, metric and subscription filters \
    together. The sixth is refused with LimitExceededException.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A StackSet carries a control that only the management account sees.
  public static let managementControlInStackSet = DiagnosticCode(
    4252, "a StackSet carries a control that only the management account sees",
    """
    Changes of AWS Organizations are recorded in the organization's management account. A StackSet with \
    service-managed permissions never deploys there, so this control would watch where nothing happens.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html"
  )

  // MARK: - The chain: what else keeps an alarm silent

  /// Alarm and filter differ in the unit.
  public static let unitDiffers = DiagnosticCode(
    4217, "alarm and filter differ in the unit",
    """
    An alarm with a unit sees only the data that were published with that unit. A metric filter publishes \
    with the unit None unless its transformation names one, so an alarm that wants Count waits for data \
    for ever. An alarm without a unit sees all data.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// A filter publishes into a namespace of AWS's services.
  public static let reservedNamespace = DiagnosticCode(
    4218, "a metric namespace that is reserved for AWS's services",
    """
    Namespaces that begin with AWS/ belong to the services of AWS. A metric of your own there can be \
    refused, or be taken for one of theirs.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html")

  /// The period is shorter than the metric's resolution.
  public static let periodTooFine = DiagnosticCode(
    4219, "a period shorter than the metric's resolution",
    """
    A metric filter publishes standard-resolution metrics, one value a minute. An alarm with a period of \
    10, 20 or 30 seconds finds data in one of several periods and keeps falling back to INSUFFICIENT_DATA; \
    such alarms also cost more.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// A statement of the topic's policy denies CloudWatch.
  public static let topicPolicyDenies = DiagnosticCode(
    4228, "a statement of the topic's policy denies CloudWatch",
    """
    A denial wins over every permission. A condition such as StringNotEquals on aws:PrincipalOrgID holds \
    for a call that has no such key, and the calls of a service have none: the statement that should \
    keep strangers out keeps CloudWatch out too.
    """,
    source:
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice"
  )

  /// No subscription of the topic gets an alarm's messages.
  public static let subscriptionDropsAlarms = DiagnosticCode(
    4229, "a subscription whose filter policy drops the alarm's messages",
    """
    A filter policy looks at message attributes unless its scope is MessageBody. Alarms publish without \
    message attributes, so a subscription that asks for one gets none of their messages, and SNS counts \
    them as filtered out, not as failed.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html")

  /// The alarm never leaves the state ALARM.
  public static let alarmStaysOn = DiagnosticCode(
    4242, "an alarm that never leaves ALARM",
    """
    A filter without a default value publishes only when an event matches. With missing data ignored the \
    alarm keeps its state meanwhile, so after the first event it is in ALARM until somebody resets it. \
    Actions run when the state changes: the next event tells nobody.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data"
  )

  /// The alarm is on while no event matches.
  public static let comparisonInverted = DiagnosticCode(
    4243, "an alarm that is on while nothing happens",
    """
    The filter counts particular events of CloudTrail, and the alarm fires when there are few of them: \
    always, but for the time when one happens.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// Filter, alarm and topic are in different Regions.
  public static let regionDiffers = DiagnosticCode(
    4244, "filter, alarm and topic are in different Regions",
    """
    A metric filter publishes in the Region of its log group, an alarm watches metrics of its own Region, \
    and it publishes to topics of its own Region only.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html")

  /// The trail leaves out the events of a source that a filter reads.
  public static let trailExcludesSource = DiagnosticCode(
    4245, "the trail leaves out a source that a filter reads",
    """
    Event selectors can leave out the events of AWS KMS and of the RDS Data API. A filter on them then \
    matches nothing, for instance the one on disabled or deleted keys.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html"
  )

  /// The alarm wants events in many periods.
  public static let eventsInManyPeriods = DiagnosticCode(
    4246, "an alarm that wants events in many periods",
    """
    The filter counts particular events of CloudTrail, which are rare, and the alarm fires only when they \
    come in many periods: as many as its datapoints to alarm, or its evaluation periods without those. One \
    event, or a burst of them, never raises it. One datapoint is enough for what must not happen at all.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html")

  /// A metric filter on a log group whose class takes none.
  public static let filterOnLogClass = DiagnosticCode(
    4247, "a metric filter on a log group whose class takes none",
    """
    Only log groups of the Standard class take metric filters. Those of the classes Infrequent Access and \
    Delivery keep logs for less money and publish no metrics. The class of a log group cannot be changed.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html")

  /// An alarm that tells another topic than the one that is made for it.
  public static let actionMissesTopic = DiagnosticCode(
    4248, "an alarm that tells another topic",
    """
    The artefact makes a topic that CloudWatch may publish to and that somebody is subscribed to, and this alarm's \
    action is another topic. Who is subscribed does not hear it.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html")

  /// A field or a kind of who acts, in another letter case than CloudTrail's.
  public static let trailFieldSpelling = DiagnosticCode(
    4249, "a field or value that CloudTrail spells otherwise",
    """
    Filter patterns compare the names of fields and texts exactly, letter case included. CloudTrail's events have \
    the field eventName, not eventname, and the root user's userIdentity.type is Root. A condition in another \
    spelling never holds.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"
  )

  /// A dimension that is an ARN or a URL where the metric has a name.
  public static let dimensionOfOtherForm = DiagnosticCode(
    4253, "a dimension that is an ARN or a URL where the metric has a name",
    """
    A metric is found by its dimensions, letter by letter. The metrics of a service have names there, such as \
    QueueName, where a reference to the resource gives its URL or its ARN. The alarm then watches a metric \
    that does not exist, and stays in INSUFFICIENT_DATA.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html")

  /// Metric math that PutMetricAlarm refuses.
  public static let metricMathRefused = DiagnosticCode(
    4254, "metrics and expressions of an alarm that are refused",
    """
    An alarm on several metrics names each by an Id, and its expressions may use no other names. Exactly one \
    of the metrics and expressions is watched: the one whose ReturnData is true; of an alarm on an anomaly \
    detection band, which names the band in ThresholdMetricId, two.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// The rule of a composite alarm that PutCompositeAlarm refuses.
  public static let compositeRuleRefused = DiagnosticCode(
    4255, "the rule of a composite alarm that is refused",
    """
    A rule adds up the states of other alarms: ALARM, OK and INSUFFICIENT_DATA with an alarm's name or ARN in \
    parentheses, TRUE and FALSE, joined by AND, OR and NOT. A name with blanks or parentheses stands in \
    quotation marks. The alarms must exist.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html")

  /// An event pattern that EventBridge refuses, or that nothing matches.
  public static let eventPatternRefused = DiagnosticCode(
    4256, "an event pattern that is refused or that nothing matches",
    """
    Each field of a pattern has a list of values, which may be comparisons of one key each, such as prefix or \
    anything-but. EventBridge refuses anything else with InvalidEventPatternException. The names of fields \
    are compared exactly: events have detail-type, not detailType.
    """,
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html")

  /// A name that is the logical ID of a resource without a name.
  public static let nameOfLogicalID = DiagnosticCode(
    4257, "a logical ID where the name of a log group belongs",
    """
    A logical ID names a resource inside its template only. Where a log group has no name of its own \
    CloudFormation makes one, which Ref gives. PutMetricFilter finds no log group that is called as the logical ID.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html")

  // MARK: - Beside the chain: rules, queues, functions

  /// The topic does not let another sender publish.
  public static let topicLacksSender = DiagnosticCode(
    4258, "the topic does not let another sender than alarms publish",
    """
    A topic without a policy of its own lets in alarms of its account, and no rule of EventBridge, trail, \
    budget or bucket: each of those needs a statement for its service principal, such as \
    events.amazonaws.com. A condition on aws:SourceArn must admit the sender. Nothing tells that a rule's \
    message is refused but the rule's metric FailedInvocations. In a script for an \
    emulator (localhost, LocalStack, the account 000000000000) nothing is said.
    """,
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html")

  /// The queue does not let its sender in.
  public static let queueLacksSender = DiagnosticCode(
    4259, "the queue does not let in what is sent to it",
    """
    A topic sends to a queue as sns.amazonaws.com, a rule as events.amazonaws.com, also to a queue for dead \
    letters. The queue's policy must allow sqs:SendMessage to that principal, and a condition on \
    aws:SourceArn must admit the sender. Without it the message is lost. In a script for an \
    emulator (localhost, LocalStack, the account 000000000000) nothing is said.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html")

  /// The queue's key does not let its sender use it.
  public static let queueKeyLacksSender = DiagnosticCode(
    4260, "the queue's key does not let what is sent to it in",
    """
    To send to an encrypted queue a service needs kms:Decrypt and kms:GenerateDataKey* in the key's policy. The \
    policy of alias/aws/sqs cannot be changed and names no service; keys that SQS itself holds \
    (SqsManagedSseEnabled) need none. In a script for an \
    emulator (localhost, LocalStack, the account 000000000000) nothing is said.
    """,
    source:
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html")

  /// The function does not let its sender invoke it.
  public static let functionLacksSender = DiagnosticCode(
    4261, "the function may not be invoked by what is sent to it",
    """
    A topic invokes a function as sns.amazonaws.com, a rule as events.amazonaws.com, an alarm as \
    lambda.alarms.cloudwatch.amazonaws.com. Each needs a permission of lambda:InvokeFunction for its principal, \
    and a source that is its own ARN where the permission names one. In a script for an \
    emulator (localhost, LocalStack, the account 000000000000) nothing is said.
    """,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html")

  /// A rule of EventBridge that tells nobody.
  public static let ruleTellsNobody = DiagnosticCode(
    4262, "a rule of EventBridge that tells nobody",
    """
    A rule sends an event to its targets. Without one, or switched off, it does nothing. A target names its \
    rule by its name, and by the bus that it is on when that is not the default one.
    """,
    source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html")

  /// An alarm without a value that the service asks for.
  public static let alarmIncomplete = DiagnosticCode(
    4263, "an alarm without a value that the service asks for",
    """
    PutMetricAlarm asks for more than the schemas of the forms do: a threshold, or a band with the comparisons \
    that are made for one; beside a metric's name its namespace and the period. A composite alarm with a suppressor \
    needs the times that it waits. The deployment ends with a ValidationError.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// A data resource of a selector that is no ARN of its type.
  public static let dataResourceRefused = DiagnosticCode(
    4264, "a data resource that is no ARN of its type",
    """
    The values of a data resource are ARNs, or the beginning of ARNs such as arn:aws:s3, of the type that stands \
    beside them. CloudTrail refuses anything else with InvalidEventSelectorsException.
    """,
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html")
}
