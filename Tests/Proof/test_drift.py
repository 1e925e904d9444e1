"""`verify.sh` finds what somebody changed by hand, names it, and changes nothing itself."""

import json
import re

import boto3
import pytest
from botocore.config import Config

from rig.deployment import Deployments, written
from rig.existing import prepare
from rig.recording_aws import RecordingAWS
from rig.simulator import copy_of
from rig.tools import REGION

pytestmark = pytest.mark.slow

PATTERN = '{ $.eventName = "Watched" }'
CONTROL = {
    "id": "watched", "title": "Watched events", "pattern": PATTERN, "metric": {"defaultValue": 0},
    "alarm": {"evaluationPeriods": 3, "datapointsToAlarm": 2, "notifyOn": ["alarm", "ok"]},
}
BASE = {
    "version": 1, "name": "drift", "controls": [CONTROL, "organizations-changes"],
    "notify": {"topic": {"create": {"name": "Alarms"}}, "subscriptions": [
        {"protocol": "email", "endpoint": "one@example.com"}, {"protocol": "email", "endpoint": "two@example.com"}]},
    "tags": {"Owner": "security", "Stage": "live"},
}
NEW = BASE | {
    "trail": {"create": {"name": "audit-trail", "logGroup": "audit/trail", "encryption": "create"}},
    "notify": BASE["notify"] | {"topic": {"create": {"name": "Alarms", "encryption": "create"}}},
}
EXISTING = BASE | {"trail": {"existing": {"logGroup": "audit/trail"}}}
ACCOUNT = "123456789012"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:Alarms"
ALARM = f"arn:aws:cloudwatch:{REGION}:{ACCOUNT}:alarm:Watched"
GROUP = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:audit/trail"


class Account:
    """Changes the account as a person with a console would."""

    def __init__(self, address):
        self._address = address

    def __getattr__(self, service):
        return boto3.client(
            service, region_name=REGION, endpoint_url=self._address, aws_access_key_id="somebody",
            aws_secret_access_key="somebody", config=Config(s3={"addressing_style": "path"}))

    def alarm(self, **changes):
        alarm = self.cloudwatch.describe_alarms(AlarmNames=["Watched"])["MetricAlarms"][0]
        keys = ("AlarmName", "AlarmDescription", "ActionsEnabled", "OKActions", "AlarmActions", "MetricName", "Namespace",
                "Statistic", "Period", "EvaluationPeriods", "DatapointsToAlarm", "Threshold", "ComparisonOperator",
                "TreatMissingData", "InsufficientDataActions")
        self.cloudwatch.put_metric_alarm(**{key: alarm[key] for key in keys if key in alarm} | changes)

    def filter(self, pattern=None, **changes):
        there = self.logs.describe_metric_filters(logGroupName="audit/trail", filterNamePrefix="Watched")["metricFilters"][0]
        transformation = {
            key: value for key, value in (there["metricTransformations"][0] | changes).items() if value is not None}
        self.logs.put_metric_filter(
            logGroupName="audit/trail", filterName="Watched", filterPattern=pattern or there["filterPattern"],
            metricTransformations=[transformation])

    @property
    def bucket(self):
        return next(item["Name"] for item in self.s3.list_buckets()["Buckets"])

    @property
    def trail(self):
        return self.cloudtrail.describe_trails()["trailList"][0]["TrailARN"]

    @property
    def role(self):
        return next(item["RoleName"] for item in self.iam.list_roles()["Roles"])

    def key(self, of):
        """The id of the key that the spec makes for its trail or its topic."""
        return next(item["TargetKeyId"] for item in self.kms.list_aliases()["Aliases"] if item["AliasName"] == f"alias/drift-{of}")

    def attach(self):
        arn = self.iam.create_policy(PolicyName="Everything", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))["Policy"]["Arn"]
        self.iam.attach_role_policy(RoleName=self.role, PolicyArn=arn)


