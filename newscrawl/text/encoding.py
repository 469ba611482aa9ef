"""Decode a Korean page although its header, its meta and its bytes may disagree."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
PACKED = b"\x1f\x8b\x08"
"""How every gzip file begins: `.xml.gz` is no text before it is unpacked."""
# The label of a Content-Type header, an XML declaration or a meta tag: the first 4 KB hold them.
LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """The text of a page and the codec that read it.

    Every candidate is tried strictly: a byte order mark, UTF-8, the labels of header and page, CP949.
    UTF-8 comes before the labels because Korean text in CP949 is never valid UTF-8 by accident, while
    UTF-8 under an EUC-KR label was seen on saved Naver lists (2024-01, 2025-12). If none fits (a page cut in
    half, one broken byte), the reading with the fewest U+FFFD wins.

    >>> decode("똠방각하 韓銀".encode("cp949"), "text/html; charset=utf-8")
    ('똠방각하 韓銀', 'cp949')
    >>> decode("환율 1,402.5원".encode(), "text/html; charset=euc-kr")
    ('환율 1,402.5원', 'utf-8')
    """
    for bom, codec in BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(codec, "replace"), codec
    tried = []
    for codec in _candidates(body, content_type):
        try:
            return body.decode(codec), codec
        except UnicodeDecodeError:
            tried.append(codec)
    return min(((body.decode(codec, "replace"), codec) for codec in tried), key=lambda r: r[0].count("\ufffd"))


def _candidates(body: bytes, content_type: str | None) -> Iterator[str]:
    yield "utf-8"
    labels = LABEL.findall((content_type or "").encode("ascii", "replace")) + LABEL.findall(body[:4096])
    for label in labels:
        codec = _codec(label.decode("ascii", "replace"))
        if codec:
            yield codec
    yield "cp949"


def _codec(label: str) -> str | None:
    # What calls itself euc-kr is CP949 in the wild (똠, 펲, 햏 are not in EUC-KR), as the WHATWG standard has it.
    if re.fullmatch(r"(?i)(x-)?euc[-_]?kr|ks_?c_?5601.*|ksc5601|cp949|ms949|uhc|windows-949|x-windows-949", label):
        return "cp949"
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        return None
    # A single-byte label never fails, so it would hide CP949 behind mojibake; no Korean page is Latin-1.
    return None if codec.startswith(("iso8859", "cp125", "ascii", "charmap", "latin")) else codec
