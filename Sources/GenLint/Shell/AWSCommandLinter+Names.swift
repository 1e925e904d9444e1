internal import Diagnostics

/// The names of services and their operations.
extension AWSCommandLinter {
  /// What people call services by the names of their pages, ARNs and libraries.
  private static let otherNames: [String: String] = [
    "config": "configservice", "eventbridge": "events", "eventbus": "events", "sfn": "stepfunctions",
    "states": "stepfunctions", "monitoring": "cloudwatch", "alarms": "cloudwatch", "cloudwatchlogs": "logs",
    "cloudwatch-logs": "logs", "cognito": "cognito-idp", "elasticloadbalancing": "elbv2", "alb": "elbv2",
    "tagging": "resourcegroupstaggingapi", "trail": "cloudtrail", "stackset": "cloudformation",
    "stacksets": "cloudformation", "cfn": "cloudformation", "parameter-store": "ssm",
    "secrets": "secretsmanager", "organization": "organizations",
  ]

  /// Whether service and operation are known; what is unknown for certain is reported.
  func checkNames(_ command: AWSCommand, _ found: inout [Diagnostic]) -> Bool {
    let library = schemas.library
    guard !command.service.isEmpty else { return false }
    // Commands of version 2 that version 1, whose tables these are, does not have.
    let newer: Set<String> = [
      "sso", "login", "logout", "ecr-public", "history", "cli-dev", "ddb", "configure", "help",
      "agent-toolkit",
    ]
    guard library.knows(command.service) else {
      if !newer.contains(command.service),
        command.service.utf8.allSatisfy({ $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") })
      {
        let near = Suggestion.nearest(to: command.service, among: schemas.services)
        // A service that is younger than these tables has another name, and never capitals.
        let isOther = command.service.utf8.contains { (65...90).contains($0) }
        let meant = Self.otherNames[command.service] ?? near
        if meant != nil || isOther { found.append(.unknownService(command, meant)) }
      }
      return false
    }
    guard !command.operation.isEmpty, let service = schemas.schema(command.service) else { return false }
    if command.operation.hasPrefix("wait ") {
      let waiters = schemas.schema("\(command.service) wait")?.texts("operations") ?? []
      let waiter = String(command.operation.dropFirst(5))
      if waiters.isEmpty || waiters.contains(waiter) { return true }
      found.append(
        .unknownOperation(command, Suggestion.nearest(to: waiter, among: waiters).map { "wait \($0)" }))
      return false
    }
    let others: Set<String> = ["help", "wait"]
    let wanted = Array(command.operation.utf8)
    if others.contains(command.operation)
      || service["operations"]?.elements.contains(where: { $0.isString(wanted) }) ?? false
    {
      return true
    }
    let near = Suggestion.nearest(to: command.operation, among: service.texts("operations"))
    // Of the services that are not kept whole, an operation may be younger than the table of their names.
    if near != nil || service.flag("whole") { found.append(.unknownOperation(command, near)) }
    return false
  }
}

extension Diagnostic {
  fileprivate static func unknownService(_ command: AWSCommand, _ near: String?) -> Diagnostic {
    Diagnostic(
      .error, .unknownCommand, "aws has no service '\(command.service)'", at: command.serviceRange,
      hint: near.map { "did you mean '\($0)'?" })
  }
  fileprivate static func unknownOperation(_ command: AWSCommand, _ near: String?) -> Diagnostic {
    Diagnostic(
      .error, .unknownCommand, "'aws \(command.service)' has no command '\(command.operation)'",
      at: command.operationRange,
      hint: near.map { "did you mean '\($0)'?" })
  }
}
