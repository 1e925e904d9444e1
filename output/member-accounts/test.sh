#!/bin/sh
# test.sh: shows that the filters of the spec "member-accounts" match what they should, and that an alarm is
# heard.
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
# Steps
#   1. sample events of Unauthorized API calls
#   2. sample events of Console sign-in without MFA
#   3. sample events of Use of the root user
#   4. sample events of IAM policy changes
#   5. sample events of CloudTrail configuration changes
#   6. sample events of Failed console sign-ins
#   7. sample events of KMS keys disabled or scheduled for deletion
#   8. sample events of S3 bucket policy changes
#   9. sample events of AWS Config configuration changes
#   10. sample events of Security group changes
#   11. sample events of Network ACL changes
#   12. sample events of Network gateway changes
#   13. sample events of Route table changes
#   14. sample events of VPC changes
#   15. raise the alarms, when --raise-alarm is given
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account to watch.
#   - AWS_REGION is where the trail, its log group and the alarms live.
#   - For a StackSet over accounts and Regions: everything is made in the trail's home Region, and the stack is
#     empty in every other.
#   - The trail's bucket and log group hold audit logs and are kept when the rest is removed.
#
# Usage: ./test.sh [--raise-alarm [--yes]] [--dry-run] [--help]
#   --raise-alarm       also put each alarm into ALARM and back, so that a message arrives
#   --yes               do not ask before that
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --help              show this text
#
# Environment variables, and in brackets what is used without them
#   AWS_REGION                            Region, else that of the AWS CLI's configuration
#   LOG_GROUP_NAME                        CloudWatch Logs log group to make for the trail
#                                         [cloudtrail/account-trail]
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
LOG_GROUP_NAME=${LOG_GROUP_NAME-cloudtrail/account-trail}
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

