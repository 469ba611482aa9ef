"""What stands before every page: read-only requests, from this machine's own names, with headers that let nothing else in."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

# Any port, because a tunnel (ssh -L) has its own. A page elsewhere whose name was pointed to this machine sends its name.
HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?")
OURS = re.compile(r"/(?:search|article/.*|story/.*)?")
COMMON = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
STRICT = f"default-src 'none'; style-src 'self'; img-src 'self'; {COMMON}"
# Datasette's pages have scripts and styles inside them, which nothing tells from others.
DATASETTE = f"default-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; {COMMON}"


def guarded(app: App) -> App:
    """The application behind the guard: another host's name is refused with 403, a request that would write with 405."""

    async def guard(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        policy = STRICT if OURS.fullmatch(scope["path"]) else DATASETTE
        headers = [
            (b"content-security-policy", policy.encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"cross-origin-resource-policy", b"same-origin"),
        ]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *headers]}
            await send(message)

        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        if not HOST.fullmatch(host):
            return await _refused(sent, 403, "open this page as http://127.0.0.1 or http://localhost")
        if scope["method"] not in ("GET", "HEAD"):
            return await _refused(sent, 405, "the archive is only read here")
        return await app(scope, receive, sent)

    return guard


async def _refused(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send(dict(type="http.response.start", status=status, headers=headers))
    await send(dict(type="http.response.body", body=f"{reason}\n".encode()))
