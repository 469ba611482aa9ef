"""Why a page was not asked for."""

from __future__ import annotations


class Stopped(Exception):
    """The crawl ends; the page stays to be fetched by the next one."""


class RetryLater(Exception):
    """The site asked to be left alone for longer than a crawl waits; the message says until when."""


class NoTurn(Exception):
    """No turn at a host came in all the time that the requests in front may take."""
