"""The CloudFormation resource types that the simulator applies. A type that is not listed here fails its stack."""

from . import identity, logs, monitoring, notification, stackset, storage, trail

ALL = {
    provider.type_name: provider
    for module in (identity, logs, monitoring, notification, stackset, storage, trail)
    for provider in module.PROVIDERS
}
