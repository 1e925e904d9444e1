#!/bin/sh
# remove.sh: removes what apply.sh made for the spec "organizations-changes", in reverse order.
#
# Written by gen from the spec 'organizations-changes'. Change the spec, not this file.
# Alarm on AWS Organizations changes (CIS AWS Foundations Benchmark v1.4.0, 4.15).
#
# Steps
#   1. alarm OrgChanges
#   2. email subscription of $ENDPOINT_1
#   3. topic OrgChanges
#   4. metric filter OrgsChanges
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
#   AWS_REGION              Region, else that of the AWS CLI's configuration
#   LOG_GROUP_NAME          CloudWatch Logs log group that the trail delivers to, in the trail's home Region
#                           [aws-cloudtrail-logs]
#   ENDPOINT_1              Who is told, by email [security@example.com]
#   METRIC_NAMESPACE        Namespace of the metrics that the filters publish and the alarms watch
#                           [CISBenchmark]
#   ORGS_CHANGES_THRESHOLD  What alarm 'OrgChanges' compares the metric with [1]
#   ORGS_CHANGES_PERIOD     Seconds over which alarm 'OrgChanges' adds up the metric [300]
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
ORGS_CHANGES_THRESHOLD=${ORGS_CHANGES_THRESHOLD-1}
ORGS_CHANGES_PERIOD=${ORGS_CHANGES_PERIOD-300}

# Nothing is called before every value has proved harmless.
check_name LOG_GROUP_NAME "$LOG_GROUP_NAME" 512
check_email ENDPOINT_1 "$ENDPOINT_1"
check_name METRIC_NAMESPACE "$METRIC_NAMESPACE" 255
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
topic_arn="arn:$partition:sns:$region:$account:OrgChanges"

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
say '  alarm OrgChanges'
say "  email subscription of $ENDPOINT_1"
say '  topic OrgChanges'
say '  metric filter OrgsChanges'
confirm "Remove these from account $account, Region $region?"

step 1 'alarm OrgChanges'
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
  --cli-input-json '{"AlarmNames":["OrgChanges"]}')
found=$(row '"OrgChanges"' 19 "$alarms")
if ! absent 'alarm OrgChanges' "$found"; then
  differences=0
  expect 'alarm OrgChanges' "$found" \
    AlarmName '"OrgChanges"' \
    MetricName '"OrgsChanges"' \
    Namespace "\"$METRIC_NAMESPACE\"" \
    AlarmActions "\"$topic_arn\"" \
    AlarmDescription '"AWS Organizations changes (CIS AWS Foundations Benchmark v1.4.0, 4.15)"' \
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
  if ours 'alarm OrgChanges'; then
    aws cloudwatch delete-alarms --cli-input-json '{"AlarmNames":["OrgChanges"]}'
  fi
fi

step 2 "email subscription of $ENDPOINT_1"
subscriptions=$(ask NotFound sns list-subscriptions-by-topic \
  --topic-arn="$topic_arn" \
  --query="Subscriptions[].[join(' ', [Protocol, Endpoint]), SubscriptionArn][]")
found=$(row "\"email $ENDPOINT_1\"" 2 "$subscriptions")
if ! absent "email subscription of $ENDPOINT_1" "$found"; then
  unsubscribe "email subscription of $ENDPOINT_1" "$found"
fi

step 3 'topic OrgChanges'
found=$(ask NotFound sns get-topic-attributes \
  --topic-arn="$topic_arn" \
  --query="[
    not_null(Attributes.DisplayName, ''),
    not_null(Attributes.KmsMasterKeyId, 'none'),
    not_null(Attributes.FifoTopic, 'false')
  ]")
if ! absent 'topic OrgChanges' "$found"; then
  differences=0
  expect 'topic OrgChanges' "$found" DisplayName '""' KmsMasterKeyId '"none"' FifoTopic '"false"'
  found=$(ask NotFound sns get-topic-attributes --topic-arn="$topic_arn" --query='[Attributes.Policy]')
  found=$(unquoted "$found")
  expect_policy 'policy of the topic OrgChanges' "$topic_policy" "$found"
  subscribers=$(ask NotFound sns list-subscriptions-by-topic \
    --topic-arn="$topic_arn" \
    --query='Subscriptions[?SubscriptionArn!='\''Deleted'\''].[join('\'' '\'', [Protocol, Endpoint])][]')
  expect_nobody_else 'topic OrgChanges' "$subscribers" "\"email $ENDPOINT_1\"$newline"
  # The alarms of this script are gone by now, or left alone. The service's own filter takes whatever begins like the ARN.
  tellers=$(ask none cloudwatch describe-alarms \
    --alarm-types CompositeAlarm MetricAlarm \
    --query="[MetricAlarms, CompositeAlarms][] | [?contains([AlarmActions, OKActions, InsufficientDataActions][], '$topic_arn')].AlarmName")
  expect_no_alarm 'topic OrgChanges' "$tellers"
  if ours 'topic OrgChanges'; then
    aws sns delete-topic --topic-arn="$topic_arn"
  fi
fi

step 4 'metric filter OrgsChanges'
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

current=
if [ -n "$left" ]; then
  say "$script: left alone, since it differs from what apply.sh makes:$left"
  say "$script: delete it by hand, or set it back with apply.sh and run this script again."
fi
say "$script: done"
