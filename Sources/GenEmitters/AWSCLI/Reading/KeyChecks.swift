internal import GenCore

/// The checks of a key, which is found by its name.
extension ResourceChecks {
  func check(_ key: Key, _ title: ShellWord) -> ResourceCheck {
    let arn = values.variable(.arn, of: key.id)
    let id = ShellWord.option("key-id", .variable(arn))
    let columns = [
      FieldColumn("Arn", query: "KeyMetadata.Arn", ShellWord(["\"", .variable(arn), "\""])),
      FieldColumn("Description", query: "not_null(KeyMetadata.Description, '')", text: key.description),
      FieldColumn("KeyState", query: "KeyMetadata.KeyState", text: "Enabled"),
      FieldColumn("KeyUsage", query: "KeyMetadata.KeyUsage", text: "ENCRYPT_DECRYPT"),
    ]
    return ResourceCheck(
      look: [
        .capture(
          "found",
          [
            "ask", "NotFoundException", "kms", "describe-key",
            .option("key-id", .text(values.graph.aliasName(of: key))),
            .option("query", .text(FieldColumn.row(columns))),
          ]), .capture(arn, ["first_text", .variable("found")]),
      ],
      compare: [expect(title, columns)]
        + whenThere([
          .capture(
            "settings", ["ask", "none", "kms", "get-key-rotation-status", id, "--query=[KeyRotationEnabled]"]),
          .run("expect", title, .variable("settings"), "KeyRotationEnabled", "true"),
          .capture(
            "policy",
            ["ask", "none", "kms", "get-key-policy", id, "--policy-name=default", "--query=[Policy]"]),
          .capture("policy", ["unquoted", .variable("policy")]),
          .run("expect_policy", title, .variable(values.policyVariable(key.id)), .variable("policy")),
        ])
        + tags(
          title, ["ask", "none", "kms", "list-resource-tags", id, "--query=Tags[].[TagKey, TagValue][]"]))
  }
}
