"""SNS: a topic's policy survives, and create-topic with other attributes is refused."""

from moto.sns import models
from moto.sns.exceptions import InvalidParameterValue


def install():
    create_topic = models.SNSBackend.create_topic

    def create_or_refuse(backend, name, attributes=None, tags=None):
        arn = f"arn:{backend.partition}:sns:{backend.region_name}:{backend.account_id}:{name}"
        present = backend.topics.get(arn)
        if present is not None:
            key = (attributes or {}).get("KmsMasterKeyId")
            if key is not None and key != present.kms_master_key_id:
                raise InvalidParameterValue("Invalid parameter: Attributes Reason: Topic already exists with different attributes")
            wanted = dict(tags or {})
            held = dict(present._tags)
            if wanted and wanted != held:
                raise InvalidParameterValue("Invalid parameter: Tags Reason: Topic already exists with different tags")
            return present
        return create_topic(backend, name, attributes, tags)

    models.SNSBackend.create_topic = create_or_refuse
