"""`scrapy articles`: articles of the archive as a person would read them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.selecting import add_filters, day, selection
from newscrawl.commands.terminal import show, typed, when, wrap
from newscrawl.session import open_session
from newscrawl.storage import StoredArticle, StoreError
from newscrawl.storage.reading import Piece


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[ID | URL] [--day DAY] [--list]"

    def short_desc(self) -> str:
        return "Print articles of the archive: the newest, a day's, or one"

    def long_desc(self) -> str:
        return (
            "Print the article of this number, or the one that the page at this URL shows, with its copies. Without ID or URL, print the "
            "newest articles that meet all conditions, whole, or with --list a line each: when it was published in Seoul, its "
            "number, its publisher, its title. --limit says how many; without it a day is printed to its end, else 3 articles are "
            "printed or 20 listed. `scrapy search` looks for words, `scrapy export` writes files."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=int, metavar="N", help="how many (default: 3, 20 in a list, all of a day)")
        parser.add_argument("--list", action="store_true", help="print headlines")
        parser.add_argument("--day", metavar="DAY", help="published on this day in Seoul (2026-01-31)")
        add_filters(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if len(args) > 1:
                raise CannotStart("give one ID or URL")
            if opts.limit is not None and opts.limit < 1:
                raise CannotStart(f"--limit {opts.limit} is no number from 1 on")
            if day("day", opts.day):
                opts.since = opts.until = opts.day
            chosen = selection(opts)
            session = open_session(self.settings, create=False)
            with session.store as store:
                if args:
                    number = int(args[0]) if args[0].isdecimal() else None
                    key = session.sites.key(typed(args[0]))
                    piece = store.piece(number) if number is not None else store.piece_of(key)
                    if piece is None:
                        what = f"article {number}" if number is not None else f"article at {args[0]}"
                        raise CannotStart(f"the archive holds no {what}; `scrapy articles --list` lists the newest.")
                    show([printed(piece.article), *copies(piece)])
                else:
                    limit = opts.limit or (None if opts.day else 20 if opts.list else 3)
                    found = store.articles(limit=limit, **chosen)
                    lines = listed(found) if opts.list else (printed(article) + "\n" for article in found)
                    nothing = "no article meets the conditions" if any(chosen.values()) else "no article yet"
                    show(_or(lines, nothing))
        except (CannotStart, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()


def listed(articles: Iterable[StoredArticle]) -> Iterator[str]:
    """A line for each article."""
    for article in articles:
        yield f"{when(article.published_at)}  {article.id:>6}  {article.publisher or '?'}  {article.title}"


def printed(article: StoredArticle) -> str:
    """An article for a terminal of 100 columns, in which a Hangul syllable takes two."""
    names = ", ".join(" ".join(filter(None, (a.name, a.role, a.email))) for a in article.authors)
    story = f"story {article.story_id}" if article.story_id else None
    stocks = ", ".join(" ".join(filter(None, (stock.name, stock.code))) for stock in article.stocks)
    parts = [
        "─" * 100,
        wrap(article.title),
        " · ".join(filter(None, (article.publisher, article.section, when(article.published_at).rstrip(), names))),
        wrap(" · ".join(filter(None, (f"article {article.id}", story, stocks)))),
        article.url,
    ]
    if article.subtitle:
        parts += ["", "\n".join("  " + line for line in article.subtitle.splitlines())]
    parts += ["", "\n\n".join(wrap(paragraph) for paragraph in article.body.split("\n\n"))]
    parts += [f"[image] {image.caption or image.url}" for image in article.images]
    return "\n".join(parts)


def copies(piece: Piece) -> Iterator[str]:
    """A line for each other page that shows an article, and where to read who else told it and what it said before."""
    yield from (f"[copy] {copy.source} {copy.url}" for copy in piece.copies)
    if piece.revisions:
        yield f"[revised] {len(piece.revisions)} times: `scrapy story {piece.article.url}` compares"
    if piece.article.story_id:
        yield f"[story] told by others too: `scrapy story {piece.article.story_id}` compares"


def _or(lines: Iterator[str], sentence: str) -> Iterator[str]:
    """The lines, or the sentence when there is none."""
    first = next(lines, sentence)
    yield first
    yield from lines
