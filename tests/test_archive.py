"""Archives: what is written comes back, on any machine, after any accident, and without a network."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import logging
import multiprocessing
import socket
import sys
import threading
import warnings
import zlib
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pytest
from scrapy import Request, Spider
from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.settings import Settings
from scrapy.utils.misc import load_object
from twisted.python.failure import Failure
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from newscrawl import warc
from newscrawl.archive import ArchiveWriter, NotInArchive, ReplayAddon, ReplayHandler
from newscrawl.warc import ArchiveError, Page

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


def page(url: str, body: str = "", status: int = 200, headers: tuple[tuple[str, str], ...] = HTML) -> Page:
    return Page(url, status, headers, body.encode(), NOON)


PAGES = [
    page("https://news.example.kr/robots.txt", "User-agent: *\nDisallow: /private/\n", headers=()),
    page("https://news.example.kr/a/1", "<p>기준금리 3.25% 동결</p>"),
    page("https://news.example.kr/old/1", "", 301, (("Location", "/a/1"),)),
]


WHOLE = "<html><p>기준금리 3.25% 동결</p></html>".encode()


def of_elsewhere(kind: str, number: int, rest: bytes, status: str = "200 OK", **fields: str) -> bytes:
    """A record as other recorders write it: WARC 1.0, wget's brackets around addresses, any further field."""
    head = b"" if kind == "resource" else f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n".encode()
    block = head + rest if rest else b""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: <https://news.example.kr/a/{number}>",
        f"WARC-Date: 2026-11-2{number}T00:00:00Z",
        *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items()),
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\nServer-Timing: db;dur=3\r\n\r\n" % (len(WHOLE), WHOLE)
EMPTY, FULL = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
ELSEWHERE = [
    b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    of_elsewhere("response", 1, CHUNKED, WARC_Record_ID="<urn:uuid:1>", WARC_Payload_Digest=FULL),
    of_elsewhere("response", 2, b"\r\n" + WHOLE),
    of_elsewhere("revisit", 3, b"X: own\r\n\r\n", WARC_Payload_Digest=FULL),
    of_elsewhere("revisit", 4, b"", WARC_Refers_To_Target_URI="https://news.example.kr/a/2"),
    of_elsewhere("revisit", 5, b"\r\n", status="304 Not Modified", WARC_Refers_To="<urn:uuid:1>"),
    of_elsewhere("resource", 6, WHOLE, Content_Type="text/html"),
    of_elsewhere("response", 7, b"Transfer-Encoding: chunked\r\n\r\n" + WHOLE),
    of_elsewhere("response", 8, b"Location: /a/1\r\n\r\n", status="302 Found", WARC_Payload_Digest=EMPTY),
    of_elsewhere("revisit", 9, b"\r\n", WARC_Payload_Digest="sha1:ELSEWHERE"),
    of_elsewhere("request", 1, b"\r\n"),
]


