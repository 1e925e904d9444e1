"""Starts the account simulator as a process of its own and ends it by its own process id."""

import os
import signal
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

PROOF = Path(__file__).resolve().parent.parent


class Simulator:
    """`address` is where it listens, on the loopback interface only."""

    def __init__(self, log, binary=None):
        environment = os.environ | {"PYTHONPATH": str(PROOF), "PYTHONDONTWRITEBYTECODE": "1"}
        if binary:
            environment["GEN_BINARY"] = binary
        self._log = open(log, "wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "simulator.server"], cwd=PROOF, env=environment,
            stdout=subprocess.PIPE, stderr=self._log, text=True)
        self.address = self._process.stdout.readline().strip()
        if not self.address.startswith("http://127.0.0.1:"):
            raise RuntimeError(f"the simulator did not start; see {log}")

    def reset(self):
        """Empties every account."""
        post(f"{self.address}/moto-api/reset")

    def copy(self):
        """A second simulator with the same accounts; it ends with the block."""
        return copy_of(self)

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=10)
        self._process.stdout.close()
        self._log.close()


class Copy:
    """A simulator that began as a copy of another."""

    def __init__(self, address):
        self.address = address

    def reset(self):
        post(f"{self.address}/moto-api/reset")

    def page_size(self, size):
        """No answer's page holds more from now on."""
        post(f"{self.address}/proof/page-size/{size}")


@contextmanager
def copy_of(simulator):
    process, address = post(f"{simulator.address}/proof/fork").split()
    try:
        yield Copy(address)
    finally:
        os.kill(int(process), signal.SIGTERM)


def post(url):
    with urllib.request.urlopen(urllib.request.Request(url, method="POST"), timeout=30) as answer:
        return answer.read().decode()
