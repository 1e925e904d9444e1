"""Hostile texts in every free-text field of a spec, through `gen` and the real tools, to what the service was told."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import yaml
from cfnlint.decode import decode

from rig import hostile, tools
from rig.compare import differences
from rig.deployment import load_template, written
from rig.legs.terraform import Terraform

MANY, PER_SPEC, SEED = 2100, 150, 20260915
FAST = 1  # batches that `make test` takes


def batches(count):
    chosen = hostile.texts(count, SEED)
    return [chosen[start:start + PER_SPEC] for start in range(0, count, PER_SPEC)]


def cases():
    for number, chosen in enumerate(batches(MANY)):
        yield pytest.param(chosen, id=f"batch-{number}", marks=[] if number < FAST else pytest.mark.slow)


@pytest.fixture
def tripwire():
    """Listens where some of the texts point. Nobody may come."""
    visits = []

    class Visit(BaseHTTPRequestHandler):
        def do_GET(self):
            visits.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Visit)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_port}", visits
    server.shutdown()
    server.server_close()


def make(chosen, tmp_path, wire, longest=hostile.longest()):
    """The spec and its artefacts, the texts pointing at the tripwire."""
    spec = hostile.spec("hostile", [text.replace("127.0.0.1:1", wire) for text in chosen])
    for control, long in zip(spec["controls"], longest):
        control["pattern"] = long
    return spec, written(spec, tmp_path)


def untouched(tmp_path, artefacts, visits):
    canaries = [path for path in (*tmp_path.rglob("canary*"), *artefacts.folder.rglob("canary*"))]
    assert canaries == [] and visits == [], "a text was run, expanded or fetched"


def texts_of(templates):
    """Filters with their patterns, and alarms with their tags, as plain texts whatever a loader makes of them."""
    filters, alarms = {}, {}
    for resource in (resource for template in templates for resource in template["Resources"].values()):
        properties = resource["Properties"]
        if resource["Type"] == "AWS::Logs::MetricFilter":
            filters[str(properties["FilterName"])] = str(properties["FilterPattern"])
        elif resource["Type"] == "AWS::CloudWatch::Alarm":
            alarms[str(properties["AlarmName"])] = {str(tag["Key"]): str(tag["Value"]) for tag in properties["Tags"]}
    return filters, alarms


@pytest.mark.parametrize("chosen", cases())
def test_yaml_loaders_read_every_text_as_it_was(chosen, tmp_path, tripwire):
    spec, artefacts = make(chosen, tmp_path, tripwire[0])
    wanted = (
        {control["filterName"]: control["pattern"] for control in spec["controls"]},
        {name: spec["tags"] for control in spec["controls"] for name in hostile.alarm_names(spec, control)})
    assert texts_of(map(load_template, artefacts.templates())) == wanted
    decoded = [decode(str(path)) for path in artefacts.templates()]
    assert not any(matches for _, matches in decoded), decoded
    assert texts_of(template for template, _ in decoded) == wanted
    untouched(tmp_path, artefacts, tripwire[1])


@pytest.mark.xdist_group("terraform")
@pytest.mark.parametrize("chosen", cases())
def test_terraform_plans_every_text_as_it_was(chosen, tmp_path, tripwire, running_simulator, kept_provider):
    spec, artefacts = make(chosen, tmp_path, tripwire[0], hostile.longest()[:1])
    terraform = Terraform(tmp_path / "terraform", running_simulator.address, tools.REGION, kept_provider)
    terraform.load(artefacts.configuration)
    resources = planned(terraform)
    for control in spec["controls"]:
        found = resources[("aws_cloudwatch_log_metric_filter", "name", control["filterName"])]
        assert found["pattern"] == control["pattern"]
        assert found["metric_transformation"][0]["name"] == control["metric"]["name"]
        for name in hostile.alarm_names(spec, control):
            alarm = resources[("aws_cloudwatch_metric_alarm", "alarm_name", name)]
            assert control["title"] in alarm["alarm_description"]
            assert alarm["tags"] == spec["tags"]
    untouched(tmp_path, artefacts, tripwire[1])


def planned(terraform):
    """Planned resources by type and name."""
    plan = terraform.plan()
    found = {}
    for resource in plan["planned_values"]["root_module"]["resources"]:
        for key in ("alarm_name", "name"):
            if key in resource.get("values", {}):
                found[(resource["type"], key, resource["values"][key])] = resource["values"]
    return found


@pytest.mark.parametrize("form", ["cloudformation", "script"])
@pytest.mark.parametrize("chosen", cases())
def test_the_service_is_told_every_text_as_it_was(form, chosen, tmp_path, tripwire, quick_deployments):
    deployments = quick_deployments
    spec, artefacts = make(chosen, tmp_path, tripwire[0])
    wanted = deployments.wanted(spec)
    found = deployments.deploy(form, artefacts, spec)
    different = differences(wanted, found)
    assert not different, "\n".join(map(str, different[:20]))
    untouched(tmp_path, artefacts, tripwire[1])


INJECTIONS = (
    "$(touch canary)", "`touch canary`", "'; touch canary; '", '"; touch canary; "', '","injected":"x', "a\nb", "a\n\ntouch canary",
    "file:///etc/passwd", "-rf", "--query", "a b", "*", "${HOME}", "é", "",
)


@pytest.mark.slow
@pytest.mark.parametrize("value", INJECTIONS)
def test_an_environment_variable_changes_its_own_value_or_is_refused(value, tmp_path, quick_deployments):
    deployments = quick_deployments
    spec = hostile.spec("variables", ["x"])
    artefacts = written(spec, tmp_path)
    for parameter in artefacts.parameters():
        variable = artefacts.spell("script", {parameter: value})
        usual = deployments.wanted(spec)
        result = deployments.script(artefacts).run("apply.sh", variables=variable, check=False)
        if result.returncode == 0:
            changed = differences(usual, deployments.read(spec))
            assert value == "" or all(value in str(entry) for entry in changed), f"{parameter}: {changed}"
        else:
            left = deployments.read(spec)
            assert left["alarms"] == {} and left["metricFilters"] == {}, f"{parameter}: refused half-way"
            assert next(iter(variable)) in result.stderr, f"the refusal does not name the variable:\n{result.stderr}"
        assert not list(artefacts.folder.rglob("canary*")), f"{parameter} was run"


REFUSED = {
    "control character": "a\x07b", "line break": "a\nb", "tab": "a\tb", "delete": "a\x7fb", "next line": "a\x85b",
    "line separator": "a\u2028b", "leading space": " a", "trailing space": "a ", "no-break space": "a\u00a0",
}


@pytest.mark.parametrize("why", REFUSED)
@pytest.mark.parametrize("field", ["title", "filterName", "metric", "alarm", "pattern", "tag", "tag key", "prefix", "account"])
def test_what_no_form_can_carry_is_refused_with_its_place(why, field, tmp_path):
    spec = hostile.spec("refused", ["x"])
    text, control = REFUSED[why], spec["controls"][0]
    if field in ("metric", "alarm"):
        control[field]["name"] = text
    elif field == "tag":
        spec["tags"] = {"Owner": text}
    elif field == "tag key":
        spec["tags"] = {text: "security"}
    elif field == "prefix":
        spec["alarm"]["namePrefix"] = text
    elif field == "account":
        spec["perAccount"]["accounts"][0]["name"] = text
    elif field == "pattern" and why.endswith("space"):
        control["pattern"] = text.replace("a", '{ $.x = "a" }')
    elif field == "pattern":
        control["pattern"] = f'{{ $.x = "{text}" }}'
    else:
        control[field] = text
    with pytest.raises(AssertionError, match=r"spec.yaml:\d+:\d+: error\[GEN\d{4}\]"):
        written(spec, tmp_path)
    assert not (tmp_path / "output").exists(), "something was written"


@pytest.mark.parametrize("field", ["title", "filterName", "alarm"])
def test_a_dynamic_reference_is_refused_where_cloudformation_would_resolve_it(field, tmp_path):
    spec = hostile.spec("resolve", ["x"])
    text, control = "{{resolve:ssm:secret:1}}", spec["controls"][0]
    if field == "alarm":
        control["alarm"]["name"] = text
    else:
        control[field] = text.replace(":", "") if field == "filterName" else text
    if field == "filterName":
        written(spec, tmp_path)
        return
    with pytest.raises(AssertionError, match=r"GEN\d{4}"):
        written(spec, tmp_path)


def test_a_pattern_that_terraform_counts_too_long_is_warned_of(tmp_path):
    spec = hostile.spec("wide", ["x"])
    spec["controls"][0]["pattern"] = hostile.longest()[1]
    path = tmp_path / "spec.yaml"
    path.write_text(yaml.safe_dump(spec, allow_unicode=True, width=10_000), encoding="utf-8")
    said = tools.gen("terraform", path, "-o", tmp_path / "main.tf.json").stderr
    assert "warning[GEN9003]" in said and "spec.yaml:" in said
