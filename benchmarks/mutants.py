"""Broken pages through the door of a crawl: ``python -m benchmarks.mutants [--count N] [--first N] [--write FILE]``.

A mutant is a recorded page, feed or list that was broken in one of the ways of `benchmarks.mutators`; its number and the seed name it.
Reading it may end in an article, a list of addresses or a refusal, and in nothing else: no exception, no sign that a reader does
not see, no address that stands nowhere on the page, no second of CPU, no 300 MB. ``--first 4711 --count 1`` reads one again.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import gzip
import html
import json
import re
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from scrapy import Request
from scrapy.http import Response
from scrapy.responsetypes import responsetypes
from scrapy.utils.project import get_project_settings

from benchmarks.mutators import ANSWERS, FEEDS, PAGES, Mutator
from newscrawl import cases
from newscrawl.bases.answers import announced_in
from newscrawl.bases.registry import is_off_topic, load_sources, sites_of
from newscrawl.bounds import TooMuch
from newscrawl.discovery import DeadChannel
from newscrawl.items import Article, Candidate
from newscrawl.loaders import NotAnArticle
from newscrawl.middlewares import Decode
from newscrawl.reading import channel_of
from newscrawl.text.dates import SEOUL
from newscrawl.text.encoding import decode

PROJECT = Path(__file__).resolve().parents[1]
SEED = 1
CPU = 1.0
"""Seconds that a mutant may take."""
MEMORY = 200
"""Megabytes that the process may grow by while it reads one; it has about 100 before."""
PATIENCE = 30
"""Seconds of CPU after which a mutant is left; a process that is gone for twice as long is killed."""
CHUNK = 1_000

# What no field may hold: controls, what overrides the direction of a line, halves of a sign, what is no character, ends of lines
# that are none of the body's.
UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
FLAT = re.compile(UNSEEN.pattern[:-1] + "\t\n]")
"""The same in a field of one line."""
UNSPELLED = re.compile(FLAT.pattern[:-1] + "\\s]")
"""The same in an address."""


class Mutant(NamedTuple):
    """A broken answer: ``kind`` is how it was broken, ``name`` the recorded page that it was."""

    number: int
    kind: str
    case: cases.Case
    content_type: str | None
    body: bytes

    @property
    def name(self) -> str:
        """Where the page is recorded."""
        return f"{self.case.source}/{self.case.name}"


class Verdict(NamedTuple):
    """What reading a mutant gave: an outcome, what it cost, and what should not have been."""

    number: int
    kind: str
    name: str
    outcome: str
    cpu: float
    memory: float
    faults: list[str]


@cache
def recorded() -> tuple[cases.Case, ...]:
    """The pages that are broken: every article, list, feed and sitemap of `tests/pages`, the shortest first."""
    found = cases.load(PROJECT / "tests" / "pages")
    kept = (case for case in found if case.kind in ("article", "listing", "feed", "sitemap") and case.body)
    return tuple(sorted(kept, key=lambda case: (len(case.body), case.source, case.name)))


def mutants(count: int, first: int = 0, *, seed: int = SEED, shortest: int | None = None) -> Iterator[Mutant]:
    """So many mutants from a number on; ``shortest``: of so many of the shortest pages of a kind alone."""
    for number in range(first, first + count):
        yield mutant(number, seed=seed, shortest=shortest)


def mutant(number: int, *, seed: int = SEED, shortest: int | None = None) -> Mutant:
    """The mutant of a number: the same one on every machine."""
    r = Random(f"{seed}/{number}")
    # Two of three are articles: their rules are the most.
    kinds: dict[str, Mutator] = (PAGES, FEEDS, PAGES, PAGES, ANSWERS, PAGES)[number % 6]
    media = ("article", "feed", "article", "listing", "json", "article")[number % 6]
    pages = [case for case in recorded() if _medium(case) == media][:shortest]
    case = r.choice(pages)
    names = [*kinds, "bytes", "labels", "wire"]
    name = names[number // 6 % len(names)]
    text, codec = decode(case.body, case.content_type)
    text = kinds[name](r, text) if name in kinds else text
    if r.random() < 0.2:
        second = r.choice(list(kinds))
        text, name = kinds[second](r, text), "two at once"
    body, label = text.encode(codec, "xmlcharrefreplace"), case.content_type
    if name == "bytes":
        body = _flipped(r, body)
    if name == "wire":
        body = _sent(r, text, body)
    if name in ("labels", "wire"):
        label = r.choice(LABELS)
    return Mutant(number, name, case, label, body)


LABELS = (
    None, "", "text/html", "text/html; charset=", "text/html; charset=utf-16", "text/html; charset=base64", "text/html; charset=zip", "text/html; charset=\x00",
    "text/html; charset=idna", "text/html; charset=unicode_escape", "application/json", "text/plain; charset=iso-2022-kr", "application/xhtml+xml", "application/octet-stream",
    "image/png", "application/xml; charset=utf-32", "text/html; charset=utf-7", "text/html; charset=가", ";;;", "text/html; charset=" + "x" * 9_999, "multipart/mixed", "text/css",
)  # fmt: skip


def _medium(case: cases.Case) -> str:
    if case.body.lstrip()[:1] == b"{":
        return "json"
    return "feed" if case.kind == "sitemap" else case.kind


def _flipped(r: Random, body: bytes) -> bytes:
    flipped = bytearray(body)
    for _ in range(r.choice((1, 10, 100, 1_000))):
        if flipped:
            flipped[r.randrange(len(flipped))] = r.choice(
                (0, 27, 0x80, 0xB0, 0xC8, 0xED, 0xFF, 60, 62, 34, r.randrange(256))
            )
    return bytes(flipped)


def _sent(r: Random, text: str, body: bytes) -> bytes:
    """A page in an encoding of two or four bytes, cut between them, with marks in its middle, or packed and cut."""
    half, mark = (
        r.randrange(len(body) + 1),
        r.choice((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\0\0\xfe\xff", b"+/v8-", b"\x1b$)C")),
    )
    packed = gzip.compress(body, mtime=0)
    wide = text.encode(r.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7")), "replace")
    return r.choice(
        (
            wide, wide[1:], wide[: r.randrange(len(wide) + 1) | 1], body[:half] + mark + body[half:], mark + body, mark * 3 + body, body[:half] + wide, packed, packed[: half // 9],
            packed[:-8] + bytes(8), packed + body, body[:half] + bytes(1_000) + body[half:], text.encode("cp949", "replace")[:half] + body[half:], text.encode("johab", "ignore"), text.encode("iso2022_kr", "ignore"),
        )
    )  # fmt: skip


class Door:
    """The way of an answer in a crawl: a middleware decodes it, its source reads it."""

    def __init__(self) -> None:
        self.sources = load_sources(get_project_settings())
        self.sites = sites_of(self.sources)
        self.stats = SimpleNamespace(inc_value=lambda *_: None, set_value=lambda *_: None)

    def answer(self, broken: Mutant) -> Response:
        """The answer as it comes to a spider."""
        headers: Any = {"Content-Type": broken.content_type.encode()} if broken.content_type else {}
        kind = responsetypes.from_args(headers=headers, url=broken.case.url, body=broken.body)
        response = kind(broken.case.url, headers=headers, body=broken.body)
        return Decode().process_response(Request(broken.case.url), response)

    def article(self, response: Response) -> Article:
        """The article on it; raises NotAnArticle."""
        site = self.sites.find(response.url)
        assert site
        spider: Any = self.sources[site.name]()
        spider.sources, spider.sites, spider.crawler = self.sources, self.sites, SimpleNamespace(stats=self.stats)
        candidate = Candidate(url=response.url, key=self.sites.key(response.url), source=site.name, channel="mutants")
        article: Article = spider.read(response, candidate)
        return article

    def links(self, response: Response) -> list[str]:
        """The addresses of articles on it that a crawl would ask for; raises DeadChannel."""
        site = self.sites.find(response.url)
        assert site
        text = announced_in(response)
        source = self.sources[site.name]
        channel = channel_of(source, response.url, text)
        found = channel.read(text, response.url, self.sites if channel.outlinks else source.site())
        for link in found.links:
            json.dumps([link.key, link.title], ensure_ascii=False).encode()
            Request(link.url)
            if link.published_at:
                link.published_at.astimezone(SEOUL)
        if found.next_url and urlsplit(Request(found.next_url).url).hostname != urlsplit(response.url).hostname:
            raise AssertionError(f"the next page is {found.next_url}")
        titles = [fault for link in found.links for fault in _hidden("title", link.title, FLAT)]
        if titles:
            raise AssertionError(titles[0])
        return [link.url for link in found.links if not is_off_topic(link.url, self.sources, self.sites)]


def judge(door: Door, broken: Mutant) -> Verdict:
    """What reading a mutant gives. What takes too long is read once more: another process may have been in the way."""
    verdict = _judge(door, broken)
    if verdict.cpu > CPU:
        again = _judge(door, broken)
        verdict = min(verdict, again, key=lambda each: each.cpu)
    faults = [*verdict.faults]
    if verdict.cpu > CPU:
        faults.append(f"took {verdict.cpu:.1f} s")
    if verdict.memory > MEMORY:
        faults.append(f"took {verdict.memory:.0f} MB")
    return verdict._replace(faults=faults)


def _judge(door: Door, broken: Mutant) -> Verdict:
    faults: list[str] = []
    article: Article | None = None
    links: list[str] = []
    before = _memory(reset=True)
    started = time.thread_time()
    try:
        response = door.answer(broken)
        if broken.case.kind == "article":
            article = door.article(response)
            outcome = "article"
        else:
            links = door.links(response)
            outcome = "links" if links else "off-topic"
    except NotAnArticle as reason:
        outcome = reason.reason
        faults += _hidden("message", str(reason), FLAT)
    except DeadChannel as dead:
        outcome = dead.reason
    except TooMuch as much:
        outcome = f"error:{much.reason}"
        if much.reason == "too-slow":
            faults.append(str(much))
    except Exception as error:
        outcome = "exception"
        at = traceback.extract_tb(error.__traceback__)
        where = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in at if "newscrawl/" in frame.filename]
        faults.append(f"{type(error).__name__} at {' '.join(where[-2:])}: {str(error)[:200]!r}")
    cpu = time.thread_time() - started
    memory = _memory() - before
    if outcome in ("error:reading", "reading"):
        faults.append("an exception that was caught")
    if article:
        faults += _faults(article, broken, door)
    faults += [fault for link in links for fault in _misspelled("link", link)]
    if links and (strange := _strange(links, broken, door)):
        faults.append(f"stands nowhere: {strange[0][:200]!r}")
    return Verdict(broken.number, broken.kind, broken.name, outcome, cpu, memory, faults)


def _faults(article: Article, broken: Mutant, door: Door) -> Iterator[str]:
    """What is wrong with the fields of an article whatever its page holds."""
    for name, pattern in (("body", UNSEEN), ("subtitle", UNSEEN)):
        yield from _hidden(name, getattr(article, name), pattern)
    for name in ("title", "dateline", "section", "publisher"):
        yield from _hidden(name, getattr(article, name), FLAT)
    for author in article.authors:
        yield from _hidden("author", f"{author.name} {author.role or ''} {author.email or ''}", FLAT)
    for image in article.images:
        yield from _hidden("caption", image.caption, FLAT)
    addresses = [
        article.url,
        *([article.original_url] if article.original_url else []),
        *(i.url for i in article.images),
    ]
    for address in addresses:
        yield from _misspelled("address", address)
    if strange := _strange(addresses[1:], broken, door):
        yield f"stands nowhere: {strange[0][:200]!r}"
    if not article.title.strip() or not article.body.strip():
        yield "an article without a headline or a text"
    values = article.as_dict()
    try:
        json.dumps(values, ensure_ascii=False).encode()
        if Article.from_dict(values) != article:
            yield "comes back from JSON as another one"
    except ValueError as error:
        yield f"is not taken back from JSON: {error}"


def _hidden(name: str, value: str | None, pattern: re.Pattern[str]) -> Iterator[str]:
    if value is not None and (found := pattern.search(value)):
        yield f"{name} holds {found[0]!r}: {value[max(0, found.start() - 20) : found.end() + 20]!r}"
    if value is not None and not value.strip():
        yield f"{name} is empty and not None"


def _misspelled(name: str, address: str) -> Iterator[str]:
    if found := UNSPELLED.search(address):
        yield f"{name} holds {found[0]!r}: {address[:200]!r}"
    elif not re.match(r"https?://[^/]", address):
        yield f"{name} is none of the web: {address[:200]!r}"


def _strange(addresses: Sequence[str], broken: Mutant, door: Door) -> list[str]:
    """The addresses of which a part stands neither on the page nor in its own address, nor is its site's."""
    if not addresses:
        return []
    text = printed = decode(broken.body, broken.content_type)[0]
    known = [broken.case.url]
    for source in door.sources.values():
        known += [source.template, *source.allowed_domains]
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    for _ in range(3):
        text = html.unescape(text)
    stands = _plain(" ".join((printed, text, text.replace("\\", ""), text.replace("\\", "/"), *known)))
    return [
        address
        for address in addresses
        if not all(_plain(part) in stands for part in re.split(r"[/?#&=:@]+", address) if part)
    ]


