"""What `apply.sh` did not make: it is not taken over, not removed, and named when it stands in the way."""

import json

import boto3
import pytest
from botocore.config import Config

from rig import neighbours
from rig.compare import differences
from rig.deployment import FORMS, Deployments, given, written
from rig.existing import prepare
from rig.legs.cloudformation import StackFailed
from rig.simulator import copy_of
from rig.tools import REGION
from test_three_ways import only_audit_logs_are_left, remove

ACCOUNT = "123456789012"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:Alarms"
COMMON = {
    "version": 1, "name": "strangers",
    "controls": [{"id": "watched", "title": "Watched events", "pattern": '{ $.eventName = "Watched" }'}],
    "notify": {"topic": {"create": {"name": "Alarms", "encryption": "create"}},
               "subscriptions": [{"protocol": "email", "endpoint": "security@example.org"}]},
    "tags": {"Owner": "security"},
}
NEW = COMMON | {"trail": {"create": {"name": "audit-trail", "bucket": "audit-trail-logs", "encryption": "create"}}}
EXISTING = COMMON | {"trail": {"existing": {"logGroup": "audit/trail"}}}
SPECS = {"new": NEW, "existing": EXISTING}
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


class Stranger:
    """Somebody else who works in the same account."""

    def __init__(self, address):
        self._address = address

    def __getattr__(self, service):
        return boto3.client(
            service, region_name=REGION, endpoint_url=self._address, aws_access_key_id="stranger",
            aws_secret_access_key="stranger", config=Config(s3={"addressing_style": "path"}))

    def alarm(self, name, **more):
        self.cloudwatch.put_metric_alarm(**{
            "AlarmName": name, "MetricName": "Theirs", "Namespace": "Theirs", "Statistic": "Sum", "Period": 60,
            "EvaluationPeriods": 1, "Threshold": 9.0, "ComparisonOperator": "GreaterThanThreshold"} | more)

    def filter(self, name, group):
        self.logs.put_metric_filter(
            logGroupName=group, filterName=name, filterPattern="Theirs", metricTransformations=[
                {"metricName": "Theirs", "metricNamespace": "Theirs", "metricValue": "1"}])

    def bucket(self, name, policy=None):
        self.s3.create_bucket(Bucket=name)
        if policy:
            self.s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Service": policy}, "Action": ["s3:GetBucketAcl", "s3:PutObject"],
                "Resource": [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]}]}))

    def trail(self, name):
        self.bucket("their-logs", "cloudtrail.amazonaws.com")
        self.cloudtrail.create_trail(Name=name, S3BucketName="their-logs")

    def log_group(self, name, days=7):
        self.logs.create_log_group(logGroupName=name)
        self.logs.put_retention_policy(logGroupName=name, retentionInDays=days)

    def key(self, alias):
        identifier = self.kms.create_key(Description="theirs")["KeyMetadata"]["KeyId"]
        self.kms.create_alias(AliasName=alias, TargetKeyId=identifier)

    def role(self):
        return next(entry["RoleName"] for entry in self.iam.list_roles()["Roles"])


