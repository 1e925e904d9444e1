#!/bin/sh
# stackset.sh: deploys what the spec "member-accounts" describes to many accounts, as a CloudFormation StackSet.
#
# Written by gen from the spec 'member-accounts'. Change the spec, not this file.
# Alarms on 14 kinds of account activity.
#   - Unauthorized API calls (CIS AWS Foundations Benchmark v5.0.0, 4.1)
#   - Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2)
#   - Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3)
#   - IAM policy changes (CIS AWS Foundations Benchmark v5.0.0, 4.4)
#   - CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5)
#   - Failed console sign-ins (CIS AWS Foundations Benchmark v5.0.0, 4.6)
#   - KMS keys disabled or scheduled for deletion (CIS AWS Foundations Benchmark v5.0.0, 4.7)
#   - S3 bucket policy changes (CIS AWS Foundations Benchmark v5.0.0, 4.8)
#   - AWS Config configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.9)
#   - Security group changes (CIS AWS Foundations Benchmark v5.0.0, 4.10)
#   - Network ACL changes (CIS AWS Foundations Benchmark v5.0.0, 4.11)
#   - Network gateway changes (CIS AWS Foundations Benchmark v5.0.0, 4.12)
#   - Route table changes (CIS AWS Foundations Benchmark v5.0.0, 4.13)
#   - VPC changes (CIS AWS Foundations Benchmark v5.0.0, 4.14)
#
# Tasks
#   apply   makes the StackSet or brings it up to date, then the stacks that are missing or failed
#   show    lists the StackSet and its stacks; names what differs from this script and what is not CURRENT
#   remove  removes the stacks from all accounts, then the StackSet; audit logs are kept
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the organization's management account, or to a delegated
#     administrator with CALL_AS=DELEGATED_ADMIN.
#   - Trusted access of StackSets to the organization: once, aws cloudformation activate-organizations-access.
#   - Rights: cloudformation:*StackSet*, cloudformation:*StackInstance*,
#     cloudformation:DescribeOrganizationsAccess and organizations:Describe*, organizations:List*.
#   - A StackSet of an organization never reaches the management account.
#   - For a StackSet over accounts and Regions: everything is made in the trail's home Region, and the stack is
#     empty in every other.
#   - The trail's bucket and log group hold audit logs and are kept when the rest is removed.
#
# Usage: ./stackset.sh apply | show | remove [--dry-run] [--yes] [--help]
#   --dry-run  print the commands that would change something; call nothing but 'aws sts'
#   --yes      do not ask before removing
#   --help     show this text
#
# Environment variables, and in brackets what is used without them
#   STACK_SET_NAME        Name of the StackSet [member-accounts]
#   HOME_REGION           Region in which everything is made, and in which the StackSet itself is [us-east-1]
#   REGIONS               Regions that get a stack, with blanks or commas between; outside HOME_REGION it is
#                         empty [$HOME_REGION]
#   ORGANIZATIONAL_UNITS  Units, or the root, whose accounts get a stack, with blanks or commas between
#                         [ou-ab12-cd34ef56]
#   ACCOUNT_FILTER        NONE: all accounts of the units; INTERSECTION: of them only ACCOUNTS; DIFFERENCE: all
#                         but ACCOUNTS [NONE]
#   ACCOUNTS              Account ids for ACCOUNT_FILTER [none]
#   CALL_AS               SELF in the management account, DELEGATED_ADMIN in a delegated administrator [SELF]
#   WAIT_MINUTES          Minutes to wait for one operation [240]
#   LOG_GROUP_NAME        CloudWatch Logs log group to make for the trail [cloudtrail/account-trail]
#   ENDPOINT_1            Who is told, by email [security@example.com]
#   METRIC_NAMESPACE      Namespace of the metrics that the filters publish and the alarms watch [CISBenchmark]
#   STORAGE_EXISTS        true when the accounts have the log group already, kept from an earlier stack [false]
#
# Exit status: 0 done; 1 something is not as it must be, as said, or not confirmed; 64 wrong usage; 74 an AWS
# call failed. Running it again goes on where an unfinished run stopped, and changes nothing when all is done.

set -eu
# Ranges such as a-z mean ASCII, and no pager waits for a key.
LC_ALL=C
AWS_PAGER=
export LC_ALL AWS_PAGER

script=stackset.sh
remedy='When the cause above is mended, running it again finishes it.'
current=
dry_run=no
tab=$(printf '\t')
newline='
'
operations=0

# say TEXT: speaks to the operator.
say() {
  printf '%s\n' "$*" >&2
}

# stop TEXT: ends with the reason and what to do.
stop() {
  say "$script: $*"
  exit 1
}

# usage: the comment at the top of this file.
usage() {
  sed -n -e '1d' -e '/^#/!q' -e 's/^# \{0,1\}//p' "$0"
}

# step NUMBER TITLE: says what is done now, and keeps it for the message of an unfinished run.
step() {
  current="step $1, $2"
  if [ "$dry_run" = yes ]; then
    printf '\n# %s. %s\n' "$1" "$2"
  else
    say "$1. $2"
  fi
}

# finish STATUS: names the step at which an unfinished run stopped. A failure of aws itself ends with 74.
finish() {
  trap - EXIT
  if [ "$1" -ne 0 ] && [ -n "$current" ]; then
    say "$script: stopped at $current. $remedy"
  fi
  case $1 in
  0 | 1 | 64 | 74 | 129 | 130 | 143) exit "$1" ;;
  *) exit 74 ;;
  esac
}

# confirm QUESTION: goes on when the operator answers yes, or said so with --yes.
confirm() {
  if [ "$assume_yes" = yes ] || [ "$dry_run" = yes ]; then
    return 0
  fi
  printf '%s [y/N] ' "$1" >&2
  reply=
  IFS= read -r reply || :
  case $reply in
  y | Y | yes | YES | Yes) return 0 ;;
  esac
  current=
  say ""
  say "$script: not confirmed, so nothing was changed. Answer y, or give --yes where nobody can answer."
  exit 1
}

# refuse VARIABLE WANTED: a value that must not reach a command.
refuse() {
  say "$script: the value of $1 is refused; wanted: $2. Set it to such a value, or unset it for the value of the spec."
  exit 64
}

# check_name VARIABLE VALUE LONGEST: a log group name or a metric namespace.
check_name() {
  wanted="1 to $3 letters, digits and . - _ / #, not beginning with AWS/"
  case $2 in
  '' | *[!A-Za-z0-9._/#-]* | AWS/*) refuse "$1" "$wanted" ;;
  esac
  [ "${#2}" -le "$3" ] || refuse "$1" "$wanted"
}

# check_email VARIABLE VALUE: an e-mail address.
check_email() {
  wanted='an address such as secops@example.com; letters, digits and . _ + % = - before the @'
  case $2 in
  *[!A-Za-z0-9._+%=@-]* | *@*@* | -*) refuse "$1" "$wanted" ;;
  ?*@?*.?*) ;;
  *) refuse "$1" "$wanted" ;;
  esac
  [ "${#2}" -le 254 ] || refuse "$1" "$wanted"
}

# quoted WORD: the word as a shell reads it back.
quoted() {
  case $1 in
  '' | *[!A-Za-z0-9_./:=@%+,-]*) printf '%s\n' "$1" | sed -e "s/'/'\\\\''/g" -e "1s/^/'/" -e "\$s/\$/'/" ;;
  *) printf '%s\n' "$1" ;;
  esac
}

# aws ARGUMENT...: every call below that changes something comes here. A dry run prints it instead.
aws() {
  if [ "$dry_run" = no ]; then
    command aws "$@" >/dev/null || return 74
    return 0
  fi
  printf 'aws'
  for word in "$@"; do
    printf ' %s' "$(quoted "$word")"
  done
  printf '\n'
}

