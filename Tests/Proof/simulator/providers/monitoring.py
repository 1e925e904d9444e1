"""AWS::CloudWatch::Alarm."""

from .provider import Provider, difference, refuse_existing

TEXTS = (
    "AlarmDescription", "ComparisonOperator", "EvaluateLowSampleCountPercentile", "ExtendedStatistic", "MetricName",
    "Namespace", "Statistic", "TreatMissingData", "Unit",
)
INTEGERS = ("DatapointsToAlarm", "EvaluationPeriods", "Period")
LISTS = {"AlarmActions": "AlarmActions", "OKActions": "OKActions", "InsufficientDataActions": "InsufficientDataActions"}


class Alarm(Provider):
    type_name = "AWS::CloudWatch::Alarm"
    attributes = ("Arn",)
    create_only = ("AlarmName",)

    def create(self, properties):
        name = properties.text("AlarmName", self.generated_name)
        found = self.cloud.client("cloudwatch").describe_alarms(AlarmNames=[name])
        refuse_existing(self.type_name, name, found["MetricAlarms"] + found["CompositeAlarms"])
        self._put(name, properties, first=True)
        return name

    def update(self, name, properties):
        properties.text("AlarmName")
        self._put(name, properties, first=False)

    def delete(self, name, properties):
        self.cloud.client("cloudwatch").delete_alarms(AlarmNames=[name])

    def attribute(self, name, attribute):
        return f"arn:{self.cloud.partition}:cloudwatch:{self.cloud.region}:{self.cloud.account}:alarm:{name}"

    def _put(self, name, properties, first):
        client = self.cloud.client("cloudwatch")
        request = {"AlarmName": name, "ActionsEnabled": properties.boolean("ActionsEnabled", True)}
        for key in TEXTS:
            if (value := properties.text(key)) is not None:
                request[key] = value
        for key in INTEGERS:
            if (value := properties.integer(key)) is not None:
                request[key] = value
        if (threshold := properties.number("Threshold")) is not None:
            request["Threshold"] = threshold
        for key in LISTS:
            if actions := properties.take(key):
                request[key] = actions
        if dimensions := properties.items("Dimensions"):
            request["Dimensions"] = [{"Name": d.require("Name"), "Value": d.require("Value")} for d in dimensions]
        tags = properties.tags()
        if first and tags:
            request["Tags"] = tags
        client.put_metric_alarm(**request)
        if not first:
            arn = self.attribute(name, "Arn")
            present = client.list_tags_for_resource(ResourceARN=arn)["Tags"]
            if gone := difference(tags, present):
                client.untag_resource(ResourceARN=arn, TagKeys=gone)
            if tags:
                client.tag_resource(ResourceARN=arn, Tags=tags)


PROVIDERS = (Alarm,)
