internal import Documents

/// The forms that some texts in calls of intrinsic functions must have.
enum IntrinsicText {
  /// A text that is written as one: a number or a truth value is refused.
  case written
  /// A text to split by.
  case separator
  /// A text that is known before the deployment: dynamic references are resolved later.
  case settled
  /// A block of IPv4 addresses. Blocks of IPv6 are let pass.
  case network
  /// A Region, or nothing for the stack's own.
  case region

  /// How a message calls it.
  var wanted: String {
    switch self {
    case .written: "a text"
    case .separator: "a text of one character or more"
    case .settled: "a text without a dynamic reference"
    case .network: "a block of addresses such as 10.0.0.0/16"
    case .region: "a Region"
    }
  }

  /// Whether a scalar has the form.
  ///
  /// - Parameter isTagged: whether it stands directly behind a short function's tag, which makes a text of it.
  func takes(_ scalar: Node.Scalar, isTagged: Bool) -> Bool {
    switch self {
    case .written:
      isTagged || !scalar.isNumberOrWord
    case .separator: !scalar.text.isEmpty
    case .settled: !scalar.text.contains(ascii: "{{resolve:")
    case .network: scalar.text.contains(ascii: ":") || Self.isNetwork(scalar.text)
    case .region: scalar.text.isEmpty || scalar.isNull || Self.isRegion(scalar.text)
    }
  }

  private static func isNetwork(_ text: String) -> Bool {
    let halves = text.fields(by: "/")
    let numbers = halves[0].fields(by: ".").map { UInt8($0) }
    return numbers.count == 4 && !numbers.contains(nil)
      && halves.count == 2 && (0...32).contains(Int(halves[1]) ?? -1)
  }

  /// Such as `eu-central-1` and `us-gov-west-1`.
  private static func isRegion(_ text: String) -> Bool {
    let parts = text.fields(by: "-")
    guard parts.count >= 3, let number = parts.last else { return false }
    return number.utf8.count == 1 && Int(number) != nil
      && parts.dropLast().allSatisfy { part in
        part.utf8.count >= 2 && part.utf8.allSatisfy { (97...122).contains($0) }
      }
  }
}

extension Node.Scalar {
  /// Whether YAML and JSON read it as nothing.
  var isNull: Bool { style == .plain && ["null", "Null", "NULL", "~", ""].contains(text) }

  /// Whether YAML and JSON read it as a number, a truth value or nothing.
  var isNumberOrWord: Bool {
    isNull || style == .plain && (Double(text) != nil || ["true", "false", "True", "False"].contains(text))
  }
}
