extension TerraformFunction {
  /// What texts fail at: times, formats, addresses, regular expressions.
  var texts: String? {
    func text(_ index: Int) -> String? { arguments.indices.contains(index) ? arguments[index].text : nil }
    func fails(_ reason: String) -> String { "'\(name)' \(reason)" }
    switch name {
    case "format":
      guard let format = text(0) else { return nil }
      return TerraformFormat.fault(format, Array(arguments.dropFirst())).map { fails($0) }
    case "formatlist":
      let counts = arguments.dropFirst().compactMap { value -> Int? in
        if case .sequence(let elements, _) = value { elements.count } else { nil }
      }
      if let first = counts.first, let other = counts.first(where: { $0 != first }) {
        return fails("takes lists of one length, not of \(first) and \(other)")
      }
      return lines(text(0), counts.first).map { fails($0) }
    case "formatdate", "timeadd", "timecmp":
      for index in ["formatdate": [1], "timeadd": [0], "timecmp": [0, 1]][name] ?? [] {
        if let time = text(index), SchemaPattern(Self.time)?.matches(time) == false {
          return fails("takes a time such as '2006-01-02T15:04:05Z', not '\(time.prefix(40))'")
        }
        if let time = text(index),
          ["-02-30", "-02-31", "-04-31", "-06-31", "-09-31", "-11-31"].contains(where: {
            String(time.unicodeScalars.prefix(10)).hasSuffix($0)
          })
        {
          return fails("takes a time, and '\(time.prefix(10))' is no day")
        }
      }
      if name == "formatdate", let fault = text(0).flatMap(TerraformDateFormat.fault) { return fails(fault) }
      if name == "timeadd", let duration = text(1), SchemaPattern(Self.duration)?.matches(duration) == false {
        return fails("takes a duration such as '10m' or '1h30m', not '\(duration.prefix(40))'")
      }
    case "jsondecode":
      if let text = text(0), let problem = JSONText.problem(in: text) {
        return fails("is given no JSON: \(problem)")
      }
    case "csvdecode":
      if let text = text(0), case .broken(let fault) = CSVText(text) { return fails(fault) }
    case "templatestring":
      if arguments.count > 1, !arguments[1].isNull, arguments[1].misfit("map") != nil {
        return fails("takes a map of the template's variables, not \(arguments[1].type.words)")
      }
    case "textencodebase64", "textdecodebase64":
      if let encoding = text(1)?.lowercased(), encoding.hasPrefix("utf-"),
        !["utf-8", "utf-16", "utf-16be", "utf-16le"].contains(encoding)
      {
        return fails("knows no encoding '\(text(1)?.prefix(40) ?? "")'")
      }
      if name == "textdecodebase64", let text = text(0), Base64Text.decoded(text) == nil {
        return fails("is given no Base64: '\(text.prefix(40))'")
      }
    case "base64decode":
      guard let text = text(0) else { return nil }
      guard let bytes = Base64Text.decoded(text) else {
        return fails("is given no Base64: '\(text.prefix(40))'")
      }
      if String(validating: bytes, as: UTF8.self) == nil { return fails("yields what is no text in UTF-8") }
    case "uuidv5":
      if let space = text(0), !["dns", "url", "oid", "x500"].contains(space),
        SchemaPattern(Self.uuid)?.matches(space) == false
      {
        return fails("takes 'dns', 'url', 'oid', 'x500' or a UUID, not '\(space.prefix(40))'")
      }
    case "regex", "regexall": return expression(text(0) ?? "", in: name == "regex" ? text(1) : nil)
    case "replace":
      guard let old = text(1), old.hasPrefix("/"), old.hasSuffix("/"), old.utf8.count > 1 else { return nil }
      return expression(String(old.dropFirst().dropLast()), in: nil)
    case "cidrhost", "cidrnetmask", "cidrsubnet", "cidrsubnets": return network(text(0))
    case "provider::aws::arn_parse", "provider::aws::trim_iam_role_path":
      if let text = text(0), !text.hasPrefix("arn:") || text.fields(by: ":").count < 6 {
        return fails("takes an ARN, not '\(text.prefix(40))'")
      }
    default: break
    }
    return nil
  }

  /// https://www.rfc-editor.org/rfc/rfc3339
  private static let time =
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"
  /// https://pkg.go.dev/time#ParseDuration
  private static let duration = "^[+-]?(0|([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|ms|s|m|h))+$"
  /// https://pkg.go.dev/github.com/google/uuid#Parse
  private static let uuid =
    "^(([uU][rR][nN]:[uU][uU][iI][dD]:|.)?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}.?|[0-9a-fA-F]{32})$"

  /// What is no regular expression, and what a plain one certainly does not find.
  private func expression(_ text: String, in subject: String?) -> String? {
    if let fault = RegularExpressionSyntax.fault(in: text, capturing: name != "replace") {
      return "the regular expression of '\(name)' \(fault)"
    }
    guard let subject, let pattern = SchemaPattern(text), !pattern.matches(subject) else { return nil }
    return "'regex' does not find '\(text.prefix(40))' in '\(subject.prefix(40))'"
  }

  /// What fails in a line of `formatlist`, of which each takes an element of every list.
  private func lines(_ format: String?, _ count: Int?) -> String? {
    guard let format, count != 0 else { return nil }
    for index in 0..<min(count ?? 1, 20) {
      let line = arguments.dropFirst().map { argument -> TerraformValue in
        if case .sequence(let elements, let kind) = argument, kind != .set { return elements[index] }
        switch argument.type {
        case .list(let inner), .set(let inner): return .unknown(inner)
        case .tuple(let types): return .unknown(index < types.count ? types[index] : .any)
        default: return argument
        }
      }
      if let fault = TerraformFormat.fault(format, line) { return fault }
    }
    return nil
  }

  /// Networks of IPv4. https://www.rfc-editor.org/rfc/rfc4632
  private func network(_ text: String?) -> String? {
    guard let text else { return nil }
    if text.contains(ascii: ":"), text.contains(ascii: "/") {
      return name == "cidrnetmask" ? "'cidrnetmask' takes a network of IPv4, not '\(text.prefix(40))'" : nil
    }
    guard let bits = CIDRText.prefixLength(text) else {
      return "'\(name)' takes a network such as '10.0.0.0/16', not '\(text.prefix(40))'"
    }
    let numbers = arguments.dropFirst().map { $0.number.flatMap { Int(exactly: $0) } }
    let space = 32 - bits
    switch name {
    case "cidrhost":
      guard let host = numbers.first ?? nil, space < 32,
        host >= 1 << space || host < 0 && host.magnitude > 1 << space
      else {
        return nil
      }
      return "'cidrhost' takes a host that '\(text)' has, not \(host)"
    case "cidrsubnet":
      guard let more = numbers.first ?? nil else { return nil }
      if more > space {
        return "'cidrsubnet' takes at most \(space) more bits of '\(text)', not \(more)"
      }
      guard more >= 0, let number = numbers.last ?? nil, numbers.count == 2, more < 32, number >= 1 << more
      else { return nil }
      return "'cidrsubnet' takes a number that \(more) bits hold, not \(number)"
    case "cidrsubnets":
      guard let more = numbers.compactMap({ $0 }).first(where: { $0 > space || $0 < 1 }) else { return nil }
      return "'cidrsubnets' takes from 1 to \(space) more bits of '\(text)', not \(more)"
    default: return nil
    }
  }
}
