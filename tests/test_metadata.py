"""What a page's data says of its article is read in whatever shape it has, and only where it is the page's own."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from newscrawl.assembly import Facts
from newscrawl.items import Article
from newscrawl.loaders import NotAnArticle, read

URL = "https://www.example.kr/news/1234"
TITLE = "기준금리 동결…환율 지켜본다"
TEXT = [
    "한국은행이 기준금리를 연 2.50%로 동결했다고 20일 밝혔다. 물가와 환율을 함께 보겠다는 뜻으로 풀이된다.",
    "이날 코스피는 전 거래일보다 12.45포인트(0.88%) 내린 2,641.30에 거래를 마쳤다. 외국인은 3,210억원을 순매도했다.",
]
NODE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2026-11-20T09:30:00+09:00",
    "author": {"@type": "Person", "name": "하도경"},
}
OTHER = NODE | {
    "headline": "반도체 수출 석 달째 늘어",
    "datePublished": "2026-11-19T07:00:00+09:00",
    "author": "마서윤",
}


class Stats(Counter[str]):
    def inc_value(self, name: str) -> None:
        self[name] += 1


def ld(node: Any, kind: str = "application/ld+json") -> str:
    text = node if isinstance(node, str) else json.dumps(node, ensure_ascii=False)
    return f'<script type="{kind}">{text}</script>'


def meta(**contents: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{text}">' for name, text in contents.items())


def page(head: str, *, title: str = TITLE, h1: str = TITLE, text: list[str] | None = None, base: str = "") -> str:
    heading = f"<h1>{h1}</h1>" if h1 else ""
    told = "".join(f"<p>{line}</p>" for line in (TEXT if text is None else text))
    return f"<html><head>{base}<title>{title}</title>{head}</head><body><header><a href='/'>홈</a></header><article>{heading}<div class=view>{told}</div></article></body></html>"


def got(html: str, *, url: str = URL, stats: Stats | None = None, facts: Facts | None = None) -> Article:
    return read(html, url, facts or Facts(source="example", portal=True), stats=stats)


def said(article: Article) -> dict[str, Any]:
    """The fields that a page's data gives, in short."""
    values = article.as_dict()
    return {
        "title": article.title,
        "at": (values["published_at"] or "")[:16] or None,
        "by": [author.name for author in article.authors],
        "section": article.section,
        "premium": article.premium,
        "rung": article.extraction.get("title"),
    }


SAID = {"title": TITLE, "at": "2026-11-20T09:30", "by": ["하도경"]}
TEXT_OF = json.dumps(NODE, ensure_ascii=False)
JOINED = ', "datePublished"'

