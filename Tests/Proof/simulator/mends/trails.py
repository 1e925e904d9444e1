"""CloudTrail: names and ARNs alike, default selectors, and the checks that the service makes before it takes a trail.

The service refuses a trail whose bucket's policy does not let it write, and one whose role may not write to the log
group. Both are simulated as far as an artefact can get them wrong: a statement for the service's principal must allow
the action on the resource. It is no policy evaluator.
"""

import fnmatch
import json

from moto.cloudtrail import models
from moto.core.exceptions import JsonRESTError
from moto.iam.models import iam_backends
from moto.logs.models import logs_backends
from moto.s3.models import s3_backends

DEFAULT_SELECTOR = {
    "ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [], "ExcludeManagementEventSources": [],
}


def refuse(code, message):
    return JsonRESTError(code, message)


def as_list(value):
    return value if isinstance(value, list) else [value]


def allows(policy, action, resource, principal=None):
    for statement in as_list(json.loads(policy)["Statement"]):
        if statement["Effect"] != "Allow":
            continue
        if principal and principal not in as_list(statement.get("Principal", {}).get("Service", [])):
            continue
        if not any(fnmatch.fnmatchcase(action.lower(), wanted.lower()) for wanted in as_list(statement["Action"])):
            continue
        if any(fnmatch.fnmatchcase(resource, pattern) for pattern in as_list(statement["Resource"])):
            return statement
    return None


def check_bucket(trail):
    bucket = s3_backends[trail.account_id][trail.partition].get_bucket(trail.bucket_name)
    code = "InsufficientS3BucketPolicyException"
    if not bucket.policy:
        raise refuse(code, f"Incorrect S3 bucket policy is detected for bucket: {trail.bucket_name}")
    policy = bucket.policy.decode() if isinstance(bucket.policy, bytes) else bucket.policy
    arn = f"arn:{trail.partition}:s3:::{trail.bucket_name}"
    prefix = f"{trail.s3_key_prefix}/" if trail.s3_key_prefix else ""
    target = f"{arn}/{prefix}AWSLogs/{trail.account_id}/CloudTrail/{trail.region_name}/file"
    service = "cloudtrail.amazonaws.com"
    for action, resource in (("s3:GetBucketAcl", arn), ("s3:PutObject", target)):
        statement = allows(policy, action, resource, service)
        if statement is None:
            raise refuse(code, f"the bucket policy of {trail.bucket_name} does not let CloudTrail do {action}")
        source = statement.get("Condition", {}).get("StringEquals", {}).get("aws:SourceArn")
        if source is not None and trail.arn not in as_list(source):
            raise refuse(code, f"the bucket policy of {trail.bucket_name} is for the trail {source}, not {trail.arn}")


def check_log_group(trail):
    arn = trail.cw_log_group_arn
    if not arn:
        return
    fields = arn.split(":")
    if len(fields) != 8 or fields[7] != "*" or fields[6] not in logs_backends[trail.account_id][fields[3]].groups:
        raise refuse("InvalidCloudWatchLogsLogGroupArnException", f"no usable log group: {arn}")
    role_name = (trail.cw_role_arn or "").rsplit("/", 1)[-1]
    roles = [role for role in iam_backends[trail.account_id][trail.partition].roles.values() if role.name == role_name]
    if not roles:
        raise refuse("InvalidCloudWatchLogsRoleArnException", f"no such role: {trail.cw_role_arn}")
    trust = roles[0].assume_role_policy_document
    if "cloudtrail.amazonaws.com" not in (trust if isinstance(trust, str) else json.dumps(trust)):
        raise refuse("InvalidCloudWatchLogsRoleArnException", "CloudTrail may not assume the role")
    streams = [f"{arn[:-2]}:log-stream:{trail.account_id}_CloudTrail_{trail.region_name}"]
    for action in ("logs:CreateLogStream", "logs:PutLogEvents"):
        for stream in streams:
            if not any(allows(policy, action, stream) for policy in roles[0].policies.values()):
                raise refuse("InvalidCloudWatchLogsRoleArnException", f"Access denied. The role does not allow {action} on {stream}")


def install():
    backend = models.CloudTrailBackend
    create_trail, update_trail = backend.create_trail, backend.update_trail
    describe, put_selectors = models.Trail.description, models.Trail.put_event_selectors

    def create_checked(self, name, *arguments, **named):
        if name in self.trails:
            raise refuse("TrailAlreadyExistsException", f"Trail {name} already exists for customer: {self.account_id}")
        trail = create_trail(self, name, *arguments, **named)
        try:
            check_bucket(trail)
            check_log_group(trail)
        except JsonRESTError:
            del self.trails[name]
            raise
        trail.event_selectors = [dict(DEFAULT_SELECTOR)]
        return trail

    def update_checked(self, name, *arguments, **named):
        trail = update_trail(self, name, *arguments, **named)
        trail.kms_key_id = trail.kms_key_id or None  # an empty text takes the key away
        check_bucket(trail)
        check_log_group(trail)
        return trail

    def by_name_or_arn(operation):
        return lambda self, name: operation(self, self.get_trail(name).trail_name)

    def put_either(trail, basic, advanced):
        put_selectors(trail, basic, advanced)
        if basic:
            trail.event_selectors = [DEFAULT_SELECTOR | entry for entry in basic]
            trail.advanced_event_selectors = []
        trail.chose_selectors = True

    def description(trail, include_region=False):
        made = describe(trail, include_region)
        made["HasCustomEventSelectors"] = getattr(trail, "chose_selectors", False)
        return {key: value for key, value in made.items() if value is not None}

    backend.create_trail = create_checked
    backend.update_trail = update_checked
    for name in ("start_logging", "stop_logging", "delete_trail"):
        setattr(backend, name, by_name_or_arn(getattr(backend, name)))
    models.Trail.put_event_selectors = put_either
    models.Trail.description = description
