"""The pages as a plugin of Datasette: addresses, the names of its templates, and links from its tables to ours."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from datasette import hookimpl  # type: ignore[import-untyped]
from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.database import Database  # type: ignore[import-untyped]
from datasette.utils.asgi import Request, Response  # type: ignore[import-untyped]
from jinja2 import Environment
from markupsafe import Markup

from newscrawl.browse import guard, labels, pages
from newscrawl.storage import Store
from newscrawl.storage.opening import open_to_read
from newscrawl.text.dates import SEOUL

HERE = Path(__file__).parent
SETTINGS = dict(
    default_cache_ttl=0,  # a crawl may write at any time
    truncate_cells_html=100,  # a body is no cell
    allow_download=False,
)


class Archive(Database):  # type: ignore[misc]
    """The database as Datasette reads it: no connection of it can write, and its file may have any name."""

    def connect(self, write: bool = False) -> Any:
        assert not write, "the archive is only read"
        return open_to_read(self.path)


class Browser(Datasette):  # type: ignore[misc]
    """Datasette over one archive.

    Args:
        file: the SQLite file.
        store: the same archive, read only.
        names: what sources are called, by their names.
    """

    def __init__(self, file: Path, store: Store, names: dict[str, str]) -> None:
        # In memory, because without a file Datasette would add a database of its own.
        super().__init__(
            metadata=labels.metadata(),
            settings=SETTINGS,
            template_dir=str(HERE / "templates"),
            static_mounts=[("static", str(HERE / "static"))],
        )
        self.remove_database("_memory")
        self.add_database(Archive(self, str(file)), name="newscrawl")
        self.store = store
        self.names = names


# Pages


async def first(request: Request, datasette: Browser) -> Response:
    context = await asyncio.to_thread(pages.first_page, datasette.store, datasette.names, datetime.now(UTC))
    return await _rendered(request, datasette, "first.html", context)


async def search(request: Request, datasette: Browser) -> Response:
    asked = pages.query(request.query_string)
    try:
        context = await asyncio.to_thread(pages.search_page, datasette.store, datasette.names, asked)
    except ValueError:
        q = next((value for name, value in asked if name == "q"), "")
        return await _rendered(request, datasette, "unclear.html", dict(q=q), status=400)
    return await _rendered(request, datasette, "search.html", context)


async def article(request: Request, datasette: Browser) -> Response:
    return await _numbered(request, datasette, pages.article_page, "article.html")


async def story(request: Request, datasette: Browser) -> Response:
    return await _numbered(request, datasette, pages.story_page, "story.html")


async def _numbered(
    request: Request, datasette: Browser, page: Callable[[Store, int], dict[str, Any] | None], template: str
) -> Response:
    context = await asyncio.to_thread(page, datasette.store, int(request.url_vars["number"]))
    if context is None:
        return await _rendered(request, datasette, "missing.html", {}, status=404)
    return await _rendered(request, datasette, template, context)


async def _rendered(
    request: Request, datasette: Browser, template: str, context: dict[str, Any], status: int = 200
) -> Response:
    html = await datasette.render_template(template, context, request=request)
    return Response.html(html, status=status, headers={"Cache-Control": "no-store"})


# Hooks


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    # 18 digits: SQLite's numbers have 19.
    return [
        (r"^/$", first),
        (r"^/search$", search),
        (r"^/article/(?P<number>[0-9]{1,18})$", article),
        (r"^/story/(?P<number>[0-9]{1,18})$", story),
    ]


@hookimpl  # type: ignore[untyped-decorator]
def extra_css_urls() -> list[str]:
    return ["/static/tables.css"]


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper() -> Callable[[guard.App], guard.App]:
    return guard.guarded


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Environment) -> None:
    env.filters["seoul"] = seoul
    env.tests["web"] = is_web


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str) -> Markup | None:
    """Link headlines and numbers to our pages; everything else is Datasette's, which makes links of http(s) alone."""
    if database != "newscrawl" or table is None or value is None:
        return None
    if (table, column) == ("articles", "title") and "id" in row.keys():  # noqa: SIM118 - a row is searched by its values
        return Markup('<a href="/article/{}">{}</a>').format(row["id"], value)
    if column in ("article_id", "first_article_id"):
        return Markup('<a href="/article/{}">{}</a>').format(value, value)
    if column == "story_id":
        return Markup('<a href="/story/{}">{}</a>').format(value, value)
    return None


def seoul(moment: datetime | None, form: str = "%Y-%m-%d %H:%M") -> str:
    """A time in Seoul."""
    return moment.astimezone(SEOUL).strftime(form) if moment else "시각 없음"


def is_web(url: str | None) -> bool:
    """Whether an address may be a link.

    >>> is_web("https://www.mk.co.kr/"), is_web("javascript:alert(1)"), is_web(None)
    (True, False, False)
    """
    return bool(url and re.match(r"https?://[^\s]+\Z", url))
