"""`gen lint` beside cfn-lint and terraform validate: what they call an error it calls one too, and it is silent where they are."""

import json
import random
import re
import shutil
import subprocess

import pytest

from rig import tools

TEMPLATE = tools.REPOSITORY / "output" / "organizations-changes-new-trail" / "cloudformation.yaml"
CONFIGURATION = tools.REPOSITORY / "output" / "organizations-changes-new-trail" / "main.tf.json"


def findings(paths):
    result = tools.gen("lint", "--format", "json", *paths, check=False)
    by_file = {str(path): [] for path in paths}
    for finding in json.loads(result.stdout)["findings"]:
        by_file[finding["file"]].append(finding)
    return by_file


def errors(found):
    return [finding for finding in found if finding["severity"] == "error"]


def template_mutations(lines):
    """Each property of the resources with its key misspelled, its value of another type or out of range, its reference dangling."""
    first = lines.index("Resources:") + 1
    for number in range(first, lines.index("Outputs:")):
        line = lines[number]
        match = re.match(r"^(\s{6,}(?:- )?)([A-Za-z]+): (\S.*)$", line)
        if not match or match[2] in ("Key", "Value"):
            continue
        indent, key, value = match.groups()
        yield number, f"{indent}{key}Typo: {value}"
        yield number, f"{indent}{key}: {{a: {{b: c}}}}"
        if re.fullmatch(r"\d+", value):
            yield number, f"{indent}{key}: -1"
        if value.startswith("!Ref ") and "AWS::" not in value:
            yield number, line.replace("!Ref ", "!Ref Gone")
        if value.startswith("!GetAtt "):
            yield number, line.replace("!GetAtt ", "!GetAtt Gone")


@pytest.mark.slow
def test_what_cfn_lint_calls_an_error_is_one(tmp_path):
    lines = TEMPLATE.read_text().split("\n")
    chosen = random.Random(1).sample(list(template_mutations(lines)), 60)
    paths = []
    for index, (number, mutated) in enumerate(chosen):
        path = tmp_path / f"{index}.yaml"
        path.write_text("\n".join(lines[:number] + [mutated] + lines[number + 1:]))
        paths.append(path)
    command = [tools.tool("cfn-lint"), "--format", "json", "--non-zero-exit-code", "none", *map(str, paths)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = findings(paths)
    by_file = {}
    for match in theirs:
        if match["Level"] == "Error":
            by_file.setdefault(match["Filename"], []).append(match)
    missed = []
    for index, path in enumerate(paths):
        line = chosen[index][0] + 1
        mine = errors(ours[str(path)])
        # cfn-lint may repeat one fault at every place that leans on it; the broken line itself is what counts.
        if str(path) in by_file and not any(f["line"] <= line <= f["endLine"] for f in mine):
            missed.append((chosen[index][1], [match["Message"] for match in by_file[str(path)]][:2]))
    assert missed == []


@pytest.mark.slow
def test_what_terraform_calls_an_error_is_one(tmp_path):
    terraform = tools.tool("terraform")
    lines = CONFIGURATION.read_text().split("\n")
    mutations = [
        (re.compile(r'"statistic": "Sum"'), '"statistic": "Total"'),
        (re.compile(r'"comparison_operator"'), '"comparison_operators"'),
        (re.compile(r'"evaluation_periods": 1'), '"evaluation_periods": 0'),
        (re.compile(r'\$\{aws_sns_topic\.alarm\.arn\}'), "${aws_sns_topic.gone.arn}"),
        (re.compile(r'"protocol": "email"'), '"protocol": "pigeon"'),
        (re.compile(r'"retention_in_days": 365'), '"retention_in_days": 366'),
    ]
    mirror = tools.provider_mirror()
    main = tmp_path / "main.tf.json"
    shutil.copy(CONFIGURATION, main)
    initialise = [terraform, "init", "-no-color"] + ([f"-plugin-dir={mirror}"] if mirror else [])
    subprocess.run(initialise, cwd=tmp_path, env=tools.environment(), check=True, capture_output=True)
    for pattern, new in mutations:
        number = max(index for index, line in enumerate(lines) if pattern.search(line))
        main.write_text("\n".join(lines[:number] + [pattern.sub(lambda _: new, lines[number])] + lines[number + 1:]))
        result = subprocess.run(
            [terraform, "validate", "-json"], cwd=tmp_path, env=tools.environment(), capture_output=True, text=True, check=False)
        assert not json.loads(result.stdout)["valid"], new
        mine = errors(findings([main])[str(main)])
        assert any(f["line"] <= number + 1 <= f["endLine"] for f in mine), (new, mine)
