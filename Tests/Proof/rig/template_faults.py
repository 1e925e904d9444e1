"""Faults in templates that follow what is published: a keyword of a resource type's schema that is broken, at a place of the schema that the
template need not have; another resource put beside those that are there; and what the sections take, drawn anew with a fault.

The schemas are cfn-lint's own, so that a fault is what cfn-lint can see, whatever `gen lint` knows of it.
"""

import copy
import json
import re
from functools import cache

from rig import tools

FACTS = tools.REPOSITORY / "Sources" / "CGenSchemas" / "data" / "cloudformation.txt"


@cache
def kept_types():
    """The resource types whose schemas `gen lint` keeps and cfn-lint has too; of services that were shut down only a date is kept."""
    index, bodies = FACTS.read_text(encoding="ascii").split("\n\n", 1)
    entries = [(name, int(offset), int(length)) for name, offset, length in (line.split("\t") for line in index.splitlines()[1:])]
    return [name for name, offset, length in entries if offset >= 0 and name.startswith("AWS::") and not name.startswith("AWS::Serverless::")
            and "shutDown" not in json.loads(bodies[offset:offset + length])]


@cache
def schema_of(name):
    from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
    return PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema


def resolved(schema, root):
    while isinstance(schema, dict) and "$ref" in schema:
        target = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        schema = target
    return schema if isinstance(schema, dict) else {}


def types_of(schema):
    found = schema.get("type", [])
    return [found] if isinstance(found, str) else found


