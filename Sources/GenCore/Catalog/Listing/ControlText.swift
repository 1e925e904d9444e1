/// Everything about one control, for a terminal.
public struct ControlText {
  private let control: Control

  /// Makes the text of a control.
  public init(_ control: Control) { self.control = control }

  /// The text, ending in a line break.
  public func text() -> String {
    var parts = ["\(control.id): \(control.title)\n\n\(wrapped(control.description))", facts(), editions()]
    if control.kind == .metricFilter { parts += [texts(), defects(), forgotten()] }
    parts += [mappings(), list("Sources", control.sources)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func facts() -> String {
    var table = TextTable(header: ["severity", control.severity.rawValue])
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { table.rows.append([name, value]) }
    }
    add("metric", control.metricName)
    add("event source", control.eventSource)
    add("Security Hub", control.securityHub?.id)
    add("Prowler", control.prowler?.name)
    add("Powerpipe", control.powerpipe?.name)
    if control.kind == .serviceState { add("filter", "none: it is a state, which no log filter can show") }
    if control.onlyManagementAccount { add("where", "the organization's management account") }
    return table.text() + (control.eventNames.isEmpty ? "" : "\n" + events("Events", control.eventNames))
  }

  private func editions() -> String {
    var table = TextTable(header: ["EDITION", "NUMBER", "LEVEL", "ASSESSMENT"])
    for benchmark in Benchmark.allCases {
      guard let number = control.number(in: benchmark), let level = control.level(in: benchmark),
        let assessment = control.assessment(in: benchmark)
      else { continue }
      table.rows.append([benchmark.id, number, String(level), assessment.rawValue])
    }
    return table.text()
  }

  private func texts() -> String {
    var parts = control.texts.map { text in
      let own = text.editions.isEmpty ? nil : "text of " + span(text.editions)
      let beside = text.besideEditions.isEmpty ? nil : "printed beside it in " + span(text.besideEditions)
      return quoted([own, beside].compactMap { $0 }.joined(separator: ", "), text.text)
    }
    if let securityHub = control.securityHub {
      parts.append(quoted("text of Security Hub \(securityHub.id)", securityHub.text))
    }
    parts.append(quoted("our own text", control.ownText))
    return parts.joined(separator: "\n")
  }

  /// A pattern under what it is and who passes it. It stays on one line, so that it can be copied.
  private func quoted(_ what: String, _ text: String) -> String {
    let passed = [Checker.securityHub, .prowler, .powerpipe].filter {
      control.rule(of: $0, in: .standard)?.accepts(text) == true
    }
    let who = passed.isEmpty ? "passes no scanner" : "passes \(passed.map(\.title).joined(separator: ", "))"
    return "\(what) (\(text.utf16.count) characters; \(who)):\n  \(text)\n"
  }

  private func defects() -> String {
    guard !control.defects.isEmpty else { return "" }
    return "Known defects:\n"
      + control.defects.map { defect in
        wrapped("\(defect.effect.rawValue), \(span(defect.editions)): \(defect.summary)", indent: "  ")
          + (defect.mended.map { "  mended:\n    \($0)\n" } ?? "")
      }.joined()
  }

  private func forgotten() -> String {
    control.forgotten.map { group in
      switch group {
      case .events(let source, let names): events("Added by 'coverage: extended' (\(source))", names)
      case .pattern(let text, _): "Added by 'coverage: extended':\n  \(text)\n"
      }
    }.joined(separator: "\n")
  }

  private func mappings() -> String {
    guard !control.mappings.isEmpty else { return "" }
    return "Requirements:\n"
      + control.mappings.map {
        wrapped("\($0.framework): \($0.requirements.joined(separator: ", "))", indent: "  ")
      }.joined()
  }

  private func events(_ title: String, _ names: [String]) -> String {
    "\(title):\n" + wrapped(names.joined(separator: ", "), indent: "  ")
  }

  private func list(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title):\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// Editions that follow one another as a range.
  private func span(_ editions: [Benchmark]) -> String {
    guard let first = editions.first, let last = editions.last else { return "no edition" }
    let isRun = editions == (first...last).editions
    return isRun && editions.count > 1
      ? "\(first.id) to \(last.id)" : editions.map(\.id).joined(separator: ", ")
  }

  /// Words on lines of at most 100 characters.
  private func wrapped(_ text: String, indent: String = "") -> String {
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      if line.utf8.count > indent.utf8.count, line.utf8.count + 1 + word.utf8.count > 100 {
        lines.append(line)
        line = indent
      }
      line += (line.utf8.count > indent.utf8.count ? " " : "") + word
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }
}
