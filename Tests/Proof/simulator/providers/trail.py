"""AWS::CloudTrail::Trail."""

from .provider import Provider, difference

TEXTS = ("S3BucketName", "S3KeyPrefix", "SnsTopicName", "CloudWatchLogsLogGroupArn", "CloudWatchLogsRoleArn")
FLAGS = ("IncludeGlobalServiceEvents", "IsMultiRegionTrail", "EnableLogFileValidation", "IsOrganizationTrail")


class Trail(Provider):
    type_name = "AWS::CloudTrail::Trail"
    attributes = ("Arn", "SnsTopicArn")
    create_only = ("TrailName",)

    def create(self, properties):
        name = properties.text("TrailName", self.generated_name)
        tags = properties.tags()
        request = self._request(properties)
        self.cloud.client("cloudtrail").create_trail(Name=name, TagsList=tags, **request)
        self._settings(name, properties)
        return name

    def update(self, name, properties):
        client = self.cloud.client("cloudtrail")
        properties.text("TrailName")
        tags = properties.tags()
        client.update_trail(Name=name, **self._request(properties))
        arn = self.attribute(name, "Arn")
        present = client.list_tags(ResourceIdList=[arn])["ResourceTagList"][0]["TagsList"]
        if gone := difference(tags, present):
            client.remove_tags(ResourceId=arn, TagsList=[{"Key": key} for key in gone])
        if tags:
            client.add_tags(ResourceId=arn, TagsList=tags)
        self._settings(name, properties)

    def delete(self, name, properties):
        self.cloud.client("cloudtrail").delete_trail(Name=name)

    def attribute(self, name, attribute):
        return f"arn:{self.cloud.partition}:cloudtrail:{self.cloud.region}:{self.cloud.account}:trail/{name}"

    @staticmethod
    def _request(properties):
        request = {name: value for name in TEXTS if (value := properties.text(name)) is not None}
        if (key := properties.text("KMSKeyId")) is not None:
            request["KmsKeyId"] = key
        request |= {name: value for name in FLAGS if (value := properties.boolean(name)) is not None}
        return request

    def _settings(self, name, properties):
        client = self.cloud.client("cloudtrail")
        basic = properties.take("EventSelectors")
        advanced = properties.take("AdvancedEventSelectors")
        if basic:
            client.put_event_selectors(TrailName=name, EventSelectors=[_selector(entry) for entry in basic])
        if advanced:
            client.put_event_selectors(TrailName=name, AdvancedEventSelectors=advanced)
        if properties.boolean("IsLogging"):
            client.start_logging(Name=name)
        else:
            client.stop_logging(Name=name)


def _selector(entry):
    made = dict(entry)
    if isinstance(made.get("IncludeManagementEvents"), str):
        made["IncludeManagementEvents"] = made["IncludeManagementEvents"] == "true"
    return made


PROVIDERS = (Trail,)
