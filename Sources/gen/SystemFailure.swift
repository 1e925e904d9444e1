#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call that failed on a path.
struct SystemFailure: Error {
  /// What was tried, such as "cannot write".
  let action: String
  /// The path as the user named it.
  let path: String
  /// The system's errno.
  let code: Int32
  /// What to do, when the caller knows it.
  var hint: String?

  /// Takes errno as it stands now.
  init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// `cannot write 'out/x': No space left on device`
  var message: String {
    let said = "\(action) '\(path)': \(String(cString: strerror(code)))"
    if let hint { return "\(said); \(hint)" }
    guard code == EISDIR, action == "cannot read" else { return said }
    return "\(said); name the files in it, such as \(path)\(path.hasSuffix("/") ? "" : "/")*"
  }
}
