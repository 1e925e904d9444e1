import Diagnostics
import Testing

/// Scripts whose structure a shell refuses, or whose aws command takes no such word.
@Suite struct ShellStructureTests {
  private static func errors(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.severity == .error }
  }

  /// Lines, the line of the fault from 2 on, and what is said; nil when nothing is.
  static let structures: [(lines: String, line: Int, message: String?)] = [
    ("if true; then echo a; elif b; then c; else d; fi", 0, nil),
    ("if a; then if b; then c; fi fi", 0, nil),
    ("for x in a b; do echo $x; done | cat && b", 0, nil),
    ("for x do echo; done", 0, nil),
    ("f() {\n  ( a; b ) || { c; }\n}", 0, nil),
    ("function f {\n  a\n}\nfunction g() { a; }", 0, nil),
    ("case $x in (a|b) c ;; *) d ;; esac", 0, nil),
    ("if [[ $x =~ ^(a|b)$ && ( -n $y ) ]]; then a; fi", 0, nil),
    ("while read -r x; do a; done < <(b | c)", 0, nil),
    ("x=$(if a; then b; fi)", 0, nil),
    ("coproc TAIL {\n  a\n}\nb <&\"${TAIL[0]}\"", 0, nil),
    (
      "for ((i=0; i<3; i++)) { a; }\nfor ((;;)); { a; }\nfor x in a; { b; }\nselect y in a; { b; } <c", 0, nil
    ),
    ("for ((;;)); do a; done\nfor ((;;)) do a; done\nf() { for x in a; { b; }; }", 0, nil),
    ("if [ \"$a\" = b ]]; then c; fi", 2, "this '[' is never closed: its end is ']', a word of its own"),
    ("a\n[ -n \"$b\"] && c", 3, "this '[' is never closed: its end is ']', a word of its own"),
    ("[ a = b ] || [ $c -gt 5 ] 2>&1\n[[ a || [ = b ]]\nx=$([ -z $1 \"]\" && a)", 0, nil),
    ("while true; { a; }", 2, "this 'while' is never closed"),
    ("if [[ -z $x ]; then a; fi", 2, "this '[[' is never closed: its end is ']]', a word of its own"),
    ("if [[ $x =~ (a;|b&) ]]; then a; fi\n[[ a < b &&\n  c > d ]] && e", 0, nil),
    (
      "for f in !(x).json; do a; done", 2, "the shell takes no '(' here: it stands behind a word of a command"
    ),
    ("fun ction() { a; }", 2, "the shell takes no '(' here: it stands behind a word of a command"),
    (
      "shopt -s extglob\nfor f in !(x).json; do a; done\nb=(c) d+=(e)\nlocal -a f=(g)\ntime (h); ! (i)", 0,
      nil
    ),
    ("sleep $[ ( $RANDOM % 60 ) + 1 ]s\na '$[' \"$[b\"", 0, nil),
    ("aws sns create-topic --name <名前>\na", 0, nil),
    ("a\ncat <", 3, "'<' lacks the name of a file behind it"),
    ("a > > b", 2, "'>' lacks the name of a file behind it"),
    ("exec 3>&1 4<&- {n}<a\nb >\"\" <<<\"\" 2>&1 >&2 \\\n  > c", 0, nil),
    // The head of a loop.
    ("for x\nin a; do b; done\nfor x; do a; done\nfor x;\ndo a; done\nfor in in in; do a; done", 0, nil),
    ("for x $y; do a; done", 2, "the shell wants 'in' behind the name of a 'for'"),
    ("for for x in $y; do a; done", 2, "the shell wants 'in' behind the name of a 'for'"),
    (
      "for x in; $y; do a; done", 2,
      "the shell takes no other word than 'do' here: the list of 'for' ends before it"
    ),
    (
      "for x; in $y; do a; done", 2,
      "the shell takes no other word than 'do' here: the list of 'for' ends before it"
    ),
    (
      "for x in a\nb; do c; done", 3,
      "the shell takes no other word than 'do' here: the list of 'for' ends before it"
    ),
    ("for ((i=0; i<3)); do a; done", 2, "the shell wants three expressions with ';' between them here"),
    // The head of a case, and its patterns.
    (
      "case $x y in\na) b ;;\nesac", 2, "the shell takes no 'y' here: 'in' stands behind the word of a 'case'"
    ),
    ("case in\nin\na | \"b c\" | $d) e ;;\n(f) g ;;\nesac", 0, nil),
    ("case $x in\na b) c ;;\nesac", 3, "the shell takes no 'b' here: '|' stands between two patterns"),
    ("case $x in\na | | b) c ;;\nesac", 3, "the shell takes no '|' here: there is no pattern before it"),
    ("case $x in\na |) c ;;\nesac", 3, "the shell takes no ')' here: a pattern must stand behind '|'"),
    ("case $x in\na) c ;;\n)\nesac", 4, "the shell takes no ')' here: there is no pattern before it"),
    ("case $x in\n@(a|b)) c ;;\n*.@(c|d)|e) f ;;\nesac", 0, nil),
    // What stands behind a compound command.
    ("if [[ -n $x ]] then a; fi\nif ((1)) then b; fi\nwhile [[ a ]] do b; done", 0, nil),
    ("{ { a; } } 2>&1 | b\nif a; then { b; } fi\n( a ) && b\nf() { a; } >b", 0, nil),
    ("if a; then b; fi local c=1", 2, "the shell takes no word here: 'fi' ends a command"),
    ("[[ a ]] ]]", 2, "the shell takes no word here: ']]' ends a command"),
    ("for x in a; do b; done c", 2, "the shell takes no word here: 'done' ends a command"),
    ("f() { a; } \"$b\"", 2, "the shell takes no word here: '}' ends a command"),
    ("shopt -s extglob\nrm !(a|b) c\nls *.@(d|e)f", 0, nil),
    ("function function f() { a; }", 2, "the shell wants the body of a function here, such as '{'"),
    ("function f\n{\n  a\n}\nfunction g if a; then b; fi\nfunction h ((1))", 0, nil),
    ("function f ( a )\nfunction g ( ) { b; }", 0, nil),
    ("function f ( {\n  a\n}", 2, "this '(' is never closed"),
    // Conditions.
    (
      "[[ a ]] && [[ ! -f $a ]] && [[ $a = b || -n c && ! $d ]] && [[ $a < b ]] && [[ ( a == b ) && (c || -z d) ]]",
      0, nil
    ),
    ("[[ $a == @(b|c) && $d =~ ^(e f|g)$ ]] && [[ $a != *[\"b c\"]* ]]", 0, nil),
    ("[[ a == ]] || b", 2, "the shell cannot read this condition: '==' lacks what stands behind it"),
    ("if [[ -f ]]; then a; fi", 2, "the shell cannot read this condition: '-f' lacks its operand"),
    ("[[ $a \"$b\" ]]", 2, "the shell cannot read this condition: two words without an operator"),
    ("[[ -n $a && $b b == c ]]", 2, "the shell cannot read this condition: it has too many words"),
    // Arrays.
    ("a=(b <(c) $(d | e; f) \"g;h\" @(i|j) # k; l\n  <topic ARN>)", 0, nil),
    ("a=(b -c < \"$d\")", 2, "the shell takes no '<' here: it stands among the words of an array"),
    ("a=((b + 1))", 2, "the shell takes no '(' here: it stands among the words of an array"),
    ("function f(a) {\n  b\n}", 2, "the shell takes no word here: ')' ends a command"),
    ("a=( echo $b | sed c )", 2, "the shell takes no '|' here: it stands among the words of an array"),
    ("coproc COUNT while read -r x; do a; done", 0, nil),
    ("coproc { a; }\ncoproc aws logs tail g\ncoproc cat (", 4, "this '(' is never closed"),
    ("a &&\n  b", 0, nil),
    ("if true; then\necho a", 2, "this 'if' is never closed"),
    ("fi", 2, "the shell takes no 'fi' here: nothing is open that it would close"),
    ("a\n&& b", 3, "the shell takes no '&&' here: there is no command before it"),
    ("if a; then then b; fi", 2, "the shell takes no 'then' here: 'if' is open"),
    ("if a; then fi", 2, "the shell takes no 'fi' here: there is no command before it"),
    ("forx y in a; do b; done", 2, "the shell takes no 'do' here"),
    ("a )", 2, "the shell takes no ')' here: nothing is open that it would close"),
    ("f() {\na", 2, "this '{' is never closed"),
    ("a ;; b", 2, "the shell takes no ';;' here"),
    ("x=$(fi)", 2, "the shell takes no 'fi' here: nothing is open that it would close"),
    ("a ||", 2, "the shell wants a command after this '||'"),
    (
      "case $x in\na) b ;;\n$(\nc) d ;;\nesac", 5,
      "the shell takes no 'd' here: '|' stands between two patterns"
    ),
    (
      "case $x in\na |\n b) c ;;\nesac", 3,
      "the pattern of a branch ends in ')', and this line ends before it"
    ),
    ("case $x in\na) c ;;\n\n# d\nb) e\nesac", 0, nil),
    (
      "cat <<EOF\na\n  EOF\ncat >b <<EOF\nc\nEOF", 4,
      "this line does not end the here-document 'EOF', whose end is a line of that word alone"
    ),
    ("cat <<EOF\ncat <<EOF >a\nb\n  EOF\nEOF", 0, nil),
    (
      "cat <<EOF\na\nEOFx\ncat >b <<EOF\nc\nEOF", 4,
      "this line does not end the here-document 'EOF', whose end is a line of that word alone"
    ),
    ("cat <<END\nEN\nENDS\nEND\nb", 0, nil),
    (
      "aws sns publish --cli-input-json '{\n  \"TopicArn\": {\"a\": \"b\",\n  \"Tags\": [\n    1\n  ]\n}'", 3,
      "the value of '--cli-input-json' cannot be read as JSON: nothing closes this bracket"
    ),
    (
      "aws sns publish --cli-input-json '{\n  \"TopicArn\": \"a\",\n  \"Message\": \"b\"\n'", 5,
      "the value of '--cli-input-json' cannot be read as JSON: the text ends inside an object"
    ),
    ("cat <<-EOF\na\n\tEOF\nb", 0, nil),
    ("cat >Rakefile <<END\ndo\n  end\nend\nEND", 0, nil),
    ("cat <<'EOF'\ncat << EOF >a\nb\n  EOF\nEOF\ncat <<EOF\nEOF", 0, nil),
    ("case $x in\na) b ;&\nc*) d ;;\nesac", 0, nil),
    ("shopt -s extglob\ncase $x in\n+([0-9])) b ;;\n@(a|b)-x) c ;;\nesac", 0, nil),
    ("aws sns publish --topic-arn t --message file://<(a) --subject b\ntee >(b >c) <d", 0, nil),
    ("while a; do b; done < <(aws sns list-topicz)", 2, "'aws sns' has no command 'list-topicz'"),
    ("find . -name '*.json' -exec aws sns publish --topic-arn a --message file://{} \\; -print", 0, nil),
    ("parallel aws sns publish --topic-arn {} --message hi ::: a b", 0, nil),
    ("aws sns list-topics\n  --output text", 3, "the shell takes the option '--output' for a command"),
    ("awk -v a=b \n  -v c=d '{}'", 3, "the shell takes the option '-v' for a command"),
    ("if [[ -n $x &&\n  -f $y ]]; then a; fi\ncase $1 in\n-v) c ;;\nesac\nx=(\n  -b\n)", 0, nil),
    ("a \\\n  --b \"$x\"\n\"--c\" d", 4, "the shell takes the option '--c' for a command"),
    ("if [[ -n $x && --b == $y ]]; then a; fi\ncase $1 in\n--b) c ;;\nesac\nx=(--b)\ny=$(c --d)", 0, nil),
    ("stop \"a\"\n  \"and that is why\"", 3, "the shell takes 'and that is why' for a command"),
    ("\"$HOME/a b c/d\" e\n\"C:/Program Files/a b/c\"\n\"${x} a b c\"", 0, nil),
    ("a\n$NAME=$(b)", 3, "the shell takes '$NAME=$(b)' for a command"),
    ("a\nif [$x = 1 ]; then b; fi", 3, "the shell takes '[$x' for a command"),
    ("\"$x\"=1\n$x==1 a\na [$x] [$y", 0, nil),
    ("x=1\n=0", 3, "the shell takes '=0' for a command"),
    ("x=1\n=no", 3, "the shell takes '=no' for a command"),
    (
      "echo '{}' > topic.json\naws sns set-topic-attributes --topic-arn \"$A\" --attribute-name Policy --attribute-value file://topic.jsonx",
      3, "the script writes no file 'topic.jsonx', and nothing reads the 'topic.json' that it writes"
    ),
    (
      "echo '{}' > topic.json\ncat topic.json\naws sns set-topic-attributes --topic-arn \"$A\" --attribute-name Policy --attribute-value file://topic2.json",
      0, nil
    ),
  ]

  /// Where no line says which shell reads it, the name of a file may.
  @Test func aNameSaysTheShell() {
    let lines = "if [ -z \"$a\" ] ; then; return; fi\naws sns list-topics\n"
    #expect(Fixture.lint(lines, as: "a.zsh") == [])
    #expect(Fixture.lint(lines, as: "a.sh").map(\.code) == [.shellSyntax])
  }

  /// What never ends, and where it is told: what may be why comes first.
  @Test(arguments: [
    (
      "a \"b\nc \"$d\" e \"f\"", 2,
      "this quote seems to lack its end: the next one, in line 3, stands before a word"
    ),
    ("a='x\nb='y'", 2, "this quote seems to lack its end: the next one, in line 3, stands before a word"),
    ("a=\"x\nb\"\nc 'd\ne", 4, "this quote is never closed"),
    ("a='{\n'\"$x\"'\n}'\nb \"c", 5, "this quote is never closed"),
    ("case a in\na) b ;;\n)\nesac\nc \"d", 4, "the shell takes no ')' here: there is no pattern before it"),
    (
      "cat <<END\na\n  END\nb", 4,
      "this line does not end the here-document 'END', whose end is a line of that word alone"
    ),
    ("x=$(a; fi\nb \"c)", 2, "the shell takes no 'fi' here: nothing is open that it would close"),
    ("f() {{\n  a\n}", 2, "the shell wants the body of a function here, and takes '{{' for a word"),
    (
      "a=((b)\ncase c in\nd) ;; e\nesac", 2,
      "the shell takes no '(' here: it stands among the words of an array"
    ),
  ])
  func whatNeverEndsIsToldWhereItBegan(_ lines: String, _ line: Int, _ message: String) {
    let found = Self.errors(lines)
    #expect(found.first?.message == message)
    #expect(found.first?.range?.start.line == line)
  }

  /// Bash ends a here-document where the file ends; other shells do not.
  @Test(arguments: [("#!/bin/bash", Diagnostic.Severity.warning), ("#!/bin/sh", .error)])
  func aHereDocumentMayEndWithTheFile(_ shebang: String, _ severity: Diagnostic.Severity) {
    let found = Fixture.lint("\(shebang)\ncat <<END | kubectl apply -f -\nkind: x\n", as: "a.sh")
    #expect(found.map(\.severity) == [severity])
    #expect(found.first?.range?.start.line == 2)
  }

  /// Texts that a shell gets behind a pipe, from xargs or watch; what is put into them only a run knows.
  @Test(arguments: [
    "cat <<E | bash\nKEEP\nE", "echo \"KEEP\" | sh", "watch -n 5 'KEEP'", "a | xargs -I{} sh -c 'b {}; KEEP'",
    "a | xargs -n1 bash -c 'KEEP' _", "awslocal KEEP2",
  ])
  func textsThatAShellRunsAreJudged(_ lines: String) {
    let keep = "aws logs put-retention-policy --log-group-name g --retention-in-days 8"
    let text = lines.replacing("KEEP2", with: keep.dropFirst(4)).replacing("KEEP", with: keep)
    #expect(Self.errors(text).map(\.code) == [.notAllowed])
  }

  @Test(arguments: [
    "a | xargs -I{} sh -c 'aws logs put-retention-policy --log-group-name g --retention-in-days {}'",
    "cat <<E | tee a | bash\naws logs put-retention-policy --log-group-name g --retention-in-days 8\nE",
    "cat <<E | sh -s a\n$x\nE", "watch \"aws logs put-retention-policy --retention-in-days $d\"",
  ])
  func textsThatARunChangesAreLeftAlone(_ lines: String) { #expect(Self.errors(lines) == []) }

  /// The aws command hands options before the command on, but takes no value for them behind a blank.
  @Test(arguments: [
    "aws logs --log-group-name=g --log-stream-name=s get-log-events",
    "aws --log-group-name=g logs describe-log-streams", "aws s3 --recursive rm s3://b/x",
    "aws ec2 --dry-run describe-instances",
    "aws --region eu-west-1 logs --output text describe-log-streams --log-group-name g",
  ])
  func optionsMayStandBeforeTheCommand(_ command: String) { #expect(Self.errors(command) == []) }

  @Test(arguments: [
    ("aws logs --log-group-name g describe-log-streams", "stands before the command"),
    ("aws logs --log-group-name describe-log-streams", "lacks its value"),
    ("aws --frobnicate x logs describe-log-streams --log-group-name g", "has no option '--frobnicate'"),
  ])
  func aValueBeforeTheCommandIsNone(_ command: String, _ said: String) {
    #expect(Self.errors(command).first?.message.contains(said) ?? false)
  }

  /// A bracket without a blank behind it is a part of a command's name.
  @Test(arguments: [
    "[-z \"$x\" ] && a", "if [[-n $x ]]; then a; fi", "[$(($1 % 60)) -ne 0 ] || a",
    "while [\"$(a)\" = b ]; do c; done",
    "[[\"${#1}\" -le 40 ]] || a",
  ])
  func aBracketWithoutABlankIsTold(_ lines: String) {
    #expect(Self.errors(lines).map(\.hint) == ["a blank stands behind the bracket of a test"])
  }

  /// What lies deeper than is read may well be closed.
  @Test func theBoundIsTold() {
    let found = Self.errors(String(repeating: "a $(", count: 60) + String(repeating: ")", count: 60))
    #expect(found.map(\.message) == ["this '$(' lies deeper than the 50 levels that gen lint reads"])
  }

  /// A script that is a sign alone, or begins in one.
  @Test(arguments: ["|", "|a", "||", "&", ";", ")", "<", ">", "(", "|&", "<<", "\\", "$", "`", "{", "}"])
  func aSignAtTheBeginningIsRead(_ text: String) { _ = Fixture.lint(text, as: "a.sh") }

  @Test(arguments: structures.indices)
  func aStructureIsJudged(_ index: Int) {
    let (lines, line, message) = Self.structures[index]
    let found = Self.errors(lines)
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    if message != nil { #expect(found.first?.range?.start.line == line) }
  }

  /// What follows `aws`, and what is said of it; nil when nothing is.
  static let commands: [(command: String, message: String?)] = [
    ("sts get-caller-identity --query 'Account' --output text", nil),
    ("cloudwatch describe-alarms --query 'MetricAlarms[*][AlarmName,StateValue]'", nil),
    ("cloudtrail describe-trails --query 'trailList[][Name,HomeRegion] | [ 0 ]'", nil),
    ("sns list-topics --query 'Topics[?TopicArn==`a`][TopicArn] | [ * ] | length (@)'", nil),
    ("sns list-topics --query 'Topics[0:2][TopicArn]'", nil),
    (
      "sns list-topics --query 'Topics[0][TopicArn]'",
      "the value of '--query' cannot be read as JMESPath: '[TopicArn]' is unexpected"
    ),
    ("cloudwatch set-alarm-state --alarm-name a --state-value OK --state-reason '-b c'", nil),
    ("iam wait role-exists --role-name a", nil),
    (
      "cloudwatch describe-alarms --alarm-names a b --query 'MetricAlarms[?StateValue==`ALARM`].[AlarmName,Threshold] | [0]'",
      nil
    ),
    ("sns publish --topic-arn \"$A\" --message \"$B\" $C", nil),
    ("s3 cp a s3://b/c", nil),
    ("lambda invoke --function-name a out.json", nil),
    ("sts get-caller-identity --query", "'--query' lacks its value"),
    ("sts get-caller-identity --region --output text", "'--region' lacks its value"),
    ("sts get-caller-identity --debug=yes", "'--debug' takes no value"),
    ("sts get-caller-identity --output pictures", "'pictures' is not a value of '--output'"),
    (
      "sts get-caller-identity --query 'a=1'",
      "the value of '--query' cannot be read as JMESPath: '=1' is unexpected"
    ),
    ("sns list-topics stray", "'aws sns list-topics' takes no word 'stray'"),
    ("sns list-topics \\\n  ...", nil),
    ("sns list-topics <more options>", nil),
    ("sns list-topics a<more options>", "'aws sns list-topics' takes no word 'a…'"),
    ("sns list-topics –output", "'aws sns list-topics' takes no word '–output'"),
    ("iam wait --role role-exists --role-name a", "'aws iam wait' has no option '--role'"),
    ("iam wait --region us-east-1 role-exists --role-name a", nil),
    ("lambda invoke --function-name f", "'aws lambda invoke' needs the name of a file for its answer"),
    ("iam list-roles --query 'Roles[].{a:RoleName b:Arn}'", nil),
    ("sns list-topics --query \"Topics[?contains(TopicArn, '$x')] | [$y]\"", nil),
    (
      "sns list-topics --query \"Topics[?contains(@, @, @, '$x')]\"",
      "the value of '--query' cannot be read as JMESPath: the function 'contains' takes 2 arguments, and has 4"
    ),
    (
      "iam list-roles --query 'Roles[?contains(to_string(@), `\"AWS\":\"*\"`)]'",
      "the value of '--query' cannot be read as JMESPath: the literal `\"AWS\":\"*\"` is not JSON: something follows the JSON value"
    ),
    (
      "iam list-roles --query \"Roles[?RoleName==`Foo`].RoleName\"",
      "the shell runs 'Foo' as a command: in double quotes it takes backquotes for itself"
    ),
    ("iam list-roles --query \"Roles[?RoleName=='`hostname`' || Path==\\`Foo\\`]\"", nil),
    (
      "iam create-virtual-mfa-device --virtual-mfa-device-name a --outfile b.png --bootstrap-method QRCodePNG",
      nil
    ),
    ("ec2 stop-instances --instance-ids i-xxx", nil),
    ("events put-targets --rule nightly --targets", "'--targets' lacks its value"),
    ("config describe-config-rules", "aws has no service 'config'"),
    ("ec2 describe-route-tables --filter Name=a,Values=b Name=c,Values=d", nil),
    (
      "logs put-retention-policy --log-group-name g --retention-in-days 100",
      "'100' is not a value of 'retentionInDays'"
    ),
    (
      "sns subscribe --topic-arn \"$A\" --protocol mail --notification-endpoint a",
      "'mail' is not a value of 'Protocol'"
    ),
    (
      "events put-rule --name r --event-pattern '{\"source\":[\"a\"]'",
      "the value of '--event-pattern' is not JSON: the text ends inside an object"
    ),
    (
      "iam create-role --role-name r --assume-role-policy-document policy.json",
      "the value of '--assume-role-policy-document' is not JSON: a JSON value must stand here"
    ),
    (
      "iam create-role --role-name r --assume-role-policy-document '{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Alow\", \"Principal\": {\"Service\": \"x\"}, \"Action\": \"sts:AssumeRole\"}]}'",
      "'Alow' is not a value of 'Effect'"
    ),
    (
      "iam create-role --role-name r --assume-role-policy-document \"{\\\"Version\\\": \\\"2012-10-17\\\", \\\"Statement\\\": [$S]}\"",
      nil
    ),
    ("iam create-role --role-name r --assume-role-policy-document file://trust.json", nil),
    ("events put-rule --name x --schedule-expression 'rate(5 minutes)'", nil),
    ("events put-rule --name x --schedule-expression '' --event-pattern '{}'", nil),
    (
      "events put-rule --name x --schedule-expression 'rate(1 minutes)'",
      "'rate(1 minutes)' does not have the form that 'ScheduleExpression' takes"
    ),
    (
      "sns tag-resource --resource-arn \"$A\" --tags Key=a,Value=b '{\"Key\": \"c\", \"Value\": \"d\"}'",
      "the value of '--tags' cannot be read as shorthand: found '{' where a key is expected"
    ),
    ("sns tag-resource --resource-arn \"$A\" --tags \"$B\" '{\"Key\": \"c\", \"Value\": \"d\"}'", nil),
    (
      "lambda update-function-configuration --function-name f --environment \"Variables={A=$A,B=}\"",
      "the value of '--environment' cannot be read as shorthand: it ends where ',' or '}' is expected"
    ),
    ("lambda update-function-configuration --function-name f --environment \"Variables={$A,B=b}\"", nil),
    (
      "sns list-topics --query 'lenght(Topics)'",
      "the value of '--query' cannot be read as JMESPath: there is no function 'lenght'"
    ),
    (
      "sns list-topics --query 'join(Topics)'",
      "the value of '--query' cannot be read as JMESPath: the function 'join' takes 2 arguments, and has 1"
    ),
    (
      "iam wait --role-name a role-exists", "'--role-name' stands before the command that it belongs to"
    ),
    ("sns --topic-arn a get-topic-attributes", "'--topic-arn' stands before the command that it belongs to"),
    ("--region us-east-1 sns --output text list-topics", nil),
    (
      "sns list-topics --cli-input-json '[\"a\"]'",
      "the value of '--cli-input-json' cannot be read as JSON: an object must stand here"
    ),
    ("STS get-caller-identity", "aws has no service 'STS'"),
    (
      "cloudwatch put-metric-alarm --alarm-name a --threshold 0x10 --comparison-operator LessThanThreshold --evaluation-periods 1",
      "'Threshold' takes a number, not '0x10'"
    ),
    ("iam wait role-exist --role-name a", "'aws iam' has no command 'wait role-exist'"),
    (
      "iam wait role-exists --role-name a --role-names a",
      "'aws iam wait role-exists' has no option '--role-names'"
    ),
    (
      "logs put-metric-filter --log-group-name g --filter-name $(a) --filter-pattern '' --metric-transformations \"[{metricName\\\":\\\"$(b)\\\"}]\"",
      "the value of '--metric-transformations' cannot be read as JSON: a member's name in double quotes must stand here"
    ),
  ]

  @Test(arguments: commands.indices)
  func aCommandIsJudged(_ index: Int) {
    let (command, message) = Self.commands[index]
    #expect(Self.errors("aws " + command).map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test func optionsThatAWordBeginsAreNamed() {
    let found = Self.errors("aws logs describe-log-groups --log-group-name a")
    #expect(found.map(\.hint) == ["did you mean '--log-group-name-pattern' or '--log-group-name-prefix'?"])
    let bare = Self.errors("aws sns create-topic --name x --attributes {\"FifoQueue\":\"true\"}")
    #expect(bare.map(\.hint) == ["the shell takes the double quotes off: write the JSON in single quotes"])
  }

  /// The reader of a runbook writes a name there, which is one word as a rule.
  @Test func aPlaceToFillInIsOneWord() {
    let script = "NAME=\"<topic name>\"\nMORE=\"--region <region code> stray\"\n"
    #expect(Self.errors(script + "aws sns create-topic --name $NAME --output text").isEmpty)
    let found = Self.errors(script + "aws sns create-topic --name $NAME $MORE")
    #expect(found.map(\.message) == ["'aws sns create-topic' takes no word 'stray'"])
  }

  @Test func aCommandInTheWordOfACaseIsRead() {
    #expect(Self.errors("case \"$(aws sns list-topic)\" in\n*) a ;;\nesac").map(\.code) == [.unknownCommand])
  }
}
