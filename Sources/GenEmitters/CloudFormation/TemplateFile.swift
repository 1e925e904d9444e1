/// The names of a spec's templates: `cloudformation.yaml`, `cloudformation-2.yaml`, …
public enum TemplateFile {
  /// What a part is called beside the first, whose name or path is given.
  public static func name(_ first: String, part number: Int) -> String {
    guard number > 1 else { return first }
    let (stem, ending) = divided(first)
    return "\(stem)-\(number)\(ending)"
  }

  /// The number of a further part by its name beside the first; nil when it is none.
  public static func number(of name: String, beside first: String) -> Int? {
    let (stem, ending) = divided(first)
    guard name.hasPrefix(stem + "-"), name.hasSuffix(ending) else { return nil }
    let digits = name.dropFirst(stem.count + 1).dropLast(ending.count)
    guard let number = Int(digits), number > 1, String(number) == digits else { return nil }
    return number
  }

  /// Whether gen wrote a text from the spec of this name.
  public static func isWritten(_ text: String, from spec: String) -> Bool {
    text.split(separator: "\n").contains {
      $0.hasPrefix("# Written by gen from the spec '\(spec)'.")
        || $0.hasPrefix("  \"//\": \"Written by gen from the spec '\(spec)'.")
    }
  }

  /// What stands before the ending of the last path component, and the ending with its dot.
  private static func divided(_ path: String) -> (stem: String, ending: String) {
    let component =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[component...].utf8.lastIndex(of: UInt8(ascii: ".")), dot > component else {
      return (path, "")
    }
    return (String(path[..<dot]), String(path[dot...]))
  }
}