# ask ABSENT ARGUMENT...: what aws answers, one JSON value a line, from all pages. Nothing when the service's reason is one of
# the error codes ABSENT. A second call asks for the reason: without a file it and the answer cannot be kept apart.
ask() {
  absent=$1
  shift
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  if answer=$(command aws "$@" --output=json 2>/dev/null) || answer=$(command aws "$@" --output=json 2>&1); then
    printf '%s\n' "$answer" | sed -e '1d' -e '$d' -e 's/^ *//' -e 's/,$//'
    return 0
  fi
  for code in $absent; do
    case $answer in
    *"($code)"*) return 0 ;;
    esac
  done
  say "$answer"
  return 74
}

# row NAME COUNT TABLE: the COUNT lines of TABLE that begin with the line NAME. A table is rows of COUNT lines.
row() {
  while IFS= read -r first; do
    fields=$first
    left=$(($2 - 1))
    while [ "$left" -gt 0 ] && IFS= read -r field; do
      fields=$fields$newline$field
      left=$((left - 1))
    done
    if [ "$first" = "$1" ]; then
      printf '%s\n' "$fields"
    fi
  done <<EOF
$3
EOF
}

# has_line LINE LINES: whether one of the lines is LINE.
has_line() {
  case $newline$2$newline in
  *"$newline$1$newline"*) return 0 ;;
  esac
  return 1
}

# known WHAT FOUND MARK...: stops when WHAT is there already and has no mark of what this script makes.
known() {
  what=$1
  found=$2
  shift 2
  [ -n "$found" ] || return 0
  for mark in "$@"; do
    case $found in
    *"$mark"*) return 0 ;;
    esac
  done
  stop "$what is there already and this script did not make it, so nothing was changed. Mend: choose another name in" \
    "the spec; or, when you are sure that nobody needs it, delete it. Then run this script again."
}

# differs WHAT FIELD WANTED FOUND: one difference.
differs() {
  differences=$((differences + 1))
  printf '%s: %s: wanted %s, found %s\n' "$1" "$2" "${3:-nothing}" "${4:-nothing}"
}

# same WANTED FOUND: whether two JSON values are the same. `number 1` is the number in any spelling.
same() {
  case $1,$2 in
  *,null | *,\"*) [ "$1" = "$2" ] ;;
  'number '*) awk 'BEGIN { exit !(ARGV[1] + 0 == ARGV[2] + 0) }' "${1#number }" "$2" ;;
  *) [ "$1" = "$2" ] ;;
  esac
}

# expect WHAT FIELDS [FIELD WANTED]...: compares the lines FIELDS with what is wanted, in order.
expect() {
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  what=$1
  fields=$2
  shift 2
  if [ -z "$fields" ]; then
    differs "$what" existence present missing
    return 0
  fi
  while [ "$#" -gt 0 ]; do
    found=${fields%%"$newline"*}
    case $fields in
    *"$newline"*) fields=${fields#*"$newline"} ;;
    *) fields= ;;
    esac
    same "$2" "$found" || differs "$what" "$1" "${2#number }" "$found"
    shift 2
  done
  [ -z "$fields" ] || differs "$what" copies 1 several
}

# expect_row WHAT FIELD WANTED NAME PAIRS: looks a name up in lines that are names and values by turns, such as tags.
expect_row() {
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  pair=$(row "$4" 2 "$5")
  found=${pair#*"$newline"}
  [ "$pair" = "$4$newline$3" ] || differs "$1" "$2" "$3" "$found"
}

# items LIST: its items, which stand between commas or blanks; one a line, each once.
items() {
  printf '%s\n' "$1" | tr ' ' ',' | tr ',' '\n' | sed -e '/^$/d' | sort -u
}

# needed VARIABLE VALUE WHAT: a value that neither the spec nor the environment gives.
needed() {
  if [ -z "$2" ]; then
    say "$script: set $1 to $3; the spec gives none."
    exit 64
  fi
}

# check_items VARIABLE VALUE PATTERN WANTED: a list of items like the extended regular expression PATTERN.
check_items() {
  case $2 in
  *[!A-Za-z0-9,\ -]*) refuse "$1" "$4" ;;
  *[A-Za-z0-9]*) ;;
  *) refuse "$1" "$4" ;;
  esac
  strange=$(items "$2" | grep -E -v -e "$3") || :
  [ -z "$strange" ] || refuse "$1" "$4"
}

# check_choice VARIABLE VALUE CHOICE...: one of several words.
check_choice() {
  variable=$1
  value=$2
  shift 2
  for choice in "$@"; do
    if [ "$value" = "$choice" ]; then
      return 0
    fi
  done
  refuse "$variable" "one of: $*"
}

# check_stack_set_name VARIABLE VALUE: a name in this account and Region.
check_stack_set_name() {
  wanted='a letter, then letters, digits and hyphens, 128 at most'
  case $2 in
  '' | [!A-Za-z]* | *[!A-Za-z0-9-]*) refuse "$1" "$wanted" ;;
  esac
  [ "${#2}" -le 128 ] || refuse "$1" "$wanted"
}

# check_region VARIABLE VALUE: the code of a Region.
check_region() {
  case $2 in
  *[!a-z0-9-]* | *--*) refuse "$1" "the code of a Region, such as us-east-1" ;;
  [a-z]*-[a-z]*-[0-9] | [a-z]*-[a-z]*-[0-9][0-9]) ;;
  *) refuse "$1" "the code of a Region, such as us-east-1" ;;
  esac
  [ "${#2}" -le 32 ] || refuse "$1" "the code of a Region, such as us-east-1"
}

# check_minutes VARIABLE VALUE: how long to wait, a week at most.
check_minutes() {
  case $2 in
  '' | *[!0-9]* | 0* | ??????*) refuse "$1" 'minutes: a whole number from 1 to 10080' ;;
  esac
  [ "$2" -le 10080 ] || refuse "$1" 'minutes: a whole number from 1 to 10080'
}

# accounts_of_units: the active accounts of the units and of all units below them; unit and account, a pair a line. AWS tells
# what is wrong with an account in a field State, and older versions of the AWS CLI in a field Status.
accounts_of_units() {
  while IFS= read -r unit; do
    open=$unit
    while [ -n "$open" ]; do
      parent=${open%%"$newline"*}
      case $open in
      *"$newline"*) open=${open#*"$newline"} ;;
      *) open= ;;
      esac
      members=$(command aws organizations list-accounts-for-parent --parent-id="$parent" --output=text \
        --query="Accounts[?not_null(State, Status)=='ACTIVE'].[Id]") || return 74
      printf '%s\n' "$members" | sed -n -e "s/^[0-9][0-9]*\$/$unit$tab&/p"
      below=$(command aws organizations list-organizational-units-for-parent --parent-id="$parent" --output=text \
        --query='OrganizationalUnits[].[Id]') || return 74
      case $below in
      ou-*) open=$below${open:+$newline$open} ;;
      *) ;;
      esac
    done
  done <<EOF
$units
EOF
}

# read_targets: sets targets to what should have a stack: unit and account, a pair a line. The management account never has one.
read_targets() {
  if [ "$dry_run" = yes ]; then
    targets=$(printf '%s\n' "$units" | sed -e "s/.*/&$tab&/")
    return 0
  fi
  targets=$(accounts_of_units) || return 74
  targets=$(printf '%s\n' "$targets" | awk -F '\t' -v management="$management" -v filter="$ACCOUNT_FILTER" \
    -v listed=" $(printf '%s\n' "$accounts" | tr '\n' ' ')" '
    NF == 2 && $2 != management && (filter == "NONE" || (index(listed, " " $2 " ") > 0) == (filter == "INTERSECTION"))')
  if [ -z "$targets" ]; then
    stop "no active account is in $(printf '%s' "$units" | tr '\n' ' ')that should have a stack, so nothing was deployed." \
      "Mend: set ORGANIZATIONAL_UNITS, ACCOUNT_FILTER or ACCOUNTS."
  fi
}

# read_instances: sets instances to the stack instances; account, Region, status, unit and reason, one a line.
read_instances() {
  instances=
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  instances=$(command aws cloudformation list-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
    --output=text --query='Summaries[].[Account, Region, Status, OrganizationalUnitId, StatusReason]') || return 74
  case $instances in
  None) instances= ;;
  *) ;;
  esac
}

