"""A topic that is there already, perhaps another account's: the scripts say when no alarm would reach it, before they change anything."""

import json
from pathlib import Path

import boto3
import pytest

from rig.compare import differences
from rig.deployment import written
from rig.legs.script import Script

pytestmark = pytest.mark.slow

ACCOUNT, OTHER, REGION = "123456789012", "999988887777", "us-east-1"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:Shared"
SPEC = {
    "version": 1, "name": "member", "trail": {"existing": {"logGroup": "trail-logs"}},
    "controls": [{"id": "watched", "title": "Watched events", "pattern": '{ $.eventName = "Watched" }'}],
    "notify": {"topic": {"existing": TOPIC}},
}


def statement(**changes):
    return {"Sid": "s", "Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish",
            "Resource": TOPIC} | changes


def only(**keys):
    return {"Condition": {"StringEquals": {key.replace("_", ":"): value for key, value in keys.items()}}}


ALARMS = f"arn:aws:cloudwatch:{REGION}:{{}}:alarm:*"
POLICIES = {
    "open": ([statement()], True),
    "this account": ([statement(**only(aws_SourceAccount=ACCOUNT))], True),
    "several accounts": ([statement(**only(aws_SourceAccount=[OTHER, ACCOUNT]))], True),
    "the organization": ([statement(**only(aws_SourceOrgID="o-exampleorgid"))], True),
    "alarms of any account": ([statement(Condition={"ArnLike": {"aws:SourceArn": ALARMS.format("*")}})], True),
    "alarms of this account": ([statement(Condition={"ArnLike": {"aws:SourceArn": ALARMS.format(ACCOUNT)}})], True),
    "everybody of the owner": ([statement(Principal={"AWS": "*"}, **only(AWS_SourceOwner=ACCOUNT))], True),
    "all actions": ([statement(Action=["sns:Subscribe", "SNS:*"])], True),
    "the second statement": ([statement(Principal={"Service": "events.amazonaws.com"}), statement()], True),
    "another service": ([statement(Principal={"Service": "events.amazonaws.com"})], False),
    "another account": ([statement(**only(aws_SourceAccount=OTHER))], False),
    "alarms of another account": ([statement(Condition={"ArnLike": {"aws:SourceArn": ALARMS.format(OTHER)}})], False),
    "another action": ([statement(Action=["sns:Subscribe", "sns:GetTopicAttributes"])], False),
    "principals of this account": ([statement(Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})], False),
    "a denial alone": ([statement(Effect="Deny")], False),
}


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory):
    return written(SPEC, tmp_path_factory.mktemp("member"))


@pytest.fixture
def account(quick_deployments):
    quick_deployments.begin(SPEC)

    def client(service):
        return boto3.client(
            service, region_name=REGION, endpoint_url=quick_deployments.simulator.address, aws_access_key_id="owner",
            aws_secret_access_key="owner")

    return client


def set_policy(account, statements):
    account("sns").set_topic_attributes(
        TopicArn=TOPIC, AttributeName="Policy",
        AttributeValue=json.dumps({"Version": "2012-10-17", "Statement": statements}, indent="\t"))


def refused(deployments, artefacts, reason, variables=None):
    """apply.sh stops with the reason and changes nothing, and verify.sh counts it as a difference."""
    before = deployments.snapshot()
    script = deployments.script(artefacts)
    applied = script.run("apply.sh", variables=variables, check=False)
    assert applied.returncode == 1, applied.stderr
    assert reason in applied.stderr and "nothing was changed" in applied.stderr
    assert not differences(before, deployments.snapshot())
    verified = script.verify(variables)
    assert verified.returncode == 1 and reason in verified.stdout, verified.stdout + verified.stderr


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_decides_whether_alarms_are_heard(name, account, quick_deployments, artefacts):
    statements, is_heard = POLICIES[name]
    set_policy(account, statements)
    if not is_heard:
        return refused(quick_deployments, artefacts, f"sns:Publish for account {ACCOUNT}")
    applied = quick_deployments.script(artefacts).deploy()
    assert "nobody is subscribed to the topic" in applied.stderr
    verified = quick_deployments.script(artefacts).verify()
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_a_topic_that_is_not_there_is_said(account, quick_deployments, artefacts):
    account("sns").delete_topic(TopicArn=TOPIC)
    refused(quick_deployments, artefacts, "there is no such topic")


def test_a_topic_of_another_region_is_said(account, quick_deployments, artefacts):
    refused(
        quick_deployments, artefacts, "only a topic of its own Region",
        {"TOPIC_ARN": TOPIC.replace(REGION, "eu-west-1")})


def test_the_key_that_aws_manages_is_said(account, quick_deployments, artefacts):
    account("sns").set_topic_attributes(TopicArn=TOPIC, AttributeName="KmsMasterKeyId", AttributeValue="alias/aws/sns")
    refused(quick_deployments, artefacts, "is a key that AWS manages")


@pytest.mark.parametrize("by_alias", (False, True))
def test_the_policy_of_the_key_decides_too(by_alias, account, quick_deployments, artefacts):
    kms = account("kms")
    key = kms.create_key()["KeyMetadata"]["Arn"]
    kms.create_alias(AliasName="alias/mine", TargetKeyId=key)
    account("sns").set_topic_attributes(
        TopicArn=TOPIC, AttributeName="KmsMasterKeyId", AttributeValue="alias/mine" if by_alias else key)
    refused(quick_deployments, artefacts, "does not let cloudwatch.amazonaws.com do kms:Decrypt")
    use = statement(Action=["kms:Decrypt", "kms:GenerateDataKey*"], Resource="*", **only(aws_SourceAccount=ACCOUNT))
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps({"Version": "2012-10-17", "Statement": [use]}))
    quick_deployments.script(artefacts).deploy()
    assert quick_deployments.script(artefacts).verify().returncode == 0


def test_a_topic_that_may_not_be_read_is_no_failure(account, quick_deployments, artefacts, tmp_path):
    stub = tmp_path / "aws"
    real = Path(quick_deployments.aws) / "aws"
    stub.write_text(f"""#!/bin/sh
case "$1 $2" in
'sns get-topic-attributes' | 'sns list-subscriptions-by-topic')
  echo 'An error occurred (AuthorizationError) when calling the operation: not authorized' >&2
  exit 254 ;;
esac
exec {real} "$@"
""", encoding="utf-8")
    stub.chmod(0o755)
    script = Script(artefacts.folder, quick_deployments.simulator.address, REGION, aws=tmp_path)
    applied = script.deploy()
    assert "may not be read from here" in applied.stderr and "aws:SourceOrgID" in applied.stderr
    assert "sns:ListSubscriptionsByTopic" in applied.stderr
    verified = script.verify()
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert "may not be read from here" in verified.stderr


def test_a_dry_run_asks_nothing_of_the_topic(account, quick_deployments, artefacts):
    account("sns").delete_topic(TopicArn=TOPIC)
    result = quick_deployments.script(artefacts).run("apply.sh", "--dry-run")
    assert f"--alarm-actions={TOPIC}" in result.stdout