class Maker:
    """Draws values for the schema of one resource type."""

    def __init__(self, chance, root, others):
        self.chance, self.root, self.others = chance, root, others

    def fitting(self, schema, depth=0):
        """A value that the schema takes, as far as its keywords alone tell."""
        schema = resolved(schema, self.root)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        for keyword in ("oneOf", "anyOf"):
            alternatives = [found for found in schema.get(keyword, []) if types_of(resolved(found, self.root))]
            if alternatives and not types_of(schema):
                return self.fitting(alternatives[0], depth)
        kinds = types_of(schema)
        if "object" in kinds or "properties" in schema:
            return self.structure(schema, depth)
        if "array" in kinds:
            count = max(schema.get("minItems", 1), 1)
            return [self.fitting(schema.get("items", {}), depth + 1) for _ in range(count if depth < 6 else 0)]
        if "boolean" in kinds:
            return self.chance.choice([True, False])
        if "integer" in kinds or "number" in kinds:
            return max(schema.get("minimum", 1), min(1, schema.get("maximum", 1)))
        return ("value" * 20)[:max(schema.get("minLength", 5), min(5, schema.get("maxLength", 5)))]

    def structure(self, schema, depth):
        properties = schema.get("properties", {})
        names = [name for name in schema.get("required", []) if name in properties]
        some = schema.get("requiredXor") or schema.get("requiredOr")
        if some and not set(some) & set(names):
            names.append(self.chance.choice(some))
        if depth < 2 and properties:
            names += [name for name in self.chance.sample(sorted(properties), min(2, len(properties))) if name not in names]
        if depth > 6:
            names = []
        return {name: self.fitting(properties.get(name, {}), depth + 1) for name in names}

    def places(self, schema, path=(), depth=0):
        """Every place of a schema: the keys that lead there, and what stands there."""
        schema = resolved(schema, self.root)
        yield path, schema
        if depth < 5:
            for name, inner in schema.get("properties", {}).items():
                yield from self.places(inner, path + (name,), depth + 1)
            if isinstance(schema.get("items"), dict):
                yield from self.places(schema["items"], path + (0,), depth + 1)

    def faults(self, schema, value):
        """Values in which one keyword of the schema is broken, with the keyword's name."""
        kinds = types_of(schema)
        chance = self.chance
        wrong = {"string": [["a"], {"a": "b"}], "integer": ["text", [1], 1.5, {}], "number": ["text", [1], "1.2.3"], "boolean": ["maybe", 1, "", [True]],
                 "array": ["text", {"a": "b"}, 1], "object": ["text", ["a"], True]}
        for kind in kinds[:1]:
            yield "type", chance.choice(wrong.get(kind, [None]))
        text = value if isinstance(value, str) else "value"
        if "enum" in schema:
            member = str(chance.choice(schema["enum"]))
            yield "enum", chance.choice([other for other in ["other", member.swapcase(), member[:-1], member + "s", "", " " + member] if other not in schema["enum"]])
        if "minLength" in schema and schema["minLength"] > 0:
            yield "minLength", "v" * (schema["minLength"] - 1)
        if "maxLength" in schema and schema["maxLength"] < 20000:
            yield "maxLength", "v" * (schema["maxLength"] + 1)
        if "pattern" in schema:
            yield "pattern", chance.choice(["", text + " ", "£" + text, text + "\n", "a:b:c", "-", "$" + text, text + "_" * 3, "."])
        if "format" in schema:
            yield "format", chance.choice(["", "value", "arn:aws:s3:::b", "arn:aws:iam::111122223333:role", "a b", "alias/a b", "A_b"])
        for keyword, step in (("minimum", -1), ("maximum", 1), ("exclusiveMinimum", 0), ("exclusiveMaximum", 0)):
            if keyword in schema:
                yield keyword, chance.choice([schema[keyword] + step, str(schema[keyword] + step)])
        if "multipleOf" in schema:
            yield "multipleOf", schema["multipleOf"] + 1
        if schema.get("minItems"):
            yield "minItems", []
        if "array" in kinds:
            item = self.fitting(schema.get("items", {}), 2)
            if schema.get("maxItems", 200) < 60:
                yield "maxItems", [f"{item}{number}" if isinstance(item, str) else copy.deepcopy(item) for number in range(schema["maxItems"] + 1)]
            if schema.get("uniqueItems"):
                call = chance.choice(self.others)
                yield "uniqueItems", chance.choice([[item, copy.deepcopy(item)], [call, item, copy.deepcopy(call)]])
        if "properties" in schema:
            yield from self.object_faults(schema, value if isinstance(value, dict) else self.structure(schema, 2))

    def object_faults(self, schema, value):
        chance, properties = self.chance, schema["properties"]
        name = chance.choice(sorted(properties))
        misspelled = chance.choice([name + "s", name[:-1], name.lower(), name.swapcase(), name[0] + name])
        if misspelled not in properties:
            yield "additionalProperties", value | {misspelled: self.fitting(properties[name], 2)}
        required = [key for key in schema.get("required", []) if key in value]
        if required:
            gone = chance.choice(required)
            yield "required", {key: inner for key, inner in value.items() if key != gone}
        for keyword in ("dependentExcluded", "dependentRequired", "requiredXor", "requiredOr"):
            if keyword in schema and schema[keyword]:
                names = [*schema[keyword], *(schema[keyword].values() if isinstance(schema[keyword], dict) else ())]
                pool = {key for key in re.findall(r"\w+", str(names)) if key in properties}
                chosen = chance.sample(sorted(pool), chance.randrange(len(pool) + 1))
                yield keyword, {key: inner for key, inner in value.items() if key not in pool} | {key: self.fitting(properties[key], 2) for key in chosen}


def calls(chance, tree, other_values):
    """Calls of functions, and what else other mutations put anywhere."""
    return [other_values(chance, tree, "value") for _ in range(4)]


def put(tree, path, schema, maker, value):
    """Sets a value at a place of the schema; what is missing on the way is made."""
    for index, step in enumerate(path[:-1]):
        schema = resolved(schema, maker.root)
        schema = schema["items"] if step == 0 else schema["properties"][step]
        made = maker.fitting(schema, 2)
        following = path[index + 1]
        if not isinstance(made, list if following == 0 else dict):
            return False
        if isinstance(tree, list):
            if not tree:
                tree.append(made)
            if not isinstance(tree[0], type(made)):
                return False
            tree = tree[0]
        else:
            if not isinstance(tree.get(step), type(made)) or is_call(tree[step]):
                tree[step] = made
            tree = tree[step]
    if isinstance(tree, list):
        tree[:1] = [value]
    else:
        tree[path[-1]] = value
    return True


def is_call(value):
    return isinstance(value, dict) and any(str(key).startswith(("Fn::", "Ref")) for key in value)


