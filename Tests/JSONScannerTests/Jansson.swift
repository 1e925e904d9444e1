import CJansson
import JSONScanner

/// The judge: what libjansson makes of the same bytes.
enum Jansson {
  static func accepts(_ bytes: [UInt8], allowNUL: Bool = false) -> Bool {
    withDocument(bytes, allowNUL: allowNUL) { $0 != nil }
  }

  /// Whether both readers read the same value.
  static func agrees(with value: JSONValue, on bytes: [UInt8]) -> Bool {
    withDocument(bytes, allowNUL: false) { root in root.map { isSame($0, value) } ?? false }
  }

  private static func withDocument<Answer>(
    _ bytes: [UInt8], allowNUL: Bool, _ body: (UnsafeMutablePointer<json_t>?) -> Answer
  ) -> Answer {
    let flags = JSON_DECODE_ANY | (allowNUL ? JSON_ALLOW_NUL : 0)
    let root = bytes.withUnsafeBytes { buffer in
      json_loadb(buffer.bindMemory(to: CChar.self).baseAddress, bytes.count, Int(flags), nil)
    }
    defer { json_decref(root) }
    return body(root)
  }

  private static func isSame(_ theirs: UnsafeMutablePointer<json_t>, _ ours: JSONValue) -> Bool {
    switch (gen_json_typeof(theirs), ours.kind) {
    case (JSON_NULL, .null), (JSON_TRUE, .bool(true)), (JSON_FALSE, .bool(false)): return true
    case (JSON_INTEGER, .number): return ours.number.flatMap { Int64($0) } == json_integer_value(theirs)
    case (JSON_REAL, .number): return ours.number.flatMap { Double($0) } == json_real_value(theirs)
    case (JSON_STRING, .string):
      let bytes = UnsafeRawBufferPointer(start: json_string_value(theirs), count: json_string_length(theirs))
      return ours.stringBytes == Array(bytes)
    case (JSON_ARRAY, .array):
      let elements = Array(ours.elements)
      guard elements.count == json_array_size(theirs) else { return false }
      return elements.enumerated().allSatisfy { at, element in
        json_array_get(theirs, at).map { isSame($0, element) } ?? false
      }
    case (JSON_OBJECT, .object):
      let names = Set(ours.members.compactMap(\.name.stringBytes))
      guard names.count == json_object_size(theirs) else { return false }
      return names.allSatisfy { name in
        guard let own = ours.member(name) else { return false }
        let other = name.withUnsafeBytes {
          json_object_getn(theirs, $0.bindMemory(to: CChar.self).baseAddress, name.count)
        }
        return other.map { isSame($0, own) } ?? false
      }
    default: return false
    }
  }
}
