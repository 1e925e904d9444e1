import FilterPattern
import Foundation
import Testing

/// The fuzzer's laws on its own seeds and on changes of them, the same in every run.
@Suite struct MutationTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fuzz/corpus")

  private static func seeds(_ name: String) throws -> [[UInt8]] {
    let folder = corpus.appendingPathComponent(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { Array(try Data(contentsOf: folder.appendingPathComponent($0))) }
  }

  /// What the fuzzer found to lead somewhere new, one input on a line.
  private static func kept(_ name: String) throws -> [[UInt8]] {
    let text = try Data(contentsOf: corpus.appendingPathComponent("\(name).base64"))
    return try text.split(separator: 0x0A).map { Array(try #require(Data(base64Encoded: Data($0)))) }
  }

  /// Cuts, repeats, swaps and overwrites stretches of a seed, with pieces of another.
  private static func change(_ seed: [UInt8], _ other: [UInt8], _ random: inout Randomness) -> [UInt8] {
    var bytes = seed
    for _ in 0..<random.number(1..<5) {
      let start = random.number(0..<bytes.count + 1)
      let end = min(bytes.count, start + random.number(0..<9))
      switch random.number(0..<4) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2:
        let from = random.number(0..<other.count + 1)
        bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + random.number(0..<12))])
      default: bytes.insert(UInt8(random.number(0..<256)), at: start)
      }
    }
    return bytes
  }

  @Test func changedPatternsAreAnsweredAndReadBack() throws {
    let seeds = try Self.seeds("parser")
    try #require(seeds.count > 10)
    var random = Randomness(seed: 3)
    var accepted = 0
    for round in 0..<6000 {
      let seed = seeds[round % seeds.count]
      let bytes = round < seeds.count ? seed : Self.change(seed, random.pick(seeds), &random)
      let result = Pattern.parse(utf8: bytes)
      #expect((result.pattern == nil) == result.issues.contains { $0.severity == .error })
      guard let pattern = result.pattern else { continue }
      accepted += 1
      for style in PatternStyle.allCases {
        guard let text = try? pattern.printed(style) else { continue }
        #expect(Pattern.parse(text).pattern == pattern, "\(text)")
      }
    }
    #expect(accepted > 300)
  }

  @Test func whatTheFuzzerFoundIsAnswered() throws {
    for bytes in try Self.kept("parser") {
      guard let pattern = Pattern.parse(utf8: bytes).pattern, let text = try? pattern.printed(.tight) else {
        continue
      }
      #expect(Pattern.parse(text).pattern == pattern, "\(text)")
    }
    for bytes in try Self.kept("matcher") {
      let text = bytes.prefix { $0 != 0x0A }
      guard let pattern = Pattern.parse(utf8: text).pattern else { continue }
      let message = Array(bytes.dropFirst(text.count + 1))
      #expect(pattern.match(utf8: message) == pattern.match(utf8: message))
    }
  }

  @Test func changedMessagesAreAnswered() throws {
    let seeds = try Self.seeds("matcher")
    try #require(seeds.count > 10)
    var random = Randomness(seed: 4)
    var matched = 0
    for round in 0..<6000 {
      let seed = seeds[round % seeds.count]
      let pattern = seed.prefix { $0 != 0x0A }
      let message = Array(seed.dropFirst(pattern.count + 1))
      guard let read = Pattern.parse(utf8: pattern).pattern else { continue }
      let changed = round < seeds.count ? message : Self.change(message, random.pick(seeds), &random)
      if read.match(utf8: changed) != nil { matched += 1 }
    }
    #expect(matched > 500)
  }
}
