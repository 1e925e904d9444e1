/// The events that account monitoring watches, and where they come from, as CloudTrail spells them: for telling slips.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
enum WatchedEvents {
  private static let names: [String] = [
    "AcceptHandshake", "AcceptVpcPeeringConnection", "AssumeRoleWithSAML", "AttachClassicLinkVpc",
    "AttachGroupPolicy", "AttachInternetGateway", "AttachPolicy", "AttachRolePolicy", "AttachUserPolicy",
    "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CancelHandshake", "CloseAccount",
    "ConsoleLogin", "CreateAccessKey", "CreateAccount", "CreateCustomerGateway", "CreateInternetGateway",
    "CreateNetworkAcl", "CreateNetworkAclEntry", "CreateOrganization", "CreateOrganizationalUnit",
    "CreatePolicy", "CreatePolicyVersion", "CreateRoute", "CreateRouteTable", "CreateSecurityGroup",
    "CreateTrail", "CreateUser", "CreateVpc", "CreateVpcPeeringConnection", "DeactivateMFADevice",
    "DeclineHandshake", "DeleteAccessKey", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketPolicy",
    "DeleteBucketReplication", "DeleteConfigurationRecorder", "DeleteCustomerGateway",
    "DeleteDeliveryChannel", "DeleteGroupPolicy", "DeleteInternetGateway", "DeleteNetworkAcl",
    "DeleteNetworkAclEntry", "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy",
    "DeletePolicyVersion", "DeleteRolePolicy", "DeleteRoute", "DeleteRouteTable", "DeleteSecurityGroup",
    "DeleteTrail", "DeleteUser", "DeleteUserPolicy", "DeleteVpc", "DeleteVpcPeeringConnection",
    "DetachClassicLinkVpc", "DetachGroupPolicy", "DetachInternetGateway", "DetachPolicy", "DetachRolePolicy",
    "DetachUserPolicy", "DisableKey", "DisablePolicyType", "DisableVpcClassicLink",
    "DisassociateRouteTable", "EnableAllFeatures", "EnablePolicyType", "EnableVpcClassicLink",
    "InviteAccountToOrganization", "LeaveOrganization", "ModifySecurityGroupRules", "ModifyVpcAttribute",
    "MoveAccount", "PutBucketAcl", "PutBucketCors", "PutBucketLifecycle", "PutBucketPolicy",
    "PutBucketReplication", "PutConfigurationRecorder", "PutDeliveryChannel", "PutEventSelectors",
    "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "RejectVpcPeeringConnection",
    "RemoveAccountFromOrganization", "ReplaceNetworkAclAssociation", "ReplaceNetworkAclEntry",
    "ReplaceRoute", "ReplaceRouteTableAssociation", "RevokeSecurityGroupEgress",
    "RevokeSecurityGroupIngress", "ScheduleKeyDeletion", "StartLogging", "StopConfigurationRecorder",
    "StopLogging", "UpdateOrganizationalUnit", "UpdatePolicy", "UpdateTrail",
  ]
  private static let services: [String] = [
    "cloudtrail", "config", "ec2", "iam", "kms", "lambda", "logs", "monitoring", "organizations", "rds", "s3",
    "signin", "sns", "sqs", "sts",
  ]
  /// Events of other services that are one letter from a watched one.
  private static let others = ["CreateTrial", "DeleteTrial", "UpdateTrial"]
  private static let known = Set(names + others)
  private static let sources = Set(services.map(source))
  /// The letters of each name, as they are and small, by their number: most of what patterns ask for is held against them.
  private static let letters = Dictionary(
    grouping: names.map { (name: $0, own: Array($0.utf8), small: Array($0.lowercased().utf8)) },
    by: { $0.own.count })
  /// What people write for a service's source.
  private static let spellings = services.flatMap { service in
    [service, "aws.\(service)", "\(service).amazon.com", "\(service).aws.amazon.com", source(service)].map {
      (service: service, small: $0)
    }
  }
  /// Names of so few letters are one letter from many others.
  private static let fewest = 9

  private static func source(_ service: String) -> String { "\(service).amazonaws.com" }

  /// The event whose name is meant by one in another letter case or with one letter wrong.
  static func meant(by name: String) -> String? {
    guard !known.contains(name), !name.utf8.contains(UInt8(ascii: "*")) else { return nil }
    let (own, small) = (Array(name.utf8), Array(name.lowercased().utf8))
    for count in [own.count, own.count - 1, own.count + 1] {
      let near = letters[count]?.first {
        $0.small == small || $0.own.count >= fewest && isOneOff($0.own, own)
      }
      if let near { return near.name }
    }
    return nil
  }

  /// The source that is meant by a service's name alone, or in another spelling of the domain.
  static func source(meantBy text: String) -> String? {
    guard !sources.contains(text), !text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    let small = text.lowercased()
    if let found = spellings.first(where: { $0.small == small }) { return source(found.service) }
    let letters = Array(small.utf8)
    return services.first { small.hasPrefix("\($0).") && isOneOff(Array(source($0).utf8), letters) }
      .map(source)
  }

  /// Whether two words differ in one letter that is missing, changed or beside its place.
  private static func isOneOff(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (less, more) = (min(left.count, right.count), max(left.count, right.count))
    guard more - less <= 1, left != right else { return false }
    var (head, tail) = (0, 0)
    while head < less, left[head] == right[head] { head += 1 }
    while tail < less, left[left.count - 1 - tail] == right[right.count - 1 - tail] { tail += 1 }
    if more > less { return head + tail >= less }
    return head + tail == less - 1
      || head + tail == less - 2 && left[head] == right[head + 1] && left[head + 1] == right[head]
  }
}
