"""`test.sh` sends each control's events to each of its filters, and says which the service reads otherwise.

The simulator has no reading of its own of a pattern: this proves the plumbing around the call and nothing about patterns.
"""

import re

import pytest

from rig import facts
from rig.deployment import Deployments
from rig.recording_aws import RecordingAWS

TRIED = re.compile(r"(\d+) events that must match and (\d+) that must not were tried")


@pytest.fixture
def runbook(quick_deployments, built_in, tmp_path):
    """Runs test.sh of a template in an account that has it, and writes down the calls."""
    def run(name, *options, change=lambda text: text):
        spec, artefacts = built_in(name)
        recording = RecordingAWS(tmp_path, quick_deployments.aws / "aws")
        there = Deployments(quick_deployments.simulator, tmp_path, aws=recording.folder)
        there.begin(spec)
        there.stack.deploy(artefacts.template.read_text(encoding="utf-8"))
        script = tmp_path / "test.sh"
        script.write_text(change((artefacts.folder / "test.sh").read_text(encoding="utf-8")), encoding="utf-8")
        before = there.snapshot()
        result = there.script(artefacts).run(script, *options, check=False)
        assert there.snapshot() == before, "test.sh changed the account"
        return result, recording.calls
    return run


def test_every_event_name_of_the_built_in_template_is_sent(runbook):
    result, calls = runbook("organizations-changes")
    assert result.returncode == 0, result.stdout + result.stderr
    assert [tuple(map(int, pair)) for pair in TRIED.findall(result.stderr)] == [(len(facts.ORGANIZATIONS_EVENTS), 1)]
    assert calls == ["sts get-caller-identity", "logs test-metric-filter"]


def test_a_filter_that_reads_otherwise_is_named_with_its_event(runbook):
    """As if the service did not know one name of the list."""
    known = '$.eventName = \\"MoveAccount\\"'
    result, _ = runbook("organizations-changes", change=lambda text: text.replace(known, known.replace("Move", "Lose")))
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(r"AWS Organizations changes: event \d+: match wanted yes, found no", result.stdout), result.stdout


def test_an_alarm_is_raised_and_put_back_when_asked_for(runbook):
    result, calls = runbook("organizations-changes", "--raise-alarm", "--yes")
    assert result.returncode == 0, result.stdout + result.stderr
    assert calls.count("cloudwatch set-alarm-state") == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cis-7.0.0", "every-checker", "extended", "own-pattern", "security-hub"])
def test_every_control_of_a_template_passes_with_its_events(name, runbook):
    result, calls = runbook(name)
    assert result.returncode == 0, result.stdout + result.stderr
    tried = TRIED.findall(result.stderr)
    assert tried and all(int(matching) >= 1 and int(others) >= 1 for matching, others in tried), tried
    assert set(calls) == {"sts get-caller-identity", "logs test-metric-filter"}
