#!/usr/bin/env python3
"""Cuts the published schemas down to what `gen lint` needs and writes them to data/*.txt.

Sources, by the versions in VERSIONS (the script refuses others, so that a refresh is a decision):
  cloudformation.txt  the CloudFormation registry schemas that cfn-lint bundles, region us-east-1, and what the serverless transform asks of
                      its own types (serverless.py)
  terraform.txt       `terraform providers schema -json` of hashicorp/aws, plus the provider's own argument
                      checks (terraform-checks.json: the provider publishes no list, probe.py asks it for one),
                      `terraform metadata functions -json`, and the language's own blocks (terraform-blocks.json)
  awscli.txt          the aws command's argument tables, and botocore's service models behind them
  words.txt           the words in the names of those three, each as a name without a schema: what is a word of the field

Run:  python3 Sources/CGenSchemas/extract.py [--plugin-dir DIR]

Format of each file: a line `# <versions> TAB <bytes of the index>`, then the index: one line `name TAB offset TAB length` for each entry in byte order
of names (offset -1: the name is known, its schema is left out), an empty line, then the entries' JSON texts one
after the other; offsets count bytes from there. One entry is parsed only when an artefact uses it.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

VERSIONS = {"cfn-lint": "1.51.0", "aws-sam-translator": "1.115.0", "hashicorp/aws": "5.100.0", "terraform": "1.11.4", "botocore": "1.43.55", "aws-cli": "1.45.55"}
HERE = os.path.dirname(os.path.abspath(__file__))

# The neighbours of what is monitored. Of all other types what refers to other resources but EC2's, and what is read-only, is left open: there
# the registry is held against nothing, and refuses what deploys.
CLOUDFORMATION_NEIGHBOURS = [
    r"Logs::.*", r"CloudTrail::.*", r"SNS::.*", r"CloudWatch::.*", r"S3::.*", r"IAM::.*", r"KMS::.*",
    r"CloudFormation::(Stack|StackSet|CustomResource|WaitCondition.*|Macro)", r"SQS::.*", r"Events::.*", r"Oam::.*", r"CE::Anomaly.*",
    r"SSMContacts::.*", r"SSMIncidents::.*", r"Lambda::.*", r"Config::.*", r"SSM::.*", r"SecurityHub::.*", r"GuardDuty::.*",
    r"AccessAnalyzer::Analyzer", r"Budgets::Budget", r"Chatbot::.*", r"KinesisFirehose::DeliveryStream", r"Kinesis::Stream",
    r"SecretsManager::.*", r"Organizations::.*",
    r"EC2::(FlowLog|VPC|VPCEndpoint|VPCGatewayAttachment|VPCPeeringConnection|VPCCidrBlock|Subnet|SubnetRouteTableAssociation|RouteTable|Route"
    r"|InternetGateway|EgressOnlyInternetGateway|NatGateway|EIP|EIPAssociation|SecurityGroup|SecurityGroupIngress|SecurityGroupEgress"
    r"|NetworkAcl|NetworkAclEntry|SubnetNetworkAclAssociation|NetworkInterface|Instance|LaunchTemplate|Volume|VolumeAttachment|KeyPair"
    r"|DHCPOptions|VPCDHCPOptionsAssociation|CustomerGateway|VPNGateway|VPNConnection|TransitGateway|TransitGatewayAttachment)",
    r"Scheduler::Schedule", r"StepFunctions::StateMachine", r"DynamoDB::Table",
]
# Every type is kept but for those of this service, which have half a megabyte of definitions.
CLOUDFORMATION_GIANTS = r"AWS::QuickSight::.*"

# Those of which the provider's own checks are kept too.
TERRAFORM_TYPES = [
    r"aws_cloudwatch_.*", r"aws_cloudtrail.*", r"aws_sns_.*", r"aws_kms_(key|alias|key_policy|grant)",
    r"aws_s3_bucket(_policy|_public_access_block|_ownership_controls|_versioning|_server_side_encryption_configuration"
    r"|_lifecycle_configuration|_logging|_acl|_notification|_object_lock_configuration)?",
    r"aws_iam_(role|role_policy|role_policy_attachment|policy|policy_attachment|policy_document|account_password_policy"
    r"|group|group_policy|user|user_policy|instance_profile|service_linked_role)",
    r"aws_cloudformation_(stack|stack_set|stack_set_instance|stack_instances)", r"aws_sqs_queue(_policy)?",
    r"aws_lambda_(function|permission|alias|event_source_mapping)", r"aws_config_.*", r"aws_ssm_parameter",
    r"aws_caller_identity", r"aws_region", r"aws_partition", r"aws_organizations_.*", r"aws_securityhub_(account|standards_subscription)",
    r"aws_guardduty_detector", r"aws_accessanalyzer_analyzer", r"aws_kinesis_firehose_delivery_stream", r"aws_kinesis_stream",
    r"aws_flow_log", r"aws_chatbot_.*", r"aws_default_tags", r"aws_canonical_user_id", r"aws_availability_zones",
    r"aws_service_principal", r"aws_arn", r"aws_account_primary_contact", r"aws_billing_service_account", r"aws_regions",
]

# Neighbours, of which the resources' checks are kept and not the data sources'.
TERRAFORM_NEIGHBOURS = (
    r"aws_("
    r"instance|vpc|subnet|security_group|security_group_rule|vpc_security_group_(in|e)gress_rule|route_table|route"
    r"|internet_gateway|nat_gateway|eip|vpc_endpoint|dynamodb_table|budgets_budget|secretsmanager_secret"
    r"|secretsmanager_secret_version|ssm_document|ssm_association|sfn_state_machine|scheduler_schedule"
    r"|lambda_function_url|lambda_layer_version|lambda_function_event_invoke_config|iam_openid_connect_provider"
    r"|iam_saml_provider|iam_user_policy_attachment|iam_group_policy_attachment|iam_group_membership|iam_access_key"
    r"|s3_object|s3_bucket_cors_configuration|s3_bucket_replication_configuration|s3_bucket_website_configuration"
    r"|s3_bucket_accelerate_configuration|s3_bucket_metric|s3_account_public_access_block|kms_replica_key"
    r"|kms_external_key|ecr_repository|ecs_cluster|ecs_service|db_instance|lb|lb_listener|lb_target_group"
    r"|autoscaling_group|route53_record|route53_zone|acm_certificate|api_gateway_rest_api|resourcegroups_group"
    r"|backup_vault|guardduty_.*|securityhub_.*|accessanalyzer_.*|organizations_.*|account_.*|ce_anomaly_.*"
    r"|synthetics_canary|oam_.*|chatbot_.*|sqs_.*|sns_.*|logs_.*|ebs_encryption_by_default|ebs_volume|key_pair|ami"
    r"|default_.*|inspector2_.*|macie2_.*"
    r")")

# Everything else is kept as published, without the provider's own checks; but for these, each of which has a megabyte of blocks.
TERRAFORM_GIANTS = ("aws_wafv2_rule_group", "aws_wafv2_web_acl", "aws_quicksight_", "aws_lexv2models_")

# Services whose operations carry the whole input shape; of the others, the operations' names.
CLI_SERVICES = [
    "logs", "cloudwatch", "cloudtrail", "sns", "kms", "sts", "events", "sqs", "organizations", "iam", "s3api", "s3control", "cloudformation",
    "lambda", "configservice", "ssm", "guardduty", "accessanalyzer", "budgets", "secretsmanager", "dynamodb", "firehose", "kinesis",
    "sso-admin", "identitystore", "ram", "account", "scheduler", "stepfunctions", "ecr", "resourcegroupstaggingapi", "resource-groups",
    "chatbot", "support", "health", "oam", "observabilityadmin", "synthetics", "controltower", "detective", "auditmanager", "macie2",
    "inspector2", "s3", "configure", "eks", "acm", "service-quotas", "notifications", "notificationscontacts",
]
CLI_OPERATIONS = {
    "ec2": r"(create|delete|describe)-(flow-logs|vpcs?|subnets?|security-groups?|security-group-rules|tags|volumes?|snapshots?|images?"
           r"|network-acls?|route-tables?|key-pairs?)|describe-(regions|availability-zones|instances|instance-status|addresses|network-interfaces)"
           r"|(authorize|revoke)-security-group-.*|modify-security-group-rules|.*(ebs-encryption|block-public-access).*"
           r"|(start|stop|terminate|run|reboot|monitor|unmonitor)-instances|modify-instance-metadata-.*",
    "securityhub": r"(?!batch-import|get-findings|batch-update).*",
    "ce": r".*anomal.*|get-cost.*",
}


# What version 2 alone has: https://github.com/aws/aws-cli/tree/v2/awscli/customizations
CLI_V2_OPERATIONS = {
    "cloudtrail": ["verify-query-results"], "configure": [
        "export-credentials", "import", "list-profiles", "mfa-login", "sso", "sso-session", "wizard"],
    "dsql": ["generate-db-connect-admin-auth-token", "generate-db-connect-auth-token"], "dynamodb": ["wizard"],
    "ec2-instance-connect": ["open-tunnel", "ssh"], "ecs": ["monitor-express-gateway-service"],
    "emr-containers": ["create-role-associations", "delete-role-associations"], "events": ["wizard"], "iam": ["wizard"],
    "lambda": ["wizard"], "lightsail": ["push-container-image"], "logs": ["tail"], "sso": ["login"],
}
CLI_V2_OPTIONS = {
    "logs start-live-tail": ["mode"], "configure get": ["sso-session", "services"], "configure set": ["sso-session", "services"],
    **{"s3 " + name: ["progress-frequency", "progress-multiline", "copy-props", "no-overwrite"] for name in ("cp", "mv", "sync")},
}
# Services that the aws command had until they closed.
CLI_CLOSED = ["iotevents", "iotevents-data", "panorama", "simspaceweaver"]


def check(what, found):
    if VERSIONS[what] != found:
        sys.exit(f"{what} is {found}, this script was written for {VERSIONS[what]}: compare the schemas, then raise VERSIONS")


def write(name, header, entries):
    """Writes one file; an entry whose value is None is known by its name only."""
    index, body, offset = [], [], 0
    for key in sorted(entries, key=lambda k: k.encode()):
        if entries[key] is None:
            index.append(f"{key}\t-1\t0")
            continue
        text = json.dumps(entries[key], separators=(",", ":"), ensure_ascii=True, sort_keys=True)
        index.append(f"{key}\t{offset}\t{len(text)}")
        body.append(text)
        offset += len(text) + 1
    path = os.path.join(HERE, "data", name)
    with open(path, "w", encoding="ascii", newline="\n") as file:
        lines = "\n".join(index) + "\n"
        file.write(f"# {header}\t{len(lines)}\n{lines}\n" + "\n".join(body) + "\n")
    print(f"{path}: {len(entries)} names, {len(body)} schemas, {os.path.getsize(path)} bytes")


KEPT = {
    "type", "properties", "patternProperties", "additionalProperties", "required", "items", "prefixItems", "enum", "const",
    "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minItems", "maxItems", "uniqueItems", "oneOf", "anyOf", "allOf", "not", "if", "then", "else", "$ref",
    "requiredXor", "requiredOr", "dependentRequired", "dependentExcluded", "format", "minProperties", "maxProperties",
    "propertyNames", "uniqueKeys",
}


def usable_pattern(pattern):
    """Drops what Python itself cannot compile: the registry holds a few Java spellings."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return "\\p{" not in pattern and len(pattern) < 600


def trim(schema):
    """The keywords that the linter reads, recursively."""
    if not isinstance(schema, dict):
        return schema
    out = {}
    for key, value in schema.items():
        if key not in KEPT:
            continue
        if key in ("properties", "patternProperties"):
            value = {name: trim(inner) for name, inner in value.items()}
        elif key in ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else"):
            value = trim(value) if not isinstance(value, list) else [trim(inner) for inner in value]
        elif key in ("oneOf", "anyOf", "allOf", "prefixItems"):
            value = [trim(inner) for inner in value]
        elif key == "pattern" and not usable_pattern(value):
            continue
        elif key == "format" and "." not in value:
            continue
        elif key == "uniqueItems" and value is False:
            continue
        out[key] = value
    if "maxUniqueItems" in schema:
        out["maxItems"] = schema["maxUniqueItems"]
    return out


def other(name):
    """A schema that cfn-lint ships beside those of the registry."""
    import cfnlint
    return json.load(open(os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "other", name + ".json")))