def at(tree, path):
    for step in path:
        if isinstance(tree, list) and step == 0 and tree or isinstance(tree, dict) and step in tree:
            tree = tree[step]
        else:
            return None
    return tree


def in_schema(chance, tree, other_values):
    """Breaks one keyword of a resource's schema, in a resource that is there or in one put beside the others."""
    resources = tree["Resources"]
    known = set(kept_types())
    there = [name for name, found in resources.items() if isinstance(found, dict) and found.get("Type") in known]
    others = calls(chance, tree, other_values)
    if there and chance.random() < 0.5:
        name = chance.choice(there)
    else:
        name = "Added"
        kind = chance.choice(kept_types())
        resources[name] = {"Type": kind, "Properties": Maker(chance, schema_of(kind), others).structure(schema_of(kind), 1)}
    kind = resources[name]["Type"]
    root = schema_of(kind)
    maker = Maker(chance, root, others)
    properties = resources[name].setdefault("Properties", {})
    if not isinstance(properties, dict) or is_call(properties):
        return None
    places = list(maker.places(root))
    # Half of the faults are where the template has something.
    filled = [(path, schema) for path, schema in places if path and at(properties, path) is not None]
    path, schema = chance.choice(filled if filled and chance.random() < 0.5 else places)
    if not path and (read_only := root.get("readOnlyProperties")) and chance.random() < 0.3:
        own = chance.choice(read_only).split("/")[2]
        properties[own] = "value"
        return f"readOnly {name} ({kind}) {own}"
    now = at(properties, path)
    found = list(maker.faults(schema, now))
    found.append(("call", chance.choice(others)))
    keyword, value = chance.choice(found)
    if not path:
        if isinstance(value, dict):
            resources[name]["Properties"] = value
            return f"{keyword} {name} ({kind})"
        return None
    if not put(properties, path, root, maker, value):
        return None
    return f"{keyword} {name} ({kind}) {'/'.join(map(str, path))} = {value!r}"[:170]


def drawn(chance, pool, least=0):
    """Some keys of a pool, each with one of its values."""
    names = chance.sample(sorted(pool), chance.randint(least, min(len(pool), least + 3)))
    return {name: copy.deepcopy(chance.choice(pool[name])) for name in names}


