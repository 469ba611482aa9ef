"""What an element says to a reader: digits keep apart, what is unseen or struck out is no text, and all else stays."""

from __future__ import annotations

import pytest

from newscrawl.dedup.likeness import Text
from newscrawl.extract import tree
from newscrawl.extract.body import paragraphs
from newscrawl.extract.pictures import lift
from newscrawl.extract.shown import settle
from newscrawl.items import Article
from newscrawl.loaders import read
from newscrawl.text import search
from newscrawl.text.whitespace import fold
from tests.test_fidelity import LEAD, SOURCES, article

LONG = f"<p>{LEAD}</p><p>{LEAD.replace('20일', '21일')}</p>"


def shown(markup: str, style: str = "") -> list[str]:
    """The paragraphs of a body behind a long one."""
    box = tree.parse(f"<head><style>{style}</style></head><body>{LONG}{markup}</body>").find("body")
    assert box is not None
    settle(box)
    return [paragraph.text for paragraph in paragraphs(box)][2:]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("2.1<sup>1)</sup>%", "2.1¹⁾%"),
        ("1.9<sup> 2 </sup>%", "1.9 ² %"),
        ("1.9<SUP><a href='#fn1'>1</a></SUP>%", "1.9¹%"),
        ("1.9<a href='#fn1'><sup>1</sup></a>%", "1.9¹%"),
        ("1.9<sup>[2]</sup>%, 2.0<sup>*</sup>%", "1.9[2]%, 2.0*%"),
        ("10<sup>-3</sup>, 10<sup>−3</sup>, x<sup>n</sup>", "10⁻³, 10⁻³, xⁿ"),
        ("10<sup>2<sup>3</sup></sup>", "10^(2³)"),
        ("1.9<sup><datalist><option>9</option></datalist>2<i hidden>3</i></sup>%", "1.9²%"),
        ("2<sup>1.5</sup>배, 3.1<sup>주2)</sup>%", "2^(1.5)배, 3.1^(주2)%"),
        ("3.3m<sup>2</sup>당, CO<sub>2</sub>, H<sub>2</sub>O", "3.3m²당, CO₂, H₂O"),
        ("PM<sub>2.5</sub> 35㎍, 7<sub>2.5</sub>", "PM2.5 35㎍, 7_(2.5)"),
        ("1<sup>st</sup>, KOSPI<sup>TM</sup>", "1st, KOSPITM"),
        ('1.9<span style="vertical-align: super; font-size:10px">2)</span>%', "1.9²⁾%"),
        ('1.9<span style="vertical-align:top;font-size:8px">2)</span>%', "1.9²⁾%"),
        ('10<span style="position:relative;top:-.4em;font-size:.7em">5</span>', "10⁵"),
        ('x<span style="position:relative;top:3px;font-size:8px">5</span>', "x₅"),
        ('10<i style="position:relative;top:-1px">5</i>', "105"),
        ('10<span style="vertical-align:30%">5</span>, 10<i style="font-variant-position:super">5</i>', "10⁵, 10⁵"),
        ('3.2<span class="sup">1)</span>%, <b class="sup">누리화학</b>', "3.2¹⁾%, 누리화학"),
        ('2<sup style="vertical-align:baseline;font-size:inherit">641</sup>', "2641"),
        ('<span style="vertical-align:top;font-size:18px">누리화학</span>은 올랐다', "누리화학은 올랐다"),
        (
            "<math><msup><mn>10</mn><mn>15</mn></msup></math>원, <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>",
            "10¹⁵원, 1/3",
        ),
        ("<sub>※ 이 표는 12월에 다시 나온다.</sub>", "※ 이 표는 12월에 다시 나온다."),
        ("연 3&#150;5%, &#128;100, &#147;말&#148;&#133;", "연 3–5%, €100, “말”…"),
        ("2,641<wbr>.30, 1,4<!-- 9 -->02.5, 3&#8203;,210", "2,641.30, 1,402.5, 3,210"),
        (
            "<ruby>韓銀<rt>한은</rt></ruby>이, <ruby>美<rp>(</rp><rt>미</rt><rp>)</rp></ruby>가",
            "韓銀(한은)이, 美(미)가",
        ),
        ("그는 <q>금리가 <q>변수</q></q>라고 했다", "그는 “금리가 ‘변수’”라고 했다"),
        ('<img src="/h/1.gif" alt="㐂">원, <img src="/a.jpg" alt="미국">', "㐂원,"),
        ("3.21<b style='display:block'>4</b>5", "3.21\n4\n5"),
        (
            '2,641.30<button>복사</button>12.45, 2,641.30<iframe src="x"></iframe>12.45',
            "2,641.30 12.45, 2,641.30 12.45",
        ),
        ('2,641.30<img src="a.gif">12.45, 한국<img src="a.gif">은행', "2,641.30 12.45, 한국은행"),
        ('2,641<img style="display:none" src="a.gif">.30, 2,64<iframe hidden></iframe>1', "2,641.30, 2,641"),
        ('<span style="display:inline-grid"><i>2,641.30</i><i>12.45</i></span>', "2,641.30 12.45"),
        (
            '<b style="display:inline-flex"><i>2</i><i>6</i></b>, <b style="display:flex"><i>가</i><i>21</i></b>',
            "26,\n가21",
        ),
        (
            '<span style="display:inline-block;width:90px">2,641.30</span><span style="display:inline-block">12.4</span>',
            "2,641.30 12.4",
        ),
        ('2<div style="display:inline-block">6</div>.30', "26.30"),
        ('<ul><li style="display:inline">3.21</li><li style="display:inline">3.05</li></ul>', "3.21 3.05"),
        (
            "<math><mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>배, <math><mroot><mn>27</mn><mn>3</mn></mroot></math>",
            "2 1/2배, ³√27",
        ),
        (
            "<math><msubsup><mi>x</mi><mn>4</mn><mn>5</mn></msubsup><mover><mn>27</mn><mn>3</mn></mover></math>",
            "x₄⁵27³",
        ),
        (
            "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mfrac><msqrt><mn>2</mn></msqrt></math>",
            "(a+1)/3√2",
        ),
        (
            '<math><semantics><mn>7.5</mn><annotation encoding="application/x-tex">7{.}5</annotation></semantics></math>배',
            "7.5배",
        ),
        (
            '<span class="katex"><span class="katex-mathml"><math><mn>7.5</mn></math></span>'
            '<span class="katex-html" aria-hidden="true">7.5</span></span>배',
            "7.5배",
        ),
        (
            '지수는 <img src="u.gif" alt="▲">12.45 오른 <img src="n.png" alt="2,641.30">으로',
            "지수는 ▲12.45 오른 2,641.30으로",
        ),
        ('<img src="/p.jpg" alt="20261120"> 지수는 <img src="c.gif" alt="2026 자료">', "지수는"),
        ('3.21%에서 <ins class="adsbygoogle">9.99% 특판</ins>3.05%로', "3.21%에서 3.05%로"),
        ("<div style='display:inline'>2,641</div><div style='display:inline'>.30</div>", "2,641.30"),
    ],
)
def test_a_number_is_told_as_it_is_printed(markup: str, text: str) -> None:
    assert shown(f"<div>{markup}</div>") == text.split("\n")


