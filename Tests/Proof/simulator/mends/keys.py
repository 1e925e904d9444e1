"""KMS: a key is scheduled for deletion by its ARN as by its id."""

from moto.kms import models


def install():
    schedule = models.KmsBackend.schedule_key_deletion

    def by_id_or_arn(backend, key_id, pending_window_in_days):
        return schedule(backend, backend.any_id_to_key_id(key_id), pending_window_in_days)

    models.KmsBackend.schedule_key_deletion = by_id_or_arn
