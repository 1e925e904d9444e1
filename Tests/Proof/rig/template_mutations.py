"""CloudFormation templates broken in one place, in YAML and in JSON, for whoever compares what linters say of them.

A template is read as a tree in which every function has its long form. A mutation changes one node of the tree, which is then written
in one of three ways; or it changes one line of the template's own text.
"""

import copy
import json
import re

import yaml

from rig import template_faults, tools

OWN = tools.REPOSITORY / "Tests" / "Proof" / "rig" / "templates"
SMALL = ["organizations-changes", "organizations-changes-new-trail", "own-pattern", "central-topic", "central-log-group"]
SHAPES = ("json", "long", "short")

LONG = {"Ref": "Ref", "Condition": "Condition"}


class Reader(yaml.SafeLoader):
    """Reads short functions as long ones, and dates as texts."""


class Writer(yaml.SafeDumper):
    """Writes long functions as short ones where YAML has them."""

    def ignore_aliases(self, data):
        return True


class LongWriter(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def read_call(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {LONG.get(suffix, "Fn::" + suffix): value}


Reader.add_multi_constructor("!", read_call)
Reader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def write_mapping(dumper, data):
    if len(data) == 1:
        (name, value), = data.items()
        if name == "Ref" or (isinstance(name, str) and re.fullmatch(r"Fn::[A-Za-z0-9]+", name)):
            tag = "!" + name.removeprefix("Fn::")
            if name == "Fn::GetAtt" and isinstance(value, list) and all(isinstance(part, str) for part in value):
                value = ".".join(value)
            # A short function cannot stand directly in a short one.
            inner = isinstance(value, dict) and len(value) == 1 and str(next(iter(value))).startswith(("Fn::", "Ref"))
            if isinstance(value, str):
                return dumper.represent_scalar(tag, value)
            if isinstance(value, list):
                return dumper.represent_sequence(tag, value, flow_style=True)
            if isinstance(value, dict) and not inner:
                return dumper.represent_mapping(tag, value)
    return dumper.represent_mapping("tag:yaml.org,2002:map", data)


Writer.add_representer(dict, write_mapping)


def subjects(full=False):
    """The templates that are broken: name and path."""
    output = tools.REPOSITORY / "output"
    names = sorted(path.name for path in output.iterdir()) if full else SMALL
    found = [(name, output / name / "cloudformation.yaml") for name in names]
    if full:
        found.append(("stackset", output / "member-accounts" / "stackset.yaml"))
    return found + [(path.stem, path) for path in sorted(OWN.glob("*.yaml"))]


def read(text):
    return yaml.load(text, Loader=Reader)


def write(tree, shape):
    """The text of a tree."""
    if shape == "json":
        return json.dumps(tree, indent=2) + "\n"
    dumper = LongWriter if shape == "long" else Writer
    return yaml.dump(tree, Dumper=dumper, sort_keys=False, width=1000, allow_unicode=True)


def nodes(tree, path=()):
    """Every place in a tree but its root, as the keys and positions that lead there."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield path + (key,)
        yield from nodes(value, path + (key,))


def at(tree, path):
    for step in path:
        tree = tree[step]
    return tree


def renamed(mapping, old, new):
    """The mapping with one key called otherwise, in the same order."""
    return {new if key == old else key: value for key, value in mapping.items()}


def names_in(tree, section):
    return list((tree.get(section) or {}).keys()) or ["Nothing"]


def other_values(chance, tree, value):
    """Values to put in a value's place."""
    resource = chance.choice(names_in(tree, "Resources"))
    parameter = chance.choice(names_in(tree, "Parameters"))
    condition = chance.choice(names_in(tree, "Conditions"))
    mapping = chance.choice(names_in(tree, "Mappings"))
    plain = [
        "", "text", "#bad: value*$#", "x" * 1300, "y" * 300, "z" * 5, 0, 1, -1, 7, 99999999, 10 ** 12, 1.5, True, False, None, [], {}, [value],
        [value, value], {"a": value}, {"a": {"b": "c"}}, ["a", "b"], [1, 2], [{}], "arn:aws:iam::111122223333:role/a", "arn:aws:sns:us-east-1:1:t",
        "arn:aws:s3:::b", "alias/x", "2012-10-17", "true", "12", "a b", "*", "AWS::SNS::Topic", "${AWS::Region}", "${" + parameter + "}",
        "{{resolve:ssm:a}}", "{{resolve:ssm-secure:a:1}}", "{{resolve:other:a}}", "{{resolve:secretsmanager:a:SecretString:b}}",
        "{{resolve:secretsmanager:a:Secret:b}}", "{{resolve:ssm:a:b:c:d}}"]
    calls = [
        {"Ref": "Gone"}, {"Ref": resource}, {"Ref": parameter}, {"Ref": "AWS::NoValue"}, {"Ref": "AWS::Region"}, {"Ref": "AWS::NotificationARNs"},
        {"Ref": ["a"]}, {"Ref": 1}, {"Ref": {"Ref": parameter}}, {"Ref": ""}, {"Ref": "AWS::Regions"}, {"Ref": None},
        {"Fn::GetAtt": [resource, "Arn"]}, {"Fn::GetAtt": [resource, "Nope"]}, {"Fn::GetAtt": ["Gone", "Arn"]}, {"Fn::GetAtt": resource},
        {"Fn::GetAtt": [resource]}, {"Fn::GetAtt": [resource, "Arn", "x"]}, {"Fn::GetAtt": [parameter, "Arn"]}, {"Fn::GetAtt": {"a": "b"}},
        {"Fn::GetAtt": [resource, {"Fn::Sub": "Arn"}]}, {"Fn::GetAtt": [resource, 1]}, {"Fn::GetAtt": [resource, {"Ref": parameter}]},
        {"Fn::Sub": "${Gone}"}, {"Fn::Sub": "${" + resource + ".Nope}"}, {"Fn::Sub": "${" + resource + ".Arn}"}, {"Fn::Sub": ["${a}", {}]},
        {"Fn::Sub": ["${a}", {"a": "b"}]}, {"Fn::Sub": ["${a}"]}, {"Fn::Sub": ["a", "b"]}, {"Fn::Sub": {"a": "b"}}, {"Fn::Sub": 1},
        {"Fn::Sub": ["${a}", {"a": ["b"]}]}, {"Fn::Sub": ["${a}", {"a": {"Ref": "Gone"}}]}, {"Fn::Sub": [{"Ref": parameter}, {"a": "b"}]},
        {"Fn::Sub": "${" + parameter + "}"}, {"Fn::Sub": "${AWS::Regionn}"}, {"Fn::Sub": "${a b}"},
        {"Fn::Sub": ["${a}", {"a": {"Fn::Split": [",", "a"]}}]},
        {"Fn::Sub": "${" + parameter + ".Arn}"}, {"Fn::Sub": ""},
        {"Fn::Join": [",", ["a", "b"]]}, {"Fn::Join": [",", "a"]}, {"Fn::Join": [",", ["a", ["b"]]]}, {"Fn::Join": [",", ["a"], "b"]},
        {"Fn::Join": "a"},
        {"Fn::Join": [1, ["a"]]}, {"Fn::Join": [{"Ref": parameter}, ["a"]]}, {"Fn::Join": [",", {"Ref": parameter}]},
        {"Fn::Join": [",", {"Ref": resource}]},
        {"Fn::Join": [",", ["a", {"Ref": "Gone"}]]}, {"Fn::Join": [",", []]}, {"Fn::Join": [",", [{"a": "b"}]]}, {"Fn::Join": ["", ["a", None]]},
        {"Fn::Join": [",", {"Fn::Sub": "a"}]}, {"Fn::Join": [",", {"Fn::GetAtt": [resource, "Arn"]}]},
        {"Fn::Join": [",", [{"Fn::Split": [",", "a"]}]]},
        {"Fn::Select": [0, ["a"]]}, {"Fn::Select": [5, ["a"]]}, {"Fn::Select": ["a", ["a"]]}, {"Fn::Select": [0, "a"]}, {"Fn::Select": [0]},
        {"Fn::Select": {}},
        {"Fn::Select": [-1, ["a"]]}, {"Fn::Select": ["0", {"Fn::Split": ["/", "a/b"]}]}, {"Fn::Select": [0, {"Ref": parameter}]},
        {"Fn::Select": [0, []]},
        {"Fn::Split": [",", "a,b"]}, {"Fn::Split": [",", ["a"]]}, {"Fn::Split": [","]}, {"Fn::Split": "a"}, {"Fn::Split": [{"Ref": parameter}, "a"]},
        {"Fn::Split": ["", "a"]}, {"Fn::If": [condition, "a", "b"]}, {"Fn::If": [condition, value, {"Ref": "AWS::NoValue"}]},
        {"Fn::If": ["Gone", value, value]},
        {"Fn::If": [condition, value]}, {"Fn::If": "a"}, {"Fn::If": [{"Fn::Equals": ["a", "b"]}, value, value]},
        {"Fn::If": [condition, value, ["a", 1]]},
        {"Fn::If": [condition, value, {"Ref": "Gone"}]}, {"Fn::If": [condition, {"a": "b"}, value]}, {"Fn::If": [1, value, value]},
        {"Fn::FindInMap": [mapping, "a", "b"]}, {"Fn::FindInMap": ["Gone", "a", "b"]}, {"Fn::FindInMap": [mapping, "a"]}, {"Fn::FindInMap": "a"},
        {"Fn::FindInMap": [mapping, {"Ref": parameter}, "Period"]}, {"Fn::FindInMap": [mapping, {"Ref": resource}, "b"]},
        {"Fn::FindInMap": [mapping, {"Fn::Sub": "a"}, "b"]},
        {"Fn::FindInMap": [mapping, "dev", "Period"]}, {"Fn::FindInMap": [mapping, "dev", "Names"]}, {"Fn::FindInMap": [mapping, 1, 2]},
        {"Fn::FindInMap": [mapping, ["a"], "b"]},
        {"Fn::ImportValue": "a"}, {"Fn::ImportValue": ["a"]}, {"Fn::ImportValue": {"Fn::Sub": "${Gone}"}},
        {"Fn::ImportValue": {"Ref": resource}}, {"Fn::ImportValue": {"Fn::GetAtt": [resource, "Arn"]}},
        {"Fn::Base64": "a"}, {"Fn::Base64": ["a"]}, {"Fn::Base64": {"Ref": "Gone"}}, {"Fn::Base64": {"a": "b"}}, {"Fn::GetAZs": ""},
        {"Fn::GetAZs": ["a"]}, {"Fn::GetAZs": {"Ref": "AWS::Region"}},
        {"Fn::GetAZs": "nowhere-1"}, {"Fn::GetAZs": {"Fn::Sub": "a"}}, {"Fn::Cidr": ["10.0.0.0/16", 1, 8]}, {"Fn::Cidr": ["a"]},
        {"Fn::Cidr": ["10.0.0.0/16", 300, 8]}, {"Fn::Cidr": "a"},
        {"Fn::Length": ["a"]}, {"Fn::ToJsonString": {"a": "b"}}, {"Fn::Bogus": "a"}, {"Fn::getatt": [resource, "Arn"]}, {"Fn:Sub": "a"},
        {"FN::Sub": "a"}, {"ref": resource},
        {"Fn::Equals": ["a", "b"]}, {"Fn::Equals": ["a"]}, {"Fn::Equals": ["a", ["b"]]}, {"Fn::Equals": [{"Ref": resource}, "a"]},
        {"Fn::Equals": [{"Ref": parameter}, 1]}, {"Fn::Equals": "a"},
        {"Fn::Equals": [{"Fn::GetAtt": [resource, "Arn"]}, "a"]}, {"Fn::Not": [{"Condition": condition}]},
        {"Fn::Not": {"Condition": condition}}, {"Fn::Not": []}, {"Fn::Not": ["a"]},
        {"Fn::And": [{"Condition": condition}]}, {"Fn::And": [{"Condition": condition}, {"Condition": "Gone"}]},
        {"Fn::Or": [{"Condition": condition}] * 11}, {"Fn::Or": "a"}, {"Fn::And": [True, False]},
        {"Condition": condition}, {"Condition": "Gone"}, {"Condition": ["a"]},
        {"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://a/b"}}}, {"Fn::Transform": "a"},
        {"Fn::Contains": [["a"], "a"]}, {"Ref": resource, "a": "b"}, {"Fn::Sub": "a", "Fn::Join": [",", ["a"]]},
    ]
    return chance.choice(plain if chance.random() < 0.45 else calls)


