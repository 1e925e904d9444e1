/// A character that stands in no literal.
enum FreshCharacter {
  private static let readable = Array("xyzqjkwvubcdfghlmnprstaeio0123456789_-~".unicodeScalars)

  static func find(notIn predicates: [ScalarPredicate]) -> Unicode.Scalar {
    var used: Set<Unicode.Scalar> = []
    for predicate in predicates {
      switch predicate {
      case .text(let literal): used.formUnion(literal.text.unicodeScalars)
      case .number(_, let literal): used.formUnion(literal.spelling.unicodeScalars)
      case .regex: break
      }
    }
    return readable.first { !used.contains($0) } ?? beyondLatin1(used)
  }

  /// A character above U+00FF, which no regular expression tells from others there.
  static func beyondLatin1(_ used: Set<Unicode.Scalar>) -> Unicode.Scalar {
    var code: UInt32 = 0x3B1
    // A pattern has 1,024 characters at most; the range below the surrogates has many more.
    while code < 0xD800 {
      if let scalar = Unicode.Scalar(code), !used.contains(scalar) { return scalar }
      code += 1
    }
    return "\u{FFFD}"
  }
}