# Each with what is changed, and words that the report must have: the wanted and the found value, or the thing's name.
DRIFTS = {
    "threshold": (lambda a: a.alarm(Threshold=7.0), ["Threshold", "7"]),
    "period": (lambda a: a.alarm(Period=600), ["Period", "300", "600"]),
    "evaluation periods": (lambda a: a.alarm(EvaluationPeriods=4), ["EvaluationPeriods", "3", "4"]),
    "datapoints": (lambda a: a.alarm(DatapointsToAlarm=3), ["DatapointsToAlarm", "2", "3"]),
    "statistic": (lambda a: a.alarm(Statistic="Average"), ["Statistic", "Sum", "Average"]),
    "comparison": (lambda a: a.alarm(ComparisonOperator="LessThanThreshold"), ["ComparisonOperator", "LessThanThreshold"]),
    "missing data": (lambda a: a.alarm(TreatMissingData="ignore"), ["TreatMissingData", "notBreaching", "ignore"]),
    "disabled actions": (lambda a: a.alarm(ActionsEnabled=False), ["ActionsEnabled", "true"]),
    "alarm action": (lambda a: a.alarm(AlarmActions=[]), ["AlarmActions", TOPIC]),
    "further alarm action": (lambda a: a.alarm(AlarmActions=[TOPIC, TOPIC + "2"]), ["AlarmActions", TOPIC + "2"]),
    "ok action": (lambda a: a.alarm(OKActions=[]), ["OKActions", TOPIC]),
    "insufficient data action": (lambda a: a.alarm(InsufficientDataActions=[TOPIC]), ["InsufficientDataActions", TOPIC]),
    "alarm metric": (lambda a: a.alarm(MetricName="Other"), ["MetricName", "Watched", "Other"]),
    "alarm namespace": (lambda a: a.alarm(Namespace="Other"), ["Namespace", "CISBenchmark", "Other"]),
    "alarm description": (lambda a: a.alarm(AlarmDescription="Other"), ["AlarmDescription", "Watched events", "Other"]),
    "deleted alarm": (lambda a: a.cloudwatch.delete_alarms(AlarmNames=["Watched"]), ["Watched"]),
    "alarm tag": (lambda a: a.cloudwatch.tag_resource(ResourceARN=ALARM, Tags=[{"Key": "Owner", "Value": "else"}]),
                  ["Owner", "security", "else"]),
    "edited pattern": (lambda a: a.filter(PATTERN.replace("Watched", "Nothing")), ["filterPattern", "Watched", "Nothing"]),
    "metric name": (lambda a: a.filter(metricName="Other"), ["metricName", "Watched", "Other"]),
    "metric namespace": (lambda a: a.filter(metricNamespace="Other"), ["metricNamespace", "CISBenchmark", "Other"]),
    "metric value": (lambda a: a.filter(metricValue="2"), ["metricValue", "1", "2"]),
    "default value": (lambda a: a.filter(defaultValue=None), ["defaultValue", "0"]),
    "deleted filter": (lambda a: a.logs.delete_metric_filter(logGroupName="audit/trail", filterName="Watched"), ["Watched"]),
    "dropped subscription": (
        lambda a: a.sns.unsubscribe(SubscriptionArn=next(
            entry["SubscriptionArn"] for entry in a.sns.list_subscriptions()["Subscriptions"]
            if entry["Endpoint"] == "two@example.com")), ["two@example.com"]),
    "topic policy": (
        lambda a: a.sns.set_topic_attributes(TopicArn=TOPIC, AttributeName="Policy", AttributeValue=json.dumps({
            "Version": "2012-10-17", "Statement": [{
                "Sid": "Anybody", "Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": TOPIC}]})),
        ["olicy", "cloudwatch.amazonaws.com"]),
    "deleted topic": (lambda a: a.sns.delete_topic(TopicArn=TOPIC), ["Alarms"]),
    "topic tag": (lambda a: a.sns.untag_resource(ResourceArn=TOPIC, TagKeys=["Stage"]), ["Stage", "live"]),
    "stopped trail": (lambda a: a.cloudtrail.stop_logging(Name=a.trail), ["IsLogging"]),
    "one Region": (lambda a: a.cloudtrail.update_trail(Name=a.trail, IsMultiRegionTrail=False), ["IsMultiRegionTrail"]),
    "no global events": (
        lambda a: a.cloudtrail.update_trail(Name=a.trail, IncludeGlobalServiceEvents=False), ["IncludeGlobalServiceEvents"]),
    "no validation": (
        lambda a: a.cloudtrail.update_trail(Name=a.trail, EnableLogFileValidation=False), ["LogFileValidationEnabled"]),
    "writes only": (
        lambda a: a.cloudtrail.put_event_selectors(
            TrailName=a.trail, EventSelectors=[{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True}]),
        ["WriteOnly"]),
    "excluded management events": (
        lambda a: a.cloudtrail.put_event_selectors(
            TrailName=a.trail, EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": False}]),
        ["IncludeManagementEvents"]),
    "excluded sources": (
        lambda a: a.cloudtrail.put_event_selectors(TrailName=a.trail, EventSelectors=[{
            "ReadWriteType": "All", "IncludeManagementEvents": True,
            "ExcludeManagementEventSources": ["kms.amazonaws.com"]}]),
        ["kms.amazonaws.com"]),
    "advanced data events only": (
        lambda a: a.cloudtrail.put_event_selectors(TrailName=a.trail, AdvancedEventSelectors=[{
            "Name": "data", "FieldSelectors": [
                {"Field": "eventCategory", "Equals": ["Data"]}, {"Field": "resources.type", "Equals": ["AWS::S3::Object"]}]}]),
        ["audit-trail"]),
    "retention": (lambda a: a.logs.put_retention_policy(logGroupName="audit/trail", retentionInDays=7), ["365", "7"]),
    "log group tag": (lambda a: a.logs.tag_resource(resourceArn=GROUP, tags={"Owner": "else"}), ["Owner", "security", "else"]),
    "bucket policy": (
        lambda a: a.s3.put_bucket_policy(Bucket=a.bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:*",
            "Resource": "*"}]})), ["olicy"]),
    "public access": (lambda a: a.s3.delete_public_access_block(Bucket=a.bucket), ["ublic"]),
    "bucket versioning": (
        lambda a: a.s3.put_bucket_versioning(Bucket=a.bucket, VersioningConfiguration={"Status": "Suspended"}),
        ["Enabled", "Suspended"]),
    "role policy": (
        lambda a: a.iam.put_role_policy(RoleName=a.role, PolicyName="deliver-to-cloudwatch-logs", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*"}]})),
        ["olicy", "logs:CreateLogStream"]),
    "role trust": (
        lambda a: a.iam.update_assume_role_policy(RoleName=a.role, PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})),
        ["cloudtrail.amazonaws.com"]),
    "attached policy": (lambda a: a.attach(), ["attached policies", "Everything"]),
    "further role policy": (
        lambda a: a.iam.put_role_policy(RoleName=a.role, PolicyName="zz-everything", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})),
        ["other policies", "zz-everything"]),
    "role tag": (
        lambda a: a.iam.tag_role(RoleName=a.role, Tags=[{"Key": "Owner", "Value": "else"}]), ["Owner", "security", "else"]),
    "bucket encryption": (
        lambda a: a.s3.put_bucket_encryption(Bucket=a.bucket, ServerSideEncryptionConfiguration={"Rules": [
            {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}), ["SSEAlgorithm", "AES256", "aws:kms"]),
    "bucket ownership": (
        lambda a: a.s3.put_bucket_ownership_controls(
            Bucket=a.bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]}),
        ["ObjectOwnership", "BucketOwnerEnforced", "ObjectWriter"]),
    "key policy": (
        lambda a: a.kms.put_key_policy(KeyId=a.key("trail"), PolicyName="default", Policy=json.dumps({
            "Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}]})), ["olicy", "logs."]),
    "key of the topic's policy": (
        lambda a: a.kms.put_key_policy(KeyId=a.key("topic"), PolicyName="default", Policy=json.dumps({
            "Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}]})),
        ["olicy", "cloudwatch.amazonaws.com"]),
    "key rotation": (lambda a: a.kms.disable_key_rotation(KeyId=a.key("trail")), ["otation", "true", "false"]),
    "disabled key": (lambda a: a.kms.disable_key(KeyId=a.key("topic")), ["Enabled", "Disabled"]),
    "key about to be deleted": (
        lambda a: a.kms.schedule_key_deletion(KeyId=a.key("trail"), PendingWindowInDays=7), ["Enabled", "PendingDeletion"]),
    "deleted alias": (lambda a: a.kms.delete_alias(AliasName="alias/drift-trail"), ["alias/drift-trail"]),
    "key tag": (
        lambda a: a.kms.tag_resource(KeyId=a.key("trail"), Tags=[{"TagKey": "Owner", "TagValue": "else"}]),
        ["Owner", "security", "else"]),
    "topic without a key": (
        lambda a: a.sns.set_topic_attributes(TopicArn=TOPIC, AttributeName="KmsMasterKeyId", AttributeValue=""),
        ["KmsMasterKeyId", "none"]),
    "trail without a key": (lambda a: a.cloudtrail.update_trail(Name=a.trail, KmsKeyId=""), ["KmsKeyId", "none"]),
    "trail tag": (
        lambda a: a.cloudtrail.remove_tags(ResourceId=a.trail, TagsList=[{"Key": "Owner"}]), ["Owner", "security"]),
    "deleted trail": (lambda a: a.cloudtrail.delete_trail(Name=a.trail), ["audit-trail"]),
}
TRAIL_DRIFTS = ("stopped trail", "one Region", "writes only", "excluded management events", "excluded sources", "advanced data events only")


class Deployed:
    """A fresh deployment by script that `verify.sh` finds nothing wrong with. It lives in a simulator of its own."""

    def __init__(self, spec, folder, deployments, copied):
        self.artefacts, self.copied = written(spec, folder), copied
        self.deployments = Deployments(copied, folder, aws=deployments.aws)
        prepare(spec, copied.address, self.deployments.place)
        self.deployments.script(self.artefacts).deploy()
        clean = self.deployments.script(self.artefacts).verify()
        assert clean.returncode == 0, f"a fresh deployment is said to differ:\n{clean.stdout}{clean.stderr}"

    def check(self, drift, words, page_size=None):
        with copy_of(self.copied) as copied:
            drift(Account(copied.address))
            if page_size:
                copied.page_size(page_size)
            there = Deployments(copied, self.artefacts.folder, aws=self.deployments.aws)
            before = there.snapshot()
            found = there.script(self.artefacts).verify()
            said = found.stdout + found.stderr
            assert found.returncode == 1, f"exit {found.returncode}: the drift is not found\n{said}"
            for word in words:
                assert word in said, f"the report does not say {word}\n{said}"
            assert there.snapshot() == before, "verify.sh changed the account"


@pytest.fixture(scope="module")
def deployed(running_simulator, quick_deployments, tmp_path_factory):
    running_simulator.reset()
    with running_simulator.copy() as new, running_simulator.copy() as existing:
        yield {
            "new": Deployed(NEW, tmp_path_factory.mktemp("drift-new"), quick_deployments, new),
            "existing": Deployed(EXISTING, tmp_path_factory.mktemp("drift-existing"), quick_deployments, existing),
        }


# Drifts of which each hides another's field, so that they cannot be planted together.
APART = (
    "deleted alarm", "deleted filter", "deleted topic", "deleted trail", "alarm action", "writes only",
    "excluded management events", "excluded sources", "disabled key", "key about to be deleted", "deleted alias",
    "public access",
    "bucket policy", "role policy", "role trust",  # no trail is changed any more once these are
)


@pytest.mark.parametrize("name", DRIFTS)
def test_a_drift_is_found_and_named(name, deployed):
    deployed["new"].check(*DRIFTS[name])


@pytest.mark.parametrize("name", TRAIL_DRIFTS)
def test_a_drift_of_an_existing_trail_is_found_and_named(name, deployed):
    change, words = DRIFTS[name]
    deployed["existing"].check(change, [word.replace("audit-trail", "existing-trail") for word in words])


def test_many_drifts_at_once_are_all_named(deployed):
    together = [drift for name, drift in DRIFTS.items() if name not in APART]

    def plant(account):
        for change, _ in together:
            change(account)

    assert len(together) >= 30
    deployed["new"].check(plant, [word for _, words in together for word in words])


READS = re.compile("(describe|get|list)-[a-z-]+")


@pytest.mark.parametrize("name", ["new", "existing"])
def test_verify_asks_and_changes_nothing(name, deployed, tmp_path):
    """Every call is one that reads: by its name, as the services name them all."""
    one = deployed[name]
    recording = RecordingAWS(tmp_path, one.deployments.aws / "aws")
    there = Deployments(one.copied, one.artefacts.folder, aws=recording.folder)
    before = there.snapshot()
    assert there.script(one.artefacts).verify().returncode == 0
    assert there.snapshot() == before
    assert "cloudwatch describe-alarms" in recording.calls and "logs describe-metric-filters" in recording.calls
    assert [call for call in recording.calls if not READS.fullmatch(call.split()[1])] == []


PAGED_DRIFTS = ("dropped subscription", "attached policy", "further role policy", "edited pattern", "threshold", "deleted alias")


@pytest.mark.parametrize("name", PAGED_DRIFTS)
def test_a_drift_on_a_later_page_is_found(name, deployed):
    deployed["new"].check(*DRIFTS[name], page_size=1)


def test_what_stands_on_a_later_page_is_not_missing(deployed):
    """Pages of one entry, as a service may always answer."""
    with copy_of(deployed["new"].copied) as copied:
        copied.page_size(1)
        account = Account(copied.address)
        assert len(account.cloudwatch.describe_alarms()["MetricAlarms"]) == 1, "the simulator does not page"
        assert len(account.sns.list_subscriptions_by_topic(TopicArn=TOPIC)["Subscriptions"]) == 1
        assert len(account.logs.describe_metric_filters(logGroupName="audit/trail")["metricFilters"]) == 1
        there = Deployments(copied, deployed["new"].artefacts.folder, aws=deployed["new"].deployments.aws)
        found = there.script(deployed["new"].artefacts).verify()
        assert found.returncode == 0, found.stdout + found.stderr


def test_what_cannot_be_read_is_neither_fine_nor_a_difference(deployed):
    script = deployed["existing"].deployments.script(deployed["existing"].artefacts)
    found = script.run("verify.sh", variables={"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}, check=False)
    assert found.returncode == 74, f"{found.returncode}: {found.stderr}"