class TestFile:
    @pytest.mark.parametrize(
        "written",
        [
            *PAGES,
            page("https://news.example.kr/search?q=%EA%B8%88%EB%A6%AC&p=2", "a\r\n\r\nb\r\n\r\n"),
            page("https://news.example.kr/long", "가나다" * 50_000),
            page("https://news.example.kr/h", headers=(("Link", "<a>"), ("Link", "<b>"), ("X", ""), ("Y", "a: b"))),
            page("https://news.example.kr/u", status=302, headers=(("Location", "https://news.example.kr/경제"),)),
            replace(PAGES[1], body=bytes(range(256)), fetched_at=NOON + timedelta(microseconds=5)),
        ],
    )
    def test_a_page_comes_back_as_it_was(self, tmp_path: Path, written: Page) -> None:
        assert warc.write(tmp_path / "new" / "a.warc.gz", [written]) == 1
        assert list(warc.read(tmp_path / "new" / "a.warc.gz")) == [written]

    def test_header_bytes_that_are_no_utf8_survive(self, tmp_path: Path) -> None:
        sent = "https://news.example.kr/경제".encode("euc-kr")
        location = sent.decode("utf-8", "surrogateescape")
        warc.write(tmp_path / "a.warc.gz", [replace(PAGES[2], headers=(("Location", location),))])
        assert sent in gzip.decompress((tmp_path / "a.warc.gz").read_bytes())
        [read] = warc.read(tmp_path / "a.warc.gz")
        assert dict(read.headers)["Location"].encode("utf-8", "surrogateescape") == sent

    def test_the_same_pages_are_the_same_bytes_everywhere(self, tmp_path: Path) -> None:
        seoul = [replace(page, fetched_at=page.fetched_at.astimezone(timezone(timedelta(hours=9)))) for page in PAGES]
        for name, pages in (("one", PAGES), ("two", PAGES), ("three", seoul)):
            warc.write(tmp_path / name, pages)
            digest = hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
            assert digest == "ba01e89b1862ba8de8931966f341a6c18f7a52d2aabfef42da382ad4a12ccfbc"

    def test_a_time_without_zone_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="no time zone"):
            warc.write(tmp_path / "a.warc.gz", [replace(PAGES[0], fetched_at=datetime(2026, 11, 23))])  # noqa: DTZ001

    def test_warcio_reads_it_and_agrees_with_its_digests(self, tmp_path: Path) -> None:
        warc.write(tmp_path / "a.warc.gz", PAGES)
        with (tmp_path / "a.warc.gz").open("rb") as file:
            records = [
                (
                    record.rec_headers.get_header("WARC-Target-URI"),
                    int(record.http_headers.get_statuscode()),
                    record.content_stream().read(),
                )
                for record in ArchiveIterator(file, check_digests="raise")
            ]
        assert records == [(page.url, page.status, page.body) for page in PAGES]

    def test_an_archive_of_another_recorder_is_read(self, tmp_path: Path) -> None:
        out = BytesIO()
        writer = WARCWriter(out, gzip=True)
        writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "other"}))
        head = StatusAndHeaders("200 OK", [("Transfer-Encoding", "chunked"), ("ETag", "x")], protocol="HTTP/1.1")
        url = "https://news.example.kr/a/1"
        chunks = b"4\r\n<p>a\r\n4\r\n</p>\r\n0\r\n\r\n"
        answer = writer.create_warc_record(
            url, "response", payload=BytesIO(chunks), length=len(chunks), http_headers=head
        )
        asked = StatusAndHeaders("GET /a/1 HTTP/1.1", [("Cookie", "a=b")], is_http_request=True)
        writer.write_request_response_pair(writer.create_warc_record(url, "request", http_headers=asked), answer)
        (tmp_path / "a.warc.gz").write_bytes(out.getvalue())
        [read] = warc.read(tmp_path / "a.warc.gz")
        assert (read.url, read.status, read.body, read.headers) == (url, 200, b"<p>a</p>", (("ETag", "x"),))

    @pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
    def test_archives_of_wget_heritrix_and_browsers_are_read(self, tmp_path: Path, packed: bool) -> None:
        path = tmp_path / "a.warc"
        path.write_bytes(b"".join(map(gzip.compress, ELSEWHERE) if packed else ELSEWHERE))
        site = "https://news.example.kr/a/"
        read = {page.url: page for page in warc.read(path)}
        assert [url.removeprefix(site) for url in read] == list("12345678")
        assert {page.body for page in read.values()} == {WHOLE, b""}
        assert [url for url, page in read.items() if not page.body] == [f"{site}8"]
        assert {page.status for page in read.values()} == {200, 302}
        assert {name for page in read.values() for name, _ in page.headers} == {"Content-Type", "X", "Location"}
        for url, page in read.items():
            assert warc.find(path, url) == page
        assert dict(read[f"{site}3"].headers)["X"] == "own"
        assert read[f"{site}3"].fetched_at > read[f"{site}1"].fetched_at
        with pytest.raises(ArchiveError, match="only that it had not changed: the page itself is in another archive"):
            warc.find(path, f"{site}9")

    def test_a_plain_file_cut_anywhere_gives_the_records_that_are_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc"
        data = b"".join(ELSEWHERE[:3])
        path.write_bytes(data)
        ends = [len(b"".join(ELSEWHERE[:number])) - 4 for number in (2, 3)]
        for size in range(60, len(data)):
            path.write_bytes(data[:size])
            assert len(list(warc.read(path))) == sum(end <= size for end in ends), size

    @pytest.mark.parametrize(
        ("body", "whole"),
        [
            (b"4\r\n<p>a\r\n0\r\n\r\n", b"<p>a"),
            (b"4\r\n<p>a\r\n0\r\nServer-Timing: db;dur=3\r\nX: y\r\n\r\n", b"<p>a"),
            (b'0004 ; name="v"\r\n<p>a\r\n00\r\n\r\n', b"<p>a"),
            (b"4\n<p>a\n0\n\n", b"<p>a"),
            (b"9\r\n<p>\r\n0\r\n1\r\n0\r\n\r\n", b"<p>\r\n0\r\n1"),
            (b"ff\r\n<p>cut", b"<p>cut"),
            (b"4\r\n<p>a\r\n8\r\n<p>c", b"<p>a<p>c"),
            (b"<p>no chunks</p>", b"<p>no chunks</p>"),
            (b"", b""),
            (b"0\r\n\r\n", b""),
        ],
    )
    def test_chunks_are_joined_and_what_stands_behind_them_is_no_page(
        self, tmp_path: Path, body: bytes, whole: bytes
    ) -> None:
        path = tmp_path / "a.warc"
        path.write_bytes(of_elsewhere("response", 1, b"Transfer-Encoding: chunked\r\n\r\n" + body))
        assert [page.body for page in warc.read(path)] == [whole]

    def test_nothing_is_appended_to_a_plain_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc"
        path.write_bytes(b"".join(ELSEWHERE))
        with pytest.raises(ArchiveError, match="is not packed: nothing was written to it"):
            ArchiveWriter(path)
        assert path.read_bytes() == b"".join(ELSEWHERE)

    def test_a_file_cut_anywhere_gives_the_records_that_are_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc.gz"
        ends = [warc.write(path, PAGES[:count]) and path.stat().st_size for count in range(1, len(PAGES) + 1)]
        data = path.read_bytes()
        for size in range(len(data) + 1):
            path.write_bytes(data[:size])
            assert list(warc.read(path)) == PAGES[: sum(end <= size for end in ends)], size

    @pytest.mark.parametrize(
        ("content", "fault"),
        [
            (None, "cannot be read: No such file"),
            (b"", "holds no page"),
            (b"<html>no archive</html>", "damaged or no archive: at byte 0"),
            (gzip.compress(b"hello", mtime=0), "at byte 0 of .* is no WARC record"),
            (gzip.compress(b"", mtime=0), "at byte 0 of .* is no WARC record"),
            (b"WARC/1.1\r\n", "damaged or no archive"),
            (b"WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n<html>\r\n\r\n", "is damaged: at byte 36"),
            (b"PK\x03\x04", "WACZ, `unzip` it"),
            (b"\x28\xb5\x2f\xfd", "`zstd -d` makes a WARC file"),
            (b"filedesc://a.arc", "is an ARC file: `warcio recompress`"),
        ],
    )
    def test_what_cannot_be_replayed_is_said_in_one_sentence(
        self, tmp_path: Path, content: bytes | None, fault: str
    ) -> None:
        path = tmp_path / "a.warc.gz"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ArchiveError, match=fault) as raised:
            warc.check(path)
        assert str(path) in str(raised.value)
        assert "\n" not in str(raised.value)

    def test_damage_in_the_middle_is_no_end(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc.gz"
        warc.write(path, PAGES)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
        with pytest.raises(ArchiveError, match="damaged"):
            warc.check(path)

    def test_many_records_in_one_member_are_not_read_as_one(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc.gz"
        warc.write(path, PAGES)
        path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))
        with pytest.raises(ArchiveError, match="warcio recompress"):
            warc.check(path)

    def test_the_newest_page_of_an_address_is_found(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc.gz"
        old, new = page("https://news.example.kr/a", "old"), page("https://news.example.kr/a", "new")
        warc.write(path, [old, new, replace(new, status=304, body=b""), *PAGES])
        assert warc.find(path, "https://news.example.kr/a#top") == new
        assert warc.find(path, "http://NEWS.example.kr/a") == new
        assert warc.find(path, "https://news.example.kr/a?") == new
        assert warc.find(path, "https://news.example.kr/a?p=2") is None
        assert warc.find(path, "https://news.example.kr/a/") is None


class TestArchiveWriter:
    REQUEST = Request(
        "https://news.example.kr/a/1", headers={"Cookie": "session=secret", "Authorization": "Basic secret"}
    )

    def answer(self, body: bytes) -> Response:
        return Response(self.REQUEST.url, headers={"ETag": "x", "Set-Cookie": "session=secret"}, body=body)

    def test_secrets_are_not_written(self, tmp_path: Path) -> None:
        writer = ArchiveWriter(tmp_path / "data" / "a.warc.gz")
        answer = self.answer(b"body")
        assert writer.process_response(self.REQUEST, answer) is answer
        writer.close()
        written = gzip.decompress((tmp_path / "data" / "a.warc.gz").read_bytes())
        assert b"Etag: x" in written
        assert b"secret" not in written
        assert b"cookie" not in written.lower()

    def test_only_pages_are_recorded(self, tmp_path: Path) -> None:
        writer = ArchiveWriter(tmp_path / "a.warc.gz")
        writer.process_response(self.REQUEST, self.answer(b"body"))
        writer.process_response(self.REQUEST.replace(method="HEAD"), self.answer(b""))
        writer.process_response(self.REQUEST.replace(method="POST"), self.answer(b"posted"))
        writer.close()
        assert [page.body for page in warc.read(tmp_path / "a.warc.gz")] == [b"body"]

    def test_a_record_is_in_the_file_at_once(self, tmp_path: Path) -> None:
        writer = ArchiveWriter(tmp_path / "a.warc.gz")
        for body in (b"one", b"two"):
            writer.process_response(self.REQUEST, self.answer(body))
            assert [page.body for page in warc.read(tmp_path / "a.warc.gz")][-1] == body
        writer.close()

    def test_the_next_run_goes_on_after_the_last_whole_record(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc.gz"
        warc.write(path, PAGES)
        data = path.read_bytes()
        for lost in (0, 1, 7, 8, 9, 200):
            path.write_bytes(data[: len(data) - lost])
            writer = ArchiveWriter(path)
            writer.process_response(self.REQUEST, self.answer(b"next"))
            writer.close()
            kept = PAGES if lost == 0 else PAGES[:-1]
            assert [page.body for page in warc.read(path)] == [*(page.body for page in kept), b"next"]

    @pytest.mark.parametrize("content", [b"notes of mine, no archive", gzip.compress(b"notes, compressed", mtime=0)])
    def test_a_file_that_is_no_archive_is_left_alone(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "notes").write_bytes(content)
        with pytest.raises(ArchiveError):
            ArchiveWriter(tmp_path / "notes")
        assert (tmp_path / "notes").read_bytes() == content

    def test_a_place_that_cannot_be_written_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(ArchiveError, match=r"cannot be written: Is a directory\.$"):
            ArchiveWriter(tmp_path)


class TestReplayAddon:
    def test_without_an_archive_nothing_changes(self) -> None:
        settings = Settings({"DOWNLOAD_DELAY": 5})
        before = settings.copy_to_dict()
        ReplayAddon().update_settings(settings)
        assert settings.copy_to_dict() == before

    @pytest.mark.parametrize("priority", ["project", "spider", "cmdline"])
    def test_it_holds_against_all_other_settings(self, tmp_path: Path, priority: str) -> None:
        warc.write(tmp_path / "a.warc.gz", PAGES)
        settings = Settings()
        live = {
            "NEWSCRAWL_REPLAY": str(tmp_path / "a.warc.gz"),
            "NEWSCRAWL_ARCHIVE": str(tmp_path / "a.warc.gz"),
            "DOWNLOAD_HANDLERS": {"https": "scrapy.core.downloader.handlers.http.HTTPDownloadHandler"},
            "DOWNLOAD_DELAY": 5,
            "DOWNLOAD_SLOTS": {"news.example.kr": {"delay": 9}},
            "AUTOTHROTTLE_ENABLED": True,
            "RETRY_ENABLED": True,
            "HTTPCACHE_ENABLED": True,
        }
        settings.setdict(live, priority)
        ReplayAddon().update_settings(settings)
        handlers = dict(settings.getwithbase("DOWNLOAD_HANDLERS"))
        assert handlers["http"] is handlers["https"] is ReplayHandler
        assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https", "data", "file"}
        assert settings.getfloat("DOWNLOAD_DELAY") == 0
        assert dict(settings["DOWNLOAD_SLOTS"]) == {}
        for name in ("AUTOTHROTTLE_ENABLED", "RETRY_ENABLED", "HTTPCACHE_ENABLED"):
            assert not settings.getbool(name)
        assert settings["NEWSCRAWL_ARCHIVE"] is None

    def test_a_missing_archive_stops_the_crawl_before_it_starts(self, tmp_path: Path) -> None:
        with pytest.raises(ArchiveError, match="cannot be read"):
            ReplayAddon().update_settings(Settings({"NEWSCRAWL_REPLAY": str(tmp_path / "none.warc.gz")}))


class TestReplayHandler:
    def handler(self, path: Path) -> ReplayHandler:
        return ReplayHandler(Crawler(Spider, {"NEWSCRAWL_REPLAY": str(path)}))

    def test_http_stands_in_for_https(self, tmp_path: Path) -> None:
        warc.write(tmp_path / "a.warc.gz", PAGES)
        handler = self.handler(tmp_path / "a.warc.gz")
        answer = asyncio.run(handler.download_request(Request("http://news.example.kr/a/1#top")))
        asyncio.run(handler.close())
        assert (answer.url, answer.body) == ("http://news.example.kr/a/1#top", PAGES[1].body)

    def test_only_a_get_is_answered(self, tmp_path: Path) -> None:
        warc.write(tmp_path / "a.warc.gz", PAGES)
        handler = self.handler(tmp_path / "a.warc.gz")
        with pytest.raises(NotInArchive, match=r"^POST https://news.example.kr/a/1 is not in the archive"):
            asyncio.run(handler.download_request(Request("https://news.example.kr/a/1", method="POST")))
        asyncio.run(handler.close())

    def test_what_is_not_recorded_is_neither_retried_nor_dropped_in_silence(self) -> None:
        retried = [load_object(name) for name in Settings().getlist("RETRY_EXCEPTIONS")]
        assert OSError in retried
        assert not issubclass(NotInArchive, (*retried, IgnoreRequest))


@dataclass
class Crawl:
    """What a crawl saw: for each address asked for, the answer or the exception; what it logged as a warning or worse."""

    answers: dict[str, tuple[str, int, bytes, str]] = field(default_factory=dict)
    errors: dict[str, tuple[str, str]] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    stats: dict[str, Any] = field(default_factory=dict)


def crawl(urls: list[str], settings: dict[str, Any], offline: bool) -> Crawl:
    """Ask for the addresses in a real crawl; meant for a process of its own, where a reactor may run."""
    warnings.simplefilter("error")
    seen = Crawl()

    class Reader(Spider):
        name = "reader"
        custom_settings: ClassVar[dict[str, Any]] = {"RETRY_ENABLED": True}  # type: ignore[misc]

        async def start(self) -> AsyncIterator[Any]:
            for url in urls:
                yield Request(url, errback=self.failed, cb_kwargs={"asked": url}, dont_filter=True)

        def parse(self, response: Response, **kwargs: Any) -> None:
            text = response.text if isinstance(response, TextResponse) else ""
            seen.answers[kwargs["asked"]] = (response.url, response.status, response.body, text)

        def failed(self, failure: Failure) -> None:
            asked = failure.request.cb_kwargs["asked"]  # type: ignore[attr-defined]
            seen.errors[asked] = (type(failure.value).__name__, str(failure.value))

    class Log(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.log.append(record.getMessage())

    logging.getLogger().addHandler(Log(logging.WARNING))
    if offline:
        sys.addaudithook(refuse_network)
        with pytest.raises(ConnectionError):
            socket.socket(socket.AF_INET)
    process = CrawlerProcess(
        {
            "ADDONS": {ReplayAddon: 100},
            "DOWNLOADER_MIDDLEWARES": {ArchiveWriter: 950},
            "ROBOTSTXT_OBEY": True,
            "LOG_INSTALL_ROOT_HANDLER": False,
            "TELNETCONSOLE_ENABLED": False,
            "COOKIES_ENABLED": False,  # on a fresh machine the cookie jar asks the network for the public suffix list
            "REMOTE_CONTROL_ENABLED": False,
            **settings,
        }
    )
    crawler = process.create_crawler(Reader)
    process.crawl(crawler)
    process.start()
    seen.stats = {name: value for name, value in crawler.stats.get_stats().items() if isinstance(value, int)}
    return seen


def refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    internet = (socket.AF_INET, socket.AF_INET6)
    if event == "socket.getaddrinfo" or (event == "socket.__new__" and arguments[1] in internet):
        raise ConnectionError(f"{event}{arguments[1:]} in a replay")


def crawl_apart(urls: list[str], settings: dict[str, Any], *, offline: bool) -> Crawl:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(crawl, urls, settings, offline).result()


def test_a_replayed_crawl_sees_what_was_recorded_and_no_network(tmp_path: Path) -> None:
    site = "https://news.example.kr"
    korean = "<html><body><p>환율 1,384.5원 ▲0.3%</p></body></html>"
    packed = gzip.compress("<p>두 번 풀지 않는다</p>".encode(), mtime=0)
    pages = [
        *PAGES,
        page(f"{site}/private/1", "forbidden"),
        Page(f"{site}/euc-kr", 200, (("Content-Type", "text/html; charset=euc-kr"),), korean.encode("euc-kr"), NOON),
        Page(f"{site}/packed", 200, (*HTML, ("Content-Encoding", "gzip")), packed, NOON),
        page(f"{site}/busy", "later", 503),
        page("https://open.example.kr/a", "no robots.txt was recorded here"),
    ]
    warc.write(tmp_path / "a.warc.gz", pages)
    asked = ("/a/1", "/old/1", "/private/1", "/euc-kr", "/packed", "/busy", "/a/2")
    seen = crawl_apart(
        [*(site + path for path in asked), "https://open.example.kr/a"],
        {"NEWSCRAWL_REPLAY": str(tmp_path / "a.warc.gz"), "HTTPERROR_ALLOW_ALL": True, "DOWNLOAD_DELAY": 60},
        offline=True,
    )
    assert seen.answers[f"{site}/a/1"] == (f"{site}/a/1", 200, PAGES[1].body, "<p>기준금리 3.25% 동결</p>")
    assert seen.answers[f"{site}/old/1"][:3] == (f"{site}/a/1", 200, PAGES[1].body)
    assert seen.answers[f"{site}/euc-kr"][2:] == (korean.encode("euc-kr"), korean)
    assert seen.answers[f"{site}/packed"][3] == "<p>두 번 풀지 않는다</p>"
    assert seen.answers[f"{site}/busy"][1:3] == (503, b"later")
    assert seen.answers["https://open.example.kr/a"][1] == 200
    assert seen.errors == {
        f"{site}/private/1": ("IgnoreRequest", "Forbidden by robots.txt"),
        f"{site}/a/2": ("NotInArchive", f"GET {site}/a/2 is not in the archive {tmp_path / 'a.warc.gz'}."),
    }
    assert not [name for name in seen.stats if name.startswith("retry/")]
    assert seen.stats["robotstxt/response_status_count/404"] == 1
    assert seen.log == []


class LocalSite(BaseHTTPRequestHandler):
    """A small site: a compressed page, a page in chunks, a page in EUC-KR, a redirect in raw UTF-8."""

    protocol_version = "HTTP/1.1"
    ANSWERS: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private/\n"),
        "/gzip": (200, {"Content-Encoding": "gzip"}, gzip.compress("<p>코스피 2,641.30</p>".encode(), mtime=0)),
        "/deflate": (200, {"Content-Encoding": "deflate"}, zlib.compress("<p>코스닥 -0.88%</p>".encode())),
        "/chunked": (200, {"Transfer-Encoding": "chunked"}, b"4\r\n<p>a\r\n4\r\n</p>\r\n0\r\n\r\n"),
        "/euc-kr": (200, {"Content-Type": "text/html; charset=euc-kr"}, "<p>원·달러 환율</p>".encode("euc-kr")),
        "/moved": (302, {"Location": "/경제"}, b""),
        "/%EA%B2%BD%EC%A0%9C": (200, {}, "<p>경제</p>".encode()),
        "/gone": (410, {}, b"gone"),
    }

    def do_GET(self) -> None:
        status, headers, body = self.ANSWERS[self.path]
        lines = [f"HTTP/1.1 {status} X", "Set-Cookie: session=secret"]
        lines += [f"{name}: {value}" for name, value in ({"Content-Type": "text/html"} | headers).items()]
        if "Transfer-Encoding" not in headers:
            lines.append(f"Content-Length: {len(body)}")
        self.wfile.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def local_site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), LocalSite) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_recorded_crawl_is_replayed_byte_for_byte(tmp_path: Path, local_site: str) -> None:
    path = str(tmp_path / "a.warc.gz")
    urls = [local_site + place for place in LocalSite.ANSWERS if place != "/robots.txt"]
    live = crawl_apart(urls, {"NEWSCRAWL_ARCHIVE": path, "HTTPERROR_ALLOW_ALL": True}, offline=False)
    assert live.errors == {}
    assert live.answers[f"{local_site}/moved"][3] == "<p>경제</p>"

    replayed = crawl_apart(urls, {"NEWSCRAWL_REPLAY": path, "HTTPERROR_ALLOW_ALL": True}, offline=True)
    assert replayed.answers == live.answers
    assert (replayed.errors, replayed.log) == ({}, live.log)

    recorded = {page.url.removeprefix(local_site): page for page in warc.read(tmp_path / "a.warc.gz")}
    assert recorded.keys() == LocalSite.ANSWERS.keys()
    assert recorded["/gzip"].body == LocalSite.ANSWERS["/gzip"][2], "the bytes as received, still compressed"
    assert recorded["/chunked"].body == b"<p>a</p>"
    assert b"secret" not in gzip.decompress((tmp_path / "a.warc.gz").read_bytes())