UNSEEN = (
    *("hidden", "hidden=until-found", 'style="display:none"', 'STYLE="Display : NONE!important"'),
    *(
        'style="visibility:hidden"',
        'style="font-size:0"',
        'style="font-size:0px"',
        'style="opacity:0"',
        'style="color:transparent"',
    ),
    'style="display:inline-block;width:0;height:0;overflow:hidden"',
    'style="position:absolute;left:-9999px"',
    'style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"',
    *('class="blind"', 'class="a sr-only"', 'class="screen_out"', 'class="hidden"'),
    *('class="trap"', 'id="trap"', 'style="text-decoration: underline line-through"'),
    *('style="font:0/0 a"', 'style="font-size:1px"', 'style="/* a */display:none"', 'style="filter:opacity(0)"'),
    *('style="display:none!important;display:inline"', 'style="display:inline-block;height:0;overflow-y:hidden"'),
    *('style="position:relative;left:-9999px"', 'style="position:absolute;margin-left:-9999px"'),
    *('style="position:absolute;inset:-9999px auto auto"', 'style="position:absolute;top:-100vh"'),
    'style="display:inline-block;transform:translateX(-9999px)"',
    *('style="display:inline-block;transform:scale(0)"', 'style="display:inline-block;transform:scale3d(0,0,0)"'),
    *('style="clip-path:inset(100%)"', 'style="clip-path:inset(0 100% 0 0)"', 'style="clip-path:circle(0)"'),
    *('style="color:#0000"', 'style="color:rgba(0,0,0,0)"', 'style="color:rgb(0 0 0 / 0%)"'),
    'style="-webkit-text-fill-color:transparent"',
    *('class="d-none"', 'class="invisible"', 'class="offscreen"', 'class="ir_text"', 'class="screenout"'),
    *('class="print-only"', 'class="displaynone"', 'class="visually-hidden-focusable"', 'class="line-through"'),
)


