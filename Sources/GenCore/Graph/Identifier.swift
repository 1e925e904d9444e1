/// A name for a parameter or resource, spelled three ways: `LogGroupName`, `log_group_name`, `LOG_GROUP_NAME`.
public struct Identifier: Hashable, Sendable {
  /// The words, each of ASCII letters and digits, the first beginning with a letter.
  public let words: [String]

  /// Splits any text into words at capitals and at everything that is not an ASCII letter or digit: `KMSKeyDelete` gives `KMS`,
  /// `Key`, `Delete`. What is left of a text without usable characters is the fallback.
  public init(_ text: String, fallback: String = "Control") {
    let found = Self.split(text)
    words = found.isEmpty ? Self.split(fallback) : found
  }

  private init(words: [String]) { self.words = words }

  /// The same name with further words.
  public func appending(_ text: String) -> Identifier {
    Identifier(words: words + Self.split(text, mayBeginWithDigit: true))
  }

  /// The same name with further words, each of which may begin with a digit.
  public func appending(_ texts: [String]) -> Identifier { texts.reduce(self) { $0.appending($1) } }

  /// As CloudFormation writes logical ids: `LogGroupName`.
  public var pascalCase: String { words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }

  /// As Terraform writes names: `log_group_name`.
  public var snakeCase: String { words.map { $0.lowercased() }.joined(separator: "_") }

  /// As the shell writes environment variables: `LOG_GROUP_NAME`.
  public var upperCase: String { words.map { $0.uppercased() }.joined(separator: "_") }

  private static func split(_ text: String, mayBeginWithDigit: Bool = false) -> [String] {
    var words: [String] = []
    var word: [Unicode.Scalar] = []
    func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
    func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    func close() {
      if !word.isEmpty { words.append(String(String.UnicodeScalarView(word))) }
      word = []
    }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      guard isUpper(scalar) || isLower(scalar) || isDigit(scalar) else {
        close()
        continue
      }
      if isDigit(scalar), words.isEmpty, word.isEmpty, !mayBeginWithDigit { continue }
      if isUpper(scalar), let last = word.last {
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if !isUpper(last) || isLower(next) { close() }
      } else if isDigit(scalar), let last = word.last, !isDigit(last), mayBeginWithDigit {
        close()
      }
      word.append(scalar)
    }
    close()
    return words
  }
}
