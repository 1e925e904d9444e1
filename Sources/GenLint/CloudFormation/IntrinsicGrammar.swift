internal import Diagnostics
internal import Documents

/// What each intrinsic function may be called with.
///
/// One level of a call is judged: the functions inside it are calls of their own. The sets of functions are those of AWS's pages,
/// each under "Supported functions", and those beyond them that the service is known to take, such as a number that `Select` yields.
///
/// It holds for templates that keep the service's own functions: a transform may bring others and other arguments.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
struct IntrinsicGrammar {
  /// A form of argument, with the functions that may stand in its place.
  indirect enum Shape: Sendable {
    /// A text or another scalar.
    case text(Set<String>)
    /// A text of a certain form.
    case form(IntrinsicText, Set<String>)
    /// A whole number.
    case number(Set<String>, ClosedRange<Int>)
    /// A list, and what each element is.
    case list(Shape, ClosedRange<Int>, Set<String>)
    /// A list whose places have a form each; the last ones may be left out.
    case places([Shape], least: Int)
    /// Names with values of one form.
    case names(Shape)
    /// A structure: the names that it must have and those that it may have.
    case structure(required: [String], optional: [String], Shape)
    /// What a condition may be made of.
    case condition
    /// Anything: it is judged where its value goes.
    case any
  }

  /// The template that references are looked up in.
  let template: Template

  private static let texts: Set<String> = [
    "Base64", "FindInMap", "GetAtt", "GetStackOutput", "If", "ImportValue", "Join", "Length", "Select", "Sub",
    "ToJsonString", "Ref",
  ]
  private static let lists: Set<String> = [
    "Cidr", "FindInMap", "GetAtt", "GetAZs", "If", "Split", "Ref",
  ]
  private static let compared: Set<String> = [
    "Ref", "FindInMap", "Sub", "Join", "Select", "Split", "Length", "ToJsonString", "ValueOf",
  ]
  private static let networks: Set<String> = [
    "FindInMap", "GetAtt", "If", "ImportValue", "Select", "Sub", "Ref",
  ]

  /// A function's argument, and how a message calls it.
  private static let arguments: [String: (shape: Shape, summary: String)] = [
    "Base64": (.text(texts.union(["Cidr"])), "takes a text"),
    "ImportValue": (
      .text(["Base64", "FindInMap", "If", "Join", "Select", "Sub", "Ref"]), "takes the name of an export"
    ),
    "GetAZs": (.form(.region, ["Ref"]), "takes the name of a Region"),
    "GetStackOutput": (
      .structure(required: ["StackName", "OutputName"], optional: ["Region", "RoleArn"], .text(texts)),
      "takes a structure of 'StackName' and 'OutputName'"
    ),
    "If": (
      .places([.text([]), .any, .any], least: 3), "takes a list of three: condition, value, other value"
    ),
    "Join": (
      .places([.text([]), .list(.text(texts), 0...Int.max, lists)], least: 2),
      "takes a list of two: a separator and a list"
    ),
    "Select": (
      .places(
        [.number(["FindInMap", "Ref", "Select"], 0...Int.max), .list(.any, 0...Int.max, lists)], least: 2),
      "takes a list of two: a number and a list"
    ),
    "Split": (
      .places([.form(.separator, []), .form(.settled, texts.union(["GetAZs"]))], least: 2),
      "takes a list of two: a separator and a text"
    ),
    "FindInMap": (
      .places(Array(repeating: .text(["FindInMap", "Ref"]), count: 3), least: 3),
      "takes a list of three: map, key, second key"
    ),
    "Cidr": (
      .places([.form(.network, networks), .number(networks, 1...256), .number(networks, 1...128)], least: 2),
      "takes a list of a block of addresses, a count and a number of bits"
    ),
    "Equals": (.list(.text(compared), 2...2, []), "takes a list of two texts"),
    "And": (.list(.condition, 2...10, []), "takes a list of two to ten conditions"),
    "Or": (.list(.condition, 2...10, []), "takes a list of two to ten conditions"),
    "Not": (.list(.condition, 1...1, []), "takes a list of one condition"),
    "Ref": (.text([]), "takes the name of a parameter or resource"),
    "GetAtt": (.places([.text([]), .text(["Ref"])], least: 2), "takes a resource and an attribute"),
    "Sub": (
      .places([.form(.written, []), .names(.text(texts.union(["GetAZs"])))], least: 2),
      "takes a text, or a list of a text and a mapping"
    ),
  ]

  /// The functions that yield true or false, and stand in conditions and rules only.
  static let conditions = rules.union(["And", "Or", "Not", "Equals", "Condition"])

  /// Those of them that only rules have.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html
  static let rules: Set<String> = [
    "Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll",
  ]