@pytest.mark.parametrize("how", UNSEEN)
def test_what_nobody_sees_is_no_text_in_a_word_a_cell_or_a_paragraph(how: str) -> None:
    style = ".trap, #trap { display: none }"
    assert shown(f"<p>코스피는 2,641<span {how}>999</span>.30에 마쳤다.</p>", style) == ["코스피는 2,641.30에 마쳤다."]
    cells = f"<table><tr><td>은행</td><td>3<i {how}>9</i>.21</td></tr></table>"
    assert shown(cells, style) == ["은행\t3.21"]


def test_a_hidden_block_is_none_of_the_text_and_joins_a_number_or_parts_two_sentences() -> None:
    assert shown("<p>2.50%다.</p><p hidden>9.99%다.</p><div style='display:none'><p>8.88%다.</p></div>") == ["2.50%다."]
    assert shown("지수는 2,641<div hidden>9</div>.30이다.") == ["지수는 2,641.30이다."]
    assert shown("올랐다.<div hidden>9</div>내렸다.") == ["올랐다.", "내렸다."]
    assert shown(
        "<table><tr hidden><td>1</td><td>2</td></tr><tr><td>3</td><td hidden>4</td><td>5</td></tr></table>"
    ) == ["3\t5"]
    assert shown("<dialog>1</dialog><dialog open>2</dialog><template>3</template><noscript>4</noscript>") == ["2"]


def test_what_is_seen_after_all_is_text() -> None:
    assert shown('<p style="visibility:hidden">1<b style="visibility:visible">2</b>3</p>') == ["2"]
    assert shown('<p style="font-size:0"><b style="font-size:16px">2</b> <i class="n">3</i></p>') == ["23"]
    assert shown('<p style="opacity:0">나타나는 문단이다.</p>') == ["나타나는 문단이다."]
    clear = "rgb(0,0,0)", "rgba(0,0,0,.5)", "#fff0f0", "#f00f00ff"
    assert [shown(f'<p><b style="color:{color}">2</b></p>') for color in clear] == [["2"]] * 4
    assert shown('<p style="clip-path:polygon(0 0, 100% 0, 100% 85%, 0 100%)">2</p>') == ["2"]
    assert shown('<p style="margin-bottom:-9999px;padding-bottom:9999px">2</p>') == ["2"]
    assert shown('<p class="d-none d-md-block">2</p><p>3<noembed>9</noembed><noframes>8</noframes>4</p>') == ["2", "34"]
    assert shown('<p><s style="text-decoration:none">1.9%</s>로</p>') == ["1.9%로"]
    assert shown('<p hidden style="display:block">2</p><p class="hidden md:block">3</p>') == ["2", "3"]
    assert shown('<p><span style="width:0;overflow:hidden">2</span></p>') == ["2"]
    assert shown('<p aria-hidden="true">2,641.30<span class="sr-only">2641.30</span></p>') == ["2,641.30"]
    style = ".more { display: none } .more.on { display: block } @media print { .web { display: none } }"
    assert shown('<p class="more">2</p><p class="web">3</p>', style) == ["2", "3"]


