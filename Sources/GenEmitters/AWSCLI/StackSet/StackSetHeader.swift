internal import GenCore

/// The comment at the top of `stackset.sh`, which `--help` shows.
struct StackSetHeader {
  let values: StackSetValues

  private var graph: ResourceGraph { values.graph }

  /// Its lines, without the `# `.
  var lines: [String] {
    wrapped(
      "\(StackSetScript.fileName(of: graph)): deploys what the spec \"\(graph.name)\" describes to many accounts, as a CloudFormation StackSet."
    ) + [""] + Notices.heading(of: graph).flatMap { wrapped($0) } + wrapped("\(graph.summary).") + controls
      + [""]
      + [
        "Tasks"
      ]
      + table([
        ("apply", "makes the StackSet or brings it up to date, then the stacks that are missing or failed"),
        (
          "show",
          "lists the StackSet and its stacks; names what differs from this script and what is not CURRENT"
        ),
        ("remove", "removes the stacks from all accounts, then the StackSet; audit logs are kept"),
      ]) + ["", "Before you run it"] + prerequisites.flatMap { wrapped($0, lead: "  - ") } + [
        "",
        "Usage: ./\(StackSetScript.fileName(of: graph)) apply | show | remove [--dry-run] [--yes] [--help]",
      ]
      + table([
        ("--dry-run", "print the commands that would change something; call nothing but 'aws sts'"),
        ("--yes", "do not ask before removing"), ("--help", "show this text"),
      ]) + ["", "Environment variables, and in brackets what is used without them"]
      + table(values.variables.map { ($0.name, "\($0.meaning) [\(standard($0.value))]") }) + [""]
      + wrapped(
        "Exit status: 0 done; 1 something is not as it must be, as said, or not confirmed; 64 wrong usage; 74 an AWS call failed. "
          + "Running it again goes on where an unfinished run stopped, and changes nothing when all is done.")
  }

  private var controls: [String] {
    guard graph.controls.count > 1 else { return [] }
    return graph.controls.flatMap { control in
      wrapped(control.reference.map { "\(control.title) (\($0))" } ?? control.title, lead: "  - ")
    }
  }

  private var prerequisites: [String] {
    let texts: [String] =
      switch values.set.permissions {
      case .serviceManaged:
        [
          "The AWS CLI, version 1 or 2, signed in to the organization's management account, or to a delegated administrator with CALL_AS=DELEGATED_ADMIN.",
          "Trusted access of StackSets to the organization: once, aws cloudformation activate-organizations-access.",
          "Rights: cloudformation:*StackSet*, cloudformation:*StackInstance*, cloudformation:DescribeOrganizationsAccess and organizations:Describe*, organizations:List*.",
          "A StackSet of an organization never reaches the management account.",
        ]
      case .selfManaged:
        [
          "The AWS CLI, version 1 or 2, signed in to the account that manages the StackSet.",
          "The administration role in this account, and in each target account the execution role that lets it in.",
          "Rights: cloudformation:*StackSet*, cloudformation:*StackInstance*, iam:GetRole and iam:PassRole of the administration role.",
        ]
      }
    return texts + Notices.notices(of: graph).map { "\($0)." }
  }

  private func standard(_ value: ShellWord) -> String {
    let text = value.outline
    return text.isEmpty ? "none" : text
  }

  private func table(_ rows: [(String, String)]) -> [String] {
    let longest = rows.map { $0.0.utf8.count }.max() ?? 0
    return rows.flatMap { wrapped($0.1, lead: "  " + ScriptHeader.padded($0.0, to: longest + 2)) }
  }

  private func wrapped(_ text: String, lead: String = "") -> [String] {
    ScriptHeader.wrapped(text, lead: lead)
  }
}
