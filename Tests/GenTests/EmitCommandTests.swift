import Foundation
import Testing

/// Files, folders and exit statuses of the commands that emit.
@Suite struct EmitCommandTests {
  private static let spec = """
    version: 1
    name: mine
    controls: [root-usage]
    trail: { existing: { logGroup: g } }

    """

  /// Runs `body` with a new folder.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func withoutASpecTheStandardTemplateIsUsedAndSaid() throws {
    let outcome = try GenRunner.run(["terraform"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\n"))
    #expect(outcome.errors.hasPrefix("gen: no spec given; using the template 'organizations-changes'\n"))
  }

  private static let failures: [([String], Int32)] = [
    (["cloudformation", "-t", "nothing"], 64), (["nothing"], 64),
    (["cloudformation", "a", "-t", "own-pattern"], 64),
    (["all"], 64), (["cloudformation", "/nowhere/at/all"], 74), (["cloudformation", "/"], 74),
    (["cloudformation", "-t", "own-pattern", "-o", "/nowhere/at/all"], 74),
    (["all", "-t", "own-pattern", "-o", "/proc/nowhere"], 74), (["cli", "--action", "nothing"], 64),
  ]

  @Test(arguments: failures)
  func exitStatusesFollowTheDesign(arguments: [String], status: Int32) throws {
    let outcome = try GenRunner.run(arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.output.isEmpty)
  }

  @Test func anErrorWritesNothing() throws {
    try withFolder { folder in
      let output = folder.appending(path: "out").path
      let bad = Self.spec + "alarm: { period: 90 }\n"
      let outcome = try GenRunner.run(["all", "-", "-o", output], input: bad)
      #expect(outcome.status == 1)
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }

  @Test func aFolderIsReplacedAndForeignFilesStay() throws {
    try withFolder { folder in
      let output = folder.appending(path: "deep/out")
      let mine = output.appending(path: "mine")
      #expect(try GenRunner.run(["all", "-", "-o", output.path], input: Self.spec).status == 0)
      let written = try names(mine)
      try Data("state".utf8).write(to: mine.appending(path: "terraform.tfstate"))
      try Data("old".utf8).write(to: mine.appending(path: "main.tf.json"))
      #expect(try GenRunner.run(["all", "-", "-o", output.path], input: Self.spec).status == 0)
      #expect(try names(mine) == (written + ["terraform.tfstate"]).sorted())
      let rewritten = try Data(contentsOf: mine.appending(path: "main.tf.json"))
      #expect(rewritten.count > 100)
      #expect(try names(output) == ["mine"])
    }
  }

  @Test func whatAnInterruptedRunLeftIsTakenUp() throws {
    try withFolder { folder in
      let left = folder.appending(path: ".mine.gen-new")
      try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: left.appending(path: "main.tf.json"))
      try Data("state".utf8).write(to: left.appending(path: "terraform.tfstate"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "mine"), withIntermediateDirectories: true)
      #expect(try GenRunner.run(["all", "-", "-o", folder.path], input: Self.spec).status == 0)
      #expect(try names(folder) == ["mine"])
      let kept = try names(folder.appending(path: "mine"))
      #expect(kept.contains("terraform.tfstate"))
    }
  }

  @Test func checkNamesWhatDiffers() throws {
    try withFolder { folder in
      let arguments = ["all", "-", "-o", folder.path]
      #expect(try GenRunner.run(arguments + ["--check"], input: Self.spec).status == 1)
      #expect(try GenRunner.run(arguments, input: Self.spec).status == 0)
      #expect(try GenRunner.run(arguments + ["--check"], input: Self.spec).status == 0)
      try Data().write(to: folder.appending(path: "mine/foreign"))
      try Data().write(to: folder.appending(path: "mine/main.tf.json"))
      try FileManager.default.removeItem(at: folder.appending(path: "mine/apply.sh"))
      let outcome = try GenRunner.run(arguments + ["--check"], input: Self.spec)
      #expect(outcome.status == 1)
      for expected in [
        "main.tf.json' differs from what the spec gives", "apply.sh' is missing",
        "foreign' is not written by gen",
      ] {
        #expect(outcome.errors.contains(expected))
      }
    }
  }

  @Test func twoSpecsOfOneNameAreRefused() throws {
    try withFolder { folder in
      try Data(Self.spec.utf8).write(to: folder.appending(path: "a.yaml"))
      let path = folder.appending(path: "a.yaml").path
      let outcome = try GenRunner.run(["all", path, path, "-o", folder.appending(path: "o").path])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("two specs are named 'mine'"))
    }
  }

  @Test func aFileIsReplacedThroughItsLinkAndScriptsAreExecutable() throws {
    try withFolder { folder in
      let target = folder.appending(path: "target.sh")
      try Data("old".utf8).write(to: target)
      let link = folder.appending(path: "link.sh")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
      #expect(try GenRunner.run(["cli", "-", "-o", link.path], input: Self.spec).status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
      #expect(FileManager.default.isExecutableFile(atPath: target.path))
      #expect(try names(folder) == ["link.sh", "target.sh"])
    }
  }

  @Test func sampleFilesBesideTheSpecAreTried() throws {
    try withFolder { folder in
      let spec = """
        version: 1
        name: sampled
        controls:
          - id: login
            title: A login
            pattern: '{ $.eventName = Login }'
            samples: { match: [yes.json], noMatch: [no.json] }
        trail: { existing: { logGroup: g } }

        """
      let path = folder.appending(path: "spec.yaml")
      try Data(spec.utf8).write(to: path)
      try Data(#"{"eventName":"Login"}"#.utf8).write(to: folder.appending(path: "yes.json"))
      try Data(#"{"Records":[{"eventName":"Login"}]}"#.utf8).write(to: folder.appending(path: "no.json"))
      let outcome = try GenRunner.run(["cli", path.path])
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains("error[GEN3010]: event 1 of 'no.json' must not match the pattern and does"))
      try Data(#"{"eventName":"Logout"}"#.utf8).write(to: folder.appending(path: "no.json"))
      #expect(try GenRunner.run(["cli", path.path]).status == 0)
      try FileManager.default.removeItem(at: folder.appending(path: "no.json"))
      #expect(try GenRunner.run(["cli", path.path]).status == 74)
    }
  }
}
