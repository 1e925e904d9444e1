import Foundation
import Testing

/// The embedded schema files, which changes to both sides of a merge may leave with a header that is wrong.
@Suite struct SchemaFileTests {
  private static func file(_ name: String) throws -> Data {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Data(contentsOf: root.appendingPathComponent("Sources/CGenSchemas/data/\(name).txt"))
  }

  @Test(arguments: ["awscli", "cloudformation", "terraform", "words"])
  func theHeaderTellsTheIndexsLength(_ name: String) throws {
    let bytes = try Self.file(name)
    let header = try #require(bytes.firstIndex(of: 10))
    let length = try #require(String(decoding: bytes[..<header], as: UTF8.self).split(separator: "\t").last)
    let end = try #require(bytes.firstRange(of: Data([10, 10]))?.lowerBound)
    #expect(Int(length) == end - header)
  }

  @Test(arguments: ["awscli", "cloudformation", "terraform"])
  func theIndexIsInByteOrderAndEndsWithTheFile(_ name: String) throws {
    let bytes = try Self.file(name)
    let end = try #require(bytes.firstRange(of: Data([10, 10]))?.lowerBound)
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").dropFirst()
    let fields = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(fields.allSatisfy { $0.count == 3 })
    let names = fields.map { Array($0[0].utf8) }
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    let ends = fields.compactMap { field in
      Int(field[1]).flatMap { start in Int(field[2]).map { start + $0 } }
    }
    let last = ends.max()
    #expect(last.map { end + 2 + $0 + 1 } == bytes.count)
  }
}
