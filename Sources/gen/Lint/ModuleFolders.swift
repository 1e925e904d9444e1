import Diagnostics
import GenLint

/// What lies beside a Terraform configuration in JSON: Terraform reads the files of a folder as one.
struct ModuleFolders {
  /// The largest file that is read because it lies beside another, and the most that all of them have together, in bytes: each file of a
  /// module is judged with all the others.
  private static let limit = 1 << 18

  /// The last folder that was read. Files of one folder mostly stand one after the other on the command line.
  private var last: (path: String, folder: TerraformFolder?, isJudged: Bool)?
  private let linter: Linter

  /// Makes the memory of a run.
  init(_ linter: Linter) { self.linter = linter }

  /// The folder of a file; nil when the file has none, Terraform does not read files of its name, or the folder is none of a module.
  mutating func folder(of path: String, _ source: SourceText) -> TerraformFolder? {
    guard path != "-", TerraformFolder.syntax(ofFile: Self.name(of: path)) == .json else { return nil }
    let parent = Files.parent(of: path)
    if let last, last.path == parent {
      // With the second file it pays to judge all of them at once.
      if !last.isJudged { self.last = (parent, last.folder.map(linter.judged), true) }
      return self.last?.folder
    }
    let folder = Self.read(parent, prefix: String(path.dropLast(Self.name(of: path).count)), source)
    last = (parent, folder, false)
    return folder
  }

  private static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func read(_ folder: String, prefix: String, _ source: SourceText) -> TerraformFolder? {
    guard let names = try? Files.names(in: folder) else { return nil }
    let known = names.filter { TerraformFolder.syntax(ofFile: $0) == .json }
    guard known.count <= TerraformFolder.maximumFileCount else { return nil }
    var unread = names.filter { TerraformFolder.syntax(ofFile: $0) == .native }
    let native = native(names, prefix: prefix) ?? []
    // A file alone is read by whoever lints it.
    guard known.count > 1 else {
      return TerraformFolder(
        [], unread: unread, native: native, modules: modules(calledBy: [source], prefix: prefix))
    }
    var sources: [SourceText] = []
    var total = 0
    for name in known {
      guard let source = read(prefix + name, &total) else {
        unread.append(name)
        continue
      }
      sources.append(source)
    }
    return TerraformFolder(
      sources, unread: unread, native: native, modules: modules(calledBy: sources, prefix: prefix))
  }

  private static func read(_ path: String, _ total: inout Int) -> SourceText? {
    guard Files.isRegular(path), let source = try? Files.read(path, limit: limit),
      total + source.bytes.count <= limit
    else { return nil }
    total += source.bytes.count
    return source
  }

  /// The files in Terraform's own language; nil when one is not read, or another tool writes more of them before each run.
  private static func native(_ names: [String], prefix: String) -> [SourceText]? {
    let native = names.filter { TerraformFolder.syntax(ofFile: $0) == .native }
    guard native.count <= TerraformFolder.maximumFileCount,
      !names.contains(where: { $0.hasSuffix(".hcl") && $0 != ".terraform.lock.hcl" })
    else { return nil }
    var total = 0
    let sources = native.compactMap { read(prefix + $0, &total) }
    return sources.count == native.count ? sources : nil
  }

  /// What the modules take and yield whose folders calls name.
  private static func modules(calledBy sources: [SourceText], prefix: String)
    -> [String: TerraformModuleInterface]
  {
    var found: [String: TerraformModuleInterface] = [:]
    for folder in TerraformFolder.moduleFolders(in: sources).prefix(TerraformFolder.maximumFileCount) {
      let path = prefix + folder + (folder.hasSuffix("/") ? "" : "/")
      guard let names = try? Files.names(in: path), let native = native(names, prefix: path) else { continue }
      let json = names.filter { TerraformFolder.syntax(ofFile: $0) == .json }
      var total = 0
      let sources = json.prefix(TerraformFolder.maximumFileCount).compactMap { read(path + $0, &total) }
      guard sources.count == json.count else { continue }
      found[folder] = TerraformModuleInterface(sources, native: native)
    }
    return found
  }
}
