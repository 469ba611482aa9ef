"""Pages in WARC files: written, read, found by their address."""

from __future__ import annotations

import hashlib
import struct
import uuid
import zlib
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import safe_url_string

from newscrawl.records import ArchiveError, Page, Record, as_bytes, as_text, members, record_in

__all__ = ["ArchiveError", "Page", "as_bytes", "as_text"]

STORED_BLOCK = 65_535  # the longest block that deflate can hold uncompressed (RFC 1951, 3.2.4)


ELSEWHERE = -1


class Place(NamedTuple):
    """Where in an archive a page is: where its record begins, and the record that holds its body, which may be ELSEWHERE."""

    begin: int
    of: int


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
        for place, page in _pages(file):
            if place.of != ELSEWHERE:
                yield page


def find(path: Path, url: str) -> Page | None:
    """The page that a replay would serve for this address: the newest recorded, or None.

    Raises:
        ArchiveError: as for `read`.
    """
    with opened(path) as file:
        place = look_up(index(file), url)
        return None if place is None else page_at(file, place)


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
        if file.peek(5).startswith(b"WARC/"):
            raise ArchiveError(f"{path} is not packed: nothing was written to it; `warcio recompress` packs it.")
        for _, record_end, data in members(file):
            if not data.startswith(b"WARC/"):
                raise ArchiveError(f"{path} is no WARC file: nothing was written to it.")
            end = record_end
        file.truncate(end)
    except ArchiveError:
        file.close()
        raise
    return file


def _pages(file: BinaryIO) -> Iterator[tuple[Place, Page]]:
    """Every page and where it is; one that was only recorded as unchanged is read from where it is referred to."""
    known: dict[str, int] = {}
    with opened(Path(file.name)) as other:
        for begin, _, data in members(file):
            found = record_in(data, f"The record at byte {begin} of {file.name}")
            if found.page is None:
                continue
            if not found.revisit:
                if found.page.status != 304:
                    known |= dict.fromkeys(found.names, begin)
                yield Place(begin, begin), found.page
            elif (of := next((known[name] for name in found.names if name in known), ELSEWHERE)) != ELSEWHERE:
                yield Place(begin, of), _as_before(found.page, _at(other, of).page)
            else:
                yield Place(begin, ELSEWHERE), found.page


def _at(file: BinaryIO, begin: int) -> Record:
    file.seek(begin)
    _, _, data = next(members(file))
    return record_in(data, f"The record at byte {begin} of {file.name}")


def page_at(file: BinaryIO, place: Place) -> Page:
    """The page that `index` found there.

    Raises:
        ArchiveError: the archive says only that it did not change.
    """
    page = _at(file, place.begin).page
    assert page
    if place.of == ELSEWHERE:
        raise ArchiveError(
            f"{file.name} says of {page.url} only that it had not changed: the page itself is in another archive."
        )
    return page if place.of == place.begin else _as_before(page, _at(file, place.of).page)


def _as_before(page: Page, earlier: Page | None) -> Page:
    """A page whose record says that it is the earlier one again: its own headers and address, the earlier body."""
    assert earlier
    if page.status in (0, 304):
        return replace(earlier, url=page.url, fetched_at=page.fetched_at)
    framing = tuple(pair for pair in earlier.headers if pair[0].lower() == "content-encoding")
    headers = tuple(pair for pair in page.headers if pair[0].lower() != "content-encoding")
    return replace(page, headers=headers + framing, body=earlier.body)


def index(file: BinaryIO) -> dict[str, Place]:
    """Where the newest answer for each address is.

    A 304 is no page: it answered a conditional request that a replay does not repeat.
    """
    places: dict[str, Place] = {}
    for place, page in _pages(file):
        address = _address(page.url)
        if place.of == ELSEWHERE:
            places.setdefault(address, place)
        elif page.status != 304:
            places[address] = place
    return places


def look_up(places: dict[str, Place], url: str) -> Place | None:
    """Where the answer for an address is, if it was recorded; http stands in for https and the other way round."""
    address = _address(url)
    scheme, _, rest = address.partition(":")
    other = "http" if scheme == "https" else "https"
    return places.get(address, places.get(f"{other}:{rest}"))


def _address(url: str) -> str:
    """An address as Scrapy sends it, without its fragment.

    >>> _address("https://WWW.mk.co.kr/search?q=금리#top")
    'https://www.mk.co.kr/search?q=%EA%B8%88%EB%A6%AC'
    >>> _address("https://www.mk.co.kr") == _address("https://www.mk.co.kr/")
    True
    """
    parts = urlsplit(safe_url_string(url))
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))
