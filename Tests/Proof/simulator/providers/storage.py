"""AWS::S3::Bucket and AWS::S3::BucketPolicy."""

from botocore.exceptions import ClientError

from .provider import Provider, refuse_existing


class Bucket(Provider):
    type_name = "AWS::S3::Bucket"
    attributes = ("Arn", "DomainName", "RegionalDomainName")
    create_only = ("BucketName",)

    def create(self, properties):
        name = properties.text("BucketName", self.generated_name.lower())
        options = {}
        if self.cloud.region != "us-east-1":
            options["CreateBucketConfiguration"] = {"LocationConstraint": self.cloud.region}
        client = self.cloud.client("s3")
        refuse_existing(self.type_name, name, name in [entry["Name"] for entry in client.list_buckets()["Buckets"]])
        client.create_bucket(Bucket=name, **options)
        self._settings(name, properties)
        return name

    def update(self, name, properties):
        properties.text("BucketName")
        self._settings(name, properties)

    def delete(self, name, properties):
        self.cloud.client("s3").delete_bucket(Bucket=name)

    def attribute(self, name, attribute):
        if attribute == "Arn":
            return f"arn:{self.cloud.partition}:s3:::{name}"
        return f"{name}.s3.{self.cloud.region}.amazonaws.com" if "Regional" in attribute else f"{name}.s3.amazonaws.com"

    def _settings(self, name, properties):
        client = self.cloud.client("s3")
        if block := properties.nested("PublicAccessBlockConfiguration"):
            switches = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
            wanted = {switch: block.boolean(switch, False) for switch in switches}
            block.finish()
            client.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=wanted)
        else:
            client.delete_public_access_block(Bucket=name)
        if encryption := properties.nested("BucketEncryption"):
            rules = [_encryption_rule(rule) for rule in encryption.items("ServerSideEncryptionConfiguration")]
            encryption.finish()
            client.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
        else:
            client.delete_bucket_encryption(Bucket=name)
        if versioning := properties.nested("VersioningConfiguration"):
            client.put_bucket_versioning(
                Bucket=name, VersioningConfiguration={"Status": versioning.require("Status")})
            versioning.finish()
        if ownership := properties.nested("OwnershipControls"):
            client.put_bucket_ownership_controls(Bucket=name, OwnershipControls={"Rules": ownership.take("Rules")})
            ownership.finish()
        if lifecycle := properties.nested("LifecycleConfiguration"):
            rules = [_lifecycle_rule(rule) for rule in lifecycle.items("Rules")]
            lifecycle.finish()
            client.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
        if tags := properties.tags():
            client.put_bucket_tagging(Bucket=name, Tagging={"TagSet": tags})
        else:
            client.delete_bucket_tagging(Bucket=name)


class BucketPolicy(Provider):
    type_name = "AWS::S3::BucketPolicy"
    create_only = ("Bucket",)

    def create(self, properties):
        name = properties.require("Bucket")
        if self._has_policy(name):
            from ..properties import StackFailure
            raise StackFailure(f"The bucket policy already exists on bucket {name}.")
        self._put(name, properties)
        return name

    def update(self, name, properties):
        self._put(properties.require("Bucket"), properties)

    def _put(self, name, properties):
        self.cloud.client("s3").put_bucket_policy(Bucket=name, Policy=properties.document("PolicyDocument"))

    def _has_policy(self, name):
        try:
            self.cloud.client("s3").get_bucket_policy(Bucket=name)
        except ClientError:
            return False
        return True

    def delete(self, name, properties):
        self.cloud.client("s3").delete_bucket_policy(Bucket=name)


def _encryption_rule(rule):
    made = {}
    if default := rule.nested("ServerSideEncryptionByDefault"):
        made["ApplyServerSideEncryptionByDefault"] = {"SSEAlgorithm": default.require("SSEAlgorithm")}
        if key := default.text("KMSMasterKeyID"):
            made["ApplyServerSideEncryptionByDefault"]["KMSMasterKeyID"] = key
        default.finish()
    if (enabled := rule.boolean("BucketKeyEnabled")) is not None:
        made["BucketKeyEnabled"] = enabled
    rule.finish()
    return made


def _lifecycle_rule(rule):
    made = {"Status": rule.require("Status"), "Filter": {"Prefix": rule.text("Prefix", "")}}
    if identifier := rule.text("Id"):
        made["ID"] = identifier
    if (days := rule.integer("ExpirationInDays")) is not None:
        made["Expiration"] = {"Days": days}
    if noncurrent := rule.nested("NoncurrentVersionExpiration"):
        made["NoncurrentVersionExpiration"] = {"NoncurrentDays": noncurrent.integer("NoncurrentDays")}
        noncurrent.finish()
    if abort := rule.nested("AbortIncompleteMultipartUpload"):
        made["AbortIncompleteMultipartUpload"] = {"DaysAfterInitiation": abort.integer("DaysAfterInitiation")}
        abort.finish()
    rule.finish()
    return made


PROVIDERS = (Bucket, BucketPolicy)
