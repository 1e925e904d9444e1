"""`stackset.sh` and `stackset.yaml` against an organization: what they make, again, changed, failed, interrupted, removed."""

from pathlib import Path

import pytest
import yaml

from rig import tools
from rig.compare import differences
from rig.deployment import written
from rig.expected import Place, expected
from rig.legs.cloudformation import CloudFormation, StackFailed
from rig.legs.script import Script
from rig.normalise import normalised
from rig.preloaded_aws import PreloadedAWS
from rig.organization import MANAGEMENT, Organization
from rig.snapshot import Reader

HOME, OTHER = "us-east-1", "eu-west-1"
NAME = "everywhere"


def spec(stack_set=None, **changes):
    return {
        "version": 1, "name": NAME,
        "controls": [{"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}],
        "trail": {"create": {"name": "the-trail"}},
        "notify": {
            "topic": {"create": {"name": "Told"}}, "subscriptions": [{"protocol": "email", "endpoint": "security@corp.example"}]},
        "deploy": {"scope": "stackset", **({"stackSet": stack_set} if stack_set else {})}, **changes}


@pytest.fixture(scope="module")
def calm(tmp_path_factory):
    """A folder that goes first on PATH: nobody waits for the simulator, and the AWS CLI stays in memory."""
    aws = PreloadedAWS(tmp_path_factory.mktemp("aws"), tools.environment())
    sleep = aws.folder / "sleep"
    sleep.write_text("#!/bin/sh\n")
    sleep.chmod(0o755)
    yield aws.folder
    aws.stop()


@pytest.fixture
def organization(simulator):
    made = Organization(simulator.address)
    made.members = made.unit("members")
    made.inner = made.unit("inner", made.members)
    made.accounts = [made.account("first", made.members), made.account("second", made.inner)]
    return made


@pytest.fixture
def deploy(organization, calm, tmp_path):
    """Runs the script of a spec; gives the result."""
    def run(task, wanted, *options, check=True, **variables):
        folder = Path(written(wanted, tmp_path).folder)
        script = Script(folder, organization.address, OTHER, aws=calm)
        variables = {"ORGANIZATIONAL_UNITS": organization.members} | variables
        return script.run("stackset.sh", task, *options, variables=variables, check=check)
    return run


def read(organization, account):
    """An account without the role by which its organization made it."""
    found = normalised(Reader(organization.address, HOME, account).snapshot())
    found["roles"].pop("OrganizationAccountAccessRole", None)
    return found


def assert_deployed(organization, wanted, accounts=None):
    for account in accounts or organization.accounts:
        found = read(organization, account)
        different = differences(expected(wanted, Place(account, HOME)), found)
        assert not different, "\n".join(map(str, different))


def operations(organization, **named):
    client = organization.client("cloudformation")
    return [one["Action"] for one in client.list_stack_set_operations(StackSetName=NAME, **named)["Summaries"]]


def instances(organization, **named):
    client = organization.client("cloudformation")
    found = client.list_stack_instances(StackSetName=NAME, **named)["Summaries"]
    return {(one["Account"], one["Region"]): one["Status"] for one in found}


def test_made_again_shown_and_removed(organization, deploy):
    """Two accounts, one of them in a unit below; the account of the operator gets nothing."""
    wanted = spec(tags={"Owner": "security"})
    deploy("apply", wanted)
    assert_deployed(organization, wanted)
    assert set(instances(organization)) == {(account, HOME) for account in organization.accounts}
    assert read(organization, MANAGEMENT)["alarms"] == {}
    template = organization.client("cloudformation").describe_stack_set(StackSetName=NAME)["StackSet"]
    assert template["TemplateBody"].startswith("# Written by gen"), "the template travels as it is"
    done = operations(organization)
    again = deploy("apply", wanted)
    assert operations(organization) == done, again.stderr
    shown = deploy("show", wanted)
    assert shown.stdout == "".join(f"{account} {HOME}: CURRENT\n" for account in sorted(organization.accounts))
    deploy("remove", wanted, "--yes")
    for account in organization.accounts:
        left = read(organization, account)
        assert left["alarms"] == left["topics"] == left["trails"] == {} and left["logGroups"] and left["buckets"]
    gone = deploy("remove", wanted, "--yes")
    assert "already gone" in gone.stderr


@pytest.mark.slow
def test_two_regions_and_a_second_deployment_beside_what_was_kept(organization, deploy):
    wanted = spec({"regions": [HOME, OTHER], "operationPreferences": {"regionConcurrency": "parallel"}})
    deploy("apply", wanted)
    pairs = {(account, region) for account in organization.accounts for region in (HOME, OTHER)}
    assert set(instances(organization)) == pairs
    assert_deployed(organization, wanted)
    for account in organization.accounts:
        assert Reader(organization.address, OTHER, account).alarms() == {}
    deploy("remove", wanted, "--yes")
    deploy("apply", wanted, STORAGE_EXISTS="true")
    assert set(instances(organization).values()) == {"CURRENT"} and set(instances(organization)) == pairs
    assert all(read(organization, account)["alarms"] for account in organization.accounts)


@pytest.mark.slow
def test_a_changed_spec_reaches_every_account_and_show_finds_it_first(organization, deploy):
    deploy("apply", spec())
    changed = spec(alarm={"threshold": 3, "period": 60}, tags={"Owner": "other"})
    shown = deploy("show", changed, check=False)
    assert shown.returncode == 1 and "TemplateBody" in shown.stdout and "Owner" in shown.stdout
    assert "stopped at" not in shown.stderr
    deploy("apply", changed)
    assert operations(organization) == ["UPDATE", "CREATE"]
    assert_deployed(organization, changed)
    assert deploy("show", changed).returncode == 0
    deploy("apply", changed, ENDPOINT_1="other@corp.example")
    assert operations(organization)[0] == "UPDATE", "a value from the environment is part of the StackSet"
    assert "other@corp.example" in str(read(organization, organization.accounts[0])["subscriptions"])


@pytest.mark.slow
def test_an_account_that_joined_later_gets_its_stack_and_one_that_left_is_named(organization, deploy):
    wanted = spec()
    deploy("apply", wanted)
    third = organization.account("third", organization.inner)
    shown = deploy("show", wanted, check=False)
    assert shown.returncode == 1 and f"{third} {HOME}: missing" in shown.stdout
    deploy("apply", wanted)
    assert operations(organization) == ["CREATE", "CREATE"]
    assert_deployed(organization, wanted, [third])
    organization.client("organizations").move_account(
        AccountId=third, SourceParentId=organization.inner, DestinationParentId=organization.root)
    applied = deploy("apply", wanted)
    assert f"{third} {HOME}: surplus" in applied.stderr and operations(organization) == ["CREATE", "CREATE"]
    assert deploy("show", wanted, check=False).returncode == 1


@pytest.mark.slow
def test_a_failure_is_named_and_a_second_run_mends_it(organization, deploy):
    wanted = spec({"operationPreferences": {"failureToleranceCount": 1}})
    first, second = organization.accounts
    logs = organization.client("logs", second)
    logs.create_log_group(logGroupName="cloudtrail/the-trail")
    failed = deploy("apply", wanted, check=False)
    assert failed.returncode == 1
    assert f"failed: account {second}, Region {HOME}" in failed.stderr and "already exists" in failed.stderr
    assert instances(organization) == {(first, HOME): "CURRENT", (second, HOME): "OUTDATED"}
    logs.delete_log_group(logGroupName="cloudtrail/the-trail")
    deploy("apply", wanted)
    assert_deployed(organization, wanted)
    strict = spec({"operationPreferences": {"failureToleranceCount": 0, "maxConcurrentCount": 1}})
    third = organization.account("third", organization.members)
    organization.client("logs", third).create_log_group(logGroupName="cloudtrail/the-trail")
    failed = deploy("apply", strict, check=False)
    assert failed.returncode == 1 and "is FAILED" in failed.stderr and "stopped at step 3" in failed.stderr


@pytest.mark.slow
def test_an_operation_of_ours_is_waited_for_and_another_is_not_touched(organization, deploy):
    wanted = spec()
    deploy("apply", wanted)
    client = organization.client("cloudformation")

    def begin(identifier):
        client.create_stack_instances(
            StackSetName=NAME, Regions=[HOME], OperationId=identifier,
            DeploymentTargets={"OrganizationalUnitIds": [organization.members]})

    begin("gen-of-an-earlier-run")
    assert "waiting for it" in deploy("apply", wanted).stderr
    begin("somebody-elses")
    refused = deploy("apply", wanted, check=False)
    assert refused.returncode == 1 and "operation somebody-elses (CREATE) is RUNNING" in refused.stderr
    assert "stop-stack-set-operation" in refused.stderr
    assert "operation somebody-elses" in deploy("show", wanted).stdout


@pytest.mark.slow
def test_what_is_not_ours_is_left_alone(organization, deploy):
    client = organization.client("cloudformation")
    client.create_stack_set(StackSetName=NAME, TemplateBody="Resources: {}", Description="by hand")
    for task in ("apply", "show", "remove"):
        refused = deploy(task, spec(), "--yes", check=False)
        assert refused.returncode == 1 and "did not make it" in refused.stderr
    client.delete_stack_set(StackSetName=NAME)
    deploy("apply", spec())
    organization.client("iam").create_role(RoleName="Administration", AssumeRolePolicyDocument="{}")
    other = spec({"permissionModel": "self-managed", "accounts": organization.accounts,
                  "administrationRole": f"arn:aws:iam::{MANAGEMENT}:role/Administration"})
    refused = deploy("apply", other, check=False)
    assert refused.returncode == 1 and "the other permission model" in refused.stderr


@pytest.mark.slow
def test_filters_choose_accounts_of_the_units(organization, deploy):
    first, second = organization.accounts
    deploy("apply", spec(), ACCOUNT_FILTER="INTERSECTION", ACCOUNTS=first)
    assert set(instances(organization)) == {(first, HOME)}
    deploy("apply", spec(), ACCOUNT_FILTER="DIFFERENCE", ACCOUNTS=first)
    assert set(instances(organization)) == {(first, HOME), (second, HOME)}
    empty = deploy("apply", spec(), check=False, ACCOUNT_FILTER="DIFFERENCE", ACCOUNTS=f"{first},{second}")
    assert empty.returncode == 1 and "no active account" in empty.stderr


def test_more_targets_than_one_operation_takes(deploy):
    units = [f"ou-ab12-{number:08}" for number in range(101)]
    printed = deploy("apply", spec(), "--dry-run", ORGANIZATIONAL_UNITS=" ".join(units)).stdout
    calls = [line for line in printed.splitlines() if "create-stack-instances" in line]
    assert [sum(unit in call for unit in units) for call in calls] == [50, 50, 1]
    accounts = [f"{number:012}" for number in range(501)]
    printed = deploy("apply", spec({"permissionModel": "self-managed", "accounts": accounts}), "--dry-run").stdout
    calls = [line for line in printed.splitlines() if "create-stack-instances" in line]
    assert [sum(f'"{account}"' in call for account in accounts) for call in calls] == [500, 1]


@pytest.mark.slow
def test_roles_of_the_users_own(organization, deploy):
    wanted = spec({"permissionModel": "self-managed", "accounts": organization.accounts, "regions": [HOME, OTHER]})
    refused = deploy("apply", wanted, check=False)
    assert refused.returncode == 1 and "AWSCloudFormationStackSetAdministrationRole" in refused.stderr
    organization.client("iam").create_role(
        RoleName="AWSCloudFormationStackSetAdministrationRole", AssumeRolePolicyDocument="{}")
    deploy("apply", wanted)
    assert_deployed(organization, wanted)
    assert deploy("show", wanted).returncode == 0
    deploy("apply", wanted)
    assert operations(organization) == ["CREATE"]
    deploy("remove", wanted, "--yes")
    assert read(organization, organization.accounts[0])["alarms"] == {}


@pytest.mark.slow
def test_a_delegated_administrator_deploys_for_the_organization(organization, deploy):
    first, second = organization.accounts
    made = organization.client("sts").assume_role(
        RoleArn=f"arn:aws:iam::{first}:role/OrganizationAccountAccessRole", RoleSessionName="operator")["Credentials"]
    caller = {"AWS_ACCESS_KEY_ID": made["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": made["SecretAccessKey"],
              "AWS_SESSION_TOKEN": made["SessionToken"]}
    refused = deploy("apply", spec(), check=False, **caller)
    assert refused.returncode == 1 and "set CALL_AS=DELEGATED_ADMIN" in refused.stderr
    assert deploy("apply", spec({"callAs": "delegated-admin"}), check=False, **caller).returncode == 74, "nobody delegated to it"
    organization.client("organizations").register_delegated_administrator(
        AccountId=first, ServicePrincipal="member.org.stacksets.cloudformation.amazonaws.com")
    deploy("apply", spec(), CALL_AS="DELEGATED_ADMIN", **caller)
    assert_deployed(organization, spec(), [second])
    refused = deploy("apply", spec(), check=False, CALL_AS="DELEGATED_ADMIN")
    assert refused.returncode == 1 and "CALL_AS=SELF" in refused.stderr
    organization.client("cloudformation").deactivate_organizations_access()
    refused = deploy("apply", spec(), check=False)
    assert refused.returncode == 1 and "activate-organizations-access" in refused.stderr


HOSTILE = ("x'; touch broken; '", "$(touch broken)", "`touch broken`", "a\nb", "--debug", "file:///etc/passwd", "*", 'a","b', "")


@pytest.mark.parametrize("variable", ["STACK_SET_NAME", "HOME_REGION", "REGIONS", "ORGANIZATIONAL_UNITS", "CALL_AS", "WAIT_MINUTES",
                                      "ACCOUNT_FILTER", "STORAGE_EXISTS", "ENDPOINT_1"])
def test_hostile_values_are_refused_before_any_call(variable, tmp_path):
    folder = Path(written(spec({"organizationalUnits": ["ou-ab12-cd34ef56"]}), tmp_path).folder)
    script = Script(folder, "http://127.0.0.1:9", HOME)
    for value in HOSTILE:
        result = script.run("stackset.sh", "apply", "--dry-run", variables={variable: value}, check=False)
        assert result.returncode == 64, (value, result.stderr)
        assert variable in result.stderr and not (folder / "broken").exists()


def test_a_dry_run_calls_nothing_but_sts(organization, deploy):
    printed = deploy("apply", spec(), "--dry-run").stdout
    assert "aws cloudformation create-stack-set" in printed and "aws cloudformation create-stack-instances" in printed
    assert organization.client("cloudformation").list_stack_sets()["Summaries"] == []
    printed = deploy("remove", spec(), "--dry-run").stdout
    assert "delete-stack-instances" in printed and "delete-stack-set" in printed


@pytest.mark.slow
def test_hostile_texts_reach_the_stackset_as_they_are(organization, deploy, tmp_path):
    pattern = r"""{ ($.a = "it's $HOME `id` \\ END_OF_TEMPLATE %s é") || ($.b = "${AWS::Region} !Ref 'x' | # : {{x}}") }"""
    wanted = spec(controls=[{"id": "hostile", "title": "It's <b>\"odd\"</b> $(id) \\", "pattern": pattern}])
    deploy("apply", wanted)
    folder = Path(written(wanted, tmp_path).folder)
    body = organization.client("cloudformation").describe_stack_set(StackSetName=NAME)["StackSet"]["TemplateBody"]
    assert body.encode() == (folder / "cloudformation.yaml").read_bytes()
    assert_deployed(organization, wanted)
    done = operations(organization)
    deploy("apply", wanted)
    assert operations(organization) == done
    # CloudFormation may show what is not ASCII as question marks: that is no difference, and every other one is.
    client = organization.client("cloudformation")
    found = client.describe_stack_set(StackSetName=NAME)["StackSet"]
    same = {key: found[key] for key in ("Description", "Parameters", "Capabilities", "Tags", "AutoDeployment", "ManagedExecution")}
    client.update_stack_set(StackSetName=NAME, TemplateBody=body.replace("é", "??"), OperationId="gen-of-an-earlier-run", **same)
    done = operations(organization)
    assert deploy("show", wanted).returncode == 0
    deploy("apply", wanted)
    assert operations(organization) == done
    client.update_stack_set(StackSetName=NAME, TemplateBody=body.replace("é", "e"), **same)
    assert "TemplateBody" in deploy("show", wanted, check=False).stdout
    outer = yaml.load((folder / "stackset.yaml").read_text(encoding="utf-8"), Loader=Loose)
    assert outer["Resources"]["StackSet"]["Properties"]["TemplateBody"] == body


class Loose(yaml.SafeLoader):
    """Reads a template; what a tag stands for does not matter here."""


Loose.add_multi_constructor("!", lambda loader, suffix, node: str(node.value))


@pytest.mark.slow
def test_the_template_form_deploys_the_same(organization, tmp_path):
    wanted = spec({"regions": [HOME, OTHER]}, tags={"Owner": "security"})
    artefacts = written(wanted, tmp_path)
    stack = CloudFormation(organization.address, HOME)
    template = (Path(artefacts.folder) / "stackset.yaml").read_text(encoding="utf-8")
    parameters = {"OrganizationalUnitIds": organization.members}
    with pytest.raises(StackFailed):
        CloudFormation(organization.address, HOME, "wrong").deploy(
            template, {"OrganizationalUnitIds": "ou-none-00000000"})
    stack.deploy(template, parameters)
    stack.update(template, parameters | {"MetricNamespace": "Other"})
    stack.update(template, parameters)
    assert set(instances(organization).values()) == {"CURRENT"}
    assert_deployed(organization, wanted)
    stack.remove()
    assert read(organization, organization.accounts[0])["alarms"] == {}
