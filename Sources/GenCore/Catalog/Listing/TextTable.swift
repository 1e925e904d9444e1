/// A table for a terminal: columns as wide as their widest cell, two blanks between them.
struct TextTable {
  let header: [String]
  var rows: [[String]] = []

  /// The table's lines, each ending in a line break and none in a blank.
  func text() -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let isLast = row[(column + 1)...].allSatisfy(\.isEmpty)
        line += cell
        if isLast { break }
        line += String(repeating: " ", count: widths[column] + 2 - cell.unicodeScalars.count)
      }
      return line + "\n"
    }.joined()
  }
}
