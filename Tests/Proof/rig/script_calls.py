"""Runs a shell script with an `aws` that writes its words down and answers something plausible; nothing leaves the machine."""

import subprocess

from rig import tools

PRELUDE = r"""
aws() {
  { printf '%s\0' "${BASH_LINENO[0]}" "$@"; printf '\036\0'; } >>"$CALLS"
  case "$1 $2" in
  'sts get-caller-identity') echo 111122223333 ;;
  'sns create-topic') echo arn:aws:sns:us-east-1:111122223333:alarms ;;
  'iam create-role' | 'iam get-role') echo arn:aws:iam::111122223333:role/trail ;;
  'kms create-key') echo 11111111-2222-3333-4444-555555555555 ;;
  'logs describe-log-groups') echo 'arn:aws:logs:us-east-1:111122223333:log-group:trail:*' ;;
  'sns subscribe') echo arn:aws:sns:us-east-1:111122223333:alarms:11111111-2222-3333-4444-555555555555 ;;
  'cloudwatch describe-alarms') echo Root Console ;;
  esac
  return 0
}
export -f aws
sleep() { :; }
"""


def calls(script, folder):
    """The exit status of `bash -n`, and the calls: pairs of a line and the words after `aws`."""
    path = folder / "script.sh"
    path.write_text(script)
    (folder / "prelude").write_text(PRELUDE)
    log = folder / "calls"
    log.write_bytes(b"")
    environment = tools.environment() | {"BASH_ENV": str(folder / "prelude"), "CALLS": str(log)}
    syntax = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, check=False)
    if syntax.returncode != 0:
        return syntax.stderr, []
    with open(folder / "said", "w") as said:
        try:
            subprocess.run(["bash", "+e", str(path)], cwd=folder, env=environment, stdout=said, stderr=said, stdin=subprocess.DEVNULL, timeout=20, check=False)
        except subprocess.TimeoutExpired:
            pass
    found = []
    for record in log.read_bytes().split(b"\x1e\0"):
        if record:
            line, *words = record.decode("utf-8", "replace").split("\0")[:-1]
            found.append((int(line), words))
    return "", found
