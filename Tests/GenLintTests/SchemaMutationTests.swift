import Diagnostics
import Foundation
import GenLint
import Testing

/// A line of a clean template, changed so that CloudFormation refuses it.
struct LineMutation: Sendable, CustomTestStringConvertible {
  let line: Int
  let text: String
  let mutated: String
  var testDescription: String { "\(line): \(text)" }
}

@Suite struct SchemaMutationTests {
  /// Free-form keys: what stands under them has names of the user's own.
  private static let free: Set<String> = ["a", "aws", "Description", "Default"]

  /// Each `key: value` of the resources with its key misspelled, its value turned into a structure, and its reference dangling.
  static let mutations: [LineMutation] = {
    let lines = Fixture.template.text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let first = (lines.firstIndex(of: "Resources:") ?? 0) + 1
    let last = lines.firstIndex(of: "Outputs:") ?? lines.count
    var found: [LineMutation] = []
    for index in first..<last {
      let line = lines[index]
      guard let colon = line.range(of: ":"), line.hasPrefix("    ") else { continue }
      let key = line[..<colon.lowerBound].drop { " -".contains($0) }
      let indent = line[..<key.startIndex]
      guard key.allSatisfy({ $0.isLetter || $0.isNumber }), !key.isEmpty, !free.contains(String(key)) else {
        continue
      }
      func add(_ new: String) {
        found.append(LineMutation(line: index + 1, text: line + " -> " + new, mutated: new))
      }
      add("\(indent)\(key)Typo\(line[colon.lowerBound...])")
      let value = line[colon.upperBound...].drop { $0 == " " }
      guard !value.isEmpty, value != ">-" else { continue }
      if !["DependsOn", "Resource", "Principal", "Condition"].contains(String(key)) {
        add("\(indent)\(key): {x: {y: z}}")
      }
      if value.hasPrefix("!Ref ") { add(line.replacing("!Ref ", with: "!Ref Gone")) }
      if value.hasPrefix("!GetAtt ") { add(line.replacing("!GetAtt ", with: "!GetAtt Gone")) }
      if Int(value) != nil { add("\(indent)\(key): many") }
      if value == "true" || value == "false" { add("\(indent)\(key): perhaps") }
    }
    return found
  }()

  /// Lines broken by hand as cfn-lint showed them to matter.
  static let particular: [(old: String, new: String)] = [
    ("    Type: AWS::SNS::Subscription", "    Type: ''"),
    ("    Type: AWS::SNS::Subscription", "    Type: 99"),
    ("    Type: AWS::SNS::Subscription", "    Type: null"),
    ("    Type: AWS::SNS::Subscription", "    Type: xxxxxxxx"),
    ("    Type: AWS::SNS::Subscription", "    Type: aws::sns::subscription"),
    ("    DependsOn: LogsBucketPolicy", "    DependsOn: [{x: 1}]"),
    ("            Resource: !Ref Topic\n", "            Resource: '#topic'\n"),
    ("            Resource: !GetAtt LogsBucket.Arn\n", "            Resource: '*'\n"),
    ("      TopicArn: !Ref Topic\n      Protocol", "      TopicArn: ''\n      Protocol"),
  ]

  @Test(arguments: particular.indices)
  func aParticularBrokenLineIsAnErrorAtThatLine(_ index: Int) throws {
    let (old, new) = Self.particular[index]
    let before = Fixture.template.text.components(separatedBy: old)[0]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).count
    let found = try #require(Fixture.template.findings(replacing: old, by: new), "\(old) must be there once")
    #expect(
      found.contains { $0.severity == .error && $0.range?.start.line == line },
      "\(new): \(found.map(\.message))")
  }

  @Test func aTypeYoungerThanTheSchemasIsNoted() {
    let found = Fixture.lint(
      "Resources:\n  A:\n    Type: AWS::Lambda::MicrovmImage\n    Properties: {A: 1}\n")
    #expect(found.map(\.code) == [.unknownType] && found.first?.severity == .note)
  }

  @Test func thereAreManyMutations() { #expect(Self.mutations.count >= 200) }

  @Test(arguments: mutations)
  func aBrokenLineIsAnErrorAtThatLine(_ mutation: LineMutation) {
    var lines = Fixture.template.text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    lines[mutation.line - 1] = mutation.mutated
    let found = Fixture.lint(lines.joined(separator: "\n"))
    let errors = found.filter { finding in
      guard let range = finding.range, finding.severity == .error else { return false }
      return (range.start.line...range.end.line).contains(mutation.line)
    }
    #expect(!errors.isEmpty, "\(found.map { "\($0.range?.start.line ?? 0) \($0.message)" })")
  }
}
