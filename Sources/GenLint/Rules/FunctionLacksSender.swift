internal import Diagnostics

/// A function that what is sent to it may not invoke.
struct FunctionLacksSender: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    guard chain.showsAll else { return [] }
    var left = Admission.mostComparisons
    return chain.deliveries.compactMap { delivery in
      guard left > 0, !delivery.isDeadLetter, let function = chain.neighbours.function(delivery.target),
        chain.mayStandTogether(delivery.sender.resource, function.resource),
        let severity = chain.severity(ofLack: function.resource)
      else { return nil }
      let count = chain.neighbours.permissionCount(of: function)
      left -= count + 1
      guard count <= Admission.mostStatements else { return nil }
      let permissions = chain.neighbours.permissions(of: function).filter {
        chain.mayStandTogether($0.resource, delivery.sender.resource)
      }
      guard !permissions.isEmpty || !chain.neighbours.mayHavePermission(function) else { return nil }
      var near: (permission: ChainNeighbours.Permission, value: ChainValue?)?
      for permission in permissions {
        switch Self.answer(permission, delivery.sender, chain) {
        case .open: return nil
        case .otherService: near = near ?? (permission, permission.principal)
        case .otherSource(let value): near = (permission, value)
        }
      }
      return .uninvited(delivery, function, near, severity)
    }
  }

  private enum Answer {
    case open, otherService
    case otherSource(ChainValue)
  }

  private static func answer(
    _ permission: ChainNeighbours.Permission, _ sender: Sender, _ chain: MonitoringChain
  ) -> Answer {
    guard let principals = permission.principal?.all, let action = permission.action?.known else {
      return .open
    }
    let names = principals.map(\.known)
    guard !names.contains(nil) else { return .open }
    let isInvited = names.contains { $0 == "*" || $0.map { isService($0, sender) } ?? false }
    guard isInvited, PolicyDocument.wildcard(action.lowercased(), "lambda:invokefunction") else {
      return .otherService
    }
    if let source = permission.source, sender.isOther(source, in: chain, isTold: true) {
      return .otherSource(source)
    }
    return .open
  }

  /// Whether a principal is the sender's service, which for topics may have a Region in it.
  private static func isService(_ principal: String, _ sender: Sender) -> Bool {
    principal == sender.service
      || sender.kind == .topic && principal.hasPrefix("sns.") && principal.hasSuffix(".amazonaws.com")
  }
}

extension Diagnostic {
  fileprivate static func uninvited(
    _ delivery: Delivery, _ function: ChainNeighbours.Function,
    _ near: (permission: ChainNeighbours.Permission, value: ChainValue?)?, _ severity: Severity
  ) -> Diagnostic {
    let service = delivery.sender.service
    let isOtherSource = near?.value != nil && near?.value?.range == near?.permission.source?.range
    return Diagnostic(
      severity, .functionLacksSender,
      isOtherSource
        ? "the function may be invoked by '\(near?.value?.shown ?? "")', and not by this \(delivery.sender.kind.word)"
        : "no permission here lets \(service) invoke the function, so nothing arrives",
      at: near?.value?.range ?? near?.permission.resource.key ?? function.resource.key,
      hint: isOtherSource
        ? "name the ARN of the \(delivery.sender.kind.word) as the source"
        : "permit lambda:InvokeFunction to the principal \(service)",
      notes: [.sending(delivery)])
  }
}
