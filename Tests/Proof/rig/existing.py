"""What an account has before a deployment: the log group, trail and topic that a spec calls existing."""

import json

import boto3
from botocore.config import Config

from .expected import log_group_of, topic_arn_of


def prepare(spec, endpoint, place):
    """Makes the existing trail with its log group, and the existing topic, where the spec names such."""
    def client(service):
        return boto3.client(
            service, region_name=place.region, endpoint_url=endpoint, aws_access_key_id="owner",
            aws_secret_access_key="owner", config=Config(s3={"addressing_style": "path"}))

    if "existing" in (spec.get("trail") or {}):
        make_trail(client, log_group_of(spec), place)
    if "existing" in ((spec.get("notify") or {}).get("topic") or {}):
        client("sns").create_topic(Name=topic_arn_of(spec, place).rsplit(":", 1)[1])


def make_trail(client, group, place):
    trail = place.arn("cloudtrail", "trail/existing-trail")
    client("logs").create_log_group(logGroupName=group)
    bucket = "existing-trail-logs"
    where = {} if place.region == "us-east-1" else {
        "CreateBucketConfiguration": {"LocationConstraint": place.region}}
    client("s3").create_bucket(Bucket=bucket, **where)
    arn = f"arn:{place.partition}:s3:::{bucket}"
    service = {"Service": "cloudtrail.amazonaws.com"}
    client("s3").put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": service, "Action": ["s3:GetBucketAcl", "s3:PutObject"],
        "Resource": [arn, f"{arn}/*"], "Condition": {"StringEquals": {"aws:SourceArn": trail}}}]}))
    iam = client("iam")
    role = iam.create_role(RoleName="existing-trail-role", AssumeRolePolicyDocument=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": service, "Action": "sts:AssumeRole"}]}))["Role"]["Arn"]
    iam.put_role_policy(RoleName="existing-trail-role", PolicyName="write", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}]}))
    client("cloudtrail").create_trail(
        Name="existing-trail", S3BucketName=bucket, IsMultiRegionTrail=True, CloudWatchLogsRoleArn=role,
        CloudWatchLogsLogGroupArn=place.arn("logs", f"log-group:{group}:*"))
    client("cloudtrail").start_logging(Name="existing-trail")
