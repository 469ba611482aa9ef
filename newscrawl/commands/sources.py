"""`scrapy sources`: which sources there are, on the terminal and in docs/sources.md."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from scrapy.commands import ScrapyCommand

from newscrawl.bases.source import Source, load_sources
from newscrawl.cases import Case, CaseError, load
from newscrawl.commands.running import CASES, CannotStart

HEAD = """<!-- written by `scrapy sources --write`; `make check` compares it -->

# Sources

A channel is where a source announces its articles; a layout is one template of its article pages. *Pages* says how many
recorded pages prove them and whether they were saved from the site or invented after its markup, with the newest date
at which that markup was seen.

"""


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
            print(f"{len(sources)} sources written to {opts.write}")
            return
        for name, source in sources.items():
            print(f"{name:<14} {source.publisher or 'portal':<8}\t{', '.join(channels(source))}")


def channels(source: type[Source]) -> list[str]:
    """How many channels of each kind a source has."""
    return [f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in Counter(c.kind for c in source.discovery).items()]


def markdown(sources: dict[str, type[Source]], cases: list[Case]) -> str:
    """The table of sources as a Markdown page."""
    lines = ["| source | publisher | channels | layouts | pages | markup seen |", "|---|---|---|---|---|---|"]
    for name, source in sources.items():
        own = [case for case in cases if case.source == name]
        made = ", ".join(f"{n} {made}" for made, n in sorted(Counter(case.made for case in own).items()))
        seen = max((case.seen for case in own if case.seen), default="–")
        lines.append(
            f"| `{name}` | {source.publisher or 'portal'} | {', '.join(channels(source))} | {len(source.pages) or 'generic'} | {made or 'none'} | {seen} |"
        )
    return HEAD + "\n".join(lines) + "\n"
