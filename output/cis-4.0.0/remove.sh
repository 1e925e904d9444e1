#!/bin/sh
# remove.sh: removes what apply.sh made for the spec "cis-4.0.0", in reverse order.
#
# Written by gen from the spec 'cis-4.0.0'. Change the spec, not this file.
# Alarms on 15 kinds of account activity.
#   - Unauthorized API calls (CIS AWS Foundations Benchmark v4.0.0, 4.1)
#   - Console sign-in without MFA (CIS AWS Foundations Benchmark v4.0.0, 4.2)
#   - Use of the root user (CIS AWS Foundations Benchmark v4.0.0, 4.3)
#   - IAM policy changes (CIS AWS Foundations Benchmark v4.0.0, 4.4)
#   - CloudTrail configuration changes (CIS AWS Foundations Benchmark v4.0.0, 4.5)
#   - Failed console sign-ins (CIS AWS Foundations Benchmark v4.0.0, 4.6)
#   - KMS keys disabled or scheduled for deletion (CIS AWS Foundations Benchmark v4.0.0, 4.7)
#   - S3 bucket policy changes (CIS AWS Foundations Benchmark v4.0.0, 4.8)
#   - AWS Config configuration changes (CIS AWS Foundations Benchmark v4.0.0, 4.9)
#   - Security group changes (CIS AWS Foundations Benchmark v4.0.0, 4.10)
#   - Network ACL changes (CIS AWS Foundations Benchmark v4.0.0, 4.11)
#   - Network gateway changes (CIS AWS Foundations Benchmark v4.0.0, 4.12)
#   - Route table changes (CIS AWS Foundations Benchmark v4.0.0, 4.13)
#   - VPC changes (CIS AWS Foundations Benchmark v4.0.0, 4.14)
#   - AWS Organizations changes (CIS AWS Foundations Benchmark v4.0.0, 4.15)
#
# Steps
#   1. alarm OrgsChanges
#   2. alarm VPCChanges
#   3. alarm RouteTableChanges
#   4. alarm NetworkGatewayChanges
#   5. alarm NACLChanges
#   6. alarm SecurityGroupChanges
#   7. alarm AWSConfigChanges
#   8. alarm S3BucketPolicyChanges
#   9. alarm KMSKeyDisableOrDelete
#   10. alarm ConsoleAuthFailures
#   11. alarm CloudTrailConfigChanges
#   12. alarm IAMPolicyChanges
#   13. alarm RootUsage
#   14. alarm ConsoleSigninWithoutMFA
#   15. alarm UnauthorizedAPICalls
#   16. email subscription of $ENDPOINT_1
#   17. topic CISMonitoring
#   18. metric filter OrgsChanges
#   19. metric filter VPCChanges
#   20. metric filter RouteTableChanges
#   21. metric filter NetworkGatewayChanges
#   22. metric filter NACLChanges
#   23. metric filter SecurityGroupChanges
#   24. metric filter AWSConfigChanges
#   25. metric filter S3BucketPolicyChanges
#   26. metric filter KMSKeyDisableOrDelete
#   27. metric filter ConsoleAuthFailures
#   28. metric filter CloudTrailConfigChanges
#   29. metric filter IAMPolicyChanges
#   30. metric filter RootUsage
#   31. metric filter ConsoleSigninWithoutMFA
#   32. metric filter UnauthorizedAPICalls
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account to watch.
#   - Organizations events are recorded in the organization's management account: deploy there, in the trail's
#     home Region. Service-managed StackSets never reach that account.
#
# Usage: ./remove.sh [--yes] [--dry-run] [--help]
#   --yes               do not ask before removing
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --help              show this text
#
# Environment variables, and in brackets what is used without them
#   AWS_REGION                            Region, else that of the AWS CLI's configuration
#   LOG_GROUP_NAME                        CloudWatch Logs log group that the trail delivers to, in the trail's
#                                         home Region [aws-cloudtrail-logs]
#   ENDPOINT_1                            Who is told, by email [security@example.com]
#   METRIC_NAMESPACE                      Namespace of the metrics that the filters publish and the alarms watch
#                                         [CISBenchmark]
#   UNAUTHORIZED_API_CALLS_THRESHOLD      What alarm 'UnauthorizedAPICalls' compares the metric with [1]
#   UNAUTHORIZED_API_CALLS_PERIOD         Seconds over which alarm 'UnauthorizedAPICalls' adds up the metric
#                                         [300]
#   CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD  What alarm 'ConsoleSigninWithoutMFA' compares the metric with [1]
#   CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD     Seconds over which alarm 'ConsoleSigninWithoutMFA' adds up the metric
#                                         [300]
#   ROOT_USAGE_THRESHOLD                  What alarm 'RootUsage' compares the metric with [1]
#   ROOT_USAGE_PERIOD                     Seconds over which alarm 'RootUsage' adds up the metric [300]
#   IAM_POLICY_CHANGES_THRESHOLD          What alarm 'IAMPolicyChanges' compares the metric with [1]
#   IAM_POLICY_CHANGES_PERIOD             Seconds over which alarm 'IAMPolicyChanges' adds up the metric [300]
#   CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD  What alarm 'CloudTrailConfigChanges' compares the metric with [1]
#   CLOUD_TRAIL_CONFIG_CHANGES_PERIOD     Seconds over which alarm 'CloudTrailConfigChanges' adds up the metric
#                                         [300]
#   CONSOLE_AUTH_FAILURES_THRESHOLD       What alarm 'ConsoleAuthFailures' compares the metric with [1]
#   CONSOLE_AUTH_FAILURES_PERIOD          Seconds over which alarm 'ConsoleAuthFailures' adds up the metric
#                                         [300]
#   KMS_KEY_DISABLE_OR_DELETE_THRESHOLD   What alarm 'KMSKeyDisableOrDelete' compares the metric with [1]
#   KMS_KEY_DISABLE_OR_DELETE_PERIOD      Seconds over which alarm 'KMSKeyDisableOrDelete' adds up the metric
#                                         [300]
#   S3_BUCKET_POLICY_CHANGES_THRESHOLD    What alarm 'S3BucketPolicyChanges' compares the metric with [1]
#   S3_BUCKET_POLICY_CHANGES_PERIOD       Seconds over which alarm 'S3BucketPolicyChanges' adds up the metric
#                                         [300]
#   AWS_CONFIG_CHANGES_THRESHOLD          What alarm 'AWSConfigChanges' compares the metric with [1]
#   AWS_CONFIG_CHANGES_PERIOD             Seconds over which alarm 'AWSConfigChanges' adds up the metric [300]
#   SECURITY_GROUP_CHANGES_THRESHOLD      What alarm 'SecurityGroupChanges' compares the metric with [1]
#   SECURITY_GROUP_CHANGES_PERIOD         Seconds over which alarm 'SecurityGroupChanges' adds up the metric
#                                         [300]
#   NACL_CHANGES_THRESHOLD                What alarm 'NACLChanges' compares the metric with [1]
#   NACL_CHANGES_PERIOD                   Seconds over which alarm 'NACLChanges' adds up the metric [300]
#   NETWORK_GATEWAY_CHANGES_THRESHOLD     What alarm 'NetworkGatewayChanges' compares the metric with [1]
#   NETWORK_GATEWAY_CHANGES_PERIOD        Seconds over which alarm 'NetworkGatewayChanges' adds up the metric
#                                         [300]
#   ROUTE_TABLE_CHANGES_THRESHOLD         What alarm 'RouteTableChanges' compares the metric with [1]
#   ROUTE_TABLE_CHANGES_PERIOD            Seconds over which alarm 'RouteTableChanges' adds up the metric [300]
#   VPC_CHANGES_THRESHOLD                 What alarm 'VPCChanges' compares the metric with [1]
#   VPC_CHANGES_PERIOD                    Seconds over which alarm 'VPCChanges' adds up the metric [300]
#   ORGS_CHANGES_THRESHOLD                What alarm 'OrgsChanges' compares the metric with [1]
#   ORGS_CHANGES_PERIOD                   Seconds over which alarm 'OrgsChanges' adds up the metric [300]
#
# Exit status: 0 done, also when something was left alone because it differs from what apply.sh makes; 1 not
# confirmed; 64 wrong usage; 74 an AWS call failed. Running it again finishes what an unfinished run began.

