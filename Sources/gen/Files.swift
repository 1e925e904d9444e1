import Diagnostics

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
    let target = resolved(path)
    let temporary = "\(target).tmp-\(getpid())"
    do throws(SystemFailure) {
      try writeNew(text, to: temporary, named: path, mode: executable ? 0o755 : 0o644)
      guard rename(temporary, target) == 0 else { throw SystemFailure("cannot write", path) }
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder(of: target)
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
