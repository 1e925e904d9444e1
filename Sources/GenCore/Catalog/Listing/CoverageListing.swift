public import Documents
internal import FilterPattern

/// What `gen pattern coverage` says of a pattern or of a control in an edition.
public struct CoverageListing {
  /// What the coverage is of.
  public enum Subject {
    /// A control with the text of an edition.
    case control(Control, Benchmark)
    /// A pattern of the user's own.
    case pattern(String)
  }

  private let subject: Subject
  private let patterns: [String]
  private let coverage: PatternCoverage
  private let extended: PatternCoverage?

  /// Works the coverage out. A text that is no pattern sees nothing.
  public init(_ subject: Subject) {
    self.subject = subject
    switch subject {
    case .control(let control, let benchmark):
      patterns = [control.text(in: benchmark)]
      let filters =
        (try? Selection(benchmark: max(benchmark, control.since), coverage: .extended).filters(for: control))
        ?? []
      let sources = [control.eventSource]
      coverage = PatternCoverage(of: Self.parsed(patterns), including: sources)
      extended =
        filters.count > 1
        ? PatternCoverage(of: Self.parsed(filters.map(\.pattern)), including: sources) : nil
    case .pattern(let text):
      patterns = [text]
      coverage = PatternCoverage(of: Self.parsed(patterns))
      extended = nil
    }
  }

  private static func parsed(_ texts: [String]) -> [Pattern] {
    texts.compactMap { Pattern.parse($0).pattern }
  }

  /// The events of a service that only extended coverage sees.
  private func added(to service: PatternCoverage.Service) -> [WriteOperation] {
    let other = extended?.services.first { $0.operations == service.operations }
    return (other?.seen ?? []).filter { !service.seen.contains($0) }
  }

  /// A table for a terminal.
  public func text() -> String {
    let heading: String
    switch subject {
    case .control(let control, let benchmark):
      heading = "\(Selection(benchmark: benchmark).reference(to: control)): \(control.id)\n"
    case .pattern: heading = ""
    }
    if coverage.services.isEmpty { return heading + nothingSeen }
    return heading + coverage.services.map(text).joined(separator: "\n")
  }

  private var nothingSeen: String {
    let known = ServiceOperations.all.map(\.eventSource).joined(separator: ", ")
    return """
      sees no plain record of a write operation: it selects by something else than the event's name, or by names that gen \
      does not know
      services known: \(known)

      """
  }

  private func text(_ service: PatternCoverage.Service) -> String {
    let added = Set(added(to: service))
    var table = TextTable(header: ["EVENT", "SEEN", ""])
    table.rows =
      service.seen.map { [$0.eventName, "yes", Self.remark($0)] }
      + service.missed.map {
        [$0.eventName, added.contains($0) ? "no; coverage: extended adds it" : "no", Self.remark($0)]
      }
    let total = service.seen.count + service.missed.count
    var summary =
      "\(service.operations.eventSource): \(service.seen.count) of \(total) write operations seen, "
      + "\(service.missed.count) missed"
    if !service.missedDataEvents.isEmpty {
      summary +=
        " (and \(service.missedDataEvents.count) data events, which a trail records only when told to)"
    }
    if service.operations.isPartial { summary += " (of those that gen knows)" }
    return summary + "\n" + table.text()
  }

  private static func remark(_ operation: WriteOperation) -> String {
    if operation.isDataEvent { return "data event" }
    return operation.apiName == operation.eventName ? "" : "API: \(operation.apiName)"
  }

  /// The same for JSON.
  public var tree: Tree {
    let subject: [Tree.Member]
    switch self.subject {
    case .control(let control, let benchmark):
      subject = [.init("control", .text(control.id)), .init("benchmark", .text(benchmark.id))]
    case .pattern: subject = []
    }
    return .map(
      subject + [
        .init("patterns", .list(patterns.map { .text($0) })),
        .init("services", .list(coverage.services.map(tree))),
      ])
  }

  private func tree(_ service: PatternCoverage.Service) -> Tree {
    func names(_ operations: [WriteOperation]) -> Tree { .list(operations.map { .text($0.eventName) }) }
    return .members([
      "service": .text(service.operations.service),
      "eventSource": .text(service.operations.eventSource),
      "isPartial": service.operations.isPartial ? .boolean(true) : nil,
      "seen": names(service.seen), "missed": names(service.missed),
      "missedDataEvents": names(service.missedDataEvents),
      "addedByExtended": extended == nil ? nil : names(added(to: service)),
    ])
  }
}
