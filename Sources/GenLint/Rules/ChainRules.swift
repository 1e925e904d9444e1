/// Every check of the chain, in the order from filter to person.
enum ChainRules {
  static let all: [any ChainRule] = [
    MetricNameDiffers(), NamespaceDiffers(), FilterWithoutAlarm(), AveragedCount(), UnreachableThreshold(),
    MissingDataBreaches(), TooManyDatapoints(), EvaluationTooLong(), DimensionsDiffer(),
    DefaultWithDimensions(), NoAction(),
    ActionsDisabled(), UniformPeriod(), StatisticCount(), FilterOnOtherGroup(), MetricValueInvalid(),
    ActionNotARN(), TopicPolicyLacksCloudWatch(), TopicPolicyConditionExcludes(), ManagedTopicKey(),
    TopicKeyLacksCloudWatch(), NoSubscription(), EndpointDoesNotFit(), TopicPolicyOfOther(),
    TrailOfOneRegion(), TrailNotLogging(), TrailWithoutManagementEvents(), TrailWithoutLogGroup(),
    LogGroupARNForm(),
    TrailWithoutGlobalEvents(), RoleLacksPermissions(), RoleNotTrusting(), TrailBeforePolicy(),
    BucketPolicyLacksCloudTrail(),
    LogGroupKeyLacksLogs(), TrailKeyLacksCloudTrail(), TooManyFilters(), DuplicateName(),
    UnitDiffers(),
    ReservedNamespace(),
    PeriodTooFine(),
    AlarmStaysOn(),
    ComparisonInverted(),
    RegionDiffers(),
    TopicPolicyDenies(),
    SubscriptionDropsAlarms(),
    TrailExcludesSource(),
    EventsInManyPeriods(),
    FilterOnLogClass(),
    ActionMissesTopic(),
    ManagementControlInStackSet(),
  ]
}
