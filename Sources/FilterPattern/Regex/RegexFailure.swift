/// Why a regular expression does not compile, and where.
public struct RegexFailure: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// There is nothing between the percent signs.
    case empty
    /// A character that the language has no use for, groups among them.
    case character(UInt8)
    /// A backslash before a letter or digit that means nothing, or at the end.
    case escape
    /// A quantifier with nothing before it.
    case nothingToRepeat
    /// A second quantifier; `a++` (possessive) is one.
    case stackedQuantifier
    /// A `{` that begins no `{m}`, `{m,}`, `{,n}` or `{m,n}`.
    case brace
    /// `{m,n}` with n below m.
    case reversedCount
    /// A `[` without its `]`.
    case unclosedClass
    /// `[z-a]`.
    case reversedRange
    /// A range that ends in a class such as `\d`.
    case rangeOfClass
    /// `[[:alpha:]]`.
    case namedClass
    /// More characters, counts written out, than `PatternRegex.maximumLength`. Our limit, not the service's.
    case tooLong
  }

  /// What is wrong.
  public let reason: Reason
  /// 0-based offset of the first wrong byte in the text between the percent signs.
  public let offset: Int

  init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What the service says to it; nil when the limit is ours.
  public var serviceMessage: String? { reason == .tooLong ? nil : "Failed to compile regular expression." }
}

extension RegexFailure {
  /// One line that says what is wrong.
  public var message: String {
    switch reason {
    case .empty: "the regular expression is empty"
    case .character: "this character has no meaning in a regular expression here"
    case .escape: "unknown escape"
    case .nothingToRepeat: "nothing to repeat stands before the quantifier"
    case .stackedQuantifier: "a quantifier follows a quantifier"
    case .brace: "'{' begins no quantifier"
    case .reversedCount: "the quantifier's second number is below its first"
    case .unclosedClass: "'[' is never closed"
    case .reversedRange: "the range ends before it begins"
    case .rangeOfClass: "a range cannot end in a class"
    case .namedClass: "named classes are not known"
    case .tooLong:
      "with its counts written out the regular expression has more than \(PatternRegex.maximumLength) characters; "
        + "that is the limit of this program"
    }
  }

  /// How to mend it.
  public var hint: String {
    switch reason {
    case .empty: "leave the pattern empty to match everything"
    case .character: "there are no groups; write the character as \\x and its two hexadecimal digits"
    case .escape:
      "the escapes are \\d \\D \\s \\S \\w \\W, \\x and two hexadecimal digits, and \\ before a symbol"
    case .nothingToRepeat: "escape it: \\* \\+ \\?"
    case .stackedQuantifier: "keep one; only a '?' may follow, which changes nothing here"
    case .brace: "escape it: \\{"
    case .reversedCount: "write the smaller number first"
    case .unclosedClass: "add ']', or escape it: \\["
    case .reversedRange: "write the smaller character first"
    case .rangeOfClass: "put the '-' last to mean a hyphen"
    case .namedClass: "use \\d, \\w or \\s, or escape the bracket: \\["
    case .tooLong: "use smaller counts"
    }
  }
}
