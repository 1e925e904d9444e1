#!/bin/sh
# apply.sh: sets up what the spec "member-accounts" describes, with the AWS CLI.
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
#   1. Look at what is there, and stop before any change if something is in the way
#   2. log group $log_group_name
#   3. bucket $bucket_name
#   4. policy of the bucket $bucket_name
#   5. role $role_name
#   6. role policy deliver-to-cloudwatch-logs
#   7. trail $trail_name
#   8. metric filter UnauthorizedAPICalls
#   9. metric filter ConsoleSigninWithoutMFA
#   10. metric filter RootUsage
#   11. metric filter IAMPolicyChanges
#   12. metric filter CloudTrailConfigChanges
#   13. metric filter ConsoleAuthFailures
#   14. metric filter KMSKeyDisableOrDelete
#   15. metric filter S3BucketPolicyChanges
#   16. metric filter AWSConfigChanges
#   17. metric filter SecurityGroupChanges
#   18. metric filter NACLChanges
#   19. metric filter NetworkGatewayChanges
#   20. metric filter RouteTableChanges
#   21. metric filter VPCChanges
#   22. topic AccountAlarms
#   23. policy of the topic AccountAlarms
#   24. email subscription of $ENDPOINT_1
#   25. alarm UnauthorizedAPICalls
#   26. alarm ConsoleSigninWithoutMFA
#   27. alarm RootUsage
#   28. alarm IAMPolicyChanges
#   29. alarm CloudTrailConfigChanges
#   30. alarm ConsoleAuthFailures
#   31. alarm KMSKeyDisableOrDelete
#   32. alarm S3BucketPolicyChanges
#   33. alarm AWSConfigChanges
#   34. alarm SecurityGroupChanges
#   35. alarm NACLChanges
#   36. alarm NetworkGatewayChanges
#   37. alarm RouteTableChanges
#   38. alarm VPCChanges
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account to watch.
#   - AWS_REGION is where the trail, its log group and the alarms live.
#   - For a StackSet over accounts and Regions: everything is made in the trail's home Region, and the stack is
#     empty in every other.
#   - The trail's bucket and log group hold audit logs and are kept when the rest is removed.
#
# Usage: ./apply.sh [--dry-run] [--skip-trail-check] [--help]
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --skip-trail-check  for a log group that the trail of another account fills
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

# policy_attribute POLICY: the topic attribute Policy with a JSON text as its value.
policy_attribute() {
  printf '{"Policy":"%s"}' "$(printf '%s' "$1" | tr '\n' ' ' | sed -e 's/["\\]/\\&/g')"
}

# patiently COMMAND...: repeats a command that CloudTrail refuses because IAM has not spread a new role yet.
patiently() {
  if [ "$dry_run" = yes ]; then
    "$@"
    return
  fi
  attempt=1
  until reason=$("$@" 2>&1); do
    case $reason in
    *InvalidCloudWatchLogsRoleArn* | *InvalidCloudWatchLogsLogGroupArn*) ;;
    *) attempt=6 ;;
    esac
    if [ "$attempt" -ge 6 ]; then
      say "$reason"
      return 74
    fi
    say "   CloudTrail does not see the new role yet; trying again in 10 seconds"
    sleep 10
    attempt=$((attempt + 1))
  done
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

# selector_faults TRAIL: why the trail TRAIL does not record every management event; nothing when it does.
selector_faults() {
  selectors=$(command aws cloudtrail get-event-selectors --trail-name="$1" --output=text --query="[
    EventSelectors[?IncludeManagementEvents].[join(' ',
      [['basic', ReadWriteType], [ExcludeManagementEventSources][]][])],
    AdvancedEventSelectors[?FieldSelectors[?Field=='eventCategory' && contains([Equals][], 'Management')]].[join(' ',
      [['advanced'], FieldSelectors[?Field=='readOnly'].Equals[],
       FieldSelectors[?Field!='eventCategory' && !(Field=='readOnly' && Equals)].Field][])]
  ][]") || return 74
  reads=no
  writes=no
  while IFS= read -r selector; do
    case $selector in
    'basic All' | 'advanced') reads=yes writes=yes ;;
    'basic ReadOnly' | 'advanced true') reads=yes ;;
    'basic WriteOnly' | 'advanced false') writes=yes ;;
    esac
  done <<EOF
