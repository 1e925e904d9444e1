#!/bin/sh
# test.sh: shows that whoever subscribed to the topic of the spec "central-topic" is told.
#
# Written by gen from the spec 'central-topic'. Change the spec, not this file.
# Topic for the alarms of many accounts.
#
# Steps
#   1. send a message to the topic, when --raise-alarm is given
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account that owns the topic.
#   - AWS_REGION is where the topic and the alarms that tell it live.
#   - The topic takes the alarms of other accounts in its own Region: CloudWatch tells no topic of another
#     Region.
#
# Usage: ./test.sh [--raise-alarm [--yes]] [--dry-run] [--help]
#   --raise-alarm       send a message to the topic, as an alarm would
#   --yes               do not ask before that
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --help              show this text
#
# Environment variables, and in brackets what is used without them
#   AWS_REGION       Region, else that of the AWS CLI's configuration
#   ORGANIZATION_ID  Id of the organization whose alarms the topic takes [o-exampleorgid]
#   ENDPOINT_1       Who is told, by email [security@example.com]
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

differences=0

# The alarms that tell the topic are other accounts'.
step 1 'send a message'
if [ "$raise_alarm" = yes ]; then
  confirm "Send a message to the topic of account $account, so that whoever subscribed is told?"
  aws sns publish \
    --topic-arn="$topic_arn" \
    --cli-input-json '{"Subject":"A test of the alarms'\'' topic","Message":"test.sh tests whether this topic is heard. Nothing has happened."}'
  say 'Each subscriber should now have a message.'
else
  say '   not asked for'
fi

current=
if [ "$differences" -gt 0 ]; then
  say "$script: unexpected answers: $differences, listed above. The service reads the pattern otherwise than the spec means it."
  exit 1
fi
say "$script: all as expected"
