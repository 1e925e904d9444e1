import Diagnostics
import GenCore

extension Diagnostic {
  /// What is missing to name a resource.
  static func importNeeds(
    _ unknown: ImportIdentifiers.Unknown, for resource: Resource, in graph: ResourceGraph
  ) -> Diagnostic {
    let id = CloudFormationNames.logicalID(resource.id)
    switch unknown {
    case .place:
      return Diagnostic(
        .error, .importNeedsName, "what exists is named after its account and Region, which are not given",
        hint: "say where it is, such as '--account 111122223333 --region us-east-1'")
    case .logGroup:
      return Diagnostic(
        .error, .importNeedsName, "the spec does not name the log group, and CloudFormation looks nothing up",
        hint: "name it with '--log-group'")
    case .key:
      let alias = graph.resources.lazy.compactMap { other -> String? in
        if case .keyAlias(let alias) = other, alias.key.id == resource.id { alias.name } else { nil }
      }.first
      let asked = ShellWord.text(alias ?? "ARN").spelling
      return Diagnostic(
        .error, .importNeedsName, "only AWS knows the id of the key '\(id)'",
        hint:
          "give it with '--identifier \(id)=ID'; 'aws kms describe-key --key-id=\(asked) --query=KeyMetadata.KeyId --output=text' says it"
      )
    }
  }

  /// An identifier for what takes none.
  static func noSuchIdentifier(_ id: String, takers: [String]) -> Diagnostic {
    Diagnostic(
      .error, .importNeedsName, "no resource '\(id)' of this template takes an identifier",
      hint: takers.isEmpty ? "none does" : "one of: \(takers.joined(separator: ", "))")
  }

  /// The commands of an import, in their order.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html
  static func importSteps(_ count: Int, _ graph: ResourceGraph, place: ImportPlace) -> Diagnostic {
    let number = graph.part?.number ?? 1
    let part = graph.part.map { " --part=\($0.number)" } ?? ""
    let stack = ShellWord.option("stack-name", .text(graph.stackName + (number > 1 ? "-\(number)" : "")))
    let capabilities: [ShellWord] =
      graph.resources.contains { $0.id.kind == .role } ? ["--capabilities=CAPABILITY_IAM"] : []
    let given =
      (place.logGroup.map { [("LogGroupName", $0)] } ?? [])
      + graph.parametersToGive.filter { $0 != "LogGroupName" || place.logGroup == nil }.map { ($0, "VALUE") }
    func command(_ words: [ShellWord]) -> Note {
      Note((["aws", "cloudformation"] + words).map(\.spelling).joined(separator: " "))
    }
    let later = graph.resources.filter { [.topicPolicy, .subscription].contains($0.id.kind) }.map {
      CloudFormationNames.logicalID($0.id)
    }
    return Diagnostic(
      .note, .importSteps,
      "an import takes in these \(count) resources as they are; the template deployed afterwards makes "
        + (later + ["the outputs"]).joined(separator: ", ") + " and mends differences",
      hint:
        "write the template of the change set with '--import-template\(part) -o import.yaml'; take out of both files what does not exist yet",
      notes: [
        command(
          [
            "create-change-set", stack, "--change-set-name=import", "--change-set-type=IMPORT",
            "--template-body=file://import.yaml", "--resources-to-import=file://resources-to-import.json",
          ]
            + (given.isEmpty ? [] : ["--parameters"])
            + given.map { .text("ParameterKey=\($0.0),ParameterValue=\($0.1)") }
            + capabilities),
        command(["wait", "change-set-create-complete", stack, "--change-set-name=import"]),
        command(["execute-change-set", stack, "--change-set-name=import"]),
        command(["wait", "stack-import-complete", stack]),
        command(
          [
            "deploy", stack,
            .option("template-file", .text(TemplateFile.name("cloudformation.yaml", part: number))),
          ]
            + (given.isEmpty ? [] : ["--parameter-overrides"]) + given.map { .text("\($0.0)=\($0.1)") }
            + capabilities),
      ])
  }
}
