"""A log group whose name the spec does not know: found by a prefix or from its trail, or given where a form looks nothing up."""

import json

import boto3
import pytest

from rig.compare import differences, leaves
from rig.deployment import FORMS, load_template, written
from rig.legs.cloudformation import StackFailed
from rig.legs.script import Script

CONTROLS = ["organizations-changes", {
    "id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}]
PREFIX = "aws-controltower/CloudTrailLogs"
SPECS = {
    name: {"version": 1, "name": name, "controls": CONTROLS, "trail": {"existing": way}, "notify": {"topic": {"create": {"name": "Told"}}}}
    for name, way in (("by-prefix", {"logGroupPrefix": PREFIX}), ("from-trail", {"trail": "existing-trail"}))}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return {name: written(spec, tmp_path_factory.mktemp(name)) for name, spec in SPECS.items()}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SPECS)
def test_the_filters_go_to_the_group_that_was_found(name, form, quick_deployments, made):
    spec = SPECS[name]
    wanted = quick_deployments.wanted(spec)
    found = quick_deployments.deploy(form, made[name], spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))


def logs(deployments):
    return boto3.client(
        "logs", region_name=deployments.place.region, endpoint_url=deployments.simulator.address,
        aws_access_key_id="owner", aws_secret_access_key="owner")


def nothing_was_made(deployments):
    account = deployments.snapshot()
    return not any(account[kind] for kind in ("metricFilters", "alarms", "topics"))


@pytest.mark.slow
@pytest.mark.parametrize("groups, reason", [
    ([], "no log group of account 123456789012 in us-east-1 begins with aws-controltower/CloudTrailLogs"),
    (["-a", "-b"], "several log groups begin with aws-controltower/CloudTrailLogs, so nothing was changed."),
])
def test_the_script_stops_unless_one_group_begins_so(groups, reason, quick_deployments, made):
    quick_deployments.begin({"trail": {"create": {}}})
    for ending in groups:
        logs(quick_deployments).create_log_group(logGroupName=PREFIX + ending)
    outcome = quick_deployments.script(made["by-prefix"]).run("apply.sh", check=False)
    said = " ".join((outcome.stdout + outcome.stderr).split())
    assert outcome.returncode != 0 and reason in said, said
    assert "Mend: set LOG_GROUP_NAME" in said
    assert all(PREFIX + ending in said for ending in groups), "the names to choose from"
    assert nothing_was_made(quick_deployments)


@pytest.mark.slow
@pytest.mark.parametrize("groups, found", [([], "none"), (["-a", "-b"], f"{PREFIX}-a, {PREFIX}-b")])
def test_terraform_stops_unless_one_group_begins_so(groups, found, quick_deployments, made):
    quick_deployments.begin({"trail": {"create": {}}})
    for ending in groups:
        logs(quick_deployments).create_log_group(logGroupName=PREFIX + ending)
    quick_deployments.terraform.load(made["by-prefix"].configuration)
    with pytest.raises(AssertionError) as stopped:
        quick_deployments.terraform.deploy()
    said = " ".join(str(stopped.value).replace("│", " ").split())
    assert f"One log group must begin with {PREFIX}, and here begin so: {found}. Apply in the trail's home Region" in said
    assert nothing_was_made(quick_deployments)


@pytest.mark.slow
def test_the_script_stops_when_the_trail_is_not_there_or_delivers_nowhere(quick_deployments, made):
    quick_deployments.begin({"trail": {"create": {}}})
    for prepare in (lambda: None, lambda: without_log_group(quick_deployments)):
        prepare()
        outcome = quick_deployments.script(made["from-trail"]).run("apply.sh", check=False)
        said = " ".join((outcome.stdout + outcome.stderr).split())
        assert outcome.returncode != 0
        assert "the trail existing-trail is not in us-east-1 or delivers to no log group, so nothing was changed." in said
        assert nothing_was_made(quick_deployments)


def test_the_script_stops_when_the_trails_group_is_in_another_account(made, tmp_path):
    """As a member account sees the organization's trail."""
    aws = tmp_path / "aws"
    aws.write_text(
        "#!/bin/sh\n"
        "case $1 in sts) printf '111122223333\\tarn:aws:sts::111122223333:assumed-role/a/b\\n' ;;\n"
        "cloudtrail) echo 'arn:aws:logs:us-east-1:444455556666:log-group:theirs:*' ;;\n"
        "*) exit 99 ;;\nesac\n")
    aws.chmod(0o755)
    script = Script(made["from-trail"].folder, "http://127.0.0.1:9", "us-east-1", aws=tmp_path)
    outcome = script.run("apply.sh", check=False)
    said = " ".join((outcome.stdout + outcome.stderr).split())
    assert outcome.returncode not in (0, 99), said
    assert "which is not in account 111122223333 and us-east-1, so nothing was changed. Mend: run this script where" in said


def without_log_group(deployments):
    def client(service):
        return boto3.client(
            service, region_name=deployments.place.region, endpoint_url=deployments.simulator.address,
            aws_access_key_id="owner", aws_secret_access_key="owner")
    client("s3").create_bucket(Bucket="somewhere")
    arn = "arn:aws:s3:::somewhere"
    client("s3").put_bucket_policy(Bucket="somewhere", Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
        "Action": ["s3:GetBucketAcl", "s3:PutObject"], "Resource": [arn, f"{arn}/*"]}]}))
    client("cloudtrail").create_trail(Name="existing-trail", S3BucketName="somewhere", IsMultiRegionTrail=True)


@pytest.mark.parametrize("name", SPECS)
def test_cloudformation_has_no_default_and_says_so(name, quick_deployments, made):
    parameter = load_template(made[name].template)["Parameters"]["LogGroupName"]
    assert "Default" not in parameter
    quick_deployments.begin(SPECS[name])
    with pytest.raises((StackFailed, Exception), match="LogGroupName"):
        quick_deployments.stack.deploy(made[name].template.read_text(encoding="utf-8"))
