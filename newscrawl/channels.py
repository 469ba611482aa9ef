"""What the channels of a run announced, by its counters; and what the reasons mean for which they announced nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newscrawl.discovery.answer import WHAT

NAMED = 5  # failed parts of an index; the log has them all
WORDS = {reason: f"{what} stands in its place" for reason, what in WHAT.items()} | {
    "no-links": "it shows no link to an article",
    "empty": "it is an empty page",
    "challenge": "it shows a challenge page",
    "web-page": "a web page stands where the feed was",
    "not-text": "it is no text",
    "broken-json": "its JSON breaks off",
    "gone": "there is no such page",
    "too-deep": "its elements are nested too deeply",
    "too-large": "it is too large to be read",
    "robots": "robots.txt closes it",
    "robots-unreachable": "robots.txt could not be had",
    "silent": "no answer of it was read",
    "error:reading": "reading it failed",
    "error:too-slow": "reading it takes too long",
}
"""What the reasons of dead channels mean."""


def in_words(why: str) -> str:
    return f"{why}: {WORDS[why]}" if why in WORDS else why


def counted(counters: Mapping[str, Any], what: str) -> dict[str, Any]:
    """One counter of every channel by the channel's name, which may have a slash (sitemap:sitemap/latest-articles)."""
    prefix, suffix = "channel/", f"/{what}"
    return {
        name.removeprefix(prefix).removesuffix(suffix): value
        for name, value in counters.items()
        if name.startswith(prefix) and name.endswith(suffix)
    }


def parts(counters: Mapping[str, Any]) -> tuple[list[str], dict[str, str]]:
    """What failed of the parts of indices in a sentence each; and the indices of which no part announced anything, with the reason.

    >>> parts({"channel/sitemap:a/parts": 3, "part/sitemap:a https://a.kr/1.xml": "gone", "channel/sitemap:a/links": 2})
    (['1 of 3 parts of sitemap:a failed: https://a.kr/1.xml (gone: there is no such page)'], {})
    >>> parts({"channel/sitemap:a/parts": 3})
    ([], {'sitemap:a': 'no-links'})
    """
    failed: dict[str, dict[str, str]] = {}
    for name, why in counters.items():
        if name.startswith("part/"):
            channel, _, part = name.removeprefix("part/").rpartition(" ")
            failed.setdefault(channel, {})[part] = str(why)
    asked = counted(counters, "parts")
    heard = {**counted(counters, "links"), **counted(counters, "unchanged")}
    sentences = []
    for name, reasons in failed.items():
        named = ", ".join(f"{part} ({in_words(why)})" for part, why in list(reasons.items())[:NAMED])
        sentences.append(f"{len(reasons)} of {asked.get(name, 0)} parts of {name} failed: {named}")
    return sentences, {n: next(iter(failed.get(n, {}).values()), "no-links") for n in asked if n not in heard}
