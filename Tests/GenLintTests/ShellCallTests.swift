import Diagnostics
import Testing

/// Functions of a script, followed with the arguments of each call.
@Suite struct ShellCallTests {
  private static func errors(_ lines: String) -> [String] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }.map {
      "\($0.range?.start.line ?? 0): \($0.message)"
    }
  }

  private static let state = """
    state() {
      case "$1" in
        alarm) aws cloudwatch describe-alarms --query "$2" ;;
        trail | trails)
          aws cloudtrail describe-trails --query "$2" ;;
        *) aws cloudtrail describe-trailz ;;
      esac
    }

    """

  private static let test = """
    state() {
      if [ "$1" = alarm ]; then
        aws cloudwatch describe-alarms --query "$2"
      elif [[ $1 == "trail" ]]; then
        aws cloudtrail describe-trails --query "$2"
      elif [ "$1" != topic ]; then
        aws sts get-caller-identity --query "$2"
      else
        aws sns list-topics --query "$2"
      fi
    }

    """

  /// Lines, and what is said of them.
  static let scripts: [(lines: String, said: [String])] = [
    (
      state + "state alarm 'MetricAlarms[0]'\nstate trail 'trailList[0]'\nstate trails 'trailLists'",
      [
        "7: 'aws cloudtrail' has no command 'describe-trailz'",
        "12: the answer of 'aws cloudtrail describe-trails' has no 'trailLists' here: the query gives nothing",
      ]
    ),
    (
      test
        + "state alarm 'MetricAlarms'\nstate trail 'trailList'\nstate topic 'Topics'\nstate x 'Account'\nstate topic 'Account'",
      ["17: the answer of 'aws sns list-topics' has no 'Account' here: the query gives nothing"]
    ),
    // What a loop, a pattern or a condition of two commands decides is not known.
    (
      "f() { while [ $# -gt 0 ]; do case $1 in --a) b=$2; shift;; *) aws sns list-topicz;; esac; shift; done; }\nf --a b",
      ["2: 'aws sns' has no command 'list-topicz'"]
    ),
    (
      "f() { case $1 in a*) aws sns list-topicz;; *) aws sns list-topicy;; esac; }\nf ab",
      ["2: 'aws sns' has no command 'list-topicz'", "2: 'aws sns' has no command 'list-topicy'"]
    ),
    (
      "f() { if a && [ $1 = x ]; then aws sns list-topicz; fi; if ! [ $1 = y ]; then aws sns list-topicy; fi; }\nf y",
      ["2: 'aws sns' has no command 'list-topicz'", "2: 'aws sns' has no command 'list-topicy'"]
    ),
    (
      "f() { case $1 in a) b;& c) aws sns list-topicz;; esac; }\nf a",
      ["2: 'aws sns' has no command 'list-topicz'"]
    ),
    (
      "f() {\n  local r=$1 op=$2\n  shift 2\n  aws sns \"$op\" --region \"$r\" \"$@\"\n}\nf eu-west-1 list-topics\nf eu-west-1 list-topics a",
      ["8: 'aws sns list-topics' takes no word 'a'"]
    ),
    (
      "f() {\n  shift 3\n  aws sns list-topics \"$@\"\n}\nf a", ["6: 'aws sns list-topics' takes no word 'a'"]
    ),
    ("f() {\n  shift \"$n\"\n  aws sns list-topics \"$@\"\n}\nf a", []),
  ]

  @Test(arguments: scripts.indices)
  func aCallIsFollowed(_ index: Int) {
    #expect(Self.errors(Self.scripts[index].lines) == Self.scripts[index].said)
  }
}
