import Diagnostics
import Testing

/// Options and commands that a script keeps in arrays.
@Suite struct ShellArraysTests {
  private static func errors(_ lines: String) -> [String] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }.map {
      "\($0.range?.start.line ?? 0): \($0.message)"
    }
  }

  private static let filter = "aws logs put-metric-filter"
  private static let value = "--metric-transformations metricName=A,metricNamespace=B,metricValue=1"

  /// Lines, and what is said of them; lines count from 2 on.
  static let scripts: [(lines: String, said: [String])] = [
    (
      "args=(--log-group-name g --filter-name f --filter-patern x)\n\(filter) \"${args[@]}\" \(value)",
      [
        "2: 'aws logs put-metric-filter' has no option '--filter-patern'",
        "3: 'aws logs put-metric-filter' needs '--filter-pattern'",
      ]
    ),
    (
      "args=(\n  --log-group-name g # the group\n  --retention-in-days 8\n)\naws logs put-retention-policy ${args[@]}",
      ["4: '8' is not a value"]
    ),
    (
      "args=(--log-group-name g)\nargs+=(--retention-in-days 8)\naws logs put-retention-policy \"${args[@]}\"",
      ["3: '8' is not a value"]
    ),
    (
      "common=(--output txet)\naws sns list-topics \"${common[@]}\"",
      ["2: 'txet' is not a value of '--output'"]
    ),
    (
      "f() {\n  local -a args=(--output txet)\n  aws sns list-topics \"${args[@]}\"\n}\nf",
      ["3: 'txet' is not a value of '--output'"]
    ),
    (
      "a=(--output txet)\naws sns list-topics ${a[@]+\"${a[@]}\"}", ["2: 'txet' is not a value of '--output'"]
    ),
    (
      "AWS=(aws --output txet)\n\"${AWS[@]}\" sns list-topics",
      ["2: 'txet' is not a value of '--output'"]
    ),
    (
      "AWS=(aws --profile audit)\n\"${AWS[@]}\" sns list-topicz",
      ["3: 'aws sns' has no command 'list-topicz'"]
    ),
    (
      "AWS=(aws --profile audit)\n\"${AWS[@]}\" sns get-topic-attributes",
      ["3: 'aws sns get-topic-attributes' needs '--topic-arn'"]
    ),
    ("a=(--output text)\naws sns list-topics \"${a[@]}}\"", ["3: 'text}' is not a value of '--output'"]),
    ("a=(put text)\naws sns list-topics \"--out${a[@]}t\"", ["3: 'textt' is not a value of '--output'"]),
    ("topics=($(aws sns list-topicz --output text))", ["2: 'aws sns' has no command 'list-topicz'"]),
    (
      "a=(--output)\nb=(\"${a[@]}\" txet)\naws sns list-topics \"${b[@]}\"",
      ["3: 'txet' is not a value of '--output'"]
    ),
  ]

  @Test(arguments: scripts.indices)
  func whatAnArrayHoldsIsJudged(_ index: Int) {
    let said = Self.errors(Self.scripts[index].lines)
    #expect(said.count == Self.scripts[index].said.count)
    for (one, start) in zip(said, Self.scripts[index].said) { #expect(one.hasPrefix(start)) }
  }

  private static let keep = "aws logs put-retention-policy --log-group-name g"

  /// Each is a script that works.
  @Test(arguments: [
    "a=(--retention-in-days 8)\na=(--retention-in-days 7)\n\(keep) \"${a[@]}\"",
    "a=(--retention-in-days 8)\na[1]=7\n\(keep) \"${a[@]}\"",
    "a=(--retention-in-days 8)\nif b; then a=(--retention-in-days 7); fi\n\(keep) \"${a[@]}\"",
    "a=()\nif b; then a+=(--retention-in-days 7); fi\n\(keep) \"${a[@]}\"",
    "a=()\nfor b in 7; do a+=(--retention-in-days \"$b\"); done\n\(keep) \"${a[@]}\"",
    "a=(--retention-in-days 8)\nread -ra a <<<\"$1\"\n\(keep) \"${a[@]}\"",
    "a=(--retention-in-days 8)\nmapfile -t a <b\n\(keep) \"${a[@]}\"",
    "a=(--retention-in-days 8)\nunset a\n\(keep) --retention-in-days 7 \"${a[@]}\"",
    "a=(--retention-in-days 8)\n. ./c\n\(keep) \"${a[@]}\"",
    "a=([1]=7 [0]=--retention-in-days)\n\(keep) \"${a[@]}\"",
    "a=(7 8)\n\(keep) --retention-in-days \"${a[0]}\"",
    "a=(7 8)\n\(keep) --retention-in-days \"${a[@]:0:1}\"",
    "declare -A a=([x]=7)\n\(keep) --retention-in-days \"${a[x]}\"",
    "f() { local a=(--retention-in-days \"$1\"); \(keep) \"${a[@]}\"; }\nf 7",
    "tags=(Key=a,Value=b)\nif b; then tags+=(--name c); fi\naws sns create-topic --tags \"${tags[@]}\"",
    "aws sns create-topic --tags Key=a,Value=b \"$@\"", "aws sns create-topic --tags Key=a,Value=b \"${@}\"",
    "f() { aws sns create-topic --name a \"${@}\"; }\nf --tags 'Key=a,Value=b c' || true",
    "a=(--name 'x')\naws sns create-topic \"${a[@]}\" --tags 'Key=a,Value=b c'",
    "a=()\na+=(--name x)\naws sns create-topic \"${a[@]}\"", "a=\"(x\"\naws sns create-topic --name a",
  ])
  func whatOnlyARunKnowsIsLeftAlone(_ lines: String) { #expect(Self.errors(lines) == []) }

  /// Arrays that hold each other, and parentheses in parentheses.
  @Test(arguments: [
    "a=(x x)\n" + String(repeating: "a=(\"${a[@]}\" \"${a[@]}\")\n", count: 60)
      + "aws sns list-topics \"${a[@]}\"",
    "a=(\n  b\n(\n)\nc=(d)", "a=(b\t(c) d;(e)&(f)|(g)\n(h)", "a=(<(b) >(c)\n<(d))",
    "a=(b\nc d>)", "a=(b;c>)",
    String(repeating: "a=(", count: 20_000),
    String(repeating: "a=(", count: 20_000) + String(repeating: ")", count: 20_000),
  ])
  func hugeArraysEnd(_ lines: String) { _ = Self.errors(lines) }
}
