import FilterPattern

/// A pattern up to the first line break, and after it any bytes as a message.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMatcher(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let end = bytes.firstIndex(of: 0x0A) ?? count
  guard let pattern = Pattern.parse(utf8: bytes[..<end]).pattern else { return 0 }
  let message = Array(bytes[min(end + 1, count)...])
  let answer = PatternMatcher(pattern).match(message)
  precondition(answer == PatternMatcher(pattern).match(message), "an answer can be repeated")
  if case .delimited = pattern.syntax { return 0 }
  precondition(answer.result?.extractedValues.isEmpty ?? true, "only fields are extracted")
  return 0
}
