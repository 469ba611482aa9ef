"""`scrapy doctor`: ask the sites themselves what is wrong, and say what to mend."""

from __future__ import annotations

import argparse
import contextlib
import json
from pathlib import Path

from scrapy.commands import BaseRunSpiderCommand

from newscrawl.bases.source import load_sources
from newscrawl.channels import WORDS
from newscrawl.commands.crawling import Crawling
from newscrawl.commands.running import CannotStart, known, options, quiet
from newscrawl.commands.runs import minute
from newscrawl.commands.terminal import aligned, show, wide
from newscrawl.diagnosis import Answered, Examination, Findings, faults

JOBS = 12
HEAD = 44  # terminal columns of a field's value
DATABASE = {
    "ITEM_PIPELINES": ("newscrawl.pipelines.Archive",),
    "EXTENSIONS": ("newscrawl.extensions.Runs",),
    "SPIDER_MIDDLEWARES": ("newscrawl.middlewares.Announcements",),
    "DOWNLOADER_MIDDLEWARES": ("newscrawl.middlewares.Attempts",),
}
"""The components of a crawl that use the database, by the setting that names them."""


class Command(BaseRunSpiderCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[NAME ...] [--all] [--save DIR] [--json]"

    def short_desc(self) -> str:
        return "Ask the sites what is wrong with a source, and say what to mend"

    def long_desc(self) -> str:
        return (
            "Ask each source named (all, without a name) for two of its channels and three articles, five requests beside robots.txt, and "
            "print what came, by which rung each field was read, and which attribute in which file to mend. Nothing is stored. --save "
            "keeps the pages, for `scrapy record --file`. Exit code: 0 all is well; 2 something is to be mended; 3 a source gave no "
            "article; 1 could not start."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--all", action="store_true", help="ask every channel, not two of them")
        parser.add_argument("--save", type=Path, metavar="DIR", help="keep what came in this folder")
        parser.add_argument("--json", action="store_true", help="one JSON object a source")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        options(super().process_options, args, opts)
        assert self.settings is not None
        quiet(self.settings)
        self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")
        for setting, components in DATABASE.items():
            others = dict(self.settings.getdict(setting))
            self.settings.set(setting, others | dict.fromkeys(components), priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None and self.crawler_process
        sources = load_sources(self.settings)
        try:
            chosen = [known(sources, name) for name in args] or list(sources.values())
        except CannotStart as reason:
            self.exitcode = reason.tell()
            return
        crawlers = []
        for source in chosen:
            kind = type(source.name, (Examination,), {"source": source, "everything": opts.all, "save": opts.save})
            crawlers.append(self.crawler_process.create_crawler(kind))
        crawling = Crawling(self.crawler_process, crawlers, {}, JOBS)
        crawling.run()
        found = [crawler.spider.findings for crawler in crawlers if isinstance(crawler.spider, Examination)]
        codes = [3 if not findings.read else 2 if faults(findings) else 0 for findings in found]
        self.exitcode = max(codes, default=1)
        with contextlib.suppress(SystemExit):  # the verdict counts, whoever reads on
            show(
                json.dumps(as_json(findings), ensure_ascii=False) if opts.json else printed(findings)
                for findings in found
            )
        crawling.end(self.exitcode)


def printed(findings: Findings) -> str:
    """An examination for a terminal of 100 columns."""
    wrong = faults(findings)
    lines = [f"── {findings.source.name} " + "─" * (96 - len(findings.source.name)), f"robots.txt: {findings.robots}"]
    rows: list[tuple[str, ...]] = [("channel", "answer", "type", "links", "newest")]
    rows += [
        (
            a.channel.name,
            str(a.status or "none"),
            a.type.partition(";")[0] or "–",
            str(len(a.links)),
            minute(a.newest) if a.newest else "–",
        )
        for a in findings.channels
    ]
    lines.append(aligned(rows))
    if findings.unasked:
        lines.append(f"not asked (--all asks them): {', '.join(findings.unasked)}")
    for shown in findings.articles:
        lines += ["", shown.url]
        if shown.article is None:
            lines.append(f"  {shown.sentence}")
            continue
        values = shown.article.as_dict()
        names = ("title", "subtitle", "authors", "published_at", "modified_at", "section", "publisher", "body")
        fields: list[tuple[str, ...]] = [
            (f"  {name}", head(values[name]), shown.article.extraction.get(name, "–")) for name in names
        ]
        lines.append(aligned(fields))
        if shown.file:
            lines.append(f"  scrapy record --url {shown.url} --file {shown.file} NAME")
    lines.append("")
    lines += [f"✗ {sentence}" for sentence in wrong] or ["✓ nothing is to be mended"]
    return "\n".join([*lines, ""])


def head(value: object) -> str:
    """The beginning of a value, in so many columns."""
    if isinstance(value, list):
        value = ", ".join(str(part.get("name") if isinstance(part, dict) else part) for part in value)
    text = " ".join(str(value or "–").split())
    while wide(text) > HEAD:
        text = text[: len(text) - 2].rstrip("…") + "…"
    return text


def as_json(findings: Findings) -> dict[str, object]:
    """An examination as JSON values."""
    return dict(
        source=findings.source.name,
        robots=findings.robots,
        channels=[channel_as_json(answered) for answered in findings.channels],
        unasked=findings.unasked,
        articles=[
            dict(url=shown.url, article=shown.article and shown.article.as_dict(), trouble=shown.sentence or None)
            for shown in findings.articles
        ],
        faults=faults(findings),
    )


def channel_as_json(answered: Answered) -> dict[str, object]:
    """A channel's answer as JSON values."""
    return dict(
        channel=answered.channel.name,
        url=answered.url,
        status=answered.status,
        type=answered.type,
        links=len(answered.links),
        newest=answered.newest and answered.newest.isoformat(),
        trouble=WORDS.get(answered.trouble, answered.trouble) or None,
    )
