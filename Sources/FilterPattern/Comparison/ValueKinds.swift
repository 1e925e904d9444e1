/// What may stand at a place of an event. Every event has exactly one of these at every place.
struct ValueKinds: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let missing = ValueKinds(rawValue: 1)
  static let null = ValueKinds(rawValue: 2)
  static let yes = ValueKinds(rawValue: 4)
  static let no = ValueKinds(rawValue: 8)
  static let string = ValueKinds(rawValue: 16)
  static let number = ValueKinds(rawValue: 32)
  static let object = ValueKinds(rawValue: 64)
  static let array = ValueKinds(rawValue: 128)

  static let all = ValueKinds(rawValue: 255)
  /// What comparisons look at.
  static let scalar: ValueKinds = [.string, .number]
  static let present = all.subtracting(.missing)

  var negated: ValueKinds { Self.all.subtracting(self) }
}
