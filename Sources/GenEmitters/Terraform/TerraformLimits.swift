import Diagnostics
import GenCore
@_spi(_Unicode) import Swift

/// What Terraform cannot hold although the service takes it. The provider counts bytes where the service counts characters, and Terraform
/// itself writes every string in Unicode's composed form (NFC).
///
/// Source: https://github.com/hashicorp/terraform-provider-aws/issues/47274 and
/// https://developer.hashicorp.com/terraform/language/expressions/types#string
enum TerraformLimits {
  static func problems(of graph: ResourceGraph) -> [Diagnostic] {
    var problems: [Diagnostic?] = [
      graph.resources.contains { $0.hasSystemFields } ? .noSystemFields : nil
    ]
    for resource in graph.resources {
      if case .metricFilter(let body) = resource {
        problems.append(long("pattern", body.pattern, 1024, in: graph))
        problems.append(long("filter name", body.name, 512, in: graph))
      }
      if case .alarm(let body) = resource {
        problems.append(long("alarm name", body.name, 255, in: graph))
        problems.append(long("alarm description", body.description, 1024, in: graph))
      }
    }
    return problems.compactMap(\.self)
      + graph.places.filter { !isComposed($0.value) }.map(Diagnostic.notComposed)
  }

  /// Whether a text is in the composed form. Swift's own comparison cannot tell, since it treats both forms as equal.
  private static func isComposed(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } || text.unicodeScalars.elementsEqual(text._nfc)
  }

  private static func long(_ what: String, _ text: String, _ limit: Int, in graph: ResourceGraph)
    -> Diagnostic?
  {
    guard text.utf8.count > limit else { return nil }
    let place = graph.places.first { Array($0.value.utf8) == Array(text.utf8) }
    return .longInBytes(what, text.utf8.count, limit, at: place?.range)
  }
}

extension Resource {
  /// Whether it is a filter by system fields.
  fileprivate var hasSystemFields: Bool {
    if case .metricFilter(let body) = self, case .systemFields? = body.division { true } else { false }
  }
}

extension Diagnostic {
  fileprivate static var noSystemFields: Diagnostic {
    Diagnostic(
      .error, .systemFieldsNotInTerraform,
      "the AWS provider for Terraform has no arguments for 'source: system-fields', so there is no main.tf.json",
      hint:
        "deploy with 'gen cloudformation' or 'gen cli'; for an organization trail's log group, 'source: event' needs no such arguments"
    )
  }
  fileprivate static func notComposed(_ place: ResourceGraph.Place) -> Diagnostic {
    Diagnostic(
      .error, .notComposed, "Terraform would change '\(place.value)': it joins letters and combining marks",
      at: place.range,
      hint: "write the composed characters (Unicode NFC)")
  }
  fileprivate static func longInBytes(_ what: String, _ bytes: Int, _ limit: Int, at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      .warning, .longForTerraform,
      "the \(what) has \(bytes) bytes; the AWS provider for Terraform takes \(limit)", at: range,
      hint: "the provider counts bytes where the service counts characters; write fewer non-ASCII characters")
  }
}
