/// The partition that a Region is in.
///
/// Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
public enum Partition {
  /// Such as `aws`, `aws-us-gov`, `aws-cn`.
  public static func name(ofRegion region: String) -> String {
    let prefixes = [
      ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"),
      ("eu-isoe-", "aws-iso-e"), ("us-isof-", "aws-iso-f"), ("eusc-", "aws-eusc"),
    ]
    return prefixes.first { region.hasPrefix($0.0) }?.1 ?? "aws"
  }
}
