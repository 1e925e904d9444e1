import Diagnostics
import Documents
import FilterPattern
import GenCore
import GenEmitters
import GenLint
import JSONScanner
import Testing

/// Every input that the fuzzer keeps, given to the readers again.
@Suite struct ReplayTests {
  /// A reader answers the seeds of every target, its own and others'.
  @Test(arguments: KeptInputs.targets)
  func everySeedIsAnsweredByEveryReader(target: String) throws {
    let seeds = try KeptInputs.seeds(of: target)
    try #require(!seeds.isEmpty)
    for bytes in seeds {
      try readYAML(bytes)
      compile(bytes)
      lint(bytes)
      lint(Array("#!/bin/sh\n".utf8) + bytes)
      _ = Pattern.parse(utf8: bytes)
      _ = try? JSONDocument(bytes)
    }
  }

  @Test func everyYAMLInputIsAnsweredAndReadsBackTheSame() throws {
    for bytes in try KeptInputs.found(for: "yaml") { try readYAML(bytes) }
  }

  @Test func everySpecIsAnswered() throws {
    for bytes in try KeptInputs.found(for: "spec") { compile(bytes) }
  }

  @Test func everyScriptIsAnswered() throws {
    for bytes in try KeptInputs.found(for: "shell") { lint(Array("#!/bin/sh\n".utf8) + bytes) }
  }

  @Test func everyArtefactIsAnswered() throws {
    for bytes in try KeptInputs.found(for: "lint") { lint(bytes) }
  }

  private func source(_ bytes: [UInt8]) -> SourceText { SourceText(file: "input", bytes: bytes) }

  private func readYAML(_ bytes: [UInt8]) throws {
    let reader = YAMLReader(limits: .init(bytes: 1 << 20))
    let (node, diagnostics) = reader.read(source(bytes))
    #expect((node == nil) == diagnostics.hasErrors)
    say(diagnostics, of: source(bytes))
    guard let node else { return }
    let printed = YAMLPrinter().print(tree(of: node))
    let (again, problems) = reader.read(SourceText(file: "printed", text: printed))
    #expect(problems.isEmpty, "\(printed)")
    #expect(again.map(tree) == tree(of: node), "\(printed)")
  }

  /// What is printed of a node, without the tags. Texts compare canonically here; the fuzzer's law compares bytes.
  private func tree(of node: Node) -> Tree {
    switch node.content {
    case .scalar(let scalar): .text(scalar.text)
    case .sequence(let elements): .list(elements.map(tree))
    case .mapping(let entries): .map(entries.map { Tree.Member($0.key.text ?? "", tree(of: $0.value)) })
    }
  }

  private func compile(_ bytes: [UInt8]) {
    let result = Compiler.compile(source(bytes)) { [$0] }
    #expect((result.graph == nil) == result.diagnostics.hasErrors)
    say(result.diagnostics, of: source(bytes))
    guard let graph = result.graph else { return }
    let (artefacts, diagnostics) = Outputs.emit(graph)
    #expect(artefacts.isEmpty == diagnostics.hasErrors)
    #expect(artefacts.allSatisfy { $0.text.hasSuffix("\n") })
  }

  private func lint(_ bytes: [UInt8]) {
    let source = source(bytes)
    let findings = Linter().lint(source)
    #expect(findings.allSatisfy { source.line($0.range?.start.line ?? 1) != nil })
    say(findings, of: source)
  }

  private func say(_ diagnostics: [Diagnostic], of source: SourceText) {
    let formatter = TextFormatter(sources: [source])
    for diagnostic in diagnostics { #expect(!formatter.format(diagnostic).isEmpty) }
  }
}
