"""Stack operations: moto's template functions, our own resources, order and roll-back.

moto creates what it knows and stays silent about the rest. Here every type and every property is applied or fails the
stack. Resources that lean on others are created as early and deleted as late as the template's own dependencies allow,
so that a missing DependsOn shows: the service works in parallel and promises no other order.
"""

import re

from moto.cloudformation import models, parsing
from moto.cloudformation.exceptions import ValidationError

from . import providers
from .cloud import Cloud, partition_of
from .properties import Properties, StackFailure

EAGER = (
    "AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm", "AWS::SNS::Subscription", "AWS::Logs::MetricFilter",
    "AWS::SNS::TopicPolicy", "AWS::IAM::RolePolicy", "AWS::IAM::Policy", "AWS::S3::BucketPolicy",
)
RESOURCE_KEYS = {
    "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "CreationPolicy",
}


class Deployed:
    """One resource of a stack as moto's own code wants to see it."""

    def __init__(self, logical_id, type_name, provider, physical_id, properties):
        self.logical_resource_id = logical_id
        self.type = self.cf_resource_type = type_name
        self.provider = provider
        self.physical_resource_id = physical_id
        self.properties = properties

    def is_created(self):
        return True

    def get_cfn_attribute(self, name):
        if name not in self.provider.attributes:
            raise ValidationError(message=f"Template error: {self.type} has no attribute {name}")
        return self.provider.attribute(self.physical_resource_id, name)


class Attributes:
    """What moto asks of a resource's class before anything is created."""

    def __init__(self, provider):
        self.provider = provider

    def has_cfn_attr(self, name):
        return name in self.provider.attributes


def class_of(type_name):
    if type_name not in providers.ALL:
        raise ValidationError(message=f"the simulator does not apply the resource type {type_name}")
    return Attributes(providers.ALL[type_name])


def resolve(resource, resources):
    return parsing.clean_json(resource.get("Properties") or {}, resources)


def dependencies(resource):
    named = resource.get("DependsOn", [])
    return [named] if isinstance(named, str) else named


def create_resource(logical_id, resource, resources, account_id, region_name):
    condition = resource.get("Condition")
    if condition and not resources.lazy_condition_map[condition]:
        return None
    if unknown := set(resource) - RESOURCE_KEYS:
        raise ValidationError(message=f"{logical_id}: unknown attribute {sorted(unknown)[0]}")
    provider_class = class_of(resource["Type"]).provider
    for dependency in dependencies(resource):
        resources[dependency]
    values = resolve(resource, resources)
    stack_name = resources["AWS::StackName"].replace(":", "-")  # the service joins the names of a StackSet's stacks so
    generated = parsing.generate_resource_name(resource["Type"], stack_name, logical_id)
    provider = provider_class(Cloud(account_id, region_name), generated)
    properties = Properties(values, f"{logical_id} ({resource['Type']})")
    physical_id = accepted(logical_id, resource["Type"], lambda: provider.create(properties))
    deployed = Deployed(logical_id, resource["Type"], provider, physical_id, values)
    resources.created.append(logical_id)
    resources._parsed_resources[logical_id] = deployed
    properties.finish()
    return deployed


def accepted(logical_id, type_name, action):
    """A refusal of the service is the reason of the stack's failure."""
    try:
        return action()
    except StackFailure:
        raise
    except Exception as error:
        raise StackFailure(f"{logical_id} ({type_name}): {error}") from error


def creation_order(template):
    def rank(name):
        kind = template[name]["Type"]
        return EAGER.index(kind) if kind in EAGER else len(EAGER)
    return sorted(template, key=rank)


def create(resources, template):
    resources._template = template
    resources._resource_json_map = template["Resources"]
    for name in creation_order(template["Resources"]):
        resources[name]
    return True


def delete_one(resources, logical_id, policy="DeletionPolicy"):
    deployed = resources._parsed_resources.get(logical_id)
    if not isinstance(deployed, Deployed):
        return
    if resources._resource_json_map.get(logical_id, {}).get(policy) not in ("Retain", "RetainExceptOnCreate"):
        try:
            deployed.provider.delete(deployed.physical_resource_id, deployed.properties)
        except Exception as error:
            if not is_gone(error):
                raise StackFailure(f"{logical_id} ({deployed.type}): {error}") from error
    del resources._parsed_resources[logical_id]


def is_gone(error):
    """CloudFormation treats a resource that somebody deleted already as deleted."""
    return any(word in type(error).__name__ + str(error) for word in ("NotFound", "NoSuch", "does not exist"))


def delete(resources):
    for logical_id in reversed(resources.created):
        delete_one(resources, logical_id)
    resources.created.clear()


def update(resources, template, parameters=None):
    old_map = resources._resource_json_map
    resources._template = template
    if parameters:
        resources.input_parameters = parameters
    resources.resolved_parameters = {}
    resources.load_mapping()
    resources.load_parameters()
    resources.load_conditions()
    new_map = template["Resources"]
    resources._resource_json_map = new_map
    for name in list(resources.created):
        if name in new_map:
            update_one(resources, name, new_map[name])
    for name in creation_order(new_map):
        resources[name]
    removed = [name for name in resources.created if not wanted(name, new_map, resources)]
    resources._resource_json_map = old_map
    for name in reversed(removed):
        delete_one(resources, name)
        resources.created.remove(name)
    resources._resource_json_map = new_map


