internal import Diagnostics
internal import Documents

/// Names under which a script makes a resource, and names almost like them that it then uses: a trail is made as `main` and started
/// as `mian`.
struct UnmadeNames {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// A kind of resource: the operation that makes it, and the parameter with its name there.
  private static let makers: [String: (kind: String, member: String)] = [
    "cloudtrail create-trail": ("trail", "Name"), "logs create-log-group": ("log group", "logGroupName"),
    "events put-rule": ("rule", "Name"), "iam create-role": ("role", "RoleName"),
    "iam create-user": ("user", "UserName"), "iam create-group": ("group", "GroupName"),
    "iam create-instance-profile": ("instance profile", "InstanceProfileName"),
    "lambda create-function": ("function", "FunctionName"),
    "cloudformation create-stack": ("stack", "StackName"),
    "cloudformation create-stack-set": ("stack set", "StackSetName"),
    "s3api create-bucket": ("bucket", "Bucket"), "dynamodb create-table": ("table", "TableName"),
    "ecr create-repository": ("repository", "repositoryName"),
    "kinesis create-stream": ("stream", "StreamName"),
  ]
  /// The parameters with the name of a kind, by service.
  private static let users: [String: [String: String]] = [
    "cloudtrail": ["Name": "trail", "TrailName": "trail", "S3BucketName": "bucket"],
    "logs": ["logGroupName": "log group"], "events": ["Name": "rule", "Rule": "rule"],
    "iam": [
      "RoleName": "role", "UserName": "user", "GroupName": "group", "InstanceProfileName": "instance profile",
    ],
    "lambda": ["FunctionName": "function"],
    "cloudformation": ["StackName": "stack", "StackSetName": "stack set"], "s3api": ["Bucket": "bucket"],
    "dynamodb": ["TableName": "table"], "ecr": ["repositoryName": "repository"],
    "kinesis": ["StreamName": "stream"],
  ]
  /// What only asks, or cleans up what an earlier script left.
  private static let others = [
    "delete", "remove", "describe", "get", "list", "head", "wait", "create", "disable",
  ]

  /// Looks at the commands in their order.
  init(_ calls: [(command: AWSCommand, parameters: AWSParameters)]) {
    var made: [String: [String: SourceRange]] = [:]
    for (command, parameters) in calls {
      guard let (kind, member) = Self.makers["\(command.service) \(command.operation)"],
        let name = parameters.entries.first(where: { $0.key.text == member })?.value, let text = name.text
      else { continue }
      made[kind, default: [:]][text] = name.range
    }
    guard !made.isEmpty else { return }
    // Of names that only a run knows, one may be the name that is asked for.
    made = made.filter { $0.value.keys.allSatisfy { ShellText.isKnown($0) } }
    let near = made.mapValues { NearNames($0.keys.sorted()) }
    var seen: Set<Diagnostic> = []
    for (command, parameters) in calls {
      guard let users = Self.users[command.service] else { continue }
      let isOther = Self.others.contains { command.operation.hasPrefix($0) }
      for entry in parameters.entries {
        guard let kind = entry.key.text.flatMap({ users[$0] }), let names = made[kind],
          !isOther || kind == "bucket" && command.service == "cloudtrail",
          let text = entry.value.text, names[text] == nil, ShellText.isKnown(text),
          let meant = near[kind]?.candidates(for: text).first(where: { Self.isSlip(text, $0) })
        else { continue }
        let finding = Diagnostic.unmade(kind, text, meant, at: entry.value.range, names[meant])
        if seen.insert(finding).inserted { findings.append(finding) }
      }
    }
  }

  /// Whether a slip of the hand is between two names, and no number or letter that tells two of a row apart.
  private static func isSlip(_ name: String, _ made: String) -> Bool {
    guard made.utf8.count > 3, !name.hasPrefix("arn:") else { return false }
    switch VariableSlip(name, made) {
    case .letter, .spelling: return true
    case .replaced, nil: return false
    }
  }
}

extension Diagnostic {
  fileprivate static func unmade(
    _ kind: String, _ name: String, _ near: String, at range: SourceRange, _ made: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "the script makes no \(kind) '\(name.prefix(80))'", at: range,
      hint: "did you mean '\(near)'?", notes: [Note("made here", at: made)])
  }
}
