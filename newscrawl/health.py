"""Whether a run was well, by its own counters and by the runs before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from newscrawl.channels import counted, in_words, parts
from newscrawl.counters import faults_of, fields_of, outcomes_of, read_of
from newscrawl.items import WALLS
from newscrawl.storage import Run
from newscrawl.text.dates import SEOUL

HEALTHY, DEGRADED, FAILED = "healthy", "degraded", "failed"
EXIT_CODES = {HEALTHY: 0, DEGRADED: 2, FAILED: 3}
"""The exit code of `scrapy crawl` by the run's status; 1 is a crawl that could not start."""

# A page or two that a paper took back or broke is every day's business; one in ten is not.
BAD_SHARE = 0.1
FEW = 5  # pages, below which a missing byline is chance
USUAL_RUNS = 5  # healthy runs that a run is compared with
QUIET = timedelta(days=7)  # longer than any holiday of the press: 설 and 추석 are three days
# Outcomes of a page that could be read, and of one that says nothing against the source.
READ = ("stored", "copy", "revised", "unchanged", "rejected:off-topic", "rejected:out-of-range")
# Naver leads single pieces of its lists to its sports and entertainment sites (2026-09).
USUAL = (*READ, "gone", "rejected:off-site")
DOUBTS = {
    "body-part": "hold clearly less text than their page",
    "further-page": "go on on a further page that was not read",
    "mislabelled-zone": "print a time nine hours from the one in their data",
}
"""What the doubts about a stored article mean; a few are said and do not degrade a run."""


def judge(
    counters: Mapping[str, Any],
    reason: str,
    history: Sequence[Run] = (),
    newest: datetime | None = None,
) -> tuple[str, list[str]]:
    """A run's status and the sentences that explain it.

    Args:
        counters: the crawl's statistics.
        reason: Scrapy's word for how it ended; "finished" is the good one.
        history: the earlier runs of the source, newest first.
        newest: when an address was announced last that was new to the archive; aware.

    >>> judge({"channel/feed:경제/asked": 1, "channel/feed:경제/links": 9}, "finished")
    ('healthy', [])
    >>> judge({"channel/sitemap:a/b/asked": 1, "channel/sitemap:a/b/links": 9, "channel/sitemap:a/b/dead": "error:http-500"}, "finished")
    ('degraded', ['sitemap:a/b broke off: error:http-500'])
    >>> judge({"channel/feed:경제/asked": 1, "channel/feed:경제/dead": "web-page"}, "finished")
    ('failed', ['no channel announced an article: feed:경제 (web-page: a web page stands where the feed was)'])
    """
    asked = counted(counters, "asked")
    failed, silent = parts(counters)
    dead = silent | {name: str(why) for name, why in counted(counters, "dead").items()}
    if reason == "finished":
        heard = counted(counters, "links") | counted(counters, "unchanged") | dead
        dead |= {name: "silent" for name in asked if name not in heard}
    # What announced something and then broke off is not dead.
    broken = {name: dead.pop(name) for name in counted(counters, "links") if name in dead}
    named = ", ".join(f"{name} ({in_words(why)})" for name, why in dead.items())
    outcomes = outcomes_of(counters)
    bad = {name: n for name, n in outcomes.items() if name not in USUAL}
    fetched = int(counters.get("articles/fetched", 0)) + int(counters.get("articles/failed", 0))
    good = sum(outcomes.get(name, 0) for name in READ)

    if unwritten := counters.get("archive/failed"):
        return FAILED, [str(unwritten)]
    if dead and set(dead.values()) == {"robots"} and len(dead) == len(asked):
        return FAILED, [
            "robots.txt closes every channel to this crawler; an owner who has the site's permission runs it with -s ROBOTSTXT_OBEY=False"
        ]
    if not asked:
        return FAILED, ["no channel was asked"]
    if len(dead) == len(asked):
        return FAILED, [f"no channel announced an article: {named}"]
    unread = {name: n for name, n in outcomes.items() if name not in READ}
    words = ", ".join(f"{n} {name}" for name, n in sorted(unread.items()))
    reasons = []
    if met := faults_of(counters):
        places = ", ".join(f"{where}{f' ({n} times)' * (n > 1)}" for where, n in met.items())
        reasons.append(f"errors of this program: {places}")
    if dead:
        reasons.append(f"{len(dead)} of {len(asked)} channels announced nothing: {named}")
    reasons += [f"{name} broke off: {why}" for name, why in broken.items()] + failed
    reasons += [
        f"the region of {name.removeprefix('drift/')} is gone from its page"
        for name in counters
        if name.startswith("drift/")
    ]
    reasons += _fewer_links(counters, history)
    if walls := {name: n for name, n in outcomes.items() if name in WALLS and n > 0}:
        named = ", ".join(f"{n} {name} ({WALLS[name]})" for name, n in sorted(walls.items()))
        reasons.append(f"{sum(walls.values())} of {fetched} pages were walls and are asked for again: {named}")
    # That the one new address of an hour is gone is no alarm; that many are is one.
    if not good and (bad or sum(unread.values()) >= 5):
        return FAILED, [*reasons, f"none of {fetched} pages gave an article: {words}"]
    # A pipeline of a user's own that returns nothing, or drops pieces, is silent.
    ended = sum(outcomes.values())
    if reason == "finished" and ended < fetched:
        reasons.append(f"{fetched - ended} of {fetched} pages came to no outcome: does a pipeline drop them?")
        if not ended:
            return FAILED, reasons
    if alike := _alike(counters):
        return FAILED, [*reasons, alike]
    if sum(bad.values()) - sum(walls.values()) > BAD_SHARE * max(fetched, 1):
        reasons.append(f"{sum(bad.values())} of {fetched} pages gave no article: {words}")
    read = read_of(counters)
    reasons += _fallen(counters, history)
    undated = int(counters.get("missing/published_at", 0))
    if undated > BAD_SHARE * read:
        reasons.append(f"{undated} of {read} articles have no publication time")
    if read - undated >= FEW and counters.get("distinct/published_at", read) <= 1 + bool(undated):
        reasons.append(f"all {read - undated} articles have the same publication time")
    reasons += _vanished(counters, history)
    if newest and datetime.now(UTC) - newest > QUIET:
        reasons.append(f"nothing new was announced since {day(newest)}; do the lists show an old page?")
    if counters.get("log_count/ERROR"):
        reasons.append(f"{counters['log_count/ERROR']} errors in the log")
    if reason != "finished":
        reasons.append(f"the crawl ended early: {reason}")
    status = DEGRADED if reasons else HEALTHY
    for doubt, meaning in DOUBTS.items():
        if partial := int(counters.get(f"doubt/{doubt}", 0)):
            reasons.append(f"{partial} of {read} articles {meaning} (doubt/{doubt})")
            status = DEGRADED if partial > BAD_SHARE * read else status
    return status, reasons


