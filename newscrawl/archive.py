"""A crawl that records what it fetches, and one that is answered out of such an archive."""

from __future__ import annotations

import errno
import gzip
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import BaseSettings
from scrapy.utils.defer import deferred_from_coro

from newscrawl.exceptions import Stopped
from newscrawl.warc import (
    ArchiveError,
    Page,
    as_bytes,
    as_text,
    check,
    index,
    look_up,
    opened,
    opened_at_end,
    page_at,
    record,
)

# What never reaches an archive: a session that belongs to the crawler, and the framing of a body
# that the HTTP client has already put together.
UNRECORDED = frozenset({"set-cookie", "set-cookie2", "transfer-encoding"})


class NotInArchive(LookupError):
    """A replayed crawl asked for an address that was not recorded.

    Not an IgnoreRequest, which Scrapy drops without a word, and none of RETRY_EXCEPTIONS.
    """


class ReplayAddon:
    """Turns a crawl into a replay when the setting NEWSCRAWL_REPLAY names an archive.

    Every way to the network is closed, nothing waits, nothing is retried, cached or recorded: a replay
    touches no site, so these hold against the project, the spider and the command line.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Raises ArchiveError when the archive cannot be replayed."""
        path = settings.get("NEWSCRAWL_REPLAY")
        if not path:
            return
        check(Path(path))
        replay = {
            "DOWNLOAD_HANDLERS": {"http": ReplayHandler, "https": ReplayHandler, "ftp": None, "s3": None},
            "DOWNLOAD_DELAY": 0,
            "DOWNLOAD_SLOTS": {},
            "AUTOTHROTTLE_ENABLED": False,
            "RETRY_ENABLED": False,
            "HTTPCACHE_ENABLED": False,
            "NEWSCRAWL_ARCHIVE": None,
        }
        for name, value in replay.items():
            settings.set(name, value, priority="cmdline")


class ReplayHandler(BaseDownloadHandler):
    """A download handler that answers out of the archive named by NEWSCRAWL_REPLAY, and from nowhere else.

    Addresses match exactly but for the fragment; http stands in for https and the other way round. A site whose
    /robots.txt was not recorded answers 404 for it, which permits everything: as an exception it would be
    an error with a traceback in the log of every replay.
    """

    lazy = True  # one handler a scheme: an archive of https pages is indexed once, not twice

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        path = crawler.settings.get("NEWSCRAWL_REPLAY")
        if not path:
            raise NotConfigured("NEWSCRAWL_REPLAY names no archive")
        self._path = Path(path)
        self._file = opened(self._path)
        self._places = index(self._file)

    async def download_request(self, request: Request) -> Response:
        """Raises NotInArchive for an address, or a method other than GET, that was not recorded."""
        place = look_up(self._places, request.url) if request.method == "GET" else None
        if place is None:
            if urlsplit(request.url).path == "/robots.txt":
                return Response(request.url, status=404)
            raise NotInArchive(f"{request.method} {request.url} is not in the archive {self._path}.")
        page = page_at(self._file, place)
        headers = [(as_bytes(name), as_bytes(value)) for name, value in page.headers]
        response = Response(request.url, status=page.status, headers=headers, body=page.body)
        return response.replace(cls=responsetypes.from_args(response.headers, request.url, body=page.body))

    async def close(self) -> None:
        self._file.close()


class Appender:
    """An archive that is written behind its end. Each record is a gzip member of its own, flushed at once: a killed process loses no
    more than the record it was writing. An archive has one writing process at a time.

    Raises:
        ArchiveError: there is another file of that name, or it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = opened_at_end(path)

    def add(self, page: Page) -> None:
        """Record a page whole, or not at all.

        Raises:
            ArchiveError: the disk is full, or the file was removed.
        """
        file = self._file.fileno()
        end = os.fstat(file).st_size
        rest = memoryview(gzip.compress(record(page)))
        try:
            while rest:
                rest = rest[os.write(file, rest) :]
        except OSError as error:
            os.ftruncate(file, end)  # of half a record: a shorter file needs no space
            raise ArchiveError(
                f"The archive {self._path} cannot be written ({error.strerror}){_need(error)}."
            ) from None
        if not os.fstat(file).st_nlink:
            raise ArchiveError(f"The archive {self._path} was removed while it was written.")

    def close(self) -> None:
        """Nothing more will be added."""
        self._file.close()


def _need(error: OSError) -> str:
    return ": free some space" if error.errno in (errno.ENOSPC, errno.EDQUOT) else ""


class ArchiveWriter:
    """A downloader middleware that appends every answer to a GET to the archive named by NEWSCRAWL_ARCHIVE.

    Its place is next to the network (950), where bodies are as received. No request header is recorded and no Set-Cookie. A crawl
    whose archive can be written no more ends: what it fetched then would be missing there for ever. Those pages wait for the next run.
    """

    def __init__(self, path: Path, crawler: Crawler | None = None) -> None:
        self.crawler = crawler
        self._archive = Appender(path)
        self._failed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured when NEWSCRAWL_ARCHIVE is not set, ArchiveError when it cannot be appended to."""
        path = crawler.settings.get("NEWSCRAWL_ARCHIVE")
        if not path:
            raise NotConfigured
        writer = cls(Path(path), crawler)
        crawler.signals.connect(writer.close, signals.spider_closed)
        return writer

    def process_request(self, request: Request) -> None:
        """Raises Stopped when nothing can be recorded any more."""
        if self._failed:
            raise Stopped

    def process_response(self, request: Request, response: Response) -> Response:
        """Record the answer and pass it on as it is; raises Stopped when it cannot be recorded."""
        # The answer to a HEAD would stand in the way of the page when the archive is replayed.
        if request.method == "GET":
            headers = tuple(
                (as_text(name), as_text(value))
                for name, values in response.headers.items()
                for value in values
                if as_text(name).lower() not in UNRECORDED
            )
            try:
                self._archive.add(Page(request.url, response.status, headers, response.body, datetime.now(UTC)))
            except ArchiveError as error:
                self._fail(error)
                raise Stopped from None
        return response

    def close(self) -> None:
        """The crawl ends."""
        self._archive.close()

    def _fail(self, error: ArchiveError) -> None:
        if self._failed or self.crawler is None:
            return
        self._failed = True
        assert self.crawler.stats and self.crawler.engine
        self.crawler.stats.set_value("archive/failed", str(error))
        if self.crawler.engine.spider:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive"))
