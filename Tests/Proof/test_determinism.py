"""The same spec gives the same bytes in every process."""

import os

from rig import tools
from rig.deployment import templates


def files(folder):
    return {path.relative_to(folder): (path.read_bytes(), path.stat().st_mode) for path in sorted(folder.rglob("*"))
            if path.is_file()}


def chosen():
    """Options that name every template."""
    return [word for name in templates() for word in ("-t", name)]


def test_processes_with_different_hash_seeds_write_the_same_bytes(tmp_path):
    seen = []
    for run, seed in enumerate((None, None, "1")):
        environment = {key: value for key, value in os.environ.items() if key != "SWIFT_DETERMINISTIC_HASHING"}
        if seed:
            environment["SWIFT_DETERMINISTIC_HASHING"] = seed
        folder = tmp_path / str(run)
        tools.gen("all", *chosen(), "-o", folder, env=environment)
        seen.append(files(folder))
    assert seen[0] and seen[0] == seen[1] == seen[2]


def test_no_path_of_the_machine_reaches_an_artefact(tmp_path):
    tools.gen("all", *chosen(), "-o", tmp_path, cwd=tmp_path)
    home = os.path.expanduser("~").encode()
    for path, (content, _) in files(tmp_path).items():
        for forbidden in (str(tmp_path).encode(), str(tools.REPOSITORY).encode(), home):
            assert forbidden not in content, f"{path} names {forbidden}"
