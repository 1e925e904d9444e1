import Diagnostics
import GenLint

/// Any bytes as an artefact of the kind that they look like: findings without a trap, each at a place in the artefact.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLint(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(file: "input", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let findings = Linter().lint(source)
  let formatter = TextFormatter(sources: [source])
  for finding in findings {
    let line = finding.range?.start.line ?? 1
    precondition(source.line(line) != nil, "a finding has a line")
    _ = formatter.format(finding)
  }
  return 0
}
