import Diagnostics
import Documents

extension SpecBlocks {
  /// More accounts than these go by their organization: a topic's policy, which names each twice, holds 30,720 bytes.
  ///
  /// Source: https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html
  private static let mostAccounts = 500

  /// `organization`, or a mapping that names the organization or the accounts.
  mutating func sharing(_ node: Node) -> Located<NotifySettings.TopicSharing>? {
    if node.scalar != nil {
      guard let text = scalars.text(node, "shareWith") else { return nil }
      guard text.value == "organization" else {
        scalars.problems.append(.noSharing(text))
        return nil
      }
      return Located(.organization(nil), at: text.range)
    }
    guard let fields = fields(node, of: "shareWith", known: ["organization", "accounts"]) else { return nil }
    switch exactlyOne(of: ["organization", "accounts"], fields, in: "shareWith") {
    case "organization":
      return scalars.text(
        fields["organization"], "organization", lengths: 12...34, rule: .organizationID
      ).map { Located(.organization($0), at: $0.range) }
    case "accounts":
      let place = fields.place(of: "accounts")
      let ids = accounts(fields["accounts"], at: place)
      return ids.isEmpty ? nil : Located(.accounts(ids), at: place)
    default: return nil
    }
  }

  private mutating func accounts(_ node: Node?, at place: SourceRange) -> [Located<String>] {
    guard let nodes = scalars.list(node, "accounts") else { return [] }
    if nodes.isEmpty { scalars.problems.append(.noAccounts(at: place)) }
    if nodes.count > Self.mostAccounts {
      scalars.problems.append(.tooManyAccounts(nodes.count, Self.mostAccounts, at: place))
    }
    let ids = nodes.compactMap { scalars.text($0, "accounts", rule: .accountID) }
    refuseTwice(ids, "account")
    return ids
  }

  /// Reports each text that stands a second time, bytes for bytes.
  mutating func refuseTwice(_ texts: [Located<String>], _ what: String) {
    var first: [[UInt8]: SourceRange] = [:]
    for text in texts {
      let bytes = Array(text.value.utf8)
      if let place = first[bytes] {
        scalars.problems.append(.twice(text, what, first: place))
      } else {
        first[bytes] = text.range
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noSharing(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .notAmong, "'\(text.value)' is no value of 'shareWith'", at: text.range,
      hint: "write 'organization', '{ organization: o-exampleorgid }' or '{ accounts: [111122223333] }'")
  }
  static func noAccounts(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .missingKey, "'accounts' is empty", at: range, hint: "list ids of twelve digits")
  }
  fileprivate static func tooManyAccounts(_ count: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .outOfRange, "\(count) accounts; a topic's policy has room for \(most)", at: range,
      hint: "share with the organization: 'shareWith: organization'")
  }
  fileprivate static func twice(_ text: Located<String>, _ what: String, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .controlTwice, "\(what) '\(text.value)' stands twice", at: text.range,
      hint: "remove one of the two", notes: [Note("first named here", at: first)])
  }
}
