import Diagnostics

/// What a text of the spec must look like, as the service that takes it says.
struct TextRequirement: Sendable {
  /// What the text is, as a message names it.
  let name: String
  /// What is wanted, as a hint says it.
  let wanted: String
  let code: DiagnosticCode
  let accepts: @Sendable (String) -> Bool

  init(
    _ name: String, _ wanted: String, code: DiagnosticCode = .malformedText,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.name = name
    self.wanted = wanted
    self.code = code
    self.accepts = accepts
  }

  static let specName = TextRequirement("name", "a letter, then letters, digits and hyphens, 64 at most") {
    $0.utf8.count <= 64 && CharacterSets.letters($0.utf8.first)
      && $0.utf8.allSatisfy(CharacterSets.isNameByte)
  }
  /// As `specName`, and a dot may stand between two digits, for an edition in the name: `cis-1.4.0`.
  static let deploymentName = TextRequirement(
    "name", "a letter, then letters, digits, hyphens, and dots between digits, 64 at most"
  ) { text in
    let bytes = Array(text.utf8)
    return bytes.count <= 64 && CharacterSets.letters(bytes.first)
      && bytes.indices.allSatisfy { index in
        if CharacterSets.isNameByte(bytes[index]) { return true }
        return bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && isDigit(bytes[index - 1])
          && isDigit(bytes[index + 1])
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static let logGroupName = TextRequirement(
    "log group name", "1 to 512 letters, digits and . - _ / #"
  ) { CharacterSets.only("._-/#", in: $0, upTo: 512) }
  static let namespace = TextRequirement(
    "namespace", "1 to 255 letters, digits and . - _ / #, not beginning with 'AWS/'"
  ) { CharacterSets.only("._-/#", in: $0, upTo: 255) && !$0.hasPrefix("AWS/") }
  static let filterName = TextRequirement("filter name", "1 to 512 characters without ':' and '*'") {
    $0.utf16.count <= 512 && !$0.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "*") }
  }
  static let metricName = TextRequirement("metric name", "1 to 255 ASCII characters without ':', '*' and '$'")
  {
    $0.utf8.count <= 255
      && $0.utf8.allSatisfy {
        $0 < 0x80 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "$")
      }
  }
  static let metricValue = TextRequirement(
    "metric value",
    "a whole number such as 1, or a field of the event such as $.size, without '*'; 100 characters at most"
  ) {
    guard $0.utf8.count <= 100 else { return false }
    if $0.utf8.first == UInt8(ascii: "$") { return $0.utf8.count > 1 && !$0.utf8.contains(UInt8(ascii: "*")) }
    return $0.utf8.allSatisfy(CharacterSets.isDigit)
  }
  static let topicName = TextRequirement("topic name", "1 to 256 letters, digits, hyphens and underscores") {
    CharacterSets.only("-_", in: $0, upTo: 256)
  }
  static let topicARN = TextRequirement(
    "topic ARN", "as in arn:aws:sns:us-east-1:111122223333:security", code: .malformedARN
  ) {
    ARN($0).map { $0.service == "sns" && CharacterSets.only("-_", in: $0.resource, upTo: 256) } ?? false
  }
  static let trailName = TextRequirement(
    "trail name",
    "3 to 128 letters, digits and . _ -, beginning and ending with a letter or digit, no two of . _ - together"
  ) { name in
    let bytes = Array(name.utf8)
    guard (3...128).contains(bytes.count), CharacterSets.only("._-", in: name, upTo: 128) else {
      return false
    }
    guard CharacterSets.isLetterOrDigit(bytes[0]), CharacterSets.isLetterOrDigit(bytes[bytes.count - 1])
    else { return false }
    let pairs = zip(bytes, bytes.dropFirst())
    if pairs.contains(where: { !CharacterSets.isLetterOrDigit($0) && !CharacterSets.isLetterOrDigit($1) }) {
      return false
    }
    return !bytes.allSatisfy { CharacterSets.isDigit($0) || $0 == UInt8(ascii: ".") }
  }
  static let bucketName = TextRequirement(
    "bucket name",
    "3 to 63 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit"
  ) { name in
    let bytes = Array(name.utf8)
    guard (3...63).contains(bytes.count), CharacterSets.only("-.", in: name, upTo: 63) else { return false }
    guard CharacterSets.isLetterOrDigit(bytes[0]), CharacterSets.isLetterOrDigit(bytes[bytes.count - 1])
    else { return false }
    if bytes.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) { return false }
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }) {
      return false
    }
    return !bytes.allSatisfy { CharacterSets.isDigit($0) || $0 == UInt8(ascii: ".") }
  }
  static let eventSource = TextRequirement(
    "event source", "a service's host as CloudTrail logs it, such as organizations.amazonaws.com"
  ) { CharacterSets.only(".-", in: $0, upTo: 128) && $0.utf8.contains(UInt8(ascii: ".")) }
  static let eventName = TextRequirement(
    "event name", "an API operation as CloudTrail logs it: letters, digits and underscores"
  ) { CharacterSets.only("_", in: $0, upTo: 128) }
  static let organizationID = TextRequirement(
    "organization id", "'o-' and 10 to 32 lower-case letters and digits"
  ) { text in
    text.hasPrefix("o-") && CharacterSets.only("", in: String(text.dropFirst(2)), upTo: 32)
      && text.utf8.count >= 12 && text == text.lowercased()
  }
  static let accountID = TextRequirement("account id", "twelve digits, such as 111122223333") {
    $0.utf8.count == 12 && $0.utf8.allSatisfy(CharacterSets.isDigit)
  }
  static let region = TextRequirement("Region", "a Region's code, such as us-east-1") { text in
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return words.count >= 3 && words.allSatisfy { CharacterSets.only("", in: String($0), upTo: 16) }
      && text == text.lowercased() && CharacterSets.isDigit(text.utf8.last ?? 0)
  }
  static let stackSetName = TextRequirement(
    "StackSet name", "a letter, then letters, digits and hyphens, 128 at most"
  ) { CharacterSets.letters($0.utf8.first) && CharacterSets.only("-", in: $0, upTo: 128) }
  static let account = TextRequirement("account id", "twelve digits, such as 111122223333") {
    $0.utf8.count == 12 && $0.utf8.allSatisfy(CharacterSets.isDigit)
  }
  static let organizationalUnit = TextRequirement(
    "organizational unit", "the id of a unit, such as ou-ab12-cd34ef56, or of the root, such as r-ab12"
  ) { text in
    let words = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    func isWord(_ word: String, from least: Int) -> Bool {
      word.utf8.count >= least && CharacterSets.only("", in: word, upTo: 32) && word == word.lowercased()
    }
    switch words.first {
    case "r": return words.count == 2 && isWord(words[1], from: 4)
    case "ou": return words.count == 3 && isWord(words[1], from: 4) && isWord(words[2], from: 8)
    default: return false
    }
  }
  static let roleName = TextRequirement("role name", "1 to 64 letters, digits and _ + = , . @ -") {
    CharacterSets.only("_+=,.@-", in: $0, upTo: 64)
  }
  static let roleARN = TextRequirement(
    "role ARN", "as in arn:aws:iam::111122223333:role/StackSetAdministration", code: .malformedARN
  ) { text in
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), parts[2] == "iam", parts[3].isEmpty
    else { return false }
    return CharacterSets.only("-", in: parts[1], upTo: 32) && account.accepts(parts[4])
      && parts[5].hasPrefix("role/") && !parts[5].hasSuffix("/")
      && CharacterSets.only("_+=,.@/-", in: parts[5], upTo: 600)
  }
  static let tagKey = TextRequirement(
    "tag key", "1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with 'aws:'",
    code: .malformedTag
  ) { CharacterSets.isTagText($0, upTo: 128) && !$0.lowercased().hasPrefix("aws:") }
  static let tagValue = TextRequirement(
    "tag value", "1 to 256 letters, digits, spaces and _ . : / = + - @", code: .malformedTag
  ) { CharacterSets.isTagText($0, upTo: 256) }
}