$selectors
EOF
  if [ "$reads,$writes" != yes,yes ]; then
    printf 'EventSelectors: wanted IncludeManagementEvents true and ReadWriteType All with nothing excluded, found %s; ' \
      "$(printf '%s' "${selectors:-no management events}" | tr '\n' ';')"
    printf 'mend: aws cloudtrail put-event-selectors --trail-name=%s\n' "$1"
  fi
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

# Names that follow from account and Region.
log_group_name="$LOG_GROUP_NAME"
log_group_arn="arn:$partition:logs:$region:$account:log-group:$log_group_name"
bucket_name="account-trail-$account-$region"
bucket_arn="arn:$partition:s3:::$bucket_name"
role_name="account-trail-to-logs-$region"
role_arn="arn:$partition:iam::$account:role/$role_name"
trail_name='account-trail'
trail_arn="arn:$partition:cloudtrail:$region:$account:trail/$trail_name"
topic_arn="arn:$partition:sns:$region:$account:AccountAlarms"

# Policies, from checked values only.
bucket_policy='{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "CloudTrailReadsAcl",
      "Effect": "Allow",
      "Principal": {
        "Service": "cloudtrail.amazonaws.com"
      },
      "Action": "s3:GetBucketAcl",
      "Resource": "'"$bucket_arn"'",
      "Condition": {
        "StringEquals": {
          "aws:SourceArn": "arn:'"$partition"':cloudtrail:'"$region"':'"$account"':trail/account-trail"
        }
      }
    },
    {
      "Sid": "CloudTrailWrites",
      "Effect": "Allow",
      "Principal": {
        "Service": "cloudtrail.amazonaws.com"
      },
      "Action": "s3:PutObject",
      "Resource": "'"$bucket_arn"'/AWSLogs/'"$account"'/*",
      "Condition": {
        "StringEquals": {
          "s3:x-amz-acl": "bucket-owner-full-control",
          "aws:SourceArn": "arn:'"$partition"':cloudtrail:'"$region"':'"$account"':trail/account-trail"
        }
      }
    },
    {
      "Sid": "OnlyOverTLS",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": [
        "'"$bucket_arn"'",
        "'"$bucket_arn"'/*"
      ],
      "Condition": {
        "Bool": {
          "aws:SecureTransport": "false"
        }
      }
    }
  ]
}'
trust_policy='{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "CloudTrailAssumes",
      "Effect": "Allow",
      "Principal": {
        "Service": "cloudtrail.amazonaws.com"
      },
      "Action": "sts:AssumeRole"
    }
  ]
}'
role_policy='{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DeliverEvents",
      "Effect": "Allow",
      "Action": [
        "logs:CreateLogStream",
        "logs:PutLogEvents"
      ],
      "Resource": "'"$log_group_arn"':log-stream:'"$account"'_CloudTrail_'"$region"'*"
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
          "aws:SourceAccount": "'"$account"'"
        },
        "ArnLike": {
          "aws:SourceArn": "arn:'"$partition"':cloudwatch:'"$region"':'"$account"':alarm:*"
        }
      }
    }
  ]
}'

step 1 'Look at what is there'
filters=$(ask ResourceNotFoundException logs describe-metric-filters \
  --log-group-name="$log_group_name" \
  --query="metricFilters[].[
    filterName,
    not_null(metricTransformations[0].metricName, ''),
    not_null(metricTransformations[0].metricNamespace, '')
  ][]")
