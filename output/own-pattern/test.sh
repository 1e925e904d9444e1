#!/bin/sh
# test.sh: shows that the filters of the spec "own-pattern" match what they should, and that an alarm is heard.
#
# Written by gen from the spec 'own-pattern'. Change the spec, not this file.
# Alarms on 2 kinds of account activity.
#   - A role session whose name tries to break out of quotes
#   - Delegated administration of the organization
#
# Steps
#   1. sample events of A role session whose name tries to break out of quotes
#   2. sample events of Delegated administration of the organization
#   3. raise the alarms, when --raise-alarm is given
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account to watch.
#   - Deploy in the trail's home Region, where its log group is.
#
# Usage: ./test.sh [--raise-alarm [--yes]] [--dry-run] [--help]
#   --raise-alarm       also put each alarm into ALARM and back, so that a message arrives
#   --yes               do not ask before that
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --help              show this text
#
# Environment variables, and in brackets what is used without them
#   AWS_REGION                          Region, else that of the AWS CLI's configuration
#   LOG_GROUP_NAME                      CloudWatch Logs log group that the trail delivers to, in the trail's
#                                       home Region [aws-cloudtrail-logs]
#   ENDPOINT_1                          Who is told, by email [security@example.com]
#   METRIC_NAMESPACE                    Namespace of the metrics that the filters publish and the alarms watch
#                                       [Security]
#   HOSTILE_SESSION_NAME_THRESHOLD      What alarm 'HostileSessionName' compares the metric with [1]
#   HOSTILE_SESSION_NAME_PERIOD         Seconds over which alarm 'HostileSessionName' adds up the metric [60]
#   ORGANIZATIONS_DELEGATION_THRESHOLD  What alarm 'OrganizationsDelegation' compares the metric with [1]
#   ORGANIZATIONS_DELEGATION_PERIOD     Seconds over which alarm 'OrganizationsDelegation' adds up the metric
#                                       [300]
#
# Exit status: 0 all as expected; 1 a filter answers otherwise; 64 wrong usage; 74 an AWS call failed.

set -eu
# Ranges such as a-z mean ASCII, and no pager waits for a key.
LC_ALL=C
AWS_PAGER=
export LC_ALL AWS_PAGER

script=test.sh
remedy='When the cause above is mended, run it again.'
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

# has_line LINE LINES: whether one of the lines is LINE.
has_line() {
  case $newline$2$newline in
  *"$newline$1$newline"*) return 0 ;;
  esac
  return 1
}

# expect_matches WHAT NUMBERS FIRST MATCHING COUNT: of COUNT events, numbered from FIRST, the first MATCHING must match.
# NUMBERS are those that did, one a line, numbered from 1.
expect_matches() {
  if [ "$dry_run" = yes ]; then
    return 0
  fi
  number=1
  while [ "$number" -le "$5" ]; do
    wanted=no
    found=no
    [ "$number" -gt "$4" ] || wanted=yes
    ! has_line "$number" "$2" || found=yes
    if [ "$wanted" != "$found" ]; then
      differences=$((differences + 1))
      printf '%s: event %s: match wanted %s, found %s\n' "$1" "$(($3 + number - 1))" "$wanted" "$found"
    fi
    number=$((number + 1))
  done
  say "   $4 events that must match and $(($5 - $4)) that must not were tried"
}

assume_yes=no
raise_alarm=no
for option in "$@"; do
  case $option in
  --dry-run) dry_run=yes ;;
  --raise-alarm) raise_alarm=yes ;;
  --yes) assume_yes=yes ;;
  -h | --help) usage && exit 0 ;;
  *) say "$script: unknown option '$option'; the options are --raise-alarm, --yes, --dry-run and --help" && exit 64 ;;
  esac
