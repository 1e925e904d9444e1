"""Faults while writing: the old files or the new ones, never a mixture."""

import os
import random
import resource
import signal
import subprocess
import time

import pytest
import yaml

from rig import hostile, tools


def spec_file(folder, title):
    spec = hostile.spec("faults", [f"{title} {number}" for number in range(200)])
    path = folder / f"{title}.yaml"
    path.write_text(yaml.safe_dump(spec, allow_unicode=True, width=10_000), encoding="utf-8")
    return path


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def before(tmp_path):
    """Old artefacts, new artefacts for comparison, and the spec of the new ones."""
    old, new = spec_file(tmp_path, "old"), spec_file(tmp_path, "new")
    output, other = tmp_path / "output", tmp_path / "other"
    tools.gen("all", old, "-o", output)
    tools.gen("all", new, "-o", other)
    return output, content(output), content(other), new


def artefacts(output):
    """What each spec's folder holds; an interrupted run may leave a folder of its own beside them, whose name begins with a dot."""
    return {folder.name: content(folder) for folder in output.iterdir() if folder.is_dir() and folder.name[0] != "."}


def interrupted(seconds, sent, *arguments):
    """Runs gen and sends it a signal after some seconds."""
    process = subprocess.Popen([tools.binary(), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(sent)
    process.wait()


@pytest.mark.parametrize("moment", range(25))
def test_killed_while_writing(before, moment):
    output, old, new, spec = before
    interrupted(random.Random(moment).uniform(0, 0.06), signal.SIGKILL, "all", spec, "-o", output)
    found = {name: data for name, data in content(output).items() if name[0] != "."}
    assert found in (old, new), "the folder holds a mixture"
    tools.gen("all", spec, "-o", output)
    assert content(output) == new, "running again finishes it, and nothing lies about"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sent: sent.name)
@pytest.mark.parametrize("moment", range(6))
def test_a_run_over_several_specs_is_interrupted_between_or_within_folders(tmp_path, moment, sent):
    specs, output, other = {}, tmp_path / "output", tmp_path / "other"
    for age in ("old", "new"):
        specs[age] = []
        for number in range(4):
            spec = hostile.spec(f"faults-{number}", [f"{age} {number} {field}" for field in range(200)])
            path = tmp_path / f"{age}-{number}.yaml"
            path.write_text(yaml.safe_dump(spec, allow_unicode=True, width=10_000), encoding="utf-8")
            specs[age].append(path)
    tools.gen("all", *specs["old"], "-o", output)
    tools.gen("all", *specs["new"], "-o", other)
    old, new = artefacts(output), artefacts(other)
    interrupted(random.Random(moment).uniform(0, 0.2), sent, "all", *specs["new"], "-o", output)
    found = artefacts(output)
    assert set(found) == set(old)
    for name, files in found.items():
        assert files in (old[name], new[name]), f"{name} holds a mixture"
    tools.gen("all", *specs["new"], "-o", output)
    assert content(output) == content(other), "running again finishes it, and nothing lies about"


def test_a_file_that_may_not_grow_leaves_the_old_files(before):
    """A full disk in miniature: the process may write 4,000 bytes to a file and no more."""
    output, old, _, spec = before

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    result = subprocess.run(
        [tools.binary(), "all", str(spec), "-o", str(output)], capture_output=True, text=True, preexec_fn=limit, check=False)
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


def test_a_read_only_folder_is_an_error_and_nothing_changes(before):
    output, old, _, spec = before
    inner = next(path for path in output.iterdir() if path.is_dir())
    if os.geteuid() == 0:
        tested = subprocess.run(["chattr", "+i", str(inner)], capture_output=True, check=False)
        if tested.returncode != 0:
            tools.missing("chattr", "root may write to every folder")
        undo = ["chattr", "-i", str(inner)]
    else:
        inner.chmod(0o555)
        undo = ["chmod", "755", str(inner)]
    try:
        result = tools.gen("all", spec, "-o", output, check=False)
        assert result.returncode == 74, result.stderr
        assert content(output) == old
    finally:
        subprocess.run(undo, check=True)


def test_a_closed_pipe_is_an_error_without_a_trap(tmp_path):
    spec = spec_file(tmp_path, "pipe")
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [tools.binary(), "cloudformation", str(spec)], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert result.returncode in (74, -signal.SIGPIPE), f"{result.returncode}: {result.stderr}"


def test_a_full_device_on_standard_output_is_an_error(tmp_path):
    if not os.path.exists("/dev/full"):
        tools.missing("/dev/full")
    spec = spec_file(tmp_path, "device")
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [tools.binary(), "cloudformation", str(spec)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 74, result.stderr


def test_a_spec_with_an_error_writes_nothing_and_changes_nothing(before):
    output, old, _, spec = before
    broken = spec.with_name("broken.yaml")
    broken.write_text(spec.read_text(encoding="utf-8").replace("version: 1", "version: 1\nsurprise: 1"), encoding="utf-8")
    result = tools.gen("all", spec, broken, "-o", output, check=False)
    assert result.returncode == 1 and "GEN" in result.stderr
    assert content(output) == old, "one bad spec of two must stop both"
