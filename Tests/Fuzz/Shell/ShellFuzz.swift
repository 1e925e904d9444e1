import Diagnostics
import GenLint

/// Any bytes as a shell script of aws commands: findings without a trap, each at a place in the script.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzShell(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let script = Array("#!/bin/sh\n".utf8) + UnsafeBufferPointer(start: start, count: count)
  let source = SourceText(file: "input", bytes: script)
  let findings = Linter().lint(source)
  let formatter = TextFormatter(sources: [source])
  for finding in findings {
    let line = finding.range?.start.line ?? 1
    precondition(source.line(line) != nil, "a finding has a line")
    _ = formatter.format(finding)
  }
  return 0
}
