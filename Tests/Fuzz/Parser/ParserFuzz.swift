import FilterPattern

/// Any bytes as a pattern: an answer without a trap, and what is accepted is printed so that it reads back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let result = Pattern.parse(utf8: bytes)
  let hasError = result.issues.contains { $0.severity == .error }
  precondition((result.pattern == nil) == hasError, "an error and a pattern exclude each other")
  let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.count
  for issue in result.issues {
    precondition(issue.range.upperBound <= scalars + 1, "an issue lies in the text")
  }
  guard let pattern = result.pattern else { return 0 }
  for style in PatternStyle.allCases {
    guard let text = try? pattern.printed(style) else { continue }
    precondition(Pattern.parse(text).pattern == pattern, "what is printed reads back the same")
  }
  // The clauses are compared pair by pair: a few of them show all there is to trap on.
  if case .json(let expression) = pattern.syntax, expression.conditions.count > 8 { return 0 }
  _ = pattern.lints()
  return 0
}
