"""An `aws` that writes down which operation it is called for and hands the call on."""

import shlex
import stat
from pathlib import Path

CLIENT = """#!/bin/sh
printf '%s %s\\n' "$1" "$2" >>{log}
exec {program} "$@"
"""


class RecordingAWS:
    """`folder` goes first on PATH; `calls` are the service and operation of each call."""

    def __init__(self, folder, program):
        self.folder = Path(folder)
        self._log = self.folder / "calls"
        client = self.folder / "aws"
        client.write_text(CLIENT.format(log=shlex.quote(str(self._log)), program=shlex.quote(str(program))))
        client.chmod(client.stat().st_mode | stat.S_IXUSR)

    @property
    def calls(self):
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