alarms=$(ask none cloudwatch describe-alarms \
  --query="MetricAlarms[].[
    AlarmName,
    not_null(MetricName, ''),
    not_null(Namespace, ''),
    join(' ', sort([AlarmActions][]))
  ][]" \
  --cli-input-json '{"AlarmNames":["UnauthorizedAPICalls","ConsoleSigninWithoutMFA","RootUsage","IAMPolicyChanges","CloudTrailConfigChanges","ConsoleAuthFailures","KMSKeyDisableOrDelete","S3BucketPolicyChanges","AWSConfigChanges","SecurityGroupChanges","NACLChanges","NetworkGatewayChanges","RouteTableChanges","VPCChanges"]}')
trail_found=$(ask none cloudtrail describe-trails \
  --trail-name-list=account-trail \
  --no-include-shadow-trails \
  --query="trailList[].[S3BucketName, not_null(CloudWatchLogsLogGroupArn, 'none'), not_null(CloudWatchLogsRoleArn, 'none')][]")
known "trail $trail_name" "$trail_found" "\"$bucket_name\"" "$log_group_arn:*"
log_group_found=$(ask none logs describe-log-groups \
  --log-group-name-prefix="$log_group_name" \
  --query="logGroups[?logGroupName=='$log_group_name'].[to_string(not_null(retentionInDays, 'never')), to_string(storedBytes), not_null(kmsKeyId, 'none')][]")
# A log group of another retention with events in it is somebody else's.
if ! holds "$trail_found" "\"$log_group_arn:*\""; then
  known "log group $log_group_name" "$log_group_found" "\"365\"$newline" '"never"'"$newline"'"0"'
fi
bucket_found=$(ask NoSuchBucket s3api get-bucket-location \
  --bucket="$bucket_name" \
  --expected-bucket-owner="$account" \
  --query="[not_null(LocationConstraint, 'us-east-1')]")
if [ -n "$bucket_found" ]; then
  found=$(ask NoSuchBucketPolicy s3api get-bucket-policy --bucket="$bucket_name" --query='[Policy]')
  if [ -z "$found" ]; then
    found=$(ask none s3api list-object-versions \
      --bucket="$bucket_name" \
      --max-items=1 \
      --query="[not_null(Versions[0].Key, 'nothing in it')]")
  fi
  # Ours has our policy; or no policy and nothing in it, when an earlier run stopped just after making it.
  if ! holds "$trail_found" "\"$bucket_name\""; then
    known "bucket $bucket_name" "$found" 'nothing in it' CloudTrailReadsAcl CloudTrailWrites OnlyOverTLS
  fi
fi
role_found=$(ask NoSuchEntity iam get-role --role-name="$role_name" --query='[Role.Description]')
if ! holds "$trail_found" "\"$role_arn\""; then
  known "role $role_name" "$role_found" '"Lets CloudTrail deliver events to CloudWatch Logs"'
