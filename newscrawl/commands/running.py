"""What must be right before a crawl starts, said in one sentence when it is not."""

from __future__ import annotations

import argparse
import difflib
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from newscrawl import warc
from newscrawl.bases.arguments import ArgumentError
from newscrawl.bases.source import Source, load_sources
from newscrawl.commands.terminal import plain, say
from newscrawl.saved import NotAPage, page_in, told
from newscrawl.storage import Store, StoreError

logger = logging.getLogger(__name__)

CASES = Path(__file__).resolve().parents[2] / "tests" / "pages"
"""Where the recorded pages are kept."""


class CannotStart(Exception):
    """A reason why a command cannot do its work, in a sentence for people."""

    def tell(self) -> int:
        """Print the sentence; the result is the exit code."""
        say(str(self))
        return 1


class Record(logging.LogRecord):
    """A line of the log without what a terminal, or cron's mail in one, would obey: addresses and headers are a site's words."""

    def getMessage(self) -> str:  # noqa: N802 (logging's name)
        """The message."""
        return plain(super().getMessage())


def quiet(settings: BaseSettings) -> None:
    """Leave the log to what happens to articles; with ``-L DEBUG`` Scrapy tells everything again."""
    logging.setLogRecordFactory(Record)
    if sys.stderr is None:  # closed (2>&-): Scrapy would ask it whether it is a terminal
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    if settings["LOG_LEVEL"] == "INFO":
        scrapy = ("addons", "crawler", "core.engine", "extensions.logstats", "middleware", "utils.log")
        for name in (*(f"scrapy.{part}" for part in scrapy), "alembic.runtime.migration", "alembic.runtime.plugins"):
            # A filter, because Scrapy resets the levels of its loggers when a crawl starts.
            logging.getLogger(name).addFilter(lambda record: record.levelno >= logging.WARNING)
        # What they warn of is an outcome, which is told with its address.
        for name in (
            "core.downloader.handlers.http11",
            "utils._download_handlers",
            "downloadermiddlewares.retry",
        ):
            logging.getLogger(f"scrapy.{name}").addFilter(lambda record: record.levelno >= logging.ERROR)


def options(
    process: Callable[[list[str], argparse.Namespace], None], args: list[str], opts: argparse.Namespace
) -> None:
    """Scrapy's reading of a command's options; what is wrong with them is a crawl that could not start."""
    try:
        process(args, opts)
    except UsageError as reason:
        raise SystemExit(CannotStart(str(reason)).tell()) from None


def prepare(settings: BaseSettings, names: list[str], given: dict[str, str]) -> None:
    """Try everything that a crawl of these sources needs.

    Raises:
        CannotStart: an unknown source, a wrong argument, an archive or a database that cannot be used.
    """
    sources = load_sources(settings)
    for name in names:
        source = known(sources, name)
        try:
            source.parse_arguments(given)
        except ArgumentError as reason:
            raise CannotStart(str(reason)) from None
        except Exception as error:  # a source that is written wrong is named when it is started, and stops no other
            logger.debug("%s: %s", name, error)
    try:
        if settings["NEWSCRAWL_REPLAY"]:
            warc.check(Path(settings["NEWSCRAWL_REPLAY"]))
        store = Store(settings["NEWSCRAWL_DATABASE_URL"])
        waiting = store.stale()
        store.close()
    except (warc.ArchiveError, StoreError) as reason:
        raise CannotStart(str(reason)) from None
    if waiting:
        say(f"{waiting:,} articles of an older version were never compared with others; run `scrapy dedup` once.")


def known(sources: dict[str, type[Source]], name: str) -> type[Source]:
    """The source of a name.

    Raises:
        CannotStart: there is none; the sentence names the nearest.
    """
    if name in sources:
        return sources[name]
    near = difflib.get_close_matches(name, sources, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "`scrapy sources` lists them."
    raise CannotStart(f"there is no source {name!r}; {hint}")


def read_file(args: list[str]) -> bytes:
    """The bytes of the one file a command was given; ``-`` is standard input.

    Raises:
        CannotStart: none or several were given, or it cannot be read.
    """
    with open_file(args) as file:
        return file.read()


def read_page(args: list[str]) -> bytes:
    """The page in the one file a command was given, out of what it is packed in.

    Raises:
        CannotStart: as for `read_file`, or the file holds no page.
    """
    data = read_file(args)
    try:
        return page_in(data, args[0])
    except NotAPage as reason:
        raise CannotStart(f"{args[0]} {reason}") from None


def checked(url: str) -> str:
    """The address that a page was saved from.

    Raises:
        CannotStart: it is none of the web.
    """
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return url
    except ValueError:
        pass
    raise CannotStart(f"--url {url!r} is no address of the web; give the one the page was saved from (https://…)")


def refusal(name: str, page: bytes, content_type: str | None, reason: Exception) -> CannotStart:
    """The sentence for a page that was refused: what the file is, or why it was."""
    what = told(page, content_type)
    return CannotStart(f"{name} {what}" if what else f"{name}: {reason}")


def open_file(args: list[str]) -> BinaryIO:
    """The one file a command was given, open for reading.

    Raises:
        CannotStart: none or several were given, or it cannot be read.
    """
    if len(args) != 1:
        raise CannotStart("give one file (- for standard input)")
    if args[0] == "-" and sys.stdin is None:
        raise CannotStart("standard input is closed")
    try:
        return sys.stdin.buffer if args[0] == "-" else Path(args[0]).open("rb")
    except IsADirectoryError:
        raise CannotStart(f"{args[0]} cannot be read: Is a directory; name one file of it") from None
    except OSError as error:
        raise CannotStart(f"{args[0]} cannot be read: {error.strerror}") from None
