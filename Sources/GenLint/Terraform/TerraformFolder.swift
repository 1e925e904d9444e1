public import Diagnostics
internal import Documents

/// The files of a folder, which Terraform reads as one module.
///
/// Whoever opens files lists the folder; here is told which of them make a module with a configuration. Files that declare the same
/// thing twice make none: they lie side by side for another reason.
///
/// https://developer.hashicorp.com/terraform/language/files
public struct TerraformFolder: Sendable {
  /// How a file of a module is written.
  public enum Syntax: Sendable, Equatable {
    case json
    /// Terraform's own language, which is not read here.
    case native
  }

  /// More files than this are no module.
  public static let maximumFileCount = 60

  private struct File: Sendable {
    let source: SourceText
    let root: Node?
    var name: String { source.file }
    let declared: Set<String>
  }

  private let files: [File]
  /// The names of the files that are part of the module and are not read.
  private let unread: [String]
  /// Whether a file changes what others declare.
  let hasOverride: Bool
  /// What was found in the module as a whole.
  private(set) var judgement: TerraformJudgement?

  /// Reads the configurations in JSON; `unread` names the files that are part of the module and cannot be read here.
  public init(_ sources: [SourceText], unread: [String]) {
    files = sources.filter { !Self.isOverride($0.file) }.map { source in
      let root = TerraformDocument.read(source).node.flatMap { $0.entries == nil ? nil : $0 }
      return File(source: source, root: root, declared: root.map(Self.declared) ?? [])
    }
    self.unread = unread
    hasOverride = sources.contains { Self.isOverride($0.file) }
  }

  /// Whether Terraform reads a file of this name, and in which syntax.
  public static func syntax(ofFile name: String) -> Syntax? {
    if name.hasPrefix(".") || name.hasPrefix("#") { return nil }
    if name.hasSuffix(".tf.json") || name.hasSuffix(".tofu.json") { return .json }
    return name.hasSuffix(".tf") || name.hasSuffix(".tofu") ? .native : nil
  }

  /// Whether a file changes what others declare, and need not say all of it.
  static func isOverride(_ file: String) -> Bool {
    let name = file.fields(by: "/").last ?? ""
    return ["override.tf.json", "override.tofu.json"].contains { name == $0 || name.hasSuffix("_" + $0) }
  }

  /// The folder's files as one configuration, and their texts; nil when they make more modules than one.
  private var module: (configuration: TerraformConfiguration, sources: [SourceText])? {
    let read = files.filter { $0.root != nil }
    guard !hasOverride, let root = read.first?.root, read.count > 1,
      Set(read.flatMap(\.declared)).count == read.reduce(0, { $0 + $1.declared.count })
    else { return nil }
    let extent = extent(keepsAll: read.count == files.count)
    let configuration = TerraformConfiguration(
      root, beside: read.dropFirst().compactMap(\.root), extent: extent)
    return (configuration, read.map(\.source))
  }

  private func extent(keepsAll: Bool) -> TerraformConfiguration.Extent {
    !unread.isEmpty ? .part : keepsAll ? .whole : .unknown
  }

  /// The folder with what `judge` finds in its files, where they make one module: it is the same for each of them.
  func judged(by judge: (TerraformConfiguration, [SourceText]) -> TerraformJudgement) -> TerraformFolder {
    guard let module else { return self }
    var folder = self
    folder.judgement = judge(module.configuration, module.sources)
    return folder
  }

  /// What was found in the module that a file is part of, when that is known already.
  func judgement(of source: SourceText) -> TerraformJudgement? {
    files.contains { $0.root != nil && $0.name == source.file && $0.source.bytes == source.bytes }
      ? judgement : nil
  }

  /// A configuration with the files that make a module with it.
  func configuration(_ root: Node, of file: String) -> TerraformConfiguration {
    if hasOverride || Self.isOverride(file) { return TerraformConfiguration(root, extent: .part) }
    let own = Self.declared(root)
    let others = files.filter { $0.name != file }
    let kept = others.filter { $0.root != nil && $0.declared.isDisjoint(with: own) }
    return TerraformConfiguration(
      root, beside: kept.compactMap(\.root), extent: extent(keepsAll: kept.count == others.count))
  }

  /// What is said of a file that watches something beside files that are not read: they may declare what it seems to lack, or what
  /// would make it wrong.
  func note(on source: SourceText) -> Diagnostic? {
    let broken = files.filter { $0.root == nil && $0.name != source.file }.map {
      $0.name.fields(by: "/").last ?? ""
    }
    guard let first = (broken + unread).first else { return nil }
    let rest = unread.count + broken.count - 1
    let names =
      rest == 0
      ? "'\(first)' in the same folder is not read: what it declares"
      : "'\(first)' and \(rest) more file\(rest == 1 ? "" : "s") in the same folder are not read: what they declare"
    let hint =
      if !broken.isEmpty {
        "mend '\(first)' first"
      } else if Self.syntax(ofFile: first) == .native {
        "gen lint reads Terraform's JSON alone; 'terraform validate' checks the whole module"
      } else {
        "gen lint reads files of up to 256 KiB together as one module"
      }
    return Diagnostic(
      .note, .unreadNeighbour, "\(names) is not known here", at: source.range(from: 0, to: 0), hint: hint,
      quotesLine: false)
  }

  private static func declared(_ root: Node) -> Set<String> {
    var found: Set<String> = []
    for (section, labels) in ["resource": 2, "data": 2, "variable": 1, "output": 1, "module": 1] {
      for block in TerraformConfiguration.blocks(root[section], labels: labels) {
        found.insert("\(section).\(block.address)")
      }
    }
    for entry in TerraformConfiguration.bodies(root["locals"]).flatMap({ $0.entries ?? [] }) {
      if let name = entry.key.text, name != "//" { found.insert("local.\(name)") }
    }
    return found
  }
}
