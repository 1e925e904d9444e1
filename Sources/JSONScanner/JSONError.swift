/// Why a text is not a JSON document, and where.
public struct JSONError: Error, Sendable, Equatable {
  /// What is wrong. The raw value is the four-digit diagnostic code.
  public enum Reason: Int, Sendable, CaseIterable {
    case noValue = 1201
    case valueExpected = 1202
    case unknownWord = 1203
    case nameExpected = 1204
    case colonExpected = 1205
    case commaExpected = 1206
    case unclosedObject = 1207
    case unclosedArray = 1208
    case unclosedString = 1209
    case controlCharacter = 1210
    case unknownEscape = 1211
    case nulEscape = 1212
    case loneSurrogate = 1213
    case leadingZero = 1214
    case digitExpected = 1215
    case notUTF8 = 1216
    case byteOrderMark = 1217
    case textAfterEnd = 1218
    case tooDeep = 1219
    case tooLarge = 1220
  }

  /// What is wrong.
  public let reason: Reason
  /// 0-based offset of the first byte that is wrong; the text's length when the text ends too early.
  public let offset: Int
  /// 0-based offset of the quote or bracket that was never closed, when that is what is wrong.
  public let opened: Int?

  /// Makes an error; only readers do.
  init(_ reason: Reason, at offset: Int, opened: Int? = nil) {
    self.reason = reason
    self.offset = offset
    self.opened = opened
  }

  /// The four-digit diagnostic code.
  public var number: Int { reason.rawValue }
}

extension JSONError {
  /// One line that says what is wrong.
  public var message: String {
    switch reason {
    case .noValue: "the text ends before any JSON value"
    case .valueExpected: "a JSON value must stand here"
    case .unknownWord: "not a JSON value: the only bare words are true, false and null"
    case .nameExpected: "a member's name in double quotes must stand here"
    case .colonExpected: "':' must follow a member's name"
    case .commaExpected: "',' or the end of the container must follow a value"
    case .unclosedObject: "the text ends inside an object"
    case .unclosedArray: "the text ends inside an array"
    case .unclosedString: "the text ends inside a string"
    case .controlCharacter: "a control character stands in a string as it is"
    case .unknownEscape: "not a JSON escape"
    case .nulEscape: "\\u0000 is not accepted"
    case .loneSurrogate: "half a surrogate pair"
    case .leadingZero: "a number begins with 0"
    case .digitExpected: "a number must have a digit here"
    case .notUTF8: "not UTF-8"
    case .byteOrderMark: "the text begins with a byte order mark"
    case .textAfterEnd: "something follows the JSON value"
    case .tooDeep: "more than \(JSONDocument.maximumDepth) values lie inside each other"
    case .tooLarge: "the text is longer than \(JSONDocument.maximumByteCount) bytes"
    }
  }

  /// How to mend it, when there is one way.
  public var hint: String? {
    switch reason {
    case .nameExpected: "quote the name; no comma may stand before '}'"
    case .unclosedObject: "add '}'"
    case .unclosedArray: "add ']'"
    case .unclosedString: "add '\"'"
    case .controlCharacter: "write it as an escape, such as \\n, \\t or \\u001b"
    case .unknownEscape:
      "a backslash is written \\\\; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX"
    case .loneSurrogate: "write both halves, such as \\ud83d\\ude00, or the character itself"
    case .leadingZero: "drop the leading zeros, or quote the digits to keep them"
    case .notUTF8: "save the text as UTF-8"
    case .byteOrderMark: "save the text as UTF-8 without a byte order mark"
    case .noValue, .valueExpected, .unknownWord, .colonExpected, .commaExpected, .nulEscape, .digitExpected,
      .textAfterEnd,
      .tooDeep, .tooLarge:
      nil
    }
  }
}
