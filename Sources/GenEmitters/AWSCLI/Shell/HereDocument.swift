/// A text of several lines as it stands, between two lines of its own: nothing in it is expanded, because the word after `<<` is
/// quoted.
struct HereDocument: Hashable {
  /// Whole lines, the last with its line break, no NUL.
  let text: String

  /// The lines between which it stands, and itself.
  var lines: [String] {
    precondition(text.hasSuffix("\n"), "a here-document is whole lines")
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let word = terminator(notIn: body)
    return ["cat <<'\(word)'"] + body + [word]
  }

  /// A line that ends it and stands nowhere in it.
  private func terminator(notIn body: [String]) -> String {
    var word = "END_OF_TEMPLATE"
    while body.contains(where: { $0.utf8.elementsEqual(word.utf8) }) { word += "_" }
    return word
  }
}
