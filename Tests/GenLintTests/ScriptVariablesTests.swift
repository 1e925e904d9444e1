import Diagnostics
import Testing

/// Variables that nothing sets. Those with the name of one that is set are slips; all others may come from the environment.
@Suite struct ScriptVariablesTests {
  private static func findings(_ lines: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/bash\n" + lines + "\n", as: "a.sh").filter { $0.code == .unsetVariable }
  }

  /// Lines, the line of the slip from 2 on, and its hint.
  static let slips: [(lines: String, line: Int, hint: String)] = [
    ("topic_arn=x\necho \"$topic_arns\" \"$topic_arn\"", 3, "did you mean 'topic_arn'?"),
    ("BUCKET=x\na $BUCKET\ncat <<E\n${BUCKTE}\nE", 5, "did you mean 'BUCKET'?"),
    ("BUCKE=x\na $BUCKET\nb \"$(c $BUCKET)\"", 3, "did you mean 'BUCKE'?"),
    ("TRAIL_NAME=x\na $TRAIL_NAME\nb $TRAILNAME", 4, "did you mean 'TRAIL_NAME'?"),
    ("topic_arn=$(a)\nb $topic_arn $TOPIC_ARN", 3, "did you mean 'topic_arn'?"),
    ("f() {\n  local group=$1\n  a \"$gruop\" \"$group\"\n}\nf b", 4, "did you mean 'group'?"),
    ("PERID=${PERIOD-300}\na $PERIOD", 3, "did you mean 'PERID'?"),
    ("f() {\n  topic_arn=$(a)\n  b $topic_arn $TOPIC_ARN\n}\nf", 4, "did you mean 'topic_arn'?"),
    ("for name in a b; do\n  c $name $NAME\ndone", 3, "did you mean 'name'?"),
    ("GROUPNAME=${GROUP_NAME-a}\na $GROUP_NAME", 3, "did you mean 'GROUPNAME'?"),
    ("ENDPOINT_=${ENDPOINT_1-a}\nb $ENDPOINT_1", 3, "did you mean 'ENDPOINT_'?"),
    ("BUCKET=x\na $BUCKETs $BUCKET", 3, "did you mean 'BUCKET'?"),
    ("rgion=a\nif [ -z \"$region\" ]; then\n  region=b\nfi", 3, "did you mean 'rgion'?"),
    (
      "f() {\n  wated=0\n  until a \"$waited\"; do\n    waited=$((waited + 1))\n  done\n}\nf", 4,
      "did you mean 'wated'?"
    ),
    ("LOG_GROUP_NAME=x\na $LOG_GROUP_NAME $LOG_GROUP_NAMEs", 3, "did you mean 'LOG_GROUP_NAME'?"),
    ("x=\"$cat <<E\n{}\nE\n\"", 2, "for what the command prints write '$(cat …)'"),
    ("THRESHOLD=$THRESHOLD-1}", 2, "a default stands in braces: '${THRESHOLD-default}'"),
    ("LOG_GROUP=x\na --group \"$LOG_GROUP\"\nb --group \"$LG_GROUP\"", 4, "did you mean 'LOG_GROUP'?"),
    ("f() { names=a-$names; }\nb \"$name\"", 3, "did you mean 'names'?"),
    ("GROUP=x\na --group \"$GROUP\"\nb \"$(c --group-prefix=\"$GOUP\")\"", 4, "did you mean 'GROUP'?"),
    ("zone=${1#a:}\nzone=${zoen%%:*}\nb \"$zone\"", 3, "did you mean 'zone'?"),
    ("name=a\nb \"${!name[@]}\" \"${!name@}\" $names", 3, "did you mean 'name'?"),
    ("x=$aws\naws sts get-caller-identity", 2, "for what the command prints write '$(aws …)'"),
    // A letter in another one's place, where no word comes of it.
    ("TRAIL=x\na $TRAIL\nb $TRSIL $TRAIL", 4, "did you mean 'TRAIL'?"),
    ("TRSIL=x\na $TRAIL\nb $TRAIL", 3, "did you mean 'TRSIL'?"),
    ("topic_arn=x\na $topic_arn\nb $tppic_arn", 4, "did you mean 'topic_arn'?"),
    ("topicArn=x\na $topicArn\nb $tppicArn", 4, "did you mean 'topicArn'?"),
    ("set -eu\ntargets=x\na $targets\nb $targetd", 5, "did you mean 'targets'?"),
    ("topic_arn=x\na $topic_arn\nb $topiv_arn", 4, "did you mean 'topic_arn'?"),
    ("UNITS=x\na $UNITS\nb $INITS", 4, "did you mean 'UNITS'?"),
    ("GROUP=x\na $GROUP\nb $GRUP $GRUP", 4, "did you mean 'GROUP'?"),
    ("ENDPOINT_1=${ENDPOINT_1-x}\na $ENDPOINT_1\nb $ENDPOINT_1s", 4, "did you mean 'ENDPOINT_1'?"),
    ("AWS_CHANGES=x\na $AWS_CHANGES\nb $AWS_CHANGES_", 4, "did you mean 'AWS_CHANGES'?"),
    ("ENDPOINT_1=${ENDPOINT_1-x}\na $ENDPOINT_1\nb $ENDPOINT_ $ENDPOINT_1", 4, "did you mean 'ENDPOINT_1'?"),
    // A value for another name than the one that is asked for next.
    (
      "set -u\nf() {\n  if a; then targets=b; fi\n  TARGETS=$(c)\n  targets=$(d \"$targets\")\n  e $targets\n}\nf",
      5,
      "did you mean 'targets', which has no value yet?"
    ),
    (
      "set -u\ndry_ru=no\nif a; then dry_run=yes; fi\nb $dry_run", 3,
      "did you mean 'dry_run', which has no value yet?"
    ),
    // Settings that ask for the variable themselves, conditions that may all be no, and functions that come later.
    (
      "set -u\nf() { count=$((count + 1)); }\ncuont=0\nf\nb $count", 4,
      "did you mean 'count', which has no value yet?"
    ),
    (
      "set -u\nf() { a $dry_run; }\ndryrun=no\nwhile b; do\ncase $1 in\n-d) dry_run=yes ;;\n*) c ;;\nesac\ndone\nf",
      4,
      "did you mean 'dry_run', which has no value yet?"
    ),
    (
      "set -u\nf() { foqnd=$1; a $found; }\nf b\nfound=c\nd $found", 3,
      "did you mean 'found', which has no value yet?"
    ),
    (
      "set -u\nf() { fund=$(a); b $found; }\ng() { found=c; d $found; }\ncase $1 in\na) g ;;\n*) f ;;\nesac",
      3,
      "did you mean 'found', which has no value yet?"
    ),
    (
      "set -u\nf() {\n  lleft=$(a)\n  while b $left; do left=$((left - 1)); done\n}\nleft=3\nc $left\nf", 4,
      "did you mean 'left', which has no value yet?"
    ),
    (
      "set -u\nREGIONS=${REGIONS-a}\nb $REGIONS\nregions=$(c \"$regions\")\nd $regions", 5,
      "did you mean 'REGIONS'?"
    ),
    ("set -u\nselectosr=$(a)\nb $selectors\nc ${selectors:-d}", 4, "did you mean 'selectosr'?"),
    (
      "set -eu\ncheck TRAIL_NAME $TRIL_NAME\nTRAIL_NAME=${TRAIL_NAME-a}\nb $TRAIL_NAME", 3,
      "did you mean 'TRAIL_NAME'?"
    ),
    ("set -u\nf() { local name=$1; a \"$NAME\" $name; }\nf b", 3, "did you mean 'name'?"),
    (
      "set -u\nzone_name=${ZONE_NAME-a}\nb $ZONE_NAME\nzone_name=$ZONE_NAME\nc $zone_name", 4,
      "did you mean 'zone_name'?"
    ),
    (
      "set -u\na=$((tries + 1))\ntries=$((tries + 1))", 4,
      "with 'set -u' the shell stops here: write 'tries=0' before it"
    ),
    ("zone=$(a)\nzone=${ZONE%%:*}\nb $zone", 3, "did you mean 'zone'?"),
    (
      "declare -A missing=()\nmissing[a]=1\nb \"${!mising[@]}\" \"${missing[@]}\"", 4,
      "did you mean 'missing'?"
    ),
    ("set -u\nperiod=${PERIOD-300}\na $PERIOD", 4, "did you mean 'period'?"),
    ("waited=0\na $waited\nb $((watied + 1)) $(( $waitd * 2 ))", 4, "did you mean 'waited'?"),
  ]

