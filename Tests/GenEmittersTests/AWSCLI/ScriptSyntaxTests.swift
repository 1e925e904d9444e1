import Diagnostics
import Foundation
import GenCore
import GenEmitters
import Testing

/// Every script parses in dash and bash and has no finding of shellcheck, where that is installed.
@Suite struct ScriptSyntaxTests {
  static let specs: [(name: String, text: String)] = [
    (
      "existing",
      """
      version: 1
      name: organizations-changes
      controls: [organizations-changes]
      trail: { existing: { logGroup: aws-cloudtrail-logs } }
      notify:
        topic: { create: { name: OrgChanges } }
        subscriptions: [{ protocol: email, endpoint: secops@example.com }]
      """
    ),
    (
      "new",
      """
      version: 1
      name: new-trail
      trail: { create: { name: organization-trail } }
      notify:
        topic: { create: { name: OrgChanges } }
        subscriptions:
          - { protocol: https, endpoint: "https://example.com/hook?a=b&c=d" }
          - { protocol: sms, endpoint: "+15555550100" }
          - { protocol: lambda, endpoint: "arn:aws:lambda:us-east-1:111122223333:function:triage:$LATEST" }
      tags: { Owner: security, "Cost Center": a b }
      """
    ),
    (
      "own",
      #"""
      version: 1
      name: own-pattern
      controls:
        - id: own-login
          title: Sign-in with ${x} and `date` and it's "quoted" \ %{y} $(touch /tmp/no)
          pattern: '{ ($.a = "it''s \"x\" ${b} %{c} \\ `d` $(e)") && ($.f = %^a\d% ) }'
          filterName: "-x `a` $(b) ${c} 'd' \"e\""
          metric: { name: "file//x 'y' \"z\" `q` r", value: "1", defaultValue: 0 }
          alarm: { name: "file://it's `a` ${b} \"c\" \\", threshold: 0.1, notifyOn: [alarm, ok, insufficientData] }
      trail: { existing: { logGroup: aws-cloudtrail-logs } }
      notify: { topic: { existing: "arn:aws:sns:us-east-1:111122223333:security" } }
      tags: { Owner: security }
      """#
    ),
  ]

  static func graph(_ name: String) throws -> ResourceGraph {
    let text = try #require(specs.first { $0.name == name }?.text)
    return try #require(Compiler.compile(SourceText(file: "spec.yaml", text: text)).graph)
  }

  /// Standard input is a file: a tool that is not there reads nothing, and writing to its closed pipe would end the whole run.
  private func run(_ tool: String, _ arguments: [String], input: String) throws -> (
    status: Int32, output: String
  ) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("script-\(UUID().uuidString)")
    try Data(input.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: path)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: ["existing", "new", "own"], AWSCLIEmitter.Action.allCases)
  func scriptsParseAndPleaseShellcheck(name: String, action: AWSCLIEmitter.Action) throws {
    let emission = AWSCLIEmitter().emit(try Self.graph(name), action: action)
    let script = try #require(emission.artefact)
    #expect(script.isExecutable)
    #expect(script.fileName == "\(action.rawValue).sh")
    for (tool, arguments) in [
      ("sh", ["-n"]), ("bash", ["--posix", "-n"]), ("shellcheck", ["--shell=sh", "-"]),
    ] {
      let (status, output) = try run(tool, arguments, input: script.text)
      if status == 127 {
        #expect(ProcessInfo.processInfo.environment["CI"] != "true", "MISSING TOOL \(tool)")
        print("MISSING TOOL \(tool): it did not check \(script.fileName)")
        continue
      }
      #expect(status == 0, "\(tool): \(output)")
    }
  }
}
