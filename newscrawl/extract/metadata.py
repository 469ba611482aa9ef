"""What a page's meta tags say of its article: OpenGraph, article:*, Dublin Core, and the names that Korean and other systems gave."""

from __future__ import annotations

from newscrawl.extract.headline import is_name
from newscrawl.extract.raw import Raw
from newscrawl.text import bylines, dates, press

TITLE = (
    *("headline", "og:title", "twitter:title", "dable:title", "title"),
    *("sailthru.title", "parsely-title", "dc.title", "citation_title"),
)
AUTHOR = (
    *("dable:author", "article:author", "og:article:author", "author", "byl", "sailthru.author", "parsely-author"),
    *("dc.creator", "citation_author", "twitter:creator"),
)
PUBLISHED = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished", "pubdate"),
    *("dc.issued", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published"),
    *("publish-date", "publication_date", "date", "dc.date", "dc.created"),
)
MODIFIED = (
    *("article:modified_time", "og:article:modified_time", "article:modified", "datemodified", "og:updated_time"),
    *("dc.modified", "article.updated"),
)
SECTIONS = (
    *("article:section", "og:article:section", "dable:section", "article:section2", "articlesection"),
    *("parsely-section", "section"),
)


def open_graph(tags: dict[str, list[str]]) -> Raw:
    """The fields that meta tags name, by their names in `newscrawl.extract.head`: the first tag counts that says what it should.

    A title that is a paper's, a time without an hour, and in the place of a name an address or a press are passed over.
    """

    def first(*names: str) -> str | None:
        return next((tags[name][0] for name in names if name in tags), None)

    titled = (title for name in TITLE for title in tags.get(name, ()))
    times = [[time for name in names for time in tags.get(name, ())] for names in (PUBLISHED, MODIFIED)]
    published, modified = (next((time for time in each if any(dates.printed(time))), None) for each in times)
    return Raw(
        title=next((title for title in titled if not is_name(title)), None),
        authors=next((signing for name in AUTHOR if (signing := list(filter(_signs, tags.get(name, ()))))), []),
        published_at=published,
        modified_at=modified,
        # The first may be the paper's own name (joongang, 2026-08).
        section="\n".join(section for name in SECTIONS for section in tags.get(name, ())) or None,
        site=first("og:site_name"),
        publisher=(first("og:article:author", "twitter:creator") or "").split("|")[0].strip() or None,
        premium=first("article:content_tier") == "locked",
    )


def _signs(author: str) -> bool:
    """Whether the content of an author's tag names anybody: portals put the press there ("뉴스1 | 네이버"), others a profile's address."""
    return (
        "|" not in author
        and not author.startswith("http")
        and not press.is_press(author)
        and bool(bylines.parse(author))
    )
