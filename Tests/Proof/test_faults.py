"""Faults while writing: the old files or the new ones, never a mixture."""

import functools
import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager

import pytest
import yaml

from rig import hostile, tools


def spec_file(folder, title):
    spec = hostile.spec("faults", [f"{title} {number}" for number in range(60)])
    path = folder / f"{title}.yaml"
    path.write_text(yaml.safe_dump(spec, allow_unicode=True, width=10_000), encoding="utf-8")
    return path


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def ages(tmp_path_factory):
    """The folder of the old artefacts, the files of the new ones, and the spec of the new ones."""
    folder = tmp_path_factory.mktemp("ages")
    for age in ("old", "new"):
        tools.gen("all", spec_file(folder, age), "-o", folder / f"{age}-output")
    return folder / "old-output", content(folder / "new-output"), folder / "new.yaml"


@pytest.fixture
def before(ages, tmp_path):
    """Old artefacts, new artefacts for comparison, and the spec of the new ones."""
    old, new, spec = ages
    output = shutil.copytree(old, tmp_path / "output")
    return output, content(output), new, spec


def artefacts(output):
    """What each spec's folder holds; an interrupted run may leave a folder of its own beside them, whose name begins with a dot."""
    return {folder.name: content(folder) for folder in output.iterdir() if folder.is_dir() and folder.name[0] != "."}


@functools.cache
def duration(*specs):
    """Seconds of a run over as many specs that nobody interrupts."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        tools.gen("all", *specs, "-o", folder)
        return time.monotonic() - begun


def moments(seed, whole):
    """A moment of a run, more often towards its end, where the files are written."""
    dice = random.Random(seed)
    return whole * max(dice.uniform(0, 1.1), dice.uniform(0, 1.1))


def interrupted(seconds, sent, *arguments):
    """Runs gen and sends it a signal after some seconds."""
    process = subprocess.Popen([tools.binary(), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(sent)
    process.wait()


@pytest.mark.parametrize("moment", range(25))
def test_killed_while_writing(before, moment):
    output, old, new, spec = before
    interrupted(moments(moment, duration(spec)), signal.SIGKILL, "all", spec, "-o", output)
    found = {name: data for name, data in content(output).items() if name[0] != "."}
    assert found in (old, new), "the folder holds a mixture"
    tools.gen("all", spec, "-o", output)
    assert content(output) == new, "running again finishes it, and nothing lies about"


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    """Four specs, the folder that they replace and the folder that they make."""
    folder, specs = tmp_path_factory.mktemp("several"), {"old": [], "new": []}
    for age, paths in specs.items():
        for number in range(4):
            spec = hostile.spec(f"faults-{number}", [f"{age} {number} {field}" for field in range(60)])
            path = folder / f"{age}-{number}.yaml"
            path.write_text(yaml.safe_dump(spec, allow_unicode=True, width=10_000), encoding="utf-8")
            paths.append(path)
        tools.gen("all", *paths, "-o", folder / age)
    return specs["new"], folder / "old", folder / "new"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sent: sent.name)
@pytest.mark.parametrize("moment", range(6))
def test_a_run_over_several_specs_is_interrupted_between_or_within_folders(several, tmp_path, moment, sent):
    specs, earlier, other = several
    output = shutil.copytree(earlier, tmp_path / "output")
    old, new = artefacts(output), artefacts(other)
    interrupted(moments(moment, duration(*specs)), sent, "all", *specs, "-o", output)
    found = artefacts(output)
    assert set(found) == set(old)
    for name, files in found.items():
        assert files in (old[name], new[name]), f"{name} holds a mixture"
    tools.gen("all", *specs, "-o", output)
    assert content(output) == content(other), "running again finishes it, and nothing lies about"


def small_files():
    """A full disk in miniature: the process may write 4,000 bytes to a file and no more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))


def test_a_file_that_may_not_grow_leaves_the_old_files(before):
    output, old, _, spec = before
    result = subprocess.run(
        [tools.binary(), "all", str(spec), "-o", str(output)], capture_output=True, text=True, preexec_fn=small_files, check=False)
    assert result.returncode == 74, result.stderr
    assert content(output) == old


