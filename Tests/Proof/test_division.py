"""A spec that one template cannot hold: several stacks that make the one account, and go away again."""

import subprocess

import boto3
import pytest
from botocore.config import Config

from rig import tools
from rig.compare import differences
from rig.deployment import FORMS, load_template, written
from rig.expected import Place, expected
from rig.normalise import normalised
from rig.snapshot import Reader

LONG = "a sign-in that somebody must look at, whoever it was and wherever it came from; "


def own_control(number, length):
    note = (LONG * 20)[:length]
    return {
        "id": f"own-{number:03}", "title": f"Event {number} of the company's own",
        "pattern": f'{{ ($.eventName = "Event{number}") && ($.requestParameters.note = "{note}") }}'}


def spec_of(count, length, **more):
    return {
        "version": 1, "name": "divided", "controls": [own_control(number, length) for number in range(1, count + 1)],
        "trail": {"create": {"name": "the-trail", "encryption": "create"}},
        "notify": {
            "topic": {"create": {"name": "Told", "encryption": "create"}},
            "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]},
        "tags": {"Owner": "security"},
    } | more


SPECS = {
    "long patterns": spec_of(60, 900),
    "many parameters": spec_of(100, 20),
    "a new trail by StackSet": spec_of(60, 900, deploy={"scope": "stackset"}),
    "an existing log group and topic": spec_of(
        60, 900, trail={"existing": {"logGroup": "trail-logs"}},
        notify={"topic": {"existing": "arn:aws:sns:us-east-1:111122223333:security"}}),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The artefacts of a spec, written once."""
    done = {}

    def find(name):
        if name not in done:
            done[name] = written(SPECS[name], tmp_path_factory.mktemp("divided"))
        return done[name]

    return find


@pytest.mark.parametrize("name", SPECS)
def test_each_template_keeps_the_limits_and_holds_its_share(name, made):
    templates = made(name).templates()
    assert len(templates) > 1
    ids, alarms = [], []
    for path in templates:
        template = load_template(path)
        assert len(path.read_bytes()) <= 51_200
        assert len(template["Parameters"]) <= 200 and len(template["Outputs"]) <= 200
        grouped = [
            parameter for group in template["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
            for parameter in group["Parameters"]]
        assert sorted(grouped) == sorted(template["Parameters"]), "every parameter is shown once"
        own = {key for key, body in template["Resources"].items() if body["Type"] == "AWS::CloudWatch::Alarm"}
        assert {key for key in template["Outputs"] if key.endswith("Alarm")} == own
        ids += template["Resources"]
        alarms += own
    assert len(ids) == len(set(ids)), "no resource is in two templates"
    assert len(alarms) == len(SPECS[name]["controls"])


@pytest.mark.parametrize("name", [
    name if name == "many parameters" else pytest.param(name, marks=pytest.mark.slow) for name in SPECS])
def test_cfn_lint_and_gen_lint_find_nothing(name, made):
    paths = [str(path) for path in made(name).templates()]
    found = subprocess.run(
        [tools.tool("cfn-lint"), "--include-checks", "I", "--include-experimental", "--format", "json", "--regions",
         "us-east-1", "eu-west-1", "--", *paths], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.strip()) in ((0, ""), (0, "[]")), found.stdout
    assert tools.gen("lint", "--strict", *paths).stdout == ""


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["long patterns", "an existing log group and topic"])
def test_the_stacks_together_make_the_account_that_the_spec_describes(name, form, quick_deployments, made):
    spec, artefacts = SPECS[name], made(name)
    wanted = quick_deployments.wanted(spec)
    found = quick_deployments.deploy(form, artefacts, spec)
    assert len(found["alarms"]) == 60
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))


@pytest.mark.slow
def test_the_stacks_go_in_the_opposite_order_and_can_be_made_again(quick_deployments, made):
    spec, artefacts = SPECS["long patterns"], made("long patterns")
    wanted = quick_deployments.wanted(spec)
    quick_deployments.begin(spec)
    quick_deployments.deploy("cloudformation", artefacts, spec)
    stacks = [stack for stack, _ in zip(quick_deployments.stacks(), artefacts.templates())]
    for stack in reversed(stacks):
        stack.remove()
    left = quick_deployments.snapshot()
    assert len(left["logGroups"]) == len(left["buckets"]) == 1
    assert not any(left[kind] for kind in ("alarms", "metricFilters", "topics", "trails", "roles"))
    found = quick_deployments.deploy("cloudformation", artefacts, spec, {"StorageExists": "true"})
    used = found["trails"]["the-trail"]["S3BucketName"]
    found["buckets"] = {used: found["buckets"][used]}
    group, (old,) = found["logGroups"]["cloudtrail/the-trail"], left["keys"]
    assert group["kmsKeyId"].endswith(old), "the kept log group stays with the key that was kept with it"
    group["kmsKeyId"] = wanted["logGroups"]["cloudtrail/the-trail"]["kmsKeyId"]
    found["keys"] = {key: fields for key, fields in found["keys"].items() if fields["aliases"]}
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))


@pytest.mark.slow
def test_one_stackset_of_each_template_fills_every_account(simulator, made):
    name, accounts, home = "a new trail by StackSet", ("111111111111", "222222222222"), "us-east-1"
    client = boto3.session.Session().client(
        "cloudformation", region_name=home, endpoint_url=simulator.address, aws_access_key_id="operator",
        aws_secret_access_key="operator", config=Config(retries={"max_attempts": 0}))
    for number, template in enumerate(made(name).templates(), 1):
        own = f"divided-{number}"
        client.create_stack_set(
            StackSetName=own, TemplateBody=template.read_text(encoding="utf-8"), Capabilities=["CAPABILITY_IAM"])
        client.create_stack_instances(StackSetName=own, Accounts=list(accounts), Regions=[home, "eu-west-1"])
    for account in accounts:
        found = normalised(Reader(simulator.address, home, account).snapshot())
        different = differences(expected(SPECS[name], Place(account, home)), found)
        assert not different, "\n".join(map(str, different))
        assert Reader(simulator.address, "eu-west-1", account).alarms() == {}


def test_standard_output_takes_one_part_and_a_smaller_spec_leaves_no_template(tmp_path, made):
    made("long patterns")
    spec = written(SPECS["long patterns"], tmp_path).folder.parents[1] / "spec.yaml"
    whole = tools.gen("cloudformation", spec, check=False)
    assert (whole.returncode, whole.stdout) == (64, "")
    assert "one with '--part 1' to '--part 4'" in whole.stderr
    assert "aws cloudformation deploy --stack-name=divided-4 --template-file=cloudformation-4.yaml" in whole.stderr
    parts = [tools.gen("cloudformation", spec, "--part", str(number)).stdout for number in range(1, 5)]
    assert parts == [path.read_text() for path in made("long patterns").templates()]
    assert tools.gen("cloudformation", spec, "--part", "5", check=False).returncode == 64
    written(spec_of(20, 900), tmp_path)
    assert sorted(path.name for path in (tmp_path / "output/divided").glob("cloudformation*")) == [
        "cloudformation-2.yaml", "cloudformation.yaml"]
