#!/bin/sh
# test.sh: shows that the filters of the spec "central-log-group" match what they should, and that an alarm is
# heard.
#
# Written by gen from the spec 'central-log-group'. Change the spec, not this file.
# Alarms on 4 kinds of account activity.
#   - Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3)
#   - Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2)
#   - CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5)
#   - AWS Organizations changes (CIS AWS Foundations Benchmark v5.0.0, 4.15)
#
# Steps
#   1. sample events of Use of the root user
#   2. sample events of Console sign-in without MFA
#   3. sample events of CloudTrail configuration changes
#   4. sample events of AWS Organizations changes
#   5. raise the alarms, when --raise-alarm is given
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account to watch.
#   - Organizations events are recorded in the organization's management account: deploy there, in the trail's
#     home Region. Service-managed StackSets never reach that account.
#   - The log group holds the events of several accounts: each account has alarms of its own, by
#     $.recipientAccountId.
#
# Usage: ./test.sh [--raise-alarm [--yes]] [--dry-run] [--help]
#   --raise-alarm       also put each alarm into ALARM and back, so that a message arrives
#   --yes               do not ask before that
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
#   ROOT_USAGE_THRESHOLD                  What alarm 'RootUsage' of each account compares the metric with [1]
#   ROOT_USAGE_PERIOD                     Seconds over which alarm 'RootUsage' of each account adds up the
#                                         metric [300]
#   CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD  What alarm 'ConsoleSigninWithoutMFA' of each account compares the
#                                         metric with [1]
#   CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD     Seconds over which alarm 'ConsoleSigninWithoutMFA' of each account
#                                         adds up the metric [300]
#   CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD  What alarm 'CloudTrailConfigChanges' of each account compares the
#                                         metric with [1]
#   CLOUD_TRAIL_CONFIG_CHANGES_PERIOD     Seconds over which alarm 'CloudTrailConfigChanges' of each account
#                                         adds up the metric [300]
#   ORGS_CHANGES_THRESHOLD                What alarm 'OrgsChanges' compares the metric with [1]
#   ORGS_CHANGES_PERIOD                   Seconds over which alarm 'OrgsChanges' adds up the metric [300]
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
METRIC_NAMESPACE=${METRIC_NAMESPACE-CISBenchmark}
ROOT_USAGE_THRESHOLD=${ROOT_USAGE_THRESHOLD-1}
ROOT_USAGE_PERIOD=${ROOT_USAGE_PERIOD-300}
CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD=${CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD-1}
CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD=${CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD-300}
CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD=${CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD-1}
CLOUD_TRAIL_CONFIG_CHANGES_PERIOD=${CLOUD_TRAIL_CONFIG_CHANGES_PERIOD-300}
ORGS_CHANGES_THRESHOLD=${ORGS_CHANGES_THRESHOLD-1}
ORGS_CHANGES_PERIOD=${ORGS_CHANGES_PERIOD-300}

# Nothing is called before every value has proved harmless.
check_name LOG_GROUP_NAME "$LOG_GROUP_NAME" 512
check_email ENDPOINT_1 "$ENDPOINT_1"
check_name METRIC_NAMESPACE "$METRIC_NAMESPACE" 255
check_number ROOT_USAGE_THRESHOLD "$ROOT_USAGE_THRESHOLD"
check_period ROOT_USAGE_PERIOD "$ROOT_USAGE_PERIOD" 86400
check_number CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD "$CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD"
check_period CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD "$CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD" 86400
check_number CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD "$CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD"
check_period CLOUD_TRAIL_CONFIG_CHANGES_PERIOD "$CLOUD_TRAIL_CONFIG_CHANGES_PERIOD" 86400
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

differences=0

step 1 'sample events of Use of the root user'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"Root\",\"principalId\":\"111122223333\",\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"203.0.113.88\",\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\",\"requestParameters\":null,\"responseElements\":{\"ConsoleLogin\":\"Success\"},\"additionalEventData\":{\"LoginTo\":\"https://console.aws.amazon.com/console/home\",\"MobileVersion\":\"No\",\"MFAUsed\":\"Yes\"},\"requestID\":\"9654075d-26a0-58c8-806d-720e007b2043\",\"eventID\":\"0eb52b32-ddb2-587b-abd4-e95c883c4c1f\",\"readOnly\":false,\"eventType\":\"AwsConsoleSignIn\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"CreateAccessKey\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"userName\":\"mara\"},\"responseElements\":null,\"requestID\":\"9f34f946-b535-5f95-a4fb-b9c2aea21cd8\",\"eventID\":\"941fec45-26a0-5b65-9815-6de6ee657a78\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Use of the root user' "$matched" 1 1 2