HIDING = (
    *(
        ".view .h{display:none}",
        "span.h, b.h{display:none}",
        "p>i+.h{display:none!important}",
        '[data-x="h"]{display:none}',
    ),
    *("@media screen{.h{display:none}}", "@layer a{.h{display:none}}", "@supports (display:grid){.h{display:none}}"),
    *(
        ".h.k{display:none}",
        ".md\\:h{display:none}",
        "p span:nth-child(2){display:none}",
        ".h:not(:focus){display:none}",
    ),
    *("/* a */ .h /* b */{ display : none }", ".h{visibility:hidden}.h:hover{visibility:visible}", "#n{font:0/0 a}"),
    "@media (min-width:768px){.h{display:none}}",
)


@pytest.mark.parametrize("rule", HIDING)
def test_a_rule_of_any_selector_hides(rule: str) -> None:
    markup = (
        '<div class="view"><p>지수는 <i></i><span class="h k md:h" data-x="h" id="n">9</span>2,641.30이다.</p></div>'
    )
    assert shown(markup, rule) == ["지수는 2,641.30이다."]


def test_a_rule_yields_to_the_stronger_one_and_what_is_for_paper_or_no_css_says_nothing() -> None:
    number = '지수는 2,641<b class="h" style="display:inline">.30</b>이다.'
    assert shown(f"<p>{number}</p>", ".h{display:none}") == ["지수는 2,641.30이다."]
    assert shown(f"<p>{number}</p>", ".h{display:none!important}") == ["지수는 2,641이다."]
    assert shown('<p class="a">2<b class="b h">3</b></p>', ".h{display:none} .a .b{display:inline}") == ["23"]
    assert shown('<p class="a">2<b class="b h">3</b></p>', ".a .h{display:none} .b{display:inline}") == ["2"]
    for kind in ('media="print"', 'type="text/x-tpl"', 'media="(max-width: 600px)"'):
        assert shown(f'<style {kind}>.k{{display:none}}</style><p>지수는 <b class="k">2</b>이다.</p>') == [
            "지수는 2이다."
        ]


@pytest.mark.parametrize("how", ["hidden", 'style="display:none"', 'style="visibility:hidden"', 'class="blind"'])
def test_the_text_itself_is_not_lost_because_a_script_shows_it(how: str) -> None:
    page = article(f"<p>한국은행이 20일 밝혔다.</p><div {how}>{LONG}</div>")
    assert page.body.count("25bp 내렸다고 밝혔다.") == 2
    assert article(f"<section {how}><p>{LEAD} 그는 1.9<sup>2</sup>%라고 했다.</p></section>").body.endswith(
        "1.9²%라고 했다."
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>전망을 <del>2.1%</del> <ins>1.9%</ins>로 낮췄다.</p>", "전망을 1.9%로 낮췄다."),
        ("<p><s>3,210억원</s> 2,310억원이 순매도됐다.</p>", "2,310억원이 순매도됐다."),
        ("<p>2,6<strike>5</strike>41.30이다.</p><p><del>틀린 문단이다.</del></p>", "2,641.30이다."),
    ],
)
def test_what_is_struck_out_does_not_stand(markup: str, text: str) -> None:
    assert shown(markup) == [text]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>금리는 2.50%다</li><li><p>환율은 1,402.5원이다</p></li></ol>", ["1. 금리는 2.50%다", "2. 환율은 1,402.5원이다"]),
        ("<ol start=3><li>가</li><li value=7>나</li></ol>", ["3. 가", "7. 나"]),
        ("<ol><li>1. 가</li><li>2) 나</li><li>③ 다</li><li>3분기 실적</li></ol>", ["1. 가", "2) 나", "③ 다", "4. 3분기 실적"]),
        ("<dl><dt>기준금리</dt><dd>2.50%</dd></dl><address>서울</address>", ["기준금리", "2.50%", "서울"]),
        ("<details><summary>요약</summary>금리는 2.50%다.</details>", ["요약\n금리는 2.50%다."]),
        ("<pre>첫 줄이다.\n둘째 줄이다.</pre>", ["첫 줄이다.", "둘째 줄이다."]),
        ("<pre>구분\t3월   6월\n가람은행  3.21\t3.05\n\n전망은 <b>같다</b>.</pre>", ["구분\t3월\t6월\n가람은행\t3.21\t3.05", "전망은 같다."]),
        ("<pre>구분   3월\n------\n가람은행   3.21</pre>", ["구분\t3월\n------\n가람은행\t3.21"]),
        ("<p style='white-space:pre-line'>가  나\n다<i>라\n마</i></p>", ["가 나", "다라", "마"]),
        ("<p class=kept>가\n나</p><p>다\n라</p>", ["가", "나", "다 라"]),
        ("<table><caption>금리(단위: %)</caption><tr><th rowspan=2>은행</th><th colspan=2>3.21</th></tr><tr><td>3</td><td>6</td></tr></table>", ["금리(단위: %)\n은행\t3.21\t\n\t3\t6"]),
        ("<table><tr><td colspan=3>금리</td></tr><tr><th>구분<th>가람<th>누리<tr><td>3월<td rowspan=2>3.21<td>3.05<tr><td>6월<td>2.95</table>", ["금리\n구분\t가람\t누리\n3월\t3.21\t3.05\n6월\t\t2.95"]),
        ("<table><tr><td>가<td>1<td rowspan=2>2<tr><td>나<td colspan=0>3</table>", ["가\t1\t2\n나\t3\t"]),
        ("<pre>가람\t3.21\t3.05\n누리\t\t2.95\n\t1\t2</pre>", ["가람\t3.21\t3.05\n누리\t\t2.95\n\t1\t2"]),
        ("<pre>가람\t\t3.21\n누리은행\t2.95</pre>", ["가람\t3.21\n누리은행\t2.95"]),
        ("<ol style='list-style:disc'><li>가</li></ol><ul style='list-style:decimal inside'><li>나</li></ul>", ["가", "1. 나"]),
        ("<ol class=kept style='list-style-type:upper-alpha' start=27><li>가</li></ol>", ["AA. 가"]),
        ("<ol class=zero><li>가</li><li style='list-style:none'>나</li></ol>", ["01. 가", "나"]),
        ("<ol><span><li>가</li><li>나</li></span></ol>", ["1. 가", "2. 나"]),
        ("<table>(단위: 원)<tr><td>가</td><td>1</td></tr></table>", ["(단위: 원)", "가\t1"]),
    ],
)  # fmt: skip
def test_lists_lines_and_captions_are_printed(markup: str, lines: list[str]) -> None:
    assert shown(markup, ".kept { white-space: pre-wrap } .zero > li { list-style-type: decimal-leading-zero }") == [
        part for line in lines for part in _parts(line)
    ]