fi
found=$(row '"UnauthorizedAPICalls"' 3 "$filters")
known 'metric filter UnauthorizedAPICalls' "$found" "$newline\"UnauthorizedAPICalls\""
found=$(row '"ConsoleSigninWithoutMFA"' 3 "$filters")
known 'metric filter ConsoleSigninWithoutMFA' "$found" "$newline\"ConsoleSigninWithoutMFA\""
found=$(row '"RootUsage"' 3 "$filters")
known 'metric filter RootUsage' "$found" "$newline\"RootUsage\""
found=$(row '"IAMPolicyChanges"' 3 "$filters")
known 'metric filter IAMPolicyChanges' "$found" "$newline\"IAMPolicyChanges\""
found=$(row '"CloudTrailConfigChanges"' 3 "$filters")
known 'metric filter CloudTrailConfigChanges' "$found" "$newline\"CloudTrailConfigChanges\""
found=$(row '"ConsoleAuthFailures"' 3 "$filters")
known 'metric filter ConsoleAuthFailures' "$found" "$newline\"ConsoleAuthFailures\""
found=$(row '"KMSKeyDisableOrDelete"' 3 "$filters")
known 'metric filter KMSKeyDisableOrDelete' "$found" "$newline\"KMSKeyDisableOrDelete\""
found=$(row '"S3BucketPolicyChanges"' 3 "$filters")
known 'metric filter S3BucketPolicyChanges' "$found" "$newline\"S3BucketPolicyChanges\""
found=$(row '"AWSConfigChanges"' 3 "$filters")
known 'metric filter AWSConfigChanges' "$found" "$newline\"AWSConfigChanges\""
found=$(row '"SecurityGroupChanges"' 3 "$filters")
known 'metric filter SecurityGroupChanges' "$found" "$newline\"SecurityGroupChanges\""
found=$(row '"NACLChanges"' 3 "$filters")
known 'metric filter NACLChanges' "$found" "$newline\"NACLChanges\""
found=$(row '"NetworkGatewayChanges"' 3 "$filters")
known 'metric filter NetworkGatewayChanges' "$found" "$newline\"NetworkGatewayChanges\""
found=$(row '"RouteTableChanges"' 3 "$filters")
known 'metric filter RouteTableChanges' "$found" "$newline\"RouteTableChanges\""
found=$(row '"VPCChanges"' 3 "$filters")
known 'metric filter VPCChanges' "$found" "$newline\"VPCChanges\""
topic_found=$(ask NotFound sns get-topic-attributes --topic-arn="$topic_arn" --query='[Attributes.Policy]')
# An alarm of ours that tells the topic shows as well that it is ours.
if ! holds "$alarms" "$topic_arn"; then
  known 'topic AccountAlarms' "$topic_found" CloudWatchAlarmsPublish
fi
found=$(row '"UnauthorizedAPICalls"' 4 "$alarms")
known 'alarm UnauthorizedAPICalls' "$found" "$newline\"UnauthorizedAPICalls\""
found=$(row '"ConsoleSigninWithoutMFA"' 4 "$alarms")
known 'alarm ConsoleSigninWithoutMFA' "$found" "$newline\"ConsoleSigninWithoutMFA\""
found=$(row '"RootUsage"' 4 "$alarms")
known 'alarm RootUsage' "$found" "$newline\"RootUsage\""
found=$(row '"IAMPolicyChanges"' 4 "$alarms")
known 'alarm IAMPolicyChanges' "$found" "$newline\"IAMPolicyChanges\""
found=$(row '"CloudTrailConfigChanges"' 4 "$alarms")
known 'alarm CloudTrailConfigChanges' "$found" "$newline\"CloudTrailConfigChanges\""
found=$(row '"ConsoleAuthFailures"' 4 "$alarms")
known 'alarm ConsoleAuthFailures' "$found" "$newline\"ConsoleAuthFailures\""
found=$(row '"KMSKeyDisableOrDelete"' 4 "$alarms")
known 'alarm KMSKeyDisableOrDelete' "$found" "$newline\"KMSKeyDisableOrDelete\""
found=$(row '"S3BucketPolicyChanges"' 4 "$alarms")
known 'alarm S3BucketPolicyChanges' "$found" "$newline\"S3BucketPolicyChanges\""
found=$(row '"AWSConfigChanges"' 4 "$alarms")
known 'alarm AWSConfigChanges' "$found" "$newline\"AWSConfigChanges\""
found=$(row '"SecurityGroupChanges"' 4 "$alarms")
known 'alarm SecurityGroupChanges' "$found" "$newline\"SecurityGroupChanges\""
found=$(row '"NACLChanges"' 4 "$alarms")
known 'alarm NACLChanges' "$found" "$newline\"NACLChanges\""
found=$(row '"NetworkGatewayChanges"' 4 "$alarms")
known 'alarm NetworkGatewayChanges' "$found" "$newline\"NetworkGatewayChanges\""
found=$(row '"RouteTableChanges"' 4 "$alarms")
known 'alarm RouteTableChanges' "$found" "$newline\"RouteTableChanges\""
found=$(row '"VPCChanges"' 4 "$alarms")
known 'alarm VPCChanges' "$found" "$newline\"VPCChanges\""

