"""One spec deployed one way to an empty account, and the account read back."""

import itertools
import json
import re
from pathlib import Path

import yaml

from . import tools
from .existing import prepare
from .expected import Place, expected, log_group_of, topic_arn_of
from .legs.cloudformation import CloudFormation
from .legs.script import Script
from .legs.terraform import Terraform
from .normalise import normalised
from .snapshot import Reader

FORMS = ("cloudformation", "terraform", "script")


class Artefacts:
    """The folder that `gen all` wrote for a spec."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.template = self.folder / "cloudformation.yaml"
        self.configuration = self.folder / "main.tf.json"

    def templates(self):
        """The template and, when one could not hold everything, the further ones in their order."""
        further = []
        while (path := self.folder / f"cloudformation-{len(further) + 2}.yaml").exists():
            further.append(path)
        return [self.template, *further]

    def parameters(self):
        """The names in CloudFormation's spelling, with the defaults."""
        return {name: slot["Default"] for name, slot in load_template(self.template).get("Parameters", {}).items()}

    def resources(self):
        """The configuration's resources by type and name."""
        return json.loads(self.configuration.read_text(encoding="utf-8"))["resource"]

    def filters(self):
        """Names and patterns of the template's filters by metric."""
        made = {}
        for resource in load_template(self.template)["Resources"].values():
            if resource["Type"] == "AWS::Logs::MetricFilter":
                fields = resource["Properties"]
                metric = fields["MetricTransformations"][0]["MetricName"]
                made.setdefault(metric, []).append((fields["FilterName"], fields["FilterPattern"]))
        return made

    def variable(self, parameter):
        """The same parameter as Terraform names it."""
        for name in json.loads(self.configuration.read_text())["variable"]:
            if name.replace("_", "") == parameter.lower():
                return name
        raise AssertionError(f"{self.configuration} has no variable for {parameter}")

    def spell(self, form, values):
        """Parameter values with the names of a form."""
        if form == "cloudformation":
            return values
        spelled = {self.variable(name): str(value) for name, value in values.items()}
        return spelled if form == "terraform" else {name.upper(): value for name, value in spelled.items()}


class Deployments:
    """Deploys to one simulator. Every deployment begins with an empty account that has what the spec calls existing."""

    def __init__(self, simulator, folder, place=Place(), aws=None, provider=None):
        self.simulator, self.place, self.aws, self.provider = simulator, place, aws, provider
        self.stack = CloudFormation(simulator.address, place.region)
        self._folder, self._terraform = Path(folder), None

    @property
    def terraform(self):
        if self._terraform is None:
            self._terraform = Terraform(
                self._folder / "terraform", self.simulator.address, self.place.region, self.provider)
        return self._terraform

    def stacks(self):
        """A stack for each template."""
        yield self.stack
        for number in itertools.count(2):
            yield CloudFormation(self.simulator.address, self.place.region, f"{self.stack.stack}-{number}")

    def script(self, artefacts, shell="sh"):
        return Script(artefacts.folder, self.simulator.address, self.place.region, shell, self.aws)

    def begin(self, spec):
        self.simulator.reset()
        if self._terraform:
            self._terraform.clear()
        prepare(spec, self.simulator.address, self.place)

    def deploy(self, form, artefacts, spec, values=None):
        """Deploys and returns the account."""
        values = artefacts.spell(form, given(spec, self.place, form) | (values or {}))
        if form == "cloudformation":
            for stack, template in zip(self.stacks(), artefacts.templates()):
                stack.deploy(template.read_text(encoding="utf-8"), declared(values, template))
        elif form == "terraform":
            self.terraform.load(artefacts.configuration)
            self.terraform.deploy(values)
        else:
            self.script(artefacts).deploy(values)
        return self.read(spec)

    def read(self, spec):
        return normalised(self.snapshot(), names_bucket(spec))

    def snapshot(self):
        return Reader(self.simulator.address, self.place.region).snapshot()

    def wanted(self, spec, artefacts=None):
        """What an empty account has before, and what the spec describes."""
        self.begin(spec)
        return self.described(spec, artefacts)

    def described(self, spec, artefacts=None):
        """What is there now, and what the spec describes."""
        chosen = artefacts.filters() if artefacts and {"satisfy", "coverage"} & set(spec) else None
        before, asked = self.read(spec), expected(spec, self.place, chosen)
        return {kind: before[kind] | asked[kind] for kind in before}


def given(spec, place, form="cloudformation"):
    """The parameters that a deployment must set: an existing topic is in the account of the proof, and not every form
    looks up a log group."""
    topic = (spec.get("notify") or {}).get("topic") or {}
    values = {"TopicArn": topic_arn_of(spec, place)} if "existing" in topic else {}
    finds = {"cloudformation": (), "terraform": ("logGroupPrefix",), "script": ("logGroupPrefix", "trail")}[form]
    ways = set((spec.get("trail") or {}).get("existing") or {}) - {"logGroup", *finds}
    return values | ({"LogGroupName": log_group_of(spec)} if ways else {})


def declared(values, template):
    """Those of the values that a template has parameters for."""
    parameters = load_template(template).get("Parameters", {})
    return {name: value for name, value in values.items() if name in parameters}


def names_bucket(spec):
    return bool(((spec.get("trail") or {}).get("create") or {}).get("bucket"))


class TemplateLoader(yaml.SafeLoader):
    """Reads a template with its short-form functions in their long form."""


def function(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


TemplateLoader.add_multi_constructor("!", function)


def load_template(path):
    return yaml.load(Path(path).read_text(encoding="utf-8"), Loader=TemplateLoader)


def load_spec(path):
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))


def written(spec, folder):
    """Writes a spec and all its artefacts; returns the artefacts."""
    folder = Path(folder)
    path = folder / "spec.yaml"
    path.write_text(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    tools.gen("all", path, "-o", folder / "output")
    return Artefacts(folder / "output" / spec["name"])


def templates():
    """The names of the built-in templates, in order."""
    return sorted(path.stem for path in (tools.REPOSITORY / "templates").glob("*.yaml"))


def safe_name(text):
    return re.sub("[^A-Za-z0-9]+", "-", text).strip("-")
