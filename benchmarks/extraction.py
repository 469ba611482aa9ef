"""Extraction alone, page by page in turn with trafilatura, and what each cost."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import trafilatura

from benchmarks import site
from newscrawl.loaders import read
from newscrawl.spiders.publishers.mk import Mk

FACTS = Mk.facts()
READERS: dict[str, Callable[[str, str], str | None]] = {
    "layout": lambda text, url: read(text, url, FACTS).body,
    "generic": lambda text, url: read(text, url, FACTS, generic=True).body,
    "trafilatura": lambda text, url: getattr(
        trafilatura.bare_extraction(text, url=url, with_metadata=True), "text", None
    ),
}


def measure(articles: int) -> dict[str, float]:
    """CPU seconds of each reader for this many pages; a page whose text a reader misses ends the process."""
    spent = dict.fromkeys(READERS, 0.0)
    # The first page is read twice: caches and late imports are nobody's work on a page.
    for number in (0, *range(articles)):
        text, url, last = site.article(number), site.article_url(number), site.body(number)[-1]
        for name, reader in READERS.items():
            started = time.process_time()
            found = reader(text, url)
            spent[name] += time.process_time() - started
            if last not in (found or ""):
                sys.exit(f"{name} lost the text of {url}")
        if not number:
            spent = dict.fromkeys(READERS, 0.0)
    return spent


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