def in_section(chance, tree, other_values):
    """Puts a member into a section, or an attribute to a resource, drawn from what is right and wrong there."""
    parameter = chance.choice(list(tree.get("Parameters") or {"Nothing": 0}))
    condition = chance.choice(list(tree.get("Conditions") or {"Nothing": 0}))
    resource = chance.choice(list(tree["Resources"]))
    anything = other_values(chance, tree, "value")
    texts = ["value", "", "a b", "v" * 1025, 5, True, anything]
    logic = [{"Fn::Equals": [{"Ref": parameter}, "a"]}, {"Condition": condition}, {"Condition": "Gone"}, {"Fn::Not": [{"Condition": condition}]},
             {"Fn::And": [{"Condition": condition}, {"Fn::Equals": ["a", anything]}]}, {"Fn::Or": [{"Condition": condition}, anything]},
             {"Fn::Not": [anything]}, True, "true", condition, anything, {"Fn::If": [condition, "a", "b"]}]
    only_rules = [{"Fn::Contains": [["a", "b"], {"Ref": parameter}]}, {"Fn::EachMemberIn": [["a"], {"Fn::RefAll": "AWS::EC2::VPC::Id"}]},
                  {"Fn::EachMemberEquals": [{"Fn::ValueOfAll": ["AWS::EC2::VPC::Id", "Tags.Department"]}, "IT"]}, {"Fn::Contains": ["a", "b"]},
                  {"Fn::Contains": [["a"]]}, {"Fn::RefAll": ["a"]}, {"Fn::ValueOf": [parameter, "Tags.a"]}]
    kinds = ["String", "Number", "CommaDelimitedList", "List<Number>", "AWS::SSM::Parameter::Value<String>", "AWS::EC2::VPC::Id", "string", "Text", "List<String>"]
    parameters = {"Type": kinds, "Default": ["a", "", "5", 5, -1, "a,b", "1,2", ["a"], True, anything], "AllowedValues": [["a", "b"], [5, 6], "a", [], [{}], ["a", None]],
                  "AllowedPattern": ["^[a-z]$", "[", 5, "(?<name>a)", ["a"]], "MinLength": [1, "2", -1, "a", 9], "MaxLength": [5, "0", 5000, "a"],
                  "MinValue": [0, "2", "a", 9], "MaxValue": [9, "1", [1]], "NoEcho": [True, "true", "maybe", 1], "Description": texts, "ConstraintDescription": texts,
                  "Extra": ["a"]}
    outputs = {"Value": [*texts, {"Ref": resource}, {"Fn::GetAtt": [resource, "Arn"]}, {"Ref": "Gone"}], "Description": texts, "Condition": [condition, "Gone", *logic[:1], 5],
               "Export": [{"Name": "a"}, {"Name": anything}, "a", {}, {"Names": "a"}, {"Name": ""}, {"Name": "a", "Value": "b"}], "Type": ["String"]}
    init = [{"config": {"packages": {"yum": {"a": []}}}}, {"config": {"files": {"/a": {"content": "a", "mode": "644", "owner": 1}}}}, {"config": {"commands": {"a": {"command": "b", "Cwd": "c"}}}},
            {"configSets": {"a": ["config"]}, "config": {"services": {"sysvinit": {"a": {"enabled": "maybe"}}}}}, {"config": "a"}, "a", {"config": {"Files": {}}}]
    attributes = {"DependsOn": ["Gone", resource, [resource], [resource, resource], [], "", {"Ref": resource}, 5, anything], "Condition": [condition, "Gone", 5, *logic[:2]],
                  "DeletionPolicy": ["Retain", "Snapshot", "retain", "Keep", "RetainExceptOnCreate", anything], "UpdateReplacePolicy": ["Retain", "RetainExceptOnCreate", "delete", anything],
                  "Metadata": ["a", [], {"a": None}, {"AWS::CloudFormation::Init": chance.choice(init)}, anything],
                  "CreationPolicy": [{"ResourceSignal": {"Count": 1, "Timeout": "PT5M"}}, {"ResourceSignal": {"Count": "many"}}, {"Signal": {}}, "a", anything],
                  "UpdatePolicy": [{"AutoScalingReplacingUpdate": {"WillReplace": True}}, {"UseOnlineResharding": True}, {"a": "b"}, [], anything], "Version": ["1.0", 1, {}],
                  "Type": ["AWS::SNS::Topics", "AWS::SNS", "Custom::Thing", "Custom::A b", "My::Own::Type", "AWS::S3::Bucket", 5], "Extra": ["a"]}
    group = [{"Label": {"default": "a"}, "Parameters": [parameter]}, {"Label": "a"}, {"Label": {"Default": "a"}}, {"Parameters": ["Gone"]}, {"Parameters": parameter}, {"Name": "a"}, anything]
    section = chance.choice(["Parameters", "Outputs", "Conditions", "Rules", "Mappings", "Metadata", "Transform", "resource", "resource", "Description", "top"])
    added = section
    if section == "Parameters":
        value = drawn(chance, parameters, 1) | ({"Type": chance.choice(kinds)} if chance.random() < 0.8 else {})
    elif section == "Outputs":
        value = chance.choice([drawn(chance, outputs, 1) | {"Value": {"Ref": resource}}, drawn(chance, outputs, 1), anything])
    elif section == "Conditions":
        value = chance.choice(logic + only_rules[:1])
    elif section == "Rules":
        assertion = drawn(chance, {"Assert": logic + only_rules, "AssertDescription": texts}, 1)
        value = chance.choice([{"Assertions": [assertion]}, {"Assertions": [assertion], "RuleCondition": chance.choice(logic + only_rules)}, {"Assertions": assertion}, {}, anything])
    elif section == "Mappings":
        value = chance.choice([{"a": {"b": anything}}, {"a-b": {"c": "d"}}, {"a_b": {"c": "d"}}, {"a": {"b-c": "d"}}, {"a": {}}, {}, {"a": "b"}, {"a": {"b": ["c", "d"]}},
                               {"a": {"b": {"c": "d"}}}, {"a": {"b": [{"c": "d"}]}}, {"a": {"b": None}}, anything])
    elif section == "Metadata":
        added, value = None, None
        tree["Metadata"] = chance.choice([{"AWS::CloudFormation::Interface": drawn(chance, {
            "ParameterGroups": [[chance.choice(group)], "a", {}], "ParameterLabels": [{parameter: {"default": "a"}}, {parameter: "a"}, {"Gone": {"default": "a"}}, [], {parameter: {"default": anything}}],
            "Extra": [[]]}, 1)}, {"Own": anything}, {"Own": {"a": [anything]}}, "a", []])
    elif section in ("Transform", "Description", "top"):
        added, value = None, None
        tree[{"Transform": "Transform", "Description": "Description"}.get(section) or chance.choice(["Parameter", "resources", "Globals", "Hooks", "AWSTemplateFormatVersion"])] = (
            chance.choice([["a"], {"Name": 5}, {"Parameters": {}}, {}, {"Name": "a", "Parameters": "b"}, 5, ""]) if section == "Transform" else anything)
    else:
        added, value = None, None
        if not isinstance(tree["Resources"][resource], dict):
            return None
        new = drawn(chance, attributes, 1)
        tree["Resources"][resource].update(new)
        return f"attributes of {resource} {new!r}"[:170]
    if added:
        name = chance.choice(["Added", "Added", "Added", "Added-1", "Added_1", "a b", "A" * 256, parameter, resource])
        holder = tree.setdefault(section, {})
        if not isinstance(holder, dict):
            return None
        holder[name] = value
    return f"section {section} {value if added else ''!r}"[:170]


