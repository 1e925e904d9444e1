#!/bin/sh
# apply.sh: sets up what the spec "central-log-group" describes, with the AWS CLI.
#
# Written by gen from the spec 'central-log-group'. Change the spec, not this file.
# Alarms on 4 kinds of account activity.
#   - Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3)
#   - Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2)
#   - CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5)
#   - AWS Organizations changes (CIS AWS Foundations Benchmark v5.0.0, 4.15)
#
# Steps
#   1. Look at what is there, and stop before any change if something is in the way
#   2. metric filter RootUsage
#   3. metric filter ConsoleSigninWithoutMFA
#   4. metric filter CloudTrailConfigChanges
#   5. metric filter OrgsChanges
#   6. topic CISMonitoring
#   7. policy of the topic CISMonitoring
#   8. email subscription of $ENDPOINT_1
#   9. alarm RootUsage-Production
#   10. alarm RootUsage-Staging
#   11. alarm ConsoleSigninWithoutMFA-Production
#   12. alarm ConsoleSigninWithoutMFA-Staging
#   13. alarm CloudTrailConfigChanges-Production
#   14. alarm CloudTrailConfigChanges-Staging
#   15. alarm OrgsChanges
#
# Before you run it
#   - The AWS CLI, version 1 or 2, signed in to the account to watch.
#   - Organizations events are recorded in the organization's management account: deploy there, in the trail's
#     home Region. Service-managed StackSets never reach that account.
#   - The log group holds the events of several accounts: each account has alarms of its own, by
#     $.recipientAccountId.
#
# Usage: ./apply.sh [--dry-run] [--skip-trail-check] [--help]
#   --dry-run           print the commands that would change something; call nothing but 'aws sts'
#   --skip-trail-check  for a log group that the trail of another account fills
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

# trail_faults TRAIL MULTI_REGION: why not all events of the account reach the log group; nothing when they do.
trail_faults() {
  if [ "$2" != True ]; then
    printf 'IsMultiRegionTrail: wanted true, found false; '
    printf 'mend: aws cloudtrail update-trail --name=%s --is-multi-region-trail\n' "$1"
  fi
  status=$(command aws cloudtrail get-trail-status --name="$1" --output=text \
    --query='[IsLogging, LatestCloudWatchLogsDeliveryError]') || return 74
  case $status in
  True*) ;;
  *) printf 'IsLogging: wanted true, found false; mend: aws cloudtrail start-logging --name=%s\n' "$1" ;;
  esac
  case $status in
  *"$tab"None | *"$tab") ;;
  *"$tab"*) printf 'LatestCloudWatchLogsDeliveryError: %s; mend: correct the role of the trail\n' "${status#*"$tab"}" ;;
  esac
  selector_faults "$1" || return 74
}

# source_faults LOG_GROUP: why the filters on the log group would not see every event; nothing when they do.
# Several trails may fill it; one that records everything is enough. DescribeTrails answers on one page.
source_faults() {
  groups=$(command aws logs describe-log-groups --log-group-name-prefix="$1" --output=text \
    --query="logGroups[?logGroupName=='$1'].[logGroupName]") || return 74
  trails=$(command aws cloudtrail describe-trails --output=text \
    --query='trailList[?CloudWatchLogsLogGroupArn].[TrailARN,HomeRegion,IsMultiRegionTrail,CloudWatchLogsLogGroupArn]') ||
    return 74
  own=
  elsewhere=
  while IFS=$tab read -r trail home multi_region group; do
    case $group in
    "arn:$partition:logs:$region:$account:log-group:$1:*" | "arn:$partition:logs:$region:$account:log-group:$1")
      if [ "$home" != "$region" ]; then
        reasons="HomeRegion: wanted $region, found $home; mend: set AWS_REGION=$home"
      else
        reasons=$(trail_faults "$trail" "$multi_region") || return 74
      fi
      [ -n "$reasons" ] || return 0
      own=$own$(printf '%s\n' "$reasons" | sed -e "s|^|trail $trail: |")$newline
      ;;
    arn:*:log-group:"$1":* | arn:*:log-group:"$1")
      elsewhere="$elsewhere trail $trail fills the log group of this name in the Region $home;"
      elsewhere="$elsewhere mend: set AWS_REGION=$home."
      ;;
    esac
  done <<EOF
