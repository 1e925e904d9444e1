"""Scanners of other people over our artefacts: each finding is in the table of README.md with its reason, and none else."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from rig import tools
from rig.deployment import Artefacts, load_template, templates, written

pytestmark = pytest.mark.scan

BARE = "a new trail, not encrypted"
ENCRYPTED = "a new trail, encrypted"
EXISTING = "an existing trail"
TABLE = re.compile(r"^\| `([A-Z0-9_]+)` \| (.+?) \| (.+?) \| (.+) \|$", re.MULTILINE)
FORMS = ("CloudFormation", "Terraform")
SPEC = {
    "version": 1, "name": "encrypted", "controls": ["organizations-changes"],
    "trail": {"create": {"name": "the-trail", "encryption": "create"}},
    "notify": {"topic": {"create": {"encryption": "create"}}, "subscriptions": [
        {"protocol": "email", "endpoint": "secops@example.com"}]},
}


def exceptions(scanner, form, case):
    """The rules that the table says a scanner finds broken."""
    text = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")
    section = text.split("## What scanners say", 1)[1].split("\n## ", 1)[0]
    rows = TABLE.findall(section)
    assert len(rows) > 10, "the table is not where it was"
    return sorted(
        rule for rule, forms, holds, _ in rows
        if rule.startswith("CKV") == (scanner == "checkov") and form in forms and case in holds)


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Artefacts by what the table calls them."""
    output = tools.REPOSITORY / "output"
    return {
        BARE: Artefacts(output / "organizations-changes-new-trail"),
        ENCRYPTED: written(SPEC, tmp_path_factory.mktemp("encrypted")),
        EXISTING: Artefacts(output / "organizations-changes"),
    }


def scanner(name):
    """A program of the scanners' environment."""
    path = tools.REPOSITORY / ".build" / "scan-venv" / "bin" / name
    return str(path) if path.exists() else tools.missing(name, "make proof-scan installs it")


def checkov(framework, *paths):
    """The rules that each file breaks."""
    command = [scanner("checkov"), "--framework", framework, "--quiet", "--compact", "--skip-download", "-o", "json"]
    run = subprocess.run(
        [*command, *(part for path in paths for part in ("-f", str(path)))], capture_output=True, text=True, check=False,
        env=tools.environment())
    assert run.returncode in (0, 1), run.stderr
    report = json.loads(run.stdout)
    found = {str(path): set() for path in paths}
    assert report["summary"]["parsing_errors"] == 0 and report["summary"]["passed"] >= len(paths), report["summary"]
    for finding in report["results"]["failed_checks"]:
        found[finding["file_abs_path"]].add(finding["check_id"])
    return {path: sorted(rules) for path, rules in found.items()}


def test_checkov_finds_in_templates_what_the_table_explains(cases):
    found = checkov("cloudformation", *(artefacts.template for artefacts in cases.values()))
    for case, artefacts in cases.items():
        assert found[str(artefacts.template)] == exceptions("checkov", "CloudFormation", case), case


def test_checkov_finds_in_plans_what_the_table_explains(cases, quick_deployments, tmp_path):
    """Terraform's own plan, in which every value is worked out."""
    paths = {}
    for case, artefacts in cases.items():
        quick_deployments.terraform.clear()
        quick_deployments.terraform.load(artefacts.configuration)
        paths[case] = tmp_path / f"{len(paths)}.json"
        paths[case].write_text(json.dumps(quick_deployments.terraform.plan()), encoding="utf-8")
    found = checkov("terraform_plan", *paths.values())
    for case, path in paths.items():
        assert found[str(path)] == exceptions("checkov", "Terraform", case), case


def test_checkov_finds_nothing_else_in_any_template():
    paths = [tools.REPOSITORY / "output" / name / "cloudformation.yaml" for name in templates()]
    known = set(exceptions("checkov", "CloudFormation", BARE))
    for path, rules in checkov("cloudformation", *paths).items():
        assert set(rules) <= known, path


def test_guard_finds_in_templates_what_the_table_explains(cases, tmp_path):
    rules = os.environ.get("GEN_GUARD_RULES", "")
    if not rules or not Path(rules).is_dir():
        tools.missing("AWS's Guard rules", "`make proof-scan` fetches them, and GEN_GUARD_RULES names a folder of them")
    paths = {}
    for case, artefacts in cases.items():
        paths[case] = tmp_path / f"{len(paths)}.json"
        paths[case].write_text(json.dumps(load_template(artefacts.template), default=str), encoding="utf-8")
    command = [scanner("python"), str(Path(__file__).parent / "rig" / "guard.py"), str(rules), *map(str, paths.values())]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for case, path in paths.items():
        assert found[str(path)]["applied"] >= 5, "hardly a rule applied"
        assert found[str(path)]["broken"] == exceptions("guard", "CloudFormation", case), case


def test_every_row_of_the_table_is_looked_for():
    """A row that names no case and no form would explain what nobody finds."""
    text = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")
    for rule, forms, holds, why in TABLE.findall(text.split("## What scanners say", 1)[1]):
        assert any(form in forms for form in FORMS), rule
        assert any(case in holds for case in (BARE, ENCRYPTED, EXISTING)), rule
        assert len(why) > 20, rule