step 2 'sample events of Console sign-in without MFA'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"203.0.113.88\",\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\",\"requestParameters\":null,\"responseElements\":{\"ConsoleLogin\":\"Success\"},\"additionalEventData\":{\"LoginTo\":\"https://console.aws.amazon.com/console/home\",\"MobileVersion\":\"No\",\"MFAUsed\":\"No\"},\"requestID\":\"3b6b3cd7-b42b-5342-875f-1141c7aebb3a\",\"eventID\":\"d7deeb5e-2284-5c7e-ac0f-70521d697b60\",\"readOnly\":false,\"eventType\":\"AwsConsoleSignIn\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"203.0.113.88\",\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\",\"requestParameters\":null,\"responseElements\":{\"ConsoleLogin\":\"Success\"},\"additionalEventData\":{\"LoginTo\":\"https://console.aws.amazon.com/console/home\",\"MobileVersion\":\"No\",\"MFAUsed\":\"Yes\",\"MFAIdentifier\":\"arn:aws:iam::111122223333:mfa/mara\"},\"requestID\":\"c378250f-e587-5191-925e-912f54dd3a65\",\"eventID\":\"3a19e92c-3a85-503a-9c84-ae2d20d48b55\",\"readOnly\":false,\"eventType\":\"AwsConsoleSignIn\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Console sign-in without MFA' "$matched" 1 1 2

step 3 'sample events of CloudTrail configuration changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"cloudtrail.amazonaws.com\",\"eventName\":\"StopLogging\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"name\":\"arn:aws:cloudtrail:eu-central-1:111122223333:trail/organization-trail\"},\"responseElements\":null,\"requestID\":\"93c6f1f6-7403-5547-8710-c43f3ff213fa\",\"eventID\":\"6075ca5e-79bd-5ad7-b1ba-825236306cbf\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"CreateTrail\"}",
      "{\"eventName\":\"UpdateTrail\"}",
      "{\"eventName\":\"DeleteTrail\"}",
      "{\"eventName\":\"StartLogging\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"cloudtrail.amazonaws.com\",\"eventName\":\"DescribeTrails\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"trailNameList\":[]},\"responseElements\":null,\"requestID\":\"ce1f0621-ccce-5715-9d5c-bf4986bf7134\",\"eventID\":\"c611838b-3949-53fe-81d6-cbcf9df7eb6f\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'CloudTrail configuration changes' "$matched" 1 5 6

step 4 'sample events of AWS Organizations changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = \"AcceptHandshake\") || ($.eventName = \"AttachPolicy\") || ($.eventName = \"CreateAccount\") || ($.eventName = \"CreateOrganizationalUnit\") || ($.eventName = \"CreatePolicy\") || ($.eventName = \"DeclineHandshake\") || ($.eventName = \"DeleteOrganization\") || ($.eventName = \"DeleteOrganizationalUnit\") || ($.eventName = \"DeletePolicy\") || ($.eventName = \"DetachPolicy\") || ($.eventName = \"DisablePolicyType\") || ($.eventName = \"EnablePolicyType\") || ($.eventName = \"InviteAccountToOrganization\") || ($.eventName = \"LeaveOrganization\") || ($.eventName = \"MoveAccount\") || ($.eventName = \"RemoveAccountFromOrganization\") || ($.eventName = \"UpdatePolicy\") || ($.eventName = \"UpdateOrganizationalUnit\")) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::444455556666:user/mara\",\"accountId\":\"444455556666\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DetachPolicy\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"policyId\":\"p-0f00ba4ex\",\"targetId\":\"ou-f00b-a4example\"},\"responseElements\":null,\"requestID\":\"48f2ece8-63b5-51b2-ab40-bac12eec15dd\",\"eventID\":\"36071af0-ae1b-5012-a123-1bc9a9e0134d\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"444455556666\",\"eventCategory\":\"Management\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"AcceptHandshake\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"AttachPolicy\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"CreateAccount\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"CreateOrganizationalUnit\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"CreatePolicy\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DeclineHandshake\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DeleteOrganization\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DeleteOrganizationalUnit\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DeletePolicy\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"DisablePolicyType\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"EnablePolicyType\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"InviteAccountToOrganization\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"LeaveOrganization\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"MoveAccount\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"RemoveAccountFromOrganization\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"UpdatePolicy\"}",
      "{\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"UpdateOrganizationalUnit\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::444455556666:user/mara\",\"accountId\":\"444455556666\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"organizations.amazonaws.com\",\"eventName\":\"ListAccounts\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":null,\"responseElements\":null,\"requestID\":\"fcb8ea38-e969-5bb9-a023-50b7e8131331\",\"eventID\":\"df748759-7914-58b3-bab3-bc877fc796fe\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"444455556666\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'AWS Organizations changes' "$matched" 1 18 19

# To OK first, since only a change of state tells anybody.
step 5 'raise the alarms'
if [ "$raise_alarm" = yes ]; then
  say '  alarm RootUsage-Production'
  say '  alarm RootUsage-Staging'
  say '  alarm ConsoleSigninWithoutMFA-Production'
  say '  alarm ConsoleSigninWithoutMFA-Staging'
  say '  alarm CloudTrailConfigChanges-Production'
  say '  alarm CloudTrailConfigChanges-Staging'
  say '  alarm OrgsChanges'
  confirm "Put these alarms of account $account into ALARM and back, so that whoever subscribed is told?"
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage-Production","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage-Production","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage-Production","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage-Staging","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage-Staging","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage-Staging","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA-Production","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA-Production","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA-Production","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA-Staging","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA-Staging","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA-Staging","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges-Production","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges-Production","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges-Production","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges-Staging","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges-Staging","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges-Staging","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"OrgsChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"OrgsChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"OrgsChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
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
