import CJansson
import JSONScanner

/// Any bytes as JSON: an answer without a trap, the one of jansson but for what is said to differ, and places that lie inside each other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScanner(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let isAcceptedThere = isAcceptedByJansson(bytes)
  do throws(JSONError) {
    let document = try JSONDocument(bytes)
    var hasWideNumber = false
    check(document, &hasWideNumber)
    precondition(
      isAcceptedThere || hasWideNumber, "jansson accepts it too, but for numbers of more than 64 bits")
  } catch {
    precondition((0...count).contains(error.offset), "the error lies in the text")
    precondition(error.opened.map { $0 < error.offset } ?? true, "an opening stands before its missing end")
    precondition(
      !isAcceptedThere || bytes.contains(0), "jansson refuses it too, but for a NUL byte that it loses")
  }
  return 0
}

private func isAcceptedByJansson(_ bytes: [UInt8]) -> Bool {
  let root = bytes.withUnsafeBytes { buffer in
    json_loadb(buffer.bindMemory(to: CChar.self).baseAddress, bytes.count, Int(JSON_DECODE_ANY), nil)
  }
  defer { json_decref(root) }
  return root != nil
}

private func check(_ document: JSONDocument, _ hasWideNumber: inout Bool) {
  var waiting = [document.root]
  while let value = waiting.popLast() {
    var end = value.range.lowerBound
    func follows(_ inner: JSONValue) {
      precondition(
        end < inner.range.lowerBound && inner.range.upperBound < value.range.upperBound, "places nest")
      end = inner.range.upperBound - 1
    }
    switch value.kind {
    case .object:
      for (name, inner) in value.members {
        follows(name)
        follows(inner)
        precondition(value.member(name.stringBytes ?? []) != nil, "a member is found by its name")
        waiting.append(inner)
      }
    case .array:
      for inner in value.elements {
        follows(inner)
        waiting.append(inner)
      }
    case .string:
      let text = value.stringBytes ?? [0xFF]
      precondition(String(validating: text, as: UTF8.self) != nil, "a string is UTF-8")
      precondition(value.isString(text), "a string is itself")
    case .number:
      let number = value.number ?? ""
      if Int64(number) == nil,
        Double(number)?.isFinite != true || !number.contains(where: { ".eE".contains($0) })
      {
        hasWideNumber = true
      }
    case .null, .bool: continue
    }
  }
}
