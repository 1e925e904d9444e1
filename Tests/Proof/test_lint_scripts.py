"""`gen lint` beside the shell and the AWS CLI on broken scripts: what bash, the CLI or the service's model refuses is an error at that line."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from rig import lines, linters, script_mutations, tools
from rig.preloaded_aws import PreloadedAWS
from rig.script_subjects import Subjects

SEED = os.environ.get("GEN_MUTATION_SEED", "1")
# Of each script that a person wrote, and of each that gen writes, whose runs take longer.
OWN_COUNT, WRITTEN_COUNT = 100, 20
# How many lines off a fault in the structure may be told: of two quotes, which one is too many only a reader knows.
NEAR = 10
TEMPLATE, STACK_SET = "organizations-changes-new-trail", "member-accounts"


@pytest.fixture(scope="module")
def subjects(running_simulator, tmp_path_factory):
    aws = PreloadedAWS(tempfile.mkdtemp(prefix="aws"), tools.environment())
    try:
        made = Subjects(running_simulator, aws.folder, tmp_path_factory.mktemp("subjects"))
        return {subject.name: (count, subject) for count, found in (
            (OWN_COUNT, made.own()), (WRITTEN_COUNT, made.written(TEMPLATE)), (WRITTEN_COUNT, made.stack_set(STACK_SET))) for subject in found}
    finally:
        aws.stop()


@pytest.fixture(scope="module")
def judged(subjects, tmp_path_factory):
    """Each broken script with its kind, the broken lines, and why it is refused. A process of its own bends the CLI."""
    texts = {}
    for base, (count, subject) in subjects.items():
        texts[f"{base}-clean.sh"] = ("clean", (0, 0), subject.text, base)
        for index, (kind, span, mutant) in enumerate(script_mutations.draw(subject.text, count, f"{SEED} {base}")):
            texts[f"{base}-{index}.sh"] = (kind, span, mutant, base)
    given = {"subjects": {name: subject.run for name, (_, subject) in subjects.items()},
             "scripts": {name: (fact[3], fact[2]) for name, fact in texts.items()}}
    result = subprocess.run(
        [sys.executable, "-m", "rig.script_judge", str(tmp_path_factory.mktemp("calls"))], cwd=Path(__file__).parent, check=True,
        input=json.dumps(given), stdout=subprocess.PIPE, text=True)
    verdicts = json.loads(result.stdout)
    return {name: (*fact[:3], *verdicts[name]) for name, fact in texts.items()}


@pytest.fixture(scope="module")
def found(judged, tmp_path_factory):
    return linters.findings_of({name: fact[2] for name, fact in judged.items()}, tmp_path_factory.mktemp("linted"))


@pytest.mark.slow
def test_nothing_is_said_of_what_is_clean(judged, found):
    clean = [name for name, fact in judged.items() if fact[0] == "clean"]
    assert [judged[name][3:] for name in clean] == [("", []) for _ in clean]
    assert [linters.errors(found[name]) for name in clean] == [[] for _ in clean]


def told(text, span, kind, refusals):
    """The lines at which an error must be told."""
    rows = text.splitlines()
    yield span[0], span[1] + 1
    if kind == "assigned":
        # A variable that is set under another name is missed where it is used, and the command that gets nothing has no line.
        yield 1, len(rows)
    for line in re.findall(r"^line (\d+):", "\n".join(refusals), re.M):
        yield command(rows, int(line))
    if any("required" in reason for reason in refusals):
        # What is missing has no line of its own.
        yield command(rows, span[0])
        yield from ((line, line) for line in calls(text, rows, span[0]))


def in_structure(text, span, syntax):
    """The lines at which a break in the structure may be told: near it, or where the shell says so, but for the end of the file."""
    yield span[0] - NEAR, span[1] + NEAR
    count = len(text.splitlines())
    yield from ((int(line), int(line)) for line in re.findall(r"line (\d+):", syntax) if int(line) < count)


def is_opener(finding, span):
    """Whether a finding names what stands open before the broken lines."""
    return "is never closed" in finding["message"] and finding["line"] <= span[0]


def calls(text, rows, line):
    """The lines that ask for the array in whose parentheses a line stands: the command that lacks an option is there."""
    for match in re.finditer(r"^([a-z_]+)\+?=\([^()]*\)", text, re.M):
        if text.count("\n", 0, match.start()) < line <= text.count("\n", 0, match.end()) + 1:
            yield from (number for number, row in enumerate(rows, 1) if f"${{{match[1]}[@]}}" in row)


def command(rows, line):
    """The lines of the command over which a line goes."""
    first = last = line
    while first > 1 and rows[first - 2].endswith("\\"):
        first -= 1
    while last < len(rows) and rows[last - 1].endswith("\\"):
        last += 1
    return first, last


@pytest.mark.slow
def test_what_the_shell_and_the_command_refuse_is_an_error(judged, found):
    refused, missed = 0, []
    for name, (kind, span, text, syntax, refusals) in judged.items():
        if not syntax and not refusals:
            continue
        refused += 1
        errors = linters.errors(found[name])
        mine = [(finding["line"], finding["endLine"]) for finding in errors]
        places = list(in_structure(text, span, syntax) if syntax else told(text, span, kind, refusals))
        # Where a structure never ends, the shell tells at the end of the file, and gen at its beginning.
        is_told = any(lines.meet(line, place) for line in mine for place in places)
        if not is_told and not (syntax and any(is_opener(finding, span) for finding in errors)):
            missed.append((name, kind, span, syntax or refusals[0]))
    print(f"{len(judged)} scripts, {refused} refused, {len(missed)} missed")
    for name, kind, span, reason in missed:
        print(f"missed {name}: {kind}, line {span[0]}: {reason.strip()[-200:]!r}", *judged[name][2].splitlines()[span[0] - 1:span[1]], sep="\n  ")
    assert refused >= len(judged) // 3
    assert missed == []
