import Foundation
import Testing

/// What the README shows is what a reader gets.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func readme() throws -> [Substring] {
    try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of each fenced block of a language, with the line before the fence.
  private static func blocks(_ language: String) throws -> [(before: String, lines: [Substring])] {
    var blocks: [(before: String, lines: [Substring])] = []
    var before: Substring = ""
    var isOpen = false
    var isWanted = false
    for line in try readme() {
      if line.hasPrefix("```") {
        if !isOpen, line == "```\(language)" {
          blocks.append((String(before), []))
          isWanted = true
        } else {
          isWanted = false
        }
        isOpen.toggle()
      } else if isOpen, isWanted {
        blocks[blocks.count - 1].lines.append(line)
      }
      before = line
    }
    return blocks
  }

  @Test(arguments: ["yaml", "json", "sh"])
  func excerptsStandInTheOutputs(language: String) throws {
    let excerpts = try Self.blocks(language).filter { $0.before.hasPrefix("<!-- excerpt ") }
    #expect(excerpts.count == 1)
    for excerpt in excerpts {
      let path = excerpt.before.dropFirst("<!-- excerpt ".count).prefix { $0 != " " }
      let text = try String(contentsOf: Self.root.appending(path: String(path)), encoding: .utf8)
      #expect(
        text.contains(excerpt.lines.joined(separator: "\n") + "\n"), "\(path) does not hold the excerpt")
    }
  }

  @Test func commandsPrintWhatIsShown() throws {
    let sessions = try Self.blocks("console")
    #expect(sessions.count >= 3)
    for session in sessions {
      var command: Substring?
      var expected = ""
      for line in session.lines + ["$ "] {
        guard line.hasPrefix("$ ") else {
          expected += line + "\n"
          continue
        }
        if let command { #expect(try GenRunner.shell(String(command)) == expected, "\(command)") }
        command = line.dropFirst(2)
        expected = ""
      }
    }
  }
}

extension GenRunner {
  /// Runs a command line of a reader's shell in which `gen` is the built one; gives what a terminal shows.
  static func shell(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gen() { \"$GEN\" \"$@\"; }\n\(command) 2>&1"]
    process.environment = ["GEN": binary.path, "PATH": "/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
