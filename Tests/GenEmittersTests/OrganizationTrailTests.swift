import Testing

@Suite struct OrganizationTrailTests {
  static let named = EmittedSpec(
    """
    trail: { create: { name: the-trail, organization: true, organizationId: o-abcdefghij } }
    deploy: { scope: management-account }
    """)
  static let found = EmittedSpec(
    """
    trail: { create: { name: the-trail, organization: true } }
    deploy: { scope: management-account }
    """)

  @Test func `the role may write the log streams of the whole organization`() {
    #expect(
      Self.named.resource("TrailRolePolicy").contains(
        ":log-group:${LogGroupName}:log-stream:${OrganizationId}_*'"))
    #expect(Self.named.terraform.contains(":log-stream:${var.organization_id}_*"))
    #expect(Self.named.script.contains(#":log-stream:'"$ORGANIZATION_ID"'_*""#))
  }

  @Test func `the bucket takes the files of the whole organization`() {
    #expect(
      Self.named.resource("TrailBucketPolicy").contains("${TrailBucket.Arn}/AWSLogs/${OrganizationId}/*"))
    #expect(Self.named.terraform.contains("/AWSLogs/${var.organization_id}/*"))
    #expect(Self.named.script.contains("--is-organization-trail"))
    #expect(Self.named.resource("Trail").contains("IsOrganizationTrail: true"))
  }

  @Test func `an organization that the spec does not name is looked up where the target can`() {
    #expect(!Self.found.resource("OrganizationId").contains("Default"))
    #expect(Self.found.terraform.contains("${data.aws_organizations_organization.current.id}_*"))
    #expect(!Self.found.terraform.contains("organization_id"))
    #expect(Self.found.script.contains("ORGANIZATION_ID=$(organization)"))
    #expect(Self.found.diagnostics.contains { $0.code.number == 3025 })
  }

  @Test func `a log group is found by how its name begins`() {
    let made = EmittedSpec("trail: { existing: { logGroupPrefix: aws-controltower/CloudTrailLogs } }")
    #expect(made.terraform.contains(#""log_group_name_prefix": "aws-controltower/CloudTrailLogs""#))
    #expect(made.terraform.contains("${one(data.aws_cloudwatch_log_groups.trail.log_group_names)}"))
    #expect(made.terraform.contains(#""condition": "${length(self.log_group_names) == 1}""#))
    #expect(made.script.contains("LOG_GROUP_NAME=$(group_by_prefix aws-controltower/CloudTrailLogs)"))
    #expect(!made.resource("LogGroupName").contains("Default"))
  }

  @Test func `a log group is found from its trail by the script, and given to the others`() {
    let made = EmittedSpec("trail: { existing: { trail: the-trail } }")
    #expect(made.script.contains("LOG_GROUP_NAME=$(group_of_trail the-trail)"))
    #expect(made.terraform.contains("${var.log_group_name}"))
    #expect(made.diagnostics.contains { $0.code.number == 3025 })
  }

  @Test func `an organization trail in an ordinary account's spec is noted`() {
    let made = EmittedSpec("trail: { create: { name: the-trail, organization: true } }")
    #expect(made.errors.isEmpty && made.diagnostics.contains { $0.code.number == 3024 })
  }

  @Test func `no form names a partition`() {
    for made in [
      Self.named, Self.found, ScopeTests.newTrail, EncryptionTests.trailKey, EncryptionTests.topicKey,
    ] {
      for text in [made.cloudFormation, made.terraform].map(Self.withoutExamples) {
        #expect(!text.contains("arn:aws:"))
        #expect(!text.contains("us-east-1"))
      }
      let commands = made.script.split(separator: "\n").filter {
        !$0.hasPrefix("#") && !$0.contains("wanted=")
      }
      #expect(!commands.contains { $0.contains("arn:aws:") })
      let hosts = [made.cloudFormation, made.terraform].flatMap { text in
        text.matches(of: /([a-z.]+)\.amazonaws\.com/).map { String($0.1) }
      }
      let principals = ["cloudtrail", "cloudwatch", "delivery.logs", "organizations", "signin", "kms"]
      #expect(
        Set(hosts).subtracting(principals).isEmpty, "a service whose name has a domain is spelled with it")
    }
  }

  /// Without the lines that tell a person what a value looks like.
  private static func withoutExamples(_ text: String) -> String {
    text.split(separator: "\n").filter { !$0.contains("such as") }.joined(separator: "\n")
  }
}
