internal import Diagnostics
internal import Documents

extension TerraformFunction {
  /// What the call yields, where its arguments tell; nil when they do not, or nobody asks of such a value.
  var result: TerraformValue? {
    let first = arguments.first ?? .unknown(.any)
    switch name {
    case "tostring": return first.isNull ? .null : first.text.map { .text($0) }
    case "tonumber": return first.isNull ? .null : first.number.map { .number($0) }
    case "tobool": return first.isNull ? .null : first.truth.map { .truth($0) }
    case "sensitive", "nonsensitive", "ephemeralasnull":
      return name == "ephemeralasnull" && !first.isKnown ? nil : first
    case "upper": return first.text.map { .text($0.uppercased()) }
    case "lower": return first.text.map { .text($0.lowercased()) }
    case "join":
      let texts = arguments.dropFirst().flatMap { $0.elements ?? [.unknown(.any)] }.map(\.text)
      guard let separator = first.text, !texts.contains(nil) else { return nil }
      return .text(texts.compactMap { $0 }.joined(separator: separator))
    case "tolist", "toset":
      guard case .sequence(let elements, _) = first, elements.allSatisfy({ !$0.isNull }) else { return nil }
      if name == "tolist" { return .sequence(elements, .list) }
      let texts = Set(elements.compactMap(\.text))
      return texts.count == elements.count || elements.count == 1 ? .sequence(elements, .set) : nil
    case "tomap":
      guard case .mapping(let entries, _) = first else { return nil }
      return .mapping(entries, isMap: true)
    case "concat":
      return arguments.reduce(.sequence([], .tuple)) { whole, next in
        guard case .sequence(let left, _)? = whole, case .sequence(let right, _) = next else { return nil }
        return .sequence(left + right, .tuple)
      }
    case "merge":
      var entries: [(key: String, value: TerraformValue)] = []
      for argument in arguments where !argument.isNull {
        guard case .mapping(let more, _) = argument else { return nil }
        entries += more
      }
      return .mapping(
        TerraformValue.lastOfEach(entries),
        isMap: arguments.contains { if case .mapping(_, true) = $0 { true } else { false } })
    case "keys":
      guard case .mapping(let entries, _) = first else { return nil }
      return .sequence(
        entries.map(\.key).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .text($0) }, .tuple)
    case "values":
      guard case .mapping(let entries, let isMap) = first else { return nil }
      let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      return .sequence(sorted.map(\.value), isMap ? .list : .tuple)
    case "length":
      if case .mapping(let entries, _) = first { return .number(Double(entries.count)) }
      guard case .sequence(let elements, let kind) = first, kind != .set else { return nil }
      return .number(Double(elements.count))
    case "element":
      guard case .sequence(let elements, _) = first, !elements.isEmpty,
        let index = arguments[1].number.flatMap({ Int(exactly: $0) }), index >= 0
      else { return nil }
      return elements[index % elements.count]
    case "lookup":
      guard case .mapping(let entries, _) = first, let key = arguments[1].text else { return nil }
      return entries.first { $0.key == key }?.value
    case "one":
      guard case .sequence(let elements, _) = first, elements.count < 2 else { return nil }
      return elements.first ?? .null
    case "split":
      guard let scalars = first.text?.unicodeScalars, scalars.count == 1, let separator = scalars.first,
        separator.isASCII, let text = arguments[1].text
      else { return nil }
      return .sequence(text.fields(by: separator).map { .text($0) }, .list)
    case "range":
      let numbers = arguments.compactMap(\.number)
      guard numbers.count == arguments.count, let last = numbers.last else { return nil }
      let (from, to) = numbers.count == 1 ? (0, last) : (numbers[0], numbers[1])
      let step: Double = numbers.count == 3 ? last : from <= to ? 1 : -1
      guard step != 0, abs((to - from) / step) <= 1_000 else { return nil }
      return .sequence(stride(from: from, to: to, by: step).map { .number($0) }, .list)
    case "coalesce":
      for argument in arguments {
        if case .unknown = argument { return nil }
        if !argument.isNull, argument.text != "" {
          return argument.text == nil ? argument : converted(argument)
        }
      }
      return nil
    case "jsondecode": return first.text.flatMap(Self.decoded)
    case "yamldecode": return first.text.flatMap(TerraformYAML.value)
    case "jsonencode": return Self.encoded(first).map { .text($0) }
    default: return list ?? simple
    }
  }

  /// A simple value among others: beside a text, numbers and truth values are texts.
  private func converted(_ value: TerraformValue) -> TerraformValue? {
    switch TerraformType.unified(arguments.map(\.type)) {
    case .string?: value.text.map { .text($0) }
    case .any?, nil: nil
    default: value
    }
  }

  /// The JSON of a value, in the spelling of Terraform: without blanks, names in order. Nil where the value or its spelling is not known.
  private static func encoded(_ value: TerraformValue) -> String? {
    switch value {
    case .unknown, .sequence(_, .set): return nil
    case .null: return "null"
    case .truth(let truth): return truth ? "true" : "false"
    case .number(let number): return Int(exactly: number).map(String.init)
    case .text(let text):
      // These are written as escapes.
      guard !text.unicodeScalars.contains(where: { "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) }) else {
        return nil
      }
      return JSONPrinter(.compact).print(.quotedText(text))
    case .sequence(let elements, _):
      let found = elements.compactMap(encoded)
      return found.count == elements.count ? "[\(found.joined(separator: ","))]" : nil
    case .mapping(let entries, _):
      let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let found = sorted.compactMap { entry in
        encoded(.text(entry.key)).flatMap { key in encoded(entry.value).map { "\(key):\($0)" } }
      }
      return found.count == entries.count ? "{\(found.joined(separator: ","))}" : nil
    }
  }

  /// The type of what it yields, where that hangs on the types of its arguments.
  var type: TerraformType? {
    let first = arguments.first?.type ?? .any
    switch name {
    case "sensitive", "nonsensitive", "ephemeralasnull": return first
    case "tolist": return .list(first.element)
    case "toset": return .set(first.element)
    case "tomap": return .map(first.element)
    case "reverse", "slice":
      if case .list = first { return first }
      return nil
    case "values":
      if case .map(let inner) = first { return .list(inner) }
      return nil
    case "element", "one":
      if case .list(let inner) = first { return inner }
      if case .set(let inner) = first, name == "one" { return inner }
      return nil
    case "lookup":
      if case .map(let inner) = first { return inner }
      return nil
    case "provider::aws::arn_parse":
      return .object(
        ["partition", "service", "region", "account_id", "resource"].map { ($0, .string, false) })
    default: return listType
    }
  }

  private static func decoded(_ text: String) -> TerraformValue? {
    JSONText.read(SourceText(file: "", text: text)).node.flatMap(decoded)
  }

  private static func decoded(_ node: Node) -> TerraformValue? {
    switch node.content {
    case .scalar(let scalar) where scalar.style != .plain: return .text(scalar.text)
    case .scalar(let scalar):
      if scalar.text == "null" { return .null }
      if scalar.text == "true" || scalar.text == "false" { return .truth(scalar.text == "true") }
      return TerraformValue(numeral: scalar.text)
    case .sequence(let elements):
      let found = elements.compactMap(decoded)
      return found.count == elements.count ? .sequence(found, .tuple) : nil
    case .mapping(let entries):
      let found = entries.compactMap { entry in
        decoded(entry.value).map { (key: entry.key.text ?? "", value: $0) }
      }
      return found.count == entries.count ? .mapping(found, isMap: false) : nil
    }
  }
}
