extension DiagnosticCode {
  /// A boolean compared as text.
  public static let lintBooleanAsText = DiagnosticCode(
    5201, "a boolean compared as text",
    "'= true' compares with the text \"true\" and never matches the JSON boolean. CloudTrail "
      + "writes readOnly as a boolean but mfaAuthenticated as a string: look at an event. For a "
      + "boolean write IS TRUE or IS FALSE. The rule is known from recorded answers of "
      + "TestMetricFilter.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// '!=' on a field that may be missing.
  public static let lintNotEqualsMissing = DiagnosticCode(
    5202, "'!=' on a field that may be missing",
    "A condition with '!=' is false, not true, when the field is missing, null, a boolean, an "
      + "array or an object. CIS 4.2 asks for MFAUsed != \"Yes\" and so never sees a sign-in "
      + "whose event has no MFAUsed. If such events are meant, join '|| ($.field NOT EXISTS)'. "
      + "The rule is known from recorded answers of TestMetricFilter.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A clause that is always true.
  public static let lintAlwaysTrue = DiagnosticCode(
    5203, "a clause that is always true",
    "Whatever the event says, the clause holds, so it might as well not be there, and joined "
      + "by '||' it makes the whole pattern match every event.")

  /// A clause that is never true.
  public static let lintNeverTrue = DiagnosticCode(
    5204, "a clause that is never true",
    "No event satisfies the clause, so joined by '&&' it silences the whole pattern for good. "
      + "A field cannot have two values at once: values of one field are joined by '||'.")

  /// A clause that changes nothing.
  public static let lintIdleClause = DiagnosticCode(
    5205, "a clause that changes nothing",
    "The rest of the pattern already decides what the clause asks: without it the pattern "
      + "matches the same events. It may be a repetition, or a mistyped operator.")

  /// A hyphen inside a word of a terms pattern.
  public static let lintUnquotedHyphen = DiagnosticCode(
    5206, "a hyphen inside a word of a terms pattern",
    "In a terms pattern a hyphen starts an excluded term even inside a word: error-code asks "
      + "for messages with error and WITHOUT code. Put the word in double quotes. The rule is "
      + "known from recorded answers of TestMetricFilter.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// '?' terms that are ignored.
  public static let lintIgnoredOptionalTerms = DiagnosticCode(
    5207, "'?' terms that are ignored",
    "'?' terms are alternatives only among themselves. As soon as a term without '?' stands "
      + "beside them the service ignores them all: '?ERROR timeout' asks for timeout alone. The "
      + "rule is known from recorded answers of TestMetricFilter.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An order asked of a field that holds text.
  public static let lintOrderingOnText = DiagnosticCode(
    5208, "an order asked of a field that holds text",
    "'<', '<=', '>' and '>=' are false of every JSON string, even one made of digits. Another "
      + "clause compares the same field with a text, so one of the two can hardly be meant. The "
      + "rule is known from recorded answers of TestMetricFilter.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// Exceptions joined by '||'.
  public static let lintNotEqualsAlternatives = DiagnosticCode(
    5209, "exceptions joined by '||'",
    "Conditions with '!=' that are joined by '||' let in nearly every event: what one keeps "
      + "out the other lets in. The text of CIS 4.1 in versions 1.3 to 1.5 has two of them and "
      + "matches nearly everything while every scanner that compares texts is content. Join "
      + "exceptions by '&&'.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A pattern that uses the log group's regular expressions.
  public static let lintRegexQuota = DiagnosticCode(
    5210, "a pattern that uses the log group's regular expressions",
    "A log group takes five metric and subscription filters that have regular expressions, "
      + "whatever their number in each; the sixth is refused with LimitExceededException.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An invisible character in a pattern.
  public static let lintInvisibleCharacter = DiagnosticCode(
    5211, "an invisible character in a pattern",
    "The service compares texts character by character, so a zero-width space or a bidirectional "
      + "control that came along with copied text keeps every event from matching, and nobody sees "
      + "why. It is emitted as it is, since a pattern's text is the user's.",
    source: "https://www.unicode.org/reports/tr36/")

  /// A selector inside a quoted term.
  public static let lintSelectorInTerm = DiagnosticCode(
    5212, "a selector in a quoted text",
    "A pattern that begins with a quote is a text, which is looked for in the whole event as it stands. "
      + "Conditions on fields, such as $.eventName = StopLogging, want braces around them and no quotes "
      + "around the whole; in quotes they match nothing that CloudTrail writes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// 52xx: patterns that may not do what they seem to say.
  static let patternLintCodes: [DiagnosticCode] = [
    .lintBooleanAsText, .lintNotEqualsMissing, .lintAlwaysTrue, .lintNeverTrue, .lintIdleClause,
    .lintUnquotedHyphen, .lintIgnoredOptionalTerms, .lintOrderingOnText, .lintNotEqualsAlternatives,
    .lintRegexQuota, .lintInvisibleCharacter, .lintSelectorInTerm,
  ]
}