# The trail delivers its events here, and the metric filters read them.
step 2 "log group $log_group_name"
if [ -z "$log_group_found" ]; then
  aws logs create-log-group --log-group-name="$log_group_name"
fi
aws logs put-retention-policy --log-group-name="$log_group_name" --retention-in-days=365
aws logs tag-resource --resource-arn="$log_group_arn" --cli-input-json '{"tags":{"Purpose":"audit"}}'

# The trail keeps its log files here: private, encrypted, with versions.
step 3 "bucket $bucket_name"
if [ -z "$bucket_found" ]; then
  # us-east-1 is the one Region that does not take its own name here.
  if [ "$region" = us-east-1 ]; then
    aws s3api create-bucket --bucket="$bucket_name"
  else
    aws s3api create-bucket --bucket="$bucket_name" --create-bucket-configuration="LocationConstraint=$region"
  fi
fi
aws s3api put-public-access-block \
  --bucket="$bucket_name" \
  --cli-input-json '{"PublicAccessBlockConfiguration":{"BlockPublicAcls":true,"IgnorePublicAcls":true,"BlockPublicPolicy":true,"RestrictPublicBuckets":true}}'
aws s3api put-bucket-ownership-controls \
  --bucket="$bucket_name" \
  --cli-input-json '{"OwnershipControls":{"Rules":[{"ObjectOwnership":"BucketOwnerEnforced"}]}}'
aws s3api put-bucket-encryption \
  --bucket="$bucket_name" \
  --cli-input-json '{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}}'
aws s3api put-bucket-versioning \
  --bucket="$bucket_name" \
  --cli-input-json '{"VersioningConfiguration":{"Status":"Enabled"}}'
aws s3api put-bucket-tagging \
  --bucket="$bucket_name" \
  --cli-input-json '{"Tagging":{"TagSet":[{"Key":"Purpose","Value":"audit"}]}}'

# CloudTrail refuses a bucket that it may not write to.
step 4 "policy of the bucket $bucket_name"
aws s3api put-bucket-policy --bucket="$bucket_name" --policy="$bucket_policy"

# CloudTrail assumes this role to write to the log group.
step 5 "role $role_name"
if [ -z "$role_found" ]; then
  aws iam create-role \
    --role-name="$role_name" \
    --assume-role-policy-document="$trust_policy" \
    --cli-input-json '{"Description":"Lets CloudTrail deliver events to CloudWatch Logs"}'
else
  aws iam update-assume-role-policy --role-name="$role_name" --policy-document="$trust_policy"
  aws iam update-role \
    --role-name="$role_name" \
    --cli-input-json '{"Description":"Lets CloudTrail deliver events to CloudWatch Logs"}'
fi
aws iam tag-role --role-name="$role_name" --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It may write to its own log streams and do nothing else.
step 6 'role policy deliver-to-cloudwatch-logs'
aws iam put-role-policy \
  --role-name="$role_name" \
  --policy-name=deliver-to-cloudwatch-logs \
  --policy-document="$role_policy"

# All Regions, management events of both kinds, validated log files.
step 7 "trail $trail_name"
if [ -z "$trail_found" ]; then
  patiently aws cloudtrail create-trail \
    --name=account-trail \
    --s3-bucket-name="$bucket_name" \
    --cloud-watch-logs-log-group-arn="$log_group_arn:*" \
    --cloud-watch-logs-role-arn="$role_arn" \
    --is-multi-region-trail \
    --include-global-service-events \
    --enable-log-file-validation \
    --no-is-organization-trail
