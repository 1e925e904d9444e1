internal import Documents

extension Node {
  /// A value as far as the template settles it, for comparing two; nil when a condition chooses it.
  var settledText: String? {
    if let call = Intrinsic(self) {
      if ["If", "Transform"].contains(call.name) || call.argument.text == "AWS::NoValue" { return nil }
      return call.argument.settledText.map { "\(call.name)(\($0))" }
    }
    switch content {
    case .scalar(let scalar): return scalar.text
    case .sequence(let elements):
      let parts = elements.compactMap(\.settledText)
      return parts.count == elements.count ? "[\(parts.joined(separator: ","))]" : nil
    case .mapping(let entries):
      let parts = entries.compactMap { entry in
        entry.value.settledText.map { "\(entry.key.text ?? ""):\($0)" }
      }
      return parts.count == entries.count ? "{\(parts.sorted().joined(separator: ","))}" : nil
    }
  }
}