step 1 'sample events of Unauthorized API calls'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.errorCode =\"*UnauthorizedOperation\") || ($.errorCode =\"AccessDenied*\") && ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") && ($.eventName!=\"HeadBucket\") }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"TerminateInstances\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"errorCode\":\"Client.UnauthorizedOperation\",\"errorMessage\":\"You are not authorized to perform this operation.\",\"requestParameters\":{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-0aa11bb22cc33dd44\"}]}},\"responseElements\":null,\"requestID\":\"fc6e26f0-efd1-56ce-9f4e-ccc7f92598db\",\"eventID\":\"252efac8-6b73-5213-b4b3-9d5b82e227cd\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"errorCode\":\"AccessDenied\",\"sourceIPAddress\":\"\",\"eventName\":\"\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"AWSService\",\"invokedBy\":\"delivery.logs.amazonaws.com\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"HeadBucket\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"delivery.logs.amazonaws.com\",\"userAgent\":\"delivery.logs.amazonaws.com\",\"requestParameters\":{\"bucketName\":\"trail-archive\"},\"responseElements\":null,\"requestID\":\"fe393fa4-8f93-5c3a-8661-2c9b4b132d7c\",\"eventID\":\"dce89f06-7ff5-5e69-8118-3ad0e110f399\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Unauthorized API calls' "$matched" 1 2 3

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

step 3 'sample events of Use of the root user'
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

step 4 'sample events of IAM policy changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"AttachRolePolicy\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"roleName\":\"Deploy\",\"policyArn\":\"arn:aws:iam::aws:policy/AdministratorAccess\"},\"responseElements\":null,\"requestID\":\"05f6f351-9094-58f7-9f56-c91e379103ce\",\"eventID\":\"f9cbb1bd-ba8b-5983-829c-75fd6628d2cc\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"DeleteGroupPolicy\"}",
      "{\"eventName\":\"DeleteRolePolicy\"}",
      "{\"eventName\":\"DeleteUserPolicy\"}",
      "{\"eventName\":\"PutGroupPolicy\"}",
      "{\"eventName\":\"PutRolePolicy\"}",
      "{\"eventName\":\"PutUserPolicy\"}",
      "{\"eventName\":\"CreatePolicy\"}",
      "{\"eventName\":\"DeletePolicy\"}",
      "{\"eventName\":\"CreatePolicyVersion\"}",
      "{\"eventName\":\"DeletePolicyVersion\"}",
      "{\"eventName\":\"DetachRolePolicy\"}",
      "{\"eventName\":\"AttachUserPolicy\"}",
      "{\"eventName\":\"DetachUserPolicy\"}",
      "{\"eventName\":\"AttachGroupPolicy\"}",
      "{\"eventName\":\"DetachGroupPolicy\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"CreateServiceLinkedRole\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"aWSServiceName\":\"autoscaling.amazonaws.com\"},\"responseElements\":null,\"requestID\":\"1bc1f4d1-859d-54e5-8496-a871e5ced76c\",\"eventID\":\"85c3d633-dae8-54b1-acc0-2086b2dc40cc\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'IAM policy changes' "$matched" 1 16 17

step 5 'sample events of CloudTrail configuration changes'
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

step 6 'sample events of Failed console sign-ins'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"203.0.113.88\",\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\",\"errorMessage\":\"Failed authentication\",\"requestParameters\":null,\"responseElements\":{\"ConsoleLogin\":\"Failure\"},\"additionalEventData\":{\"LoginTo\":\"https://console.aws.amazon.com/console/home\",\"MobileVersion\":\"No\",\"MFAUsed\":\"No\"},\"requestID\":\"7b151ef8-4323-53e9-b2bc-43db8f2cfa50\",\"eventID\":\"3bfafe1d-49b0-56ec-b5f3-acdae1135ed4\",\"readOnly\":false,\"eventType\":\"AwsConsoleSignIn\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"203.0.113.88\",\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\",\"requestParameters\":null,\"responseElements\":{\"ConsoleLogin\":\"Success\"},\"additionalEventData\":{\"LoginTo\":\"https://console.aws.amazon.com/console/home\",\"MobileVersion\":\"No\",\"MFAUsed\":\"Yes\"},\"requestID\":\"7220e836-f0bf-5cd8-9289-4f0c9f53635b\",\"eventID\":\"2021f5ad-f4f2-5ed7-b542-12abae13b255\",\"readOnly\":false,\"eventType\":\"AwsConsoleSignIn\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Failed console sign-ins' "$matched" 1 1 2

step 7 'sample events of KMS keys disabled or scheduled for deletion'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"ScheduleKeyDeletion\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"keyId\":\"arn:aws:kms:eu-central-1:111122223333:key/4c1d0a77-5a35-4f3c-8f1c-0d9c51a0f6aa\",\"pendingWindowInDays\":7},\"responseElements\":null,\"requestID\":\"67defdf1-7f0f-5bde-85ef-1164cf7686f2\",\"eventID\":\"4a224a90-6469-5065-95fb-eca7d1f8276a\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"DisableKey\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"DescribeKey\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"keyId\":\"alias/ledger\"},\"responseElements\":null,\"requestID\":\"d7bd3863-976c-54c1-9a2a-3f43c828476c\",\"eventID\":\"816f8bf4-5a9e-568a-8e97-330292a11f64\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'KMS keys disabled or scheduled for deletion' "$matched" 1 2 3

step 8 'sample events of S3 bucket policy changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutBucketPolicy\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"bucketName\":\"ledger-archive\",\"bucketPolicy\":{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\"}]}},\"responseElements\":null,\"requestID\":\"e0ca0557-abbe-5e36-beff-bae39aae6b0f\",\"eventID\":\"cc7bf3cc-0b62-5d9f-95b6-abd43df0bf53\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutBucketAcl\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutBucketCors\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutBucketLifecycle\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutBucketReplication\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"DeleteBucketPolicy\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"DeleteBucketCors\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"DeleteBucketLifecycle\"}",
      "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"DeleteBucketReplication\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetBucketPolicy\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"bucketName\":\"ledger-archive\"},\"responseElements\":null,\"requestID\":\"3a921089-eb43-50c7-937f-9d9136c183fe\",\"eventID\":\"de735c82-c7f4-5b7e-a334-4e91931e8eb4\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'S3 bucket policy changes' "$matched" 1 9 10

step 9 'sample events of AWS Config configuration changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=DeleteDeliveryChannel) ||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"config.amazonaws.com\",\"eventName\":\"StopConfigurationRecorder\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"configurationRecorderName\":\"default\"},\"responseElements\":null,\"requestID\":\"e0449f4a-43e5-5d12-8cd6-6b127c9b7902\",\"eventID\":\"c1583af5-b891-5ad7-9e01-7367f98672e7\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventSource\":\"config.amazonaws.com\",\"eventName\":\"DeleteDeliveryChannel\"}",
      "{\"eventSource\":\"config.amazonaws.com\",\"eventName\":\"PutDeliveryChannel\"}",
      "{\"eventSource\":\"config.amazonaws.com\",\"eventName\":\"PutConfigurationRecorder\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"config.amazonaws.com\",\"eventName\":\"DescribeConfigurationRecorders\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{},\"responseElements\":null,\"requestID\":\"414535e1-f9c3-543f-bc80-60620c63a5eb\",\"eventID\":\"1e4388b5-0b4f-54b7-8701-83e163d49c37\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'AWS Config configuration changes' "$matched" 1 4 5

step 10 'sample events of Security group changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) || ($.eventName = ModifySecurityGroupRules) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"AuthorizeSecurityGroupIngress\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"groupId\":\"sg-0f00ba4\",\"ipPermissions\":{\"items\":[{\"ipProtocol\":\"tcp\",\"fromPort\":22,\"toPort\":22,\"ipRanges\":{\"items\":[{\"cidrIp\":\"0.0.0.0/0\"}]}}]}},\"responseElements\":{\"_return\":true},\"requestID\":\"3a8f4701-c98a-524a-a4bb-18872751dabb\",\"eventID\":\"b6730ba9-1bcf-564d-99c3-f3f91564be23\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"AuthorizeSecurityGroupEgress\"}",
      "{\"eventName\":\"RevokeSecurityGroupIngress\"}",
      "{\"eventName\":\"RevokeSecurityGroupEgress\"}",
      "{\"eventName\":\"CreateSecurityGroup\"}",
      "{\"eventName\":\"DeleteSecurityGroup\"}",
      "{\"eventName\":\"ModifySecurityGroupRules\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeSecurityGroups\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"securityGroupSet\":{}},\"responseElements\":null,\"requestID\":\"989e1e1b-0c1b-58cf-bb38-63a2315c9f09\",\"eventID\":\"ad5d65a1-3ef3-56c8-bd35-01b57f4da95d\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Security group changes' "$matched" 1 7 8

step 11 'sample events of Network ACL changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = CreateNetworkAcl) || ($.eventName =  CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"CreateNetworkAclEntry\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"networkAclId\":\"acl-0f00ba4\",\"ruleNumber\":90,\"egress\":false,\"ruleAction\":\"allow\",\"cidrBlock\":\"0.0.0.0/0\"},\"responseElements\":null,\"requestID\":\"7f9df21f-3ac3-59dd-a33c-34945565036a\",\"eventID\":\"50190d29-d346-5382-954c-2dfa71fbf69a\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"CreateNetworkAcl\"}",
      "{\"eventName\":\"DeleteNetworkAcl\"}",
      "{\"eventName\":\"DeleteNetworkAclEntry\"}",
      "{\"eventName\":\"ReplaceNetworkAclEntry\"}",
      "{\"eventName\":\"ReplaceNetworkAclAssociation\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeNetworkAcls\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{},\"responseElements\":null,\"requestID\":\"9f822610-2b42-5ffe-9b40-955fd77b147f\",\"eventID\":\"6a066891-2d1f-52f1-84bc-08ae12cd4e25\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Network ACL changes' "$matched" 1 6 7

step 12 'sample events of Network gateway changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"AttachInternetGateway\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"internetGatewayId\":\"igw-0f00ba4\",\"vpcId\":\"vpc-0f00ba4\"},\"responseElements\":null,\"requestID\":\"1d540dc1-20ff-5893-a30a-fee059da3e73\",\"eventID\":\"4c990c78-8b09-5862-ae83-501863f104f7\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"CreateCustomerGateway\"}",
      "{\"eventName\":\"DeleteCustomerGateway\"}",
      "{\"eventName\":\"CreateInternetGateway\"}",
      "{\"eventName\":\"DeleteInternetGateway\"}",
      "{\"eventName\":\"DetachInternetGateway\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeInternetGateways\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{},\"responseElements\":null,\"requestID\":\"ab5b3360-8b71-5983-8047-e286513e53ab\",\"eventID\":\"73f6a3a0-08f8-5b4c-b124-802a2778adc8\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Network gateway changes' "$matched" 1 6 7

step 13 'sample events of Route table changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"CreateRoute\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"routeTableId\":\"rtb-0f00ba4\",\"destinationCidrBlock\":\"0.0.0.0/0\",\"gatewayId\":\"igw-0f00ba4\"},\"responseElements\":{\"_return\":true},\"requestID\":\"e394dcae-d7e5-5011-ad96-01e629e69ec8\",\"eventID\":\"2938bd9f-12f1-5293-8578-a6c298085f43\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"CreateRouteTable\"}",
      "{\"eventName\":\"ReplaceRoute\"}",
      "{\"eventName\":\"ReplaceRouteTableAssociation\"}",
      "{\"eventName\":\"DeleteRouteTable\"}",
      "{\"eventName\":\"DeleteRoute\"}",
      "{\"eventName\":\"DisassociateRouteTable\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeRouteTables\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{},\"responseElements\":null,\"requestID\":\"9dd4be0e-7c36-5faf-8720-79cb70e81ffb\",\"eventID\":\"b2b28c21-bab7-5cf7-aaca-97ad7902cbf7\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'Route table changes' "$matched" 1 7 8

step 14 'sample events of VPC changes'
matched=$(ask none logs test-metric-filter \
  --query='matches[].eventNumber' \
  --cli-input-json '{
    "filterPattern": "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }",
    "logEventMessages": [
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"CreateVpcPeeringConnection\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{\"vpcId\":\"vpc-0f00ba4\",\"peerVpcId\":\"vpc-0f00ba5\",\"peerOwnerId\":\"444455556666\"},\"responseElements\":null,\"requestID\":\"4d1b18e6-630e-5c23-bb71-3e55902fbae4\",\"eventID\":\"72d011a8-2d76-5795-a8ba-ed70c1250ef2\",\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}",
      "{\"eventName\":\"CreateVpc\"}",
      "{\"eventName\":\"DeleteVpc\"}",
      "{\"eventName\":\"ModifyVpcAttribute\"}",
      "{\"eventName\":\"AcceptVpcPeeringConnection\"}",
      "{\"eventName\":\"DeleteVpcPeeringConnection\"}",
      "{\"eventName\":\"RejectVpcPeeringConnection\"}",
      "{\"eventName\":\"AttachClassicLinkVpc\"}",
      "{\"eventName\":\"DetachClassicLinkVpc\"}",
      "{\"eventName\":\"DisableVpcClassicLink\"}",
      "{\"eventName\":\"EnableVpcClassicLink\"}",
      "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE7USER0001\",\"arn\":\"arn:aws:iam::111122223333:user/mara\",\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE7KEY00001\",\"userName\":\"mara\"},\"eventTime\":\"2026-03-02T08:14:37Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeVpcs\",\"awsRegion\":\"eu-central-1\",\"sourceIPAddress\":\"198.51.100.27\",\"userAgent\":\"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9\",\"requestParameters\":{},\"responseElements\":null,\"requestID\":\"08f6baf2-c89d-5ff5-8b0d-46c9270d39ba\",\"eventID\":\"e343e531-f82d-5e89-9025-98a06c53a162\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}"
    ]
  }')
expect_matches 'VPC changes' "$matched" 1 11 12

# To OK first, since only a change of state tells anybody.
step 15 'raise the alarms'
if [ "$raise_alarm" = yes ]; then
  say '  alarm UnauthorizedAPICalls'
  say '  alarm ConsoleSigninWithoutMFA'
  say '  alarm RootUsage'
  say '  alarm IAMPolicyChanges'
  say '  alarm CloudTrailConfigChanges'
  say '  alarm ConsoleAuthFailures'
  say '  alarm KMSKeyDisableOrDelete'
  say '  alarm S3BucketPolicyChanges'
  say '  alarm AWSConfigChanges'
  say '  alarm SecurityGroupChanges'
  say '  alarm NACLChanges'
  say '  alarm NetworkGatewayChanges'
  say '  alarm RouteTableChanges'
  say '  alarm VPCChanges'
  confirm "Put these alarms of account $account into ALARM and back, so that whoever subscribed is told?"
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"UnauthorizedAPICalls","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"UnauthorizedAPICalls","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"UnauthorizedAPICalls","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleSigninWithoutMFA","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RootUsage","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"IAMPolicyChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"IAMPolicyChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"IAMPolicyChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"CloudTrailConfigChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleAuthFailures","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleAuthFailures","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"ConsoleAuthFailures","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"KMSKeyDisableOrDelete","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"KMSKeyDisableOrDelete","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"KMSKeyDisableOrDelete","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"S3BucketPolicyChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"S3BucketPolicyChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"S3BucketPolicyChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"AWSConfigChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"AWSConfigChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"AWSConfigChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"SecurityGroupChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"SecurityGroupChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"SecurityGroupChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"NACLChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"NACLChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"NACLChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"NetworkGatewayChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"NetworkGatewayChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"NetworkGatewayChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RouteTableChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RouteTableChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"RouteTableChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"VPCChanges","StateValue":"OK","StateReason":"test.sh prepares a test"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"VPCChanges","StateValue":"ALARM","StateReason":"test.sh tests whether this alarm is heard"}'
  aws cloudwatch set-alarm-state \
    --cli-input-json '{"AlarmName":"VPCChanges","StateValue":"OK","StateReason":"test.sh has ended its test"}'
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