# What has a name of the spec's already: the spec, who made it, and what the refusal names.
TAKEN = {
    "alarm": ("existing", lambda a: a.alarm("Watched"), "alarm Watched"),
    "metric filter": ("existing", lambda a: a.filter("Watched", "audit/trail"), "metric filter Watched"),
    "topic": ("existing", lambda a: a.sns.create_topic(Name="Alarms"), "topic Alarms"),
    "key of the topic": ("existing", lambda a: a.key("alias/strangers-topic"), "key alias/strangers-topic"),
    "key of the trail": ("new", lambda a: a.key("alias/strangers-trail"), "key alias/strangers-trail"),
    "trail": ("new", lambda a: a.trail("audit-trail"), "trail audit-trail"),
    "log group": ("new", lambda a: a.log_group("cloudtrail/audit-trail"), "log group cloudtrail/audit-trail"),
    "bucket with a policy": (
        "new", lambda a: a.bucket("audit-trail-logs", "delivery.logs.amazonaws.com"), "bucket audit-trail-logs"),
    "bucket with objects": (
        "new", lambda a: (a.bucket("audit-trail-logs"), a.s3.put_object(Bucket="audit-trail-logs", Key="k", Body=b"x")),
        "bucket audit-trail-logs"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The artefacts of both specs, written once."""
    return {name: written(spec, tmp_path_factory.mktemp(f"strangers-{name}")) for name, spec in SPECS.items()}


@pytest.mark.slow
@pytest.mark.parametrize("what", TAKEN)
def test_what_has_the_name_already_is_neither_taken_over_nor_removed(what, quick_deployments, made):
    name, settle, title = TAKEN[what]
    quick_deployments.begin(SPECS[name])
    settle(Stranger(quick_deployments.simulator.address))
    before = quick_deployments.snapshot()
    script = quick_deployments.script(made[name])
    applied = script.run("apply.sh", check=False)
    assert applied.returncode == 1, applied.stderr
    assert f"{title} is there already and this script did not make it" in applied.stderr
    assert not (different := differences(before, quick_deployments.snapshot())), f"apply.sh changed {different}"
    removed = script.remove()
    assert not (different := differences(before, quick_deployments.snapshot())), f"remove.sh changed {different}"
    if title.split()[0] not in ("bucket", "log"):  # these two are kept in any case
        assert f"{title} differs from what apply.sh makes (see above), so it is left alone" in removed.stderr


@pytest.mark.slow
@pytest.mark.parametrize("what", TAKEN)
def test_a_stack_fails_where_the_name_is_taken_and_leaves_everything(what, quick_deployments, made):
    name, settle, _ = TAKEN[what]
    quick_deployments.begin(SPECS[name])
    settle(Stranger(quick_deployments.simulator.address))
    before = quick_deployments.snapshot()
    with pytest.raises(StackFailed, match="(?i)exist"):
        quick_deployments.stack.deploy(made[name].template.read_text(encoding="utf-8"))
    quick_deployments.stack.remove()
    left = quick_deployments.snapshot()
    for kind, entries in before.items():
        rest = {key: left[kind].get(key) for key in entries}
        assert not (different := differences(entries, rest)), different


# What somebody added to a deployment: who did, what remove.sh leaves for it and why, and how they take it away again.
ADDED = {
    "subscription": (
        lambda a: a.sns.subscribe(TopicArn=TOPIC, Protocol="email", Endpoint="theirs@example.org"),
        ["topic Alarms: subscription: wanted none, found \"email theirs@example.org\""], {"topics"},
        lambda a: [a.sns.unsubscribe(SubscriptionArn=entry["SubscriptionArn"]) for entry in
                   a.sns.list_subscriptions()["Subscriptions"]]),
    "alarm that tells the topic": (
        lambda a: a.alarm("Theirs", AlarmActions=[TOPIC]), ["topic Alarms: alarm: wanted none, found \"Theirs\""],
        {"topics", "alarms"}, lambda a: a.cloudwatch.delete_alarms(AlarmNames=["Theirs"])),
    "alarm that tells the topic of its end": (
        lambda a: a.alarm("Theirs", OKActions=["arn:aws:sns:us-east-1:1:other", TOPIC]),
        ["topic Alarms: alarm: wanted none, found \"Theirs\""], {"topics", "alarms"},
        lambda a: a.cloudwatch.delete_alarms(AlarmNames=["Theirs"])),
    "composite alarm that tells the topic": (
        lambda a: a.cloudwatch.put_composite_alarm(
            AlarmName="Theirs", AlarmRule="ALARM(SomebodyElses)", AlarmActions=[TOPIC]),
        ["topic Alarms: alarm: wanted none, found \"Theirs\""], {"topics"},
        lambda a: a.cloudwatch.delete_alarms(AlarmNames=["Theirs"])),
    "other threshold of our alarm": (
        lambda a: a.alarm("Watched", MetricName="Watched", Namespace="CISBenchmark", AlarmActions=[TOPIC]),
        ["alarm Watched: Threshold: wanted 1, found 9", "topic Alarms: alarm: wanted none, found \"Watched\""],
        {"alarms", "topics"}, lambda a: a.cloudwatch.delete_alarms(AlarmNames=["Watched"])),
    "policy on the role": (
        lambda a: a.iam.put_role_policy(RoleName=a.role(), PolicyName="theirs", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]})),
        ["other policies: wanted \"\", found \"theirs\""], {"roles"},
        lambda a: a.iam.delete_role_policy(RoleName=a.role(), PolicyName="theirs")),
    "selector of the trail": (
        lambda a: a.cloudtrail.put_event_selectors(TrailName="audit-trail", EventSelectors=[
            {"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True}]),
        ["trail audit-trail: EventSelectors: wanted", "use: wanted none, found the trail that is left"], {"trails", "roles"},
        lambda a: a.cloudtrail.put_event_selectors(TrailName="audit-trail", EventSelectors=[
            {"ReadWriteType": "All", "IncludeManagementEvents": True}])),
}
AUDIT_LOGS = {"logGroups", "buckets", "keys"}


@pytest.fixture(scope="module")
def deployed(running_simulator, quick_deployments, made, tmp_path_factory):
    """A deployment by script in a simulator of its own, and the account before it."""
    running_simulator.reset()
    with running_simulator.copy() as copied:
        there = Deployments(copied, tmp_path_factory.mktemp("strangers"), aws=quick_deployments.aws)
        prepare(NEW, copied.address, there.place)
        before = there.snapshot()
        there.script(made["new"]).deploy()
        yield there, before


@pytest.mark.slow
@pytest.mark.parametrize("what", ADDED)
def test_what_somebody_added_stays_with_what_it_needs_until_they_take_it_away(what, deployed, made):
    add, reasons, stay, withdraw = ADDED[what]
    original, before = deployed
    with copy_of(original.simulator) as copied:
        there = Deployments(copied, made["new"].folder, aws=original.aws)
        stranger = Stranger(copied.address)
        add(stranger)
        full = there.snapshot()
        removed = there.script(made["new"]).remove()
        left = there.snapshot()
        for reason in reasons:
            assert reason in removed.stdout, removed.stdout + removed.stderr
        for kind in stay:
            assert left[kind] and not (different := differences(left[kind], {
                name: full[kind][name] for name in left[kind]})), f"{kind} that stay were changed: {different}"
        assert {kind for kind in left if left[kind] != before[kind]} <= stay | AUDIT_LOGS | {"subscriptions"}
        assert "delete it by hand, or set it back with apply.sh and run this script again" in removed.stderr
        withdraw(stranger)
        again = there.script(made["new"]).remove()
        assert "left alone" not in again.stderr, again.stdout + again.stderr
        left = there.snapshot()
        for kind in set(left) - AUDIT_LOGS:
            assert left[kind] == before[kind], f"{kind} are left behind"


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_filters_and_alarms_of_others_outlive_a_removal_in_every_form(form, quick_deployments, made):
    """On the log group that is kept, and on the topic, which only the script can keep for them."""
    deployments, artefacts = quick_deployments, made["new"]
    deployments.begin(NEW)
    neighbours.settle(NEW, deployments.simulator.address, deployments.place)
    deployments.deploy(form, artefacts, NEW)
    stranger = Stranger(deployments.simulator.address)
    stranger.filter("Theirs", "cloudtrail/audit-trail")
    stranger.alarm("Theirs", AlarmActions=[TOPIC])
    full = deployments.snapshot()
    remove(form, deployments, artefacts, artefacts.spell(form, given(NEW, deployments.place)))
    left = deployments.snapshot()
    theirs = {key for key in full["metricFilters"] if key.endswith(("|Theirs", "|SomebodyElses"))}
    assert left["metricFilters"] == {key: full["metricFilters"][key] for key in theirs}
    assert left["alarms"] == {key: full["alarms"][key] for key in ("Theirs", "SomebodyElses")}
    assert (TOPIC in left["topics"]) == (form == "script")


def test_an_alarm_of_somebody_else_keeps_the_topic(quick_deployments, made):
    """The quick one of these proofs; the topic's own subscriber is no reason."""
    deployments, script = quick_deployments, quick_deployments.script(made["existing"])
    deployments.begin(EXISTING)
    before = deployments.snapshot()
    script.deploy()
    stranger = Stranger(deployments.simulator.address)
    stranger.alarm("Theirs", AlarmActions=[TOPIC + "2"])
    stranger.alarm("Others", AlarmActions=[TOPIC])
    removed = script.remove()
    assert 'topic Alarms: alarm: wanted none, found "Others"' in removed.stdout and "Theirs" not in removed.stdout
    assert list(deployments.snapshot()["topics"]) == [TOPIC]
    stranger.cloudwatch.delete_alarms(AlarmNames=["Others", "Theirs"])
    script.remove()
    left = deployments.snapshot()
    assert not (different := differences({**before, "keys": left["keys"]}, left)), different
