"""What a body says reaches the archive byte for byte: no digit, sign or paragraph lost, doubled or moved."""

import html
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from scrapy.utils.project import get_project_settings

from newscrawl.bases.source import load_sources
from newscrawl.extract import tree
from newscrawl.extract.body import paragraphs
from newscrawl.items import Article
from newscrawl.loaders import read
from newscrawl.text.whitespace import fold

SOURCES = load_sources(get_project_settings())

# What cleaners damage: signs, units, Hanja (two of them compatibility ideographs), quotation marks, enclosed letters.
TOKENS = st.one_of(
    st.sampled_from(
        [
            "▲",
            "▼",
            "△",
            "▽",
            "-0.88%",
            "+0.88%",
            "2,641.30",
            "1조2000억원",
            "美",
            "中",
            "韓銀",
            "樂",
            "金",
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "「주택법」",
            "~",
            "㎡",
            "㈜",
            "℃",
            "㎏",
            "·",
            "…",
            "5bp",
            "HBM4",
            "S&P500",
            "±3%",
            "①",
            "½",
            "№7",
            "¥1,402",
            "$5.5",
            "€3",
            "<0.1",
            ">99",
            "3~5년",
            "10∼20%",
            "1㎞",
            "4‰",
            "(주)",
            "[참고]",
            "1/3",
            "A&B",
            "#",
            "*",
            "@",
            "=",
            "+",
            "-",
            "−",
            "–",
            "—",
            "|",
            "_",
            "^",
            "%",
            "ㆍ",
            "‧",
            ":",
            ";",
            "!",
            "?",
            ",",
            ".",
        ]
    ),
    st.from_regex(
        r"[+\-▲▼△]?[0-9]{1,3}(,[0-9]{3}){0,2}(\.[0-9]{1,2})?(%|%p|원|달러|억원|조원|bp|㎡|배)?", fullmatch=True
    ),
    st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=3),
)
# A paragraph ends as a sentence does; that it is no byline, caption or notice is what makes it the article's own.
PARAGRAPHS = st.lists(TOKENS, min_size=3, max_size=14).map(lambda words: f"이 지수는 {' '.join(words)} 만큼 움직였다.")
LEAD = "한국은행 금융통화위원회는 20일 통화정책방향 회의를 열고 기준금리를 연 2.25%에서 2.00%로 25bp 내렸다고 밝혔다."
WRAPPERS = (
    "<p>{}</p>",
    "<div>{}</div>",
    "{}<br>",
    "{}<br><br>",
    "<div><p>{}</p></div>",
    "<ul><li>{}</li></ul>",
    "<div><span>{}</span></div>",
    "<section>{}</section>",
    "<p><b>{}</b></p>",
    "<blockquote>{}</blockquote>",
    "<p>{}<br></p>",
)
PAGES = st.lists(st.tuples(PARAGRAPHS, st.sampled_from(WRAPPERS)), min_size=2, max_size=12)
TABLES = st.lists(st.lists(TOKENS, min_size=2, max_size=4), min_size=1, max_size=4).filter(
    lambda rows: len({len(row) for row in rows}) == 1
)


def markup(parts: list[tuple[str, str]]) -> str:
    """The parts as one body; a bare text node ends where a ``<br>`` or a block begins."""
    return "".join(wrapper.format(html.escape(text)) for text, wrapper in parts)


def article(body: str, *, generic: bool = False) -> Article:
    """The article read on a page of Naver's layout with this body."""
    page = (
        '<html><head><meta property="og:title" content="지수가 움직였다"><meta property="og:article:author" content="가나일보 | 네이버"></head><body>'
        '<h2 class="media_end_head_headline">지수가 움직였다</h2><span class="_ARTICLE_DATE_TIME" data-date-time="2026-11-20 10:30:00">10:30</span>'
        f'<article id="dic_area">{body}</article><div class="copyright">Copyright ⓒ 가나일보. 무단 전재 및 재배포 금지.</div></body></html>'
    )
    return read(
        page, "https://n.news.naver.com/mnews/article/001/0000000001", SOURCES["naver"].facts(), generic=generic
    )


@given(PAGES)
def test_no_paragraph_is_lost_doubled_or_moved_between_markup_and_text(parts: list[tuple[str, str]]) -> None:
    body = tree.parse(f"<body>{markup(parts)}</body>")
    assert [paragraph.text for paragraph in paragraphs(body)] == [fold(text) for text, _ in parts]


@given(PAGES)
def test_every_character_of_a_paragraph_reaches_the_body(parts: list[tuple[str, str]]) -> None:
    expected = [fold(text) for text, _ in parts]
    assert article(markup(parts)).body.split("\n\n") == expected


@given(PAGES)
def test_without_selectors_too_every_character_reaches_the_body(parts: list[tuple[str, str]]) -> None:
    # The rules look for news: one sentence of it, as every article has, and then anything.
    parts = [(LEAD, "<p>{}</p>"), *parts]
    assert article(markup(parts), generic=True).body.split("\n\n") == [fold(text) for text, _ in parts]


@given(TABLES, PARAGRAPHS, PARAGRAPHS)
def test_a_table_keeps_every_cell_in_its_place(rows: list[list[str]], before: str, after: str) -> None:
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    body = article(f"<p>{html.escape(before)}</p><table><tbody>{cells}</tbody></table><p>{html.escape(after)}</p>").body
    table = "\n".join("\t".join(fold(cell) for cell in row) for row in rows)
    assert body.split("\n\n") == [fold(before), table, fold(after)]


@given(st.text(max_size=200))
def test_folding_only_touches_whitespace_and_what_has_no_width(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    kept = [
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in ("Cc", "Cf") and not c.isspace()
    ]
    assert [c for c in once if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")] == kept
