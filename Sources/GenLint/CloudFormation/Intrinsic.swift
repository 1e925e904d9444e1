internal import Documents

/// An intrinsic function call in a template, in its long form (`Fn::Join: …`) or its short one (`!Join …`).
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
struct Intrinsic {
  /// The name without `Fn::`, such as `Ref`, `GetAtt`, `Sub`.
  let name: String
  /// What the function is called with.
  let argument: Node
  /// The whole call.
  let node: Node

  /// Every function.
  static let known: Set<String> = [
    "Ref", "Condition", "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals",
    "FindInMap", "GetAZs", "GetAtt", "GetStackOutput", "If", "ImportValue", "Join", "Length", "Not", "Or",
    "RefAll",
    "Select", "Split", "Sub", "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
  ]

  /// Reads a call; nil when the node is a plain value.
  ///
  /// `Rain::Embed` and its kind are calls of rain, a packager of AWS's own, which replaces them before deployment.
  /// A mapping of one member named `Condition` is a call only where conditions stand, so it is not one here.
  init?(_ node: Node) {
    if let tag = node.tag, tag.utf8.first == UInt8(ascii: "!"), tag.utf8.count > 1 {
      name = String(tag.dropFirst())
      var argument = node
      argument.tag = nil
      self.argument = argument
    } else if let entries = node.entries, entries.count == 1, let key = entries[0].key.text,
      key == "Ref" || key.hasPrefix("Fn::") || key.hasPrefix("Rain::")
    {
      name = key.hasPrefix("Fn::") ? String(key.dropFirst(4)) : key
      argument = entries[0].value
    } else {
      return nil
    }
    self.node = node
  }

  /// Whether another tool replaces the call before deployment.
  var isForeign: Bool { name.contains(ascii: "::") && !name.contains(ascii: "Fn::") }

  /// The resource and attribute of `GetAtt`: a text with a dot, or a list of two. The attribute is nil when it is computed.
  var getAtt: (resource: String, attribute: String?)? {
    guard name == "GetAtt" else { return nil }
    if let text = argument.text {
      guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      return (String(text[..<dot]), String(text[text.utf8.index(after: dot)...]))
    }
    guard let elements = argument.elements, elements.count >= 2, let resource = elements[0].text,
      elements[0].tag == nil
    else { return nil }
    let parts = elements.dropFirst().map { $0.tag == nil ? $0.text : nil }
    return (resource, parts.contains(nil) ? nil : parts.compactMap(\.self).joined(separator: "."))
  }

  /// The template and the variables of `Sub`.
  var sub: (text: Node, variables: [Node.Entry])? {
    guard name == "Sub" else { return nil }
    if argument.text != nil { return (argument, []) }
    guard let elements = argument.elements, elements.count == 2, elements[0].text != nil,
      elements[0].tag == nil
    else { return nil }
    return (elements[0], elements[1].entries ?? [])
  }

  /// One part of a `Sub` template.
  enum Piece {
    case literal(String)
    case name(String)

    /// The name, when it is one.
    var placeholder: String? { if case .name(let name) = self { name } else { nil } }
  }

  /// A `Sub` template in parts; `${!Literal}` is literal text.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    while let start = rest.range(ofASCII: "${") {
      guard let end = rest[start.upperBound...].utf8.firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = rest[start.upperBound..<end]
      literal += rest[..<start.lowerBound]
      if name.utf8.first == UInt8(ascii: "!") {
        literal += "${\(name.dropFirst())}"
      } else {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        pieces.append(.name(name.trimmingBlanks()))
      }
      rest = rest[rest.utf8.index(after: end)...]
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }
}
