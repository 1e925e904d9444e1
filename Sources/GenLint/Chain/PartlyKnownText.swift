/// Texts of which some parts stand between `ShellText.open` and `ShellText.close`.
enum PartlyKnownText {
  /// Whether two texts differ whatever the unknown parts stand for: what is left between their common beginning and their common
  /// end is known, and not the same.
  static func differ(_ one: String, _ other: String) -> Bool {
    guard let left = parts(of: one), let right = parts(of: other) else { return false }
    var begin = 0
    while begin < min(left.count, right.count), left[begin] == right[begin] { begin += 1 }
    var end = 0
    while end < min(left.count, right.count) - begin,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    let middle = Array(left[begin..<(left.count - end)])
    let other = Array(right[begin..<(right.count - end)])
    return middle != other && !(middle + other).contains { $0.first == ShellText.open }
  }

  /// Each known character, and each unknown part as a whole; nil when a part is another in each round of a loop.
  private static func parts(of text: String) -> [[Unicode.Scalar]]? {
    var found: [[Unicode.Scalar]] = []
    var level = 0
    for scalar in text.unicodeScalars {
      if level > 0 { found[found.count - 1].append(scalar) } else { found.append([scalar]) }
      if scalar == ShellText.open { level += 1 }
      if scalar == ShellText.close { level -= 1 }
    }
    let changing = ["each.", "count.", ".value", ".key"]
    for part in found where part.first == ShellText.open {
      let name = String(String.UnicodeScalarView(part))
      if changing.contains(where: { name.contains(ascii: $0) }) { return nil }
    }
    return found
  }
}
