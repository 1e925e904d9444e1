"""Breaks a Terraform configuration in JSON in one place, in every way that people break them. A seed draws which."""

import copy
import re

from rig import dealing
from rig.lines import TWICE

WRONG = ["perhaps", 7, -1, 1.5, True, None, {}, {"a": "b"}, [], ["x"], [{"a": 1}], {"x": {"y": 1}}, "", "12abc", "9999999999"]
HOSTILE = ["*bad value:/ ${", "x" * 3000, "arn:aws", "a b", "a:b*c", "UPPER", "-", "{", "[1,", "${", "${}", "%{ if true }", "%{ for }",
           "${a b}", "${foo(}", "${)}", "${\"open}", "%{ endif }", "${1 +}", "${var}", "${var.}", "${nofunction(1)}"]
META = [
    ("count", "many"), ("count", -1), ("count", [1]), ("for_each", ["a"]), ("for_each", 3), ("for_each", "text"),
    ("depends_on", ["aws_sns_topic.not_there"]), ("depends_on", "aws_sns_topic.not_there"), ("depends_on", [1]), ("depends_on", ["nothing"]),
    ("provider", "aws.nowhere"), ("provider", 7), ("lifecycle", {"prevent_destory": True}), ("lifecycle", {"prevent_destroy": "maybe"}),
    ("lifecycle", {"ignore_changes": ["nothing_here"]}), ("lifecycle", {"create_before_destroy": []}), ("lifecycle", "x"),
    ("lifecycle", {"precondition": {"condition": True}}), ("lifecycle", {"replace_triggered_by": ["aws_sns_topic.not_there"]}),
    ("dynamic", {"nothing_here": {"for_each": [1], "content": {}}}), ("dynamic", {"x": {}}), ("provisioner", {"local-exec": {}}),
    ("lifecycle", [{"prevent_destroy": True}, {"prevent_destroy": False}]), ("connection", 4),
]
BEYOND = [("id", "x"), ("arn", "arn:aws:sns:us-east-1:111122223333:x"), ("tags_all", {"a": "b"}), ("name_prefix", "x-"), ("tag", {}),
          ("owner", "me"), ("creation_date", "x"), ("tags", {"a": {"b": "c"}}), ("tags", ["a"]), ("policy", "{"), ("timeouts", {"create": "soon"}),
          ("timeouts", {"nothing": "5m"}), ("tags", {"a": 1})]
