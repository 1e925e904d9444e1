/// What the service takes, as published on 2026-11-25. Some can be raised on request; these are what everybody has.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html and
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html
public enum StackSetLimits {
  /// The name, in characters.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html
  public static let nameCharacters = 128
  /// Organizational units in one operation.
  public static let unitsPerCall = 50
  /// Accounts in one call: no number is published; so many are 7,500 bytes of a command line.
  public static let accountsPerCall = 500
  /// Stack instances of one StackSet.
  public static let instances = 100_000
  /// Stack instances with an operation on them at one time, in a Region, over all StackSets of an administrator.
  public static let instancesInOperation = 10_000
  /// Stack instances of one StackSet that are deployed to at one time.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
  public static let concurrentInstances = 100
  /// The template, in bytes.
  public static let templateBytes = 51_200
  /// The value of a template's parameter, in bytes.
  public static let parameterBytes = 4096
  /// Accounts that fit a list parameter, with a comma after each.
  public static let accountsPerParameter = 300
}
