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

  /// A spec named `mine` that one template cannot hold when `count` is great.
  private static func long(_ count: Int) -> String {
    let text = String(repeating: "a", count: 900)
    return "version: 1\nname: mine\ntrail: { existing: { logGroup: g } }\ncontrols:\n"
      + (1...count).map { "  - { id: c\($0), title: t, pattern: '{ $.x = \"\(text)\" }' }\n" }.joined()
  }

  @Test func severalTemplatesAreWrittenAndThoseOfALongerSpecGo() throws {
    try withFolder { folder in
      let arguments = ["all", "-", "-o", folder.path]
      let mine = folder.appending(path: "mine")
      func templates() throws -> [String] { try names(mine).filter { $0.hasPrefix("cloudformation") } }
      #expect(try GenRunner.run(arguments, input: Self.long(60)).status == 0)
      #expect(try templates().count == 3)
      #expect(try GenRunner.run(arguments + ["--check"], input: Self.long(60)).status == 0)
      let outcome = try GenRunner.run(arguments + ["--check"], input: Self.long(20))
      #expect(outcome.errors.contains("cloudformation-3.yaml' is left from a run that wrote more files"))
      for name in ["terraform.tfstate", "cloudformation-9.yaml"] {
        try Data("own".utf8).write(to: mine.appending(path: name))
      }
      #expect(try GenRunner.run(arguments, input: Self.long(3)).status == 0)
      #expect(
        try templates() == ["cloudformation-9.yaml", "cloudformation.yaml"], "only what gen wrote goes")
      #expect(try names(folder) == ["mine"])
    }
  }

  @Test func theFilesOfAStackSetGoWithItsScope() throws {
    try withFolder { folder in
      let arguments = ["all", "-", "-o", folder.path]
      let mine = folder.appending(path: "mine")
      let isStackSet = { (name: String) in name.hasPrefix("stackset") }
      let many = Self.long(1) + "deploy: { scope: stackset }\n"
      #expect(try GenRunner.run(arguments, input: many).status == 0)
      #expect(try names(mine).filter(isStackSet) == ["stackset.sh", "stackset.yaml"])
      let outcome = try GenRunner.run(arguments + ["--check"], input: Self.long(1))
      #expect(outcome.errors.contains("stackset.sh' is left from a run that wrote more files"))
      try Data("own".utf8).write(to: mine.appending(path: "stackset.yaml"))
      #expect(try GenRunner.run(arguments, input: Self.long(1)).status == 0)
      #expect(try names(mine).filter(isStackSet) == ["stackset.yaml"], "only what gen wrote goes")
    }
  }

  @Test func severalTemplatesNeedAFileOrANumber() throws {
    try withFolder { folder in
      let whole = try GenRunner.run(["cloudformation", "-"], input: Self.long(60))
      #expect(whole.status == 64 && whole.output.isEmpty)
      #expect(
        whole.errors.contains(
          "write the templates to files with '-o FILE', or one with '--part 1' to '--part 3'"))
      let second = try GenRunner.run(["cloudformation", "-", "--part", "2"], input: Self.long(60))
      #expect(second.status == 0)
      #expect(try GenRunner.run(["cloudformation", "-", "--part", "5"], input: Self.long(60)).status == 64)
      #expect(try GenRunner.run(["cloudformation", "-", "--part", "0"], input: Self.long(60)).status == 64)
      let path = folder.appending(path: "x.yaml").path
      #expect(try GenRunner.run(["cloudformation", "-", "-o", path], input: Self.long(60)).status == 0)
      #expect(try names(folder) == ["x-2.yaml", "x-3.yaml", "x.yaml"])
      #expect(
        try String(contentsOfFile: folder.appending(path: "x-2.yaml").path, encoding: .utf8) == second.output)
      try FileManager.default.removeItem(at: folder.appending(path: "x-2.yaml"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "x-2.yaml"), withIntermediateDirectories: false)
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      #expect(try GenRunner.run(["cloudformation", "-", "-o", path], input: Self.long(60)).status == 74)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old", "all or none")
      #expect(try names(folder).count == 3)
    }
  }

  @Test(arguments: [
    (["--import", "--import-template"], "write a file each"),
    (["--account", "111122223333"], "go with --import"),
    (["--import", "--account", "12"], "'12' is refused; wanted: the account's twelve digits"),
    (["--import", "--region", "here"], "'here' is refused; wanted: a Region's code"),
    (["--import", "--log-group", "a b"], "'a b' is refused; wanted: 1 to 512"),
    (["--import", "--identifier", "x"], "'x' is no identifier"),
  ])
  func wrongOptionsOfAnImportAreRefused(arguments: [String], reason: String) throws {
    let outcome = try GenRunner.run(["cloudformation", "-"] + arguments, input: Self.spec)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(reason))
  }

  @Test func anImportIsWrittenForOnePartOfSeveral() throws {
    let options = ["cloudformation", "-", "--import", "--account", "111122223333", "--region", "us-east-1"]
    #expect(try GenRunner.run(options, input: Self.long(60)).status == 64)
    let outcome = try GenRunner.run(options + ["--part", "2"], input: Self.long(60))
    #expect(outcome.status == 0 && outcome.output.hasPrefix("[\n"))
    #expect(outcome.errors.contains("--stack-name=mine-2 --template-file=cloudformation-2.yaml"))
  }

  @Test func theTemplateOfAnImportKeepsEverything() throws {
    let outcome = try GenRunner.run(["cloudformation", "-", "--import-template"], input: Self.spec)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    let kept = lines.count { $0 == "DeletionPolicy: Retain" }
    #expect(kept > 1 && kept == lines.count { $0.hasPrefix("Type: AWS::") })
  }

  @Test func aKeyOfAnImportIsAskedForAndTakenFromAnOption() throws {
    let encrypted = Self.spec + "notify: { topic: { create: { encryption: create } } }\n"
    let options = ["cloudformation", "-", "--import", "--account", "111122223333", "--region", "us-east-1"]
    let asked = try GenRunner.run(options, input: encrypted)
    #expect(asked.status == 1 && asked.output.isEmpty && asked.errors.contains("--identifier"))
    let key = "1234abcd-12ab-34cd-56ef-1234567890ab"
    let given = try GenRunner.run(options + ["--identifier", "TopicKey=\(key)"], input: encrypted)
    #expect(given.status == 0 && given.output.contains(key), "\(given.errors)")
  }

  @Test func aDeviceIsWrittenInPlaceAndAFolderIsRefused() throws {
    #expect(try GenRunner.run(["cloudformation", "-", "-o", "/dev/null"], input: Self.spec).status == 0)
    try withFolder { folder in
      let refused = try GenRunner.run(["cloudformation", "-", "-o", folder.path], input: Self.spec)
      #expect(refused.status == 74 && refused.errors.contains("'\(folder.path)'"))
      #expect(try names(folder).isEmpty)
    }
  }

  @Test func aFolderOfOutputThatCannotBeUsedIsNamed() throws {
    try withFolder { folder in
      let file = folder.appending(path: "file")
      try Data("x".utf8).write(to: file)
      let into = try GenRunner.run(["all", "-", "-o", file.path], input: Self.spec)
      #expect(into.status == 74 && into.errors.contains("cannot write into '\(file.path)'"))
      // The name of the spec is taken by a file, then one artefact by a folder.
      try Data("x".utf8).write(to: folder.appending(path: "mine"))
      #expect(try GenRunner.run(["all", "-", "-o", folder.path], input: Self.spec).status == 74)
      #expect(try Data(contentsOf: folder.appending(path: "mine")) == Data("x".utf8))
      try FileManager.default.removeItem(at: folder.appending(path: "mine"))
      let inner = folder.appending(path: "mine/apply.sh/deep")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      let taken = try GenRunner.run(["all", "-", "-o", folder.path], input: Self.spec)
      #expect(taken.status == 74 && taken.errors.contains("mine/apply.sh'"))
      #expect(try names(folder) == ["file", "mine"] && FileManager.default.fileExists(atPath: inner.path))
    }
  }

  @Test func aFolderThroughALinkIsWrittenFileByFile() throws {
    try withFolder { folder in
      let target = folder.appending(path: "elsewhere")
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "mine"), withDestinationURL: target)
      #expect(try GenRunner.run(["all", "-", "-o", folder.path + "//"], input: Self.spec).status == 0)
      #expect(try names(target).contains("apply.sh"))
      let values = try folder.appending(path: "mine").resourceValues(forKeys: [.isSymbolicLinkKey])
      #expect(values.isSymbolicLink == true)
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