def test_a_full_disk_leaves_the_old_files(before, tmp_path):
    if os.geteuid() != 0:
        tools.missing("mount", "only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False)
    if mounted.returncode != 0:
        tools.missing("mount", mounted.stderr.decode())
    try:
        (disk / "filler").write_bytes(b"x" * 60_000)
        result = tools.gen("all", before[3], "-o", disk / "output", check=False)
        assert result.returncode == 74, result.stderr
        assert [path.name for path in disk.rglob("*") if path.is_file()] == ["filler"], "half an artefact was left"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def read_only(folder):
    """A folder that nobody may write to, root neither."""
    if os.geteuid() == 0:
        tested = subprocess.run(["chattr", "+i", str(folder)], capture_output=True, check=False)
        if tested.returncode != 0:
            tools.missing("chattr", "root may write to every folder")
        undo = ["chattr", "-i", str(folder)]
    else:
        folder.chmod(0o555)
        undo = ["chmod", "755", str(folder)]
    try:
        yield
    finally:
        subprocess.run(undo, check=True)


def test_a_read_only_folder_is_an_error_and_nothing_changes(before):
    output, old, _, spec = before
    with read_only(next(path for path in output.iterdir() if path.is_dir())):
        result = tools.gen("all", spec, "-o", output, check=False)
        assert result.returncode == 74, result.stderr
        assert content(output) == old


ONE_FILE = {
    "cloudformation.yaml": ["cloudformation"], "main.tf.json": ["terraform"], "apply.sh": ["cli"],
    "verify.sh": ["cli", "--action", "verify"], "stackset.sh": ["stackset"], "stackset.yaml": ["stackset", "--format", "cloudformation"],
}
SPEC = ["-t", "member-accounts"]


@pytest.fixture
def replaced(request, tmp_path):
    """A command that writes one file, the file as it was before, and what it will be."""
    command = [*ONE_FILE[request.param], *SPEC]
    file = tmp_path / "written" / request.param
    file.parent.mkdir()
    file.write_text("old\n", encoding="utf-8")
    return [*command, "-o", file], file, tools.gen(*command).stdout


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_closed_pipe_is_an_error_without_a_trap(name):
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [tools.binary(), *ONE_FILE[name], *SPEC], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert result.returncode in (74, -signal.SIGPIPE), f"{result.returncode}: {result.stderr}"


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_full_device_on_standard_output_is_an_error(name):
    if not os.path.exists("/dev/full"):
        tools.missing("/dev/full")
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [tools.binary(), *ONE_FILE[name], *SPEC], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 74, result.stderr


@pytest.mark.parametrize("moment", range(4))
@pytest.mark.parametrize("replaced", ONE_FILE, indirect=True)
def test_a_single_file_is_the_old_one_or_the_new_one_when_killed(replaced, moment):
    command, file, new = replaced
    interrupted(moments(moment, duration(*SPEC)), signal.SIGKILL, *command)
    assert file.read_text(encoding="utf-8") in ("old\n", new)
    tools.gen(*command)
    assert file.read_text(encoding="utf-8") == new


@pytest.mark.parametrize("replaced", ONE_FILE, indirect=True)
def test_a_single_file_that_may_not_grow_leaves_the_old_one(replaced):
    command, file, _ = replaced
    result = subprocess.run(
        [tools.binary(), *map(str, command)], capture_output=True, text=True, preexec_fn=small_files, check=False)
    assert result.returncode == 74, result.stderr
    assert content(file.parent) == {file.name: b"old\n"}, "the old file, and no piece of the new one"


@pytest.mark.parametrize("replaced", ONE_FILE, indirect=True)
def test_a_read_only_folder_leaves_a_single_file(replaced):
    command, file, _ = replaced
    with read_only(file.parent):
        result = tools.gen(*command, check=False)
        assert result.returncode == 74 and file.name in result.stderr, result.stderr
    assert content(file.parent) == {file.name: b"old\n"}


def test_a_spec_with_an_error_writes_nothing_and_changes_nothing(before):
    output, old, _, spec = before
    broken = output.with_name("broken.yaml")
    broken.write_text(spec.read_text(encoding="utf-8").replace("version: 1", "version: 1\nsurprise: 1"), encoding="utf-8")
    result = tools.gen("all", spec, broken, "-o", output, check=False)
    assert result.returncode == 1 and "GEN" in result.stderr
    assert content(output) == old, "one bad spec of two must stop both"
