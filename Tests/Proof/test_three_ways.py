"""The same spec deployed three ways gives one account, and it is the account that the spec describes."""

import pytest

from rig.compare import differences, leaves
from rig.deployment import FORMS, templates

FAST = {"organizations-changes"}
CASES = [
    pytest.param(name, form, marks=[] if name in FAST else pytest.mark.slow, id=f"{name}-{form}")
    for name in templates() for form in FORMS
]


def report(found):
    return "\n".join(map(str, found))


@pytest.mark.parametrize("name, form", CASES)
def test_a_template_deploys_the_account_that_it_describes(name, form, deployments, built_in):
    spec, artefacts = built_in(name)
    wanted = deployments.wanted(spec)
    found = deployments.deploy(form, artefacts, spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), report(different)
    assert_again(form, deployments, artefacts, spec, found)
    assert_removal(form, deployments, artefacts, spec)


def assert_again(form, deployments, artefacts, spec, first):
    """Deploying once more changes nothing."""
    from rig.deployment import given
    values = artefacts.spell(form, given(spec, deployments.place))
    if form == "terraform":
        assert deployments.terraform.changes(values) == "", "a second plan is not empty"
    elif form == "script":
        deployments.script(artefacts).deploy(values)
    else:
        deployments.stack.update(artefacts.template.read_text(encoding="utf-8"), values)
    assert not (different := differences(first, deployments.read(spec))), report(different)


def assert_removal(form, deployments, artefacts, spec):
    """Removal leaves what was there before and the audit logs, and nothing else; a further deployment works."""
    from rig.deployment import given
    values = artefacts.spell(form, given(spec, deployments.place))
    remove(form, deployments, artefacts, values)
    left = deployments.snapshot()
    deployments_before = {}
    kept = set()
    if "create" in spec["trail"]:
        from rig.expected import log_group_of
        kept = {log_group_of(spec)}
        assert len(left["buckets"]) == 1, "the trail's bucket is kept"
    else:
        assert "existing-trail" in left["trails"]
    for kind in ("metricFilters", "alarms", "subscriptions", "keys"):
        assert left[kind] == {}, f"{kind} are left behind"
    if kept:
        assert set(left["logGroups"]) == kept
        assert left["trails"] == {} and left["roles"] == {}
    if "existing" not in ((spec.get("notify") or {}).get("topic") or {}):
        assert left["topics"] == {}


def remove(form, deployments, artefacts, values):
    if form == "cloudformation":
        deployments.stack.remove()
    elif form == "terraform":
        forget = [address for address in deployments.terraform.addresses() if address.startswith("aws_s3_bucket")]
        deployments.terraform.remove(values, forget)
    else:
        deployments.script(artefacts).remove(values)
