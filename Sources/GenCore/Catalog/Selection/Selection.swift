/// Which texts of the catalog to take: an edition, the checkers to satisfy and how far to reach.
public struct Selection: Hashable, Sendable {
  /// The edition of texts and numbers.
  public var benchmark: Benchmark
  /// The checkers that have to pass, in the order of `Checker.allCases`.
  public private(set) var checkers: [Checker]
  /// How far the filters reach.
  public var coverage: Coverage

  /// Makes a selection. Without a checker the edition's own text is taken, as for `cis`.
  public init(
    benchmark: Benchmark = .standard, satisfy checkers: [Checker] = [.cis], coverage: Coverage = .benchmark
  ) {
    self.benchmark = benchmark
    self.checkers = checkers.isEmpty ? [.cis] : Checker.allCases.filter(checkers.contains)
    self.coverage = coverage
  }
}

extension Selection {
  /// The smallest set of filters with which every checker passes; with `coverage: extended`, also those for the
  /// forgotten operations. Ties go to the edition's text, then to Security Hub's. All publish to one metric.
  /// Empty for a control that is no filter.
  ///
  /// A pattern of the user's own (`override`) stands for the whole set, whomever it passes.
  ///
  /// Throws when the edition has no text for the control and a checker wants the edition's text.
  public func filters(
    for control: Control, override: String? = nil
  ) throws(SelectionConflict) -> [CatalogFilter] {
    guard control.kind == .metricFilter else { return [] }
    if checkers.contains(.cis), !control.isPart(of: benchmark) {
      throw SelectionConflict(control: control, checker: .cis, benchmark: benchmark)
    }
    var filters =
      override.map {
        [
          CatalogFilter(
            name: control.metricName, pattern: $0, origin: .user,
            samples: SampleRecords(match: [], noMatch: []))
        ]
      }
      ?? named(smallestSet(for: control), for: control)
    if coverage == .extended {
      filters += extendedFilters(for: control, beside: filters.map(\.pattern))
    }
    return filters
  }

  /// The control's place in the edition, such as `CIS AWS Foundations Benchmark v1.4.0, 4.15`; in the first edition
  /// that has it when this one has not.
  public func reference(to control: Control) -> String {
    let home = max(benchmark, control.since)
    return "CIS AWS Foundations Benchmark v\(home.edition), \(control.number(in: home) ?? "")"
  }

  /// The texts to choose from, best first. A text that matches everything is worth having only for an auditor.
  func candidates(for control: Control) -> [CatalogFilter] {
    let home = max(benchmark, control.since)
    var found: [CatalogFilter] = []
    func add(_ text: String, _ origin: CatalogFilter.Origin) {
      guard !text.isEmpty, !found.contains(where: { $0.pattern.utf8.elementsEqual(text.utf8) }) else {
        return
      }
      found.append(
        CatalogFilter(name: control.metricName, pattern: text, origin: origin, samples: control.samples))
    }
    func add(textsOf edition: Benchmark) {
      for (place, text) in control.texts(in: edition).enumerated() {
        if place == 0, control.knownDefect(in: edition) != nil, !checkers.contains(.cis) { continue }
        add(text, .benchmark(edition))
      }
    }
    if let first = control.texts(in: home).first,
      checkers.contains(.cis) || control.knownDefect(in: home) == nil
    {
      add(first, .benchmark(home))
    }
    if let securityHub = control.securityHub { add(securityHub.text, .securityHub) }
    add(textsOf: home)
    add(control.ownText, .own)
    for edition in Benchmark.allCases.reversed() { add(textsOf: edition) }
    return found
  }

  private func smallestSet(for control: Control) -> [CatalogFilter] {
    let candidates = candidates(for: control).map { filter in
      (filter, passes: checkers.filter { control.passes($0, in: benchmark, patterns: [filter.pattern]) })
    }
    for size in 1...Checker.allCases.count {
      let found = Self.firstSubset(of: candidates, size: size) { chosen in
        checkers.allSatisfy { checker in chosen.contains { $0.passes.contains(checker) } }
      }
      if let found { return found.map(\.0) }
    }
    // Every rule is met by one of the candidates (tested for all editions), so four texts always do.
    return candidates.map(\.0)
  }

  /// The first subset, in the order of the candidates, that will do.
  private static func firstSubset<Candidate>(
    of candidates: [Candidate], size: Int, from start: Int = 0, taken: [Candidate] = [],
    where accepts: ([Candidate]) -> Bool
  ) -> [Candidate]? {
    if taken.count == size { return accepts(taken) ? taken : nil }
    for index in start..<candidates.count {
      let found = firstSubset(
        of: candidates, size: size, from: index + 1, taken: taken + [candidates[index]], where: accepts)
      if let found { return found }
    }
    return nil
  }

  /// The first filter has the metric's name; another one is named after the checker that only it satisfies.
  private func named(_ filters: [CatalogFilter], for control: Control) -> [CatalogFilter] {
    guard filters.count > 1 else { return filters }
    var named = [filters[0]]
    for filter in filters.dropFirst() {
      let others = filters.filter { $0 != filter }.map(\.pattern)
      let reason = checkers.first { !control.passes($0, in: benchmark, patterns: others) }
      var filter = filter
      filter.name += reason?.nameSuffix ?? "Other"
      named.append(filter)
    }
    return named
  }
}

extension Checker {
  /// What the name of a filter that is there for this checker ends in.
  fileprivate var nameSuffix: String {
    switch self {
    case .cis: "CIS"
    case .securityHub: "SecurityHub"
    case .prowler: "Prowler"
    case .powerpipe: "Powerpipe"
    }
  }
}