else
  patiently aws cloudtrail update-trail \
    --name=account-trail \
    --s3-bucket-name="$bucket_name" \
    --cloud-watch-logs-log-group-arn="$log_group_arn:*" \
    --cloud-watch-logs-role-arn="$role_arn" \
    --is-multi-region-trail \
    --include-global-service-events \
    --enable-log-file-validation \
    --no-is-organization-trail
  # A new trail records all management events; one that does not any more is set back.
  faults=$(selector_faults "$trail_arn")
  if [ -n "$faults" ]; then
    aws cloudtrail put-event-selectors \
      --trail-name=account-trail \
      --event-selectors='[{"ReadWriteType":"All","IncludeManagementEvents":true,"DataResources":[],"ExcludeManagementEventSources":[]}]'
  fi
fi
aws cloudtrail add-tags \
  --resource-id="$trail_arn" \
  --cli-input-json '{"TagsList":[{"Key":"Purpose","Value":"audit"}]}'
aws cloudtrail start-logging --name=account-trail

# Each event that matches the pattern adds 1 to the metric UnauthorizedAPICalls.
step 8 'metric filter UnauthorizedAPICalls'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"UnauthorizedAPICalls","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "UnauthorizedAPICalls",
    "filterPattern": "{ ($.errorCode =\"*UnauthorizedOperation\") || ($.errorCode =\"AccessDenied*\") && ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") && ($.eventName!=\"HeadBucket\") }"
  }'

# Each event that matches the pattern adds 1 to the metric ConsoleSigninWithoutMFA.
step 9 'metric filter ConsoleSigninWithoutMFA'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"ConsoleSigninWithoutMFA","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "ConsoleSigninWithoutMFA",
    "filterPattern": "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") }"
  }'

# Each event that matches the pattern adds 1 to the metric RootUsage.
step 10 'metric filter RootUsage'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"RootUsage","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "RootUsage",
    "filterPattern": "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
  }'

# Each event that matches the pattern adds 1 to the metric IAMPolicyChanges.
step 11 'metric filter IAMPolicyChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"IAMPolicyChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "IAMPolicyChanges",
    "filterPattern": "{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}"
  }'

# Each event that matches the pattern adds 1 to the metric CloudTrailConfigChanges.
step 12 'metric filter CloudTrailConfigChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"CloudTrailConfigChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "CloudTrailConfigChanges",
    "filterPattern": "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }"
  }'

# Each event that matches the pattern adds 1 to the metric ConsoleAuthFailures.
step 13 'metric filter ConsoleAuthFailures'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"ConsoleAuthFailures","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "ConsoleAuthFailures",
    "filterPattern": "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"
  }'

# Each event that matches the pattern adds 1 to the metric KMSKeyDisableOrDelete.
step 14 'metric filter KMSKeyDisableOrDelete'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"KMSKeyDisableOrDelete","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "KMSKeyDisableOrDelete",
    "filterPattern": "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }"
  }'

# Each event that matches the pattern adds 1 to the metric S3BucketPolicyChanges.
step 15 'metric filter S3BucketPolicyChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"S3BucketPolicyChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "S3BucketPolicyChanges",
    "filterPattern": "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }"
  }'

# Each event that matches the pattern adds 1 to the metric AWSConfigChanges.
step 16 'metric filter AWSConfigChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"AWSConfigChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "AWSConfigChanges",
    "filterPattern": "{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=DeleteDeliveryChannel) ||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }"
  }'

# Each event that matches the pattern adds 1 to the metric SecurityGroupChanges.
step 17 'metric filter SecurityGroupChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"SecurityGroupChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "SecurityGroupChanges",
    "filterPattern": "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) || ($.eventName = ModifySecurityGroupRules) }"
  }'

# Each event that matches the pattern adds 1 to the metric NACLChanges.
step 18 'metric filter NACLChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"NACLChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "NACLChanges",
    "filterPattern": "{ ($.eventName = CreateNetworkAcl) || ($.eventName =  CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }"
  }'

