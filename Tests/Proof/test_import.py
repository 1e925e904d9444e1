"""What an import into a stack takes: every identifier is the registry's, and names what an earlier deployment made.

The simulator imports nothing; that CloudFormation takes the list rests on its documentation, on the schemas of the registry and on the CLI's own
model of the call.
"""

import json
import subprocess

import pytest
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from rig import tools
from rig.deployment import load_template, written

ACCOUNT, REGION = "123456789012", "us-east-1"
OWN = {"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}
SPEC = {
    "version": 1, "name": "adopted", "controls": ["organizations-changes", OWN],
    "trail": {"create": {"name": "the-trail", "encryption": "create"}},
    "notify": {
        "topic": {"create": {"name": "Told", "encryption": "create"}},
        "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]},
    "tags": {"Owner": "security"},
}


def place(*more):
    return ["--account", ACCOUNT, "--region", REGION, *more]


def keys_of(account):
    """The option for each key, whose id only the account knows."""
    found = {alias: key for key, fields in account["keys"].items() for alias in fields["aliases"]}
    return [
        f"--identifier={logical}={found[f'alias/adopted-{name}']}"
        for logical, name in (("TrailKey", "trail"), ("TopicKey", "topic"))]


@pytest.fixture(scope="module")
def adopted(quick_deployments, tmp_path_factory):
    """The account that the script made, the list and the template."""
    folder = tmp_path_factory.mktemp("adopted")
    artefacts = written(SPEC, folder)
    quick_deployments.begin(SPEC)
    quick_deployments.deploy("script", artefacts, SPEC)
    account = quick_deployments.snapshot()
    entries = tools.gen("cloudformation", folder / "spec.yaml", "--import", *place(*keys_of(account))).stdout
    (folder / "resources-to-import.json").write_text(entries, encoding="utf-8")
    tools.gen("cloudformation", folder / "spec.yaml", "--import-template", "-o", folder / "import.yaml")
    return account, json.loads(entries), folder


def test_each_identifier_is_the_primary_one_of_the_registry(adopted):
    for entry in adopted[1]:
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, entry["ResourceType"]).schema
        wanted = [pointer.rsplit("/", 1)[1] for pointer in schema["primaryIdentifier"]]
        assert list(entry["ResourceIdentifier"]) == wanted, entry["LogicalResourceId"]


def test_the_list_and_the_template_hold_the_same_resources(adopted):
    _, entries, folder = adopted
    template, whole = load_template(folder / "import.yaml"), load_template(folder / "output/adopted/cloudformation.yaml")
    listed = {entry["LogicalResourceId"]: entry["ResourceType"] for entry in entries}
    assert listed == {name: body["Type"] for name, body in template["Resources"].items()}
    assert {name: body["Type"] for name, body in whole["Resources"].items() if name not in listed} == {
        "AlarmTopicPolicy": "AWS::SNS::TopicPolicy", "Endpoint1Subscription": "AWS::SNS::Subscription"}
    assert "Outputs" not in template, "an import may add none"
    for name, body in template["Resources"].items():
        assert body["DeletionPolicy"] == "Retain", name
        assert body["Properties"] == whole["Resources"][name]["Properties"], "what follows replaces nothing"


def test_what_is_listed_exists(adopted, quick_deployments):
    account, entries, _ = adopted
    named = {
        "AWS::KMS::Key": account["keys"],
        "AWS::KMS::Alias": {alias for fields in account["keys"].values() for alias in fields["aliases"]},
        "AWS::Logs::LogGroup": account["logGroups"],
        "AWS::S3::Bucket": account["buckets"],
        "AWS::S3::BucketPolicy": {name for name, fields in account["buckets"].items() if fields["policy"]},
        "AWS::IAM::Role": account["roles"],
        "AWS::IAM::RolePolicy": {
            f"{policy}|{role}" for role, fields in account["roles"].items() for policy in fields["policies"]},
        "AWS::CloudTrail::Trail": account["trails"],
        "AWS::Logs::MetricFilter": account["metricFilters"],
        "AWS::SNS::Topic": account["topics"],
        "AWS::CloudWatch::Alarm": account["alarms"],
    }
    for entry in entries:
        assert "|".join(entry["ResourceIdentifier"].values()) in named[entry["ResourceType"]], entry
    assert len(entries) == sum(map(len, named.values())), "and nothing that was made is left out"


def test_the_clis_own_model_takes_the_list(adopted):
    _, _, folder = adopted
    found = subprocess.run(
        [tools.tool("aws"), "cloudformation", "create-change-set", "--stack-name=adopted", "--change-set-name=import",
         "--change-set-type=IMPORT", "--template-body=file://import.yaml", "--capabilities=CAPABILITY_IAM",
         "--resources-to-import=file://resources-to-import.json", "--generate-cli-skeleton=output"],
        cwd=folder, env=tools.environment(), capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr


def test_cfn_lint_finds_nothing_in_the_template(adopted):
    found = subprocess.run(
        [tools.tool("cfn-lint"), "--include-checks", "I", "--include-experimental", "--regions", REGION, "--",
         str(adopted[2] / "import.yaml")], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.strip()) == (0, ""), found.stdout


def test_the_log_group_of_a_prefix_must_be_named(tmp_path):
    spec = SPEC | {"trail": {"existing": {"logGroupPrefix": "aws-controltower/CloudTrailLogs"}}, "notify": {}}
    written(spec, tmp_path)
    path = tmp_path / "spec.yaml"
    refused = tools.gen("cloudformation", path, "--import", *place(), check=False)
    assert refused.returncode == 1 and refused.stdout == "" and "name it with '--log-group'" in refused.stderr
    given = tools.gen("cloudformation", path, "--import", *place("--log-group", "aws-controltower/CloudTrailLogs-abc"))
    filters = [entry for entry in json.loads(given.stdout) if entry["ResourceType"] == "AWS::Logs::MetricFilter"]
    assert filters and all(
        entry["ResourceIdentifier"]["LogGroupName"] == "aws-controltower/CloudTrailLogs-abc" for entry in filters)
    assert "--parameter-overrides LogGroupName=aws-controltower/CloudTrailLogs-abc" in given.stderr
