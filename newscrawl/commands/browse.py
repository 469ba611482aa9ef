"""`scrapy browse`: the archive in a web browser."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

from scrapy.commands import ScrapyCommand
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart
from newscrawl.commands.terminal import show
from newscrawl.storage import Store, StoreError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[--port N] [--open]"

    def short_desc(self) -> str:
        return "Show the archive in a web browser"

    def long_desc(self) -> str:
        return (
            "Serve the archive to the web browsers of this machine until ^C: how every source stands, a search that is narrowed by "
            "publisher, source, category and day, articles with their copies, stories and revisions, and Datasette's tables and SQL. "
            "Nothing is written, and a crawl may go on beside it. From another machine, look through a tunnel: "
            "ssh -L 8001:127.0.0.1:8001 HOST. Needs the extra: pip install 'newscrawl[browse]'."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--port", type=int, default=8001, metavar="N", help="default: 8001; 0 takes any that is free"
        )
        parser.add_argument("--open", action="store_true", help="open it in the web browser")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            try:
                from newscrawl.browse import server
            except ModuleNotFoundError as missing:
                raise CannotStart(
                    f"there is no {missing.name} to browse with; pip install 'newscrawl[browse]' installs it"
                ) from None
            url = self.settings["NEWSCRAWL_DATABASE_URL"]
            file = sqlite_file(url)
            store = Store(url, read_only=True)
            try:
                listening = server.listen(opts.port)
            except (OSError, OverflowError) as reason:
                raise CannotStart(
                    f"port {opts.port} cannot be had ({getattr(reason, 'strerror', None) or reason}); name another with --port"
                ) from None
        except (CannotStart, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return

        def ready(address: str) -> None:
            show([f"{address} shows {file}; ^C ends it"])
            if opts.open:
                webbrowser.open(address)

        sources = load_sources(self.settings)
        names = {name: source.publisher for name, source in sources.items() if source.publisher}
        try:
            server.serve(listening, file, store, names, ready)
        except KeyboardInterrupt:
            pass
        finally:
            store.close()


def sqlite_file(url: str) -> Path:
    """The file of a SQLite database.

    Raises:
        CannotStart: it is another database, or has no file.
    """
    try:
        where = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise CannotStart(f"{error}; write the database like sqlite:///data/newscrawl.db") from None
    file = where.database or ":memory:"
    if where.get_backend_name() != "sqlite" or file.startswith((":memory:", "file:")):
        raise CannotStart(
            f"only a SQLite file can be browsed, and {where!r} is none; name one like sqlite:///data/newscrawl.db"
        )
    return Path(file).absolute()
