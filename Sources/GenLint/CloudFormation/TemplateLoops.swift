internal import Diagnostics
internal import Documents

/// The loops of a template, `Fn::ForEach`, written out where the template itself lists what they run over. Everything in a loop
/// keeps its place, so that a finding in several rounds is one.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
struct TemplateLoops {
  /// The template without the loops that could be written out.
  private(set) var root: Node
  /// What is wrong with the loops themselves.
  private(set) var findings: [Diagnostic] = []
  /// Whether a loop was written out.
  private(set) var areWrittenOut = false
  /// How many nodes may still be written: loops in loops multiply.
  private var budget = 50_000

  private typealias Loop = (name: String, values: [String], body: [Node.Entry])

  /// Writes out the loops of a template that has the transform for them.
  init(_ root: Node) {
    self.root = root
    guard let transform = root["Transform"],
      (transform.elements ?? [transform]).contains(where: { $0.text == "AWS::LanguageExtensions" })
    else { return }
    self.root = written(root, [:])
  }

  /// Of findings at one place that differ in a loop's value only, the first.
  func once(_ found: [Diagnostic]) -> [Diagnostic] {
    guard areWrittenOut else { return found }
    struct Place: Hashable {
      let code: Int
      let range: SourceRange?
    }
    var seen: Set<Place> = []
    return found.filter { seen.insert(Place(code: $0.code.number, range: $0.range)).inserted }
  }

  private mutating func written(_ node: Node, _ values: [String: String]) -> Node {
    budget -= 1
    if !values.isEmpty, let call = Intrinsic(node), call.name == "Ref", call.argument.tag == nil,
      let value = call.argument.text.flatMap({ values[$0] })
    {
      return Node(.scalar(.init(text: value, style: .doubleQuoted)), range: node.range)
    }
    var written = node
    switch node.content {
    case .scalar(let scalar):
      guard !values.isEmpty, scalar.text.contains(ascii: "{") else { return node }
      let text = Self.replaced(scalar.text, values)
      if text != scalar.text { written.content = .scalar(.init(text: text, style: .doubleQuoted)) }
      // A text that is filled in is no call any more.
      if node.tag == "!Sub", !text.contains(ascii: "${") { written.tag = nil }
    case .sequence(let elements): written.content = .sequence(elements.map { self.written($0, values) })
    case .mapping(let entries): written.content = .mapping(self.written(entries, values))
    }
    return written
  }

  private mutating func written(_ entries: [Node.Entry], _ values: [String: String]) -> [Node.Entry] {
    var all: [Node.Entry] = []
    var hasLoop = false
    for entry in entries {
      let key = values.isEmpty ? entry.key : written(entry.key, values)
      guard key.text?.hasPrefix("Fn::ForEach") ?? false else {
        all.append(Node.Entry(key: key, value: written(entry.value, values)))
        continue
      }
      let name = key.text?.dropFirst("Fn::ForEach::".count) ?? ""
      if name.isEmpty || !name.unicodeScalars.allSatisfy(Self.isLetter) {
        findings.append(.notALoop("a loop's key reads 'Fn::ForEach::Name'", at: key.range))
      }
      guard let loop = loop(entry.value, values), budget > 0 else {
        all.append(Node.Entry(key: key, value: written(entry.value, values)))
        continue
      }
      hasLoop = true
      for value in loop.values where budget > 0 {
        all += written(loop.body, values.merging([loop.name: value]) { $1 })
      }
    }
    if hasLoop {
      areWrittenOut = true
      findTwins(in: all)
    }
    return all
  }

  /// Reads a loop; nil when the template does not tell what it runs over.
  private mutating func loop(_ node: Node, _ values: [String: String]) -> Loop? {
    guard Intrinsic(node) == nil else { return nil }
    guard let parts = node.elements, parts.count == 3 else {
      findings.append(.notALoop("a loop takes a list of three", at: node.range))
      return nil
    }
    guard Intrinsic(parts[0]) != nil || parts[0].text != nil else {
      findings.append(.notALoop("the name of a loop's value is a text", at: parts[0].range))
      return nil
    }
    guard Intrinsic(parts[1]) != nil || parts[1].scalar == nil else {
      findings.append(.notALoop("a loop runs over a list", at: parts[1].range))
      return nil
    }
    guard Intrinsic(parts[2]) != nil || parts[2].entries != nil else {
      findings.append(.notALoop("what a loop writes is a mapping", at: parts[2].range))
      return nil
    }
    guard let name = parts[0].text, parts[0].tag == nil, let body = parts[2].entries, parts[2].tag == nil,
      let elements = parts[1].elements, parts[1].tag == nil
    else { return nil }
    let texts = elements.map { written($0, values) }.map { $0.tag == nil ? $0.text : nil }
    return texts.contains(nil) || texts.isEmpty ? nil : (name, texts.compactMap(\.self), body)
  }

  /// A text with a loop's value in place of `${Name}`, and with its letters and digits in place of `&{Name}`.
  private static func replaced(_ text: String, _ values: [String: String]) -> String {
    var text = text
    for (name, value) in values {
      let letters = String(String.UnicodeScalarView(value.unicodeScalars.filter(isLetter)))
      for (mark, new) in [("${\(name)}", value), ("&{\(name)}", letters)] {
        var rest = text[...]
        var all = ""
        while let found = rest.range(ofASCII: mark) {
          all += rest[..<found.lowerBound]
          all += new
          rest = rest[found.upperBound...]
        }
        if !all.isEmpty || rest.utf8.count != text.utf8.count { text = all + rest }
      }
    }
    return text
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  /// Two members of one name, of which a loop writes one at least.
  private mutating func findTwins(in entries: [Node.Entry]) {
    var first: [String: SourceRange] = [:]
    for entry in entries {
      guard let name = entry.key.text else { continue }
      if let before = first.updateValue(entry.key.range, forKey: name) {
        findings.append(.twins(name, at: entry.key.range, first: before))
        return
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func notALoop(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "\(problem), and this is none", at: range,
      hint: "a loop reads 'Fn::ForEach::Name: [Value, [One, Two], {'Key${Value}': …}]'")
  }
  fileprivate static func twins(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .duplicateKey, "the loop writes '\(name)' twice", at: range,
      hint: "put the loop's value in its name", notes: [Note("the other one", at: first)])
  }
}
