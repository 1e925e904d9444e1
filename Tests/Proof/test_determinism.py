"""The same spec gives the same bytes in every process."""

import os

import pytest

from rig import tools
from rig.deployment import templates

pytestmark = pytest.mark.xdist_group("determinism")


def files(folder):
    return {path.relative_to(folder): (path.read_bytes(), path.stat().st_mode) for path in sorted(folder.rglob("*"))
            if path.is_file()}


def chosen():
    """Options that name every template."""
    return [word for name in templates() for word in ("-t", name)]


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The folder that each of three processes wrote, two with seeds of their own for hashing and one with a given one."""
    folders = []
    for seed in (None, None, "1"):
        environment = {key: value for key, value in os.environ.items() if key != "SWIFT_DETERMINISTIC_HASHING"}
        if seed:
            environment["SWIFT_DETERMINISTIC_HASHING"] = seed
        folders.append(tmp_path_factory.mktemp("run"))
        tools.gen("all", *chosen(), "-o", folders[-1], env=environment, cwd=folders[-1])
    return folders


def test_processes_with_different_hash_seeds_write_the_same_bytes(runs):
    seen = [files(folder) for folder in runs]
    assert seen[0] and seen[0] == seen[1] == seen[2]


def test_no_path_of_the_machine_reaches_an_artefact(runs):
    home = os.path.expanduser("~").encode()
    for path, (content, _) in files(runs[0]).items():
        for forbidden in (str(runs[0]).encode(), str(tools.REPOSITORY).encode(), home):
            assert forbidden not in content, f"{path} names {forbidden}"
