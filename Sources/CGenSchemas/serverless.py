"""The types that the serverless transform knows, as schemas: what the transform itself asks of their properties, read from its code.

A property that the transform hands on as it is has the schema of the resource that it is handed to. Of the others the transform asks what
kind of value they are; a function in their place it leaves to the deployment. Which properties `Globals` takes stands under `globals`.
https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html
"""
import json

# The types that take what is handed on.
FUNCTION, MAPPING, RULE, SCHEDULE = "AWS::Lambda::Function", "AWS::Lambda::EventSourceMapping", "AWS::Events::Rule", "AWS::Scheduler::Schedule"
# What the transform looks at and hands on all the same.
HANDED_ON = {"Environment", "SnapStart", "TenancyConfig"}
# What it puts into another form before.
REFORMED = {"DestinationConfig"}
# What the transform fills in by itself.
FILLED_IN = {"RestApiId"}


def kind(validate):
    """What kind of value a property takes, as its check tells; nothing when any."""
    if hasattr(validate, "enum_values"):
        return {"allOf": [{"enum": [*validate.enum_values]}]}
    samples = {"object": {}, "array": [], "string": "a", "integer": 1, "boolean": True}
    taken = [name for name, sample in samples.items() if validate(sample, should_raise=False)]
    # A truth value is a number in Python.
    if "integer" in taken and "boolean" in taken:
        taken.remove("boolean")
    return {} if len(taken) == len(samples) - 1 else {"allOf": [{"type": taken}]}


class Source:
    """The schemas of resources that properties are handed on to, and the definitions that they need."""

    def __init__(self, entries):
        self.entries, self.definitions = entries, {}

    def property(self, type, name):
        found = self.entries[type]["properties"].get(name)
        # What is asked beyond the registry stands beside the properties.
        beyond = [part["properties"][name] for part in self.entries[type].get("allOf", []) if [*part] == ["properties"] and name in part["properties"]]
        if found and beyond:
            found = {"allOf": [found, *beyond]} if "$ref" in found else found | {"allOf": found.get("allOf", []) + beyond}
        return found and self.moved(type, found)

    def moved(self, type, schema):
        text = json.dumps(schema)
        for name, inner in self.entries[type].get("definitions", {}).items():
            path = f'"#/definitions/{name}"'
            if path in text:
                own = f"{type}.{name}"
                text = text.replace(path, f'"#/definitions/{own}"')
                if own not in self.definitions:
                    self.definitions[own] = None
                    self.definitions[own] = self.moved(type, inner)
        return json.loads(text)


def structure(source, properties, handed_to=None, renamed={}):
    """The schema of a resource's properties, or an event's."""
    from samtranslator.model import PassThroughProperty
    schema = {"type": "object", "additionalProperties": False, "properties": {}, "required": []}
    for name, found in properties.items():
        type = handed_to(name, isinstance(found, PassThroughProperty)) if handed_to else None
        handed_on = type and name not in REFORMED and source.property(type, renamed.get(name, name))
        schema["properties"][name] = handed_on or kind(found.validate)
        if found.required and name not in FILLED_IN:
            schema["required"].append(name)
    if not schema["required"]:
        del schema["required"]
    return schema


def events(source, resolver):
    """What an event is, by its type."""
    from samtranslator.model.eventsources.pull import PullEventSource
    alternatives = []
    # The transform's abstract classes stand in its list of types too, without a name.
    for name, event in sorted(item for item in resolver.resource_types.items() if item[0]):
        type = MAPPING if issubclass(event, PullEventSource) else SCHEDULE if name == "ScheduleV2" else RULE
        inner = structure(source, event.property_types, lambda *_: type, {"Schedule": "ScheduleExpression"})
        then = {"properties": {"Properties": inner}} | ({"required": ["Properties"]} if "required" in inner else {})
        alternatives.append({"if": {"properties": {"Type": {"const": name}}, "required": ["Type"]}, "then": then})
    names = [found["if"]["properties"]["Type"]["const"] for found in alternatives]
    event = {
        "type": "object", "required": ["Type"], "allOf": alternatives,
        "properties": {"Type": {"type": "string", "enum": names}, "Properties": {"type": "object"}}}
    return {"allOf": [{"type": "object", "additionalProperties": event}]}


def policies():
    """What a policy of a function or a state machine is: the name or ARN of one, a document, or a template with its parameters.
    https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html"""
    import os
    import samtranslator
    path = os.path.join(os.path.dirname(samtranslator.__file__), "policy_templates_data", "policy_templates.json")
    templates = {name: {"type": "object", "required": sorted(found["Parameters"])} for name, found in json.load(open(path))["Templates"].items()}
    template = {"type": "object", "additionalProperties": False, "maxProperties": 1, "properties": templates}
    policy = {"if": {"type": "object"}, "then": {"if": {"required": ["Statement"]}, "else": template}}
    return {"allOf": [policy, {"items": policy}]}


def entries(known):
    """A schema for each of the types, by name."""
    from samtranslator.model import sam_resources
    from samtranslator.plugins.globals.globals import Globals
    out = {}
    for resource in vars(sam_resources).values():
        if not isinstance(resource, type) or not issubclass(resource, sam_resources.SamResourceMacro) or not resource.resource_type:
            continue
        name = resource.resource_type
        source = Source(known)
        own = (lambda name, is_handed_on: FUNCTION if is_handed_on or name in HANDED_ON else None) if name == "AWS::Serverless::Function" else None
        schema = structure(source, resource.property_types, own)
        if hasattr(resource, "event_resolver") and "Events" in schema["properties"]:
            schema["properties"]["Events"] = events(source, resource.event_resolver)
        # Where it is a list, it is one of policies too.
        if "Policies" in schema["properties"]:
            schema["properties"]["Policies"]["allOf"] = schema["properties"]["Policies"].get("allOf", []) + policies()["allOf"]
        given = Globals.supported_properties.get(name, [])
        schema["globals"] = sorted(given)
        schema["required"] = [property for property in schema.pop("required", []) if property not in given]
        if source.definitions:
            schema["definitions"] = source.definitions
        out[name] = schema
    return out
