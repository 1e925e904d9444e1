internal import Diagnostics

/// A StackSet that carries a control which only the management account sees.
struct ManagementControlInStackSet: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.stackSets.compactMap { stackSet in
      guard let model = stackSet.permissionModel, model.known == "SERVICE_MANAGED",
        let body = stackSet.body?.text, body.contains(ascii: "organizations.amazonaws.com"),
        body.contains(ascii: "AWS::Logs::MetricFilter")
      else { return nil }
      return .unseen(model)
    }
  }
}

extension Diagnostic {
  fileprivate static func unseen(_ model: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .managementControlInStackSet,
      "a StackSet with service-managed permissions never reaches the management account, where these events are recorded",
      at: model.range, hint: "deploy this control with a stack in the management account")
  }
}
