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
    // Texts that a shell runs.
    ("bash -c 'aws sns list-topicz'", ["2: 'aws sns' has no command 'list-topicz'"]),
    ("a\nsh -ec \"b\n  aws sns list-topicz\"", ["4: 'aws sns' has no command 'list-topicz'"]),
    ("eval 'aws sns list-topicz'", ["2: 'aws sns' has no command 'list-topicz'"]),
    ("trap 'rm -f a; aws sns list-topicz' EXIT", ["2: 'aws sns' has no command 'list-topicz'"]),
    ("bash <<'E'\naws sns list-topicz\nE", ["3: 'aws sns' has no command 'list-topicz'"]),
    ("f() { bash -c 'aws sns create-topic --name \"$1\"' _ a; }\nf '*'", []),
    ("bash a.sh -c 'x'\nbash -c \"aws sns $1\"\neval echo 'aws sns list-topicz'\ntrap - EXIT", []),
    // A wrong value is told where the call gives it, each time.
    (
      "keep() { aws logs put-retention-policy --log-group-name \"$1\" --retention-in-days=\"$2\"; }\nkeep a 7\nkeep b 8\nkeep 'c c' 7",
      [
        "4: '8' is not a value of 'retentionInDays'",
        "5: 'c c' does not have the form that 'logGroupName' takes",
      ]
    ),
    (
      "keep() {\n  local group=$1 days=$2\n  shift 2\n  aws logs put-retention-policy --log-group-name \"$group\" --retention-in-days \"$days\"\n}\nkeep a 8\nkeep b 9",
      ["7: '8' is not a value of 'retentionInDays'", "8: '9' is not a value of 'retentionInDays'"]
    ),
    ("f() {\n  shift \"$n\"\n  aws sns list-topics \"$@\"\n}\nf a", []),
  ]

  /// Each is a script that works: before `--retention-in-days` the value is no longer the first one.
  @Test(arguments: [
    "d=5; (( d = d * 6 )); put \"$d\"", "d=0; ((d++)); put $d", "d=0; ((--d)); put $d",
    "d=0; m=$((d+=7)); put $d", "d=0; let d+=7; put $d", "for f in *; do d=0; (( d += 1 )); done; put $d",
    "d=x; [ -f .env ] && source .env; put $d", "d=x; . ./.env; put $d",
    "d=x; export $(cat .env); put $d", "d=x; declare \"$kv\"; put $d", "d=x; eval \"$(cat env)\"; put $d",
    "d=x; printf -v d %s 7; put $d", "d=x; printf -v \"$n\" %s 7; put $d",
    "d=x; declare -n r=d; r=7; put $d", "f() { local -n o=$1; o=7; }; d=x; f d; put $d",
    "f() { eval \"$1=7\"; }; d=x; f d; put $d", "f() { printf -v \"$1\" %s 7; }; d=x; f d; put $d",
    // The script handles the value itself.
    "d=${1:-none}; if [ \"$d\" = none ]; then exit; fi; put $d", "d=none; [ \"$d\" != none ] || die; put $d",
    "d=none; [[ none == $d ]] && die; put $d", "d=none; [[ $d =~ ^[0-9]+$ ]] || die; put $d",
    "f() { [ \"$1\" = none ] && return; put $1; }; f none; f 7",
    "f() { [ $# -ge 1 ] || return; put $1; }; f; f 7", "f() { [ -n \"$1\" ] || return; put $1; }; f; f 7",
    "f() { (( $# > 0 )) || return; put $1; }; f",
    "f() { if [ $1 = a ]; then shift; fi; put $1; }; f a 7; f 7",
    "f() { while getopts d: o; do :; done; shift $((OPTIND - 1)); put \"$@\"; }; f -d a 7",
    "f() { a && shift; put $1; }; f a 7", "f() { set -- 7; put $1; }; f a",
    // Words that the shell makes of a value.
    "f() { aws sns publish --topic-arn \"$T\" --message \"$*\"; }; f a b", "IFS=,; d=7,a; put $d",
    "c=\"aws sns create-topic --name 'a'\"; eval $c", ": aws sns list-topicz",
    "d=$(printf '7\\n\\t'); put $d", "d='7\n'; put $d",
  ])
  func whatAScriptHandlesIsNotKnown(_ lines: String) {
    let put = "aws logs put-retention-policy --log-group-name g --retention-in-days"
    #expect(Self.errors(lines.split(separator: "put ").joined(separator: put + " ")) == [])
  }

  @Test func aValueInQuestionIsWrongWhereNothingAsks() {
    let put = "aws logs put-retention-policy --log-group-name g --retention-in-days"
    let said = ["2: 'retentionInDays' takes a whole number, not 'none'"]
    #expect(Self.errors("d=none; \(put) \"$d\"; [ $d = none ]") == said)
    #expect(Self.errors("d=none; [ $d = all ] && exit; \(put) \"$d\"") == said)
  }

  @Test func zshMakesOneWordOfAVariable() {
    let lines = "m='a b'\naws sns publish --topic-arn \"$T\" --message $m\n"
    #expect(Fixture.lint("#!/usr/bin/env zsh\n" + lines, as: "a.sh") == [])
    let found = Fixture.lint("#!/bin/bash\n" + lines, as: "a.sh")
    #expect(found.map(\.message) == ["the shell makes 2 words of '$m', which has no quotes"])
    #expect(found.first?.hint == "to hand over one word write '\"$m\"'")
  }

  @Test(arguments: scripts.indices)
  func aCallIsFollowed(_ index: Int) {
    #expect(Self.errors(Self.scripts[index].lines) == Self.scripts[index].said)
  }
}