  /// What is wrong with the form of a call.
  func problems(in call: Intrinsic) -> [Diagnostic] {
    if ["Length", "ToJsonString"].contains(call.name) {
      return [.malformed(call, "needs the transform 'AWS::LanguageExtensions'")]
    }
    if call.name == "Transform" { return macros(of: call) }
    guard let (shape, summary) = Self.arguments[call.name] else { return [] }
    if let text = call.argument.text, call.argument.tag == nil {
      if call.name == "Sub" { return check(call.argument, .form(.written, []), call, summary) }
      if call.name == "GetAtt", text.contains(ascii: ".") { return [] }
    }
    let found = check(call.argument, shape, call, summary)
    return found.isEmpty && call.name == "Select" ? beyondTheList(call) : found
  }

  /// A number of `Select` that is beyond a list which the template has, or beyond the parts of a text that it has.
  private func beyondTheList(_ call: Intrinsic) -> [Diagnostic] {
    guard let parts = call.argument.elements, parts.count == 2, Intrinsic(parts[0]) == nil,
      let index = parts[0].text.flatMap({ Int($0) })
    else { return [] }
    var count: Int?
    if let split = Intrinsic(parts[1]), split.name == "Split", let inside = split.argument.elements,
      inside.count == 2, let separator = inside[0].text?.unicodeScalars.first, let text = inside[1].text,
      inside[1].tag == nil,
      inside[0].text?.unicodeScalars.count == 1, !text.contains(ascii: "{{")
    {
      count = text.fields(by: separator).count
    } else if Intrinsic(parts[1]) == nil, let elements = parts[1].elements,
      // A macro may write more, and a choice fewer.
      elements.allSatisfy({ Intrinsic($0).map { !["If", "Transform"].contains($0.name) } ?? true })
    {
      count = elements.count
    }
    guard let count, index >= count else { return [] }
    return [.beyond(call, index, count, at: parts[0].range)]
  }

  /// A macro with its parameters, or a list of them.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-transform.html
  private func macros(of call: Intrinsic) -> [Diagnostic] {
    for node in call.argument.elements ?? [call.argument] where Intrinsic(node) == nil {
      guard node.entries != nil else {
        return [.misplaced(call, node, "a structure", "takes 'Name' and 'Parameters'")]
      }
      if node["Name"] == nil { return [.lacking(call, "Name")] }
    }
    return []
  }

  private func check(_ node: Node, _ shape: Shape, _ call: Intrinsic, _ summary: String) -> [Diagnostic] {
    if let inner = Intrinsic(node) { return check(inner, shape, call, summary) }
    switch shape {
    case .any: return []
    case .text: return node.scalar == nil ? [.misplaced(call, node, "a text", summary)] : []
    case .form(let form, _):
      let fits =
        node.scalar.map { form.takes($0, isTagged: call.node.tag != nil && call.argument.scalar != nil) }
        ?? false
      return fits ? [] : [.misplaced(call, node, form.wanted, summary)]
    case .number(_, let range):
      guard let text = node.text, let number = Int(text) else {
        return [.misplaced(call, node, "a whole number", summary)]
      }
      return range.contains(number) ? [] : [.misplaced(call, node, Self.spelled(range), summary)]
    case .list(let item, let count, _):
      guard let elements = node.elements else { return [.misplaced(call, node, "a list", summary)] }
      guard count.contains(elements.count) else { return [.malformed(call, summary)] }
      return elements.flatMap { check($0, item, call, summary) }
    case .places(let shapes, let least):
      guard let elements = node.elements, (least...shapes.count).contains(elements.count) else {
        return [.malformed(call, summary)]
      }
      return zip(elements, shapes).flatMap { check($0, $1, call, summary) }
    case .names(let value):
      guard let entries = node.entries else { return [.misplaced(call, node, "a mapping", summary)] }
      return entries.flatMap { check($0.value, value, call, summary) }
    case .structure(let required, let optional, let value):
      guard let entries = node.entries else { return [.misplaced(call, node, "a structure", summary)] }
      if let name = required.first(where: { node[$0] == nil }) { return [.lacking(call, name)] }
      return entries.flatMap { entry in
        (required + optional).contains(entry.key.text ?? "")
          ? check(entry.value, value, call, summary) : [.foreign(call, entry.key)]
      }
    case .condition:
      return Self.isCondition(node) ? [] : [.misplaced(call, node, "a condition", summary)]
    }
  }

  /// Whether a node is a condition: a function that yields true or false, the name of a condition, or a truth value.
  static func isCondition(_ node: Node) -> Bool {
    if let call = Intrinsic(node) {
      return conditions.contains(call.name) || !Intrinsic.known.contains(call.name)
        || call.name == "Transform"
    }
    if let entries = node.entries { return entries.count == 1 && entries[0].key.text == "Condition" }
    return node.text.map { ["true", "false"].contains($0.lowercased()) } ?? false
  }

