"""AWS's own key for SNS lets CloudWatch publish nothing: it is refused in the spec and wherever a deployment may name a key."""

import pytest
import yaml

from rig import tools
from rig.deployment import written
from rig.expected import Place

OWN = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
MANAGED = ("alias/aws/sns", Place().arn("kms", "alias/aws/sns"), Place(region="cn-north-1").arn("kms", "alias/aws/sns"))


def spec_with(key):
    return {
        "version": 1, "name": "keyed", "controls": ["organizations-changes"], "trail": {"existing": {"logGroup": "trail-logs"}},
        "notify": {"topic": {"create": {"name": "Told", "encryption": key}}}}


@pytest.mark.parametrize("key", MANAGED)
def test_the_spec_is_refused_with_the_reason(key, tmp_path):
    path = tmp_path / "spec.yaml"
    path.write_text(yaml.safe_dump(spec_with(key)), encoding="utf-8")
    for command in (["cloudformation", path], ["terraform", path], ["cli", path], ["all", path, "-o", tmp_path / "out"]):
        refused = tools.gen(*command, check=False)
        assert refused.returncode == 1 and refused.stdout == ""
        assert f"error[GEN2025]: '{key}' is a key that AWS manages; nobody can let another service use it" in refused.stderr


@pytest.fixture(scope="module")
def keyed(tmp_path_factory):
    return written(spec_with(OWN), tmp_path_factory.mktemp("keyed"))


@pytest.mark.parametrize("key", MANAGED)
def test_the_stacks_parameter_is_refused(key, keyed, quick_deployments):
    quick_deployments.begin(spec_with(OWN))
    with pytest.raises(Exception, match="TopicKeyArn"):
        quick_deployments.deploy("cloudformation", keyed, spec_with(OWN), {"TopicKeyArn": key})
    assert "no key that AWS manages (alias/aws/sns)" in " ".join(keyed.template.read_text(encoding="utf-8").split())


@pytest.mark.slow
@pytest.mark.parametrize("key", MANAGED)
def test_terraforms_variable_is_refused_with_the_reason(key, keyed, quick_deployments):
    quick_deployments.begin(spec_with(OWN))
    with pytest.raises(AssertionError) as refused:
        quick_deployments.deploy("terraform", keyed, spec_with(OWN), {"TopicKeyArn": key})
    assert "no key that AWS manages (alias/aws/sns)" in " ".join(str(refused.value).replace("│", " ").split())


@pytest.mark.parametrize("key", [*MANAGED, "alias/mine", Place().arn("kms", "alias/mine"), OWN + "$(id)"])
@pytest.mark.parametrize("script", ["apply.sh", "verify.sh"])
def test_the_scripts_variable_is_refused_before_any_call(key, script, keyed, quick_deployments):
    outcome = quick_deployments.script(keyed).run(script, variables={"TOPIC_KEY_ARN": key}, check=False)
    said = outcome.stdout + outcome.stderr
    assert outcome.returncode == 64, said
    assert "the value of TOPIC_KEY_ARN is refused; wanted: the ARN of a KMS key of your own" in said
    assert ("the key that AWS manages lets no other service use it" in said) == (key in MANAGED)
