internal import Documents
internal import GenCore

/// What every script begins with: the header, the functions, the options, the checked values and the names that follow from them.
struct ScriptFrame {
  let values: ShellValues
  let action: AWSCLIEmitter.Action

  private var graph: ResourceGraph { values.graph }

  /// A script with numbered steps.
  func script(
    steps: [ScriptStep], functions: [String], preparations: [ShellStatement] = [], ending: [ShellStatement]
  ) -> ShellScript {
    var script = ShellScript()
    script.header = ScriptHeader(graph: graph, action: action, steps: steps.map(\.outline)).lines
    let needed = ["say", "usage", "step", "finish", "refuse"] + functions + checkFunctions + lookupFunctions
    script.parts =
      [opening] + ShellFunction.needed(needed).map { [.code($0.code)] } + [
        options, settings, checks, identity,
      ]
      + [
        derived(
          for: preparations + steps.flatMap(\.statements) + steps.map { .command([$0.title]) } + ending),
        preparations,
      ]
    for (index, step) in steps.enumerated() {
      let call = ShellStatement.command(["step", .text(String(index + 1)), step.title])
      script.parts.append((step.comment.isEmpty ? [] : [.comment(step.comment)]) + [call] + step.statements)
    }
    script.parts.append(ending)
    return script
  }

  private var opening: [ShellStatement] {
    Self.opening(script: action.fileName, remedy: action.remedy)
  }

  /// What every script begins with; `remedy` is what an unfinished run says last.
  static func opening(script: String, remedy: String) -> [ShellStatement] {
    [
      .code("set -eu"),
      .comment(["Ranges such as a-z mean ASCII, and no pager waits for a key."]),
      .code("LC_ALL=C\nAWS_PAGER=\nexport LC_ALL AWS_PAGER"), .blank,
      .assignment("script", .text(script)),
      .assignment("remedy", .text(remedy)),
      .code("current=\ndry_run=no\ntab=$(printf '\\t')\nnewline='\n'"),
    ]
  }

  private var options: [ShellStatement] {
    [
      .code(optionCode), .code(Self.traps),
    ]
  }

  /// However it ends, it says where it stopped.
  static let traps: StaticString =
    "trap 'finish \"$?\"' EXIT\ntrap 'exit 129' HUP\ntrap 'exit 130' INT\ntrap 'exit 143' TERM"

