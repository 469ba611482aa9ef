"""Every source of the project, by its name and by the addresses of its pages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.assembly import site_of
from newscrawl.urls import Sites

if TYPE_CHECKING:
    from newscrawl.bases.source import Source


def load_sources(settings: BaseSettings) -> dict[str, type[Source]]:
    """Every source of the project by name, through Scrapy's spider loader."""
    from newscrawl.bases.source import Source

    loader = get_spider_loader(settings)
    classes = (loader.load(name) for name in sorted(loader.list()))
    return {spider.name: spider for spider in classes if issubclass(spider, Source)}


def sites_of(sources: dict[str, type[Source]]) -> Sites:
    """How all these sources name their pages."""
    return _sites(tuple(sources.values()))


@lru_cache(maxsize=4)  # asked for with every page that is read by hand
def _sites(sources: tuple[type[Source], ...]) -> Sites:
    return Sites(filter(None, map(site_of, sources)))


def is_off_topic(url: str, sources: dict[str, type[Source]], sites: Sites) -> bool:
    """Whether an article's address says that it is no economic news, by the rule of the site it is on."""
    site = sites.article(url)
    rule = sources[site.name].off_topic if site else ""
    return bool(rule) and re.search(rule, url) is not None
