"""`gen lint` beside the shell and the AWS CLI on broken scripts: what bash, the CLI or the service's model refuses is an error at that line."""

import os
import subprocess
import sys
import json

import pytest

from rig import lines, linters, script_mutations, tools

SEED = os.environ.get("GEN_MUTATION_SEED", "1")
COUNT = 200
OWN = tools.REPOSITORY / "Tests" / "Proof" / "artefacts"
BASES = sorted(OWN.glob("*.sh"))


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Each broken script with its kind, the broken lines, and why it is refused. A process of its own bends the CLI."""
    texts = {}
    for base in BASES:
        text = base.read_text()
        texts[f"{base.stem}-clean.sh"] = ("clean", (0, 0), text)
        for index, (kind, span, mutant) in enumerate(script_mutations.draw(text, COUNT // len(BASES), f"{SEED} {base.stem}")):
            texts[f"{base.stem}-{index}.sh"] = (kind, span, mutant)
    result = subprocess.run(
        [sys.executable, "-m", "rig.script_judge", str(tmp_path_factory.mktemp("calls"))], cwd=OWN.parent, check=True,
        input=json.dumps({name: fact[2] for name, fact in texts.items()}), capture_output=True, text=True)
    verdicts = json.loads(result.stdout)
    return {name: (*fact, *verdicts[name]) for name, fact in texts.items()}


@pytest.fixture(scope="module")
def found(judged, tmp_path_factory):
    return linters.findings_of({name: fact[2] for name, fact in judged.items()}, tmp_path_factory.mktemp("linted"))


@pytest.mark.slow
def test_nothing_is_said_of_what_is_clean(judged, found):
    clean = [name for name, fact in judged.items() if fact[0] == "clean"]
    assert [judged[name][3:] for name in clean] == [("", []) for _ in clean]
    assert [linters.errors(found[name]) for name in clean] == [[] for _ in clean]


@pytest.mark.slow
def test_what_the_shell_and_the_command_refuse_is_an_error(judged, found):
    refused, missed = 0, []
    for name, (kind, span, _, syntax, refusals) in judged.items():
        if not syntax and not refusals:
            continue
        refused += 1
        mine = [(finding["line"], finding["endLine"]) for finding in linters.errors(found[name])]
        # Where a structure breaks, the shell tells at the end of the file; that it is told is what counts.
        if not mine or not syntax and not any(lines.meet(line, (span[0], span[1] + 1)) for line in mine):
            missed.append((name, kind, span, syntax or refusals[0]))
    print(f"{len(judged)} scripts, {refused} refused, {len(missed)} missed")
    assert refused >= COUNT // 2
    assert missed == []
