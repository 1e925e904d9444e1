#!/usr/bin/env bash
# One alarm a control: what the commands share stands in arrays, as shellcheck advises.
set -euo pipefail

REGION=${REGION:-eu-west-1}
aws_in_region=(aws --region "$REGION" --output text)
filter_options=(
  --log-group-name cloudtrail/organization-trail # the trail's own
  --metric-transformations 'metricName=Watched,metricNamespace=CISBenchmark,metricValue=1'
)
alarm_options=(--namespace CISBenchmark --statistic Sum --period 300)
alarm_options+=(--evaluation-periods 1 --threshold 1)
alarm_options+=(--comparison-operator GreaterThanOrEqualToThreshold --treat-missing-data notBreaching)

if [[ -z "$REGION" || "$REGION" != *-*-[0-9] ]]; then
  echo "REGION is no Region" >&2
  exit 64
fi

topic_arn=$("${aws_in_region[@]}" sns create-topic --name watched --query TopicArn)
if [[ -z "$topic_arn" ]]; then topic_arn=arn:aws:sns:eu-west-1:111122223333:watched; fi

read -r -d '' policy <<'JSON' || true
{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish", "Resource": "*"}]
}
JSON
"${aws_in_region[@]}" sns set-topic-attributes --topic-arn "$topic_arn" --attribute-name Policy --attribute-value "$policy"

put_alarm() {
  local name=$1 pattern=$2
  "${aws_in_region[@]}" logs put-metric-filter "${filter_options[@]}" --filter-name "$name" --filter-pattern "$pattern"
  "${aws_in_region[@]}" cloudwatch put-metric-alarm "${alarm_options[@]}" --alarm-name "$name" --metric-name Watched \
    --alarm-actions "$topic_arn"
}

put_alarm Root '{ $.userIdentity.type = "Root" }'

days=(365 400)
for group in cloudtrail/organization-trail vpc/flow-logs; do
  aws logs put-retention-policy --region "$REGION" --log-group-name "$group" --retention-in-days "${days[0]}"
done
case "$REGION" in
eu-west-* | eu-central-1) echo "in Europe" ;;
*) echo "elsewhere" ;;
esac
"${aws_in_region[@]}" cloudwatch describe-alarms --query 'sort_by(MetricAlarms, &AlarmName)[].[AlarmName, StateValue]' --alarm-names Root
