public import Diagnostics
internal import Documents

/// Reads a spec: YAML in, a checked `Spec` out, with every error of the whole file.
///
/// Reads bytes. Produces what could be read, so that later stages can report their errors in the same run. Never looks at another file.
public enum SpecReader {
  /// The largest spec that is read, in bytes.
  public static let maximumBytes = 1 << 20

  /// The spec, unless it is not even a mapping. When a diagnostic is an error, what could not be read is missing from it, and
  /// a stand-in is in the place of a name or trail.
  public static func read(_ source: SourceText) -> (spec: Spec?, diagnostics: [Diagnostic]) {
    let (node, diagnostics) = YAMLReader(limits: .init(bytes: maximumBytes, depth: 32)).read(source)
    guard let node else { return (nil, diagnostics) }
    var reader = SpecBlocks(source)
    let spec = reader.spec(node)
    let problems = diagnostics + reader.scalars.problems
    return (spec, problems)
  }
}

/// Reads the blocks of a spec, one function for each.
struct SpecBlocks {
  var scalars: SpecScalars

  init(_ source: SourceText) { scalars = SpecScalars(source) }

  mutating func spec(_ node: Node) -> Spec? {
    let known = [
      "version", "name", "benchmark", "controls", "exclude", "satisfy", "coverage", "trail", "notify",
      "perAccount", "alarm", "metric", "deploy", "tags",
    ]
    guard let fields = fields(node, of: "spec", known: known)
    else { return nil }
    version(fields)
    let name = scalars.text(
      required("name", fields, of: "spec"), "name", lengths: 1...64, rule: .deploymentName)
    let benchmark = self.benchmark(fields["benchmark"])
    let controls = scalars.list(fields["controls"], "controls").map { $0.compactMap { self.control($0) } }
    let watchesNothing = fields["controls"]?.elements?.isEmpty == true
    let exclude = scalars.list(fields["exclude"], "exclude") ?? []
    let excluded = exclude.compactMap { scalars.text($0, "exclude", lengths: 1...64) }
    let satisfy = checkers(fields)
    let coverage = scalars.word(fields["coverage"], "coverage", Coverage.self)
    let trailNode = watchesNothing ? fields["trail"] : required("trail", fields, of: "spec")
    let trail = trailNode.flatMap { self.trail($0) }
    let notify = fields["notify"].flatMap { self.notify($0) }
    if watchesNothing { self.watchesNothing(fields, trail: trail, notify: notify) }
    if let trail, let notify { sameOrganization(trail, notify) }
    let alarm = fields["alarm"].flatMap { self.alarm($0, isForOneControl: false) } ?? AlarmSettings()
    let metric = fields["metric"].flatMap { self.metric($0, isForOneControl: false) } ?? MetricSettings()
    let perAccount = fields["perAccount"].flatMap { self.perAccount($0) }
    if fields["perAccount"] == nil { refusePerAccount(of: controls ?? []) }
    let deploy = fields["deploy"].flatMap { self.deployment($0) }
    let tags = fields["tags"].map { self.tags($0) } ?? []
    return Spec(
      name: name ?? Located("", at: node.range), benchmark: benchmark, controls: controls, exclude: excluded,
      satisfy: satisfy,
      coverage: coverage, trail: trail, notify: notify, perAccount: perAccount, alarm: alarm, metric: metric,
      deploy: deploy, tags: tags)
  }

  mutating func fields(_ node: Node, of block: String, known: [String]) -> SpecFields? {
    SpecFields(node, of: block, known: known, problems: &scalars.problems)
  }

  /// The node under a key that must be there.
  mutating func required(_ key: String, _ fields: SpecFields, of block: String, hint: String? = nil) -> Node?
  {
    if let node = fields[key] { return node }
    scalars.problems.append(.missingKey(key, of: block, at: fields.range, hint: hint))
    return nil
  }

  /// The one key of several that is there; reports none and more than one.
  mutating func exactlyOne(of keys: [String], _ fields: SpecFields, in block: String) -> String? {
    let present = keys.filter { fields[$0] != nil }
    if present.count == 1 { return present[0] }
    // The later of two keys is the one to point at.
    let later = present.map { fields.place(of: $0) }.max { $0.start < $1.start }
    let place = later ?? fields.range
    scalars.problems.append(.exactlyOne(of: keys, present.count, in: block, at: place))
    return nil
  }