# JSON-LD in a shape, and what it says otherwise than SAID. What the reports behind them are of: extruct 45, 84, 109, 137, 143, 175;
# trafilatura 296; article-extractor 378, 400; hypothesis 7968; wiki-seo 29; fundus 124 (2014-2024).
SHAPES: list[tuple[str, str, dict[str, Any]]] = [
    ("capitals and a parameter", ld(NODE, "Application/LD+JSON; charset=utf-8"), {}),
    ("a type's address", ld(NODE | {"@type": "http://schema.org/NewsArticle"}), {}),
    ("a type with a prefix", ld(NODE | {"@type": "schema:ReportageNewsArticle"}), {}),
    ("several types", ld(NODE | {"@type": ["WebPage", ["NewsArticle"]]}), {}),
    ("a type in small letters", ld(NODE | {"@type": "newsarticle"}), {}),
    ("a live blog", ld(NODE | {"@type": "LiveBlogPosting", "liveBlogUpdate": [OTHER]}), {}),
    ("schema.org's aliases", ld({("type" if k == "@type" else k): v for k, v in NODE.items()}), {}),
    ("prefixed keys", ld({(k if k[0] == "@" else f"schema:{k}"): v for k, v in NODE.items()}), {}),
    ("keys that are addresses", ld({(k if k[0] == "@" else f"http://schema.org/{k}"): [{"@value": v}] for k, v in NODE.items() if isinstance(v, str)}), {"by": []}),
    ("a graph", ld({"@graph": [{"@type": "WebPage"}, NODE]}), {}),
    ("a graph that is an object", ld({"@graph": NODE}), {}),
    ("a graph that is a number", ld({"@graph": 1}) + ld(NODE), {}),
    ("graphs in lists in graphs", ld([[{"@graph": [[{"@graph": NODE}]]}]]), {}),
    ("mainEntity", ld({"@type": "WebPage", "mainEntity": NODE}), {}),
    ("mainEntity in a list", ld({"@type": "WebPage", "mainEntity": [NODE]}), {}),
    ("mainEntityOfPage", ld({"@type": "WebPage", "mainEntityOfPage": NODE}), {}),
    ("mainEntityOfPage that is true", ld(NODE | {"mainEntityOfPage": True}), {}),
    ("behind a list of others", ld([{"@type": "ItemList", "itemListElement": [{"item": OTHER}]}, NODE]), {}),
    ("behind a video", ld({"@type": "VideoObject", "name": "영상", "datePublished": "2020-01-01T00:00:00+09:00"}) + ld(NODE), {}),
    ("behind a comment of the page", f"<!-- {ld(OTHER)} -->" + ld(NODE), {}),
    ("numbers and nothing", ld(NODE | {"@id": 7, "url": None, "image": 3, "articleSection": None, "hasPart": "x"}), {}),
    ("a semicolon", ld(TEXT_OF + ";"), {}),
    ("trailing commas", ld(TEXT_OF[:-1] + ", \n}"), {}),
    ("comments", ld("/* 기사 */ " + TEXT_OF.replace(JOINED, ', // "제목"\n "datePublished"')), {}),
    ("an HTML comment", ld(f"<!-- {TEXT_OF} -->"), {}),
    ("a comment before", ld(f"<!-- 기사 정보 -->\n{TEXT_OF}"), {}),
    ("CDATA", ld(f"//<![CDATA[\n{TEXT_OF}\n//]]>"), {}),
    ("CDATA in comments", ld(f"/* <![CDATA[ */\n{TEXT_OF};\n/* ]]> */"), {}),
    ("CDATA escaped at its end", ld(f"// <![CDATA[\n{TEXT_OF}\n// ]]&gt;"), {}),
    ("several objects", ld('{"@type": "WebSite"}\n' + TEXT_OF), {}),
    ("several objects with commas", ld('{"@type": "WebSite"},' + TEXT_OF + ","), {}),
    ("a byte order mark", ld("\ufeff" + TEXT_OF), {}),
    ("line ends in a string", ld(TEXT_OF.replace("동결…", "동결…\r\n")), {"title": "기준금리 동결… 환율 지켜본다"}),
    ("tabs and controls in a string", ld(TEXT_OF.replace("동결…", "동\x0b결…\t")), {"title": "기준금리 동 결… 환율 지켜본다"}),
    ("an escape that is none", ld(TEXT_OF.replace("동결…", "\\'동결\\'…")), {"title": "기준금리 '동결'…환율 지켜본다"}),
    ("bare quotation marks", ld(TEXT_OF.replace("동결…", '"동결"…')), {"title": '기준금리 "동결"…환율 지켜본다'}),
    ("a bare quotation mark at the end", ld(TEXT_OF.replace("지켜본다", '"지켜본다"')), {"title": '기준금리 동결…환율 "지켜본다"'}),
    ("bare quotation marks, an odd number", ld(TEXT_OF.replace("동결…", '"동결"…').replace("지켜본다", '지켜본다"')), {"title": '기준금리 "동결"…환율 지켜본다"'}),
    ("a second object that is cut", ld(TEXT_OF + ', {"@type": "NewsArticle", "headline": "반도체 수'), {}),
    ("bare quotation marks and a comma", ld(TEXT_OF.replace("기준금리 동결…", '"기준금리", "동결"…')), {"title": '"기준금리", "동결"…환율 지켜본다'}),
    ("a forgotten comma", ld(TEXT_OF.replace(JOINED, ' "datePublished"')), {}),
    ("a forgotten value", ld(TEXT_OF[:-1] + ', "image": {"width": , "height": }}'), {}),
    ("single quotation marks", ld(TEXT_OF.replace('"', "'")), {}),
    ("JSON escaped for HTML", ld(TEXT_OF.replace('"', "&quot;")), {}),
    ("half an emoji: the title is taken from another place", ld(TEXT_OF.replace("동결…", "동결\\ud83d…")), {}),
    ("markup in a headline", ld(NODE | {"headline": "<b class='x'>기준금리</b> 동결…환율 지켜본다"}), {}),
    ("markup with bare quotation marks", ld(TEXT_OF.replace("기준금리", '<b class="x">기준금리</b>')), {}),
    ("a number of 5,000 digits", ld(TEXT_OF[:-1] + f', "wordCount": {"1" * 5000}}}'), {}),
    ("100,000 lists", ld("[" * 100_000) + ld(NODE), {}),
    ("a list 100,000 deep in the object", ld(TEXT_OF[:-1] + f', "x": {"[" * 100_000}{"]" * 100_000}}}') + ld(NODE), {}),
    ("nothing", ld("") + ld("null") + ld("undefined") + ld(NODE), {}),
    ("a headline in languages", ld(NODE | {"headline": [{"@language": "en", "@value": "Rate on hold"}, {"@language": "ko", "@value": TITLE}]}), {}),
    ("a headline that is a list", ld(NODE | {"headline": [TITLE]}), {}),
    ("a name for a headline", ld({("name" if k == "headline" else k): v for k, v in NODE.items()}), {}),
    ("a time that is an object", ld(NODE | {"datePublished": {"@type": "DateTime", "@value": "2026-11-20T09:30:00+09:00"}}), {}),
    ("entities", ld(NODE | {"headline": "기준금리 &quot;동결&quot;&hellip;R&amp;D Q&A"}), {"title": '기준금리 "동결"…R&D Q&A'}),
    ("entities of entities", ld(NODE | {"headline": "기준금리 &amp;lt;동결&amp;gt; 지켜본다"}), {"title": "기준금리 &lt;동결&gt; 지켜본다"}),
    ("numbers of letters", ld(NODE | {"headline": "기준금리 &#39;동결&#x27; 3&#150;5% 지켜본다"}), {"title": "기준금리 '동결' 3–5% 지켜본다"}),
    ("a cut headline", ld(NODE | {"headline": "기준금리 동결…환율 지켜…"}), {"rung": "generic"}),
    ("the paper's name for a headline", ld(NODE | {"headline": "매일경제", "publisher": {"name": "매일경제"}}), {"rung": "generic"}),
    # Who wrote it.
    ("names in a list", ld(NODE | {"author": ["하도경 기자", "마서윤 기자"]}), {"by": ["하도경", "마서윤"]}),
    ("names in lists in lists", ld(NODE | {"author": [["하도경", "마서윤"]]}), {"by": ["하도경", "마서윤"]}),
    ("several names of an object", ld(NODE | {"author": {"@type": "Person", "name": ["하도경", "마서윤"]}}), {"by": ["하도경", "마서윤"]}),
    ("a person in a person's name", ld(NODE | {"author": {"name": {"@type": "Person", "name": "하도경"}}}), {}),
    ("objects and strings", ld(NODE | {"author": [{"name": "하도경"}, "마서윤", {"@type": "Person"}, None, 3]}), {"by": ["하도경", "마서윤"]}),
    ("family and given name", ld(NODE | {"author": {"@type": "Person", "familyName": "하", "givenName": "도경"}}), {}),
    ("the press and a person", ld(NODE | {"author": [{"@type": ["Organization"], "name": "매일경제"}, {"name": "하도경"}]}), {}),
    ("the press as a person", ld(NODE | {"author": {"@type": "Person", "name": "매일경제"}}), {"by": []}),
    ("an account", ld(NODE | {"author": {"@type": "Person", "name": "Super Admin"}}), {"by": []}),
    ("an address for a name", ld(NODE | {"author": {"name": "https://www.example.kr/reporter/7"}}), {"by": []}),
    ("an address in a list of names", ld(NODE | {"author": ["https://www.example.kr/reporter/7", "하도경"]}), {}),
    ("a mail and a title alone", ld(NODE | {"author": {"jobTitle": "기자", "email": "hdk@example.kr"}}), {"by": []}),
    ("a creator", ld({("creator" if k == "author" else k): v for k, v in NODE.items()}), {}),
    ("Yoast's references", ld({"@graph": [NODE | {"author": {"@id": "https://www.example.kr/#/schema/person/1f"}, "articleSection": ["금융"], "url": None}, {"@type": "WebPage", "@id": URL}, {"@type": "Person", "@id": "https://www.example.kr/#/schema/person/1f", "name": "하도경"}]}), {"section": "금융"}),
    ("a reference to itself", ld(NODE | {"author": {"@id": "#a"}}) + ld({"@id": "#a", "name": {"@id": "#a"}}), {"by": []}),
    # Where it belongs.
    ("sections in a list", ld(NODE | {"articleSection": ["뉴스", "금융"]}), {"section": "금융"}),
    ("crumbs", ld(NODE) + ld({"@type": "BreadcrumbList", "itemListElement": [{"position": 3, "name": TITLE}, {"position": 2, "item": {"@id": "/s", "name": "금융"}}, {"position": 1, "name": "홈"}]}), {"section": "금융"}),
    ("crumbs that tell nothing", ld(NODE) + ld({"@type": "BreadcrumbList", "itemListElement": [{"position": "1", "name": "홈"}, {"position": "2", "name": "기준금리 동결…환율"}]}), {"section": None}),
    ("crumbs of the page", ld({"@type": "WebPage", "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": {"position": 1, "name": "증권"}}, "mainEntity": NODE}), {"section": "증권"}),
    ("paid for", ld(NODE | {"isAccessibleForFree": False}), {"premium": True}),
    ("paid for, in words", ld(NODE | {"isAccessibleForFree": "http://schema.org/False"}), {"premium": True}),
    ("partly paid for", ld(NODE | {"hasPart": [{"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paid"}]}), {"premium": True}),
    ("free", ld(NODE | {"isAccessibleForFree": "True"}), {"premium": False}),
    # Whose it is.
    ("the page's address among others", ld([OTHER | {"url": "/news/9999"}, NODE | {"url": "//m.example.kr/news/1234?utm_source=x#top"}]), {}),
    ("the page's AMP twin", ld([OTHER, NODE | {"mainEntityOfPage": {"@type": "WebPage", "@id": "http://example.kr/news/1234/amp"}}]), {}),
    ("the page's headline among others", ld([OTHER, NODE]), {}),
    ("a front page for an address", ld(NODE | {"url": "https://www.example.kr/", "mainEntityOfPage": "https://www.example.kr"}), {}),
    ("a relative address", ld([OTHER | {"url": "/news/9999"}, NODE | {"url": "/news/1234"}]), {}),
    ("another's alone", ld(NODE | {"url": "https://www.example.kr/news/9999", "author": "마서윤"}), {"at": None, "by": [], "rung": "generic"}),
    ("another headline alone", ld(OTHER), {"at": None, "by": [], "rung": "generic"}),
    ("an address that is the canonical one", '<link rel="canonical" href="/view?no=777">' + ld(NODE | {"url": "https://example.kr/view?no=777"}), {}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "otherwise"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_linked_data(head: str, otherwise: dict[str, Any]) -> None:
    found = said(got(page(head)))
    assert {key: found[key] for key in SAID | otherwise} == SAID | otherwise


METAS: list[tuple[str, str, dict[str, Any]]] = [
    ("OpenGraph", meta(og__title=TITLE), {"rung": "meta"}),
    ("two titles, the first empty", meta(og__title=" ") + meta(og__title=TITLE), {"rung": "meta"}),
    ("two titles, the first the paper's", meta(og__title="매일경제") + meta(og__title=TITLE), {"rung": "meta"}),
    ("a section for a title", meta(og__title="경제 | 매일경제", twitter__title=TITLE), {"rung": "meta"}),
    ("the site's own name for a title", meta(og__title="동네경제", og__site_name="동네경제"), {"rung": "generic"}),
    ("twitter alone", f'<meta name="twitter:title" content="{TITLE}">', {"rung": "meta"}),
    ("capitals", f'<META PROPERTY="OG:TITLE" CONTENT="{TITLE}">', {"rung": "meta"}),
    ("two names in one tag", f'<meta property="og:title twitter:title" content="{TITLE}">', {"rung": "meta"}),
    ("a line end in a content", '<meta property="og:title" content="기준금리 동결…\n  환율 지켜본다">', {"title": "기준금리 동결… 환율 지켜본다", "rung": "meta"}),
    ("entities", '<meta property="og:title" content="기준금리 &amp;quot;동결&amp;quot;&amp;hellip;R&amp;amp;D">', {"title": '기준금리 "동결"…R&D'}),
    ("entities of entities", '<meta property="og:title" content="기준금리 &amp;amp;lt;동결&amp;amp;gt;…환율 지켜본다">', {"title": "기준금리 &lt;동결&gt;…환율 지켜본다"}),
    ("names without a semicolon", '<meta property="og:title" content="R&amp;D·H&amp;LT 기준금리 동결">', {"title": "R&D·H&LT 기준금리 동결"}),
    ("microdata", f'<meta itemprop="headline" content="{TITLE}"><meta itemprop="datePublished" content="2026-11-20T09:30:00+09:00">', {"rung": "meta", "at": "2026-11-20T09:30"}),
    ("RDFa", f'<meta property="schema:headline" content="{TITLE}"><meta property="http://schema.org/datePublished" content="2026-11-20T09:30:00+09:00">', {"rung": "meta", "at": "2026-11-20T09:30"}),
    ("Dublin Core", f'<meta name="DC.title" content="{TITLE}"><meta name="DCTERMS.issued" content="2026-11-20T09:30:00+09:00"><meta name="dc.creator" content="하도경">', {"rung": "meta", "at": "2026-11-20T09:30", "by": ["하도경"]}),
    ("Dublin Core's date", '<meta name="DC.date.issued" content="2026-11-20T09:30:00+09:00">', {"at": "2026-11-20T09:30"}),
    ("Parse.ly", f'<meta name="parsely-title" content="{TITLE}"><meta name="parsely-pub-date" content="2026-11-20T00:30:00Z"><meta name="parsely-author" content="하도경"><meta name="parsely-section" content="금융">', {"rung": "meta", "at": "2026-11-20T09:30", "by": ["하도경"], "section": "금융"}),
    ("Sailthru", f'<meta name="sailthru.title" content="{TITLE}"><meta name="sailthru.date" content="2026-11-20 09:30:00"><meta name="sailthru.author" content="하도경">', {"rung": "meta", "at": "2026-11-20T09:30", "by": ["하도경"]}),
    ("dable", f'<meta property="dable:title" content="{TITLE}"><meta property="dable:author" content="하도경 기자"><meta property="dable:section" content="금융">', {"rung": "meta", "by": ["하도경"], "section": "금융"}),
    ("a day before a time", meta(article__published_time="2026-11-20", date="2026-11-20T09:30:00+09:00"), {"at": "2026-11-20T09:30"}),
    ("an empty time", meta(article__published_time="") + '<meta name="pubdate" content="20261120093000">', {"at": "2026-11-20T09:30"}),
    ("a profile before a name", meta(article__author="https://www.facebook.com/example") + '<meta name="author" content="하도경 기자">', {"by": ["하도경"]}),
    ("the paper before a name", meta(dable__author="매일경제") + '<meta name="byl" content="By 하도경">', {"by": ["하도경"]}),
    ("two writers in two tags", meta(article__author="하도경") + meta(article__author="마서윤"), {"by": ["하도경", "마서윤"]}),
    ("an account", '<meta name="author" content="admin"><meta name="twitter:creator" content="@example">', {"by": []}),
    ("a brand for a title that nobody knows", meta(og__title="소식과사람들 신문고"), {"rung": "generic"}),
    ("a tier", meta(article__content_tier="locked"), {"premium": True}),
    ("behind the text", "</head><body>" + meta(og__title=TITLE), {"rung": "meta"}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), [row[1:] for row in METAS], ids=[row[0] for row in METAS])
def test_meta_tags(head: str, expected: dict[str, Any]) -> None:
    expected = {"title": TITLE, "at": None, "by": []} | expected
    found = said(got(page(head)))
    assert {key: found[key] for key in expected} == expected


ITEM = "<div itemscope itemtype='https://schema.org/{}'>{}</div>"
WRITER = "<span itemprop=author itemscope itemtype='http://schema.org/Person'><b itemprop=name>{}</b></span>"
WHEN = "<time itemprop=datePublished datetime='{}'>20일</time>"
AT = "2026-11-20T09:30:00+09:00"
MARKED: list[tuple[str, str, dict[str, Any]]] = [
    ("an article's", ITEM.format("NewsArticle", WRITER.format("하도경") + WHEN.format(AT)), {"at": AT[:16], "by": ["하도경"]}),
    ("a press", ITEM.format("NewsArticle", "<span itemprop=author itemscope itemtype='http://schema.org/Organization'>하도경</span>"), {}),
    ("a name alone", "<span itemprop='author'>하도경</span>", {"by": ["하도경"]}),
    ("two names", "<span itemprop='author'>하도경</span><span itemprop='author'>마서윤</span>", {"by": ["하도경", "마서윤"]}),
    ("a comment's", ITEM.format("Comment", WRITER.format("마서윤") + WHEN.format(AT)), {"at": AT[:16]}),
    ("several articles", "".join(ITEM.format("NewsArticle", WRITER.format(name) + "<i itemprop=dateModified>x</i>") for name in ("하도경", "마서윤")), {}),
    ("several articles, one with its text", ITEM.format("NewsArticle", WRITER.format("마서윤")) + ITEM.format("NewsArticle", WRITER.format("하도경") + "<p itemprop=articleBody></p>"), {"by": ["하도경"]}),
    ("RDFa", f"<div typeof='schema:NewsArticle' data-itemprop><b property='schema:author'>하도경</b><time property='schema:datePublished' content='{AT}'></time></div>", {"at": AT[:16], "by": ["하도경"]}),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED])
