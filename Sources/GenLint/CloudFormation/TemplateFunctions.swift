internal import Diagnostics
internal import Documents

/// The limits of Lambda's functions that no schema carries.
///
/// A value that only a deployment knows counts for nothing.
struct TemplateFunctions {
  let template: Template

  /// The most bytes that the environment's names and values have together.
  ///
  /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  private static let largestEnvironment = 4096
  /// The longest ARN of a layer, beside its partition and Region.
  private static let longestLayer = 176

  /// What is beyond them.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for resource in template.resources where resource.type == "AWS::Lambda::Function" {
      guard let properties = resource.properties else { continue }
      checkEnvironment(properties["Environment"], &found)
      checkSnapStart(properties, &found)
      for layer in properties["Layers"]?.elements ?? [] { checkLayer(layer, &found) }
    }
    return found
  }

  private func checkEnvironment(_ environment: Node?, _ found: inout [Diagnostic]) {
    guard let entry = environment?.entries?.first(where: { $0.key.text == "Variables" }) else { return }
    let count = (entry.value.entries ?? []).reduce(0) { sum, variable in
      sum + (variable.key.text?.utf8.count ?? 0) + (plain(variable.value)?.utf8.count ?? 0)
    }
    if count > Self.largestEnvironment {
      found.append(.environment(count, most: Self.largestEnvironment, at: entry.key.range))
    }
  }

  /// https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
  private func checkSnapStart(_ properties: Node, _ found: inout [Diagnostic]) {
    guard let choice = properties["SnapStart"]?["ApplyOn"], plain(choice) == "PublishedVersions",
      let runtime = properties["Runtime"].flatMap(plain), !takesSnapStart(runtime)
    else { return }
    found.append(.snapStart(runtime, at: choice.range))
  }

  /// Whether functions of a runtime can start from a snapshot: those of Java 11, Python 3.12 and .NET 8, and all later ones.
  private func takesSnapStart(_ runtime: String) -> Bool {
    let old = [
      "java8", "java8.al2", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10",
      "python3.11", "dotnet5.0", "dotnet6", "dotnet7",
    ]
    return ["java", "python", "dotnet"].contains(where: runtime.hasPrefix)
      && !runtime.hasPrefix("dotnetcore") && !old.contains(runtime)
  }

  /// https://docs.aws.amazon.com/lambda/latest/api/API_Layer.html
  private func checkLayer(_ layer: Node, _ found: inout [Diagnostic]) {
    guard let text = plain(layer) else { return }
    let fields = ARNText.fields(of: text)
    guard fields.count == 6 else { return }
    let most = Self.longestLayer + fields[1].utf8.count + fields[3].utf8.count
    if text.utf8.count > most { found.append(.layer(text.utf8.count, most: most, at: layer.range)) }
  }

  /// A text that stands there as it is.
  private func plain(_ node: Node) -> String? {
    guard Intrinsic(node) == nil, let text = node.text, !text.contains(ascii: "{{resolve:") else {
      return nil
    }
    return text
  }
}

extension Diagnostic {
  fileprivate static func environment(_ count: Int, most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .lengthOutOfRange,
      "the environment's names and values have \(count) bytes; a function takes at most \(most)", at: range,
      hint: "keep large values in a parameter or a file, and give the function their names")
  }
  fileprivate static func snapStart(_ runtime: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "functions of '\(runtime)' cannot start from a snapshot", at: range,
      hint: "remove 'SnapStart', or use a runtime from java11, python3.12 or dotnet8 on")
  }
  fileprivate static func layer(_ count: Int, most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .lengthOutOfRange, "the ARN of this layer has \(count) characters; it takes at most \(most)",
      at: range)
  }
}