# judge: sets judged to what is not as it should be: missing, surplus or the status; account, Region, target and reason.
judge() {
  judged=$({
    printf '%s\n' "$regions" | sed -e "s/^/region$tab/"
    printf '%s\n' "$targets" | sed -e "s/^/target$tab/"
    printf '%s\n' "$instances" | sed -e "s/^/instance$tab/"
  } | awk -F '\t' '
    $1 == "region" && $2 != "" { regions[$2] }
    $1 == "target" && $3 != "" { item[$3] = $2 }
    $1 == "instance" && $3 != "" { status[$2 FS $3] = $4; reason[$2 FS $3] = $6 }
    END {
      for (account in item) for (region in regions) {
        pair = account FS region
        wanted[pair]
        if (!(pair in status)) print "missing" FS pair FS item[account] FS "no stack instance"
        else if (status[pair] != "CURRENT") print status[pair] FS pair FS item[account] FS reason[pair]
      }
      for (pair in status) if (!(pair in wanted)) print "surplus" FS pair FS "none" FS "not a target of the spec"
    }' | sort)
}

# judged_as surplus | deficient: the lines of judged that are so, for a reader.
judged_as() {
  printf '%s\n' "$judged" | awk -F '\t' -v wanted="$1" '
    $1 != "" && ($1 == "surplus") == (wanted == "surplus") { print $2 " " $3 ": " $1 ": " $5 }'
}

# line_count LINES: how many there are.
line_count() {
  printf '%s\n' "$1" | grep -c -e . || :
}

# json_list LINES: the lines as a JSON list.
json_list() {
  printf '%s\n' "$1" | awk '{ list = list (NR > 1 ? "," : "") "\"" $0 "\"" } END { print "[" list "]" }'
}

# batches MOST: reads targets and Regions, a pair a line; gives Regions and at most MOST targets that need just these, as two
# JSON lists a line.
batches() {
  sort -u | awk -F '\t' '
    $1 == "" { next }
    ($1 "") != target { if (target != "") print regions FS target; target = $1; regions = "" }
    { regions = regions (regions == "" ? "" : ",") "\"" $2 "\"" }
    END { if (target != "") print regions FS target }' | sort | awk -F '\t' -v most="$1" '
    function flush() { if (count > 0) print "[" regions "]" FS "[" targets "]"; targets = ""; count = 0 }
    $1 != regions || count == most { flush(); regions = $1 }
    { targets = targets (count > 0 ? "," : "") "\"" $2 "\""; count++ }
    END { flush() }'
}

# new_operation: sets operation to an id of its own. By its beginning a later run knows an operation of this script.
new_operation() {
  operations=$((operations + 1))
  operation="gen-$(date -u +%Y%m%dT%H%M%SZ)-$$-$operations"
}

# say_failures OPERATION: account, Region and reason of each stack on which it failed.
say_failures() {
  failures=$(command aws cloudformation list-stack-set-operation-results --stack-set-name="$STACK_SET_NAME" \
    --operation-id="$1" --call-as="$CALL_AS" --filters=Name=OPERATION_RESULT_STATUS,Values=FAILED --output=text \
    --query='Summaries[].[Account, Region, StatusReason]') || return 74
  while IFS=$tab read -r where region_of_failure why; do
    case $where in
    '' | None) ;;
    *) say "   failed: account $where, Region $region_of_failure: $why" ;;
    esac
  done <<EOF
$failures
EOF
}

# await OPERATION: waits until it has ended, and sets outcome to how. What it could not do is said.
await() {
  outcome=SUCCEEDED
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  waited=0
  while :; do
    outcome=$(command aws cloudformation describe-stack-set-operation --stack-set-name="$STACK_SET_NAME" \
      --operation-id="$1" --call-as="$CALL_AS" --query=StackSetOperation.Status --output=text) || return 74
    case $outcome in
    RUNNING | QUEUED | STOPPING) ;;
    *) break ;;
    esac
    if [ "$waited" -ge "$((WAIT_MINUTES * 60))" ]; then
      stop "operation $1 is still $outcome after $WAIT_MINUTES minutes. It goes on without this script; run it again to go" \
        "on waiting, with a larger WAIT_MINUTES when there are many accounts."
    fi
    if [ "$((waited % 300))" -eq 0 ]; then
      say "   operation $1 is $outcome"
    fi
    sleep 10
    waited=$((waited + 10))
  done
  say_failures "$1" || return 74
}

# finish_operation OPERATION: waits, and goes no further when more failed than is borne.
finish_operation() {
  await "$1" || return 74
  case $outcome in
  SUCCEEDED) ;;
  *)
    stop "operation $1 is $outcome: more stacks failed than the operation preferences bear, or somebody stopped it. Mend" \
      "what is said above, then run this script again: it deploys to what is not CURRENT."
    ;;
  esac
}

# settle: waits for an operation that an earlier run of this script began, and stops when somebody else's runs.
settle() {
  running=$(command aws cloudformation list-stack-set-operations --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
    --query="Summaries[?Status=='RUNNING' || Status=='QUEUED' || Status=='STOPPING'].[OperationId, Action, Status]" \
    --output=text) || return 74
  while IFS=$tab read -r open_operation kind status; do
    case $open_operation in
    '' | None) ;;
    gen-*)
      say "   operation $open_operation ($kind) of an earlier run is $status; waiting for it"
      await "$open_operation" || return 74
      ;;
    *)
      stop "operation $open_operation ($kind) is $status, so nothing was changed. Mend: wait until it has ended, or stop it with" \
        "aws cloudformation stop-stack-set-operation --stack-set-name=$STACK_SET_NAME --operation-id=$open_operation" \
        "--call-as=$CALL_AS; then run this script again."
      ;;
    esac
  done <<EOF
$running
EOF
}

# check_organization_caller: whether this account may manage a StackSet of the organization; needs the rights
# organizations:DescribeOrganization and cloudformation:DescribeOrganizationsAccess.
check_organization_caller() {
  management=
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  management=$(command aws organizations describe-organization --query=Organization.MasterAccountId --output=text) || return 74
  case $CALL_AS,$account in
  SELF,"$management") ;;
  SELF,*)
    stop "account $account is not the organization's management account $management, so nothing was changed. Mend: sign in" \
      "there; or, when this account is a delegated administrator for StackSets, set CALL_AS=DELEGATED_ADMIN."
    ;;
  *,"$management") stop "account $account is the management account, so nothing was changed. Mend: set CALL_AS=SELF." ;;
  *) ;;
  esac
  access=$(command aws cloudformation describe-organizations-access --call-as="$CALL_AS" --query=Status --output=text) ||
    return 74
  if [ "$access" != ENABLED ]; then
    stop "trusted access of StackSets to the organization is $access, so nothing was changed. Mend: in the management account" \
      "run aws cloudformation activate-organizations-access."
  fi
}

# look: sets found to what is there under the name; stops when it is not ours or something is in the way.
look() {
  found=$(ask StackSetNotFoundException cloudformation describe-stack-set --stack-set-name="$STACK_SET_NAME" \
    --call-as="$CALL_AS" --query='StackSet.[Description, PermissionModel]') || return 74
  known "StackSet $STACK_SET_NAME" "$found" "$mark"
  case $found in
  '' | *"\"$permission_model\""*) ;;
  *)
    stop "StackSet $STACK_SET_NAME has the other permission model, which cannot be changed, so nothing was changed. Mend: remove" \
      "it with the script of the spec that made it, or choose another name."
    ;;
  esac
}