  /// A sign that was lost, or another one in its place, makes a command of what was to set a variable.
  @Test(arguments: ["waited0", "waited:0", "waited\"$1\"", "waited$(date)"])
  func aVariableThatIsSetWithoutASignIsTold(_ command: String) {
    let found = Fixture.lint("#!/bin/bash\n\(command)\nwaited=$((waited + 1))\na $waited\n", as: "a.sh")
    #expect(found.map(\.code) == [.misplacedOption])
    #expect(found.first?.message.contains("\(command)") ?? false)
    #expect(found.first?.hint == "to set the variable write 'waited=' before its value")
  }

  /// A blank before the sign makes a command of an assignment.
  @Test(arguments: [
    ("COUNT =1\na $COUNT", 2), ("a\nCOUNT = 1\nb \"$COUNT\"", 3), ("count =\nb $count", 2),
    ("name =\"$1\"\nb $name", 2),
  ])
  func anAssignmentWithABlankIsTold(_ lines: String, _ line: Int) {
    let found = Fixture.lint("#!/bin/bash\n\(lines)\n", as: "a.sh")
    #expect(found.map(\.code) == [.misplacedOption])
    #expect(found.first?.range?.start.line == line)
    #expect(found.first?.hint == "no blank stands around the '=' of an assignment")
  }

