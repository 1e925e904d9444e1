import Diagnostics
import Documents
import JSONScanner

/// Any bytes as YAML: a tree or an error, and a tree that reads back the same from what is printed of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYaml(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(file: "input", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let reader = YAMLReader(limits: .init(bytes: 1 << 20))
  let (node, diagnostics) = reader.read(source)
  precondition((node == nil) == diagnostics.hasErrors, "an error and a tree exclude each other")
  let formatter = TextFormatter(sources: [source])
  for diagnostic in diagnostics { _ = formatter.format(diagnostic) }
  guard let node else { return 0 }

  let printed = YAMLPrinter().print(tree(of: node))
  let (again, problems) = reader.read(SourceText(file: "printed", text: printed))
  // A collection that is printed in flow style may need one level less, never one more.
  precondition(problems.isEmpty, "what is printed is accepted")
  precondition(again.map { isSame($0, node) } ?? false, "what is printed reads back the same")

  var texts: [String] = []
  collect(node, &texts)
  let json = JSONPrinter(.compact).print(.list(texts.map { .text($0) }))
  guard let document = try? JSONDocument(json, options: .allowNUL) else {
    preconditionFailure("what is printed is JSON")
  }
  precondition(
    document.root.elements.map { $0.stringBytes ?? [] } == texts.map { Array($0.utf8) },
    "texts survive JSON")
  return 0
}

private func tree(of node: Node) -> Tree {
  let inner: Tree =
    switch node.content {
    case .scalar(let scalar): .text(scalar.text)
    case .sequence(let elements): .list(elements.map(tree))
    case .mapping(let entries): .map(entries.map { Tree.Member($0.key.text ?? "", tree(of: $0.value)) })
    }
  return tag(of: node).map { .tagged($0, inner) } ?? inner
}

/// The tag, when it is one of the kind that is ever printed.
private func tag(of node: Node) -> String? {
  node.tag.flatMap { tag in
    let isPlain = tag.utf8.count > 1 && tag.utf8.first == 0x21 && tag.utf8.dropFirst().allSatisfy(isLetter)
    return isPlain ? tag : nil
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

private func isSame(_ left: Node, _ right: Node) -> Bool {
  guard tag(of: left) == tag(of: right) else { return false }
  switch (left.content, right.content) {
  case (.scalar(let left), .scalar(let right)): return left.text.utf8.elementsEqual(right.text.utf8)
  case (.sequence(let left), .sequence(let right)): return left.elementsEqual(right, by: isSame)
  case (.mapping(let left), .mapping(let right)):
    // A key is text to the printer: its tag is not printed.
    return left.elementsEqual(right) {
      ($0.key.text ?? "").utf8.elementsEqual(($1.key.text ?? "").utf8) && isSame($0.value, $1.value)
    }
  default: return false
  }
}

private func collect(_ node: Node, _ texts: inout [String]) {
  switch node.content {
  case .scalar(let scalar): texts.append(scalar.text)
  case .sequence(let elements): for element in elements { collect(element, &texts) }
  case .mapping(let entries):
    for entry in entries {
      collect(entry.key, &texts)
      collect(entry.value, &texts)
    }
  }
}
