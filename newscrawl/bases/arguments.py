"""What can be asked of one crawl on the command line (``-a name=value``), typed and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

PAGES = 5
"""Pages of each list that a crawl reads at most, when it is not told how many."""

PARTS = 10
"""The same of the parts of a sitemap's index: as many of the newest."""

DAY_PAGES = 200
"""The same of one day's list, which is read to its end: one that has no end comes to it here."""


class ArgumentError(ValueError):
    """A value that cannot be meant; the message is a sentence for people."""


@dataclass(frozen=True, kw_only=True)
class Arguments:
    """One crawl's limits. ``since`` and ``until`` are Seoul calendar days, both inclusive; None is what is usual."""

    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] = ()
    max_pages: int | None = None

    @property
    def usual(self) -> bool:
        """Whether lists are walked from today's first page until known ground."""
        return self.since is None and self.until is None and self.max_pages is None

    def pages(self, by_day: bool) -> int:
        """How many pages of a list to read at most; ``by_day``: it is the list of one day."""
        return self.max_pages or (DAY_PAGES if by_day else PAGES)

    @property
    def parts(self) -> int:
        """How many parts of an index to read at most."""
        return self.max_pages or PARTS


def parse(given: Mapping[str, str], sections: tuple[str, ...]) -> Arguments:
    """The arguments in what was given; ``sections`` are those the source knows.

    >>> parse({"since": "2026-01-01", "sections": "경제,증권", "max_pages": "2"}, ("경제", "증권"))
    Arguments(since=datetime.date(2026, 1, 1), until=None, sections=('경제', '증권'), max_pages=2)

    Raises:
        ArgumentError: an unknown name, or a value of the wrong form.
    """
    unknown = sorted(set(given) - {"since", "until", "sections", "max_pages"})
    if unknown:
        raise ArgumentError(f"unknown argument {unknown[0]!r}; there are: since, until, sections, max_pages")
    since, until = _day(given, "since"), _day(given, "until")
    if since and until and since > until:
        raise ArgumentError(f"since={since} is after until={until}")
    wanted = tuple(name.strip() for name in given.get("sections", "").split(",") if name.strip())
    strange = next((name for name in wanted if name not in sections), None)
    if strange:
        raise ArgumentError(f"this source has no section {strange!r}; it has: {', '.join(sections) or 'none'}")
    pages = given.get("max_pages")
    if pages is not None and (not pages.isdecimal() or not int(pages)):
        raise ArgumentError(f"max_pages={pages!r} is no whole number from 1 on")
    return Arguments(since=since, until=until, sections=wanted, max_pages=int(pages) if pages else None)


def _day(given: Mapping[str, str], name: str) -> date | None:
    value = given.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ArgumentError(f"{name}={value!r} is no date like 2026-01-31") from None
