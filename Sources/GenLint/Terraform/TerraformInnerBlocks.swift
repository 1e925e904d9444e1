internal import Diagnostics
internal import Documents

/// What JSON makes of blocks inside of a block: their labels, and bodies that are spelled as lists.
///
/// https://github.com/hashicorp/hcl/blob/main/json/spec.md#blocks
enum TerraformInnerBlocks {
  /// What is wrong where the labels of blocks are expected: an object, or a list of objects, with at least one label.
  static func labelFaults(_ entry: Node.Entry) -> [Diagnostic] {
    let name = entry.key.text ?? ""
    if entry.value.scalar != nil { return [.noLabel(name, at: entry.key.range)] }
    var found: [Diagnostic] = []
    for part in entry.value.elements ?? [] where part.entries == nil {
      found.append(.wrongType(.init(node: part, name: name, key: part.range), wanted: ["object"]))
    }
    let labels = (entry.value.elements ?? [entry.value]).flatMap { $0.entries ?? [] }
    if labels.isEmpty {
      let whole = SourceRange(
        file: entry.key.range.file, start: entry.key.range.start, end: entry.value.range.end)
      found.append(.noLabel(name, at: found.isEmpty ? entry.key.range : whole))
    }
    for label in labels {
      if let scalar = label.value.scalar, scalar.style != .plain || scalar.text != "null" {
        found.append(
          .wrongType(
            .init(node: label.value, name: label.key.text ?? "", key: label.key.range), wanted: ["object"]))
      }
      found += bodyFaults(label)
    }
    return found
  }

  /// What is wrong with bodies that are spelled as a list: those that are lists themselves hold objects, which say each argument once.
  static func bodyFaults(_ entry: Node.Entry) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for parts in (entry.value.elements ?? []).compactMap(\.elements) {
      var seen: [String: SourceRange] = [:]
      for part in parts {
        guard let entries = part.entries else {
          found.append(
            .wrongType(
              .init(node: part, name: entry.key.text ?? "", key: part.range), wanted: ["object"]))
          continue
        }
        for inner in entries where inner.value.scalar != nil && inner.key.text != "//" {
          guard let name = inner.key.text else { continue }
          if let first = seen[name] {
            found.append(.repeated(name, at: inner.key.range, first: first))
          } else {
            seen[name] = inner.key.range
          }
        }
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func noLabel(_ name: String, at range: SourceRange) -> Diagnostic {
    let kind =
      switch name {
      case "dynamic": "the name of the block to make"
      case "backend": "the type of a backend"
      case "data": "the type of a data source"
      default: "the type of a \(name)"
      }
    return Diagnostic(
      .error, .wrongValueType, "'\(name)' is empty where \(kind) is expected", at: range,
      hint: name == "backend" ? "name one, as in {\"s3\": {}}, or remove it" : "remove it")
  }
}