  /// A function in the place of an argument.
  private func check(_ inner: Intrinsic, _ shape: Shape, _ call: Intrinsic, _ summary: String) -> [Diagnostic]
  {
    if !Intrinsic.known.contains(inner.name), !inner.isForeign, case .text(let functions) = shape,
      functions.isEmpty
    {
      return [.misplaced(call, inner.node, "a text", summary)]
    }
    let takesNone = Self.functions(of: shape)?.isEmpty ?? false
    if inner.name == "Transform", !takesNone { return [] }
    if inner.isForeign || !Intrinsic.known.contains(inner.name) { return [] }
    if case .condition = shape, inner.name == "If" {
      return [.misplaced(call, inner.node, "a condition", summary)]
    }
    if inner.name == "If", let branches = inner.argument.elements, branches.count == 3, call.name != "If" {
      if let allowed = Self.functions(of: shape), !allowed.contains("If") {
        return [.functionIn(call, inner, allowed)]
      }
      return branches.dropFirst().flatMap { check($0, shape, call, summary) }
    }
    switch shape {
    case .any: return []
    case .condition:
      return Self.conditions.contains(inner.name)
        ? [] : [.misplaced(call, inner.node, "a condition", summary)]
    default: break
    }
    if let allowed = Self.functions(of: shape), !allowed.contains(inner.name) {
      return [.functionIn(call, inner, allowed)]
    }
    if ["FindInMap", "ImportValue"].contains(call.name), inner.name == "Ref", let id = inner.argument.text,
      template.parameter(id) == nil, template.resource(id) != nil
    {
      return [.resource(id, in: call, at: inner.node.range)]
    }
    guard let kinds = template.kinds(yieldedBy: inner) else { return [] }
    switch shape {
    case .text where !kinds.contains(.scalar), .form where !kinds.contains(.scalar),
      .number where !kinds.contains(.scalar):
      return [.misplaced(call, inner.node, "a text", summary)]
    case .list where !kinds.contains(.list): return [.misplaced(call, inner.node, "a list", summary)]
    default: return []
    }
  }

  private static func functions(of shape: Shape) -> Set<String>? {
    switch shape {
    case .text(let functions), .form(_, let functions), .number(let functions, _),
      .list(_, _, let functions):
      functions
    case .places, .names, .structure: []
    case .condition, .any: nil
    }
  }

  private static func spelled(_ range: ClosedRange<Int>) -> String {
    range.upperBound == Int.max
      ? "a number of \(range.lowerBound) or more" : "a number from \(range.lowerBound) to \(range.upperBound)"
  }
}

extension Diagnostic {
  static func malformed(_ call: Intrinsic, _ wanted: String) -> Diagnostic {
    Diagnostic(.error, .invalidIntrinsic, "'\(call.name)' \(wanted)", at: call.node.range)
  }
  fileprivate static func misplaced(
    _ call: Intrinsic, _ node: Node, _ wanted: String, _ summary: String
  ) -> Diagnostic {
    let found: String =
      switch (Intrinsic(node)?.name, node.content) {
      case (let name?, _): "what '\(name)' yields"
      case (nil, .scalar(let scalar)): "'\(scalar.text.prefix(80))'"
      case (nil, .sequence): "a list"
      case (nil, .mapping): "a mapping"
      }
    return Diagnostic(
      .error, .invalidIntrinsic, "'\(call.name)' takes \(wanted) here, not \(found)", at: node.range,
      hint: "'\(call.name)' \(summary)")
  }
  fileprivate static func lacking(_ call: Intrinsic, _ name: String) -> Diagnostic {
    Diagnostic(.error, .invalidIntrinsic, "'\(call.name)' lacks the required '\(name)'", at: call.node.range)
  }
  fileprivate static func foreign(_ call: Intrinsic, _ key: Node) -> Diagnostic {
    Diagnostic(.error, .invalidIntrinsic, "'\(call.name)' has no '\(key.text ?? "")'", at: key.range)
  }
  fileprivate static func beyond(_ call: Intrinsic, _ index: Int, _ count: Int, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .invalidIntrinsic, "'Select' takes a number below \(count) here, not \(index)", at: range,
      hint: "the list has \(count == 1 ? "one element" : "\(count) elements"), and the first is 0")
  }
  fileprivate static func resource(_ id: String, in call: Intrinsic, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .invalidIntrinsic, "'\(call.name)' takes no reference to a resource, and '\(id)' is one",
      at: range,
      hint: "it is settled before any resource is made: refer to a parameter")
  }
  fileprivate static func functionIn(_ call: Intrinsic, _ inner: Intrinsic, _ allowed: Set<String>)
    -> Diagnostic
  {
    let listed = allowed.sorted().joined(separator: ", ")
    if call.name == "If", IntrinsicGrammar.conditions.contains(inner.name) {
      return Diagnostic(
        .error, .invalidIntrinsic, "'If' takes no '\(inner.name)' here, but the name of a condition",
        at: inner.node.range, hint: "define a condition under 'Conditions', and write its name")
    }
    return Diagnostic(
      .error, .invalidIntrinsic, "'\(call.name)' takes no '\(inner.name)' here", at: inner.node.range,
      hint: allowed.isEmpty
        ? "write the value itself: no function is allowed here" : "allowed here: \(listed)")
  }
}
