import Foundation
import Testing

/// What `gen lint` says of files that it cannot read or that are no artefacts, and where.
@Suite struct LintFilesTests {
  private static let clean = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n"

  private struct Report: Decodable {
    struct Unread: Decodable { let file: String, reason: String }
    let files: [String]
    let unread: [Unread]
  }

  private struct Log: Decodable {
    struct Run: Decodable { let invocations: [Invocation] }
    struct Invocation: Decodable {
      let executionSuccessful: Bool
      let toolExecutionNotifications: [Notification]?
    }
    struct Notification: Decodable { let level: String, message: [String: String] }
    let runs: [Run]
  }

  @Test func reportsSayWhatCouldNotBeReadToo() throws {
    try GenRunner.withFile(Self.clean) { path in
      let reason = "cannot read '/nowhere/a.yaml': No such file or directory"
      let json = try GenRunner.run(["lint", "--format", "json", "/nowhere/a.yaml", path])
      let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
      #expect(json.status == 74 && report.files == [path])
      #expect(report.unread.map(\.file) == ["/nowhere/a.yaml"] && report.unread.map(\.reason) == [reason])
      for (files, notifications) in [([path, "/nowhere/a.yaml"], [reason]), ([path], [])] {
        let sarif = try GenRunner.run(["lint", "--format", "sarif"] + files)
        let log = try JSONDecoder().decode(Log.self, from: Data(sarif.output.utf8))
        let invocation = try #require(log.runs.first?.invocations.first)
        #expect(invocation.executionSuccessful == notifications.isEmpty)
        let said = invocation.toolExecutionNotifications ?? []
        #expect(said.map { $0.message["text"] } == notifications && said.allSatisfy { $0.level == "error" })
      }
      let text = try GenRunner.run(["lint", "/nowhere/a.yaml", path])
      #expect(text.errors == "gen: \(reason)\ngen: nothing found in 1 file; 1 file could not be read\n")
    }
  }

  private static func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let path = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    try body(folder.path)
  }

  @Test(arguments: [
    (
      ["a.yaml", "b.sh", "main.tf.json", "c.txt", ".d.yml"],
      "name the files in it: gen lint @/*.yaml @/*.tf.json @/*.sh"
    ),
    (["a.yml", "main.tf.json", "c.json"], "name the files in it: gen lint @/*.yml @/*.json"),
    (
      ["one/cloudformation.yaml", "two/apply.sh", "README"],
      "name the files in it: gen lint @/*/*.yaml @/*/*.sh"
    ),
    (["a b/c.yaml"], "name the files in it: gen lint @/*/*.yaml"),
    (
      ["main.tf"],
      "of Terraform's files gen lint reads those in JSON alone, '….tf.json', and there is none in it"
    ),
    (
      ["a.txt"], "name files; in it is none whose name ends in .yaml, .yml, .template, .json, .tf.json, .sh"
    ),
  ])
  func aFolderIsAnsweredWithWhatIsInIt(names: [String], hint: String) throws {
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.clean) })
    try Self.withFolder(files) { folder in
      for path in [folder, folder + "/"] {
        let outcome = try GenRunner.run(["lint", path])
        let said = "gen: cannot read '\(path)': Is a directory; \(hint.replacing("@", with: folder))\n"
        #expect(outcome.status == 74 && outcome.errors == said, "\(outcome.errors)")
      }
    }
  }

  @Test func aFolderWithABlankInItsNameIsNotSplitByTheShell() throws {
    try Self.withFolder(["a b/c.yaml": Self.clean]) { folder in
      let errors = try GenRunner.run(["lint", folder + "/a b"]).errors
      #expect(errors.contains("gen lint FOLDER/*.yaml"), "\(errors)")
    }
  }

  @Test(arguments: [
    (
      Data(), "the file is empty",
      "write it again or name another; a command that fails leaves an empty file where '>' points"
    ),
    (
      Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 27, 91]), "the file is binary, not text",
      "name the text that it is made of; "
    ),
    (Data([0x1F, 0x8B, 8, 0]), "the file is compressed with gzip", "gunzip -c FILE | gen lint -"),
    (Data([0x50, 0x4B, 3, 4, 0]), "the file is a zip archive", "unpack it and name the files in it"),
    (
      Data("# a\n\n".utf8), "the file holds nothing but comments and blank lines",
      "name another; gen lint reads specs"
    ),
    (Data("Dear all\n".utf8), "gen lint cannot tell what this file is", "gen lint reads specs"),
    (
      Data("// main\nresource \"aws_sns_topic\" \"t\" {\n}\n".utf8),
      "the file is in Terraform's own language; ", "'hcl2json FILE | gen lint -'"
    ),
    (
      Data("terraform {\n}\n".utf8), "the file is in Terraform's own language; ",
      "'hcl2json FILE | gen lint -'"
    ),
    (
      Data(#"{"version": 4, "terraform_version": "1.9.0", "resources": []}"#.utf8),
      "the file is a state of Terraform, not a configuration", "name the configuration"
    ),
    (
      Data(#"{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {}}"#.utf8),
      "the file is a plan of Terraform, not a configuration", "name the configuration"
    ),
  ])
  func whatIsNoArtefactIsCalledByItsName(data: Data, message: String, hint: String) throws {
    try GenRunner.withFile(data) { path in
      let outcome = try GenRunner.run(["lint", path])
      #expect(outcome.status == 1)
      #expect(outcome.errors.hasPrefix("\(path):1:1: error[GEN400"))
      #expect(
        outcome.errors.contains("]: \(message)") && outcome.errors.contains("\nhint: \(hint)"),
        "\(outcome.errors)")
      #expect(!outcome.errors.contains("\u{7F}") && !outcome.errors.contains("u{7F}"), "no byte is shown")
    }
  }

  @Test func aFileInTerraformsLanguageIsToldByItsName() throws {
    // Its texts may hold commands, which alone would make a script of it.
    let text = "provisioner \"local-exec\" {\n  command = <<EOT\naws sns list-topics\nEOT\n}\n"
    try Self.withFolder(["main.tf": text, "a.txt": text]) { folder in
      let native = try GenRunner.run(["lint", folder + "/main.tf"]).errors
      let other = try GenRunner.run(["lint", folder + "/a.txt"]).errors
      #expect(native.contains("in Terraform's own language"), "\(native)")
      #expect(!other.contains("Terraform's own language"), "\(other)")
    }
  }
}