def _usual(history: Iterable[Run]) -> list[Run]:
    """The last healthy runs without limits: what a run is compared with."""
    return [run for run in history if run.status == HEALTHY and "run/limits" not in run.counters][:USUAL_RUNS]


def _fewer_links(counters: Mapping[str, Any], history: Sequence[Run]) -> list[str]:
    """The channels that show far fewer links on a page than they did; and whether something was left out in between."""
    sentences = []
    usual = _usual(history)
    pages = counted(counters, "pages")
    for name, links in counted(counters, "links").items():
        before = [
            run.counters[f"channel/{name}/links"] / run.counters[f"channel/{name}/pages"]
            for run in usual
            if f"channel/{name}/pages" in run.counters
        ]
        if before and median(before) >= FEW and links / pages.get(name, 1) < median(before) / 5:
            each = " a page" if pages.get(name, 1) > 1 else ""
            sentences.append(f"{name} shows {links / pages.get(name, 1):.0f} links{each}, usually {median(before):.0f}")
    listed = int(counters.get("links/listed", 0))
    if usual and listed >= FEW and counters.get("links/new") == listed and "run/limits" not in counters:
        sentences.append(
            "nothing announced was known to the archive: what came between the last run and this one may be missing; "
            "read more pages once with -a max_pages=20"
        )
    return sentences


