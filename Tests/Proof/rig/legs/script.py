"""Runs the runbook's scripts with the real `aws`."""

import os
import subprocess
from pathlib import Path

from .. import tools


class Script:
    def __init__(self, folder, endpoint, region, shell="sh", aws=None):
        """`aws` is a folder that holds another `aws` than the one on PATH."""
        self.folder = Path(folder)
        self.shell = shell
        self._environment = tools.environment(endpoint, region)
        tools.tool("aws")
        if aws:
            self._environment["PATH"] = f"{aws}{os.pathsep}{self._environment['PATH']}"

    def run(self, name, *arguments, variables=None, check=True, timeout=300):
        result = subprocess.run(
            [self.shell, str(self.folder / name), *arguments], cwd=self.folder,
            env=self._environment | (variables or {}), capture_output=True, text=True, check=False, timeout=timeout,
            stdin=subprocess.DEVNULL)
        if check and result.returncode != 0:
            raise AssertionError(f"{name}: {result.returncode}\n{result.stdout}{result.stderr}")
        return result

    def deploy(self, variables=None):
        return self.run("apply.sh", variables=variables)

    def verify(self, variables=None):
        return self.run("verify.sh", variables=variables, check=False)

    def remove(self, variables=None):
        return self.run("remove.sh", "--yes", variables=variables)
