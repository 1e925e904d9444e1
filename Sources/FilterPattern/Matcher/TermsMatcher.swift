/// Looks for terms in a message.
struct TermsMatcher: Sendable {
  private let included: [ByteSearch]
  private let excluded: [ByteSearch]
  private let optional: [ByteSearch]

  init(_ terms: [Term]) {
    func searches(_ role: Term.Role) -> [ByteSearch] {
      terms.filter { $0.role == role }.map { ByteSearch(Array($0.text.utf8)) }
    }
    included = searches(.include)
    excluded = searches(.exclude)
    // Recorded: `?ERROR timeout` is `timeout`, and `?ERROR -timeout` is `-timeout`.
    optional = included.isEmpty && excluded.isEmpty ? searches(.optional) : []
  }

  func matches(_ message: [UInt8]) -> Bool {
    included.allSatisfy { $0.isFound(in: message) }
      && !excluded.contains { $0.isFound(in: message) }
      && (optional.isEmpty || optional.contains { $0.isFound(in: message) })
  }
}
