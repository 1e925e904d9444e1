"""The same spec deployed three ways gives one account, and it is the account that the spec describes."""

import pytest

from rig.compare import differences, leaves
from rig.deployment import FORMS, given, templates

FAST = {"organizations-changes"}
CASES = [
    pytest.param(name, form, marks=[] if name in FAST else pytest.mark.slow, id=f"{name}-{form}")
    for name in templates() for form in FORMS
]


def report(found):
    return "\n".join(map(str, found))


@pytest.mark.parametrize("name, form", CASES)
def test_a_template_deploys_the_account_that_it_describes(name, form, request, built_in):
    deployments = request.getfixturevalue("deployments" if name in FAST else "quick_deployments")
    spec, artefacts = built_in(name)
    wanted = deployments.wanted(spec, artefacts)
    found = deployments.deploy(form, artefacts, spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), report(different)
    values = artefacts.spell(form, given(spec, deployments.place))
    deploy_again(form, deployments, artefacts, values)
    assert not (different := differences(found, deployments.read(spec))), report(different)


@pytest.mark.slow
@pytest.mark.parametrize("name, form", [(name, form) for name in templates() for form in FORMS])
def test_removal_keeps_the_audit_logs_and_a_further_deployment_takes_them_over(name, form, quick_deployments, built_in):
    deployments = quick_deployments
    spec, artefacts = built_in(name)
    wanted = deployments.wanted(spec, artefacts)
    before = deployments.snapshot()
    deployments.deploy(form, artefacts, spec)
    values = artefacts.spell(form, given(spec, deployments.place))
    remove(form, deployments, artefacts, values)
    only_audit_logs_are_left(before, deployments.snapshot(), spec)
    deploy_after_removal(form, deployments, artefacts, spec, values)
    found = without_orphans(deployments.read(spec))
    assert not (different := differences(wanted, found)), report(different)


def deploy_again(form, deployments, artefacts, values):
    """A second deployment, which has nothing to do."""
    if form == "terraform":
        assert deployments.terraform.changes(values) == "", "a second plan is not empty"
    elif form == "script":
        deployments.script(artefacts).deploy(values)
    else:
        deployments.stack.update(artefacts.template.read_text(encoding="utf-8"), values)


def remove(form, deployments, artefacts, values):
    if form == "cloudformation":
        deployments.stack.remove()
    elif form == "terraform":
        deployments.terraform.remove(values, kept(deployments.terraform.addresses()))
    else:
        deployments.script(artefacts).remove(values)


def kept(addresses):
    """What the configuration tells its user to take out of the state before a destroy."""
    return [address for address in addresses if address.startswith("aws_s3_bucket")]


def only_audit_logs_are_left(before, left, spec):
    """What was there before, and where a trail was made its bucket and log group."""
    for kind in before:
        if kind in ("logGroups", "buckets") and "create" in spec["trail"]:
            assert len(left[kind]) == len(before[kind]) + 1, f"{kind}: {list(left[kind])}"
            if kind == "buckets":
                assert all(fields["policy"] for fields in left[kind].values()), "a kept bucket is not closed any more"
        else:
            different = differences(before[kind], left[kind], kind)
            assert not different, report(different)


def deploy_after_removal(form, deployments, artefacts, spec, values):
    """Takes over what was kept, in the way that each form says."""
    if form == "cloudformation":
        if "StorageExists" in artefacts.parameters():
            values = values | {"StorageExists": "true"}
        deployments.stack.deploy(artefacts.template.read_text(encoding="utf-8"), values)
    elif form == "terraform":
        terraform, resources = deployments.terraform, artefacts.resources()
        for kind, identity in (("aws_cloudwatch_log_group", "logGroups"), ("aws_s3_bucket", "buckets")):
            for name in resources.get(kind, {}):
                terraform.run("import", "-input=false", "-no-color", f"{kind}.{name}", *deployments.snapshot()[identity])
        terraform.deploy(values)
        assert terraform.changes(values) == "", "a plan after taking over is not empty"
    else:
        deployments.script(artefacts).deploy(values)


def without_orphans(account):
    """CloudFormation names a new bucket at every deployment; the kept one stays without a trail."""
    used = {trail["S3BucketName"] for trail in account["trails"].values()}
    account["buckets"] = {name: fields for name, fields in account["buckets"].items() if name in used or not used}
    return account
