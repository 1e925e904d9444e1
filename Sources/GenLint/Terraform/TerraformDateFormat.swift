/// The format of `formatdate`: runs of one letter stand for parts of a time, and texts stand in single quotes.
///
/// https://developer.hashicorp.com/terraform/language/functions/formatdate
enum TerraformDateFormat {
  /// The runs that stand for something, by their letter.
  private static let lengths: [UInt8: Set<Int>] = [
    UInt8(ascii: "Y"): [2, 4], UInt8(ascii: "M"): [1, 2, 3, 4], UInt8(ascii: "D"): [1, 2],
    UInt8(ascii: "E"): [3, 4], UInt8(ascii: "h"): [1, 2], UInt8(ascii: "H"): [1, 2],
    UInt8(ascii: "A"): [2], UInt8(ascii: "a"): [2], UInt8(ascii: "m"): [1, 2], UInt8(ascii: "s"): [1, 2],
    UInt8(ascii: "Z"): [1, 3, 4, 5],
  ]

  /// What stands for nothing, without the name of the function before it; nil when all does.
  static func fault(_ format: String) -> String? {
    var bytes = Array(format.utf8)[...]
    while let byte = bytes.first {
      if byte == UInt8(ascii: "'") {
        guard let end = bytes.dropFirst().firstIndex(of: byte) else {
          return "has a quotation mark that never ends"
        }
        bytes = bytes[(end + 1)...]
        continue
      }
      guard (65...90).contains(byte) || (97...122).contains(byte) else {
        bytes.removeFirst()
        continue
      }
      let run = bytes.prefix { $0 == byte }
      guard lengths[byte]?.contains(run.count) ?? false else {
        return "knows no '\(String(decoding: run.prefix(40), as: UTF8.self))' in its format"
      }
      bytes = bytes.dropFirst(run.count)
    }
    return nil
  }
}
