"""Reads a whole account back, through the API and all pages of every answer, into plain dictionaries."""

import json

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

VOLATILE = {
    "ResponseMetadata", "AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateReason", "StateReasonData",
    "StateValue", "StateTransitionedTimestamp", "EvaluationState",
}
TOPIC_COUNTS = {"SubscriptionsConfirmed", "SubscriptionsPending", "SubscriptionsDeleted", "TopicArn", "Owner"}
SUBSCRIPTION_DROPPED = {"SubscriptionArn", "Owner", "TopicArn", "Protocol", "Endpoint", "PendingConfirmation",
                        "ConfirmationWasAuthenticated", "SubscriptionPrincipal"}


class Reader:
    """Reads one account and Region."""

    def __init__(self, endpoint, region, account=None):
        self._endpoint, self._region, self._account, self._clients = endpoint, region, account, {}

    def snapshot(self):
        return {
            "logGroups": self.log_groups(),
            "metricFilters": self.metric_filters(),
            "alarms": self.alarms(),
            "topics": self.topics(),
            "subscriptions": self.subscriptions(),
            "trails": self.trails(),
            "roles": self.roles(),
            "buckets": self.buckets(),
            "keys": self.keys(),
        }

    def client(self, service):
        if service not in self._clients:
            self._clients[service] = boto3.client(
                service, region_name=self._region, endpoint_url=self._endpoint, aws_access_key_id="reader",
                aws_secret_access_key="reader",
                config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}))
            if account := self._account:
                self._clients[service].meta.events.register(
                    "before-sign", lambda request, **_: request.headers.add_header("x-moto-account-id", account))
        return self._clients[service]

    def pages(self, service, operation, key, **arguments):
        client = self.client(service)
        if not client.can_paginate(operation):
            return list(getattr(client, operation)(**arguments)[key])
        found = []
        for page in client.get_paginator(operation).paginate(**arguments):
            found.extend(page.get(key, []))
        return found

    def log_groups(self):
        found = {}
        for group in self.pages("logs", "describe_log_groups", "logGroups"):
            arn = group["arn"].removesuffix(":*")
            found[group["logGroupName"]] = {
                "retentionInDays": group.get("retentionInDays"),
                "kmsKeyId": group.get("kmsKeyId"),
                "tags": self.client("logs").list_tags_for_resource(resourceArn=arn)["tags"],
            }
        return found

    def metric_filters(self):
        found = {}
        for entry in self.pages("logs", "describe_metric_filters", "metricFilters"):
            name = f"{entry['logGroupName']}|{entry['filterName']}"
            if name in found:
                raise AssertionError(f"two metric filters of one name: {name}")
            found[name] = {
                key: value for key, value in entry.items() if key not in {"filterName", "logGroupName", "creationTime"}}
        return found

    def alarms(self):
        found = {}
        for alarm in self.pages("cloudwatch", "describe_alarms", "MetricAlarms"):
            fields = {key: value for key, value in alarm.items() if key not in VOLATILE | {"AlarmArn", "AlarmName"}}
            fields["tags"] = tag_map(
                self.client("cloudwatch").list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"])
            found[alarm["AlarmName"]] = fields
        return found

    def topics(self):
        found = {}
        for topic in self.pages("sns", "list_topics", "Topics"):
            arn = topic["TopicArn"]
            attributes = self.client("sns").get_topic_attributes(TopicArn=arn)["Attributes"]
            fields = {key: value for key, value in attributes.items() if key not in TOPIC_COUNTS}
            for key in ("Policy", "EffectiveDeliveryPolicy", "DeliveryPolicy"):
                if fields.get(key):
                    fields[key] = json.loads(fields[key])
            fields["tags"] = tag_map(self.client("sns").list_tags_for_resource(ResourceArn=arn)["Tags"])
            found[arn] = fields
        return found

    def subscriptions(self):
        found = {}
        for entry in self.pages("sns", "list_subscriptions", "Subscriptions"):
            name = f"{entry['TopicArn']}|{entry['Protocol']}|{entry['Endpoint']}"
            if name in found:
                raise AssertionError(f"two subscriptions of one endpoint: {name}")
            attributes = self.client("sns").get_subscription_attributes(
                SubscriptionArn=entry["SubscriptionArn"])["Attributes"]
            found[name] = {key: value for key, value in attributes.items() if key not in SUBSCRIPTION_DROPPED}
        return found

    def trails(self):
        found = {}
        client = self.client("cloudtrail")
        for trail in client.describe_trails(includeShadowTrails=True)["trailList"]:
            arn = trail["TrailARN"]
            fields = {key: value for key, value in trail.items() if key not in {"Name", "TrailARN"}}
            selectors = client.get_event_selectors(TrailName=arn)
            fields["EventSelectors"] = selectors.get("EventSelectors") or []
            fields["AdvancedEventSelectors"] = selectors.get("AdvancedEventSelectors") or []
            fields["IsLogging"] = client.get_trail_status(Name=arn)["IsLogging"]
            fields["tags"] = tag_map(client.list_tags(ResourceIdList=[arn])["ResourceTagList"][0]["TagsList"])
            found[trail["Name"]] = fields
        return found

    def roles(self):
        found = {}
        client = self.client("iam")
        for entry in self.pages("iam", "list_roles", "Roles"):
            name = entry["RoleName"]
            role = client.get_role(RoleName=name)["Role"]
            found[name] = {
                "Path": role["Path"],
                "Description": role.get("Description", ""),
                "MaxSessionDuration": role.get("MaxSessionDuration"),
                "AssumeRolePolicyDocument": role["AssumeRolePolicyDocument"],
                "policies": {
                    policy: client.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
                    for policy in self.pages("iam", "list_role_policies", "PolicyNames", RoleName=name)
                },
                "attached": sorted(
                    policy["PolicyArn"]
                    for policy in self.pages("iam", "list_attached_role_policies", "AttachedPolicies", RoleName=name)),
                "tags": tag_map(self.pages("iam", "list_role_tags", "Tags", RoleName=name)),
            }
        return found

    def buckets(self):
        found = {}
        client = self.client("s3")
        for entry in client.list_buckets()["Buckets"]:
            name = entry["Name"]
            found[name] = {
                "location": client.get_bucket_location(Bucket=name).get("LocationConstraint"),
                "policy": parsed(absent(lambda: client.get_bucket_policy(Bucket=name)["Policy"])),
                "publicAccessBlock": absent(
                    lambda: client.get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"]),
                "encryption": absent(
                    lambda: client.get_bucket_encryption(Bucket=name)["ServerSideEncryptionConfiguration"]["Rules"]),
                "versioning": client.get_bucket_versioning(Bucket=name).get("Status"),
                "lifecycle": absent(lambda: client.get_bucket_lifecycle_configuration(Bucket=name)["Rules"]),
                "ownership": absent(
                    lambda: client.get_bucket_ownership_controls(Bucket=name)["OwnershipControls"]["Rules"]),
                "tags": tag_map(absent(lambda: client.get_bucket_tagging(Bucket=name)["TagSet"]) or []),
            }
        return found

    def keys(self):
        """The customer's keys that live; one that waits for its deletion is named so and keeps nothing else."""
        found = {}
        client = self.client("kms")
        aliases = {}
        for alias in self.pages("kms", "list_aliases", "Aliases"):
            if "TargetKeyId" in alias:
                aliases.setdefault(alias["TargetKeyId"], []).append(alias["AliasName"])
        for entry in self.pages("kms", "list_keys", "Keys"):
            identifier = entry["KeyId"]
            about = client.describe_key(KeyId=identifier)["KeyMetadata"]
            if about["KeyManager"] != "CUSTOMER":
                continue
            if about["KeyState"] == "PendingDeletion":
                continue
            found[identifier] = {
                "state": about["KeyState"],
                "description": about["Description"],
                "usage": about.get("KeyUsage", "ENCRYPT_DECRYPT"),
                "aliases": sorted(aliases.get(identifier, [])),
                "policy": parsed(client.get_key_policy(KeyId=identifier, PolicyName="default")["Policy"]),
                "rotation": client.get_key_rotation_status(KeyId=identifier)["KeyRotationEnabled"],
                "tags": {
                    tag["TagKey"]: tag["TagValue"]
                    for tag in self.pages("kms", "list_resource_tags", "Tags", KeyId=identifier)},
            }
        return found


def tag_map(tags):
    return {tag["Key"]: tag["Value"] for tag in tags}


def parsed(document):
    return None if document is None else json.loads(document)


def absent(read):
    """The answer, or None where the service says that there is no such configuration."""
    try:
        return read()
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code.startswith("NoSuch") or code.endswith("NotFoundError") or code.endswith("NotFound"):
            return None
        raise
