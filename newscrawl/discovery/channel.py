"""What every channel is: a place where a source announces articles, and what one answer of it announced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar
from urllib.parse import urlsplit

from newscrawl.text.encoding import garbled
from newscrawl.urls import Known


class DeadChannel(ValueError):
    """A channel answered, but with nothing an announcement could be read from.

    ``reason`` is one word for counters, the message a sentence for people.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Link:
    """One announced article.

    ``key`` is the page's identity (see `newscrawl.urls`); ``published_at`` is aware, or None when the channel names no
    absolute time.
    """

    url: str
    key: str
    title: str | None = None
    published_at: datetime | None = None


@dataclass(slots=True)
class Announcement:
    """What one answer of a channel announced; ``drifted`` says that its region was not on the page.

    ``parts`` are further addresses to be read as this same channel, the most telling first: an index announces nothing but
    them.
    """

    links: list[Link]
    next_url: str | None = None
    drifted: bool = False
    parts: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One place where a source announces articles.

    ``section`` is its printed section, None for the whole paper. With ``outlinks`` the articles of every known site count,
    not only those of the source itself (ZUM's lists may lead to the publishers' own pages, 2026).
    """

    kind: ClassVar[str] = "channel"
    section: str | None = None
    url: str
    outlinks: bool = False

    @property
    def name(self) -> str:
        """The channel's name in counters and in the database."""
        return f"{self.kind}:{self.section or urlsplit(self.url).path.strip('/')}"

    @property
    def by_day(self) -> bool:
        """Whether the channel can be asked for what was announced on one day."""
        return False

    def covers(self, url: str) -> bool:
        """Whether an address is one of this channel's."""
        return url == self.url

    def first_urls(self, since: date | None, until: date | None) -> Iterator[str]:
        """The addresses to begin with; ``since`` and ``until`` are Seoul calendar days."""
        yield self.url

    def read(self, text: str, url: str, known: Known) -> Announcement:
        """The announcements in an answer: the addresses that ``known`` knows as articles.

        Raises:
            DeadChannel: it holds none.
        """
        raise NotImplementedError


def unique(links: list[Link]) -> list[Link]:
    """The links in print order, each once, with the first headline that any of its mentions has."""
    found: dict[str, Link] = {}
    for link in links:
        if link.title and garbled(link.title):
            link = replace(link, title=None)
        first = found.setdefault(link.key, link)
        # A thumbnail's anchor has no text: the headline comes with the second one.
        if first.title is None and link.title:
            found[link.key] = replace(first, title=link.title)
    return list(found.values())