def _parts(line: str) -> list[str]:
    return line.split("\n") if "\t" not in line else [line]


LINKS = "<ul><li><a href=/stock/1>가람전자</a></li><li><a href=/stock/2>누리화학</a></li></ul>"


@pytest.mark.parametrize("generic", [False, True])
def test_a_list_of_links_that_a_sentence_announces_is_text_and_another_is_not(generic: bool) -> None:
    def body(sentence: str) -> str:
        return article(f"{LONG}<p>{sentence}</p>{LINKS}<p>시장은 지켜보고 있다.</p>", generic=generic).body

    assert "\n\n가람전자\n\n누리화학\n\n시장은" in body("수혜주로는 다음 종목이 꼽힌다.")
    assert "\n\n가람전자\n\n누리화학\n\n시장은" in body("이달의 추천 종목은 다음과 같다:")
    assert "\n\n가람전자\n\n누리화학\n\n시장은" in body("하도경 연구원은 아래 두 곳을 꼽았다.")
    assert "가람전자" not in body("회의는 다음 달 열린다.")
    assert "가람전자" not in body("관련 기사:")


def test_a_table_is_no_caption_and_no_picture_because_of_a_name_or_an_arrow() -> None:
    named = '<table class="caption"><tr><td class="caption">은행</td><td>3.21</td></tr></table>'
    arrow = '<table><tr><td>코스피</td><td>2,641.30 <img src="/up.gif" width=8></td></tr></table>'
    page = article(f"{LONG}{named}{arrow}<p>{LEAD}</p>")
    assert "\n\n은행\t3.21\n\n코스피\t2,641.30\n\n" in page.body
    assert page.images == []


