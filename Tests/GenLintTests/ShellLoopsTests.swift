import Diagnostics
import Testing

/// Tables of controls, whose rows a loop takes one by one.
@Suite struct ShellLoopsTests {
  private static func errors(_ lines: String) -> [String] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }.map {
      "\($0.range?.start.line ?? 0): \($0.message)"
    }
  }

  private static func filter(_ name: String, _ pattern: String, metric: String? = nil) -> String {
    "aws logs put-metric-filter --log-group-name g --filter-name \(name) --filter-pattern \(pattern)"
      + " --metric-transformations metricName=\(metric ?? name),metricNamespace=B,metricValue=1"
  }
  private static func alarm(_ name: String) -> String {
    "aws cloudwatch put-metric-alarm --alarm-name \(name) --metric-name \(name) --namespace B --statistic Sum --period 300"
      + " --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions"
      + " arn:aws:sns:eu-west-1:111122223333:t"
  }
  private static let row = filter("\"$n\"", "\"$p\"")
  private static let open = "the pattern starts with '{' but does not end with '}'"

  /// Lines, and what is said of them; lines count from 2 on. The second row of each table is broken.
  static let tables: [(lines: String, said: [String])] = [
    (
      "declare -A P=(\n  [A]='{ $.eventName = A }'\n  [B]='{ $.eventName = B'\n)\nfor n in \"${!P[@]}\"; do\n"
        + "  \(filter("\"$n\"", "\"${P[$n]}\""))\ndone", ["4: \(open)"]
    ),
    (
      "declare -A P\nP[A]='{ $.eventName = A }'\nP[\"B b\"]='{ $.eventName = B'\nfor n in \"${!P[@]}\"; do\n"
        + "  \(filter("\"$n\"", "\"${P[$n]}\""))\ndone", ["4: \(open)"]
    ),
    (
      "N=(A B)\nP=('{ $.eventName = A }'\n  '{ $.eventName = B')\nfor i in \"${!N[@]}\"; do\n"
        + "  \(filter("\"${N[$i]}\"", "\"${P[i]}\""))\ndone", ["4: \(open)"]
    ),
    (
      "N=(A B)\nP=('{ $.eventName = A }'\n  '{ $.eventName = B')\nfor ((i = 0; i < ${#N[@]}; i++)); do\n"
        + "  n=${N[$i]}\n  p=\"${P[$i]}\"\n  \(row)\ndone", ["4: \(open)"]
    ),
    (
      "for i in {0..1}; do\n  P=('{ $.eventName = A }' '{ $.eventName = B')\n  n=x$i p=${P[$i]}\n  \(row)\ndone",
      ["3: \(open)"]
    ),
    (
      "while IFS='|' read -r n p; do\n  \(row)\ndone <<'T'\nA|{ $.eventName = A }\nB|{ $.eventName = B\nT",
      ["6: \(open)"]
    ),
    (
      "while IFS='|' read -r n p || [[ -n \"$n\" ]]; do\n  [[ -z $n || $n == \\#* ]] && continue\n  \(row)\n"
        + "done <<T\n# a table\n\nA|{ \\$.eventName = A }\nB|{ \\$.eventName = B\nT", ["9: \(open)"]
    ),
    (
      "T='A|{ $.eventName = A }\nB|{ $.eventName = B'\nwhile IFS='|' read -r n p; do\n  \(row)\ndone <<<\"$T\"",
      ["3: \(open)"]
    ),
    (
      "while IFS= read -r line; do\n  n=${line%%:*}\n  p=${line#*: }\n  \(row)\n"
        + "done < <(cat <<'T'\nA: { $.eventName = A }\nB: { $.eventName = B\nT\n)", ["8: \(open)"]
    ),
    (
      "cat >t <<'T'\nA|{ $.eventName = A }\nB|{ $.eventName = B\nT\nwhile IFS='|' read -r n p; do\n  \(row)\ndone <t",
      ["4: \(open)"]
    ),
    (
      "f() {\n  local n=$1 p=$2\n  \(row)\n}\nfor r in 'A|{ $.eventName = A }' \\\n  'B|{ $.eventName = B'; do\n"
        + "  IFS='|' read -r n p <<<\"$r\"\n  f \"$n\" \"$p\"\ndone", ["7: \(open)"]
    ),
    (
      "R=('A|{ $.eventName = A }'\n  'B|{ $.eventName = B')\nfor r in \"${R[@]}\"; do\n"
        + "  IFS='|' read -ra f <<<\"$r\"\n  \(filter("\"${f[0]}\"", "\"${f[1]}\""))\ndone", ["3: \(open)"]
    ),
    // Names along the chain, at the row.
    (
      "declare -A P=(\n  [Root]='{ $.eventName = A }'\n  [Trail]='{ $.eventName = B }'\n)\nfor n in \"${!P[@]}\"; do\n"
        + "  \(filter("\"$n\"", "\"${P[$n]}\"", metric: "\"${n}s\""))\n  \(alarm("\"$n\""))\ndone",
      [
        "3: no filter publishes the metric 'Root' that this alarm watches",
        "4: no filter publishes the metric 'Trail' that this alarm watches",
      ]
    ),
    (
      "for n in RootUsage TrailChanges; do\n  \(filter("\"$n\"", "'{ $.eventName = A }'"))\ndone\nfor n in RootUsage \\\n  TrailChange; do \(alarm("\"$n\"")); done",
      ["6: no filter publishes the metric 'TrailChange' that this alarm watches"]
    ),
    (
      "while read -r d; do\n  aws logs put-retention-policy --log-group-name g --retention-in-days \"$d\"\ndone <<T\n7\n8\nT",
      ["6: '8' is not a value"]
    ),
    ("read -r x <<<\"$(aws sns list-topicz)\"\na $x", ["2: 'aws sns' has no command 'list-topicz'"]),
  ]

  @Test(arguments: tables.indices)
  func eachRowIsJudged(_ index: Int) {
    let said = Self.errors(Self.tables[index].lines)
    #expect(said.count == Self.tables[index].said.count, "\(said)")
    for (one, start) in zip(said, Self.tables[index].said) { #expect(one.hasPrefix(start)) }
  }

  private static let keep = "aws logs put-retention-policy --log-group-name g --retention-in-days"

  /// Each is a script that works, or that only a run can judge.
  @Test(arguments: [
    "for d in 7 none; do\n  if [ $d = none ]; then continue; fi\n  \(keep) $d\ndone",
    "for d in 7 none; do\n  case $d in\n  none) aws logs delete-retention-policy --log-group-name g ;;\n  *) \(keep) $d ;;\n  esac\ndone",
    "for d in 7 none; do\n  a $d || continue\n  \(keep) $d\ndone",
    "for r in 7:a 8; do\n  d=${r%%:*}\n  [[ $r == *:* ]] || break\n  \(keep) $d\ndone",
    "while read -r d; do [[ $d =~ ^[0-9]+$ ]] || continue; \(keep) $d; done <<T\n7\nnone\nT",
    "for d in 7 none; do\n  if [ $d != none ]; then \(keep) $d; fi\ndone",
    "for d in $DAYS; do \(keep) $d; done", "for d in 7 $(a); do \(keep) $d; done",
    "a | while read -r d; do \(keep) $d; done", "while read -r d; do \(keep) $d; done <$1",
    "while IFS=, read -r d; do \(keep) \"$d\"; done <<T\n7,\nT",
    "while read -r d; do \(keep) $d; done <<T\n$(a)\nT", "until read -r d; do \(keep) $d; done <<T\n8\nT",
    "for d in 8; do d=7; \(keep) $d; done", "for d in 8; do read -r d; \(keep) $d; done",
    "for d in 8; do . ./b; \(keep) $d; done",
    "declare -A P=([a]=8)\nP[a]=7\nfor n in \"${!P[@]}\"; do \(keep) ${P[$n]}; done",
    "declare -A P=([a]=8)\nif b; then P[a]=7; fi\nfor n in \"${!P[@]}\"; do \(keep) ${P[$n]}; done",
    "P=(8)\nunset P\nfor n in 0; do \(keep) ${P[$n]}; done",
    "a=([1]=7 [0]=--retention-in-days)\naws logs put-retention-policy --log-group-name g \"${a[@]}\"",
    "declare -A a=([x]=7 [y]=--retention-in-days)\naws logs put-retention-policy --log-group-name g \"${a[@]}\"",
    "x=abc\n\(keep) ${x#[a-z]*}", "x=a:7:8\n\(keep) ${x:2:1}", "x=7:8\n\(keep) ${x%%\":\"*}",
    "for x in a b; do \(filter("$x", "'{ $.eventName = A }'")); done\nfor x in b a; do \(alarm("$x")); done",
  ])
  func whatOnlyARunKnowsIsLeftAlone(_ lines: String) { #expect(Self.errors(lines) == []) }

  /// Loops in loops, long tables and long lists end.
  @Test(arguments: [
    String(repeating: "for x in a b c d e f g h i j; do\n", count: 300) + "\(keep) $x\n"
      + String(repeating: "done\n", count: 300),
    "for x in " + String(repeating: "a ", count: 100_000) + "; do \(keep) $x; done",
    "while read -r x; do \(keep) $x; done <<T\n" + String(repeating: "a\n", count: 200_000) + "T",
    String(repeating: "for x in a b; do\n", count: 20_000),
    "x=a\n" + String(repeating: "x=${x#*a}${x%%:*}$x\n", count: 60) + "\(keep) $x",
  ])
  func hugeLoopsEnd(_ lines: String) { _ = Self.errors(lines) }
}
