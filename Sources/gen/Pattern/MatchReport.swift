import Diagnostics
import Documents
import FilterPattern

/// The answers to a test, for a person or in the shape of `aws logs test-metric-filter`.
struct MatchReport {
  let messages: [LogMessage]
  let answers: [MatchAnswer]

  /// `{"matches": [{"eventNumber": 1, "eventMessage": …, "extractedValues": {…}}]}`, with numbers from 1 on.
  func json() -> String {
    var matches: [Tree] = []
    for (position, (message, answer)) in zip(messages, answers).enumerated() {
      guard let result = answer.result else { continue }
      let values = result.extractedValues.map { Tree.Member($0.name, .text($0.value)) }
      matches.append(
        .members([
          "eventNumber": .integer(position + 1),
          "eventMessage": .text(String(decoding: message.bytes, as: UTF8.self)),
          "extractedValues": .map(values),
        ]))
    }
    return JSONPrinter().print(.members(["matches": .list(matches)]))
  }

  /// A line for each message with its place, its fields under it, and the count.
  func text() -> String {
    var text = ""
    for (position, (message, answer)) in zip(messages, answers).enumerated() {
      let place = "\(TerminalText.visible(message.range.file)):\(message.range.start.line)"
      text += "\(position + 1) (\(place)): \(answer.result == nil ? "no match" : "match")\n"
      for value in answer.result?.extractedValues ?? [] {
        text += "  \(value.name) = \(TerminalText.visible(value.value))\n"
      }
    }
    let count = answers.count { $0.result != nil }
    return text
      + "\(count) of \(messages.count) \(messages.count == 1 ? "message matches" : "messages match")\n"
  }
}
