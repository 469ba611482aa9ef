"""What each page shows: from the archive to the values of its template."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

from newscrawl.browse import labels
from newscrawl.browse.marks import marked, snippet
from newscrawl.dedup.changes import changes, kept, spans
from newscrawl.dedup.exact import same_letters
from newscrawl.standing import problems
from newscrawl.storage import Selection, Store
from newscrawl.storage.figures import DAYS, HOURS, Counts, Figures
from newscrawl.storage.reading import Piece, Story
from newscrawl.text import search

SIZE = 20  # results on a page
SHOWN = 10  # values of a facet before the rest is folded away
STORIES = 10  # on the first page

Query = list[tuple[str, str]]
"""What the address of a search asks for: names and values, only those that `search_page` knows."""


@dataclass(frozen=True)
class Choice:
    """A link that narrows a search to a value, with the number of articles there; without ``href`` one that cannot."""

    label: str
    count: int
    href: str | None


# Searching


def query(text: str) -> Query:
    """The query of an address; what is unknown or empty is left out.

    >>> query("q=%EA%B8%88%EB%A6%AC&publisher=&x=1&day=2026-11-20")
    [('q', '금리'), ('day', '2026-11-20')]
    """
    return [(name, value) for name, value in parse_qsl(text) if name in ("q", "after", *labels.FILTERS)]


def address(asked: Query) -> str:
    """The address of a search."""
    return f"/search?{urlencode(asked)}" if asked else "/search"


def selected(asked: Query) -> Selection:
    """The articles that a query asks for.

    Raises:
        ValueError: no date, or no number.
    """
    values: dict[str, list[str]] = {}
    for name, value in asked:
        values.setdefault(name, []).append(value)
    day = date.fromisoformat(values["day"][0]) if "day" in values else None
    return Selection(
        text=values.get("q", [None])[0],
        publishers=tuple(values.get("publisher", ())),
        sources=tuple(values.get("source", ())),
        categories=tuple(values.get("category", ())),
        stocks=tuple(values.get("stock", ())),
        since=day,
        until=day,
    )


def search_page(store: Store, names: dict[str, str], asked: Query) -> dict[str, Any]:
    """The newest articles that a query asks for, and by what it can be narrowed or widened.

    Args:
        names: what sources are called.

    Raises:
        ValueError: the query cannot be meant; also a QueryError.
    """
    selection = selected(asked)
    text = selection.get("text")
    words = search.parse(text).words if text else ()
    after = next((int(value) for name, value in asked if name == "after"), None)
    if after is not None and after.bit_length() > 63:
        raise ValueError(f"no article has the number {after}")
    here = [pair for pair in asked if pair[0] != "after"]
    found = store.page(limit=SIZE + 1, after=after, **selection)
    facets = store.facets(**selection)
    choices = {
        name: _choices(here, names, name, getattr(facets, name)) for name in ("publisher", "source", "category", "day")
    }
    more = [*here, ("after", str(found[SIZE - 1].number))] if len(found) > SIZE else None
    return dict(
        q=text or "",
        asked=here,
        total=facets.total,
        results=[_result(piece, words) for piece in found[:SIZE]],
        chosen=[
            (
                labels.FILTERS[name],
                _named(names, name, value),
                address([pair for pair in here if pair != (name, value)]),
            )
            for name, value in here
            if name != "q"
        ],
        facets=[(labels.FILTERS[name], values[:SHOWN], values[SHOWN:]) for name, values in choices.items()],
        first=address(here) if after is not None else None,
        more=address(more) if more else None,
    )


def _choices(asked: Query, names: dict[str, str], name: str, counts: Counts) -> list[Choice]:
    return [
        Choice(
            _named(names, name, value) if value else "없음",
            count,
            address([*asked, (name, value)]) if value and (name, value) not in asked else None,
        )
        for value, count in counts
    ]


def _named(names: dict[str, str], name: str, value: str) -> str:
    return f"{names[value]} ({value})" if name == "source" and value in names else value


def _result(piece: Piece, words: tuple[str, ...]) -> dict[str, Any]:
    article = piece.article
    return dict(piece=piece, article=article, title=marked(article.title, words), text=snippet(article.body, words))


# Reading


def article_page(store: Store, number: int) -> dict[str, Any] | None:
    """An article with its copies, its earlier texts and the others that tell it; None when there is none."""
    story = store.story_with(number)
    if story is None:
        return None
    piece = next(piece for piece in story.pieces if piece.number == number)
    article = piece.article
    return dict(
        piece=piece,
        article=article,
        story=story,
        paragraphs=[_paragraph(text) for text in article.body.split("\n\n")],
        copies=[(copy, _compared(article.body, copy.body) if copy.body is not None else None) for copy in piece.copies],
        revisions=_revisions(piece),
        others=_tellers(story, compared=False),
    )


def story_page(store: Store, number: int) -> dict[str, Any] | None:
    """Who told a story when, and what each changed against the first; None when there is none."""
    story = store.story(number)
    if story is None:
        return None
    publishers = {piece.article.publisher for piece in story.pieces}
    return dict(story=story, first=story.pieces[0], publishers=len(publishers), tellers=_tellers(story, compared=True))


def _paragraph(text: str) -> list[list[str]]:
    """A paragraph's lines, each in cells; all but the rows of a table have one.

    >>> _paragraph("코스피\\t2,641.30\\n코스닥\\t▲0.88%")
    [['코스피', '2,641.30'], ['코스닥', '▲0.88%']]
    """
    return [line.split("\t") for line in text.split("\n")]


def _tellers(story: Story, *, compared: bool) -> list[dict[str, Any]]:
    first = story.pieces[0]
    return [
        dict(
            piece=piece,
            article=piece.article,
            lag=_lag(first.article.published_at, piece.article.published_at) if piece is not first else None,
            compared=_compared(first.article.body, piece.article.body) if compared and piece is not first else None,
        )
        for piece in story.pieces
    ]


def _revisions(piece: Piece) -> list[dict[str, Any]]:
    """What became of each earlier text in the next one, the last change first."""
    now = piece.article
    texts = [*((r.title, r.subtitle, r.body) for r in piece.revisions), (now.title, now.subtitle, now.body)]
    found = []
    for revision, (title, subtitle, body) in zip(piece.revisions, texts[1:], strict=True):
        heads = (("제목", revision.title, title), ("부제", revision.subtitle or "", subtitle or ""))
        found.append(
            dict(
                revision=revision,
                heads=[(label, spans(old, new)) for label, old, new in heads if not same_letters(old, new)],
                compared=_compared(revision.body, body),
            )
        )
    return found[::-1]


def _compared(old: str, new: str) -> dict[str, Any]:
    """What a text changed against another: the share that it kept, counts, and its sentences in marked parts."""
    found = changes(old, new)
    counts = Counter(change.kind for change in found)
    return dict(
        kept=kept(found),
        counts=[(label, counts[kind]) for kind, label in labels.CHANGES.items() if counts[kind]],
        sentences=[
            (kind, spans(old or "", new or "") if kind == "reworded" else [("same", new or old or "")])
            for kind, old, new in found
            if kind != "same"
        ],
    )


def _lag(first: datetime | None, later: datetime | None) -> str | None:
    """How much later one time is than another.

    >>> _lag(datetime(2026, 11, 20, 9), datetime(2026, 11, 21, 10, 30))
    '25시간 30분 뒤'
    """
    if first is None or later is None:
        return None
    hours, minutes = divmod(int((later - first).total_seconds()) // 60, 60)
    return " ".join([f"{hours}시간"] * bool(hours) + [f"{minutes}분"] * bool(minutes or not hours)) + " 뒤"


# The whole archive


def first_page(store: Store, names: dict[str, str], now: datetime) -> dict[str, Any]:
    """How much there is, what came lately, and how every source stands at ``now``."""
    figures = store.figures(now)
    states = [(state, *problems(state, now)) for state in store.states()]
    return dict(
        figures=figures,
        stale=now - figures.until > timedelta(hours=HOURS),
        names=names,
        hours=_chart(figures, {state.last.source for state, _, _ in states}),
        ticks=[figures.until - timedelta(hours=back) for back in range(HOURS, 0, -12)],
        lately=figures.lately,
        days=DAYS,
        states=states,
        stories=store.headlines(STORIES),
        labels=labels,
    )


def _chart(figures: Figures, crawled: set[str]) -> dict[str, Any]:
    """The hours as bars and as rows: of each source when, how many, and how dark from 1 to 4; a silent source has a row."""
    begin = figures.until - timedelta(hours=HOURS)
    rows = {source: figures.hours.get(source, [0] * HOURS) for source in crawled | figures.hours.keys()}
    sums = [sum(column) for column in zip(*rows.values(), strict=True)] or [0] * HOURS
    most, highest = max((max(row) for row in rows.values()), default=0), max(sums)

    def cells(row: list[int]) -> list[tuple[int, datetime, int, int]]:
        return [
            (at, begin + timedelta(hours=at), count, -(-4 * count // most)) for at, count in enumerate(row) if count
        ]

    ordered = sorted(rows.items(), key=lambda pair: (-sum(pair[1]), pair[0]))
    return dict(
        width=HOURS,
        sums=[
            (at, begin + timedelta(hours=at), count, 100 * count / highest) for at, count in enumerate(sums) if count
        ],
        highest=highest,
        rows=[(source, cells(row), sum(row)) for source, row in ordered],
    )
