internal import Diagnostics
internal import Documents

/// Checks a CloudFormation template by every rule but the chain's.
struct TemplateLinter {
  /// What was found.
  private(set) var findings: [Diagnostic]
  /// The resources that each resource refers to.
  let edges: [String: [String]]

  /// Checks a template.
  init(_ template: Template, _ source: SourceText) {
    findings = TemplateStructure(template: template).findings()
    findings += TemplateGlobals(template: template).findings()
    findings += TemplateDeclarations(template: template).findings()
    findings += TemplateIdentities(template: template).findings()
    findings += TemplateRelations(template: template).findings()
    findings += TemplateFunctions(template: template).findings()
    findings += TemplateDocuments(template: template).findings()
    let places = Set(findings.filter { $0.severity == .error }.compactMap { $0.range?.start })
    findings += ServerlessDemands(template: template).findings().filter { finding in
      finding.range.map { !places.contains($0.start) } ?? true
    }
    // Where a schema names the kind of reference, that has been said.
    let told = Set(findings.filter { $0.code == .mismatchedReference }.compactMap { $0.range?.start })
    findings += TemplateARNs(template: template).findings().filter { finding in
      finding.range.map { !told.contains($0.start) } ?? true
    }
    var references = TemplateReferences(template, source)
    findings += references.findings()
    edges = references.edges
    // Where a value of a certain kind is wanted, that has been said of a null.
    var texts = TemplateTexts(template)
    let lines = Set(findings.filter { $0.severity == .error }.compactMap { $0.range?.start.line })
    findings += texts.findings().filter { finding in
      finding.code != .wrongValueType || finding.range.map { !lines.contains($0.start.line) } ?? true
    }
    for circle in DependencyCycle.find(template.resources.map(\.id), edges: edges) {
      // The serverless transform makes several resources of one, and a reference is of one of them.
      let isSplit = circle.contains { template.resource($0)?.type.hasPrefix("AWS::Serverless::") ?? false }
      guard !isSplit, !template.isRewritten else { continue }
      guard let first = circle.first, let resource = template.resource(first) else { continue }
      findings.append(.circle(circle, at: resource.item.key))
    }
    findings += Self.limits(template, source)
  }

  private static func limits(_ template: Template, _ source: SourceText) -> [Diagnostic] {
    let place = source.range(from: 0, to: 0)
    var found: [Diagnostic] = []
    if source.bytes.count > 1_000_000 {
      found.append(
        .overLimit(
          .error, "the template has \(source.bytes.count) bytes; at most 1,000,000 are accepted", at: place))
    } else if source.bytes.count > 51_200 {
      found.append(
        .overLimit(
          .note, "the template has \(source.bytes.count) bytes; over 51,200 it must be deployed from S3",
          at: place))
    }
    for (section, count, most) in [
      ("Resources", template.resources.count, 500), ("Parameters", template.parameters.count, 200),
      ("Outputs", template.outputs.count, 200), ("Mappings", template.mappings.count, 200),
    ] where count > most {
      let range = template.root.entries?.first { $0.key.text == section }?.key.range
      found.append(
        .overLimit(
          .error, "'\(section)' has \(count) members; at most \(most) are accepted", at: range ?? place))
    }
    return found
  }
}

extension Diagnostic {
  /// Resources that depend on each other.
  static func circle(_ names: [String], at range: SourceRange) -> Diagnostic {
    let path = (names + names.prefix(1)).joined(separator: " -> ")
    return Diagnostic(.error, .circularDependency, "resources depend on each other: \(path)", at: range)
  }
  fileprivate static func overLimit(_ severity: Severity, _ message: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(severity, .templateLimit, message, at: range)
  }
}
