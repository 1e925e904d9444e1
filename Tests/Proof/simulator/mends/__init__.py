"""Where moto's services differ from AWS in ways that an artefact could hide behind."""

from . import alarms, filters, keys, organizations, pages, stacksets, topics, trails


def install():
    alarms.install()
    trails.install()
    filters.install()
    organizations.install()
    stacksets.install()
    topics.install()
    pages.install()
    keys.install()
