"""What the rig knows of the controls by itself, so that a mistake of the catalog shows."""

ORGANIZATIONS_EVENTS = (
    "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake",
    "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy", "DisablePolicyType",
    "EnablePolicyType", "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount",
    "RemoveAccountFromOrganization", "UpdatePolicy", "UpdateOrganizationalUnit",
)

# The text of CIS AWS Foundations v1.4.0 4.15, 758 characters.
ORGANIZATIONS_PATTERN = "{ ($.eventSource = organizations.amazonaws.com) && (" + " || ".join(
    f'($.eventName = "{name}")' for name in ORGANIZATIONS_EVENTS) + ") }"

# Metric, filter and alarm names, in the benchmark's order.
NAMES = {
    "unauthorized-api-calls": "UnauthorizedAPICalls",
    "console-signin-without-mfa": "ConsoleSigninWithoutMFA",
    "root-usage": "RootUsage",
    "iam-policy-changes": "IAMPolicyChanges",
    "cloudtrail-config-changes": "CloudTrailConfigChanges",
    "console-auth-failures": "ConsoleAuthFailures",
    "kms-key-disable-or-delete": "KMSKeyDisableOrDelete",
    "s3-bucket-policy-changes": "S3BucketPolicyChanges",
    "aws-config-changes": "AWSConfigChanges",
    "security-group-changes": "SecurityGroupChanges",
    "nacl-changes": "NACLChanges",
    "network-gateway-changes": "NetworkGatewayChanges",
    "route-table-changes": "RouteTableChanges",
    "vpc-changes": "VPCChanges",
    "organizations-changes": "OrgsChanges",
}
