"""What somebody else keeps in the same account, close to what a spec deploys: no form may touch it."""

import json

import boto3
from botocore.config import Config

from .expected import log_group_of

BUCKET = "somebody-elses-logs"


def settle(spec, endpoint, place):
    """A filter, an alarm, a topic with a subscription, a log group, a bucket, a role and a key, all with tags where they take them."""
    def client(service):
        return boto3.client(
            service, region_name=place.region, endpoint_url=endpoint, aws_access_key_id="neighbour",
            aws_secret_access_key="neighbour", config=Config(s3={"addressing_style": "path"}))

    tags = {"Owner": "somebody else"}
    listed = [{"Key": key, "Value": value} for key, value in tags.items()]
    client("logs").create_log_group(logGroupName="somebody/else", tags=tags)
    groups = ["somebody/else"] + ([log_group_of(spec)] if "existing" in (spec.get("trail") or {}) else [])
    for group in groups:
        client("logs").put_metric_filter(
            logGroupName=group, filterName="SomebodyElses", filterPattern='{ $.eventName = "Somebody" }',
            metricTransformations=[{"metricName": "OrgsChanges", "metricNamespace": "SomebodyElses", "metricValue": "1"}])
    topic = client("sns").create_topic(Name="SomebodyElses", Tags=listed)["TopicArn"]
    client("sns").subscribe(TopicArn=topic, Protocol="email", Endpoint="security@example.com")
    client("cloudwatch").put_metric_alarm(
        AlarmName="SomebodyElses", MetricName="OrgsChanges", Namespace="CISBenchmark", Statistic="Sum", Period=300,
        EvaluationPeriods=1, Threshold=5.0, ComparisonOperator="GreaterThanThreshold", AlarmActions=[topic], Tags=listed)
    where = {} if place.region == "us-east-1" else {
        "CreateBucketConfiguration": {"LocationConstraint": place.region}}
    client("s3").create_bucket(Bucket=BUCKET, **where)
    client("iam").create_role(RoleName="somebody-else", Tags=listed, AssumeRolePolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}]}))
    key = client("kms").create_key(Description="somebody else's")["KeyMetadata"]["KeyId"]
    client("kms").create_alias(AliasName="alias/somebody-else", TargetKeyId=key)