# legible: filters a text to what CloudFormation gives back of it: it may show each character that is not ASCII as '?'.
legible() {
  LC_ALL=C tr -s '?\200-\377' '[?*]'
}

# expect_template: compares the template of the StackSet with the one in this script.
expect_template() {
  deployed=$(command aws cloudformation describe-stack-set --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
    --query=StackSet.TemplateBody --output=text) || return 74
  wanted=$(template)
  [ "$deployed" = "$wanted" ] ||
    [ "$(printf '%s' "$deployed" | legible)" = "$(printf '%s' "$wanted" | legible)" ] ||
    differs "StackSet $STACK_SET_NAME" TemplateBody 'the template in this script' 'another one'
}

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
trap 'finish "$?"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What differs from organization to organization: the spec's values, unless the environment says otherwise.
STACK_SET_NAME=${STACK_SET_NAME-member-accounts}
HOME_REGION=${HOME_REGION-us-east-1}
REGIONS=${REGIONS-"$HOME_REGION"}
ORGANIZATIONAL_UNITS=${ORGANIZATIONAL_UNITS-ou-ab12-cd34ef56}
ACCOUNT_FILTER=${ACCOUNT_FILTER-NONE}
ACCOUNTS=${ACCOUNTS-''}
CALL_AS=${CALL_AS-SELF}
WAIT_MINUTES=${WAIT_MINUTES-240}
LOG_GROUP_NAME=${LOG_GROUP_NAME-cloudtrail/account-trail}
ENDPOINT_1=${ENDPOINT_1-security@example.com}
METRIC_NAMESPACE=${METRIC_NAMESPACE-CISBenchmark}
STORAGE_EXISTS=${STORAGE_EXISTS-false}

# Nothing is called before every value has proved harmless.
check_stack_set_name STACK_SET_NAME "$STACK_SET_NAME"
check_region HOME_REGION "$HOME_REGION"
check_items REGIONS "$REGIONS" '^[a-z]+(-[a-z0-9]+)+-[0-9]+$' 'codes of Regions, such as us-east-1'
regions=$(items "$REGIONS")
if ! has_line "$HOME_REGION" "$regions"; then
  refuse REGIONS 'Regions with HOME_REGION among them, since the stack of every other Region is empty'
fi
needed ORGANIZATIONAL_UNITS "$ORGANIZATIONAL_UNITS" 'the units whose accounts get a stack, such as ou-ab12-cd34ef56, or to the root, such as r-ab12'
check_items ORGANIZATIONAL_UNITS "$ORGANIZATIONAL_UNITS" '^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$' 'ids of units, such as ou-ab12-cd34ef56, or of the root, such as r-ab12'
units=$(items "$ORGANIZATIONAL_UNITS")
check_choice ACCOUNT_FILTER "$ACCOUNT_FILTER" NONE INTERSECTION DIFFERENCE
if [ "$ACCOUNT_FILTER" != NONE ]; then
  needed ACCOUNTS "$ACCOUNTS" 'the accounts that ACCOUNT_FILTER speaks of'
  check_items ACCOUNTS "$ACCOUNTS" '^[0-9]{12}$' 'account ids of twelve digits, with blanks or commas between'
else
  if [ -n "$ACCOUNTS" ]; then
    refuse ACCOUNTS 'nothing, or ACCOUNT_FILTER=INTERSECTION or ACCOUNT_FILTER=DIFFERENCE with it'
  fi
fi
accounts=$(items "$ACCOUNTS")
check_choice CALL_AS "$CALL_AS" SELF DELEGATED_ADMIN
check_minutes WAIT_MINUTES "$WAIT_MINUTES"
check_name LOG_GROUP_NAME "$LOG_GROUP_NAME" 512
check_email ENDPOINT_1 "$ENDPOINT_1"
check_name METRIC_NAMESPACE "$METRIC_NAMESPACE" 255
check_choice STORAGE_EXISTS "$STORAGE_EXISTS" false true

# The StackSet itself is in the home Region, whatever AWS_REGION says: every run must find the same one.
region="$HOME_REGION"
AWS_REGION=$region
AWS_DEFAULT_REGION=$region
export AWS_REGION AWS_DEFAULT_REGION
current='the question for the account'
identity=$(command aws sts get-caller-identity --query='[Account, Arn]' --output=text) || {
  say "$script: AWS does not say whose credentials these are. Sign in, or set AWS_PROFILE, and run this script again."
  exit 74
}
account=${identity%%"$tab"*}
partition=${identity#*"$tab"arn:}
partition=${partition%%:*}
case $account,$partition in
[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9],aws) ;;
[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9],aws*[!a-z-]*) account= ;;
[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9],aws-?*) ;;
*) account= ;;
esac
if [ -z "$account" ]; then
  say "$script: this is no answer of AWS to 'aws sts get-caller-identity': $identity"
  exit 74
fi
current=
say "$script: account $account, Region $region"

# By its description this script knows the StackSet that it made.
mark="Written by gen from the spec 'member-accounts', deployed by stackset.sh"
permission_model=SERVICE_MANAGED
operation_preferences='{"RegionConcurrencyType":"SEQUENTIAL","FailureTolerancePercentage":10,"MaxConcurrentPercentage":10,"ConcurrencyMode":"STRICT_FAILURE_TOLERANCE"}'
# From checked values only.
parameters='[
    {
      "ParameterKey": "LogGroupName",
      "ParameterValue": "'"$LOG_GROUP_NAME"'"
    },
    {
      "ParameterKey": "Endpoint1",
      "ParameterValue": "'"$ENDPOINT_1"'"
    },
    {
      "ParameterKey": "MetricNamespace",
      "ParameterValue": "'"$METRIC_NAMESPACE"'"
    },
    {
      "ParameterKey": "HomeRegion",
      "ParameterValue": "'"$HOME_REGION"'"
    },
    {
      "ParameterKey": "StorageExists",
      "ParameterValue": "'"$STORAGE_EXISTS"'"
    }
  ]'

