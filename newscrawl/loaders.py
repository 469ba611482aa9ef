"""From a page's raw strings to an Article: the one place where an extraction rung meets a rule of notation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from lxml.etree import _Element

from newscrawl.extract import embedded, fallback, metadata, refusal
from newscrawl.extract import tree as trees
from newscrawl.extract.body import Paragraph
from newscrawl.extract.clocks import nine_hours_off
from newscrawl.extract.deck import deck_under
from newscrawl.extract.headline import is_name
from newscrawl.extract.locate import HANGUL
from newscrawl.extract.page import ArticlePage
from newscrawl.extract.raw import Raw
from newscrawl.extract.rest import has_further_page, is_part, may_go_on
from newscrawl.extract.strays import without_strays
from newscrawl.fields import ArticleLoader
from newscrawl.items import Article, Author, Image
from newscrawl.text import dates, sections, signatures, titles
from newscrawl.text.encoding import garbled, readable
from newscrawl.text.framing import unframed
from newscrawl.text.signers import Byline
from newscrawl.urls import Site, without_tracking

SCALARS = ("title", "subtitle", "published_at", "modified_at", "section", "publisher", "original_url")
LONGEST = 500
"""Letters of a headline or a byline: what is longer is a text in the wrong place, and slow to look for a name in."""
OWN = ("layout", "json-ld", "script", "meta")
"""The rungs that read what a page says of itself, not what stands somewhere on it."""


class NotAnArticle(ValueError):
    """The page gives no article. ``reason`` is the outcome (`newscrawl.items.Outcome`), the message a sentence for people."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known about a page's site before it is read."""

    source: str
    publisher: str | None = None
    portal: bool = False
    pages: tuple[ArticlePage, ...] = ()
    site: Site | None = None


def read(
    text: str, url: str, facts: Facts, *, generic: bool = False, announced: Raw | None = None, stats: Any = None
) -> Article:
    """The article on a page.

    Args:
        text: the decoded HTML.
        url: the page's address.
        facts: what is known about the site; with ``generic`` its layouts are not used.
        announced: headline and time of the channel that announced the page, used when the page has none.
        stats: a Scrapy stats collector for doubts, or None.

    Raises:
        NotAnArticle: there is no title or no body, or the page is another thing by `newscrawl.extract.refusal`.
    """
    try:
        return _read(text, url, facts, generic, announced, stats)
    except trees.EmptyPage:
        raise NotAnArticle("rejected:empty", "The page is empty.") from None
    except RecursionError:
        raise NotAnArticle("rejected:too-deep", "The page nests its elements too deeply to be read.") from None


def _read(text: str, url: str, facts: Facts, generic: bool, announced: Raw | None, stats: Any) -> Article:
    tree = trees.parse(text)
    loader = ArticleLoader()
    bodies_found: list[tuple[str, Raw]] = []
    mentions: Byline = []
    for rung, raw in _rungs(tree, text, url, facts, loader, bodies_found, generic):
        if raw.title and len(raw.title) > LONGEST:
            raw.title = None
        raw.authors = [line for line in raw.authors if len(line) <= LONGEST and not garbled(line)]
        if raw.title and "title" not in loader.rungs:
            raw.title = titles.clean(raw.title, filter(None, (facts.publisher, raw.publisher, raw.site)))
            if is_name(raw.title) or raw.title == facts.publisher:
                raw.title = None  # a page that is called after its paper or section names no piece
        if raw.published_at and "modified_at" not in loader.rungs:
            modified = dates.printed(raw.published_at)[1]
            loader.offer(rung, "modified_at", modified.isoformat() if modified else None)
        raw.section = sections.named(raw.section, facts.publisher)
        for name in SCALARS:
            loader.offer(rung, name, getattr(raw, name))
        names_printed = signatures.people(raw.authors)
        loader.offer(rung, "authors", names_printed)
        mentions += names_printed
        if raw.premium:
            loader.offer(rung, "premium", "yes")
        if raw.body and (not bodies_found or rung == "generic"):
            bodies_found.append((rung, raw))
    if announced:
        loader.offer("announced", "title", announced.title)
        loader.offer("announced", "published_at", announced.published_at)
    article, taken = _first(loader, mentions, bodies_found, url, facts)
    if (
        garbled("\n".join((article.body, article.subtitle or "", article.dateline or "")))
        if article
        else loader.garbled
    ):
        raise NotAnArticle("error:garbled", refusal.SENTENCES["error:garbled"])
    seen = refusal.Seen(
        text,
        url,
        facts.site,
        loader.found.get("title"),
        announced.title if announced else None,
        article.body.split("\n\n") if article else [],
        loader.rungs.get("published_at") in OWN,
        bool(article and article.extraction["body"] in OWN),
        bool(article and article.images),
        bool(article and article.premium),
    )
    outcome = refusal.refused(seen)
    if "title" not in loader.found and outcome in (None, "rejected:no-body"):
        raise NotAnArticle("rejected:no-title", "The page has no headline.")
    if outcome:
        raise NotAnArticle(outcome, refusal.SENTENCES[outcome])
    if article is None or taken is None:
        raise NotAnArticle("rejected:no-body", "The page has no article text.")
    left = [*_left(tree, text, taken, article), *_mislabelled(text, article)]
    if left:
        article.extraction["doubt"] = " ".join(left)
    if stats is not None:
        for doubt in (*loader.doubts, *left, *refusal.doubts(seen)):
            stats.inc_value(f"doubt/{doubt}")
    return article


