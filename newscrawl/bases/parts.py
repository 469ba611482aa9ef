"""Which parts of a sitemap's index one crawl asks for: few of many, each once, and how deep."""

from __future__ import annotations

from scrapy import Request

from newscrawl.discovery import DeadChannel

DEEPEST = 2
"""How far an index is followed: the indices that it names are read, and are none of a third level again."""


class Parts:
    """The parts that were taken of each channel's index, ``most`` of them at a time."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._seen: dict[str, set[str]] = {}
        self._taken: dict[str, int] = {}

    def take(self, channel: str, index: str, named: list[str], level: int) -> list[str]:
        """The parts to ask for of those that an index names, most telling first; ``level`` is 0 for the channel's own answer.

        An index in an index holds no articles itself, so that its place goes to one of its parts.

        >>> parts = Parts(3)
        >>> parts.take("sitemap:a", "/a", ["/b", "/a", "/c", "/d", "/e"], 0), parts.take("sitemap:a", "/b", ["/f", "/g"], 1)
        (['/b', '/c', '/d'], ['/f'])

        Raises:
            DeadChannel: an index stands too deep.
        """
        if level >= DEEPEST:
            raise DeadChannel(
                "index", f"{index} is an index of sitemaps in the index of an index, which is not followed"
            )
        seen = self._seen.setdefault(channel, set())
        seen.add(index)
        before = max(self._taken.get(channel, 0) - level, 0)
        taken = [url for url in dict.fromkeys(named) if url not in seen][: max(self.most - before, 0)]
        seen.update(taken)
        self._taken[channel] = before + len(taken)
        return taken


def alarm(request: Request, reason: str) -> str:
    """The counter of a channel's answer that announces nothing, which takes the reason; empty where that is no alarm.

    Past its last page a list may well be empty or gone, and a part of an index hold sections or writers. That the first page
    announces nothing, or that a page or a part is broken, is the alarm.
    """
    name, page = request.cb_kwargs["channel"].name, request.cb_kwargs["page"]
    if request.cb_kwargs["level"]:
        return "" if reason == "no-links" else f"part/{name} {request.url}"
    return "" if page > 1 and reason in ("no-links", "empty", "gone", "robots") else f"channel/{name}/dead"
