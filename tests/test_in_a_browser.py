"""What is stored is what a browser shows: its numbers, each whole, none more and none less."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, sync_playwright
from scrapy.utils.project import get_project_settings

from newscrawl import cases
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CASES
from newscrawl.extract import tree
from newscrawl.extract.shown import settle
from newscrawl.loaders import read
from newscrawl.text.encoding import decode
from tests.test_browse import CHROMIUM, FLAGS, in_a_browser

SOURCES = load_sources(get_project_settings())
ARTICLES = [case for case in cases.load(CASES) if case.kind == "article"]
ADDRESS = "https://n.news.naver.com/mnews/article/001/0000000001"

# What sites' own style sheets say of their classes, and a sheet of the page for one that only it knows.
STYLE = """
.blind, .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }
.screen_out, .d-none, .print-only { display: none } .invisible { visibility: hidden }
.gone { display: none } #lost { visibility: hidden } .struck { text-decoration: line-through }
#dic_area .deep, .box .deep { display: none } span.tagged, b.tagged { visibility: hidden } p > i[data-x="h"] { display: none }
@media screen { .seen-by-none { display: none } } .forced { display: none !important } .deep.on { color: red }
@layer a { .layered { display: none } } .plain { display: none } .box .plain, #dic_area .plain { display: inline }
.up { vertical-align: super } .lines { white-space: pre-line }
@media print { .printed { display: none } }
"""
LEAD = (
    "한국은행 금융통화위원회는 통화정책방향 회의를 열고 기준금리를 그대로 두기로 했다고 밝혔다. 시장에서는 물가와 환율을 함께 보겠다는"
    " 뜻으로 풀이했다. 위원들은 성장이 더디어지는 것을 걱정하면서도 집값과 가계의 빚이 다시 늘어날 수 있다는 데에 뜻을 모았다고 전했다."
)
# The rendered text: letters that a reader cannot see are taken out of the page, raised and lowered digits are told apart. AMP pages
# are blank for as long as an animation of their style sheet waits for AMP's script.
RENDERED = """
boxes => document.getAnimations().forEach(each => each.cancel()) || boxes.map(box => {
    box.querySelectorAll('details').forEach(each => each.open = true)
    const nodes = [], walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) nodes.push(walker.currentNode)
    const within = e => { const all = []; for (; e && e !== box; e = e.parentElement) all.push(e); return all }
    const unseen = node => {
        const range = document.createRange()
        range.selectNodeContents(node)
        const rects = [...range.getClientRects()].filter(r => r.width && r.height)
        if (!rects.length || rects.every(r => r.right + scrollX <= 0 || r.bottom + scrollY <= 0)) return true
        if (!node.parentElement.checkVisibility({opacityProperty: true, visibilityProperty: true})) return true
        if (getComputedStyle(node.parentElement).color === 'rgba(0, 0, 0, 0)') return true
        return within(node.parentElement).some(e => {
            const style = getComputedStyle(e), r = e.getBoundingClientRect()
            return style.textDecorationLine.includes('line-through')
                || (style.overflow !== 'visible' && style.display !== 'inline' && (r.width <= 1 || r.height <= 1))
                || /^inset\\((50|100)%/.test(style.clipPath) || parseFloat(style.fontSize) <= 1
                || style.filter === 'opacity(0)'
        })
    }
    const places = {super: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉'}
    const place = node => {
        const raised = within(node.parentElement).flatMap(e => [getComputedStyle(e).verticalAlign, getComputedStyle(e).fontVariantPosition]).find(v => v in places)
        return raised ? node.data.replace(/[0-9]/g, digit => places[raised][digit]) : node.data
    }
    // A reading stands above or behind its word, and innerText glues it there.
    const set = node => node.parentElement.closest('rt') ? ` ${place(node)} ` : place(node)
    const control = node => node.parentElement.closest('button, select, textarea')  // a label, and no text
    const shown = nodes.map(node => unseen(node) || control(node) ? '' : set(node))
    nodes.forEach((node, at) => node.data = shown[at])
    // Else innerText breaks the line where an empty box is taken out of it.
    box.querySelectorAll('*').forEach(e => {
        if (nodes.some(node => e.contains(node)) && !e.textContent.trim() && e.localName !== 'td') e.style.display = 'none'
    })
    return box.innerText
})
"""
ASCII = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NUMBER = re.compile("[0-9][0-9,.]*|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,.]*|[₀-₉][₀-₉,.]*")


def numbers(text: str) -> list[str]:
    """The numbers of a text, raised and lowered ones apart from what they stand beside.

    >>> numbers("1.9²%, 2,641.30. 3^(1,2)")
    ['1.9', '2', '2,641.30', '3', '1,2']
    """
    text = re.sub(r"\^\(([^()]*)\)", lambda mark: mark[1].translate(UP), re.sub("[\u200b\u2060\ufeff]", "", text))
    return [number.rstrip(",.").translate(ASCII) for number in NUMBER.findall(text)]


class Browser:
    """A tab that shows pages of these tests: no script of a page runs in it, and nothing is asked of the net."""

    def __init__(self, tab: Page) -> None:
        self._tab = tab
        self._page = ""
        tab.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        if route.request.is_navigation_request() and route.request.frame.parent_frame is None:
            policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
            route.fulfill(body=self._page, content_type="text/html; charset=utf-8", headers=policy)
        else:
            route.abort()

    def show(self, page: str) -> None:
        self._page = page
        self._tab.goto("http://page.example/", wait_until="domcontentloaded")

    def texts(self, css: str) -> list[str]:
        """The rendered texts of the elements that a selector matches."""
        found: list[str] = self._tab.eval_on_selector_all(css, RENDERED)
        return found

    def markers(self) -> list[str]:
        """The numbers that are drawn before the items of lists, as the browser names them to a screen reader."""
        tree = self._tab.context.new_cdp_session(self._tab).send("Accessibility.getFullAXTree")
        return [node["name"]["value"] for node in tree["nodes"] if node["role"]["value"] == "ListMarker"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Browser(chromium.new_page(viewport=dict(width=1280, height=900)))
        chromium.close()


class Writer:
    """Writes markup at random, of which only a browser knows what it shows."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def number(self) -> str:
        self.count += 1
        made = [f"{self.count},{self.random.randrange(100, 999)}.{self.random.randrange(10, 99)}"]
        made += [f"{self.count}.{self.random.randrange(1, 99)}", str(self.count), f"{self.count}억"]
        return self.random.choice(made)

    def one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def unseen(self, inner: str) -> str:
        tag = self.one("span", "em", "b", "i", "font")
        style = self.one(
            *(
                "display:none",
                "DISPLAY: none !important",
                "visibility:hidden",
                "font-size:0",
                "font-size: 0px;color:red",
            ),
            "display:inline-block;width:0;height:0;overflow:hidden",
            *(
                "position:absolute;left:-9999px",
                "position:absolute;clip:rect(0,0,0,0);width:1px;height:1px;overflow:hidden",
            ),
            *(
                "display:inline-block;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)",
                "opacity:0",
                "color:transparent",
            ),
            "display:inline-block;text-indent:-9999px;overflow:hidden;width:9px;white-space:nowrap",
            *("font:0/0 a", "color:#0000", "color:rgba(0,0,0,0)", "/* x */display:none", "filter:opacity(0)"),
            *(
                "position:relative;left:-9999px",
                "position:absolute;margin-left:-9999px",
                "display:inline-block;transform:scale(0)",
            ),
            *("display:inline-block;height:0;overflow-y:hidden", "clip-path:inset(100%)", "font-size:1px"),
            "display:inline-block;transform:translateX(-9999px)",
        )
        how = self.one(
            *('class="deep"', 'class="seen-by-none"', 'class="forced" style="display:inline"', 'class="layered"'),
            *('class="d-none"', 'class="invisible"', 'class="print-only"'),
            f'style="{style}"',
            "hidden",
            'hidden=""',
            'class="blind"',
            'class="x sr-only"',
            'class="gone"',
            'id="lost"',
        )
        return self.one(
            *[f"<{tag} {how}>{inner}</{tag}>"] * 6,
            f'<span style="visibility:hidden">{inner}<b style="visibility:visible">{self.number()}</b>{inner}</span>',
            f"<template>{inner}</template>",
            f"<noscript>{inner}</noscript>",
            f"<noembed>{inner}</noembed>",
            *(f'<span class="tagged">{inner}</span>', f'<i class="printed" hidden>{inner}</i>'),
            f"<datalist><option>{inner}</option></datalist>",
            f"<script>{inner}</script>",
            f"<!-- {inner} -->",
        )

    def tagged(self, inner: str, *names: str) -> str:
        name = self.one(*names)
        return f"<{name}>{inner}</{name.split()[0]}>"

    def word(self) -> str:
        """A number with what may stand within it or touch it."""
        number = self.number()
        at = self.random.randrange(len(number) + 1)
        mark = self.one("1)", "2", "[3]", "*", "1,2", "-3", "주1)", '<a href="#n1">4</a>')
        return self.one(
            number,
            f"{number[:at]}{self.unseen('77')}{number[at:]}",
            f"{number[:at]}{self.one('<wbr>', '<!-- 9 -->', '&#8203;', '<b></b>')}{number[at:]}",
            number[:at] + self.tagged(number[at:], "b", "font color=red", "mark", "u", "a href=/stock"),
            number + self.tagged(mark, "sup", 'span style="vertical-align:super"', "i class=up"),
            f"10<sup>{self.count}</sup>",
            f"m<sup>2</sup> CO<sub>2</sub> {number}",
            f"PM<sub>2.5</sub> {number}",
            f"{self.tagged(self.number(), 'del', 's', 'strike')} {number}",
            number[:at]
            + self.tagged("5", "span style=text-decoration:line-through", "s", "em class=struck")
            + number[at:],
            f"{self.tagged(self.number(), 'span class=struck')} <ins>{number}</ins>",
            f"<ruby>{number}<rp>(</rp><rt>{self.number()}</rt><rp>)</rp></ruby>",
            f"<q>{number}</q>",
            f'<b style="display:block">{number}</b><b style="display:block">{self.number()}</b>',
            f'<span style="float:left">{number}</span>{self.number()}',
            f'<b class="plain">{number}</b>',
            f'<s style="text-decoration:none">{number}</s>',
            f'<span style="display:grid"><b>{number}</b><b>{self.number()}</b></span>',
            f'10<span style="font-variant-position:super">{self.count}</span>',
            f"<math><msubsup><mi>x</mi><mn>4</mn><mn>{self.count}</mn></msubsup></math>",
            f"<math><semantics><mn>{number}</mn><annotation>{self.number()}</annotation></semantics></math>",
            f"<math><msup><mn>10</mn><mn>{self.count}</mn></msup></math>",
        )

    def sentence(self) -> str:
        words = " ".join(f"지수는 {self.word()} 만큼" for _ in range(self.random.randrange(1, 4)))
        control = self.one(*[""] * 9, "<select><option>77</option></select>", "<button>88</button>", "<input value=99>")
        return f"이날 {words} 움직였다고 밝혔다.{control}"

    def cell(self) -> str:
        return self.one(self.word(), "은행", f"{self.number()}<br>({self.number()})")

    def table(self) -> str:
        rows = [[self.cell() for _ in range(3)] for _ in range(self.random.randrange(1, 4))]
        body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        caption = self.one("", f"<caption>금리(단위: {self.number()}%)</caption>")
        wide = f'<tr><th rowspan="2">{self.number()}</th><th colspan="2">{self.number()}</th></tr>'
        return f"<table>{caption}{self.one('', wide)}{self.one(body, f'<tbody>{body}</tbody>')}</table>"

    def lines(self, end: str) -> str:
        return end.join(self.sentence() for _ in range(self.random.randrange(1, 4)))

    def block(self, depth: int = 0) -> str:
        inner = self.sentence() if depth > 2 else self.one(self.sentence(), self.block(depth + 1), self.lines("<br>"))
        items = "".join(f"<li>항목 {self.sentence()}</li>" for _ in range(3))
        columns = "\n".join(f"은행  {self.number()}\t{self.number()}" for _ in range(3))
        return self.one(
            *(f"<p>{self.sentence()}</p>", f"<p>{self.lines('<br>')}</p>", f"<div>{inner}</div>") * 3,
            *(f"<{tag}>{inner}</{tag}>" for tag in ("section", "blockquote", "address", "center", "fieldset")),
            f"{self.sentence()}<br>",
            f"<p>{self.sentence()}</p>" + self.one("<p hidden>99</p>", '<div style="display:none"><p>99</p></div>'),
            f"2,641{self.one('<div style=display:none>88</div>', '<dialog>88</dialog>')}.30 {self.sentence()}<br>",
            self.tagged(items, "ul", "ol", "ol start=5", "ol style=list-style:none"),
            f"<dl><dt>기준 {self.number()}</dt><dd>{self.sentence()}</dd></dl>",
            f"<details><summary>요약 {self.number()}</summary>{inner}</details>",
            self.table(),
            self.tagged(
                self.table() + self.tagged(f"자료 {self.number()}", "figcaption"), "figure", "figure class=table"
            ),
            f"<figure><blockquote>{self.sentence()}</blockquote><figcaption>하도경 {self.number()}</figcaption></figure>",
            f"<pre>{self.sentence()}\n{columns}\n\n{self.sentence()}</pre>",
            self.tagged(
                self.lines("\n"), "div style=white-space:pre-line", "p style=white-space:pre-wrap", "p class=lines"
            ),
            f'2<div style="display:inline-block">6</div>.30 {self.sentence()}<br>',
            f'<div style="display:inline">{self.number()}</div><div style="display:inline">7</div><br>',
        )

    def box(self) -> str:
        return f"<p>{LEAD}</p>" + "".join(self.block() for _ in range(self.random.randrange(2, 7)))


def made(box: str) -> str:
    """A page of Naver's layout with this box."""
    return (
        f"<!doctype html><html lang=ko><head><meta charset=utf-8><style>{STYLE}</style>"
        '<meta property="og:title" content="지수가 움직였다"></head><body>'
        '<h2 class="media_end_head_headline">지수가 움직였다</h2>'
        '<span class="_ARTICLE_DATE_TIME" data-date-time="2026-11-20 10:30:00">입력</span>'
        f'<article id="dic_area">{box}</article></body></html>'
    )


@in_a_browser
def test_the_numbers_of_a_body_are_those_that_a_browser_shows(browser: Browser) -> None:
    boxes = [Writer(seed).box() for seed in range(300)]
    # Many boxes on one page: what a browser takes its time for is another page.
    page = made("").replace(
        '<article id="dic_area"></article>', "".join(f"<article class=box>{box}</article>" for box in boxes)
    )
    browser.show(page)
    shown = browser.texts(".box")
    assert len(shown) == len(boxes)
    wrong, compared = [], 0
    for box, text in zip(boxes, shown, strict=True):
        body = read(made(box), ADDRESS, SOURCES["naver"].facts()).body
        # Markers of lists are no text to a browser; a test of their own has them.
        own, theirs = numbers(re.sub(r"(?m)^[0-9]+\. (?=항목)", "", body)), numbers(text)
        compared += len(theirs)
        if own != theirs:
            wrong.append((box, own, theirs))
    assert compared > 3000
    assert wrong == []


@in_a_browser
def test_the_lines_of_a_recorded_body_are_lines_that_a_browser_shows(browser: Browser) -> None:
    wrong, pages, lines = [], 0, 0
    for case in ARTICLES:
        text = decode(case.body, case.content_type)[0]
        facts = SOURCES[case.source].facts()
        article = read(text, case.url, facts)
        if article.extraction.get("body") not in ("layout", "generic"):
            continue  # a script would print the text
        css = next((page.body for page in facts.pages if page.matches(tree.parse(text))), "body")
        browser.show(text)
        shown = list(map(squeezed, browser.texts(css)))
        pages += 1
        for line in re.split(r"[\n\t]+", article.body):
            lines += 1
            if not any(squeezed(line) in box for box in shown):
                wrong.append((case.name, line))
    assert pages > 60 and lines > 500
    assert wrong == []


def squeezed(text: str) -> str:
    """A text without blanks and signs of no width, which a browser and the archive set differently."""
    return re.sub(r"\s+|[\u200b-\u200f\u00ad\ufeff]", "", text)


LISTS = (
    "<ol><li>가</li><li>나</li></ol>",
    "<ol start=3><li>가</li><li value=9><p><b>나</b></p></li><li><a href=/1>다</a></li></ol>",
    "<ol reversed><li>가</li><li>나</li><li>다</li></ol>",
    "<ol reversed start=0><li>가</li><li>나</li></ol>",
    "<ol type=a><li>가</li><li>나</li></ol><ol type=I start=4><li>가</li></ol><ol type=1 start=x><li>가</li></ol>",
    '<ol style="list-style: none"><li>가</li></ol><ol class="bare"><li>가</li></ol>',
    "<ol><li>가</li><li hidden>나</li><li>다</li></ol>",
    "<ul><li>가</li></ul>",
    '<ol style="list-style: disc"><li>가</li></ol><ul style="list-style: decimal"><li>가</li><li>나</li></ul>',
    '<ol style="list-style-type: upper-alpha" start=27><li>가</li></ol><ol class="zero"><li>가</li><li class="bare">나</li></ol>',
    '<ol style="list-style: hangul"><li>가</li><li>나</li></ol><ol><span><li>가</li><li>나</li></span></ol>',
    '<ol type=A style="list-style-type: lower-roman"><li>가</li></ol><ol class="bare" style="list-style: inside"><li>가</li></ol>',
)


@in_a_browser
@pytest.mark.parametrize("listed", LISTS)
def test_the_numbers_of_a_list_are_those_that_a_browser_draws(browser: Browser, listed: str) -> None:
    page = f"<style>.bare {{ list-style: none }} .zero > li {{ list-style-type: decimal-leading-zero }} ol .bare {{ list-style: none !important }}</style>{listed}"
    browser.show(page)
    drawn = [marker for marker in browser.markers() if marker != "• "]
    box = tree.parse(page).find("body")
    assert box is not None
    settle(box)
    assert [line[:-1] for line in tree.lines(box).split("\n") if len(line) > 1] == drawn