# Each event that matches the pattern adds 1 to the metric NetworkGatewayChanges.
step 19 'metric filter NetworkGatewayChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"NetworkGatewayChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "NetworkGatewayChanges",
    "filterPattern": "{($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }"
  }'

# Each event that matches the pattern adds 1 to the metric RouteTableChanges.
step 20 'metric filter RouteTableChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"RouteTableChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "RouteTableChanges",
    "filterPattern": "{($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable) }"
  }'

# Each event that matches the pattern adds 1 to the metric VPCChanges.
step 21 'metric filter VPCChanges'
aws logs put-metric-filter \
  --log-group-name="$log_group_name" \
  --metric-transformations='[{"metricName":"VPCChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "VPCChanges",
    "filterPattern": "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }"
  }'

# Whoever is to hear the alarms subscribes to it.
step 22 'topic AccountAlarms'
if [ -z "$topic_found" ]; then
  attributes=$(policy_attribute "$topic_policy")
  aws sns create-topic --name=AccountAlarms --attributes="$attributes"
fi
aws sns tag-resource --resource-arn="$topic_arn" --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# Nobody edits it when an alarm is made; without it CloudWatch may not publish, and no alarm is heard.
step 23 'policy of the topic AccountAlarms'
aws sns set-topic-attributes --topic-arn="$topic_arn" --attribute-name=Policy --attribute-value="$topic_policy"

# Somebody has to hear the alarms.
step 24 "email subscription of $ENDPOINT_1"
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

# It watches the metric UnauthorizedAPICalls that the filter publishes.
step 25 'alarm UnauthorizedAPICalls'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$UNAUTHORIZED_API_CALLS_PERIOD" \
  --threshold="$UNAUTHORIZED_API_CALLS_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "UnauthorizedAPICalls",
    "AlarmDescription": "Unauthorized API calls (CIS AWS Foundations Benchmark v5.0.0, 4.1)",
    "MetricName": "UnauthorizedAPICalls",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:UnauthorizedAPICalls" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric ConsoleSigninWithoutMFA that the filter publishes.
step 26 'alarm ConsoleSigninWithoutMFA'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD" \
  --threshold="$CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "ConsoleSigninWithoutMFA",
    "AlarmDescription": "Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2)",
    "MetricName": "ConsoleSigninWithoutMFA",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:ConsoleSigninWithoutMFA" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric RootUsage that the filter publishes.
step 27 'alarm RootUsage'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$ROOT_USAGE_PERIOD" \
  --threshold="$ROOT_USAGE_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "RootUsage",
    "AlarmDescription": "Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3)",
    "MetricName": "RootUsage",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:RootUsage" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric IAMPolicyChanges that the filter publishes.
step 28 'alarm IAMPolicyChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$IAM_POLICY_CHANGES_PERIOD" \
  --threshold="$IAM_POLICY_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "IAMPolicyChanges",
    "AlarmDescription": "IAM policy changes (CIS AWS Foundations Benchmark v5.0.0, 4.4)",
    "MetricName": "IAMPolicyChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:IAMPolicyChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric CloudTrailConfigChanges that the filter publishes.
step 29 'alarm CloudTrailConfigChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CLOUD_TRAIL_CONFIG_CHANGES_PERIOD" \
  --threshold="$CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "CloudTrailConfigChanges",
    "AlarmDescription": "CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5)",
    "MetricName": "CloudTrailConfigChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:CloudTrailConfigChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric ConsoleAuthFailures that the filter publishes.
step 30 'alarm ConsoleAuthFailures'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CONSOLE_AUTH_FAILURES_PERIOD" \
  --threshold="$CONSOLE_AUTH_FAILURES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "ConsoleAuthFailures",
    "AlarmDescription": "Failed console sign-ins (CIS AWS Foundations Benchmark v5.0.0, 4.6)",
    "MetricName": "ConsoleAuthFailures",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:ConsoleAuthFailures" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric KMSKeyDisableOrDelete that the filter publishes.
