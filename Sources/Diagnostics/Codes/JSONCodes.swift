extension DiagnosticCode {
  /// No JSON value.
  public static let noJSONValue = DiagnosticCode(
    1201, "no JSON value",
    "The text is empty or holds only blanks. A JSON document has exactly one value.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// A JSON value expected.
  public static let jsonValueExpected = DiagnosticCode(
    1202, "a JSON value expected",
    "A value is an object, an array, a string in double quotes, a number, true, false or "
      + "null. A comma before the closing bracket, single quotes, NaN and a number that begins "
      + "with '+' or '.' are not JSON.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Unknown bare word in JSON.
  public static let unknownJSONWord = DiagnosticCode(
    1203, "unknown bare word in JSON",
    "The only words JSON knows without quotes are true, false and null, in lower case. Quote "
      + "any other text.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// A member's name expected.
  public static let jsonNameExpected = DiagnosticCode(
    1204, "a member's name expected",
    "Every member of an object begins with its name in double quotes. A comma before '}' "
      + "promises one more member.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// ':' expected after a member's name.
  public static let jsonColonExpected = DiagnosticCode(
    1205, "':' expected after a member's name",
    "A member is a name, a colon and a value.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// ',' or the end of the container expected.
  public static let jsonCommaExpected = DiagnosticCode(
    1206, "',' or the end of the container expected",
    "Members and elements are parted by commas, and a container is closed by the bracket of "
      + "its own kind.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Unclosed JSON object.
  public static let unclosedJSONObject = DiagnosticCode(
    1207, "unclosed JSON object",
    "The text ends before the object's '}'. The document may have been cut off.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Unclosed JSON array.
  public static let unclosedJSONArray = DiagnosticCode(
    1208, "unclosed JSON array",
    "The text ends before the array's ']'. The document may have been cut off.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Unclosed JSON string.
  public static let unclosedJSONString = DiagnosticCode(
    1209, "unclosed JSON string",
    "The text ends before the string's closing quote.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Control character in a JSON string.
  public static let controlCharacterInJSON = DiagnosticCode(
    1210, "control character in a JSON string",
    "Characters below U+0020, line breaks and tabs among them, must be written as escapes "
      + "inside a string.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Unknown JSON escape.
  public static let unknownJSONEscape = DiagnosticCode(
    1211, "unknown JSON escape",
    "After a backslash JSON knows only \" \\\\ / b f n r t and u with four hexadecimal digits.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// \u0000 in JSON.
  public static let nulInJSON = DiagnosticCode(
    1212, "\\u0000 in JSON",
    "The character NUL ends a string in many programs, so it is refused where it is not asked "
      + "for; in a member's name it is always refused.",
    source: "https://jansson.readthedocs.io/en/2.14/conformance.html")

  /// Half a surrogate pair in JSON.
  public static let loneJSONSurrogate = DiagnosticCode(
    1213, "half a surrogate pair in JSON",
    "A \\u escape from D800 to DFFF stands for half a character and counts only as a pair, the "
      + "high half first. No UTF-8 text can hold one half.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Leading zero in a JSON number.
  public static let leadingZeroInJSON = DiagnosticCode(
    1214, "leading zero in a JSON number",
    "A JSON number has no leading zero. Account ids and the like are strings: quote them.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Digit expected in a JSON number.
  public static let jsonDigitExpected = DiagnosticCode(
    1215, "digit expected in a JSON number",
    "After a minus sign, a decimal point or an exponent's e at least one digit must follow.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// JSON text is not UTF-8.
  public static let jsonNotUTF8 = DiagnosticCode(
    1216, "JSON text is not UTF-8",
    "JSON between systems is UTF-8. Overlong forms, surrogates and code points above U+10FFFF "
      + "are not UTF-8.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Byte order mark before JSON.
  public static let jsonByteOrderMark = DiagnosticCode(
    1217, "byte order mark before JSON",
    "RFC 8259 forbids a byte order mark at the beginning of a JSON text.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// Text after the JSON value.
  public static let textAfterJSON = DiagnosticCode(
    1218, "text after the JSON value",
    "A document is one value. Several documents in one file are JSON lines, where each line "
      + "is one.",
    source: "https://www.rfc-editor.org/rfc/rfc8259")

  /// JSON nested too deeply.
  public static let jsonTooDeep = DiagnosticCode(
    1219, "JSON nested too deeply",
    "More than 2,048 values lie inside each other, which no document of this program's needs. "
      + "The limit is that of the jansson library, which the documents meet elsewhere.",
    source: "https://jansson.readthedocs.io/en/2.14/conformance.html")

  /// JSON text too large.
  public static let jsonTooLarge = DiagnosticCode(
    1220, "JSON text too large",
    "A document may have 2,147,483,647 bytes at most. Split it.")

  /// 12xx: what the JSON reader says.
  static let jsonCodes: [DiagnosticCode] = [
    .noJSONValue,
    .jsonValueExpected,
    .unknownJSONWord,
    .jsonNameExpected,
    .jsonColonExpected,
    .jsonCommaExpected,
    .unclosedJSONObject,
    .unclosedJSONArray,
    .unclosedJSONString,
    .controlCharacterInJSON,
    .unknownJSONEscape,
    .nulInJSON,
    .loneJSONSurrogate,
    .leadingZeroInJSON,
    .jsonDigitExpected,
    .jsonNotUTF8,
    .jsonByteOrderMark,
    .textAfterJSON,
    .jsonTooDeep,
    .jsonTooLarge,
  ]
}