$trails
EOF
  if [ -n "$own" ]; then
    printf '%s' "$own"
  elif [ -z "$groups" ]; then
    printf 'log group %s: there is none of this name in %s, account %s; ' "$1" "$region" "$account"
    printf 'mend: set LOG_GROUP_NAME or AWS_REGION.%s\n' "$elsewhere"
  else
    printf 'log group %s: no trail of this account delivers to it; mend: choose the log group of a trail, ' "$1"
    printf 'or give --skip-trail-check when another account'"'"'s trail fills it.%s\n' "$elsewhere"
  fi
}

check_trail=yes
for option in "$@"; do
  case $option in
  --dry-run) dry_run=yes ;;
  --skip-trail-check) check_trail=no ;;
  -h | --help) usage && exit 0 ;;
  *) say "$script: unknown option '$option'; the options are --dry-run, --skip-trail-check and --help" && exit 64 ;;
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

# Names that follow from account and Region.
topic_arn="arn:$partition:sns:$region:$account:CISMonitoring"

# Policies, from checked values only.
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
if [ "$check_trail,$dry_run" = yes,no ]; then
  faults=$(source_faults "$LOG_GROUP_NAME")
  if [ -n "$faults" ]; then
    say "$faults"
    stop 'the filters would miss events, as said above, so nothing was changed. Mend it and run this script again.'
  fi
fi
filters=$(ask ResourceNotFoundException logs describe-metric-filters \
  --log-group-name="$LOG_GROUP_NAME" \
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
  --cli-input-json '{"AlarmNames":["RootUsage-Production","RootUsage-Staging","ConsoleSigninWithoutMFA-Production","ConsoleSigninWithoutMFA-Staging","CloudTrailConfigChanges-Production","CloudTrailConfigChanges-Staging","OrgsChanges"]}')
found=$(row '"RootUsage"' 3 "$filters")
known 'metric filter RootUsage' "$found" "$newline\"RootUsage\""
found=$(row '"ConsoleSigninWithoutMFA"' 3 "$filters")
known 'metric filter ConsoleSigninWithoutMFA' "$found" "$newline\"ConsoleSigninWithoutMFA\""
found=$(row '"CloudTrailConfigChanges"' 3 "$filters")
known 'metric filter CloudTrailConfigChanges' "$found" "$newline\"CloudTrailConfigChanges\""
found=$(row '"OrgsChanges"' 3 "$filters")
known 'metric filter OrgsChanges' "$found" "$newline\"OrgsChanges\""
topic_found=$(ask NotFound sns get-topic-attributes --topic-arn="$topic_arn" --query='[Attributes.Policy]')
# An alarm of ours that tells the topic shows as well that it is ours.
if ! holds "$alarms" "$topic_arn"; then
  known 'topic CISMonitoring' "$topic_found" CloudWatchAlarmsPublish
fi
found=$(row '"RootUsage-Production"' 4 "$alarms")
known 'alarm RootUsage-Production' "$found" "$newline\"RootUsage\""
found=$(row '"RootUsage-Staging"' 4 "$alarms")
known 'alarm RootUsage-Staging' "$found" "$newline\"RootUsage\""
found=$(row '"ConsoleSigninWithoutMFA-Production"' 4 "$alarms")
known 'alarm ConsoleSigninWithoutMFA-Production' "$found" "$newline\"ConsoleSigninWithoutMFA\""
found=$(row '"ConsoleSigninWithoutMFA-Staging"' 4 "$alarms")
known 'alarm ConsoleSigninWithoutMFA-Staging' "$found" "$newline\"ConsoleSigninWithoutMFA\""
found=$(row '"CloudTrailConfigChanges-Production"' 4 "$alarms")
known 'alarm CloudTrailConfigChanges-Production' "$found" "$newline\"CloudTrailConfigChanges\""
found=$(row '"CloudTrailConfigChanges-Staging"' 4 "$alarms")
known 'alarm CloudTrailConfigChanges-Staging' "$found" "$newline\"CloudTrailConfigChanges\""
found=$(row '"OrgsChanges"' 4 "$alarms")
known 'alarm OrgsChanges' "$found" "$newline\"OrgsChanges\""