def _plain(text: str) -> str:
    """A text or a part of an address without what is spelled in more than one way."""
    for _ in range(2):
        text = unquote(text, errors="replace")
    return re.sub(r"[\W_]+", "", text).lower()


def _memory(*, reset: bool = False) -> float:
    """Megabytes that the process holds now (``reset``) or held at most since then."""
    with contextlib.suppress(OSError):
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        status = Path("/proc/self/status").read_text()
        return int(re.findall(r"VmRSS:\s*(\d+)" if reset else r"VmHWM:\s*(\d+)", status)[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class TooLong(BaseException):
    """A mutant was not read within `PATIENCE`."""


def _chunk(first: int, count: int, seed: int) -> None:
    """Read mutants one after another and print a line of JSON for each, as soon as it is read."""

    def late(*_: object) -> None:
        raise TooLong

    door = Door()
    signal.signal(signal.SIGPROF, late)
    gc.freeze()
    for broken in mutants(count, first, seed=seed):
        print(json.dumps([broken.number, broken.kind, broken.name]), flush=True)
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        try:
            verdict = judge(door, broken)
        except TooLong as error:
            at = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
            verdict = Verdict(
                broken.number, broken.kind, broken.name, "endless", PATIENCE, 0, [f"endless: {' '.join(at[-3:])}"]
            )
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps(verdict), flush=True)


def _read(first: int, count: int, seed: int) -> Iterator[Verdict]:
    """The verdicts on mutants that a process of its own reads; one that dies is named, and the next ones are read by another."""
    while count:
        words = [
            sys.executable,
            "-m",
            "benchmarks.mutants",
            "--chunk",
            f"--first={first}",
            f"--count={count}",
            f"--seed={seed}",
        ]
        begun: list[Any] = []
        with subprocess.Popen(words, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            for line in process.stdout:
                begun = json.loads(line)
                if len(begun) == len(Verdict._fields):
                    yield Verdict(*begun)
                    first, count, begun = first + 1, count - 1, []
        if count and not begun:
            sys.exit(f"no mutant was read: the process ended with {process.returncode}")
        if count:
            number, kind, name = begun
            yield Verdict(number, kind, name, "death", 0, 0, [f"the process died of {process.returncode}"])
            first, count = first + 1, count - 1


def table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """A line for each kind: how many, what became of them, the worst cost, how many failed; then the refusals by their reason."""
    yield f"{'kind':18}{'tried':>7}{'articles':>10}{'lists':>7}{'refused':>9}{'CPU ms':>9}{'MB':>6}{'failed':>8}"
    kinds: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        kinds.setdefault(verdict.kind, []).append(verdict)
    for kind, of in [*sorted(kinds.items()), ("all", list(verdicts))]:
        outcomes = Counter(verdict.outcome for verdict in of)
        read = outcomes["article"] + outcomes["links"]
        yield (
            f"{kind:18}{len(of):>7}{outcomes['article']:>10}{outcomes['links']:>7}{len(of) - read:>9}"
            f"{1e3 * max(v.cpu for v in of):>9.0f}{max(v.memory for v in of):>6.0f}{sum(bool(v.faults) for v in of):>8}"
        )
    yield ""
    for outcome, times in Counter(v.outcome for v in verdicts if v.outcome not in ("article", "links")).most_common():
        yield f"{times:>7} {outcome}"


def main() -> int:
    """The exit code: 1 when a mutant failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="how many (default: 20000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one (default: 0)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"other mutants (default: {SEED})")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="write the mutant of the number --first there, and read none"
    )
    parser.add_argument("--chunk", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        broken = mutant(given.first, seed=given.seed)
        given.write.write_bytes(broken.body)
        print(f"{broken.name} ({broken.kind}) as {broken.content_type!r} of {broken.case.url}")
        return 0
    if given.chunk:
        _chunk(given.first, given.count, given.seed)
        return 0
    verdicts: list[Verdict] = []

    def read(first: int) -> None:
        for verdict in _read(first, min(CHUNK, given.first + given.count - first), given.seed):
            verdicts.append(verdict)
            for fault in verdict.faults:
                print(f"\r#{verdict.number} {verdict.kind}, {verdict.name}: {fault}")
            if not len(verdicts) % 100:
                print(f"\r{len(verdicts):,} of {given.count:,}", end="", file=sys.stderr, flush=True)

    with ThreadPoolExecutor(given.jobs) as pool:
        list(pool.map(read, range(given.first, given.first + given.count, CHUNK)))
    print("\n" + "\n".join(table(verdicts)))
    failed = sorted(verdict.number for verdict in verdicts if verdict.faults)
    if failed:
        print(
            f"{len(failed)} failed; one again: python -m benchmarks.mutants --seed {given.seed} --count 1 --first {failed[0]} [--write FILE]"
        )
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