set -eu
# Ranges such as a-z mean ASCII, and no pager waits for a key.
LC_ALL=C
AWS_PAGER=
export LC_ALL AWS_PAGER

script=remove.sh
remedy='When the cause above is mended, running it again finishes it.'
current=
dry_run=no
tab=$(printf '\t')
newline='
'

# say TEXT: speaks to the operator.
say() {
  printf '%s\n' "$*" >&2
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

# check_period VARIABLE VALUE LONGEST: seconds.
check_period() {
  wanted="seconds: a multiple of 60 from 60 to $3"
  case $2 in
  '' | *[!0-9]* | 0* | ??????*) refuse "$1" "$wanted" ;;
  esac
  if [ "$2" -gt "$3" ] || [ $(($2 % 60)) -ne 0 ]; then
    refuse "$1" "$wanted"
  fi
}

# check_number VARIABLE VALUE: a number.
check_number() {
  wanted='a number such as 1, -2.5 or 1e6'
  case $2 in
  '' | *[!0-9.eE+-]*) refuse "$1" "$wanted" ;;
  esac
  [ "${#2}" -le 40 ] || refuse "$1" "$wanted"
  printf '%s\n' "$2" | grep -E -q -e '^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[12]?[0-9]?[0-9])?$' ||
    refuse "$1" "$wanted"
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

# unquoted STRING: what a JSON string holds, its line breaks as blanks.
unquoted() {
  printf '%s\n' "$1" | sed -e 's/^"//' -e 's/"$//' -e 's/\\[nrt]/ /g' -e 's/\\\(.\)/\1/g'
}

# holds TEXT PART: whether PART stands somewhere in TEXT.
holds() {
  case $1 in
  *"$2"*) return 0 ;;
  esac
  return 1
}

# has_line LINE LINES: whether one of the lines is LINE.
has_line() {
  case $newline$2$newline in
  *"$newline$1$newline"*) return 0 ;;
  esac
  return 1
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

# expect_subscription WHAT FOUND: FOUND is who hears, and the ARN, which only a confirmed subscription has.
expect_subscription() {
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  if [ -z "$2" ]; then
    differs "$1" existence present missing
    return 0
  fi
  subscription_arn=$(unquoted "${2#*"$newline"}")
  case $subscription_arn in
  arn:*) ;;
  *)
    differs "$1" SubscriptionArn 'a confirmed subscription' "$subscription_arn"
    return 0
    ;;
  esac
  attributes=$(ask NotFound sns get-subscription-attributes --subscription-arn="$subscription_arn" \
    --query="Attributes.[not_null(FilterPolicy, 'none'), not_null(RawMessageDelivery, 'false')]") || return 74
  expect "$1" "$attributes" FilterPolicy '"none"' RawMessageDelivery '"false"'
}

# expect_nobody_else WHAT SUBSCRIBERS OURS: whoever else hears a topic would hear nothing without it.
expect_nobody_else() {
  while IFS= read -r subscriber; do
    if [ -n "$subscriber" ] && ! has_line "$subscriber" "$3"; then
      differs "$1" subscription none "$subscriber"
    fi
  done <<EOF
$2
EOF
}

# expect_no_alarm WHAT ALARMS: an alarm that still tells a topic would tell nobody without it.
expect_no_alarm() {
  while IFS= read -r teller; do
    [ -z "$teller" ] || differs "$1" alarm none "$teller"
  done <<EOF
$2
EOF
}

# unsubscribe WHAT FOUND: a subscription that nobody confirmed has no ARN, and ends with the topic or after three days.
unsubscribe() {
  subscription_arn=$(unquoted "${2#*"$newline"}")
  if [ "$dry_run" = yes ]; then
    subscription_arn=SUBSCRIPTION_ARN
  fi
  case $subscription_arn in
  arn:* | SUBSCRIPTION_ARN) aws sns unsubscribe --subscription-arn="$subscription_arn" ;;
  *) say "   $1 was never confirmed; it ends with the topic, or by itself after three days" ;;
  esac
}

# absent WHAT FIELDS: whether there is nothing to remove.
absent() {
  if [ "$dry_run" = yes ] || [ -n "$2" ]; then
    return 1
  fi
  say "   $1 is already gone"
}

