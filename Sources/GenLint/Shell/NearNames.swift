/// Names by what is left of them without one letter: those that a slip parts from a name are found without comparing all of them.
struct NearNames {
  private struct Entry {
    let hash: UInt64
    /// The name's place in the list.
    let index: Int
  }

  private let names: [String]
  private var entries: [Entry] = []

  /// More than this no name has that a person gives.
  private static let longest = 100
  /// How many names one name is compared with at most: of a row such as `host_1`, `host_2` there may be thousands.
  private static let most = 64

  /// Makes an index of names, which are found in their order.
  init(_ names: [String]) {
    self.names = names
    for (index, name) in names.enumerated() {
      for hash in Self.hashes(of: name) { entries.append(Entry(hash: hash, index: index)) }
    }
    entries.sort { ($0.hash, $0.index) < ($1.hash, $1.index) }
  }

  /// The names that may be a slip away from one, and a few others, in their order.
  func candidates(for name: String) -> [String] {
    var found: Set<Int> = []
    for hash in Self.hashes(of: name) {
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
      }
      for entry in entries[low...].prefix(Self.most) {
        guard entry.hash == hash else { break }
        found.insert(entry.index)
      }
    }
    return found.sorted().map { names[$0] }
  }

  /// A number for the name without its case and underscores, and one for each of its letters that is taken out.
  private static func hashes(of name: String) -> [UInt64] {
    guard name.utf8.count <= longest else { return [] }
    let bytes = VariableSlip.folded(name)
    let base: UInt64 = 0x100_0000_01B3
    var behind: [UInt64] = [0]
    var power: [UInt64] = [1]
    for byte in bytes.reversed() {
      behind.append(behind[behind.count - 1] &+ (UInt64(byte) + 1) &* power[power.count - 1])
      power.append(power[power.count - 1] &* base)
    }
    var found = [behind[bytes.count]]
    var before: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      let rest = bytes.count - index - 1
      found.append(before &* power[rest] &+ behind[rest])
      before = before &* base &+ UInt64(byte) + 1
    }
    return found
  }
}