  @Test(arguments: ["waited0 x", "waiter0", "waited", "./waited0", "x=waited0", "waited-$1"])
  func aCommandWithItsOwnNameIsLeftAlone(_ command: String) {
    #expect(Fixture.lint("#!/bin/bash\nwaited=1\n\(command)\na $waited $x\n", as: "a.sh") == [])
  }

  @Test(arguments: slips.indices)
  func aSlipIsSeen(_ index: Int) {
    let found = Self.findings(Self.slips[index].lines)
    #expect(found.first?.hint == Self.slips[index].hint)
    #expect(found.first?.range?.start.line == Self.slips[index].line)
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    "a $TOPIC_ARN\nb $TOPIC_ARN", "region=$REGION\na $region", "for topic in $TOPICS; do a $topic; done",
    "for topic in $topics; do a $topic; done",
    "region=${REGION:-us-east-1}\na $region $REGION", ": ${REGION:=us-east-1}\nregion=a\nb $REGION $region",
    "while read -r name rest; do a $name $rest; done", "mapfile -t lines < <(a)\nb $lines ${line:-}",
    "source ./settings\nname=x\na $nama $name", "subnet1=a\nb $subnet1 $subnet2",
    "topic_a=x\nb $topic_a $topic_b",
    "((count++))\ncounts=1\na $count $counts", "a=(b)\nnames[0]=c\nd ${names[0]} ${a[@]}",
    "f() { local region=$1; a $region; }\nf b\nc $REGION", "name=x\na '$nmae' $name",
    "HOSTNAMES=a\nb $HOSTNAME $HOSTNAMES",
    "name=x\necho ${!nmae} $nmae", "export NAMES\nNAME=x\na $NAMES $NAME",
    "printf -v nmae x\nname=y\na $nmae $name",
    "f() { region=b; }\nregions=a\nf\nb $region", "region=b\nregions=a\nb $region",
    "for name in a b; do b $name; done\nnames=a",
    "x=1\na $AWS_REGION\nAWS_REGIONS=y\nb $AWS_REGIONS",
    // Words of the field that are a letter apart.
    "RULE_ARN=$(a)\nb $RULE_ARN RoleArn=$ROLE_ARN", "DR_REGION=us-west-2\na $DR_REGION $DB_REGION",
    "VPC_ID=a\nb $VPC_ID $VPCE_ID", "VPC_ID=a\nb --vpc-id $VPC_ID --endpoint-id $VPCE_ID",
    "PATH=$PATH:/a\nFLAGS=$FLAGS-b", "STATE=$(a)\nb $STATE $STAGE", "role_arn=a\nb $role_arn $rule_arn",
    "declare \"REGION_$1=x\"\nREGION_US=y\na $REGION_U $REGION_US",
    "printf -v \"${p}_ARN\" x\nTOPIC_ARNS=a\nb $TOPIC_ARN $TOPIC_ARNS",
    "builtin source ./settings\nnames=x\na $name $names",
    // Two names of a row, and words of the field.
    "set -u\nhostA=a\nb $hostA $hostB", "LHOST=a\nb $LHOST $RHOST", "user_a=a\nb $user_a $user_b",
    "usera=a\nb $usera $userb", "FLAGS=a\nb $FLAGS $CFLAGS $CFLAGS",
    "ROLENAME=a\nb $ROLENAME $RULENAME", "roleArn=a\nb $roleArn $ruleArn", "NODES=a\nb $NODES $MODES",
    "period=${PERIOD-300}\na $PERIOD $period", "zone=$(a)\nb $zone\nzone=${ZONE%%:*}\nb $zone",
    "ends=1\na $(( $(date +%s) - $(end) ))\n((end x) || (date y))",
    // Names of commands are no names of variables.
    "read -r x\na \"${RED}$x${NC}\"", "mapfile -t <a\nb \"${MAPFILE[@]}\"", "export x=1\na $EXPORT $x",
    "topic=x\na $topic\n[[ -v TOPIC ]] || exit 1\nb \"$TOPIC\"",
    "topic=x\na $topic\ntest -v TOPIC || exit\nb $TOPIC",
    "set -u\nnames=a\nname=b\nc $name", "set -u\nexport names=a\nif b; then name=c; fi\nd $name",
    "names=a\nif b; then name=c; fi\nd $name", "set -u\nnames=a\nfor name in b; do c $name; done\nd $names",
    "set -u\nnames=a\nif b; then name=c; fi\nd ${name-}", "set -u\nread -r name\nnames=a\nc $name",
    "set -u\nf() { name=b; }\nf\nnames=a\nc $name",
    // Every part of a choice sets it, a loop may come again, a function that was called before sets it.
    "set -u\nfiles=a\nif b; then file=c; else file=d; fi\ne $file",
    "set -u\nfiles=a\ncase $1 in\nb) file=c ;;\n*) file=d ;;\nesac\ne $file",
    "set -u\nrows=a\nfor x in b c; do\n  if [ $x = c ]; then d $row; fi\n  row=$x\ndone",
    "set -u\nf() { counts=a; b $count; }\ng() { count=1; }\ng\nf",
    "set -u\nf() { counts=a; b $count; }\ng() { count=1; f; }\ntrap g EXIT",
    "set -u\nf() { COUNT=a; b $count; }\ncount=1\nf",
    "set -u\nf() { counts=a; b $count; }\ng() { count=c; }\nif d; then g; f; fi",
    "set -u\nno_proxy=$no_proxy,a", "set -u\nCOUNT=$((COUNT + 1))",
    "set -u\ncount=$((${count:-0} + 1))\na $count",
    "count=$((count + 1))\na $count", "set -u\n((tries++))\ntries=$((tries + 1))\na $tries",
    "set -u\n. ./b\ncount=$((count + 1))",
    "export ami=$amiid\nAMIID=a\nb $AMIID",
    "f() {\n  local line\n  for line in \"${lines[@]}\"; do a $line; done\n}",
    "name=x\na $name\nf = b\nassert =c\necho =====\ntest = x",
    // What bash and a build service set.
    "groups=1\nuid=2\nci=3\nd $groups ${GROUPS[0]} $uid $UID $ci $CI $GITHUB_TOKEN",
    // Terraform's templates.
    "read -r -a DISKS_ARRAY <<<\"${DISKSARRAY}\"\na \"$${DISKS_ARRAY[@]}\"",
    "NAME=${name}\n%{ if a }\nb $NAMES $NAME\n%{ endif }",
  ])
  func whatTheEnvironmentMayGiveIsLeftAlone(_ lines: String) {
    #expect(Self.findings(lines).map(\.message) == [])
  }
}
