"""The account that a spec describes, worked out from the spec's own YAML.

Shares nothing with `gen`: defaults are written here once more, from the description of the spec. A pattern that the
catalog supplies is asked of `gen catalog`, except the one that the rig knows by itself.
"""

import json
import re
from functools import lru_cache
from typing import NamedTuple

from . import facts, tools
from .wording import AnyText, Containing, SameTerms

ALARM_DEFAULTS = {
    "statistic": "Sum", "period": 300, "evaluationPeriods": 1, "datapointsToAlarm": 1, "threshold": 1,
    "comparison": "GreaterThanOrEqualToThreshold", "treatMissingData": "notBreaching", "actionsEnabled": True,
    "notifyOn": ["alarm"], "namePrefix": "",
}
SUFFIX = "-o-exampleorgid-4f2a9c"  # as AWS Control Tower ends the names of its log groups
ACTION_LISTS = {"alarm": "AlarmActions", "ok": "OKActions", "insufficientData": "InsufficientDataActions"}


class Place(NamedTuple):
    """Where a spec is deployed."""

    account: str = "123456789012"
    region: str = "us-east-1"
    organization: str = ""

    @property
    def partition(self):
        if self.region.startswith("cn-"):
            return "aws-cn"
        return "aws-us-gov" if self.region.startswith("us-gov-") else "aws"

    @property
    def domain(self):
        return "amazonaws.com.cn" if self.partition == "aws-cn" else "amazonaws.com"

    def arn(self, service, rest):
        return f"arn:{self.partition}:{service}:{self.region}:{self.account}:{rest}"


def expected(spec, place=Place(), chosen=None):
    """The account, in the form that `normalise` gives, with nothing but what the spec asks for.

    With `satisfy` or `coverage` a control may have several filters, whose texts the checkers' rules decide; those rules
    are proved elsewhere. `chosen` says which: pairs of a filter's name and pattern by the name of its metric.
    """
    tags = {key: str(value) for key, value in (spec.get("tags") or {}).items()}
    account = {kind: {} for kind in (
        "logGroups", "metricFilters", "alarms", "topics", "subscriptions", "trails", "roles", "buckets", "keys")}
    group = add_trail(account, spec, tags, place)
    topic = add_topic(account, spec, tags, place)
    for control in controls(spec):
        add_control(account, spec, control, group, topic, tags, chosen)
    return account


def log_group_of(spec):
    trail = spec.get("trail")
    if trail is None:
        return None
    if "existing" in trail:
        found = trail["existing"]
        return found.get("logGroup") or found.get("logGroupPrefix", "cloudtrail/existing") + SUFFIX
    return trail["create"].get("logGroup") or f"cloudtrail/{trail['create']['name']}"


def topic_arn_of(spec, place=Place()):
    """An existing topic is looked for in the account of the proof, under its own name."""
    topic = (spec.get("notify") or {}).get("topic") or {}
    if "existing" in topic:
        return place.arn("sns", topic["existing"].rsplit(":", 1)[1])
    name = (topic.get("create") or {}).get("name") or spec["name"]
    return place.arn("sns", name)


def controls(spec):
    """Each control with its id, title, pattern and names."""
    entries = spec.get("controls")
    benchmark = spec.get("benchmark", "cis-1.4.0")
    if entries is None:
        entries = list(catalog(benchmark))
    excluded = set(spec.get("exclude") or [])
    made = []
    for entry in entries:
        entry = {"control": entry} if isinstance(entry, str) else entry
        if (entry.get("control") or entry.get("id")) not in excluded:
            made.append(control_of(entry, benchmark))
    return made


def control_of(entry, benchmark):
    own = {"settings": entry}
    if "control" in entry:
        identifier = entry["control"]
        own |= {"id": identifier, "title": None, "default": facts.NAMES[identifier]}
        if entry.get("pattern"):
            own["pattern"] = entry["pattern"]
        elif identifier == "organizations-changes":
            own["pattern"] = facts.ORGANIZATIONS_PATTERN
        else:
            own["pattern"] = catalog(benchmark)[identifier]
        return own
    own |= {"id": entry["id"], "title": entry["title"], "default": pascal_case(entry["id"])}
    if "pattern" in entry:
        own["pattern"] = entry["pattern"]
    else:
        terms = " || ".join(f"$.eventName = {name}" for name in entry["events"]["names"])
        own["pattern"] = SameTerms(f"{{ $.eventSource = {entry['events']['source']} && {terms} }}")
    return own


