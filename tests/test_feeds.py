"""Feeds and sitemaps as real servers write them: what each announces, and what it became when it announces nothing."""

import gzip
import re
from pathlib import Path

import pytest

from newscrawl.discovery import Announcement, DeadChannel, Feed, Listing, NewsSitemap
from newscrawl.packed import unpacked
from newscrawl.urls import Site
from tests.world import RunHere

SITE = Site("paper", ("paper.kr",), re.compile(r"paper\.kr/(?:article/|view\?(?:.*&)?no=)(?P<id>\d+)"))
URL = "https://www.paper.kr/rss/economy.xml"
AT = "https://www.paper.kr/article/"
FEED, SITEMAP = Feed(section="경제", url=URL), NewsSitemap(url=URL)
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
MAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
BURNER = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'


def rss(*items: str, space: str = "", head: str = "<title>경제</title><link>https://www.paper.kr</link>") -> str:
    """An RSS feed of these items."""
    entries = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {space}><channel>{head}{entries}</channel></rss>'
    )


def atom(*entries: str, space: str = "") -> str:
    """An Atom feed of these entries."""
    return f"<feed {ATOM} {space}><title>경제</title>{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"


def sitemap(*urls: str, space: str = "") -> str:
    """A sitemap of these pages."""
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {MAP} {space}>{"".join(f"<url>{u}</url>" for u in urls)}</urlset>'


def one(number: int, title: str = "") -> str:
    """The elements of an item."""
    return f"<title>{title or f'기사 {number}'}</title><link>{AT}{number}</link>"


