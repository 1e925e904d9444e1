import Testing

@testable import GenCore

@Suite struct CheckerRuleTests {
  /// Who accepts which published text: Security Hub (nil: has no control), Prowler, Powerpipe.
  static let verdicts: [(control: String, text: Int, securityHub: Bool?, prowler: Bool, powerpipe: Bool)] = [
    ("unauthorized-api-calls", 0, true, true, false), ("unauthorized-api-calls", 1, false, true, true),
    ("unauthorized-api-calls", 2, false, true, true), ("console-signin-without-mfa", 0, false, true, true),
    ("console-signin-without-mfa", 1, true, true, true), ("root-usage", 0, true, true, true),
    ("iam-policy-changes", 0, false, true, true), ("cloudtrail-config-changes", 0, true, true, true),
    ("console-auth-failures", 0, true, true, true), ("kms-key-disable-or-delete", 0, true, true, true),
    ("s3-bucket-policy-changes", 0, true, true, true), ("aws-config-changes", 0, true, true, true),
    ("security-group-changes", 0, true, true, false), ("security-group-changes", 1, false, true, true),
    ("nacl-changes", 0, true, true, true), ("network-gateway-changes", 0, true, true, true),
    ("route-table-changes", 0, false, false, true), ("route-table-changes", 1, false, true, true),
    ("vpc-changes", 0, true, true, true), ("organizations-changes", 0, nil, false, true),
  ]

  @Test(arguments: verdicts)
  func `a published text passes whom it is known to pass`(
    control id: String, text: Int, securityHub: Bool?, prowler: Bool, powerpipe: Bool
  ) throws {
    let control = try #require(Catalog.find(id))
    let pattern = control.texts[text].text
    #expect(control.rule(of: .securityHub, in: .standard)?.accepts(pattern) == securityHub)
    #expect(control.rule(of: .prowler, in: .standard)?.accepts(pattern) == prowler)
    #expect(control.rule(of: .powerpipe, in: .standard)?.accepts(pattern) == powerpipe)
  }

  @Test func `Security Hub's own text passes Security Hub and, but for controls 1 and 10, everybody`() {
    for control in Catalog.filterControls {
      guard let text = control.securityHub?.text else { continue }
      #expect(control.passes(.securityHub, in: .standard, patterns: [text]))
      #expect(control.passes(.prowler, in: .standard, patterns: [text]))
      #expect(
        control.passes(.powerpipe, in: .standard, patterns: [text]) == ![1, 10].contains(control.number))
    }
  }

  @Test func `Security Hub ignores white space and nothing else`() {
    let rule = CheckerRule.sameWithoutWhiteSpace("{($.a=B) && ($.c=D)}")
    #expect(rule.accepts("{ ($.a = B)\n&&\t($.c=D) }"))
    #expect(!rule.accepts("{($.a=\"B\") && ($.c=D)}"))
    #expect(!rule.accepts("{($.c=D) && ($.a=B)}"))
    #expect(!rule.accepts(""))
  }

  @Test func `an auditor compares bytes, so a canonically equal text is another text`() {
    #expect(CheckerRule.identical("{$.a=\u{E9}}").accepts("{$.a=\u{E9}}"))
    #expect(!CheckerRule.identical("{$.a=\u{E9}}").accepts("{$.a=e\u{301}}"))
  }

  @Test func `Prowler looks for whole event names in any order, quoted or not`() {
    let rule = CheckerRule.prowler(source: "ec2.amazonaws.com", names: ["CreateRoute", "DeleteRoute"])
    #expect(
      rule.accepts(
        "{ ($.eventName = \"DeleteRoute\") || $.eventName=CreateRoute || $.eventSource=ec2.amazonaws.com }"))
    #expect(
      !rule.accepts(
        "{ $.eventName=DeleteRoute || $.eventName=CreateRouteTable || $.eventSource=ec2.amazonaws.com }"))
    #expect(!rule.accepts("{ $.eventName=DeleteRoute || $.eventName=CreateRoute }"))
  }

  @Test func `Powerpipe looks for unquoted event names in the benchmark's order`() {
    let rule = CheckerRule.powerpipe(names: ["CreateRoute", "DeleteRoute"])
    #expect(rule.accepts("{ $.eventName=CreateRoute || $.eventName=DeleteRoute }"))
    #expect(!rule.accepts("{ $.eventName=DeleteRoute || $.eventName=CreateRoute }"))
    #expect(!rule.accepts("{ $.eventName=\"CreateRoute\" || $.eventName=\"DeleteRoute\" }"))
    #expect(
      !rule.accepts("{$.eventName=CreateRoute$.eventName=DeleteRoute}"), "one character has to stand between")
  }

  @Test func `no text makes an evaluation trap`() {
    let texts = ["", "$", "$.eventName", "\u{0}", String(repeating: "$.eventName = ", count: 5_000)]
    for control in Catalog.filterControls {
      for text in texts {
        for checker in Checker.allCases {
          #expect(
            !control.passes(checker, in: .standard, patterns: [text])
              || control.rule(of: checker, in: .standard) == nil)
        }
      }
    }
  }
}
