"""A server that keeps no rule of HTTP: what it says to a question is whatever bytes a test gives it, as slowly as it gives them."""

from __future__ import annotations

import contextlib
import socket
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

Speech = Callable[[], Iterable[bytes]]
"""What is said to a question, piece by piece; the connection ends with it, by a reset when a piece is `RESET`."""

RESET = b"RESET"


def said(body: bytes, *headers: str, length: int | None = None, status: str = "200 OK") -> bytes:
    """An HTTP answer; ``length`` is what it claims to be long."""
    head = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", "Connection: close", *headers]
    head.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*head, "", ""]).encode() + body


def bomb(megabytes: int) -> bytes:
    """So many megabytes of nothing, as gzip packs them: a thousandth of that."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()


@contextlib.contextmanager
def speaking(speeches: Mapping[str, Speech], heard: list[str] | None = None) -> Iterator[str]:
    """The address of a proxy that answers so, and 404 to all else, for as long as the context lasts.

    ``heard`` takes the head of every question.
    """
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = server.accept()
                threading.Thread(target=answer, args=(connection,), daemon=True).start()

    def answer(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            asked = b""
            while b"\r\n\r\n" not in asked:
                if not (piece := connection.recv(65_536)):
                    return
                asked += piece
            if heard is not None:
                heard.append(asked.decode())
            url = asked.split(b" ", 2)[1].decode()
            for part in speeches.get(url, lambda: [said(b"", status="404 Not Found")])():
                if part == RESET:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                    return
                connection.sendall(part)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        # Closing alone does not wake the thread that accepts.
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()
