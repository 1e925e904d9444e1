"""A StackSet over two accounts and two Regions: everything in the home Region, nothing elsewhere, and again after a removal."""

import boto3
import pytest
from botocore.config import Config

from rig.compare import differences
from rig.deployment import written
from rig.expected import Place, expected
from rig.normalise import normalised
from rig.snapshot import Reader

ACCOUNTS = ("111111111111", "222222222222")
HOME, OTHER = "us-east-1", "eu-west-1"
REGIONAL = ("metric_filters", "alarms", "topics", "subscriptions", "keys", "log_groups")
SPEC = {
    "version": 1, "name": "everywhere",
    "controls": [{"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}],
    "trail": {"create": {"name": "the-trail"}},
    "notify": {
        "topic": {"create": {"name": "Told", "encryption": "create"}},
        "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]},
    "deploy": {"scope": "stackset"},
}


@pytest.fixture
def stack_set(simulator, tmp_path):
    client = boto3.session.Session().client(
        "cloudformation", region_name=HOME, endpoint_url=simulator.address, aws_access_key_id="operator",
        aws_secret_access_key="operator", config=Config(retries={"max_attempts": 0}))
    template = written(SPEC, tmp_path).template.read_text(encoding="utf-8")
    client.create_stack_set(StackSetName="everywhere", TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
    return client


def ended(client, begun):
    """Asks until the operation is over."""
    named = {"StackSetName": "everywhere", "OperationId": begun["OperationId"]}
    while (status := client.describe_stack_set_operation(**named)["StackSetOperation"]["Status"]) == "RUNNING":
        pass
    assert status == "SUCCEEDED"


def deploy(simulator, client, **parameters):
    ended(client, client.create_stack_instances(
        StackSetName="everywhere", Accounts=list(ACCOUNTS), Regions=[HOME, OTHER],
        ParameterOverrides=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()]))
    instances = client.list_stack_instances(StackSetName="everywhere")["Summaries"]
    assert sorted((one["Account"], one["Region"]) for one in instances) == sorted(
        (account, region) for account in ACCOUNTS for region in (HOME, OTHER))
    assert {one["Status"] for one in instances} == {"CURRENT"}
    for account in ACCOUNTS:
        for region in (HOME, OTHER):
            stacks = Reader(simulator.address, region, account).client("cloudformation")
            failed = [
                event["ResourceStatusReason"] for stack in stacks.describe_stacks()["Stacks"]
                for event in stacks.describe_stack_events(StackName=stack["StackId"])["StackEvents"]
                if event["ResourceStatus"].endswith("FAILED")]
            assert not failed, failed


def read(simulator, account, region):
    return Reader(simulator.address, region, account).snapshot()


def without(account, left):
    """An account without the storage that an earlier deployment left in it."""
    return {kind: {name: fields for name, fields in entries.items() if not (kind == "buckets" and name in left)}
            for kind, entries in account.items()}


def assert_deployed(simulator, left=()):
    for account in ACCOUNTS:
        found = normalised(without(read(simulator, account, HOME), left))
        different = differences(expected(SPEC, Place(account, HOME)), found)
        assert not different, "\n".join(map(str, different))
        elsewhere = Reader(simulator.address, OTHER, account)
        for kind in REGIONAL:
            assert getattr(elsewhere, kind)() == {}, f"{kind} in {OTHER}"


@pytest.mark.slow
def test_instances_are_full_at_home_and_empty_elsewhere_and_can_be_made_again(simulator, stack_set):
    deploy(simulator, stack_set)
    assert_deployed(simulator)
    ended(stack_set, stack_set.delete_stack_instances(
        StackSetName="everywhere", Accounts=list(ACCOUNTS), Regions=[HOME, OTHER], RetainStacks=False))
    left = {}
    for account in ACCOUNTS:
        after = read(simulator, account, HOME)
        for kind in ("metricFilters", "alarms", "topics", "subscriptions", "trails", "roles", "keys"):
            assert after[kind] == {}, f"{kind} are left behind"
        assert set(after["logGroups"]) == {"cloudtrail/the-trail"} and len(after["buckets"]) == 1
        left |= after["buckets"]
    deploy(simulator, stack_set, StorageExists="true")
    assert_deployed(simulator, left)
