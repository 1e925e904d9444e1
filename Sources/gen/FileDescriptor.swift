#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whole reads and whole writes on a descriptor.
enum FileDescriptor {
  /// Writes every byte.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SystemFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + offset, bytes.count - offset) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFailure("cannot write", path)
      }
      offset += count
    }
  }

  /// Reads to the end, or until more than `limit` bytes have come; then one byte more than the limit is returned.
  static func readAll(from descriptor: Int32, path: String, limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFailure("cannot read", path)
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes.count > limit ? Array(bytes.prefix(limit + 1)) : bytes
  }
}
