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

  /// The most nodes that aliases may stand for.
  private static let maximumAliased = 100_000
  /// How deep a template in a template in an artefact is read.
  private static let maximumEmbedding = 3
  /// How many templates in one artefact are read.
  private static let maximumEmbedded = 100

  /// The codes of what is not there.
  private static let absences = Set(
    [
      DiagnosticCode.metricNameDiffers, .filterWithoutAlarm, .noSubscription, .topicPolicyLacksCloudWatch,
      .roleLacksPermissions, .bucketPolicyLacksCloudTrail,
    ].map(\.number))

  private let ignored: Set<Int>

  /// Makes a linter that leaves out the findings of some codes.
  public init(ignoring codes: [DiagnosticCode] = []) { ignored = Set(codes.map(\.number)) }

  /// Everything found in one artefact. A spec is not judged here: the compiler does that. `folder` is what a Terraform configuration
  /// lies in; nil when that is not known.
  public func lint(_ source: SourceText, in folder: TerraformFolder? = nil) -> [Diagnostic] {
    let place = source.range(from: 0, to: 0)
    guard source.bytes.count <= Self.maximumByteCount else {
      return [
        .unreadableFile(
          "the file has more than \(Self.maximumByteCount) bytes", at: place,
          hint: "an artefact is far smaller; is it the file that was meant?")
      ]
    }
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      return [.unreadableFile("the file is UTF-16", at: place, hint: "save it as UTF-8")]
    }
    let kind = ArtefactKind(source)
    if kind == .cloudFormationYAML || kind == .cloudFormationJSON,
      source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    {
      // CloudFormation reads over a byte order mark.
      return lint(SourceText(file: source.file, bytes: Array(source.bytes.dropFirst(3))))
    }
    var suppressions = Suppressions(source)
    let found: [Diagnostic] =
      switch kind {
      case .cloudFormationYAML:
        lintTemplate(readYAML(source), source, &suppressions)
      case .cloudFormationJSON: lintTemplate(readJSONTemplate(source), source, &suppressions)
      case .terraformJSON: lintConfiguration(TerraformDocument.read(source), source, folder)
      case .shellScript: lintScript(source)
      case .spec, .unknown: [ForeignFile.finding(source)]
      }
    // What could not be read was not searched to the end.
    let isWhole = !found.contains { $0.severity == .error && $0.code.number < 4100 }
    return kept(found, suppressions, isWhole: isWhole)
  }

  /// What the compiler found in a spec, without what a comment there or the command line leaves out. Of a spec with errors not all
  /// is found.
  public func kept(_ found: [Diagnostic], in spec: SourceText) -> [Diagnostic] {
    kept(found, Suppressions(spec), isWhole: !found.hasErrors)
  }

  private func kept(_ found: [Diagnostic], _ asked: Suppressions, isWhole: Bool) -> [Diagnostic] {
    var suppressions = asked
    let kept = found.filter { !suppressions.hides($0) }
    let own = suppressions.findings + (isWhole ? suppressions.unused : [])
    return (kept + own).filter { !ignored.contains($0.code.number) }.sortedByPosition()
  }

  private typealias Reading = (node: Node?, diagnostics: [Diagnostic])

  private func readYAML(_ source: SourceText) -> Reading {
    YAMLReader(
      limits: .init(
        bytes: Self.maximumByteCount, depth: JSONText.maximumDepth, aliased: Self.maximumAliased)
    ).read(source)
  }

  /// A template in JSON. What only YAML allows there, such as a comma at the end of a list, is a warning: not every tool takes it.
  private func readJSONTemplate(_ source: SourceText) -> Reading {
    let strict = JSONText.read(source)
    guard strict.node == nil, let problem = strict.diagnostics.first else { return strict }
    let loose = readYAML(source)
    guard let root = loose.node, root.entries != nil else { return strict }
    // A file that says it is YAML is that, braces or not.
    if [".yaml", ".yml"].contains(where: source.file.hasSuffix) { return loose }
    return (root, [.looseJSON(problem)] + loose.diagnostics)
  }

  private func lintTemplate(
    _ reading: Reading, _ source: SourceText, _ suppressions: inout Suppressions, depth: Int = 0
  ) -> [Diagnostic] {
    if let foreign = ForeignTemplate.finding(reading.diagnostics, in: source) { return [foreign] }
    guard let root = reading.node, root.entries != nil else {
      if reading.diagnostics.hasErrors { return reading.diagnostics }
      return reading.diagnostics + [.unknownArtefact(at: source.range(from: 0, to: 0))]
    }
    let loops = TemplateLoops(root)
    let template = Template(loops.root, isFragment: TemplateLanguage.isServerless(source.bytes))
    suppressions.add(template)
    let linter = TemplateLinter(template, source)
    let chain = MonitoringChain(TemplateChainSource(template: template, edges: linter.edges))
    // Two resources of one name are met by their identities too.
    let twice = Set(linter.findings.filter { $0.code == .duplicateName }.compactMap { $0.range?.start })
    let defaults = ParameterDefaults(template)
    let chained = lintChain(chain, [source], depth: depth).filter { finding in
      // What a macro, a loop or a module writes may be what is missing.
      if template.isOpen, Self.absences.contains(finding.code.number) { return false }
      return finding.code != .duplicateName || !(finding.range.map { twice.contains($0.start) } ?? false)
    }.map(defaults.explained)
    // What an alias repeats is said once.
    let usesAlias = reading.diagnostics.contains { $0.code == .yamlAlias }
    let judged = loops.findings + loops.once(linter.findings + chained)
    var seen: Set<Diagnostic> = []
    guard usesAlias else { return (reading.diagnostics + judged).filter { seen.insert($0).inserted } }
    var kept = reading.diagnostics.filter { $0.code != .yamlAlias || !template.isPackaged }
    // No tool rewrites a template that stands in another artefact.
    if depth > 0 {
      for index in kept.indices where kept[index].code == .yamlAlias { kept[index].severity = .error }
    }
    return (kept + judged).filter { seen.insert($0).inserted }
  }

  private func lintConfiguration(_ reading: Reading, _ source: SourceText, _ folder: TerraformFolder?)
    -> [Diagnostic]
  {
    if let foreign = ForeignTemplate.finding(reading.diagnostics, in: source) { return [foreign] }
    guard let root = reading.node, root.entries != nil else { return reading.diagnostics }
    let configuration = { folder?.configuration(root, of: source.file) ?? TerraformConfiguration(root) }
    let judgement = folder?.judgement(of: source) ?? judge(configuration(), [source])
    var read = reading.diagnostics
    if read.contains(where: { $0.code == .duplicateKey }) {
      let linter = TerraformLinter(configuration())
      read = read.compactMap { finding in
        guard finding.code == .duplicateKey, let key = finding.range else { return finding }
        return switch linter.repeated(at: key) {
        case .argument: finding
        case .block: nil
        case .tooOften(let other): other
        }
      }
    }
    guard let folder else { return read + judgement.findings }
    let note = judgement.watching.contains(source.file) ? folder.note(on: source) : nil
    // What a block lacks, another file may add.
    let isOverride = folder.hasOverride || TerraformFolder.isOverride(source.file)
    // What is found in another file of the module is told of that file.
    return read + (note.map { [$0] } ?? []) + folder.overridden(root, in: source.file)
      + judgement.findings.filter { finding in
        finding.range?.file == source.file && !(isOverride && finding.code == .missingProperty)
      }
  }

  /// The folder with what is found in its files, so that to check all of them takes not much longer than to check one.
  public func judged(_ folder: TerraformFolder) -> TerraformFolder { folder.judged(by: judge) }

  private func judge(_ configuration: TerraformConfiguration, _ sources: [SourceText]) -> TerraformJudgement {
    let linter = TerraformLinter(configuration)
    let chain = MonitoringChain(
      TerraformChainSource(
        configuration: linter.configuration, edges: linter.edges, typing: linter.typing))
    return TerraformJudgement(findings: linter.findings + lintChain(chain, sources), watching: chain.files)
  }

  private func lintScript(_ source: SourceText) -> [Diagnostic] {
    let linter = ScriptLinter(source)
    let chain = lintChain(MonitoringChain(ScriptChainSource(calls: linter.calls)), [source])
    let permissions: [DiagnosticCode] = [
      .noSubscription, .topicLacksSender, .queueLacksSender, .queueKeyLacksSender, .functionLacksSender,
    ]
    guard chain.contains(where: { permissions.contains($0.code) }), isForEmulator(source) else {
      return linter.findings + chain
    }
    return linter.findings + chain.filter { !permissions.contains($0.code) }
  }

  /// Whether a script is for an emulator of the services, which asks nobody for permissions.
  private func isForEmulator(_ source: SourceText) -> Bool {
    source.bytes.withUnsafeBufferPointer { text in
      ["http://localhost", "http://127.0.0.1", "localstack", "awslocal", ":000000000000:"].contains { sign in
        Array(sign.utf8).withUnsafeBufferPointer { text.offset(of: $0) != nil }
      }
    }
  }

  /// What is found in a chain that stands in one file or in several.
  private func lintChain(_ chain: MonitoringChain, _ sources: [SourceText], depth: Int = 0) -> [Diagnostic] {
    let patterns = Dictionary(grouping: chain.patterns, by: \.range.file)
    let bodies = Dictionary(grouping: chain.templateBodies, by: \.range.file)
    var found: [Diagnostic] = []
    for source in sources {
      let checks = PatternChecks(source: source, readings: chain.readings)
      found += (patterns[source.file] ?? []).flatMap { checks.findings(on: $0) }
    }
    for rule in ChainRules.all { found += rule.findings(in: chain) }
    if depth < Self.maximumEmbedding {
      for source in sources { found += lintEmbedded(bodies[source.file] ?? [], source, depth: depth + 1) }
    }
    // A function that a script calls twice, or a rule that meets a resource by two ways, says the same thing twice.
    var seen: Set<Diagnostic> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// What is found in the templates that stand in an artefact as texts. Its comments that leave findings out stand in the artefact
  /// too, which minds them itself.
  private func lintEmbedded(_ bodies: [ChainValue], _ source: SourceText, depth: Int) -> [Diagnostic] {
    guard !bodies.isEmpty else { return [] }
    let lines = EmbeddedTemplate.lines(of: source)
    var seen: Set<String> = []
    return bodies.prefix(Self.maximumEmbedded).flatMap { body -> [Diagnostic] in
      // A script makes and updates a stack from one text.
      if bodies.count > 1, !seen.insert(body.text).inserted { return [] }
      guard let template = EmbeddedTemplate(body, in: source, lines) else { return [] }
      var own = Suppressions(SourceText(file: source.file, bytes: []))
      let reading = template.isJSON ? readJSONTemplate(template.source) : readYAML(template.source)
      let found = lintTemplate(reading, template.source, &own, depth: depth)
      return (found.filter { !own.hides($0) } + own.findings).filter(template.isCertain).map(template.moved)
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadableFile(_ message: String, at range: SourceRange, hint: String) -> Diagnostic
  {
    Diagnostic(.error, .unreadableArtefact, message, at: range, hint: hint, quotesLine: false)
  }
  fileprivate static func looseJSON(_ problem: Diagnostic) -> Diagnostic {
    Diagnostic(
      .warning, .unreadableArtefact, "\(problem.message); it reads as YAML, and not every tool takes it so",
      at: problem.range, hint: problem.hint)
  }
}
