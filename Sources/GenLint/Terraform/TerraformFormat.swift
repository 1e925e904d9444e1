/// The format of `format`, as Terraform reads it.
///
/// https://developer.hashicorp.com/terraform/language/functions/format
enum TerraformFormat {
  /// What fails in a format with its values, without the name of the function before it; nil when nothing does.
  static func fault(_ format: String, _ values: [TerraformValue]) -> String? {
    var bytes = Array(format.utf8)[...]
    var next = 0
    var highest = 0
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else { continue }
      if bytes.first == UInt8(ascii: "%") {
        bytes.removeFirst()
        continue
      }
      var spelled = "%"
      var index: Int?
      while let sign = bytes.first, !isLetter(sign) {
        bytes.removeFirst()
        spelled.unicodeScalars.append(Unicode.Scalar(sign))
        if sign == UInt8(ascii: "*") { return "knows no '\(spelled)'" }
        guard sign == UInt8(ascii: "[") else { continue }
        let digits = bytes.prefix { (48...57).contains($0) }
        index = Int(String(decoding: digits, as: UTF8.self))
        bytes = bytes.dropFirst(digits.count)
        if bytes.first == UInt8(ascii: "]") { bytes.removeFirst() }
      }
      guard let verb = bytes.popFirst() else { return "has a '%' without a letter behind it" }
      spelled.unicodeScalars.append(Unicode.Scalar(verb))
      let kind = String(Unicode.Scalar(verb))
      guard "vtbdoxXeEfgGsq".contains(kind) else { return "knows no '\(spelled)'" }
      let place = index.map { $0 - 1 } ?? next
      next = place + 1
      highest = max(highest, next)
      guard values.indices.contains(place) else {
        return "lacks the value \(place + 1) that its format wants"
      }
      if let problem = misfit(values[place], kind) { return "takes \(problem) for '\(spelled)'" }
    }
    if highest < values.count, highest == next || next == 0 {
      return
        "has \(TerraformEvaluation.counted(highest, "place")) in its format, and \(TerraformEvaluation.counted(values.count, "value"))"
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func misfit(_ value: TerraformValue, _ verb: String) -> String? {
    if value.isNull { return nil }
    switch verb {
    case "v": return nil
    case "t": return value.misfit("bool").map { "true or false, not \($0)" }
    case "s", "q": return value.misfit("string").map { "a text, not \($0)" }
    case "b", "d", "o", "x", "X":
      if let found = value.misfit("number") { return "a whole number, not \(found)" }
      if let number = value.number, number != number.rounded() {
        return "a whole number, not \(value.text ?? "")"
      }
      return nil
    default: return value.misfit("number").map { "a number, not \($0)" }
    }
  }
}