# template: what every stack is made from.
template() {
  cat <<'END_OF_TEMPLATE'
# Written by gen from the spec 'member-accounts'. Change the spec, not this file.

AWSTemplateFormatVersion: '2010-09-09'

Description: 'Alarms on 14 kinds of account activity. For a StackSet over accounts and Regions: everything is made in the trail''s home Region, and the stack is empty in every other. The trail''s bucket and log group hold audit logs and are kept when the rest is removed.'

Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
    - Label:
        default: Trail
      Parameters:
      - LogGroupName
      - HomeRegion
      - StorageExists
    - Label:
        default: Notification
      Parameters:
      - Endpoint1
    - Label:
        default: Metrics
      Parameters:
      - MetricNamespace
    - Label:
        default: Alarms
      Parameters:
      - UnauthorizedAPICallsThreshold
      - UnauthorizedAPICallsPeriod
      - ConsoleSigninWithoutMFAThreshold
      - ConsoleSigninWithoutMFAPeriod
      - RootUsageThreshold
      - RootUsagePeriod
      - IAMPolicyChangesThreshold
      - IAMPolicyChangesPeriod
      - CloudTrailConfigChangesThreshold
      - CloudTrailConfigChangesPeriod
      - ConsoleAuthFailuresThreshold
      - ConsoleAuthFailuresPeriod
      - KMSKeyDisableOrDeleteThreshold
      - KMSKeyDisableOrDeletePeriod
      - S3BucketPolicyChangesThreshold
      - S3BucketPolicyChangesPeriod
      - AWSConfigChangesThreshold
      - AWSConfigChangesPeriod
      - SecurityGroupChangesThreshold
      - SecurityGroupChangesPeriod
      - NACLChangesThreshold
      - NACLChangesPeriod
      - NetworkGatewayChangesThreshold
      - NetworkGatewayChangesPeriod
      - RouteTableChangesThreshold
      - RouteTableChangesPeriod
      - VPCChangesThreshold
      - VPCChangesPeriod

Parameters:
  LogGroupName:
    Type: String
    Description: CloudWatch Logs log group to make for the trail
    Default: 'cloudtrail/account-trail'
    MaxLength: 512
    AllowedPattern: '^[.\-_/#A-Za-z0-9]+$'
    ConstraintDescription: '1 to 512 letters, digits and . - _ / #'

  Endpoint1:
    Type: String
    Description: Who is told, by email
    Default: 'security@example.com'
    MaxLength: 254
    AllowedPattern: '^[A-Za-z0-9._+%=][A-Za-z0-9._+%=\-]*@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+$'
    ConstraintDescription: an e-mail address

  MetricNamespace:
    Type: String
    Description: Namespace of the metrics that the filters publish and the alarms watch
    Default: 'CISBenchmark'
    MaxLength: 255
    AllowedPattern: '^(?!AWS/)[.\-_/#A-Za-z0-9]+$'
    ConstraintDescription: '1 to 255 letters, digits and . - _ / #, not beginning with AWS/'

  UnauthorizedAPICallsThreshold:
    Type: Number
    Description: What alarm 'UnauthorizedAPICalls' compares the metric with
    Default: 1

  UnauthorizedAPICallsPeriod:
    Type: Number
    Description: Seconds over which alarm 'UnauthorizedAPICalls' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  ConsoleSigninWithoutMFAThreshold:
    Type: Number
    Description: What alarm 'ConsoleSigninWithoutMFA' compares the metric with
    Default: 1

  ConsoleSigninWithoutMFAPeriod:
    Type: Number
    Description: Seconds over which alarm 'ConsoleSigninWithoutMFA' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  RootUsageThreshold:
    Type: Number
    Description: What alarm 'RootUsage' compares the metric with
    Default: 1

  RootUsagePeriod:
    Type: Number
    Description: Seconds over which alarm 'RootUsage' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  IAMPolicyChangesThreshold:
    Type: Number
    Description: What alarm 'IAMPolicyChanges' compares the metric with
    Default: 1

  IAMPolicyChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'IAMPolicyChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  CloudTrailConfigChangesThreshold:
    Type: Number
    Description: What alarm 'CloudTrailConfigChanges' compares the metric with
    Default: 1

  CloudTrailConfigChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'CloudTrailConfigChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  ConsoleAuthFailuresThreshold:
    Type: Number
    Description: What alarm 'ConsoleAuthFailures' compares the metric with
    Default: 1

  ConsoleAuthFailuresPeriod:
    Type: Number
    Description: Seconds over which alarm 'ConsoleAuthFailures' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  KMSKeyDisableOrDeleteThreshold:
    Type: Number
    Description: What alarm 'KMSKeyDisableOrDelete' compares the metric with
    Default: 1

  KMSKeyDisableOrDeletePeriod:
    Type: Number
    Description: Seconds over which alarm 'KMSKeyDisableOrDelete' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  S3BucketPolicyChangesThreshold:
    Type: Number
    Description: What alarm 'S3BucketPolicyChanges' compares the metric with
    Default: 1

  S3BucketPolicyChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'S3BucketPolicyChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  AWSConfigChangesThreshold:
    Type: Number
    Description: What alarm 'AWSConfigChanges' compares the metric with
    Default: 1

  AWSConfigChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'AWSConfigChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  SecurityGroupChangesThreshold:
    Type: Number
    Description: What alarm 'SecurityGroupChanges' compares the metric with
    Default: 1

  SecurityGroupChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'SecurityGroupChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  NACLChangesThreshold:
    Type: Number
    Description: What alarm 'NACLChanges' compares the metric with
    Default: 1

  NACLChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'NACLChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  NetworkGatewayChangesThreshold:
    Type: Number
    Description: What alarm 'NetworkGatewayChanges' compares the metric with
    Default: 1

  NetworkGatewayChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'NetworkGatewayChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  RouteTableChangesThreshold:
    Type: Number
    Description: What alarm 'RouteTableChanges' compares the metric with
    Default: 1

  RouteTableChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'RouteTableChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  VPCChangesThreshold:
    Type: Number
    Description: What alarm 'VPCChanges' compares the metric with
    Default: 1

  VPCChangesPeriod:
    Type: Number
    Description: Seconds over which alarm 'VPCChanges' adds up the metric
    Default: 300
    AllowedValues:
    - 60
    - 120
    - 180
    - 240
    - 300
    - 600
    - 900
    - 1200
    - 1800
    - 3600
    - 7200
    - 10800
    - 21600
    - 43200
    - 86400
    ConstraintDescription: whole minutes, in seconds

  HomeRegion:
    Type: String
    Description: The trail's home Region, in which everything is made; the stack is empty in every other
    Default: 'us-east-1'
    MaxLength: 32
    AllowedPattern: '^[a-z]+(-[a-z0-9]+)+-[0-9]+$'
    ConstraintDescription: a Region's code, such as us-east-1

  StorageExists:
    Type: String
    Description: true when the log group (and the bucket, if the spec names it) is there already, kept from an earlier stack
    Default: 'false'
    AllowedValues:
    - 'false'
    - 'true'

Conditions:
  IsHomeRegion: !Equals [!Ref 'AWS::Region', !Ref HomeRegion]
  MakesStorage: !And [!Equals [!Ref 'AWS::Region', !Ref HomeRegion], !Equals [!Ref StorageExists, 'false']]

Resources:
  TrailLogGroup:
    Type: AWS::Logs::LogGroup
    Condition: MakesStorage
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      LogGroupName: !Ref LogGroupName
      RetentionInDays: 365
      Tags:
      - Key: Purpose
        Value: audit

  TrailBucket:
    Type: AWS::S3::Bucket
    Condition: IsHomeRegion
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: AES256
      OwnershipControls:
        Rules:
        - ObjectOwnership: BucketOwnerEnforced
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
      VersioningConfiguration:
        Status: Enabled
      Tags:
      - Key: Purpose
        Value: audit

  TrailBucketPolicy:
    Type: AWS::S3::BucketPolicy
    Condition: IsHomeRegion
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Bucket: !Ref TrailBucket
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Sid: CloudTrailReadsAcl
          Effect: Allow
          Principal:
            Service: cloudtrail.amazonaws.com
          Action: s3:GetBucketAcl
          Resource: !GetAtt TrailBucket.Arn
          Condition:
            StringEquals:
              aws:SourceArn: !Sub 'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/account-trail'
        - Sid: CloudTrailWrites
          Effect: Allow
          Principal:
            Service: cloudtrail.amazonaws.com
          Action: s3:PutObject
          Resource: !Sub '${TrailBucket.Arn}/AWSLogs/${AWS::AccountId}/*'
          Condition:
            StringEquals:
              s3:x-amz-acl: 'bucket-owner-full-control'
              aws:SourceArn: !Sub 'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/account-trail'
        - Sid: OnlyOverTLS
          Effect: Deny
          Principal: '*'
          Action: 's3:*'
          Resource:
          - !GetAtt TrailBucket.Arn
          - !Sub '${TrailBucket.Arn}/*'
          Condition:
            Bool:
              aws:SecureTransport: 'false'

  TrailRole:
    Type: AWS::IAM::Role
    Condition: IsHomeRegion
    Properties:
      Description: Lets CloudTrail deliver events to CloudWatch Logs
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Sid: CloudTrailAssumes
          Effect: Allow
          Principal:
            Service: cloudtrail.amazonaws.com
          Action: sts:AssumeRole
      Tags:
      - Key: Purpose
        Value: audit

  TrailRolePolicy:
    Type: AWS::IAM::RolePolicy
    Condition: IsHomeRegion
    Properties:
      RoleName: !Ref TrailRole
      PolicyName: deliver-to-cloudwatch-logs
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Sid: DeliverEvents
          Effect: Allow
          Action:
          - logs:CreateLogStream
          - logs:PutLogEvents
          Resource: !Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${LogGroupName}:log-stream:${AWS::AccountId}_CloudTrail_${AWS::Region}*'

  Trail:
    Type: AWS::CloudTrail::Trail
    Condition: IsHomeRegion
    DependsOn:
    - TrailBucketPolicy
    - TrailRolePolicy
    Properties:
      TrailName: account-trail
      S3BucketName: !Ref TrailBucket
      CloudWatchLogsLogGroupArn: !If [MakesStorage, !GetAtt TrailLogGroup.Arn, !Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${LogGroupName}:*']
      CloudWatchLogsRoleArn: !GetAtt TrailRole.Arn
      EnableLogFileValidation: true
      IncludeGlobalServiceEvents: true
      IsLogging: true
      IsMultiRegionTrail: true
      Tags:
      - Key: Purpose
        Value: audit

  UnauthorizedAPICallsFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: UnauthorizedAPICalls
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.errorCode ="*UnauthorizedOperation") || ($.errorCode ="AccessDenied*") && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }'
      MetricTransformations:
      - MetricName: UnauthorizedAPICalls
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  ConsoleSigninWithoutMFAFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: ConsoleSigninWithoutMFA
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }'
      MetricTransformations:
      - MetricName: ConsoleSigninWithoutMFA
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  RootUsageFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: RootUsage
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }'
      MetricTransformations:
      - MetricName: RootUsage
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  IAMPolicyChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: IAMPolicyChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}'
      MetricTransformations:
      - MetricName: IAMPolicyChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  CloudTrailConfigChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: CloudTrailConfigChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }'
      MetricTransformations:
      - MetricName: CloudTrailConfigChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  ConsoleAuthFailuresFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: ConsoleAuthFailures
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }'
      MetricTransformations:
      - MetricName: ConsoleAuthFailures
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  KMSKeyDisableOrDeleteFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: KMSKeyDisableOrDelete
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }'
      MetricTransformations:
      - MetricName: KMSKeyDisableOrDelete
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  S3BucketPolicyChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: S3BucketPolicyChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }'
      MetricTransformations:
      - MetricName: S3BucketPolicyChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  AWSConfigChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: AWSConfigChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=DeleteDeliveryChannel) ||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }'
      MetricTransformations:
      - MetricName: AWSConfigChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  SecurityGroupChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: SecurityGroupChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) || ($.eventName = ModifySecurityGroupRules) }'
      MetricTransformations:
      - MetricName: SecurityGroupChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  NACLChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: NACLChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventName = CreateNetworkAcl) || ($.eventName =  CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }'
      MetricTransformations:
      - MetricName: NACLChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  NetworkGatewayChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: NetworkGatewayChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }'
      MetricTransformations:
      - MetricName: NetworkGatewayChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  RouteTableChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: RouteTableChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable) }'
      MetricTransformations:
      - MetricName: RouteTableChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  VPCChangesFilter:
    Type: AWS::Logs::MetricFilter
    Condition: IsHomeRegion
    Properties:
      FilterName: VPCChanges
      LogGroupName: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]
      FilterPattern: '{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }'
      MetricTransformations:
      - MetricName: VPCChanges
        MetricNamespace: !Ref MetricNamespace
        MetricValue: '1'

  AlarmTopic:
    Type: AWS::SNS::Topic
    Condition: IsHomeRegion
    Properties:
      TopicName: AccountAlarms
      Tags:
      - Key: Purpose
        Value: audit

  AlarmTopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Condition: IsHomeRegion
    Properties:
      Topics:
      - !Ref AlarmTopic
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Sid: CloudWatchAlarmsPublish
          Effect: Allow
          Principal:
            Service: cloudwatch.amazonaws.com
          Action: sns:Publish
          Resource: !Ref AlarmTopic
          Condition:
            StringEquals:
              aws:SourceAccount: !Ref AWS::AccountId
            ArnLike:
              aws:SourceArn: !Sub 'arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*'

  Endpoint1Subscription:
    Type: AWS::SNS::Subscription
    Condition: IsHomeRegion
    Properties:
      TopicArn: !Ref AlarmTopic
      Protocol: email
      Endpoint: !Ref Endpoint1

  UnauthorizedAPICallsAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: UnauthorizedAPICalls
      AlarmDescription: Unauthorized API calls (CIS AWS Foundations Benchmark v5.0.0, 4.1)
      Namespace: !Ref MetricNamespace
      MetricName: UnauthorizedAPICalls
      Statistic: Sum
      Period: !Ref UnauthorizedAPICallsPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref UnauthorizedAPICallsThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  ConsoleSigninWithoutMFAAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: ConsoleSigninWithoutMFA
      AlarmDescription: Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2)
      Namespace: !Ref MetricNamespace
      MetricName: ConsoleSigninWithoutMFA
      Statistic: Sum
      Period: !Ref ConsoleSigninWithoutMFAPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref ConsoleSigninWithoutMFAThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  RootUsageAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: RootUsage
      AlarmDescription: Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3)
      Namespace: !Ref MetricNamespace
      MetricName: RootUsage
      Statistic: Sum
      Period: !Ref RootUsagePeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref RootUsageThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  IAMPolicyChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: IAMPolicyChanges
      AlarmDescription: IAM policy changes (CIS AWS Foundations Benchmark v5.0.0, 4.4)
      Namespace: !Ref MetricNamespace
      MetricName: IAMPolicyChanges
      Statistic: Sum
      Period: !Ref IAMPolicyChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref IAMPolicyChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  CloudTrailConfigChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: CloudTrailConfigChanges
      AlarmDescription: CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5)
      Namespace: !Ref MetricNamespace
      MetricName: CloudTrailConfigChanges
      Statistic: Sum
      Period: !Ref CloudTrailConfigChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref CloudTrailConfigChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  ConsoleAuthFailuresAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: ConsoleAuthFailures
      AlarmDescription: Failed console sign-ins (CIS AWS Foundations Benchmark v5.0.0, 4.6)
      Namespace: !Ref MetricNamespace
      MetricName: ConsoleAuthFailures
      Statistic: Sum
      Period: !Ref ConsoleAuthFailuresPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref ConsoleAuthFailuresThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  KMSKeyDisableOrDeleteAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: KMSKeyDisableOrDelete
      AlarmDescription: KMS keys disabled or scheduled for deletion (CIS AWS Foundations Benchmark v5.0.0, 4.7)
      Namespace: !Ref MetricNamespace
      MetricName: KMSKeyDisableOrDelete
      Statistic: Sum
      Period: !Ref KMSKeyDisableOrDeletePeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref KMSKeyDisableOrDeleteThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  S3BucketPolicyChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: S3BucketPolicyChanges
      AlarmDescription: S3 bucket policy changes (CIS AWS Foundations Benchmark v5.0.0, 4.8)
      Namespace: !Ref MetricNamespace
      MetricName: S3BucketPolicyChanges
      Statistic: Sum
      Period: !Ref S3BucketPolicyChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref S3BucketPolicyChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  AWSConfigChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: AWSConfigChanges
      AlarmDescription: AWS Config configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.9)
      Namespace: !Ref MetricNamespace
      MetricName: AWSConfigChanges
      Statistic: Sum
      Period: !Ref AWSConfigChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref AWSConfigChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  SecurityGroupChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: SecurityGroupChanges
      AlarmDescription: Security group changes (CIS AWS Foundations Benchmark v5.0.0, 4.10)
      Namespace: !Ref MetricNamespace
      MetricName: SecurityGroupChanges
      Statistic: Sum
      Period: !Ref SecurityGroupChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref SecurityGroupChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  NACLChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: NACLChanges
      AlarmDescription: Network ACL changes (CIS AWS Foundations Benchmark v5.0.0, 4.11)
      Namespace: !Ref MetricNamespace
      MetricName: NACLChanges
      Statistic: Sum
      Period: !Ref NACLChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref NACLChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  NetworkGatewayChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: NetworkGatewayChanges
      AlarmDescription: Network gateway changes (CIS AWS Foundations Benchmark v5.0.0, 4.12)
      Namespace: !Ref MetricNamespace
      MetricName: NetworkGatewayChanges
      Statistic: Sum
      Period: !Ref NetworkGatewayChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref NetworkGatewayChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  RouteTableChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: RouteTableChanges
      AlarmDescription: Route table changes (CIS AWS Foundations Benchmark v5.0.0, 4.13)
      Namespace: !Ref MetricNamespace
      MetricName: RouteTableChanges
      Statistic: Sum
      Period: !Ref RouteTableChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref RouteTableChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

  VPCChangesAlarm:
    Type: AWS::CloudWatch::Alarm
    Condition: IsHomeRegion
    Properties:
      AlarmName: VPCChanges
      AlarmDescription: VPC changes (CIS AWS Foundations Benchmark v5.0.0, 4.14)
      Namespace: !Ref MetricNamespace
      MetricName: VPCChanges
      Statistic: Sum
      Period: !Ref VPCChangesPeriod
      EvaluationPeriods: 1
      DatapointsToAlarm: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref VPCChangesThreshold
      TreatMissingData: notBreaching
      ActionsEnabled: true
      AlarmActions:
      - !Ref AlarmTopic
      Tags:
      - Key: Purpose
        Value: audit

