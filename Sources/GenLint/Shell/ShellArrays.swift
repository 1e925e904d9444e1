/// The arrays of a script, as far as it alone tells their words: `args=(--name a)`, `args+=(--tags b)`.
///
/// https://www.gnu.org/software/bash/manual/html_node/Arrays.html
struct ShellArrays {
  private var words: [String: [ShellText]] = [:]

  /// The words of an array; nil when only a run knows them.
  subscript(_ name: Substring) -> [ShellText]? { words[String(name)] }

  /// An array is set, or gets more words. Those that a condition adds only a run knows.
  mutating func assign(_ assignment: ShellCommand.Assignment, _ list: [ShellText], _ isConditional: Bool) {
    let name = assignment.name
    guard case .list? = assignment.value.parts.last else {
      if !words.isEmpty { forget(name) }
      return
    }
    // Words with a place of their own are no longer in their order.
    guard !list.contains(where: { $0.text.hasPrefix("[") && $0.text.contains(ascii: "]=") }) else {
      return forget(name)
    }
    if assignment.appends {
      guard let known = words[name] else { return }
      words[name] = known + (isConditional ? [Self.more(name, assignment.value.range)] : list)
    } else {
      words[name] = isConditional ? nil : list
    }
  }

  /// What an array holds from here on only a run knows.
  mutating func forget(_ name: String) { words[name] = nil }

  /// A word for more of them, or none.
  private static func more(_ name: String, _ range: Range<Int>) -> ShellText {
    var text = ShellText(range: range)
    text.append(unknown: "$\(name)[@]", source: range.lowerBound)
    return text
  }
}