# What is written, and the articles that every reader of feeds would show: number and headline, `-` where it has none.
ANNOUNCED = {
    # relations
    "atom: replies and self before alternate": (
        atom(
            f'<id>tag:paper.kr,2026:1</id><link rel="replies" type="text/html" href="{AT}91"/><link rel="self" href="{AT}92"/>'
            f'<link rel="edit" href="{AT}93"/><link rel="alternate" type="text/html" href="{AT}1"/><title>금리 동결</title>'
        ),
        "1 금리 동결",
    ),
    "atom: no relation is alternate": (atom(f'<link href="{AT}1"/><title type="text">금리</title>'), "1 금리"),
    "atom: a relation in full": (
        atom(
            f'<link rel="related" href="{AT}9"/><link rel="http://www.iana.org/assignments/relation/alternate" href="{AT}1"/><title>금리</title>'
        ),
        "1 금리",
    ),
    "atom: an enclosure with its address as text (feedparser 367)": (
        atom(f'<link rel="alternate" href="{AT}1"/><link rel="enclosure">{AT}9</link><title>금리</title>'),
        "1 금리",
    ),
    "atom: a relation in capitals, in Korean before in English": (
        atom(
            f'<link rel=" Alternate " hreflang="en" href="{AT}9"/><link rel="ALTERNATE" hreflang="ko-KR" href="{AT}1"/><title>금리</title>'
        ),
        "1 금리",
    ),
    "atom: the page before its JSON and PDF": (
        atom(
            f'<link type="application/json" href="{AT}8"/><link rel="alternate" type="text/html" href="{AT}1"/><title>금리</title>'
        ),
        "1 금리",
    ),
    "atom: the address as text (dday.it 2023)": (atom(f"<link>{AT}1</link><title>금리</title>"), "1 금리"),
    "atom: only an id": (atom(f"<id>{AT}1</id><title>금리</title>"), "1 금리"),
    "atom: the source's own title and link": (
        atom(
            f'<source><id>x</id><title>다른 지면</title><link href="{AT}9"/></source><link href="{AT}1"/><title>금리</title>'
        ),
        "1 금리",
    ),
    "atom: a headline in XHTML": (
        atom(
            f'<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">금리 <b>동결</b></div></title><link href="{AT}1"/>'
        ),
        "1 금리 동결",
    ),
    "atom: a headline in HTML": (
        atom(f'<title type="html">&lt;b&gt;금리&lt;/b&gt; &amp;middot; 환율</title><link href="{AT}1"/>'),
        "1 금리 · 환율",
    ),
    "atom 0.3": (
        f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>금리</title><link rel="alternate" type="text/html" href="{AT}1"/><issued>2026-11-20T09:30:00+09:00</issued></entry></feed>',
        "1 금리",
    ),
    "atom with its own prefix": (
        f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>금리</a:title><a:link href="{AT}1"/></a:entry></a:feed>',
        "1 금리",
    ),
    # vocabularies
    "rss: media:title before title": (
        rss(f'<media:content url="{AT}9"><media:title>본관 사진</media:title></media:content>{one(1)}', space=MEDIA),
        "1 기사 1",
    ),
    "rss: media: that nobody declares": (
        rss(f"<media:title>본관 사진</media:title><media:link>{AT}9</media:link>{one(1)}"),
        "1 기사 1",
    ),
    "rss: atom:link before link": (
        rss(f'<atom:link rel="related" href="{AT}9"/>{one(1)}', space='xmlns:atom="http://www.w3.org/2005/Atom"'),
        "1 기사 1",
    ),
    "rss: atom:link alone": (
        rss(
            f'<title>금리</title><atom10:link rel="alternate" href="{AT}1"/>',
            space='xmlns:atom10="http://www.w3.org/2005/Atom"',
        ),
        "1 금리",
    ),
    "rss: a group, a thumbnail and an image with title and link": (
        rss(f"<image><title>로고</title><link>{AT}9</link><url>{AT}8</url></image>{one(1)}"),
        "1 기사 1",
    ),
    "rss: comments, enclosure and source are no page": (
        rss(f'<comments>{AT}7</comments><enclosure url="{AT}8"/><source url="{AT}9">다른 신문</source>{one(1)}'),
        "1 기사 1",
    ),
    "rss in Atom's namespace": (rss(one(1), space=ATOM), "1 기사 1"),
    "rss in a namespace of its own": (rss(one(1), space='xmlns="http://backend.userland.com/rss2"'), "1 기사 1"),
    "rss: dc:title only": (
        rss(f"<dc:title>금리</dc:title><link>{AT}1</link>", space='xmlns:dc="http://purl.org/dc/elements/1.1/"'),
        "1 금리",
    ),
    "rss: names in capitals": (
        f"<RSS><CHANNEL><ITEM><TITLE>금리</TITLE><LINK>{AT}1</LINK></ITEM></CHANNEL></RSS>",
        "1 금리",
    ),
    "rss 0.91 with its document type": (
        f'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [<!ENTITY nbsp "&#160;">]><rss version="0.91"><channel><item>{one(1, "금리&nbsp;동결")}</item></channel></rss>',
        "1 금리 동결",
    ),
    "rss 0.90": (
        f'<rdf:RDF {RDF} xmlns="http://my.netscape.com/rdf/{"simple"}/0.9/"><channel><title>경제</title></channel><item>{one(1)}</item></rdf:RDF>',
        "1 기사 1",
    ),
    "rss 1.0": (
        f'<rdf:RDF {RDF} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://www.paper.kr"><items><rdf:Seq><rdf:li rdf:resource="{AT}1"/></rdf:Seq></items></channel><item rdf:about="{AT}1">{one(1)}</item><item rdf:about="{AT}2"><title>환율</title></item></rdf:RDF>',
        "1 기사 1|2 환율",
    ),
    "a feed that begins with its channel": (f"<channel><item>{one(1)}</item></channel>", "1 기사 1"),
    "items beside the channel": (f"<rss><channel></channel><item>{one(1)}</item></rss>", "1 기사 1"),
    # which address
    "a proxy's original": (
        rss(
            f"<title>금리</title><link>https://feeds.paper.kr/article/99</link><feedburner:origLink>{AT}1</feedburner:origLink>",
            space=BURNER,
        ),
        "1 금리",
    ),
    "a proxy's original that nobody declares": (
        rss(
            f"<title>금리</title><link>https://feedproxy.google.com/~r/p/~3/1</link><feedburner:origLink>{AT}1</feedburner:origLink>"
        ),
        "1 금리",
    ),
    "a guid that is the address (huggingface 2025)": (
        rss(f'<title>금리</title><guid isPermaLink="true">{AT}1</guid>'),
        "1 금리",
    ),
    "a guid that says nothing is one": (rss(f"<title>금리</title><guid>{AT}1</guid>"), "1 금리"),
    "a guid that is none, in capitals": (
        rss(f'<title>금리</title><guid isPermaLink=" FALSE ">{AT}9</guid>', one(1)),
        "1 기사 1",
    ),
    "a guid that is none": (rss(f'<title>금리</title><guid isPermaLink="false">{AT}9</guid>', one(1)), "1 기사 1"),
    "a guid that is a number": (
        rss("<title>금리</title><link>https://ad.example.com/</link><guid>../article/9</guid>", one(1)),
        "1 기사 1",
    ),
    "a link goes before a guid": (rss(f"<guid>{AT}9</guid>{one(1)}"), "1 기사 1"),
    "a link to a shop, the guid to the page": (
        rss(f"<title>금리</title><link>https://ad.example.com/1</link><guid>{AT}1</guid>"),
        "1 금리",
    ),
    "a link as an attribute in RSS": (rss(f'<title>금리</title><link href="{AT}1"/>'), "1 금리"),
    # relative
    "a relative address": (rss("<title>금리</title><link>/article/1</link>"), "1 금리"),
    "a relative address of another directory": (rss("<title>금리</title><link>../article/1</link>"), "1 금리"),
    "a relative address of the site a feed is of": (
        rss("<title>금리</title><link>article/1</link>", head="<link>https://www.paper.kr/</link>"),
        "1 금리",
    ),
    "no scheme": (rss("<title>금리</title><link>//www.paper.kr/article/1</link>"), "1 금리"),
    "no scheme and no slashes": (rss("<title>금리</title><link>www.paper.kr/article/1</link>"), "1 금리"),
    "xml:base of a feed": (
        atom('<link href="article/1"/><title>금리</title>', space='xml:base="https://www.paper.kr/"'),
        "1 금리",
    ),
    "xml:base in xml:base": (
        f'<feed {ATOM} xml:base="https://www.paper.kr/x/"><entry xml:base="../article/"><link href="1"/><title>금리</title></entry><entry><link href="../article/2"/><title>환율</title></entry></feed>',
        "1 금리|2 환율",
    ),
    "an address broken over lines": (rss(f"<title>금리</title><link>\n  {AT[:20]}\n{AT[20:]}1\n</link>"), "1 금리"),
    "an address with JSON's slashes": (
        rss(f"<title>금리</title><link>{AT.replace('/', chr(92) + '/')}1</link>"),
        "1 금리",
    ),
    # references
    "a bare & before the number": (rss("<title>금리</title><link>https://www.paper.kr/view?m=1&no=1</link>"), "1 금리"),
    "a bare & before what looks like a reference": (
        rss("<title>금리</title><link>https://www.paper.kr/view?a=1&sect=2&copy=3&no=1</link>"),
        "1 금리",
    ),
    "&amp;, &#38; and &amp; in CDATA": (
        rss(
            *(
                f"<title>기사 {n}</title><link>{link}{n}</link>"
                for n, link in enumerate(
                    (
                        "https://www.paper.kr/view?m=1&amp;no=",
                        "https://www.paper.kr/view?m=1&#38;no=",
                        "<![CDATA[https://www.paper.kr/view?m=1&no=]]>",
                    ),
                    1,
                )
            )
        ),
        "1 기사 1|2 기사 2|3 기사 3",
    ),
    "references of HTML": (
        rss(one(1, "수출&middot;내수&hellip;&ldquo;3%&#8593;&rdquo; R&D &amp; M&A")),
        "1 수출·내수…“3%↑” R&D & M&A",
    ),
    "numbers of Windows": (rss(one(1, "연 3&#150;5% &#128;100")), "1 연 3–5% €100"),
    "references in CDATA": (rss(one(1, "<![CDATA[수출&middot;내수 &quot;회복&quot;]]>")), '1 수출·내수 "회복"'),
    "references written twice": (rss(one(1, "수출&amp;middot;내수 &amp;#39;회복&amp;#39;")), "1 수출·내수 '회복'"),
    "an emoji as two numbers, and half of one": (
        rss(one(1, "상승 &#55357;&#56832;&#xD83D;&#xDE00; 끝&#xD83D;")),
        "1 상승 😀😀 끝",
    ),
    "what is no reference": (rss(one(1, "AT&T; 삼성&LG &unknown; 5&6")), "1 AT&T; 삼성&LG &unknown; 5&6"),
    # markup in headlines
    "tags in a headline": (rss(one(1, "<![CDATA[<b>금리</b> 동결<br/>환율 CO<sub>2</sub>]]>")), "1 금리 동결 환율 CO2"),
    "angle brackets that are words": (
        rss(one(1, "<속보> A<B, 2,600<2,641 &lt;표&gt;")),
        "1 <속보> A<B, 2,600<2,641 <표>",
    ),
    "CDATA in pieces": (rss(one(1, "앞 <![CDATA[가운데]]> 뒤<![CDATA[]]>")), "1 앞 가운데 뒤"),
    "CDATA that was escaped (xueqiu 2024)": (rss(one(1, "&lt;![CDATA[금리 동결]]&gt;")), "1 금리 동결"),
    "entries and their ends in CDATA": (
        rss(f"<description><![CDATA[XML: <item>1</item><item><link>{AT}9</link>]]></description>{one(1)}", one(2)),
        "1 기사 1|2 기사 2",
    ),
    "RDF's address by another prefix": (
        f'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item r:about="{AT}1"><title>금리</title></item></r:RDF>',
        "1 금리",
    ),
    "CDATA that is not closed": (
        rss("<title><![CDATA[금리</title><link>" + AT + "9</link>", one(2), one(3, "<![CDATA[환율]]>")),
        "2 기사 2|3 환율",
    ),
    "a headline of only tags": (rss(f"<title><![CDATA[<b></b>]]></title><link>{AT}1</link>"), "1 -"),
    "a text for a headline": (rss(one(1, "가" * 600)), "1 -"),
    # around and within the document
    "a notice before": (f"Notice: session had already been started\n{rss(one(1))}", "1 기사 1"),
    "a notice in HTML before": (
        f"<br />\n<b>Warning</b>: Undefined index in <b>/home/x.php</b> on line <b>3</b><br />\n{rss(one(1))}",
        "1 기사 1",
    ),
    "a page of HTML before": (f"<html><body>Notice</body></html>{rss(one(1))}", "1 기사 1"),
    "blank lines and a mark before": (f"\n\n\ufeff{rss(one(1))}", "1 기사 1"),
    "a notice behind": (f"{rss(one(1))}\n<br /><b>Fatal error</b>: x<item>{one(9)}</item>", "1 기사 1"),
    "a stylesheet and comments": (
        f'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="/rss.xsl"?><!-- <item>{one(9)}</item> -->{rss(f"<!-- x -->{one(1)}")}',
        "1 기사 1",
    ),
    "a declaration that is not closed": (f'<?xml version="1.0" encoding="utf-8">{rss(one(1))}', "1 기사 1"),
    "controls": (
        rss(one(1, "금리\x08 동결\x00"), f"<title>환율</title><link>{AT}\x0b2\x1f</link>"),
        "1 금리 동결|2 환율",
    ),
    "a description with open tags": (
        rss(f"<description><p>글<br>글<div><img src=x></description>{one(1)}", one(2)),
        "1 기사 1|2 기사 2",
    ),
    "an attribute with a quote too many": (
        rss(f'<enclosure url="x"" type="image/jpeg">{one(1)}'.replace(">", "/>", 1), one(2)),
        "1 기사 1|2 기사 2",
    ),
    # broken off, nested, wrong
    "cut in an address": (f"<rss><channel><item>{one(1)}</item><item><title>둘</title><link>{AT}2", "1 기사 1"),
    "cut behind an address": (f"<rss><channel><item>{one(1)}</item><item>{one(2)}", "1 기사 1"),
    "cut in CDATA": (f"<rss><channel><item>{one(1)}</item><item>{one(2)}<description><![CDATA[글", "1 기사 1"),
    "cut in an item, then a notice": (
        f"<rss><channel><item>{one(1)}</item><item>{one(2)}<br /><b>Fatal error</b>: time exceeded",
        "1 기사 1",
    ),
    "cut, then written again": (
        f"<rss><channel><item><title>둘</title><link>{AT}1</link><descr{rss(one(1), one(2))}",
        "1 기사 1|2 기사 2",
    ),
    "elements that are not closed between items": (
        f"<rss><channel>{''.join(f'<p><item>{one(n)}</item>' for n in range(1, 71))}</channel></rss>",
        "|".join(f"{n} 기사 {n}" for n in range(1, 71)),
    ),
    "items that are not closed": (
        f"<rss><channel><item>{one(1)}<item>{one(2)}<item>{one(3)}</channel></rss>",
        "1 기사 1|2 기사 2|3 기사 3",
    ),
    "an item in an item": (rss(f"{one(1)}<item>{one(2)}</item>"), "1 기사 1|2 기사 2"),
    "addresses that are none": (
        rss(
            *(
                f"<title>광고</title><link>{link}</link>"
                for link in (
                    "http://[",
                    "http://[광고]",
                    "javascript:go(9)",
                    "  ",
                    "https://www.paper.kr:port/article/9",
                    "https://www.paper.kr:99999/article/9",
                    "mailto:a@paper.kr",
                    "http://",
                    "#",
                    "&#xD800;",
                    "https://" + "가" * 3000,
                )
            ),
            one(2),
        ),
        "2 기사 2",
    ),
    "an address with signs of a terminal": (
        rss(f"<title>금리</title><link>{AT}1&#27;[31m&#8238;</link>"),
        "1[31m%E2%80%AE 금리",
    ),
    "a tag within an address: none, and the guid counts": (
        rss(f"<title>금<b>리</b></title><link>{AT}1<p>2</link>", f"<link>{AT}3<x/>4</link><guid>{AT}5</guid>"),
        "5 -",
    ),
    "a tag, a comment or a section around an address": (
        rss(f"<link><p> {AT}1</p></link>", f"<link><![CDATA[{AT}]]>2<!-- --></link>"),
        "1 -|2 -",
    ),
    "a tag within a headline": (rss(f"<title>금<b>리</b></title><link>{AT}1</link>"), "1 금리"),
}
MAPPED = {
    "image:loc before loc": (
        sitemap(
            f"<image:image><image:loc>{AT}9</image:loc><image:title>사진</image:title></image:image><loc>{AT}1</loc><news:news><news:publication><news:name>하루일보</news:name></news:publication><news:title>금리</news:title></news:news>",
            space=f"{NEWS} {IMAGE}",
        ),
        "1 금리",
    ),
    "a page without news": (sitemap(f"<loc>{AT}1</loc><lastmod>2026-11-20</lastmod>"), "1 -"),
    "a video's title and address": (
        sitemap(
            f"<video:video><video:title>영상</video:title><video:player_loc>{AT}9</video:player_loc></video:video><loc>{AT}1</loc>"
        ),
        "1 -",
    ),
    "other languages": (sitemap(f'<xhtml:link rel="alternate" hreflang="en" href="{AT}9"/><loc>{AT}1</loc>'), "1 -"),
    "news: that nobody declares": (
        sitemap(f"<loc>{AT}1</loc><news:news><news:title>금리</news:title></news:news>"),
        "1 금리",
    ),
    "an old namespace": (sitemap(f"<loc>{AT}1</loc>").replace("sitemaps.org/schemas", "google.com/schemas"), "1 -"),
    "no namespace": (f"<urlset><url><loc>{AT}1</loc></url></urlset>", "1 -"),
    "a prefix of its own": (
        f'<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:url><sm:loc>{AT}1</sm:loc></sm:url></sm:urlset>',
        "1 -",
    ),
    "CDATA": (sitemap(f"<loc><![CDATA[ {AT}1 ]]></loc>"), "1 -"),
    "one address that is none": (sitemap("<loc>http://[</loc>", f"<loc>{AT}2</loc>"), "2 -"),
    "cut": (sitemap(f"<loc>{AT}1</loc>", f"<loc>{AT}23</loc>").partition("3</loc>")[0], "1 -"),
    "a list of addresses": (f"{AT}1\r\n{AT}2\r\nhttps://www.paper.kr/about\r\n", "1 -|2 -"),
}


