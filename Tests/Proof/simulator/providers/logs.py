"""AWS::Logs::LogGroup and AWS::Logs::MetricFilter."""

from .provider import Provider, refuse_existing


class LogGroup(Provider):
    type_name = "AWS::Logs::LogGroup"
    attributes = ("Arn",)
    create_only = ("LogGroupName",)

    def create(self, properties):
        name = properties.text("LogGroupName", self.generated_name)
        tags = {tag["Key"]: tag["Value"] for tag in properties.tags()}
        options = {"kmsKeyId": key} if (key := properties.text("KmsKeyId")) else {}
        if tags:
            options["tags"] = tags
        self.cloud.client("logs").create_log_group(logGroupName=name, **options)
        self._retention(name, properties)
        return name

    def update(self, name, properties):
        client = self.cloud.client("logs")
        properties.text("LogGroupName")
        arn = self.attribute(name, "Arn").removesuffix(":*")
        wanted = {tag["Key"]: tag["Value"] for tag in properties.tags()}
        present = client.list_tags_for_resource(resourceArn=arn)["tags"]
        if gone := [key for key in present if key not in wanted]:
            client.untag_resource(resourceArn=arn, tagKeys=gone)
        if wanted:
            client.tag_resource(resourceArn=arn, tags=wanted)
        self._retention(name, properties)

    def delete(self, name, properties):
        self.cloud.client("logs").delete_log_group(logGroupName=name)

    def attribute(self, name, attribute):
        return f"arn:{self.cloud.partition}:logs:{self.cloud.region}:{self.cloud.account}:log-group:{name}:*"

    def _retention(self, name, properties):
        days = properties.integer("RetentionInDays")
        if days is None:
            self.cloud.client("logs").delete_retention_policy(logGroupName=name)
        else:
            self.cloud.client("logs").put_retention_policy(logGroupName=name, retentionInDays=days)


class MetricFilter(Provider):
    type_name = "AWS::Logs::MetricFilter"
    create_only = ("FilterName", "LogGroupName")

    def create(self, properties):
        name = properties.text("FilterName", self.generated_name)
        group = properties.require("LogGroupName")
        pages = self.cloud.client("logs").get_paginator("describe_metric_filters").paginate(
            logGroupName=group, filterNamePrefix=name)
        refuse_existing(self.type_name, name, any(
            entry["filterName"] == name for page in pages for entry in page["metricFilters"]))
        self._put(name, group, properties)
        return name

    def update(self, name, properties):
        properties.text("FilterName")
        self._put(name, properties.require("LogGroupName"), properties)

    def delete(self, name, properties):
        self.cloud.client("logs").delete_metric_filter(filterName=name, logGroupName=properties["LogGroupName"])

    def _put(self, name, group, properties):
        options = {}
        if criteria := properties.text("FieldSelectionCriteria"):
            options["fieldSelectionCriteria"] = criteria
        if fields := properties.take("EmitSystemFieldDimensions"):
            options["emitSystemFieldDimensions"] = fields
        self.cloud.client("logs").put_metric_filter(
            **options,
            filterName=name,
            logGroupName=group,
            filterPattern=properties.require("FilterPattern"),
            metricTransformations=[self._transformation(entry) for entry in properties.items("MetricTransformations")],
        )

    @staticmethod
    def _transformation(entry):
        made = {
            "metricName": entry.require("MetricName"),
            "metricNamespace": entry.require("MetricNamespace"),
            "metricValue": str(entry.require("MetricValue")),
        }
        if (default := entry.number("DefaultValue")) is not None:
            made["defaultValue"] = default
        if unit := entry.text("Unit"):
            made["unit"] = unit
        if dimensions := entry.items("Dimensions"):
            made["dimensions"] = {item.require("Key"): item.require("Value") for item in dimensions}
        entry.finish()
        return made


PROVIDERS = (LogGroup, MetricFilter)