@lru_cache
def catalog(benchmark):
    """The text of each filter control of an edition, in the benchmark's order."""
    made = {}
    for entry in json.loads(tools.gen("catalog", "--format", "json").stdout):
        for edition in entry["editions"]:
            if edition["benchmark"] == benchmark and entry["kind"] == "metric-filter":
                made[entry["id"]] = edition["texts"][0]
    return made


def pascal_case(identifier):
    return "".join(word[:1].upper() + word[1:] for word in re.split("[^A-Za-z0-9]+", identifier) if word)


def add_control(account, spec, control, group, topic, tags, chosen):
    settings = control["settings"]
    metric = (spec.get("metric") or {}) | (settings.get("metric") or {})
    alarm = ALARM_DEFAULTS | (spec.get("alarm") or {}) | (settings.get("alarm") or {})
    namespace = (spec.get("metric") or {}).get("namespace", "CISBenchmark")
    metric_name = (settings.get("metric") or {}).get("name") or control["default"]
    transformation = {
        "metricName": metric_name, "metricNamespace": namespace, "metricValue": str(metric.get("value", "1"))}
    if metric.get("defaultValue") is not None:
        transformation["defaultValue"] = metric["defaultValue"]
    filter_name = settings.get("filterName") or control["default"]
    filters = [(filter_name, control["pattern"])] if chosen is None else chosen[metric_name]
    divided = spec.get("perAccount") if settings.get("perAccount", True) else None
    extras = divide(divided, transformation) if divided else {}
    for name, pattern in filters:
        account["metricFilters"][f"{group}|{name}"] = {
            "filterPattern": pattern, "metricTransformations": [transformation]} | extras
    name = alarm["namePrefix"] + (alarm.get("name") or metric_name)
    for ending, words, dimensions in targets(divided):
        add_alarm(account, name + ending, [control["title"], *words], alarm | {
            "metric": metric_name, "namespace": namespace, "topic": topic, "tags": tags, "dimensions": dimensions})


def divide(divided, transformation):
    """Puts the dimensions of the account, and of the Region where some are named, on a filter."""
    regions = [str(region) for region in divided.get("regions") or []]
    if divided.get("source", "event") == "event":
        transformation["dimensions"] = {"AccountId": "$.recipientAccountId"} | (
            {"Region": "$.awsRegion"} if regions else {})
        return {}
    ids = [account_of(entry)[0] for entry in divided["accounts"]]
    criteria = f"@aws.account IN {json.dumps(ids)}" + (f" AND @aws.region IN {json.dumps(regions)}" if regions else "")
    return {
        "fieldSelectionCriteria": criteria,
        "emitSystemFieldDimensions": ["@aws.account"] + (["@aws.region"] if regions else [])}


def targets(divided):
    """For each alarm: how its name ends, what its description says beside the title, and its dimensions."""
    if not divided:
        return [("", [], [])]
    system = divided.get("source", "event") == "system-fields"
    made = []
    for identifier, name in map(account_of, divided["accounts"]):
        for region in divided.get("regions") or [None]:
            dimensions = [{"Name": "@aws.account" if system else "AccountId", "Value": identifier}]
            if region:
                dimensions.append({"Name": "@aws.region" if system else "Region", "Value": region})
            made.append((
                f"-{name}" + (f"-{region}" if region else ""), [identifier, name] + ([region] if region else []),
                dimensions))
    return made


def account_of(entry):
    """Id and name of an account of a spec, whose id YAML may have read as a number."""
    entry = entry if isinstance(entry, dict) else {"id": entry}
    identifier = str(entry["id"])
    return identifier, entry.get("name", identifier)


def add_alarm(account, name, words, alarm):
    fields = {
        "AlarmDescription": Containing(*filter(None, words)) if any(words) else AnyText(),
        "ActionsEnabled": alarm["actionsEnabled"],
        "MetricName": alarm["metric"],
        "Namespace": alarm["namespace"],
        "Statistic": alarm["statistic"],
        "Period": alarm["period"],
        "EvaluationPeriods": alarm["evaluationPeriods"],
        "DatapointsToAlarm": alarm["datapointsToAlarm"],
        "Threshold": alarm["threshold"],
        "ComparisonOperator": alarm["comparison"],
        "TreatMissingData": alarm["treatMissingData"],
        "tags": alarm["tags"],
    }
    if alarm["dimensions"]:
        fields["Dimensions"] = alarm["dimensions"]
    for state, key in ACTION_LISTS.items():
        fields[key] = [alarm["topic"]] if state in alarm["notifyOn"] else []
    account["alarms"][name] = fields