step 31 'alarm KMSKeyDisableOrDelete'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$KMS_KEY_DISABLE_OR_DELETE_PERIOD" \
  --threshold="$KMS_KEY_DISABLE_OR_DELETE_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "KMSKeyDisableOrDelete",
    "AlarmDescription": "KMS keys disabled or scheduled for deletion (CIS AWS Foundations Benchmark v5.0.0, 4.7)",
    "MetricName": "KMSKeyDisableOrDelete",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:KMSKeyDisableOrDelete" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric S3BucketPolicyChanges that the filter publishes.
step 32 'alarm S3BucketPolicyChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$S3_BUCKET_POLICY_CHANGES_PERIOD" \
  --threshold="$S3_BUCKET_POLICY_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "S3BucketPolicyChanges",
    "AlarmDescription": "S3 bucket policy changes (CIS AWS Foundations Benchmark v5.0.0, 4.8)",
    "MetricName": "S3BucketPolicyChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:S3BucketPolicyChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric AWSConfigChanges that the filter publishes.
step 33 'alarm AWSConfigChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$AWS_CONFIG_CHANGES_PERIOD" \
  --threshold="$AWS_CONFIG_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "AWSConfigChanges",
    "AlarmDescription": "AWS Config configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.9)",
    "MetricName": "AWSConfigChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:AWSConfigChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric SecurityGroupChanges that the filter publishes.
step 34 'alarm SecurityGroupChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$SECURITY_GROUP_CHANGES_PERIOD" \
  --threshold="$SECURITY_GROUP_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "SecurityGroupChanges",
    "AlarmDescription": "Security group changes (CIS AWS Foundations Benchmark v5.0.0, 4.10)",
    "MetricName": "SecurityGroupChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:SecurityGroupChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric NACLChanges that the filter publishes.
step 35 'alarm NACLChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$NACL_CHANGES_PERIOD" \
  --threshold="$NACL_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "NACLChanges",
    "AlarmDescription": "Network ACL changes (CIS AWS Foundations Benchmark v5.0.0, 4.11)",
    "MetricName": "NACLChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:NACLChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric NetworkGatewayChanges that the filter publishes.
step 36 'alarm NetworkGatewayChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$NETWORK_GATEWAY_CHANGES_PERIOD" \
  --threshold="$NETWORK_GATEWAY_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "NetworkGatewayChanges",
    "AlarmDescription": "Network gateway changes (CIS AWS Foundations Benchmark v5.0.0, 4.12)",
    "MetricName": "NetworkGatewayChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:NetworkGatewayChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric RouteTableChanges that the filter publishes.
step 37 'alarm RouteTableChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$ROUTE_TABLE_CHANGES_PERIOD" \
  --threshold="$ROUTE_TABLE_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "RouteTableChanges",
    "AlarmDescription": "Route table changes (CIS AWS Foundations Benchmark v5.0.0, 4.13)",
    "MetricName": "RouteTableChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:RouteTableChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

# It watches the metric VPCChanges that the filter publishes.
step 38 'alarm VPCChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$VPC_CHANGES_PERIOD" \
  --threshold="$VPC_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "VPCChanges",
    "AlarmDescription": "VPC changes (CIS AWS Foundations Benchmark v5.0.0, 4.14)",
    "MetricName": "VPCChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'
aws cloudwatch tag-resource \
  --resource-arn="arn:$partition:cloudwatch:$region:$account:alarm:VPCChanges" \
  --cli-input-json '{"Tags":[{"Key":"Purpose","Value":"audit"}]}'

say "$script: done"
say_unheard ENDPOINT_1 "$ENDPOINT_1"
