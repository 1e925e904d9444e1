import CExchange
import GenEmitters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder of one spec's artefacts.
///
/// The new artefacts are written into a folder beside it first, so that a full disk or an interruption leaves the old ones. A run that finds
/// the folder of an interrupted run clears it away.
struct OutputFolder {
  let parent: String
  let name: String

  /// The parent without slashes at its end.
  init(parent: String, name: String) {
    var parent = parent[...]
    while parent.utf8.count > 1, parent.last == "/" { parent = parent.dropLast() }
    self.parent = String(parent)
    self.name = name
  }

  /// Where the artefacts are.
  var path: String { "\(parent)/\(name)" }

  private var staging: String { "\(parent)/.\(name).gen-new" }

  /// What differs from the artefacts, one line each.
  func differences(from artefacts: [Artefact]) throws(SystemFailure) -> [String] {
    var differences: [String] = []
    for artefact in artefacts {
      let file = "\(path)/\(artefact.fileName)"
      var status = stat()
      guard stat(file, &status) == 0 else {
        if errno != ENOENT && errno != ENOTDIR { throw SystemFailure("cannot read", file) }
        differences.append("'\(file)' is missing")
        continue
      }
      let found = try Files.read(file)
      if found.bytes != Array(artefact.text.utf8) {
        differences.append("'\(file)' differs from what the spec gives")
      } else if artefact.isExecutable != (status.st_mode & S_IXUSR != 0) {
        differences.append("'\(file)' has another mode than \(artefact.isExecutable ? "0755" : "0644")")
      }
    }
    let known = Set(artefacts.map(\.fileName))
    // What Terraform leaves beside its configuration is no difference.
    let foreign = try Files.names(in: path).filter {
      !$0.hasPrefix(".terraform") && !$0.hasPrefix("terraform.tfstate")
    }
    let left = try artefactsLeft(in: path, beside: known)
    for entry in foreign where !known.contains(entry) {
      differences.append(
        left.contains(entry)
          ? "'\(path)/\(entry)' is left from a run that wrote more files"
          : "'\(path)/\(entry)' is not written by gen")
    }
    return differences
  }

  /// What gen wrote from this spec when it asked for more: further templates, a form that it cannot have any more.
  private func artefactsLeft(in folder: String, beside known: Set<String>) throws(SystemFailure) -> [String] {
    var left: [String] = []
    for entry in try Files.names(in: folder) where !known.contains(entry) {
      let isPart = ["cloudformation.yaml", "stackset.sh", "stackset.yaml"].contains {
        TemplateFile.number(of: entry, beside: $0) != nil
      }
      guard isPart || ["main.tf.json", "stackset.sh", "stackset.yaml"].contains(entry) else { continue }
      if try Files.isWritten("\(folder)/\(entry)", from: name) { left.append(entry) }
    }
    return left
  }

  /// Replaces the artefacts. Another run on the same parent waits.
  func replace(with artefacts: [Artefact]) throws(SystemFailure) {
    try makeFolder(parent)
    let lock = open(parent, O_RDONLY | O_CLOEXEC)
    guard lock >= 0 else { throw SystemFailure("cannot read", parent) }
    defer { close(lock) }
    flock(lock, LOCK_EX)
    let written = Set(artefacts.map(\.fileName))
    let left = try artefactsLeft(in: path, beside: written)
    let known = try written.union(left).union(artefactsLeft(in: staging, beside: written))
    try recover(known: known)
    guard mkdir(staging, 0o755) == 0 else { throw SystemFailure("cannot make the folder", staging) }
    do throws(SystemFailure) {
      for artefact in artefacts {
        try Files.writeNew(
          artefact.text, to: "\(staging)/\(artefact.fileName)", named: "\(path)/\(artefact.fileName)",
          mode: artefact.isExecutable ? 0o755 : 0o644)
      }
      try putInPlace(artefacts, known: known)
      for entry in left { unlink("\(path)/\(entry)") }
    } catch {
      removeArtefacts(known)
      rmdir(staging)
      throw error
    }
    try recover(known: known)
    Files.syncFolder(of: path)
  }

  /// Puts the new artefacts in the place of the old ones.
  ///
  /// A folder that holds nothing else changes places with the new one in one step; the old one is then the staging folder. In a folder
  /// with files of the user's, such as a Terraform state, each artefact is replaced by itself, and nothing of the user's moves.
  private func putInPlace(_ artefacts: [Artefact], known: Set<String>) throws(SystemFailure) {
    var status = stat()
    if lstat(path, &status) != 0 {
      guard rename(staging, path) == 0 else { throw SystemFailure("cannot write", path) }
      return
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    guard stat(path, &status) == 0 else { throw SystemFailure("cannot write", path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemFailure("cannot write", path, code: ENOTDIR) }
    let files = artefacts.map { "\(path)/\($0.fileName)" }
    for file in files where stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
      throw SystemFailure("cannot write", file, code: EISDIR)
    }
    let found = try Files.names(in: path)
    let isOurs = !isLink && found.allSatisfy(known.contains)
    if isOurs {
      if gen_exchange(staging, path) == 0 { return }
      guard errno == ENOTSUP else { throw SystemFailure("cannot replace", path) }
    }
    for (artefact, file) in zip(artefacts, files) {
      guard rename("\(staging)/\(artefact.fileName)", file) == 0 else {
        throw SystemFailure("cannot write", file)
      }
    }
  }

  /// Empties what an exchange or an interrupted run left: old artefacts go, everything else moves back.
  private func recover(known: Set<String>) throws(SystemFailure) {
    var status = stat()
    guard lstat(staging, &status) == 0 else { return }
    removeArtefacts(known)
    for entry in try Files.names(in: staging) {
      if lstat(path, &status) != 0 { mkdir(path, 0o755) }
      guard lstat("\(path)/\(entry)", &status) != 0 else {
        throw SystemFailure(
          "'\(path)/\(entry)' is there too; move one of the two away: cannot move back",
          "\(staging)/\(entry)", code: EEXIST)
      }
      guard rename("\(staging)/\(entry)", "\(path)/\(entry)") == 0 else {
        throw SystemFailure("cannot move back", "\(staging)/\(entry)")
      }
    }
    guard rmdir(staging) == 0 else { throw SystemFailure("cannot remove the folder", staging) }
  }

  private func removeArtefacts(_ names: Set<String>) {
    for name in names.sorted() { unlink("\(staging)/\(name)") }
  }

  private func makeFolder(_ path: String) throws(SystemFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw SystemFailure("cannot write into", path, code: ENOTDIR)
      }
      return
    }
    guard errno == ENOENT else { throw SystemFailure("cannot write into", path) }
    let above = Files.parent(of: path)
    if above != path, above != "." { try makeFolder(above) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw SystemFailure("cannot make the folder", path)
    }
  }
}
