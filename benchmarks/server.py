"""Answer for the site's addresses as an HTTP proxy on loopback, in a process of its own: its work is not the crawl's."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping

from benchmarks import site

# As many as a web server sends with a page that sets no cookie: every one is work for the client.
HEADERS = (
    b"Server: nginx",
    b"Date: Mon, 06 Jan 2025 00:00:00 GMT",
    b"Content-Type: text/html; charset=utf-8",
    b"Connection: keep-alive",
    b"Vary: Accept-Encoding",
    b"Cache-Control: max-age=60",
    b"Last-Modified: Mon, 06 Jan 2025 00:00:00 GMT",
    b"X-Content-Type-Options: nosniff",
)


class Answers(asyncio.Protocol):
    """One connection of a client; its requests have no bodies."""

    def __init__(self, answers: Mapping[bytes, bytes]) -> None:
        self.answers = answers
        self.received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete: ``GET http://www.mk.co.kr/news/economy/11000000 HTTP/1.1``."""
        *requests, self.received = (self.received + data).split(b"\r\n\r\n")
        for request in requests:
            self.transport.write(self.answers.get(request.split(b" ", 2)[1], NOT_FOUND))


def _answer(status: bytes, body: bytes) -> bytes:
    lines = (b"HTTP/1.1 " + status, *HEADERS, b"Content-Length: %d" % len(body), b"", body)
    return b"\r\n".join(lines)


NOT_FOUND = _answer(b"404 Not Found", b"")


async def serve(articles: int) -> None:
    """Serve a site of this many articles until standard input ends; the first line printed is the port."""
    answers = {url.encode(): _answer(b"200 OK", body) for url, body in site.pages(articles)}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Answers(answers), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    # The end of whoever started this server, however it comes, ends standard input.
    loop.add_reader(sys.stdin, ended.set)
    await ended.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
