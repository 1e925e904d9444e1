internal import Diagnostics

/// A file in Terraform's own language, of which the heads of blocks are read: who declares which names.
///
/// Expressions are stepped over. What is not surely understood makes the whole file unread, so that nothing is concluded from it.
///
/// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
struct TerraformNativeText {
  private static let maximumDepth = 100

  private let bytes: [UInt8]
  private var at = 0
  private var names = TerraformNames()

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The names that a file declares; nil when it cannot surely be read.
  static func names(in source: SourceText) -> TerraformNames? {
    var text = TerraformNativeText(source.bytes)
    guard text.readFile() else { return nil }
    text.names.used = TerraformNames.usedVariables(in: source)
    return text.names
  }

  /// Whether a byte may stand in a name.
  static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, 45, 128...: true
    default: false
    }
  }

  // MARK: - Blocks

  private mutating func readFile() -> Bool {
    while true {
      guard skipBlanks(andLines: true) else { return false }
      if at == bytes.count { return true }
      guard let word = name(), let labels = head() else { return false }
      declare(word, labels)
      guard readBody(word, labels, depth: 0) else { return false }
    }
  }

  /// The labels of a block, up to its brace.
  private mutating func head() -> [String]? {
    var labels: [String] = []
    while true {
      guard skipBlanks(andLines: false), at < bytes.count else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "{"):
        at += 1
        return labels
      case UInt8(ascii: "\""):
        let begin = at + 1
        guard skipText() else { return nil }
        let label = bytes[begin..<(at - 1)]
        if label.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }) { return nil }
        labels.append(String(decoding: label, as: UTF8.self))
      default:
        guard let label = name() else { return nil }
        labels.append(label)
      }
    }
  }

  private mutating func declare(_ word: String, _ labels: [String]) {
    let address = labels.joined(separator: ".")
    switch (word, labels.count) {
    case ("variable", 1): names.variables[address] = true
    case ("output", 1): names.outputs.insert(address)
    case ("module", 1): names.modules.insert(address)
    case ("resource", 2): names.resources.insert(address)
    case ("data", 2): names.dataSources.insert(address)
    case ("ephemeral", 2): names.ephemeral.insert(address)
    default: break
    }
  }

  private mutating func readBody(_ word: String, _ labels: [String], depth: Int) -> Bool {
    guard depth < Self.maximumDepth else { return false }
    while true {
      guard skipBlanks(andLines: true), at < bytes.count else { return false }
      if bytes[at] == UInt8(ascii: "}") {
        at += 1
        return true
      }
      guard let own = name(), skipBlanks(andLines: false), at < bytes.count else { return false }
      if bytes[at] == UInt8(ascii: "=") {
        at += 1
        guard at < bytes.count, bytes[at] != UInt8(ascii: "=") else { return false }
        if depth == 0 { attribute(own, of: word, labels) }
        guard skipExpression() else { return false }
      } else {
        if depth == 0, word == "terraform", TerraformNames.words.contains(own) { names.saysItself = true }
        guard let inner = head() else { return false }
        // A check may have a data source of its own.
        if depth == 0, word == "check" { declare(own, inner) }
        guard readBody(own, inner, depth: depth + 1) else { return false }
      }
    }
  }

  private mutating func attribute(_ name: String, of word: String, _ labels: [String]) {
    switch (word, name) {
    case ("locals", _): names.locals.insert(name)
    case ("variable", "default"): names.variables[labels.first ?? ""] = false
    case ("terraform", "required_version"): names.saysItself = true
    default: break
    }
  }

  // MARK: - What is stepped over

  /// To the end of the line, or of what is open there.
  private mutating func skipExpression() -> Bool {
    var open: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 10 where open.isEmpty: return true
      case UInt8(ascii: "\""): guard skipText() else { return false }
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append(byte)
        at += 1
      case UInt8(ascii: "}") where open.isEmpty: return true
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        let opening: UInt8 = byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : byte - 2
        guard open.popLast() == opening else { return false }
        at += 1
      case UInt8(ascii: "#"), UInt8(ascii: "/"):
        let before = at
        guard skipRemark() else { return false }
        if at == before { at += 1 }
      case UInt8(ascii: "<") where next(1) == UInt8(ascii: "<"):
        guard skipHereDocument() else { return false }
      default: at += 1
      }
    }
    return open.isEmpty
  }

  /// A text in quotes, with the expressions in it.
  private mutating func skipText() -> Bool {
    at += 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return true
      case UInt8(ascii: "\\"): at += 2
      case 10: return false
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        if next(1) == bytes[at], next(2) == UInt8(ascii: "{") {
          at += 3
        } else if next(1) == UInt8(ascii: "{") {
          at += 2
          guard skipInterpolation() else { return false }
        } else {
          at += 1
        }
      default: at += 1
      }
    }
    return false
  }

  private mutating func skipInterpolation() -> Bool {
    var depth = 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""): guard depth < Self.maximumDepth, skipText() else { return false }
      case UInt8(ascii: "{"):
        depth += 1
        at += 1
      case UInt8(ascii: "}"):
        depth -= 1
        at += 1
        if depth == 0 { return true }
      case UInt8(ascii: "<") where next(1) == UInt8(ascii: "<"): return false
      default: at += 1
      }
    }
    return false
  }

  /// From '<<' to the end of the line that ends the text.
  private mutating func skipHereDocument() -> Bool {
    at += next(2) == UInt8(ascii: "-") ? 3 : 2
    guard let marker = name() else { return false }
    while true {
      guard let end = bytes[min(at, bytes.count)...].firstIndex(of: 10) else { return false }
      at = end + 1
      let rest = bytes[at...]
      let line = rest.prefix { $0 != 10 }
      if String(decoding: line, as: UTF8.self).trimmingBlanks() == marker {
        at += line.count
        return true
      }
      if line.endIndex == bytes.count { return false }
    }
  }

  /// Blanks and remarks; false when a remark never ends.
  private mutating func skipBlanks(andLines: Bool) -> Bool {
    while at < bytes.count {
      switch bytes[at] {
      case 9, 13, 32: at += 1
      case 10 where andLines: at += 1
      case UInt8(ascii: "#"), UInt8(ascii: "/"):
        let before = at
        guard skipRemark(), at > before else { return false }
      default: return true
      }
    }
    return true
  }

  /// A remark, when one begins here. The end of its line stays.
  private mutating func skipRemark() -> Bool {
    if bytes[at] == UInt8(ascii: "#") || next(1) == UInt8(ascii: "/") {
      while at < bytes.count, bytes[at] != 10 { at += 1 }
    } else if next(1) == UInt8(ascii: "*") {
      at += 2
      while at < bytes.count, !(bytes[at] == UInt8(ascii: "*") && next(1) == UInt8(ascii: "/")) { at += 1 }
      guard at < bytes.count else { return false }
      at += 2
    }
    return true
  }

  private func next(_ distance: Int) -> UInt8? {
    at + distance < bytes.count ? bytes[at + distance] : nil
  }

  private mutating func name() -> String? {
    guard at < bytes.count, Self.isNamePart(bytes[at]), !(48...57).contains(bytes[at]),
      bytes[at] != UInt8(ascii: "-")
    else { return nil }
    let begin = at
    while at < bytes.count, Self.isNamePart(bytes[at]) { at += 1 }
    return String(decoding: bytes[begin..<at], as: UTF8.self)
  }
}