Outputs:
  LogGroup:
    Description: Log group that the filters read
    Condition: IsHomeRegion
    Value: !If [MakesStorage, !Ref TrailLogGroup, !Ref LogGroupName]

  Topic:
    Description: Topic that the alarms tell
    Condition: IsHomeRegion
    Value: !Ref AlarmTopic

  UnauthorizedAPICallsAlarm:
    Description: Alarm on Unauthorized API calls
    Condition: IsHomeRegion
    Value: !GetAtt UnauthorizedAPICallsAlarm.Arn

  ConsoleSigninWithoutMFAAlarm:
    Description: Alarm on Console sign-in without MFA
    Condition: IsHomeRegion
    Value: !GetAtt ConsoleSigninWithoutMFAAlarm.Arn

  RootUsageAlarm:
    Description: Alarm on Use of the root user
    Condition: IsHomeRegion
    Value: !GetAtt RootUsageAlarm.Arn

  IAMPolicyChangesAlarm:
    Description: Alarm on IAM policy changes
    Condition: IsHomeRegion
    Value: !GetAtt IAMPolicyChangesAlarm.Arn

  CloudTrailConfigChangesAlarm:
    Description: Alarm on CloudTrail configuration changes
    Condition: IsHomeRegion
    Value: !GetAtt CloudTrailConfigChangesAlarm.Arn

  ConsoleAuthFailuresAlarm:
    Description: Alarm on Failed console sign-ins
    Condition: IsHomeRegion
    Value: !GetAtt ConsoleAuthFailuresAlarm.Arn

  KMSKeyDisableOrDeleteAlarm:
    Description: Alarm on KMS keys disabled or scheduled for deletion
    Condition: IsHomeRegion
    Value: !GetAtt KMSKeyDisableOrDeleteAlarm.Arn

  S3BucketPolicyChangesAlarm:
    Description: Alarm on S3 bucket policy changes
    Condition: IsHomeRegion
    Value: !GetAtt S3BucketPolicyChangesAlarm.Arn

  AWSConfigChangesAlarm:
    Description: Alarm on AWS Config configuration changes
    Condition: IsHomeRegion
    Value: !GetAtt AWSConfigChangesAlarm.Arn

  SecurityGroupChangesAlarm:
    Description: Alarm on Security group changes
    Condition: IsHomeRegion
    Value: !GetAtt SecurityGroupChangesAlarm.Arn

  NACLChangesAlarm:
    Description: Alarm on Network ACL changes
    Condition: IsHomeRegion
    Value: !GetAtt NACLChangesAlarm.Arn

  NetworkGatewayChangesAlarm:
    Description: Alarm on Network gateway changes
    Condition: IsHomeRegion
    Value: !GetAtt NetworkGatewayChangesAlarm.Arn

  RouteTableChangesAlarm:
    Description: Alarm on Route table changes
    Condition: IsHomeRegion
    Value: !GetAtt RouteTableChangesAlarm.Arn

  VPCChangesAlarm:
    Description: Alarm on VPC changes
    Condition: IsHomeRegion
    Value: !GetAtt VPCChangesAlarm.Arn