@pytest.mark.parametrize("generic", [False, True])
def test_a_figure_keeps_its_table_and_its_quotation(generic: bool) -> None:
    table = "<table><tr><td>가람은행</td><td>3.21%</td></tr></table><figcaption>주요 은행 예금금리</figcaption>"
    quote = "<blockquote>“금리를 올릴 까닭이 없다.”</blockquote><figcaption>하도경 노을증권 연구원</figcaption>"
    picture = '<img src="/a.jpg"><figcaption>한국은행 본관</figcaption>'
    page = article(
        f"{LONG}<figure>{table}</figure><figure>{quote}</figure><figure>{picture}</figure><p>{LEAD}</p>",
        generic=generic,
    )
    assert (
        "\n\n가람은행\t3.21%\n\n주요 은행 예금금리\n\n“금리를 올릴 까닭이 없다.”\n\n하도경 노을증권 연구원\n\n"
        in page.body
    )
    assert "본관" not in page.body
    assert [image.caption for image in page.images] == ["한국은행 본관"]


IMAGE = "https://img.example.kr/2026/a-800.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        f'<img srcset="https://img.example.kr/2026/a-400.jpg 400w, {IMAGE} 800w">',
        f'<picture><source srcset="{IMAGE} 800w"><img alt="한은"></picture>',
        f'<picture><source data-srcset="{IMAGE}"></picture>',
        f'<img src="data:image/gif;base64,R0l" data-src="{IMAGE}">',
        f'<img src="/img/blank.gif" data-srcset="{IMAGE} 2x">',
        f'<img src="data:image/gif;base64,R0l" data-echo="{IMAGE}">',
        f'<img src="data:image/gif;base64,R0l"><noscript><img src="{IMAGE}"></noscript>',
        f'<img data-src="{IMAGE}"><noscript><img src="{IMAGE}?w=1200"></noscript>',
        f'<img src="{IMAGE}" srcset="{IMAGE}?w=2000 2000w"><img src="/img/icon_print.gif"><img src="/i/1.png" width=16 height=16>',
        f'<div class="sns_share"><img src="/img/f.png"><img src="/img/k.png"></div><img src="{IMAGE}"><img src="/i/x.jpg" alt="인쇄하기">',
    ],
)
def test_a_picture_is_found_once_wherever_its_markup_names_it_and_no_icon_is_one(markup: str) -> None:
    box = tree.parse(f"<body>{LONG}<figure>{markup}<figcaption>한국은행 본관</figcaption></figure></body>").find("body")
    assert box is not None
    assert lift(box) == [(IMAGE, "한국은행 본관")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u3164\u3164정부는 “시장을\u3164보고 있다”", "정부는 “시장을 보고 있다”"),
        ("\u115f\u1160가\uffa0나\u1160", "가 나"),
        ("\u115f\u1161 \u1112\u1160 \u1112\u1161\u11ab", "\u115f\u1161 \u1112\u1160 한"),
        ("\u20683.21%\u2069로 2,641\u2063.30", "3.21%로 2,641.30"),
        ("👨\u200d👩\u200d👧 2,641\u200d.30 ❤️\u200d🔥", "👨\u200d👩\u200d👧 2,641.30 ❤️\u200d🔥"),
    ],
)
def test_letters_that_look_like_blanks_are_blanks_and_joined_signs_stay_joined(typed: str, kept: str) -> None:
    assert fold(typed) == kept == fold(kept)
    assert search.holds(f'"{kept}"', typed)


def test_a_raised_digit_is_no_other_number_for_copies_and_for_the_search() -> None:
    assert set(Text("", "전망은 1.9²%, 빚은 10¹⁵원이다.").numbers) == {"1.9", "2", "10", "15"}
    assert not search.holds("1.92", "전망은 1.9²%다.")
    assert search.holds("1.9²%", "전망은 1.9²%다.")


def test_a_headline_has_its_raised_digits() -> None:
    page = (
        '<h2 class="news_ttl">탄소 10<sup>15</sup>톤</h2><div class="registration"><dd>2026-11-20 09:30:00</dd></div>'
        f'<div class="news_ttl_sec"><h2 class="news_ttl">탄소 10<sup>15</sup>톤</h2></div><div class="news_cnt_detail_wrap">{LONG}</div>'
    )
    found: Article = read(page, "https://www.mk.co.kr/news/economy/12345678", SOURCES["mk"].facts())
    assert found.title == "탄소 10¹⁵톤"
