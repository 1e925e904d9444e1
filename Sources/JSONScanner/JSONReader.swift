/// Reads the text once from left to right. Open containers stand on a stack of our own, so that depth costs no call stack.
struct JSONReader {
  private(set) var nodes: ContiguousArray<JSONNode> = []
  private let options: JSONDocument.Options
  /// The indices in `nodes` of the containers that are open.
  private var open: [Int] = []

  init(options: JSONDocument.Options, byteCount: Int) {
    self.options = options
    nodes.reserveCapacity(min(byteCount, 1 << 16) / 10 + 4)
  }

  private enum Step {
    /// A value must come.
    case value
    /// A value or the end of the array that was just opened.
    case firstElement
    /// A name or the end of the object that was just opened.
    case firstName
    /// A name must come.
    case name
    /// A comma or the end of the innermost container; at the root, the end of the text.
    case afterValue
  }

  /// Reads the whole text into `nodes`; answers what is wrong, if anything is.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONError? {
    guard bytes.count <= JSONDocument.maximumByteCount else { return JSONError(.tooLarge, at: 0) }
    var at = 0
    var step = Step.value
    while true {
      while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
      if step == .afterValue, open.isEmpty {
        return at == bytes.count ? nil : JSONError(.textAfterEnd, at: at)
      }
      guard at < bytes.count else { return endOfText(bytes, step: step) }
      let failure: JSONError?
      switch step {
      case .value: failure = readValue(bytes, &at, &step)
      case .firstElement:
        if bytes[at] == UInt8(ascii: "]") {
          close(&at, &step)
          failure = nil
        } else {
          failure = readValue(bytes, &at, &step)
        }
      case .firstName:
        if bytes[at] == UInt8(ascii: "}") {
          close(&at, &step)
          failure = nil
        } else {
          failure = readName(bytes, &at, &step)
        }
      case .name: failure = readName(bytes, &at, &step)
      case .afterValue: failure = readSeparator(bytes, &at, &step)
      }
      if let failure { return failure }
    }
  }

  private func endOfText(_ bytes: UnsafeBufferPointer<UInt8>, step: Step) -> JSONError {
    guard let container = open.last else { return JSONError(.noValue, at: bytes.count) }
    let isObject = nodes[container].kind == .object
    return JSONError(
      isObject ? .unclosedObject : .unclosedArray, at: bytes.count, opened: Int(nodes[container].start))
  }

  private mutating func close(_ at: inout Int, _ step: inout Step) {
    at += 1
    if let container = open.popLast() {
      nodes[container].end = UInt32(at)
      nodes[container].next = UInt32(nodes.count)
    }
    step = .afterValue
  }

  private mutating func append(_ kind: JSONNode.Kind, _ start: Int, _ end: Int) {
    nodes.append(
      JSONNode(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
  }

  private mutating func readValue(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ step: inout Step
  ) -> JSONError? {
    guard open.count < JSONDocument.maximumDepth else { return JSONError(.tooDeep, at: at) }
    let start = at
    step = .afterValue
    switch bytes[at] {
    case UInt8(ascii: "\""):
      switch JSONStringToken.read(bytes, at: at, allowNUL: options.contains(.allowNUL)) {
      case .failure(let failure): return failure
      case .success(let token):
        at = token.end
        append(token.hasEscapes ? .escapedString : .plainString, start, at)
      }
    case UInt8(ascii: "{"):
      open.append(nodes.count)
      at += 1
      append(.object, start, at)
      step = .firstName
    case UInt8(ascii: "["):
      open.append(nodes.count)
      at += 1
      append(.array, start, at)
      step = .firstElement
    case UInt8(ascii: "t"): return readWord("true", .true, bytes, &at)
    case UInt8(ascii: "f"): return readWord("false", .false, bytes, &at)
    case UInt8(ascii: "n"): return readWord("null", .null, bytes, &at)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let failure = JSONNumberToken.read(bytes, &at) { return failure }
      append(.number, start, at)
    default: return JSONError(wrongCharacter(bytes, at, expecting: .valueExpected), at: at)
    }
    return nil
  }

  private mutating func readWord(
    _ word: StaticString, _ kind: JSONNode.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> JSONError? {
    let count = word.utf8CodeUnitCount
    for offset in 0..<count where at + offset >= bytes.count || bytes[at + offset] != word.utf8Start[offset] {
      return JSONError(.unknownWord, at: at)
    }
    append(kind, at, at + count)
    at += count
    return nil
  }

  private mutating func readName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ step: inout Step
  ) -> JSONError? {
    guard bytes[at] == UInt8(ascii: "\"") else {
      return JSONError(wrongCharacter(bytes, at, expecting: .nameExpected), at: at)
    }
    switch JSONStringToken.read(bytes, at: at, allowNUL: false) {
    case .failure(let failure): return failure
    case .success(let token):
      append(token.hasEscapes ? .escapedString : .plainString, at, token.end)
      at = token.end
    }
    while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    guard at < bytes.count else { return endOfText(bytes, step: .name) }
    guard bytes[at] == UInt8(ascii: ":") else {
      return JSONError(wrongCharacter(bytes, at, expecting: .colonExpected), at: at)
    }
    at += 1
    step = .value
    return nil
  }

  private mutating func readSeparator(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ step: inout Step
  ) -> JSONError? {
    guard let container = open.last else { return nil }
    let isObject = nodes[container].kind == .object
    switch bytes[at] {
    case UInt8(ascii: ","):
      at += 1
      step = isObject ? .name : .value
    case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: close(&at, &step)
    default: return JSONError(wrongCharacter(bytes, at, expecting: .commaExpected), at: at)
    }
    return nil
  }

  private func wrongCharacter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, expecting reason: JSONError.Reason
  ) -> JSONError.Reason {
    if bytes[at] < 0x80 { return reason }
    if at == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .byteOrderMark }
    return UTF8Sequence.length(in: bytes, at: at) == 0 ? .notUTF8 : reason
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
