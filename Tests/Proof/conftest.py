"""What the proofs share: one simulator for the run, emptied before every test that asks for it."""

import pytest

from rig.simulator import Simulator
from rig import tools


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
