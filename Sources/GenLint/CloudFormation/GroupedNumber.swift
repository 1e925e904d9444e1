internal import Documents

extension Node.Scalar {
  /// The digits of a number that is written in groups, such as `1_000`; nil when it is none.
  ///
  /// https://yaml.org/type/int.html
  var groupedNumber: String? {
    guard style == .plain, let first = text.utf8.first, first <= UInt8(ascii: "9"),
      text.contains(byte: UInt8(ascii: "_"))
    else { return nil }
    let digits = text.utf8.dropFirst(first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? 1 : 0)
    guard let leading = digits.first, (49...57).contains(leading),
      digits.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    return String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}
