#!/bin/sh
set -eu
# An organization trail to CloudWatch Logs.

REGION=us-east-1
TRAIL=org-trail
BUCKET="org-trail-logs-111122223333"
GROUP=/org/trail

die() { echo "$@" >&2; exit 1; }

make_bucket() {
  aws s3api create-bucket --bucket "$BUCKET" --region "$REGION"
  aws s3api put-public-access-block --bucket "$BUCKET" \
    --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  aws s3api put-bucket-versioning --bucket "$BUCKET" --versioning-configuration Status=Enabled
  aws s3api put-bucket-encryption --bucket "$BUCKET" --server-side-encryption-configuration '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}'
  aws s3api put-bucket-lifecycle-configuration --bucket "$BUCKET" --lifecycle-configuration '{
    "Rules": [{"ID": "old", "Status": "Enabled", "Filter": {"Prefix": "AWSLogs/"}, "Expiration": {"Days": 2555}}]
  }'
  aws s3api put-bucket-policy --bucket "$BUCKET" --policy "$(cat <<POLICY
{"Version":"2012-10-17","Statement":[
  {"Sid":"Acl","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::$BUCKET"},
  {"Sid":"Write","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::$BUCKET/AWSLogs/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"}}}
]}
POLICY
)"
}

make_role() {
  aws iam create-role --role-name trail-logs --path /service/ --max-session-duration 3600 \
    --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}' \
    --tags '[{"Key":"Owner","Value":"security"}]' --query Role.Arn --output text
}

account=$(aws sts get-caller-identity --query Account --output text) || die "no account"
if ! aws s3api head-bucket --bucket "$BUCKET" 2>/dev/null; then
  make_bucket
fi
make_bucket
key=$(aws kms create-key --description 'trail' --key-usage ENCRYPT_DECRYPT --key-spec SYMMETRIC_DEFAULT --tags TagKey=Owner,TagValue=security --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/trail --target-key-id "$key"
aws kms enable-key-rotation --key-id "$key"
aws kms put-key-policy --key-id "$key" --policy-name default --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*"}]}'
aws logs create-log-group --log-group-name "$GROUP" --tags Owner=security
aws logs put-retention-policy --log-group-name "$GROUP" --retention-in-days 731
role=$(make_role)
aws iam put-role-policy --role-name trail-logs --policy-name logs --policy-document '{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}]
}'
aws iam wait role-exists --role-name trail-logs
aws cloudtrail create-trail --name "$TRAIL" --s3-bucket-name "$BUCKET" --is-multi-region-trail --include-global-service-events \
  --enable-log-file-validation --is-organization-trail \
  --cloud-watch-logs-log-group-arn "arn:aws:logs:$REGION:$account:log-group:$GROUP:*" --cloud-watch-logs-role-arn "$role" \
  --tags-list Key=Owner,Value=security
aws cloudtrail put-event-selectors --trail-name "$TRAIL" --advanced-event-selectors '[
  {"Name": "management", "FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]}
]'
aws cloudtrail put-insight-selectors --trail-name "$TRAIL" --insight-selectors '[{"InsightType": "ApiCallRateInsight"}]'
aws cloudtrail start-logging --name "$TRAIL"
case "$(aws cloudtrail get-trail-status --name "$TRAIL" --query IsLogging --output text)" in
  True) echo logging ;;
  *) echo "not logging" ;;
esac
aws events put-rule --name root --state ENABLED --event-pattern '{"detail-type":["AWS Console Sign In via CloudTrail"]}' --tags Key=a,Value=b
aws events put-targets --rule root --targets "Id"="1","Arn"="arn:aws:sns:us-east-1:111122223333:alarms"
aws sqs create-queue --queue-name alarms --attributes VisibilityTimeout=30,MessageRetentionPeriod=86400
aws cloudformation create-stack-set --stack-set-name members --template-body '{}' --permission-model SERVICE_MANAGED \
  --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false --capabilities CAPABILITY_NAMED_IAM \
  --parameters ParameterKey=Group,ParameterValue=/org/trail ParameterKey=Days,ParameterValue=365
aws cloudformation create-stack-instances --stack-set-name members --deployment-targets OrganizationalUnitIds=ou-abcd-12345678 --regions us-east-1 eu-west-1 \
  --operation-preferences FailureToleranceCount=1,MaxConcurrentCount=5
aws cloudwatch put-dashboard --dashboard-name trail --dashboard-body '{"widgets":[]}'
aws cloudwatch put-composite-alarm --alarm-name any --alarm-rule 'ALARM(Root)' --alarm-actions arn:aws:sns:us-east-1:111122223333:alarms
while [ "$(aws logs describe-log-groups --log-group-name-prefix "$GROUP" --query 'length(logGroups)' --output text)" = 0 ]; do
  sleep 1
done
