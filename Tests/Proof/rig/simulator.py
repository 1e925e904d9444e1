"""Starts the account simulator as a process of its own and ends it by its own process id."""

import os
import subprocess
import sys
import urllib.request
from pathlib import Path

PROOF = Path(__file__).resolve().parent.parent
ACCOUNT = "123456789012"


class Simulator:
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
        request = urllib.request.Request(f"{self.address}/moto-api/reset", method="POST")
        with urllib.request.urlopen(request, timeout=30) as answer:
            answer.read()

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=10)
        self._process.stdout.close()
        self._log.close()
