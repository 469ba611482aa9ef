"""What one rung found on a page, as printed and unread."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from newscrawl.extract.body import Paragraph


@dataclass(slots=True)
class Raw:
    """The strings of an article's fields; None or empty is not found.

    ``images`` are (address, caption) pairs; ``site`` is what the page calls
    its whole site (og:site_name); ``place`` is the element of the page that the body was taken from, ``cut`` the lines of
    prose that were cut from it for the names of their boxes.
    """

    title: str | None = None
    subtitle: str | None = None
    authors: list[str] = field(default_factory=list)
    published_at: str | None = None
    modified_at: str | None = None
    section: str | None = None
    publisher: str | None = None
    site: str | None = None
    original_url: str | None = None
    premium: bool = False
    body: list[Paragraph] = field(default_factory=list)
    images: list[tuple[str, str | None]] = field(default_factory=list)
    place: _Element | None = None
    cut: list[str] = field(default_factory=list)
