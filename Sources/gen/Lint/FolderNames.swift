/// What a folder holds that `gen lint` reads: the mend for a folder in the place of a file.
struct FolderNames {
  /// What to do instead of naming the folder.
  let hint: String

  /// Looks into a folder, and where nothing is, into its own folders.
  init(_ path: String) {
    // A shell reads other characters in another way.
    let isPlain = path.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || "-._/~+@".utf8.contains($0)
    }
    let folder =
      !isPlain ? "FOLDER" : path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = (try? Files.names(in: path)) ?? []
    var inner: [String] = []
    for name in names.prefix(Self.sample) where !name.hasPrefix(".") && Self.globs(of: names).isEmpty {
      inner += (try? Files.names(in: "\(path)/\(name)")) ?? []
    }
    let globs =
      Self.globs(of: names).map { "\(folder)/\($0)" } + Self.globs(of: inner).map { "\(folder)/*/\($0)" }
    if !globs.isEmpty {
      hint = "name the files in it: gen lint \(globs.joined(separator: " "))"
    } else if (names + inner).contains(where: { $0.hasSuffix(".tf") }) {
      hint = "of Terraform's files gen lint reads those in JSON alone, '….tf.json', and there is none in it"
    } else {
      hint = "name files; in it is none whose name ends in \(Self.endings.joined(separator: ", "))"
    }
  }

  /// How many folders in the folder are looked into.
  private static let sample = 1_000
  private static let endings = [".yaml", ".yml", ".template", ".json", ".tf.json", ".sh"]

  /// What a shell makes the files of; `*.json` has the others in JSON too.
  private static func globs(of names: [String]) -> [String] {
    let found = endings.filter { ending in
      names.contains { $0.hasSuffix(ending) && !$0.hasPrefix(".") && $0.utf8.count > ending.utf8.count }
    }
    let isTerraformAlone = names.allSatisfy { !$0.hasSuffix(".json") || $0.hasSuffix(".tf.json") }
    return found.filter { $0 != (isTerraformAlone ? ".json" : ".tf.json") }.map { "*\($0)" }
  }
}
