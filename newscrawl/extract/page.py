"""The selectors of one layout of a site's article page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from newscrawl.extract import body as bodies
from newscrawl.extract.deck import lift_deck
from newscrawl.extract.pictures import lift
from newscrawl.extract.raw import Raw
from newscrawl.extract.sheet import sheet_of
from newscrawl.extract.shown import settle
from newscrawl.extract.tree import Finder, drop, elements, strings


@dataclass(frozen=True, kw_only=True)
class ArticlePage:
    """CSS selectors (parsel's ``::text`` and ``::attr(name)`` too) of one layout; say only what the page does not say itself.

    ``body`` decides whether a page has this layout at all. ``drop`` is cut from the body, ``caption`` goes to the
    image before it (without one, what shares a box with a picture is its caption), what ``subtitle`` matches is lifted out of the body.
    ``tools`` is cut before that, with its icons. ``published`` may name the whole box or list of times: their labels say which is which (입력, 수정; `dates.printed`), so that ``modified``
    is for a place of its own or without a label. ``section`` may name a whole path: 홈 is none. ``until`` is when a layout of the past was last seen: that it no longer matches tells
    of no redesign. A site whose JSON-LD and meta tags are
    right needs ``body`` alone. Never bind a tag name to an id or a class: Naver's ``#dic_area`` was a div
    until 2022 and is an article since 2023.
    """

    body: str
    title: str = ""
    subtitle: str = ""
    authors: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    publisher: str = ""
    original: str = ""
    premium: str = ""
    drop: str = ""
    tools: str = ""
    caption: str = ""
    until: str = ""

    @property
    def fields(self) -> frozenset[str]:
        """The names of the article's fields that this layout has a selector for.

        >>> sorted(ArticlePage(body="#text", published=".date").fields)
        ['body', 'published_at']
        """
        named = {
            "body": self.body,
            "title": self.title,
            "subtitle": self.subtitle,
            "authors": self.authors,
            "published_at": self.published,
            "modified_at": self.modified,
            "section": self.section,
            "publisher": self.publisher,
            "original_url": self.original,
        }
        return frozenset(name for name, css in named.items() if css)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(
            *(self.body, self.title, self.subtitle, self.authors, self.published, self.modified),
            *(self.section, self.publisher, self.original, self.premium),
        )

    def matches(self, tree: _Element) -> bool:
        """Whether the page has this layout."""
        return bool(self._finder.on(tree)(self.body))

    def read(self, tree: _Element) -> Raw | None:
        """The raw fields of a page of this layout, or None when it is another. Cuts the tree's body to its text."""
        find = self._finder.on(tree)
        found: list[_Element] = find(self.body)
        if not found:
            return None

        def first(css: str) -> str | None:
            return next(iter(strings(find(css))), None)

        def together(css: str) -> str | None:
            return "\n".join(strings(find(css))) or None

        sheet = sheet_of(tree)
        decks = find(self.subtitle)
        for printed in (*find(self.title), *decks):
            if not isinstance(printed, str) and len(printed):
                settle(printed, sheet)
        raw = Raw(
            title=first(self.title),
            subtitle="\n".join(strings(decks)) or None,
            authors=strings(find(self.authors)),
            published_at=together(self.published),
            modified_at=first(self.modified),
            section=together(self.section),
            publisher=first(self.publisher),
            original_url=first(self.original),
            premium=bool(find(self.premium)),
            place=found[-1],
        )
        for element in found:
            settle(element, sheet)
            drop(deck for deck in decks if not isinstance(deck, str) and element in deck.iterancestors())
            drop(elements(element, self.tools))
            raw.images += lift(element, self.caption, boxes=not self.caption)
            drop(elements(element, self.drop))
            raw.body += bodies.paragraphs(element)
        raw.body = bodies.once(raw.body)
        if raw.subtitle is None:
            raw.subtitle, raw.body = lift_deck(raw.body, raw.title, marked=True)
        return raw
