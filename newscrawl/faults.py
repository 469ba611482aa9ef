"""An exception of this program is an outcome like any other: named once with its file and line, its page kept, the run goes on."""

from __future__ import annotations

import logging
import sysconfig
import traceback
from datetime import UTC, datetime
from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from sqlalchemy import make_url

from newscrawl import bounds
from newscrawl.archive import Appender
from newscrawl.warc import ArchiveError, Page

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parent.parent
LIBRARIES = tuple(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))

KEPT = 20
"""Pages that a run keeps: one of each fault would do."""

LARGEST = 64 * 1024 * 1024
"""Bytes of the archive, behind which no page is added until somebody has looked at it."""


def place(error: BaseException) -> str:
    """What was raised, and the innermost line that is not a library's: where a developer begins to look.

    >>> from newscrawl.items import Article
    >>> try:
    ...     Article.from_dict({})
    ... except ValueError as error:
    ...     place(error).partition(".py:")[0]
    'ValueError at newscrawl/items'
    """
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.startswith((*LIBRARIES, bounds.__file__))] or frames
    if not own:
        return type(error).__name__
    path = Path(own[-1].filename)
    name = path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path
    return f"{type(error).__name__} at {name}:{own[-1].lineno}"


def note(crawler: Crawler, what: str, error: BaseException, response: Response | None = None) -> None:
    """Count a fault of this program, name it, and keep the page on which it was met.

    Args:
        what: the subject of the sentence: an address and its outcome, or a channel.
        response: the page; None when there is none.
    """
    assert crawler.stats
    where = place(error)
    crawler.stats.inc_value(f"fault/{where}")
    kept = _keep(crawler, response) if response is not None else None
    record = (
        f"; `scrapy record --url '{response.url}' --archive {kept}` makes a case of it" if response and kept else ""
    )
    logger.warning("%s: %s (%s: %s)%s", crawler.spidercls.name, what, where, _first_line(error), record)
    logger.debug("the way there:", exc_info=error)


def unread(settings: BaseSettings) -> Path:
    """The archive of pages whose reading failed: NEWSCRAWL_UNREAD, or a file beside the database."""
    if path := settings["NEWSCRAWL_UNREAD"]:
        return Path(path)
    url = make_url(settings["NEWSCRAWL_DATABASE_URL"])
    file = url.database if url.get_backend_name() == "sqlite" else None
    folder = Path(file).parent if file and not file.startswith((":memory:", "file:")) else PROJECT / "data"
    return folder / "unread.warc.gz"


def _keep(crawler: Crawler, response: Response) -> Path | None:
    assert crawler.stats
    path = unread(crawler.settings)
    if crawler.stats.get_value("unread/kept", 0) >= KEPT or (path.exists() and path.stat().st_size > LARGEST):
        return None
    # What was read is UTF-8 already, whatever the site calls it.
    label = (response.headers.get("Content-Type") or b"text/html").decode("latin-1").partition(";")[0]
    headers = (("Content-Type", f"{label}; charset=utf-8"),)
    try:
        archive = Appender(path)
        archive.add(Page(response.url, response.status, headers, response.body, datetime.now(UTC)))
        archive.close()
    except ArchiveError as error:
        logger.warning("%s: the page could not be kept: %s", crawler.spidercls.name, error)
        return None
    crawler.stats.inc_value("unread/kept")
    return path


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0][:200]
