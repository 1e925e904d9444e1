/// What an expression yields, as far as the file alone can tell.
///
/// https://developer.hashicorp.com/terraform/language/expressions/types
indirect enum TerraformValue {
  /// What only a run knows, of a type that may be known.
  case unknown(TerraformType)
  case null
  case text(String)
  case number(Double)
  case truth(Bool)
  /// The elements of a tuple, list or set.
  case sequence([TerraformValue], Sequence)
  /// The entries of an object, or of a map when `isMap`.
  case mapping([(key: String, value: TerraformValue)], isMap: Bool)

  /// What kind of elements in a row it is.
  enum Sequence { case tuple, list, set }

  /// Its type.
  var type: TerraformType {
    switch self {
    case .unknown(let type): type
    case .null: .any
    case .text: .string
    case .number: .number
    case .truth: .bool
    case .sequence(let elements, .tuple): .tuple(elements.map(\.type))
    case .sequence(let elements, .list): .list(TerraformType.unified(elements.map(\.type)) ?? .any)
    case .sequence(let elements, .set): .set(TerraformType.unified(elements.map(\.type)) ?? .any)
    case .mapping(let entries, false): .object(entries.map { ($0.key, $0.value.type, false) })
    case .mapping(let entries, true): .map(TerraformType.unified(entries.map(\.value.type)) ?? .any)
    }
  }

  /// How many elements it has, or how long a text it is, in lines.
  var size: Int {
    switch self {
    case .sequence(let elements, _): elements.count
    case .mapping(let entries, _): entries.count
    case .text(let text): text.utf8.count / 64
    default: 0
    }
  }

  /// Whether it is small enough to be followed: values that hold each other grow without end. Counts what is left of `room`.
  func fits(_ room: inout Int, depth: Int = 0) -> Bool {
    room -= 1 + size
    guard room > 0, depth < 100 else { return false }
    for element in elements ?? [] where !element.fits(&room, depth: depth + 1) { return false }
    return true
  }

  /// Whether it is null.
  var isNull: Bool { if case .null = self { true } else { false } }

  /// The elements of a list or set, or an object's values, when they are known.
  var elements: [TerraformValue]? {
    switch self {
    case .sequence(let elements, _): elements
    case .mapping(let entries, _): entries.map(\.value)
    default: nil
    }
  }

  /// How many elements a list or tuple has, where that is known.
  var tupleSize: Int? {
    if case .unknown(.tuple(let types)) = self { return types.count }
    return elements?.count
  }

  /// A simple value as a text.
  var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): Self.spelled(number)
    case .truth(let truth): truth ? "true" : "false"
    default: nil
    }
  }

  /// A simple value as a number.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): if case .number(let number) = TerraformValue(numeral: text) { number } else { nil }
    default: nil
    }
  }

  /// A simple value as a truth value.
  var truth: Bool? {
    switch self {
    case .truth(let truth): truth
    case .text("true"), .text("1"): true
    case .text("false"), .text("0"): false
    default: nil
    }
  }

  /// Whether everything in it is known.
  var isKnown: Bool {
    if case .unknown = self { return false }
    return elements?.allSatisfy(\.isKnown) ?? true
  }

  /// How messages call the value when it cannot be converted to what is wanted, by one of the language's own words for types.
  func misfit(_ wanted: String) -> String? {
    switch (self, wanted) {
    case (.null, _): nil
    case (.text(let text), "number"): Self.number(text) == nil ? "'\(text.prefix(40))'" : nil
    case (.text(let text), "bool"): truth == nil ? "'\(text.prefix(40))'" : nil
    case (.text, "list"), (.text, "set"), (.text, "map"), (.number, _), (.truth, _):
      type.misfit(wanted).map { _ in "'\((text ?? "").prefix(40))'" }
    case (.mapping(_, isMap: false), _): type.misfit(wanted).map { _ in "an object" }
    default: type.misfit(wanted)
    }
  }
}
