"""What a resource type has to say for itself."""


class Provider:
    """Creates, updates and deletes one resource through the API. Subclasses say which type and how."""

    type_name = ""
    attributes = ()  # what Fn::GetAtt may ask for
    create_only = ()  # a change of one of these replaces the resource
    name_property = None  # a name that CloudFormation makes when the template gives none

    def __init__(self, cloud, generated_name):
        self.cloud = cloud
        self.generated_name = generated_name

    def create(self, properties):
        """Creates the resource; returns its physical id (what Ref gives)."""
        raise NotImplementedError

    def update(self, physical_id, properties):
        """Brings the resource to the given properties."""
        raise NotImplementedError

    def delete(self, physical_id, properties):
        raise NotImplementedError

    def attribute(self, physical_id, name):
        raise NotImplementedError


def difference(wanted, present):
    """Keys of tags that are present and not wanted."""
    kept = {tag["Key"] for tag in wanted}
    return [tag["Key"] for tag in present if tag["Key"] not in kept]


def refuse_existing(type_name, name, found):
    """As the contract of resource types has it: a create that finds one of the same identifier answers AlreadyExists, also where
    the service's own call would write over it.
    https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract.html
    """
    if found:
        from ..properties import StackFailure
        raise StackFailure(f"{type_name}: {name} already exists")
