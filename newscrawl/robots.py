"""What a robots.txt says, in whatever form its bytes come."""

from __future__ import annotations

import zlib
from typing import Self

from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser

SIZE = 500 * 1024
"""Bytes that are read (RFC 9309, 2.5)."""

CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
"""What no text has: brotli, zstd and pictures are known by it."""


class Unreachable(RobotParser):
    """The rules of a site whose robots.txt could not be had: nothing may be fetched (RFC 9309, 2.3.1.4)."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Scrapy's constructor."""
        return cls()

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:
        """Never."""
        return False


def plain(body: bytes) -> bytes | None:
    """The part of a robots.txt that is read, as UTF-8; None when it is no text, so that nobody knows what it forbids.

    A file that lies packed on the server (``robots.txt.gz``) comes without a Content-Encoding.

    >>> import gzip
    >>> plain(gzip.compress(b"User-agent: *")), plain("User-agent: *".encode("utf-16")), plain("# 로봇".encode("cp949")) is None
    (b'User-agent: *', b'User-agent: *', False)
    >>> plain(bytes.fromhex("28b52ffd0458690000")), plain(gzip.compress(b"User-agent: *")[:15])
    (None, None)
    """
    for _ in range(2):  # packed twice: by the server, and by who put it there
        if body.startswith(b"\x1f\x8b"):
            unpacking = zlib.decompressobj(wbits=31)
            try:
                body = unpacking.decompress(body, SIZE)
            except zlib.error:
                return None
            if not unpacking.eof and len(body) < SIZE:
                return None
    body = body[:SIZE]
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        body = body.decode("utf-16", "replace").encode()
    return None if len(body) - len(body.translate(None, CONTROL)) > len(body) / 50 else body
