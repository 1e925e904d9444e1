"""One topic for many accounts, and one log group with the events of many: every form deploys the account that the spec describes."""

import json
import subprocess

import boto3
import pytest

from rig import tools
from rig.compare import differences, leaves
from rig.deployment import FORMS, written

OWN = {"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}
BLIND = OWN | {"id": "any-word", "title": "A word", "pattern": "ERROR", "perAccount": False}
SUBSCRIBED = [{"protocol": "email", "endpoint": "security@example.com"}]
ACCOUNTS = {"accounts": ["111122223333", "444455556666"]}
PAYING = [{"id": "111122223333", "name": "Pay \"A\" & 'B' ${c} %{d} $(e) `f` \\ é"}, "012345678901"]
TRAIL = {"existing": {"logGroup": "org-logs"}}


def topic(sharing, encryption="none", **changes):
    return {
        "version": 1, "name": "central", "controls": [], "notify": {
            "topic": {"create": {"name": "Central", "encryption": encryption, "shareWith": sharing}},
            "subscriptions": SUBSCRIBED}, "tags": {"Owner": "security"}} | changes


def group(divided, controls=(OWN, BLIND), trail=None, **changes):
    return {
        "version": 1, "name": "central", "controls": list(controls), "trail": trail or TRAIL, "perAccount": divided,
        "notify": {"topic": {"create": {"name": "Told"}}, "subscriptions": SUBSCRIBED},
        "tags": {"Owner": "security"}} | changes


NAMED = {"organization": "o-exampleorgid"}
SPECS = {
    "topic-organization": topic(NAMED),
    "topic-organization-key": topic(NAMED, "create"),
    "topic-accounts": topic(ACCOUNTS),
    "topic-accounts-key": topic(ACCOUNTS, "create"),
    "topic-beside-alarms": topic(NAMED, "create", controls=[OWN], trail=TRAIL),
    "topic-of-the-trails-organization": topic(
        NAMED, controls=[OWN], deploy={"scope": "management-account"},
        trail={"create": {"name": "the-trail", "organization": True, "organizationId": "o-exampleorgid"}}),
    "topic-alone": topic(None, controls=[], notify={"topic": {"create": {"name": "Alone"}}}),
    "trail-alone": topic(None, controls=[], trail={"create": {"name": "the-trail"}}, notify={"subscriptions": SUBSCRIBED}),
    "group-accounts": group({"accounts": PAYING}),
    "group-regions": group({"accounts": PAYING, "regions": ["us-east-1", "eu-west-1"]}),
    "group-of-a-new-trail": group(
        {"accounts": PAYING}, trail={"create": {"name": "t-1", "organization": True, "organizationId": "o-exampleorgid"}},
        deploy={"scope": "management-account"}),
    "group-copied": group({"source": "system-fields", "accounts": PAYING}),
    "group-copied-regions": group(
        {"source": "system-fields", "accounts": PAYING, "regions": ["us-east-1"]}, controls=[OWN | {"pattern": "ERROR"}]),
}
for spec in SPECS.values():
    if spec["notify"].get("topic", {}).get("create", {}).get("shareWith", 0) is None:
        del spec["notify"]["topic"]["create"]["shareWith"]
QUICK = {("topic-organization-key", "script"), ("group-copied", "cloudformation"), ("group-copied", "script")}
CASES = [
    pytest.param(name, form, marks=[] if (name, form) in QUICK else pytest.mark.slow, id=f"{name}-{form}")
    for name in SPECS for form in FORMS if not (form == "terraform" and name.startswith("group-copied"))
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The artefacts of a spec, written once for its forms."""
    done = {}

    def find(name):
        if name not in done:
            done[name] = written(SPECS[name], tmp_path_factory.mktemp(name))
        return done[name]

    return find


@pytest.mark.parametrize("name, form", CASES)
def test_a_central_deployment_is_as_described_twice_and_goes_again(name, form, quick_deployments, made):
    deployments, spec, artefacts = quick_deployments, SPECS[name], made(name)
    wanted = deployments.wanted(spec)
    before = deployments.snapshot()
    found = deployments.deploy(form, artefacts, spec)
    assert leaves(wanted) > 5, "nothing was compared"
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))
    if form == "terraform":
        assert deployments.terraform.changes({}) == "", "a second plan is not empty"
    elif form == "cloudformation":
        deployments.stack.update(artefacts.template.read_text(encoding="utf-8"), {})
    else:
        deployments.script(artefacts).deploy()
        verified = deployments.script(artefacts).verify()
        assert verified.returncode == 0, verified.stdout + verified.stderr
    assert not (different := differences(found, deployments.read(spec))), "\n".join(map(str, different))
    if form == "script" and "create" not in spec.get("trail", {}):
        deployments.script(artefacts).remove()
        assert not (different := differences(before, deployments.snapshot())), "\n".join(map(str, different))


def test_the_organization_is_looked_up_where_the_form_can(quick_deployments, tmp_path):
    spec = topic("organization", "create")
    artefacts = written(spec, tmp_path)
    quick_deployments.begin(spec)
    client = boto3.client(
        "organizations", region_name="us-east-1", endpoint_url=quick_deployments.simulator.address,
        aws_access_key_id="owner", aws_secret_access_key="owner")
    identifier = client.create_organization(FeatureSet="ALL")["Organization"]["Id"]
    quick_deployments.script(artefacts).deploy()
    found = quick_deployments.read(spec)
    policies = json.dumps([entry["Policy"] for entry in found["topics"].values()]) + json.dumps(
        [entry["policy"] for entry in found["keys"].values()])
    assert policies.count(identifier) == 3, policies
    assert quick_deployments.script(artefacts).verify().returncode == 0
    assert "Default" not in artefacts.template.read_text().split("OrganizationId:")[1].split("Endpoint1:")[0]


def test_what_terraform_lacks_is_left_out_and_said(made, tmp_path):
    path = tmp_path / "spec.yaml"
    path.write_text(json.dumps(SPECS["group-copied"]))
    result = subprocess.run(
        [tools.binary(), "all", path, "-o", tmp_path / "out"], capture_output=True, text=True, check=True)
    assert "warning[GEN9015]" in result.stderr
    assert sorted(entry.name for entry in (tmp_path / "out" / "central").iterdir()) == [
        "apply.sh", "cloudformation.yaml", "remove.sh", "test.sh", "verify.sh"]
    alone = subprocess.run([tools.binary(), "terraform", path], capture_output=True, text=True, check=False)
    assert (alone.returncode, alone.stdout) == (1, "")
    assert "error[GEN9015]" in alone.stderr
