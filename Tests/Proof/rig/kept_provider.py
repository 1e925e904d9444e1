"""The real AWS provider kept running, for the proofs that call Terraform hundreds of times.

Terraform starts a provider several times for one command, and each start reads the schemas of all of AWS anew. The provider
can also be started once, as its developers do to debug it, and Terraform is told where it listens. A process of its own
watches over it, so that none is left behind when the tests are killed.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

# Less collecting, more memory: half the processor time of a plan is the garbage of those schemas.
THRIFT = {"GOGC": "400", "GOMEMLIMIT": "1500MiB"}
PLACE = ".terraform/providers/registry.terraform.io/hashicorp/aws/*/*/terraform-provider-aws_*"


class KeptProvider:
    """Starts with the first configuration that is ready; `variables` are those that Terraform needs to find it."""

    def __init__(self):
        self._process, self._variables = None, {}

    def variables(self, folder, environment):
        if self._process is None and (found := sorted(Path(folder).glob(PLACE))):
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(found[-1].resolve())], env=environment | THRIFT, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True)
            for line in self._process.stdout:
                if match := re.search(r"TF_REATTACH_PROVIDERS='(.*)'", line):
                    self._variables = THRIFT | {"TF_REATTACH_PROVIDERS": match[1]}
                    break
            else:
                raise RuntimeError("the provider did not start")
        return self._variables

    def stop(self):
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            self._process.stdout.close()


def watch(program):
    """Runs the provider for as long as whoever started this lives and does not end it."""
    import signal
    provider, parent = subprocess.Popen([program, "-debug"]), os.getppid()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while os.getppid() == parent and provider.poll() is None:
            time.sleep(1)
    finally:
        provider.kill()


if __name__ == "__main__":
    watch(sys.argv[1])
