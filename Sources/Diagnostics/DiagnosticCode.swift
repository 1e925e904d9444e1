/// An entry of the code catalogue. A number is never reused for another meaning.
///
/// Numbers go by room: 1xxx YAML and JSON, 2xxx spec, 3xxx graph, 4xxx lint, 5xxx pattern, 9xxx limits of a target.
public struct DiagnosticCode: Sendable {
  /// The four digits.
  public let number: Int
  /// One line: what the code means.
  public let title: String
  /// The long story that `gen explain` prints: why it matters and how to mend it.
  public let explanation: String
  /// The page it rests on, when there is one.
  public let source: String?

  /// Makes an entry.
  public init(_ number: Int, _ title: String, _ explanation: String, source: String? = nil) {
    precondition((1000...9999).contains(number), "a code has four digits")
    self.number = number
    self.title = title
    self.explanation = explanation
    self.source = source
  }

  /// The code as it is printed, such as `GEN2003`.
  public var name: String { "GEN\(number)" }

  /// Every code, by number.
  public static let all: [DiagnosticCode] =
    (documentCodes + specCodes + catalogCodes + graphCodes + lintCodes + patternCodes + limitCodes)
    .sorted { $0.number < $1.number }

  /// Finds a code by its number.
  public static func find(_ number: Int) -> DiagnosticCode? { all.first { $0.number == number } }

  /// Finds a code by what a user types: `GEN2003`, `gen2003` or `2003`.
  public static func find(named text: String) -> DiagnosticCode? {
    let digits = text.lowercased().hasPrefix("gen") ? String(text.dropFirst(3)) : text
    guard digits.utf8.count == 4, let number = Int(digits) else { return nil }
    return find(number)
  }

  /// The code whose name is almost what a user typed, of the same room first; nil when none is.
  public static func nearest(to text: String) -> DiagnosticCode? {
    let digits = text.lowercased().hasPrefix("gen") ? String(text.dropFirst(3)) : text
    // A word without a digit is near to no number.
    guard let first = digits.utf8.first(where: { (48...57).contains($0) }) else { return nil }
    let numbers = all.map { String($0.number) }
    let near = numbers.filter { $0.utf8.first == first } + numbers.filter { $0.utf8.first != first }
    return Suggestion.nearest(to: digits, among: near).flatMap(find(named:))
  }
}

extension DiagnosticCode: Hashable {
  /// Two codes are one when their numbers are.
  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.number == right.number }

  /// Hashes the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