  private mutating func version(_ fields: SpecFields) {
    let node = required("version", fields, of: "spec", hint: "begin the spec with 'version: 1'")
    guard let version = scalars.integer(node, "version", in: 0...Int.max) else { return }
    if version.value != 1 { scalars.problems.append(.unsupportedVersion(version)) }
  }

  private mutating func benchmark(_ node: Node?) -> Located<Benchmark>? {
    guard let text = scalars.text(node, "benchmark") else { return nil }
    guard let benchmark = Benchmark(id: text.value) else {
      scalars.problems.append(.unknownBenchmark(text))
      return nil
    }
    return Located(benchmark, at: text.range)
  }

  private mutating func checkers(_ fields: SpecFields) -> [Located<Checker>]? {
    guard let nodes = scalars.list(fields["satisfy"], "satisfy") else { return nil }
    if nodes.isEmpty { scalars.problems.append(.noCheckers(at: fields.place(of: "satisfy"))) }
    var checkers: [Located<Checker>] = []
    for node in nodes {
      guard let text = scalars.text(node, "satisfy") else { continue }
      guard let checker = Checker(id: text.value) else {
        scalars.problems.append(.unknownChecker(text))
        continue
      }
      if let first = checkers.first(where: { $0.value == checker }) {
        scalars.problems.append(.checkerTwice(text, first: first.range))
      }
      checkers.append(Located(checker, at: text.range))
    }
    return checkers
  }

  private mutating func tags(_ node: Node) -> [Located<ResourceGraph.Tag>] {
    guard let entries = node.entries, node.tag == nil else {
      scalars.problems.append(.wrongType("tags", wanted: "a mapping of keys to values", found: node))
      return []
    }
    if entries.count > 50 { scalars.problems.append(.tooManyTags(entries.count, at: node.range)) }
    return entries.compactMap { entry in
      let key = scalars.text(entry.key, "tags", rule: .tagKey)
      let value = scalars.text(entry.value, "tags", lengths: 1...256, rule: .tagValue)
      guard let key, let value else { return nil }
      return Located(ResourceGraph.Tag(key: key.value, value: value.value), at: value.range)
    }
  }
}

extension Diagnostic {
  fileprivate static func exactlyOne(of keys: [String], _ found: Int, in block: String, at range: SourceRange)
    -> Diagnostic
  {
    let names = keys.map { "'\($0)'" }
    let list = names.joined(separator: ", ")
    let what = found == 0 ? "has none of \(list)" : "has more than one of \(list)"
    return Diagnostic(
      .error, .exactlyOneOf, "'\(block)' \(what)", at: range, hint: "exactly one is wanted")
  }
  fileprivate static func unsupportedVersion(_ version: Located<Int>) -> Diagnostic {
    Diagnostic(
      .error, .unsupportedVersion, "version \(version.value) is not supported", at: version.range,
      hint: "write 'version: 1'")
  }
  fileprivate static func unknownBenchmark(_ text: Located<String>) -> Diagnostic {
    let hint =
      Benchmark.suggestion(for: text.value).map { "did you mean '\($0)'?" }
      ?? "one of: \(Benchmark.allCases.map(\.id).joined(separator: ", "))"
    return Diagnostic(
      .error, .unknownBenchmark, "unknown benchmark '\(text.value)'", at: text.range, hint: hint)
  }
  fileprivate static func noCheckers(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'satisfy' is empty", at: range,
      hint: "name a checker, or leave 'satisfy' out to take the edition's texts")
  }
  fileprivate static func unknownChecker(_ text: Located<String>) -> Diagnostic {
    let hint =
      Checker.suggestion(for: text.value).map { "did you mean '\($0)'?" }
      ?? "one of: \(Checker.allCases.map(\.id).joined(separator: ", "))"
    return Diagnostic(.error, .notAmong, "unknown checker '\(text.value)'", at: text.range, hint: hint)
  }
  fileprivate static func checkerTwice(_ text: Located<String>, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .checkerTwice, "checker '\(text.value)' stands twice", at: text.range,
      hint: "remove one of the two", notes: [Note("first named here", at: first)])
  }
  fileprivate static func tooManyTags(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .malformedTag, "\(count) tags; a resource takes at most 50", at: range)
  }
}
