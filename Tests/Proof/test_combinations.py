"""Every kind of trail with every kind of encryption and scope deploys the account that the spec describes, in every form."""

import json
import shutil
import subprocess

import pytest

from rig import tools
from rig.compare import differences, leaves
from rig.deployment import FORMS, given, written
from rig.legs.terraform import Terraform
from test_three_ways import deploy_after_removal, only_audit_logs_are_left, remove

KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
OWN = {"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}
ORGANIZATION = {"organization": True, "organizationId": "o-exampleorgid"}
TRAILS = {
    "existing": lambda encryption: {"existing": {"logGroup": "trail-logs"}},
    "new": lambda encryption: {"create": {"name": "the-trail", "encryption": encryption}},
    "organization": lambda encryption: {"create": {"name": "the-trail", "encryption": encryption} | ORGANIZATION},
}
ENCRYPTIONS = {"none": "none", "made": "create", "given": KEY}
SCOPES = ("account", "management-account", "stackset")


def combinations():
    for trail in TRAILS:
        for encryption in ENCRYPTIONS:
            for scope in SCOPES:
                if (trail, scope) == ("organization", "stackset"):
                    continue  # refused: it is made once, in the management account
                yield f"{trail}-{encryption}-{scope}", {
                    "version": 1, "name": f"{trail}-{encryption}-{scope}",
                    "controls": [OWN] if scope == "stackset" else ["organizations-changes", OWN],
                    "trail": TRAILS[trail](ENCRYPTIONS[encryption]),
                    "notify": {
                        "topic": {"create": {"name": "Told", "encryption": ENCRYPTIONS[encryption]}},
                        "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]},
                    "deploy": {"scope": scope},
                    "tags": {"Owner": "security"},
                }


CASES = dict(combinations())
NAMED = CASES["new-none-account"] | {"name": "named", "trail": {"create": {"name": "the-trail", "bucket": "the-trail-logs"}}}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The artefacts of a combination, written once for its forms."""
    done = {}

    def find(name):
        if name not in done:
            done[name] = written(CASES[name], tmp_path_factory.mktemp(name))
        return done[name]

    return find


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_a_combination_deploys_the_account_that_it_describes(name, form, quick_deployments, made):
    spec, artefacts = CASES[name], made(name)
    wanted = quick_deployments.wanted(spec)
    found = quick_deployments.deploy(form, artefacts, spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))


def test_there_are_enough_combinations():
    assert len(CASES) >= 24


def test_cfn_lint_finds_nothing_in_any(made, tmp_path):
    templates = [made(name).template for name in CASES] + [written(NAMED, tmp_path).template]
    found = subprocess.run(
        [tools.tool("cfn-lint"), "--include-checks", "I", "--include-experimental", "--format", "json", "--regions", "us-east-1",
         "eu-west-1", "--", *map(str, templates)], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.strip()) in ((0, ""), (0, "[]")), found.stdout + found.stderr


@pytest.mark.xdist_group("terraform")
def test_terraform_validates_all(made, tmp_path, kept_provider):
    """As modules of one configuration: one `init` and one `validate`, errors and warnings alike."""
    root = Terraform(tmp_path, "http://127.0.0.1:9", tools.REGION, kept_provider)
    for name in CASES:
        (tmp_path / name).mkdir()
        shutil.copy(made(name).configuration, tmp_path / name)
    (tmp_path / "all.json").write_text(json.dumps({"module": {name: {"source": f"./{name}"} for name in CASES}}))
    root.load(tmp_path / "all.json")
    assert root.validate() == []


@pytest.mark.parametrize("names", [
    pytest.param(("existing-given-account", "organization-made-management-account"), id="some"),
    pytest.param(tuple(CASES), id="all", marks=pytest.mark.slow)])
def test_shellcheck_finds_nothing_in_any(names, made):
    program = shutil.which("shellcheck") or tools.missing("shellcheck")
    scripts = [str(path) for name in names for path in sorted(made(name).folder.glob("*.sh"))]
    sets = sum(CASES[name]["deploy"]["scope"] == "stackset" for name in names)
    assert len(scripts) == 4 * len(names) + sets
    found = subprocess.run(
        [program, "--shell=sh", "--enable=all", "--exclude=SC2249,SC2250,SC2310,SC2312", *scripts],
        capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("name", CASES)
def test_gen_lint_finds_nothing(name, made):
    assert tools.gen("lint", "--strict", *sorted(made(name).folder.iterdir())).stdout == ""


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_a_named_bucket_is_kept_with_its_policy_and_taken_over(form, quick_deployments, tmp_path):
    deployments = quick_deployments
    spec, artefacts = NAMED, written(NAMED, tmp_path)
    wanted = deployments.wanted(spec)
    before = deployments.snapshot()
    deployments.deploy(form, artefacts, spec)
    values = artefacts.spell(form, given(spec, deployments.place))
    remove(form, deployments, artefacts, values)
    only_audit_logs_are_left(before, deployments.snapshot(), spec)
    deploy_after_removal(form, deployments, artefacts, spec, values, before)
    assert not (different := differences(wanted, deployments.read(spec))), "\n".join(map(str, different))
