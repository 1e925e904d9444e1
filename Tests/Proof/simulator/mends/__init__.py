"""Where moto's services differ from AWS in ways that an artefact could hide behind."""

from . import trails, filters, topics


def install():
    trails.install()
    filters.install()
    topics.install()
