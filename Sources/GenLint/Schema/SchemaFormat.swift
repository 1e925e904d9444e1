/// The forms of the identifiers that registry schemas name by `format`, such as `AWS::SNS::Topic.Arn`.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
enum SchemaFormat {
  private static let arn = "^arn:aws[a-zA-Z-]*:"

  /// The regular expressions by format. A format that is not here is open.
  private static let patterns: [String: String] = [
    "AWS::ACM::Certificate.Arn": arn + "acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$",
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html
    "AWS::EC2::Image.Id": "^(ami-([0-9a-z]{8}|[0-9a-z]{17})|resolve:ssm:.+)$",
    "AWS::EC2::SecurityGroup.Id": "^sg-([a-fA-F0-9]{8}|[a-fA-F0-9]{17})$",
    "AWS::EC2::SecurityGroup.Name": "^[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]+$",
    "AWS::EC2::Subnet.Id": "^subnet-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$",
    "AWS::EC2::VPC.Id": "^vpc-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$",
    "AWS::IAM::Role.Arn": arn + "iam::[0-9]{12}:role/.+$",
    "AWS::KMS::Alias.AliasName": "^alias/[a-zA-Z0-9:/_-]+$",
    "AWS::KMS::Key.Arn": arn + "kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/.+$",
    "AWS::KMS::Key.Id":
      "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+)$",
    "AWS::Lambda::Function.Arn": arn + "lambda:[a-z0-9-]+:[0-9]{12}:function:.+$",
    "AWS::Lambda::Function.Name": "^[a-zA-Z0-9_-]{1,140}$",
    "AWS::Logs::LogGroup.Name": "^[.\\-_/#A-Za-z0-9]{1,512}$",
    "AWS::S3::Bucket.Name": "^(?![.-])(?!.*[.]{2})(?!.*-[.])(?!.*[.]-)(?!.*[.-]$)[a-z0-9.-]{3,63}$",
    "AWS::SNS::Topic.Arn": arn + "sns:[a-z0-9-]+:[0-9]{12}:.+$",
  ]

  /// The spelling of a format's regular expression; nil when it is open.
  static func pattern(of format: String) -> String? { patterns[format] }
}
