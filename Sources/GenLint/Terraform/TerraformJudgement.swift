internal import Diagnostics

/// What was found in the files of a Terraform module.
struct TerraformJudgement: Sendable {
  /// The findings of all files.
  let findings: [Diagnostic]
  /// The files in which something watches or tells something.
  let watching: Set<String>
}
