"""One Article out of the values that the rungs of a page gave, and what is known of its site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from newscrawl.extract import fallback
from newscrawl.extract.clocks import nine_hours_off
from newscrawl.extract.locate import HANGUL
from newscrawl.extract.page import ArticlePage
from newscrawl.extract.raw import Raw
from newscrawl.extract.strays import without_strays
from newscrawl.fields import ArticleLoader
from newscrawl.items import Article, Author, Image
from newscrawl.text import sections, signatures
from newscrawl.text.encoding import readable
from newscrawl.text.framing import unframed
from newscrawl.text.signers import Byline
from newscrawl.urls import Site, address, without_tracking


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known about a page's site before it is read."""

    source: str
    publisher: str | None = None
    portal: bool = False
    pages: tuple[ArticlePage, ...] = ()
    site: Site | None = None


def site_of(source: Any) -> Site | None:
    """How a spider names its pages; None of one that names none, or is written wrong: its own crawl says so, and it stops no other."""
    with suppress(AttributeError, TypeError, re.error):
        site: Site = source.site()
        return site
    return None


def mislabelled(text: str, article: Article) -> list[str]:
    """The doubt about data whose hour is not the printed, labelled one; the article then has what is printed."""
    data = ("json-ld", "script", "meta", "generic")
    published, rungs = article.published_at, article.extraction
    printed = nine_hours_off(text, published) if published and rungs["published_at"] in data else None
    if printed is None:
        return []
    article.published_at, edited = printed
    rungs["published_at"] = "generic"
    if edited and edited > printed[0]:
        article.modified_at, rungs["modified_at"] = edited, "generic"
    elif rungs.get("modified_at") in data:
        article.modified_at = None  # its zone is as doubtful
        del rungs["modified_at"]
    return ["mislabelled-zone"]


def assembled(
    loader: ArticleLoader, mentions: Byline, rung: str, raw: Raw, url: str, base: str, facts: Facts
) -> Article:
    """The article of one body, signed by whom the page's data, its text or a byline beside it names; its text may be empty.

    Args:
        mentions: the names that any rung gave.
        rung: where the body is from.
        base: the address that the page's relative ones are of.
    """
    value: Callable[[str], Any] = loader.found.get
    publisher = facts.publisher or value("publisher")
    own = without_strays(raw.body, value("title"))
    framed = unframed([p.text for p in own if p.text != publisher], publisher)
    rungs = dict(loader.rungs)
    named: Byline = value("authors") or []
    signed = signatures.signed(named, mentions, framed.names) or framed.captioned
    if signed and not named:
        rungs["authors"] = "text"
    if not signed and raw.place is not None and not facts.portal:
        # Neither the page's data nor its text names anybody: the byline may stand beside the text (아주경제, 비즈워치 2026).
        signed = signatures.people(fallback.byline_near(raw.place))
        if signed:
            rungs["authors"] = "generic"
    if not signed and framed.spoken:
        signed, rungs["authors"] = framed.spoken, "text"
    signed = signatures.with_mails(signed, framed.mails)
    published, modified = value("published_at"), value("modified_at")
    # Times of two places may differ in their seconds alone: "등록 14:52", and dateModified 14:52:33.
    if (
        modified
        and published
        and (modified <= published or modified - published < timedelta(minutes=not published.second))
    ):
        modified = None
        rungs.pop("modified_at", None)
    decks = (line for line in (value("subtitle") or "").split("\n") if line != value("title"))
    subtitle, lines = "\n".join(decks) or None, framed.lines
    if framed.deck and not subtitle:
        subtitle, rungs["subtitle"] = "\n".join(framed.deck), rung
    elif framed.deck and not all(line.strip(" -·") in (subtitle or "") for line in framed.deck):
        lines = [*framed.deck, *lines]
    body = "\n\n".join(lines)
    if body:
        rungs["body"] = rung
    if facts.publisher:
        rungs.pop("publisher", None)
    if (original := address(base, value("original_url"))) is None:
        rungs.pop("original_url", None)
    return Article(
        source=facts.source,
        publisher=publisher,
        url=without_tracking(url),
        original_url=original,
        title=value("title"),
        subtitle=subtitle,
        body=body,
        dateline=framed.dateline,
        authors=[Author(name=name, email=email, role=role) for name, email, role in signed],
        published_at=published,
        modified_at=modified,
        section=value("section"),
        category=sections.category(value("section")),
        images=_images(raw.images, iter(framed.captions), base, url),
        premium=bool(value("premium")) or framed.walled,
        language="ko" if HANGUL.search(body) else "en",
        extraction=rungs,
    )


def _images(found: list[tuple[str, str | None]], captions: Iterator[str], base: str, page: str) -> list[Image]:
    """Every picture once; one without a caption takes the next that stood in the text. ``src="#"`` is the page, and no picture."""
    return [
        Image(url=whole, caption=readable(caption or next(captions, None)))
        for link, caption in dict(found).items()
        if (whole := address(base, link)) and whole.partition("#")[0] not in (base, page)
    ]
