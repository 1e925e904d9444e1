"""The scripts that are broken: those of people, and those that gen writes with the answers of the account in which they ran."""

from pathlib import Path

from rig import tools
from rig.deployment import load_spec
from rig.existing import prepare
from rig.expected import Place
from rig.legs.script import Script
from rig.organization import Organization
from rig.recorded_answers import Answers, Recorder

OWN = tools.REPOSITORY / "Tests" / "Proof" / "artefacts"
# In this order each finds what the one before it left: the second run of apply.sh takes the other branch of every question.
RUNS = (("new", "apply.sh"), ("again", "apply.sh"), ("same", "verify.sh"), ("raised", "test.sh", "--raise-alarm", "--yes"), ("gone", "remove.sh", "--yes"))
STACK_SET_RUNS = (("made", "stackset.sh", "apply"), ("shown", "stackset.sh", "show"), ("removed", "stackset.sh", "remove", "--yes"))


class Subject:
    """A script with its arguments and variables; an `aws` in a folder of its own answers as the account did."""

    def __init__(self, name, path, answers, folder, arguments=(), variables=None):
        self.name, self.text = name, Path(path).read_text(encoding="utf-8")
        self.folder, self.arguments, self.variables = Path(folder) / name, arguments, variables or {}
        self.folder.mkdir()
        answers.write(self.folder)

    @property
    def run(self):
        """What `script_calls.run` takes behind a text and a folder."""
        return str(self.folder), list(self.arguments), self.variables


class Subjects:
    """`folder` gets an `aws` for each script; `aws` is the folder of the one that talks to the simulator."""

    def __init__(self, simulator, aws, folder):
        self._simulator, self._folder = simulator, Path(folder)
        self._recorder = Recorder(self._folder / "recorder", Path(aws) / "aws")

    def own(self):
        return [Subject(path.stem, path, Answers(), self._folder) for path in sorted(OWN.glob("*.sh"))]

    def written(self, template):
        """The scripts of a template in an account."""
        self._simulator.reset()
        prepare(load_spec(tools.REPOSITORY / "templates" / f"{template}.yaml"), self._simulator.address, Place())
        return self._ran(template, RUNS, {})

    def stack_set(self, template):
        """`stackset.sh` of a template in an organization with one member."""
        self._simulator.reset()
        organization = Organization(self._simulator.address)
        unit = organization.unit("members")
        organization.account("first", unit)
        return self._ran(template, STACK_SET_RUNS, {"ORGANIZATIONAL_UNITS": unit})

    def _ran(self, template, runs, variables):
        folder = tools.REPOSITORY / "output" / template
        script = Script(folder, self._simulator.address, tools.REGION, aws=self._recorder.folder)
        for state, name, *arguments in runs:
            # That an e-mail subscription waits for its confirmation is a difference that verify.sh tells.
            script.run(name, *arguments, variables=variables, check=name != "verify.sh")
            yield Subject(f"{template}-{state}", folder / name, self._recorder.answers(), self._folder, arguments, variables)
