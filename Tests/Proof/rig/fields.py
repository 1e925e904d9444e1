"""Every field that a spec may have, as `gen` itself names them: nothing here is a list to be kept up to date.

Where a block has an unknown key, `gen` says which keys it knows. So one unknown key in every block of the examples tells them all.
"""

import copy
import json
import re

from . import tools

SAID = re.compile(r"unknown key '(qzq\d+x)' in '[^']+'(?:(?!error\[)[\s\S])*?known keys of '[^']+': (.+)")
COMMON = {"version": 1, "name": "fields", "benchmark": "cis-1.4.0", "coverage": "benchmark"}
ALARM = {
    "statistic": "Sum", "period": 300, "evaluationPeriods": 3, "datapointsToAlarm": 2, "threshold": 1,
    "comparison": "GreaterThanThreshold", "treatMissingData": "missing", "actionsEnabled": True, "notifyOn": ["alarm"],
    "namePrefix": "x"}
OWN = {
    "id": "own", "title": "x", "filterName": "x", "metric": {"name": "x", "value": "1", "defaultValue": 0},
    "alarm": ALARM | {"name": "x"}}
PATTERN = '{ $.a = "x" }'
ROLE = "arn:aws:iam::123456789012:role/Administration"
# Together with every block and every key that gen knows; the proof fails on a key that none of them has.
EXAMPLES = (
    COMMON | {
        "controls": [
            "root-usage", OWN | {"pattern": PATTERN},
            {"control": "organizations-changes", "pattern": PATTERN, "filterName": "y", "alarm": ALARM | {"name": "y"}},
            {"id": "events", "title": "x", "events": {"source": "iam.amazonaws.com", "names": ["CreateUser"]},
             "samples": {"match": ["x.json"], "noMatch": ["y.json"]}}],
        "exclude": ["root-usage"], "satisfy": ["cis"], "metric": {"namespace": "x", "value": "1", "defaultValue": 0},
        "trail": {"create": {
            "name": "the-trail", "logGroup": "x", "organization": True, "organizationId": "o-exampleorgid", "bucket": "the-trail-logs",
            "logRetentionDays": 365, "encryption": "none"}},
        "notify": {
            "topic": {"create": {"name": "x", "encryption": "none", "shareWith": {"organization": "o-exampleorgid"}}},
            "subscriptions": [{"protocol": "https", "endpoint": "https://example.org/x"}]},
        "alarm": ALARM, "deploy": {"scope": "management-account"}, "tags": {"x": "y"}},
    COMMON | {
        "controls": [OWN | {"pattern": PATTERN, "perAccount": True, "metric": {"name": "x"}}], "trail": {"existing": {"logGroup": "x"}},
        "perAccount": {
            "source": "event", "accounts": [{"id": "111122223333", "name": "x"}, "444455556666"], "regions": ["us-east-1"]},
        "notify": {"topic": {"create": {"name": "x", "shareWith": {"accounts": ["111122223333"]}}}}},
    COMMON | {
        "controls": [OWN | {"pattern": PATTERN}], "trail": {"existing": {"logGroupPrefix": "x"}},
        "notify": {"topic": {"existing": "arn:aws:sns:us-east-1:111122223333:x"}}},
    COMMON | {"controls": [OWN | {"pattern": PATTERN}], "trail": {"existing": {"trail": "the-trail"}}},
    COMMON | {
        "controls": [OWN | {"pattern": PATTERN}], "trail": {"create": {"name": "the-trail"}},
        "deploy": {"scope": "stackset", "homeRegion": "us-east-1", "stackSet": {
            "name": "x", "permissionModel": "service-managed", "callAs": "self", "organizationalUnits": ["ou-ab12-cd34ef56"],
            "accountFilter": "intersection", "accounts": ["111122223333"], "regions": ["us-east-1"],
            "autoDeployment": {"enabled": True, "retainStacksOnAccountRemoval": True},
            "operationPreferences": {"regionConcurrency": "parallel", "maxConcurrentCount": 1, "failureToleranceCount": 0}}}},
    COMMON | {
        "controls": [OWN | {"pattern": PATTERN}], "trail": {"create": {"name": "the-trail"}},
        "deploy": {"scope": "stackset", "homeRegion": "us-east-1", "stackSet": {
            "name": "x", "permissionModel": "self-managed", "administrationRole": ROLE, "executionRole": "Execution",
            "accounts": ["111122223333"], "regions": ["us-east-1"], "operationPreferences": {
                "concurrencyMode": "strict-failure-tolerance", "maxConcurrentPercentage": 10, "failureTolerancePercentage": 10}}}},
)


def blocks(node, path=()):
    """Every mapping of a spec with its path; the tags are the user's own keys."""
    if isinstance(node, dict) and path != ("tags",):
        yield path, node
        for key, value in node.items():
            yield from blocks(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from blocks(value, (*path, index))


def scalars(node, path=()):
    """The path of every scalar of a spec."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from scalars(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from scalars(value, (*path, index))
    else:
        yield path


def named(path):
    """A path without the places in lists: `controls[].title`."""
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def settle(folder):
    """The files of events that an example names."""
    (folder / "x.json").write_text('{"eventSource": "iam.amazonaws.com", "eventName": "CreateUser"}', encoding="utf-8")
    (folder / "y.json").write_text("{}", encoding="utf-8")


def known(folder):
    """Every key of every block, by its path without places in lists. In the folder are the files that the examples name."""
    made = set()
    for example in EXAMPLES:
        spoiled, marks = copy.deepcopy(example), {}
        for path, block in list(blocks(spoiled)):
            mark = f"qzq{len(marks)}x"
            marks[mark] = named(path)
            block[mark] = 1
        answer = tools.gen("cloudformation", "-", check=False, cwd=folder, input=json.dumps(spoiled, indent=1)).stderr
        said = dict(SAID.findall(answer))
        assert set(said) == set(marks), f"blocks that do not say their keys: {[marks[mark] for mark in set(marks) - set(said)]}"
        for mark, keys in said.items():
            made |= {f"{marks[mark]}.{key}".lstrip(".") for key in keys.split(", ")}
    return made


def shown():
    """Every key that the examples have."""
    return {named((*path, key)) for example in EXAMPLES for path, block in blocks(example) for key in block}


def changed(example, path, value):
    made = copy.deepcopy(example)
    parent = made
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    return made
