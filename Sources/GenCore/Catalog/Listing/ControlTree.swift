public import Documents

extension Control {
  /// Everything about the control, for JSON.
  public var tree: Tree {
    .members([
      "id": .text(id),
      "number": .integer(number),
      "kind": .text(kind.rawValue),
      "title": .text(title),
      "description": .text(description),
      "severity": .text(severity.rawValue),
      "metricName": metricName.isEmpty ? nil : .text(metricName),
      "onlyManagementAccount": .boolean(onlyManagementAccount),
      "eventSource": eventSource.isEmpty ? nil : .text(eventSource),
      "eventNames": Self.texts(eventNames),
      "editions": .list(Benchmark.allCases.compactMap(edition)),
      "texts": .list(texts.map(published)),
      "securityHub": securityHub.map { .members(["id": .text($0.id), "text": .text($0.text)]) },
      "ownText": ownText.isEmpty ? nil : .text(ownText),
      "prowler": prowler.map { .text($0.name) },
      "powerpipe": powerpipe.map { .text($0.name) },
      "forgotten": .list(forgotten.map(Self.forgotten)),
      "defects": .list(defects.map(Self.defect)),
      "mappings": .list(
        mappings.map {
          .members(["framework": .text($0.framework), "requirements": Self.texts($0.requirements)])
        }),
      "samples": .members(["match": Self.texts(samples.match), "noMatch": Self.texts(samples.noMatch)]),
      "sources": Self.texts(sources),
    ])
  }

  private func edition(_ benchmark: Benchmark) -> Tree? {
    guard let number = number(in: benchmark), let level = level(in: benchmark),
      let assessment = assessment(in: benchmark)
    else { return nil }
    return .members([
      "benchmark": .text(benchmark.id), "number": .text(number), "level": .integer(level),
      "assessment": .text(assessment.rawValue), "texts": Self.texts(texts(in: benchmark)),
    ])
  }

  private func published(_ text: PublishedText) -> Tree {
    let passes = [Checker.securityHub, .prowler, .powerpipe].filter {
      rule(of: $0, in: .standard)?.accepts(text.text) == true
    }
    return .members([
      "text": .text(text.text), "length": .integer(text.text.utf16.count),
      "editions": Self.texts(text.editions.map(\.id)),
      "besideEditions": Self.texts(text.besideEditions.map(\.id)), "passes": Self.texts(passes.map(\.id)),
    ])
  }

  private static func defect(_ defect: KnownDefect) -> Tree {
    .members([
      "effect": .text(defect.effect.rawValue), "editions": texts(defect.editions.map(\.id)),
      "summary": .text(defect.summary), "mended": defect.mended.map { .text($0) },
    ])
  }

  private static func forgotten(_ group: ForgottenOperations) -> Tree {
    switch group {
    case .events(let source, let names):
      .members(["eventSource": .text(source), "eventNames": texts(names)])
    case .pattern(let text, _): .members(["pattern": .text(text)])
    }
  }

  private static func texts(_ texts: [String]) -> Tree { .list(texts.map { .text($0) }) }
}
