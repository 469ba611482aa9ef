"""`scrapy articles`: the newest articles of the archive, as a person would read them."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.terminal import show, wrap
from newscrawl.items import Article
from newscrawl.storage import Store, StoreError
from newscrawl.text.dates import SEOUL


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[--limit N]"

    def short_desc(self) -> str:
        return "Print the newest articles of the archive"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=int, default=3, metavar="N", help="how many (default: 3)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            store = Store(self.settings["NEWSCRAWL_DATABASE_URL"])
        except StoreError as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        show(printed(article) + "\n" for article in store.articles(limit=opts.limit))
        store.close()


def printed(article: Article) -> str:
    """An article for a terminal of 100 columns, in which a Hangul syllable takes two."""
    when = f"{article.published_at.astimezone(SEOUL):%Y-%m-%d %H:%M}" if article.published_at else "undated"
    names = ", ".join(" ".join(filter(None, (a.name, a.role, a.email))) for a in article.authors)
    parts = [
        "─" * 100,
        wrap(article.title),
        " · ".join(filter(None, (article.publisher, article.section, when, names))),
        article.url,
    ]
    if article.subtitle:
        parts += ["", "\n".join("  " + line for line in article.subtitle.splitlines())]
    parts += ["", "\n\n".join(wrap(paragraph) for paragraph in article.body.split("\n\n"))]
    parts += [f"[image] {image.caption or image.url}" for image in article.images]
    return "\n".join(parts)
