"""The configuration as a module, called once for each of several providers; and the blocks that adopt what exists."""

import json
import shutil
import subprocess

import pytest

from rig import tools
from rig.compare import differences
from rig.deployment import written

SPEC = {
    "version": 1, "name": "module",
    "controls": [{"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}],
    "trail": {"create": {"name": "the-trail", "encryption": "create"}},
    "notify": {"topic": {"create": {"encryption": "create"}}},
}
ROOT = {
    "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": ">= 5.0"}}},
    "provider": {"aws": [{"region": "us-east-1"}, {"alias": "europe", "region": "eu-west-1"}]},
    "module": {
        "america": {"source": "./monitoring"},
        "europe": {"source": "./monitoring", "providers": {"aws": "aws.europe"}, "metric_namespace": "Europe"},
    },
    "output": {"topics": {"value": ["${module.america.topic}", "${module.europe.topic}"]}},
}


def terraform(*arguments, folder):
    result = subprocess.run(
        [tools.tool("terraform"), *arguments], cwd=folder, env=tools.environment(), capture_output=True, text=True,
        check=False)
    assert result.returncode == 0 or arguments[0] == "validate", result.stdout + result.stderr
    return result.stdout


def validate(folder):
    mirror = tools.provider_mirror()
    options = [f"-plugin-dir={mirror}"] if mirror else []
    terraform("init", "-input=false", "-no-color", *options, folder=folder)
    answer = json.loads(terraform("validate", "-json", folder=folder))
    assert answer["valid"] and answer["diagnostics"] == [], answer["diagnostics"]


@pytest.mark.slow
def test_one_configuration_serves_several_providers_as_a_module(tmp_path):
    artefacts = written(SPEC, tmp_path)
    root = tmp_path / "root"
    (root / "monitoring").mkdir(parents=True)
    shutil.copy(artefacts.configuration, root / "monitoring")
    (root / "main.tf.json").write_text(json.dumps(ROOT), encoding="utf-8")
    validate(root)


@pytest.mark.slow
def test_the_import_blocks_name_resources_of_the_configuration(tmp_path):
    artefacts = written(SPEC, tmp_path)
    tools.gen("terraform", tmp_path / "spec.yaml", "--import", "-o", artefacts.folder / "imports.tf.json")
    (artefacts.folder / "provider_override.tf.json").write_text(
        json.dumps({"provider": {"aws": {"region": "us-east-1"}}}), encoding="utf-8")
    validate(artefacts.folder)


@pytest.mark.slow
def test_the_import_blocks_adopt_what_an_earlier_configuration_made(quick_deployments, tmp_path):
    deployments = quick_deployments
    spec = SPEC | {"name": "adopted", "trail": {"create": {"name": "the-trail"}}, "notify": {"topic": {"create": {}}}}
    artefacts = written(spec, tmp_path)
    deployments.begin(spec)
    first = deployments.deploy("terraform", artefacts, spec)
    deployments.terraform.clear()
    imports = deployments.terraform.folder / "imports.tf.json"
    tools.gen("terraform", tmp_path / "spec.yaml", "--import", "-o", imports)
    try:
        deployments.terraform.deploy()
    finally:
        imports.unlink()
    assert deployments.terraform.changes() == "", "a plan after the adoption is not empty"
    assert not differences(first, deployments.read(spec))