END_OF_TEMPLATE
}

# create_stack_set: makes the StackSet, without any stack yet.
create_stack_set() {
  aws cloudformation create-stack-set \
    --stack-set-name="$STACK_SET_NAME" \
    --call-as="$CALL_AS" \
    --description="$mark" \
    --template-body="$template_body" \
    --parameters="$parameters" \
    --tags='[{"Key":"Purpose","Value":"audit"}]' \
    --capabilities=CAPABILITY_IAM \
    --permission-model="$permission_model" \
    --managed-execution=Active=true \
    --auto-deployment='{"Enabled":true,"RetainStacksOnAccountRemoval":false}'
}

# update_stack_set: brings the StackSet and all its stacks to what this script says.
update_stack_set() {
  new_operation
  aws cloudformation update-stack-set \
    --stack-set-name="$STACK_SET_NAME" \
    --call-as="$CALL_AS" \
    --operation-id="$operation" \
    --operation-preferences="$operation_preferences" \
    --description="$mark" \
    --template-body="$template_body" \
    --parameters="$parameters" \
    --tags='[{"Key":"Purpose","Value":"audit"}]' \
    --capabilities=CAPABILITY_IAM \
    --permission-model="$permission_model" \
    --managed-execution=Active=true \
    --auto-deployment='{"Enabled":true,"RetainStacksOnAccountRemoval":false}'
  finish_operation "$operation"
}

# compare_stack_set: names what differs from this script.
compare_stack_set() {
  fields=$(ask none cloudformation describe-stack-set \
    --stack-set-name="$STACK_SET_NAME" \
    --call-as="$CALL_AS" \
    --query='StackSet.[Description, ManagedExecution.Active, Capabilities[0], AutoDeployment.Enabled, AutoDeployment.RetainStacksOnAccountRemoval]')
  expect "StackSet $STACK_SET_NAME" "$fields" Description "\"$mark\"" ManagedExecution.Active true 'Capabilities[0]' '"CAPABILITY_IAM"' AutoDeployment.Enabled true AutoDeployment.RetainStacksOnAccountRemoval false
  pairs=$(ask none cloudformation describe-stack-set \
    --stack-set-name="$STACK_SET_NAME" \
    --call-as="$CALL_AS" \
    --query='StackSet.Parameters[].[ParameterKey, ParameterValue][]')
  expect_row "StackSet $STACK_SET_NAME" 'parameter LogGroupName' "\"$LOG_GROUP_NAME\"" '"LogGroupName"' "$pairs"
  expect_row "StackSet $STACK_SET_NAME" 'parameter Endpoint1' "\"$ENDPOINT_1\"" '"Endpoint1"' "$pairs"
  expect_row "StackSet $STACK_SET_NAME" 'parameter MetricNamespace' "\"$METRIC_NAMESPACE\"" '"MetricNamespace"' "$pairs"
  expect_row "StackSet $STACK_SET_NAME" 'parameter HomeRegion' "\"$HOME_REGION\"" '"HomeRegion"' "$pairs"
  expect_row "StackSet $STACK_SET_NAME" 'parameter StorageExists' "\"$STORAGE_EXISTS\"" '"StorageExists"' "$pairs"
  pairs=$(ask none cloudformation describe-stack-set \
    --stack-set-name="$STACK_SET_NAME" \
    --call-as="$CALL_AS" \
    --query='StackSet.Tags[].[Key, Value][]')
  expect_row "StackSet $STACK_SET_NAME" 'tag Purpose' '"audit"' '"Purpose"' "$pairs"
  count=$(line_count "$pairs")
  if [ "$count" != 2 ]; then
    differs "StackSet $STACK_SET_NAME" Tags 1 'other ones'
  fi
  expect_template
}