def referring(schema):
    """Policies refer to one common schema: its definitions go under names of their own. What stands beside a reference is kept."""
    if isinstance(schema, list):
        return [referring(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    out = {key: referring(value) for key, value in schema.items()}
    if isinstance(out.get("$ref"), str):
        reference = out.pop("$ref").replace("policy#/definitions/", "#/definitions/policy.").replace("policy#/", "#/definitions/policy/")
        if not out:
            return {"$ref": reference}
        out["allOf"] = out.get("allOf", []) + [{"$ref": reference}]
    return out


def without(schema, keyword):
    """A copy of a schema in which a keyword stands nowhere."""
    if isinstance(schema, list):
        return [without(inner, keyword) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: without(value, keyword) for key, value in schema.items() if key != keyword}


def with_identifiers_alone(schema):
    """A copy of a schema in which "format" names identifiers of EC2 alone: those have one form wherever they stand."""
    if isinstance(schema, list):
        return [with_identifiers_alone(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: with_identifiers_alone(value) for key, value in schema.items()
            if key != "format" or isinstance(value, str) and re.fullmatch(r"AWS::EC2::\w+\.Id", value)}


def policies():
    """The grammars of policies: of identities, of resources, of trust. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"""
    common = other("iam/policy")
    shared = {"policy." + name: trim(found) for name, found in common["definitions"].items()}
    shared = json.loads(json.dumps(shared).replace('"#/definitions/', '"#/definitions/policy.'))
    shared["policy"] = {"properties": {name: trim(found) for name, found in common["properties"].items() if name != "Statement"}}
    entries = {}
    for kind in ("identity", "resource", "trust"):
        source = other("iam/policy_" + kind)
        schema = trim(source)
        schema["definitions"] = {name: trim(found) for name, found in source.get("definitions", {}).items()} | shared
        entries["policy." + kind] = referring(schema)
        # A statement's name may be empty.
        entries["policy." + kind] = json.loads(json.dumps(entries["policy." + kind]).replace('"^[A-Za-z0-9]+$"', '"^[A-Za-z0-9]*$"'))
    # Buckets take two statements of one Sid, and no page asks keys for different ones.
    entries["policy.repeating"] = without(entries["policy.resource"], "uniqueKeys")
    return entries


# What cfn-lint demands beyond the registry, by file and the place it holds for. Left out: the alarm's period, which a chain rule of all
# three forms judges, and conditions over two resources.
EXTENSIONS = {
    "AWS::S3::Bucket": {"ownershipcontrols": ()},
    "AWS::SQS::Queue": {"properties": ()},
    "AWS::DynamoDB::Table": {"billingmode_exclusive": (), "billingmode_provisioned_dependent": ()},
    "AWS::Lambda::EventSourceMapping": {"eventsourcearn_sqs_exclusive": (), "eventsourcearn_stream_inclusive": ()},
    "AWS::Lambda::Function": {
        "environment_variable_keys": ("Environment", "Variables"), "loglevel_logformat": (), "packagetype_image_exclusions": (),
        "zipfile_runtime_enum": (), "zipfile_runtime_exists": ()},
}


def days(tier, least):
    return {"if": {"properties": {"AccessTier": {"const": tier}}, "required": ["AccessTier"]}, "then": {"properties": {"Days": {"minimum": least, "maximum": 730}}}}


FREQUENCIES = ["One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"]
# https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
PROTOCOLS = ["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"]
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
SELF_MANAGED = {"properties": {
    "AutoDeployment": False, "StackInstancesGroup": {"items": {"properties": {"DeploymentTargets": {"properties": {"OrganizationalUnitIds": False}}}}}}}

# What cfn-lint demands in code, and what the services' pages demand besides, by the place it holds for; `[]` stands for each element of a list.
DEMANDS = {
    # https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    "AWS::CloudWatch::Alarm": {
        (): {
            "if": {"required": ["EvaluationCriteria"]},
            "else": {
                "required": ["ComparisonOperator", "EvaluationPeriods"], "requiredOr": ["Threshold", "ThresholdMetricId"],
                "requiredXor": ["Metrics", "MetricName"], "dependentRequired": {"MetricName": ["Namespace", "Period"]}}},
        ("Metrics", "[]"): {"requiredXor": ["Expression", "MetricStat"]},
        ("EvaluateLowSampleCountPercentile",): {"enum": ["evaluate", "ignore"]},
        # https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
        ("Metrics", "[]", "Expression"): {"pattern": r"^(?!.*SEARCH *\()"}},
    "AWS::SNS::Subscription": {
        ("Protocol",): {"enum": PROTOCOLS, "caseless": True}, ("FilterPolicyScope",): {"enum": ["MessageAttributes", "MessageBody"]},
        (): {"if": {"properties": {"Protocol": {"const": "firehose"}}, "required": ["Protocol"]}, "then": {"required": ["SubscriptionRoleArn"]}}},
    # https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
    "AWS::SNS::Topic": {
        ("Subscription", "[]", "Protocol"): {"enum": PROTOCOLS, "caseless": True}, ("TopicName",): {"pattern": r"^[a-zA-Z0-9_-]{1,256}(\.fifo)?$"}},
    # https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigSnapshotDeliveryProperties.html
    "AWS::Config::ConfigRule": {("MaximumExecutionFrequency",): {"enum": FREQUENCIES}},
    "AWS::Config::DeliveryChannel": {("ConfigSnapshotDeliveryProperties", "DeliveryFrequency"): {"enum": FREQUENCIES}},
    # https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html
    "AWS::SSM::Document": {
        ("Content",): {"if": {"type": "object"}, "then": {
            "required": ["schemaVersion"], "properties": {
                "schemaVersion": {"enum": ["0.3", "1.0", "1.2", "2.0", "2.2"]}, "description": {"type": "string"}, "assumeRole": {"type": "string"}}}}},
    # https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
    # https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
    "AWS::CloudTrail::Trail": {
        (): {"dependentRequired": {"CloudWatchLogsLogGroupArn": ["CloudWatchLogsRoleArn"]},
             "dependentExcluded": {"EventSelectors": ["AdvancedEventSelectors"], "AdvancedEventSelectors": ["EventSelectors"]}}},
    # https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html
    "AWS::Logs::SubscriptionFilter": {
        (): {"if": {"properties": {"DestinationArn": {"pattern": "^arn:aws[a-z-]*:(kinesis|firehose):"}}, "required": ["DestinationArn"]},
             "then": {"required": ["RoleArn"]}}},
    "AWS::CloudFormation::StackSet": {
        (): {"if": {"properties": {"PermissionModel": {"const": "SELF_MANAGED"}}, "required": ["PermissionModel"]}, "then": SELF_MANAGED}},
    # https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
    "AWS::Scheduler::Schedule": {
        ("ScheduleExpression",): {
            "pattern": r"^(at\([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\)|rate\([1-9][0-9]* (minute|hour|day)s?\)"
                       r"|cron\((?=.*\?)[^ ]*[^ ,]( [^ ]*[^ ,]){5}\))$"}},
    # https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
    "AWS::Events::Rule": {
        ("ScheduleExpression",): {
            "pattern": r"^(rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\)"
                       r"|cron\((?=.*\?)[^ ]*[^ ,]( [^ ]*[^ ,]){5}\))$"}},
    # https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
    "AWS::GuardDuty::Detector": {(): {"dependentExcluded": {"DataSources": ["Features"]}}},
    # https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html
    "AWS::S3::Bucket": {
        ("IntelligentTieringConfigurations", "[]", "Tierings", "[]"): {"allOf": [days("ARCHIVE_ACCESS", 90), days("DEEP_ARCHIVE_ACCESS", 180)]},
        ("ReplicationConfiguration", "Role"): {"pattern": r"^arn:(aws[a-zA-Z-]*)?:iam::[0-9]{12}:role/[a-zA-Z_0-9+=,.@\-_/]+$"}},
}

# The day of cfn-lint's release. What it foretells beyond that day is put off again and again.
TOLD = "2026-05-12"


def retired_runtimes():
    """The runtimes with which Lambda makes no function any more, and what follows them. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"""
    import cfnlint
    known = json.load(open(os.path.join(os.path.dirname(cfnlint.__file__), "data", "AdditionalSpecs", "LmbdRuntimeLifecycle.json")))
    # Lambda has no runtime of its own for .NET 9.
    return {name: {"dotnet9": "dotnet8"}.get(found["successor"], found["successor"]) for name, found in known.items() if found["create-block"] <= TOLD}


# The last day of those that cfn-lint foretells and that are told as a warning.
FORETOLD = "2026-11-30"


def retiring_runtimes():
    """The runtimes of which AWS has told that Lambda makes no function with them soon, and the day that it told."""
    import cfnlint
    known = json.load(open(os.path.join(os.path.dirname(cfnlint.__file__), "data", "AdditionalSpecs", "LmbdRuntimeLifecycle.json")))
    return {name: found["create-block"] for name, found in known.items() if TOLD < found["create-block"] <= FORETOLD}


def joined(one, other):
    """Two demands as one, so that a value is walked through once for both."""
    shared = {key: joined(one[key], other[key]) for key in one.keys() & other.keys()}
    return one | other | shared


def extend(schema, name):
    """Adds what cfn-lint demands beyond the registry."""
    import cfnlint
    folder = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "extensions", name.replace("::", "_").lower())
    for file, path in EXTENSIONS.get(name, {}).items():
        inner = trim(json.load(open(os.path.join(folder, file + ".json"))))
        for step in reversed(path):
            inner = {"properties": {step: inner}}
        schema.setdefault("allOf", []).append(inner)
    demands = {}
    for path, inner in DEMANDS.get(name, {}).items():
        for step in reversed(path):
            inner = {"items": inner} if step == "[]" else {"properties": {step: inner}}
        demands = joined(demands, inner)
    if demands:
        schema.setdefault("allOf", []).append(demands)
    if name == "AWS::Lambda::Function":
        schema["properties"]["Runtime"]["retired"] = retired_runtimes()
        schema["properties"]["Runtime"]["retiring"] = retiring_runtimes()


def eased(schema, name):
    """Lets pass what published templates do that are deployed."""
    # https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateCpuOptionsRequest.html
    if options := schema.get("definitions", {}).get("CpuOptions"):
        options["properties"].setdefault("NestedVirtualization", {"type": "string"})
    # An alarm on a query of its own has no metric.
    if name == "AWS::CloudWatch::Alarm":
        del schema["requiredXor"]
    if name != "AWS::EC2::SecurityGroup":
        return
    # A group in the default VPC, a rule without its list, and one without a source.
    del schema["dependentRequired"]
    for rule in ("Ingress", "Egress"):
        schema["properties"]["SecurityGroup" + rule]["type"] = ["array", "object"]
        sources = schema["definitions"][rule].pop("requiredXor")
        schema["definitions"][rule]["dependentExcluded"] = {one: [other for other in sources if other != one] for one in sources}


def loosened(schema):
    """A fleet's policy, whose page shows a truth value's type as if it were a member.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html"""
    schema["definitions"]["AppStreamFleetUpdateType"] = {"type": ["boolean", "object"]}
    return schema


def section(name):
    """The schema of a section of a template. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html"""
    source = other(name)
    schema = trim(source)
    if "definitions" in source:
        schema["definitions"] = {key: trim(value) for key, value in source["definitions"].items()}
    return schema


def widened(schema):
    """What cfn-init takes and the schema does not: a command as a list, a mode of fewer digits.
    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html"""
    if isinstance(schema, list):
        return [widened(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    wider = {"command": {"type": ["array", "string"]}, "mode": {"type": "string", "pattern": "^[0-7]{3,6}$"}}
    out = {key: widened(value) for key, value in schema.items()}
    if isinstance(out.get("properties"), dict):
        out["properties"] |= {name: new for name, new in wider.items() if name in out["properties"]}
    return out


def creation_policy():
    """What a resource may wait for, by its type. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html"""
    def structure(**properties):
        return {"type": "object", "additionalProperties": False, "properties": properties}
    signal = structure(Timeout={"type": "string"}, Count={"type": "integer"})
    types = {
        "AWS::AppStream::Fleet": structure(StartFleet={"type": ["boolean", "object"]}),
        "AWS::AutoScaling::AutoScalingGroup": structure(
            AutoScalingCreationPolicy=structure(MinSuccessfulInstancesPercent={"type": "integer"}), ResourceSignal=signal),
        "AWS::CloudFormation::WaitCondition": structure(ResourceSignal=signal),
    }
    return {"allOf": [
        {"if": {"properties": {"Type": {"const": name}}, "required": ["Type"]}, "then": {"properties": {"CreationPolicy": found}}}
        for name, found in types.items()]}


def forbidding(schema, known):
    """A list of the names that a condition leaves, as the known names that it takes away: so a misspelled one is said once."""
    if not isinstance(schema, dict):
        return schema
    out = {key: forbidding(value, known) if key in ("if", "then", "else") else value for key, value in schema.items()}
    if "enum" in out.get("propertyNames", {}):
        left = out.pop("propertyNames")["enum"]
        out["properties"] = {name: False for name in known if name not in left}
    return out


def tags(schema, source):
    """The limits of tags, which few registry schemas carry. https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"""
    name = source.get("tagging", {}).get("tagProperty", "/properties/Tags").split("/")[-1]
    tags = schema.get("properties", {}).get(name, {})
    found = tags.get("items", {})
    if "$ref" in found:
        found = schema.get("definitions", {}).get(found["$ref"].split("/")[-1], {})
    for name, least, most in (("Key", 1, 128), ("Value", 0, 256)):
        if name in found.get("properties", {}) and "maxLength" not in found["properties"][name]:
            found["properties"][name] |= {"minLength": least, "maxLength": most}
    if source.get("tagging", {}).get("taggable") and "Key" in found.get("properties", {}):
        tags["uniqueKeys"] = ["Key"]
        found["properties"]["Key"].setdefault("pattern", "^(?!aws:).+$")
        found["required"] = sorted({"Key", *found.get("required", [])})


def cloudformation():
    import cfnlint.version
    import samtranslator
    import serverless
    from cfnlint.schema import PROVIDER_SCHEMA_MANAGER as manager
    check("cfn-lint", cfnlint.version.__version__)
    check("aws-sam-translator", samtranslator.__version__)
    entries = {}
    for name in manager.get_resource_types("us-east-1"):
        entries[name] = None
        ending = manager.get_resource_schema("us-east-1", name).schema.get("lifecycle", {})
        # https://docs.aws.amazon.com/general/latest/gr/full_shutdown_services.html
        if ending.get("status") == "shutdown" and ending["date"] <= TOLD:
            entries[name] = {"shutDown": ending["date"]}
            continue
        if re.fullmatch(CLOUDFORMATION_GIANTS, name) or name == "Module":
            continue
        source = manager.get_resource_schema("us-east-1", name)
        schema = trim(source.schema)
        schema["definitions"] = {key: trim(value) for key, value in source.schema.get("definitions", {}).items()}
        if not schema["definitions"]:
            del schema["definitions"]
        is_neighbour = any(re.fullmatch("AWS::" + kept, name) for kept in CLOUDFORMATION_NEIGHBOURS)
        if not is_neighbour:
            schema = with_identifiers_alone(schema)
        tags(schema, source.schema)
        extend(schema, name)
        eased(schema, name)
        schema["readOnly"] = sorted(
            path[len("/properties/"):] for path in source.schema.get("readOnlyProperties", [])
            if path.startswith("/properties/") and is_neighbour)
        if name == "AWS::CloudFormation::CustomResource":
            schema["readOnly"] = []  # It has the properties that its own function gives it.
        identity = source.schema.get("primaryIdentifier", [])
        if not any(path in source.schema.get("readOnlyProperties", []) or path.count("/") != 2 for path in identity):
            schema["identity"] = [path[len("/properties/"):] for path in identity]
        schema["attributes"] = {}
        for attribute in source.get_atts:
            try:
                found = source.resolver.resolve_cfn_pointer(source.get_atts[attribute])
            except Exception:
                found = {}
            schema["attributes"][attribute] = {k: v for k, v in found.items() if k in ("type", "format", "anyOf")}
        if is_neighbour:
            schema["ref"] = {k: v for k, v in source.ref.items() if k in ("type", "format", "anyOf")}
        entries[name] = schema
    entries.update(serverless.entries(entries))
    entries.update(policies())
    for name in ("metadata/interface", "mappings/configuration", "rules/configuration", "resources/update_policy"):
        entries["template." + name.removesuffix("/configuration").split("/")[-1]] = section(name)
    loosened(entries["template.update_policy"])
    entries["template.creation_policy"] = creation_policy()
    entries["template.cfn_init"] = widened(section("resources/cfn_init"))
    parameter = trim(other("parameters/configuration")["patternProperties"]["^[a-zA-Z0-9]+$"])
    entries["template.parameter"] = forbidding(parameter, parameter["properties"])
    entries["template.output"] = trim(other("outputs/configuration")["patternProperties"]["^[a-zA-Z0-9]+$"])
    entries["template.output"]["definitions"] = other("outputs/configuration")["definitions"]
    versions = ", ".join(f"{name} {VERSIONS[name]}" for name in ("cfn-lint", "aws-sam-translator"))
    write("cloudformation.txt", f"{versions}, us-east-1", entries)


def terraform_type(spelled):
    """A cty type as a JSON Schema. A set, list or map of primitives accepts what Terraform converts."""
    if isinstance(spelled, str):
        return {} if spelled == "dynamic" else {"type": {"bool": "boolean"}.get(spelled, spelled)}
    kind, inner = spelled[0], spelled[1]
    if kind in ("list", "set"):
        return {"type": "array", "items": terraform_type(inner)} | ({"set": True} if kind == "set" else {})
    if kind == "map":
        return {"type": "object", "additionalProperties": terraform_type(inner)}
    if kind == "object":
        # Each attribute stands there, if only with null: https://developer.hashicorp.com/terraform/language/attr-as-blocks
        optional = spelled[2] if len(spelled) > 2 else []
        return {"type": "object", "properties": {k: terraform_type(v) for k, v in inner.items()}, "complete": sorted({*inner} - {*optional})}
    return {"type": "array"}


def terraform_block(block):
    schema = {"type": "object", "properties": {}, "required": [], "additionalProperties": False, "readOnly": [], "deprecated": []}
    for name, attribute in block.get("attributes", {}).items():
        schema["properties"][name] = terraform_type(attribute["type"]) if "type" in attribute else {}
        if attribute.get("required"):
            schema["required"].append(name)
        if attribute.get("computed") and not attribute.get("optional"):
            schema["readOnly"].append(name)
        if attribute.get("deprecated"):
            schema["deprecated"].append(name)
    for name, nested in block.get("block_types", {}).items():
        inner = terraform_block(nested["block"])
        inner["block"] = nested["nesting_mode"]
        if nested.get("min_items"):
            inner["minItems"] = nested["min_items"]
            schema["required"].append(name)
        if nested.get("max_items"):
            inner["maxItems"] = nested["max_items"]
        schema["properties"][name] = inner
    return {key: value for key, value in schema.items() if value not in ([], {})}


def graft(schema, checks):
    """Adds the provider's argument checks: `path` is dotted through blocks, `[]` is an element, `` is the resource itself."""
    for path, extra in checks.items():
        target = schema
        for step in [part for part in path.split(".") if part]:
            target = target["items"] if step == "[]" else target["properties"][step]
        if "items" in extra and "items" in target:
            extra = extra | {"items": target["items"] | extra["items"]}
        if "required" in extra:
            extra = extra | {"required": sorted({*target.get("required", []), *extra["required"]})}
        target.update(extra)


def merged(probed, checked):
    """Both, by type and path; what was written by hand wins, null takes away, and arguments that exclude each other are put together."""
    out = {}
    for name in {*probed, *checked}:
        paths = out[name] = {}
        for path in {*probed.get(name, {}), *checked.get(name, {})}:
            one, other = probed.get(name, {}).get(path, {}), checked.get(name, {}).get(path, {})
            fact = paths[path] = {word: value for word, value in {**one, **other}.items() if value is not None}
            for word in ("dependentExcluded", "dependentRequired"):
                if word in one and word in other:
                    fact[word] = {key: sorted({*one[word].get(key, []), *other[word].get(key, [])}) for key in {*one[word], *other[word]}}
    return out


def function_type(spelled):
    """A parameter's type: what the linter tells apart."""
    kind = spelled if isinstance(spelled, str) else spelled[0]
    return {} if kind == "dynamic" else {"type": kind}


# What functions take whose parameters are published as of any type, by their places (-1: the rest), and what those yield whose results are.
# https://developer.hashicorp.com/terraform/language/functions
FUNCTION_PARAMETERS = {
    "coalescelist": {-1: ["list"]}, "concat": {-1: ["list"]}, "contains": {0: ["list"]}, "element": {0: ["list"]}, "flatten": {0: ["list"]},
    "index": {0: ["list"]}, "keys": {0: ["map"]}, "length": {0: ["list", "map", "string"]}, "lookup": {0: ["map"]}, "merge": {-1: ["map"]},
    "one": {0: ["list"]}, "reverse": {0: ["list"]}, "slice": {0: ["list"]}, "sum": {0: ["list"]}, "tobool": {0: ["bool", "string"]},
    "tolist": {0: ["list"]}, "tomap": {0: ["map"]}, "tonumber": {0: ["number", "string"]}, "toset": {0: ["list"]},
    "tostring": {0: ["string", "number", "bool"]}, "values": {0: ["map"]}, "zipmap": {1: ["list"]},
}
FUNCTION_RESULTS = {
    "coalescelist": "list", "concat": "list", "contains": "bool", "flatten": "list", "format": "string", "formatlist": "list", "index": "number",
    "keys": "list", "merge": "map", "parseint": "number", "reverse": "list", "slice": "list", "sum": "number", "values": "list", "zipmap": "map",
}


def result_type(spelled):
    if isinstance(spelled, str):
        return {} if spelled == "dynamic" else {"type": spelled}
    inner = result_type(spelled[1]) if spelled[0] in ("list", "map") else {}
    return {"type": spelled[0]} | ({{"list": "items", "map": "additionalProperties"}[spelled[0]]: inner} if inner else {})


def signature(found, name=""):
    out = {"parameters": [function_type(p["type"]) | ({"nullable": True} if p.get("is_nullable") else {}) for p in found.get("parameters", [])]}
    if returns := result_type(FUNCTION_RESULTS.get(name, found.get("return_type", "dynamic"))):
        out["returns"] = returns
    if found.get("variadic_parameter"):
        out["rest"] = function_type(found["variadic_parameter"]["type"]) | ({"nullable": True} if found["variadic_parameter"].get("is_nullable") else {})
    for place, types in FUNCTION_PARAMETERS.get(name, {}).items():
        (out["rest"] if place < 0 else out["parameters"][place])["type"] = types
    return out


def language_blocks():
    """The blocks of Terraform's own, which it publishes in prose alone: https://developer.hashicorp.com/terraform/language"""
    blocks = json.load(open(os.path.join(HERE, "terraform-blocks.json")))

    def whole(found):
        if found.get("$version"):
            return blocks["version"]
        if "$block" in found:
            return whole(blocks[found["$block"]]) | {"block": "list"}
        if "properties" not in found:
            return found
        out = {"type": "object", "properties": {name: whole(inner) for name, inner in found["properties"].items()}}
        out |= {key: value for key, value in found.items() if key not in ("properties", "open")}
        return out if found.get("open") else out | {"additionalProperties": False}
    return {"block." + name: whole(found) for name, found in blocks.items()}


def terraform(plugin_dir):
    checks = merged(*(json.load(open(os.path.join(HERE, name))) for name in ("terraform-probed.json", "terraform-checks.json")))
    with tempfile.TemporaryDirectory() as folder:
        required = {"aws": {"source": "hashicorp/aws", "version": VERSIONS["hashicorp/aws"]}}
        with open(os.path.join(folder, "main.tf.json"), "w") as file:
            json.dump({"terraform": {"required_providers": required}, "resource": {"terraform_data": {"any": {}}}}, file)
        init = ["terraform", "init", "-no-color"] + (["-plugin-dir=" + plugin_dir] if plugin_dir else [])
        subprocess.run(init, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        text = subprocess.run(["terraform", "providers", "schema", "-json"], cwd=folder, check=True, capture_output=True).stdout
        functions = subprocess.run(["terraform", "metadata", "functions", "-json"], cwd=folder, check=True, capture_output=True).stdout
        version = subprocess.run(["terraform", "version", "-json"], cwd=folder, check=True, capture_output=True).stdout
    check("terraform", json.loads(version)["terraform_version"])
    providers = {name.split("/")[-1]: found for name, found in json.loads(text)["provider_schemas"].items()}
    provider = providers["aws"]
    entries = language_blocks()
    for name, found in json.loads(functions)["function_signatures"].items():
        if not name.startswith("core::"):
            entries["function." + name] = signature(found, name)
    for name, found in provider.get("functions", {}).items():
        entries["function.provider::aws::" + name] = signature(found)
    entries["provider.aws"] = terraform_block(provider["provider"]["block"])
    graft(entries["provider.aws"], checks.get("provider.aws", {}))
    entries["provider.aws"]["properties"] |= {"alias": {"type": "string"}, "version": entries["block.version"]}
    for prefix, kind in (("", "resource_schemas"), ("data.", "data_source_schemas")):
        for name, found in provider[kind].items():
            kept = not name.startswith(TERRAFORM_GIANTS)
            entries[prefix + name] = terraform_block(found["block"]) if kept else None
            if kept and not prefix and "id" in entries[name]["properties"] and "id" not in entries[name].get("required", []):
                entries[name]["readOnly"] = sorted({"id", *entries[name].get("readOnly", [])})
            if kept:
                graft(entries[prefix + name], checks.get(prefix + name, {}))
    for name, found in provider.get("ephemeral_resource_schemas", {}).items():
        entries["ephemeral." + name] = terraform_block(found["block"])
    for prefix, kind in (("", "resource_schemas"), ("data.", "data_source_schemas")):
        for name, found in providers["terraform"].get(kind, {}).items():
            entries[prefix + name] = terraform_block(found["block"])
    write("terraform.txt", f"terraform {VERSIONS['terraform']}, hashicorp/aws {VERSIONS['hashicorp/aws']}", entries)


def shape_schema(shape, definitions, service):
    """A botocore shape as a JSON Schema; structures become definitions, since they may be recursive."""
    kind = shape.type_name
    # A document holds any JSON value.
    if getattr(shape, "is_document_type", False):
        return {}
    if kind == "structure":
        if shape.name not in definitions:
            definitions[shape.name] = None
            definitions[shape.name] = {
                "type": "object", "additionalProperties": False,
                "properties": {name: shape_schema(member, definitions, service) for name, member in shape.members.items()},
                **({"required": list(shape.required_members)} if shape.required_members else {}),
            }
        return {"$ref": "#/definitions/" + shape.name}
    if kind == "list":
        out = {"type": "array", "items": shape_schema(shape.member, definitions, service)}
        limits = ("minItems", "maxItems")
    elif kind == "map":
        return {"type": "object", "additionalProperties": shape_schema(shape.value, definitions, service)}
    else:
        out = {"type": {"integer": "integer", "long": "integer", "float": "number", "double": "number", "boolean": "boolean",
                        "timestamp": ["string", "number"]}.get(kind, "string")}
        limits = ("minimum", "maximum") if kind in ("integer", "long", "float", "double") else ("minLength", "maxLength")
        if kind == "string":
            if shape.enum:
                out["enum"] = list(shape.enum) + [value for value in UNLISTED.get((service, shape.name), []) if value not in shape.enum]
            pattern = shape.metadata.get("pattern")
            if (service, shape.name) == ("events", "ScheduleExpression"):
                pattern = SCHEDULE
            if pattern and usable_pattern(pattern) and "\\u10" not in pattern:
                out["pattern"] = "^(" + pattern + ")$"
    if kind in ("integer", "string"):
        out |= SERVED.get((service, shape.name), {})
    for key, limit in zip(("min", "max"), limits):
        if key in shape.metadata and kind != "blob":
            out[limit] = shape.metadata[key]
    return out


# Values that the services take and their models leave out; the aws command itself holds nobody to a model's list.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
UNLISTED = {
    ("s3api", "BucketCannedACL"): ["aws-exec-read", "bucket-owner-full-control", "bucket-owner-read", "log-delivery-write"],
    ("s3api", "ObjectCannedACL"): ["log-delivery-write"],
    ("sqs", "QueueAttributeName"): [
        "AWSTraceHeader", "ApproximateFirstReceiveTimestamp", "ApproximateReceiveCount", "DeadLetterQueueSourceArn",
        "MessageDeduplicationId", "MessageGroupId", "SenderId", "SentTimestamp", "SequenceNumber"],
}


# What the service's page says of a value, where the model says nothing.
# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
# https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
# https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
# https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
SERVED = {
    ("cloudwatch", "TreatMissingData"): {"enum": ["breaching", "notBreaching", "ignore", "missing"]},
    ("logs", "Days"): {"enum": [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]},
    ("sns", "protocol"): {"enum": ["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"]},
    ("sns", "topicName"): {"pattern": r"^([a-zA-Z0-9_-]{1,256}|[a-zA-Z0-9_-]{1,251}\.fifo)$"},
}

# Where an event pattern is given, the expression may be empty.
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
SCHEDULE = (r"|rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\)"
            r"|cron\([^ ]+ [^ ]+ (\? [^ ]+ [^ ]+|[^ ]+ [^ ]+ \?) [^ ]+\)")


def command_entry(command, service):
    """The options of a command, and the input of its operation."""
    shape = getattr(getattr(command, "_operation_model", None), "input_shape", None)
    definitions = {}
    if shape is not None:
        shape_schema(shape, definitions, service)
        root = definitions[shape.name]
    try:
        getattr(command, "subcommand_table", None)  # `aws s3 sync` learns some of its options when this is made
        arguments = command.create_help_command().arg_table
    except Exception:
        return None
    options = {}
    for name, argument in arguments.items():
        if argument.positional_arg and name != "outfile":
            continue
        member = getattr(argument, "_serialized_name", None)
        option = {}
        if member and shape is not None and member in root["properties"]:
            option["member"] = member
        elif argument.cli_type_name in ("integer", "long", "float", "double"):
            option["type"] = "number"
        if argument.cli_type_name == "boolean" or getattr(argument, "_action", "") in ("store_true", "store_false"):
            option["flag"] = True
        if argument.required and name != "outfile":  # the one positional argument
            option["required"] = True
        options[name] = option
    entry = {"options": options}
    if not hasattr(command, "_operation_model"):
        entry["custom"] = True
    if shape is not None:
        entry["input"] = dict(root)
        rest = {name: found for name, found in definitions.items() if name != shape.name or '"#/definitions/%s"' % name in json.dumps(definitions)}
        if rest:
            entry["input"]["definitions"] = rest
    return entry


def answer(shape, around=()):
    """What an operation answers: a structure as an object, a list as an array of its element, all else as 0: it may hold anything."""
    if shape is None or shape.name in around:
        return 0
    if shape.type_name == "structure" and not getattr(shape, "is_document_type", False):
        return {name: answer(member, (*around, shape.name)) for name, member in shape.members.items()}
    if shape.type_name == "list":
        return [answer(shape.member, (*around, shape.name))]
    return 0


def aws_cli():
    import awscli
    import botocore
    from awscli.clidriver import create_clidriver
    check("aws-cli", awscli.__version__)
    check("botocore", botocore.__version__)
    driver = create_clidriver()
    services = driver._get_command_table()
    entries = {"": {"options": {"--" + name: (argument.cli_type_name == "boolean" or getattr(argument, "_action", "") in ("store_true", "version"))
                                for name, argument in driver.create_help_command().arg_table.items()}}}
    # v2 only: https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html
    for name in ("--no-cli-pager", "--cli-auto-prompt", "--no-cli-auto-prompt", "--cli-error-format"):
        entries[""]["options"][name] = name != "--cli-error-format"
    entries[""]["options"]["--cli-binary-format"] = False
    for service in CLI_CLOSED:
        entries.setdefault(service)
    for service in services:
        is_whole = service in CLI_SERVICES
        wanted = ".*" if is_whole else CLI_OPERATIONS.get(service, "")
        operations = services[service].create_help_command().command_table
        entries[service] = {"operations": sorted([*operations, *CLI_V2_OPERATIONS.get(service, [])])}
        # A service that is not kept whole may have operations that are younger than this table.
        if is_whole:
            entries[service]["whole"] = True
        for operation, command in operations.items():
            if not re.fullmatch(wanted, operation):
                continue
            if found := command_entry(command, service):
                entries[service + " " + operation] = found
            model = getattr(command, "_operation_model", None)
            if model is not None and model.output_shape is not None and not model.has_event_stream_output:
                entries[f"{service} {operation} answer"] = answer(model.output_shape)
        if "wait" in operations and wanted:
            waiters = operations["wait"].subcommand_table
            entries[service + " wait"] = {"operations": sorted(waiters)}
            for waiter, command in waiters.items():
                if found := command_entry(command, service):
                    entries[f"{service} wait {waiter}"] = found
    for name, options in CLI_V2_OPTIONS.items():
        entries[name]["options"] |= {option: {} for option in options}
    write("awscli.txt", f"aws-cli {VERSIONS['aws-cli']}, botocore {VERSIONS['botocore']}", entries)


def words():
    found = set()
    for name in ("cloudformation", "terraform", "awscli"):
        with open(os.path.join(HERE, "data", name + ".txt"), encoding="ascii") as file:
            found |= {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", file.read())}
    write("words.txt", "of the other files", {word: None for word in found if 3 <= len(word) <= 24})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Refresh the schema facts of gen lint.")
    parser.add_argument("--plugin-dir", default=os.environ.get("TF_PLUGIN_DIR"), help="folder of a Terraform provider mirror")
    arguments = parser.parse_args()
    os.makedirs(os.path.join(HERE, "data"), exist_ok=True)
    cloudformation()
    terraform(arguments.plugin_dir)
    aws_cli()
    words()
