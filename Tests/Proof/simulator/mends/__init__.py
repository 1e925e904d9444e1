"""Where moto's services differ from AWS in ways that an artefact could hide behind."""

from . import filters, keys, organizations, pages, stacksets, topics, trails


def install():
    trails.install()
    filters.install()
    organizations.install()
    stacksets.install()
    topics.install()
    pages.install()
    keys.install()
