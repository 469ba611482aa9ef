"""Unpack the bytes of a page that came packed, whatever its headers say."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable

import brotli  # type: ignore[import-untyped]

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest page that is unpacked: a bomb of a thousandfold must not fill the memory."""
LAYERS = 3  # of one packing in another; a server and its proxy make two

WITHOUT_SIGN = ("br", "deflate", "gzip", "x-gzip", "zstd")  # one may be called by another's name
GZIP, ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"


class TooLarge(ValueError):
    """What was unpacked is larger than a page can be."""


def unpacked(body: bytes, named: Iterable[str] = (), limit: int = LARGEST) -> bytes:
    """The bytes without their packings: those that begin with the sign of one, and those ``named`` that it is read by.

    A name that is not true is none (``gzip`` before a plain page, seen behind proxies), and gzip in gzip is unpacked twice. Brotli
    and zlib have no sign that a text could not have: they are tried where they are named, or where no text can be. What was cut off
    gives what there is of it.

    Args:
        named: the values of Content-Encoding, or the endings of a file's name, the outermost last.
        limit: bytes.

    Raises:
        TooLarge: there are more.

    >>> unpacked(zlib.compress(b"<p>"), ["deflate"]), unpacked(b"<p>", ["gzip"]), unpacked(brotli.compress(b"<p>"), ["br"])
    (b'<p>', b'<p>', b'<p>')
    """
    names = [name for value in named for name in value.lower().replace(" ", "").split(",")]
    for _ in range(LAYERS):
        name = names.pop() if names else ""
        inner = _by_sign(body, limit)
        if inner is None and name in WITHOUT_SIGN and not is_text(body):
            inner = _brotli(body, limit) or _zlib(body, limit)
        if inner is None:
            break
        body = inner
    return body


def _by_sign(body: bytes, limit: int) -> bytes | None:
    if body.startswith(GZIP):
        return _inflated(body, 31, limit)
    if body.startswith(ZSTD):
        return _zstd(body, limit)
    return None


def is_text(body: bytes) -> bool:
    """Whether bytes begin as markup or JSON does, in any encoding."""
    return body[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0\r\n\t ")[:1] in (b"<", b"{", b"[")


def _zlib(body: bytes, limit: int) -> bytes | None:
    # Servers of Microsoft's send the stream without zlib's frame.
    return _inflated(body, 15, limit) or _inflated(body, -15, limit)


def _inflated(body: bytes, wbits: int, limit: int) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    while body:  # a file of gzip may have several members
        stream = zlib.decompressobj(wbits)
        try:
            parts.append(stream.decompress(body, limit + 1 - size))
        except zlib.error:
            break
        size += len(parts[-1])
        if size > limit:
            raise TooLarge
        body = stream.unused_data if wbits == 31 and stream.unused_data.startswith(GZIP) else b""
    return b"".join(parts) or None


def _brotli(body: bytes, limit: int) -> bytes | None:
    stream = brotli.Decompressor()
    try:
        text: bytes = stream.process(body, output_buffer_limit=limit + 1)
    except brotli.error:
        return None
    if len(text) > limit:
        raise TooLarge
    return text or None


def _zstd(body: bytes, limit: int) -> bytes | None:
    stream = zstd.ZstdDecompressor()
    try:
        text = stream.decompress(body, limit + 1)
    except zstd.ZstdError:
        return None
    if len(text) > limit:
        raise TooLarge
    return text or None
