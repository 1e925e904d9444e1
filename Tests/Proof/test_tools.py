"""What the real tools say of every artefact: cfn-lint, terraform, shellcheck and two shells."""

import json
import shutil
import subprocess

import pytest

from rig import tools
from rig.deployment import templates
from rig.legs.terraform import Terraform

OUTPUT = tools.REPOSITORY / "output"
# Every shape of artefact, for `make test`; the other templates differ from these in their controls alone.
SHAPES = (
    "central-log-group", "central-topic", "every-checker", "member-accounts", "organizations-changes",
    "organizations-changes-new-trail", "own-pattern")


def artefacts(pattern):
    return sorted(OUTPUT.glob(f"*/{pattern}"))


def identify(path):
    return f"{path.parent.name}/{path.name}"


def is_quick(path):
    return path.parent.name in SHAPES


def slowly(paths):
    """Each artefact, those of the shapes as quick proofs."""
    return [pytest.param(path, marks=[] if is_quick(path) else pytest.mark.slow, id=identify(path)) for path in paths]


def test_every_template_has_its_output():
    assert templates(), "no templates"
    assert [folder.name for folder in sorted(OUTPUT.iterdir()) if folder.is_dir()] == templates()


@pytest.mark.parametrize("quick", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["shapes", "others"])
def test_cfn_lint_finds_nothing(quick):
    """All levels count: errors, warnings and information."""
    paths = [path for path in artefacts("cloudformation*.yaml") + artefacts("stackset*.yaml") if is_quick(path) == quick]
    assert len(paths) >= len(SHAPES)
    found = subprocess.run(
        [tools.tool("cfn-lint"), "--include-checks", "I", "--include-experimental", "--format", "json", "--regions", "us-east-1", "eu-west-1",
         "--", *map(str, paths)], capture_output=True, text=True, check=False)
    assert found.stdout.strip() in ("", "[]"), found.stdout
    assert found.returncode == 0, found.stderr


@pytest.mark.xdist_group("terraform")
def test_terraform_accepts_every_configuration(tmp_path, kept_provider):
    """All configurations as modules of one: one `init` and one `validate` for all, errors and warnings alike."""
    root = Terraform(tmp_path, "http://127.0.0.1:9", tools.REGION, kept_provider)
    modules = {}
    for path in artefacts("main.tf.json"):
        shutil.copytree(path.parent, tmp_path / path.parent.name, ignore=shutil.ignore_patterns("*.sh", "*.yaml"))
        modules[path.parent.name.replace(".", "-")] = {"source": f"./{path.parent.name}"}
    (tmp_path / "all.json").write_text(json.dumps({"module": modules}))
    root.load(tmp_path / "all.json")
    assert root.validate() == []


@pytest.mark.parametrize("path", slowly(artefacts("*.sh")))
def test_shellcheck_finds_nothing(path):
    program = shutil.which("shellcheck") or tools.missing("shellcheck")
    found = subprocess.run([program, "--shell=sh", "--enable=all", "--exclude=SC2249,SC2250,SC2310,SC2312", str(path)],
                           capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("shell", ["sh", "dash", "bash --posix"])
def test_shells_can_read_every_script(shell):
    program, *options = shell.split()
    found = shutil.which(program) or tools.missing(program)
    for path in artefacts("*.sh"):
        read = subprocess.run([found, *options, "-n", str(path)], capture_output=True, text=True, check=False)
        assert (read.returncode, read.stderr) == (0, ""), f"{identify(path)}: {read.stderr}"
        assert path.stat().st_mode & 0o111, f"{identify(path)} is not executable"