def test_marked_elements(markup: str, expected: dict[str, Any]) -> None:
    expected = {"title": TITLE, "at": None, "by": []} | expected
    found = said(got(page("").replace("<div class=view>", f"{markup}<div class=view>")))
    assert {key: found[key] for key in expected} == expected


SIGN = "하도경 기자 hdk@example.kr"
SHELL = "<div id=app></div>"
# articleBody, what else the page shows, and the paragraphs of the body with its rung.
TOLD: list[tuple[str, Any, list[str], list[str], str]] = [
    ("blank lines", "\n\n".join(TEXT), [], TEXT, "json-ld"),
    ("lines of Windows", "\r\n".join(TEXT), [], TEXT, "json-ld"),
    ("lines escaped twice", "\\n".join(TEXT), [], TEXT, "json-ld"),
    ("br", "<br/><br/>".join(TEXT), [], TEXT, "json-ld"),
    ("paragraphs", "".join(f"<p>{line}</p>" for line in TEXT), [], TEXT, "json-ld"),
    ("paragraphs escaped", "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in TEXT), [], TEXT, "json-ld"),
    ("paragraphs escaped twice", "".join(f"&amp;lt;p&amp;gt;{line}&amp;lt;/p&amp;gt;" for line in TEXT), [], TEXT, "json-ld"),
    ("bold words and lines", f"<b>{TEXT[0]}</b>\n{TEXT[1]}", [], TEXT, "json-ld"),
    ("a list", TEXT, [], TEXT, "json-ld"),
    ("an object", {"@type": "Text", "@value": "\n".join(TEXT)}, [], TEXT, "json-ld"),
    ("one blob", " ".join(TEXT), [], [" ".join(TEXT)], "json-ld"),
    ("one blob that the page shows in paragraphs", " ".join(TEXT), TEXT, TEXT, "generic"),
    ("more than the page shows", "\n".join(TEXT), ["기사를 불러오는 중입니다."], TEXT, "json-ld"),
    ("less than the page shows", TEXT[0], TEXT, TEXT, "generic"),
    ("a teaser of what the page shows", TEXT[0][:40] + "…", TEXT, TEXT, "generic"),
    ("furniture, byline and copyright", "\n".join([*TEXT, SIGN, "<저작권자 ⓒ 매일경제, 무단전재 및 재배포 금지>"]), [], TEXT, "json-ld"),
    ("a dateline", "[서울=뉴시스] 하도경 기자 = " + "\n".join(TEXT), [], TEXT, "json-ld"),
    ("entities", "기준금리 &quot;동결&quot; R&amp;D 예산은 3&middot;4분기에 &amp;lt;표&amp;gt; 만큼 늘었다고 한국은행이 밝혔다.", [], ['기준금리 "동결" R&D 예산은 3·4분기에 &lt;표&gt; 만큼 늘었다고 한국은행이 밝혔다.'], "json-ld"),
    ("signs of markup that are none", "금리가 3%<4%인 동안 R&D는 줄었다고 한국은행이 20일 밝혔다.", [], ["금리가 3%<4%인 동안 R&D는 줄었다고 한국은행이 20일 밝혔다."], "json-ld"),
    ("a table", f"<p>{TEXT[0]}</p><table><tr><td>국고채</td><td>3.21%</td></tr></table>", [], [TEXT[0], "국고채\t3.21%"], "json-ld"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "shown", "body", "rung"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_a_text_that_stands_in_the_data(told: Any, shown: list[str], body: list[str], rung: str) -> None:
    found = got(page(ld(NODE | {"articleBody": told}), text=shown or [SHELL]))
    assert (found.body.split("\n\n"), found.extraction["body"]) == (body, rung)
    assert [author.name for author in found.authors] == ["하도경"]


@pytest.mark.parametrize(
    "told", [TEXT[0][:40] + "…", TEXT[0][:40] + "...", TEXT[0][:40], TEXT[0] + " (더보기)", TITLE, " ", None, 7, {}]
)
def test_the_beginning_of_a_text_is_none(told: Any) -> None:
    with pytest.raises(NotAnArticle, match="no article text"):
        got(page(ld(NODE | {"articleBody": told}), text=[SHELL]))


def test_a_text_that_stands_in_the_data_needs_no_time() -> None:
    undated = {key: value for key, value in NODE.items() if key != "datePublished"} | {"articleBody": "\n".join(TEXT)}
    found = got(page(ld(undated), text=["기사를 불러오는 중입니다. 잠시만 기다려 주세요."]))
    assert (found.published_at, found.body.split("\n\n")) == (None, TEXT)


def test_of_a_piece_that_is_paid_for_what_is_shown_is_taken() -> None:
    whole = ld(NODE | {"articleBody": "\n".join(TEXT), "isAccessibleForFree": False})
    found = got(page(whole, text=TEXT[:1]))
    assert (found.premium, found.body) == (True, TEXT[0])
    found = got(page(whole, text=[SHELL]))
    assert (found.premium, found.body.split("\n\n")) == (True, TEXT)


def test_a_long_text_that_is_cut_is_doubtful() -> None:
    stats = Stats()
    found = got(page(ld(NODE | {"articleBody": "\n".join([*TEXT * 4, TEXT[0][:30] + "…"])}), text=[SHELL]), stats=stats)
    assert (found.extraction["doubt"], stats["doubt/body-part"]) == ("body-part", 1)


IMAGES: list[tuple[Any, list[tuple[str, str | None]]]] = [
    ("/a.jpg", [("https://www.example.kr/a.jpg", None)]),
    (["//cdn.example.kr/a.jpg", "https://cdn.example.kr/a-4x3.jpg"], [("https://cdn.example.kr/a.jpg", None)]),
    ({"@type": "ImageObject", "url": ["/a.jpg"], "width": "1200px"}, [("https://www.example.kr/a.jpg", None)]),
    ([{"url": "/s.jpg", "width": 300}, {"contentUrl": "/b.jpg", "width": {"@value": "1200"}}], [("https://www.example.kr/b.jpg", None)]),
    ([[{"url": "/a.jpg", "caption": "한은 본관"}], {"url": "/b.jpg", "caption": "금통위"}], [("https://www.example.kr/a.jpg", "한은 본관"), ("https://www.example.kr/b.jpg", "금통위")]),
    (["data:image/png;base64,AAAA", "javascript:void(0)", "", None, 3], []),
    ({"@id": "#i"}, [("https://www.example.kr/i.jpg", None)]),
    ({"width": 3}, []),
]  # fmt: skip


@pytest.mark.parametrize(("image", "found"), IMAGES)
def test_the_pictures_of_a_text_that_stands_in_the_data(image: Any, found: list[tuple[str, str | None]]) -> None:
    node = NODE | {"articleBody": "\n".join(TEXT), "image": image}
    graph = {"@graph": [node, {"@type": "ImageObject", "@id": "#i", "url": "/i.jpg"}]}
    assert [(image.url, image.caption) for image in got(page(ld(graph), text=[SHELL])).images] == found


def test_an_h1_that_the_text_is_about_is_the_headline() -> None:
    html = f"<html><head><title>소식과사람들 신문고 바로가기</title></head><body><div><h1>{TITLE}</h1></div><div><p>2026-11-20 09:30</p></div><div>{''.join(f'<p>{line}</p>' for line in TEXT)}</div></body></html>"
    assert got(html).title == TITLE


@pytest.mark.parametrize(
    ("title", "h1", "headline"),
    [
        ("매일경제", TITLE, TITLE),
        ("경제 | 매일경제", TITLE, TITLE),
        ("기준금리 동결 - 매일경제", TITLE, TITLE),
        ("코스피 2,641.30 | 증권 | 매일경제", "코스피 2,641.30 마감", "코스피 2,641.30 마감"),
        (f"{TITLE} 밝혀 | 매일경제", TITLE, TITLE),
        (f"{TITLE} | 매일경제", "", TITLE),
        ("기사 보기", TITLE, TITLE),
        ("", TITLE, TITLE),
        (f"{TITLE} | 매일경제", "<a href='/'>대한민국 으뜸 경제신문</a>", TITLE),
        (f"{TITLE} | 매일경제", "매일경제", TITLE),
    ],
)
def test_a_papers_or_a_sections_name_is_no_headline(title: str, h1: str, headline: str) -> None:
    found = got(page(meta(article__published_time="2026-11-20T09:30:00+09:00"), title=title, h1=h1))
    assert (found.title, found.subtitle) == (headline, None)


PICTURE = '<img src="photo/1.jpg" width=600>'


@pytest.mark.parametrize(
    ("base", "picture"),
    [
        ("", "https://www.example.kr/news/photo/1.jpg"),
        ('<base href="https://cdn.example.kr/2026/">', "https://cdn.example.kr/2026/photo/1.jpg"),
        ('<base target=_blank><base href="/2026/"><base href="/2025/">', "https://www.example.kr/2026/photo/1.jpg"),
        ('<base href="//cdn.example.kr/">', "https://cdn.example.kr/photo/1.jpg"),
        ('<base href="javascript:void(0)">', "https://www.example.kr/news/photo/1.jpg"),
        ('<base href="http://[">', "https://www.example.kr/news/photo/1.jpg"),
    ],
)
def test_what_pictures_are_relative_to(base: str, picture: str) -> None:
    found = got(page("", base=base, text=[*TEXT, PICTURE]))
    assert ([image.url for image in found.images], found.url) == ([picture], URL)


def test_links_are_relative_to_the_base() -> None:
    base = '<base href="https://cdn.example.kr/news/">'
    for link, original in (
        ("https://www.example.kr/news/77", None),
        ("//www.other.kr/news/77", "https://www.other.kr/news/77"),
        ("77", "https://cdn.example.kr/news/77"),
    ):
        found = got(page("", base=base, text=[*TEXT, f'<a href="{link}">기사원문</a>']))
        assert found.original_url == original
    stats = Stats()
    more = '<a href="1234?page=2">2</a>'
    got(
        page("", base='<base href="https://www.example.kr/news/">', text=[*TEXT, more]),
        url=URL + "?page=1",
        stats=stats,
    )
    assert stats["doubt/further-page"] == 1


@pytest.mark.parametrize(
    ("head", "h1", "doubts"),
    [
        (meta(og__url="/news/1234#top") + ld(NODE | {"url": URL}), TITLE, []),
        ('<link rel="canonical" href="//m.example.kr/news/1234?utm_source=x">', TITLE, []),
        ('<link rel=Canonical href="/news/1234/amp">', TITLE, []),
        ('<link rel="canonical" href="https://www.other.co.kr/news/9999">', TITLE, []),
        ('<link rel="canonical" href="/">', TITLE, ["doubt/address"]),
        ('<link rel="canonical" href="/">' + meta(og__url=URL), TITLE, []),
        ('<link rel="canonical" href="/news/9999">' + meta(og__url=URL), TITLE, ["doubt/address"]),
        (ld(NODE | {"url": "/news/9999"}), TITLE, ["doubt/address"]),
        (meta(og__title=TITLE), "반도체 수출 석 달째 늘어", ["doubt/headline"]),
        (meta(og__title="[속보] 기준금리 동결"), TITLE, []),
        (ld(OTHER), TITLE, ["doubt/headline"]),
    ],
)
def test_what_contradicts_itself_is_a_doubt(head: str, h1: str, doubts: list[str]) -> None:
    stats = Stats()
    found = got(page(head, h1=h1), stats=stats)
    assert sorted(stats) == doubts
    assert found.url == URL


def test_an_address_that_is_none_of_the_web_is_no_original() -> None:
    for link in ("javascript:void(0)", "mailto:desk@example.kr", "http://[광고]", "#"):
        html = page("", text=[*TEXT, f'<a href="{link}">기사원문</a>'])
        assert got(html).original_url is None
