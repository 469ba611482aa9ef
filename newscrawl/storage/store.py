"""The only door to the database: announces candidates, keeps articles, records what became of each page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.dedup.exact import body_hash, content_hash
from newscrawl.items import Article, Candidate
from newscrawl.storage import frontier, fulltext, runs
from newscrawl.storage.frontier import Answer
from newscrawl.storage.opening import identity
from newscrawl.storage.reader import Reader

# What only a writer needs is imported when one writes: numpy alone is an eighth of the memory of a command that reads.
if TYPE_CHECKING:
    from newscrawl.dedup.walls import Shown
    from newscrawl.storage.page import Page


INDEXED = 50
"""Articles that are saved before they are put into the index of the search: one by one that takes three times as long."""


class Store(Reader):
    """The database behind one URL; one writer at a time, every method one transaction.

    When the database fails under a method (disk full, another writer for over 30 seconds), StoreError is raised and
    nothing of that call is kept.

    A context (``with``) that closes it.

    Args:
        url: an SQLAlchemy URL, e.g. ``sqlite:///data/newscrawl.db``. The tables are brought to the version of this code.
        create: make what is not there, the folder of a SQLite file too; who only reads has mistyped the name then.
        read_only: make and change nothing: a SQLite file is not even opened for writing. It must have the tables of this
            version.

    Raises:
        StoreError: the URL is wrong, the file is no database, a newer version of newscrawl made it, or there is none
            and none is to be made; read only, also that an older version made it. The file is left as it was.
    """

    def __init__(self, url: str, *, create: bool = True, read_only: bool = False) -> None:
        super().__init__(url, create=create, read_only=read_only)
        self._saved = 0

    def replaced(self) -> bool:
        """Whether the file of the database is another one than was opened: what was written since went into the old one."""
        return identity(self._engine) != self._file

    def announce(
        self,
        candidates: Sequence[Candidate],
        *,
        since: date | None = None,
        until: date | None = None,
        answer: Answer | None = None,
    ) -> frontier.Announced:
        """Record announced candidates and say which of their keys are to be fetched now.

        To be fetched are ``pending``, ``robots`` and ``error:*``, the first and the last until `MAX_ATTEMPTS`, and
        ``rejected:out-of-range`` whose known time now lies in the range. A page whose known time lies outside is not. A
        page that is already held as an article or a copy is not either, and gets the outcome ``stored`` or ``copy``.

        Args:
            candidates: the first announcement of a key decides its channel; a later one fills a missing time or title.
            since, until: inclusive calendar days in Seoul; None is open.
            answer: the page of the channel that announced them, to be remembered once they are.
        """
        with self._writer.begin() as connection:
            return frontier.announce(connection, candidates, since, until, answer)

    def unsettled(
        self, source: str, channels: Collection[str], *, after: Candidate | None = None, limit: int = 100
    ) -> list[Candidate]:
        """What a source's channels announced and no run brought to an end, the least tried first: the next ones after another."""
        with self._engine.connect() as connection:
            return frontier.unsettled(connection, source, channels, after, limit)

    def outcome(self, key: str) -> str | None:
        """What became of an address so far; None when nobody announced it."""
        with self._engine.connect() as connection:
            return frontier.outcome(connection, key)

    def ask(self, key: str) -> None:
        """Count an attempt before the page is fetched: a page that kills the process is not tried for ever."""
        with self._writer.begin() as connection:
            frontier.ask(connection, key)

    def answer(self, url: str) -> Answer | None:
        """What a page of a channel is asked for conditionally with; None when its last whole answer is older than a day."""
        with self._engine.connect() as connection:
            return frontier.answer(connection, url)

    def settle(self, candidate: Candidate, outcome: str, *, published_at: datetime | None = None) -> None:
        """Record the outcome of a fetch that gave no article.

        Args:
            outcome: ``rejected:<why>``, ``gone``, ``robots`` or ``error:<class>``.
            published_at: aware; what the page said, when it said so.
        """
        with self._writer.begin() as connection:
            frontier.settle(connection, [candidate], outcome, published_at)

    def save(self, article: Article, *, key: str, original_key: str | None, own: bool) -> str:
        """Keep an article and record the outcome of its page, both or neither.

        Args:
            key: the key of the page the article was read from.
            original_key: the key of ``article.original_url``; None unless that is the address of one article: two
                pages of a publisher with the same original are the same piece.
            own: the page is the publisher's own, not a portal's.

        Returns:
            ``stored``: a new article, or the publisher's own page of one known from a portal. ``copy``: another page
            of a known article. ``revised``: a known page whose text changed; the earlier text is kept.
            ``unchanged``: a known page with the same text.
        """
        from newscrawl.storage.page import Page
        from newscrawl.storage.pieces import keep

        page = Page(
            article=article,
            key=key,
            original_key=original_key,
            own=own,
            content_hash=content_hash(article.title, article.subtitle, article.body),
            body_hash=body_hash(article.body),
            seen_at=datetime.now(UTC),
        )
        page.told.text.keys  # noqa: B018 - made before the writer's turn begins, and kept
        with self._writer.begin() as connection:
            outcome = keep(connection, page)
            frontier.settle(connection, _addresses(page), outcome, article.published_at)
        self._saved += 1
        if self._saved % INDEXED == 0:
            self.index(2 * INDEXED)  # twice, so that an archive that was not in the index gets there
        return outcome

    def newest_pages(self, source: str) -> list[Shown]:
        """The pages of the newest articles that were read on a site, to tell a wall by."""
        from newscrawl.storage import walls

        with self._engine.connect() as connection:
            return walls.newest(connection, source)

    def withdraw(self, keys: Collection[str], text: bytes, outcome: str) -> dict[str, str]:
        """Take back what was stored of pages that show a wall, and have them asked for again.

        Args:
            keys: the pages. An article goes with its copies; one that had another text before gets that back.
            text: the words of the wall; what is stored of a page with other words stays.
            outcome: what these pages are now, ``error:<class>``.

        Returns:
            The outcomes that the pages had before, by their keys.
        """
        from newscrawl.storage import walls

        with self._writer.begin() as connection:
            return walls.withdraw(connection, keys, text, outcome)

    def forgive(self, keys: Collection[str]) -> None:
        """Take back an attempt at each of these pages: a wall of the whole site was in front of them."""
        with self._writer.begin() as connection:
            frontier.forgive(connection, keys)

    def start_run(self, source: str) -> int:
        """Record that a crawl of a source began, and return its number. What an older program failed at is tried once more."""
        with self._writer.begin() as connection:
            frontier.retry(connection, source, changed())
            return runs.start(connection, source)

    def finish_run(self, run_id: int, *, reason: str, status: str, counters: Mapping[str, Any]) -> None:
        """Record how a crawl ended.

        Args:
            reason: Scrapy's close reason (``finished``, ``shutdown``).
            status: ``healthy``, ``degraded`` or ``failed``.
            counters: what JSON can hold.
        """
        with self._writer.begin() as connection:
            runs.finish(connection, run_id, reason, status, counters)
            fulltext.catch_up(connection, 2 * INDEXED)

    def forget_stories(self) -> None:
        """Drop the stories and the keys of all texts, to be made anew by `mend`; not when that is already under way."""
        from newscrawl.storage import upkeep

        with self._writer.begin() as connection:
            upkeep.forget(connection)

    def stale(self) -> int:
        """How many articles have no keys of this version, so that no near copy of them is found."""
        from newscrawl.storage import upkeep

        with self._engine.connect() as connection:
            return upkeep.stale(connection)

    def mend(self, limit: int) -> int:
        """Give so many stale articles their keys, their copies and their story; the result is how many there were."""
        from newscrawl.storage import upkeep

        with self._writer.begin() as connection:
            return upkeep.mend(connection, limit)

    def unindexed(self) -> int:
        """How many articles are not in the index of the search, which then reads them all."""
        with self._engine.connect() as connection:
            return fulltext.waiting(connection)

    def index(self, limit: int) -> int:
        """Put so many of the articles that are not in the index of the search there; the result is how many there were."""
        with self._writer.begin() as connection:
            return fulltext.catch_up(connection, limit)

    def forget_index(self) -> None:
        """Empty the index of the search, to be made anew by `index`; not when that is already under way."""
        with self._writer.begin() as connection:
            fulltext.forget(connection)

    def check(self) -> list[str]:
        """What is inconsistent, a sentence each; nothing is after a run that was killed at any moment."""
        from newscrawl.storage import upkeep

        with self._engine.connect() as connection:
            return list(upkeep.check(connection))


@cache
def changed() -> datetime:
    """When this program was changed last, by its files; in UTC."""
    files = Path(__file__).parents[1].rglob("*.py")
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in files), UTC)


def _addresses(page: Page) -> list[Candidate]:
    """The announced address and the page it led to: one when they are the same."""
    article = page.article
    shown = Candidate(url=article.url, key=page.key, source=article.source, channel="")
    first = article.candidate or shown
    if first.key == page.key:
        return [first]
    return [first, replace(shown, source=first.source, channel=first.channel)]
