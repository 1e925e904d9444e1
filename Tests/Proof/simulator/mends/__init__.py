"""Where moto's services differ from AWS in ways that an artefact could hide behind."""

from . import filters, pages, topics, trails


def install():
    trails.install()
    filters.install()
    topics.install()
    pages.install()
