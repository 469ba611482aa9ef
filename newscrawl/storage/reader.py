"""What the archive holds, for whoever looks: articles, stories, runs, figures."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Self, Unpack

from sqlalchemy import ColumnElement, event, exc, func, select

from newscrawl.storage import figures, fulltext, reading, runs
from newscrawl.storage.models import ArticleRow, Base
from newscrawl.storage.opening import engine_of, failed, identity
from newscrawl.storage.reading import Record, StoredArticle
from newscrawl.storage.runs import Run, State
from newscrawl.storage.schema import StoreError, migrate, require_current
from newscrawl.storage.selection import Selection, where


class Reader:
    """The reading half of a `newscrawl.storage.Store`, which says how it is opened and closed."""

    def __init__(self, url: str, *, create: bool = True, read_only: bool = False) -> None:
        self._engine = engine_of(url, create and not read_only, read_only)
        self._writer = self._engine.execution_options(writing=True)
        try:
            if read_only:
                require_current(self._engine)
            else:
                migrate(self._engine, self._writer, create)
        except exc.SQLAlchemyError as error:
            self.close()
            reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
            raise StoreError(
                f"{self._engine.url!r} cannot be opened ({reason}); name another database or restore this one from a "
                "backup."
            ) from error
        except StoreError:
            self.close()
            raise
        event.listen(self._engine, "handle_error", failed)
        self._file = identity(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def runs(self, source: str | None = None, *, before: int | None = None, limit: int = 50) -> list[Run]:
        """The runs of a source (of all), newest first; ``before``: only those with a lower number."""
        with self._engine.connect() as connection:
            return runs.history(connection, source, before, limit)

    def newest(self, source: str) -> datetime | None:
        """When a source announced an address last that nobody knew."""
        with self._engine.connect() as connection:
            return runs.newest(connection, source)

    def states(self) -> list[State]:
        """How every source that was ever crawled stands, by name."""
        with self._engine.connect() as connection:
            return runs.states(connection)

    def article(self, key: str) -> StoredArticle | None:
        """The article whose page has this key; None also for the key of a copy."""
        with self._engine.connect() as connection:
            return reading.article(connection, ArticleRow.url_key == key)

    def articles(
        self, *, limit: int | None = None, order: str = "newest", **selection: Unpack[Selection]
    ) -> Iterator[StoredArticle]:
        """The articles that meet all conditions, the newest by publication time first, those without one last.

        Which they are is decided when the first is taken. They are read while they are taken, some at a time, and nothing
        is held open in between: a reader that stops costs nothing more, a slow one keeps nobody waiting, and an article that
        changed since is read as it is now.

        Args:
            limit: how many at most.
            order: ``newest`` first; ``oldest`` first, those without a time before all others; or ``best`` first: those that have
                the words of ``text`` in the title, then those that have them in the subtitle.
            selection: see `Selection`.

        Raises:
            QueryError: ``text`` asks for nothing.
        """
        yield from map(reading.stored, self.records(limit=limit, order=order, **selection))

    def records(
        self, *, limit: int | None = None, order: str = "newest", **selection: Unpack[Selection]
    ) -> Iterator[Record]:
        """What `articles` yields as plain values, in half of the time."""
        with self._engine.connect() as connection:
            sequence: list[ColumnElement[Any]] = list(reading.OLDEST if order == "oldest" else reading.NEWEST)
            if order == "best" and (text := selection.get("text")):
                sequence.insert(0, fulltext.rank(connection, text).desc())
            chosen = select(ArticleRow.id).where(*where(connection, selection)).order_by(*sequence).limit(limit)
            numbers = array("q", connection.scalars(chosen))  # a million of them take 8 MB
        for start in range(0, len(numbers), reading.BATCH):
            with self._engine.connect() as connection:
                found = list(reading.records(connection, numbers[start : start + reading.BATCH]))
            yield from found

    def piece(self, number: int) -> reading.Piece | None:
        """The article of a number, with its other pages and its earlier texts."""
        with self._engine.connect() as connection:
            return reading.piece(connection, ArticleRow.id == number)

    def piece_of(self, key: str) -> reading.Piece | None:
        """The article that the page with this key shows, as its own page or as a copy."""
        with self._engine.connect() as connection:
            return reading.piece(connection, reading.shows(key))

    def story(self, number: int) -> reading.Story | None:
        """The story of a number, its first teller first."""
        with self._engine.connect() as connection:
            return reading.story(connection, number)

    def story_of(self, key: str) -> reading.Story | None:
        """The story that the page with this key tells; of one article when no other tells it, None for an unknown page."""
        with self._engine.connect() as connection:
            return reading.story_of(connection, key)

    def story_with(self, number: int) -> reading.Story | None:
        """The story that the article of a number tells; of that article alone when no other tells it."""
        with self._engine.connect() as connection:
            return reading.story_with(connection, number)

    def page(self, *, limit: int, after: int | None = None, **selection: Unpack[Selection]) -> list[reading.Piece]:
        """The articles that meet all conditions with their copies and revisions, the newest first, undated ones last.

        Args:
            limit: how many at most.
            after: the number of an article: those that come behind it, though new ones arrived in the meantime.
            selection: see `Selection`.

        Raises:
            QueryError: ``text`` asks for nothing.
        """
        with self._engine.connect() as connection:
            return reading.page(connection, where(connection, selection), limit, after)

    def facets(self, **selection: Unpack[Selection]) -> figures.Facets:
        """How many of the articles that meet all conditions there are of each publisher, source, category and day.

        Raises:
            QueryError: ``text`` asks for nothing.
        """
        with self._engine.connect() as connection:
            return figures.facets(connection, where(connection, selection))

    def figures(self, now: datetime) -> figures.Figures:
        """What the archive holds, and what came lately."""
        with self._engine.connect() as connection:
            return figures.figures(connection, now)

    def headlines(self, limit: int) -> list[reading.Headline]:
        """The stories that were told last."""
        with self._engine.connect() as connection:
            return reading.headlines(connection, limit)

    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        with self._engine.connect() as connection:
            tables = sorted(Base.metadata.tables.items())
            return {name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables}
