"""Every kind of trail with every kind of encryption and scope deploys the account that the spec describes, in every form."""

import pytest

from rig.compare import differences, leaves
from rig.deployment import FORMS, written

KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
OWN = {"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}
ORGANIZATION = {"organization": True, "organizationId": "o-exampleorgid"}
TRAILS = {
    "existing": lambda encryption: {"existing": {"logGroup": "trail-logs"}},
    "new": lambda encryption: {"create": {"name": "the-trail", "encryption": encryption}},
    "organization": lambda encryption: {"create": {"name": "the-trail", "encryption": encryption} | ORGANIZATION},
}
ENCRYPTIONS = {"none": "none", "made": "create", "given": KEY}
SCOPES = ("account", "management-account", "stackset")


def combinations():
    for trail in TRAILS:
        for encryption in ENCRYPTIONS:
            for scope in SCOPES:
                if (trail, scope) == ("organization", "stackset"):
                    continue  # refused: it is made once, in the management account
                yield f"{trail}-{encryption}-{scope}", {
                    "version": 1, "name": f"{trail}-{encryption}-{scope}",
                    "controls": [OWN] if scope == "stackset" else ["organizations-changes", OWN],
                    "trail": TRAILS[trail](ENCRYPTIONS[encryption]),
                    "notify": {
                        "topic": {"create": {"name": "Told", "encryption": ENCRYPTIONS[encryption]}},
                        "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]},
                    "deploy": {"scope": scope},
                    "tags": {"Owner": "security"},
                }


CASES = dict(combinations())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The artefacts of a combination, written once for its forms."""
    done = {}

    def find(name):
        if name not in done:
            done[name] = written(CASES[name], tmp_path_factory.mktemp(name))
        return done[name]

    return find


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_a_combination_deploys_the_account_that_it_describes(name, form, quick_deployments, made):
    spec, artefacts = CASES[name], made(name)
    wanted = quick_deployments.wanted(spec)
    found = quick_deployments.deploy(form, artefacts, spec)
    assert leaves(wanted) > 20, "nothing was compared"
    assert not (different := differences(wanted, found)), "\n".join(map(str, different))
