"""Serve an archive to this machine's browsers until it is interrupted."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from datasette.plugins import pm  # type: ignore[import-untyped]

from newscrawl.browse import plugin
from newscrawl.storage import Store

HOST = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """A socket on this machine's own address; 0 is any free port.

    Raises:
        OSError: the port is taken, or not for this user.
        OverflowError: there is no such port.
    """
    taken = socket.socket()
    try:
        # A server that has just ended leaves its port in a state that forbids nothing.
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((HOST, port))
        taken.listen()
    except (OSError, OverflowError):
        taken.close()
        raise
    return taken


def serve(
    listening: socket.socket, file: Path, store: Store, names: dict[str, str], ready: Callable[[str], None]
) -> None:
    """Serve until ^C or SIGTERM; both end it as they end a program that does not catch them.

    Args:
        listening: see `listen`.
        file: the SQLite file.
        store: the same archive, read only.
        names: what sources are called, by their names.
        ready: is given the address, once it answers.

    Raises:
        KeyboardInterrupt: ^C.
    """
    pm.register(plugin)
    # It would print the variables of every function for each query that a reader mistyped.
    pm.get_plugin("datasette.handle_exception").rich = None
    app = plugin.Browser(file, store, names).app()
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    ready(f"http://{HOST}:{listening.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[listening])
