"""Runs Prowler itself on the account, as its user would: the program of its own environment, against the simulator."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from . import tools


def statuses(checks, deployments, folder):
    """What Prowler says of each check, such as {"PASS"}; a check that it did not run has no entry."""
    program = os.environ["GEN_PROWLER"]
    if not os.access(program, os.X_OK):
        tools.missing(program, "Tests/Proof/install.sh prowler")
    # Prowler appends to a report that is there.
    folder = Path(tempfile.mkdtemp(dir=folder))
    result = subprocess.run(
        [program, "aws", "--region", deployments.place.region, "--checks", *checks, "--output-formats", "json-ocsf",
         "--output-directory", folder, "--output-filename", "report", "--no-banner", "--no-color", "--ignore-exit-code-3"],
        env=tools.environment(deployments.simulator.address, deployments.place.region, {"HOME": str(folder)}),
        capture_output=True, text=True, check=False, timeout=300, stdin=subprocess.DEVNULL)
    report = folder / "report.ocsf.json"
    if result.returncode != 0 or not report.exists():
        raise AssertionError(f"prowler: {result.returncode}\n{result.stdout}{result.stderr}")
    said = {}
    for finding in json.loads(report.read_text(encoding="utf-8")):
        said.setdefault(finding["metadata"]["event_code"], set()).add(finding["status_code"])
    return said
