internal import Documents

/// The names of what a transform makes of one resource, or of the whole template.
///
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
struct MadeNames {
  /// What follows the common beginning of the names.
  private enum Rest {
    case any
    /// Nothing, or a word of its own.
    case word
    /// One of some texts and nothing more, or a text that begins with one of others.
    case listed(whole: Set<String>, beginnings: [String])
  }

  private let beginning: String
  private let rest: Rest

  private init(beginning: String, _ rest: Rest) {
    self.beginning = beginning
    self.rest = rest
  }

  /// Any names.
  static let any = MadeNames(beginning: "", .any)

  /// What the serverless transform makes for the template.
  static let ofTemplates = [
    "ServerlessRestApi", "ServerlessHttpApi", "ServerlessUsagePlan", "ServerlessApiKey",
    "ServerlessDeploymentApplication", "CodeDeployServiceRole",
  ].map { MadeNames(beginning: $0, .word) }

  /// What is made of a resource beside it.
  init(_ resource: Template.Resource, globals: Node?) {
    self.init(beginning: resource.id, Self.rest(of: resource, globals?["Function"]))
  }

  private static func rest(of resource: Template.Resource, _ globals: Node?) -> Rest {
    let properties = resource.properties
    let events = properties?["Events"]
    let isWritten = [properties, events].allSatisfy { node in
      node.map { node in
        Intrinsic(node) == nil
          && !(node.entries ?? []).contains { $0.key.text.map(TemplateLanguage.isTransform) ?? false }
      } ?? true
    }
    guard resource.type == "AWS::Serverless::Function", isWritten, resource.item.node["Connectors"] == nil
    else { return .any }
    func has(_ name: String) -> Bool { properties?[name] != nil || globals?[name] != nil }
    var whole: Set<String> = []
    var beginnings = (events?.entries ?? []).compactMap(\.key.text)
    // A role that a condition may leave out is made then.
    let hasRole = has("Role") && properties?["Role"].map { Intrinsic($0)?.name != "If" } ?? true
    if !hasRole { whole.insert("Role") }
    if has("FunctionUrlConfig") {
      whole.formUnion(["Url", "UrlPublicPermissions", "URLInvokeAllowPublicAccess"])
    }
    if has("AutoPublishAlias") { beginnings += ["Alias", "Version", ".Alias", ".Version"] }
    if has("EventInvokeConfig") { beginnings.append("EventInvokeConfig") }
    if has("DeploymentPreference") { beginnings.append("DeploymentGroup") }
    return .listed(whole: whole, beginnings: beginnings)
  }

  /// Whether any name is one.
  var isAny: Bool { beginning.isEmpty }

  /// Whether a name may be one of them.
  func mayHold(_ name: String) -> Bool {
    guard name.hasPrefix(beginning) else { return false }
    let ending = String(name.dropFirst(beginning.count))
    switch rest {
    case .any: return true
    case .word: return ending.utf8.first.map { !(97...122).contains($0) } ?? true
    case .listed(let whole, let beginnings):
      return whole.contains(ending) || beginnings.contains { ending.hasPrefix($0) }
    }
  }
}