# ours WHAT: whether no difference was found since `differences` was set to 0; what differs is left alone and named.
ours() {
  if [ "$differences" -eq 0 ]; then
    return 0
  fi
  say "   $1 differs from what apply.sh makes (see above), so it is left alone"
  left="$left$newline  $1"
  return 1
}

# canonical: a JSON policy, one statement a line, its members and lists sorted, a list of one as its element.
canonical() {
  awk '
    function blanks() {
      while (substr(text, at, 1) ~ /^[ \t\r\n]$/) at++
    }
    function string(    from, c) {
      from = at++
      while (at <= length(text)) {
        c = substr(text, at, 1)
        if (c == "\\") at++
        at++
        if (c == "\"") break
      }
      c = substr(text, from, at - from)
      gsub(/\\\//, "/", c)
      return c
    }
    function joined(items, count, separator,    i, j, held, all) {
      for (i = 2; i <= count; i++) {
        held = items[i]
        for (j = i - 1; j >= 1 && items[j] > held; j--) items[j + 1] = items[j]
        items[j + 1] = held
      }
      all = ""
      for (i = 1; i <= count; i++) all = all (i > 1 ? separator : "") items[i]
      return all
    }
    function value(depth,    c, from) {
      blanks()
      c = substr(text, at, 1)
      if (c == "{") return object(depth)
      if (c == "[") return list(depth)
      if (c == "\"") return string()
      from = at
      while (substr(text, at, 1) ~ /^[-+.0-9A-Za-z]$/) at++
      if (at == from) at++
      return substr(text, from, at - from)
    }
    function object(depth,    items, count, key, all) {
      at++
      count = 0
      blanks()
      while (at <= length(text) && substr(text, at, 1) != "}") {
        key = string()
        blanks()
        at++
        all = value(depth + 1)
        if (!(depth == 0 && key == "\"Id\"")) items[++count] = key (depth == 0 ? " " : ":") all
        blanks()
        if (substr(text, at, 1) == ",") at++
        blanks()
      }
      at++
      if (depth == 0) return joined(items, count, "\n")
      all = "{" joined(items, count, ",") "}"
      return all == "{\"AWS\":\"*\"}" ? "\"*\"" : all
    }
    function list(depth,    items, count, all) {
      at++
      count = 0
      blanks()
      while (at <= length(text) && substr(text, at, 1) != "]") {
        items[++count] = value(depth + 1)
        blanks()
        if (substr(text, at, 1) == ",") at++
        blanks()
      }
      at++
      if (depth == 1) return joined(items, count, "\n\"Statement\" ")
      all = joined(items, count, ",")
      return count == 1 ? all : "[" all "]"
    }
    { text = text $0 "\n" }
    END {
      at = 1
      print value(0)
    }
  '
}

# expect_policy WHAT WANTED FOUND: compares two policies, statement by statement.
expect_policy() {
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  if [ -z "$3" ]; then
    differs "$1" Policy present missing
    return 0
  fi
  wanted=$(printf '%s\n' "$2" | canonical)
  found=$(printf '%s\n' "$3" | canonical)
  while IFS= read -r line; do
    has_line "$line" "$found" || differs "$1" Policy "$line" ''
  done <<EOF
$wanted
EOF
  while IFS= read -r line; do
    has_line "$line" "$wanted" || differs "$1" Policy '' "$line"
  done <<EOF
$found
EOF
}

assume_yes=no
for option in "$@"; do
  case $option in
  --dry-run) dry_run=yes ;;
  --yes) assume_yes=yes ;;
  -h | --help) usage && exit 0 ;;
  *) say "$script: unknown option '$option'; the options are --yes, --dry-run and --help" && exit 64 ;;
  esac
done
trap 'finish "$?"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What differs from account to account: the spec's values, unless the environment says otherwise.
LOG_GROUP_NAME=${LOG_GROUP_NAME-aws-cloudtrail-logs}
ENDPOINT_1=${ENDPOINT_1-security@example.com}
METRIC_NAMESPACE=${METRIC_NAMESPACE-CISBenchmark}
UNAUTHORIZED_API_CALLS_THRESHOLD=${UNAUTHORIZED_API_CALLS_THRESHOLD-1}
UNAUTHORIZED_API_CALLS_PERIOD=${UNAUTHORIZED_API_CALLS_PERIOD-300}
CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD=${CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD-1}
CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD=${CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD-300}
ROOT_USAGE_THRESHOLD=${ROOT_USAGE_THRESHOLD-1}
ROOT_USAGE_PERIOD=${ROOT_USAGE_PERIOD-300}
IAM_POLICY_CHANGES_THRESHOLD=${IAM_POLICY_CHANGES_THRESHOLD-1}
IAM_POLICY_CHANGES_PERIOD=${IAM_POLICY_CHANGES_PERIOD-300}
CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD=${CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD-1}
CLOUD_TRAIL_CONFIG_CHANGES_PERIOD=${CLOUD_TRAIL_CONFIG_CHANGES_PERIOD-300}
CONSOLE_AUTH_FAILURES_THRESHOLD=${CONSOLE_AUTH_FAILURES_THRESHOLD-1}
CONSOLE_AUTH_FAILURES_PERIOD=${CONSOLE_AUTH_FAILURES_PERIOD-300}
KMS_KEY_DISABLE_OR_DELETE_THRESHOLD=${KMS_KEY_DISABLE_OR_DELETE_THRESHOLD-1}
KMS_KEY_DISABLE_OR_DELETE_PERIOD=${KMS_KEY_DISABLE_OR_DELETE_PERIOD-300}
S3_BUCKET_POLICY_CHANGES_THRESHOLD=${S3_BUCKET_POLICY_CHANGES_THRESHOLD-1}
S3_BUCKET_POLICY_CHANGES_PERIOD=${S3_BUCKET_POLICY_CHANGES_PERIOD-300}
AWS_CONFIG_CHANGES_THRESHOLD=${AWS_CONFIG_CHANGES_THRESHOLD-1}
AWS_CONFIG_CHANGES_PERIOD=${AWS_CONFIG_CHANGES_PERIOD-300}
SECURITY_GROUP_CHANGES_THRESHOLD=${SECURITY_GROUP_CHANGES_THRESHOLD-1}
SECURITY_GROUP_CHANGES_PERIOD=${SECURITY_GROUP_CHANGES_PERIOD-300}
NACL_CHANGES_THRESHOLD=${NACL_CHANGES_THRESHOLD-1}
NACL_CHANGES_PERIOD=${NACL_CHANGES_PERIOD-300}
NETWORK_GATEWAY_CHANGES_THRESHOLD=${NETWORK_GATEWAY_CHANGES_THRESHOLD-1}
NETWORK_GATEWAY_CHANGES_PERIOD=${NETWORK_GATEWAY_CHANGES_PERIOD-300}
ROUTE_TABLE_CHANGES_THRESHOLD=${ROUTE_TABLE_CHANGES_THRESHOLD-1}
ROUTE_TABLE_CHANGES_PERIOD=${ROUTE_TABLE_CHANGES_PERIOD-300}
VPC_CHANGES_THRESHOLD=${VPC_CHANGES_THRESHOLD-1}
VPC_CHANGES_PERIOD=${VPC_CHANGES_PERIOD-300}
ORGS_CHANGES_THRESHOLD=${ORGS_CHANGES_THRESHOLD-1}
ORGS_CHANGES_PERIOD=${ORGS_CHANGES_PERIOD-300}

