"""Websites on loopback for whole crawls to meet: every address answers what a test says, and every question is kept."""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML = "text/html; charset=utf-8"
XML = "text/xml; charset=utf-8"
JSON = "application/json; charset=utf-8"


class Gate:
    """Holds answers back until the test lets them go: each side waits for the other, and nobody for a clock."""

    def __init__(self, *, free: int = 0) -> None:
        """The first ``free`` questions are answered at once."""
        self.arrived = threading.Event()
        self.opened = threading.Event()
        self._free = free
        self._questions = itertools.count()

    def wait(self) -> None:
        """Tell the test that the question is here, and wait for its word."""
        if next(self._questions) >= self._free:
            self.arrived.set()
            self.opened.wait()


@dataclass(frozen=True)
class Answer:
    """What an address answers; ``location`` makes a redirect of it, ``etag`` is what a conditional request is told by."""

    body: bytes = b""
    type: str = HTML
    status: int = 200
    location: str | None = None
    gate: Gate | None = None
    etag: str | None = None


class Web:
    """All the websites of one test. An address that has no answer is a 404.

    A crawl reaches them by taking ``proxy`` as its HTTP proxy: so they have names of their own (``paper.test``), can
    redirect to one another, and nothing that is not here can be reached.
    """

    def __init__(self, port: int) -> None:
        self.proxy = f"http://127.0.0.1:{port}"
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.unchanged: list[str] = []
        self.watch: Callable[[str], None] = lambda url: None  # called before and after each answer

    def serve(self, url: str, body: str | bytes | Answer, type: str = HTML) -> None:
        """Say what an address answers from now on."""
        if isinstance(body, str):
            body = body.encode()
        self.answers[url] = body if isinstance(body, Answer) else Answer(body, type)

    def asked_for(self, part: str) -> list[str]:
        """The addresses asked for so far that contain this, in their order."""
        return [url for url in self.asked if part in url]


@contextlib.contextmanager
def serving() -> Iterator[Web]:
    """An empty web, for as long as the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(self.path)
            answer = web.answers.get(self.path, Answer(status=404))
            if answer.etag and answer.etag == self.headers["If-None-Match"]:
                answer = Answer(status=304)
                web.unchanged.append(self.path)
            web.watch(self.path)
            if answer.gate:
                answer.gate.wait()
            # A crawl hangs up on a page that is too long, and when it is killed.
            with contextlib.suppress(ConnectionError):
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.type)
                self.send_header("Content-Length", str(len(answer.body)))
                if answer.etag:
                    self.send_header("ETag", answer.etag)
                if answer.location:
                    self.send_header("Location", answer.location)
                self.end_headers()
                self.wfile.write(answer.body)
                web.watch(self.path)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        # A crawl without a delay knocks with many at once; of the usual 5, the sixth comes again after a second.
        request_queue_size = 128

    server = Server(("127.0.0.1", 0), Handler)
    web = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs=dict(poll_interval=0.05))
    thread.start()
    try:
        yield web
    finally:
        for answer in web.answers.values():
            if answer.gate:
                answer.gate.opened.set()
        server.shutdown()
        thread.join()
        server.server_close()


def text(number: int) -> list[str]:
    """The paragraphs of the article of this number: long enough to be told from any other by its text alone."""
    return [
        f"한국은행이 기준금리를 연 2.{number:02d}%로 동결했다고 밝혔다. 시장에서는 “물가와 환율을 함께 보겠다”는 뜻으로 풀이하는 의견이 우세했다.",
        f"코스피는 전 거래일보다 {number}.45포인트(-0.88%) 내린 2,641.30에 거래를 마쳤고, 외국인은 3,2{number:02d}억원을 순매도했다.",
    ]


def headline(number: int) -> str:
    """The headline of the article of this number."""
    return f"기준금리 2.{number:02d}%로 동결…“환율 지켜보겠다”"


def article(
    number: int,
    *,
    title: str | None = None,
    body: Iterable[str] | None = None,
    published: str | None = None,
    meta: str = "",
    box: str = "",
) -> str:
    """An article's page; ``meta`` goes into its head, ``box`` between headline and text, an empty ``title`` leaves the headline out."""
    title = headline(number) if title is None else title
    published = f"입력 2026.11.20. 오전 9:{(29 + number) % 60:02d}" if published is None else published
    heading = f"<h1>{title}</h1>" if title else ""
    paragraphs = "".join(f"<p>{line}</p>" for line in (text(number) if body is None else body))
    return (
        f"<!doctype html><html lang=ko><head>{meta}<title>{title}</title></head><body>{heading}"
        f'<span class="published">{published}</span>{box}<div id="text">{paragraphs}</div></body></html>'
    )


def listing(links: Iterable[str], *, box: str = "list", words: str = "", cursor: str = "") -> str:
    """A page of links; ``box`` is the id of their region, ``words`` every link's text, ``cursor`` the next page's."""
    rows = "".join(f'<li><a href="{url}">{words or "기사 제목은 여기에 있다 " + url[-4:]}</a></li>' for url in links)
    more = f'<div data-cursor="{cursor}" data-has-next="true"></div>' if cursor else ""
    return f'<!doctype html><html><body><p>오늘의 소식입니다.</p><ul id="{box}">{rows}</ul>{more}</body></html>'


def feed(links: Iterable[str], published: str = "") -> str:
    """An RSS feed; ``published`` is every item's pubDate."""
    date = f"<pubDate>{published}</pubDate>" if published else ""
    items = "".join(f"<item><title>피드의 제목은 이렇다</title><link>{url}</link>{date}</item>" for url in links)
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>증권</title>{items}</channel></rss>'
    )


def sitemap(links: Iterable[str]) -> str:
    """A sitemap of the newest articles."""
    rows = "".join(f"<url><loc>{url}</loc></url>" for url in links)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
