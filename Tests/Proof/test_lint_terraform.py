"""`gen lint` beside `terraform validate` on broken configurations: what Terraform calls an error it calls one too, at that line."""

import json
import os
import subprocess

import pytest

from rig import lines, linters, terraform_mutations, tools
from rig.terraform_modules import Modules

SEED = os.environ.get("GEN_MUTATION_SEED", "1")
COUNT = 280
OWN = tools.REPOSITORY / "Tests" / "Proof" / "artefacts"
BASES = [OWN / "alerting.tf.json", OWN / "trail.tf.json", OWN / "neighbours.tf.json"] + [
    tools.REPOSITORY / "output" / name / "main.tf.json"
    for name in ("organizations-changes-new-trail", "central-topic", "central-log-group", "own-pattern")]
# What only an initialisation, the installed version, another file or the run of a function or condition can tell; and a message that
# follows from another.
ELSEWHERE = (
    "Missing required provider", "Unsupported Terraform Core version", "Module not installed", "Module uses experimental features",
    "Error in function call", 'Invalid function argument: Invalid value for "path"', 'Invalid function argument: Invalid value for "pattern"',
    "Invalid value for variable", "Invalid import configuration: An import block was detected in", "Zero assert blocks: Check blocks must have at least one")


@pytest.fixture(scope="module")
def judged(tmp_path_factory, kept_provider):
    """Each broken configuration with its kind, the broken lines, and what Terraform says."""
    modules = Modules(tmp_path_factory.mktemp("modules"), kept_provider)
    texts, facts = {}, {}
    for number, base in enumerate(BASES):
        tree = json.loads(base.read_text())
        clean = f"m{number}clean"
        texts[clean], facts[clean] = lines.write(tree)[0], ("clean", (0, 0))
        drawn = terraform_mutations.draw(tree, COUNT // len(BASES), f"{SEED} {number}")
        for index, (kind, path, mutant) in enumerate(drawn):
            text, spans = lines.write(mutant)
            while path not in spans:
                path = path[:-1]
            texts[f"m{number}x{index}"], facts[f"m{number}x{index}"] = text, (f"{kind} {'.'.join(map(str, path))}", spans[path])
    verdicts = modules.judge(texts)
    return {name: (*facts[name], texts[name], verdicts[name]) for name in texts}


@pytest.fixture(scope="module")
def found(judged, tmp_path_factory):
    return linters.findings_of({f"{name}.tf.json": fact[2] for name, fact in judged.items()}, tmp_path_factory.mktemp("linted"))


@pytest.mark.slow
def test_nothing_is_said_of_what_is_clean(judged, found):
    clean = [name for name, fact in judged.items() if fact[0] == "clean"]
    assert [judged[name][3] for name in clean] == [[] for _ in clean]
    assert [linters.errors(found[f"{name}.tf.json"]) for name in clean] == [[] for _ in clean]


@pytest.mark.slow
def test_what_terraform_calls_an_error_is_one(judged, found):
    broken, missed = 0, []
    for name, (kind, span, text, verdict) in judged.items():
        theirs = [(place, message) for place, message in verdict if not message.startswith(ELSEWHERE)]
        if not theirs:
            continue
        broken += 1
        mine = [(finding["line"], finding["endLine"]) for finding in linters.errors(found[f"{name}.tf.json"])]
        for place, message in theirs:
            # Where Terraform points at the end of a body, or at nothing, the broken lines themselves count.
            own = place is None or text.split("\n")[place[0] - 1].strip(" ,") in ("}", "]", "{", "[")
            if not any(lines.meet(line, place or span) or own and lines.meet(line, span) for line in mine):
                missed.append((kind, place, message[:160]))
    print(f"{len(judged)} configurations, {broken} with errors, {len(missed)} errors missed")
    assert broken >= COUNT * 6 // 10
    assert missed == []


@pytest.mark.slow
def test_expressions_fail_where_terraform_refuses_them(tmp_path):
    """The table that the linter's own tests hold it to, asked of Terraform."""
    fixtures = tools.REPOSITORY / "Tests" / "GenLintTests" / "Fixtures"
    rows = [line.split("\t") for line in (fixtures / "expressions.txt").read_text().splitlines() if not line.startswith("#")]
    tree = json.loads((fixtures / "expressions.tf.json").read_text())
    terraform, refused, left = tools.tool("terraform"), set(), set(range(len(rows)))
    (tmp_path / "main.tf.json").write_text(json.dumps(tree))
    subprocess.run([terraform, "init", "-no-color"], cwd=tmp_path, env=tools.environment(), check=True, capture_output=True)
    while True:
        # What cannot be read hides what fails, so those are asked again that were not refused.
        tree["output"] = {f"o{index}": {"sensitive": True, "value": "${%s}" % rows[index][1].replace("⏎", "\n")} for index in sorted(left)}
        text = lines.write(tree)[0]
        (tmp_path / "main.tf.json").write_text(text)
        result = subprocess.run([terraform, "validate", "-json"], cwd=tmp_path, env=tools.environment(), capture_output=True, text=True, check=False)
        spans, bad = lines.write(tree)[1], set()
        for diagnostic in json.loads(result.stdout)["diagnostics"]:
            line = diagnostic["range"]["start"]["line"]
            bad |= {index for index in left if diagnostic["severity"] == "error" and lines.meet(spans[("output", f"o{index}")], (line, line))}
        refused, left = refused | bad, left - bad
        if not bad:
            break
    version = json.loads(subprocess.run([terraform, "version", "-json"], env=tools.environment(), check=True, capture_output=True).stdout)
    failing = ("fails", "older") if tuple(map(int, version["terraform_version"].split(".")[:2])) < (1, 12) else ("fails",)
    assert [rows[index] for index in range(len(rows)) if (index in refused) != (rows[index][0] in failing)] == []


@pytest.mark.slow
def test_configurations_fail_where_terraform_refuses_them(tmp_path):
    """The other table of the linter's own tests, each configuration asked of Terraform in a folder of its own."""
    table = tools.REPOSITORY / "Tests" / "GenLintTests" / "Fixtures" / "configurations.txt"
    rows = [line.split("\t") for line in table.read_text().splitlines() if not line.startswith("#")]
    terraform, mirror, differing = tools.tool("terraform"), tools.provider_mirror(), []
    init = ["init", "-backend=false"] + ([f"-plugin-dir={mirror}"] if mirror else [])
    for index, row in enumerate(rows):
        folder = tmp_path / str(index)
        folder.mkdir()
        (folder / "main.tf.json").write_text(row[1])
        runs = [subprocess.run([terraform, *words, "-no-color"], cwd=folder, env=tools.environment(), check=False, capture_output=True, text=True)
                for words in (init, ["validate"])]
        if any(run.returncode for run in runs) != (row[0] == "fails"):
            differing.append((row, [run.stderr[-300:] for run in runs]))
    assert len(rows) > 40
    assert differing == []
