"""Prowler itself says of every deployed template what gen's note says of it. Only `make proof-prowler` runs this."""

import json
import re

import boto3
import pytest
import yaml

from rig import prowler, tools
from rig.deployment import FORMS, Artefacts, load_spec, templates

WHOLE = [name for name in templates() if name.startswith("cis-") or name in ("security-hub", "extended")]
THREE = ["security-hub", "prowler", "powerpipe"]


@pytest.fixture(scope="session")
def controls():
    """The check of each control that Prowler has one for."""
    catalog = json.loads(tools.gen("catalog", "--format", "json").stdout)
    return {control["id"]: control["prowler"] for control in catalog if "prowler" in control}


def scan(path, form, deployments, controls, folder):
    """The controls that Prowler fails, and those that gen says it will."""
    spec = load_spec(path)
    note = tools.gen("all", path, "-o", folder).stderr
    deployments.begin(spec)
    deployments.deploy(form, Artefacts(folder / spec["name"]), spec)
    said = prowler.statuses(controls.values(), deployments, folder)
    assert set(said) == set(controls.values()), "Prowler did not run every check"
    assert all(status in ({"PASS"}, {"FAIL"}) for status in said.values()), said
    foretold = re.search(r"will not pass (?:.*; )?Prowler: ([a-z0-9, -]+)", note)
    return {control for control, check in controls.items() if said[check] == {"FAIL"}}, \
        set(foretold.group(1).split(", ")) if foretold else set()


def without_filter(spec, controls):
    """Controls that the template leaves out: gen's note is about its texts, Prowler asks for every filter."""
    left_out = set(spec.get("exclude", []))
    if spec.get("benchmark") == "cis-1.2.0":
        left_out.add("organizations-changes")
    return left_out & set(controls)


@pytest.mark.parametrize("name", WHOLE)
def test_prowler_fails_what_the_note_says(name, quick_deployments, controls, tmp_path):
    path = tools.REPOSITORY / "templates" / f"{name}.yaml"
    failed, foretold = scan(path, "cloudformation", quick_deployments, controls, tmp_path)
    assert failed == foretold | without_filter(load_spec(path), controls)


@pytest.mark.parametrize("form", FORMS)
def test_every_control_passes_in_every_form(form, quick_deployments, controls, tmp_path):
    path = tools.REPOSITORY / "templates" / "every-checker.yaml"
    assert len(controls) == 15
    assert scan(path, form, quick_deployments, controls, tmp_path) == (set(), set())


@pytest.mark.parametrize("edition", ["cis-1.4.0", "cis-7.0.0"])
@pytest.mark.parametrize("satisfy", [["prowler"], THREE], ids=["prowler", "three-scanners"])
def test_every_control_passes_when_asked(edition, satisfy, quick_deployments, controls, tmp_path):
    path = tmp_path / "spec.yaml"
    path.write_text(yaml.safe_dump({
        "version": 1, "name": "asked", "benchmark": edition, "satisfy": satisfy,
        "trail": {"existing": {"logGroup": "aws-cloudtrail-logs"}},
        "notify": {"topic": {"create": {"name": "Alarms"}},
                   "subscriptions": [{"protocol": "email", "endpoint": "secops@example.org"}]}}))
    assert scan(path, "cloudformation", quick_deployments, controls, tmp_path) == (set(), set())


def test_prowler_fails_a_filter_without_an_alarm(quick_deployments, controls, tmp_path):
    """Prowler is able to say no: the same account once its alarms are gone."""
    path = tools.REPOSITORY / "templates" / "every-checker.yaml"
    scan(path, "cloudformation", quick_deployments, controls, tmp_path)
    cloudwatch = boto3.client(
        "cloudwatch", region_name=quick_deployments.place.region, endpoint_url=quick_deployments.simulator.address,
        aws_access_key_id="owner", aws_secret_access_key="owner")
    alarms = [alarm["AlarmName"] for alarm in cloudwatch.describe_alarms()["MetricAlarms"]]
    cloudwatch.delete_alarms(AlarmNames=alarms)
    said = prowler.statuses(controls.values(), quick_deployments, tmp_path)
    assert set(map(frozenset, said.values())) == {frozenset({"FAIL"})}, said
