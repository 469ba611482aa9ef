"""Pages in WARC files: written, read, found by their address."""

from __future__ import annotations

import hashlib
import re
import struct
import uuid
import zlib
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import safe_url_string
from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]

BLANK_LINE = re.compile(rb"\r?\n\r?\n")
STATUS_LINE = re.compile(rb"HTTP/[\d.]+ (\d{3})\b")
CHUNK = 65_536
STORED_BLOCK = 65_535  # the longest block that deflate can hold uncompressed (RFC 1951, 3.2.4)


class ArchiveError(Exception):
    """An archive cannot be read or written; the message is one plain sentence."""


@dataclass(frozen=True)
class Page:
    """One answer of a site to a GET.

    ``url`` is the address asked for. ``headers`` are text as UTF-8 with surrogate escapes, so that any byte survives.
    ``body`` is what came over the wire: put together when it was chunked, still compressed when ``headers`` name a
    Content-Encoding. ``fetched_at`` is aware.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    fetched_at: datetime


def write(path: Path, pages: Iterable[Page]) -> int:
    """Write a new archive and return how many pages it holds.

    The same pages give the same bytes on any machine: nothing is compressed, because zlib and its
    replacements compress differently, and neither the clock nor chance has a part in it.

    Raises:
        ValueError: a page's ``fetched_at`` has no time zone.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("wb") as file:
        for page in pages:
            file.write(_stored_member(record(page)))
            count += 1
    return count


def read(path: Path) -> Iterator[Page]:
    """The pages of an archive in the order of their recording; a last record that was cut off is left out.

    Raises:
        ArchiveError: there is no such file, or it is no archive, or it is damaged.
    """
    with opened(path) as file:
        for _, page in _pages(file):
            yield page


def find(path: Path, url: str) -> Page | None:
    """The page that a replay would serve for this address: the newest recorded, or None.

    Raises:
        ArchiveError: as for `read`.
    """
    with opened(path) as file:
        offset = look_up(index(file), url)
        return None if offset is None else page_at(file, offset)


def check(path: Path) -> None:
    """Read an archive whole, so that a crawl out of it does not find the fault half-way.

    Raises:
        ArchiveError: as for `read`, or the archive holds no page.
    """
    if not sum(1 for _ in read(path)):
        raise ArchiveError(f"The archive {path} holds no page.")


def record(page: Page) -> bytes:
    """A page as a WARC response record.

    Written out here because warcio escapes what is not ASCII, colons with it: a Location that a site sends in
    raw UTF-8 or EUC-KR would be destroyed. No reason phrase: Python 3.13 renamed some.
    """
    if page.fetched_at.tzinfo is None:
        raise ValueError(f"fetched_at of {page.url} has no time zone")
    date = page.fetched_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    head = [f"HTTP/1.1 {page.status} ", *(f"{name}: {value}" for name, value in page.headers)]
    block = _lines(head) + page.body
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{page.url} {date} {hashlib.sha256(block).hexdigest()}")
    fields = [
        "WARC/1.1",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{identity}>",
        f"WARC-Target-URI: {page.url}",
        f"WARC-Date: {date}",
        f"WARC-Payload-Digest: sha1:{b32encode(hashlib.sha1(page.body).digest()).decode()}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    ]
    return _lines(fields) + block + b"\r\n\r\n"


def _lines(lines: list[str]) -> bytes:
    return as_bytes("".join(f"{line}\r\n" for line in lines) + "\r\n")


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def as_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _stored_member(data: bytes) -> bytes:
    """A gzip member (RFC 1952) of uncompressed blocks, without a time and with the operating system "unknown"."""
    blocks = [data[start : start + STORED_BLOCK] for start in range(0, len(data), STORED_BLOCK)]
    return b"".join(
        (
            b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff",
            *(struct.pack("<BHH", 0, len(block), len(block) ^ 0xFFFF) + block for block in blocks),
            struct.pack("<BHH", 1, 0, 0xFFFF),  # the empty block that ends a stream
            struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF),
        )
    )


def opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise ArchiveError(f"The archive {path} cannot be read: {error.strerror}.") from None


