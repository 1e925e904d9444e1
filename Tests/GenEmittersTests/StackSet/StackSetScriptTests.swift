import Diagnostics
import Foundation
import GenCore
import Testing

@testable import GenEmitters

/// A spec's StackSet in both forms.
struct EmittedStackSet {
  let script: String
  let template: String
  let stack: String
  let diagnostics: [Diagnostic]

  init(
    _ stackSet: String, trail: String = "existing: { logGroup: logs }", lines: String = "",
    part: DeploymentPart? = nil
  ) {
    let text = """
      version: 1
      name: tried
      controls: [root-usage]
      trail: { \(trail) }
      deploy: { scope: stackset, homeRegion: eu-west-1, stackSet: { \(stackSet) } }
      \(lines)
      """
    let result = Compiler.compile(SourceText(file: "spec.yaml", text: text), part: part)
    let emissions = result.graph.map { graph in
      StackSetEmitter.Format.allCases.map { StackSetEmitter().emit(graph, format: $0) }
    }
    script = emissions?[0].artefact?.text ?? ""
    template = emissions?[1].artefact?.text ?? ""
    stack = result.graph.flatMap { CloudFormationEmitter().emit($0).artefact?.text } ?? ""
    diagnostics = result.diagnostics + (emissions?.flatMap(\.diagnostics) ?? [])
  }
}

@Suite struct StackSetScriptTests {
  static let units = EmittedStackSet(
    "organizationalUnits: [ou-ab12-cd34ef56, r-ab12], regions: [eu-west-1, us-east-1]")
  static let accounts = EmittedStackSet(
    "permissionModel: self-managed, accounts: ['111122223333'], executionRole: Deploys, administrationRole: 'arn:aws:iam::111122223333:role/path/Manages'",
    trail: "create: { name: the-trail }", lines: "tags: { Owner: security }")

  @Test func whatAnOperatorMayChangeIsAVariableWithTheSpecsValue() {
    let script = Self.units.script
    for line in [
      "STACK_SET_NAME=${STACK_SET_NAME-tried}", "HOME_REGION=${HOME_REGION-eu-west-1}",
      "REGIONS=${REGIONS-'eu-west-1 us-east-1'}",
      "ORGANIZATIONAL_UNITS=${ORGANIZATIONAL_UNITS-'ou-ab12-cd34ef56 r-ab12'}",
      "ACCOUNT_FILTER=${ACCOUNT_FILTER-NONE}",
      "CALL_AS=${CALL_AS-SELF}", "LOG_GROUP_NAME=${LOG_GROUP_NAME-logs}",
    ] { #expect(script.contains("\n\(line)\n"), "\(line)") }
    #expect(EmittedStackSet("").script.contains("\nREGIONS=${REGIONS-\"$HOME_REGION\"}\n"))
    #expect(!script.contains("ROOT_USAGE_THRESHOLD"), "thresholds and periods are the spec's")
    #expect(!script.contains("STORAGE_EXISTS") && Self.accounts.script.contains("STORAGE_EXISTS"))
  }

  @Test func everyVariableIsCheckedBeforeTheFirstCall() {
    let script = Self.accounts.script
    let settings = script.split(separator: "\n").filter { $0.firstMatch(of: /^[A-Z_0-9]+=\$\{/) != nil }
    let checks =
      script.components(separatedBy: "# Nothing is called before").last?
      .components(separatedBy: "command aws").first ?? ""
    #expect(settings.count >= 6)
    for setting in settings {
      let name = setting.prefix { $0 != "=" }
      #expect(checks.contains("check_") && checks.contains(" \(name) \"$\(name)\""), "\(name)")
    }
  }

  @Test func theTemplateStandsInTheScriptAsItIs() {
    for made in [Self.units, Self.accounts] {
      #expect(made.script.contains("\n  cat <<'END_OF_TEMPLATE'\n\(made.stack)END_OF_TEMPLATE\n}\n"))
    }
  }

  @Test func aTextThatHoldsTheTerminatorGetsAnother() {
    let lines = HereDocument(text: "a\nEND_OF_TEMPLATE\nb'$x\n").lines
    #expect(lines == ["cat <<'END_OF_TEMPLATE_'", "a", "END_OF_TEMPLATE", "b'$x", "END_OF_TEMPLATE_"])
  }

  @Test func unitsAndAccountsAreDeployedToInTheirOwnWay() {
    #expect(
      Self.units.script.contains(
        "--auto-deployment='{\"Enabled\":true,\"RetainStacksOnAccountRemoval\":false}'"))
    #expect(Self.units.script.contains("\n  check_organization_caller\n"))
    #expect(
      !Self.units.script.contains("--administration-role-arn")
        && !Self.units.script.contains("read_account_targets"))
    #expect(
      Self.accounts.script.contains("--administration-role-arn=arn:aws:iam::111122223333:role/path/Manages"))
    #expect(Self.accounts.script.contains("--execution-role-name=Deploys"))
    #expect(Self.accounts.script.contains("\n  check_administration_role Manages\n"))
    #expect(
      !Self.accounts.script.contains("organizations ") && !Self.accounts.script.contains("auto-deployment"))
  }

  @Test func rolesNeedTheCapabilityAndNothingElseDoes() {
    #expect(Self.accounts.script.contains("--capabilities=CAPABILITY_IAM"))
    #expect(!Self.units.script.contains("CAPABILITY_IAM") && !Self.units.template.contains("CAPABILITY_IAM"))
  }

  @Test func tagsThatTheSpecNoLongerHasAreTakenAway() {
    #expect(Self.units.script.contains("--tags=\\[\\]") || Self.units.script.contains("--tags='[]'"))
    #expect(Self.accounts.script.contains("--tags='[{\"Key\":\"Owner\",\"Value\":\"security\"}]'"))
  }

  @Test func autoDeploymentCanBeTurnedOff() {
    let made = EmittedStackSet("autoDeployment: { enabled: false }")
    #expect(made.script.contains("--auto-deployment='{\"Enabled\":false}'"))
    #expect(made.template.contains("AutoDeployment:\n        Enabled: false\n      Managed"))
    let kept = EmittedStackSet("autoDeployment: { enabled: true, retainStacksOnAccountRemoval: true }")
    #expect(kept.script.contains("\"RetainStacksOnAccountRemoval\":true"))
  }

  @Test func aValueThatNobodyGaveIsAskedFor() {
    let made = EmittedStackSet("", trail: "existing: { logGroupPrefix: aws-controltower }")
    #expect(made.script.contains("\nneeded LOG_GROUP_NAME \"$LOG_GROUP_NAME\""))
    #expect(made.script.contains("\nneeded ORGANIZATIONAL_UNITS "))
  }

  @Test func aSpecForOneAccountHasNoStackSet() throws {
    let text = "version: 1\nname: tried\ncontrols: [root-usage]\ntrail: { existing: { logGroup: g } }\n"
    let graph = try #require(Compiler.compile(SourceText(file: "s", text: text)).graph)
    for format in StackSetEmitter.Format.allCases {
      let emission = StackSetEmitter().emit(graph, format: format)
      #expect(emission.artefact == nil && emission.diagnostics.map(\.code.number) == [3062])
    }
    #expect(!Outputs.emit(graph).artefacts.contains { $0.fileName.hasPrefix("stackset") })
  }
}
