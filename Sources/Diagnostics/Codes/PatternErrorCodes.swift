extension DiagnosticCode {
  /// A pattern longer than 1,024 characters.
  public static let patternTooLong = DiagnosticCode(
    5001, "a pattern longer than 1,024 characters",
    "PutMetricFilter takes 0 to 1,024 characters. They are counted here in UTF-16 units, the "
      + "strictest reading. Split the conditions over several metric filters that feed one "
      + "metric: the alarm adds them up.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html")

  /// A pattern that is not UTF-8.
  public static let patternNotUTF8 = DiagnosticCode(
    5002, "a pattern that is not UTF-8",
    "The API carries JSON, and JSON is UTF-8. Save the file that holds the pattern as UTF-8.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html")

  /// A NUL character in a pattern.
  public static let patternWithNUL = DiagnosticCode(
    5003, "a NUL character in a pattern",
    "No message that a person or a service writes holds a NUL, and neither a shell nor a YAML "
      + "file can carry one. It usually comes from a file saved as UTF-16.")

  /// A pattern that does not end with its closing bracket.
  public static let patternNotClosed = DiagnosticCode(
    5004, "a pattern that does not end with its closing bracket",
    "A pattern whose first character is '{' must end with '}', one that starts with '[' must "
      + "end with ']', one that starts with '%' must end with '%'. Blanks around the pattern do "
      + "not count, anything else after the closing bracket does. To look for such a character in "
      + "plain text put it in double quotes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A character that the pattern language does not know here.
  public static let patternWrongCharacter = DiagnosticCode(
    5005, "a character that the pattern language does not know here",
    "The service answers 'Invalid character(s) in term' and names the token up to the wrong "
      + "character. Words outside quotes are made of letters, digits, '_' and '.'; a JSON value "
      + "may also have '*' at its start or end. Everything else goes in double quotes. Single "
      + "quotes do not quote. In a regular expression write the character as \\x and two "
      + "hexadecimal digits.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A pattern whose parts do not fit together.
  public static let patternWrongStructure = DiagnosticCode(
    5006, "a pattern whose parts do not fit together",
    "The service answers 'Invalid metric filter pattern'. Conditions are joined by '&&' and "
      + "'||' (not by AND, OR or a comma), compared by one '=' (not '=='), and grouped by "
      + "parentheses. There is no negation of a group. A value with a blank in it goes in double "
      + "quotes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A regular expression that does not compile.
  public static let patternRegexInvalid = DiagnosticCode(
    5007, "a regular expression that does not compile",
    "The language has character classes, '.', '^', '$', '|', '*', '+', '?', '{m,n}' and the "
      + "escapes \\d \\D \\s \\S \\w \\W \\xhh. It has no groups, back references, flags, "
      + "possessive repetition or Unicode classes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// Two fields with one name.
  public static let patternDuplicateField = DiagnosticCode(
    5008, "two fields with one name",
    "Every named field of a space-delimited pattern needs a name of its own, since the name "
      + "is the key of the extracted value, and '...' may stand once only.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// One field with two names.
  public static let patternSeveralNames = DiagnosticCode(
    5009, "one field with two names",
    "The conditions between two commas of a space-delimited pattern are about one field and "
      + "must repeat its name. Conditions on two fields stand in two fields: [status = 4*, bytes "
      + "> 1000].",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// More than two regular expressions in a pattern.
  public static let patternTooManyRegexes = DiagnosticCode(
    5010, "more than two regular expressions in a pattern",
    "A JSON or space-delimited pattern takes two regular expressions. An asterisk at the "
      + "start or the end of a text does not count as one.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// Two wildcards in one selector.
  public static let patternWildcardsInSelector = DiagnosticCode(
    5011, "two wildcards in one selector",
    "A JSON selector takes one wildcard, '[*]' or '.*'. It looks one level deep.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// More than three selectors with a wildcard.
  public static let patternTooManyWildcards = DiagnosticCode(
    5012, "more than three selectors with a wildcard",
    "A JSON pattern takes three selectors with a wildcard.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// An order asked of something that is no number.
  public static let patternOrderingWithoutNumber = DiagnosticCode(
    5013, "an order asked of something that is no number",
    "'<', '<=', '>' and '>=' take a bare number. A quoted text is a text even when it is made "
      + "of digits.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A number out of range.
  public static let patternNumberOutOfRange = DiagnosticCode(
    5014, "a number out of range",
    "The service reads a number exactly, as a decimal whose exponent is a 32-bit integer, and "
      + "refuses 1e2147483648. An array index is a 32-bit integer too.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// A reserved word as a value.
  public static let patternReservedWord = DiagnosticCode(
    5015, "a reserved word as a value",
    "NULL, IS, NOT and EXISTS are words of the language. '= null' is refused: write 'IS "
      + "NULL'. For the text itself use double quotes.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// 50xx: what makes the service refuse a pattern.
  static let patternErrorCodes: [DiagnosticCode] = [
    .patternTooLong, .patternNotUTF8, .patternWithNUL, .patternNotClosed, .patternWrongCharacter,
    .patternWrongStructure, .patternRegexInvalid, .patternDuplicateField, .patternSeveralNames,
    .patternTooManyRegexes, .patternWildcardsInSelector, .patternTooManyWildcards,
    .patternOrderingWithoutNumber, .patternNumberOutOfRange, .patternReservedWord,
  ]
}