def add_topic(account, spec, tags, place):
    notify = spec.get("notify") or {}
    arn = topic_arn_of(spec, place)
    if "existing" not in (notify.get("topic") or {}):
        made = (notify.get("topic") or {}).get("create") or {}
        encryption = made.get("encryption", "none")
        publishers, owners, lister = sharing(made.get("shareWith"), place)
        key = key_arn(encryption, f"<key of topic {arn.rsplit(':', 1)[1]}>", place)
        if encryption == "create":
            account["keys"][key.rsplit("/", 1)[1]] = a_key(
                f"{spec['name']}-topic", [alarms_use_key(publishers)], tags, place)
        account["topics"][arn] = ({"KmsMasterKeyId": key} if key else {}) | {
            "Policy": {
                "Version": "2012-10-17",
                "Statement": [{
                    "Sid": AnyText(), "Effect": "Allow", "Principal": {"Service": ["cloudwatch.amazonaws.com"]},
                    "Action": ["sns:Publish"], "Resource": [arn],
                    "Condition": {
                        "StringEquals": publishers,
                        "ArnLike": {"aws:SourceArn": [f"arn:{place.partition}:cloudwatch:{place.region}:{owners}:alarm:*"]},
                    },
                }] + ([{
                    "Sid": AnyText(), "Effect": "Allow", "Principal": "*", "Action": ["sns:ListSubscriptionsByTopic"],
                    "Resource": [arn], "Condition": {"StringEquals": lister},
                }] if lister else []),
            },
            "tags": tags,
        }
    for subscription in notify.get("subscriptions") or []:
        account["subscriptions"][f"{arn}|{subscription['protocol']}|{subscription['endpoint']}"] = {}
    return arn


def sharing(wanted, place):
    """Whose alarms may publish, the account in their ARNs, and which principals may list the subscribers."""
    if wanted is None:
        return {"aws:SourceAccount": [place.account]}, place.account, None
    if wanted == "organization" or "organization" in wanted:
        organization = place.organization if wanted == "organization" else wanted["organization"]
        return {"aws:SourceOrgID": [organization]}, "*", {"aws:PrincipalOrgID": [organization]}
    ids = [str(identifier) for identifier in wanted["accounts"]]
    return {"aws:SourceAccount": [place.account, *ids]}, "*", {"aws:PrincipalAccount": ids}


def add_trail(account, spec, tags, place):
    group = log_group_of(spec)
    if "create" not in (spec.get("trail") or {}):
        return group
    trail = spec["trail"]["create"]
    name = trail["name"]
    organization = trail["organizationId"] if trail.get("organization") else None
    bucket = trail.get("bucket") or f"<bucket of trail {name}>"
    role = f"<role of trail {name}>"
    trail_arn = place.arn("cloudtrail", f"trail/{name}")
    bucket_arn = f"arn:{place.partition}:s3:::{bucket}"
    encryption = trail.get("encryption", "none")
    key = key_arn(encryption, f"<key of trail {name}>", place)
    if encryption == "create":
        account["keys"][key.rsplit("/", 1)[1]] = a_key(
            f"{spec['name']}-trail", trail_uses_key(group, trail_arn, place), tags, place)
    account["logGroups"][group] = {
        "retentionInDays": trail.get("logRetentionDays", 365), "kmsKeyId": key, "tags": tags}
    account["buckets"][bucket] = {
        "location": None if place.region == "us-east-1" else place.region,
        "policy": {
            "Version": "2012-10-17", "Statement": bucket_statements(bucket_arn, trail_arn, place, organization)},
        "publicAccessBlock": {
            "BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True},
        "encryption": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}],
        "versioning": "Enabled",
        "lifecycle": None,
        "ownership": [{"ObjectOwnership": "BucketOwnerEnforced"}],
        "tags": tags,
    }
    account["roles"][role] = {
        "Path": "/", "MaxSessionDuration": 3600, "Description": AnyText(), "attached": [], "tags": tags,
        "AssumeRolePolicyDocument": trust_policy(),
        "policies": {"deliver-to-cloudwatch-logs": {"Version": "2012-10-17", "Statement": [{
            "Sid": AnyText(), "Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
            "Resource": log_streams(group, place, organization),
        }]}},
    }
    account["trails"][name] = ({"KmsKeyId": key} if key else {}) | {
        "S3BucketName": bucket, "IncludeGlobalServiceEvents": True, "IsMultiRegionTrail": True,
        "HomeRegion": place.region, "LogFileValidationEnabled": True, "IsOrganizationTrail": organization is not None,
        "HasInsightSelectors": False, "IsLogging": True,
        "CloudWatchLogsLogGroupArn": place.arn("logs", f"log-group:{group}:*"),
        "CloudWatchLogsRoleArn": f"arn:{place.partition}:iam::{place.account}:role/{role}",
        "EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": True}],
        "AdvancedEventSelectors": [], "tags": tags,
    }
    return group


