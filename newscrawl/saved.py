"""What a saved file holds: the page in it, however it was packed or wrapped, or a name for what it is instead."""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import PurePath

import orjson

from newscrawl.packed import TooLarge, unpacked
from newscrawl.text.encoding import decode, is_binary

ENDINGS = {".gz": "gzip", ".br": "br", ".zst": "zstd", ".zz": "deflate", ".deflate": "deflate"}

SAVE = "save the source of the page that shows it"
SIGNS = (
    (rb"%PDF-", "a PDF", SAVE),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM....\0\0|II\*\0|MM\0\*|\0\0\x01\0", "a picture", SAVE),
    (rb"....ftyp(?:avif|heic|mif1)", "a picture", SAVE),
    (rb"....ftyp|\x1a\x45\xdf\xa3|ID3|OggS|RIFF....(?:AVI |WAVE)|\xff\xfb", "a film or a sound", SAVE),
    (
        rb"WARC/\d",
        "an archive of pages",
        "`scrapy record --archive FILE` takes a page out of it, NEWSCRAWL_REPLAY crawls out of it",
    ),
    (
        rb"PK\x03\x04|PK\x05\x06|Rar!|7z\xbc\xaf|BZh\d|\xfd7zXZ\0|.{257}ustar",
        "a packed folder or document",
        "unpack it first",
    ),
    (rb"\xd0\xcf\x11\xe0|\{\\rtf|HWP Document", "a document of an office program", SAVE),
    (rb"bplist00", "a .webarchive of Safari's", "save the page as its source"),
    (rb"SQLite format 3\0", "a database", "`scrapy articles` and `scrapy export` read those of this project"),
    (rb"\x00\x05\x16\x07|\x00\x05\x16\x00", "what macOS keeps beside a file (._NAME)", "name the file itself"),
    (rb"\x7fELF|MZ.\0|\xca\xfe\xba\xbe|wOF[F2]|\0\x01\0\0\0", "a program or a font", SAVE),
)
KINDS = tuple((re.compile(sign, re.S), what, advice) for sign, what, advice in SIGNS)
MHTML = re.compile(
    rb"(?:[\w-]+:.{0,2000}\r?\n(?:[ \t].{0,2000}\r?\n){0,50}){1,60}?Content-Type:\s*multipart/related", re.I
)
FEED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>)?(?:\s|<!--[^>]{0,2000}-->){0,9}<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.I
)
SCRIPT = re.compile(r"\s*(?:/\*\*/)?\s*(?:[\w.$]{1,80}\s*\(\s*[\[{]|(?:var|let|const|function)\s|\(function\b)")


class NotAPage(ValueError):
    """A file holds no page; the message says what it is and what to do."""


def page_in(data: bytes, name: str = "") -> bytes:
    """The page of a saved file: unpacked (gzip, zstd, and by its name brotli and zlib), and taken out of MHTML.

    Raises:
        NotAPage: it is plainly something else.
    """
    names = [ENDINGS[ending] for ending in PurePath(name.lower()).suffixes if ending in ENDINGS]
    try:
        data = unpacked(data, names)
    except TooLarge:
        raise NotAPage("holds more than a page can when it is unpacked") from None
    for sign, what, advice in KINDS:
        if sign.match(data):
            raise NotAPage(f"is {what}, no web page; {advice}.")
    if b"multipart/related" in data[:4096].lower():
        data = _first_page(data)
    if is_binary(decode(data)[0]):
        inner = unpacked(data, ["br"])
        if inner is data or is_binary(decode(inner)[0]):
            raise NotAPage(f"is no text: a file of a program, or packed in a way that is not known; {SAVE}.")
        data = inner
    return data


def _first_page(data: bytes) -> bytes:
    """The page of an MHTML file; the data as they are when they are none.

    Raises:
        NotAPage: it holds no page.
    """
    if not MHTML.match(data):
        return data
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        page = part.get_payload(decode=True)
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(page, bytes):
            return page
    raise NotAPage("is MHTML that holds no web page.")


def told(page: bytes, content_type: str | None = None) -> str | None:
    """What a text is that was refused as a page, with what to do; None where the refusal said it all.

    >>> told(b'{"result": []}')
    'is JSON, no web page; save the page that shows it.'
    """
    text, _ = decode(page, content_type)
    head = text[:4096]
    if not text.strip():
        return None
    if head.lstrip()[:1] in ("{", "[") and _is_json(text):
        return "is JSON, no web page; save the page that shows it."
    if FEED.match(head):
        return "is a feed or a sitemap, no article; `scrapy links` reads it."
    if "<" not in text:
        what = "a script" if SCRIPT.match(head) else "plain text"
        return f"is {what}, no web page: there is no markup in it; {SAVE}."
    return None


def _is_json(text: str) -> bool:
    try:
        orjson.loads(text)
    except ValueError:
        return False
    return True
