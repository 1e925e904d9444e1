"""Organizations: a delegated administrator reads the organization of its management account; StackSets may be delegated."""

from moto.organizations import models, responses

STACK_SETS = "member.org.stacksets.cloudformation.amazonaws.com"


def organization_of(account, partition):
    """The organization that an account is in, or None."""
    for owner in list(models.organizations_backends):
        organization = models.organizations_backends[owner][partition]
        if organization.org and account in [member.id for member in organization.accounts]:
            return organization
    return None


def may_read(organization, account):
    return any(admin.account.id == account for admin in organization.admins)


def backend_of(response):
    found = organization_of(response.current_account, response.partition)
    if found is not None and may_read(found, response.current_account):
        return found
    return models.organizations_backends[response.current_account][response.partition]


def install():
    models.FakeDelegatedAdministrator.SUPPORTED_SERVICES.append(STACK_SETS)
    responses.OrganizationsResponse.organizations_backend = property(backend_of)
