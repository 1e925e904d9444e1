import Diagnostics
import GenCore
import Testing

@testable import GenEmitters

@Suite struct CloudFormationDivisionTests {
  /// A spec of controls with patterns of about 900 characters.
  private func graph(
    _ count: Int, trail: String = "{ create: { name: audit } }", more: String = "", length: Int = 900
  ) throws -> ResourceGraph {
    let controls = (1...count).map {
      "  - { id: c\($0), title: t, pattern: '{ $.x = \"\(String(repeating: "a", count: length))\" }' }"
    }
    let text =
      "version: 1\nname: big-1.2\ntrail: \(trail)\n\(more)controls:\n" + controls.joined(separator: "\n")
    return try #require(GenCoreCompiler.graph(text))
  }

  @Test func `a template over the limit is divided by control, each control in one template`() throws {
    let emission = CloudFormationEmitter().emit(try graph(60))
    #expect(emission.artefact == nil, "there is no one file")
    #expect(
      emission.artefacts.map(\.fileName)
        == ["cloudformation.yaml"] + (2...emission.artefacts.count).map { "cloudformation-\($0).yaml" })
    #expect(emission.artefacts.allSatisfy { $0.text.utf8.count <= 51_200 })
    for number in 1...60 {
      #expect(emission.artefacts.count { $0.text.contains("\n  C\(number)Filter:\n") } == 1)
      #expect(emission.artefacts.count { $0.text.contains("\n  C\(number)Alarm:\n    Type:") } == 1)
    }
    #expect(emission.artefacts.count { $0.text.contains("AWS::CloudTrail::Trail") } == 1)
    #expect(emission.artefacts[0].text.contains("AWS::CloudTrail::Trail"))
  }

  @Test func `a further template stands by itself`() throws {
    let text = CloudFormationEmitter().emit(try graph(60)).artefacts[1].text
    #expect(
      text.contains("      - !Sub 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:big-1-2'\n"))
    #expect(text.contains("      LogGroupName: !Ref LogGroupName\n"))
    #expect(text.contains("    Description: CloudWatch Logs log group that part 1 makes for the trail\n"))
    for absent in ["ImportValue", "Export", "StorageExists", "MakesStorage", "Conditions:", "Endpoint"] {
      #expect(!text.contains(absent))
    }
    #expect(text.contains("Part 2 of 3: deploy it after part 1, with the same values"))
  }

  @Test func `a control at the end moves no other`() throws {
    let fewer = CloudFormationEmitter().emit(try graph(59)).artefacts
    let more = CloudFormationEmitter().emit(try graph(60)).artefacts
    func filters(_ artefact: Artefact) -> [Substring] {
      artefact.text.split(separator: "\n").filter { $0.hasPrefix("      FilterName:") }
    }
    #expect(zip(fewer, more).dropLast().allSatisfy { filters($0) == filters($1) })
  }

  @Test func `what is said names the reason and the commands in their order`() throws {
    let emission = CloudFormationEmitter(fileName: "my files/x.yaml").emit(try graph(60))
    #expect(emission.artefacts[1].fileName == "my files/x-2.yaml")
    let note = try #require(emission.diagnostics.first)
    #expect(note.code == .templateDivided && note.severity == .note)
    #expect(note.message.hasPrefix("the controls are divided between 3 templates; one would have "))
    #expect(note.message.hasSuffix(" bytes of at most 51200"))
    #expect(
      note.notes.map(\.message).prefix(2) == [
        "aws cloudformation deploy --stack-name=big-1-2 --template-file='my files/x.yaml' --capabilities=CAPABILITY_IAM",
        "aws cloudformation deploy --stack-name=big-1-2-2 --template-file='my files/x-2.yaml'",
      ])
  }

  @Test func `a StackSet is made of each template, and every one is empty elsewhere`() throws {
    let emission = CloudFormationEmitter().emit(try graph(60, more: "deploy: { scope: stackset }\n"))
    let note = try #require(emission.diagnostics.first)
    #expect(note.notes.map(\.message).prefix(2) == ["./stackset.sh apply", "./stackset-2.sh apply"])
    for artefact in emission.artefacts {
      let lines = artefact.text.split(separator: "\n")
      let types = lines.count { $0.hasPrefix("    Type: AWS::") }
      #expect(types > 0)
      #expect(
        lines.count { $0 == "    Condition: IsHomeRegion" || $0 == "    Condition: MakesStorage" } > types)
    }
  }

  @Test func `parameters are divided too`() throws {
    let emission = CloudFormationEmitter().emit(try graph(100, length: 5))
    let note = try #require(emission.diagnostics.first)
    #expect(note.message.hasSuffix(" and 203 parameters of at most 200"))
  }

  @Test func `a first template without a control has no parameter of one`() throws {
    let subscriptions = (0..<109).map { "{ protocol: email, endpoint: a\($0)@corp.example }" }
    let emission = CloudFormationEmitter().emit(
      try graph(
        2, trail: "{ existing: { logGroup: logs } }",
        more: "notify: { subscriptions: [\(subscriptions.joined(separator: ", "))] }\n"))
    #expect(emission.artefacts.count == 2)
    let text = try #require(emission.artefacts.first?.text)
    #expect(!text.contains("AWS::CloudWatch::Alarm\n") && text.contains("  Endpoint109:\n"))
    #expect(!text.contains("MetricNamespace") && !text.contains("Threshold"))
    #expect(text.contains("  LogGroupName:\n") && text.contains("    Value: !Ref LogGroupName\n"))
  }

  @Test func `a further StackSet's name keeps the service's length`() throws {
    let name = String(repeating: "n", count: 128)
    let graph = try graph(60, more: "deploy: { scope: stackset, stackSet: { name: \(name) } }\n")
    let texts = StackSetEmitter().emit(graph, format: .sh).artefacts.map(\.text)
    #expect(texts[0].contains("\(name)") && !texts[1].contains(name))
    #expect(texts[1].contains("\(name.dropLast(2))-2"))
  }

  @Test func `what no division makes small enough is refused`() throws {
    let subscriptions = (0..<199).map { "{ protocol: email, endpoint: a\($0)@corp.example }" }
    let emission = CloudFormationEmitter().emit(
      try graph(1, more: "notify: { subscriptions: [\(subscriptions.joined(separator: ", "))] }\n"))
    #expect(emission.artefacts.isEmpty)
    #expect(Set(emission.diagnostics.map(\.code)) == [.templateTooLarge])
    #expect(
      emission.diagnostics.allSatisfy {
        $0.hint?.hasPrefix("give the spec fewer subscriptions, shorter texts or fewer accounts") == true
      })
  }

  @Test(arguments: [
    ("cloudformation.yaml", 2, "cloudformation-2.yaml"), ("a.b/c", 3, "a.b/c-3"),
    ("./x.y.json", 2, "./x.y-2.json"),
    ("d/.hidden", 2, "d/.hidden-2"), ("x.yaml", 1, "x.yaml"),
  ])
  func `a further file is named after the first`(first: String, number: Int, wanted: String) {
    #expect(TemplateFile.name(first, part: number) == wanted)
    #expect(TemplateFile.number(of: wanted, beside: first) == (number == 1 ? nil : number))
  }

  @Test(arguments: [
    "cloudformation-1.yaml", "cloudformation-02.yaml", "cloudformation-2.yml", "cloudformation-.yaml",
    "cloudformation-x.yaml",
  ])
  func `another name is no further file`(name: String) {
    #expect(TemplateFile.number(of: name, beside: "cloudformation.yaml") == nil)
  }
}
