"""Every field of a spec is either a free text, which `test_hostile.py` takes through the tools, or refuses what it does not know."""

import json
import random
import re

import pytest

from rig import fields, hostile, tools
from test_hostile import MANY, SEED, batches

# Where a user writes what they like. Everything else is a word of a list, a number, a switch, or a name of few characters.
FREE = {
    "controls[].title", "controls[].pattern", "controls[].filterName", "controls[].metric.name", "controls[].alarm.name",
    "controls[].alarm.namePrefix", "alarm.namePrefix", "tags", "perAccount.accounts[].name",
}
PATHS = {"controls[].samples.match[]", "controls[].samples.noMatch[]"}  # of files beside the spec, which reach no artefact
# Known to a block wherever it stands, and refused where it would mean nothing.
MISPLACED = {"alarm.name": "x", "metric.name": "x", "controls[].metric.namespace": "x"}
# No shell, no template, no expression and no reader of options begins anything with one of these.
HARMLESS = re.compile(r"[A-Za-z0-9._/#:@+=%&?~;,-]*")
WORDS = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("fields")
    fields.settle(made)
    return made


def free(path):
    return fields.named(path) in FREE or path[0] == "tags"


def leaves():
    """Each field once, with an example that has it."""
    found = {}
    for example in fields.EXAMPLES:
        for path in fields.scalars(example):
            if not free(path) and fields.named(path) not in PATHS:
                found.setdefault(fields.named(path), (example, path))
    return found


def test_the_examples_have_every_field_that_gen_knows(folder):
    assert len(fields.known(folder)) > 60
    assert fields.shown() | set(MISPLACED) == fields.known(folder)


def test_each_example_is_a_spec(folder):
    for number, example in enumerate(fields.EXAMPLES):
        (folder / f"example-{number}.yaml").write_text(json.dumps(example, indent=1), encoding="utf-8")
        tools.gen("all", folder / f"example-{number}.yaml", "-o", folder / f"output-{number}")


@pytest.mark.parametrize("field", MISPLACED)
def test_a_key_that_would_mean_nothing_is_refused(field, folder):
    path = field.replace("controls[]", "controls.0").split(".")
    path = [int(step) if step.isdigit() else step for step in path]
    example = fields.EXAMPLES[3] | {"alarm": {}, "metric": {}}
    answer = tools.gen(
        "cloudformation", "-", check=False, cwd=folder, input=json.dumps(fields.changed(example, path, MISPLACED[field]), indent=1))
    assert (answer.returncode, answer.stdout) == (1, "") and f"'{field.rsplit('.', 1)[1]}'" in answer.stderr, answer.stderr


def test_every_free_text_is_taken_through_the_tools():
    """Each field is in every one of the specs of the hostile proofs, which together hold the thousands of texts."""
    assert MANY >= 2000
    texts = {}
    for chosen in batches(MANY):
        spec = hostile.spec("hostile", chosen)
        for path in fields.scalars(spec):
            texts.setdefault("tags" if path[0] == "tags" else fields.named(path), []).append(path)
    assert {field: len(texts.get(field, [])) for field in FREE if len(texts.get(field, [])) < len(batches(MANY))} == {}


def chosen_words():
    words = random.Random(SEED).sample(sorted(set(hostile.WORDS)), WORDS)
    return [*words, "a\nb", "$(touch canary)", "'; touch canary; '", '"', "${AWS::Region}", "%{if true}", "{{resolve:ssm:x:1}}"]


@pytest.mark.parametrize("field", sorted(leaves()))
def test_what_is_no_free_text_refuses_what_it_does_not_know(field, folder):
    example, path = leaves()[field]
    words, files = chosen_words(), []
    for number, word in enumerate(words):
        files.append(folder / f"{number}.yaml")
        files[-1].write_text(json.dumps(fields.changed(example, path, word), indent=1), encoding="utf-8")
    answer = tools.gen("lint", "--format", "json", *files, check=False, cwd=folder)
    errors = {entry["file"] for entry in json.loads(answer.stdout)["findings"] if entry["severity"] == "error"}
    taken = [word for word, file in zip(words, files) if str(file) not in errors]
    assert errors and all(HARMLESS.fullmatch(word) for word in taken), taken