def _first(
    loader: ArticleLoader, mentions: Byline, found: list[tuple[str, Raw]], url: str, facts: Facts
) -> tuple[Article | None, Raw | None]:
    """The article with the first of the bodies that has a text of its own, and that body as it was found."""
    if "title" in loader.found:
        for rung, raw in found:
            article = _article(loader, mentions, rung, raw, url, facts)
            if article.body:
                return article, raw
    return None, None


def _rungs(
    tree: _Element,
    text: str,
    url: str,
    facts: Facts,
    loader: ArticleLoader,
    found: list[tuple[str, Raw]],
    generic: bool,
) -> Iterator[tuple[str, Raw]]:
    """The rungs from the surest to the last resort; the costly last one only when something is still missing."""
    photo: Raw | None = None
    if not generic:
        for page in facts.pages:
            raw = page.read(tree)
            if raw and raw.body:
                yield "layout", raw
                break
            photo = photo or raw
    json_ld, open_graph = metadata.json_ld(tree), metadata.open_graph(metadata.metas(tree))
    json_ld.site = json_ld.site or open_graph.site
    if not facts.portal:
        json_ld.publisher = open_graph.publisher = None
    yield "json-ld", json_ld
    script, html = embedded.article(tree) if any(mark in text for mark in embedded.MARKS) else (Raw(), None)
    if html:
        part = trees.parse(html)
        # The HTML of a script is a body alone: the fallback's rules read it without searching for it.
        script_body = fallback.read_body(part, script.title)
        script.subtitle = script.subtitle or script_body.subtitle
        script.authors = script.authors or script_body.authors
        script.body, script.images = script_body.body, script_body.images
        yield "script", script
    yield "meta", open_graph
    if "subtitle" not in loader.rungs and "title" in loader.found and not facts.portal:
        yield "generic", Raw(subtitle=deck_under(tree, loader.found["title"]))
    wanted = {"title", "published_at", *(["publisher"] if facts.portal and not facts.publisher else [])}
    if (
        not found
        or not wanted <= loader.rungs.keys()
        or (facts.portal and "original_url" not in loader.rungs and generic)
    ):
        last = fallback.read(tree, url, title=loader.found.get("title"))
        last.site = open_graph.site
        yield "generic", last
    if photo:
        # The text of a picture that is an article is its caption, and no line from elsewhere on the page.
        photo.body = [Paragraph(caption) for _, caption in photo.images if caption]
        if sum(len(p.text) for p in photo.body) > sum(len(p.text) for _, raw in found for p in raw.body):
            found.insert(0, ("layout", photo))


def _left(tree: _Element, text: str, raw: Raw, article: Article) -> list[str]:
    """The doubts whether an article is whole: prose beside what was read, a further page of the piece."""
    doubts = []
    if raw.place is not None and is_part(raw.place, "\n".join((article.body, article.subtitle or "")), raw.cut):
        doubts.append("body-part")
    if may_go_on(text) and has_further_page(tree, article.url):
        doubts.append("further-page")
    return doubts


def _mislabelled(text: str, article: Article) -> list[str]:
    """The doubt about data whose hour is not the printed, labelled one; the article then has what is printed."""
    data = ("json-ld", "script", "meta", "generic")
    told, rungs = article.published_at, article.extraction
    printed = nine_hours_off(text, told) if told and rungs["published_at"] in data else None
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


def _article(loader: ArticleLoader, mentions: Byline, rung: str, raw: Raw, url: str, facts: Facts) -> Article:
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
    original = value("original_url")
    return Article(
        source=facts.source,
        publisher=publisher,
        url=without_tracking(url),
        original_url=trees.address(url, original),
        title=value("title"),
        subtitle=subtitle,
        body=body,
        dateline=framed.dateline,
        authors=[Author(name=name, email=email, role=role) for name, email, role in signed],
        published_at=published,
        modified_at=modified,
        section=value("section"),
        category=sections.category(value("section")),
        images=_images(raw.images, iter(framed.captions), url),
        premium=bool(value("premium")) or framed.walled,
        language="ko" if HANGUL.search(body) else "en",
        extraction=rungs,
    )


def _images(found: list[tuple[str, str | None]], captions: Iterator[str], url: str) -> list[Image]:
    """Every picture once; one without a caption takes the next that stood in the text."""
    return [
        Image(url=whole, caption=readable(caption or next(captions, None)))
        for address, caption in dict(found).items()
        if (whole := trees.address(url, address))
    ]
