/// An event that was worked out, as JSON text. It has no more in it than the conditions need.
struct WitnessEvent: Sendable {
  let text: String

  /// Chooses a value for every place. Fails where no scalar was found and none was ruled out.
  static func make(_ state: inout EventState) -> Result<WitnessEvent, UndecidedReason> {
    var builder = Builder(state: state)
    guard let text = builder.value(at: 0) else { return .failure(builder.failure ?? .unconfirmed) }
    state = builder.state
    return builder.failure.map { .failure($0) }
      ?? .success(WitnessEvent(text: String(decoding: text, as: UTF8.self)))
  }

  private struct Builder {
    var state: EventState
    var failure: UndecidedReason?

    /// The text of the value at a place; nil when nothing stands there.
    mutating func value(at place: Int) -> [UInt8]? {
      let constraint = state.constraints[place]
      if constraint.kinds.contains(.missing) { return nil }
      let children = state.shape.places[place].children.filter {
        !state.constraints[$0].kinds.contains(.missing)
      }
      if !children.isEmpty {
        return constraint.kinds.contains(.object) ? object(place, children) : array(children)
      }
      if let scalar = scalar(constraint) { return scalar }
      if constraint.kinds.contains(.null) { return Array("null".utf8) }
      if constraint.kinds.contains(.yes) { return Array("true".utf8) }
      if constraint.kinds.contains(.no) { return Array("false".utf8) }
      if constraint.kinds.contains(.object) { return Array("{}".utf8) }
      if constraint.kinds.contains(.array) { return Array("[]".utf8) }
      return Array("null".utf8)
    }

    private mutating func scalar(_ constraint: PlaceConstraint) -> [UInt8]? {
      var reason: UndecidedReason?
      for (kind, wantsNumber) in [(ValueKinds.string, false), (.number, true)]
      where constraint.kinds.contains(kind) {
        switch state.oracle.answer(constraint, wantsNumber: wantsNumber) {
        case .some(.string(let bytes)): return JSONText.quoted(bytes)
        case .some(.number(let spelling)): return Array(spelling.utf8)
        case .none: break
        case .unknown(let why): reason = why
        }
      }
      if constraint.kinds.isSubset(of: .scalar) { failure = reason ?? .unconfirmed }
      return nil
    }

    private mutating func array(_ children: [Int]) -> [UInt8] {
      let shape = state.shape
      let extras = children.filter { shape.isExtra($0) }
      let named = children.filter { !shape.isExtra($0) }
      let values = (named + extras).compactMap { value(at: $0) }
      return [UInt8(ascii: "[")] + values.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    }

    private mutating func object(_ place: Int, _ children: [Int]) -> [UInt8] {
      var names: Set<[UInt8]> = []
      for child in state.shape.places[place].children {
        if case .segment(.key(let key)) = state.shape.places[child].step { names.insert(Array(key.utf8)) }
      }
      var members: [[UInt8]] = []
      for child in children {
        let name: [UInt8]
        switch state.shape.places[child].step {
        case .segment(.key(let key)): name = Array(key.utf8)
        case .segment, .extra: name = Self.freshName(&names)
        }
        guard let value = value(at: child) else { continue }
        members.append(JSONText.quoted(name) + [UInt8(ascii: ":")] + value)
      }
      return [UInt8(ascii: "{")] + members.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")]
    }

    /// A name that no selector has.
    private static func freshName(_ names: inout Set<[UInt8]>) -> [UInt8] {
      var number = 1
      while !names.insert(Array("other\(number)".utf8)).inserted { number += 1 }
      return Array("other\(number)".utf8)
    }
  }
}
