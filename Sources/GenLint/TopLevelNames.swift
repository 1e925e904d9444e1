internal import Diagnostics

/// The names at the top of a document, read without a parser, so that a broken document still tells its kind.
struct TopLevelNames {
  /// A name and the first byte of its value, which in YAML may stand below it; nil for none.
  struct Name {
    let text: String
    fileprivate(set) var value: UInt8?
    /// In JSON, where the value begins.
    var start = 0

    /// The same name, told from a place so many bytes earlier.
    func moved(by count: Int) -> Name { Name(text: text, value: value, start: start + count) }
  }

  private(set) var names: [Name] = []

  /// The members of a JSON object.
  init(json bytes: UnsafeBufferPointer<UInt8>) {
    var depth = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return }
      case UInt8(ascii: "\""):
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
          at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(at, bytes.count)
        at = end + 1
        guard depth == 1, end - start <= Self.longest, let colon = Self.next(bytes, at),
          bytes[colon] == UInt8(ascii: ":")
        else { continue }
        let value = Self.next(bytes, colon + 1)
        let text = String(decoding: Array(bytes[start..<end]), as: UTF8.self)
        names.append(Name(text: text, value: value.map { bytes[$0] }, start: value ?? 0))
      default: continue
      }
    }
  }

  /// The keys of a YAML document's top level, which may be indented as a whole.
  init(yaml bytes: UnsafeBufferPointer<UInt8>) {
    var edge: Int?
    var end = -1
    while end < bytes.count {
      let start = end + 1
      end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
      var at = start
      while at < end, bytes[at] == 32 { at += 1 }
      guard at < end, bytes[at] != 13, bytes[at] != UInt8(ascii: "#") else { continue }
      let first = bytes[at]
      let indentation = at - start
      if indentation == 0, "-%".utf8.contains(first), edge == nil { continue }
      edge = edge ?? indentation
      guard indentation == edge, let name = Self.key(bytes[at..<end]) else {
        if let last = names.indices.last, names[last].value == nil { names[last].value = first }
        continue
      }
      names.append(name)
    }
  }

  /// The key that a line begins with.
  private static func key(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Name? {
    guard let first = line.first,
      isLetter(first) || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= longest
    else { return nil }
    let rest = line[(colon + 1)...]
    guard rest.first.map({ $0 == 32 || $0 == 9 || $0 == 13 }) ?? true else { return nil }
    let name = line[..<colon].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != 32 }
    guard name.allSatisfy({ isLetter($0) || (48...57).contains($0) || "-_".utf8.contains($0) }) else {
      return nil
    }
    return Name(text: String(decoding: name, as: UTF8.self), value: rest.first { $0 > 32 })
  }

  private static let longest = 64

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    return at < bytes.count ? at : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Whether a name is among them.
  func contains(_ name: String) -> Bool { names.contains { $0.text == name } }

  /// Those that are in a set of names.
  func known(in set: Set<String>) -> [Name] { names.filter { set.contains($0.text) } }
}
