#!/usr/bin/env bash
# Trail, filter and alarm, as an operator writes them by hand.
set -euo pipefail

REGION="${REGION:-eu-west-1}"
LOG_GROUP=/acme/cloudtrail
BUCKET=acme-trail-logs
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

aws s3api create-bucket --bucket "$BUCKET" --region "$REGION" \
  --create-bucket-configuration LocationConstraint="$REGION"
cat > bucket-policy.json <<JSON
{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::$BUCKET"},
    {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::$BUCKET/AWSLogs/$ACCOUNT/*"}
  ]
}
JSON
aws s3api put-bucket-policy --bucket "$BUCKET" --policy file://bucket-policy.json

aws logs create-log-group --log-group-name "$LOG_GROUP" || true
aws logs put-retention-policy --log-group-name "$LOG_GROUP" --retention-in-days 365

ROLE_ARN=$(aws iam create-role --role-name trail-to-logs --query Role.Arn --output text \
  --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}')
aws iam put-role-policy --role-name trail-to-logs --policy-name logs --policy-document '{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}]
}'

aws cloudtrail create-trail --name main --s3-bucket-name "$BUCKET" --is-multi-region-trail \
  --include-global-service-events \
  --cloud-watch-logs-log-group-arn "arn:aws:logs:$REGION:$ACCOUNT:log-group:$LOG_GROUP:*" \
  --cloud-watch-logs-role-arn "$ROLE_ARN"
aws cloudtrail put-event-selectors --trail-name main \
  --event-selectors '[{"ReadWriteType": "All", "IncludeManagementEvents": true}]'
aws cloudtrail start-logging --name main

TOPIC_ARN=$(aws sns create-topic --name acme-alerts --query TopicArn --output text)
aws sns set-topic-attributes --topic-arn "$TOPIC_ARN" --attribute-name Policy --attribute-value "{
  \"Version\": \"2012-10-17\",
  \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"cloudwatch.amazonaws.com\"}, \"Action\": \"sns:Publish\", \"Resource\": \"$TOPIC_ARN\"}]
}"
aws sns subscribe --topic-arn "$TOPIC_ARN" --protocol email --notification-endpoint soc@example.com

put_alarm() {
  aws logs put-metric-filter --log-group-name "$LOG_GROUP" --filter-name "$1" --filter-pattern "$2" \
    --metric-transformations metricName="$1",metricNamespace=Security,metricValue=1,defaultValue=0
  aws cloudwatch put-metric-alarm --alarm-name "$1" --metric-name "$1" --namespace Security \
    --statistic Sum --period 300 --evaluation-periods 1 --datapoints-to-alarm 1 --threshold 1 \
    --comparison-operator GreaterThanOrEqualToThreshold --treat-missing-data notBreaching \
    --actions-enabled --alarm-actions "$TOPIC_ARN"
}

put_alarm RootUse '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) }'
put_alarm TrailChanges '{ ($.eventName = "StopLogging") || ($.eventName = "DeleteTrail") }'
