/// A text to compare with, in which an asterisk at the start or at the end stands for any characters.
///
/// There is no escape for such an asterisk. One in the middle is an ordinary character; whether the service reads it
/// so is not known (the guide of 2018 says it does). Equality is by bytes.
public struct TextLiteral: Hashable, Sendable {
  /// The text without quotes and escapes, with its asterisks.
  public let text: String
  /// Whether any characters may stand before `body`.
  public let anyBefore: Bool
  /// Whether any characters may stand after `body`.
  public let anyAfter: Bool
  /// The text without the asterisks at its start and end, as UTF-8.
  public let body: [UInt8]
  private let search: ByteSearch

  /// Makes a text literal from the text without quotes and escapes.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    let star = UInt8(ascii: "*")
    anyBefore = bytes.first == star
    anyAfter = bytes.last == star
    let trimmed = bytes.drop { $0 == star }
    let length = (trimmed.lastIndex { $0 != star }).map { $0 - trimmed.startIndex + 1 } ?? 0
    body = Array(trimmed.prefix(length))
    search = ByteSearch(anyBefore && anyAfter ? body : [])
    self.text = text
  }

  /// Whether `*` alone (or several): any text and any number.
  public var isAnything: Bool { body.isEmpty && anyBefore }
  /// Whether an asterisk stands at the start or the end.
  public var isGlob: Bool { anyBefore || anyAfter }
  /// Whether an asterisk stands between other characters.
  public var hasInnerAsterisk: Bool { body.contains(UInt8(ascii: "*")) }

  /// Whether a value's UTF-8 matches.
  public func matches(_ value: some RandomAccessCollection<UInt8>) -> Bool {
    switch (anyBefore, anyAfter) {
    case (false, false): value.elementsEqual(body)
    case (false, true): value.starts(with: body)
    case (true, false): value.count >= body.count && value.suffix(body.count).elementsEqual(body)
    case (true, true): search.isFound(in: value)
    }
  }

  /// Equal when the bytes are.
  public static func == (left: TextLiteral, right: TextLiteral) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(anyBefore)
    hasher.combine(anyAfter)
    hasher.combine(body)
  }
}