# check_caller: whether this account may do it at all.
check_caller() {
  check_organization_caller
}

# set_targets: what should have a stack.
set_targets() {
  read_targets
}

# create_instances REGIONS UNITS: stacks for the accounts of units.
create_instances() {
  deployment_targets="{\"OrganizationalUnitIds\":$2}"
  if [ "$ACCOUNT_FILTER" != NONE ]; then
    listed=$(json_list "$accounts")
    deployment_targets="{\"OrganizationalUnitIds\":$2,\"Accounts\":$listed,\"AccountFilterType\":\"$ACCOUNT_FILTER\"}"
  fi
  aws cloudformation create-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
    --operation-id="$operation" --operation-preferences="$operation_preferences" \
    --deployment-targets="$deployment_targets" --regions="$1"
}

# delete_instances REGIONS UNITS: removes the stacks of units.
delete_instances() {
  aws cloudformation delete-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
    --operation-id="$operation" --operation-preferences="$operation_preferences" --no-retain-stacks \
    --deployment-targets="{\"OrganizationalUnitIds\":$2}" --regions="$1"
}

# deployed_pairs: the unit and the Region of each stack instance.
deployed_pairs() {
  printf '%s\n' "$instances" | awk -F '\t' '$4 ~ /^(ou|r)-/ { print $4 FS $2 }'
}

# At most 50 units are taken in one operation.
most_targets=50

# deploy_instances WORK: makes the stacks that are missing, and tries again those that failed. WORK is Regions and targets, a pair
# of JSON lists a line.
deploy_instances() {
  while IFS=$tab read -r where what; do
    if [ -n "$where" ]; then
      new_operation
      create_instances "$where" "$what"
      finish_operation "$operation"
    fi
  done <<EOF
$1
EOF
}

# apply_stack_set: makes the StackSet or brings it up to date, then the stacks that are missing or failed.
apply_stack_set() {
  step 1 'Look at what is there'
  check_caller
  look
  if [ -n "$found" ]; then
    settle
  fi
  set_targets

  step 2 "StackSet $STACK_SET_NAME"
  template_body=$(template)$newline
  if [ -z "$found" ]; then
    create_stack_set
  else
    differences=0
    compare_stack_set
    if [ "$differences" -gt 0 ]; then
      update_stack_set
    else
      say '   it is as this script says'
    fi
  fi

  step 3 'Stacks that are missing or failed'
  read_instances
  judge
  work=$(printf '%s\n' "$judged" | awk -F '\t' '$1 != "surplus" && $1 != "INOPERABLE" { print $4 FS $3 }' |
    batches "$most_targets")
  if [ -z "$work" ]; then
    say '   none'
  fi
  deploy_instances "$work"

  step 4 'Look at every stack'
  if [ "$dry_run" = no ]; then
    read_instances
    judge
    left=$(judged_as deficient)
    surplus=$(judged_as surplus)
    if [ -n "$surplus" ]; then
      say '   these are no targets of the spec; they are left as they are:'
      say "$surplus"
    fi
    if [ -n "$left" ]; then
      say "$left"
      stop "the stacks above are not CURRENT. Mend the cause in their accounts, then run this script again: it deploys to them" \
        "again. One that is INOPERABLE is first taken out with aws cloudformation delete-stack-instances --retain-stacks," \
        "and its stack deleted in its account."
    fi
    say "   $(line_count "$instances") stacks are CURRENT"
  fi
  current=
  say "$script: done"
}

# show_stack_set: lists the StackSet and its stacks, and names what differs from this script.
show_stack_set() {
  current='the comparison'
  check_caller
  look
  set_targets
  differences=0
  if [ -z "$found" ]; then
    differs "StackSet $STACK_SET_NAME" existence present missing
    instances=
  else
    compare_stack_set
    read_instances
    printf '%s\n' "$instances" | awk -F '\t' '$1 != "" { print $1 " " $2 ": " $3 }' | sort
    open=$(command aws cloudformation list-stack-set-operations --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
      --query="Summaries[?Status=='RUNNING' || Status=='QUEUED' || Status=='STOPPING'].[OperationId, Action, Status]" \
      --output=text)
    case $open in
    '' | None) ;;
    *) printf 'operation %s\n' "$open" ;;
    esac
  fi
  judge
  left=$(judged_as deficient)$newline$(judged_as surplus)
  while IFS= read -r line; do
    if [ -n "$line" ]; then
      differences=$((differences + 1))
      printf '%s\n' "$line"
    fi
  done <<EOF
$left
EOF
  current=
  if [ "$differences" -gt 0 ]; then
    say "$script: $differences differences; '$script apply' brings what is missing, and leaves stacks that are no targets"
    exit 1
  fi
  say "$script: $(line_count "$instances") stacks, all CURRENT and as this script says"
}

# say_kept: what is kept in the accounts.
say_kept() {
  say "$script: kept in each account, for the audit logs: the trail's bucket and log group, and their key if the spec made one."
  say "$script: to deploy again beside them, set STORAGE_EXISTS=true."
}

# remove_stack_set: removes the stacks from all accounts, then the StackSet.
remove_stack_set() {
  step 1 'Look at what is there'
  check_caller
  look
  if [ -z "$found" ] && [ "$dry_run" = no ]; then
    current=
    say "$script: StackSet $STACK_SET_NAME is already gone"
    exit 0
  fi
  if [ "$dry_run" = no ]; then
    settle
  fi
  read_instances
  say "  StackSet $STACK_SET_NAME"
  say "  $(line_count "$instances") stacks in the accounts"
  confirm 'Remove these, and all that they made except audit logs?'

  step 2 'Stacks in the accounts'
  if [ "$dry_run" = yes ]; then
    set_targets
    judge
    pairs=$(printf '%s\n' "$judged" | awk -F '\t' '{ print $4 FS $3 }')
  else
    pairs=$(deployed_pairs)
  fi
  work=$(printf '%s\n' "$pairs" | batches "$most_targets")
  while IFS=$tab read -r where what; do
    if [ -n "$where" ]; then
      new_operation
      delete_instances "$where" "$what"
      finish_operation "$operation"
    fi
  done <<EOF
$work
EOF
  read_instances
  if [ -n "$instances" ]; then
    printf '%s\n' "$instances" | awk -F '\t' '{ print $1 " " $2 ": " $3 ": " $5 }' >&2
    stop "the stacks above are left, so the StackSet is kept. Mend the cause in their accounts and run this script again; or take" \
      "them out with aws cloudformation delete-stack-instances --retain-stacks and delete them in their accounts."
  fi

  step 3 "StackSet $STACK_SET_NAME"
  aws cloudformation delete-stack-set --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS"
  current=
  say_kept
  say "$script: done"
}

case $task in
apply) apply_stack_set ;;
show) show_stack_set ;;
*) remove_stack_set ;;
esac
