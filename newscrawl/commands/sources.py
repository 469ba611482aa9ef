"""`scrapy sources`: which sources there are, on the terminal and in docs/sources.md."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from scrapy.commands import ScrapyCommand

from newscrawl.bases.source import Source, load_sources
from newscrawl.cases import Case, CaseError, load
from newscrawl.commands.running import CASES, CannotStart
from newscrawl.commands.terminal import aligned, show

HEAD = """<!-- written by `scrapy sources --write`; `make check` compares it -->

# Sources

A channel is where a source announces its articles; a layout is one template of its article pages. *Pages* says how many
recorded pages prove them and whether they were saved from the site or invented after its markup, *markup seen* the newest
date at which that markup was seen by somebody. *robots.txt* is what was known of it then; what counts is what it says when
you crawl.

"""

NOT_COVERED = {
    "아시아투데이 (asiatoday.co.kr)": "no list, feed or template is known beyond guesses (2026-11)",
    "인베스트조선 (investchosun.com)": "no feed, and whether it is on ND Soft's CMS is unsure (2026-08)",
    "더벨 (thebell.co.kr)": "its terms forbid automated collection without a contract, and most of it is paid (2026-10)",
    "한국금융신문 (fntimes.com)": "neither a feed nor a list nor a template is known (2026-11)",
    "데일리안 (dailian.co.kr)": "the addresses tried as feeds answer with web pages; of its template only the body is known (2026)",
}
"""Papers that people ask for, and why there is no source for them."""


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[--write FILE]"

    def short_desc(self) -> str:
        return "List the sources"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--write", metavar="FILE", type=Path, help="write the table as Markdown, e.g. to docs/sources.md"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        sources = load_sources(self.settings)
        try:
            cases = load(CASES)
        except CaseError as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        if opts.write:
            opts.write.write_text(markdown(sources, cases), encoding="utf-8")
            show([f"{len(sources)} sources written to {opts.write}"])
            return
        rows = [row(name, source, cases) for name, source in sources.items()]
        show([aligned([COLUMNS, *rows])])


COLUMNS = ("source", "publisher", "channels", "layouts", "pages", "markup seen", "robots.txt")


def row(name: str, source: type[Source], cases: list[Case]) -> tuple[str, ...]:
    """One source's line of the table."""
    own = [case for case in cases if case.source == name]
    made = ", ".join(f"{n} {made}" for made, n in sorted(Counter(case.made for case in own).items()))
    seen = max((case.seen for case in own if case.seen), default="–")
    layouts = str(len(source.pages) or ("generic" if not source.space else "another's"))
    return (name, source.publisher or "portal", channels(source), layouts, made or "none", seen, source.robots)


def channels(source: type[Source]) -> str:
    """How many channels of each kind a source has."""
    kinds = Counter(channel.kind for channel in source.discovery)
    return ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in kinds.items())


def markdown(sources: dict[str, type[Source]], cases: list[Case]) -> str:
    """The sources, where they announce articles and what proves them, as a Markdown page."""
    table = [COLUMNS, ("---",) * len(COLUMNS)]
    table += [(f"`{name}`", *row(name, source, cases)[1:]) for name, source in sources.items()]
    lines = [f"| {' | '.join(line)} |" for line in table]
    lines += ["", "## Not covered, and why", "", *(f"* **{name}**: {why}." for name, why in NOT_COVERED.items())]
    lines += ["", "## Channels and evidence"]
    for name, source in sources.items():
        lines += ["", f"### `{name}`", ""]
        lines += [
            f"* {channel.kind} {channel.section or 'of the whole paper'}: `{channel.url}`"
            for channel in source.discovery
        ]
        lines += [f"* layout: `{page.body}`" for page in source.pages]
        proofs = sorted((c for c in cases if c.source == name and c.kind == "article"), key=lambda c: c.seen or "")
        lines += [f"* {c.name} ({c.made}, seen {c.seen or 'unknown'}): {c.evidence}" for c in reversed(proofs)]
    return HEAD + "\n".join(lines) + "\n"
