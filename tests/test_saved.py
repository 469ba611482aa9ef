"""Files as people save them: packed, wrapped in MHTML, or something else that is named; bodies whose Content-Encoding is not true."""

from __future__ import annotations

import gzip
import importlib
import quopri
import sys
import zlib
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from newscrawl.bases.answers import outcome_of, text_of
from newscrawl.loaders import NotAnArticle
from newscrawl.middlewares import Decode, Unpack
from newscrawl.packed import TooLarge, unpacked
from newscrawl.saved import NotAPage, page_in, told
from tests.world import RunHere

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

URL = "https://www.mk.co.kr/news/economy/12201431"
TEXT = (
    "<html><head><title>기준금리 동결</title></head><body><p>"
    + "한국은행이 기준금리를 동결했다. " * 40
    + "</p></body></html>"
)
PAGE = TEXT.encode()
RAW = zlib.compress(PAGE)[2:-4]  # deflate without zlib's frame, as old servers of Microsoft's send it


def mhtml(*parts: bytes) -> bytes:
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.mk.co.kr/1\r\nSubject: =?utf-8?Q?=EA=B8=88?=\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n'
    )
    return head + b"".join(b"\r\n------B\r\n" + part for part in parts) + b"\r\n------B--\r\n"


def part(kind: bytes, body: bytes) -> bytes:
    return (
        b"Content-Type: "
        + kind
        + b"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quopri.encodestring(body)
    )


HTML, CSS = part(b"text/html", PAGE), part(b"text/css", b"p { color: red }")


def gzipped(data: bytes) -> bytes:
    """Packed without the time, which would stand in the names of the tests."""
    return gzip.compress(data, mtime=0)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (PAGE, []),
        (PAGE, ["gzip"]),
        (PAGE, ["br"]),
        (PAGE, ["zstd"]),
        (PAGE, ["deflate"]),
        (PAGE, ["identity"]),
        (PAGE, ["utf-8"]),
        (PAGE, ["none"]),
        (gzipped(PAGE), ["gzip"]),
        (gzipped(PAGE), ["x-gzip"]),
        (gzipped(PAGE), ["GZIP"]),
        (gzipped(PAGE), []),
        (gzipped(PAGE), ["br"]),
        (gzipped(PAGE), ["utf-8"]),
        (gzipped(gzipped(PAGE)), ["gzip"]),
        (gzipped(gzipped(PAGE)), ["gzip, gzip"]),
        (gzipped(PAGE[:99]) + gzipped(PAGE[99:]), ["gzip"]),
        (gzipped(PAGE) + b"\0" * 8, ["gzip"]),
        (brotli.compress(PAGE), ["br"]),
        (brotli.compress(PAGE), ["gzip"]),
        (gzipped(brotli.compress(PAGE)), ["br", "gzip"]),
        (gzipped(brotli.compress(PAGE)), ["br,gzip"]),
        (zlib.compress(PAGE), ["deflate"]),
        (zlib.compress(PAGE), ["gzip"]),
        (RAW, ["deflate"]),
        (zstd.compress(PAGE), ["zstd"]),
        (zstd.compress(PAGE), []),
        (gzipped(zstd.compress(PAGE)), ["zstd, gzip"]),
    ],
)
def test_a_body_is_unpacked_whatever_its_header_says(body: bytes, named: list[str]) -> None:
    headers = {"Content-Type": "text/html; charset=euc-kr"} | ({"Content-Encoding": named} if named else {})
    request = Request(URL)
    response = Unpack(10**6).process_response(request, Response(URL, headers=headers, body=body))
    assert "Content-Encoding" not in response.headers
    assert text_of(Decode().process_response(request, response.replace(cls=TextResponse))) == TEXT


@pytest.mark.parametrize(
    ("body", "named", "outcome"),
    [
        (gzipped(PAGE)[:120], "gzip", "error:truncated"),
        (brotli.compress(PAGE)[:-20], "br", "error:truncated"),
        (zstd.compress(PAGE)[:-20], "zstd", "error:packed"),  # one block, which is whole or nothing
        (PAGE[:-20], "gzip", "error:truncated"),
        (bytes(range(256)) * 9, "gzip", "error:packed"),
        (bytes(range(256)) * 9, "br", "error:packed"),
        (b"\x1f\x9d\x90" + bytes(range(256)) * 9, "compress", "error:packed"),
        (bytes(range(256)) * 9, "", "rejected:not-html"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64), "", "rejected:not-html"),
    ],
)
def test_what_no_unpacker_reads_is_an_outcome(body: bytes, named: str, outcome: str) -> None:
    headers = {"Content-Type": "text/html"} | ({"Content-Encoding": named} if named else {})
    request = Request(URL)
    response = Unpack(10**6).process_response(request, TextResponse(URL, headers=headers, body=body))
    with pytest.raises(NotAnArticle) as refused:
        text_of(Decode().process_response(request, response))
    assert refused.value.reason == outcome


@pytest.mark.parametrize("pack", [gzipped, brotli.compress, zstd.compress, zlib.compress])
def test_a_bomb_is_not_unpacked(pack: object) -> None:
    assert callable(pack)
    bomb: bytes = pack(b"<p>" + b" " * 2_000_000)
    with pytest.raises(TooLarge):
        unpacked(bomb, ["deflate"], 1_000_000)
    with pytest.raises(IgnoreRequest) as refused:
        Unpack(1_000_000).process_response(Request(URL), Response(URL, headers={"Content-Encoding": "br"}, body=bomb))
    assert outcome_of(Failure(refused.value)) == "error:too-large"  # type: ignore[no-untyped-call]


