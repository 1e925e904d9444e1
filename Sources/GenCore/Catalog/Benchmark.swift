internal import Diagnostics

/// An edition of the CIS AWS Foundations Benchmark, in the order of publication.
public enum Benchmark: String, Hashable, Sendable, CaseIterable {
  case cis120 = "cis-1.2.0"
  case cis130 = "cis-1.3.0"
  case cis140 = "cis-1.4.0"
  case cis150 = "cis-1.5.0"
  case cis200 = "cis-2.0.0"
  case cis300 = "cis-3.0.0"
  case cis400 = "cis-4.0.0"
  case cis401 = "cis-4.0.1"
  case cis500 = "cis-5.0.0"
  case cis600 = "cis-6.0.0"
  case cis700 = "cis-7.0.0"

  /// The edition that a spec gets when it names none.
  public static let standard = Benchmark.cis140

  /// Finds an edition by its id, such as `cis-1.4.0`.
  public init?(id: String) { self.init(rawValue: id) }

  /// The id that a spec uses, such as `cis-1.4.0`.
  public var id: String { rawValue }

  /// The bare edition, such as `1.4.0`.
  public var edition: String { String(rawValue.dropFirst("cis-".count)) }

  /// The name that a person reads, such as `CIS v1.4.0`.
  public var title: String { "CIS v\(edition)" }

  /// The section of the edition that holds the monitoring controls: 3, 4 or 5.
  public var monitoringSection: Int {
    switch self {
    case .cis120: 3
    case .cis130, .cis140, .cis150, .cis200, .cis300, .cis400, .cis401, .cis500: 4
    case .cis600, .cis700: 5
    }
  }

  /// The id that was probably meant by a mistyped one: `1.4.0`, `v1.4.0` and `cis1.4.0` count too.
  public static func suggestion(for text: String) -> String? {
    let ids = allCases.map(\.id)
    let digits = text.unicodeScalars.drop { !("0"..."9").contains($0) }
    let bare = "cis-" + String(String.UnicodeScalarView(digits))
    return ids.contains(bare) ? bare : Suggestion.nearest(to: text, among: ids)
  }
}

extension Benchmark: Comparable {
  /// Orders editions by publication.
  public static func < (left: Benchmark, right: Benchmark) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ClosedRange where Bound == Benchmark {
  /// The editions of the range, oldest first.
  var editions: [Benchmark] { Benchmark.allCases.filter(contains) }
}
