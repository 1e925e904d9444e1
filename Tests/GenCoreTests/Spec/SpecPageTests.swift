import Diagnostics
import Foundation
import GenCore
import Testing

/// The page on the spec says what the reader takes: its keys, words, lengths, ranges and defaults.
@Suite struct SpecPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let page = root.appending(path: "Sources/gen/Documentation.docc/Spec.md")

  /// A block of the spec: its section of the page, and a spec in which `…` stands inside it.
  struct Block: CustomTestStringConvertible {
    let section: String
    let spec: String
    var testDescription: String { section }

    init(_ section: String, _ spec: String) {
      self.section = section
      self.spec = spec
    }

    func with(_ entry: String) -> String { spec.replacingOccurrences(of: "…", with: entry) }
  }

  static let blocks = [
    Block("spec", "…"),
    Block("controls", "controls: [{ … }]"),
    Block("controls.events", "controls: [{ id: a, events: { … } }]"),
    Block("controls.samples", "controls: [{ samples: { … } }]"),
    Block("trail", "trail: { … }"),
    Block("trail.existing", "trail: { existing: { … } }"),
    Block("trail.create", "trail: { create: { … } }"),
    Block("notify", "notify: { … }"),
    Block("notify.topic", "notify: { topic: { … } }"),
    Block("notify.topic.create", "notify: { topic: { create: { … } } }"),
    Block("notify.topic.create.shareWith", "notify: { topic: { create: { shareWith: { … } } } }"),
    Block("notify.subscriptions", "notify: { subscriptions: [{ … }] }"),
    Block("perAccount", "perAccount: { … }"),
    Block("perAccount.accounts", "perAccount: { accounts: [{ … }] }"),
    Block("alarm", "alarm: { … }"),
    Block("metric", "metric: { … }"),
    Block("deploy", "deploy: { … }"),
    Block("deploy.stackSet", "deploy: { stackSet: { … } }"),
    Block("deploy.stackSet.autoDeployment", "deploy: { stackSet: { autoDeployment: { … } } }"),
    Block("deploy.stackSet.operationPreferences", "deploy: { stackSet: { operationPreferences: { … } } }"),
  ]

  /// What the compiler says of a spec.
  private static func diagnostics(_ text: String) -> [Diagnostic] {
    Compiler.compile(SourceText(file: "s", text: text)).diagnostics
  }

  /// The keys that the reader names when it meets one that it does not know.
  private static func keys(of block: Block) -> [String] {
    let hints = diagnostics(block.with("'0000000000': 1")).filter { $0.code == .unknownKey }.compactMap(
      \.hint)
    guard let hint = hints.first, let colon = hint.firstRange(of: ": ") else { return [] }
    return hint[colon.upperBound...].components(separatedBy: ", ")
  }

  /// The rows of a section's table by their key.
  private static func rows(of section: String) throws -> [String: String] {
    let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "## \(section)"), "the page has no section on '\(section)'")
    var rows: [String: String] = [:]
    for line in lines[(start + 1)...].prefix(while: { !$0.hasPrefix("## ") }) where line.hasPrefix("| `") {
      let key = line.dropFirst(3).prefix { $0 != "`" }
      #expect(rows.updateValue(line, forKey: String(key)) == nil, "'\(key)' stands twice in '\(section)'")
    }
    return rows
  }

  /// The reader names each block where it lists its keys; one without a section would not be looked at below.
  @Test func everyBlockHasASection() throws {
    let folder = Self.root.appending(path: "Sources/GenCore/Spec")
    var named: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /of: "([A-Za-z]+)",\s+known:/) {
        named.insert(String(match.1))
      }
    }
    let sections = Self.blocks.compactMap { $0.section.split(separator: ".").last.map(String.init) }
    #expect(named.count > 10)
    #expect(named == Set(sections))
  }

  @Test(arguments: blocks)
  func everyKeyStandsOnThePageAndNoOther(block: Block) throws {
    let known = Self.keys(of: block)
    #expect(known.count >= 2)
    #expect(Set(try Self.rows(of: block.section).keys) == Set(known), "Spec.md, section '\(block.section)'")
  }

  /// Limits that say nothing to a reader: a catalog id's length, a list's numbers, what every text is cut at.
  private static let unsaid: Set = ["control", "exclude", "homeRegion", "logRetentionDays", "version"]

  @Test(arguments: blocks)
  func theWordsAndLimitsOfAKeyStandInItsRow(block: Block) throws {
    let long = String(repeating: "a", count: 4000)
    for (key, row) in try Self.rows(of: block.section) {
      for probe in ["0000000000", "[0000000000]", "'\(long)'", "2147483648"] {
        for diagnostic in Self.diagnostics(block.with("\(key): \(probe)")) {
          for word in Self.words(diagnostic, key) { #expect(row.contains("`\(word)`"), "\(key): \(word)") }
          if let limits = Self.limits(diagnostic, key) { #expect(row.contains(limits), "\(key): \(limits)") }
        }
      }
    }
  }

  private static func words(_ diagnostic: Diagnostic, _ key: String) -> [String] {
    let isAbout = diagnostic.message.contains("'\(key)'") || ["benchmark", "satisfy"].contains(key)
    guard isAbout, let hint = diagnostic.hint, hint.hasPrefix("one of: ") else { return [] }
    return hint.dropFirst("one of: ".count).components(separatedBy: ", ")
  }

  private static func limits(_ diagnostic: Diagnostic, _ key: String) -> String? {
    guard diagnostic.message.hasPrefix("'\(key)' "), !unsaid.contains(key),
      let found = diagnostic.message.firstMatch(of: /([0-9]+ to [0-9]+) are allowed/)
    else { return nil }
    return found.1 == "1 to 1024" && key != "pattern" ? nil : String(found.1)
  }

  private static func examples() throws -> [String] {
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func theExamplesCompile() throws {
    let examples = try Self.examples()
    #expect(examples.count == 2)
    for example in examples {
      #expect(Self.diagnostics(example).filter { $0.severity == .error } == [])
    }
  }

  @Test func theDefaultsAreThoseOfASpecThatSaysNothing() throws {
    let written = try #require(try Self.examples().last)
    let short = "version: 1\nname: defaults\ntrail: { create: { name: the-trail } }\n"
    let graphs = [written, short].compactMap { Compiler.compile(SourceText(file: "s", text: $0)).graph }
    #expect(graphs.count == 2)
    #expect(Set(graphs.map(\.parameters)).count == 1)
    #expect(Set(graphs.map(\.resources)).count == 1)
    #expect(Set(graphs.map(\.controls)).count == 1)
    #expect(Set(graphs.map(\.scope)).count == 1)
  }
}