def opened_at_end(path: Path) -> BinaryIO:
    """Open an archive to append to; what a killed run left of its last record is cut off."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab+")
    except OSError as error:
        raise ArchiveError(f"The archive {path} cannot be written: {error.strerror}.") from None
    try:
        end = 0
        file.seek(end)
        for _, record_end, data in _members(file):
            if not data.startswith(b"WARC/"):
                raise ArchiveError(f"{path} is no WARC file: nothing was written to it.")
            end = record_end
        file.truncate(end)
    except ArchiveError:
        file.close()
        raise
    return file


def _members(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Begin, end and content of every whole gzip member from the file's position on.

    A member that the end of the file cuts off is none.
    """
    begin = end = file.tell()
    rest = b""
    while True:
        inflate = zlib.decompressobj(wbits=31)
        parts = []
        while not inflate.eof:
            chunk = rest or file.read(CHUNK)
            if not chunk:
                return
            try:
                parts.append(inflate.decompress(chunk))
            except zlib.error:
                raise ArchiveError(
                    f"{file.name} is damaged or no archive: at byte {begin} begins no whole gzip member."
                ) from None
            rest = inflate.unused_data
            end += len(chunk) - len(rest)
        yield begin, end, b"".join(parts)
        begin = end


def _pages(file: BinaryIO) -> Iterator[tuple[int, Page]]:
    for begin, _, data in _members(file):
        page = _page(data, f"The record at byte {begin} of {file.name}")
        if page:
            yield begin, page


def _page(data: bytes, record_name: str) -> Page | None:
    """The page that a record holds; None for a record of another kind (warcinfo, request, dns …)."""
    stream = BytesIO(data)
    try:
        record = ArcWarcRecordLoader().parse_record_stream(stream, known_format="warc", no_record_parse=True)
    except (ArchiveLoadFailed, EOFError):
        raise ArchiveError(f"{record_name} is no WARC record.") from None
    block: bytes = record.raw_stream.read()
    if stream.read().strip():
        raise ArchiveError(f"{record_name} holds more than one record: `warcio recompress` makes an archive of it.")
    url = record.rec_headers.get_header("WARC-Target-URI", "")
    if record.rec_type != "response" or not url.startswith(("http://", "https://")):
        return None
    head, *rest = BLANK_LINE.split(block, maxsplit=1)
    status = STATUS_LINE.match(head)
    if not status:
        raise ArchiveError(f"{record_name} is no HTTP response.")
    pairs = [line.partition(b":") for line in head.splitlines()[1:]]
    headers = tuple((as_text(name.strip()), as_text(value.strip())) for name, colon, value in pairs if colon)
    body = rest[0] if rest else b""
    # Other recorders keep the chunks of a body, or the header alone, which warcio's reader tells apart.
    if any(name.lower() == "transfer-encoding" and "chunked" in value.lower() for name, value in headers):
        body = ChunkedDataReader(BytesIO(body)).read()
        headers = tuple(pair for pair in headers if pair[0].lower() != "transfer-encoding")
    try:
        fetched_at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date", ""))
    except ValueError:
        raise ArchiveError(f"{record_name} has no WARC-Date.") from None
    return Page(url, int(status[1]), headers, body, fetched_at)


def index(file: BinaryIO) -> dict[str, int]:
    """Where the newest answer for each address begins.

    A 304 is no page: it answered a conditional request that a replay does not repeat.
    """
    return {_address(page.url): begin for begin, page in _pages(file) if page.status != 304}


def look_up(offsets: dict[str, int], url: str) -> int | None:
    address = _address(url)
    scheme, _, rest = address.partition(":")
    other = "http" if scheme == "https" else "https"
    return offsets.get(address, offsets.get(f"{other}:{rest}"))


def _address(url: str) -> str:
    """An address as Scrapy sends it, without its fragment.

    >>> _address("https://WWW.mk.co.kr/search?q=금리#top")
    'https://www.mk.co.kr/search?q=%EA%B8%88%EB%A6%AC'
    >>> _address("https://www.mk.co.kr") == _address("https://www.mk.co.kr/")
    True
    """
    parts = urlsplit(safe_url_string(url))
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def page_at(file: BinaryIO, offset: int) -> Page:
    file.seek(offset)
    _, page = next(_pages(file))
    return page
