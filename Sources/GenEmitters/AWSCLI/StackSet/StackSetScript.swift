internal import GenCore

/// `stackset.sh`: creates, updates, shows and removes the StackSet that brings a graph to many accounts.
///
/// One script with a word for what it does: it carries the template, and all three must speak of the same StackSet.
struct StackSetScript {
  let values: StackSetValues
  /// What every stack is made from.
  let template: String

  /// The script's name; further parts of a spec that one template cannot hold have scripts of their own.
  static func fileName(of graph: ResourceGraph) -> String {
    TemplateFile.name("stackset.sh", part: graph.part?.number ?? 1)
  }

  private var set: StackSet { values.set }

  /// The script.
  var script: ShellScript {
    var script = ShellScript()
    script.header = StackSetHeader(values: values).lines
    script.parts =
      [
        ScriptFrame.opening(
          script: Self.fileName(of: values.graph),
          remedy: "When the cause above is mended, running it again finishes it.")
          + [.code("operations=0")]
      ]
      + ShellFunction.needed(functions).map { [.code($0.code)] }
      + [
        [.code(Self.options), .code(ScriptFrame.traps)], values.settings, values.checks, place,
        values.derived,
        [
          .comment(["template: what every stack is made from."]),
          .printing(function: "template", HereDocument(text: template)),
        ],
      ] + StackSetCommands(values: values).functions + [[.code(Self.commands)]]
    return script
  }

  private var functions: [String] {
    let common = [
      "say", "stop", "usage", "step", "finish", "refuse", "confirm", "aws", "ask", "known", "expect",
      "expect_row",
      "has_line", "look", "settle", "judge", "judged_as", "read_instances", "batches", "new_operation",
      "finish_operation",
      "expect_template", "needed", "line_count",
    ]
    let own: [String] =
      switch set.permissions {
      case .serviceManaged: ["check_organization_caller", "read_targets", "json_list"]
      case .selfManaged: ["check_administration_role", "read_account_targets"]
      }
    return common + own + values.checkFunctions
  }

  /// The StackSet is in the home Region, so that every run finds the same one.
  private var place: [ShellStatement] {
    [
      .comment([
        "The StackSet itself is in the home Region, whatever AWS_REGION says: every run must find the same one."
      ]),
      .assignment("region", .variable("HOME_REGION")), .code(ScriptFrame.account),
    ]
  }

  private static let options: StaticString =
    #"""
    task=
    assume_yes=no
    for option in "$@"; do
      case $option in
      apply | show | remove)
        if [ -n "$task" ]; then
          say "$script: '$task' and '$option': one at a time"
          exit 64
        fi
        task=$option
        ;;
      --dry-run) dry_run=yes ;;
      --yes) assume_yes=yes ;;
      -h | --help) usage && exit 0 ;;
      *)
        say "$script: unknown argument '$option'; it takes apply, show or remove, and the options --yes, --dry-run and --help"
        exit 64
        ;;
      esac
    done
    case $task,$dry_run in
    ,*)
      say "$script: say what to do: apply, show or remove; '$script --help' tells more"
      exit 64
      ;;
    show,yes)
      say "$script: 'show' changes nothing; '--dry-run' is for apply and remove"
      exit 64
      ;;
    *) ;;
    esac
    """#

  private static let commands: StaticString =
    #"""
    case $task in
    apply) apply_stack_set ;;
    show) show_stack_set ;;
    *) remove_stack_set ;;
    esac
    """#
}
