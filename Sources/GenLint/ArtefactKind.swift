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

  /// Tells the kind of a file from the names at its top. A guess that needs no parser: whether the file is well formed is for its
  /// reader to say. A file of another tool is `unknown`, even when it holds something of ours.
  /// Only of a file that Terraform reads the name is asked: of one in its own language first, since its texts may hold scripts and
  /// templates; of one called `….tf.json`, `….sh` or `….bash` last.
  public init(_ source: SourceText) {
    let syntax = TerraformFolder.syntax(ofFile: source.file.fields(by: "/").last ?? "")
    guard syntax != .native else {
      self = .unknown
      return
    }
    self = source.bytes.withUnsafeBufferPointer { bytes in
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let text = UnsafeBufferPointer(rebasing: bytes[(isMarked ? 3 : 0)...])
      let kind = Self.kind(text)
      // A name that Terraform alone reads says what the content leaves open.
      if kind == .unknown, [".sh", ".bash"].contains(where: source.file.hasSuffix), !text.isEmpty,
        !text.contains(0), !text.starts(with: "#!".utf8), !CommandText(text).isForeign
      {
        return .shellScript
      }
      return kind == .unknown && syntax == .json && !bytes.isEmpty && !bytes.contains(0)
        ? .terraformJSON : kind
    }
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> ArtefactKind {
    guard bytes.place(of: 0) == nil else { return .unknown }
    if bytes.starts(with: "#!".utf8) { return isShell(bytes) ? .shellScript : .unknown }
    if bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") { return jsonKind(bytes) }
    // Below a comment it is YAML in braces.
    if let brace = braceBelowComments(bytes),
      jsonKind(UnsafeBufferPointer(rebasing: bytes[brace...])) == .cloudFormationJSON
    {
      return .cloudFormationYAML
    }
    return yamlKind(bytes) ?? (CommandText(bytes).isShell ? .shellScript : .unknown)
  }

  /// Where a text begins that is in braces below comments.
  private static func braceBelowComments(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "#") {
        while at < bytes.count, bytes[at] != 10 { at += 1 }
      } else if bytes[at] > 32 {
        return bytes[at] == UInt8(ascii: "{") ? at : nil
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Whether the first line names a shell of the POSIX family.
  private static func isShell(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }.dropFirst(2), as: UTF8.self)
    let words = line.fields(by: " ").filter { !$0.isEmpty }.map { $0.fields(by: "/").last ?? "" }
    let name = words.first == "env" ? words.dropFirst().first { !$0.hasPrefix("-") } : words.first
    return ["sh", "bash", "dash", "ksh", "ksh93", "mksh", "zsh", "ash", "busybox"].contains(name)
  }

  private static let templateSections: Set<String> = [
    "Parameters", "Mappings", "Conditions", "Outputs", "Transform", "Rules",
  ]
  private static let terraformBlocks: Set<String> = [
    "terraform", "provider", "variable", "locals", "resource", "data", "module", "output", "check", "moved",
    "import", "removed", "ephemeral", "action",
  ]

  private static func jsonKind(_ bytes: UnsafeBufferPointer<UInt8>) -> ArtefactKind {
    let top = TopLevelNames(json: bytes)
    if top.contains("AWSTemplateFormatVersion"),
      top.contains("Resources") || top.known(in: ["terraform", "provider", "resource", "module"]).isEmpty
    {
      return .cloudFormationJSON
    }
    let sections = top.known(in: templateSections.union(["Description", "Metadata", "Resources"])).count
    let isAllSections = sections == top.names.count
    if top.names.contains(where: { $0.text == "Resources" && $0.value == UInt8(ascii: "{") }) {
      return isAllSections || holds(bytes, "\"Type\"") ? .cloudFormationJSON : .unknown
    }
    // Without a resource only what is declared tells a template from a file of parameters' values.
    if isAllSections, !top.known(in: templateSections).isEmpty, holds(bytes, "\"AWS::"),
      holds(bytes, "\"Type\"") || top.contains("Transform")
    {
      return .cloudFormationJSON
    }
    let blocks = top.known(in: terraformBlocks).filter {
      $0.value == UInt8(ascii: "{") || $0.value == UInt8(ascii: "[")
    }
    let others = top.names.count - blocks.count - top.names.count { $0.text == "//" }
    let hasBody = blocks.contains { ["resource", "terraform", "module", "provider"].contains($0.text) }
    guard !ForeignJSON(bytes, blocks: blocks).isForeign else { return .unknown }
    return !blocks.isEmpty && (others == 0 || hasBody && others < blocks.count) ? .terraformJSON : .unknown
  }

  private static func yamlKind(_ bytes: UnsafeBufferPointer<UInt8>) -> ArtefactKind? {
    let top = TopLevelNames(yaml: bytes)
    // Org-formation's tasks and templates look like templates and are read by that tool alone.
    if holds(bytes, "2010-09-09-OC")
      || top.names.contains(where: { $0.text.hasPrefix("OrganizationBinding") })
    {
      return .unknown
    }
    if top.contains("AWSTemplateFormatVersion") { return .cloudFormationYAML }
    // CodeDeploy's files have a list of resources.
    if let resources = top.names.first(where: { $0.text == "Resources" }) {
      let isList = resources.value == UInt8(ascii: "-") && !top.contains("Transform")
      return isList ? .unknown : .cloudFormationYAML
    }
    if isSpec(top) { return .spec }
    if !top.known(in: templateSections).isEmpty, holds(bytes, "AWS::") { return .cloudFormationYAML }
    return nil
  }

  private static let specKeys: Set<String> = [
    "version", "name", "benchmark", "controls", "exclude", "satisfy", "coverage", "trail", "notify", "alarm",
    "metric", "deploy", "tags",
  ]

  /// Other tools have files with a version and a name too: beside them a spec has a key that is its own, or nothing else.
  private static func isSpec(_ top: TopLevelNames) -> Bool {
    let own = ["benchmark", "controls", "satisfy", "trail", "notify"]
    let known = top.known(in: specKeys).count
    let others = top.names.filter { !specKeys.contains($0.text) }.map(\.text)
    guard top.contains("version") || top.contains("name") || top.contains("benchmark"), known > others.count
    else {
      return false
    }
    return others.isEmpty || own.contains(where: top.contains)
      || others.contains { Suggestion.nearest(to: $0, among: own) != nil }
  }

  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { bytes.offset(of: $0) != nil }
  }
}