# Nothing is called before every value has proved harmless.
check_name LOG_GROUP_NAME "$LOG_GROUP_NAME" 512
check_email ENDPOINT_1 "$ENDPOINT_1"
check_name METRIC_NAMESPACE "$METRIC_NAMESPACE" 255
check_number UNAUTHORIZED_API_CALLS_THRESHOLD "$UNAUTHORIZED_API_CALLS_THRESHOLD"
check_period UNAUTHORIZED_API_CALLS_PERIOD "$UNAUTHORIZED_API_CALLS_PERIOD" 86400
check_number CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD "$CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD"
check_period CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD "$CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD" 86400
check_number ROOT_USAGE_THRESHOLD "$ROOT_USAGE_THRESHOLD"
check_period ROOT_USAGE_PERIOD "$ROOT_USAGE_PERIOD" 86400
check_number IAM_POLICY_CHANGES_THRESHOLD "$IAM_POLICY_CHANGES_THRESHOLD"
check_period IAM_POLICY_CHANGES_PERIOD "$IAM_POLICY_CHANGES_PERIOD" 86400
check_number CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD "$CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD"
check_period CLOUD_TRAIL_CONFIG_CHANGES_PERIOD "$CLOUD_TRAIL_CONFIG_CHANGES_PERIOD" 86400
check_number CONSOLE_AUTH_FAILURES_THRESHOLD "$CONSOLE_AUTH_FAILURES_THRESHOLD"
check_period CONSOLE_AUTH_FAILURES_PERIOD "$CONSOLE_AUTH_FAILURES_PERIOD" 86400
check_number KMS_KEY_DISABLE_OR_DELETE_THRESHOLD "$KMS_KEY_DISABLE_OR_DELETE_THRESHOLD"
check_period KMS_KEY_DISABLE_OR_DELETE_PERIOD "$KMS_KEY_DISABLE_OR_DELETE_PERIOD" 86400
check_number S3_BUCKET_POLICY_CHANGES_THRESHOLD "$S3_BUCKET_POLICY_CHANGES_THRESHOLD"
check_period S3_BUCKET_POLICY_CHANGES_PERIOD "$S3_BUCKET_POLICY_CHANGES_PERIOD" 86400
check_number AWS_CONFIG_CHANGES_THRESHOLD "$AWS_CONFIG_CHANGES_THRESHOLD"
check_period AWS_CONFIG_CHANGES_PERIOD "$AWS_CONFIG_CHANGES_PERIOD" 86400
check_number SECURITY_GROUP_CHANGES_THRESHOLD "$SECURITY_GROUP_CHANGES_THRESHOLD"
check_period SECURITY_GROUP_CHANGES_PERIOD "$SECURITY_GROUP_CHANGES_PERIOD" 86400
check_number NACL_CHANGES_THRESHOLD "$NACL_CHANGES_THRESHOLD"
check_period NACL_CHANGES_PERIOD "$NACL_CHANGES_PERIOD" 86400
check_number NETWORK_GATEWAY_CHANGES_THRESHOLD "$NETWORK_GATEWAY_CHANGES_THRESHOLD"
check_period NETWORK_GATEWAY_CHANGES_PERIOD "$NETWORK_GATEWAY_CHANGES_PERIOD" 86400
check_number ROUTE_TABLE_CHANGES_THRESHOLD "$ROUTE_TABLE_CHANGES_THRESHOLD"
check_period ROUTE_TABLE_CHANGES_PERIOD "$ROUTE_TABLE_CHANGES_PERIOD" 86400
check_number VPC_CHANGES_THRESHOLD "$VPC_CHANGES_THRESHOLD"
check_period VPC_CHANGES_PERIOD "$VPC_CHANGES_PERIOD" 86400
check_number ORGS_CHANGES_THRESHOLD "$ORGS_CHANGES_THRESHOLD"
check_period ORGS_CHANGES_PERIOD "$ORGS_CHANGES_PERIOD" 86400

# Where this is: the Region, the account and the partition.
region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}}
if [ -z "$region" ]; then
  region=$(command aws configure get region) || region=
fi
case $region in
'' | *[!a-z0-9-]*)
  say "$script: no usable Region. Set AWS_REGION to the home Region of the trail, such as us-east-1."
  exit 64
  ;;
esac
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

# Names that follow from account and Region.
topic_arn="arn:$partition:sns:$region:$account:CISMonitoring"

