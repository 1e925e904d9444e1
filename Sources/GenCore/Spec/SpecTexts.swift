/// Every free text of a spec, with its place.
enum SpecTexts {
  static func all(of spec: Spec) -> [Located<String>] {
    var texts = [spec.metric.value, spec.alarm.namePrefix].compactMap { $0 }
    for entry in spec.controls ?? [] {
      texts += [entry.filterName, entry.metric.name, entry.metric.value, entry.alarm.name].compactMap { $0 }
      switch entry.subject {
      case .catalog(_, let pattern): texts += [pattern].compactMap { $0 }
      case .own(_, let title, let detection):
        texts.append(title)
        if case .pattern(let pattern) = detection { texts.append(pattern) }
      }
    }
    texts += (spec.notify?.subscriptions ?? []).map(\.endpoint)
    texts += (spec.perAccount?.accounts ?? []).compactMap(\.name)
    texts += spec.tags.flatMap {
      [Located($0.value.key, at: $0.range), Located($0.value.value, at: $0.range)]
    }
    return texts
  }
}
