import Diagnostics
import Documents

extension SpecBlocks {
  /// The `deploy` block.
  mutating func deployment(_ node: Node) -> DeploymentSettings? {
    guard let fields = fields(node, of: "deploy", known: ["scope", "homeRegion", "stackSet"]) else {
      return nil
    }
    var settings = DeploymentSettings()
    settings.scope = scalars.word(fields["scope"], "scope")
    settings.homeRegion = scalars.text(fields["homeRegion"], "homeRegion", lengths: 1...32, rule: .region)
    if let region = settings.homeRegion, settings.scope?.value != .stackset,
      settings.scope != nil || fields["scope"] == nil
    {
      scalars.problems.append(.homeRegionNotHere(region))
    }
    settings.stackSet = fields["stackSet"].flatMap { stackSet($0, homeRegion: settings.homeRegion) }
    if fields["stackSet"] != nil, settings.scope?.value != .stackset,
      settings.scope != nil || fields["scope"] == nil
    {
      scalars.problems.append(.stackSetNotHere(at: fields.place(of: "stackSet")))
    }
    return settings
  }
}

extension Diagnostic {
  fileprivate static func homeRegionNotHere(_ region: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'homeRegion' has no meaning without 'scope: stackset'", at: region.range,
      hint: "elsewhere the Region is the one you deploy to; remove it")
  }
  fileprivate static func stackSetNotHere(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'stackSet' has no meaning without 'scope: stackset'", at: range,
      hint: "write 'scope: stackset', or remove it")
  }
}
