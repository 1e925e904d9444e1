/// Things that each name what they belong to by a value: the policies of topics and of buckets, subscriptions.
struct Belongings {
  private var byHolder: [Int: [Int]] = [:]
  /// Whether one of them may belong to any holder: it names none, or one that only a deployment knows.
  private var mayBeOfAny = false
  /// Whether one of them names a holder by a text and not by a reference.
  private var hasTexts = false
  private let holders: ResourceNames
  private let unsettled: Set<Int>

  /// Makes an index of things, each with the values that name its holders; a nil value names one that is not known.
  init(_ things: [[ChainValue?]], of holders: ResourceNames) {
    self.holders = holders
    unsettled = Set(holders.unsettled)
    for (index, values) in things.enumerated() {
      var own: Set<Int> = []
      for value in values {
        guard let value else {
          mayBeOfAny = true
          continue
        }
        own.formUnion(holders.places(of: value))
        for candidate in value.all where candidate.reference == nil {
          hasTexts = true
          if candidate.known == nil { mayBeOfAny = true }
        }
      }
      for holder in own { byHolder[holder, default: []].append(index) }
    }
  }

  /// What belongs to a resource for certain, in order.
  func of(_ resource: ChainResource) -> [Int] {
    holders.place(of: resource.id).flatMap { byHolder[$0] } ?? []
  }

  /// Whether something may belong to a resource, as far as it is known.
  func mayBe(of resource: ChainResource) -> Bool {
    guard let place = holders.place(of: resource.id) else { return mayBeOfAny }
    return mayBeOfAny || byHolder[place] != nil || hasTexts && unsettled.contains(place)
  }
}
