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
  private static let known = Set(names)
  /// Names of so few letters are one letter from many others.
  private static let fewest = 9

  /// The event whose name is meant by one in another letter case or with one letter wrong.
  static func meant(by name: String) -> String? {
    guard !name.utf8.contains(UInt8(ascii: "*")), !known.contains(name) else { return nil }
    let small = name.lowercased()
    return names.first { $0.lowercased() == small || $0.utf8.count >= fewest && isOneOff($0, name) }
  }

  /// The source that is meant by a service's name alone, or in another spelling of the domain.
  static func source(meantBy text: String) -> String? {
    guard !text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    let small = text.lowercased()
    let service = services.first { service in
      let right = "\(service).amazonaws.com"
      return text != right
        && ([service, "aws.\(service)", "\(service).amazon.com", "\(service).aws.amazon.com", right].contains(
          small)
          || small.hasPrefix("\(service).") && isOneOff(right, small))
    }
    return service.map { "\($0).amazonaws.com" }
  }

  /// Whether two words differ in one letter that is missing, changed or beside its place.
  private static func isOneOff(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    let (less, more) = (min(left.count, right.count), max(left.count, right.count))
    guard more - less <= 1, left != right else { return false }
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    if more > less { return head + tail >= less }
    return head + tail == less - 1
      || head + tail == less - 2 && left[head] == right[head + 1] && left[head + 1] == right[head]
  }
}
