"""Runs a shell script with an `aws` that writes its words down and answers as an account did; nothing leaves the machine."""

import os
import re
import subprocess

from rig import tools

PRELUDE = "sleep() { :; }\n"
FAULT = re.compile(r"line (\d+): ([^\s$]\S*): (command not found|unbound variable)$", re.M)
VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)")
FUNCTION = re.compile(r"^([A-Za-z_]\w*)\(\)", re.M)


def run(script, folder, aws, arguments=(), variables=None):
    """What `bash -n` says, the words after `aws` of each call, and what bash could not do, each in a list."""
    path = folder / "script.sh"
    path.write_text(script)
    (folder / "prelude").write_text(PRELUDE)
    log = folder / "calls"
    log.write_bytes(b"")
    environment = tools.environment() | {"BASH_ENV": str(folder / "prelude"), "CALLS": str(log)} | (variables or {})
    environment["PATH"] = f"{aws}{os.pathsep}{environment['PATH']}"
    syntax = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, check=False)
    if syntax.returncode != 0:
        return syntax.stderr, [], []
    with open(folder / "said", "w") as said:
        try:
            subprocess.run(["bash", "+e", str(path), *arguments], cwd=folder, env=environment, stdout=said, stderr=said,
                           stdin=subprocess.DEVNULL, timeout=20, check=False)
        except subprocess.TimeoutExpired:
            pass
    calls = [record.decode("utf-8", "replace").split("\0")[:-1] for record in log.read_bytes().split(b"\x1e\0") if record]
    return "", calls, list(faults(script, (folder / "said").read_text(errors="replace")))


def faults(script, said):
    """What bash stopped at, but for the parameters of a function, which its callers may give or not. A program may have any name, but not that of an option or a test, not that of a variable, and not that of a function which a here-document swallowed."""
    names = {match[1] for pattern in (FUNCTION, VARIABLE) for match in pattern.finditer(script)}
    for match in FAULT.finditer(said):
        if match[3] == "unbound variable" or match[2][0] in "-=[" or match[2] in names:
            yield match[0]
