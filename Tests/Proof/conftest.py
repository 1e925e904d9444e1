"""What the proofs share: one simulator for the run, emptied before every test that asks for it."""

import os
import tempfile

import pytest

from rig import tools
from rig.deployment import Artefacts, Deployments, load_spec
from rig.kept_provider import KeptProvider
from rig.preloaded_aws import PreloadedAWS
from rig.simulator import Simulator

# Prowler is too heavy to come along: `make proof-prowler` installs it and says where it is.
collect_ignore = [] if os.environ.get("GEN_PROWLER") else ["test_prowler.py"]


@pytest.fixture(scope="session")
def running_simulator(tmp_path_factory):
    try:
        binary = tools.binary()
    except RuntimeError:
        binary = None
    simulator = Simulator(tmp_path_factory.mktemp("simulator") / "server.log", binary)
    yield simulator
    simulator.stop()


@pytest.fixture
def simulator(running_simulator):
    running_simulator.reset()
    return running_simulator


@pytest.fixture(scope="session")
def deployments(running_simulator, tmp_path_factory):
    """With the `aws` of the environment, as an operator has it."""
    return Deployments(running_simulator, tmp_path_factory.mktemp("deployments"))


@pytest.fixture(scope="session")
def kept_provider():
    provider = KeptProvider()
    yield provider
    provider.stop()


@pytest.fixture(scope="session")
def quick_deployments(running_simulator, kept_provider, tmp_path_factory):
    """With the same AWS CLI and AWS provider kept in memory, for the proofs that run them again and again."""
    aws = PreloadedAWS(tempfile.mkdtemp(prefix="aws"), tools.environment())
    yield Deployments(running_simulator, tmp_path_factory.mktemp("quick"), aws=aws.folder, provider=kept_provider)
    aws.stop()


@pytest.fixture(scope="session")
def built_in(tmp_path_factory):
    """A built-in template by name: its spec and its artefacts as this binary writes them."""
    folder = tmp_path_factory.mktemp("templates")

    def find(name):
        path = tools.REPOSITORY / "templates" / f"{name}.yaml"
        if not (folder / name).exists():
            tools.gen("all", path, "-o", folder)
        return load_spec(path), Artefacts(folder / name)

    return find
