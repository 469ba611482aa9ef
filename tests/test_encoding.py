"""The same page in every encoding and under every label reads the same."""

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl import reading
from newscrawl.bases.source import load_sources

SOURCES = load_sources(get_project_settings())
URL = "https://www.mk.co.kr/news/economy/12201431"
PAGE = """<!DOCTYPE html><html><head>{meta}<title>韓銀, 똠얌 지수 -0.88%↓ - 매일경제</title>
<meta property="og:title" content="韓銀, 똠얌 지수 -0.88%↓ - 매일경제"><meta property="article:published_time" content="2026-11-20T10:30:00+09:00"></head>
<body><div class="news_ttl_sec"><h2 class="news_ttl">韓銀, 똠얌 지수 -0.88%↓</h2></div><div class="news_cnt_detail_wrap" itemprop="articleBody">
<p>‘똠얌 지수’가 0.88% 내린 2,641.30으로 마감했다. 「금융」 ㈜펲시는 ▼5bp다.</p><p>美 국채는 햏 ~ 3.2%였다.</p></div></body></html>"""
META = '<meta charset="{}">'


def variant(encoding: str, label: str | None) -> bytes:
    """The page in an encoding, its meta tag telling a label."""
    return PAGE.format(meta=META.format(label) if label else "").encode(encoding)


RIGHT = reading.article(variant("utf-8", "utf-8"), URL, SOURCES, content_type="text/html; charset=utf-8").as_dict()


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize("meta", ["utf-8", "euc-kr", "cp949", "iso-8859-1", "no-such-codec", None])
@pytest.mark.parametrize("header", ["utf-8", "euc-kr", "EUC-KR", "ks_c_5601-1987", "iso-8859-1", None])
def test_bytes_are_believed_before_labels(encoding: str, meta: str | None, header: str | None) -> None:
    content_type = f"text/html; charset={header}" if header else None
    got = reading.article(variant(encoding, meta), URL, SOURCES, content_type=content_type).as_dict()
    assert got == RIGHT
    assert got["body"].startswith("‘똠얌 지수’가 0.88% 내린 2,641.30으로")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert reading.article(variant(encoding, "euc-kr"), URL, SOURCES).as_dict() == RIGHT


def test_a_page_cut_in_the_middle_of_a_letter_loses_that_letter_only() -> None:
    page = variant("cp949", None)
    position = page.index("마감".encode("cp949"))
    got = reading.article(
        page[: position + 1] + page[position + 2 :], URL, SOURCES, content_type="text/html; charset=utf-8"
    )
    assert got.title == RIGHT["title"]
    assert "0.88% 내린 2,641.30" in got.body