def shown(found: Announcement) -> str:
    """What was announced in one line."""
    return "|".join(f"{re.split('article/|no=', link.url)[1]} {link.title or '-'}" for link in found.links)


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED.values(), ids=ANNOUNCED)
def test_a_feed_announces_what_every_reader_shows(text: str, expected: str) -> None:
    assert shown(FEED.read(text, URL, SITE)) == expected


@pytest.mark.parametrize(("text", "expected"), MAPPED.values(), ids=MAPPED)
def test_a_sitemap_announces_pages_alone(text: str, expected: str) -> None:
    assert shown(SITEMAP.read(text, URL, SITE)) == expected


LOGIN = '<!doctype html><html><head><title>로그인</title></head><body><form action="/login"><input name="id"><input type="password"><button>로그인</button></form></body></html>'
PAGE = '<!doctype html><html lang="ko"><head><title>하루일보</title></head><body><nav><a href="/economy">경제</a></nav><p>하루일보는 경제를 다룬다.</p></body></html>'
INDEX = f"<sitemapindex {MAP}><sitemap><loc>https://www.paper.kr/1.xml</loc></sitemap></sitemapindex>"
BECAME = {
    "a web page": (FEED, PAGE, "web-page"),
    "a web page with an element of that name": (FEED, PAGE.replace("<nav>", "<channel></channel><nav>"), "web-page"),
    "JSON": (
        FEED,
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://www.paper.kr/article/1"}]}',
        "json",
    ),
    "an index": (FEED, INDEX, "index"),
    "a sitemap": (FEED, sitemap(f"<loc>{AT}1</loc>"), "sitemap"),
    "a login": (FEED, LOGIN, "login"),
    "a notice": (
        FEED,
        "<html><body><h1>서비스 점검 안내</h1><p>점검 중입니다. 잠시 후 다시 이용해 주세요.</p></body></html>",
        "notice",
    ),
    "a notice without markup": (FEED, "죄송합니다. 서비스 점검 중입니다.", "notice"),
    "a text": (FEED, "OK", "text"),
    "nothing": (FEED, " \n\ufeff", "empty"),
    "XML of another kind": (FEED, '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', "other-xml"),
    "no item": (FEED, rss(), "no-links"),
    "items of others": (FEED, rss("<title>남의 것</title><link>https://other.kr/article/1</link>"), "no-links"),
    "a feed for a sitemap": (SITEMAP, rss(one(1)), "feed"),
    "an index of nothing": (SITEMAP, f"<sitemapindex {MAP}></sitemapindex>", "no-links"),
    "a feed for a list": (
        Listing(url=URL),
        rss(f'{one(1)}<description><![CDATA[<a href="{AT}2">기사</a>]]></description>'),
        "feed",
    ),
    "a feed with a style for a list": (
        Listing(url=URL),
        f'<?xml version="1.0"?>\n<?xml-stylesheet href="/rss.xsl"?><!-- 하루일보 -->{rss(f"{one(1)}<description><![CDATA[<p><a href={AT}2>기사</a>]]></description>")}',
        "feed",
    ),
    "JSON for a list": (Listing(url=URL), '{"items": []}', "json"),
    "a login for a list": (Listing(url=URL), LOGIN, "login"),
    "a list without links": (Listing(url=URL), PAGE, "no-links"),
}


