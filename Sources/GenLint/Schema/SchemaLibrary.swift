internal import CGenSchemas
internal import JSONScanner

/// One of the embedded schema files. `Sources/CGenSchemas/extract.py` says what they are cut from and how they are laid out.
///
/// Looking up a name is a binary search in the embedded bytes; only the schemas that an artefact uses are parsed.
struct SchemaLibrary: Sendable {
  /// Resource types of CloudFormation, by type name.
  static let cloudFormation = SchemaLibrary(gen_schemas_cloudformation)
  /// Resources of hashicorp/aws by type; data sources by `data.` and type.
  static let terraform = SchemaLibrary(gen_schemas_terraform)
  /// Services and operations of the aws command, by `service` and `service operation`.
  static let awsCLI = SchemaLibrary(gen_schemas_awscli)
  /// The words of three letters at least that the names of the others are made of, in lower case.
  static let words = SchemaLibrary(gen_schemas_words)

  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  /// The index lines, between the header line and the empty line.
  private let index: Range<Int>

  private init(_ open: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) {
    var size = 0
    let start = open(&size)
    bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : size)
    // The header says how long the index is, for looking for its end would read all of it.
    let header = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let length = bytes.prefix(max(header - 1, 0)).split(separator: UInt8(ascii: "\t")).last
    let count = length.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    var end = min(header + count, bytes.count)
    // A merge of two changes may have left another length there.
    let lineBreak = UInt8(ascii: "\n")
    if end == bytes.count || bytes[end] != lineBreak || bytes[max(end - 1, 0)] != lineBreak {
      end = header
      while end + 1 < bytes.count, !(bytes[end] == lineBreak && bytes[end + 1] == lineBreak) { end += 1 }
      end = min(end + 1, bytes.count)
    }
    index = header..<end
  }

  /// Whether the name stands in the published schemas, with or without its schema here.
  func knows(_ name: String) -> Bool { find(name) != nil }

  /// The schema of a name, when it is one of those kept here.
  func schema(_ name: String) -> Schema? {
    guard let place = find(name), place.offset >= 0 else { return nil }
    let start = index.upperBound + 1 + place.offset
    guard start + place.length <= bytes.count else { return nil }
    guard let document = try? JSONDocument(Array(bytes[start..<start + place.length])) else { return nil }
    return Schema(document.root)
  }

  /// Every name that begins with a prefix, in byte order; for suggestions.
  func names(withPrefix prefix: String = "") -> [String] {
    bytes[index].split(separator: UInt8(ascii: "\n")).compactMap { line in
      let name = String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
      return name.utf8.starts(with: prefix.utf8) ? name : nil
    }
  }

  private func find(_ name: String) -> (offset: Int, length: Int)? {
    let wanted = Array(name.utf8)
    var low = index.lowerBound
    var high = index.upperBound
    while low < high {
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = start
      while end < high, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let found = bytes[start..<end].prefix { $0 != UInt8(ascii: "\t") }
      if found.elementsEqual(wanted) {
        let fields = bytes[found.endIndex..<end].split(separator: UInt8(ascii: "\t"))
        guard fields.count == 2, let offset = Int(String(decoding: fields[0], as: UTF8.self)),
          let length = Int(String(decoding: fields[1], as: UTF8.self))
        else { return nil }
        return (offset, length)
      }
      if found.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return nil
  }
}
