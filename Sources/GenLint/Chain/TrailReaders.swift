/// Which filters read the events of which trails.
///
/// Filters of one log group have the same trails, so each log group is looked up once.
final class TrailReaders {
  private var groups: [String: Int] = [:]
  private var trailsOfGroup: [[Int]] = []
  private var filtersOfGroup: [[Int]] = []
  private var groupOfFilter: [Int?] = []
  private var groupsOfTrail: [String: [Int]] = [:]

  /// Joins the filters of a chain with its trails.
  init(_ chain: MonitoringChain) {
    guard !chain.trails.isEmpty else {
      groupOfFilter = Array(repeating: nil, count: chain.filters.count)
      return
    }
    let names = TrailGroups(chain)
    let hasOneTrail = chain.hasOneTrail
    for (index, filter) in chain.filters.enumerated() {
      guard let group = filter.logGroup else {
        groupOfFilter.append(nil)
        continue
      }
      let key = "\(filter.readsTrail)\n" + group.all.map(\.text).joined(separator: "\n")
      if let known = groups[key] {
        groupOfFilter.append(known)
        filtersOfGroup[known].append(index)
        continue
      }
      groups[key] = trailsOfGroup.count
      groupOfFilter.append(trailsOfGroup.count)
      filtersOfGroup.append([index])
      let own = Self.trails(filter, of: group, names, chain, hasOneTrail: hasOneTrail)
      for id in Set(own.map { chain.trails[$0].resource.id }) {
        groupsOfTrail[id, default: []].append(trailsOfGroup.count)
      }
      trailsOfGroup.append(own)
    }
  }

  private static func trails(
    _ filter: MonitoringChain.Filter, of group: ChainValue, _ names: TrailGroups, _ chain: MonitoringChain,
    hasOneTrail: Bool
  ) -> [Int] {
    let certain = names.trails(filling: group)
    if !certain.isEmpty { return certain }
    guard filter.readsTrail, hasOneTrail else { return [] }
    // A trail that sends its events to no group is meant for one that is made here, not for one that another trail fills.
    let isOwn = chain.logGroup(group) != nil
    return chain.trails.indices.filter { index in
      chain.trails[index].logGroup.map { chain.sameLogGroup(group, $0) != .different } ?? isOwn
    }
  }

  /// The places of the trails whose events a filter reads, as far as it is known.
  func trails(ofFilter index: Int) -> [Int] { groupOfFilter[index].map { trailsOfGroup[$0] } ?? [] }

  /// Whether some filter reads a trail.
  func hasFilters(ofTrail id: String) -> Bool { groupsOfTrail[id] != nil }

  /// The places of the filters that read a trail, in their order.
  func filters(ofTrail id: String) -> [Int] {
    let found = groupsOfTrail[id] ?? []
    return found.count == 1 ? filtersOfGroup[found[0]] : found.flatMap { filtersOfGroup[$0] }.sorted()
  }
}

/// The trails by the log groups that they fill.
private struct TrailGroups {
  private let chain: MonitoringChain
  private var byPlace: [Int: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byTail: [String: [Int]] = [:]
  private var longest = 0

  init(_ chain: MonitoringChain) {
    self.chain = chain
    for (index, trail) in chain.trails.enumerated() {
      guard let group = trail.logGroup else { continue }
      if let place = chain.places.logGroups.places(of: group).first {
        byPlace[place, default: []].append(index)
      }
      for name in Set(chain.logGroupNames(of: group)) {
        longest = max(longest, name.utf8.count)
        byName[name, default: []].append(index)
        for tail in ResourceNames.tails(of: name, most: MonitoringChain.longestLogGroupName) {
          byTail[tail, default: []].append(index)
        }
      }
    }
  }

  /// The places of the trails that fill a group for certain.
  func trails(filling group: ChainValue) -> [Int] {
    var found = Set(chain.places.logGroups.places(of: group).first.flatMap { byPlace[$0] } ?? [])
    for name in chain.logGroupNames(of: group) {
      found.formUnion(byName[name] ?? [])
      found.formUnion(byTail[name] ?? [])
      for tail in ResourceNames.tails(of: name, most: longest) { found.formUnion(byName[tail] ?? []) }
    }
    return found.sorted().filter { index in
      chain.trails[index].logGroup.map { chain.sameLogGroup(group, $0) == .same } ?? false
    }
  }
}
