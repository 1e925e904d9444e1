"""The three partitions in all three forms: the account is the one that the spec describes there."""

import re
import subprocess
import tempfile

import pytest

from rig import tools
from rig.compare import differences, leaves
from rig.deployment import FORMS, Deployments, written
from rig.expected import Place
from rig.preloaded_aws import PreloadedAWS

REGIONS = ("us-gov-west-1", "cn-north-1", "cn-northwest-1")
OWN = {"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}
COMMON = {"version": 1, "controls": ["organizations-changes", OWN], "tags": {"Owner": "security"}}
NOTIFY = {
    "topic": {"create": {"name": "Told", "encryption": "create"}},
    "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]}
SPECS = {
    "new": COMMON | {
        "name": "new", "notify": NOTIFY, "deploy": {"scope": "management-account"},
        "trail": {"create": {
            "name": "the-trail", "encryption": "create", "organization": True, "organizationId": "o-exampleorgid"}}},
    "existing": COMMON | {"name": "existing", "trail": {"existing": {"logGroup": "trail-logs"}}},
}


def given(region):
    """Every ARN that a spec can give, in the partition of a Region."""
    place = Place(region=region)
    key = place.arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab")
    return COMMON | {
        "name": "given", "trail": {"create": {"name": "the-trail", "encryption": key}},
        "notify": {"topic": {"create": {"name": "Told", "encryption": key}}, "subscriptions": [
            {"protocol": "sqs", "endpoint": place.arn("sqs", "alarms")},
            {"protocol": "lambda", "endpoint": place.arn("lambda", "function:triage")}]}}


def to_topic(region):
    place = Place(region=region)
    return COMMON | {
        "name": "to-topic", "trail": {"existing": {"logGroup": "trail-logs"}},
        "notify": {"topic": {"existing": place.arn("sns", "security")}}}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The artefacts of a spec, written once for all Regions: they are the same in every partition."""
    done = {}

    def find(spec):
        key = repr(spec)
        if key not in done:
            done[key] = written(spec, tmp_path_factory.mktemp(spec["name"]))
        return done[key]

    return find


@pytest.fixture(scope="module")
def aws():
    aws = PreloadedAWS(tempfile.mkdtemp(prefix="aws"), tools.environment())
    yield aws.folder
    aws.stop()


@pytest.fixture(scope="module", params=REGIONS)
def there(request, running_simulator, tmp_path_factory, aws):
    return Deployments(running_simulator, tmp_path_factory.mktemp(request.param), Place(region=request.param), aws)


def assert_deployed(there, form, spec, artefacts):
    wanted = there.wanted(spec)
    found = there.deploy(form, artefacts, spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["new"])
def test_a_spec_that_names_no_partition_deploys_in_each(name, form, there, made):
    assert_deployed(there, form, SPECS[name], made(SPECS[name]))


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("spec_for", [given, to_topic])
def test_arns_of_each_partition_are_taken(spec_for, form, there, made):
    spec = spec_for(there.place.region)
    assert_deployed(there, form, spec, made(spec))


@pytest.mark.parametrize("name", SPECS)
def test_no_artefact_names_a_partition_a_region_or_an_account(name, made):
    for path in made(SPECS[name]).folder.iterdir():
        lines = [
            line for line in path.read_text(encoding="utf-8").splitlines()
            if re.search(r"arn:aws|[0-9]{12}|[a-z]{2}(-gov)?-(north|south|east|west|central)[a-z]*-[0-9]", line)
            and not an_example_or_a_rule(line)]
        assert lines == [], path.name


def an_example_or_a_rule(line):
    """What only shows how a value looks, how it is checked, how S3 spells its first Region, or an event to try."""
    words = ("such as", "AllowedPattern", "regex(", "arn:aws*", "LocationConstraint", "= us-east-1 ]", "eventVersion", "the one Region")
    return any(word in line for word in words)


@pytest.mark.parametrize("region", REGIONS)
def test_cfn_lint_and_gen_lint_find_nothing(region, made):
    folders = [made(spec).folder for spec in [*SPECS.values(), given(region), to_topic(region)]]
    found = subprocess.run(
        [tools.tool("cfn-lint"), "--include-checks", "I", "--include-experimental", "--regions", region, "--",
         *(str(folder / "cloudformation.yaml") for folder in folders)], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.strip()) == (0, ""), found.stdout
    assert tools.gen("lint", "--strict", *(path for folder in folders for path in sorted(folder.iterdir()))).stdout == ""
