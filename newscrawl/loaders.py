"""From a page's raw strings to an Article: the one place where an extraction rung meets a rule of notation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from newscrawl.assembly import Facts, assembled, mislabelled
from newscrawl.extract import embedded, fallback, metadata, microdata, refusal, told
from newscrawl.extract import head as heads
from newscrawl.extract import tree as trees
from newscrawl.extract.body import Paragraph
from newscrawl.extract.deck import deck_under
from newscrawl.extract.headline import is_name
from newscrawl.extract.linked import Linked
from newscrawl.extract.raw import Raw
from newscrawl.extract.rest import has_further_page, is_part
from newscrawl.fields import ArticleLoader
from newscrawl.items import Article
from newscrawl.text import dates, sections, signatures, titles
from newscrawl.text.encoding import garbled
from newscrawl.text.signers import Byline

SCALARS = ("title", "subtitle", "published_at", "modified_at", "section", "publisher", "original_url")
LONGEST, MOST = 500, 50
"""Letters of a headline or a byline, and bylines: what is longer is a text in the wrong place, and slow to look for a name in."""
OWN = ("layout", "json-ld", "script", "meta")
"""The rungs that read what a page says of itself, not what stands somewhere on it."""


class NotAnArticle(ValueError):
    """The page gives no article. ``reason`` is the outcome (`newscrawl.items.Outcome`), the message a sentence for people."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


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
    except trees.TooLarge as size:
        raise NotAnArticle("error:too-large", f"The page is too large to be read ({size}).") from None
    except RecursionError:
        raise NotAnArticle("rejected:too-deep", "The page nests its elements too deeply to be read.") from None


def _read(text: str, url: str, facts: Facts, generic: bool, announced: Raw | None, stats: Any) -> Article:
    tree = trees.parse(text)
    head = heads.read(tree, url)
    loader = ArticleLoader()
    bodies_found: list[tuple[str, Raw]] = []
    mentions: Byline = []
    for rung, raw in _rungs(tree, text, url, head, facts, loader, bodies_found, generic):
        if raw.title and len(raw.title) > LONGEST:
            raw.title = None
        raw.authors = [line for line in raw.authors[:MOST] if len(line) <= LONGEST and not garbled(line)]
        if raw.title and "title" not in loader.rungs:
            raw.title = titles.clean(raw.title, filter(None, (facts.publisher, raw.publisher, raw.site)))
            if (
                is_name(raw.title)
                or raw.title in (facts.publisher, raw.publisher, raw.site)
                or head.has_whole(raw.title)
            ):
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
    article, taken = _first(loader, mentions, bodies_found, url, head.base, facts)
    if (
        garbled("\n".join((article.body, article.subtitle or "", article.dateline or "")))
        if article
        else loader.garbled
    ):
        raise NotAnArticle("error:garbled", refusal.SENTENCES["error:garbled"])
    rung_of_body = article.extraction["body"] if article else None
    seen = refusal.Seen(
        text,
        url,
        facts.site,
        head.named,
        loader.found.get("title"),
        announced.title if announced else None,
        article.body.split("\n\n") if article else [],
        loader.rungs.get("published_at") in OWN or rung_of_body == "json-ld",
        rung_of_body in OWN,
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
    left = [*_left(head, taken, article), *mislabelled(text, article)]
    if left:
        article.extraction["doubt"] = " ".join(left)
    if stats is not None:
        for doubt in dict.fromkeys((*loader.doubts, *left, *refusal.doubts(seen, head.headings()))):
            stats.inc_value(f"doubt/{doubt}")
    return article


def _first(
    loader: ArticleLoader, mentions: Byline, found: list[tuple[str, Raw]], url: str, base: str, facts: Facts
) -> tuple[Article | None, Raw | None]:
    """The article with the first of the bodies that has a text of its own, and that body as it was found."""
    if "title" in loader.found:
        for rung, raw in found:
            article = assembled(loader, mentions, rung, raw, url, base, facts)
            if article.body:
                return article, raw
    return None, None


def _rungs(
    tree: _Element,
    text: str,
    url: str,
    head: heads.Head,
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
    linked = Linked(head.linked, url, facts.site, head.named)
    node = linked.article(head.headlines)
    loader.doubts += linked.strange
    json_ld, open_graph = linked.raw(node) if node else Raw(), metadata.open_graph(head.metas)
    json_ld.site = json_ld.site or open_graph.site
    for each in () if "title" in loader.rungs else (json_ld, open_graph):
        if each.title and head.contradicts(each.title):
            each.title = None
            loader.doubts.append("headline")
    if not facts.portal:
        json_ld.publisher = open_graph.publisher = None
    yield "json-ld", json_ld
    script, html = embedded.article(tree) if head.scripted else (Raw(), None)
    if html:
        part = trees.parse(html)
        # The HTML of a script is a body alone: the fallback's rules read it without searching for it.
        script_body = fallback.read_body(part, script.title)
        script.subtitle = script.subtitle or script_body.subtitle
        script.authors = script.authors or script_body.authors
        script.body, script.images = script_body.body, script_body.images
        yield "script", script
    own = told.read(linked.body(node), json_ld.title) if node and not found else Raw()
    yield "meta", open_graph
    if "itemprop" in text and not {"title", "published_at", "authors"} <= loader.rungs.keys():
        yield "meta", microdata.article(tree)
    if "subtitle" not in loader.rungs and "title" in loader.found and not facts.portal:
        yield "generic", Raw(subtitle=deck_under(tree, loader.found["title"]))
    wanted = {"title", "published_at", *(["publisher"] if facts.portal and not facts.publisher else [])}
    if (
        not found
        or not wanted <= loader.rungs.keys()
        or (facts.portal and "original_url" not in loader.rungs and generic)
    ):
        last = fallback.read(tree, url, base=head.base, title=loader.found.get("title"))
        last.site = open_graph.site
        if node and own.body and told.is_more(own.body, last.body, json_ld.premium):
            own.images = linked.images(node)
            yield "json-ld", own
        yield "generic", last
    if photo:
        # The text of a picture that is an article is its caption, and no line from elsewhere on the page.
        photo.body = [Paragraph(caption) for _, caption in photo.images if caption]
        if sum(len(p.text) for p in photo.body) > sum(len(p.text) for _, raw in found for p in raw.body):
            found.insert(0, ("layout", photo))


def _left(head: heads.Head, raw: Raw, article: Article) -> list[str]:
    """The doubts whether an article is whole: prose beside what was read, a further page of the piece."""
    doubts = []
    taken = "\n".join((article.body, article.subtitle or ""))
    data = article.extraction["body"] == "json-ld"
    if told.is_cut(article.body) if data else raw.place is not None and is_part(raw.place, taken, raw.cut):
        doubts.append("body-part")
    if has_further_page(head.further, article.url, head.base):
        doubts.append("further-page")
    return doubts