  private var optionCode: StaticString {
    switch action {
    case .apply where !graph.hasExistingSource:
      #"""
      for option in "$@"; do
        case $option in
        --dry-run) dry_run=yes ;;
        --skip-trail-check) ;; # there is no other trail to check
        -h | --help) usage && exit 0 ;;
        *) say "$script: unknown option '$option'; the options are --dry-run, --skip-trail-check and --help" && exit 64 ;;
        esac
      done
      """#
    case .apply:
      #"""
      check_trail=yes
      for option in "$@"; do
        case $option in
        --dry-run) dry_run=yes ;;
        --skip-trail-check) check_trail=no ;;
        -h | --help) usage && exit 0 ;;
        *) say "$script: unknown option '$option'; the options are --dry-run, --skip-trail-check and --help" && exit 64 ;;
        esac
      done
      """#
    case .verify where !graph.hasExistingSource:
      #"""
      for option in "$@"; do
        case $option in
        --skip-trail-check) ;; # there is no other trail to check
        -h | --help) usage && exit 0 ;;
        *) say "$script: unknown option '$option'; the options are --skip-trail-check and --help" && exit 64 ;;
        esac
      done
      """#
    case .verify:
      #"""
      check_trail=yes
      for option in "$@"; do
        case $option in
        --skip-trail-check) check_trail=no ;;
        -h | --help) usage && exit 0 ;;
        *) say "$script: unknown option '$option'; the options are --skip-trail-check and --help" && exit 64 ;;
        esac
      done
      """#
    case .test:
      #"""
      assume_yes=no
      raise_alarm=no
      for option in "$@"; do
        case $option in
        --dry-run) dry_run=yes ;;
        --raise-alarm) raise_alarm=yes ;;
        --yes) assume_yes=yes ;;
        -h | --help) usage && exit 0 ;;
        *) say "$script: unknown option '$option'; the options are --raise-alarm, --yes, --dry-run and --help" && exit 64 ;;
        esac
      done
      """#
    case .remove:
      #"""
      assume_yes=no
      for option in "$@"; do
        case $option in
        --dry-run) dry_run=yes ;;
        --yes) assume_yes=yes ;;
        -h | --help) usage && exit 0 ;;
        *) say "$script: unknown option '$option'; the options are --yes, --dry-run and --help" && exit 64 ;;
        esac
      done
      """#
    }
  }

  private var settings: [ShellStatement] {
    guard !graph.parameters.isEmpty else { return [] }
    return [
      .comment([
        "What differs from account to account: the spec's values, unless the environment says otherwise."
      ])
    ]
      + graph.parameters.map { .overridable($0.name.upperCase, .text($0.defaultText)) }
  }

  private var checks: [ShellStatement] {
    let checks = graph.parameters.filter { !$0.isLookedUp }.map(\.check)
    return checks.isEmpty
      ? [] : [.comment(["Nothing is called before every value has proved harmless."])] + checks
  }

  private var checkFunctions: [String] { graph.parameters.map(\.checkFunction) }

  private var identity: [ShellStatement] {
    [
      .code(
        #"""
        # Where this is: the Region, the account and the partition.
        region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}}
        if [ -z "$region" ]; then
          region=$(command aws configure get region) || region=
        fi
        case $region in
        '' | *[!a-z0-9-]*)
          say "$script: no usable Region. Set AWS_REGION to the home Region of the trail, such as us-east-1."
          exit 64
          ;;
        esac
        """#),
      .code(Self.account),
    ]
  }

  /// Asks whose account it is, in the Region `$region`.
  static let account: StaticString =
    #"""
    AWS_REGION=$region
    AWS_DEFAULT_REGION=$region
    export AWS_REGION AWS_DEFAULT_REGION
    current='the question for the account'
    identity=$(command aws sts get-caller-identity --query='[Account, Arn]' --output=text) || {
      say "$script: AWS does not say whose credentials these are. Sign in, or set AWS_PROFILE, and run this script again."
      exit 74
    }
    account=${identity%%"$tab"*}
    partition=${identity#*"$tab"arn:}
    partition=${partition%%:*}
    case $account,$partition in
    [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9],aws) ;;
    [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9],aws*[!a-z-]*) account= ;;
    [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9],aws-?*) ;;
    *) account= ;;
    esac
    if [ -z "$account" ]; then
      say "$script: this is no answer of AWS to 'aws sts get-caller-identity': $identity"
      exit 74
    fi
    current=
    say "$script: account $account, Region $region"
    """#

  /// What is found where the script runs, unless the environment says it.
  private var lookups: [ShellStatement] {
    graph.parameters.flatMap { parameter -> [ShellStatement] in
      guard case .lookup(_, let lookup) = parameter.kind else { return [] }
      let name = parameter.name.upperCase
      let search: [ShellWord] =
        switch lookup {
        case .logGroup(let prefix): ["group_by_prefix", .text(prefix)]
        case .logGroupOfTrail(let trail): ["group_of_trail", .text(trail)]
        case .organization: ["organization"]
        }
      return [
        .conditional(["[", "-z", .variable(name), "]"], then: [.capture(name, search)], else: []),
        parameter.check,
      ]
    }
  }

  private var lookupFunctions: [String] {
    graph.parameters.compactMap { parameter in
      guard case .lookup(_, let lookup) = parameter.kind else { return nil }
      return switch lookup {
      case .logGroup: "group_by_prefix"
      case .logGroupOfTrail: "group_of_trail"
      case .organization: "organization"
      }
    }
  }

  /// Only the policy of a key names a service by its domain.
  private func domain(for following: [ShellStatement]) -> [ShellStatement] {
    guard following.contains(where: { $0.variables.contains("domain") }) else { return [] }
    return [
      .code(
        #"""
        case $partition in
        aws-cn) domain=amazonaws.com.cn ;;
        aws-iso) domain=c2s.ic.gov ;;
        aws-iso-b) domain=sc2s.sgov.gov ;;
        *) domain=amazonaws.com ;;
        esac
        """#)
    ]
  }

  private func derived(for following: [ShellStatement]) -> [ShellStatement] {
    let names = lookups + domain(for: following) + ShellStatement.used(values.derived(), in: following)
    return names.isEmpty ? [] : [.comment(["Names that follow from account and Region."])] + names
  }
}

extension AWSCLIEmitter.Action {
  /// What an unfinished run says last.
  fileprivate var remedy: String {
    switch self {
    case .apply, .remove: "When the cause above is mended, running it again finishes it."
    case .verify, .test: "When the cause above is mended, run it again."
    }
  }
}

extension ResourceGraph {
  /// Whether the graph makes the log group.
  var isSourceMade: Bool {
    switch source {
    case .made: true
    case .existing, .centralized, .nothing: false
    }
  }

  /// Whether the log group exists, so that there is a trail to look at.
  var hasExistingSource: Bool {
    switch source {
    case .existing: true
    case .centralized, .made, .nothing: false
    }
  }

  /// The topic's ARN when the graph does not make it.
  var existingTopic: Value? {
    resources.contains { $0.id.kind == .topic } ? nil : topic
  }
}

/// One numbered step of a script.
struct ScriptStep {
  /// What it says it does.
  var title: ShellWord
  /// The title for the header, without variables.
  var outline: String
  /// Why, for a reader.
  var comment: [String] = []
  /// What it does.
  var statements: [ShellStatement]
}

extension Parameter {
  /// The default as an environment variable holds it.
  var defaultText: String {
    switch kind {
    case .text(_, let text): text
    case .lookup: ""
    case .period(let seconds, _): String(seconds)
    case .number(let number): JSONPrinter(.compact).print(.decimal(number))
    }
  }

  /// Whether the script looks it up, and so checks it later.
  fileprivate var isLookedUp: Bool { if case .lookup = kind { true } else { false } }

  /// The call that refuses what it may not be.
  var check: ShellStatement {
    let name = name.upperCase
    return .command([.text(checkFunction), .text(name), .variable(name)] + checkArguments)
  }

  /// The function that refuses what the parameter may not be.
  var checkFunction: String {
    switch kind {
    case .text(let rule, _), .lookup(let rule, _):
      switch rule {
      case .logGroupName, .metricNamespace: "check_name"
      case .topicARN: "check_arn"
      case .keyARN: "check_key"
      case .organizationID: "check_organization"
      case .endpoint(let delivery):
        switch delivery {
        case .email, .emailJSON: "check_email"
        case .sms: "check_phone"
        case .sqs, .lambda: "check_arn"
        case .http, .https: "check_url"
        }
      }
    case .period: "check_period"
    case .number: "check_number"
    }
  }

  /// What the function wants to know beside name and value.
  fileprivate var checkArguments: [ShellWord] {
    switch kind {
    case .text(let rule, _), .lookup(let rule, _):
      switch rule {
      case .logGroupName: ["512"]
      case .metricNamespace: ["255"]
      case .topicARN: ["sns"]
      case .keyARN, .organizationID: []
      case .endpoint(let delivery):
        switch delivery {
        case .email, .emailJSON, .sms: []
        case .sqs, .lambda, .http, .https: [.text(delivery.rawValue)]
        }
      }
    case .period(_, let maximum): [.text(String(maximum))]
    case .number: []
    }
  }
}
