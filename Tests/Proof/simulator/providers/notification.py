"""AWS::SNS::Topic, AWS::SNS::TopicPolicy and AWS::SNS::Subscription."""

import json

from .provider import Provider, difference


class Topic(Provider):
    type_name = "AWS::SNS::Topic"
    attributes = ("TopicArn", "TopicName")
    create_only = ("TopicName", "FifoTopic")

    def create(self, properties):
        client = self.cloud.client("sns")
        name = properties.text("TopicName", self.generated_name)
        if any(topic["TopicArn"].endswith(f":{name}") for topic in client.list_topics()["Topics"]):
            from ..properties import StackFailure
            raise StackFailure(f"AWS::SNS::Topic: {name} already exists")
        attributes = {}
        if key := properties.text("KmsMasterKeyId"):
            attributes["KmsMasterKeyId"] = key
        if display := properties.text("DisplayName"):
            attributes["DisplayName"] = display
        return client.create_topic(Name=name, Attributes=attributes, Tags=properties.tags())["TopicArn"]

    def update(self, arn, properties):
        client = self.cloud.client("sns")
        properties.text("TopicName")
        for name in ("KmsMasterKeyId", "DisplayName"):
            client.set_topic_attributes(
                TopicArn=arn, AttributeName=name, AttributeValue=properties.text(name, ""))
        tags = properties.tags()
        present = client.list_tags_for_resource(ResourceArn=arn)["Tags"]
        if gone := difference(tags, present):
            client.untag_resource(ResourceArn=arn, TagKeys=gone)
        if tags:
            client.tag_resource(ResourceArn=arn, Tags=tags)

    def delete(self, arn, properties):
        self.cloud.client("sns").delete_topic(TopicArn=arn)

    def attribute(self, arn, name):
        return arn if name == "TopicArn" else arn.rsplit(":", 1)[1]


class TopicPolicy(Provider):
    type_name = "AWS::SNS::TopicPolicy"

    def create(self, properties):
        self._put(properties)
        return self.generated_name

    def update(self, physical_id, properties):
        self._put(properties)

    def delete(self, physical_id, properties):
        """The service puts its default policy back: whoever may act on the topic's account."""
        client = self.cloud.client("sns")
        for arn in properties["Topics"]:
            client.set_topic_attributes(
                TopicArn=arn, AttributeName="Policy", AttributeValue=json.dumps(default_policy(arn)))

    def _put(self, properties):
        document = properties.document("PolicyDocument")
        for arn in properties.require("Topics"):
            self.cloud.client("sns").set_topic_attributes(
                TopicArn=arn, AttributeName="Policy", AttributeValue=document)


class Subscription(Provider):
    type_name = "AWS::SNS::Subscription"
    attributes = ("Arn",)
    create_only = ("TopicArn", "Protocol", "Endpoint")

    def create(self, properties):
        arn = self.cloud.client("sns").subscribe(
            TopicArn=properties.require("TopicArn"), Protocol=properties.require("Protocol"),
            Endpoint=properties.require("Endpoint"), ReturnSubscriptionArn=True)["SubscriptionArn"]
        self.update(arn, properties)
        return arn

    def update(self, arn, properties):
        for name in ("TopicArn", "Protocol", "Endpoint"):
            properties.take(name)
        for name in ("RawMessageDelivery",):
            if (value := properties.text(name)) is not None:
                self.cloud.client("sns").set_subscription_attributes(
                    SubscriptionArn=arn, AttributeName=name, AttributeValue=value)

    def delete(self, arn, properties):
        self.cloud.client("sns").unsubscribe(SubscriptionArn=arn)

    def attribute(self, arn, name):
        return arn


def default_policy(arn):
    account = arn.split(":")[4]
    actions = ("GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
               "ListSubscriptionsByTopic", "Publish")
    return {
        "Version": "2008-10-17", "Id": "__default_policy_ID",
        "Statement": [{
            "Effect": "Allow", "Sid": "__default_statement_ID", "Principal": {"AWS": "*"},
            "Action": [f"SNS:{action}" for action in actions], "Resource": arn,
            "Condition": {"StringEquals": {"AWS:SourceOwner": account}},
        }],
    }


PROVIDERS = (Topic, TopicPolicy, Subscription)
