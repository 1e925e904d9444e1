"""The simulator must refuse what the service refuses: a proof against a yes-man proves nothing."""

import json

import boto3
import pytest
import yaml
from botocore.exceptions import ClientError

from rig.legs.cloudformation import CloudFormation, StackFailed
from rig.snapshot import Reader
from rig.tools import REGION

TRAIL = {
    "Trail": {
        "Type": "AWS::CloudTrail::Trail",
        "Properties": {"IsLogging": True, "TrailName": "trail", "S3BucketName": {"Ref": "Bucket"}},
    },
    "Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain"},
    "Policy": {
        "Type": "AWS::S3::BucketPolicy",
        "Properties": {
            "Bucket": {"Ref": "Bucket"},
            "PolicyDocument": {"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
                "Action": ["s3:GetBucketAcl", "s3:PutObject"],
                "Resource": [{"Fn::GetAtt": ["Bucket", "Arn"]}, {"Fn::Sub": "${Bucket.Arn}/AWSLogs/${AWS::AccountId}/*"}],
            }]},
        },
    },
}


def template(resources, **sections):
    return yaml.safe_dump({"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources, **sections})


def client(simulator, service):
    return boto3.client(service, region_name=REGION, endpoint_url=simulator.address, aws_access_key_id="a",
                        aws_secret_access_key="b")


@pytest.fixture
def stack(simulator):
    return CloudFormation(simulator.address, REGION)


def test_a_type_that_the_simulator_does_not_apply_fails_the_stack(stack):
    with pytest.raises(StackFailed, match="resource type AWS::Events::Rule"):
        stack.deploy(template({"Rule": {"Type": "AWS::Events::Rule", "Properties": {}}}))


def test_a_property_that_the_simulator_does_not_apply_fails_the_stack(stack, simulator):
    with pytest.raises(StackFailed, match="does not apply the property FilterFormat"):
        stack.deploy(template({"Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"FilterFormat": "x"}}}))
    assert Reader(simulator.address, REGION).snapshot()["logGroups"] == {}, "a failed stack is rolled back"


def test_a_trail_without_its_bucket_policy_first_is_refused(stack):
    with pytest.raises(StackFailed, match="bucket policy"):
        stack.deploy(template(TRAIL))


def test_a_trail_after_its_bucket_policy_is_taken(stack, simulator):
    ordered = TRAIL | {"Trail": TRAIL["Trail"] | {"DependsOn": "Policy"}}
    stack.deploy(template(ordered))
    found = Reader(simulator.address, REGION).snapshot()
    assert found["trails"]["trail"]["IsLogging"]
    stack.remove()
    left = Reader(simulator.address, REGION).snapshot()
    assert left["trails"] == {} and len(left["buckets"]) == 1, "a retained bucket stays, the rest goes"


def test_a_second_policy_of_a_bucket_is_refused(stack, simulator):
    simple = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::kept/*"}]}
    client(simulator, "s3").create_bucket(Bucket="kept")
    client(simulator, "s3").put_bucket_policy(Bucket="kept", Policy=json.dumps(simple))
    with pytest.raises(StackFailed, match="bucket policy already exists"):
        stack.deploy(template({"Policy": {
            "Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": "kept", "PolicyDocument": simple}}}))


def test_a_filter_on_a_missing_log_group_is_refused(stack):
    with pytest.raises(StackFailed, match="log group does not exist"):
        stack.deploy(template({"Filter": {"Type": "AWS::Logs::MetricFilter", "Properties": {
            "LogGroupName": "nowhere", "FilterPattern": "", "MetricTransformations": [
                {"MetricName": "a", "MetricNamespace": "b", "MetricValue": "1"}]}}}))


def test_putting_a_filter_twice_makes_one_filter(simulator):
    logs = client(simulator, "logs")
    logs.create_log_group(logGroupName="group")
    for pattern in ("one", "two"):
        logs.put_metric_filter(
            logGroupName="group", filterName="f", filterPattern=pattern,
            metricTransformations=[{"metricName": "a", "metricNamespace": "b", "metricValue": "1"}])
    found = logs.describe_metric_filters(logGroupName="group")["metricFilters"]
    assert [entry["filterPattern"] for entry in found] == ["two"]


def test_a_parameter_outside_its_constraints_is_refused(stack):
    body = template(
        {"Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Ref": "Name"}}}},
        Parameters={"Name": {"Type": "String", "AllowedPattern": "[a-z]+"}})
    with pytest.raises(ClientError, match="must match"):
        stack.deploy(body, {"Name": "UPPER"})


def test_an_update_changes_replaces_and_removes(stack, simulator):
    def groups():
        return Reader(simulator.address, REGION).snapshot()["logGroups"]
    first = {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "a", "RetentionInDays": 7}}
    stack.deploy(template({"One": first, "Two": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "b"}}}))
    changed = {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "a", "RetentionInDays": 30}}
    stack.update(template({"One": changed}))
    assert {name: fields["retentionInDays"] for name, fields in groups().items()} == {"a": 30}
    stack.update(template({"One": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "c"}}}))
    assert list(groups()) == ["c"]
