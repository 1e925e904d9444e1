"""Reads scripts from standard input and writes for each what bash says of its structure, and why its commands are refused.

The input has `subjects`, by name a folder with an `aws`, the arguments and the variables, and `scripts`, by name a subject and a text.
"""

import json
import sys
from pathlib import Path

from rig import script_calls
from rig.aws_in_process import InProcessCLI


def main():
    cli, verdicts, root, given = InProcessCLI(), {}, Path(sys.argv[1]), json.load(sys.stdin)
    for name, (subject, text) in given["scripts"].items():
        folder = root / name
        folder.mkdir()
        syntax, calls, faults = script_calls.run(text, folder, *given["subjects"][subject])
        verdicts[name] = syntax, faults + [reason for words in calls for reason in cli.refusals(words, folder)]
    json.dump(verdicts, sys.stdout)


if __name__ == "__main__":
    main()