def wanted(name, new_map, resources):
    if name not in new_map:
        return False
    condition = new_map[name].get("Condition")
    return not condition or resources.lazy_condition_map[condition]


def update_one(resources, name, resource):
    deployed = resources._parsed_resources[name]
    if not wanted(name, resources._resource_json_map, resources):
        return
    values = resolve(resource, resources)
    if values == deployed.properties:
        return
    provider = deployed.provider
    if any(values.get(key) != deployed.properties.get(key) for key in provider.create_only):
        delete_one(resources, name, policy="UpdateReplacePolicy")
        resources._parsed_resources.pop(name, None)
        resources.created.remove(name)
        resources[name]
        return
    properties = Properties(values, f"{name} ({deployed.type})")
    accepted(name, deployed.type, lambda: provider.update(deployed.physical_resource_id, properties))
    properties.finish()
    deployed.properties = values


def create_stack_resources(stack):
    stack.status = "CREATE_IN_PROGRESS"
    stack.resource_map.created = []
    try:
        stack.resource_map.create(stack.template_dict)
    except Exception as error:
        stack._add_stack_event("CREATE_FAILED", resource_status_reason=reason(error))
        for name in reversed(stack.resource_map.created):
            deployed = stack.resource_map._parsed_resources.pop(name, None)
            if deployed is not None:
                deployed.provider.delete(deployed.physical_resource_id, deployed.properties)
        stack.resource_map.created = []
        stack.resource_map._resource_json_map = {}
        stack.output_map._output_json_map = {}
        stack.status = "ROLLBACK_COMPLETE"
        return
    stack.mark_creation_complete()


def update_stack(stack, template, role_arn=None, parameters=None, tags=None):
    stack.template = template
    stack._parse_template()
    try:
        stack.resource_map.update(stack.template_dict, parameters)
    except Exception as error:
        stack._add_stack_event("UPDATE_FAILED", resource_status_reason=reason(error))
        stack.status = "UPDATE_ROLLBACK_FAILED"
        return
    stack.output_map = stack._create_output_map()
    stack.output_map._resource_map = stack.resource_map
    stack._add_stack_event("UPDATE_COMPLETE")
    stack.status = "UPDATE_COMPLETE"
    if parameters:
        stack.parameters = parameters


def reason(error):
    return getattr(error, "message", None) or str(error) or repr(error)


def check_parameters(resources):
    """The constraints of the Parameters section, which moto does not look at."""
    for name, slot in resources._template.get("Parameters", {}).items():
        value = resources.resolved_parameters[name]
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        refuse = lambda why: ValidationError(message=f"Parameter '{name}' must {why}: {text!r}")
        if "AllowedValues" in slot and text not in [str(allowed) for allowed in slot["AllowedValues"]]:
            raise refuse(f"be one of {slot['AllowedValues']}")
        parts = text.split(",") if slot.get("Type") == "CommaDelimitedList" else [text]
        if "AllowedPattern" in slot and not all(re.fullmatch(slot["AllowedPattern"], str(part)) for part in parts):
            raise refuse(f"match {slot['AllowedPattern']}")
        if len(text) < int(slot.get("MinLength", 0)) or len(text) > int(slot.get("MaxLength", 4096)):
            raise refuse("have the allowed length")
        if slot.get("Type") == "Number":
            number = float(text)
            if number < float(slot.get("MinValue", number)) or number > float(slot.get("MaxValue", number)):
                raise refuse("lie between MinValue and MaxValue")


def install():
    load_parameters = parsing.ResourceMap.load_parameters
    clean_json = parsing.clean_json
    initialise = parsing.ResourceMap.__init__

    def load_checked(resources):
        load_parameters(resources)
        for name, slot in resources._template.get("Parameters", {}).items():
            value = resources.resolved_parameters[name]
            if slot.get("Type") == "CommaDelimitedList" and isinstance(value, str):
                resources.resolved_parameters[name] = resources._parsed_resources[name] = value.split(",")
        check_parameters(resources)

    def clean_without_nulls(value, resources):
        cleaned = clean_json(value, resources)
        return [entry for entry in cleaned if entry is not None] if isinstance(value, list) else cleaned

    def initialise_in_partition(resources, *arguments, **named):
        initialise(resources, *arguments, **named)
        partition = partition_of(resources._region_name)
        resources._parsed_resources["AWS::Partition"] = partition
        if partition == "aws-cn":
            resources._parsed_resources["AWS::URLSuffix"] = "amazonaws.com.cn"
        resources.created = []

    parsing.ResourceMap.__init__ = initialise_in_partition
    parsing.ResourceMap.load_parameters = load_checked
    parsing.ResourceMap.create = create
    parsing.ResourceMap.update = update
    parsing.ResourceMap.delete = delete
    parsing.clean_json = clean_without_nulls
    parsing.parse_and_create_resource = create_resource
    parsing.resource_class_from_type = class_of
    models.Stack.create_resources = create_stack_resources
    models.Stack.update = update_stack
