/// A table of comma-separated values, as `csvdecode` reads it: the first line names the columns.
///
/// https://developer.hashicorp.com/terraform/language/functions/csvdecode, https://www.rfc-editor.org/rfc/rfc4180
enum CSVText {
  /// The names of the columns, and the rows.
  case rows([String], [[String]])
  /// Why the text is no such table, without the name of the function before it.
  case broken(String)
  /// What is not followed here: quotation marks that may be read in more than one way.
  case unclear

  /// Reads a text.
  init(_ text: String) {
    guard let lines = Self.records(text) else {
      self = .unclear
      return
    }
    guard let header = lines.first else {
      self = .broken("is given a text without a line that names the columns")
      return
    }
    var seen: Set<String> = []
    if let twice = header.first(where: { !seen.insert($0).inserted }) {
      self = .broken("is given two columns with the name '\(twice.prefix(40))'")
      return
    }
    if let index = lines.firstIndex(where: { $0.count != header.count }) {
      let count = TerraformEvaluation.counted(lines[index].count, "field")
      self = .broken("is given a row \(index) with \(count), and the first line names \(header.count)")
      return
    }
    self = .rows(header, Array(lines.dropFirst()))
  }

  /// The fields of each line that is not empty; nil where quotation marks stand inside of what has none around it.
  private static func records(_ text: String) -> [[String]]? {
    let bytes = Array(text.utf8)
    var lines: [[String]] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 10 || bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == 10 {
        at += bytes[at] == 10 ? 1 : 2
        continue
      }
      var line: [String] = []
      while true {
        guard let field = field(bytes, &at) else { return nil }
        line.append(field)
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { break }
        at += 1
      }
      lines.append(line)
    }
    return lines
  }

  private static func field(_ bytes: [UInt8], _ at: inout Int) -> String? {
    var found: [UInt8] = []
    let isQuoted = at < bytes.count && bytes[at] == UInt8(ascii: "\"")
    if isQuoted {
      at += 1
      while true {
        guard at < bytes.count else { return nil }
        if bytes[at] == UInt8(ascii: "\"") {
          guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
          at += 1
        }
        found.append(bytes[at])
        at += 1
      }
      at += 1
      guard at == bytes.count || [10, 13, UInt8(ascii: ",")].contains(bytes[at]) else { return nil }
      return String(decoding: found, as: UTF8.self)
    }
    while at < bytes.count, bytes[at] != 10, bytes[at] != UInt8(ascii: ",") {
      if bytes[at] == UInt8(ascii: "\"") { return nil }
      found.append(bytes[at])
      at += 1
    }
    if at < bytes.count, bytes[at] == 10, found.last == 13 { found.removeLast() }
    return String(decoding: found, as: UTF8.self)
  }
}
