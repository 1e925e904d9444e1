"""Takes out of a snapshot what is equal though written differently, and gives random names the name of their part.

Equal: unit "None" and none, no data resources and an empty list, an empty description and none, one action and a list
of one, actions, resources and dimensions in another order, a switch that is off and none. Not compared: the delivery policy that SNS works out by itself, and whether somebody ever wrote a trail's selectors, since
the selectors are compared. Random: the id of a key; where the spec names no bucket or role, the name that a form makes up.
"""

import copy
import json

LISTS_OF_ONE = ("Action", "Resource", "Service", "AWS", "Federated", "aws:SourceArn", "aws:SourceAccount",
                "AWS:SourceOwner", "aws:SourceOrgID", "aws:PrincipalOrgID", "aws:PrincipalAccount", "Statement")


def normalised(snapshot, named_bucket=False):
    account = copy.deepcopy(snapshot)
    account = renamed(account, names(account, named_bucket))
    for alarm in account["alarms"].values():
        drop(alarm, "Unit", "None")
        drop(alarm, "Metrics", [])
        for key in ("AlarmActions", "OKActions", "InsufficientDataActions"):
            alarm.setdefault(key, [])
        alarm["Dimensions"] = sorted(alarm.get("Dimensions", []), key=lambda dimension: dimension["Name"])
        drop(alarm, "Dimensions", [])
    for entry in account["metricFilters"].values():
        drop(entry, "applyOnTransformedLogs", False)
        for transformation in entry["metricTransformations"]:
            drop(transformation, "unit", "None")
    for trail in account["trails"].values():
        for selector in trail["EventSelectors"]:
            drop(selector, "DataResources", [])
            drop(selector, "ExcludeManagementEventSources", [])
        for key in ("S3KeyPrefix", "KmsKeyId"):
            drop(trail, key, "")
        trail.pop("HasCustomEventSelectors", None)
    for role in account["roles"].values():
        drop(role, "Description", "")
        role["AssumeRolePolicyDocument"] = listed(role["AssumeRolePolicyDocument"])
        role["policies"] = {name: listed(policy) for name, policy in role["policies"].items()}
    for topic in account["topics"].values():
        topic["Policy"] = listed(topic.get("Policy"))
        drop(topic, "KmsMasterKeyId", "")
        for key in ("DisplayName", "DeliveryPolicy"):
            drop(topic, key, "")
        topic.pop("EffectiveDeliveryPolicy", None)
    for subscription in account["subscriptions"].values():
        drop(subscription, "RawMessageDelivery", "false")
        subscription.pop("EffectiveDeliveryPolicy", None)
    for bucket in account["buckets"].values():
        bucket["policy"] = listed(bucket["policy"])
        for rule in bucket["encryption"] or []:
            drop(rule, "BucketKeyEnabled", False)
    for key in account["keys"].values():
        key["policy"] = listed(key["policy"])
    return account


def drop(fields, key, value):
    if key in fields and fields[key] == value:
        del fields[key]


def listed(policy):
    """A policy with lists wherever the language allows one value or a list."""
    if isinstance(policy, dict):
        made = {key: listed(value) for key, value in policy.items()}
        for key in LISTS_OF_ONE:
            if key in made and not isinstance(made[key], list):
                made[key] = [made[key]]
        for key in ("Action", "Resource"):
            if isinstance(made.get(key), list):
                made[key] = sorted(made[key])
        return made
    return [listed(entry) for entry in policy] if isinstance(policy, list) else policy


def names(account, named_bucket):
    """Old name to new name, for whatever has no name of its own in the spec."""
    made = {}
    for trail, fields in sorted(account["trails"].items()):
        if not named_bucket:
            made[fields["S3BucketName"]] = f"<bucket of trail {trail}>"
        if role := fields.get("CloudWatchLogsRoleArn"):
            made[role.rsplit("/", 1)[1]] = f"<role of trail {trail}>"
        if (key := fields.get("KmsKeyId")) and key.rsplit("/", 1)[-1] in account["keys"]:
            made[key.rsplit("/", 1)[1]] = f"<key of trail {trail}>"
    for arn, fields in sorted(account["topics"].items()):
        if (key := fields.get("KmsMasterKeyId")) and key.rsplit("/", 1)[-1] in account["keys"]:
            made[key.rsplit("/", 1)[-1]] = f"<key of topic {arn.rsplit(':', 1)[1]}>"
    return made


def renamed(account, names):
    text = json.dumps(account, default=str)
    for old in sorted(names, key=len, reverse=True):
        text = text.replace(json.dumps(old)[1:-1], json.dumps(names[old])[1:-1])
    return json.loads(text)
