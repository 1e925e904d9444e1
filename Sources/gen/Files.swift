import Diagnostics
import GenEmitters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading inputs and writing single artefacts.
enum Files {
  /// The most that is read of any input, in bytes; more is cut to one byte over, so that the reader's own limit speaks.
  static let inputLimit = 64 << 20

  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String, limit: Int = inputLimit) throws(SystemFailure) -> SourceText {
    if path == "-" {
      let name = "<standard input>"
      return SourceText(
        file: name, bytes: try FileDescriptor.readAll(from: STDIN_FILENO, path: name, limit: limit))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure("cannot read", path) }
    defer { close(descriptor) }
    return SourceText(
      file: path, bytes: try FileDescriptor.readAll(from: descriptor, path: path, limit: limit))
  }

  /// Writes a file whole or not at all: a temporary file beside it, fsync, rename. A symbolic link is followed, so
  /// that the link stays and its target changes; a device or pipe is written in place.
  static func write(_ text: String, to path: String, executable: Bool = false) throws(SystemFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw SystemFailure("cannot write", path, code: EISDIR) }
      if kind != S_IFREG { return try writeInPlace(text, to: path) }
    }
    try write([(text, path)], mode: executable ? 0o755 : 0o644)
  }

  /// Writes files so that a full disk leaves every old one: all are on the disk beside their places before the first takes its own.
  static func write(_ files: [(text: String, path: String)], mode: mode_t = 0o644) throws(SystemFailure) {
    let places = files.map { file in
      let target = resolved(file.path)
      return (file: file, target: target, temporary: "\(target).tmp-\(getpid())")
    }
    do throws(SystemFailure) {
      for place in places {
        var status = stat()
        if stat(place.target, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          throw SystemFailure("cannot write", place.file.path, code: EISDIR)
        }
        try writeNew(place.file.text, to: place.temporary, named: place.file.path, mode: mode)
      }
      for place in places {
        guard rename(place.temporary, place.target) == 0 else {
          throw SystemFailure("cannot write", place.file.path)
        }
      }
    } catch {
      for place in places { unlink(place.temporary) }
      throw error
    }
    for place in places { syncFolder(of: place.target) }
  }

  /// The further templates from a number on that gen wrote from a spec beside a first one.
  static func partsLeft(beside first: String, from number: Int, of spec: String) throws(SystemFailure)
    -> [String]
  {
    var left: [String] = []
    var path = TemplateFile.name(first, part: max(number, 2))
    while try isWritten(path, from: spec) {
      left.append(path)
      path = TemplateFile.name(first, part: max(number, 2) + left.count)
    }
    return left
  }

  /// Whether gen wrote a file from the spec of this name; a file that is not there is none of ours.
  static func isWritten(_ path: String, from spec: String) throws(SystemFailure) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let start = try read(path, limit: 1024).bytes.prefix(1024)
    return TemplateFile.isWritten(String(decoding: start, as: UTF8.self), from: spec)
  }

  /// Removes a file.
  static func remove(_ path: String) throws(SystemFailure) {
    guard unlink(path) == 0 else { throw SystemFailure("cannot remove", path) }
    syncFolder(of: path)
  }

  /// Makes a new file with its whole content on the disk. The mode goes through the user's umask.
  static func writeNew(_ text: String, to path: String, named: String, mode: mode_t) throws(SystemFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw SystemFailure("cannot write", named) }
    var failure: SystemFailure?
    do throws(SystemFailure) {
      try FileDescriptor.writeAll(Array(text.utf8), to: descriptor, path: named)
      if fsync(descriptor) != 0 { failure = SystemFailure("cannot write", named) }
    } catch {
      failure = error
    }
    if close(descriptor) != 0, failure == nil { failure = SystemFailure("cannot write", named) }
    if let failure { throw failure }
  }

  /// Makes a rename last over a power cut. Not every file system can; the file itself is whole either way.
  static func syncFolder(of path: String) {
    let folder = open(parent(of: path), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Whether a path leads to a file, not to a folder, a device or a pipe that nobody writes to.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder, sorted; none when it is not there.
  static func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let handle = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw SystemFailure("cannot read", folder)
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folder that holds a path, `.` for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func writeInPlace(_ text: String, to path: String) throws(SystemFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure("cannot write", path) }
    defer { close(descriptor) }
    try FileDescriptor.writeAll(Array(text.utf8), to: descriptor, path: path)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
