public import Diagnostics
internal import Documents

/// Checks artefacts: CloudFormation templates, Terraform configurations in JSON, and shell scripts of aws commands.
///
///     SourceText -> ArtefactKind -> reader -> rules of the form -> ChainSource -> MonitoringChain -> chain rules, patterns -> Suppressions
///
/// Reads one source; produces diagnostics in reading order. A file that cannot be read yields an error, never a trap.
public struct Linter: Sendable {
  /// The largest artefact that is read, in bytes.
  public static let maximumByteCount = 16 << 20

  private let ignored: Set<Int>

  /// Makes a linter that leaves out the findings of some codes.
  public init(ignoring codes: [DiagnosticCode] = []) { ignored = Set(codes.map(\.number)) }

  /// Everything found in one artefact. A spec is not judged here: the compiler does that.
  public func lint(_ source: SourceText) -> [Diagnostic] {
    let place = source.range(from: 0, to: 0)
    guard source.bytes.count <= Self.maximumByteCount else {
      return [.unreadable("the file has more than \(Self.maximumByteCount) bytes", at: place)]
    }
    var suppressions = Suppressions(source)
    let found: [Diagnostic] =
      switch ArtefactKind(source) {
      case .cloudFormationYAML:
        lintTemplate(
          YAMLReader(limits: .init(bytes: Self.maximumByteCount, depth: JSONText.maximumDepth)).read(source),
          source,
          &suppressions)
      case .cloudFormationJSON: lintTemplate(JSONText.read(source), source, &suppressions)
      case .terraformJSON: lintConfiguration(JSONText.read(source), source)
      case .shellScript: lintScript(source)
      case .spec, .unknown: [.unknownArtefact(at: place)]
      }
    let kept = found.filter { !ignored.contains($0.code.number) && !suppressions.hides($0) }
    return (kept + suppressions.findings.filter { !ignored.contains($0.code.number) }).sortedByPosition()
  }

  private typealias Reading = (node: Node?, diagnostics: [Diagnostic])

  private func lintTemplate(
    _ reading: Reading, _ source: SourceText, _ suppressions: inout Suppressions
  ) -> [Diagnostic] {
    guard let root = reading.node, root.entries != nil else {
      if reading.diagnostics.hasErrors { return reading.diagnostics }
      return reading.diagnostics + [.unknownArtefact(at: source.range(from: 0, to: 0))]
    }
    let template = Template(root)
    suppressions.add(template)
    let linter = TemplateLinter(template, source)
    let chain = MonitoringChain(TemplateChainSource(template: template, edges: linter.edges))
    return reading.diagnostics + linter.findings + lintChain(chain, source)
  }

  private func lintConfiguration(_ reading: Reading, _ source: SourceText) -> [Diagnostic] {
    guard let root = reading.node, root.entries != nil else { return reading.diagnostics }
    let linter = TerraformLinter(TerraformConfiguration(root))
    let chain = MonitoringChain(
      TerraformChainSource(configuration: linter.configuration, edges: linter.edges))
    return reading.diagnostics + linter.findings + lintChain(chain, source)
  }

  private func lintScript(_ source: SourceText) -> [Diagnostic] {
    let linter = ScriptLinter(source)
    return linter.findings + lintChain(MonitoringChain(ScriptChainSource(calls: linter.calls)), source)
  }

  private func lintChain(_ chain: MonitoringChain, _ source: SourceText) -> [Diagnostic] {
    let patterns = PatternChecks(source: source)
    var found = chain.patterns.flatMap { patterns.findings(on: $0) }
    for rule in ChainRules.all { found += rule.findings(in: chain) }
    // A function that a script calls twice, or a rule that meets a resource by two ways, says the same thing twice.
    var seen: Set<Diagnostic> = []
    return found.filter { seen.insert($0).inserted }
  }
}

extension Diagnostic {
  static func unknownArtefact(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownArtefact, "this is no artefact that gen lint knows", at: range,
      hint:
        "a CloudFormation template, a Terraform configuration in JSON, or a shell script with aws commands")
  }
}
