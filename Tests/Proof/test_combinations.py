"""Every kind of trail with every kind of encryption deploys the account that the spec describes, in every form."""

import pytest

from rig.compare import differences, leaves
from rig.deployment import FORMS, written

KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
OWN = {"id": "break-glass", "title": "Use of the emergency role", "pattern": '{ $.userName = "break-glass" }'}
TRAILS = {
    "existing": lambda encryption: {"existing": {"logGroup": "trail-logs"}},
    "new": lambda encryption: {"create": {"name": "the-trail", "encryption": encryption}},
}
ENCRYPTIONS = {"none": "none", "made": "create", "given": KEY}


def combinations():
    for trail in TRAILS:
        for encryption in ENCRYPTIONS:
            yield f"{trail}-{encryption}", {
                "version": 1, "name": f"{trail}-{encryption}", "controls": ["organizations-changes", OWN],
                "trail": TRAILS[trail](ENCRYPTIONS[encryption]),
                "notify": {
                    "topic": {"create": {"name": "Told", "encryption": ENCRYPTIONS[encryption]}},
                    "subscriptions": [{"protocol": "email", "endpoint": "security@example.com"}]},
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