topic_policy='{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "CloudWatchAlarmsPublish",
      "Effect": "Allow",
      "Principal": {
        "Service": "cloudwatch.amazonaws.com"
      },
      "Action": "sns:Publish",
      "Resource": "'"$topic_arn"'",
      "Condition": {
        "StringEquals": {
          "aws:SourceAccount": "'"$account"'"
        },
        "ArnLike": {
          "aws:SourceArn": "arn:'"$partition"':cloudwatch:'"$region"':'"$account"':alarm:*"
        }
      }
    }
  ]
}'
left=
say '  alarm OrgsChanges'
say '  alarm VPCChanges'
say '  alarm RouteTableChanges'
say '  alarm NetworkGatewayChanges'
say '  alarm NACLChanges'
say '  alarm SecurityGroupChanges'
say '  alarm AWSConfigChanges'
say '  alarm S3BucketPolicyChanges'
say '  alarm KMSKeyDisableOrDelete'
say '  alarm ConsoleAuthFailures'
say '  alarm CloudTrailConfigChanges'
say '  alarm IAMPolicyChanges'
say '  alarm RootUsage'
say '  alarm ConsoleSigninWithoutMFA'
say '  alarm UnauthorizedAPICalls'
say "  email subscription of $ENDPOINT_1"
say '  topic CISMonitoring'
say '  metric filter OrgsChanges'
say '  metric filter VPCChanges'
say '  metric filter RouteTableChanges'
say '  metric filter NetworkGatewayChanges'
say '  metric filter NACLChanges'
say '  metric filter SecurityGroupChanges'
say '  metric filter AWSConfigChanges'
say '  metric filter S3BucketPolicyChanges'
say '  metric filter KMSKeyDisableOrDelete'
say '  metric filter ConsoleAuthFailures'
say '  metric filter CloudTrailConfigChanges'
say '  metric filter IAMPolicyChanges'
say '  metric filter RootUsage'
say '  metric filter ConsoleSigninWithoutMFA'
say '  metric filter UnauthorizedAPICalls'
confirm "Remove these from account $account, Region $region?"

step 1 'alarm OrgsChanges'
alarms=$(ask none cloudwatch describe-alarms \
  --query="MetricAlarms[].[
    AlarmName,
    not_null(MetricName, ''),
    not_null(Namespace, ''),
    join(' ', sort([AlarmActions][])),
    not_null(AlarmDescription, ''),
    join(' ', sort([OKActions][])),
    join(' ', sort([InsufficientDataActions][])),
    ActionsEnabled,
    not_null(Statistic, 'none'),
    not_null(ExtendedStatistic, 'none'),
    not_null(Period, 'none'),
    not_null(Unit, 'None'),
    EvaluationPeriods,
    not_null(DatapointsToAlarm, EvaluationPeriods),
    not_null(Threshold, 'none'),
    ComparisonOperator,
    not_null(TreatMissingData, 'missing'),
    join(' ', sort([Dimensions[].join('=', [Name, Value])][])),
    length([Metrics][])
  ][]" \
  --cli-input-json '{"AlarmNames":["UnauthorizedAPICalls","ConsoleSigninWithoutMFA","RootUsage","IAMPolicyChanges","CloudTrailConfigChanges","ConsoleAuthFailures","KMSKeyDisableOrDelete","S3BucketPolicyChanges","AWSConfigChanges","SecurityGroupChanges","NACLChanges","NetworkGatewayChanges","RouteTableChanges","VPCChanges","OrgsChanges"]}')
found=$(row '"OrgsChanges"' 19 "$alarms")
if ! absent 'alarm OrgsChanges' "$found"; then
  differences=0
  expect 'alarm OrgsChanges' "$found" \
    AlarmName '"OrgsChanges"' \
    MetricName '"OrgsChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"AWS Organizations changes (CIS AWS Foundations Benchmark v4.0.0, 4.15)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $ORGS_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $ORGS_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm OrgsChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["OrgsChanges"]}'
  fi
fi

step 2 'alarm VPCChanges'
found=$(row '"VPCChanges"' 19 "$alarms")
if ! absent 'alarm VPCChanges' "$found"; then
  differences=0
  expect 'alarm VPCChanges' "$found" \
    AlarmName '"VPCChanges"' \
    MetricName '"VPCChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"VPC changes (CIS AWS Foundations Benchmark v4.0.0, 4.14)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $VPC_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $VPC_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm VPCChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["VPCChanges"]}'
  fi
fi

step 3 'alarm RouteTableChanges'
found=$(row '"RouteTableChanges"' 19 "$alarms")
if ! absent 'alarm RouteTableChanges' "$found"; then
  differences=0
  expect 'alarm RouteTableChanges' "$found" \
    AlarmName '"RouteTableChanges"' \
    MetricName '"RouteTableChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Route table changes (CIS AWS Foundations Benchmark v4.0.0, 4.13)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $ROUTE_TABLE_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $ROUTE_TABLE_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm RouteTableChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["RouteTableChanges"]}'
  fi
fi

step 4 'alarm NetworkGatewayChanges'
found=$(row '"NetworkGatewayChanges"' 19 "$alarms")
if ! absent 'alarm NetworkGatewayChanges' "$found"; then
  differences=0
  expect 'alarm NetworkGatewayChanges' "$found" \
    AlarmName '"NetworkGatewayChanges"' \
    MetricName '"NetworkGatewayChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Network gateway changes (CIS AWS Foundations Benchmark v4.0.0, 4.12)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $NETWORK_GATEWAY_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $NETWORK_GATEWAY_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm NetworkGatewayChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["NetworkGatewayChanges"]}'
  fi
fi

step 5 'alarm NACLChanges'
found=$(row '"NACLChanges"' 19 "$alarms")
if ! absent 'alarm NACLChanges' "$found"; then
  differences=0
  expect 'alarm NACLChanges' "$found" \
    AlarmName '"NACLChanges"' \
    MetricName '"NACLChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Network ACL changes (CIS AWS Foundations Benchmark v4.0.0, 4.11)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $NACL_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $NACL_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm NACLChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["NACLChanges"]}'
  fi
fi

step 6 'alarm SecurityGroupChanges'
found=$(row '"SecurityGroupChanges"' 19 "$alarms")
if ! absent 'alarm SecurityGroupChanges' "$found"; then
  differences=0
  expect 'alarm SecurityGroupChanges' "$found" \
    AlarmName '"SecurityGroupChanges"' \
    MetricName '"SecurityGroupChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Security group changes (CIS AWS Foundations Benchmark v4.0.0, 4.10)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $SECURITY_GROUP_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $SECURITY_GROUP_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm SecurityGroupChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["SecurityGroupChanges"]}'
  fi
fi

