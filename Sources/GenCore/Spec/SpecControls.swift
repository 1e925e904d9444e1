import Diagnostics
import Documents

extension SpecBlocks {
  /// An entry under `controls`: an id, or a mapping with `control`, or one with `id`.
  mutating func control(_ node: Node) -> ControlEntry? {
    if node.scalar != nil {
      guard let id = scalars.text(node, "controls", lengths: 1...64) else { return nil }
      return ControlEntry(range: node.range, subject: .catalog(id, pattern: nil))
    }
    let known = [
      "control", "id", "title", "pattern", "events", "filterName", "metric", "alarm", "perAccount", "samples",
    ]
    guard let fields = fields(node, of: "controls", known: known) else { return nil }
    let subject: ControlEntry.Subject?
    switch exactlyOne(of: ["control", "id"], fields, in: "controls") {
    case "control":
      for key in ["title", "events"] where fields[key] != nil {
        scalars.problems.append(.onlyForOwnControls(key, at: fields.place(of: key)))
      }
      let pattern = self.pattern(fields["pattern"])
      subject = scalars.text(fields["control"], "control", lengths: 1...64).map {
        .catalog($0, pattern: pattern)
      }
    case "id": subject = ownControl(fields)
    default: subject = nil
    }
    let filterName = scalars.text(fields["filterName"], "filterName", lengths: 1...512, rule: .filterName)
    let metric = fields["metric"].flatMap { self.metric($0, isForOneControl: true) } ?? MetricSettings()
    let alarm = fields["alarm"].flatMap { self.alarm($0, isForOneControl: true) } ?? AlarmSettings()
    let samples = fields["samples"].flatMap { self.samples($0) } ?? SampleFiles()
    let perAccount = scalars.boolean(fields["perAccount"], "perAccount")
    guard let subject else { return nil }
    return ControlEntry(
      range: node.range, subject: subject, filterName: filterName, metric: metric, alarm: alarm,
      perAccount: perAccount, samples: samples)
  }

  private mutating func ownControl(_ fields: SpecFields) -> ControlEntry.Subject? {
    let id = scalars.text(fields["id"], "id", lengths: 1...64, rule: .specName)
    let title = scalars.text(required("title", fields, of: "controls"), "title", lengths: 1...256)
    var detection: ControlEntry.Detection?
    switch exactlyOne(of: ["pattern", "events"], fields, in: "controls") {
    case "pattern": detection = pattern(fields["pattern"]).map { .pattern($0) }
    case "events": detection = fields["events"].flatMap { events($0) }
    default: break
    }
    guard let id, let title, let detection else { return nil }
    return .own(id: id, title: title, detection: detection)
  }

  /// A filter pattern's text. Whether it is a pattern is the compiler's question, which knows the place.
  private mutating func pattern(_ node: Node?) -> Located<String>? {
    guard let node else { return nil }
    if node.scalar == nil, node.tag == nil {
      scalars.problems.append(.patternNotQuoted(isMapping: node.entries != nil, at: node.range))
      return nil
    }
    return scalars.pattern(node, "pattern", lengths: 1...1024)
  }

  private mutating func events(_ node: Node) -> ControlEntry.Detection? {
    guard let fields = fields(node, of: "events", known: ["source", "names"]) else { return nil }
    let source = scalars.text(required("source", fields, of: "events"), "source", rule: .eventSource)
    let nodes = scalars.list(required("names", fields, of: "events"), "names") ?? []
    let names = nodes.compactMap { scalars.text($0, "names", rule: .eventName) }
    if fields["names"]?.elements?.isEmpty == true {
      scalars.problems.append(.noEventNames(at: fields.place(of: "names")))
    }
    var seen: [Located<String>] = []
    for name in names {
      if let first = seen.first(where: { $0.value == name.value }) {
        scalars.problems.append(.eventTwice(name, first: first.range))
      }
      seen.append(name)
    }
    guard let source, !names.isEmpty else { return nil }
    return .events(source: source, names: names)
  }

  private mutating func samples(_ node: Node) -> SampleFiles? {
    guard let fields = fields(node, of: "samples", known: ["match", "noMatch"]) else { return nil }
    func names(_ key: String) -> [Located<String>] {
      (scalars.list(fields[key], key) ?? []).compactMap { scalars.text($0, key, lengths: 1...1024) }
    }
    return SampleFiles(match: names("match"), noMatch: names("noMatch"))
  }
}

extension Diagnostic {
  fileprivate static func onlyForOwnControls(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'\(key)' belongs to a control of your own", at: range,
      hint: "a catalog control has its own; write 'id' instead of 'control' to define one")
  }
  fileprivate static func patternNotQuoted(isMapping: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .patternNotQuoted,
      "YAML reads this pattern as a \(isMapping ? "mapping" : "list") because it is not quoted", at: range,
      hint: "put the pattern in single quotes: pattern: '\(isMapping ? "{ … }" : "[ … ]")'")
  }
  fileprivate static func noEventNames(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'names' is empty", at: range, hint: "list the operations as CloudTrail logs them")
  }
  fileprivate static func eventTwice(_ name: Located<String>, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .controlTwice, "event '\(name.value)' stands twice", at: name.range,
      hint: "remove one of the two",
      notes: [Note("first named here", at: first)])
  }
}
