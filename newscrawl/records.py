"""The records of a WARC file, of whatever recorder: packed or plain, chunked or whole, a page or a word that it did not change."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import BinaryIO, NamedTuple

from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]

BLANK_LINE = re.compile(rb"\r?\n\r?\n")
STATUS_LINE = re.compile(rb"HTTP/[\d.]+ (\d{3})\b")
BLOCK_LENGTH = re.compile(rb"Content-Length:\s*(\d+)\s*$", re.I)
CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
CHUNK = 65_536

OTHERS = {
    b"\x28\xb5\x2f\xfd": "is packed with zstd: `zstd -d` makes a WARC file of it that can be read",
    b"PK\x03\x04": "is a zip file: if it is a WACZ, `unzip` it, and the archives are in its folder archive/",
    b"filedesc:": "is an ARC file: `warcio recompress` makes a WARC file of it",
}
"""What people take for an archive, and what to do."""


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


class Record(NamedTuple):
    """A record: its page, whether that only says that it is as before, and by what names it is, or refers to, an earlier one."""

    page: Page | None
    revisit: bool
    names: tuple[str, ...]


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def as_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def members(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Begin, end and content of every whole record from the file's position on: a gzip member, or as plain bytes.

    What the end of the file cuts off is none.
    """
    begin = end = file.tell()
    if file.peek(5).startswith(b"WARC/"):  # type: ignore[attr-defined]
        yield from _plain(file)
        return
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
                raise ArchiveError(_no_record(file.name, begin, chunk)) from None
            rest = inflate.unused_data
            end += len(chunk) - len(rest)
        yield begin, end, b"".join(parts)
        begin = end


def _plain(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """The records of a file that is not packed, as `members`."""
    begin = file.tell()
    while line := file.readline(CHUNK):
        head = [line]
        while line.strip() and (line := file.readline(CHUNK)):
            head.append(line)
        length = next((int(found[1]) for field in head if (found := BLOCK_LENGTH.match(field))), None)
        cut = begin and not line
        if not b"WARC/".startswith(head[0][:5]) or not (cut or (line and length is not None)):
            raise ArchiveError(_no_record(file.name, begin, head[0]))
        block = file.read(length or 0)
        if cut or len(block) < (length or 0):
            return
        end = file.tell()
        while (line := file.readline(CHUNK)) and not line.strip(b"\r\n"):
            end = file.tell()
        file.seek(end)
        yield begin, end, b"".join(head) + block
        begin = end


def _no_record(name: str, begin: int, found: bytes) -> str:
    """The sentence for what is no record at a place of a file."""
    if begin:
        return f"{name} is damaged: at byte {begin} begins no whole gzip member or record."
    for sign, what in OTHERS.items():
        if found.startswith(sign):
            return f"{name} {what}."
    return f"{name} is damaged or no archive: at byte 0 begins no whole gzip member or record."


def record_in(data: bytes, record_name: str) -> Record:
    """What a record holds; no page where it is of another kind (warcinfo, request, dns …)."""
    stream = BytesIO(data)
    try:
        found = ArcWarcRecordLoader().parse_record_stream(stream, known_format="warc", no_record_parse=True)
    except (ArchiveLoadFailed, EOFError):
        raise ArchiveError(f"{record_name} is no WARC record.") from None
    block: bytes = found.raw_stream.read()
    if stream.read().strip():
        raise ArchiveError(f"{record_name} holds more than one record: `warcio recompress` makes an archive of it.")
    field = found.rec_headers.get_header
    url = field("WARC-Target-URI", "")
    if found.rec_type not in ("response", "resource", "revisit") or not url.startswith(("http://", "https://")):
        return Record(None, False, ())
    head, *rest = BLANK_LINE.split(block, maxsplit=1)
    status = STATUS_LINE.match(head)
    revisit = found.rec_type == "revisit"
    if not status and found.rec_type == "response":
        raise ArchiveError(f"{record_name} is no HTTP response.")
    pairs = [line.partition(b":") for line in head.splitlines()[1:]] if status else []
    headers = tuple((as_text(name.strip()), as_text(value.strip())) for name, colon, value in pairs if colon)
    body = rest[0] if rest and status else b""
    if found.rec_type == "resource":  # the bytes alone, without what HTTP said of them
        headers, body = (("Content-Type", field("Content-Type", "")),), block
    # Other recorders keep the chunks of a body, or the header alone.
    if any(name.lower() == "transfer-encoding" and "chunked" in value.lower() for name, value in headers):
        body = _joined(body)
        headers = tuple(pair for pair in headers if pair[0].lower() != "transfer-encoding")
    try:
        fetched_at = datetime.fromisoformat(field("WARC-Date", ""))
    except ValueError:
        raise ArchiveError(f"{record_name} has no WARC-Date.") from None
    names = [field("WARC-Refers-To" if revisit else "WARC-Record-ID"), field("WARC-Payload-Digest")]
    names.append(field("WARC-Refers-To-Target-URI") if revisit else url)
    page = Page(url, int(status[1]) if status else 0 if revisit else 200, headers, body, fetched_at)
    return Record(page, revisit, tuple(filter(None, names)))


def _joined(body: bytes) -> bytes:
    """A body without the frames of its chunks and without the trailer behind them (RFC 9112, 7.1); as it is when it has none.

    >>> _joined(b"4;a=b\\r\\n<p>a\\r\\n4\\r\\n</p>\\r\\n0\\r\\nServer-Timing: db\\r\\n\\r\\n"), _joined(b"<p>a</p>")
    (b'<p>a</p>', b'<p>a</p>')
    """
    parts: list[bytes] = []
    begin = 0
    while size := CHUNK_SIZE.match(body, begin):
        length = int(size[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(body[size.end() : size.end() + length])
        begin = size.end() + length + 2
    return b"".join(parts) if parts else body