step 7 'alarm AWSConfigChanges'
found=$(row '"AWSConfigChanges"' 19 "$alarms")
if ! absent 'alarm AWSConfigChanges' "$found"; then
  differences=0
  expect 'alarm AWSConfigChanges' "$found" \
    AlarmName '"AWSConfigChanges"' \
    MetricName '"AWSConfigChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"AWS Config configuration changes (CIS AWS Foundations Benchmark v4.0.0, 4.9)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $AWS_CONFIG_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $AWS_CONFIG_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm AWSConfigChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["AWSConfigChanges"]}'
  fi
fi

step 8 'alarm S3BucketPolicyChanges'
found=$(row '"S3BucketPolicyChanges"' 19 "$alarms")
if ! absent 'alarm S3BucketPolicyChanges' "$found"; then
  differences=0
  expect 'alarm S3BucketPolicyChanges' "$found" \
    AlarmName '"S3BucketPolicyChanges"' \
    MetricName '"S3BucketPolicyChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"S3 bucket policy changes (CIS AWS Foundations Benchmark v4.0.0, 4.8)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $S3_BUCKET_POLICY_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $S3_BUCKET_POLICY_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm S3BucketPolicyChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["S3BucketPolicyChanges"]}'
  fi
fi

step 9 'alarm KMSKeyDisableOrDelete'
found=$(row '"KMSKeyDisableOrDelete"' 19 "$alarms")
if ! absent 'alarm KMSKeyDisableOrDelete' "$found"; then
  differences=0
  expect 'alarm KMSKeyDisableOrDelete' "$found" \
    AlarmName '"KMSKeyDisableOrDelete"' \
    MetricName '"KMSKeyDisableOrDelete"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"KMS keys disabled or scheduled for deletion (CIS AWS Foundations Benchmark v4.0.0, 4.7)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $KMS_KEY_DISABLE_OR_DELETE_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $KMS_KEY_DISABLE_OR_DELETE_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm KMSKeyDisableOrDelete'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["KMSKeyDisableOrDelete"]}'
  fi
fi

step 10 'alarm ConsoleAuthFailures'
found=$(row '"ConsoleAuthFailures"' 19 "$alarms")
if ! absent 'alarm ConsoleAuthFailures' "$found"; then
  differences=0
  expect 'alarm ConsoleAuthFailures' "$found" \
    AlarmName '"ConsoleAuthFailures"' \
    MetricName '"ConsoleAuthFailures"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Failed console sign-ins (CIS AWS Foundations Benchmark v4.0.0, 4.6)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $CONSOLE_AUTH_FAILURES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $CONSOLE_AUTH_FAILURES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm ConsoleAuthFailures'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["ConsoleAuthFailures"]}'
  fi
fi

step 11 'alarm CloudTrailConfigChanges'
found=$(row '"CloudTrailConfigChanges"' 19 "$alarms")
if ! absent 'alarm CloudTrailConfigChanges' "$found"; then
  differences=0
  expect 'alarm CloudTrailConfigChanges' "$found" \
    AlarmName '"CloudTrailConfigChanges"' \
    MetricName '"CloudTrailConfigChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"CloudTrail configuration changes (CIS AWS Foundations Benchmark v4.0.0, 4.5)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $CLOUD_TRAIL_CONFIG_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm CloudTrailConfigChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["CloudTrailConfigChanges"]}'
  fi
fi

step 12 'alarm IAMPolicyChanges'
found=$(row '"IAMPolicyChanges"' 19 "$alarms")
if ! absent 'alarm IAMPolicyChanges' "$found"; then
  differences=0
  expect 'alarm IAMPolicyChanges' "$found" \
    AlarmName '"IAMPolicyChanges"' \
    MetricName '"IAMPolicyChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"IAM policy changes (CIS AWS Foundations Benchmark v4.0.0, 4.4)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $IAM_POLICY_CHANGES_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $IAM_POLICY_CHANGES_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm IAMPolicyChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["IAMPolicyChanges"]}'
  fi
fi

step 13 'alarm RootUsage'
found=$(row '"RootUsage"' 19 "$alarms")
if ! absent 'alarm RootUsage' "$found"; then
  differences=0
  expect 'alarm RootUsage' "$found" \
    AlarmName '"RootUsage"' \
    MetricName '"RootUsage"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Use of the root user (CIS AWS Foundations Benchmark v4.0.0, 4.3)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $ROOT_USAGE_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $ROOT_USAGE_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm RootUsage'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["RootUsage"]}'
  fi
fi

step 14 'alarm ConsoleSigninWithoutMFA'
found=$(row '"ConsoleSigninWithoutMFA"' 19 "$alarms")
if ! absent 'alarm ConsoleSigninWithoutMFA' "$found"; then
  differences=0
  expect 'alarm ConsoleSigninWithoutMFA' "$found" \
    AlarmName '"ConsoleSigninWithoutMFA"' \
    MetricName '"ConsoleSigninWithoutMFA"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Console sign-in without MFA (CIS AWS Foundations Benchmark v4.0.0, 4.2)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm ConsoleSigninWithoutMFA'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["ConsoleSigninWithoutMFA"]}'
  fi
fi

step 15 'alarm UnauthorizedAPICalls'
found=$(row '"UnauthorizedAPICalls"' 19 "$alarms")
if ! absent 'alarm UnauthorizedAPICalls' "$found"; then
  differences=0
  expect 'alarm UnauthorizedAPICalls' "$found" \
    AlarmName '"UnauthorizedAPICalls"' \
    MetricName '"UnauthorizedAPICalls"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"Unauthorized API calls (CIS AWS Foundations Benchmark v4.0.0, 4.1)"' \
    OKActions '""' \
    InsufficientDataActions '""' \
    ActionsEnabled true \
    Statistic '"Sum"' \
    ExtendedStatistic '"none"' \
    Period "number $UNAUTHORIZED_API_CALLS_PERIOD" \
    Unit '"None"' \
    EvaluationPeriods 1 \
    DatapointsToAlarm 1 \
    Threshold "number $UNAUTHORIZED_API_CALLS_THRESHOLD" \
    ComparisonOperator '"GreaterThanOrEqualToThreshold"' \
    TreatMissingData '"notBreaching"' \
    Dimensions '""' \
    Metrics 0
  if ours 'alarm UnauthorizedAPICalls'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["UnauthorizedAPICalls"]}'
  fi