# Each event that matches the pattern adds 1 to the metric RootUsage.
step 2 'metric filter RootUsage'
aws logs put-metric-filter \
  --log-group-name="$LOG_GROUP_NAME" \
  --metric-transformations='[{"metricName":"RootUsage","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1","dimensions":{"AccountId":"$.recipientAccountId"}}]' \
  --cli-input-json '{
    "filterName": "RootUsage",
    "filterPattern": "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
  }'

# Each event that matches the pattern adds 1 to the metric ConsoleSigninWithoutMFA.
step 3 'metric filter ConsoleSigninWithoutMFA'
aws logs put-metric-filter \
  --log-group-name="$LOG_GROUP_NAME" \
  --metric-transformations='[{"metricName":"ConsoleSigninWithoutMFA","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1","dimensions":{"AccountId":"$.recipientAccountId"}}]' \
  --cli-input-json '{
    "filterName": "ConsoleSigninWithoutMFA",
    "filterPattern": "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") }"
  }'

# Each event that matches the pattern adds 1 to the metric CloudTrailConfigChanges.
step 4 'metric filter CloudTrailConfigChanges'
aws logs put-metric-filter \
  --log-group-name="$LOG_GROUP_NAME" \
  --metric-transformations='[{"metricName":"CloudTrailConfigChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1","dimensions":{"AccountId":"$.recipientAccountId"}}]' \
  --cli-input-json '{
    "filterName": "CloudTrailConfigChanges",
    "filterPattern": "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }"
  }'

# Each event that matches the pattern adds 1 to the metric OrgsChanges.
step 5 'metric filter OrgsChanges'
aws logs put-metric-filter \
  --log-group-name="$LOG_GROUP_NAME" \
  --metric-transformations='[{"metricName":"OrgsChanges","metricNamespace":"'"$METRIC_NAMESPACE"'","metricValue":"1"}]' \
  --cli-input-json '{
    "filterName": "OrgsChanges",
    "filterPattern": "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = \"AcceptHandshake\") || ($.eventName = \"AttachPolicy\") || ($.eventName = \"CreateAccount\") || ($.eventName = \"CreateOrganizationalUnit\") || ($.eventName = \"CreatePolicy\") || ($.eventName = \"DeclineHandshake\") || ($.eventName = \"DeleteOrganization\") || ($.eventName = \"DeleteOrganizationalUnit\") || ($.eventName = \"DeletePolicy\") || ($.eventName = \"DetachPolicy\") || ($.eventName = \"DisablePolicyType\") || ($.eventName = \"EnablePolicyType\") || ($.eventName = \"InviteAccountToOrganization\") || ($.eventName = \"LeaveOrganization\") || ($.eventName = \"MoveAccount\") || ($.eventName = \"RemoveAccountFromOrganization\") || ($.eventName = \"UpdatePolicy\") || ($.eventName = \"UpdateOrganizationalUnit\")) }"
  }'

# Whoever is to hear the alarms subscribes to it.
step 6 'topic CISMonitoring'
if [ -z "$topic_found" ]; then
  attributes=$(policy_attribute "$topic_policy")
  aws sns create-topic --name=CISMonitoring --attributes="$attributes"
fi

# Nobody edits it when an alarm is made; without it CloudWatch may not publish, and no alarm is heard.
step 7 'policy of the topic CISMonitoring'
aws sns set-topic-attributes --topic-arn="$topic_arn" --attribute-name=Policy --attribute-value="$topic_policy"

# Somebody has to hear the alarms.
step 8 "email subscription of $ENDPOINT_1"
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

# It watches the metric RootUsage that the filter publishes for 111122223333.
step 9 'alarm RootUsage-Production'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$ROOT_USAGE_PERIOD" \
  --threshold="$ROOT_USAGE_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "RootUsage-Production",
    "AlarmDescription": "Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3) in account Production (111122223333)",
    "MetricName": "RootUsage",
    "Dimensions": [
      {
        "Name": "AccountId",
        "Value": "111122223333"
      }
    ],
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

