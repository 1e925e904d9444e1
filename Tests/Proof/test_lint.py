"""`gen lint` beside terraform validate: what that calls an error it calls one too. Templates are in `test_lint_cloudformation.py`."""

import json
import re
import shutil
import subprocess

import pytest

from rig import tools
from rig.linters import errors, findings

CONFIGURATION = tools.REPOSITORY / "output" / "organizations-changes-new-trail" / "main.tf.json"


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
