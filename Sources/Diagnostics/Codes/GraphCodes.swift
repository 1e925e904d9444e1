extension DiagnosticCode {
  /// 3xxx: what resolving the controls and lowering them says.
  static let graphCodes: [DiagnosticCode] = [
    .nothingToMonitor, .nameTaken, .eventsTooLong, .nobodyHears, .existingTopicPolicy, .exampleAddress,
    .endpointMustAllowSNS, .plainHTTP, .managementAccountOnly, .sampleContradicts, .alarmNeverFires,
    .alarmNeverEnds, .existingKeyPolicy,
    .notInStackSet, .globalNameInStackSet, .organizationTrailInStackSet, .organizationTrail, .lookedUp,
    .partitionsDiffer, .regionsDiffer,
    .centralTopicInStackSet, .subscribedElsewhere, .groupOfOneAccount, .perAccountInStackSet,
    .defaultForEachAccount, .noFieldsForAccounts, .criteriaTooLong, .seenInOneAccount,
    .globalEventsUnseen,
    .noTargets, .notOnStackSet, .noStackSet, .oneNameForAll,
  ]

  /// Everything is excluded.
  public static let nothingToMonitor = DiagnosticCode(
    3001, "no control is left", "The spec excludes every control that it names, so nothing would be deployed."
  )

  /// Two controls with one name.
  public static let nameTaken = DiagnosticCode(
    3002, "two controls share a name",
    """
    A metric filter or alarm is put under its name, so the second would overwrite the first, and two controls on one metric \
    would raise each other's alarm.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html")

  /// A pattern made of events that is too long.
  public static let eventsTooLong = DiagnosticCode(
    3003, "too many event names for one pattern",
    "A filter pattern has at most 1,024 characters. Divide the names between two controls.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html")

  /// An alarm that tells nobody.
  public static let nobodyHears = DiagnosticCode(
    3004, "an alarm that nobody hears",
    """
    An alarm tells a topic, and a topic tells its subscribers. Without a subscriber, or with the alarm's actions off, it changes \
    state and nobody learns of it. Security Hub and Powerpipe also look for a subscriber.
    """, source: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html")

  /// A topic that gen did not make.
  public static let existingTopicPolicy = DiagnosticCode(
    3005, "an existing topic must let CloudWatch publish",
    """
    Making an alarm does not change the policy of the topic it names. The policy must allow the principal \
    cloudwatch.amazonaws.com the action sns:Publish, best limited by aws:SourceAccount, or by aws:SourceOrgID for a whole \
    organization. A topic encrypted with the AWS-managed key alias/aws/sns never receives alarms; a customer-managed key must allow \
    CloudWatch kms:Decrypt and kms:GenerateDataKey*. An alarm tells a topic of another account only in its own Region, and Security \
    Hub gives WARNING unless the topic's policy lets the alarm's account do sns:ListSubscriptionsByTopic. A spec with 'topic: { \
    create: { shareWith: organization } }', deployed in the account that owns the topic, makes all of this; the built-in template \
    central-topic is such a spec.
    """, source: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html")

  /// An address of a domain for examples.
  public static let exampleAddress = DiagnosticCode(
    3006, "an example address",
    "example.com, example.org and example.net are reserved for examples; mail to them reaches nobody.",
    source: "https://www.rfc-editor.org/rfc/rfc2606")

  /// A subscriber that must allow SNS.
  public static let endpointMustAllowSNS = DiagnosticCode(
    3007, "a subscriber that must allow SNS",
    "SNS may invoke a Lambda function or send to a queue only if the function's or queue's own policy allows sns.amazonaws.com. gen does not change what it did not make.",
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html")

  /// An endpoint over HTTP.
  public static let plainHTTP = DiagnosticCode(
    3008, "alarms over plain HTTP",
    "The message names the account and what happened in it; over HTTP anybody on the way can read and drop it.",
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html")

  /// A control that only the management account sees.
  public static let managementAccountOnly = DiagnosticCode(
    3009, "events of the management account",
    """
    Organizations is called from the organization's management account, and CloudTrail records those calls there, in us-east-1. A \
    multi-Region trail brings them to the log group in its home Region. Service-managed StackSets never deploy to the management \
    account, so this control needs a stack of its own there.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html"
  )

  /// A sample event with another answer than the spec says.
  public static let sampleContradicts = DiagnosticCode(
    3010, "a sample event contradicts the pattern",
    """
    The control names events that its pattern must match, or must not. gen tries each with its matcher, which gives the recorded \
    answers of the service; here the answer differs. Either the pattern or the sample is wrong.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html")

  /// A control that a StackSet never brings where its events are.
  public static let notInStackSet = DiagnosticCode(
    3021, "a StackSet cannot watch this",
    """
    A service-managed StackSet never deploys to the organization's management account, and that is where almost all calls of AWS Organizations \
    are made and recorded. Deployed to member accounts, the control would be there and never see an event. 'gen cloudformation --for \
    management-account' writes a stack of its own for it, and 'gen stackset --for members' what deploys the StackSet with the other controls.
    """,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html"
  )

  /// A name that can exist once, in a template for many accounts.
  public static let globalNameInStackSet = DiagnosticCode(
    3022, "a name that can exist only once, in a StackSet",
    "The name of a bucket is unique over all accounts of a partition. A StackSet gives every account the same template, so the second account's stack would fail.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html")

  /// An organization trail for many accounts.
  public static let organizationTrailInStackSet = DiagnosticCode(
    3023, "an organization trail in a StackSet",
    "An organization trail is made once, by the management account or a delegated administrator. In every member account CloudTrail would refuse it.",
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html")

  /// An organization trail in a spec that does not say where it is deployed.
  public static let organizationTrail = DiagnosticCode(
    3024, "an organization trail needs the management account",
    """
    CloudTrail makes an organization trail only for the management account or a delegated administrator, and only after trusted access is \
    enabled. The files and log streams of the member accounts are named after the organization's id, so the bucket's policy and the role name it.
    """, source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html"
  )

  /// A value that one form must be given.
  public static let lookedUp = DiagnosticCode(
    3025, "a value that CloudFormation must be given",
    """
    The spec names a log group by its prefix or by its trail, or leaves the organization's id out. The scripts look it up, and Terraform \
    does where its provider can. CloudFormation cannot: its parameter has no default and is given when the stack is made.
    """)

  /// ARNs that no deployment can use together.
  public static let partitionsDiffer = DiagnosticCode(
    3026, "ARNs of different partitions",
    """
    The partitions aws, aws-us-gov and aws-cn are worlds of their own: a Region is in one of them, and no service reaches from one to another. A spec \
    that names no ARN can be deployed in each; one that does is for the partition of its ARNs.
    """,
    source: "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html")

  /// ARNs of Regions that do not reach each other.
  public static let regionsDiffer = DiagnosticCode(
    3027, "ARNs of different Regions",
    """
    An alarm tells a topic of its own Region only, and CloudWatch Logs, CloudTrail and SNS take keys of theirs. All of them are in the trail's home \
    Region; for a StackSet that is 'deploy.homeRegion'. Queues and functions that hear the topic may be in other Regions.
    """,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html")

  /// One topic for many accounts, in every one of them.
  public static let centralTopicInStackSet = DiagnosticCode(
    3040, "a central topic in a StackSet",
    """
    'shareWith' makes one topic that takes the alarms of other accounts. A StackSet would make such a topic in each of them. The topic is \
    deployed once, by a spec with 'controls: []' in the account that owns it; the StackSet's spec names it as an existing topic.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html")

  /// A subscription beside a topic that may be another account's.
  public static let subscribedElsewhere = DiagnosticCode(
    3041, "a subscription to a topic of another account",
    """
    The topic exists, perhaps in another account. There SNS lets this account subscribe somebody only if the topic's policy allows it \
    sns:Subscribe, and the policy that 'shareWith' makes does not: who hears a central topic is the business of the account that owns it. \
    Without the permission CloudFormation and Terraform fail at the subscription, and apply.sh stops at that step.
    """,
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html")

  /// Alarms for several accounts on a log group with one account's events.
  public static let groupOfOneAccount = DiagnosticCode(
    3042, "alarms for accounts whose events are not there",
    """
    'perAccount' tells the accounts of one log group apart. An organization trail delivers the events of every account to its log group, \
    each with 'recipientAccountId'. A log group to which CloudWatch Logs copies other accounts' events knows them by '@aws.account'. The log \
    group of an ordinary trail holds one account's events, and alarms for others would never fire.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"
  )

  /// Alarms for single accounts in a StackSet.
  public static let perAccountInStackSet = DiagnosticCode(
    3043, "alarms for single accounts in a StackSet",
    "A StackSet makes alarms in each account on that account's own log group. 'perAccount' makes them all in one account, on one log group."
  )

  /// A default value for a metric with dimensions.
  public static let defaultForEachAccount = DiagnosticCode(
    3044, "a default value for a metric with dimensions",
    """
    CloudWatch Logs does not know which accounts sent nothing, so a metric that is divided by dimensions has no default value. An alarm \
    without data stays quiet with 'treatMissingData: notBreaching', which is the default.
    """,
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html"
  )

  /// A pattern from which no dimension can be taken.
  public static let noFieldsForAccounts = DiagnosticCode(
    3045, "a pattern that knows no field",
    "A dimension takes its value from a field of the event, and only a pattern for JSON events, in braces, names fields by '$.'.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html"
  )

  /// Selection criteria over the service's limit.
  public static let criteriaTooLong = DiagnosticCode(
    3046, "too many accounts for one filter",
    "The selection criteria of a metric filter have at most 2,000 characters, which is room for about 120 accounts.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html")

  /// Alarms for accounts that do not see the events.
  public static let seenInOneAccount = DiagnosticCode(
    3048, "an alarm for each account on events of one",
    "AWS Organizations is called from the management account, so the alarms of the other accounts would hardly ever fire. 'perAccount: false' in the control's entry makes one alarm for all.",
    source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html")

  /// Alarms for Regions in which a global service records nothing.
  public static let globalEventsUnseen = DiagnosticCode(
    3049, "alarms for Regions that record no global event",
    """
    With 'regions' an alarm watches the events of one account in one Region. CloudTrail records what IAM, Organizations and the root user's \
    sign-in do in us-east-1, wherever the caller is. Without us-east-1 in the list these events raise no alarm at all.
    """, source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html")

  /// A StackSet without targets.
  public static let noTargets = DiagnosticCode(
    3060, "a StackSet whose targets are given when it is deployed",
    """
    The spec does not say which units or accounts get a stack. stackset.sh asks for them in ORGANIZATIONAL_UNITS or ACCOUNTS, and the \
    parameter of stackset.yaml has no default.
    """)

  /// A tag that a StackSet cannot carry.
  public static let notOnStackSet = DiagnosticCode(
    3061, "a tag that a StackSet cannot carry",
    """
    A StackSet takes tags whose keys are ASCII letters, digits, spaces and : _ . / = + -. The resources in the \
    accounts carry the tag all the same: the stack's template sets it.
    """, source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html")

  /// A log group that is looked up, in a StackSet.
  public static let oneNameForAll = DiagnosticCode(
    3063, "one log group name for all accounts of a StackSet",
    """
    'logGroupPrefix' and 'trail' stand for a log group whose name differs from account to account. A StackSet's parameter has one value for \
    every account unless each instance overrides it, and a stack whose filter names a log group that does not exist fails.
    """, source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackinstances-override.html"
  )

  /// A spec for one account, asked for its StackSet.
  public static let noStackSet = DiagnosticCode(
    3062, "the spec is no StackSet",
    "gen stackset writes what deploys a spec of 'deploy: { scope: stackset }' to many accounts. Other scopes are deployed once, with the other forms."
  )

  /// A key that gen did not make.
  public static let existingKeyPolicy = DiagnosticCode(
    3020, "an existing key must let the services use it",
    """
    gen does not change the policy of a key that it did not make. For a topic, the policy must let cloudwatch.amazonaws.com do kms:Decrypt \
    and kms:GenerateDataKey*. For a log group it must let logs.<region>.amazonaws.com (in China logs.<region>.amazonaws.com.cn) encrypt \
    and decrypt with the log group's ARN as encryption context. For a trail it must let cloudtrail.amazonaws.com do \
    kms:GenerateDataKey* and kms:DescribeKey. 'encryption: create' makes a key with exactly that.
    """,
    source:
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html")

  /// An alarm that no datapoint can raise.
  public static let alarmNeverFires = DiagnosticCode(
    3011, "an alarm that can never fire",
    """
    Each event adds the metric's value, which is 1 unless the spec says otherwise. An Average, Maximum or Minimum of such values never \
    exceeds it, and no datapoint is below it, since a period without events has none unless 'defaultValue' publishes one. With a \
    default value, Average and Minimum stay near it. Such an alarm would look right and stay silent.
    """, source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html")

  /// An alarm that is always on.
  public static let alarmNeverEnds = DiagnosticCode(
    3012, "an alarm that is always on",
    "The default value that is published when nothing matches breaches the threshold by itself, so the alarm tells nothing.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html")
}
