"""Pages that are no article, and hard ones that are: the texts of `tests/walls` in the frames of the recorded sites.

`python -m tests.no_articles` prints how many are told rightly, kind by kind.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html as markup
from lxml.etree import _Element
from scrapy.utils.project import get_project_settings

from newscrawl import cases, reading
from newscrawl.bases.source import load_sources
from newscrawl.cases import Case
from newscrawl.commands.running import CASES
from newscrawl.extract import embedded
from newscrawl.extract import tree as trees
from newscrawl.extract.page import ArticlePage
from newscrawl.items import Article
from newscrawl.loaders import NotAnArticle
from newscrawl.text import dates
from newscrawl.text.encoding import decode

SOURCES = load_sources(get_project_settings())
RECORDED = cases.load(CASES)
TEXTS = Path(__file__).parent / "walls"
UNKNOWN = "https://www.example-news.kr/article/20261120004711"
# The boxes beside an article that have prose of their own: a ranking whose summaries are no links, cards, a foot.
RANKING = "".join(
    f"<li><a href='/article/{n}'><strong>{head}</strong></a><p>{line}</p></li>"
    for n, (head, line) in enumerate(
        (
            ("반도체 수출 넉 달째 늘었다", "반도체 수출이 지난달 112억달러를 기록했다. 인공지능 수요가 이끌었다."),
            ("전세가율 70% 넘은 단지 속출", "매매가 대비 전세가 비율이 70%를 넘는 단지가 늘고 있다. 매물도 줄었다."),
            ("배터리 3사 가동률 51%로", "국내 배터리 3사의 가동률이 51%까지 떨어졌다. 재고가 쌓인 탓이다."),
            ("내년 최저임금 1만700원", "내년 최저임금이 시간당 1만700원으로 정해졌다. 올해보다 2.9% 올랐다."),
            ("항공사 유류할증료 또 인상", "항공사들이 다음 달 유류할증료를 두 단계 올린다. 국제유가가 오른 영향이다."),
        ),
        801,
    )
)
SIDE = f"<div class='box7'><h4>지금 많이 읽는 기사</h4><ul>{RANKING}</ul></div>"
FOOT = "<div class='bottom'><p>서울 중구 가나로 1, 대표전화 02-000-0000, 등록번호 서울아00000, 발행인 하도경</p><p>Copyright 2026 무단 전재 및 재배포 금지</p></div>"
MENU = "<div class='top'><a href='/'><img alt='로고'></a><a href='/economy'>경제</a><a href='/stock'>증권</a><a href='/login'>로그인</a><a href='/subscribe'>구독</a></div>"


class Page(NamedTuple):
    """A made page; ``wanted`` is its outcome, "article" for one that is to be kept, and ``text`` what is then its text."""

    name: str
    url: str
    html: str
    wanted: str
    held: bool
    text: str = ""


def texts(name: str) -> list[dict[str, Any]]:
    """The rows of one file of texts."""
    rows: list[dict[str, Any]] = json.loads((TEXTS / f"{name}.json").read_text(encoding="utf-8"))
    return rows


@cache
def framed() -> tuple[Case, ...]:
    """The recorded articles whose page has a layout, and no second text in a script: their markup is the frame of another text."""
    return tuple(
        c
        for c in RECORDED
        if c.kind == "article" and _layout(_tree(c), c) is not None and embedded.article(_tree(c))[1] is None
    )


def _tree(case: Case) -> _Element:
    return trees.parse(decode(case.body, case.content_type)[0])


def _layout(tree: _Element, case: Case) -> ArticlePage | None:
    return next((page for page in SOURCES[case.source].pages if page.matches(tree)), None)


def _fragment(inner: str) -> list[_Element]:
    root = markup.fragment_fromstring(inner, create_parent="div")
    root.tail = None
    return [root]


def _own_texts(tree: _Element, page: ArticlePage, keep: str = "") -> None:
    """Take out what the frame's article says of itself."""
    for css in (page.title, page.subtitle, page.authors, page.published, page.modified):
        if css and css != keep:
            for hit in trees.elements(tree, ", ".join(part.split("::")[0] for part in css.split(","))):
                if hit.tag not in ("html", "body", "head", "meta"):
                    hit.clear()


