"""Whether several pages that show one text are a wall before the articles that were announced there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from newscrawl.items import Article
from newscrawl.text.register import speaks_to_its_reader
from newscrawl.text.titles import agree

OWN_TIME = frozenset({"layout", "json-ld", "script", "meta"})
"""The rungs that read the time which a page gives of itself."""

MANY = 3
"""Pages of one text that are no accident where nothing else speaks against them."""

# A wall shows the time, a counter, the number of the question, the address: all but its words.
_WORDS = re.compile(r"[가-힣]+")
_PLAIN = re.compile(r"\[[^\]]{1,12}\]|\([^)]{1,6}\)|[\W_]+")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What tells an article's page from a wall: what was announced there, and what the page has of its own."""

    key: str
    announced: str | None
    title: str | None
    body: str
    at: datetime | None = None

    @classmethod
    def of(
        cls,
        key: str,
        announced: str | None,
        title: str,
        body: str,
        published_at: datetime | None,
        rungs: Mapping[str, str],
    ) -> Shown:
        """What a page showed, by the rungs that its fields came from: an announcement is not what the page says."""
        return cls(
            key=key,
            announced=announced or None,
            title=None if rungs.get("title") == "announced" else title,
            body=body,
            at=published_at if rungs.get("published_at") in OWN_TIME else None,
        )

    @property
    def strange(self) -> bool:
        """Whether the page's headline is not the one that was announced."""
        return self.announced is not None and (self.title is None or not agree(self.announced, self.title))


def shown(article: Article, key: str) -> Shown:
    """What the page of an article shows; ``key`` is its identity."""
    announced = article.candidate.title if article.candidate else None
    return Shown.of(key, announced, article.title, article.body, article.published_at, article.extraction)


def words(body: str) -> bytes:
    """What is the same in all that a wall shows: the digest of the Hangul of a text, or of all of one without any."""
    return blake2b("".join(_WORDS.findall(body) or body).encode(), digest_size=16).digest()


def is_wall(pages: Sequence[Shown]) -> bool:
    """Whether pages with the same words stand before different articles.

    Two are enough where both have one headline, and neither has the one that was announced; three where they have one time too (a
    portal may word the headline of a piece anew). Three are where the text speaks to its reader under different headlines (a login
    page that keeps the article's title), or where
    nothing was announced and no page has a time or a headline of its own. Flashes that are sent again, daily reports and series of
    photographs have the headlines they were announced with, and tell something.

    >>> def page(key, announced, title, body="점검 중입니다. 02:00", **more):
    ...     return Shown(key=key, announced=announced, title=title, body=body, **more)
    >>> is_wall([page("1", "환율 1,400원 돌파", "안내"), page("2", "코스피 3,000선 회복", "안내", "점검 중입니다. 02:05")])
    True
    >>> is_wall([page("1", "[속보] 한은 금리 동결", "한은 금리 동결"), page("2", "한은 금리 동결", "한은 금리 동결")])
    False
    >>> is_wall([page(str(n), t, t, "기준 환율은 1,40%d원이다." % n) for n, t in enumerate(("20일 환율", "21일 고시환율", "원·달러"))])
    False
    >>> is_wall([page(str(n), t, t, "회원만 볼 수 있습니다.") for n, t in enumerate(("환율 1,400원 돌파", "코스피 3,000선", "집값 오름세"))])
    True
    >>> is_wall([page(str(n), t, t, "하도경이 20일 섰다.") for n, t in enumerate(("포토 하나", "둘째 포토", "셋"))])
    False
    """
    strange = [page for page in pages if page.strange]
    for page in strange:
        alike = {_plain(other.announced or "") for other in strange if (other.title, other.at) == (page.title, page.at)}
        if len(alike) >= (MANY if page.at else 2):
            return True
    if len({_plain(page.title or "") for page in pages if speaks_to_its_reader(page.body)}) >= MANY:
        return True
    bare = [(page.title, page.body) for page in pages if page.announced is None and page.at is None]
    return any(bare.count(one) >= MANY for one in bare)


def _plain(headline: str) -> str:
    return _PLAIN.sub("", headline)
