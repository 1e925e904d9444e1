#!/bin/bash
# CIS alarms for the audit account, run by hand once.
export AWS_DEFAULT_REGION=eu-central-1
NAMESPACE="CISBenchmark"
LOG_GROUP="aws-cloudtrail-logs"
EMAIL=${1:-secops@example.com}
declare -A TAGS
ACCOUNT_ID=`aws sts get-caller-identity --query Account --output text`

topic_arn=$(aws sns create-topic --name cis-alarms --tags Key=Owner,Value=security Key=Env,Value="prod" --output text --query TopicArn)

cat > topic-policy.json <<EOP
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Alarms",
      "Effect": "Allow",
      "Principal": {"Service": "cloudwatch.amazonaws.com"},
      "Action": "sns:Publish",
      "Resource": "$topic_arn",
      "Condition": {"StringEquals": {"aws:SourceAccount": "$ACCOUNT_ID"}}
    }
  ]
}
EOP
aws sns set-topic-attributes --topic-arn "$topic_arn" --attribute-name Policy --attribute-value file://topic-policy.json
aws sns subscribe --topic-arn "$topic_arn" \
    --protocol email \
    --notification-endpoint "$EMAIL" \
    --return-subscription-arn

# Root
aws logs put-metric-filter \
    --log-group-name "$LOG_GROUP" \
    --filter-name RootUse \
    --filter-pattern '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }' \
    --metric-transformations metricName=RootUse,metricNamespace=$NAMESPACE,metricValue=1
aws cloudwatch put-metric-alarm \
    --alarm-name RootUse \
    --alarm-description 'Somebody used root' \
    --metric-name RootUse \
    --namespace "$NAMESPACE" \
    --statistic Sum \
    --period 300 \
    --threshold 1 \
    --comparison-operator GreaterThanOrEqualToThreshold \
    --evaluation-periods 1 \
    --datapoints-to-alarm 1 \
    --treat-missing-data notBreaching \
    --actions-enabled \
    --alarm-actions "$topic_arn" \
    --tags Key=Control,Value=1.7

# Console, with JSON
aws logs put-metric-filter --cli-input-json '{
  "logGroupName": "aws-cloudtrail-logs",
  "filterName": "Console",
  "filterPattern": "{ ($.eventName = \"ConsoleLogin\") && ($.errorMessage = \"Failed authentication\") }",
  "metricTransformations": [
    {"metricName": "Console", "metricNamespace": "CISBenchmark", "metricValue": "1", "defaultValue": 0, "unit": "Count"}
  ]
}'
aws cloudwatch put-metric-alarm --cli-input-json '{
  "AlarmName": "Console", "AlarmDescription": "Sign-in failed", "ActionsEnabled": true,
  "MetricName": "Console", "Namespace": "CISBenchmark", "Statistic": "Sum", "Unit": "Count",
  "Period": 300, "EvaluationPeriods": 1, "DatapointsToAlarm": 1, "Threshold": 5.5,
  "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching"
}' --alarm-actions $topic_arn

for name in StopLogging DeleteTrail; do
  aws logs put-metric-filter --log-group-name $LOG_GROUP --filter-name "$name" \
    --filter-pattern "{ \$.eventName = \"$name\" }" \
    --metric-transformations "[{\"metricName\":\"$name\",\"metricNamespace\":\"$NAMESPACE\",\"metricValue\":\"1\"}]"
  if [ -n "$topic_arn" ]; then
    aws cloudwatch put-metric-alarm --alarm-name="$name" --metric-name="$name" --namespace=$NAMESPACE --statistic=Sum --period=60 \
      --evaluation-periods=5 --threshold=1 --comparison-operator=GreaterThanOrEqualToThreshold --alarm-actions="$topic_arn" \
      --treat-missing-data=notBreaching || exit 1
  fi
done

aws logs put-retention-policy --log-group-name $LOG_GROUP --retention-in-days 365
aws logs tag-log-group --log-group-name $LOG_GROUP --tags Owner=security,Env=prod
aws cloudwatch describe-alarms --alarm-names RootUse Console --query 'MetricAlarms[].AlarmName' --output text
aws cloudwatch set-alarm-state --alarm-name RootUse --state-value ALARM --state-reason 'a test'
aws logs test-metric-filter --filter-pattern '{ $.eventName = "x" }' --log-event-messages '{"eventName": "x"}' '{"eventName": "y"}'
echo "done: $topic_arn"
