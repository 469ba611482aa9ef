"""`scrapy search`: the articles that hold some words, with the words marked."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterator
from itertools import islice

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.selecting import add_filters, selection
from newscrawl.commands.terminal import indented, say, show, to_the_end, typed, when
from newscrawl.storage import Store, StoredArticle, StoreError
from newscrawl.text.search import Query, QueryError, cut, excerpt, parse, places
from newscrawl.text.whitespace import fold

BATCH = 500  # articles in one transaction: a crawl that waits for its turn waits for under a second
FEW = 1000  # articles outside of the index, which a search reads in a few hundredths of a second
BEFORE, AFTER = "\ue000", "\ue001"  # one column each until a line is wrapped; of no article


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "WORDS"

    def short_desc(self) -> str:
        return "Print the articles that hold some words"

    def long_desc(self) -> str:
        return (
            "Print the articles whose title, subtitle or body holds all of WORDS, the newest first. A word is found wherever it stands, "
            "in 기준금리를 as well as alone, and so are numbers (2.5%, S&P500); capitals do not matter. "
            '\'"기준금리 인하"\', or "기준금리 인하" alone, is a phrase; -연준 leaves out what holds the word, and '
            "'\"-0.88%\"' looks for the sign. The archive is searched by an index, which every crawl keeps in step; "
            "--rebuild makes it anew. More in docs/search.md."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many (default: 20)")
        parser.add_argument("--best", action="store_true", help="first those that have the words in the title")
        parser.add_argument("--json", action="store_true", help="print JSON, one article a line")
        parser.add_argument(
            "--rebuild", action="store_true", help="make the index anew, resuming where that was stopped"
        )
        add_filters(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if strange := taken_for_an_option(args, opts):
                raise CannotStart(
                    f"there is no option {strange}; write words like it behind two hyphens: WORDS -- {strange}"
                )
            if args and opts.rebuild:
                raise CannotStart("--rebuild takes no words")
            chosen, query = selection(opts), query_of(args)
            words = parse(query) if not opts.rebuild else Query(())
            if opts.limit < 1:
                raise CannotStart(f"--limit {opts.limit}: at least 1 article is shown")
            with Store(self.settings["NEWSCRAWL_DATABASE_URL"], create=False) as store:
                if opts.rebuild:
                    rebuild(store)
                    return
                if (waiting := store.unindexed()) > FEW:
                    say(
                        f"{waiting:,} articles are not in the index yet, so this takes longer; `scrapy search --rebuild` adds them"
                    )
                chosen["text"] = query
                found = store.articles(limit=opts.limit + 1, order="best" if opts.best else "newest", **chosen)
                if opts.json:
                    show(map(in_json, islice(found, opts.limit)))
                else:
                    show(listed(found, words, opts.limit, opts.best), finish=lit)
        except (CannotStart, QueryError, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()


def taken_for_an_option(args: list[str], opts: argparse.Namespace) -> str | None:
    """The argument that was meant as an option, or was read as one and meant as a word to leave out; None without."""
    # -LG for what does not hold LG is -L, the level of the log, to argparse.
    if opts.loglevel and opts.loglevel.upper() not in logging.getLevelNamesMapping():
        return f"-L{opts.loglevel}"
    before = args[: args.index("--")] if "--" in args else args
    return next((arg for arg in before if arg.startswith("--")), None)


def query_of(args: list[str]) -> str:
    """The query that the arguments of a shell stand for; one with blanks and no quotation mark was quoted for the shell.

    >>> query_of(["금리", "기준금리 인하", "-연준"])
    '금리 "기준금리 인하" -연준'
    >>> query_of(['"S&P 500" 금리', "--", "-fed"])
    '"S&P 500" 금리 -fed'
    """
    parts = []
    for arg in map(typed, args):
        if arg == "--":
            continue
        minus, bare = ("-", arg[1:]) if arg.startswith("-") else ("", arg)
        parts.append(f'{minus}"{bare}"' if " " in arg.strip() and '"' not in arg else arg)
    return " ".join(parts)


def rebuild(store: Store) -> None:
    """Make the index of the search anew, or go on with that."""
    store.forget_index()
    done = to_the_end(lambda: store.index(BATCH), store.unindexed())
    show([f"{done:,} articles put into the index"])


def listed(found: Iterator[StoredArticle], query: Query, limit: int, best: bool) -> Iterator[str]:
    """A few lines for each article; on standard error whether there are more."""
    number = 0
    for number, article in enumerate(found, 1):
        if number > limit:
            say(f"the {'best' if best else 'newest'} {limit}; --limit {10 * limit} shows more")
            break
        head = f"{article.id:>7}  "
        title = shown(fold(article.title), query)
        yield from indented(head, f"{when(article.published_at)}  {article.publisher or '?'}  {title}")
        texts = map(fold, (article.body, article.subtitle or ""))
        if text := next((text for text in texts if places(text, query.words)), None):
            yield from indented(" " * len(head), shown(excerpt(text, query.words, 88), query))
        yield " " * len(head) + article.url
    if not number:
        say("no article holds that")


def in_json(article: StoredArticle) -> str:
    """The article as a JSON object."""
    more = dict(id=article.id, story_id=article.story_id, stocks=[stock._asdict() for stock in article.stocks])
    return json.dumps(article.as_dict() | more, ensure_ascii=False)


def shown(text: str, query: Query) -> str:
    return "".join(f"{BEFORE}{part}{AFTER}" if hit else part for part, hit in cut(text, query.words))


def lit(line: str) -> str:
    """A line with its marks as a terminal shows them: bold, or «so» in a file and for those who set NO_COLOR."""
    bold = sys.stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    before, after = ("\x1b[1;33m", "\x1b[0m") if bold else ("«", "»")
    return line.replace(BEFORE, before).replace(AFTER, after)
