/// How the name of a variable differs from another one by one slip of the hand.
enum VariableSlip {
  /// The letters' case or underscores.
  case spelling
  /// A letter more or less, or two swapped.
  case letter
  /// Another letter in the place of one.
  case replaced

  /// The slip between two names; nil when they are equal or farther apart. Names that differ in a number are two of a row.
  init?(_ one: String, _ other: String, withNumbers: Bool = false) {
    let a = Self.folded(one)
    let b = Self.folded(other)
    if a == b {
      guard one != other else { return nil }
      self = .spelling
      return
    }
    let common = zip(a, b).prefix { $0 == $1 }.count
    let left = a[common...]
    let right = b[common...]
    guard withNumbers || !Self.isNumber(left) && !Self.isNumber(right) else { return nil }
    if left.dropFirst().elementsEqual(right) || right.dropFirst().elementsEqual(left) {
      self = .letter
      return
    }
    guard left.count == right.count else { return nil }
    if left.dropFirst().elementsEqual(right.dropFirst()) {
      self = .replaced
      return
    }
    guard left.count > 1, left[common] == right[common + 1], left[common + 1] == right[common],
      left.dropFirst(2).elementsEqual(right.dropFirst(2))
    else { return nil }
    self = .letter
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map { (48...57).contains($0) } ?? false
  }

  /// The bytes of a name in lower case without underscores.
  static func folded(_ name: String) -> [UInt8] {
    name.utf8.compactMap { $0 == 95 ? nil : (65...90).contains($0) ? $0 | 32 : $0 }
  }

  /// The one part in which two names differ whose other parts are equal: of TRAIL_NAME and TRIAL_NAME the first. Parts are in lower
  /// case, and a capital behind a small letter begins one.
  static func parts(_ one: String, _ other: String) -> (one: [UInt8], other: [UInt8])? {
    let a = parts(of: one)
    let b = parts(of: other)
    guard a.count == b.count else { return nil }
    let pairs = zip(a, b).filter { $0 != $1 }
    return pairs.count == 1 ? (pairs[0].0, pairs[0].1) : nil
  }

  private static func parts(of name: String) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var before: UInt8 = 95
    for byte in name.utf8 {
      let isCapital = (65...90).contains(byte)
      if byte == 95 || isCapital && (97...122).contains(before) { parts.append([]) }
      if byte != 95 { parts[parts.count - 1].append(isCapital ? byte | 32 : byte) }
      before = byte
    }
    return parts
  }

  /// Whether letters are a word that the field's names hold, or two of them without a sign between.
  static func isWord(_ letters: [UInt8]) -> Bool {
    let knows = { (part: ArraySlice<UInt8>) in
      SchemaLibrary.words.knows(String(decoding: part, as: UTF8.self))
    }
    if letters.count > 24 || letters.contains(where: { (48...57).contains($0) }) || knows(letters[...]) {
      return true
    }
    return letters.indices.dropFirst(3).dropLast(2).contains {
      knows(letters[..<$0]) && knows(letters[$0...])
    }
  }
}
