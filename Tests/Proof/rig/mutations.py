"""Breaks an artefact in one place. Every field that deploys something is a place; which are tried is drawn by a fixed seed."""

import copy
import random
import re

OTHERS = {
    "Sum": "Maximum", "GreaterThanOrEqualToThreshold": "GreaterThanThreshold", "notBreaching": "missing", "Allow": "Deny",
    "Deny": "Allow", "Enabled": "Suspended", "AES256": "aws:kms", "BucketOwnerEnforced": "BucketOwnerPreferred", "true": "false",
    "false": "true", "email": "email-json", "2012-10-17": "2008-10-17",
}
# Fields that shape the tool's work and not the account.
NOT_DEPLOYED = {
    "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "Condition", "Type", "depends_on", "lifecycle",
    "skip_destroy", "//", "force_destroy", "Description", "description",
}


def other(value):
    """A value that means something else; None when there is none to be had."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, str):
        if value in OTHERS:
            return OTHERS[value]
        if re.fullmatch("[0-9]+", value):
            return str(int(value) + 1)
        if value and "${" not in value:
            return value[:-1] + ("y" if value[-1] == "x" else "x")
    return None


def places(node, path=()):
    """The path of every field below a node."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in NOT_DEPLOYED:
                yield path + (key,)
                yield from places(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield path + (index,)
            yield from places(value, path + (index,))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def mutants(document, roots, count, seed):
    """Pairs of a name and a broken document: changed fields, and dropped ones where a field has no other value."""
    candidates = []
    for root in roots:
        for path in places(at(document, root), root):
            if ("Fn::If", 2) in zip(path, path[1:]):
                continue  # what a condition leaves out of this deployment
            value = at(document, path)
            if (changed := other(value)) is not None:
                candidates.append((path, changed))
            elif isinstance(value, (dict, list)) and len(path) > len(root) + 1:
                candidates.append((path, None))
    dice = random.Random(seed)
    for path, changed in dice.sample(candidates, min(count, len(candidates))):
        broken = copy.deepcopy(document)
        parent = at(broken, path[:-1])
        if changed is None:
            del parent[path[-1]]
        else:
            parent[path[-1]] = changed
        name = "/".join(map(str, path)) + (" dropped" if changed is None else f" = {changed}")
        yield name, broken


JSON_FIELD = re.compile(r'("(?P<key>[A-Za-z:]+)":\s*)(?P<value>"(?:[^"\\\n]|\\.)*"|-?[0-9.]+|true|false)')


def script_mutants(text, count, seed):
    """A script with one field of the JSON that it sends changed."""
    code = [match for match in JSON_FIELD.finditer(text)
            if not text[text.rfind("\n", 0, match.start()) + 1:match.start()].lstrip().startswith("#")]
    usable = []
    for match in code:
        value = match["value"]
        if value.startswith('"'):
            changed = other(value[1:-1])
            changed = None if changed is None else f'"{changed}"'
        else:
            changed = {"true": "false", "false": "true"}.get(value) or str(float(value) + 1).removesuffix(".0")
        if changed is not None and "'" not in value:
            usable.append((match, changed))
    dice = random.Random(seed)
    for match, changed in dice.sample(usable, min(count, len(usable))):
        line = text.count("\n", 0, match.start()) + 1
        broken = text[:match.start("value")] + changed + text[match.end("value"):]
        yield f"line {line} {match['key']} = {changed}", broken
