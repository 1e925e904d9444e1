import Diagnostics
import GenCore
import GenEmitters

/// Any bytes as a spec: a graph or an error, and every artefact of a graph without a trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSpec(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(file: "input", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let result = Compiler.compile(source) { name in [name, #"{"eventName":"CreateAccount"}"#] }
  precondition(
    (result.graph == nil) == result.diagnostics.hasErrors, "an error and a graph exclude each other")
  let formatter = TextFormatter(sources: [source])
  for diagnostic in result.diagnostics { _ = formatter.format(diagnostic) }
  guard let graph = result.graph else { return 0 }
  let (artefacts, diagnostics) = Outputs.emit(graph)
  precondition(artefacts.isEmpty == diagnostics.hasErrors, "an error and artefacts exclude each other")
  for artefact in artefacts {
    precondition(artefact.text.utf8.last == 0x0A, "an artefact ends its last line")
    precondition(!artefact.text.utf8.contains(0), "an artefact is text")
  }
  return 0
}