def tweaked(chance, value):
    """A text with a small fault."""
    choices = [
        value[:-1], value + "x", value.lower(), value.upper(), value + " ", " " + value, value.replace("arn:", "ar:"), value.replace(":", "", 1), value.replace("aws", "xws", 1),
        value.swapcase(), value * 2, value.replace("/", "//"), value.replace("${", "${Gone", 1), value.replace("}", "", 1), value.replace("-", "_"), value + "\n", value + "é", value + "${", value + "${}",
        value + "${AWS::AccountId}", value.replace(".", "", 1), value.replace("::", ":", 1)]
    return chance.choice([choice for choice in choices if choice != value] or ["x"])


def mutate_tree(chance, tree):
    """A copy of the tree with one fault, and what was done; None when the dice chose what cannot be done."""
    tree = copy.deepcopy(tree)
    places = list(nodes(tree))
    # Small sections are rarely hit otherwise.
    section = chance.choice(["Resources", "Resources", "Resources", chance.choice(list(tree))])
    inside = [path for path in places if path[0] == section]
    path = chance.choice(inside or places)
    parent, key = at(tree, path[:-1]), path[-1]
    value = parent[key]
    kind = chance.choice(["drop", "rename", "case", "add", "value", "value", "value", "value", "tweak", "tweak", "swap", "raise", "wrap", "copy"])
    what = f"{kind} {'/'.join(map(str, path))}"
    if kind == "drop":
        del parent[key]
    elif kind in ("rename", "case") and isinstance(parent, dict):
        key = str(key)
        new = chance.choice([key + "Typo", key[:-1] or "x", key[:1] + key[2:], "", "a b", key + "_", key * 30]) if kind == "rename" else chance.choice([key.lower(), key.upper(), key[:1].lower() + key[1:]])
        if new in parent:
            return None
        changed = renamed(parent, path[-1], new)
        parent.clear()
        parent.update(changed)
        what += f" -> {new[:40]}"
    elif kind == "add" and isinstance(value, dict):
        name = chance.choice(["Extra", "Condition", "Ref", "Type", "Tags", "Arn", "Version", "DependsOn", "Name", "Id", "Fn::If"])
        value[name] = other_values(chance, tree, "x")
        what += f" + {name}: {value[name]!r}"[:150]
    elif kind == "add" and isinstance(value, list):
        new = chance.choice([other_values(chance, tree, "x"), copy.deepcopy(value[0]) if value else "a"])
        value.insert(chance.randrange(len(value) + 1), new)
        what += f" + {new!r}"[:150]
    elif kind == "value":
        parent[key] = other_values(chance, tree, value)
        what += f" = {parent[key]!r}"[:150]
    elif kind == "tweak" and isinstance(value, str):
        parent[key] = tweaked(chance, value)
        what += f" = {parent[key]!r}"[:150]
    elif kind == "tweak" and isinstance(value, int):
        parent[key] = chance.choice([value + 1, -value, value * 1000, str(value), value + 0.5, f"{value} ", not value, [value]])
        what += f" = {parent[key]!r}"
    elif kind == "swap":
        other = chance.choice(places)
        parent[key] = copy.deepcopy(at(tree, other))
        what += f" from {'/'.join(map(str, other))}"
    elif kind == "raise" and len(path) > 2 and isinstance(at(tree, path[:-2]), dict):
        del parent[key]
        at(tree, path[:-2])[key if isinstance(key, str) else "Raised"] = value
    elif kind == "wrap":
        parent[key] = chance.choice([[value], {"Properties": value}, {str(key): value}])
    elif kind == "copy" and isinstance(parent, dict):
        parent[f"{key}Copy"] = copy.deepcopy(value)
    else:
        return None
    return tree, what


