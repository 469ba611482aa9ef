"""What travels from a page to the database: an article, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from newscrawl.text.dates import SEOUL


@dataclass(kw_only=True)
class Author:
    """One name of a byline; ``role`` is the printed title (기자, 특파원, 논설위원 …)."""

    name: str
    email: str | None = None
    role: str | None = None


@dataclass(kw_only=True)
class Image:
    """A picture of the article and the caption printed with it."""

    url: str
    caption: str | None = None


@dataclass(kw_only=True)
class Candidate:
    """An address announced as an article by one channel of a source.

    ``key`` is the page's identity (see `newscrawl.urls`), ``published_at`` an aware time when the
    announcement named one, ``title`` the announced headline. ``attempts`` says how often earlier runs asked for it.
    """

    url: str
    key: str
    source: str
    channel: str
    published_at: datetime | None = None
    title: str | None = None
    attempts: int = 0


@dataclass(kw_only=True)
class Outcome:
    """What became of a candidate that gave no article: ``rejected:<why>``, ``gone``, ``robots``, ``error:<class>``.

    ``text`` is the page that came, where it is none of an article.
    """

    candidate: Candidate
    outcome: str
    published_at: datetime | None = None
    text: str | None = field(default=None, repr=False)


@dataclass(kw_only=True)
class Article:
    """One piece by one publisher, in the field names of schema.org's NewsArticle.

    ``published_at`` and ``modified_at`` are aware; ``body`` is plain text whose paragraphs are separated
    by a blank line; ``extraction`` names the rung that supplied each field. What is missing is None or an
    empty list, never "".
    """

    source: str
    publisher: str | None
    url: str
    original_url: str | None = None
    title: str
    subtitle: str | None = None
    body: str
    dateline: str | None = None
    authors: list[Author] = field(default_factory=list)
    published_at: datetime | None = None
    modified_at: datetime | None = None
    section: str | None = None
    category: str | None = None
    images: list[Image] = field(default_factory=list)
    premium: bool = False
    language: str = "ko"
    extraction: dict[str, str] = field(default_factory=dict)
    candidate: Candidate | None = field(default=None, repr=False, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """The article as JSON values: times in ISO 8601 with Seoul's offset, without the announcement.

        >>> article = Article(source="mk", publisher="매일경제", url="https://www.mk.co.kr/news/economy/1",
        ...                   title="제목", body="본문", published_at=datetime(2026, 1, 2, 9, 0, tzinfo=SEOUL))
        >>> article.as_dict()["published_at"]
        '2026-01-02T09:00:00+09:00'
        """
        values: dict[str, Any] = {name: getattr(self, name) for name in FIELDS}
        values["authors"] = [dict(name=a.name, email=a.email, role=a.role) for a in self.authors]
        values["images"] = [dict(url=i.url, caption=i.caption) for i in self.images]
        for name in ("published_at", "modified_at"):
            moment: datetime | None = values[name]
            values[name] = moment.astimezone(SEOUL).isoformat() if moment else None
        return values

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Article:
        """The inverse of `as_dict`.

        Raises:
            ValueError: a field is missing, unknown or of the wrong type; the message names it.
        """
        unknown = sorted(set(values) - set(FIELDS))
        if unknown:
            raise ValueError(f"unknown field {unknown[0]!r}")
        known = dict(values)
        for name in ("source", "url", "title", "body"):
            if not isinstance(known.get(name), str) or not known[name].strip():
                raise ValueError(f"field {name!r} must be a text that is not empty")
        for name in ("publisher", "original_url", "subtitle", "dateline", "section", "category"):
            if known.setdefault(name, None) is not None and not isinstance(known[name], str):
                raise ValueError(f"field {name!r} must be a text or null")
        for name in ("published_at", "modified_at"):
            if known.get(name) is not None:
                known[name] = _aware(name, known[name])
        for name, part, told in (("authors", Author, "name"), ("images", Image, "url")):
            try:
                known[name] = [part(**row) for row in known.get(name) or []]
            except TypeError as error:
                raise ValueError(f"field {name!r} must be a list of objects: {error}") from None
            for row in map(vars, known[name]):
                if row[told] is None or not all(isinstance(value, str | None) for value in row.values()):
                    raise ValueError(f"field {name!r} must be a list of objects of texts, each with its {told}")
        if not isinstance(known.setdefault("premium", False), bool):
            raise ValueError("field 'premium' must be true or false")
        if not isinstance(known.setdefault("language", "ko"), str):
            raise ValueError("field 'language' must be a text")
        rungs = known.setdefault("extraction", {})
        if not isinstance(rungs, dict) or not all(isinstance(rung, str) for rung in rungs.values()):
            raise ValueError("field 'extraction' must be an object of texts")
        return cls(**known)


def _aware(name: str, value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"field {name!r} is no ISO 8601 time: {value!r}") from None
    if moment.tzinfo is None:
        raise ValueError(f"field {name!r} has no UTC offset: {value!r}")
    return moment


FIELDS = tuple(f.name for f in fields(Article) if f.name != "candidate")
"""The names of an article's fields, in the order they are printed."""

SAME_TEXT = "error:same-text"

WALLS = {
    SAME_TEXT: "one text stands before several articles",
    "error:maintenance": "the site is being worked on",
    "error:waiting-room": "a waiting room",
    "error:blocked": "the site refuses this crawler",
    "error:challenge": "a challenge page",
    "error:empty-shell": "a page without any text",
    "error:server": "the site's server failed",
    "error:notice": "a notice in words that are not known",
    "rejected:login": "for members",
    "rejected:age": "for adults",
    "rejected:consent": "a question of consent",
}
"""The outcomes of pages that stand before an article and say nothing of it, and what they mean: it is asked for again."""

FAULTS = ("error:reading", "error:errback", "error:storing", "error:too-slow", "error:too-large")
"""The outcomes of pages that this program failed at, or would have: they are asked for again when it has changed."""
