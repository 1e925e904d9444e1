"""What an account answers to the calls of a script, written down once and given again without an account: thousands of runs cost no call."""

import shlex
import stat
from pathlib import Path

# The words, what came back on both outputs, and the status: a folder a call.
RECORDER = """#!/bin/sh
call={log}/$(date +%s%N).$$
mkdir "$call"
printf '%s\\0' "$@" >"$call/words"
status=0
{program} "$@" >"$call/output" 2>"$call/error" || status=$?
echo "$status" >"$call/status"
cat "$call/output"
cat "$call/error" >&2
exit "$status"
"""

# Writes its words down too, so that a script's calls can be judged one by one.
REPLAY = """#!/bin/sh
{{ printf '%s\\0' "$@"; printf '\\036\\0'; }} >>"$CALLS"
say() {{
  printf '%s' "$2"
  printf '%s' "$3" >&2
  exit "$1"
}}
# How often this was asked before.
count() {{
  read -r asked 2>/dev/null <"$CALLS.$1" || asked=0
  echo "$((asked + 1))" >"$CALLS.$1"
}}
case "$*" in
{exact}
esac
case "$1 $2" in
{like}
esac
"""

# For scripts that nobody ran: what a person's script goes on with.
PLAUSIBLE = {
    "sts get-caller-identity": "111122223333",
    "sns create-topic": "arn:aws:sns:us-east-1:111122223333:alarms",
    "iam create-role": "arn:aws:iam::111122223333:role/trail",
    "iam get-role": "arn:aws:iam::111122223333:role/trail",
    "kms create-key": "11111111-2222-3333-4444-555555555555",
    "logs describe-log-groups": "arn:aws:logs:us-east-1:111122223333:log-group:trail:*",
    "sns subscribe": "arn:aws:sns:us-east-1:111122223333:alarms:11111111-2222-3333-4444-555555555555",
    "cloudwatch describe-alarms": "Root Console",
}


class Answers:
    """`calls` are words, output, error and status of each call, in their order."""

    def __init__(self, calls=()):
        self.calls = list(calls)

    def write(self, folder):
        """Puts an `aws` into a folder: the answers to the same words in their order, else those to the same operation; the last one stays."""
        exact, like = {}, {}
        for words, *answer in self.calls:
            exact.setdefault(" ".join(words), []).append(answer)
            like.setdefault(" ".join(words[:2]), []).append(answer)
        for operation, text in PLAUSIBLE.items():
            like.setdefault(operation, [(text + "\n", "", 0)])
        put(folder, REPLAY.format(exact=arms(exact, "words"), like=arms(like, "operation")))


def arms(table, kind):
    """The branches of a `case` over texts, each with its answers."""
    lines = []
    for number, (text, answers) in enumerate(table.items()):
        said = [f"say {status} {shlex.quote(output)} {shlex.quote(error)}" for output, error, status in answers]
        while len(said) > 1 and said[-1] == said[-2]:
            said.pop()
        if len(said) == 1:
            lines.append(f"{shlex.quote(text)}) {said[0]} ;;")
            continue
        lines.append(f"{shlex.quote(text)})\n  count {kind}-{number}\n  case $asked in")
        lines += [f"  {asked}) {one} ;;" for asked, one in enumerate(said[:-1])]
        lines.append(f"  *) {said[-1]} ;;\n  esac\n  ;;")
    return "\n".join(lines)


class Recorder:
    """`folder` goes first on PATH; `answers` are those since the last time they were asked for."""

    def __init__(self, folder, program):
        self.folder = Path(folder)
        self._log, self._taken = self.folder / "log", set()
        self._log.mkdir(parents=True)
        # Nobody waits for an account that is not there.
        put(self.folder, "#!/bin/sh\n", "sleep")
        put(self.folder, RECORDER.format(log=shlex.quote(str(self._log)), program=shlex.quote(str(program))))

    def answers(self):
        found = []
        for call in sorted(self._log.iterdir()):
            if call.name not in self._taken:
                self._taken.add(call.name)
                words = (call / "words").read_text().split("\0")[:-1]
                found.append((words, (call / "output").read_text(), (call / "error").read_text(), int((call / "status").read_text())))
        return Answers(found)


def put(folder, text, name="aws"):
    client = Path(folder) / name
    client.write_text(text)
    client.chmod(client.stat().st_mode | stat.S_IXUSR)