done
trap 'finish "$?"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What differs from account to account: the spec's values, unless the environment says otherwise.
LOG_GROUP_NAME=${LOG_GROUP_NAME-aws-cloudtrail-logs}
ENDPOINT_1=${ENDPOINT_1-security@example.com}
METRIC_NAMESPACE=${METRIC_NAMESPACE-Security}
HOSTILE_SESSION_NAME_THRESHOLD=${HOSTILE_SESSION_NAME_THRESHOLD-1}
HOSTILE_SESSION_NAME_PERIOD=${HOSTILE_SESSION_NAME_PERIOD-60}
ORGANIZATIONS_DELEGATION_THRESHOLD=${ORGANIZATIONS_DELEGATION_THRESHOLD-1}
ORGANIZATIONS_DELEGATION_PERIOD=${ORGANIZATIONS_DELEGATION_PERIOD-300}

# Nothing is called before every value has proved harmless.
check_name LOG_GROUP_NAME "$LOG_GROUP_NAME" 512
check_email ENDPOINT_1 "$ENDPOINT_1"
check_name METRIC_NAMESPACE "$METRIC_NAMESPACE" 255
check_number HOSTILE_SESSION_NAME_THRESHOLD "$HOSTILE_SESSION_NAME_THRESHOLD"
check_period HOSTILE_SESSION_NAME_PERIOD "$HOSTILE_SESSION_NAME_PERIOD" 86400
check_number ORGANIZATIONS_DELEGATION_THRESHOLD "$ORGANIZATIONS_DELEGATION_THRESHOLD"
check_period ORGANIZATIONS_DELEGATION_PERIOD "$ORGANIZATIONS_DELEGATION_PERIOD" 86400

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

differences=0

step 1 'sample events of A role session whose name tries to break out of quotes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = \"AssumeRole\") && (($.requestParameters.roleSessionName = \"*'\\\\'\"*\") || ($.requestParameters.roleSessionName = \"*'\''*\") || ($.requestParameters.roleSessionName = \"*'\\\\\\'\*\") || ($.requestParameters.roleSessionName = \"*'\$'{*\") || ($.requestParameters.roleSessionName = \"*%{*\") || ($.requestParameters.roleSessionName = \"*'\$'(*\") || ($.requestParameters.roleSessionName = \"*'\`'*\")) }",
    "logEventMessages": [
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"'\\\\'\"\"}}",
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"'\''\"}}",
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"'\\\\\\\\'\"}}",
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"'\$'{\"}}",
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"%{\"}}",
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"'\$'(\"}}",
      "{\"eventName\":\"AssumeRole\",\"requestParameters\":{\"roleSessionName\":\"'\`'\"}}",
      "{\"eventSource\":\"nobody.example.com\",\"eventName\":\"NothingThatIsWatched\"}"
    ]
  }')
expect_matches 'A role session whose name tries to break out of quotes' "$matched" 1 7 8

step 2 'sample events of Delegated administration of the organization'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventSource = \"organizations.amazonaws.com\") && (($.eventName = \"RegisterDelegatedAdministrator\") || ($.eventName = \"DeregisterDelegatedAdministrator\") || ($.eventName = \"EnableAWSServiceAccess\") || ($.eventName = \"DisableAWSServiceAccess\")) }",
    "logEventMessages": [
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"RegisterDelegatedAdministrator\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DeregisterDelegatedAdministrator\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"EnableAWSServiceAccess\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DisableAWSServiceAccess\"}",
      "{\"eventSource\":\"nobody.example.com\",\"eventName\":\"NothingThatIsWatched\"}"
    ]
  }')
expect_matches 'Delegated administration of the organization' "$matched" 1 4 5

# To OK first, since only a change of state tells anybody.
step 3 'raise the alarms'
if [ "$raise_alarm" = yes ]; then
  say '  alarm HostileSessionName'
  say '  alarm OrganizationsDelegation'
  confirm "Put these alarms of account $account into ALARM and back, so that whoever subscribed is told?"
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"HostileSessionName","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"HostileSessionName","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"HostileSessionName","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"OrganizationsDelegation","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"OrganizationsDelegation","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"OrganizationsDelegation","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  say "Each subscriber should now have a message for each alarm. When none arrives within five minutes, 'aws cloudwatch describe-alarm-history --history-item-type=Action' says what became of it."
else
  say '   not asked for'
fi

current=
if [ "$differences" -gt 0 ]; then
  say "$script: unexpected answers: $differences, listed above. The service reads the pattern otherwise than the spec means it."
  exit 1
fi
say "$script: all as expected"