def mutate_published(chance, tree):
    """A copy of the tree with one fault of what is published, and what was done; None when the dice chose what cannot be done."""
    tree = copy.deepcopy(tree)
    fault = chance.choice([template_faults.in_schema, template_faults.in_schema, template_faults.in_section, template_faults.in_policy])
    what = fault(chance, tree, other_values)
    return what and (tree, what)


def mutate_loop(chance, tree):
    """A copy of the tree with a loop that has one fault, and what was done; None when the tree has a transform of its own."""
    if "Transform" in tree:
        return None
    tree = copy.deepcopy(tree)
    topic = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": {"Fn::Sub": "of ${Each}"}}}
    loop = ["Each", ["One", "Two"], {"Looped${Each}": topic}]
    name = "Fn::ForEach::Added"
    kind = chance.choice(["property", "type", "value", "list", "body", "key", "twice", "reference", "mapping"])
    if kind == "property":
        topic["Properties"][chance.choice(["DisplayNam", "Displayname", "Name"])] = "a"
    elif kind == "type":
        topic["Type"] += chance.choice(["s", "Topic", "::"])
    elif kind == "value":
        topic["Properties"]["Tags"] = chance.choice(["a", [{"Key": "a"}], {"a": "b"}, [{"Key": "a", "Value": {"Ref": "Gone"}}]])
    elif kind == "list":
        loop[1] = chance.choice(["One", 5])
    elif kind == "body":
        loop[2] = chance.choice(["a", [topic]])
    elif kind == "key":
        name = chance.choice(["Fn::ForEach", "Fn::ForEach::a-b"])
    elif kind == "twice":
        loop[2] = {chance.choice(["Looped", chance.choice(names_in(tree, "Resources"))]): topic}
    elif kind == "reference":
        tree.setdefault("Outputs", {})["Added"] = {"Value": {"Ref": "LoopedThree"}}
    else:
        tree.setdefault("Mappings", {})["Added"] = {"One": {"Text": "a"}}
        topic["Properties"]["DisplayName"] = {"Fn::FindInMap": ["Added", {"Ref": "Each"}, "Text"]}
    tree["Transform"] = "AWS::LanguageExtensions"
    tree["Resources"][name] = loop
    return tree, f"loop {kind} {name}: {json.dumps(loop)}"[:200]


