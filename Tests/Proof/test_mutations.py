"""Break an artefact in one place, and the comparison must notice: the account differs or the deployment is refused."""

import json
import shutil

import pytest
from botocore.exceptions import ClientError

from rig.compare import differences
from rig.deployment import Artefacts, load_template, written
from rig.legs.cloudformation import StackFailed
from rig.mutations import mutants, script_mutants
from rig.snapshot import Reader

pytestmark = pytest.mark.slow

SEED = 415
COUNTS = {"cloudformation": 40, "terraform": 16, "script": 24}
SPEC = {
    "version": 1, "name": "mutations", "tags": {"Owner": "security"},
    "controls": [
        "organizations-changes",
        {"id": "watched", "title": "Watched events", "pattern": '{ $.eventName = "Watched" }', "metric": {"defaultValue": 0},
         "alarm": {"notifyOn": ["alarm", "ok"], "evaluationPeriods": 3, "datapointsToAlarm": 2}},
    ],
    "trail": {"create": {"name": "audit-trail", "bucket": "audit-trail-logs"}},
    "notify": {"topic": {"create": {"name": "Alarms"}},
               "subscriptions": [{"protocol": "email", "endpoint": "secops@example.com"}]},
}


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory):
    return written(SPEC, tmp_path_factory.mktemp("mutations"))


def notices(survivors, total, wanted):
    assert total >= wanted, f"only {total} mutations were made"
    assert not survivors, "the comparison did not notice:\n" + "\n".join(survivors)


def test_the_comparison_notices_a_broken_template(artefacts, deployments):
    template = load_template(artefacts.template)
    deployments.begin(SPEC)
    deployments.stack.deploy(json.dumps(template))
    usual, survivors, total = deployments.read(SPEC), [], 0
    roots = [("Resources", name, "Properties") for name in template["Resources"]] + [
        ("Parameters", name, "Default") for name in template["Parameters"] if name != "StorageExists"]
    roots = [root for root in roots if isinstance(parent(template, root), dict) and root[-1] in parent(template, root)]
    for name, broken in mutants(template, roots, COUNTS["cloudformation"], SEED):
        assert broken != template, f"{name} changes nothing"
        total += 1
        deployments.begin(SPEC)
        try:
            deployments.stack.deploy(json.dumps(broken))
        except (StackFailed, ClientError):
            continue
        if not differences(usual, deployments.read(SPEC)):
            survivors.append(name)
    notices(survivors, total, COUNTS["cloudformation"])


def parent(document, path):
    for step in path[:-1]:
        document = document[step]
    return document


def test_the_comparison_notices_a_broken_configuration(artefacts, quick_deployments, tmp_path):
    deployments = quick_deployments
    document = json.loads(artefacts.configuration.read_text(encoding="utf-8"))
    deployments.begin(SPEC)
    usual, survivors, total = deployments.deploy("terraform", artefacts, SPEC), [], 0
    roots = [("resource", kind, name) for kind in document["resource"] for name in document["resource"][kind]]
    for name, broken in mutants(document, roots, COUNTS["terraform"], SEED):
        assert broken != document, f"{name} changes nothing"
        total += 1
        path = tmp_path / "main.tf.json"
        path.write_text(json.dumps(broken), encoding="utf-8")
        deployments.begin(SPEC)
        deployments.terraform.load(path)
        try:
            deployments.terraform.deploy()
        except AssertionError:
            continue
        if not differences(usual, deployments.read(SPEC)):
            survivors.append(name)
    notices(survivors, total, COUNTS["terraform"])


def test_the_comparison_notices_a_broken_script(artefacts, quick_deployments, tmp_path):
    """A script also mends: a mutation that a fresh account does not show is given one that has drifted."""
    deployments = quick_deployments
    text = (artefacts.folder / "apply.sh").read_text(encoding="utf-8")
    deployments.begin(SPEC)
    usual, survivors, total = deployments.deploy("script", artefacts, SPEC), [], 0
    spoil(deployments)
    assert not differences(usual, deployments.deploy("script", artefacts, SPEC)), "a second run does not mend"
    copied = Artefacts(tmp_path / "broken")
    shutil.copytree(artefacts.folder, copied.folder)
    for name, broken in script_mutants(text, COUNTS["script"], SEED):
        assert broken != text, f"{name} changes nothing"
        total += 1
        (copied.folder / "apply.sh").write_text(broken, encoding="utf-8")
        deployments.begin(SPEC)
        if noticed(deployments, copied, usual):
            continue
        spoil(deployments)
        if not noticed(deployments, copied, usual):
            survivors.append(name)
    notices(survivors, total, COUNTS["script"])


def noticed(deployments, artefacts, usual):
    result = deployments.script(artefacts).run("apply.sh", check=False)
    return result.returncode != 0 or differences(usual, deployments.read(SPEC))


def spoil(deployments):
    """Changes by hand that apply.sh sets back."""
    trails = Reader(deployments.simulator.address, deployments.place.region).client("cloudtrail")
    trails.put_event_selectors(TrailName="audit-trail", EventSelectors=[
        {"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True}])
    trails.stop_logging(Name="audit-trail")