BLOCKS = {
    "variable": [("type", "sting"), ("type", "list"), ("type", "list(sting)"), ("type", "object({a=string"), ("type", 7), ("type", "map(string, number)"),
                 ("default", {"a": "b"}), ("default", "no number"), ("default", [1, "a"]), ("sensitive", "perhaps"), ("nullable", "x"), ("nullable", None),
                 ("validation", {"condition": True}), ("validation", {"error_message": "No."}), ("validation", {"condition": "${var.not_there}", "error_message": "No."}),
                 ("validation", {"condition": "${1 == 1}", "error_message": "Never refers to it."}), ("descripton", "x"), ("description", 7), ("description", ["x"]),
                 ("default", None), ("default", []), ("type", "object({ a = optional(string) })"), ("type", "set(number)"), ("ephemeral", "x"), ("validation", "x")],
    "output": [("valu", 1), ("sensitive", "perhaps"), ("depends_on", ["aws_sns_topic.not_there"]), ("precondition", {"condition": True}), ("value", "${var.not_there}"),
               ("value", "${aws_sns_topic.not_there.arn}"), ("value", "${local.not_there}"), ("value", "${module.not_there.x}"), ("value", "${data.aws_region.not_there.id}"),
               ("description", ["x"]), ("precondition", {"condition": "${var.not_there}", "error_message": "x"}), ("ephemeral", "x"), ("value", "${each.key}"),
               ("value", "${count.index}"), ("value", "${self.id}"), ("value", "${path.nowhere}"), ("value", "${terraform.nothing}"), ("value", "${upper()}"),
               ("value", "${upper(\"a\", \"b\")}"), ("value", "${lookup({})}"), ("value", "${Upper(\"a\")}"), ("value", "${format()}"), ("value", "${[for x in]}"),
               ("value", "${[for x in [1] : y]}"), ("value", "${1 +}"), ("value", "${\"a\" + 1}"), ("value", "${true ? 1}"), ("value", "${\"a}"), ("value", "${{ a = 1 }.b}"),
               ("value", "${tonumber(\"a\")}"), ("value", "${element([], 0)}"), ("value", "${jsondecode(\"{\")}"), ("value", "${regex(\"(\", \"a\")}"), ("value", "${join(\",\", \"a\")}"),
               ("value", "${cidrsubnet(\"10.0.0.0\", 4, 1)}"), ("value", "${local}"), ("value", "${var}"), ("value", "${aws_sns_topic}"), ("value", "${foo}"), ("value", "${foo.bar}"),
               ("value", "${provider::aws::nothing()}"), ("value", "${file(\"not-there.txt\")}"), ("value", "%{ if true }a"), ("value", "%{ for x in [1] }a%{ endif }")],
    "terraform": [("required_version", "at least 1"), ("required_version", ">= 1.3, <"), ("required_provider", {}),
                  ("required_providers", {"aws": {"source": "not/a/source/at/all"}}), ("required_providers", {"aws": {"source": "Bad Source"}}),
                  ("required_providers", {"aws": {"version": "latest"}}), ("required_providers", {"aws": 5}), ("required_providers", {"aws": {"sorce": "hashicorp/aws"}}),
                  ("backend", {"nowhere": {}}), ("required_version", 1)],
    "locals": [("self_made", "${local.self_made}"), ("lost", "${var.not_there}"), ("bad-fn", "${bas64encode(\"a\")}"), ("9bad", 1), ("a b", 1), ("one", "${two}")],
    "": [("resources", {}), ("Resource", {}), ("variables", {}), ("local", {}), ("locals", "x"), ("resource", "x"), ("output", []), ("data", {"aws_region": "x"}),
         ("moved", {"from": "aws_sns_topic.a"}), ("moved", {"from": "aws_sns_topic.a", "to": "aws_sqs_queue.b"}), ("moved", {"from": "a", "to": "b"}),
         ("removed", {"from": "aws_sns_topic.old"}), ("removed", {"form": "aws_sns_topic.old"}), ("check", {"c": {}}), ("check", {"c": {"assert": {"condition": True}}}),
         ("provider", {"aws": {"regin": "us-east-1"}}), ("provider", {"aws": {"region": ["us-east-1"]}}), ("provider", {"nowhere": {}}),
         ("module", {"m": {}}), ("module", {"m": {"source": "./not-there"}}), ("module", {"m": {"source": 7}}), ("moved", {"from": "aws_sns_topic.a", "too": "aws_sns_topic.b"}),
         ("module", {"m": {"source": "${var.x}"}}), ("provider", {"aws": [{"alias": "a"}, {"alias": "a"}]}), ("terraform", 1), ("ephemeral", {"aws_nothing": {"a": {}}})],
}
OTHER_TYPES = {"aws_sns_topic_arn": {"x": {"name": "y"}}, "aws_cloudwatch_metric_alarms": {"x": {}}, "aws_sns_topic": {"9x": {"name": "y"}},
               "aws_nothing": {"x": {}}, "aws_kms_alias": {"x": []}}


