"""The papers on ND Soft's CMS: hundreds of trade and regional papers with one template."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage
from newscrawl.urls import ND_SOFT


class NdSoft(Source):
    """A paper whose articles are at ``/news/articleView.html?idxno=N`` (seen 2026-08). To add one:

    1. ``name`` and ``publisher`` as for every `Source`.
    2. ``home``: the address of its front page, without a slash at the end.

    The domain, the list and the feed of all articles and the template follow from these. Where more is known:

    3. ``lists``: its sections as {printed name: code}; the code is ``sc_section_code`` in the address of a list (S1N2).
    4. ``feeds``: the same for the feeds of sections (``/rss/S1N2.xml``).
    """

    home: ClassVar[str]
    lists: ClassVar[dict[str, str]] = {}
    feeds: ClassVar[dict[str, str]] = {}
    pages: ClassVar[tuple[ArticlePage, ...]] = (
        ArticlePage(
            body="#article-view-content-div",
            title=".article-view-header .heading, .article-head-title",
            subtitle=".subheading, .article-head-sub",
            # Skins name the reporter in different places; `infomation` is the CMS's own spelling.
            authors=".writer .name, .view-editors .names, .user-info .name, .info-group .info-name, "
            ".info-group .infomation li:has(.icon-user-o), .writer .email, .view-editors .user-email, .user-info .email",
            drop=".ad-template, .info-options2, .reveal, .writer, .view-editors, .view-copyright, .article-copy, "
            ".article-copyright, .relation, .tag-group",
        ),
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        host = re.sub(r"^https?://(?:www\.|m\.)?", "", cls.home)
        cls.allowed_domains = [host]
        cls.article_url = rf"//(?:www\.|m\.)?{re.escape(host)}{ND_SOFT}"
        cls.template = f"{cls.home}/news/articleView.html?idxno={{}}"
        sections: list[tuple[str | None, str]] = [*cls.lists.items()] or [(None, "")]
        listing = f"{cls.home}/news/articleList.html?{{}}view_type=sm&page={{{{page}}}}"
        cls.discovery = (
            *(
                Listing(
                    section=section, url=listing.format(code and f"sc_section_code={code}&"), region="#section-list"
                )
                for section, code in sections
            ),
            *(Feed(section=section, url=f"{cls.home}/rss/{code}.xml") for section, code in cls.feeds.items()),
            Feed(url=f"{cls.home}/rss/allArticle.xml"),
        )
