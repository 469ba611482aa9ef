"""The papers on ND Soft's CMS: hundreds of trade and regional papers with one template."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class NdSoft(Source):
    """A paper whose articles are at ``/news/articleView.html?idxno=N`` (seen 2026-08). To add one:

    1. ``name``, ``publisher`` and ``allowed_domains`` as for every `Source`.
    2. ``home``: the address of its front page, without a slash at the end.
    3. ``lists``: its sections as {printed name: code}; the code is ``sc_section_code`` in the address of a list (S1N2).

    Lists, the feed of all articles and the template follow from these.
    """

    home: ClassVar[str]
    lists: ClassVar[dict[str, str]] = {}
    pages: ClassVar[tuple[ArticlePage, ...]] = (
        ArticlePage(
            body="#article-view-content-div",
            title=".article-view-header .heading, .article-head-title",
            subtitle=".subheading, .article-head-sub",
            authors="article.writer .name, .view-editors .names, .user-info .name, .info-group .writer .name, .info-group li.info-name",
            published="meta[property='article:published_time']::attr(content), .info-group .infomation li:has(.icon-clock-o)",
            drop=".ad-template, .info-options2, .reveal, .view-editors, .view-copyright, .article-copy, .article-copyright, .subheading",
            caption=".figcaption, figcaption",
        ),
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        host = re.escape(cls.home.split("//")[1].removeprefix("www."))
        cls.article_url = rf"//(?:www\.|m\.)?{host}/news/articleView(?:Amp)?\.html\?(?:.*&)?idxno=(?P<id>\d+)"
        listing = f"{cls.home}/news/articleList.html?sc_section_code={{code}}&view_type=sm&page={{{{page}}}}"
        cls.discovery = (
            *(
                Listing(section=section, url=listing.format(code=code), region="#section-list")
                for section, code in cls.lists.items()
            ),
            Feed(url=f"{cls.home}/rss/allArticle.xml"),
        )
