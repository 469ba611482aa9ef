"""The options by which commands select articles, the same in all of them."""

from __future__ import annotations

import argparse
from datetime import date

from newscrawl.commands.running import CannotStart
from newscrawl.commands.terminal import typed
from newscrawl.storage import Selection
from newscrawl.text import search, stocks
from newscrawl.text.sections import CATEGORIES

ALL = (*CATEGORIES, "기타")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options that `selection` reads."""
    group = parser.add_argument_group("which articles")
    group.add_argument("--since", metavar="DAY", help="published on this day in Seoul or later (2026-01-31)")
    group.add_argument("--until", metavar="DAY", help="published on this day in Seoul or earlier")
    group.add_argument(
        "--publisher", default="", metavar="NAMES", help="Korean names, comma-separated (매일경제,서울경제)"
    )
    group.add_argument(
        "--source", default="", metavar="NAMES", help="sources that showed it, also as a copy (mk,naver)"
    )
    group.add_argument("--category", default="", metavar="NAMES", help=f"of {' '.join(ALL)}")
    group.add_argument("--stock", default="", metavar="CODES", help="KRX codes that it names (005930,000660)")


def add_text(parser: argparse.ArgumentParser) -> None:
    """Add the option by which a command that is given no words itself takes what `scrapy search` looks for."""
    parser.add_argument("--text", metavar="QUERY", help="all of these words: '금리 \"기준금리 인하\" -연준'")


def day(name: str, value: str | None) -> date | None:
    """The day that the option of this name was given.

    Raises:
        CannotStart: it is none.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise CannotStart(f"--{name} {value!r} is no date like 2026-01-31") from None


def selection(opts: argparse.Namespace) -> Selection:
    """The articles that the options select.

    Raises:
        CannotStart: a value that cannot be meant.
    """
    since, until = day("since", opts.since), day("until", opts.until)
    if since and until and since > until:
        raise CannotStart(f"--since {since} is after --until {until}")
    categories = _names(opts.category)
    strange = next((name for name in categories if name not in ALL), None)
    if strange:
        raise CannotStart(f"there is no category {strange!r}; there are: {' '.join(ALL)}")
    text = getattr(opts, "text", None)
    if text is not None:
        text = typed(text)
        try:
            search.parse(text)
        except search.QueryError as reason:
            raise CannotStart(f"--text: {reason}") from None
    return Selection(
        since=since,
        until=until,
        publishers=_names(opts.publisher),
        sources=_names(opts.source),
        categories=categories,
        stocks=tuple(_code(given) for given in _names(opts.stock)),
        text=text,
    )


def _names(given: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in typed(given).split(",") if name.strip())


def _code(given: str) -> str:
    code = stocks.code(given)
    if code is None:
        raise CannotStart(f"--stock {given!r} is no KRX code like 005930")
    return code