def mutate_text(chance, text):
    """A copy of a YAML text with one line broken, and what was done; None when the dice chose what cannot be done."""
    lines = text.split("\n")
    number = chance.choice([index for index, line in enumerate(lines) if line.strip() and not line.startswith("#")])
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    kind = chance.choice(["deeper", "shallower", "twice", "gone", "tab", "colon", "quote", "dash", "swap", "dedent block", "comment", "tag", "core tag", "bracket"])
    if kind == "deeper":
        new = ["  " + line]
    elif kind == "shallower" and indent >= 2:
        new = [line[2:]]
    elif kind == "twice":
        new = [line, line]
    elif kind == "gone":
        new = []
    elif kind == "tab" and indent:
        new = ["\t" + line.lstrip()]
    elif kind == "colon" and ": " in line:
        new = [line.replace(": ", chance.choice([":", " ", " : ", "= "]), 1)]
    elif kind == "quote":
        new = [line + "'"]
    elif kind == "dash" and line.lstrip().startswith("- "):
        new = [line.replace("- ", chance.choice(["", "-", "-- "]), 1)]
    elif kind == "swap" and number + 1 < len(lines):
        lines[number], lines[number + 1] = lines[number + 1], lines[number]
        new = [lines[number]]
    elif kind == "dedent block":
        end = number + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent and lines[end].strip():
            lines[end] = lines[end][2:]
            end += 1
        new = [line]
    elif kind == "comment" and ": " in line:
        new = [line.replace(": ", ": # ", 1)]
    elif kind == "tag" and "!" in line:
        new = [chance.choice([line.replace("!Ref", "!Reff"), line.replace("!", "! "), line.replace("!", ""), line.replace("!Sub", "!GetAtt"), line.replace("!GetAtt", "!Ref"), line.replace("!Ref", "!Sub")])]
    elif kind == "core tag" and line.endswith(":"):
        new = [line + chance.choice([" !!str", " !!int", " !!bool"])]
    elif kind == "bracket" and ("[" in line or "{" in line):
        new = [chance.choice([line.replace("[", "", 1), line.replace("]", "", 1), line.replace("}", "", 1), line.replace("[", "{", 1)])]
    else:
        return None
    if new == [line] and kind not in ("swap", "dedent block"):
        return None
    changed = "\n".join(lines[:number] + new + lines[number + 1:])
    return (changed, f"{kind} {number + 1}: {line.strip()[:100]}") if changed != text else None