fi

step 16 "email subscription of $ENDPOINT_1"
subscriptions=$(ask NotFound sns list-subscriptions-by-topic \
  --topic-arn="$topic_arn" \
  --query="Subscriptions[].[join(' ', [Protocol, Endpoint]), SubscriptionArn][]")
found=$(row "\"email $ENDPOINT_1\"" 2 "$subscriptions")
if ! absent "email subscription of $ENDPOINT_1" "$found"; then
  unsubscribe "email subscription of $ENDPOINT_1" "$found"
fi

step 17 'topic CISMonitoring'
found=$(ask NotFound sns get-topic-attributes \
  --topic-arn="$topic_arn" \
  --query="[
    not_null(Attributes.DisplayName, ''),
    not_null(Attributes.KmsMasterKeyId, 'none'),
    not_null(Attributes.FifoTopic, 'false')
  ]")
if ! absent 'topic CISMonitoring' "$found"; then
  differences=0
  expect 'topic CISMonitoring' "$found" DisplayName '""' KmsMasterKeyId '"none"' FifoTopic '"false"'
  found=$(ask NotFound sns get-topic-attributes --topic-arn="$topic_arn" --query='[Attributes.Policy]')
  found=$(unquoted "$found")
  expect_policy 'policy of the topic CISMonitoring' "$topic_policy" "$found"
  subscribers=$(ask NotFound sns list-subscriptions-by-topic \
    --topic-arn="$topic_arn" \
    --query='Subscriptions[?SubscriptionArn!='\''Deleted'\''].[join('\'' '\'', [Protocol, Endpoint])][]')
  expect_nobody_else 'topic CISMonitoring' "$subscribers" "\"email $ENDPOINT_1\"$newline"
  # The alarms of this script are gone by now, or left alone. The service's own filter takes whatever begins like the ARN.
  tellers=$(ask none cloudwatch describe-alarms \
    --alarm-types CompositeAlarm MetricAlarm \
    --query="[MetricAlarms, CompositeAlarms][] | [?contains([AlarmActions, OKActions, InsufficientDataActions][], '$topic_arn')].AlarmName")
  expect_no_alarm 'topic CISMonitoring' "$tellers"
  if ours 'topic CISMonitoring'; then
    aws sns delete-topic --topic-arn="$topic_arn"
  fi
fi

step 18 'metric filter OrgsChanges'
filters=$(ask ResourceNotFoundException logs describe-metric-filters \
  --log-group-name="$LOG_GROUP_NAME" \
  --query="metricFilters[].[
    filterName,
    not_null(metricTransformations[0].metricName, ''),
    not_null(metricTransformations[0].metricNamespace, ''),
    not_null(filterPattern, ''),
    not_null(metricTransformations[0].metricValue, ''),
    not_null(metricTransformations[0].defaultValue, 'none'),
    not_null(metricTransformations[0].unit, 'None'),
    type(metricTransformations[0].dimensions),
    not_null(fieldSelectionCriteria, ''),
    join(' ', sort(not_null(emitSystemFieldDimensions, metricTransformations[:0]))),
    to_string(not_null(applyOnTransformedLogs, 'false'))
  ][]")
found=$(row '"OrgsChanges"' 11 "$filters")
if ! absent 'metric filter OrgsChanges' "$found"; then
  differences=0
  expect 'metric filter OrgsChanges' "$found" \
    filterName '"OrgsChanges"' \
    metricName '"OrgsChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = \"AcceptHandshake\") || ($.eventName = \"AttachPolicy\") || ($.eventName = \"CreateAccount\") || ($.eventName = \"CreateOrganizationalUnit\") || ($.eventName = \"CreatePolicy\") || ($.eventName = \"DeclineHandshake\") || ($.eventName = \"DeleteOrganization\") || ($.eventName = \"DeleteOrganizationalUnit\") || ($.eventName = \"DeletePolicy\") || ($.eventName = \"DetachPolicy\") || ($.eventName = \"DisablePolicyType\") || ($.eventName = \"EnablePolicyType\") || ($.eventName = \"InviteAccountToOrganization\") || ($.eventName = \"LeaveOrganization\") || ($.eventName = \"MoveAccount\") || ($.eventName = \"RemoveAccountFromOrganization\") || ($.eventName = \"UpdatePolicy\") || ($.eventName = \"UpdateOrganizationalUnit\")) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter OrgsChanges'; then
    aws logs delete-metric-filter --log-group-name="$LOG_GROUP_NAME" --cli-input-json '{"filterName":"OrgsChanges"}'
  fi
fi

step 19 'metric filter VPCChanges'
found=$(row '"VPCChanges"' 11 "$filters")
if ! absent 'metric filter VPCChanges' "$found"; then
  differences=0
  expect 'metric filter VPCChanges' "$found" \
    filterName '"VPCChanges"' \
    metricName '"VPCChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter VPCChanges'; then
    aws logs delete-metric-filter --log-group-name="$LOG_GROUP_NAME" --cli-input-json '{"filterName":"VPCChanges"}'
  fi
fi

step 20 'metric filter RouteTableChanges'
found=$(row '"RouteTableChanges"' 11 "$filters")
if ! absent 'metric filter RouteTableChanges' "$found"; then
  differences=0
  expect 'metric filter RouteTableChanges' "$found" \
    filterName '"RouteTableChanges"' \
    metricName '"RouteTableChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter RouteTableChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"RouteTableChanges"}'
  fi
fi

step 21 'metric filter NetworkGatewayChanges'
found=$(row '"NetworkGatewayChanges"' 11 "$filters")
if ! absent 'metric filter NetworkGatewayChanges' "$found"; then
  differences=0
  expect 'metric filter NetworkGatewayChanges' "$found" \
    filterName '"NetworkGatewayChanges"' \
    metricName '"NetworkGatewayChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter NetworkGatewayChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"NetworkGatewayChanges"}'
  fi
fi

