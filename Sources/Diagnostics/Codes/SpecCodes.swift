extension DiagnosticCode {
  /// 2xxx: what the spec reader says. 2002 was for keys of a later version and is not used again.
  static let specCodes: [DiagnosticCode] = [
    .unknownKey, .wrongType, .missingKey, .outOfRange, .notAmong, .exactlyOneOf,
    .patternNotQuoted,
    .endsInNewline, .whiteSpaceAround, .wrongLength, .malformedText, .malformedARN, .malformedTag,
    .malformedEndpoint,
    .unsupportedVersion, .periodNotWholeMinutes, .alarmWindowTooLong, .datapointsOverPeriods, .unknownControl,
    .unknownBenchmark, .notAFilterControl, .controlTwice, .keyNotHere, .keyManagedByAWS,
    .listedTwice, .homeRegionNotAmong,
  ]

  /// A key that the spec does not have.
  public static let unknownKey = DiagnosticCode(
    2001, "unknown key",
    "A misspelled key would be ignored silently and a default used in its place, so every unknown key is an error."
  )

  /// A mapping where a text is wanted, and the like.
  public static let wrongType = DiagnosticCode(
    2003, "wrong type",
    "A number in quotes is a text, and 'yes' is a text: write 300 without quotes, and true or false.")

  /// A required key that is missing.
  public static let missingKey = DiagnosticCode(
    2004, "a required key is missing", "Add the key that the message names.")

  /// A number outside its range.
  public static let outOfRange = DiagnosticCode(
    2005, "outside the range that the service accepts",
    "The ranges are those of the services' API models; a value outside them would fail only when it is deployed."
  )

  /// A word that is none of the allowed ones.
  public static let notAmong = DiagnosticCode(
    2006, "none of the allowed words",
    "The words are case-sensitive; the hint lists them or names the nearest.")

  /// None or two of alternatives.
  public static let exactlyOneOf = DiagnosticCode(
    2007, "exactly one of several keys is wanted",
    "The keys are alternatives, such as 'existing' and 'create' under 'trail'. With none the spec is not complete; with two it contradicts itself."
  )

  /// A pattern that YAML reads as a mapping or a list.
  public static let patternNotQuoted = DiagnosticCode(
    2008, "a pattern without quotes",
    """
    YAML reads an unquoted { $.x = 1 } as a mapping and an unquoted [a, b] as a list, so the pattern's text is lost before gen \
    sees it. Put the pattern in single quotes; a single quote inside is written twice.
    """)

  /// A block scalar's final line break.
  public static let endsInNewline = DiagnosticCode(
    2009, "a text that ends in a line break",
    "A block after '|' or '>' keeps its last line break. In a filter pattern it is one more character, which the service keeps and Terraform trims, so the forms would differ."
  )

  /// White space at an end of a text.
  public static let whiteSpaceAround = DiagnosticCode(
    2010, "white space around a text",
    "Terraform's provider trims white space at both ends of a pattern; CloudFormation and the AWS CLI keep it. Such a text would be deployed in two spellings."
  )

  /// Too short or too long.
  public static let wrongLength = DiagnosticCode(
    2011, "too short or too long",
    "Lengths are counted in UTF-16 units, the strictest reading of the services' limits.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html")

  /// A text with characters that the service refuses.
  public static let malformedText = DiagnosticCode(
    2012, "a text that the service refuses",
    "Names and values must keep to the characters that the service's API model allows; the hint says which.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html")

  /// Not an ARN of the wanted kind.
  public static let malformedARN = DiagnosticCode(
    2013, "not an ARN of the wanted kind",
    "An ARN has six parts: arn, partition, service, Region, account of twelve digits, resource.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html")

  /// A tag outside AWS's rules.
  public static let malformedTag = DiagnosticCode(
    2014, "a tag that the services refuse",
    "A key has 1 to 128 and a value 1 to 256 characters: letters, digits, spaces and _ . : / = + - @. Keys that begin with 'aws:' are reserved; CloudFormation's alarm takes no empty value.",
    source: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html")

  /// An endpoint that does not fit its protocol.
  public static let malformedEndpoint = DiagnosticCode(
    2015, "an endpoint that does not fit its protocol",
    "SNS wants an address for email, an ARN for lambda and sqs, a URL for https, and a number like +15555550100 for sms. A wrong one fails when deployed, or delivers nothing.",
    source: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html")

  /// Another version than 1.
  public static let unsupportedVersion = DiagnosticCode(
    2016, "unsupported version of the spec", "This gen reads version 1.")

  /// A period that is no multiple of 60 seconds.
  public static let periodNotWholeMinutes = DiagnosticCode(
    2017, "a period that is no multiple of 60",
    "Metric filters publish standard-resolution metrics; an alarm on one takes a period of whole minutes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// Period times evaluation periods over a day.
  public static let alarmWindowTooLong = DiagnosticCode(
    2018, "an alarm looks back over more than a day",
    """
    CloudWatch takes a period times evaluation periods of at most 86,400 seconds, and up to 604,800 only where the period is an hour or \
    more. The period can be changed at deployment, so gen stays within what every period allows.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// More datapoints than periods.
  public static let datapointsOverPeriods = DiagnosticCode(
    2019, "more datapoints to alarm than evaluation periods",
    "An alarm cannot want more breaching datapoints than it looks at; the service refuses it.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html")

  /// A control id that the catalog does not have.
  public static let unknownControl = DiagnosticCode(
    2020, "unknown control",
    "gen catalog lists the controls. A control of your own is an entry with id, title and a pattern or events."
  )

  /// An edition that the catalog does not have.
  public static let unknownBenchmark = DiagnosticCode(
    2021, "unknown benchmark edition", "gen catalog lists the editions, such as cis-1.4.0.")

  /// A control that no filter can serve, or that the edition lacks.
  public static let notAFilterControl = DiagnosticCode(
    2022, "a control that cannot be monitored this way",
    "Either no metric filter can serve the control, as for 'Security Hub is enabled', or the chosen edition does not have it."
  )

  /// One control or id twice.
  public static let controlTwice = DiagnosticCode(
    2023, "a control stands twice",
    "Two entries for one control would make two filters and two alarms with one name.")

  /// A key in a place where it means nothing.
  public static let keyNotHere = DiagnosticCode(
    2024, "a key that belongs elsewhere",
    "The key is known, but has no meaning at this place; the hint says where it belongs.")

  /// One item of a list twice.
  public static let listedTwice = DiagnosticCode(
    2040, "an item stands twice in a list", "StackSets refuses a list with the same id or Region twice.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html")

  /// A StackSet that is empty everywhere.
  public static let homeRegionNotAmong = DiagnosticCode(
    2041, "a StackSet that leaves out the home Region",
    """
    A multi-Region trail has one log group, in its home Region. Filters, metrics and alarms can only be there, so a stack in another \
    Region is empty. A StackSet without a stack in the home Region watches nothing.
    """,
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html")

  /// An alias of a key that AWS manages.
  public static let keyManagedByAWS = DiagnosticCode(
    2025, "a key that AWS manages",
    """
    The policy of a key that AWS manages, such as alias/aws/sns, cannot be changed, and it does not let CloudWatch use the key. An \
    alarm on a topic that is encrypted with it changes state and its message is lost. A key of your own can let CloudWatch in.
    """, source: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html")
}