# It watches the metric RootUsage that the filter publishes for 444455556666.
step 10 'alarm RootUsage-Staging'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$ROOT_USAGE_PERIOD" \
  --threshold="$ROOT_USAGE_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "RootUsage-Staging",
    "AlarmDescription": "Use of the root user (CIS AWS Foundations Benchmark v5.0.0, 4.3) in account Staging (444455556666)",
    "MetricName": "RootUsage",
    "Dimensions": [
      {
        "Name": "AccountId",
        "Value": "444455556666"
      }
    ],
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

# It watches the metric ConsoleSigninWithoutMFA that the filter publishes for 111122223333.
step 11 'alarm ConsoleSigninWithoutMFA-Production'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD" \
  --threshold="$CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "ConsoleSigninWithoutMFA-Production",
    "AlarmDescription": "Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2) in account Production (111122223333)",
    "MetricName": "ConsoleSigninWithoutMFA",
    "Dimensions": [
      {
        "Name": "AccountId",
        "Value": "111122223333"
      }
    ],
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

# It watches the metric ConsoleSigninWithoutMFA that the filter publishes for 444455556666.
step 12 'alarm ConsoleSigninWithoutMFA-Staging'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CONSOLE_SIGNIN_WITHOUT_MFA_PERIOD" \
  --threshold="$CONSOLE_SIGNIN_WITHOUT_MFA_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "ConsoleSigninWithoutMFA-Staging",
    "AlarmDescription": "Console sign-in without MFA (CIS AWS Foundations Benchmark v5.0.0, 4.2) in account Staging (444455556666)",
    "MetricName": "ConsoleSigninWithoutMFA",
    "Dimensions": [
      {
        "Name": "AccountId",
        "Value": "444455556666"
      }
    ],
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

# It watches the metric CloudTrailConfigChanges that the filter publishes for 111122223333.
step 13 'alarm CloudTrailConfigChanges-Production'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CLOUD_TRAIL_CONFIG_CHANGES_PERIOD" \
  --threshold="$CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "CloudTrailConfigChanges-Production",
    "AlarmDescription": "CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5) in account Production (111122223333)",
    "MetricName": "CloudTrailConfigChanges",
    "Dimensions": [
      {
        "Name": "AccountId",
        "Value": "111122223333"
      }
    ],
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

# It watches the metric CloudTrailConfigChanges that the filter publishes for 444455556666.
step 14 'alarm CloudTrailConfigChanges-Staging'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$CLOUD_TRAIL_CONFIG_CHANGES_PERIOD" \
  --threshold="$CLOUD_TRAIL_CONFIG_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "CloudTrailConfigChanges-Staging",
    "AlarmDescription": "CloudTrail configuration changes (CIS AWS Foundations Benchmark v5.0.0, 4.5) in account Staging (444455556666)",
    "MetricName": "CloudTrailConfigChanges",
    "Dimensions": [
      {
        "Name": "AccountId",
        "Value": "444455556666"
      }
    ],
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

# It watches the metric OrgsChanges that the filter publishes.
step 15 'alarm OrgsChanges'
aws cloudwatch put-metric-alarm \
  --namespace="$METRIC_NAMESPACE" \
  --period="$ORGS_CHANGES_PERIOD" \
  --threshold="$ORGS_CHANGES_THRESHOLD" \
  --alarm-actions="$topic_arn" \
  --cli-input-json '{
    "AlarmName": "OrgsChanges",
    "AlarmDescription": "AWS Organizations changes (CIS AWS Foundations Benchmark v5.0.0, 4.15)",
    "MetricName": "OrgsChanges",
    "Statistic": "Sum",
    "EvaluationPeriods": 1,
    "DatapointsToAlarm": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "TreatMissingData": "notBreaching",
    "ActionsEnabled": true
  }'

say "$script: done"
say_unheard ENDPOINT_1 "$ENDPOINT_1"
