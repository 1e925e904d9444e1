"""Reads scripts by name from standard input and writes for each what bash says of its structure, and why its aws commands are refused."""

import json
import sys
from pathlib import Path

from rig import script_calls
from rig.aws_in_process import InProcessCLI


def main():
    cli, verdicts, root = InProcessCLI(), {}, Path(sys.argv[1])
    for name, text in json.load(sys.stdin).items():
        folder = root / name
        folder.mkdir()
        syntax, calls = script_calls.calls(text, folder)
        verdicts[name] = syntax, [reason for _, words in calls for reason in cli.refusals(words, folder)]
    json.dump(verdicts, sys.stdout)


if __name__ == "__main__":
    main()