def in_site(case: Case, title: str, inner: str, *, article: bool) -> str:
    """A text in a recorded page's frame: with the page's time, address and body box, or as a page that has none of its own."""
    assert case.expected is not None
    tree = _tree(case)
    page = _layout(tree, case)
    assert page is not None
    body = trees.elements(tree, ", ".join(part.split("::")[0] for part in page.body.split(",")))
    heads = [h for h in tree.iter("h1", "h2", "h3", "h4") if trees.text(h) == case.expected["title"]]
    for script in list(tree.iter("script")):
        if article and "ld+json" in (script.get("type") or ""):
            script.text = (script.text or "").replace(case.expected["title"], title)
        elif "ld+json" in (script.get("type") or "") or "pageProps" in (script.text or ""):
            script.text = ""
    for meta in list(tree.iter("meta", "link")):
        name = meta.get("property") or meta.get("name") or meta.get("rel") or ""
        if name in ("og:title", "twitter:title", "title"):
            meta.set("content", title)
        elif not article and any(
            word in name for word in ("article", "og:", "canonical", "twitter", "date", "time", "description")
        ):
            trees.drop([meta])
    for found in tree.iter("title"):
        found.text = f"{title} - {SOURCES[case.source].publisher or '뉴스'}"
    if article:
        for h in heads:
            h.clear()
            h.text = title
    else:
        _own_texts(tree, page)
        for h in heads:
            h.clear()
    for label in list(tree.iter("h2", "h3", "h4", "strong", "span")):
        if "요약" in trees.text(label)[:12] and (box := label.getparent()) is not None:
            box.clear()  # the frame's article in two lines
    if not article:
        for leaf in [
            e for e in tree.iter() if isinstance(e.tag, str) and not len(e) and dates.labelled(e.text or "")[0]
        ]:
            leaf.text = ""
    first = body[0]
    attributes = [(name, first.get(name) or "") for name in map(str, first.attrib)]
    tail = first.tail
    first.clear()
    first.tail = tail
    if article:
        for name, value in attributes:
            first.set(name, value)
    for part in _fragment(inner):
        first.append(part)
    for other in body[1:]:
        if other.getparent() is not None and first not in other.iterancestors():
            trees.drop([other])
    return str(markup.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def bare(title: str, inner: str, *, around: bool = False, head: str = "", stamp: str = "") -> str:
    """A text on a page of a site that nobody knows, with or without a frame."""
    top, side, foot = (MENU, SIDE, FOOT) if around else ("", "", "")
    return (
        f"<!doctype html><html lang='ko'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body>{top}<div class='cont'>{stamp}{inner}</div>{side}{foot}</body></html>"
    )


def notices() -> Iterator[Page]:
    """Every notice in five frames: none, an unknown site's, three of recorded sites; some in those of articles that kept headline and time."""
    sites = framed()
    timed = [case for case in sites if case.expected and case.expected["published_at"]]
    for number, row in enumerate(texts("notices")):
        title, inner, wanted, held = row["title"], row["html"], row["outcome"], row.get("held", False)
        case = sites[number * 7 % len(sites)]
        if row.get("frame") == "article":
            for case in (timed[(number * 7 + step * 31) % len(timed)] for step in range(3)):
                name = f"notice {number} in the article {case.source}/{case.name}"
                yield Page(name, case.url, in_site(case, title, inner, article=True), wanted, held)
            continue
        if row.get("frame") in ("script", "shell"):
            yield Page(f"notice {number} bare", case.url, bare(title, inner), wanted, held)
            yield Page(f"notice {number} unknown", UNKNOWN, bare(title, inner), wanted, held)
            continue
        yield Page(f"notice {number} bare", case.url, bare(title, inner), wanted, held)
        yield Page(f"notice {number} unknown", UNKNOWN, bare(f"{title} | 가나경제", inner, around=True), wanted, held)
        for step in range(3):
            case = sites[(number * 7 + step * 31) % len(sites)]
            shown = inner + (SIDE if step == 2 else "")
            yield Page(
                f"notice {number} in {case.source}/{case.name}",
                case.url,
                in_site(case, title, shown, article=False),
                wanted,
                held,
            )


HEADS = (
    "가계대출 넉 달 만에 줄었다",
    "수출 8.2% 증가…반도체가 끌었다",
    "서울 아파트값 0.12% 올라",
    "코스닥 900선 회복",
    "환율 1,380원대 마감",
    "정유사 실적 엇갈려",
    "배당주 다시 본다",
    "조선 3사 수주 목표 채웠다",
)
LINES = (
    "은행권 가계대출이 지난달 1조2000억원 줄었다. 넉 달 만에 처음이다.",
    "산업부는 20일 수출입 동향을 발표했다. 무역수지는 42억달러 흑자였다.",
    "한국부동산원에 따르면 서울 아파트값은 0.12% 올랐다.",
    "코스닥지수가 1.4% 올라 900선을 되찾았다.",
    "원/달러 환율은 3.2원 내린 1,384.5원에 마감했다.",
    "정유 4사의 3분기 실적이 엇갈렸다. 정제마진이 갈랐다.",
    "연말을 앞두고 배당주에 돈이 몰린다. 수익률은 5%대다.",
    "조선 3사가 올해 수주 목표를 모두 채웠다.",
)
ITEMS = {
    "li": "<li><a href='/article/2026112000{n}'><img src='/t/{n}.jpg'><strong>{head}</strong></a><p>{line}</p><span>2026.11.20 10:2{n}</span></li>",
    "dl": "<dl><dt><a href='/news/view.php?no=9{n}'>{head}</a></dt><dd>{line}</dd><dd>하도경 기자 11-20 09:1{n}</dd></dl>",
    "a": "<a href='/article/88{n}'><h3>{head}</h3><p>{line}</p></a>",
    "tr": "<tr><td>{n}</td><td><a href='/board/77{n}'>{head}</a></td><td>2026-11-20</td></tr>",
    "card": "<div class='c'><h2><a href='/a/66{n}'>{head}</a></h2><div>{line}</div><em>가나경제</em></div>",
}


def lists() -> Iterator[Page]:
    """Sections, searches, tags, front pages and reporters' pages under an article's address, and every recorded list."""
    sites = framed()
    kinds = (
        ("아시아/호주", "rejected:list"),
        ("'금리' 검색결과", "rejected:list"),
        ("#반도체 태그 기사", "rejected:list"),
        ("가나경제 - 세상을 보는 눈", "rejected:list"),
        ("하도경 기자", "rejected:reporter"),
        ("마서윤 기자의 기사 모음", "rejected:reporter"),
        ("오피니언 | 가나경제", "rejected:list"),
        ("하다온 특파원 기자홈", "rejected:reporter"),
    )
    for number, (title, wanted) in enumerate(kinds):
        for step, (shape, item) in enumerate(ITEMS.items()):
            rows = "".join(item.format(n=n, head=h, line=t) for n, (h, t) in enumerate(zip(HEADS, LINES, strict=True)))
            inner = f"<h2>{title}</h2>" + (
                f"<table>{rows}</table>" if shape == "tr" else f"<div class='lst'>{rows}</div>"
            )
            held = (number + step) % 3 == 0
            if wanted == "rejected:reporter":
                inner = (
                    f"<h2>{title}</h2><p>경제부에서 금융을 담당합니다. 독자의 제보를 기다립니다.</p>"
                    + inner.split("</h2>", 1)[1]
                )
            yield Page(f"list {title} {shape} unknown", UNKNOWN, bare(title, inner, around=step % 2 == 0), wanted, held)
            case = sites[(number * 11 + step * 17) % len(sites)]
            yield Page(
                f"list {title} {shape} in {case.source}/{case.name}",
                case.url,
                in_site(case, title, inner, article=False),
                wanted,
                held,
            )
    for case in RECORDED:
        if case.kind == "listing" and case.body.count(b"<a ") > 5:
            own = next((c.url for c in sites if c.source == case.source), UNKNOWN)
            page = decode(case.body, case.content_type)[0]
            yield Page(f"listing {case.source}/{case.name}", own, page, "rejected:list", False)


def articles() -> Iterator[Page]:
    """Every hard article in two recorded sites, on an unknown site with a printed time, and without one as in 2005."""
    sites = framed()
    for number, row in enumerate(texts("articles")):
        title, inner, held = row["title"], row["html"], row.get("held", False)
        printed = trees.lines(trees.parse(f"<div>{inner}</div>"))
        for step in range(2):
            case = sites[(number * 5 + step * 37) % len(sites)]
            yield Page(
                f"article {number} in {case.source}/{case.name}",
                case.url,
                in_site(case, title, inner, article=True),
                "article",
                held,
                printed,
            )
        stamp = f"<h1>{title}</h1><p class='d'>입력 2026.11.20 10:22</p>"
        yield Page(
            f"article {number} unknown",
            UNKNOWN,
            bare(f"{title} - 가나경제", inner, around=True, stamp=stamp),
            "article",
            held,
            printed,
        )
        if not row.get("dated"):
            old = f"<table><tr><td><b>{title}</b></td></tr><tr><td>{inner}</td></tr></table>"
            yield Page(f"article {number} old", UNKNOWN, bare(title, old), "article", held, printed)


def outcome(page: Page) -> str:
    """What is read of a page: "article", or the reason why there is none."""
    got = result(page)
    return got if isinstance(got, str) else "article"


def result(page: Page) -> Article | str:
    """The article, or the reason why there is none."""
    try:
        return reading.article(page.html.encode(), page.url, SOURCES, content_type="text/html; charset=utf-8")
    except NotAnArticle as reason:
        return reason.reason


def own(page: Page, article: Article) -> float:
    """The share of an article's words that its text has: what is below 1 stood elsewhere on the page."""
    words = Counter(re.findall(r"\w+", article.body))
    return (words & Counter(re.findall(r"\w+", page.text))).total() / words.total()


def every() -> list[Page]:
    """All made pages."""
    return [*notices(), *lists(), *articles()]


def main() -> None:
    """Print what is told wrongly, and the shares."""
    total: Counter[tuple[str, bool]] = Counter()
    taken: Counter[tuple[str, bool]] = Counter()
    right: Counter[tuple[str, bool]] = Counter()
    for page in every():
        got = outcome(page)
        total[page.wanted, page.held] += 1
        right[page.wanted, page.held] += got == page.wanted
        taken[page.wanted, page.held] += got == "article"
        if got != page.wanted and not page.held:
            print(f"{page.name}: {got}, wanted {page.wanted}")
    print(f"{'kind':<22} {'tuned on':>24} {'held out':>24}")
    for wanted in sorted({w for w, _ in total}):
        cells = (f"{right[wanted, h]}/{total[wanted, h]} right, {taken[wanted, h]} taken" for h in (False, True))
        print(f"{wanted:<22} " + " ".join(f"{cell:>24}" for cell in cells))


if __name__ == "__main__":
    main()
