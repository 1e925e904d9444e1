"""The same spec deployed three ways gives one account, and it is the account that the spec describes."""

import pytest

from rig import neighbours
from rig.compare import differences, leaves
from rig.deployment import FORMS, given, templates

FAST = "organizations-changes"


def report(found):
    return "\n".join(map(str, found))


@pytest.mark.parametrize("form", [
    "cloudformation", pytest.param("terraform", marks=pytest.mark.xdist_group("terraform")), "script"])
def test_the_built_in_template_deploys_the_account_that_it_describes(form, quick_deployments, built_in):
    spec, artefacts = built_in(FAST)
    wanted = quick_deployments.wanted(spec, artefacts)
    deploy_twice(form, quick_deployments, artefacts, spec, wanted)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["terraform", "script"])
def test_the_tools_as_an_operator_starts_them_do_the_same(form, deployments, built_in):
    spec, artefacts = built_in(FAST)
    wanted = deployments.wanted(spec, artefacts)
    deploy_twice(form, deployments, artefacts, spec, wanted)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", templates())
def test_a_template_deploys_the_account_that_it_describes_again_and_after_a_removal(
        name, form, quick_deployments, built_in):
    """Nothing of the neighbours is touched, and a removal leaves only the audit logs, which a further deployment takes over."""
    deployments = quick_deployments
    spec, artefacts = built_in(name)
    deployments.begin(spec)
    neighbours.settle(spec, deployments.simulator.address, deployments.place)
    wanted = deployments.described(spec, artefacts)
    before = deployments.snapshot()
    values = deploy_twice(form, deployments, artefacts, spec, wanted)
    remove(form, deployments, artefacts, values)
    only_audit_logs_are_left(before, deployments.snapshot(), spec)
    deploy_after_removal(form, deployments, artefacts, spec, values, before)
    found = without_orphans(deployments.read(spec))
    assert not (different := differences(wanted, found)), report(different)


def deploy_twice(form, deployments, artefacts, spec, wanted):
    """The account is the wanted one, and the same after a second deployment. Returns the values of the deployment."""
    found = deployments.deploy(form, artefacts, spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), report(different)
    values = artefacts.spell(form, given(spec, deployments.place))
    deploy_again(form, deployments, artefacts, values)
    assert not (different := differences(found, deployments.read(spec))), report(different)
    return values


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
    return [address for address in addresses if address.startswith("aws_s3_bucket") or address == "aws_kms_key.trail"]


def only_audit_logs_are_left(before, left, spec):
    """What was there before, and where a trail was made its bucket and log group."""
    for kind in before:
        made = {name: fields for name, fields in left[kind].items() if name not in before[kind]}
        rest = {name: fields for name, fields in left[kind].items() if name in before[kind]}
        different = differences(before[kind], rest, kind)
        assert not different, report(different)
        keeps = kind in ("logGroups", "buckets") and "create" in (spec.get("trail") or {})
        assert len(made) == (1 if keeps else 0), f"{kind}: {list(made)}"
        if kind == "buckets":
            assert all(fields["policy"] for fields in made.values()), "a kept bucket is not closed any more"


def deploy_after_removal(form, deployments, artefacts, spec, values, before):
    """Takes over what was kept, in the way that each form says."""
    if form == "cloudformation":
        if "StorageExists" in artefacts.parameters():
            values = values | {"StorageExists": "true"}
        deployments.stack.deploy(artefacts.template.read_text(encoding="utf-8"), values)
    elif form == "terraform":
        terraform, resources, left = deployments.terraform, artefacts.resources(), deployments.snapshot()
        for kind, identity in (("aws_cloudwatch_log_group", "logGroups"), ("aws_s3_bucket", "buckets")):
            for name in resources.get(kind, {}):
                (identifier,) = set(left[identity]) - set(before[identity])
                terraform.run("import", "-input=false", "-no-color", f"{kind}.{name}", identifier)
        terraform.deploy(values)
        assert terraform.changes(values) == "", "a plan after taking over is not empty"
    else:
        deployments.script(artefacts).deploy(values)


def without_orphans(account):
    """CloudFormation names a new bucket at every deployment; the kept one stays without a trail."""
    used = {trail["S3BucketName"] for trail in account["trails"].values()} | {neighbours.BUCKET}
    account["buckets"] = {name: fields for name, fields in account["buckets"].items() if name in used}
    return account