POLICIES = {"Effect": ["Allow", "allow", "Grant", ["Allow"], {"Ref": "AWS::NoValue"}], "Action": ["*", "s3:*", "s3", "s3:Get Object", ["s3:GetObject", 5], [], {"a": "b"}, ""],
            "NotAction": ["s3:*"], "Resource": ["*", "arn:aws:s3:::a/*", "a", ["*", "b"], [], "arn:aws:s3", "arn:aws:sns:us-east-1:12345:a", {"a": "b"}], "NotResource": ["*"],
            "Principal": ["*", "a", {"AWS": "*"}, {"AWS": ["111122223333", "a"]}, {"Aws": "*"}, {"Service": "ec2"}, {"Service": ["a.amazonaws.com"]}, [], {}], "NotPrincipal": ["*", {"AWS": "a"}],
            "Sid": ["a", "a b", "", 5, "a-b", ["a"]], "Condition": [{"StringEquals": {"aws:SourceAccount": "1"}}, {"StringEqual": {"a": "b"}}, {"Bool": "true"}, [], {"StringEquals": ["a"]},
            {"ForAnyValue:StringLike": {"a": ["b"]}}, {"NumericLessThan": {"a": {"b": "c"}}}, {"Null": {"a": "maybe"}}], "Extra": ["a"], "effect": ["Allow"]}


def in_policy(chance, tree, other_values):
    """Breaks a statement of a policy, or the policy around it."""
    found = []

    def search(node, path):
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, value in items:
            if isinstance(value, dict) and "Statement" in value:
                found.append((value, path + (key,)))
            search(value, path + (key,))

    search(tree["Resources"], ())
    if not found:
        return None
    policy, path = chance.choice(found)
    where = "/".join(map(str, path))
    if chance.random() < 0.25:
        new = drawn(chance, {"Version": ["2012-10-18", "2008-10-17", 5, ["2012-10-17"]], "Id": ["a", 5, []], "Statement": [[], {}, "a", ["a"], [{}]], "Extra": ["a"], "statement": [[]]}, 1)
        policy.update(new)
        return f"policy {where} {new!r}"[:170]
    statements = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
    statement = chance.choice([found for found in statements if isinstance(found, dict)] or [{}])
    new = drawn(chance, POLICIES, 1)
    for key in chance.sample(sorted(statement), chance.randint(0, 1) if statement else 0):
        del statement[key]
    statement.update(new)
    return f"statement {where} {new!r}"[:170]
