"""An article together with the page that showed it, and that page as a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from newscrawl.dedup import keys
from newscrawl.dedup.likeness import Text
from newscrawl.items import Article
from newscrawl.storage.lookalikes import Told
from newscrawl.storage.reading import COLUMNS
from newscrawl.text import stocks as stock_codes
from newscrawl.text.press import wire


@dataclass(frozen=True, kw_only=True)
class Page:
    """An article together with the page that showed it."""

    article: Article
    key: str
    original_key: str | None
    own: bool
    content_hash: str
    body_hash: str | None
    seen_at: datetime

    @cached_property
    def told(self) -> Told:
        """What the page is compared with others by."""
        return Told(Text(self.article.title, self.article.body), self.article.published_at or self.seen_at)

    @cached_property
    def columns(self) -> dict[str, Any]:
        """The page as a whole row of ``articles``, apart from what is numbered or decided later."""
        article = self.article
        return {name: getattr(article, name) for name in COLUMNS} | dict(
            url_key=self.key,
            original_key=self.original_key,
            own=self.own,
            content_hash=self.content_hash,
            body_hash=self.body_hash,
            fetched_at=self.seen_at,
            wire=wire(article.publisher, article.dateline, article.body),
            keys_version=keys.VERSION,
            stocks_version=stock_codes.VERSION,
        )
