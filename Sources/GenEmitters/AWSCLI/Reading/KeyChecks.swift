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
      FieldColumn(
        "KeyUsage", query: "not_null(KeyMetadata.KeyUsage, 'ENCRYPT_DECRYPT')", text: "ENCRYPT_DECRYPT"),
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
        + whenThere(
          values.graph.tags.isEmpty
            ? []
            : [
              .capture("key_id", ["ask", "none", "kms", "describe-key", id, "--query=[KeyMetadata.KeyId]"]),
              .capture("key_id", ["first_text", .variable("key_id")]),
            ])
        + tags(
          title,
          [
            "ask", "none", "kms", "list-resource-tags", .option("key-id", .variable("key_id")),
            "--query=Tags[].[TagKey, TagValue][]",
          ]))
  }
}