def places(node, path=()):
    if isinstance(node, dict):
        for key, value in node.items():
            yield path + (key,)
            yield from places(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield path + (index,)
            yield from places(value, path + (index,))


def structures(tree, path, labels):
    """The paths of the structures that stand so many labels below a section, whether spelled with lists or without."""
    try:
        node = at(tree, path)
    except KeyError:
        return
    for part in range(len(node)) if isinstance(node, list) else [None]:
        found = path if part is None else path + (part,)
        if not isinstance(at(tree, found), dict):
            continue
        if labels == 0:
            yield found
        else:
            for name in at(tree, found):
                yield from structures(tree, found + (name,), labels - 1)


def at(tree, path):
    for step in path:
        tree = tree[step]
    return tree


def renamed(parent, old, new):
    items = [(new if key == old else key, value) for key, value in parent.items()]
    parent.clear()
    parent.update(items)


def mutations(tree):
    """Pairs of a kind and a change: a function that breaks a copy and answers the path that it broke."""
    bodies = [path for kind in ("resource", "data") for path in structures(tree, (kind,), 2)]

    def put(path, value):
        def change(copy):
            at(copy, path[:-1])[path[-1]] = value
            return path
        return change

    def drop(path):
        def change(copy):
            del at(copy, path[:-1])[path[-1]]
            return path[:-1]
        return change

    def rename(path, new):
        def change(copy):
            renamed(at(copy, path[:-1]), path[-1], new)
            return path[:-1] + (new,)
        return change

    def wrap(path, value):
        def change(copy):
            at(copy, path[:-1])[path[-1]] = value(at(copy, path))
            return path
        return change

    for path in places(tree):
        value, key = at(tree, path), path[-1]
        section = path[0]
        inside = section in ("resource", "data") and sum(isinstance(step, str) for step in path) > 3
        if isinstance(key, str) and key != "//" and len(path) > 1:
            if inside or section not in ("resource", "data"):
                yield "renamed", rename(path, key + "x")
                yield "case", rename(path, key.upper() if key.lower() == key else key.lower())
                yield "twice", rename(path, key)  # replaced below
                yield "dropped", drop(path)
            else:
                yield "label", rename(path, key + "x")
                yield "label", rename(path, key + " " if len(path) == 2 else "9" + key)
        if isinstance(key, int):
            yield "dropped", drop(path)
        if inside or section in ("variable", "output", "locals", "module", "provider", "terraform", "check", "moved", "removed"):
            for wrong in WRONG:
                yield "type", put(path, wrong)
            if isinstance(value, str):
                for wrong in HOSTILE:
                    yield "text", put(path, wrong)
                yield "text", put(path, value + "x")
                yield "text", put(path, value[:-1])
                yield "text", put(path, value.upper())
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                for wrong in (0, -5, 2, 61, 100000, value + 0.5):
                    yield "range", put(path, wrong)
            if isinstance(value, dict) and value:
                yield "block", wrap(path, lambda old: [old, copy.deepcopy(old)])
                yield "block", wrap(path, lambda old: [[old]])
                yield "block", put(path, {})
            if isinstance(value, list) and value:
                yield "block", wrap(path, lambda old: old + copy.deepcopy(old))
                yield "block", wrap(path, lambda old: old[0])
                yield "block", put(path, [])
        if isinstance(value, str) and "${" in value and len(path) > 1:
            for match in re.finditer(r"[a-z_]+(?:\.[A-Za-z0-9_]+)+|[a-z]+(?=\()|}", value):
                for new in broken(match[0]):
                    yield "reference", put(path, value[:match.start()] + new + value[match.end():])
    for path in bodies:
        for name, value in META:
            yield "meta", put(path + (name,), value)
        for name, value in BEYOND:
            yield "beyond", put(path + (name,), value)
    for section, changes in BLOCKS.items():
        labels = 1 if section in ("variable", "output") else 0
        for path in structures(tree, (section,) if section else (), labels):
            for name, value in changes:
                yield section or "root", put(path + (name,), value)
    for kind in ("resource", "data"):
        for path in structures(tree, (kind,), 0):
            for name, value in OTHER_TYPES.items():
                if name not in at(tree, path):
                    yield "resource type", put(path + (name,), value)


def broken(reference):
    if reference == "}":
        return ["", "]", ".}", "+}", " b}", "[0}", "(}"]
    if "." not in reference:
        return [reference + "x", reference.upper()]
    steps = reference.split(".")
    out = [".".join(steps[:index] + [steps[index] + "x"] + steps[index + 1:]) for index in range(len(steps))]
    return out + [".".join(steps[:-1]), reference + "..x", reference + ".x", reference.replace(".", "-", 1), steps[-1], reference.upper()]


def draw(tree, count, seed):
    """`count` broken copies, as many of each kind as there are: a kind, the broken path and the tree."""
    by_kind = {}
    for kind, change in mutations(tree):
        by_kind.setdefault(kind, []).append(change)
    made = 0
    for kind, change in dealing.dealt(by_kind, seed):
        if made == count:
            return
        mutant = copy.deepcopy(tree)
        try:
            path = change(mutant)
        except (KeyError, IndexError, TypeError):
            continue
        if kind == "twice":
            parent = at(mutant, path[:-1])
            parent[path[-1] + TWICE] = copy.deepcopy(parent[path[-1]])
            path = path[:-1] + (path[-1] + TWICE,)
        if mutant == tree:
            continue
        made += 1
        yield kind, path, mutant