def test_a_packed_sitemap_and_utf_16_without_a_label_are_texts() -> None:
    packed = Response(URL + ".xml.gz", headers={"Content-Type": "application/x-gzip"}, body=gzipped(PAGE))
    wide = Response(URL, body=TEXT.encode("utf-16-le"))
    for response in (packed, wide):
        got = Decode().process_response(Request(URL), Unpack(10**6).process_response(Request(URL), response))
        assert isinstance(got, TextResponse) and got.text == TEXT


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PAGE, "page.html"),
        (PAGE, "page.html.gz"),
        (TEXT.encode("cp949"), "page"),
        (TEXT.encode("utf-16"), "page"),
        (gzipped(PAGE), "page.html"),
        (gzipped(PAGE), "page.html.gz"),
        (brotli.compress(PAGE), "page.html.br"),
        (brotli.compress(PAGE), "PAGE.HTML.BR"),
        (brotli.compress(PAGE), "page.html"),
        (zstd.compress(PAGE), "page.html.zst"),
        (zstd.compress(PAGE), "-"),
        (RAW, "page.html.deflate"),
        (mhtml(HTML), "page.mhtml"),
        (mhtml(CSS, HTML), "page.mht"),
        (gzipped(mhtml(HTML)), "page.mhtml.gz"),
    ],
)
def test_the_page_of_a_saved_file(data: bytes, name: str) -> None:
    assert page_in(data, name).strip() in (PAGE, TEXT.encode("cp949"), TEXT.encode("utf-16"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, no web page; save the source of the page"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
        (b"GIF89a", "is a picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "is a picture"),
        (b"\0\0\0\x1cftypavif", "is a picture"),
        (b"\0\0\0\x1cftypisom", "is a film"),
        (b"PK\x03\x04\x14\0", "unpack it first"),
        (b"7z\xbc\xaf\x27\x1c", "unpack it first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is a document of an office program"),
        (b"{\\rtf1", "is a document of an office program"),
        (b"bplist00\xd2", "Safari"),
        (b"SQLite format 3\0", "is a database"),
        (b"\x00\x05\x16\x07\0\x02", "name the file itself"),
        (b"\x7fELF\x02\x01", "is a program"),
        (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", "scrapy record --archive"),
        (gzipped(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n"), "scrapy record --archive"),
        (bytes(range(256)) * 9, "is no text"),
        (mhtml(CSS), "is MHTML that holds no web page"),
    ],
)
def test_what_is_no_page_is_named_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(NotAPage, match=words):
        page_in(data, "page.html")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b'{"result": [{"title": "a"}]}', "is JSON"),
        ("[1, 2]".encode("utf-16"), "is JSON"),
        (b'jQuery1_2({"a": 1})', "is a script"),
        (b"var a = 1;", "is a script"),
        ("그냥 글이다.".encode("cp949"), "is plain text"),
        (b'<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0">', "`scrapy links` reads it"),
        (b'<urlset xmlns="x">', "`scrapy links` reads it"),
        (b"", None),
        (PAGE, None),
    ],
)
def test_what_a_refused_text_is(page: bytes, words: str | None) -> None:
    got = told(page)
    assert got is None if words is None else words in str(got)


def test_extract_and_links_say_it(run_here: RunHere, tmp_path: Path) -> None:
    for name, data, words in (
        ("a.pdf", b"%PDF-1.7", "a.pdf is a PDF"),
        ("a.json", b"{}", "JSON, "),
        ("folder", None, "Is a directory; name one file of it"),
        ("none.html", b"", "empty"),
    ):
        path = tmp_path / name
        path.mkdir() if data is None else path.write_bytes(data)
        for command in ("extract", "links"):
            code, out, err = run_here(tmp_path / "x.db", command, "--url", URL, str(path))
            assert (code, out, err.count("\n")) == (1, "", 1)
            assert words in err


def test_an_address_that_is_none_is_said(run_here: RunHere, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    for url in ("http://[광고]", "", "notaurl", "ftp://x.kr/1", "https://x.kr:99999/1", "javascript:alert(1)"):
        for command in ("extract", "links"):
            code, out, err = run_here(tmp_path / "x.db", command, "--url", url, str(tmp_path / "a.html"))
            assert (code, out, err.count("\n")) == (1, "", 1)
            assert "is no address of the web" in err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"title": "금리"}\n'.encode("utf-16"), "is UTF-16; `iconv -f UTF-16 -t UTF-8 FILE`"),
        ('{"title": "금리"}'.encode("utf-16-be"), "is UTF-16; `iconv"),
        (b'[{"title": "a"}]', "is an array; `jq -c '.\\[\\]' FILE`"),
        (b"[\n", "is part of a JSON array; `jq"),
        (b"]\r\n", "is part of a JSON array; `jq"),
        (b'"title"', "is no JSON object"),
        ('{"title": "금리"}'.encode("cp949"), "is no JSON"),
    ],
)
def test_lines_that_are_no_articles_say_what_to_do(line: bytes, words: str) -> None:
    read_line = importlib.import_module("newscrawl.commands.import").read_line
    with pytest.raises(ValueError, match=words):
        read_line(line)
