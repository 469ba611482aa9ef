"""Texts and pages that nobody would write, and every public rule that reads one: what `benchmarks.growth` puts together."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple, cast

from newscrawl import loaders, urls
from newscrawl.dedup import changes, exact, keys, likeness, walls
from newscrawl.discovery import answer, markup
from newscrawl.discovery.feeds import Feed, NewsSitemap
from newscrawl.discovery.listing import Listing
from newscrawl.extract import (
    about,
    address,
    beside,
    body,
    clocks,
    deck,
    embedded,
    fallback,
    formula,
    head,
    headline,
    leaving,
    listing,
    locate,
    loose,
    measure,
    metadata,
    microdata,
    named,
    notices,
    opened,
    others,
    pictures,
    printed,
    refusal,
    rest,
    sheet,
    shown,
    strays,
    style,
    told,
    under,
)
from newscrawl.extract import tree as trees
from newscrawl.extract.linked import Linked
from newscrawl.extract.outline import Outline
from newscrawl.spiders.publishers.mk import Mk
from newscrawl.text import (
    announcing,
    bylines,
    captions,
    cards,
    datelines,
    dates,
    edges,
    encoding,
    framing,
    furniture,
    mails,
    moments,
    names,
    parts,
    periods,
    phrases,
    press,
    raised,
    references,
    register,
    roles,
    search,
    sections,
    signatures,
    signers,
    signoffs,
    stocks,
    tails,
    titles,
    whitespace,
    zones,
)


class Seed(NamedTuple):
    """A text of any size: ``unit`` again and again between ``head`` and ``tail``, then ``close`` as often."""

    unit: str
    head: str = ""
    tail: str = ""
    close: str = ""

    def grown(self, size: int) -> str:
        """So many letters of it, or a few more."""
        times = max(1, size // len(self.unit + self.close))
        return self.head + self.unit * times + self.close * times + self.tail

    def __str__(self) -> str:
        ends = [f"{part[:24]!r}" if part else "" for part in (self.head, self.close + self.tail)]
        return f"{ends[0]} {self.unit[:32]!r}… {ends[1]}".strip()


_UNITS = (
    *"()[]{}<>【】〈〉《》“”\"'‘’「",
    *" \t\n\xa0\u3000\u200b\u200d\ufeff\u3164\xad\r",
    *"1=:/|·-–.,;?!~*#%&@+_^$\\…▶■◆▲ⓒ가a김A다ㅣ²",
    *("20", "005930", "1조 ", "1천", "1,", "1.", "0.1", "1 ", "12:30 ", "2026.11.20 ", "2026-11-20T10:22 ", "20 Nov 2026 ", "Nov "),
    *("다. ", "다.", "요. ", "니다. ", "가 ", "가나 ", "Aa ", "a ", "A. ", "U.S. ", "가.\n\n", "가나다라.\n", "\n ", "\r\n"),
    *("기자 ", "기자", "하도경 ", "하도경 기자 ", "김 ", "하도경·", "하도경, ", "특파원 ", "전문기자 ", "글·", "사진·", "사진/", "편집 ", "외 1명 "),
    *("a@", "a@b.", "a@b.kr ", "a.", "a-", "@a ", "a@a", "hdk@a.kr,", "[email protected] "),
    *("사진=", "사진=뉴스1 ", "자료=", "/뉴스1", "[연합뉴스]", "연합뉴스 ", "[사진", "(서울=", "서울=", "[[", "[ ", "( ", "<a", "< ", "/ ", "·,", " - ", " | ", "::", " > "),
    *("무단", "무단 전재 ", "무단 전재", "ⓒ ", "저작권자 ", "Copyright ", "구독하기 ", "공유하기", "댓글 1 ", "#가 ", "가,", "관련기사 ", "입력 ", "수정 ", "제보 "),
    *("기사 ", "이 기사는 ", "보기 ", "요약 ", "이다", "습니다", "세요 ", "영상편집 ", "촬영 ", "▶ ", "▶가 ", "다음 ", "아래 "),
    *("&amp;", "&", "&#", "&#x", "%", "%2", "%ea", "://", "//", "/amp", "?a=", "a=1&", "m.", "www.", "#!", "http://", "amp;", ";jsessionid="),
    *("\\/", '"//', '"https://a.kr/', "<!--", "]]>", "{", "a{}", "@media{", "/*", "*/", ";a:", "url(", "a,", "a 1x, ", "💰\u200d", "ᅟᅠ", "a\u0301", "1 만 "),
)  # fmt: skip
_SENTENCE = "가계대출은 3.2% 늘었다. "
SEEDS = (
    *map(Seed, _UNITS),
    *(Seed(" ", head, tail) for head, tail in (
        ("", "금지"), ("ⓒ", "금지"), ("가.", "x"), ("사진=", "x"), ("하도경", "기자"), ("기자", "x"), ("[", "]x"), ("입력", "x"), ("a@b.kr", "x"),
        ("무단", "금지"), ("<", "금지>"), ("-", "-"), ("2026.11.20", "x"), ("", "]"), ("관련기사", "x"), ("외", "명"), ("1", "조"), ("", "(종합)"),
    )),
    *(Seed(unit, head, tail) for unit in ("가", "a", "1", "가 ", ". ", "·", "(", "-") for head, tail in (
        ("", "금지"), ("ⓒ", "금지"), ("사진=", "뉴스1"), ("", " 기자"), ("", "@a.kr"), ("a@", ".kr x"), ("(", "=연합뉴스) "), ("무단 전재", "금지"), ("이 기사는 ", "니다"),
        ("▶ ", "…"), ("", "보기→"), ("2026.11.20 ", "뉴스1"), ("https://a.kr/", "123"), ("[", "]"), ("“", "”"), ("", " 제공"),
    )),
    *(Seed(f"{unit}{_SENTENCE}") for unit in ("", "(", "“", "하도경 기자 ", "\n\n")),
)  # fmt: skip
"""What grows, for the rules of text."""

_ARTICLE = "https://www.mk.co.kr/news/economy/1111111"
_HEAD = f"<html><head><title>금리 동결</title><meta property='og:title' content='금리 동결'></head><body><h1>금리 동결</h1><div class='news_cnt_detail_wrap' itemprop='articleBody'><p>{_SENTENCE * 3}</p>"
_END = "</div></body></html>"


def _page(unit: str, close: str = "", tail: str = "", head: str = "") -> Seed:
    return Seed(unit, _HEAD + head, tail + _END, close)


PAGES = (
    *(_page(f"<{tag}>{words}</{tag}>") for tag in ("div", "p", "span", "li", "h2", "b", "em", "button", "dd", "article", "section", "aside", "figcaption", "q", "sup", "pre", "header") for words in ("가.", _SENTENCE)),
    *(_page(f"<{tag}>", f"</{tag}>") for tag in ("div", "span", "b", "ul", "section", "figure", "aside", "a", "font", "sup")),
    *(_page(f"<{tag}>{_SENTENCE}", f"</{tag}>") for tag in ("div", "span", "section")),
    *(_page("<ul><li>가", "</li></ul>"), _page("<table><tr><td>가", "</td></tr></table>"), _page("<blockquote><p>가다.", "</p></blockquote>")),
    _page("<td>1</td>", head="<table><tr>", tail="</tr></table>"),
    _page("<tr><td>가</td><td>1</td></tr>", head="<table>", tail="</table>"),
    _page("<tr><td rowspan=200 colspan=200>가</td></tr>", head="<table>", tail="</table>"),
    _page("<table><tr><td>가</td><td>1</td></tr></table>"),
    _page("<li>가나다라.</li>", head="<ol>", tail="</ol>"),
    _page("<li><a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a></li>", head="<ul>", tail="</ul>"),
    _page(f"<div><a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a><p>{_SENTENCE}</p></div>"),
    _page(f"<p><a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a> {_SENTENCE}</p>"),
    _page("<a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a>"), _page("<a href='http://['>가</a>"), _page("<a href='?page=2'>2</a>"),
    _page("<div><h2>많이 본 뉴스</h2><a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a>", "</div>"),
    _page("<div><h2>많이 본 뉴스</h2>", "</div>", tail="<a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a>"),
    _page("<h3>국제</h3><a href='/news/economy/1234567'>한빛전자 새 공장 짓는다</a>"),
    _page("<img src='/a.jpg'>"), _page("<figure><img src='/a.jpg'><figcaption>새 공장 /뉴스1</figcaption></figure>"), _page("<p><img src='/a.jpg'></p><p class='caption'>가</p>"),
    _page("<div><img src='/a.jpg'>", "</div>"), _page("<img src='/a.jpg' alt='1'>1"), _page("<noscript><img src='/a.jpg'></noscript>"),
    _page("<!-- 가 -->"), _page("<br>"), _page("가<br>"), _page("가\n", head="<pre>", tail="</pre>"), _page("가  1\n", head="<pre>", tail="</pre>"), _page("<span>1</span>\n", head="<pre>", tail="</pre>"),
    _page("<script>var a = 1;</script>"), _page("<script>a</script>가"), _page('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "가"}</script>'),
    _page('{"@graph":[', "]}", head='<script type="application/ld+json">', tail="</script>"), _page('{"@type":"A"},', head='<script type="application/ld+json">[', tail="{}]</script>"),
    _page("[", "]", head='<script type="application/ld+json">', tail="</script>"), _page('<script>self.__next_f.push([1,"1:{}\\n"])</script>'),
    _page('{"a":1},', head='<script type="application/json">{"pageProps":[', tail="{}]}</script>"), _page("<script>Fusion.globalContent={};</script>"),
    _page("<style>.a{display:none}</style>"), _page(".a{display:none}", head="<style>", tail="</style><p class='a'>가</p>"), _page("@media{", "}", head="<style>", tail="</style>"), _page("/*", head="<style>", tail="</style>"),
    _page("a{b:c;", head="<style>.a{display:none}", tail="</style>"), _page(".a .b>.c+.d{display:none}", head="<style>", tail="</style><p class='d'>가</p>"), _page("{", head="<style>display", tail="</style>"),
    *(_page(f"<p class='c{kind}'>가</p>", head="<style>" + css * 400 + "</style>") for kind, css in (("", ".c{display:none}"), ("", ".c .c{display:none}"), ("", ".c:nth-child(2n){display:none}"), ("", ".x~.c{display:none}"))),
    _page("<p style='display:none'>가</p>"), _page("<span style='display:none'>1</span>1"), _page("<span style='vertical-align:super'>1</span>1"), _page("<span style='display:block'>1</span>1"), _page("<sup>1</sup>1"), _page("<sup>1</sup>"), _page("<span>1</span>1"),
    _page("<div style='display:none'>", "</div>"), _page("<span style='font-size:0'>", "</span>"), _page("<span style='visibility:hidden'>가", "</span>"), _page("a ", head="<p class='", tail="'>가</p>"), _page("a:b;", head="<p style='", tail="'>가</p>"), _page("a", head="<p id='", tail="'>가</p>"),
    _page(f"<div class='ad'><p>{_SENTENCE}</p></div>"), _page(f"<div class='relat'><p>{_SENTENCE}</p>", "</div>"), _page(f"<div class='quote'>{_SENTENCE}</div>"), _page(f"<div class='ad'>{_SENTENCE}</div>"), _page("<div class='ad'>", "</div>"),
    _page("<p>하도경 기자 hdk@a.kr</p>"), _page("<p>입력 2026.11.20 10:22</p>"), _page("<p>ⓒ 한빛일보, 무단전재 금지</p>"), _page("<p>▶ 가나다라</p>"), _page("<h1>금리 동결</h1>"), _page("<h2>금리 동결</h2>"), _page("<p>금리 동결</p>"), _page("<button>더보기</button>"),
    _page(f"<div style='display:none'>{_SENTENCE * 2}</div><button>더보기</button>"), _page("<p>댓글</p>"), _page(f"<div><p>댓글</p>{_SENTENCE}</div>"), _page(f"<article><h1>가</h1>{_SENTENCE}</article>"), _page("<meta name='a' content='b'>"), _page("<time datetime='2026-11-20T10:22:00'>가</time>"),
    _page("<msup><mi>1</mi><mn>2</mn></msup>"), _page("<mfrac><mn>1</mn><mn>2</mn></mfrac>1"), _page("<ruby>가<rt>a</rt></ruby>"), _page("<q>가", "</q>"), _page("<ol><li>가", "</li></ol>"), _page("<picture><source srcset='/a.jpg'>", "</picture>"), _page("<iframe src='/a'></iframe>"), _page("<input>"),
    *(Seed(unit, _HEAD + "<p>", "</p>" + _END) for unit in (" ", "(", "1", "=", "다. ", "가", "&amp;", "&#1;", "\u200b", "사진=", "“", "<", "</", "\n", "가\n")),
    Seed("<item><title>한빛전자 새 공장</title><link>https://www.mk.co.kr/news/economy/1234567</link></item>", "<rss><channel>", "</channel></rss>"),
    Seed("<item>", "<rss><channel>", "</channel></rss>", "</item>"), Seed("<url><loc>https://www.mk.co.kr/news/economy/1234567</loc></url>", "<urlset>", "</urlset>"), Seed("<link>", "<rss><item>", "</item></rss>"), Seed("<a>가</a>", "<rss><item>", "</item></rss>"),
)  # fmt: skip
"""What grows, for the rules of pages and feeds."""


class Rule(NamedTuple):
    """A rule as it is asked: what it is given is ``made`` of the text before its time is taken."""

    ask: Callable[[Any], object]
    made: Callable[[str], Any] = str


_SITE = Mk.facts().site
_SITES = urls.Sites([_SITE] if _SITE else [])
_PARAGRAPH = body.Paragraph


def _lines(text: str) -> list[str]:
    """A text as the lines of a page, and as one line of them."""
    return [text, *text.split("\n"), text]


def _printed(text: str) -> list[body.Paragraph]:
    return [_PARAGRAPH(line, standout=True) for line in _lines(text)]


def _every(ask: Callable[[Any], object], *tags: str) -> Callable[[Any], object]:
    """A rule that is asked of the first elements of a page (never of all: what a page asks of all is in ``loaders.read``)."""

    def each(tree: Any) -> None:
        for element in [next(tree.iter(tag), None) for tag in (tags or ("body", "div", "p", "li"))]:
            if element is not None:
                ask(element)

    return each


def _seen(text: str) -> refusal.Seen:
    return refusal.Seen(text, _ARTICLE, _SITE, [_ARTICLE], "금리 동결", "금리 동결", [], False, False, False, False)


def _head(text: str) -> head.Head:
    return head.Head(
        [], {"og:title": [text]}, [], _ARTICLE, text, trees.elements(trees.parse(f"<h1>{text}</h1>"), "h1")
    )


def _linked(text: str) -> None:
    told = {
        "@type": "NewsArticle",
        **dict.fromkeys(("headline", "articleBody", "author", "image", "articleSection"), text),
    }
    data = Linked([json.dumps(told), text], _ARTICLE, _SITE, [_ARTICLE])
    if node := data.article(lambda: [text]):
        for read in (data.raw, data.body, data.images):
            read(node)


def _shown(text: str) -> list[walls.Shown]:
    return [walls.Shown(key=str(place), announced=text, title=text, body=text) for place in range(3)]


def _properties(text: str) -> None:
    found, other = likeness.Text(text, text), likeness.Text(text, text[::-1])
    likeness.compare(found, other)
    assert found.subjects is not None and found.keys is not None


def _page_read(tree: Any) -> None:
    for page in Mk.facts().pages:
        page.read(tree)


def _finder(tree: Any) -> None:
    trees.Finder(".ad p", "#c", "p").on(tree)(".ad p")


_SHEETED: Callable[[Any], object] = _every(lambda e: sheet.sheet_style(e, sheet.sheet_of(e)))
_text: Callable[[Any], str] = trees.text

TEXT_RULES: dict[str, Rule] = {
    name: rule if isinstance(rule, Rule) else Rule(rule)
    for name, rule in cast(
        dict[str, Rule | Callable[[Any], object]],
        {
        "text.announcing.announces": announcing.announces,
        "text.bylines.parse": bylines.parse,
        "text.bylines.without_stamps": bylines.without_stamps,
        "text.bylines.without_owner": bylines.without_owner,
        "text.bylines.whole_line": bylines.whole_line,
        "text.cards.without": cards.without,
        "text.edges.is_of_the_site": edges.is_of_the_site,
        "text.edges.is_said_by_the_site": edges.is_said_by_the_site,
        "text.signoffs.names": signoffs.names,
        "text.roles.heads_a_desk": roles.heads_a_desk,
        "text.tails.is_head": lambda t: tails.is_head(t, [t, *_lines(t)]),
        "text.captions.is_caption": captions.is_caption,
        "text.captions.may_end_a_text": captions.may_end_a_text,
        "text.datelines.split_head": datelines.split_head,
        "text.datelines.is_photograph": datelines.is_photograph,
        "text.datelines.heads_caption": datelines.heads_caption,
        "text.datelines.head": lambda t: datelines.head(_lines(t), "한빛일보"),
        "text.datelines.is_deck": datelines.is_deck,
        "text.datelines.split_tail": datelines.split_tail,
        "text.dates.parse": dates.parse,
        "text.dates.labelled": dates.labelled,
        "text.dates.printed": dates.printed,
        "text.encoding.decode": Rule(lambda b: encoding.decode(b, "text/html; charset=x"), str.encode),
        "text.encoding.is_binary": encoding.is_binary,
        "text.encoding.garbled": encoding.garbled,
        "text.encoding.readable": encoding.readable,
        "text.dates.since_1970": dates.since_1970,
        "text.moments.typed": moments.typed,
        "text.moments.moments": lambda t: list(moments.moments(t)),
        "text.moments.first": moments.first,
        "text.moments.moment_at": lambda t: moments.moment_at(t, 0),
        "text.zones.zone": lambda t: zones.zone(t, exact=True, alone=True),
        "text.zones.is_elsewhere": zones.is_elsewhere,
        "extract.clocks.nine_hours_off": lambda t: clocks.nine_hours_off(t, datetime(2026, 11, 20, 1, 22, tzinfo=UTC)),
        "text.framing.unframed": lambda t: framing.unframed(_lines(t), "한빛일보"),
        "text.furniture.is_news": furniture.is_news,
        "text.furniture.is_furniture": furniture.is_furniture,
        "text.furniture.is_wall": furniture.is_wall,
        "text.furniture.without_owner": furniture.without_owner,
        "text.mails.owners": lambda t: mails.owners(["하도경", "마서윤"], [t, *t.split()]),
        "text.mails.fits": lambda t: mails.fits(t, "하도경"),
        "text.names.is_name": names.is_name,
        "text.names.is_korean_name": names.is_korean_name,
        "text.names.is_plainly_name": names.is_plainly_name,
        "text.periods.without_periods": periods.without_periods,
        "text.phrases.Phrases.said": phrases.table("notices").said,
        "text.parts.held": lambda t: parts.held([*_lines(t), *(t[at : at + 12] for at in range(0, len(t), 12))], t[::-1]),
        "text.press.is_press": press.is_press,
        "text.press.wire": lambda t: press.wire(None, t, t) or press.wire(None, None, t),
        "text.raised.raised": lambda t: raised.raised(t, "1", "1"),
        "text.raised.lowered": lambda t: raised.lowered(t, "1", "1"),
        "text.references.resolved": references.resolved,
        "text.register.speaks_to_its_reader": register.speaks_to_its_reader,
        "text.roles.is_title": roles.is_title,
        "text.roles.guest": lambda t: roles.guest(["하도경", *t.split()], t),
        "text.roles.is_press": roles.is_press,
        "text.search.parse": search.parse,
        "text.search.folded": search.folded,
        "text.search.holds": lambda t: search.holds("금리 -환율", t, t),
        "text.search.rank": lambda t: search.rank("금리 환율", t, t),
        "text.search.tokens": search.tokens,
        "text.search.needed": lambda t: search.needed(search.Query((t, "금리"), ())),
        "text.search.places": lambda t: search.places(t, (t[:2], "가")),
        "text.search.excerpt": lambda t: search.excerpt(t, (t[:2], "가"), 200),
        "text.search.cut": lambda t: search.cut(t, (t[:2], "가")),
        "text.sections.named": sections.named,
        "text.sections.category": sections.category,
        "text.sections.elsewhere": sections.elsewhere,
        "text.signatures.people": lambda t: signatures.people(_lines(t)),
        "text.signatures.merged": lambda t: signatures.merged([(line, None, line) for line in _lines(t)]),
        "text.signatures.signed": lambda t: signatures.signed([(t, None, t)], [], [(line, None, line) for line in _lines(t)]),
        "text.signatures.with_mails": lambda t: signatures.with_mails([("하도경", None, None), (t, None, t)], _lines(t)),
        "text.signers.names": signers.names,
        "text.stocks.stocks": stocks.stocks,
        "text.stocks.code": stocks.code,
        "text.tails.is_pointer": tails.is_pointer,
        "text.tails.is_tail": tails.is_tail,
        "text.tails.trim": lambda t: tails.trim(_lines(t)),
        "text.tails.tail_start": lambda t: tails.tail_start(_lines(t)),
        "text.titles.clean": lambda t: titles.clean(t, ["한빛일보"]),
        "text.titles.agree": lambda t: titles.agree(t, t[::-1]),
        "text.whitespace.joined": whitespace.joined,
        "text.whitespace.visible": whitespace.visible,
        "text.whitespace.fold": whitespace.fold,
        "text.whitespace.is_folded": whitespace.is_folded,
        "text.whitespace.fold_lines": whitespace.fold_lines,
        "dedup.changes.sentences": changes.sentences,
        "dedup.changes.changes": lambda t: changes.changes(t, t[::-1]),
        "dedup.changes.words": lambda t: changes.words(t, t[::-1]),
        "dedup.changes.spans": lambda t: changes.spans(t, f"{t} {t[::-1]}"),
        "dedup.changes.kept": lambda t: changes.kept([changes.Change("reworded", t, t[::-1])]),
        "dedup.exact.content_hash": lambda t: exact.content_hash(t, t, t),
        "dedup.exact.body_hash": exact.body_hash,
        "dedup.exact.same_letters": lambda t: exact.same_letters(t, t[::-1]),
        "dedup.exact.shared_words": lambda t: exact.shared_words(t, t[::-1]),
        "dedup.exact.letters": exact.letters,
        "dedup.keys.letters": keys.letters,
        "dedup.keys.runs": Rule(lambda found: keys.runs(found, keys.RUN), keys.letters),
        "dedup.keys.keys": Rule(lambda found: keys.keys(found, found), keys.letters),
        "dedup.likeness.spelled": likeness.spelled,
        "dedup.likeness.numbers": lambda t: list(likeness.numbers(t)),
        "dedup.likeness.compare": _properties,
        "dedup.walls.Shown.of": lambda t: walls.Shown.of("1", t, t, t, datetime.now(UTC), {}),
        "dedup.walls.words": walls.words,
        "dedup.walls.is_wall": Rule(lambda pages: walls.is_wall(pages), _shown),
        "extract.about.shared": lambda t: about.shared(t, t),
        "extract.about.is_of_page": about.is_of_page,
        "extract.address.named": lambda t: address.named([t], _ARTICLE, _SITE),
        "extract.address.kind": lambda t: address.kind(t, _ARTICLE, _SITE),
        "extract.body.once": Rule(body.once, _printed),
        "extract.body.is_prose": body.is_prose,
        "extract.deck.lift_deck": Rule(lambda found: deck.lift_deck(found, "금리 동결"), _printed),
        "extract.deck.is_apparatus": deck.is_apparatus,
        "extract.deck.is_tool": deck.is_tool,
        "extract.deck.signed": deck.signed,
        "extract.deck.without_summary": Rule(deck.without_summary, lambda t: _printed(f"요약\n- 가\n{t}")),
        "extract.deck.same_words": lambda t: deck.same_words(t, t),
        "extract.head.Head.contradicts": lambda t: _head(t).contradicts("금리 동결"),
        "extract.head.Head.has_whole": lambda t: _head(t).has_whole(f"{t}…"),
        "extract.head.Head.headings": lambda t: _head(t).headings(),
        "extract.head.Head.headlines": lambda t: _head(t).headlines(),
        "extract.headline.is_name": headline.is_name,
        "extract.linked.Linked.article": _linked,
        "extract.linked.Linked.body": _linked,
        "extract.linked.Linked.images": _linked,
        "extract.linked.Linked.raw": _linked,
        "extract.loose.values": loose.values,
        "extract.metadata.open_graph": lambda t: metadata.open_graph({"author": [t], "og:title": [t], "article:section": [t]}),
        "extract.named.is_plain": lambda t: named.is_plain(_lines(t)),
        "extract.named.is_summary": lambda t: named.is_summary(f"{t}요약"),
        "extract.notices.bare": notices.bare,
        "extract.notices.said": notices.said,
        "extract.notices.most": lambda t: notices.most([notices.said(line) for line in _lines(t)]),
        "extract.pictures.largest": pictures.largest,
        "extract.printed.list_kind": lambda t: printed.list_kind({"list-style-type": t}),
        "extract.sheet.declared": sheet.declared,
        "extract.sheet.holds": sheet.holds,
        "extract.strays.without_strays": Rule(lambda found: strays.without_strays(found, "금리 동결"), _printed),
        "extract.strays.is_headline": strays.is_headline,
        "extract.style.blanks": lambda t: style.blanks({"font-size": t, "color": t, "visibility": t}),
        "extract.style.shows": lambda t: style.shows({"font-size": t, "color": t, "visibility": t}, "font-size"),
        "extract.told.holds": lambda t: told.holds(t, t[::-1]),
        "extract.told.is_cut": told.is_cut,
        "extract.told.is_more": Rule(lambda found: told.is_more(found, found[1:], premium=False), _printed),
        "extract.told.is_teaser": told.is_teaser,
        "extract.told.letters": told.letters,
        "extract.told.markup": told.markup,
        "extract.told.read": lambda t: told.read(t, "금리 동결"),
        "urls.address": lambda t: (urls.address("https://a.kr/", t), urls.address(t, "/1")),
        "discovery.listing.Listing.next_url": lambda t: Listing(url="https://a.kr/{page}").next_url(t, t),
        "discovery.listing.Listing.covers": Listing(url="https://a.kr/{page}", dated="https://a.kr/{date}/{page}").covers,
        "discovery.answer.kind_of": answer.kind_of,
        "discovery.answer.is_xml": answer.is_xml,
        "discovery.answer.became": lambda t: answer.became("feed", t, "https://a.kr/"),
        "discovery.markup.plain": markup.plain,
        "discovery.markup.read": lambda t: (markup.read(f"<rss><channel>{t}"), markup.read(f"<urlset><url><loc>{t}")),
        "discovery.channel.Channel.covers": Feed(url="https://a.kr/").covers,
        "urls.Site.identity": lambda t: _SITE and _SITE.identity(f"https://www.mk.co.kr/{t}"),
        "urls.Site.article": lambda t: _SITE and _SITE.article(f"https://www.mk.co.kr/{t}"),
        "urls.Site.key": lambda t: _SITE and _SITE.key(f"{_ARTICLE}?{t}"),
        "urls.Site.address": lambda t: _SITE and _SITE.address(f"{_ARTICLE}?{t}"),
        "urls.Sites.find": lambda t: (_SITES.find(t), _SITES.find(f"https://{t}.kr/")),
        "urls.Sites.article": lambda t: _SITES.article(f"https://www.mk.co.kr/{t}"),
        "urls.Sites.key": lambda t: (_SITES.key(t), _SITES.key(f"https://{t}/")),
        "urls.Sites.page_key": lambda t: _SITES.page_key(f"https://a.kr/{t}?{t}"),
        "urls.plain_key": lambda t: (urls.plain_key(f"https://a.kr/{t}?{t}#{t}"), urls.plain_key(t)),
        "urls.without_tracking": lambda t: urls.without_tracking(f"https://a.kr/{t}?{t}#{t}"),
    }).items()
}  # fmt: skip
"""Every public rule that reads a text, and how it is asked of one."""

_page_rule = partial(Rule, made=trees.parse)
PAGE_RULES: dict[str, Rule] = {
    "extract.body.paragraphs": _page_rule(body.paragraphs),
    "extract.beside.before": _page_rule(_every(beside.before)),
    "extract.beside.behind": _page_rule(_every(beside.behind)),
    "extract.beside.edge": _page_rule(_every(lambda e: beside.edge(e, last=True))),
    "extract.deck.section_heads": _page_rule(deck.section_heads),
    "extract.deck.deck_under": _page_rule(lambda tree: deck.deck_under(tree, "금리 동결")),
    "extract.deck.deck_between": _page_rule(lambda tree: deck.deck_between(tree, "금리 동결", list(tree.iter("*"))[-1])),
    "extract.deck.heading": _page_rule(lambda tree: deck.heading(tree, "금리 인상")),
    "extract.embedded.article": _page_rule(embedded.article),
    "extract.fallback.read": _page_rule(lambda tree: fallback.read(tree, _ARTICLE, title="금리 동결")),
    "extract.fallback.read_body": _page_rule(lambda tree: fallback.read_body(tree, "금리 동결")),
    "extract.fallback.byline_near": _page_rule(_every(fallback.byline_near)),
    "extract.formula.write_formula": _page_rule(_every(lambda e: formula.write_formula(e, lambda *_: None, "1"), "mfrac", "msup")),
    "extract.headline.headline": _page_rule(lambda tree: headline.headline(tree, next(tree.iter("div"), None))),
    "extract.leaving.leaving": Rule(lambda made: leaving.leaving(*made), lambda t: (Outline(trees.parse(t), None), t)),
    "extract.listing.is_headline": _page_rule(_every(listing.is_headline)),
    "extract.listing.items": _page_rule(_every(listing.items, "body", "div", "ul")),
    "extract.listing.heading": _page_rule(_every(listing.heading)),
    "extract.listing.is_in_list": _page_rule(_every(listing.is_in_list)),
    "extract.listing.is_list": _page_rule(_every(listing.is_list, "body", "div", "ul")),
    "extract.under.printed_under": _page_rule(_every(under.printed_under, "h1", "h2")),
    "extract.locate.locate": _page_rule(locate.locate),
    "extract.locate.is_wrapper": _page_rule(lambda tree: locate.is_wrapper(tree, next(tree.iter("div"), tree))),
    "extract.locate.prose_lines": _page_rule(locate.prose_lines),
    "extract.locate.amount": _page_rule(locate.amount),
    "extract.locate.amounts": _page_rule(lambda tree: locate.amounts(list(tree.iter("div", "p")))),
    "extract.measure.sizes": _page_rule(lambda tree: measure.sizes(list(tree.iter("*")), len, trees.UNSEEN)),
    "extract.locate.holds_prose": _page_rule(locate.holds_prose),
    "extract.head.read": _page_rule(lambda tree: head.read(tree, _ARTICLE)),
    "extract.microdata.article": _page_rule(microdata.article),
    "extract.named.is_named_furniture": _page_rule(_every(named.is_named_furniture)),
    "extract.named.tells": _page_rule(_every(named.tells)),
    "extract.named.is_foreign": _page_rule(_every(lambda e: named.is_foreign(e, trees.lines(e).split("\n")))),
    "extract.notices.notice": Rule(lambda page: notices.notice(page, ["금리 동결"]), lambda t: Outline(trees.parse(t), None)),
    "extract.notices.hinted": Rule(lambda page: notices.hinted(page, ["금리 동결"]), lambda t: Outline(trees.parse(t), None)),
    "extract.opened.openers": _page_rule(lambda tree: opened.openers(list(tree.iter("div", "p", "span")), tree)),
    "extract.others.drop_others": _page_rule(lambda tree: others.drop_others(tree, next(tree.iter("h1"), None))),
    "extract.outline.Outline.is_spoken_to": _page_rule(lambda tree: Outline(tree, "금리 동결").is_spoken_to()),
    "extract.page.ArticlePage.matches": _page_rule(lambda tree: [page.matches(tree) for page in Mk.facts().pages]),
    "extract.page.ArticlePage.read": _page_rule(_page_read),
    "extract.pictures.lift": _page_rule(lambda tree: pictures.lift(tree, ".caption", boxes=True)),
    "extract.printed.keeps_lines": _page_rule(_every(lambda e: printed.keeps_lines(e, {}))),
    "extract.printed.number_list": _page_rule(_every(lambda e: printed.number_list(e, {}), "ol", "ul")),
    "extract.printed.print_lines": _page_rule(_every(lambda e: printed.print_lines(e, collapsed=False), "pre", "div")),
    "extract.refusal.refused": Rule(refusal.refused, _seen),
    "extract.refusal.doubts": Rule(lambda seen: list(refusal.doubts(seen, ["금리 동결"])), _seen),
    "extract.rest.is_part": _page_rule(_every(lambda e: rest.is_part(e, _SENTENCE), "p", "div")),
    "extract.rest.has_further_page": _page_rule(lambda tree: rest.has_further_page(tree.iter("a"), _ARTICLE, _ARTICLE)),
    "extract.sheet.sheet_of": _page_rule(sheet.sheet_of),
    "extract.sheet.sheet_style": _page_rule(_SHEETED),
    "extract.shown.settle": _page_rule(shown.settle),
    "extract.style.style_of": _page_rule(_every(lambda e: style.style_of(e, sheet.sheet_of(e)))),
    "extract.style.is_block": _page_rule(_every(lambda e: style.is_block(e, style.style_of(e, sheet.Sheet())))),
    "extract.style.is_unseen": _page_rule(_every(lambda e: style.is_unseen(e, style.style_of(e, sheet.Sheet())))),
    "extract.style.raised_by": _page_rule(_every(lambda e: style.raised_by(e, style.style_of(e, sheet.Sheet())))),
    "extract.tree.parse": Rule(trees.parse),
    "extract.tree.select": _page_rule(lambda tree: trees.select(tree, "div p")),
    "extract.tree.Finder.on": _page_rule(_finder),
    "extract.tree.elements": _page_rule(lambda tree: trees.elements(tree, "div > p")),
    "extract.tree.strings": _page_rule(lambda tree: trees.strings(tree.iter("p"))),
    "extract.tree.lines": _page_rule(trees.lines),
    "extract.tree.text": _page_rule(_text),
    "extract.tree.pieces": _page_rule(lambda tree: list(trees.pieces(tree))),
    "extract.tree.content": _page_rule(trees.content),
    "extract.tree.marks": _page_rule(_every(trees.marks)),
    "extract.tree.drop": _page_rule(lambda tree: trees.drop(list(tree.iter("p", "br")))),
    "discovery.listing.Listing.read": Rule(lambda t: Listing(url="https://www.mk.co.kr/", region="ul").read(t, "https://www.mk.co.kr/", _SITES)),
    "discovery.feeds.Feed.read": Rule(lambda t: Feed(url="https://www.mk.co.kr/").read(t, "https://www.mk.co.kr/", _SITES)),
    "discovery.feeds.NewsSitemap.read": Rule(lambda t: NewsSitemap(url="https://www.mk.co.kr/").read(t, "https://www.mk.co.kr/", _SITES)),
    "loaders.read": Rule(lambda t: loaders.read(t, _ARTICLE, Mk.facts())),
    "loaders.read, generic": Rule(lambda t: loaders.read(t, _ARTICLE, Mk.facts(), generic=True)),
}  # fmt: skip
"""Every public rule that reads a page, and how it is asked of one; at the end the reading of a whole page."""
