#!/bin/sh
# remove.sh: removes what apply.sh made for the spec "central-topic", in reverse order.
#
# Written by gen from the spec 'central-topic'. Change the spec, not this file.
# Topic for the alarms of many accounts.
#
# Steps
#   1. email subscription of $ENDPOINT_1
#   2. topic SecurityAlarms
#   3. key alias/central-topic-topic
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account that owns the topic.
#   - AWS_REGION is where the topic and the alarms that tell it live.
#   - The topic takes the alarms of other accounts in its own Region: CloudWatch tells no topic of another
#     Region.
#   - Alarms of other accounts that tell the topic are not seen from here, and are heard by nobody without it.
#
# Usage: ./remove.sh [--yes] [--dry-run] [--help]
#   --yes               do not ask before removing
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --help              show this text
#
# Environment variables, and in brackets what is used without them
#   AWS_REGION       Region, else that of the AWS CLI's configuration
#   ORGANIZATION_ID  Id of the organization whose alarms the topic takes [o-exampleorgid]
#   ENDPOINT_1       Who is told, by email [security@example.com]
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

# check_organization VARIABLE VALUE: the id of an organization.
check_organization() {
  wanted='the id of an organization, such as o-exampleorgid'
  case $2 in
  *[!a-z0-9-]* | o-*-*) refuse "$1" "$wanted" ;;
  o-??????????*) ;;
  *) refuse "$1" "$wanted" ;;
  esac
  [ "${#2}" -le 34 ] || refuse "$1" "$wanted"
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

# first_text LINES: the first line, which is a JSON string without escapes, as text.
first_text() {
  text=${1%%"$newline"*}
  text=${text#\"}
  printf '%s\n' "${text%\"}"
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
ORGANIZATION_ID=${ORGANIZATION_ID-o-exampleorgid}
ENDPOINT_1=${ENDPOINT_1-security@example.com}

# Nothing is called before every value has proved harmless.
check_organization ORGANIZATION_ID "$ORGANIZATION_ID"
check_email ENDPOINT_1 "$ENDPOINT_1"

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
topic_arn="arn:$partition:sns:$region:$account:SecurityAlarms"

key_policy='{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AccountAdministers",
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:'"$partition"':iam::'"$account"':root"
      },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "CloudWatchAlarmsUse",
      "Effect": "Allow",
      "Principal": {
        "Service": "cloudwatch.amazonaws.com"
      },
      "Action": [
        "kms:Decrypt",
        "kms:GenerateDataKey*"
      ],
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "aws:SourceOrgID": "'"$ORGANIZATION_ID"'"
        }
      }
    }
  ]
}'
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
          "aws:SourceOrgID": "'"$ORGANIZATION_ID"'"
        },
        "ArnLike": {
          "aws:SourceArn": "arn:'"$partition"':cloudwatch:'"$region"':*:alarm:*"
        }
      }
    },
    {
      "Sid": "MonitoredAccountsListSubscriptions",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "sns:ListSubscriptionsByTopic",
      "Resource": "'"$topic_arn"'",
      "Condition": {
        "StringEquals": {
          "aws:PrincipalOrgID": "'"$ORGANIZATION_ID"'"
        }
      }
    }
  ]
}'
left=
say "  email subscription of $ENDPOINT_1"
say '  topic SecurityAlarms'
say '  key alias/central-topic-topic'
confirm "Remove these from account $account, Region $region?"
found=$(ask NotFoundException kms describe-key --key-id=alias/central-topic-topic --query='[KeyMetadata.Arn]')
key_arn=$(first_text "$found")

step 1 "email subscription of $ENDPOINT_1"
subscriptions=$(ask NotFound sns list-subscriptions-by-topic \
  --topic-arn="$topic_arn" \
  --query="Subscriptions[].[join(' ', [Protocol, Endpoint]), SubscriptionArn][]")
found=$(row "\"email $ENDPOINT_1\"" 2 "$subscriptions")
if ! absent "email subscription of $ENDPOINT_1" "$found"; then
  unsubscribe "email subscription of $ENDPOINT_1" "$found"
fi

step 2 'topic SecurityAlarms'
found=$(ask NotFound sns get-topic-attributes \
  --topic-arn="$topic_arn" \
  --query="[
    not_null(Attributes.DisplayName, ''),
    not_null(Attributes.KmsMasterKeyId, 'none'),
    not_null(Attributes.FifoTopic, 'false')
  ]")
if ! absent 'topic SecurityAlarms' "$found"; then
  differences=0
  expect 'topic SecurityAlarms' "$found" DisplayName '""' KmsMasterKeyId "\"$key_arn\"" FifoTopic '"false"'
  found=$(ask NotFound sns get-topic-attributes --topic-arn="$topic_arn" --query='[Attributes.Policy]')
  found=$(unquoted "$found")
  expect_policy 'policy of the topic SecurityAlarms' "$topic_policy" "$found"
  subscribers=$(ask NotFound sns list-subscriptions-by-topic \
    --topic-arn="$topic_arn" \
    --query='Subscriptions[?SubscriptionArn!='\''Deleted'\''].[join('\'' '\'', [Protocol, Endpoint])][]')
  expect_nobody_else 'topic SecurityAlarms' "$subscribers" "\"email $ENDPOINT_1\"$newline"
  # The alarms of this script are gone by now, or left alone. The service's own filter takes whatever begins like the ARN.
  tellers=$(ask none cloudwatch describe-alarms \
    --alarm-types CompositeAlarm MetricAlarm \
    --query="[MetricAlarms, CompositeAlarms][] | [?contains([AlarmActions, OKActions, InsufficientDataActions][], '$topic_arn')].AlarmName")
  expect_no_alarm 'topic SecurityAlarms' "$tellers"
  if ours 'topic SecurityAlarms'; then
    aws sns delete-topic --topic-arn="$topic_arn"
  fi
fi

step 3 'key alias/central-topic-topic'
found=$(ask NotFoundException kms describe-key \
  --key-id=alias/central-topic-topic \
  --query="[
    KeyMetadata.Arn,
    not_null(KeyMetadata.Description, ''),
    KeyMetadata.KeyState,
    not_null(KeyMetadata.KeyUsage, 'ENCRYPT_DECRYPT')
  ]")
key_arn=$(first_text "$found")
if ! absent 'key alias/central-topic-topic' "$found"; then
  differences=0
  expect 'key alias/central-topic-topic' "$found" \
    Arn "\"$key_arn\"" \
    Description "\"Encrypts the alarms' topic\"" \
    KeyState '"Enabled"' \
    KeyUsage '"ENCRYPT_DECRYPT"'
  if [ -n "$found" ]; then
    settings=$(ask none kms get-key-rotation-status --key-id="$key_arn" --query='[KeyRotationEnabled]')
    expect 'key alias/central-topic-topic' "$settings" KeyRotationEnabled true
    policy=$(ask none kms get-key-policy --key-id="$key_arn" --policy-name=default --query='[Policy]')
    policy=$(unquoted "$policy")
    expect_policy 'key alias/central-topic-topic' "$key_policy" "$policy"
  fi
  if [ -n "$left" ]; then
    differs 'key alias/central-topic-topic' use none 'what is left'
  fi
  if ours 'key alias/central-topic-topic'; then
    aws kms schedule-key-deletion --key-id="$key_arn" --pending-window-in-days=30
    aws kms delete-alias --alias-name=alias/central-topic-topic
  fi
fi

current=
if [ -n "$left" ]; then
  say "$script: left alone, since it differs from what apply.sh makes:$left"
  say "$script: delete it by hand, or set it back with apply.sh and run this script again."
fi
say "$script: done"