@pytest.mark.parametrize(("channel", "text", "reason"), BECAME.values(), ids=BECAME)
def test_a_channel_that_changed_its_kind_says_what_it_became(
    channel: Feed | NewsSitemap | Listing, text: str, reason: str
) -> None:
    with pytest.raises(DeadChannel) as dead:
        channel.read(text, URL, SITE)
    assert dead.value.reason == reason
    assert URL in str(dead.value)


def index(*parts: tuple[str, str]) -> str:
    """An index of these parts: the name of each and when it changed."""
    entries = "".join(
        f"<sitemap><loc>https://www.paper.kr/{name}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for name, day in parts
    )
    return f"<sitemapindex {MAP}>{entries}</sitemapindex>"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (index(("a.xml", "2026-10-31"), ("b.xml", "2026-11-20T09:00:00+09:00"), ("c.xml", "2026-11-20")), "b c a"),
        (
            index(("2025.xml", ""), ("2026-10.xml", ""), ("2026-11.xml.gz", ""), ("20261120.xml", "")),
            "20261120 2026-11 2026-10 2025",
        ),
        (
            index(("1.xml", ""), ("2.xml", ""), ("2026-11.xml", ""), ("news-sitemap.xml", "")),
            "news-sitemap 2026-11 1 2",
        ),
        (index(("a.xml", ""), ("a.xml", "")), "a"),
        # An index that is written as a sitemap, and one that is cut.
        (sitemap("<loc>https://www.paper.kr/1.xml</loc>", "<loc>https://www.paper.kr/2.xml.gz</loc>"), "1 2"),
        (index(("a.xml", ""), ("bcd.xml", "")).partition("cd.xml")[0], "a"),
        (
            index(("a.xml", "")).replace(
                "<sitemap>", "<sitemap><loc>javascript:x</loc></sitemap><sitemap><loc>http://[</loc></sitemap><sitemap>"
            ),
            "a",
        ),
    ],
)
def test_an_index_names_its_parts_the_newest_first(text: str, parts: str) -> None:
    found = SITEMAP.read(text, URL, SITE)
    assert [re.sub(r".*/|\.xml.*", "", part) for part in found.parts] == parts.split()
    assert found.links == []