def _vanished(counters: Mapping[str, Any], history: Sequence[Run]) -> list[str]:
    """The fields that most articles of the last healthy runs had, and that no article has now.

    >>> from types import SimpleNamespace
    >>> before = SimpleNamespace(status="healthy", counters={"extraction/body/layout": 20, "extraction/authors/layout": 18})
    >>> _vanished({"extraction/body/layout": 12}, [before])
    ['none of 12 articles has authors; 18 of 20 had in the last healthy runs']
    """
    read, usual = read_of(counters), _usual(history)
    before = sum(read_of(run.counters) for run in usual)
    if read < FEW or before < FEW:
        return []
    had: dict[str, int] = {}
    for run in usual:
        for name, count in fields_of(run.counters).items():
            had[name] = had.get(name, 0) + count
    now = fields_of(counters)
    return [
        f"none of {read} articles has {name}; {count} of {before} had in the last healthy runs"
        for name, count in sorted(had.items())
        if count >= before / 2 and not now.get(name)
    ]


def _alike(counters: Mapping[str, Any]) -> str | None:
    """What is wrong when all pages show one text: a consent page, an error page.

    >>> _alike({"extraction/body/generic": 9, "distinct/body": 1})
    'all 9 pages show the same text: a consent or an error page?'
    """
    read = read_of(counters)
    if read >= FEW and counters.get("distinct/body", read) == 1:
        return f"all {read} pages show the same text: a consent or an error page?"
    return None


def _fallen(counters: Mapping[str, Any], history: Sequence[Run] = ()) -> list[str]:
    """The fields of each site that came from a lower rung than the selector its source has for them.

    >>> _fallen({"read/mk": 4, "fallen/mk/body/generic": 4, "fallen/mk/title/json-ld": 3, "fallen/mk/title/meta": 1})
    ['the selectors of mk matched on 0 of 4 pages for body (now from generic), 0 of 4 for title (now from json-ld, meta)']
    >>> _fallen({"read/mk": 4, "fallen/mk/authors/text": 3}), _fallen({"read/mk": 41, "fallen/mk/authors/text": 41})
    ([], ['the selectors of mk matched on 0 of 41 pages for authors (now from text)'])
    """
    sites: dict[str, dict[str, dict[str, int]]] = {}
    for name, count in counters.items():
        if name.startswith("fallen/"):
            _, site, field, rung = name.split("/")
            sites.setdefault(site, {}).setdefault(field, {})[rung] = int(count)
    sentences = []
    for site, fields in sorted(sites.items()):
        read = int(counters[f"read/{site}"])
        missed = {field: sum(rungs.values()) for field, rungs in fields.items() if 2 * sum(rungs.values()) > read}
        # Some pages have no byline or section where others have it; that the text itself is elsewhere is a new layout.
        if missed and ("body" in missed or read >= FEW):
            named = [
                f"{read - count} of {read}{' pages' * (not i)} for {field} (now from {', '.join(sorted(fields[field]))})"
                for i, (field, count) in enumerate(sorted(missed.items()))
            ]
            last = next((run.started_at for run in history if _matched(run.counters, site, missed)), None)
            since = f"; last matched {day(last)}" if last else ""
            sentences.append(f"the selectors of {site} matched on {', '.join(named)}{since}")
    return sentences


def _matched(counters: Mapping[str, Any], site: str, fields: Iterable[str]) -> bool:
    """Whether the selectors of these fields matched on some page of the site."""
    read = int(counters.get(f"read/{site}", 0))
    fallen = (
        n for name, n in counters.items() if name.startswith(tuple(f"fallen/{site}/{field}/" for field in fields))
    )
    return read > sum(map(int, fallen))


def tally(counters: Mapping[str, Any]) -> dict[str, int]:
    """The numbers of a run that people ask for."""
    outcomes = outcomes_of(counters)
    return {
        "listed": int(counters.get("links/listed", 0)),
        "fetched": int(counters.get("articles/fetched", 0)),
        "stored": outcomes.get("stored", 0) + outcomes.get("revised", 0),
        "copies": outcomes.get("copy", 0),
        "rejected": sum(
            n for name, n in outcomes.items() if name.startswith(("rejected:", "error:")) or name in ("gone", "robots")
        ),
    }


def summary(counters: Mapping[str, Any], status: str) -> str:
    """A run in one line."""
    return f"{status}; " + ", ".join(f"{name} {n}" for name, n in tally(counters).items())


def day(moment: datetime) -> str:
    """The day of a moment in Seoul."""
    return f"{moment.astimezone(SEOUL):%Y-%m-%d}"


def minute(moment: datetime) -> str:
    """The minute of a moment in Seoul."""
    return f"{moment.astimezone(SEOUL):%Y-%m-%d %H:%M}"
