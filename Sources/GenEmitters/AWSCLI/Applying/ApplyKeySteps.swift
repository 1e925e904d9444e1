internal import GenCore

/// The step of `apply.sh` that makes a key together with its name, by which it is found again.
extension ShellValues {
  /// Makes a key, or sets its fields again.
  func apply(_ key: Key) -> [ShellStatement] {
    let arn = variable(.arn, of: key.id)
    let target = ShellWord.option("key-id", .variable(arn))
    let policy = ShellWord.option("policy", .variable(policyVariable(key.id)))
    let description = ShellWord.option("description", .text(key.description))
    return [
      .conditional(
        ["[", "-z", .variable(found(key.id)), "]"],
        then: [
          .run("make_key", .text(graph.aliasName(of: key)), policy, description),
          .assignment(arn, .variable("made_key")),
        ],
        else: [
          .capture(arn, ["first_text", .variable(found(key.id))]),
          .run("aws", "kms", "put-key-policy", target, "--policy-name=default", policy),
        ]),
      .run("aws", "kms", "enable-key-rotation", target),
    ] + keyTags(target)
  }

  /// KMS spells a tag's members in its own way.
  private func keyTags(_ target: ShellWord) -> [ShellStatement] {
    guard !graph.tags.isEmpty else { return [] }
    let tags = ShellJSON.list(
      graph.tags.map { .members(["TagKey": .text($0.key), "TagValue": .text($0.value)]) })
    return [
      .run("aws", "kms", "tag-resource", target, "--cli-input-json", ShellJSON.map([("Tags", tags)]).compact)
    ]
  }
}
