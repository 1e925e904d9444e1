internal import Diagnostics

/// A file that is none of the kinds that gen lint reads: what it is instead, as far as its content tells, and what to do about it.
enum ForeignFile {
  /// The error for a file whose kind is not known.
  static func finding(_ source: SourceText) -> Diagnostic {
    let place = source.range(from: 0, to: 0)
    if source.bytes.isEmpty {
      return .foreign(
        "the file is empty", at: place,
        hint: "write it again or name another; a command that fails leaves an empty file where '>' points")
    }
    if source.bytes.starts(with: [0x1F, 0x8B]) {
      return .binary("the file is compressed with gzip", at: place, hint: "gunzip -c FILE | gen lint -")
    }
    if source.bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      return .binary("the file is a zip archive", at: place, hint: "unpack it and name the files in it")
    }
    if source.bytes.contains(0) {
      return .binary(
        "the file is binary, not text", at: place, hint: "name the text that it is made of; \(known)")
    }
    if isNative(source) {
      return .foreign(
        "the file is in Terraform's own language; gen lint reads Terraform's JSON", at: place,
        hint: "'hcl2json FILE | gen lint -' checks it as JSON, 'terraform validate' as it is")
    }
    let lines = source.bytes.split(separator: 10).map { $0.drop { $0 <= 32 } }
    if lines.allSatisfy({ $0.first == nil || $0.first == UInt8(ascii: "#") }) {
      return .foreign(
        "the file holds nothing but comments and blank lines", at: place, hint: "name another; \(known)")
    }
    let names = source.bytes.withUnsafeBufferPointer { TopLevelNames(json: $0) }
    if names.contains("terraform_version"), names.contains("resources") || names.contains("planned_values") {
      let what = names.contains("resources") ? "a state" : "a plan"
      return .foreign(
        "the file is \(what) of Terraform, not a configuration", at: place,
        hint: "name the configuration, a file called '….tf.json'")
    }
    return .unknownArtefact(at: place)
  }

  fileprivate static let known =
    "gen lint reads specs, CloudFormation templates, Terraform configurations in JSON, and shell scripts with aws commands"

  /// Whether a file is written in Terraform's language: by its name, or because its first line of code opens a block with its labels.
  private static func isNative(_ source: SourceText) -> Bool {
    if TerraformFolder.syntax(ofFile: source.file.fields(by: "/").last ?? "") == .native { return true }
    let first = source.bytes.split(separator: 10).lazy.map { $0.drop { $0 <= 32 } }.first { line in
      line.first.map { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "*") }
        ?? false
    }
    let words = String(decoding: first ?? [], as: UTF8.self).trimmingBlanks().fields(by: " ").filter {
      !$0.isEmpty
    }
    let labels = [
      "resource": 2, "data": 2, "variable": 1, "output": 1, "module": 1, "provider": 1, "terraform": 0,
      "locals": 0,
    ]
    guard let count = words.first.flatMap({ labels[$0] }), words.count >= count + 2 else { return false }
    return words.dropFirst().prefix(count).allSatisfy {
      $0.utf8.first == UInt8(ascii: "\"") && $0.utf8.last == UInt8(ascii: "\"")
    }
      && words[count + 1].utf8.first == UInt8(ascii: "{")
  }
}

extension Diagnostic {
  fileprivate static func foreign(_ message: String, at range: SourceRange, hint: String) -> Diagnostic {
    Diagnostic(.error, .unknownArtefact, message, at: range, hint: hint, quotesLine: false)
  }
  fileprivate static func binary(_ message: String, at range: SourceRange, hint: String) -> Diagnostic {
    Diagnostic(.error, .unreadableArtefact, message, at: range, hint: hint, quotesLine: false)
  }
  /// The error for a text that could be anything.
  static func unknownArtefact(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownArtefact, "gen lint cannot tell what this file is", at: range, hint: ForeignFile.known)
  }
}