def test_a_packed_sitemap_that_broke_off_gives_what_came() -> None:
    packed = gzip.compress(sitemap(*(f"<loc>{AT}{n}</loc>" for n in range(1, 400))).encode())
    numbers = [link.url for link in SITEMAP.read(unpacked(packed[:-300]).decode("utf-8", "ignore"), URL, SITE).links]
    assert 10 < len(numbers) < 399
    assert numbers == [f"{AT}{n}" for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(
    "part",
    ["<item><title>가</title>", "<item>", "<a b='", "<![CDATA[", "<!--", "<a ", "&#", "]]>", "<item><link>" + AT, '<a:b xmlns:a="', "</item>", "<![CDATA[]]", "<!-", "<", "a=", "\\/", "<title>", "<?"],
)  # fmt: skip
def test_a_feed_of_nothing_but_a_piece_of_markup_is_read_at_once(part: str) -> None:
    # Cubic work would take minutes here: 1,000 unclosed items took two.
    with pytest.raises(DeadChannel):
        FEED.read("<rss><channel>" + part * 4_000, URL, SITE)


LISTED = {
    "<base href> of another directory": ('<base href="https://www.paper.kr/article/">', "1", "1"),
    "<base href> from the root": ('<BASE HREF="/">', "article/1", "1"),
    "<base href> of another site, with whole addresses": ('<base href="https://cdn.paper.kr/">', f"{AT}1", "1"),
    "<base href> that is none": ('<base href="http://[">', "/article/1", "1"),
    "the first <base href> of two": ('<Base HREF="/article/"><base href="/other/">', "1", "1"),
    "<base> without an address": ('<base target="_blank">', "/article/1", "1"),
    "signs of a terminal": ("", "/article/1&#27;[31m\u2066", "1%20[31m%E2%81%A6"),
    "line ends in an address": ("", " /arti\ncle/1\n", "1"),
    "slashes of Windows": ("", "\\article\\1", "1"),
}


@pytest.mark.parametrize(("head", "link", "expected"), LISTED.values(), ids=LISTED)
def test_the_addresses_of_a_list_are_what_a_browser_would_open(head: str, link: str, expected: str) -> None:
    page = f'<html><head>{head}</head><body><a href="http://[광고]">광고</a><a href="https://www.paper.kr:x/article/9">광고</a><a href="{link}">수출 8.2% 증가</a></body></html>'
    found = Listing(url="https://www.paper.kr/list/economy").read(page, "https://www.paper.kr/list/economy", SITE)
    assert [re.sub(r".*/", "", link.url) for link in found.links] == [expected]


def test_links_shows_offline_what_a_channel_reads(tmp_path: Path, run_here: RunHere) -> None:
    packed, parts, notice = tmp_path / "a.xml.gz", tmp_path / "index.xml", tmp_path / "notice.xml"
    packed.write_bytes(gzip.compress(sitemap("<loc>https://www.mk.co.kr/news/economy/12345671</loc>").encode()))
    parts.write_text(index(("a.xml", "2026-10-01"), ("b.xml", "2026-11-01")), encoding="utf-8")
    notice.write_text("죄송합니다. 서비스 점검 중입니다.", encoding="utf-8")
    at = ("--url", "https://www.mk.co.kr/sitemap/latest-articles/")
    code, out, _ = run_here(tmp_path / "none.db", "links", *at, str(packed))
    assert (code, out) == (0, "https://www.mk.co.kr/news/economy/12345671\t\t\n")
    code, out, said = run_here(tmp_path / "none.db", "links", *at, str(parts))
    assert (code, out) == (0, "https://www.paper.kr/b.xml\nhttps://www.paper.kr/a.xml\n")
    assert "is an index of sitemaps" in said
    code, out, said = run_here(tmp_path / "none.db", "links", *at, str(notice))
    assert (code, out) == (1, "")
    assert "answered with a notice, which is no sitemap" in said