def trust_policy():
    return {"Version": "2012-10-17", "Statement": [{
        "Sid": AnyText(), "Effect": "Allow", "Principal": {"Service": ["cloudtrail.amazonaws.com"]},
        "Action": ["sts:AssumeRole"],
    }]}


def key_arn(encryption, name, place):
    """The ARN of the key that an `encryption` value stands for."""
    if encryption == "none":
        return None
    return place.arn("kms", f"key/{name}") if encryption == "create" else encryption


def a_key(alias, users, tags, place):
    return {
        "state": "Enabled", "description": AnyText(), "usage": "ENCRYPT_DECRYPT", "aliases": [f"alias/{alias}"],
        "rotation": True, "tags": tags,
        "policy": {"Version": "2012-10-17", "Statement": [{
            "Sid": AnyText(), "Effect": "Allow", "Action": ["kms:*"], "Resource": ["*"],
            "Principal": {"AWS": [f"arn:{place.partition}:iam::{place.account}:root"]},
        }] + users},
    }


def alarms_use_key(publishers):
    return {
        "Sid": AnyText(), "Effect": "Allow", "Principal": {"Service": ["cloudwatch.amazonaws.com"]},
        "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": ["*"],
        "Condition": {"StringEquals": publishers},
    }


def trail_uses_key(group, trail_arn, place):
    service = {"Service": ["cloudtrail.amazonaws.com"]}
    context = f"arn:{place.partition}:cloudtrail:*:{place.account}:trail/*"
    return [
        {"Sid": AnyText(), "Effect": "Allow", "Resource": ["*"],
         "Principal": {"Service": [f"logs.{place.region}.{place.domain}"]},
         "Action": ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
         "Condition": {"ArnEquals": {
             "kms:EncryptionContext:aws:logs:arn": place.arn("logs", f"log-group:{group}")}}},
        {"Sid": AnyText(), "Effect": "Allow", "Principal": service, "Action": ["kms:GenerateDataKey*"],
         "Resource": ["*"], "Condition": {
             "StringEquals": {"aws:SourceArn": [trail_arn]},
             "StringLike": {"kms:EncryptionContext:aws:cloudtrail:arn": context}}},
        {"Sid": AnyText(), "Effect": "Allow", "Principal": service, "Action": ["kms:DescribeKey"],
         "Resource": ["*"], "Condition": {"StringEquals": {"aws:SourceArn": [trail_arn]}}},
    ]


def log_streams(group, place, organization):
    owners = [f"{place.account}_CloudTrail_{place.region}*"] + ([f"{organization}_*"] if organization else [])
    return [place.arn("logs", f"log-group:{group}:log-stream:{owner}") for owner in owners]


def bucket_statements(bucket_arn, trail_arn, place, organization):
    service = {"Service": ["cloudtrail.amazonaws.com"]}
    return [
        {"Sid": AnyText(), "Effect": "Allow", "Principal": service, "Action": ["s3:GetBucketAcl"],
         "Resource": [bucket_arn], "Condition": {"StringEquals": {"aws:SourceArn": [trail_arn]}}},
        {"Sid": AnyText(), "Effect": "Allow", "Principal": service, "Action": ["s3:PutObject"],
         "Resource": [
             f"{bucket_arn}/AWSLogs/{owner}/*" for owner in [place.account, organization] if owner],
         "Condition": {"StringEquals": {
             "aws:SourceArn": [trail_arn], "s3:x-amz-acl": "bucket-owner-full-control"}}},
        {"Sid": AnyText(), "Effect": "Deny", "Principal": "*", "Action": ["s3:*"],
         "Resource": [bucket_arn, f"{bucket_arn}/*"],
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
    ]
