extension DiagnosticCode {
  /// A blank in a regular expression.
  public static let undecidedRegexBlank = DiagnosticCode(
    5101, "a blank in a regular expression",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; the user "
      + "guide has a blank in an example but not in its list of characters, and a user reports a "
      + "refusal. Write \\x20 or \\s.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A hyphen in a value without quotes.
  public static let undecidedBareHyphen = DiagnosticCode(
    5102, "a hyphen in a value without quotes",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; the user "
      + "guide asks for quotes around everything but letters, digits and '_'. Put the value in "
      + "double quotes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An escape other than \" and \\ in a quoted text.
  public static let undecidedEscape = DiagnosticCode(
    5103, "an escape other than \\\" and \\\\ in a quoted text",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; it is "
      + "read as a backslash and the character after it.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An unusual key in brackets.
  public static let undecidedBracketKey = DiagnosticCode(
    5104, "an unusual key in brackets",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; known to "
      + "work is $.['a.b'] right after '$.'; deeper in a selector, without a dot before it, "
      + "empty, or with ']', '*' or a character outside ASCII in it, the key is read as it is "
      + "written.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An order asked of several values.
  public static let undecidedWildcardOrdering = DiagnosticCode(
    5105, "an order asked of several values",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; for a "
      + "selector with a wildcard the condition is taken to hold when some value has the order.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A line break in a pattern.
  public static let undecidedLineBreak = DiagnosticCode(
    5106, "a line break in a pattern",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; it is "
      + "read as a blank. Write the pattern on one line.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A hyphen in a field's name.
  public static let undecidedFieldHyphen = DiagnosticCode(
    5107, "a hyphen in a field's name",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; it is "
      + "read as part of the name. Write an underscore.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A keyword not in capitals.
  public static let undecidedKeywordCase = DiagnosticCode(
    5108, "a keyword not in capitals",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; 'is null' "
      + "in small letters is known to be accepted, and the other keywords are read alike. Write "
      + "keywords in capitals.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A repetition without its lower bound.
  public static let undecidedRegexRepetition = DiagnosticCode(
    5109, "a repetition without its lower bound",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; the user "
      + "guide allows {,n}; engines of the kind the service seems to use do not. Write {0,n}.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A colon in a regular expression.
  public static let undecidedRegexColon = DiagnosticCode(
    5110, "a colon in a regular expression",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; some "
      + "editions of the user guide list it, others do not. Write \\x3A.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// '!=' with an asterisk alone.
  public static let undecidedNotEqualsAnything = DiagnosticCode(
    5111, "'!=' with an asterisk alone",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; it is "
      + "taken to be true of no text and no number, and, as always, false of everything else. To "
      + "ask for a missing field write NOT EXISTS.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A name or bare value outside ASCII.
  public static let undecidedNonASCII = DiagnosticCode(
    5112, "a name or bare value outside ASCII",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; letters "
      + "of any script are known to work in terms only.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// '!=' with a number on a field.
  public static let undecidedFieldNotEqualsNumber = DiagnosticCode(
    5113, "'!=' with a number on a field",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; it is "
      + "taken to be true of a field that is no number. Quote the value to compare it as text.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A number in quotes with a point or an exponent.
  public static let undecidedNumberText = DiagnosticCode(
    5114, "a number in quotes with a point or an exponent",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; a JSON "
      + "number is compared with a quoted text by its own text, which seems to be the one Java "
      + "prints: 1e3 as 1000.0. Write the number without quotes to compare by value.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An asterisk in the middle of a text.
  public static let undecidedInnerAsterisk = DiagnosticCode(
    5115, "an asterisk in the middle of a text",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; the user "
      + "guide of 2018 says that only one at the start or the end stands for other characters; "
      + "this one is read as itself. Use a regular expression.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An empty quoted text as a value.
  public static let undecidedEmptyText = DiagnosticCode(
    5116, "an empty quoted text as a value",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; it is "
      + "taken to match the empty string. As a term it is refused. Write %^$%.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A reserved word as the value of a field.
  public static let undecidedReservedFieldValue = DiagnosticCode(
    5117, "a reserved word as the value of a field",
    "The documentation does not say what the service does here and no answer of it was "
      + "recorded. The pattern is accepted with the reading that the evidence suggests; in a JSON "
      + "pattern it is refused; in a space-delimited pattern it is read as text. Put it in double "
      + "quotes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An event with two members of one name.
  public static let undecidedDuplicateMember = DiagnosticCode(
    5118, "an event with two members of one name",
    "The documentation does not say what the service does with such an event and no answer of "
      + "it was recorded; the last one is taken, as JSON readers usually do. CloudTrail writes no "
      + "such events.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An event with blanks around the object.
  public static let undecidedBlanksAroundObject = DiagnosticCode(
    5119, "an event with blanks around the object",
    "The documentation does not say what the service does with such an event and no answer of "
      + "it was recorded; the blanks are left out. CloudTrail writes no such events.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// 51xx: patterns for which the service's rule is not known.
  static let patternUndecidedCodes: [DiagnosticCode] = [
    .undecidedRegexBlank, .undecidedBareHyphen, .undecidedEscape, .undecidedBracketKey,
    .undecidedWildcardOrdering, .undecidedLineBreak, .undecidedFieldHyphen, .undecidedKeywordCase,
    .undecidedRegexRepetition, .undecidedRegexColon, .undecidedNotEqualsAnything, .undecidedNonASCII,
    .undecidedFieldNotEqualsNumber, .undecidedNumberText, .undecidedInnerAsterisk, .undecidedEmptyText,
    .undecidedReservedFieldValue, .undecidedDuplicateMember, .undecidedBlanksAroundObject,
  ]
}
