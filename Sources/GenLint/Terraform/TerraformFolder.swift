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
  /// What the files in Terraform's own language declare; nil when one of them, or any other file, is not surely read.
  private let native: TerraformNames?
  /// What the modules take and yield that are called here, by the source that calls name.
  private let interfaces: [String: TerraformModuleInterface]
  /// What was found in the module as a whole.
  private(set) var judgement: TerraformJudgement?

  /// Reads the configurations in JSON; `unread` names the files that are part of the module and cannot be read here. Of `native`, those
  /// of them that are in Terraform's own language, the declared names are read; of `modules`, what each takes and yields, by its source.
  public init(
    _ sources: [SourceText], unread: [String], native: [SourceText] = [],
    modules: [String: TerraformModuleInterface] = [:]
  ) {
    files = sources.filter { !Self.isOverride($0.file) }.map { source in
      let root = TerraformDocument.read(source).node.flatMap { $0.entries == nil ? nil : $0 }
      return File(source: source, root: root, declared: root.map(Self.declared) ?? [])
    }
    self.unread = unread
    interfaces = modules
    var names: TerraformNames? = native.count == unread.count ? TerraformNames() : nil
    for source in native {
      guard let known = names, let read = TerraformNativeText.names(in: source) else {
        names = nil
        break
      }
      if !Self.isOverride(source.file), known.overlaps(read) {
        names = nil
        break
      }
      names?.add(read)
    }
    self.native = names
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
    return ["override.tf.json", "override.tofu.json", "override.tf", "override.tofu"].contains {
      name == $0 || name.hasSuffix("_" + $0)
    }
  }

  /// The folder's files as one configuration, and their texts; nil when they make more modules than one.
  private var module: (configuration: TerraformConfiguration, sources: [SourceText])? {
    let read = files.filter { $0.root != nil }
    guard !hasOverride, let root = read.first?.root, read.count > 1,
      Set(read.flatMap(\.declared)).count == read.reduce(0, { $0 + $1.declared.count })
    else { return nil }
    let extent = extent(keepsAll: read.count == files.count)
    let configuration = TerraformConfiguration(
      root, beside: read.dropFirst().compactMap(\.root), extent: extent,
      elsewhere: read.count == files.count && !unread.isEmpty ? native : nil, interfaces: interfaces)
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
    if hasOverride || Self.isOverride(file) {
      return TerraformConfiguration(root, extent: .part, elsewhere: base, interfaces: interfaces)
    }
    let own = Self.declared(root)
    let others = files.filter { $0.name != file }
    let kept = others.filter { $0.root != nil && $0.declared.isDisjoint(with: own) }
    let keepsAll = kept.count == others.count
    return TerraformConfiguration(
      root, beside: kept.compactMap(\.root), extent: extent(keepsAll: keepsAll),
      elsewhere: keepsAll && !unread.isEmpty ? native : nil, interfaces: interfaces)
  }

  /// What the files declare that are no overrides; nil when one of them is not surely read.
  private var base: TerraformNames? {
    guard var names = native, !files.isEmpty, files.allSatisfy({ $0.root != nil }) else { return nil }
    for root in files.compactMap(\.root) { names.add(TerraformNames(root)) }
    return names
  }

  /// What an override changes and no file declares. One that changes mostly such things belongs to files that are not here.
  func overridden(_ root: Node, in file: String) -> [Diagnostic] {
    guard Self.isOverride(file), let base else { return [] }
    var found: [Diagnostic] = []
    var known = 0
    func check(_ section: String, _ labels: Int, _ what: String, _ names: Set<String>) {
      for block in TerraformConfiguration.blocks(root[section], labels: labels) {
        if names.contains(block.address) {
          known += 1
        } else {
          found.append(.nothingToOverride(what, block.address, at: block.key, among: names.sorted()))
        }
      }
    }
    check("resource", 2, "resource", base.resources)
    check("data", 2, "data source", base.dataSources)
    check("variable", 1, "variable", Set(base.variables.keys))
    check("output", 1, "output", base.outputs)
    check("module", 1, "module", base.modules)
    for entry in TerraformConfiguration.bodies(root["locals"]).flatMap({ $0.entries ?? [] }) {
      guard let name = entry.key.text, name != "//" else { continue }
      if base.locals.contains(name) {
        known += 1
      } else {
        found.append(
          .nothingToOverride("local value", name, at: entry.key.range, among: base.locals.sorted()))
      }
    }
    return found.count <= max(known, base.count) ? found : []
  }

  /// The folders of modules that configurations call.
  public static func moduleFolders(in sources: [SourceText]) -> [String] {
    var found: Set<String> = []
    for source in sources {
      // Most files call none, and are not read for that.
      guard
        source.bytes.withUnsafeBufferPointer({ bytes in
          [Array("\"./".utf8), Array("\"../".utf8)].contains {
            $0.withUnsafeBufferPointer { bytes.offset(of: $0) != nil }
          }
        })
      else { continue }
      for block in TerraformConfiguration.blocks(TerraformDocument.read(source).node?["module"], labels: 1) {
        guard let text = block.body["source"]?.text, text.hasPrefix("./") || text.hasPrefix("../"),
          !TerraformTemplate.mayHold(text), !text.contains(ascii: "?"), !text.contains(ascii: "//")
        else { continue }
        found.insert(text)
      }
    }
    return found.sorted()
  }

  /// What is said of a file that watches something beside files that are not read: they may declare what it seems to lack, or what
  /// would make it wrong.
  func note(on source: SourceText) -> Diagnostic? {
    let broken = files.filter { $0.root == nil && $0.name != source.file }.map {
      $0.name.fields(by: "/").last ?? ""
    }
    guard let first = (broken + unread).first else { return nil }
    let rest = unread.count + broken.count - 1
    let files = rest == 0 ? "'\(first)'" : "'\(first)' and \(rest) more file\(rest == 1 ? "" : "s")"
    // Of Terraform's own language the heads of the blocks are read.
    let isNamed = broken.isEmpty && native != nil && unread.allSatisfy { Self.syntax(ofFile: $0) == .native }
    let message =
      isNamed
      ? "of \(files) in the same folder only the names are read: what \(rest == 0 ? "its" : "their") blocks set is not known here"
      : "\(files) in the same folder \(rest == 0 ? "is" : "are") not read: what \(rest == 0 ? "it declares" : "they declare") is not known here"
    let hint =
      if !broken.isEmpty {
        "mend '\(first)' first"
      } else if Self.syntax(ofFile: first) == .native {
        "gen lint reads Terraform's JSON alone; 'terraform validate' checks the whole module"
      } else {
        "gen lint reads files of up to 256 KiB together as one module"
      }
    return Diagnostic(
      .note, .unreadNeighbour, message, at: source.range(from: 0, to: 0), hint: hint,
      quotesLine: false)
  }

  private static func declared(_ root: Node) -> Set<String> {
    var found: Set<String> = []
    let sections = ["resource": 2, "data": 2, "ephemeral": 2, "variable": 1, "output": 1, "module": 1]
    for (section, labels) in sections {
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

extension Diagnostic {
  fileprivate static func nothingToOverride(
    _ what: String, _ name: String, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .undefinedReference, "there is no \(what) '\(name)' to override", at: range,
      hint: Suggestion.hint(for: name, among: known)
        ?? "an override changes what another file declares")
  }
}