step 22 'metric filter NACLChanges'
found=$(row '"NACLChanges"' 11 "$filters")
if ! absent 'metric filter NACLChanges' "$found"; then
  differences=0
  expect 'metric filter NACLChanges' "$found" \
    filterName '"NACLChanges"' \
    metricName '"NACLChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventName = CreateNetworkAcl) || ($.eventName =  CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter NACLChanges'; then
    aws logs delete-metric-filter --log-group-name="$LOG_GROUP_NAME" --cli-input-json '{"filterName":"NACLChanges"}'
  fi
fi

step 23 'metric filter SecurityGroupChanges'
found=$(row '"SecurityGroupChanges"' 11 "$filters")
if ! absent 'metric filter SecurityGroupChanges' "$found"; then
  differences=0
  expect 'metric filter SecurityGroupChanges' "$found" \
    filterName '"SecurityGroupChanges"' \
    metricName '"SecurityGroupChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter SecurityGroupChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"SecurityGroupChanges"}'
  fi
fi

step 24 'metric filter AWSConfigChanges'
found=$(row '"AWSConfigChanges"' 11 "$filters")
if ! absent 'metric filter AWSConfigChanges' "$found"; then
  differences=0
  expect 'metric filter AWSConfigChanges' "$found" \
    filterName '"AWSConfigChanges"' \
    metricName '"AWSConfigChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=DeleteDeliveryChannel) ||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter AWSConfigChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"AWSConfigChanges"}'
  fi
fi

step 25 'metric filter S3BucketPolicyChanges'
found=$(row '"S3BucketPolicyChanges"' 11 "$filters")
if ! absent 'metric filter S3BucketPolicyChanges' "$found"; then
  differences=0
  expect 'metric filter S3BucketPolicyChanges' "$found" \
    filterName '"S3BucketPolicyChanges"' \
    metricName '"S3BucketPolicyChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter S3BucketPolicyChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"S3BucketPolicyChanges"}'
  fi
fi

step 26 'metric filter KMSKeyDisableOrDelete'
found=$(row '"KMSKeyDisableOrDelete"' 11 "$filters")
if ! absent 'metric filter KMSKeyDisableOrDelete' "$found"; then
  differences=0
  expect 'metric filter KMSKeyDisableOrDelete' "$found" \
    filterName '"KMSKeyDisableOrDelete"' \
    metricName '"KMSKeyDisableOrDelete"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter KMSKeyDisableOrDelete'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"KMSKeyDisableOrDelete"}'
  fi
fi

step 27 'metric filter ConsoleAuthFailures'
found=$(row '"ConsoleAuthFailures"' 11 "$filters")
if ! absent 'metric filter ConsoleAuthFailures' "$found"; then
  differences=0
  expect 'metric filter ConsoleAuthFailures' "$found" \
    filterName '"ConsoleAuthFailures"' \
    metricName '"ConsoleAuthFailures"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter ConsoleAuthFailures'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"ConsoleAuthFailures"}'
  fi
fi

step 28 'metric filter CloudTrailConfigChanges'
found=$(row '"CloudTrailConfigChanges"' 11 "$filters")
if ! absent 'metric filter CloudTrailConfigChanges' "$found"; then
  differences=0
  expect 'metric filter CloudTrailConfigChanges' "$found" \
    filterName '"CloudTrailConfigChanges"' \
    metricName '"CloudTrailConfigChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter CloudTrailConfigChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"CloudTrailConfigChanges"}'
  fi
fi

step 29 'metric filter IAMPolicyChanges'
found=$(row '"IAMPolicyChanges"' 11 "$filters")
if ! absent 'metric filter IAMPolicyChanges' "$found"; then
  differences=0
  expect 'metric filter IAMPolicyChanges' "$found" \
    filterName '"IAMPolicyChanges"' \
    metricName '"IAMPolicyChanges"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter IAMPolicyChanges'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"IAMPolicyChanges"}'
  fi
fi

step 30 'metric filter RootUsage'
found=$(row '"RootUsage"' 11 "$filters")
if ! absent 'metric filter RootUsage' "$found"; then
  differences=0
  expect 'metric filter RootUsage' "$found" \
    filterName '"RootUsage"' \
    metricName '"RootUsage"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter RootUsage'; then
    aws logs delete-metric-filter --log-group-name="$LOG_GROUP_NAME" --cli-input-json '{"filterName":"RootUsage"}'
  fi
fi

step 31 'metric filter ConsoleSigninWithoutMFA'
found=$(row '"ConsoleSigninWithoutMFA"' 11 "$filters")
if ! absent 'metric filter ConsoleSigninWithoutMFA' "$found"; then
  differences=0
  expect 'metric filter ConsoleSigninWithoutMFA' "$found" \
    filterName '"ConsoleSigninWithoutMFA"' \
    metricName '"ConsoleSigninWithoutMFA"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter ConsoleSigninWithoutMFA'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"ConsoleSigninWithoutMFA"}'
  fi
fi

step 32 'metric filter UnauthorizedAPICalls'
found=$(row '"UnauthorizedAPICalls"' 11 "$filters")
if ! absent 'metric filter UnauthorizedAPICalls' "$found"; then
  differences=0
  expect 'metric filter UnauthorizedAPICalls' "$found" \
    filterName '"UnauthorizedAPICalls"' \
    metricName '"UnauthorizedAPICalls"' \
    metricNamespace "\"$METRIC_NAMESPACE\"" \
    filterPattern '"{ ($.errorCode =\"*UnauthorizedOperation\") || ($.errorCode =\"AccessDenied*\") && ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") && ($.eventName!=\"HeadBucket\") }"' \
    metricValue '"1"' \
    defaultValue '"none"' \
    unit '"None"' \
    dimensions '"null"' \
    fieldSelectionCriteria '""' \
    emitSystemFieldDimensions '""' \
    applyOnTransformedLogs '"false"'
  if ours 'metric filter UnauthorizedAPICalls'; then
    aws logs delete-metric-filter \
      --log-group-name="$LOG_GROUP_NAME" \
      --cli-input-json '{"filterName":"UnauthorizedAPICalls"}'
  fi
fi

current=
if [ -n "$left" ]; then
  say "$script: left alone, since it differs from what apply.sh makes:$left"
  say "$script: delete it by hand, or set it back with apply.sh and run this script again."
fi
say "$script: done"
