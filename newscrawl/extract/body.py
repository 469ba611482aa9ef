"""From the markup of an article's body to its paragraphs: none lost, none doubled, order kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from newscrawl.extract.tree import BLOCKS, UNSEEN, marks
from newscrawl.text.whitespace import fold

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
STRONG = frozenset(["b", "strong"])
# The parts of a table that hold cells and no text.
FRAME = frozenset("table thead tbody tfoot tr colgroup col".split())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph.

    ``standout`` says that all of it is bold or a heading, as decks and subheads are; ``linked`` that all of
    it is the text of links; ``hint`` is the class and id of the elements that hold it alone.
    """

    text: str
    standout: bool = False
    linked: bool = False
    hint: str = ""


class _Writer:
    """Collects text until a line ends, and remembers what the line was made of."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._parts: list[str] = []
        self._plain = self._unlinked = False
        self.announced = False

    def add(self, text: str | None, standout: bool, linked: bool) -> None:
        if not text:
            return
        self._parts.append(text)
        if not text.isspace():
            self._plain |= not standout
            self._unlinked |= not linked or self.announced

    def end(self, hint: str = "") -> None:
        text = fold("".join(self._parts))
        if text:
            self.done.append(Paragraph(text, not self._plain, not self._unlinked, hint))
        self._parts, self._plain, self._unlinked = [], False, False


def paragraphs(element: _Element) -> list[Paragraph]:
    """The paragraphs of an element, in document order.

    A block element or a ``<br>`` ends a paragraph; text nodes, ``<p>``, ``<div>``, lists and nested blocks may be
    mixed. A data table is one paragraph with its caption, a line per row and a tab between cells; a table that only
    arranges things (one cell a row, or a table within) is read as blocks. The items of a list that the sentence before it
    announces are its words, and no ``linked`` ones, even when all are links.
    """
    writer = _Writer()
    _walk(element, writer, False, False)
    writer.end()
    return writer.done


def _walk(element: _Element, writer: _Writer, standout: bool, linked: bool) -> None:
    tag = element.tag
    hint = ""
    # Bold text of several lines is a deck that CSS sets apart (Naver's strong.media_end_summary, 2022).
    block = tag in BLOCKS or (tag in STRONG and element.find("br") is not None)
    if block:
        writer.end()
        hint = marks(element)
        if tag == "table" and _is_data(element):
            _write_table(element, writer, hint)
            return
        if tag in ("ul", "ol") and writer.done and announces(writer.done[-1].text):
            announced, writer.announced = writer.announced, True
            _walk_children(element, writer, hint, standout, linked)
            writer.end(hint)
            writer.announced = announced
            return
    standout = standout or tag in HEADINGS or tag in STRONG
    _walk_children(element, writer, hint, standout, linked or tag == "a")
    if block:
        writer.end(hint)


def _walk_children(element: _Element, writer: _Writer, hint: str, standout: bool, linked: bool) -> None:
    writer.add(element.text, standout, linked)
    for child in element:
        name = child.tag
        if name == "br":
            writer.end(hint)
        elif isinstance(name, str) and name not in UNSEEN:
            _walk(child, writer, standout, linked)
        writer.add(child.tail, standout, linked)


def _write_table(table: _Element, writer: _Writer, hint: str) -> None:
    captions = [line for caption in table.iter("caption") if (line := _cell(caption))]
    # A browser prints before the table what stands in it and in no cell.
    for part in table.iter(*FRAME):
        writer.add(part.text, False, False)
        for child in part:
            if isinstance(child.tag, str) and child.tag not in FRAME | UNSEEN | {"td", "th", "caption"}:
                _walk(child, writer, False, False)
            writer.add(child.tail, False, False)
    writer.end(hint)
    rows = ("\t".join(_cell(cell) for cell in row) for row in _rows(table))
    lines = [line for line in (*captions, *rows) if line.strip()]
    if lines:
        writer.done.append(Paragraph("\n".join(lines), hint=hint))


def _rows(table: _Element) -> list[list[_Element]]:
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]


def _is_data(table: _Element) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return any(len(row) > 1 for row in _rows(table))


def _cell(cell: _Element) -> str:
    return fold(" ".join(paragraph.text for paragraph in paragraphs(cell)))


def once(found: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a second copy of the whole body (ZUM prints a mobile and a desktop one, 2024).

    >>> [p.text for p in once([Paragraph("가."), Paragraph("나."), Paragraph("가."), Paragraph("나.")])]
    ['가.', '나.']
    """
    half, odd = divmod(len(found), 2)
    texts = [paragraph.text for paragraph in found]
    return found[:half] if half > 1 and not odd and texts[:half] == texts[half:] else found


# "수혜주로는 다음 종목이 꼽힌다.", "내용은 아래와 같다.", but not "회의는 다음 달 열린다.", "기준선 아래에 머물렀다."
_ANNOUNCING = re.compile(
    r"(?:다음|아래)(?:[과와]\s?같|의\s|\s(?:[가-힣]{1,6}\s)?(?:(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d+)\s?(?:곳|개|가지|종목|명|건|회사)"
    r"|종목|기업|회사|업체|상품|펀드|주식|내용|표|목록|명단|항목|조건|사항|대책|방안)|\s순)|(?:^|[.!?”]\s)다음은\s"
    r"|(?:이렇다|이와\s같다|순이다|다음이다|아래다)[.:]?$|[:：]$"
)
_RELATED = re.compile(r"관련|기사|뉴스|보도|영상|더\s?보기|바로\s?가기|클릭")


def announces(text: str) -> bool:
    """Whether a paragraph says that a list of things follows which belong to it.

    >>> announces("수혜주로는 다음 종목이 꼽힌다."), announces("증권사는 아래 세 곳을 꼽았다."), announces("추천 종목:")
    (True, True, True)
    >>> announces("회의는 다음 달 열린다."), announces("지수는 기준선 아래에 머물렀다."), announces("관련 기사:")
    (False, False, False)
    """
    last = text.splitlines()[-1][-60:]
    return _ANNOUNCING.search(last) is not None and not _RELATED.search(last)


SENTENCE = re.compile(r"(?:[다요죠까오함됨임음네라냐자군걸지][.!?…]|[.!?][\"”’')\]]?$|[다요]$)")


def is_prose(text: str) -> bool:
    """Whether a text has a sentence in it.

    >>> is_prose("코스피가 0.88% 내렸다."), is_prose("4만 인파 해산·교통 통제")
    (True, False)
    """
    return SENTENCE.search(text) is not None
