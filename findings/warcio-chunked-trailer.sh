#!/usr/bin/env bash
# warcio 1.8.1: the trailer behind a chunked body becomes part of the page.
#
# Input: a response record whose body is chunked and ends with a trailer, as RFC 9112 (7.1.2) allows and as servers send Server-Timing.
# Seen:  ArchiveIterator's content_stream(), which takes the chunks apart, gives the page and behind it what is left of the last
#        chunk and of the trailer: "0", a line's end, the trailer without its first letters.
# So:    a page read out of an archive ends in text that is not the page's; a feed or a JSON answer is malformed at its end.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check warcio==1.8.1
"$folder/venv/bin/python" - <<'PY'
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator

PAGE = b"<rss></rss>"


def read(trailer: bytes) -> bytes:
    body = b"%x\r\n%s\r\n0\r\n%s\r\n" % (len(PAGE), PAGE, trailer)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    head = (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example.kr/rss\r\nWARC-Date: 2026-11-20T00:00:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % len(block)
    )
    [page] = [record.content_stream().read() for record in ArchiveIterator(BytesIO(head + block + b"\r\n\r\n"))]
    return page


without, with_trailer = read(b""), read(b"Server-Timing: db;dur=3\r\n")
print("without a trailer:", without)
print("with a trailer:   ", with_trailer)
raise SystemExit(not (without == PAGE and with_trailer != PAGE and with_trailer.startswith(PAGE)))
PY
