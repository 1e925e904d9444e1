#!/bin/sh
# apply.sh: sets up what the spec "central-topic" describes, with the AWS CLI.
#
# Written by gen from the spec 'central-topic'. Change the spec, not this file.
# Topic for the alarms of many accounts.
#
# Steps
#   1. Look at what is there, and stop before any change if something is in the way
#   2. key alias/central-topic-topic
#   3. topic SecurityAlarms
#   4. policy of the topic SecurityAlarms
#   5. email subscription of $ENDPOINT_1
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account that owns the topic.
#   - AWS_REGION is where the topic and the alarms that tell it live.
#   - The topic takes the alarms of other accounts in its own Region: CloudWatch tells no topic of another
#     Region.
#
# Usage: ./apply.sh [--dry-run] [--skip-trail-check] [--help]
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --skip-trail-check  for a log group that the trail of another account fills
#   --help              show this text
#
# Environment variables, and in brackets what is used without them
#   AWS_REGION       Region, else that of the AWS CLI's configuration
#   ORGANIZATION_ID  Id of the organization whose alarms the topic takes [o-exampleorgid]
#   ENDPOINT_1       Who is told, by email [security@example.com]
#
# Exit status: 0 done; 1 the account is not as it must be, and the message says how to mend it; 64 wrong usage;
# 74 an AWS call failed. Running it again finishes what an unfinished run began, and changes nothing when all is
# done.

set -eu
# Ranges such as a-z mean ASCII, and no pager waits for a key.
LC_ALL=C
AWS_PAGER=
export LC_ALL AWS_PAGER

script=apply.sh
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

# say_unheard VARIABLE ADDRESS: says so when the address is one of those that RFC 2606 sets aside for examples.
say_unheard() {
  case $2 in
  *[@.]example.com | *[@.]example.net | *[@.]example.org | *[@.]example | *[@.]test | *[@.]invalid | *[@.]localhost)
    say "$script: nobody hears these alarms at $2: it is an example address, which no mail reaches."
    say "$script: set $1 to an address of your own and run this script again."
    ;;
  esac
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

# policy_attribute POLICY: the topic attribute Policy with a JSON text as its value.
policy_attribute() {
  printf '{"Policy":"%s"}' "$(printf '%s' "$1" | tr '\n' ' ' | sed -e 's/["\\]/\\&/g')"
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

# holds TEXT PART: whether PART stands somewhere in TEXT.
holds() {
  case $1 in
  *"$2"*) return 0 ;;
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

# make_key ALIAS ARGUMENT...: makes a key with a name; its ARN is then in `made_key`. A key without its name would not be
# found by the next run, so it is given up again.
make_key() {
  name=$1
  shift
  made_key=ARN-of-the-new-key
  if [ "$dry_run" = yes ]; then
    aws kms create-key "$@"
    aws kms create-alias --alias-name="$name" --target-key-id="$made_key"
    return 0
  fi
  made_key=$(command aws kms create-key "$@" --query=KeyMetadata.Arn --output=text) || return 74
  aws kms create-alias --alias-name="$name" --target-key-id="$made_key" && return 0
  say "   the key $made_key is given up again"
  aws kms schedule-key-deletion --key-id="$made_key" --pending-window-in-days=7 || :
  return 74
}

# first_text LINES: the first line, which is a JSON string without escapes, as text.
first_text() {
  text=${1%%"$newline"*}
  text=${text#\"}
  printf '%s\n' "${text%\"}"
}

for option in "$@"; do
  case $option in
  --dry-run) dry_run=yes ;;
  --skip-trail-check) ;; # there is no other trail to check
  -h | --help) usage && exit 0 ;;
  *) say "$script: unknown option '$option'; the options are --dry-run, --skip-trail-check and --help" && exit 64 ;;
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

# Policies, from checked values only.
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

step 1 'Look at what is there'
key_found=$(ask NotFoundException kms describe-key \
  --key-id=alias/central-topic-topic \
  --query='[KeyMetadata.Arn, KeyMetadata.Description]')
known 'key alias/central-topic-topic' "$key_found" "\"Encrypts the alarms' topic\""
topic_found=$(ask NotFound sns get-topic-attributes --topic-arn="$topic_arn" --query='[Attributes.Policy]')
known 'topic SecurityAlarms' "$topic_found" CloudWatchAlarmsPublish MonitoredAccountsListSubscriptions

# Encrypts the alarms' topic, and lets only the services use it that must.
step 2 'key alias/central-topic-topic'
if [ -z "$key_found" ]; then
  make_key alias/central-topic-topic --policy="$key_policy" --description="Encrypts the alarms' topic"
  key_arn="$made_key"
else
  key_arn=$(first_text "$key_found")
  aws kms put-key-policy --key-id="$key_arn" --policy-name=default --policy="$key_policy"
fi
aws kms enable-key-rotation --key-id="$key_arn"

# Whoever is to hear the alarms subscribes to it.
step 3 'topic SecurityAlarms'
if [ -z "$topic_found" ]; then
  attributes=$(policy_attribute "$topic_policy")
  aws sns create-topic --name=SecurityAlarms --attributes="$attributes"
fi
aws sns set-topic-attributes --topic-arn="$topic_arn" --attribute-name=KmsMasterKeyId --attribute-value="$key_arn"

# Nobody edits it when an alarm is made; without it CloudWatch may not publish, and no alarm is heard.
step 4 'policy of the topic SecurityAlarms'
aws sns set-topic-attributes --topic-arn="$topic_arn" --attribute-name=Policy --attribute-value="$topic_policy"

# Somebody has to hear the alarms.
step 5 "email subscription of $ENDPOINT_1"
subscriptions=$(ask NotFound sns list-subscriptions-by-topic \
  --topic-arn="$topic_arn" \
  --query="Subscriptions[].[join(' ', [Protocol, Endpoint]), SubscriptionArn][]")
found=$(row "\"email $ENDPOINT_1\"" 2 "$subscriptions")
if [ -z "$found" ]; then
  aws sns subscribe --topic-arn="$topic_arn" --protocol=email --notification-endpoint="$ENDPOINT_1"
else
  say '   there already'
fi
if ! holds "$found" :; then
  say "   $ENDPOINT_1 hears nothing until it follows the link in the message that SNS sends"
fi

say "$script: done"
say_unheard ENDPOINT_1 "$ENDPOINT_1"
