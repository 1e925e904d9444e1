/// The rule of a composite alarm: which states of other alarms it adds up.
///
///     rule     = term *(("AND" / "OR") term)
///     term     = "NOT" term / "(" rule ")" / "TRUE" / "FALSE" / state "(" name ")"
///
/// Unknown parts may stand in names; a rule with others is not judged. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
struct AlarmRuleText {
  /// The names and ARNs of alarms, in the order of the text.
  private(set) var names: [String] = []
  /// Why the service refuses it.
  private(set) var problem: (message: String, hint: String?)?

  private enum Token: Equatable {
    case open, close
    case word(String)
    case quoted(String)
  }

  private var tokens: [Token] = []
  private var at = 0
  private var depth = 0
  private var isTooDeep = false

  /// The states that a rule can ask an alarm for.
  private static let states = ["ALARM", "OK", "INSUFFICIENT_DATA"]
  /// The most parentheses inside each other that are followed; a rule with more is not judged.
  private static let maximumDepth = 100

  /// Reads a rule, in which unknown parts stand between `ShellText.open` and `ShellText.close`.
  init(_ text: String) {
    guard let tokens = Self.tokens(of: text) else {
      problem = ("a quotation mark is not closed", nil)
      return
    }
    self.tokens = tokens
    let isOpen = tokens.indices.contains { index in
      // A part that only a deployment knows may be a whole condition, unless it stands where a name does; what counts alarms has a
      // grammar of its own.
      guard case .word(let word) = tokens[index] else { return false }
      return word == "AT_LEAST" || !ShellText.isKnown(word) && !Self.isName(at: index, in: tokens)
    }
    guard !isOpen else {
      names = Self.names(in: tokens)
      return
    }
    rule()
    if problem == nil, at < tokens.count {
      problem = (
        "'\(Self.spelled(tokens[at]))' is one part too many",
        Self.isSymbol(tokens[at])
          ? "the operators are AND, OR and NOT" : "write AND or OR between two conditions"
      )
    }
    if isTooDeep { problem = nil }
    names = Self.names(in: tokens)
  }

  private mutating func rule() {
    term()
    while problem == nil, at < tokens.count, case .word(let word) = tokens[at],
      ["AND", "OR"].contains(word.uppercased())
    {
      at += 1
      term()
    }
  }

  private mutating func term() {
    while at < tokens.count, case .word(let word) = tokens[at], word.uppercased() == "NOT" { at += 1 }
    guard at < tokens.count else {
      problem = ("a condition is missing at the end", nil)
      return
    }
    let token = tokens[at]
    at += 1
    switch token {
    case .open:
      guard depth < Self.maximumDepth else {
        isTooDeep = true
        at = tokens.count
        return
      }
      depth += 1
      rule()
      depth -= 1
      close()
    case .word(let word) where ["TRUE", "FALSE"].contains(word.uppercased()): break
    case .word(let word) where Self.states.contains(word.uppercased()): name(after: word)
    default:
      problem = (
        "'\(Self.spelled(token))' is no condition on an alarm",
        Self.isSymbol(token)
          ? "the operators are AND, OR and NOT"
          : "a condition reads ALARM(\"name\"), OK(\"name\") or INSUFFICIENT_DATA(\"name\")"
      )
    }
  }

  private mutating func name(after word: String) {
    guard problem == nil else { return }
    guard at < tokens.count, tokens[at] == .open else {
      problem = ("'\(word)' lacks the alarm's name in parentheses", "write \(word)(\"name\")")
      return
    }
    at += 1
    guard at < tokens.count, tokens[at] != .close, tokens[at] != .open else {
      problem = ("'\(word)' lacks the alarm's name in parentheses", "write \(word)(\"name\")")
      return
    }
    let first = tokens[at]
    at += 1
    if case .word = first, at < tokens.count, case .word = tokens[at] {
      problem = ("a name with blanks stands without quotation marks", "write \(word)(\"name\")")
      return
    }
    close()
  }

  private mutating func close() {
    guard problem == nil else { return }
    guard at < tokens.count else {
      problem = ("a parenthesis is not closed", nil)
      return
    }
    guard tokens[at] == .close else {
      problem = ("'\(Self.spelled(tokens[at]))' stands where ')' is wanted", nil)
      return
    }
    at += 1
  }

  /// What stands in parentheses behind a state.
  private static func names(in tokens: [Token]) -> [String] {
    tokens.indices.compactMap { index in
      guard isName(at: index, in: tokens) else { return nil }
      switch tokens[index] {
      case .word(let name), .quoted(let name): return name
      case .open, .close: return nil
      }
    }
  }

  private static func isName(at index: Int, in tokens: [Token]) -> Bool {
    guard index >= 2, tokens[index - 1] == .open, case .word(let state) = tokens[index - 2] else {
      return false
    }
    return states.contains(state.uppercased())
  }

  private static func isSymbol(_ token: Token) -> Bool {
    guard case .word(let word) = token else { return false }
    return ["&&", "||", "!", "&", "|"].contains(word)
  }

  private static func spelled(_ token: Token) -> String {
    switch token {
    case .open: "("
    case .close: ")"
    case .word(let word): word
    case .quoted(let name): "\"\(name)\""
    }
  }

  /// The parentheses, words and names of a text; nil when a quotation mark is left open.
  private static func tokens(of text: String) -> [Token]? {
    var tokens: [Token] = []
    var word = String.UnicodeScalarView()
    var quoted: String.UnicodeScalarView?
    var mark: Unicode.Scalar = "\""
    var level = 0
    func end() {
      if !word.isEmpty { tokens.append(.word(String(word))) }
      word = .init()
    }
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open { level += 1 }
      if scalar == ShellText.close { level -= 1 }
      if quoted != nil {
        if scalar == mark {
          tokens.append(.quoted(String(quoted ?? .init())))
          quoted = nil
        } else {
          quoted?.append(scalar)
        }
        continue
      }
      if level > 0 || scalar == ShellText.close {
        word.append(scalar)
        continue
      }
      switch scalar {
      case " ", "\n", "\t", "\r": end()
      case "(":
        end()
        tokens.append(.open)
      case ")":
        end()
        tokens.append(.close)
      // The service's page has double marks only; whether it takes single ones is not known, so they are read.
      case "\"", "'":
        guard word.isEmpty else {
          word.append(scalar)
          continue
        }
        (quoted, mark) = (.init(), scalar)
      default: word.append(scalar)
      }
    }
    end()
    return quoted == nil ? tokens : nil
  }
}
