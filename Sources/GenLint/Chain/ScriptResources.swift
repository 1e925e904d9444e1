internal import Documents

/// The resources that a script makes, in the order of its commands, and the ones that a later command means.
struct ScriptResources {
  private(set) var all: [ChainResource] = []
  /// The places of the resources of each type, and their names.
  private var places: [String: [Int]] = [:]
  private var names: [String: ResourceNames] = [:]
  private var states: [String: [Int]] = [:]

  /// Adds a resource; its name, where it has one, is that of its declaration.
  mutating func append(_ resource: ChainResource, named name: ChainValue? = nil) {
    names[resource.type, default: ResourceNames([])].append(resource, name)
    places[resource.type, default: []].append(all.count)
    states[resource.id, default: []].append(all.count)
    all.append(resource)
  }

  /// The places of the states that the file shows of one resource.
  func states(of id: String) -> [Int] { states[id] ?? [] }

  /// Changes a resource, but for its name.
  mutating func change(_ place: Int, _ change: (inout ChainResource) -> Void) { change(&all[place]) }

  /// Puts a second state behind a resource. It is found by the first one.
  mutating func insertCopy(of place: Int) {
    let id = all[place].id
    all.insert(all[place], at: place + 1)
    func moved(_ old: Int) -> Int { old > place ? old + 1 : old }
    for type in places.keys { places[type] = places[type]?.map(moved) }
    for other in states.keys { states[other] = states[other]?.map(moved) }
    states[id]?.append(place + 1)
  }

  /// The resource of a type that a name or ARN means; the only one of its type when the value is not known.
  func place(of type: String, meant value: ChainValue) -> Int? {
    guard let places = places[type] else { return nil }
    if let certain = names[type]?.places(of: value).first { return places[certain] }
    return places.count == 1 && value.known == nil ? places[0] : nil
  }
}
