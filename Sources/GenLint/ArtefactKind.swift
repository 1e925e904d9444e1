public import Diagnostics
internal import Documents

/// What a file is, told from its content.
public enum ArtefactKind: Sendable, Equatable {
  case cloudFormationYAML
  case cloudFormationJSON
  case terraformJSON
  case shellScript
  case spec
  case unknown

  /// Tells the kind of a file. A guess from few bytes: whether the file is well formed is for its reader to say.
  public init(_ source: SourceText) {
    var bytes = source.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let start = bytes.prefix(65_536)
    if start.contains(0) {
      self = .unknown
      return
    }
    if start.starts(with: "#!".utf8) {
      self = .shellScript
      return
    }
    let text = String(decoding: start, as: UTF8.self)
    let first = start.first { $0 > 32 }
    if first == UInt8(ascii: "{") {
      self = Self.jsonKind(text)
      return
    }
    self = Self.lineKind(text)
  }

  private static func jsonKind(_ text: String) -> ArtefactKind {
    let isTemplate =
      text.contains(ascii: "\"AWSTemplateFormatVersion\"") || text.contains(ascii: "\"Resources\"")
    if isTemplate || text.contains(ascii: "\"AWS::") { return .cloudFormationJSON }
    let blocks = ["resource", "terraform", "variable", "output", "locals", "module", "data", "provider"]
    return blocks.contains { text.contains(ascii: "\"\($0)\"") } ? .terraformJSON : .unknown
  }

  private static func lineKind(_ text: String) -> ArtefactKind {
    var hasCommand = false
    for line in text.fields(by: "\n") {
      for section in [
        "AWSTemplateFormatVersion", "Resources", "\"AWSTemplateFormatVersion\"", "'AWSTemplateFormatVersion'",
      ]
      where line.hasPrefix("\(section):") || line.hasPrefix("\(section) :") { return .cloudFormationYAML }
      if line.hasPrefix("version:") || line.hasPrefix("benchmark:") || line.hasPrefix("controls:") {
        return .spec
      }
      let trimmed = line.trimmingBlanks()
      if trimmed.hasPrefix("aws ") || trimmed.contains(ascii: "$(aws ") { hasCommand = true }
    }
    if hasCommand { return .shellScript }
    return text.contains(ascii: "AWS::") && text.contains(ascii: "Type:") ? .cloudFormationYAML : .unknown
  }
}