def changed(before, after, most=5):
    """The first and last line in which a text differs from another; of many lines the first few."""
    before, after = before.split("\n"), after.split("\n")
    same = [one == other for one, other in zip(before, after)]
    first = same.index(False) if False in same else min(len(before), len(after))
    rest = [one == other for one, other in zip(reversed(before), reversed(after))]
    tail = rest.index(False) if False in rest else len(rest)
    last = max(first, len(after) - tail - 1)
    return first + 1, min(last, first + most - 1) + 1


def campaign(chance, count, full=False):
    """Broken templates: name of a file, text, what was done, the lines that were changed."""
    templates = [(name, path.read_text()) for name, path in subjects(full)]
    trees = {name: read(text) for name, text in templates}
    whole = {(name, shape): write(tree, shape) for name, tree in trees.items() for shape in SHAPES}
    whole |= {(name, "text"): text for name, text in templates}
    while count:
        name, text = chance.choice(templates)
        if chance.random() < 0.2:
            found = mutate_text(chance, text)
            shape = "text"
        else:
            shape = chance.choice(SHAPES)
            mutate = chance.choice([mutate_tree] * 8 + [mutate_published] * 3 + [mutate_loop])
            found = mutate(chance, trees[name])
            found = found and (write(found[0], shape), found[1])
        if found:
            new = found[0]
            yield f"{count:04}-{name}-{shape}.{'json' if shape == 'json' else 'yaml'}", new, found[1], changed(whole[name, shape], new)
            count -= 1
