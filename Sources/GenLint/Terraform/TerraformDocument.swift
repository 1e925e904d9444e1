internal import Diagnostics
internal import Documents

/// A configuration's text as a tree with one entry for each section.
///
/// A name that stands for blocks may stand again, and its blocks add up; the document may be a list of objects, of which each gives
/// blocks. What only stands twice by mistake, an argument or one block, is left to its rule.
///
/// https://developer.hashicorp.com/terraform/language/syntax/json
enum TerraformDocument {
  /// The tree, or the diagnostic that says why there is none.
  static func read(_ source: SourceText) -> (node: Node?, diagnostics: [Diagnostic]) {
    let text = JSONText.read(source)
    guard var root = text.node else {
      return (nil, isNative(source) ? text.diagnostics.map(Diagnostic.native) : text.diagnostics)
    }
    let repeats = text.diagnostics.contains { $0.code == .duplicateKey }
    if root.entries != nil, !repeats { return text }
    let objects = root.elements ?? [root]
    let wrong = objects.filter { $0.entries == nil }.map { Diagnostic.noObject(at: $0.range) }
    guard wrong.isEmpty else { return (nil, text.diagnostics + wrong) }
    var folded: Set<SourceRange> = []
    var sections = fold(objects.flatMap { $0.entries ?? [] }, &folded)
    for index in sections.indices {
      let section = sections[index].key.text ?? ""
      sections[index].value = foldLabels(
        sections[index].value, TerraformSections.labels[section] ?? 0, &folded)
    }
    root.content = .mapping(sections)
    let kept = text.diagnostics.filter { finding in
      finding.code != .duplicateKey || !(finding.range.map(folded.contains) ?? false)
    }
    return (root, kept)
  }

  /// Whether a text that is no JSON has a block in Terraform's own language.
  private static func isNative(_ source: SourceText) -> Bool {
    // JSON has no remarks.
    if let first = source.bytes.first(where: { $0 > 32 }),
      first == UInt8(ascii: "#") || first == UInt8(ascii: "/")
    {
      return true
    }
    return source.bytes.split(separator: 10).contains { line in
      let text = String(decoding: line.prefix(200), as: UTF8.self)
      let word = String(text.prefix { ("a"..."z").contains($0) })
      let rest = text.dropFirst(word.utf8.count)
      return TerraformSections.labels[word] != nil && rest.first == " " && rest.contains("{")
        && !rest.contains(":")
    }
  }

  /// Makes one entry of those with one name, where its values are structures.
  private static func fold(_ entries: [Node.Entry], _ folded: inout Set<SourceRange>) -> [Node.Entry] {
    var found: [Node.Entry] = []
    var places: [String: Int] = [:]
    for entry in entries {
      guard let name = entry.key.text, entry.value.scalar == nil, let index = places[name] else {
        if let name = entry.key.text, entry.value.scalar == nil { places[name] = found.count }
        found.append(entry)
        continue
      }
      folded.insert(entry.key.range)
      let parts = [found[index].value, entry.value].flatMap { $0.elements ?? [$0] }
      found[index].value = Node(.sequence(parts), range: found[index].value.range)
    }
    return found
  }

  /// The same below a section, whose blocks have so many labels. A block that stands twice is told by its whole name.
  private static func foldLabels(_ node: Node, _ count: Int, _ folded: inout Set<SourceRange>) -> Node {
    var node = node
    if let elements = node.elements {
      node.content = .sequence(elements.map { foldLabels($0, count, &folded) })
    } else if let entries = node.entries, count == 1 {
      var seen: Set<String> = []
      for entry in entries where !seen.insert(entry.key.text ?? "").inserted {
        folded.insert(entry.key.range)
      }
    } else if let entries = node.entries, count > 1 {
      var types = fold(entries, &folded)
      for index in types.indices { types[index].value = foldLabels(types[index].value, count - 1, &folded) }
      node.content = .mapping(types)
    }
    return node
  }
}

extension Diagnostic {
  fileprivate static func native(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.hint = "this is Terraform's own language, whose files end in '.tf'; '.tf.json' is for JSON"
    return finding
  }
  fileprivate static func noObject(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "a configuration is an object, or a list of objects", at: range,
      hint: "put the blocks in braces")
  }
}
